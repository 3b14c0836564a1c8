"""Findings that their author silences, each with a reason."""

from collections.abc import Mapping

from amjd.answers.reading import IGNORE
from amjd.sources.sheet import Sheet
from amjd.text.characters import printable
from amjd.text.errors import InvalidAnswersError, Place, Problem
from amjd.text.patterns import compile_later

_COMMENT = compile_later(r"<!--\s{0,20}amjd: ?ignore(?P<said>[^\n]{0,400}?)-->")
_REASON = compile_later(r"because +\S")
_SAID = compile_later(r" +(?P<rule>[A-Za-z]+-\d+)(?: +(?P<reason>because +\S[^\n]*?))? *\Z")


def ignores_in(name: str, text: str, known: Mapping[str, object]) -> dict[str, str]:
    """Read the comments of a posting: the reason for each rule that is silenced.

    Raises:
        InvalidAnswersError: one has no reason, or names no rule; each at its place.
    """
    found: dict[str, str] = {}
    problems = []
    for match in _COMMENT.finditer(text):
        said = _SAID.match(match["said"].rstrip())
        rule = said["rule"].upper() if said else ""
        if said and rule in known and said["reason"]:
            found[rule] = said["reason"]
            continue
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        problems.append(_problem(Place(name, line, column), rule, rule in known))
    if problems:
        raise InvalidAnswersError(problems)
    return found


def _problem(
    place: Place, rule: str, is_known: bool, form: str = "<!-- amjd: ignore {} because ... -->"
) -> Problem:
    if rule and not is_known:
        return Problem(
            place, "", f"{printable(rule)} is no rule.", "amjd check names those it has."
        )
    cure = f"Write {form.format(rule or 'ROLE-03')}."
    return Problem(place, "", "a finding is ignored without a reason.", cure)


_IN_ANSWERS = "ignore: {{{}: because ...}}"


def ignores_of(sheet: Sheet, known: Mapping[str, object]) -> dict[str, str]:
    """Read what an answers file silences: the reason for each rule.

    Raises:
        InvalidAnswersError: one has no reason, or names no rule; each at its place.
    """
    given = sheet.tree.get(IGNORE) or {}
    if not isinstance(given, Mapping):
        place = sheet.values.get((IGNORE,)) or Place(sheet.name, 1, 1)
        raise InvalidAnswersError([_problem(place, "", False, _IN_ANSWERS)])
    reasons = {str(rule): str(reason).strip() for rule, reason in given.items()}
    problems = [
        _problem(
            sheet.keys.get((IGNORE, rule)) or Place(sheet.name, 1, 1),
            rule,
            rule in known,
            _IN_ANSWERS,
        )
        for rule, reason in reasons.items()
        if rule not in known or not _REASON.match(reason)
    ]
    if problems:
        raise InvalidAnswersError(problems)
    return reasons
