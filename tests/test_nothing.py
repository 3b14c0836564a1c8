"""A bare no in a text or a list, in whatever words, is no answer and told; more words stand."""

from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from conftest import CATALOG
from tables import table

# In these a word is text, whatever it is, or no is an answer.
_NAMES = ("company.name", "product.name", "role.location", "template")
_OTHERWISE = ("apply.evidence", "tools.crm")
_WORDS = "other words"


def answer(tree, field, typed):
    found = read(tree({field: typed}), CATALOG.ids, CATALOG.names)
    told = [one.message for one in found.readings if one.field == field]
    wrong = [f"{one.message} {one.cure}" for one in found.faults if one.field == field]
    return found.answers[field], told, wrong


def of_texts(tree):
    """List the fields that take any words, in a text or a list."""
    return [
        field
        for field in FIELDS
        if field not in (*_NAMES, *_OTHERWISE)
        and answer(tree, field, _WORDS)[0] in (_WORDS, [_WORDS])
    ]


@table(
    "typed",
    [
        "no", "No", "no.", "nope", "nil", "nothing", "none", "None yet.", "none required",
        "not yet", "nothing yet", "no, none", "not required", "none at the moment", "nothing else",
        "n/a", "Nobody",
    ],
)  # fmt: skip
def test_a_bare_no_is_no_answer_to_a_text_and_told(typed, tree):
    fields = of_texts(tree)
    assert len(fields) > 30
    for field in fields:
        value, told, _ = answer(tree, field, typed)
        assert (value, told) == (None, [f'"{typed}" is read as no answer']), field


@table("typed", ["no", "Nope.", "nothing yet", "none"])
def test_nothing_has_no_cure_that_makes_an_answer_up(typed, tree):
    """What need not be answered is left empty; a choice or a figure that says no is offered."""
    for field, rule in FIELDS.items():
        value, told, wrong = answer(tree, field, typed)
        is_said = value in (None, "none", False, "NO") or told or field in _NAMES
        assert is_said or value == ["NO"], (field, value)
        if wrong and not rule.required:
            assert any(one in wrong[0] for one in ("empty", "rite 0", "none", "rite no")), wrong


@table(
    ("field", "typed"),
    [
        ("pay.commission", "no commission"),
        ("pay.commission", "We pay no commission."),
        ("pay.bonus", "no bonus yet"),
        ("pay.benefits", "no benefits"),
        ("role.education", "no degree required"),
        ("role.education", "No formal education needed."),
        ("role.languages", "no foreign language needed"),
        ("role.languages", "no Spanish needed"),
        ("role.education", "we never ask for a degree"),
        ("role.reports_to", "no manager"),
        ("role.travel", "no travel"),
        ("tools.others", "no other tools"),
        ("apply.steps", ["no further steps"]),
        ("portfolio.territory", "no fixed territory"),
        ("role.required", ["no requirements"]),
        ("metrics", ["no fixed targets"]),
    ],
)
def test_that_there_is_none_of_what_is_asked_is_no_answer(field, typed, tree):
    shown = typed if isinstance(typed, str) else typed[0]
    value, told, _ = answer(tree, field, typed)
    assert (value, told) == (None, [f'"{shown}" is read as no answer'])


@table(
    ("field", "typed"),
    [
        ("company.name", "Nothing"),
        ("company.name", "NO"),
        ("company.name", "No"),
        ("role.location", "NO"),
        ("role.duties", ["no cold calls"]),
        ("pay.commission", "no cap"),
        ("pay.commission", "No commission on renewals, 5% of the rest"),
        ("pay.bonus", "No bonus in the first year."),
        ("pay.benefits", ["no contribution to health insurance"]),
        ("role.travel", "no overnight travel"),
        ("role.team", "none but you, for a start"),
        ("role.opening", "Nothing like this job has been here before."),
    ],
)
def test_more_than_a_no_stands_as_typed(field, typed, tree):
    assert answer(tree, field, typed) == (typed, [], [])


@table(
    ("field", "typed", "left"),
    [
        ("role.education", "none, we dont care", "we dont care"),
        ("role.education", "none (degree not a must)", "degree not a must"),
        ("role.education", "no degree required. We train you", "We train you"),
        ("role.manages", "none. Dave leads them", "Dave leads them"),
    ],
)
def test_a_remark_behind_a_no_is_told(field, typed, left, tree):
    value, told, _ = answer(tree, field, typed)
    assert (value, told) == (None, [f'"{typed}" is read as no answer, and "{left}" is left out'])


