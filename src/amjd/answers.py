"""The answers: every field, its kind, and when it applies, is required and may be published.

This is the one place where that is declared; the file reader, the options, the prompts and the
schema all ask here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
)
from pydantic_core.core_schema import CoreSchema

from amjd import conditions, kinds
from amjd.characters import refused
from amjd.conditions import GIVEN, Condition, Conditions, Shown
from amjd.contacts import EMAIL, LINK
from amjd.dates import DEADLINE, Deadline
from amjd.errors import UnreadableError, did_you_mean
from amjd.kinds import (
    FLOOR,
    PERCENT,
    SHARE,
    TEXT,
    TEXTS,
    UP_TO_FIVE,
    YES_NO,
    Context,
    Kind,
    Locale,
    choice,
    count,
)
from amjd.money import AMOUNT, AMOUNT_OR_RANGE, CURRENCY, Money, read_currency, show_money
from amjd.regions import REGIONS

Tree = dict[str, Any]
"""Answers as they were typed: sections of texts, lists of texts, and ranges of two texts."""


class Fault(NamedTuple):
    """Something wrong at a path of the tree; the reader of a file finds its line."""

    path: tuple[str | int, ...]
    message: str
    cure: str
    reason: Literal["value", "key", "missing"] = "value"

    @property
    def field(self) -> str:
        """The dotted name of the path, without its list indexes."""
        return ".".join(step for step in self.path if isinstance(step, str))


@dataclass(frozen=True)
class Field:
    """What is declared of a field: its kind, and when it applies and is required.

    Under no condition is always, and `required` None is never; `default` stands in a posting for
    an answer that was not given.
    """

    kind: Kind
    applies: Conditions = ()
    required: Conditions | None = None
    published: bool = True
    default: str = ""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return self.kind.core_schema()

    def __get_pydantic_json_schema__(self, _: Any, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.kind.schema)


def field(
    kind: Kind,
    *,
    applies: str = "",
    required: str | bool = False,
    published: bool = True,
    default: str = "",
) -> Field:
    """Declare a field. A required one is so whenever it applies, or when its conditions hold."""
    when = required if isinstance(required, str) else applies if required else None
    needed = None if when is None else conditions.parse(when)
    return Field(kind, conditions.parse(applies), needed, published, default)


_QUOTA = "quota.carries is yes"
_FIRST_HIRE = "role.first_hire is yes"
_PERIOD = choice("month", "quarter", "year")


class Section(BaseModel):
    """Answers that stand together in the file; what was not answered is None."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Company(Section):
    name: Annotated[str | None, field(TEXT, required=True)] = None
    about: Annotated[str | None, field(TEXT, required=True)] = None
    industry: Annotated[str | None, field(TEXT)] = None
    employees: Annotated[int | None, field(count(least=0), published=False)] = None


class Role(Section):
    title: Annotated[str | None, field(TEXT)] = None
    location: Annotated[str | None, field(TEXT, required=True)] = None
    regions: Annotated[list[str] | None, field(REGIONS, published=False)] = None
    workplace: Annotated[
        str | None, field(choice("on-site", "hybrid", "remote"), required=True)
    ] = None
    employment: Annotated[
        str | None,
        field(choice("full-time", "part-time", "contract", "temporary"), default="full-time"),
    ] = None
    hours: Annotated[str | None, field(TEXT)] = None
    travel: Annotated[str | None, field(TEXT)] = None
    start: Annotated[str | None, field(TEXT)] = None
    reports_to: Annotated[str | None, field(TEXT, required=True)] = None
    first_hire: Annotated[bool | None, field(YES_NO, required=True)] = None
    trainable: Annotated[bool | None, field(YES_NO, required=True, applies=_FIRST_HIRE)] = None
    owner: Annotated[str | None, field(TEXT, required=True, applies=_FIRST_HIRE)] = None
    handover_weeks: Annotated[int | None, field(count("week"), applies=_FIRST_HIRE)] = None
    training: Annotated[str | None, field(TEXT, applies=_FIRST_HIRE)] = None
    growth_path: Annotated[str | None, field(TEXT, applies=_FIRST_HIRE)] = None
    mentors: Annotated[bool | None, field(YES_NO, required=True)] = None
    new_business: Annotated[Decimal | None, field(SHARE)] = None
    duties: Annotated[list[str] | None, field(TEXTS)] = None
    required: Annotated[list[str] | None, field(TEXTS)] = None
    preferred: Annotated[list[str] | None, field(TEXTS)] = None
    years: Annotated[int | None, field(count("year"))] = None


class Quota(Section):
    carries: Annotated[bool | None, field(YES_NO, required=True)] = None
    target: Annotated[Money | None, field(AMOUNT, required=True, applies=_QUOTA)] = None
    period: Annotated[str | None, field(_PERIOD, required=True, applies=_QUOTA)] = None
    forecast: Annotated[str | None, field(choice("week", "month"))] = None


