"""Names that have a capital wherever they stand: of days, of feasts, of tools, and those told."""

import re
from collections.abc import Mapping

from amjd.answers.software import software
from amjd.text.patterns import compile_later

# May and march are words as well; so are sat and sun.
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays",
    "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "Mon", "Tue", "Tues",
    "Wed", "Thu", "Thur", "Thurs", "Fri", "January", "February", "April", "June", "July", "August",
    "September", "October", "November", "December", "Christmas", "Easter", "Thanksgiving",
)  # fmt: skip
_PLACES = ("UK", "USA")


# Information technology by what stands beside it; a pronoun everywhere else.
_WORK = (
    "support|services?|firms?|compan(?:y|ies)|providers?|managers?|departments?|security|teams?"
    "|consultan(?:t|ts|cy)|systems?|helpdesk|help desk|infrastructure|specialists?|technicians?"
)
_IT = compile_later(
    rf"(?<![\w@./-])(?:(?<=managed )it\b|it(?=[ -](?:{_WORK})\b))(?!['\u2019]|\.\w)"
)
_OF_IT = compile_later(rf"\bIT(?=[ -](?:{_WORK})\b)|(?<=[Mm]anaged )IT\b")


def speaks_of_it(text: str) -> bool:
    """Whether a text speaks of information technology."""
    return bool(_OF_IT.search(text) or _IT.search(text))


def spelled(text: str, known: Mapping[str, str], *, of_tools: bool) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters."""
    where = ("everywhere", "tools") if of_tools else ("everywhere",)
    tools = (name for one in software() if one.raised in where for name in one.names)
    names = [*_DAYS, *_PLACES, *tools]
    whole = {**{name.lower(): name for name in names}, **known}
    text = _IT.sub("IT", text)
    longest = sorted(map(re.escape, whole), key=len, reverse=True)
    # What holds a capital already was spelled so by somebody.
    return re.sub(rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)",
                  lambda found: whole[found[0]], text)  # fmt: skip
