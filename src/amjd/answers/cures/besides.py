"""Besides: patterns, in small letters, of what is said beside an answer and is no part of it."""

from amjd.answers.phone_hours import HOURS
from amjd.text.errors import Part, Say

OTHERWISE = (
    r"\bor (?:an? |some |any )?(?:\w+ ){0,2}(?:degree|diploma|bachelor\w*|masters?|mba|ba|bsc|bs"
    r"|qualifications?|certificat\w+|apprenticeship|equivalent|training)\b"
)
"""What somebody may have in place of years."""
AREA = (
    r"^(?:across|around|throughout|all over) .*\b(?:area|region|valley|count(?:y|ies)|state|coast"
    r"|north\w*|south\w*|east\w*|west\w*|midlands|midwest|metro|city|town)\b"
    r"|^(?:the )?(?:greater )?(?:\w+ ){0,2}(?:area|region|valley|county|midlands|midwest)$"
)
"""Where clients are, that no table of regions has."""
LATER_ON = (
    r"^(?:only |but |just |starting |beginning )*(?:from|after|in|until|as of|once|by|within)\b"
    r".*\b(?:years?|yrs?|months?|quarters?|weeks?|days?|q[1-4]|(?:19|20)\d\d)\b[^\d]*\d{0,4}$"
)
"""When something begins, which is no amount."""
ON_TOP: tuple[tuple[str, Part], ...] = (
    (r"^(?:(?:an?|the|some|small|modest|nice|good) )*(?:bonus(?:es)?|incentives?)$",
     Say("pay.bonus", "how the bonus is earned")),
    (r"^(?:(?:an?|the|some|small|modest|nice|good) )*commissions?$",
     Say("pay.commission", "how commission is earned")),
    ("bonus|incentive", "pay.bonus"),
    ("commission", "pay.commission"),
)  # fmt: skip
"""Pay on top: named alone, it is not told how it is earned."""
LAST_DAY = (
    r"(?:by|before|until|till|no later than|not later than|closing(?: date)?|deadline)\b:?"
    r" (?=.*(?:\d|day\b|\b(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|week|month|end)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
"""A pattern of words that say until when: by Jan 29, closing on Friday."""
WHEN_ANSWERED: tuple[tuple[str, Part], ...] = (
    # Without a time it may be a day by which people apply: before Friday.
    (rf"^(?!(?:by|before|until|till)\b(?!.*\d ?(?:[ap]m|:\d\d))){HOURS}$", "apply.phone_hours"),
    (r"^(?:(?:or|and|by|on|no|not|never|only|please|best) )*(?:phone|calls?|calling|ring|texts?) "
     rf"(?:(?:only|please|best|is|are) )*{HOURS}|^{HOURS} (?:is|are|by phone|please)\b",
     'The posting has no place for "{words}". When a phone number is answered could stand in'
     " apply.phone_hours."),
)  # fmt: skip
"""Hours of a telephone number: alone, or among words that lead to them or deny them."""
