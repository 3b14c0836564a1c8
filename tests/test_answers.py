import datetime

import pytest
from pydantic import ValidationError

from amjd.answers.conditions import parse, parse_rule
from amjd.answers.fields import FIELDS, Answers
from amjd.answers.kinds import Context
from amjd.answers.pay.amounts import show_money
from amjd.answers.reading import _READER, read
from amjd.answers.state import applies, fulfils, holds, left_out, missing, on_target, shown
from conftest import CATALOG
from tables import table

# Every field: required always, never, or where one of the tests below says so.
ALWAYS = [
    "company.name", "role.location", "quota.carries", "portfolio.accounts", "portfolio.segment",
    "tools.crm", "metrics", "pay.base",
]  # fmt: skip
OPTIONAL = [
    "company.about", "company.more", "company.industry", "company.employees",
    "company.equal_opportunity", "role.title", "role.regions", "role.workplace", "role.employment",
    "role.hours", "role.travel", "role.start", "role.reports_to", "role.opening", "role.team",
    "role.first_hire", "role.training", "role.growth_path", "role.manages", "role.new_business",
    "role.duties", "role.required", "role.preferred", "leave_out", "role.languages",
    "role.education", "role.years", "quota.forecast", "portfolio.revenue",
    "portfolio.check_ins", "portfolio.retention", "portfolio.churn", "portfolio.basis",
    "portfolio.called", "portfolio.territory", "portfolio.strategic", "portfolio.complex",
    "product.software", "tools.others", "pay.currency", "pay.period", "pay.ote", "pay.bonus",
    "pay.commission", "pay.benefits", "apply.here",
    "apply.contact", "apply.address", "apply.deadline", "apply.evidence", "apply.steps",
]  # fmt: skip
# field, a text it reads, the deciding field, the answer under which it applies, one under which it
# does not, and whether it is required while it applies
CONDITIONAL = [
    ("role.trainable", "yes", "role.first_hire", "yes", "no", True),
    ("role.owner", "Elena Marsh", "role.first_hire", "yes", "no", True),
    ("role.handover_weeks", "10", "role.first_hire", "yes", "no", False),
    ("role.handover", "one by one", "role.first_hire", "yes", "no", False),
    ("role.office_days", "Mondays", "role.workplace", "hybrid", "remote", False),
    ("role.until", "May 2028", "role.employment", "contract", "full-time", False),
    ("role.until", "May 2028", "role.employment", "temporary", "part-time", False),
    ("role.car", "own", "role.travel", "two visits", "", False),
    ("quota.target", "150000", "quota.carries", "yes", "no", True),
    ("quota.period", "quarter", "quota.carries", "yes", "no", True),
    ("portfolio.expansion", "60k", "quota.carries", "no", "yes", False),
    ("role.juniors", "3", "role.mentors", "yes", "no", False),
    ("role.years_in", "sales", "role.years", "2", "", False),
    ("product.name", "LinenTrack", "product.software", "yes", "no", True),
    ("portfolio.churn_period", "year", "portfolio.churn", "5", "", True),
    ("apply.phone_for", "texts", "apply.phone", "503-555-0142", "", False),
    ("apply.phone_hours", "after 4", "apply.phone", "503-555-0142", "", False),
]
OTHERS = ["role.mentors", "pay.variable", "apply.email", "apply.url", "apply.phone"]
UNPUBLISHED = {"company.employees", "leave_out", "apply.address"}
DEFAULTS = {"portfolio.called": "clients", "pay.currency": "USD", "pay.period": "year",
            "apply.phone_for": "calls"}  # fmt: skip


def test_the_fields_are_those_of_the_contract_and_each_stands_once():
    listed = ALWAYS + OPTIONAL + [row[0] for row in CONDITIONAL] + OTHERS
    assert sorted(set(listed)) == sorted(FIELDS)


@pytest.mark.parametrize("field", ALWAYS)
def test_a_field_required_always_is_missing_when_empty(field, tree):
    for empty in ("", "  \n", [], {}, [""], None):
        answers, faults, _ = read(tree({field: empty}), CATALOG.ids)
        assert [(fault.field, fault.reason) for fault in faults] == [(field, "missing")]
        assert missing(answers) == [field]