class Portfolio(Section):
    accounts: Annotated[int | None, field(count("account"), required=True)] = None
    segment: Annotated[str | None, field(TEXT, required=True)] = None
    strategic: Annotated[bool | None, field(YES_NO, required=True)] = None
    revenue: Annotated[Money | None, field(AMOUNT)] = None
    check_ins: Annotated[str | None, field(TEXT)] = None
    complex: Annotated[bool | None, field(YES_NO, required=True)] = None
    retention: Annotated[Decimal | None, field(FLOOR)] = None
    churn: Annotated[Decimal | None, field(PERCENT)] = None
    churn_period: Annotated[
        str | None, field(_PERIOD, required=True, applies="portfolio.churn is given")
    ] = None
    expansion: Annotated[Money | None, field(AMOUNT)] = None


class Product(Section):
    software: Annotated[bool | None, field(YES_NO, required=True)] = None
    name: Annotated[str | None, field(TEXT, required=True, applies="product.software is yes")] = (
        None
    )


class Tools(Section):
    crm: Annotated[str | None, field(TEXT, required=True)] = None
    others: Annotated[list[str] | None, field(TEXTS)] = None


class Pay(Section):
    currency: Annotated[str | None, field(CURRENCY, default="USD")] = None
    period: Annotated[str | None, field(choice("year", "month", "hour"), default="year")] = None
    base: Annotated[Money | None, field(AMOUNT_OR_RANGE, required=True)] = None
    variable: Annotated[Money | None, field(AMOUNT_OR_RANGE, required=_QUOTA)] = None
    ote: Annotated[Money | None, field(AMOUNT_OR_RANGE)] = None
    commission: Annotated[str | None, field(TEXT, required=True, applies=_QUOTA)] = None
    benefits: Annotated[list[str] | None, field(TEXTS)] = None


class Apply(Section):
    email: Annotated[str | None, field(EMAIL, required="apply.url is not given")] = None
    url: Annotated[str | None, field(LINK)] = None
    deadline: Annotated[Deadline | None, field(DEADLINE, required=True)] = None
    evidence: Annotated[str | None, field(TEXT)] = None


class Answers(Section):
    """Everything that was answered; what was not is None."""

    template: Annotated[str | None, kinds.TEMPLATE] = None
    company: Company = Company()
    role: Role = Role()
    quota: Quota = Quota()
    portfolio: Portfolio = Portfolio()
    product: Product = Product()
    tools: Tools = Tools()
    metrics: Annotated[list[str] | None, field(UP_TO_FIVE, required=True)] = None
    pay: Pay = Pay()
    apply: Apply = Apply()

    def __getitem__(self, field: str) -> Any:
        """Return the value of a field by its dotted name; None where it is unanswered."""
        section, _, name = field.partition(".")
        value = getattr(self, section)
        return getattr(value, name) if name else value


def _declared(model: type[BaseModel], section: str = "") -> Iterator[tuple[str, Field]]:
    for name, info in model.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from _declared(info.annotation, f"{name}.")
        yield from ((section + name, found) for found in info.metadata if isinstance(found, Field))


FIELDS: dict[str, Field] = dict(_declared(Answers))
"""Every field that a question asks, by its dotted name, in the order of the file."""


def answer_of(answers: Answers, field: str) -> Shown | None:
    """Return what a posting would show of an answer, whether or not it applies."""
    value = answers[field]
    return None if value is None else FIELDS[field].kind.show(value, locale(answers))


def locale(answers: Answers) -> Locale:
    """Return what the looks of these answers depend on."""
    return Locale(answers.pay.currency or "USD")


def holds(answers: Answers, wanted: Conditions) -> bool:
    """Whether conditions hold beside these answers; none always do."""
    return conditions.hold(wanted, lambda field: answer_of(answers, field))


def applies(answers: Answers, field: str) -> bool:
    """Whether the field means anything beside the other answers."""
    return holds(answers, FIELDS[field].applies)


def missing(answers: Answers) -> list[str]:
    """List the required fields that have no answer, in the order of the file."""
    return [
        field
        for field, rule in FIELDS.items()
        if rule.required is not None and answers[field] is None and holds(answers, rule.required)
    ]


def left_out(answers: Answers) -> list[tuple[str, Condition]]:
    """List the answers that do not apply, each with the answer that rules it out."""
    return [
        (field, _as_it_is(answers, failed))
        for field in FIELDS
        if answers[field] is not None and (failed := _failed(answers, field))
    ]


def _failed(answers: Answers, field: str) -> Condition | None:
    return next((one for one in FIELDS[field].applies if not holds(answers, (one,))), None)


def _as_it_is(answers: Answers, failed: Condition) -> Condition:
    answer = answer_of(answers, failed.field)
    return Condition(failed.field, str(answer or GIVEN), negated=answer is None)


def on_target(answers: Answers) -> Money | None:
    """Work out on-target earnings: base and variable pay for one `pay.period`."""
    pay = answers.pay
    if pay.base and pay.variable:
        return pay.base + pay.variable
    return pay.ote if pay.ote != pay.base else None


