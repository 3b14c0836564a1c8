"""Years of experience that two answers tell: asked about, and printed as one wants."""

from interviews import changed, kept, posting
from tables import table

MUST = "3+ years SaaS AM with a quota"


@table(
    ("field", "typed", "beside", "picked", "years", "musts"),
    [
        ("role.years", "3+", {"role__required": MUST}, "keep", True, True),
        ("role.years", "3+", {"role__required": MUST}, "must", False, True),
        ("role.years", "3+", {"role__required": MUST}, "years", True, False),
        ("role.required", MUST, {"role__years": "3"}, "keep", True, True),
        ("role.required", MUST, {"role__years": "3"}, "must", False, True),
        ("role.required", MUST, {"role__years": "3"}, "years", True, False),
    ],
)
def test_years_that_a_must_tells_too_are_asked_about(
    field: str, typed: str, beside: dict[str, str], picked: str, years: bool, musts: bool
) -> None:
    text = kept("standard", **{field.replace(".", "__"): ""}, role__years_in="", **beside)
    asking, script = changed(text, field, typed, (picked,))
    asked = [ask for ask in script.asked if ask.fields == (field,)][1]
    assert asked.at == 0
    assert MUST in asked.why
    printed = posting(asking).decode()
    assert ("At least 3 years of experience" in printed) == years
    assert (f"- {MUST}\n" in printed) == musts


@table(
    ("field", "typed", "beside"),
    [
        ("role.years", "3", {"role__required": "A licence"}),
        ("role.years", "3", {"role__required": "A person 18 years old or more"}),
        ("role.years", "3", {"role__required": "Work with two-year contracts"}),
        ("role.required", MUST, {"role__years": ""}),
        ("role.required", "A licence", {"role__years": "3"}),
    ],
)
def test_years_that_are_told_once_are_not_asked_about(
    field: str, typed: str, beside: dict[str, str]
) -> None:
    text = kept("standard", **{field.replace(".", "__"): ""}, **beside)
    _, script = changed(text, field, typed)
    assert script.fields.count(field) == 1


@table(
    ("typed", "line"),
    [
        ("5-8 yrs in packaging or food", "Experience of five to eight years in packaging or food"),
        ("three years selling packaging", "At least 3 years of experience selling packaging"),
        ("5+ years of experience in B2B sales", "At least 5 years of experience in B2B sales"),
        ("8-10 years' experience managing key accounts",
         "Experience managing key accounts: eight to ten years"),
        ("3-5 in fmcg or packaging", "Experience of three to five years in fmcg or packaging"),
        ("5+ in logistics", "At least 5 years of experience in logistics"),
        ("3 years in Health", "At least 3 years of experience in health care"),
        ("5 yrs, packaging", "At least 5 years of experience in packaging"),
        ("two or more years with food companies",
         "At least 2 years of experience in food companies"),
    ],
)  # fmt: skip
def test_years_are_taken_with_what_they_are_in(typed: str, line: str) -> None:
    text = kept("standard", role__years="", role__years_in="", role__required="")
    asking, script = changed(text, "role.years", typed, ("keep",))
    assert next(ask.why for ask in script.asked if ask.kind == "pick") == line
    assert f"- {line}\n" in posting(asking).decode()
    assert not [ask for ask in script.asked if ask.fields == ("role.years_in",)]


@table(
    "typed",
    ["5 years", "5 years old", "10 years preferred",
     "5 years or a degree", "5 years in packaging and 3 in food", "5 years in sales or a degree",
     "5 years is enough", "3-5 in total", "5 or more in all"],
)  # fmt: skip
def test_what_says_how_much_years_are_wanted_is_no_work_that_they_are_in(typed: str) -> None:
    text = kept("standard", role__years="", role__years_in="", role__required="")
    _, script = changed(text, "role.years", typed, "4")
    assert "Shall it read like this?" not in [ask.question for ask in script.asked]


@table(
    ("typed", "line", "plus"),
    [
        ("3+ years SaaS, healthcare a plus",
         "At least 3 years of experience in SaaS", "healthcare"),
        ("10 years, packaging preferred", "At least 10 years of experience", "packaging"),
    ],
)  # fmt: skip
def test_what_is_no_must_behind_years_is_offered_as_a_plus(
    typed: str, line: str, plus: str
) -> None:
    text = kept("standard", role__years="", role__years_in="", role__required="")
    asking, script = changed(text, "role.years", typed, ("keep",))
    why = next(ask.why for ask in script.asked if ask.question == "Shall it read like this?")
    assert why.startswith(line)
    assert why.endswith(f". Further pluses: {plus}.")
    printed = posting(asking).decode()
    assert line in printed
    assert f"- {plus}" in printed


def test_years_with_their_work_that_a_must_tells_too_are_asked_about() -> None:
    text = kept("standard", role__years="", role__years_in="", role__required=MUST)
    asking, _ = changed(text, "role.years", "5-8 yrs in packaging", ("years",))
    printed = posting(asking).decode()
    assert "Experience of five to eight years in packaging" in printed
    assert MUST not in printed