@table("field", OPTIONAL)
def test_an_optional_field_is_never_missing_and_always_applies(field, answers):
    for changes in (
        {},
        {"quota.carries": "yes", "role.first_hire": "yes", "product.software": "yes"},
    ):
        made = answers(changes)
        assert field not in missing(made)
        assert applies(made, field)


@table(("field", "text", "deciding", "on", "off", "required"), CONDITIONAL)
def test_a_field_with_a_condition_applies_only_under_it(
    field, text, deciding, on, off, required, answers
):
    assert (field in missing(answers({deciding: on}))) == required
    assert field not in missing(answers({deciding: off}))
    with_it, without = answers({deciding: on, field: text}), answers({deciding: off, field: text})
    assert (field in shown(with_it), field in shown(without)) == (True, False)
    assert field not in dict(left_out(with_it))
    state = off or "not given"
    ((name, why),) = left_out(without)
    assert (name, str(why)) == (field, f"{deciding} is {state}")


def test_variable_pay_is_required_with_a_quota_and_a_bonus_without(answers):
    assert "pay.variable" in missing(answers({"quota.carries": "yes"}))
    assert "pay.variable" not in missing(answers({"quota.carries": "no"}))
    assert shown(answers({"quota.carries": "no", "pay.variable": "5k"}))["pay.variable"] == (
        "$5,000 per year"
    )


@pytest.mark.parametrize(
    ("email", "url", "is_missing"),
    [
        ("a@b.example", "https://b.example", False),
        ("a@b.example", "", False),
        ("", "https://b.example", False),
        ("", "", True),
    ],
)
def test_a_way_to_apply_is_required(email, url, is_missing, answers):
    for changes in ({}, {"apply.here": "no"}):
        made = answers({"apply.email": email, "apply.url": url, **changes})
        assert ("apply.email" in missing(made)) == is_missing
    for changes in ({"apply.phone": "503-555-0142"}, {"apply.here": "yes"}):
        assert missing(answers({"apply.email": email, "apply.url": url, **changes})) == []


def test_only_the_fields_that_the_contract_keeps_private_are_unpublished():
    assert {field for field, rule in FIELDS.items() if not rule.published} == UNPUBLISHED
    assert "template" not in FIELDS


def test_private_answers_are_not_shown(answers):
    made = answers({
        "company.employees": "85", "role.regions": ["US-CO"], "template": "key",
        "apply.address": "12 Wharf Street, 01970", "leave_out": ["reports"],
    })  # fmt: skip
    assert not (UNPUBLISHED | {"template", "role.regions"}) & set(shown(made))


def test_regions_are_shown_as_names_when_the_work_is_remote(answers):
    made = answers({"role.regions": ["US-CO", "Ontario"], "role.workplace": "remote"})
    assert shown(made)["role.regions"] == ("Colorado", "Ontario")
    for workplace in ("hybrid", ""):
        made = answers({"role.regions": ["US-CO"], "role.workplace": workplace})
        assert "role.regions" not in shown(made)
        assert left_out(made) == []


@pytest.mark.parametrize(
    ("mentors", "first_hire", "trainable", "applies_"),
    [
        ("yes", "yes", "yes", False), ("no", "yes", "yes", False), ("", "yes", "yes", False),
        ("yes", "yes", "no", True), ("yes", "no", "", True), ("", "no", "", True),
        ("", "", "", True), ("yes", "no", "yes", True),
    ],
)  # fmt: skip
def test_a_first_hire_who_is_trained_coaches_nobody(
    mentors, first_hire, trainable, applies_, answers
):
    changes = {"role.first_hire": first_hire, "role.trainable": trainable, "role.owner": "Dana"}
    made = answers({**changes, "role.mentors": mentors})
    assert applies(made, "role.mentors") == applies_
    named = [(field, str(why)) for field, why in left_out(made) if field == "role.mentors"]
    given_in_vain = mentors and not applies_
    assert named == [("role.mentors", "role.trainable is yes")] * bool(given_in_vain)
    assert ("role.mentors" in shown(made)) == bool(mentors and applies_)


