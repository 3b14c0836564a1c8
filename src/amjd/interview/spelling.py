"""Names that have a capital wherever they stand: of days, of feasts, of tools, and those told."""

import re
from collections.abc import Mapping

from amjd.answers.software import software

# May and march are words as well; so are sat and sun.
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays",
    "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "Mon", "Tue", "Tues",
    "Wed", "Thu", "Thur", "Thurs", "Fri", "January", "February", "April", "June", "July", "August",
    "September", "October", "November", "December", "Christmas", "Easter", "Thanksgiving",
)  # fmt: skip
_PLACES = ("UK", "USA")


def spelled(text: str, known: Mapping[str, str], *, of_tools: bool) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters."""
    where = ("everywhere", "tools") if of_tools else ("everywhere",)
    tools = (name for one in software() if one.raised in where for name in one.names)
    names = [*_DAYS, *_PLACES, *tools]
    whole = {**{name.lower(): name for name in names}, **known}
    longest = sorted(map(re.escape, whole), key=len, reverse=True)
    # What holds a capital already was spelled so by somebody.
    return re.sub(rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)",
                  lambda found: whole[found[0]], text)  # fmt: skip
