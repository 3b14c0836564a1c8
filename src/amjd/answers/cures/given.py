"""Given: what a cure says beside the answers that there are, so that following it loses none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.numbers import net_retention
from amjd.answers.numbers.qualifiers import AT_TARGET, UNCAPPED
from amjd.answers.pay.periods import OF_WEEKS
from amjd.answers.places.regions import first_region
from amjd.answers.shapes import text_schema
from amjd.text.errors import Part, Put, Say, Way
from amjd.text.patterns import compile_later

# Names of one thing, to which nobody adds another.
_ONE = ("role.location", "role.owner", "product.name")
_NET_IN = compile_later(net_retention.NAMED, re.IGNORECASE)
_FIGURES = compile_later(r"\d[\d.,]*")
_NET = compile_later(rf"\W*{net_retention.NAMED}\W*", re.IGNORECASE)


def beside_each_other(faults: Sequence[Fault], tree: Mapping[str, Any]) -> list[Fault]:
    """Let cures look at the answers that there are, at what is missing, and at each other."""
    told, said = list[Fault](), set[Part]()
    is_private = "private" in map(str.casefold, _typed(tree, "pay.variable")) or any(
        "private" in one.cure for one in faults if one.path == ("pay", "variable")
    )
    puts = (part for fault in faults for part in fault.also if isinstance(part, Put))
    bonus = [*_typed(tree, "pay.bonus"), *(one.words for one in puts if one.home == "pay.bonus")]
    for fault in (_at_once(fault, tree, bonus, is_private=is_private) for fault in faults):
        also = [_beside_given(one, tree) for one in fault.also if one not in said]
        said.update(one for one in fault.also if isinstance(one, Put) and _is_alone(one))
        told.append(fault._replace(also=tuple(filter(None, also))))
    return told


def _is_alone(put: Put) -> bool:
    """Whether nothing else is said in its sentence."""
    return not (put.before or put.behind or put.then)


def _at_once(
    fault: Fault, tree: Mapping[str, Any], bonus: Sequence[str], *, is_private: bool
) -> Fault:
    """Say at once what another answer makes of this one, and what it would be refused for next.

    `bonus` is what is or will be said of it; `is_private` says that what comes on top of the base
    is to be.
    """
    if fault.field == "pay.ote" and is_private:
        also: Part = "Leave it empty where pay.variable is private, which it would tell."
        return fault._replace(also=(*fault.also, also))
    if fault.field == "pay.ote" and fault.is_open:
        has_both = _typed(tree, "pay.base") and _typed(tree, "pay.variable")
        also = "Or leave it empty: it is worked out from pay.base and pay.variable."
        return fault._replace(also=(*fault.also, also)) if has_both else fault
    if fault.field == "pay.variable":
        parts = (_at_target(one, tree) for one in fault.also if not _is_named(one, fault, bonus))
        return fault._replace(also=tuple(filter(None, parts)))
    if fault.field == "quota.period" and _WEEKLY.search(fault.message):
        also = f"Write quota.target for that, too. {OF_WEEKS}"
        return fault._replace(also=(*fault.also, also)) if _typed(tree, "quota.target") else fault
    is_alone = not _typed(tree, "portfolio.retention") and not _typed(tree, _CHURN_PERIOD)
    if fault.field == "portfolio.churn" and is_alone and "empty" not in fault.cure:
        also = Say(_CHURN_PERIOD, "for how long: month, quarter or year")
        return fault._replace(also=(*fault.also, also))
    hours = _HOURS.match(" ".join(_typed(tree, "role.hours")))
    is_either = _PART_TIME.search(" ".join(_typed(tree, "role.employment")))
    is_unsaid = fault.forms == ("full-time", "part-time") and not is_either
    if is_unsaid and hours and 35 <= int(hours[1]) <= 60:
        return fault._replace(write="Write full-time.", forms=("full-time",))
    return fault


def _is_named(part: Part, fault: Fault, bonus: Sequence[str]) -> bool:
    """Whether words on a bonus are its name that is told already, and the figure that is kept."""
    if not (isinstance(part, Put) and part.home == "pay.bonus" and len(fault.forms) == 1):
        return False
    if not set(_FIGURES.findall(part.words)) <= set(_FIGURES.findall(fault.forms[0])):
        return False
    words = _letters(part.words)
    return any(words <= _letters(one) for one in bonus if one != part.words)


def _letters(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold())) - {"on", "of", "for", "the", "a", "base"}


def _at_target(part: Part, tree: Mapping[str, Any]) -> Part | None:
    """Say where it belongs that an amount is the one at the target, with nothing above it.

    Beside a quota it is that anyway, and what is above is commission.
    """
    if not isinstance(part, Put) or part.home != "pay.bonus" or not _is_alone(part):
        return part
    found = _GOES_ON.fullmatch(part.words)
    carries = "".join(_typed(tree, "quota.carries")[:1]).lower().startswith(("y", "t"))
    commission = "\n".join(_typed(tree, "pay.commission"))
    if not found or not (carries or commission):
        return part
    words = found["open"] if carries else found[0]
    is_said = words == found["open"] and re.search(UNCAPPED, commission, re.IGNORECASE)
    return None if not words or is_said else Put(words, "pay.commission")


_GOES_ON = compile_later(
    rf"(?=\w)(?:{AT_TARGET})?[ ,;(]*(?:(?:and|but) )?(?P<open>{UNCAPPED})?",
    re.IGNORECASE,
)
_WEEKLY = compile_later(r'(?i)^"[ /.p]*(?:(?:a|per|each|every) )?w(?:k|eek)?(?:ly)?[."]')
_PART_TIME = compile_later(r"(?i)\b(?:part|pt|p/t)\b")
_CHURN_PERIOD = "portfolio.churn_period"
# Hours of a week at the beginning, and no times of a day.
_HOURS = compile_later(
    r"(?:about |around )?(\d\d)(?:\.\d+)?(?: ?(?:hours|hrs?|h)\b|/(?:wk|week)| ?p/?w\b| a week|$)",
    re.ASCII | re.IGNORECASE,
)


def _beside_given(part: Part, tree: Mapping[str, Any]) -> Part | None:
    """Say what to add to answers that there are, and not what they say; only then what to put.

    A noun behind other clients would be more of them, and a length behind an end another end: only
    the owner can join those.
    """
    if isinstance(part, str):
        return _HOW_MANY.sub(lambda found: "" if _typed(tree, found["home"]) else found[0], part)
    typed, is_known = _typed(tree, part.home), part.then and _typed(tree, part.then.home)
    then = None if is_known else part.then
    if isinstance(part, Say):
        return then if typed else part._replace(then=then)
    if (found := _HOW_MANY.match(part.before)) and _typed(tree, found["home"]):
        part = part._replace(before="")
    way, same = _way(part, typed), _same_measure(part, typed)
    if way == "there":
        return part._replace(then=then, way=way)
    if same and way == "put" and re.search(r"\d", same):
        return part._replace(then=then, way="join", joined=same)
    behind = f', in place of "{same}"' if same else part.behind
    return part._replace(then=then, way=way, behind=behind)


_HOW_MANY = compile_later(
    r"(?:With yes, put|Put) how many in (?P<home>[a-z_.]+), in digits(?:\.(?: |$)|, and$)"
)


def _way(put: Put, typed: Sequence[str]) -> Way:
    """Return how words get to what was typed where they belong."""
    is_said = _says(typed, put.words) or _is_measured(put, typed) or _is_region(put, typed)
    if is_said:
        return "there"
    if put.way != "put":
        return put.way
    if not typed or put.home in _ONE or FIELDS[put.home].kind.schema != text_schema():
        return "put"
    is_noun = put.home == "portfolio.segment" and put.words[:1].isalpha()
    is_joined = is_noun or put.home == "role.until" or _overlap(put.words, typed[0])
    if put.before or not is_joined:
        return "add"
    # Of a job that ends, its opening says already what it is for.
    return "there" if put.then else "join"


def _is_region(put: Put, typed: Sequence[str]) -> bool:
    """Whether a region is there by its code or another name."""
    region = first_region([put.words]) if put.home == "role.regions" else ""
    return bool(region) and any(first_region([one]) == region for one in typed)


def _is_measured(put: Put, typed: Sequence[str]) -> bool:
    """Whether a measure says what is kept and grown with the figure that is to be put there."""
    figures = _FIGURES.findall(put.words) if put.words.startswith(net_retention.NAME) else []
    named = (item for item in typed if _NET_IN.search(item))
    return bool(figures) and any(_FIGURES.findall(item) == figures for item in named)


def _same_measure(put: Put, typed: Sequence[str]) -> str:
    """Return the measure that is there and says, in part, what is to be put beside it."""
    if put.home != "metrics":
        return ""
    if put.words.startswith(net_retention.NAME):
        return next((item for item in typed if _NET.fullmatch(item)), "")
    items = (item for text in typed for item in _ITEMS.split(text))
    is_loss = re.search(r"\blost\b", put.words)
    return next((item for item in items if is_loss and _LOST.search(item)), "")


_ITEMS = compile_later(r" ?[,;] ?")
# How clients lost are measured in other words.
_LOST = compile_later(
    r"^churn(?: rate)?$|\blost$|\d.*\b(?:lost|los(?:es?|ing|s)|churn|leav\w+)\b", re.IGNORECASE
)


def _says(typed: Sequence[str], words: str) -> bool:
    said = _HOURLY.sub("", "\n".join(typed).casefold())
    bare = re.escape(_HOURLY.sub("", words.casefold().strip(" .")))
    return re.search(rf"(?<!\w){bare}(?!\w)", said) is not None


# The unit of hours, which one writes and another does not: 32-36h, 32-36.
_HOURLY = compile_later(r"(?<=\d) ?(?:hours?|hrs?|h|u)\b")


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
