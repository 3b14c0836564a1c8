"""Given: what a cure says beside the answers that there are, so that following it loses none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.shapes import text_schema
from amjd.text.errors import Part, Put, Say, Way
from amjd.text.patterns import compile_later

# Names of one thing, to which nobody adds another.
_ONE = ("role.location", "role.owner", "product.name")
_NET = compile_later(r"\W*(?:n[rd]r|net (?:(?:revenue|dollar) )?retention)\W*", re.IGNORECASE)


def beside_each_other(faults: Sequence[Fault], tree: Mapping[str, Any]) -> list[Fault]:
    """Let cures look at the answers that there are, at what is missing, and at each other."""
    told, said = list[Fault](), set[Part]()
    is_private = any("private" in one.cure for one in faults if one.path == ("pay", "variable"))
    for fault in (_at_once(fault, tree, is_private=is_private) for fault in faults):
        also = [_beside_given(one, tree) for one in fault.also if one not in said]
        said.update(one for one in fault.also if isinstance(one, Put) and _is_alone(one))
        told.append(fault._replace(also=tuple(filter(None, also))))
    return told


def _is_alone(put: Put) -> bool:
    """Whether nothing else is said in its sentence."""
    return not (put.before or put.behind or put.then)


def _at_once(fault: Fault, tree: Mapping[str, Any], *, is_private: bool) -> Fault:
    """Say at once what another answer makes of this one, and what it would be refused for next.

    `is_private` says that what comes on top of the base is to be.
    """
    if fault.field == "pay.ote" and is_private:
        also: Part = "Leave it empty where pay.variable is private, which it would tell."
        return fault._replace(also=(*fault.also, also))
    is_alone = not _typed(tree, "portfolio.retention") and not _typed(tree, _CHURN_PERIOD)
    if fault.field == "portfolio.churn" and is_alone and "empty" not in fault.cure:
        also = Say(_CHURN_PERIOD, "for how long: month, quarter or year")
        return fault._replace(also=(*fault.also, also))
    hours = _HOURS.match(" ".join(_typed(tree, "role.hours")))
    if fault.forms == ("full-time", "part-time") and hours and 35 <= int(hours[1]) <= 60:
        return fault._replace(write="Write full-time.", forms=("full-time",))
    return fault


_CHURN_PERIOD = "portfolio.churn_period"
# Hours of a week at the beginning, and no times of a day.
_HOURS = compile_later(
    r"(?:about |around )?(\d\d)(?:\.\d+)?(?: ?(?:hours|hrs?|h)\b|/(?:wk|week)| ?p/?w\b| a week|$)",
    re.ASCII | re.IGNORECASE,
)


def _beside_given(part: Part, tree: Mapping[str, Any]) -> Part | None:
    """Say what to add to answers that there are, and not what they say; only then what to put."""
    if isinstance(part, str):
        return part
    typed, is_known = _typed(tree, part.home), part.then and _typed(tree, part.then.home)
    then = None if is_known else part.then
    if isinstance(part, Say):
        return then if typed else part._replace(then=then)
    return part._replace(then=then, way=_way(part, typed), behind=_behind(part, typed))


def _way(put: Put, typed: Sequence[str]) -> Way:
    """Return how words get to what was typed where they belong."""
    if _is_alone(put) and _says(typed, put.words):
        return "there"
    if not typed or put.home in _ONE or FIELDS[put.home].kind.schema != text_schema():
        return "put"
    if put.before or not _overlap(put.words, typed[0]):
        return "add"
    # Of a job that ends, its opening says already what it is for.
    return "there" if put.then else "join"


def _behind(put: Put, typed: Sequence[str]) -> str:
    """Return what goes on with words: which of the measures they take the place of."""
    if put.home == "metrics" and put.words.startswith("net revenue retention"):
        same = next((item for item in typed if _NET.fullmatch(item)), "")
        return f', in place of "{same}"' if same else put.behind
    return put.behind


def _says(typed: Sequence[str], words: str) -> bool:
    said = re.escape(words.casefold().strip(" ."))
    return re.search(rf"(?<!\w){said}(?!\w)", "\n".join(typed).casefold()) is not None


def _overlap(words: str, typed: str) -> bool:
    """Whether two texts tell of the same thing, so that one behind the other would say it twice."""
    return not _content(words).isdisjoint(_content(typed))


def _content(text: str) -> set[str]:
    return {word.rstrip("s") for word in _WORD.findall(text.casefold())} - _EMPTY


_WORD = compile_later(r"[^\W\d_]{4,}|\d[\d.,]*%")
_EMPTY = frozenset((
    "with", "from", "this", "that", "your", "their", "them", "they", "which", "when", "each",
    "every", "other",
))  # fmt: skip


def _typed(tree: Mapping[str, Any], field: str) -> list[str]:
    """List the texts that were typed for a field."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str) and item.strip()]