def shown(answers: Answers) -> dict[str, Shown]:
    """Return what a posting shows of each publishable answer that applies.

    Without its variable part a figure for on-target earnings would only repeat the base, so it is
    shown when both are known.
    """
    here = locale(answers)
    values = {field: answers[field] for field in FIELDS} | {"pay.ote": on_target(answers)}
    return {
        field: FIELDS[field].kind.show(value, here)
        for field, value in values.items()
        if value is not None and FIELDS[field].published and applies(answers, field)
    }


def _pruned(tree: Tree) -> Tree:
    """Drop the fields that are empty: an empty value is an unanswered one.

    A name that is no field stays, so that it is found however it is filled.
    """
    pruned = {}
    for name, part in tree.items():
        fields = [field for field in FIELDS if field.startswith(f"{name}.")]
        if isinstance(part, dict) and fields:
            part = {key: value for key, value in part.items()
                    if f"{name}.{key}" not in fields or not _is_empty(value)}  # fmt: skip
        if name not in Answers.model_fields or not _is_empty(part):
            pruned[name] = part
    return pruned


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip() and not any(True for _ in refused(value))
    parts = value.values() if isinstance(value, dict) else value
    return all(map(_is_empty, parts))


def read(tree: Tree, templates: list[str]) -> tuple[Answers, list[Fault]]:
    """Read typed answers; what cannot be read is a fault and counts as unanswered, not as missing.

    `templates` are the ids that the field `template` may name.
    """
    tree, faults = _pruned(tree), []
    context = Context(_currency_of(tree), tuple(templates))
    try:
        answers = Answers.model_validate(tree, context=context)
    except ValidationError as error:
        faults = [_fault(dict(detail)) for detail in error.errors()]
        for fault in faults:
            _remove(tree, fault.path)
        answers = Answers.model_validate(_pruned(tree), context=context)
    unread = {fault.field for fault in faults}
    if not unread & {"pay.base", "pay.variable", "pay.ote"}:
        faults += _pay_faults(answers)
    faults += [
        Fault((*field.split("."),), "is missing.", "", "missing")
        for field in missing(answers)
        if not any(_touches(name, field) for name in unread)
    ]
    return answers, faults


def _touches(unread: str, field: str) -> bool:
    """Whether a field only seems to be missing, because of an answer that could not be read."""
    deciding = [condition.field for condition in FIELDS[field].required or ()]
    return f"{unread}.".startswith(f"{field}.") or unread in (field.split(".")[0], *deciding)


def _currency_of(tree: Tree) -> str | None:
    """Read the currency ahead of the amounts; None, which matches any sign, if it is unreadable."""
    pay = tree.get("pay")
    typed = pay.get("currency", "USD") if isinstance(pay, dict) else "USD"
    try:
        return read_currency(typed)
    except UnreadableError:
        return None


def _fault(detail: dict[str, Any]) -> Fault:
    path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(path)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, UnreadableError):
        return Fault((*path, error.at) if error.at else path, error.message, error.cure)
    example = next(field for field in FIELDS if field.startswith(f"{path[0]}.")).split(".")[1]
    return Fault(path, "takes its answers below it.", f"Write {path[0]}: {{{example}: ...}}.")


def _unknown_key(path: tuple[str | int, ...]) -> Fault:
    key, section = str(path[-1]), ".".join(map(str, path[:-1]))
    if "." in key and not section:
        first, rest = key.split(".", 1)
        return Fault(path, "is a dotted key.", f"Write {first}: {{{rest}: ...}}.", "key")
    names = list(Answers.model_fields) if not section else []
    names += [field.partition(".")[2] for field in FIELDS if field.startswith(f"{section}.")]
    hint = did_you_mean(key, names)
    elsewhere = [field for field in FIELDS if field.endswith(f".{key}")]
    if elsewhere:
        hint = f"Did you mean {elsewhere[0]}?"
    return Fault(path, "is no field.", hint or f"Known here: {', '.join(names)}.", "key")


def _remove(tree: Any, path: tuple[str | int, ...]) -> None:
    """Take a faulty answer out, whole: a list with one bad item goes too."""
    for depth, step in enumerate(path, start=1):
        part = tree.get(step)
        if depth == len(path) or not isinstance(part, dict) or depth == 2:
            tree.pop(step, None)
            return
        tree = part


def _pay_faults(answers: Answers) -> list[Fault]:
    """Check that on-target earnings are base + variable, where all three are known."""
    pay = answers.pay
    if pay.ote is None or pay.base is None or "pay.variable" in missing(answers):
        return []
    worked_out = pay.base + pay.variable if pay.variable else pay.base
    if pay.ote == worked_out:
        return []
    given, right = (show_money(money, pay.currency or "USD") for money in (pay.ote, worked_out))
    parts = "base and variable pay add up to" if pay.variable else "without variable pay it is"
    cure = "Correct one of them, or leave pay.ote out: it is worked out."
    return [Fault(("pay", "ote"), f"is {given}, but {parts} {right}.", cure)]
