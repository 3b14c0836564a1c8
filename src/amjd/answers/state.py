"""What can be known from answers: what applies, what is missing, and what a posting shows."""

from collections.abc import Collection
from functools import partial
from operator import attrgetter

from amjd.answers import conditions
from amjd.answers.conditions import ALWAYS, GIVEN, Condition, Conditions, Rule, Shown
from amjd.answers.days.deadline import paper
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.kinds import USUAL_CURRENCY, Locale
from amjd.answers.pay.amounts import Money, to_minor_unit
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.pay.periods import USUAL_PERIOD

_CONDITIONAL = [field for field, rule in FIELDS.items() if rule.applies is not ALWAYS]
# Each field with what finds its answer, what shows it, and whether that is always to be shown.
_SHOWING = [
    (field, attrgetter(field), rule.kind.show, rule.applies is rule.published is ALWAYS)
    for field, rule in FIELDS.items()
]
_REQUIRED = [
    (field, attrgetter(field), rule.required) for field, rule in FIELDS.items() if rule.required
]


def answer_of(answers: Answers, field: str) -> Shown | None:
    """Return what a posting would show of an answer, whether or not it applies."""
    looks = answers.known["looks"]
    if field not in looks:
        value = answers[field]
        looks[field] = None if value is None else FIELDS[field].kind.show(value, locale(answers))
    look: Shown | None = looks[field]
    return look


def pay_currency(answers: Answers) -> str:
    """Return the currency that the amounts are in."""
    return answers.pay.currency or USUAL_CURRENCY


def pay_period(answers: Answers) -> str:
    """Return the period that pay is for."""
    return answers.pay.period or USUAL_PERIOD


def locale(answers: Answers) -> Locale:
    """Return what the looks of these answers depend on."""
    regions, currency = answers.role.regions or [""], pay_currency(answers)
    return Locale(currency, paper(regions[0], currency), pay_period(answers))


def holds(answers: Answers, wanted: Conditions) -> bool:
    """Whether conditions hold beside these answers, of those that apply; none always do."""
    return conditions.hold(wanted, partial(_applying, answers))


def fulfils(answers: Answers, rule: Rule) -> bool:
    """Whether one of the ways of a rule holds beside these answers, of those that apply."""
    return rule is ALWAYS or any(holds(answers, way) for way in rule)


def _applying(answers: Answers, field: str) -> Shown | None:
    """Return the answer that a condition asks for: one that does not apply is none."""
    return answer_of(answers, field) if applies(answers, field) else None


def applies(answers: Answers, field: str) -> bool:
    """Whether the field means anything beside the other answers."""
    rule = FIELDS[field].applies
    if rule is ALWAYS:
        return True
    known = answers.known["applies"]
    if field not in known:
        known[field] = fulfils(answers, rule)
    return bool(known[field])


def missing(answers: Answers) -> list[str]:
    """List the required fields that have no answer, in the order of the file."""
    return [
        field
        for field, answer, rule in _REQUIRED
        if answer(answers) is None and fulfils(answers, rule)
    ]


def silent(answers: Answers, among: Collection[str] = FIELDS) -> list[str]:
    """List the fields that apply and have no answer, required or not."""
    return [
        field
        for field in FIELDS
        if field in among and answers[field] is None and applies(answers, field)
    ]


def left_out(answers: Answers) -> list[tuple[str, Condition]]:
    """List the answers that do not apply, each with the answer that rules it out."""
    return [
        (field, _as_it_is(answers, failed))
        for field in _CONDITIONAL
        if answers[field] is not None and (failed := _failed(answers, field))
    ]


def _failed(answers: Answers, field: str) -> Condition | None:
    """Find a condition that rules a field out; of several ways the last one's is told."""
    if applies(answers, field):
        return None
    ruled_out = next(one for one in FIELDS[field].applies[-1] if not holds(answers, (one,)))
    return _failed(answers, ruled_out.field) or ruled_out


def _as_it_is(answers: Answers, failed: Condition) -> Condition:
    answer = answer_of(answers, failed.field)
    return Condition(failed.field, str(answer or GIVEN), negated=answer is None)


def on_target(answers: Answers) -> Money | None:
    """Work out on-target earnings: base and variable pay for one `pay.period`.

    None where there is nothing to add up: pay that is private or none, or for two periods.
    """
    total = total_pay(answers)
    ote = answers.pay.ote
    if total or ote is None:
        return total
    return (
        ote
        if not isinstance(answers.pay.base, Money) or ote.ends != answers.pay.base.ends
        else None
    )


def total_pay(answers: Answers) -> Money | None:
    """Add up base and variable pay, where both are figures for one period.

    One total that was given stands where the two ranges come to it, the more of one the less of the
    other: 85 and 40 are as much as 90 and 35.
    """
    base, variable = answers.pay.base, answers.pay.variable
    if not isinstance(base, Money):
        return None
    if isinstance(variable, PartOfBase):
        return _without_up_to(base + _part(base, variable, pay_currency(answers)))
    if isinstance(variable, Money) and variable.period in ("", pay_period(answers)):
        return _one_total(base, variable, answers.pay.ote) or base + variable
    return None


def _one_total(base: Money, variable: Money, given: Money | None) -> Money | None:
    if given is None or given.low != given.high or base.low == base.high:
        return None
    ends = {base.low + variable.high, base.high + variable.low}
    return given if ends == {given.low} else None


def _without_up_to(total: Money) -> Money:
    """Say "up to" of one figure alone: two ends have no third one above them."""
    return total if total.low == total.high else total._replace(qualifier="")


def _part(base: Money, part: PartOfBase, currency: str) -> Money:
    low, high = (
        to_minor_unit(end * percent / 100, currency)
        for end, percent in zip(base.ends, (part.low, part.high), strict=True)
    )
    return Money(low, high, qualifier="up to" * part.up_to)


def shown(answers: Answers, in_brackets: Collection[str] = ()) -> dict[str, Shown]:
    """Return what a posting shows of each publishable answer that applies.

    Without its variable part a figure for on-target earnings would only repeat the base, so it is
    shown when both are known. A period of pay `in_brackets` stands with no figure.
    """
    here = locale(answers)
    if "pay.period" in in_brackets:
        here = here._replace(period="")
    ote = on_target(answers)
    return {
        field: show(value, here)
        for field, answer, show, is_always in _SHOWING
        if (value := ote if field == "pay.ote" else answer(answers)) is not None
        and (is_always or _is_shown(answers, field))
    }


def shown_of(answers: Answers, field: str) -> Shown | None:
    """Return what a posting shows of one answer, but for on-target earnings, which are two."""
    return answer_of(answers, field) if _is_shown(answers, field) else None


def _is_shown(answers: Answers, field: str) -> bool:
    return applies(answers, field) and fulfils(answers, FIELDS[field].published)
