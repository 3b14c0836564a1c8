"""The answers: every field, its kind, and when it applies, is required and may be published.

This is the one place where that is declared; the file reader, the options, the prompts and the
schema all ask here.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from amjd import conditions, kinds
from amjd.characters import quoted, refused
from amjd.conditions import GIVEN, Condition, Conditions, Shown
from amjd.errors import UnreadableError, did_you_mean
from amjd.kinds import Amount, AmountOrRange, Count, Percent, Text, Texts, Word, YesNo
from amjd.money import Money, show_money

Tree = dict[str, Any]
"""Answers as they were typed: sections of texts, lists of texts, and ranges of two texts."""


class Rule(NamedTuple):
    """When a field applies and is required: under no condition is always, None is never."""

    applies: Conditions = ()
    required: Conditions | None = None
    published: bool = True
    default: str = ""


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


def _asked(
    *, applies: str = "", required: str | bool = False, published: bool = True, default: str = ""
) -> Any:
    """Declare a field. A required one is so whenever it applies, or when its conditions hold."""
    when = required if isinstance(required, str) else applies if required else None
    needed = None if when is None else conditions.parse(when)
    rule = Rule(conditions.parse(applies), needed, published, default)
    return Field(default=None, json_schema_extra={"rule": rule})  # type: ignore[dict-item]


_QUOTA = "quota.carries is yes"
_FIRST_HIRE = "role.first_hire is yes"

Workplace = Literal["on-site", "hybrid", "remote"]
Employment = Literal["full-time", "part-time", "contract", "temporary"]
Period = Literal["month", "quarter", "year"]


class Section(BaseModel):
    """Answers that stand together in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Company(Section):
    name: Text | None = _asked(required=True)
    about: Text | None = _asked(required=True)
    industry: Text | None = _asked()
    employees: kinds.CountOrNone | None = _asked(published=False)


class Role(Section):
    title: Text | None = _asked()
    location: Text | None = _asked(required=True)
    regions: kinds.Regions | None = _asked(published=False)
    workplace: Annotated[Workplace | None, Word] = _asked(required=True)
    employment: Annotated[Employment | None, Word] = _asked(default="full-time")
    hours: Text | None = _asked()
    travel: Text | None = _asked()
    start: Text | None = _asked()
    reports_to: Text | None = _asked(required=True)
    first_hire: YesNo | None = _asked(required=True)
    trainable: YesNo | None = _asked(required=True, applies=_FIRST_HIRE)
    owner: Text | None = _asked(required=True, applies=_FIRST_HIRE)
    handover_weeks: Count | None = _asked(applies=_FIRST_HIRE)
    training: Text | None = _asked(applies=_FIRST_HIRE)
    growth_path: Text | None = _asked(applies=_FIRST_HIRE)
    mentors: YesNo | None = _asked(required=True)
    new_business: kinds.Share | None = _asked()
    duties: Texts | None = _asked()
    required: Texts | None = _asked()
    preferred: Texts | None = _asked()
    years: Count | None = _asked()


class Quota(Section):
    carries: YesNo | None = _asked(required=True)
    target: Amount | None = _asked(required=True, applies=_QUOTA)
    period: Annotated[Period | None, Word] = _asked(required=True, applies=_QUOTA)
    forecast: Annotated[Literal["week", "month"] | None, Word] = _asked()


class Portfolio(Section):
    accounts: Count | None = _asked(required=True)
    segment: Text | None = _asked(required=True)
    strategic: YesNo | None = _asked(required=True)
    revenue: Amount | None = _asked()
    check_ins: Text | None = _asked()
    complex: YesNo | None = _asked(required=True)
    retention: kinds.Floor | None = _asked()
    churn: Percent | None = _asked()
    churn_period: Annotated[Period | None, Word] = _asked(
        required=True, applies="portfolio.churn is given"
    )
    expansion: Amount | None = _asked()


class Product(Section):
    software: YesNo | None = _asked(required=True)
    name: Text | None = _asked(required=True, applies="product.software is yes")


class Tools(Section):
    crm: Text | None = _asked(required=True)
    others: Texts | None = _asked()


class Pay(Section):
    currency: kinds.Currency | None = _asked(default="USD")
    period: Annotated[Literal["year", "month", "hour"] | None, Word] = _asked(default="year")
    base: AmountOrRange | None = _asked(required=True)
    variable: AmountOrRange | None = _asked(required=_QUOTA)
    ote: AmountOrRange | None = _asked()
    commission: Text | None = _asked(required=True, applies=_QUOTA)
    benefits: Texts | None = _asked()


class Apply(Section):
    email: kinds.Email | None = _asked(required="apply.url is not given")
    url: kinds.Link | None = _asked()
    deadline: kinds.DateOrRolling | None = _asked(required=True)
    evidence: Text | None = _asked()


def _read_template(value: object, info: ValidationInfo) -> str:
    template, known = kinds.read_text(value), (info.context or {}).get("templates", [])
    if known and template not in known:
        cure = did_you_mean(template, known) or f"Write one of: {', '.join(known)}."
        raise UnreadableError(f"{quoted(template)} is no template.", cure)
    return template


