"""Where records of clients are kept: that it is nowhere, in whatever words, is no answer."""

import re

from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.names.tools import in_a_head
from amjd.answers.nothing import YET
from amjd.answers.numbers.figures import LONGEST
from amjd.answers.shapes import text_schema
from amjd.answers.texts import is_no_answer, led_by, read_text
from amjd.text.characters import fold_look_alikes, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_read_place = led_by("in", "on", "with")

_SYSTEM = r"(?:crm|system|software|tool|database|program(?:me)?|place|app)s?"
_YET = rf"(?: ?(?:{YET}|decided|chosen|sure))*"
_END = r"(?=\s*(?:$|[,;:.!(\u2013\u2014])|\s-\s| (?:just|only|but)\b)"
_KIND = r"(?:(?:real|proper|formal|fixed|dedicated|central|such|actual|special|one) )?"
# What says that there is none, up to the words behind it.
_NONE = compile_later(
    r"(?!no\.? ?\d)(?:(?:we|there) (?:have|has|got|use|is|are) |currently |there'?s |still )?"
    rf"(?:(?:no|not an?|not any|without an?) {_KIND}{_SYSTEM}\b(?!-)"
    r"|(?:none|nope|nothing|nowhere|nil|zero|n/a|not (?:yet|chosen)|tb[acd]|not decided|undecided"
    r"|not sure|no"
    r"|(?:to be|not) (?:decided|chosen|confirmed|announced)|no \w+(?=\W*$))"
    r"|(?:we |i )?(?:do not|don'?t|have not|haven'?t)(?: really)?"
    r" (?:have|got|use|keep|decided|chosen)"
    rf"(?: (?:one|any|an?))?(?: {_SYSTEM})?)"
    rf"{_YET}{_END}"
    rf"|(?:an?|the|our) {_SYSTEM}[ ,(]+(?:but |only )?(?:none|nothing|not|no) yet\b",
    re.IGNORECASE,
)
_LEADING = compile_later(
    r"(?:[\s,;:.!()\u2013\u2014-]|\b(?:just|only|but|so|and|we|use|keep|them|records|instead|in"
    r"|on|with|using|(?:all|everything|it)(?:'?s| is)?)\b)+",
    re.IGNORECASE,
)
_PLACE = compile_later(
    r"\b(?:spread ?sheets?|sheets?|excel|e-?mails?|gmail|outlook|in-?box|notebooks?|notes?|notion"
    r"|paper|cards?|calendar|binders?|folders?|drive|address book|whiteboard|quickbooks|phones?"
    r"|files?|lists?|airtable|trello|diary|head)\b",
    re.IGNORECASE,
)
_LATER = compile_later(
    r"\b(?:com(?:es?|ing)|will|soon|next|plan(?:s|ned|ning)?|later|until|from|looking|choos\w+"
    r"|buy(?:ing)?|get(?:ting)?|introduc\w+)\b",
    re.IGNORECASE,
)


def _read_tool(value: object, context: Context) -> str:
    """Read where records are kept; nowhere is a problem."""
    text = read_text(value)
    if is_no_answer(text):
        raise UnreadableError(f"{quoted(text)} is no place for records.", _NAME)
    said = fold_look_alikes(text[:LONGEST]).replace("\u2019", "'")
    if head := in_a_head(said):
        context.tell(f"{quoted(head)} is no place where others find records")
    # The names of tools are worth no pattern's compiling.
    if said.lower().startswith(_BEGINNINGS) and (found := _NONE.match(said)):
        raise _nowhere(text, text[found.end() :])
    return _read_place(value, context)


_BEGINNINGS = (
    "no", "n/", "nil", "zero", "tb", "to be", "undecided", "without", "still", "currently", "there",
    "we ", "i ", "do ", "don", "have", "a ", "an ", "the ", "our ",
)  # fmt: skip
_NAME = "Name where client records are kept: a spreadsheet is a good answer."


def _nowhere(text: str, behind: str) -> UnreadableError:
    """Say that a text names no place, or only the one that stands behind that there is none."""
    message = f"{quoted(text)} is no place for records."
    rest = behind[found.end() :] if (found := _LEADING.match(behind)) else behind
    rest = rest.strip(" .,;:!()")
    if _NONE.match(rest) or " " not in rest + behind:
        return UnreadableError(message, _NAME)
    if _PLACE.search(rest) and not _LATER.search(rest):
        return UnreadableError(message, f"Write {rest}.", forms=[rest], is_sure=True)
    return UnreadableError(message, _NAME, rest=rest)


TOOL = Kind(_read_tool, as_typed, text_schema())