@table(
    "typed, name",
    [("Key", "key"), ("SALES", "sales"), ("First Hire", "first-hire"), ("firsthire", "first-hire")],
)
def test_the_id_of_a_template_is_read_as_other_choices_are(typed, name, answers):
    assert answers({"template": typed}).template == name


@table("first_hire, is_asked", [("yes", True), ("no", False), ("", False)])
def test_a_condition_asks_for_no_answer_that_does_not_apply(first_hire, is_asked, answers):
    made = answers({"role.first_hire": first_hire, "role.trainable": "yes"})
    assert holds(made, parse("role.trainable is yes")) == is_asked
    assert fulfils(made, parse_rule("role.trainable is yes")) == is_asked


def test_a_first_hire_who_is_trained_has_no_juniors(answers):
    changes = {"role.first_hire": "yes", "role.trainable": "yes", "role.owner": "Dana"}
    made = answers({**changes, "role.mentors": "yes", "role.juniors": "3"})
    assert not {"role.mentors", "role.juniors"} & set(shown(made))
    assert {field for field, _ in left_out(made)} == {"role.mentors", "role.juniors"}


def test_the_paper_and_with_it_the_date_go_by_the_first_region(answers):
    day = {"apply.deadline": "2027-01-30"}
    assert shown(answers(day))["apply.deadline"] == "January 30, 2027"
    made = answers({**day, "role.regions": ["Germany", "US"]})
    assert shown(made)["apply.deadline"] == "30 January 2027"
    made = answers({**day, "pay.currency": "EUR"})
    assert shown(made)["apply.deadline"] == "30 January 2027"


def test_evidence_may_be_none(answers):
    for none in ("none", "None", " NONE "):
        assert shown(answers({"apply.evidence": none}))["apply.evidence"] == ""


def test_all_is_left_out_only_where_a_duty_is_left(tree):
    changes = {"leave_out": "all"}
    _, faults, _ = read(tree(changes), CATALOG.ids, CATALOG.names)
    assert [(fault.field, fault.message) for fault in faults] == (
        [("leave_out", "is all, which leaves no duty.")]
    )
    _, faults, _ = read(tree({**changes, "role.duties": "Wash"}), CATALOG.ids, CATALOG.names)
    assert faults == []


@pytest.mark.parametrize(
    ("typed", "cure"),
    [("retentoin", "Did you mean retention?"), ("nonsense", "Take from these: ")],
)
def test_what_is_left_out_has_a_name_that_a_template_knows(typed, cure, tree):
    _, faults, _ = read(tree({"leave_out": ["Check ins", typed]}), CATALOG.ids, CATALOG.names)
    assert [fault.path for fault in faults] == [("leave_out", 1)]
    assert faults[0].cure.startswith(cure)
    answers, faults, _ = read(tree({"leave_out": "Check ins"}), CATALOG.ids, CATALOG.names)
    assert answers.leave_out == ["check-ins"]


def test_the_defaults_are_those_of_the_contract():
    assert {field: rule.default for field, rule in FIELDS.items() if rule.default} == DEFAULTS


def test_a_condition_of_nothing_always_holds(answers):
    assert holds(answers(), ())
    assert not holds(answers({"quota.carries": ""}), parse("quota.carries is no"))


@pytest.mark.parametrize(
    ("base", "variable", "ote"),
    [
        ("70000", "30000", "$100,000"),
        ("70k to 80k", "30k", "$100,000 to $110,000"),
        ({"min": "70k", "max": "80k"}, {"min": "20k", "max": "30k"}, "$90,000 to $110,000"),
        ("5028.50", "1.25", "$5,029.75"),
    ],
)
def test_on_target_earnings_are_worked_out(base, variable, ote, answers):
    changes = {"pay.base": base, "pay.variable": variable}
    assert shown(answers(changes))["pay.ote"] == ote
    assert show_money(on_target(answers({**changes, "pay.ote": ote})), "USD") == ote


