"""Streets: which part of an address is one, and no town."""

from amjd.text.patterns import compile_later

_KINDS = (
    r"(?:st|street|ave?|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|pkwy|parkway|hwy|highway"
    r"|expressway|turnpike)"
)
_SIDE = r"(?: (?:[nsew]|[ns][ew]|north|south|east|west))?"
_INSIDE = r"(?:unit|suite|ste|floor|level|apt|room)"
_STREET = compile_later(
    rf"(?i)(?:{_INSIDE}\.? [\w-]+,? )?(?:"
    # King St W; 12 Grant Road; the side may stand before the name
    rf"(?:the )?(?:[\w.'\u2019-]+ ){{1,4}}{_KINDS}\.?{_SIDE}\.?(?:,? {_INSIDE}\.? [\w-]+)?"
    rf"|\d{{1,5}}[a-z]?(?:-\d+)? (?:[a-z.'\u2019-]+ ){{1,3}}"
    r"(?:row|place|pl|court|ct|square|sq|terrace|crescent|close|quay|wharf|way|walk|mews|hill|gate)"
    r"|\w+(?:stra(?:ss|\u00df)e|str\.|weg|platz|allee|gasse|laan|straat|gatan|vej) ?\d+\w?"
    r"|(?:\d+,? )?(?:rue|via|calle|avenida|rua|carrer|viale|plaza|piazza) .+"
    r"|(?:i|us|hwy|highway|route)[ -]\d{1,3}"
    r")(?: (?:office|building|shop|store|branch|depot|warehouse))?"
)
_LONGEST = 60


_OF_A_HOUSE = compile_later(rf"(?i)(?:{_INSIDE}\.? |#)[\w-]+|\w+ floor")


def is_inside(part: str) -> bool:
    """Whether a part of an address is a unit of a house, such as a suite or a floor."""
    return bool(_OF_A_HOUSE.fullmatch(part.strip()))


def is_street(part: str) -> bool:
    """Whether a part of an address is a street, with or without its number."""
    text = part.strip()
    return len(text) <= _LONGEST and bool(_STREET.fullmatch(text))
