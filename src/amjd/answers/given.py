"""Given: what a cure says beside the answers that there are, so that following it loses none."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from amjd.answers.choices import write_any_of
from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.qualifiers import UNCAPPED
from amjd.answers.shapes import text_schema
from amjd.text.patterns import compile_later

_PUT = compile_later(
    r'(?P<and>\band )?(?P<put>[Pp]ut )?"(?P<words>[^"]*)" in (?P<home>[a-z]+\.[a-z_]+|metrics)\b'
)
_ALONE = compile_later(r'(?:^| )Put "(?P<words>[^"]*)" in (?P<home>[a-z]+\.[a-z_]+|metrics)\.')
_SAY = compile_later(r"(?:^| )Say in (?P<home>[a-z]+\.[a-z_]+) (?:that|how|what)\b[^.;]*\.")
_COVER = compile_later(
    r'Put "(?P<words>This is [^"]*)" in role\.opening, and when it ends in role\.until\.'
)
# Names of one thing, to which nobody adds another.
_ONE = ("role.location", "role.owner", "product.name")
_NET = compile_later(r"\W*(?:n[rd]r|net (?:(?:revenue|dollar) )?retention)\W*", re.IGNORECASE)


def beside_each_other(faults: Sequence[Fault], tree: Mapping[str, Any]) -> list[Fault]:
    """Let cures look at the answers that there are, at what is missing, and at each other."""
    told, said = list[Fault](), set[str]()
    is_private = any("private" in one.cure for one in faults if one.path == ("pay", "variable"))
    looked = (_at_once(fault, tree, is_private=is_private) for fault in faults)
    for fault in (beside_given(one, tree) for one in looked):
        twice = [found[0] for found in _ALONE.finditer(fault.cure) if found[0].strip() in said]
        said |= {found[0].strip() for found in _ALONE.finditer(fault.cure)}
        cure = functools.reduce(lambda left, put: left.replace(put, ""), twice, fault.cure)
        told.append(fault._replace(cure=cure.strip()) if twice else fault)
    return told


def _at_once(fault: Fault, tree: Mapping[str, Any], *, is_private: bool) -> Fault:
    """Say at once what another answer makes of this one, and what it would be refused for next.

    `is_private` says that what comes on top of the base is to be.
    """
    if fault.field == "pay.ote" and is_private:
        also = "Leave it empty where pay.variable is private, which it would tell."
        return fault._replace(cure=f"{fault.cure} {also}")
    if fault.field == "pay.ote" and "leaves one end open" in fault.message:
        has_both = _typed(tree, "pay.base") and _typed(tree, "pay.variable")
        also = "Or leave it empty: it is worked out from pay.base and pay.variable."
        return fault._replace(cure=f"{fault.cure} {also}") if has_both else fault
    if fault.field == "pay.variable" and (found := _GOES_ON.search(fault.cure)):
        return fault._replace(cure=fault.cure.replace(found[0], _at_target(found, tree)).strip())
    is_alone = not _typed(tree, "portfolio.retention") and not _typed(tree, _CHURN_PERIOD)
    if fault.field == "portfolio.churn" and is_alone and "empty" not in fault.cure:
        also = f"Say in {_CHURN_PERIOD} for how long: month, quarter or year."
        return fault._replace(cure=f"{fault.cure} {also}")
    hours = _HOURS.match(" ".join(_typed(tree, "role.hours")))
    if fault.forms == ("full-time", "part-time") and hours and 35 <= int(hours[1]) <= 60:
        cure = fault.cure.replace(write_any_of(fault.forms), "Write full-time.")
        return fault._replace(cure=cure, forms=("full-time",))
    return fault


def _at_target(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    """Say where it belongs that an amount is the one at the target, with nothing above it.

    Beside a quota it is that anyway, and what is above is commission.
    """
    carries = "".join(_typed(tree, "quota.carries")[:1]).lower().startswith(("y", "t"))
    commission = "\n".join(_typed(tree, "pay.commission"))
    if not carries and not commission:
        return found[0]
    words = found["open"] if carries else found["words"]
    is_said = words == found["open"] and re.search(UNCAPPED, commission, re.IGNORECASE)
    return "" if not words or is_said else f'Put "{words}" in pay.commission.'


_GOES_ON = compile_later(
    rf'Put "(?P<words>(?=at |on |for |{UNCAPPED}")(?:(?:at|on|for) [^",]*?)?[ ,;(]*'
    rf'(?:(?:and|but) )?(?P<open>{UNCAPPED})?)" in pay\.bonus\.',
    re.IGNORECASE,
)
_CHURN_PERIOD = "portfolio.churn_period"
# Hours of a week at the beginning, and no times of a day.
_HOURS = compile_later(
    r"(?:about |around )?(\d\d)(?:\.\d+)?(?: ?(?:hours|hrs?|h)\b|/(?:wk|week)| ?p/?w\b| a week|$)",
    re.ASCII | re.IGNORECASE,
)


def beside_given(fault: Fault, tree: Mapping[str, Any]) -> Fault:
    """Say what to add to answers that there are, and not what they say; only then what to put.

    A noun behind other clients would be more of them, and a length behind an end another end: only
    the owner can join those.
    """
    cure = _COVER.sub(lambda found: _unless_covered(found, tree), fault.cure)
    cure = _ALONE.sub(lambda found: _unless_said(found, tree), cure)
    cure = _SAY.sub(lambda found: "" if _typed(tree, found["home"]) else found[0], cure)
    cure = _PUT.sub(lambda found: _added(found, tree), cure)
    return fault if cure == fault.cure else fault._replace(cure=" ".join(cure.split()))


def _unless_covered(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    """Ask no more than when a job ends of which its opening says already what it is for."""
    typed = _typed(tree, "role.opening")
    if not typed or not _overlap(found["words"], typed[0]):
        return found[0]
    return "" if _typed(tree, "role.until") else "Say when it ends in role.until."


def _unless_said(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    said = _HOURLY.sub(r"\1", "\n".join(_typed(tree, found["home"])).casefold())
    words = re.escape(_HOURLY.sub(r"\1", found["words"].casefold().strip(" .")))
    return "" if re.search(rf"(?<!\w){words}(?!\w)", said) else found[0]


# The unit of hours, which one writes and another does not: 32-36h, 32-36.
_HOURLY = compile_later(r"(?<=\d)() ?(?:hours?|hrs?|h|u)\b")


def _added(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    home, words = found["home"], found["words"]
    typed = _typed(tree, home)
    if home == "metrics" and words.startswith("net revenue retention"):
        same = next((item for item in typed if _NET.fullmatch(item)), "")
        return f'{found[0]}, in place of "{same}"' if same else found[0]
    if home == "metrics":
        return _measured(found, [item for text in typed for item in _ITEMS.split(text)])
    if not typed or home in _ONE or FIELDS[home].kind.schema != text_schema():
        return found[0]
    is_noun = home == "portfolio.segment" and words[:1].isalpha()
    is_joined = is_noun or home == "role.until" or _overlap(words, typed[0])
    if (found["put"] or "").startswith("P") and is_joined:
        return f'Join "{words}" with what {home} says already'
    add = "Add" if (found["put"] or "").startswith("P") else "add"
    return f'{found["and"] or ""}{add} "{words}" to {home}'


def _measured(found: re.Match[str], items: Sequence[str]) -> str:
    """Say which measure that is there already says in part what is to be put beside it."""
    is_loss = re.search(r"\blost\b", found["words"])
    same = next((item for item in items if is_loss and _LOST.search(item)), "")
    if not same:
        return found[0]
    if not re.search(r"\d", same):
        return f'{found[0]}, in place of "{same}"'
    join = f'join "{found["words"]}" with "{same}" in metrics'
    return f"{found['and']}{join}" if found["and"] else f"{join[:1].upper()}{join[1:]}"


_ITEMS = compile_later(r" ?[,;] ?")
# How clients lost are measured in other words.
_LOST = compile_later(
    r"^churn(?: rate)?$|\blost$|\d.*\b(?:lost|los(?:es?|ing|s)|churn|leav\w+)\b", re.IGNORECASE
)


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
