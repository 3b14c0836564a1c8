"""What goes on with the item before it in a list, and is none of its own: `we pay half`."""

from collections.abc import Callable, Iterable

from amjd.text.patterns import compile_later

_SHARE = (
    r"(?:half|all|most|part|some|a (?:third|quarter|half|part|share|portion)|two[- ]thirds|50/50"
    r"|the (?:rest|other half|premiums?|cost|(?:whole|full) (?:thing|lot|premium|cost|amount))"
    r"|it|them|that|everything|(?:the first )?\d{1,3}(?:\.\d+)? ?(?:%|percent))"
)
_OF_IT = (
    r"(?: (?:of|toward|towards|for|on) (?:it|them|that|(?:the|your) (?:premiums?|costs?|bill)"
    r"|yours?|(?:the |your )?famil(?:y|ies)|(?:the |your )?kids|dependents|singles?|employees?"
    r"|you))*"
)
_PAYS = (
    r"(?:pay|cover|match|split|put in|chip in|contribute|pick up|give)(?:s|es|ing)?"
    r"|(?:puts|chips|picks) (?:in|up)"
)
_GOING_ON = compile_later(
    r"(?i)(?:(?:and|but|of which) )?(?:"
    rf"(?:we|i|the (?:company|firm)|company|employer|you|they)(?:['\u2019](?:re|ll))?"
    rf" (?:(?:will|also|currently|do|are) )?(?:{_PAYS})"
    rf" (?:(?:about|around|roughly|up to|only|just|for|in) )*{_SHARE}(?: 50/50)?{_OF_IT}"
    r"(?: (?:too|as well|now))?"
    # half paid by us, 50% covered
    rf"|(?:about |around |roughly )?{_SHARE}{_OF_IT} (?:is |are )?(?:paid|covered|matched|on us)"
    r"(?: (?:by|for) (?:us|the (?:company|firm)|you))?"
    r"|(?:paid|paid for|covered) (?:by (?:us|the (?:company|firm)|you)|in (?:full|part))"
    # after 90 days, it starts on day one
    r"|(?:(?:it|they|that|this|those|all|both) )?(?:(?:starts?|kicks? in|begins?|is available"
    r"|are available|available|eligible) )?(?:only )?(?:after|from) (?:your |the )?"
    r"(?:first |about )?(?:\d{1,3}|an?|one|two|three|six|thirty|sixty|ninety|probation|day one"
    r"|the start|month|year)\b(?: ?-?(?:days?|weeks?|months?|years?))?"
    r"(?: (?:of (?:work|employment)|here|in))?"
    r")[.!]?"
)


def goes_on(text: str) -> bool:
    """Whether an item says something of the one before it alone."""
    return len(text) < _LONGEST and bool(_GOING_ON.fullmatch(text.strip()))


_LONGEST = 80  # characters of what only goes on


def rejoined(parts: Iterable[str], is_more: Callable[[str], object] = goes_on) -> tuple[str, ...]:
    """Put what only goes on with the part before behind it again: `2 weeks off, all paid`."""
    found = list[str]()
    for part in parts:
        if found and is_more(part):
            is_sentence = found[-1][-1:] in (".", "!", "?")
            small = part if part.startswith("I ") else part[:1].lower() + part[1:]
            found[-1] += f" {part}" if is_sentence else f", {small}"
        else:
            found.append(part)
    return tuple(found)
