"""What can be known from answers: what applies, what is missing, and what a posting shows."""

from amjd.answers import conditions
from amjd.answers.conditions import GIVEN, Condition, Conditions, Rule, Shown
from amjd.answers.dates import paper
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.kinds import Locale
from amjd.answers.money import Money


def answer_of(answers: Answers, field: str) -> Shown | None:
    """Return what a posting would show of an answer, whether or not it applies."""
    value = answers[field]
    return None if value is None else FIELDS[field].kind.show(value, locale(answers))


def locale(answers: Answers) -> Locale:
    """Return what the looks of these answers depend on."""
    regions, currency = answers.role.regions or [""], answers.pay.currency or "USD"
    return Locale(currency, paper(regions[0], currency))


def holds(answers: Answers, wanted: Conditions) -> bool:
    """Whether conditions hold beside these answers; none always do."""
    return conditions.hold(wanted, lambda field: answer_of(answers, field))


def fulfils(answers: Answers, rule: Rule) -> bool:
    """Whether one of the ways of a rule holds beside these answers."""
    return any(holds(answers, way) for way in rule)


def applies(answers: Answers, field: str) -> bool:
    """Whether the field means anything beside the other answers."""
    return fulfils(answers, FIELDS[field].applies)


def missing(answers: Answers) -> list[str]:
    """List the required fields that have no answer, in the order of the file."""
    return [
        field
        for field, rule in FIELDS.items()
        if answers[field] is None and fulfils(answers, rule.required)
    ]


def silent(answers: Answers) -> list[str]:
    """List the fields that apply and have no answer, required or not."""
    return [field for field in FIELDS if answers[field] is None and applies(answers, field)]


def left_out(answers: Answers) -> list[tuple[str, Condition]]:
    """List the answers that do not apply, each with the answer that rules it out."""
    return [
        (field, _as_it_is(answers, failed))
        for field in FIELDS
        if answers[field] is not None and (failed := _failed(answers, field))
    ]


def _failed(answers: Answers, field: str) -> Condition | None:
    """Find a condition that rules a field out; of several ways the last one's is told."""
    if applies(answers, field):
        return None
    return next(one for one in FIELDS[field].applies[-1] if not holds(answers, (one,)))


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
        if value is not None
        and applies(answers, field)
        and fulfils(answers, FIELDS[field].published)
    }