def test_one_total_stands_where_a_range_of_base_and_one_on_top_come_to_it(answers):
    changes = {"pay.base": "85k to 90k", "pay.variable": "35k to 40k"}
    assert shown(answers(changes))["pay.ote"] == "$120,000 to $130,000"
    assert shown(answers({**changes, "pay.ote": "125k"}))["pay.ote"] == "$125,000"


@pytest.mark.parametrize(
    ("changes", "given", "right"),
    [
        ({"pay.base": "70k", "pay.variable": "30k", "pay.ote": "90k"}, "$90,000", "$100,000"),
        ({"pay.base": "70k", "pay.variable": "30k", "pay.ote": "100000.01"}, ".01", "$100,000"),
        ({"pay.base": "70k to 80k", "pay.variable": "30k", "pay.ote": "110k"}, "$110", "$100,000"),
        (
            {"pay.base": "70k to 80k", "pay.variable": "30k to 45k", "pay.ote": "115k"},
            "$115,000",
            "$100,000 to $125,000",
        ),
        ({"pay.base": "70k", "pay.ote": "90k"}, "$90,000", "$70,000"),
        (
            {"pay.currency": "EUR", "pay.base": "70k", "pay.variable": "1", "pay.ote": "70k"},
            "\u20ac70,000",
            "\u20ac70,001",
        ),
    ],
)
def test_other_on_target_earnings_are_a_problem(changes, given, right, tree):
    _, faults, _ = read(tree(changes), CATALOG.ids)
    assert [(fault.path, fault.reason) for fault in faults] == [(("pay", "ote"), "value")]
    assert given in faults[0].message
    assert right in faults[0].message
    assert faults[0].cure


@table(
    ("changes", "fields"),
    [
        ({"pay.variable": "lots", "pay.ote": "90k"}, ["pay.variable"]),
        ({"pay.base": "lots", "pay.ote": "90k"}, ["pay.base"]),
        ({"pay.base": {"min": "lots", "max": "90k"}}, ["pay.base.min"]),
        ({"pay.base": {"min": "80k", "max": "90k", "mid": "85k"}}, ["pay.base.mid"]),
        ({"apply.email": "", "apply.url": "no link"}, ["apply.url"]),
        ({"apply.email": "no e-mail"}, ["apply.email"]),
        ({"quota.carries": "perhaps", "pay.ote": "58k"}, ["quota.carries"]),
        ({"role.first_hire": "perhaps"}, ["role.first_hire"]),
        ({"metrics": [{"a": "b"}]}, ["metrics"]),
        ({"pay.currency": "dollars", "pay.base": "\u20ac58k"}, ["pay.currency"]),
        ({"company": "Acme"}, ["company"]),
    ],
)
def test_an_unreadable_answer_is_one_problem_and_brings_no_other(changes, fields, tree):
    _, faults, _ = read(tree(changes), CATALOG.ids)
    assert [fault.field for fault in faults] == fields


def test_what_is_remembered_is_what_would_be_read_and_told(tree):
    # An unsure text stands between two that are told, and the last one changes what amounts mean.
    told = {"portfolio.accounts": "about fifty", "tools.others": ["~ 3", "- Slack"]}
    rows = [{**told, **more} for more in ({}, {"pay.base": "many"}, {"pay.currency": "EUR"})]
    memories = {}
    for changes in [*rows, *rows]:
        assert read(tree(changes), CATALOG.ids, memories=memories) == read(
            tree(changes), CATALOG.ids
        )
    assert len(memories) == 2


def test_what_is_remembered_of_many_files_is_bounded(tree):
    memories = {}
    for number in range(200):
        changes = {"role.location": f"Town {number % 40}", "metrics": [f"Metric {number}"]}
        long = {"company.about": f"We sell {number} " + "hand-made bells " * 30}
        found = read(tree({**changes, **long}), CATALOG.ids, memories=memories)
        assert found.answers.metrics == [f"Metric {number}"]
    assert len(memories) <= 12
    assert not any("bells" in text for memory in memories.values() for _, text in memory)
    beside = {"role.location": "One Town"}
    for number in range(1200):
        read(tree({**beside, "metrics": [f"Metric {number}"]}), CATALOG.ids, memories=memories)
    assert max(map(len, memories.values())) <= 500


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role.duties", [{"a": "b"}, {"c": "d"}]),
        ("role.duties", ["fine", ["x"], "fine", ["y"], ["z"]]),
        ("metrics", [{"a": "b"}, {"c": "d"}]),
        ("role.regions", ["ZZ", "Nowhere"]),
    ],
)
def test_every_bad_item_of_a_list_is_a_problem(field, value, tree):
    bad = [index for index, item in enumerate(value) if item != "fine"]
    _, faults, _ = read(tree({field: value}), CATALOG.ids)
    assert [fault.path for fault in faults] == [(*field.split("."), index) for index in bad]


