"""Tools that are only planned, or used no more: `a spreadsheet, thinking about HubSpot`."""

from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.days.calendar import MONTH
from amjd.interview.doubts.doubt import LONGEST
from amjd.text.patterns import compile_later


class InUse(NamedTuple):
    """What of a text names tools that are used now, and the words for others."""

    text: str
    gone: Sequence[str]


# With one of these a clause begins that goes on to what is not used, whatever is joined to it.
_BEGINS = compile_later(
    r"(?i)(?:(?:and|but|or|so|then|also|just|we|i|they|i'?m|we'?re|we'?ve|we'?ll|i'?d|we'?d|it'?s"
    r"|am|are|is|been|be|have|had|still|now|currently|probably|really|always) )*"
    r"(?:thinking (?:about|of)|considering|evaluating|exploring|eyeing|looking (?:at|into|for|to)"
    r"|shopping (?:for|around)|planning|plan(?:s|ned)? (?:to|on|for)|hoping|hope (?:to|for)"
    r"|want(?:ing|s)?|wish(?:ing)?|would (?:like|love|prefer)|'d (?:like|love)"
    r"|like to (?:get|try|have)|need (?:an?|to (?:get|find|pick|buy|choose))|interested in"
    r"|open to|ready (?:for|to)|going to|about to|will|soon|might"
    r"|may (?:get|move|try|buy|switch)|could (?:get|move|use)"
    r"|moving|migrating|switching|changing|transitioning|upgrading|getting|buying"
    r"|trying|testing|trialling|trialing|piloting"
    r"|maybe|perhaps|possibly|hopefully|eventually|some ?day|one day|not yet|next (?:we|up|is)"
    r"|(?:used to|formerly|previously|no longer|stopped|dropped|dropping|ditched|ditching|replaced"
    r"|replacing|retired|retiring|getting rid of|phasing out|leaving|left|(?:moved|moving) off))\b"
)
_WHEN = (
    r"(?:soon|eventually|some ?day|one day|shortly|planned|coming(?: soon)?|pending|to come|not yet"
    r"|(?:is|are) (?:coming|planned|next)|in the (?:future|works|pipeline|making)"
    r"|down the (?:road|line)|on the (?:wish ?list|road ?map|horizon|list|way)"
    r"|to be replaced(?: by .+)?|later (?:on|this year)"
    r"|(?:by|in|from|for|starting|this|next|early|late) (?:(?:early|late|the|next) )*"
    rf"(?:week|month|quarter|year|season|spring|summer|fall|autumn|winter|20\d\d|{MONTH})\b)"
)
_ENDS = compile_later(rf"(?i)(?:^|.*?[\s(]){_WHEN}(?: or so| maybe| hopefully| though)?[.!)]*$")
_ALONE = compile_later(rf"(?i){_WHEN}")
_FROM = compile_later(
    r"(?i).*?\b(?:mov\w+|switch\w+|migrat\w+|chang\w+|transition\w+)(?: over)? from "
    r"(?P<used>.+?) (?P<plan>(?:in)?to .+)"
)
_NOW = compile_later(
    r"(?i)^(?:now|currently|today|right now|at the moment|for now|still) (?:(?:it'?s|just|only) )?"
    r"|[ (]+(?:(?:right |for |just |only )*now|at the moment|currently|today|so far|still)\)?$"
)
_NOT_NOW = compile_later(r"(?i)\b(?:now|for now|still|currently|today|at the moment)\b")
_JOINED = compile_later(r"(?i)^(?:(?:and|but|so|though) )+")
_JOINT = r"\s*[,;(]\s*|\)\s*|\.(?=\s|$)\s*|\s+[-\u2013\u2014]\s+|\s+(?:but|though|although)\s+"
_CLAUSE = compile_later(_JOINT)
_AND = compile_later(r" (?:and|&|or|then) ")


def in_use(typed: str) -> InUse:
    """Part the tools that are used from what is planned or was used before; all may be used."""
    if len(typed) > LONGEST:
        return InUse(typed, ())
    used, gone, at = list[str](), list[str](), 0
    for cut in [*_CLAUSE.finditer(typed), None]:
        end, next_at = (cut.start(), cut.end()) if cut else (len(typed), len(typed))
        if used and _ALONE.fullmatch(typed[at:end]):
            gone.append(f"{used.pop()}, {typed[at:end]}")  # HubSpot, soon
            at = next_at
            continue
        for before, text, is_used in _sorted(typed[at:end]):
            if is_used and before and used:
                used[-1] += f"{before}{text}"
            else:
                (used if is_used else gone).append(text if is_used else _JOINED.sub("", text))
        at = next_at
    if not gone:
        return InUse(typed, ())
    # Beside what is planned a "now" says no more than that it is not.
    return InUse(_NOW.sub("", ", ".join(used)).strip(), gone)


def _sorted(clause: str) -> list[tuple[str, str, bool]]:
    """Part a clause at what joins things: what stands before each, the thing, and if it is used."""
    if not clause.strip():
        return []
    if found := _FROM.fullmatch(clause):
        return [("", found["used"], True), ("", found["plan"], False)]
    if not (_BEGINS.search(clause) or _ENDS.match(clause)):
        return [("", clause, True)]
    parts = list[tuple[str, str, bool]]()
    joint, at, is_begun = "", 0, False
    for cut in [*_AND.finditer(clause), None]:
        text = clause[at : cut.start()] if cut else clause[at:]
        is_begun = bool(_BEGINS.match(text)) or (is_begun and not _NOT_NOW.search(text))
        is_used = not (is_begun or _ENDS.match(text))
        if parts and parts[-1][2] == is_used:
            parts[-1] = parts[-1][0], f"{parts[-1][1]}{joint}{text}", is_used
        else:
            parts.append((joint, text, is_used))
        joint, at = (cut[0], cut.end()) if cut else ("", at)
    return parts
