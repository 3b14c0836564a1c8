"""Reading typed answers: a tree of texts in, the answers and everything wrong with them out."""

import datetime
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import SchemaValidator, ValidationError

from amjd.answers.choices import ALL
from amjd.answers.days.deadline import paper
from amjd.answers.declared import read_schema
from amjd.answers.faults import Fault, fault_of, why
from amjd.answers.fields import FIELDS, NAMES, Answers
from amjd.answers.kinds import USUAL_CURRENCY, Context, Memories, Told
from amjd.answers.names.called import CALLED
from amjd.answers.numbers.figures import LONGEST
from amjd.answers.pay.currencies import read_currency
from amjd.answers.pay.periods import PAY_PERIOD
from amjd.answers.places.place import currency_at
from amjd.answers.places.regions import countries_of_parts, country_of, first_region
from amjd.answers.settling import contradictions, likely_slips, settle
from amjd.answers.state import missing
from amjd.answers.typed_lists import one_line
from amjd.text.characters import refused
from amjd.text.errors import Reading, UnreadableError, write_one_of

Tree = Mapping[str, Any]
"""Answers as they were typed: sections of texts, lists of texts, and ranges of two texts."""


class Read(NamedTuple):
    """Answers with all that is wrong with them, and all that there is to tell of them."""

    answers: Answers
    faults: list[Fault]
    readings: list[Reading]


_READER = SchemaValidator(read_schema(Answers))
IGNORE = "ignore"
"""What a file says to the review, by rule and reason; it is no answer, and never published."""
_SECTIONS: dict[str, set[str]] = {}
for _field in FIELDS:
    _section, _, _name = _field.partition(".")
    if _name:
        _SECTIONS.setdefault(_section, set()).add(_name)


def _pruned(tree: Tree) -> Tree:
    """Drop the fields that are empty: an empty value is an unanswered one.

    A name that is no field stays, so that it is found however it is filled.
    """
    pruned = {}
    for name, part in tree.items():
        if name == IGNORE:
            continue
        fields = _SECTIONS.get(name)
        if isinstance(part, dict) and fields:
            part = {key: value for key, value in part.items()
                    if key not in fields or not _is_empty(value)}  # fmt: skip
        is_section = isinstance(part, dict) and fields
        if name not in NAMES or (part if is_section else not _is_empty(part)):
            pruned[name] = part
    return pruned


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip() and not any(True for _ in refused(value))
    parts = value.values() if isinstance(value, dict) else value
    return all(map(_is_empty, parts))


def read(
    tree: Tree,
    templates: list[str],
    bullets: Callable[[], Collection[str]] = tuple,
    today: datetime.date | None = None,
    memories: Memories | None = None,
) -> Read:
    """Read typed answers; what cannot be read is a fault and counts as unanswered, not as missing.

    `templates` are the ids that the field `template` may name, `bullets` are the names that
    `leave_out` may; `today` is given where somebody is asked, and may answer "in 2 weeks".
    Whoever reads much the same answers again and again, with one catalog, keeps `memories` of them;
    what they hold is bounded.
    """
    found = _read_once(tree, templates, bullets, today, memories)

    def again(other: Tree) -> list[Fault]:
        return _read_once(other, templates, bullets, today, memories).faults

    if not found.faults:
        return found
    from amjd.answers.cures.given import beside_each_other  # a file without a fault needs no cure

    with_forms = [fault for fault in found.faults if fault.forms][:_MOST_TRIED]
    mended = {id(fault): _beside_the_others(fault, tree, again) for fault in with_forms}
    faults = [mended.get(id(fault), fault) for fault in found.faults]
    return found._replace(faults=beside_each_other(faults, tree))


_MOST_TRIED = 20  # faults whose cures are tried beside the other answers


def _beside_the_others(fault: Fault, tree: Tree, again: Callable[[Tree], list[Fault]]) -> Fault:
    """Keep of the forms that a cure gives those that the other answers bear."""
    if not all(isinstance(step, str) for step in fault.path):
        return fault
    tree = _short(tree)
    borne, wrong = [], []
    for form in fault.forms:
        faults = [one for one in again(_with(tree, fault.path, form)) if one.path == fault.path]
        wrong += faults
        borne += [] if faults else [form]
    if not wrong:
        return fault
    if borne:
        return fault._replace(write=write_one_of(borne), forms=tuple(borne))
    return fault._replace(write=f"Besides, it {wrong[0].message} {wrong[0].cure}", forms=())


def _short(part: Any) -> Any:
    """Cut texts and lists, of which nothing but that they are there tells on other answers."""
    if isinstance(part, Mapping):
        return {name: _short(inner) for name, inner in part.items()}
    return part[: LONGEST if isinstance(part, str) else 1]


