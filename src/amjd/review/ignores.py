"""Findings that their author silences, each with a reason."""

import re
from collections.abc import Mapping

from amjd.text.errors import InvalidAnswersError, Place, Problem

_COMMENT = re.compile(r"<!--\s{0,20}amjd: ?ignore(?P<said>[^\n]{0,400}?)-->")
_SAID = re.compile(r" +(?P<rule>[A-Za-z]+-\d+)(?: +(?P<reason>because +\S[^\n]*?))? *\Z")


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


def _problem(place: Place, rule: str, is_known: bool) -> Problem:
    if rule and not is_known:
        return Problem(place, "", f"{rule} is no rule.", "amjd explain names them all.")
    cure = f"Write <!-- amjd: ignore {rule or 'ROLE-03'} because ... -->."
    return Problem(place, "", "a finding is ignored without a reason.", cure)
