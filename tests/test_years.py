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