@table(
    ("path", "hint"),
    [
        ("compnay", "Did you mean company?"),
        ("Company", "Did you mean company?"),
        ("metrcs", "Did you mean metrics?"),
        ("role.workplce", "Did you mean workplace?"),
        ("role.Reports to", "Did you mean reports_to?"),
        ("role.reports-to", "Did you mean reports_to?"),
        ("tools.CRM", "Did you mean crm?"),
        ("CRM", "Did you mean tools.crm?"),
        ("role.Check-ins", "Did you mean portfolio.check_ins?"),
        ("METRICS", "Did you mean metrics?"),
        ("role.crm", "Did you mean tools.crm?"),
        ("crm", "Did you mean tools.crm?"),
        ("accounts", "Did you mean portfolio.accounts?"),
        ("zzz", "Known here: template, company, role,"),
        ("quota.zzz", "Known here: carries, target, period, forecast."),
    ],
)
def test_an_unknown_name_is_a_problem_with_its_cure(path, hint, tree):
    _, faults, _ = read(tree({path: "x"}), CATALOG.ids)
    assert [(fault.field, fault.reason) for fault in faults] == [(path, "key")]
    assert faults[0].cure.startswith(hint)


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("company", "Company"), ("company", "compnay"), ("tools.crm", "tools.CRM"),
        ("role.reports_to", "role.Reports to"), ("portfolio", "Port-folio"),
        ("pay.base", "pay.bas"),
    ],
)  # fmt: skip
def test_nothing_under_a_misspelt_name_is_missing(right, typed, tree):
    made = tree()
    *section, name = right.split(".")
    holder = made[section[0]] if section else made
    holder[typed.split(".")[-1]] = holder.pop(name)
    _, faults, _ = read(made, CATALOG.ids)
    assert [(fault.field, fault.reason) for fault in faults] == [(typed, "key")]


def test_a_dotted_name_is_a_problem_with_its_cure(tree):
    made = tree()
    made["quota.target"] = "150000"
    _, faults, _ = read(made, CATALOG.ids)
    assert [(fault.path, fault.reason) for fault in faults] == [(("quota.target",), "key")]
    assert faults[0].cure == "Write quota: {target: ...}."


@pytest.mark.parametrize(
    ("field", "value", "cure"),
    [
        ("role.workplace", "remot", "Did you mean remote?"),
        ("role.workplace", "office", "Write one of: on-site, hybrid, remote."),
        ("role.employment", "ful-tme", "Did you mean full-time?"),
        ("quota.period", "week", "Write one of: month, quarter, year."),
        ("quota.forecast", "daily", "Write one of: week, month."),
        ("portfolio.churn_period", "weekly", "Write one of: month, quarter, year."),
        ("pay.period", "anually", "Write one of: year, month, hour."),
        ("template", "slaes", "Did you mean sales?"),
        ("template", "zzz", "Write one of: sales, first-hire, key, technical, senior, standard."),
    ],
)
def test_a_word_that_is_not_offered_comes_with_those_that_are(field, value, cure, tree):
    _, faults, _ = read(tree({field: value}), CATALOG.ids)
    assert [(fault.field, fault.cure) for fault in faults] == [(field, cure)]


@pytest.mark.parametrize("section", ["company", "role", "pay", "apply"])
@pytest.mark.parametrize("value", ["Acme", ["Acme"]])
def test_a_section_takes_its_answers_below_it(section, value, tree):
    _, faults, _ = read(tree({section: value}), CATALOG.ids)
    assert [fault.field for fault in faults] == [section]
    assert f"Write {section}: {{" in faults[0].cure