@table(
    ("field", "typed", "cure"),
    [
        ("role.education", "no degree, but ten years in the trade",
         'Put "ten years in the trade" in role.required.'),
        ("role.education", "no, but HBO level is a plus",
         'Put "HBO level is a plus" in role.preferred.'),
        ("role.manages", "no but steers the 2 inside sales",
         'Put "steers the 2 inside sales" in role.duties.'),
        ("role.manages", "no one, but coach two juniors",
         'Put "coach two juniors" in role.duties.'),
        ("role.years", "none, we train",
         'then no years are asked for. The posting has no place for "we train".'),
    ],
)  # fmt: skip
def test_what_there_is_instead_has_its_field(field, typed, cure, tree):
    value, _, (wrong,) = answer(tree, field, typed)
    assert value is None
    assert "Leave it empty" in wrong
    assert wrong.endswith(cure)


@table(
    ("field", "typed", "says"),
    [
        ("pay.commission", "private", "Leave it empty, or say how it is earned."),
        ("pay.bonus", "Confidential.", "its amount is private in pay.variable."),
        ("pay.commission", "no commission, just a fair salary", "says that there is none."),
        ("pay.commission", "None, salary only.", "says that there is none."),
    ],
)
def test_how_pay_is_earned_is_no_secret_and_no_denial(field, typed, says, tree):
    value, _, wrong = answer(tree, field, typed)
    assert value is None
    assert says in wrong[0]


@table(
    ("field", "typed"), [("role.location", "no"), ("role.location", "No."), ("product.name", "no")]
)
def test_a_place_and_a_product_are_named(field, typed, tree):
    value, told, _ = answer(
        lambda changes: tree({"product.software": "yes", **changes}), field, typed
    )
    assert (value, told) == (None, [f'"{typed}" is read as no answer'])


def test_no_in_small_letters_among_regions_is_norway_and_told(tree):
    assert answer(tree, "role.regions", "no") == (["NO"], ['"no" is read as NO (Norway)'], [])
    assert answer(tree, "role.regions", "NO") == (["NO"], [], [])


@table(
    ("field", "typed", "cure"),
    [
        ("role.until", "6", "Write its unit too, as in 6 months, or the last day."),
        ("role.start", "3", "Write the day with its month."),
        ("role.travel", "20%", "Write of what, as in 2 days a week."),
        ("role.office_days", "2-3", "Write of what, as in 2 days a week."),
        ("role.hours", "8", "Write of what, as in 30 hours a week."),
        ("portfolio.check_ins", "4", "Write of what, as in 2 calls a month."),
    ],
)
def test_a_figure_alone_does_not_say_what_it_counts(field, typed, cure, tree):
    beside = {"role.employment": "contract", "role.workplace": "hybrid"}
    value, _, wrong = answer(lambda changes: tree({**beside, **changes}), field, typed)
    assert (value, wrong) == (None, [f'"{typed}" does not say what it counts. {cure}'])


@table(
    ("field", "typed", "value"),
    [
        ("role.until", "6 months", "6 months"),
        ("role.start", "2027", "2027"),
        ("role.hours", "37.5", "37.5 hours a week"),
        ("role.hours", "9-5", "9-5"),
        ("role.hours", "60 hours, biweekly", "60 hours, biweekly"),
        ("role.hours", "12 hours, rotating shifts", "12 hours, rotating shifts"),
        ("role.hours", "80 hours per pay period", "80 hours per pay period"),
        ("company.name", "42", "42"),
    ],
)
def test_a_figure_that_says_enough_is_read(field, typed, value, tree):
    found, _, wrong = answer(tree, field, typed)
    assert (found, wrong) == (value, [])


@table(
    ("typed", "several"),
    [
        ("member", "members"),
        ("dealer", "dealers"),
        ("agency", "agencies"),
        ("small business", "small businesses"),
        ("owner of land", "owners of land"),
        ("members", ""),
        ("people", ""),
        ("tradesmen", ""),
        ("owners of land", ""),
        ("school staff", ""),
        ("\u4f1a\u54e1", ""),
    ],
)
def test_one_word_for_several_accounts_is_told(typed, several, tree):
    value, told, _ = answer(tree, "portfolio.called", typed)
    said = f'"{typed}" stands where several are meant: write {several} if it is one'
    assert (value, told) == (typed, [said] * bool(several))
