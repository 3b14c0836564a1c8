"""The answers: every field, its kind, and when it applies, is required and may be published.

The one place where that is declared; the file reader, options, prompts and schema all ask here.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, cached_property
from operator import attrgetter
from typing import Annotated, Any, Self

from amjd.answers.choices import BULLETS, TEMPLATE, YES_NO, choice, choices_of
from amjd.answers.contacts import CONTACT, EMAIL, PHONE
from amjd.answers.days.deadline import DEADLINE, Deadline
from amjd.answers.declared import Field, Section, declared, field
from amjd.answers.evidence import EVIDENCE
from amjd.answers.kinds import USUAL_CURRENCY
from amjd.answers.links import LINK
from amjd.answers.meant import (
    BASIS,
    CAR,
    EMPLOYMENT,
    FORECAST,
    HANDED_OVER,
    HANDOVER,
    PHONE_FOR,
    SAME_PHONE_FOR,
    WORKPLACE,
)
from amjd.answers.names.called import CALLED
from amjd.answers.names.languages import LANGUAGE
from amjd.answers.nothing import denied, without
from amjd.answers.numbers.counts import ACCOUNTS, YEARS, Count, count
from amjd.answers.numbers.percents import CHURN, FLOOR, SHARE, Rate
from amjd.answers.numbers.unitless import with_unit
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.base import BASE, OTE
from amjd.answers.pay.currencies import CURRENCY
from amjd.answers.pay.parts import PartOfBase
from amjd.answers.pay.periods import PAY_PERIOD, QUOTA_PERIOD, USUAL_PERIOD
from amjd.answers.pay.target import TARGET, Words
from amjd.answers.pay.terms import BONUS, COMMISSION
from amjd.answers.pay.variable import VARIABLE
from amjd.answers.pay.yearly import GROWTH, YEARLY
from amjd.answers.places.regions import REGIONS
from amjd.answers.records import TOOL
from amjd.answers.texts import (
    DUTIES,
    EDUCATION,
    END,
    FIRM,
    HOURS,
    NAME,
    OFFICE_DAYS,
    PARAGRAPHS,
    PEOPLE,
    PERSON,
    PLUSES,
    START,
    TEXT,
    TEXTS,
    WORK,
    offered,
    up_to_eight,
)

_LANGUAGES = rf"(?:foreign |second )?languages?|{LANGUAGE}"
DEGREES = (
    "(?:university |college |high school )?(?:degrees?|diplomas?|education|qualifications?"
    "|certificat(?:es?|ions?)|college|university)"
)
"""A pattern of what an education ends with, of which an owner may ask for none."""
_NUMBERS = "metrics?|measures?|targets?|kpis?|goals?"
_QUOTA = "quota.carries is yes"
_FIRST_HIRE = "role.first_hire is yes"
_NO_FLOOR = "portfolio.retention is not given"
# Somebody new to the work, whom an owner trains, coaches nobody.
_IS_NOT_TRAINED = (
    "role.first_hire is not given", "role.first_hire is no", "role.trainable is not given",
    "role.trainable is no",
)  # fmt: skip
_COACHES = " or ".join(_IS_NOT_TRAINED)
_HAS_JUNIORS = " or ".join(
    f"role.mentors is yes and role.manages is not given and {way}" for way in _IS_NOT_TRAINED
)
_ENDS = "role.employment is contract or role.employment is temporary"
_HANDOVER = choices_of({
    "one by one": "one by one",
    "first call together": "with the first call or visit to each made together",
    "written notes": "with written notes on each",
    "owner reachable": "with the owner there to answer your questions",
}, HANDOVER, HANDED_OVER)  # fmt: skip
_CAR = choice("provided", "allowance", "own, mileage paid", "own", meant=CAR, keeps_all=True)
_WORKPLACE = choice("on-site", "hybrid", "remote", meant=WORKPLACE)
_EMPLOYMENT = choice("full-time", "part-time", "contract", "temporary", meant=EMPLOYMENT)
_PHONE_FOR = choice(
    "calls", "texts", "calls and texts", meant=PHONE_FOR, same=SAME_PHONE_FOR, tells_rest=True
)
_PHONE = "apply.phone is given"
_UNTIL = with_unit(
    without(END, "end(?: date)?"), "Write its unit too, as in 6 months, or the last day."
)
_START = with_unit(without(START, "(?:start(?:ing)? )?date"), "Write the day with its month.")
_TRAVEL = with_unit(without(TEXT, "travel(?:l?ing)?"), "Write of what, as in 2 days a week.")
_CHECK_INS = with_unit(without(TEXT, "check[- ]?ins?"), "Write of what, as in 2 calls a month.")
_OFFICE_DAYS = with_unit(OFFICE_DAYS, "Write of what, as in 2 days a week.")
_HOURS = with_unit(HOURS, "Write of what, as in 30 hours a week.", are_times=True)
_NO_OTHER = "apply.url is not given and apply.phone is not given and apply.here is"
_NO_OTHER_WAY = f"{_NO_OTHER} not given or {_NO_OTHER} no"
_NOT_ONE = "portfolio.accounts is not one account or portfolio.accounts is not given"
_SEGMENT = offered({
    "small business": "small businesses",
    "mid-market": "mid-sized companies",
    "enterprise": "large organizations",
    "agency clients": "agency clients",
    "retail partners": "retail partners",
})  # fmt: skip
_MEASURES = up_to_eight(offered({
    "gross retention": "clients kept (gross retention)",
    "renewal rate": "contracts renewed (renewal rate)",
    "net revenue retention": "revenue kept and grown (net revenue retention)",
    "expansion revenue": "growth with existing clients (expansion revenue)",
    "churn": "clients lost (churn)",
    "client satisfaction": "client satisfaction",
    "response and follow-up time": "answers and follow-ups on time",
    "forecast accuracy": "a forecast that holds (forecast accuracy)",
    "account plans or quarterly reviews completed": "account plans and reviews done",
    "quota attainment": "share of the quota reached (quota attainment)",
}))  # fmt: skip
# A law for many is worth looking at where it may hold.
_EMPLOYEES = count("employee", least=0, takes_most=True)
_BASIS = choice("contracts", "repeat orders", "projects", "usage", "none", meant=BASIS)


class Company(Section):
    name: Annotated[str | None, field(FIRM, required=True)] = None
    about: Annotated[str | None, field(PARAGRAPHS)] = None
    more: Annotated[list[str] | None, field(TEXTS)] = None
    industry: Annotated[str | None, field(TEXT)] = None
    employees: Annotated[int | None, field(_EMPLOYEES, published=False)] = None
    equal_opportunity: Annotated[str | None, field(PARAGRAPHS)] = None


class Role(Section):
    title: Annotated[str | None, field(TEXT)] = None
    location: Annotated[str | None, field(NAME, required=True)] = None
    regions: Annotated[list[str] | None, field(REGIONS, published="role.workplace is remote")] = (
        None
    )
    workplace: Annotated[str | None, field(_WORKPLACE)] = None
    office_days: Annotated[str | None, field(_OFFICE_DAYS, applies="role.workplace is hybrid")] = (
        None
    )
    employment: Annotated[str | None, field(_EMPLOYMENT)] = None
    until: Annotated[str | None, field(_UNTIL, applies=_ENDS)] = None
    hours: Annotated[str | None, field(_HOURS)] = None
    travel: Annotated[str | None, field(_TRAVEL)] = None
    car: Annotated[str | None, field(_CAR, applies="role.travel is given")] = None
    start: Annotated[str | None, field(_START)] = None
    reports_to: Annotated[str | None, field(without(PERSON, "manager|boss|supervisor"))] = None
    opening: Annotated[str | None, field(TEXT)] = None
    team: Annotated[str | None, field(without(TEXT, "team"))] = None
    first_hire: Annotated[bool | None, field(YES_NO)] = None
    trainable: Annotated[bool | None, field(YES_NO, required=True, applies=_FIRST_HIRE)] = None
    owner: Annotated[str | None, field(PERSON, required=True, applies=_FIRST_HIRE)] = None
    handover_weeks: Annotated[int | None, field(count("week"), applies=_FIRST_HIRE)] = None
    handover: Annotated[list[str] | None, field(_HANDOVER, applies=_FIRST_HIRE)] = None
    training: Annotated[str | None, field(without(PARAGRAPHS, "training"))] = None
    growth_path: Annotated[str | None, field(without(PARAGRAPHS, "(?:growth )?path"))] = None
    mentors: Annotated[bool | None, field(YES_NO, applies=_COACHES)] = None
    juniors: Annotated[
        int | None,
        field(count("junior account manager"), applies=_HAS_JUNIORS),
    ] = None
    manages: Annotated[str | None, field(PEOPLE)] = None
    new_business: Annotated[Decimal | None, field(SHARE)] = None
    duties: Annotated[list[str] | None, field(without(DUTIES, "duties"))] = None
    required: Annotated[list[str] | None, field(without(TEXTS, "requirements?|musts?"))] = None
    preferred: Annotated[list[str] | None, field(PLUSES)] = None
    languages: Annotated[list[str] | None, field(without(TEXTS, _LANGUAGES))] = None
    education: Annotated[str | None, field(denied(EDUCATION, DEGREES, "role.required"))] = None
    years: Annotated[Count | None, field(YEARS)] = None
    years_in: Annotated[str | None, field(WORK, applies="role.years is given")] = None


class Quota(Section):
    carries: Annotated[bool | None, field(YES_NO, required=True)] = None
    target: Annotated[Money | Words | str | None, field(TARGET, required=True, applies=_QUOTA)] = (
        None
    )
    period: Annotated[str | None, field(QUOTA_PERIOD, required=True, applies=_QUOTA)] = None
    forecast: Annotated[str | None, field(choice("week", "month", meant=FORECAST))] = None


class Portfolio(Section):
    accounts: Annotated[Count | None, field(ACCOUNTS, required=True)] = None
    segment: Annotated[str | None, field(_SEGMENT, required=True)] = None
    strategic: Annotated[bool | None, field(YES_NO)] = None
    revenue: Annotated[Money | None, field(YEARLY)] = None
    basis: Annotated[str | None, field(_BASIS)] = None
    called: Annotated[str | None, field(CALLED, applies=_NOT_ONE, default="clients")] = None
    territory: Annotated[str | None, field(without(TEXT, "territor(?:y|ies)"))] = None
    check_ins: Annotated[str | None, field(_CHECK_INS)] = None
    complex: Annotated[bool | None, field(YES_NO)] = None
    retention: Annotated[Decimal | None, field(FLOOR)] = None
    churn: Annotated[Rate | None, field(CHURN, applies=_NO_FLOOR)] = None
    churn_period: Annotated[
        str | None,
        field(QUOTA_PERIOD, required=True, applies=f"portfolio.churn is given and {_NO_FLOOR}"),
    ] = None
    expansion: Annotated[Money | None, field(GROWTH, applies="quota.carries is no")] = None


class Product(Section):
    software: Annotated[bool | None, field(YES_NO)] = None
    name: Annotated[str | None, field(NAME, required=True, applies="product.software is yes")] = (
        None
    )


class Tools(Section):
    crm: Annotated[str | None, field(TOOL, required=True)] = None
    others: Annotated[list[str] | None, field(without(TEXTS, "tools?|others?|software"))] = None


class Pay(Section):
    currency: Annotated[str | None, field(CURRENCY, default=USUAL_CURRENCY)] = None
    period: Annotated[str | None, field(PAY_PERIOD, default=USUAL_PERIOD)] = None
    base: Annotated[Money | str | None, field(BASE, required=True)] = None
    variable: Annotated[Money | PartOfBase | str | None, field(VARIABLE, required=_QUOTA)] = None
    bonus: Annotated[str | None, field(BONUS)] = None
    ote: Annotated[Money | None, field(OTE)] = None
    commission: Annotated[str | None, field(COMMISSION, required="pay.base is none")] = None
    benefits: Annotated[list[str] | None, field(without(TEXTS, "benefits?|perks?"))] = None


class Apply(Section):
    email: Annotated[str | None, field(EMAIL, required=_NO_OTHER_WAY)] = None
    url: Annotated[str | None, field(LINK)] = None
    phone: Annotated[str | None, field(PHONE)] = None
    phone_for: Annotated[str | None, field(_PHONE_FOR, applies=_PHONE, default="calls")] = None
    phone_hours: Annotated[str | None, field(without(TEXT, "hours?"), applies=_PHONE)] = None
    here: Annotated[bool | None, field(YES_NO)] = None
    contact: Annotated[str | None, field(without(CONTACT, "contact(?: person)?|one"))] = None
    address: Annotated[str | None, field(without(TEXT, "address|office"), published=False)] = None
    deadline: Annotated[Deadline | None, field(DEADLINE)] = None
    evidence: Annotated[str | None, field(EVIDENCE)] = None
    steps: Annotated[list[str] | None, field(without(TEXTS, "steps?"))] = None


_getter = cache(attrgetter)  # a draft asks for three hundred answers


class Answers(Section):
    """Everything that was answered; what was not is None."""

    # To construct them without checks is to build no schema, as deferred in `Section`.
    template: Annotated[str | None, TEMPLATE] = None
    company: Company = Company.model_construct()
    role: Role = Role.model_construct()
    leave_out: Annotated[list[str] | None, field(BULLETS, published=False)] = None
    quota: Quota = Quota.model_construct()
    portfolio: Portfolio = Portfolio.model_construct()
    product: Product = Product.model_construct()
    tools: Tools = Tools.model_construct()
    metrics: Annotated[list[str] | None, field(without(_MEASURES, _NUMBERS), required=True)] = None
    pay: Pay = Pay.model_construct()
    apply: Apply = Apply.model_construct()

    def __getitem__(self, field: str) -> Any:
        """Return the value of a field by its dotted name; None where it is unanswered."""
        return _getter(field)(self)

    @cached_property
    def known(self) -> dict[str, dict[str, Any]]:
        """What `state` has found out of these answers, each kind by field: it asks many times."""
        return {"looks": {}, "applies": {}}

    def __copy__(self) -> Self:
        copied = super().__copy__()
        copied.__dict__.pop("known", None)  # of other answers other things are
        return copied


def _fields(section: type[Section], above: str = "") -> Iterator[tuple[str, Field]]:
    for name, kind, _ in declared(section):
        if isinstance(kind, type):
            yield from _fields(kind, f"{name}.")
        elif isinstance(kind, Field):
            yield above + name, kind


NAMES = tuple(name for name, _, _ in declared(Answers))
"""The names at the top of the file: sections, and fields that stand in none."""

FIELDS: dict[str, Field] = dict(_fields(Answers))
"""Every field that a question asks, by its dotted name, in the order of the file."""

PERSONS = tuple(field for field, rule in FIELDS.items() if rule.kind.is_person)
"""The fields that tell who somebody is."""