@table(
    ("field", "typed", "text"),
    [
        ("company.name", "  Tidewater\n Linen ", "Tidewater Linen"),
        ("role.workplace", "On-Site", "on-site"),
        ("role.employment", "PART-TIME", "part-time"),
        ("role.mentors", "true", "yes"),
        ("role.new_business", "15%", "15%"),
        ("role.duties", "one duty", ("one duty",)),
        ("role.duties", ["a", "", "b"], ("a", "b")),
        ("role.years", "1", "one year"),
        ("role.years", "5", "5 years"),
        ("quota.forecast", "week", "week"),
        ("portfolio.accounts", "1", "one account"),
        ("portfolio.accounts", "1,200", "1,200 accounts"),
        ("portfolio.revenue", "$6.4m", "$6,400,000"),
        ("portfolio.retention", "92", "92%"),
        ("portfolio.churn", "0.5", "0.5%"),
        ("portfolio.expansion", "400k", "$400,000"),
        ("metrics", "one", ("one",)),
        ("pay.base", "80k to 95k", "$80,000 to $95,000"),
        ("apply.deadline", "2027-01-30", "January 30, 2027"),
        ("apply.deadline", "rolling", "rolling"),
        ("apply.url", "https://b.example/jobs", "https://b.example/jobs"),
    ],
)
def test_an_answer_is_shown_as_a_candidate_reads_it(field, typed, text, answers):
    assert shown(answers({field: typed}))[field] == text


def test_a_hand_over_counts_its_weeks(answers):
    made = answers({"role.first_hire": "yes", "role.handover_weeks": "1"})
    assert shown(made)["role.handover_weeks"] == "one week"


def test_every_amount_is_shown_in_the_currency_of_the_answers(answers):
    changes = {"pay.currency": "eur", "pay.base": "58k", "portfolio.expansion": "\u20ac400k"}
    texts = shown(answers(changes))
    assert (texts["pay.base"], texts["portfolio.expansion"]) == ("\u20ac58,000", "\u20ac400,000")
    assert texts["pay.currency"] == "EUR"


def test_an_answer_is_found_by_its_dotted_name(answers):
    made = answers({"apply.deadline": "2027-01-30", "metrics": "one"})
    assert made["apply.deadline"].day == datetime.date(2027, 1, 30)
    assert made["metrics"] == ["one"]
    assert made["role.title"] is None


def test_answers_cannot_be_changed(answers):
    with pytest.raises(ValueError, match="frozen"):
        answers().company.name = "x"


ODD = [
    {}, [], {"role": {}}, {"role": "x"}, {"role": None}, {"company": {"name": None}}, {"nope": "x"},
    {"company": {"nmae": "x"}}, {"pay": {"base": "a lot"}}, {"pay": {"base": {"min": "1"}}}, {1: 2},
]  # fmt: skip


def _outcome(read, tree):
    try:
        made = read(tree, context=Context())
    except ValidationError as error:
        return [(detail["type"], detail["loc"]) for detail in error.errors()]
    return made, made.model_fields_set


@table("changes", ["no change", *ODD])
def test_answers_are_read_as_pydantic_would_read_them(changes, tree):
    given = tree() if changes == "no change" else changes
    ours = _outcome(_READER.validate_python, given)
    assert ours == _outcome(Answers.model_validate, given)


@pytest.mark.parametrize("value", [{"a": "b"}, {"a": "b", "c": ["d"]}, {"0": "a"}])
def test_a_list_given_as_names_and_values_is_one_problem(value, tree):
    _, faults, _ = read(tree({"metrics": value}), CATALOG.ids)
    assert [fault.field for fault in faults] == ["metrics"]


@pytest.mark.parametrize("value", ["", [], {}])
def test_an_unknown_name_is_found_where_nothing_else_is_answered(value, tree):
    _, faults, _ = read(tree({"company": {"nam": value}}), CATALOG.ids)
    assert ("company.nam", "key") in [(fault.field, fault.reason) for fault in faults]