class Answers(Section):
    """Everything that was answered; what was not is None."""

    template: Annotated[str | None, BeforeValidator(_read_template)] = None
    company: Company = Company()
    role: Role = Role()
    quota: Quota = Quota()
    portfolio: Portfolio = Portfolio()
    product: Product = Product()
    tools: Tools = Tools()
    metrics: kinds.UpToFive | None = _asked(required=True)
    pay: Pay = Pay()
    apply: Apply = Apply()

    def __getitem__(self, field: str) -> Any:
        """Return the value of a field by its dotted name; None where it is unanswered."""
        section, _, name = field.partition(".")
        value = getattr(self, section)
        return getattr(value, name) if name else value


def _rules() -> dict[str, Rule]:
    rules = {}
    for section, outer in Answers.model_fields.items():
        inner = (
            outer.annotation.model_fields
            if isinstance(outer.annotation, type)
            else {section: outer}
        )
        for name, info in inner.items():
            extra = info.json_schema_extra
            if isinstance(extra, dict):
                field = section if inner.get(section) is outer else f"{section}.{name}"
                rules[field] = extra.pop("rule")
    return rules  # type: ignore[return-value]


RULES: dict[str, Rule] = _rules()
"""Every field that a question asks, in the order of the file."""


def answer_of(answers: Answers, field: str) -> Shown | None:
    """Return what a posting would show of an answer, whether or not it applies."""
    value = answers[field]
    return None if value is None else _show(field, value, answers.pay.currency or "USD")


def holds(answers: Answers, wanted: Conditions) -> bool:
    """Whether conditions hold beside these answers; none always do."""
    return conditions.hold(wanted, lambda field: answer_of(answers, field))


def applies(answers: Answers, field: str) -> bool:
    """Whether the field means anything beside the other answers."""
    return holds(answers, RULES[field].applies)


def missing(answers: Answers) -> list[str]:
    """List the required fields that have no answer, in the order of the file."""
    return [
        field
        for field, rule in RULES.items()
        if rule.required is not None and answers[field] is None and holds(answers, rule.required)
    ]


def left_out(answers: Answers) -> list[tuple[str, Condition]]:
    """List the answers that do not apply, each with the answer that rules it out."""
    return [
        (field, _as_it_is(answers, failed))
        for field in RULES
        if answers[field] is not None and (failed := _failed(answers, field))
    ]


def _failed(answers: Answers, field: str) -> Condition | None:
    return next((one for one in RULES[field].applies if not holds(answers, (one,))), None)


def _as_it_is(answers: Answers, failed: Condition) -> Condition:
    answer = answer_of(answers, failed.field)
    return Condition(failed.field, str(answer or GIVEN), negated=answer is None)


_UNITS = {"portfolio.accounts": "account", "role.handover_weeks": "week", "role.years": "year"}
_SHOW: dict[type, Callable[[Any, str, str], Shown]] = {
    bool: lambda value, *_: "yes" if value else "no",
    int: lambda value, field, _: kinds.show_count(value, _UNITS[field]),
    list: lambda value, *_: tuple(value),
    str: lambda value, *_: value,
    Decimal: lambda value, *_: kinds.show_percent(value),
    Money: lambda value, _, currency: show_money(value, currency),
    kinds.Deadline: lambda value, *_: kinds.show_date(value.day) if value.day else "rolling",
}


def _show(field: str, value: Any, currency: str) -> Shown:
    return _SHOW[type(value)](value, field, currency)


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
    currency = answers.pay.currency or "USD"
    values = {field: answers[field] for field in RULES} | {"pay.ote": on_target(answers)}
    return {
        field: _show(field, value, currency)
        for field, value in values.items()
        if value is not None and RULES[field].published and applies(answers, field)
    }


def _pruned(tree: Tree) -> Tree:
    """Drop the fields that are empty: an empty value is an unanswered one.

    A name that is no field stays, so that it is found however it is filled.
    """
    pruned = {}
    for name, part in tree.items():
        fields = [field for field in RULES if field.startswith(f"{name}.")]
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
    context = {"templates": templates, "currency": _currency_of(tree)}
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
    deciding = [condition.field for condition in RULES[field].required or ()]
    return f"{unread}.".startswith(f"{field}.") or unread in (field.split(".")[0], *deciding)


def _currency_of(tree: Tree) -> str | None:
    """Read the currency ahead of the amounts; None, which matches any sign, if it is unreadable."""
    pay = tree.get("pay")
    typed = pay.get("currency", "USD") if isinstance(pay, dict) else "USD"
    try:
        return kinds.read_currency(typed)
    except UnreadableError:
        return None


def _fault(detail: dict[str, Any]) -> Fault:
    path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(path)
    if detail["type"] == "literal_error":
        known = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        hint = did_you_mean(detail["input"], known) or f"Write one of: {', '.join(known)}."
        return Fault(path, f"{quoted(detail['input'])} is not one of the answers.", hint)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, UnreadableError):
        return Fault((*path, error.at) if error.at else path, error.message, error.cure)
    example = next(field for field in RULES if field.startswith(f"{path[0]}.")).split(".")[1]
    return Fault(path, "takes its answers below it.", f"Write {path[0]}: {{{example}: ...}}.")


def _unknown_key(path: tuple[str | int, ...]) -> Fault:
    key, section = str(path[-1]), ".".join(map(str, path[:-1]))
    if "." in key and not section:
        first, rest = key.split(".", 1)
        return Fault(path, "is a dotted key.", f"Write {first}: {{{rest}: ...}}.", "key")
    names = list(Answers.model_fields) if not section else []
    names += [field.partition(".")[2] for field in RULES if field.startswith(f"{section}.")]
    hint = did_you_mean(key, names)
    elsewhere = [field for field in RULES if field.endswith(f".{key}")]
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