def _with(tree: Tree, path: tuple[str | int, ...], answer: str) -> Tree:
    name, *inner = path
    value = _with(tree[str(name)], tuple(inner), answer) if inner else answer
    return {**tree, str(name): value}


def _read_once(
    tree: Tree,
    templates: list[str],
    bullets: Callable[[], Collection[str]],
    today: datetime.date | None,
    memories: Memories | None,
) -> Read:
    tree, faults = _pruned(tree), []
    role = tree["role"] if isinstance(tree.get("role"), dict) else {}
    location = str(role.get("location", ""))
    local = partial(currency_at, location[:LONGEST], ())
    currency = _currency_of(tree, local)
    on = paper(first_region(role.get("regions")), currency or USUAL_CURRENCY)
    context = Context(
        currency,
        tuple(templates),
        location,
        countries_of_parts(role.get("regions")),
        on,
        bullets,
        today,
        period=_period_of(tree),
        called=_called_of(tree),
        country=country_of(role, location, currency or USUAL_CURRENCY),
        local=local,
    )
    if memories is not None:
        context.remember(memories)
    try:
        answers = _READER.validate_python(tree, context=context)
    except ValidationError as error:
        faults = [fault_of(dict(detail)) for detail in error.errors()]
        for fault in faults:
            _remove(tree, fault.path)
        context = context.apart()
        answers = _READER.validate_python(_pruned(tree), context=context)
    unread = {fault.field for fault in faults} | {fault.meant for fault in faults if fault.meant}
    answers = settle(answers)
    faults += [
        Fault((*found.field.split("."),), found.message, found.cure, beside=found.beside)
        for found in contradictions(answers)
        if not any(_reads(name, field) for name in unread for field in (found.field, *found.beside))
    ]
    if ALL in (answers.leave_out or ()) and not answers.role.duties and "role.duties" not in unread:
        cure = "Add one to role.duties, or name what to leave out."
        faults.append(Fault(("leave_out",), "is all, which leaves no duty.", cure))
    faults += [
        Fault((*field.split("."),), f"is missing{why(field)}.", "", "missing")
        for field in missing(answers)
        if not any(_touches(name, field) for name in unread)
    ]
    readings = [_reading(tree, told) for told in context.told]
    lists = [] if today else one_line(tree)  # in an interview that is asked
    return Read(answers, faults, [*readings, *lists, *likely_slips(answers)])


def _reading(tree: Tree, told: Told) -> Reading:
    """Find the field of an answer by the very object that was typed for it."""
    named = [field for field in FIELDS if field.split(".")[-1] == told.name]
    return Reading(next(field for field in named if _holds(tree, field, told.typed)), told.message)


def _holds(tree: Tree, field: str, typed: object) -> bool:
    value: Any = tree
    for step in field.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value is typed or (isinstance(value, list) and any(item is typed for item in value))


def _reads(unread: str, field: str) -> bool:
    """Whether a field, or a part of it, or all of its section could not be read."""
    return f"{unread}.".startswith(f"{field}.") or unread == field.split(".")[0]


def _touches(unread: str, field: str) -> bool:
    """Whether a field only seems to be missing, because of an answer that could not be read."""
    deciding = [condition.field for way in FIELDS[field].required for condition in way]
    return _reads(unread, field) or unread in deciding


def _currency_of(tree: Tree, local: Callable[[str], str]) -> str | None:
    """Read the currency ahead of the amounts; None, which matches any sign, if it is unreadable."""
    typed = _typed(tree, "pay", "currency") or USUAL_CURRENCY
    try:
        return read_currency(typed, Context(local=local))
    except UnreadableError:
        return None


def _period_of(tree: Tree) -> str:
    """Read the period of pay ahead of the amounts; nothing if it is not given or unreadable."""
    typed = _typed(tree, "pay", "period")
    try:
        return str(PAY_PERIOD.read(typed, Context())) if typed else ""
    except UnreadableError:
        return ""


def _called_of(tree: Tree) -> str:
    """Read what accounts are called ahead of their number; nothing if that is not given."""
    try:
        return str(CALLED.read(_typed(tree, "portfolio", "called"), Context()) or "")
    except UnreadableError:
        return ""


def _typed(tree: Tree, section: str, name: str) -> Any:
    """Return what was typed for a field of a section; None where the section is none."""
    part = tree.get(section)
    return part.get(name) if isinstance(part, dict) else None


def _remove(tree: Any, path: tuple[str | int, ...]) -> None:
    """Take a faulty answer out, whole: a list with one bad item goes too."""
    section, *rest = path
    if rest and section not in FIELDS and isinstance(tree.get(section), dict):
        tree[section].pop(rest[0], None)
    else:
        tree.pop(section, None)
