"""The way through an interview, driven by a script: no terminal and no file."""

import contextlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import yaml

import schemas
from amjd.answers.fields import FIELDS
from amjd.asker import Ask, Reply
from amjd.interview import kept as kept_module
from amjd.interview.asks import seen
from amjd.interview.loop import Interview
from amjd.interview.route import Stop
from amjd.interview.screens.lines import template_lines
from amjd.interview.sentences import line_with
from amjd.interview.way import extras, way
from amjd.sources import checked, yaml_file
from amjd.sources.checked import check
from amjd.sources.yaml_file import MAX_BYTES, parse
from amjd.text.errors import InvalidAnswersError
from conftest import CATALOG, PROMPTS, QUESTIONS, RULES
from interviews import (
    BACK,
    OPEN,
    PREVIEW,
    REVIEW,
    alone,
    changed,
    finished,
    interview,
    kept,
    posting,
    saves,
    stopped,
    told,
    usual,
    whole,
)
from script import BRIEF, BY_DAY, IDS, Script, answered, example, sheet
from tables import table

YES_NO = ("role.first_hire", "portfolio.strategic", "portfolio.complex",
          "product.software", "role.mentors")  # fmt: skip


class Short(Script):
    """Somebody who adds nothing to what is asked of everybody."""

    def ask(self, ask: Ask) -> Reply:
        if ask.screen == "extras" and ask.kind == "tick" and "extras" not in self.wants:
            self.asked.append(ask)
            return Reply()
        return super().ask(ask)


@cache
def brief(name: str) -> Short:
    """Go through the interview of an example, adding nothing; to be looked at only."""
    return short(example(name))[1]


def short(tree: Mapping[str, Any], text: str = "", **more: Any) -> tuple[Interview, Short]:
    script = Short(tree)
    asking, _ = interview(script, text, **more)
    asking.run()
    return asking, script


# -- what is asked, and in which order ------------------------------------------------------------


@pytest.mark.parametrize("name", BY_DAY)
def test_whoever_may_use_own_words_has_an_example_that_is_none_of_the_rows(name: str) -> None:
    for ask in whole(name)[1].asked:
        if ask.own:
            assert ask.example
            assert ask.example not in [row.value for row in ask.rows]


@pytest.mark.parametrize("name", IDS)
def test_the_answers_of_an_example_give_the_posting_of_its_file(name: str) -> None:
    from amjd.documents.draft import draft
    from amjd.formats import FORMATS

    answers = check(parse(kept(name).encode(), "x"), CATALOG.ids, QUESTIONS).answers
    assert usual(name) == FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers))


@pytest.mark.parametrize("name", BY_DAY)
def test_what_must_be_settled_comes_first_then_what_makes_it_better(name: str) -> None:
    script = brief(name)
    screens = list(dict.fromkeys(ask.screen for ask in script.asked))
    essential = ["company", "quota", "job", "template", "portfolio", "place", "tools", "pay",
                 "apply", "extras", "duties", "review"]  # fmt: skip
    assert [screen for screen in screens if screen in essential] == essential
    # Remote work on a product has two questions that the others do not have.
    assert len(script.asked) <= 26 + (name == "technical")
    assert len(screens) <= 18


@pytest.mark.parametrize("name", BY_DAY)
def test_the_step_never_falls_on_the_way_forward(name: str) -> None:
    _, script = whole(name)
    steps = [ask.step for ask in script.asked]
    assert steps == sorted(steps)
    assert all(0 < ask.step <= ask.of and ask.title for ask in script.asked)
    assert len({ask.of for ask in script.asked}) == 1


def test_what_does_not_apply_is_not_asked() -> None:
    _, script = whole("standard")
    assert not {"quota.target", "role.trainable", "product.name", "pay.ote"} & set(script.fields)
    assert "portfolio.retention" in script.fields
    sales = whole("sales")[1].fields
    assert {"quota.target", "pay.commission"} <= set(sales)
    assert "portfolio.retention" not in sales


def test_what_an_answer_makes_necessary_is_asked_right_after_it() -> None:
    tree = example("first-hire")
    tree["pay"] = {"base": "none", "variable": "none", "commission": "You earn 10% of each order."}
    _, script = short(tree)
    fields = [ask.fields[0] for ask in script.asked]
    assert fields[fields.index("pay.base") :][:3] == ["pay.base", "pay.variable", "pay.commission"]


def test_nothing_is_preselected_where_it_decides() -> None:
    _, script = whole("first-hire")
    asked = {ask.fields[0]: ask for ask in reversed(script.asked)}
    assert asked["quota.carries"].at is None
    assert asked["role.trainable"].at is None
    assert asked["role.first_hire"].kind == "tick"
    assert asked["role.first_hire"].ticked == ()


def test_what_is_unticked_is_no_and_what_was_never_asked_is_open() -> None:
    asking, _ = stopped(Script(example("key"), {"template": [KeyboardInterrupt()]}))
    answers = asking.kept.answers()
    given = {
        field: example("key")[field.split(".")[0]].get(field.split(".")[1]) for field in YES_NO
    }
    assert [answers[field] for field in YES_NO] == [given[field] == "yes" for field in YES_NO]
    assert True in [answers[field] for field in YES_NO]
    asking, _ = stopped(Script(example("key"), {"role.first_hire": [KeyboardInterrupt()]}))
    assert all(asking.kept.answers()[field] is None for field in YES_NO)


def test_a_yes_that_is_given_stands_ticked() -> None:
    script = Script({}, {"role.first_hire": [KeyboardInterrupt()]})
    stopped(script, kept("key", portfolio__complex=""), mode="all")
    assert script.asked[-1].ticked == ("portfolio.strategic",)


def test_every_answer_is_saved_before_the_next_is_asked() -> None:
    saved: list[str] = []

    class Watching(Script):
        def ask(self, ask: Ask) -> Reply:
            counts.append(len(saved))
            return super().ask(ask)

    counts: list[int] = []
    script = Watching(example(BRIEF))
    Interview(script, sheet(""), saved.append, CATALOG, PROMPTS, RULES).run()
    grew = [after > before for before, after in pairwise(counts)]
    passed = [ask.screen for ask, has in zip(script.asked, grew, strict=False) if not has]
    assert set(passed) <= {"template"}


@pytest.mark.parametrize("name", BY_DAY)
def test_after_each_answer_an_editor_that_knows_the_schema_finds_no_fault_of_its_own(
    name: str,
) -> None:
    for text in saves(name):
        schemas.check(text)


def test_after_each_answer_the_file_can_be_read_again() -> None:
    tree = example("key")
    tree["portfolio"]["revenue"], tree["pay"]["currency"] = "$6.4m", "EUR"

    def save(text: str) -> None:
        check(parse(text.encode(), "answers"), CATALOG.ids, QUESTIONS, allow_blanks=True)

    Interview(Script(tree), sheet(""), save, CATALOG, PROMPTS, RULES).run()


@table("field", FIELDS)
def test_every_field_can_be_asked(field: str) -> None:
    """On the way, as an extra, or from the review; only the total is worked out."""
    text = {
        "pay.ote": "quota: {carries: yes}\npay: {base: 50000, variable: 5000, ote: 55000}\n",
        "portfolio.churn_period": "portfolio: {churn: 2}\n",
        "role.years_in": "role: {years: 2}\n",
        "role.until": "role: {employment: contract}\n",
        "role.car": "role: {travel: two days a week}\n",
        "apply.phone_for": "apply: {phone: 503-555-0142}\n",
        "apply.phone_hours": "apply: {phone: 503-555-0142}\n",
        "role.juniors": "role: {mentors: yes}\n",
        "role.office_days": "role: {workplace: hybrid}\n",
        "product.name": "product: {software: yes}\n",
    }
    section = field.partition(".")[0]
    usual = "role: {first_hire: yes}\n" if section == "role" else "quota: {carries: yes}\n"
    if field == "portfolio.expansion":
        usual = "quota: {carries: no}\n"

    class Twice(Script):
        def ask(self, ask: Ask) -> Reply:
            if len(self.asked) == 2:
                raise KeyboardInterrupt
            return super().ask(ask)

    script = Twice({}, {"review": [field]})
    with contextlib.suppress(KeyboardInterrupt):
        interview(script, text.get(field, usual), mode="errand")[0].run()
    assert field in script.asked[1].fields


# -- the kind of posting --------------------------------------------------------------------------


def test_the_choice_comes_once_when_all_that_decides_is_known() -> None:
    for name in IDS:
        _, script = whole(name)
        at = script.fields.index("template")
        assert script.fields.count("template") == 1
        assert {"quota.carries", "role.first_hire"} <= set(script.fields[:at])
        offered = script.asked[at]
        assert offered.at == 0
        assert offered.rows[0].value == name
        assert len(offered.rows) == 2


def test_the_share_of_a_quota_is_offered_only_where_there_is_one() -> None:
    for name, is_offered in (("standard", False), ("sales", True)):
        _, script = whole(name)
        rows = script.asked[script.fields.index("metrics")].rows
        assert ("quota attainment" in [row.value for row in rows]) == is_offered
    given = kept("standard", metrics="quota attainment")
    _, script = changed(given, "metrics", ("quota attainment",))
    assert script.asked[1].ticked == ("quota attainment",)


@pytest.mark.parametrize("field", ["pay.base", "metrics", "role.location"])
def test_what_is_asked_from_the_review_is_at_the_last_step(field: str) -> None:
    _, script = changed(kept("standard"), field)
    assert {(ask.step, ask.of) for ask in script.asked} == {(9, 9)}


@pytest.mark.parametrize("typed", ["me", "Myself", "I"])
def test_who_is_me_is_asked_where_it_would_be_printed(typed: str) -> None:
    wants = {"extras": [("apply.contact",)], "apply.contact": [typed, "again", "Dana Ruiz"]}
    asking, script = finished(example(BRIEF), wants)
    asked = script.asked[script.fields.index("apply.contact") + 1]
    assert asked.why.startswith(f"Your application goes to {typed}.")
    assert asking.kept.answers().apply.contact == "Dana Ruiz"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("sales", "Sales fits: you said yes to a sales quota. If you said no to a sales quota,"),
        ("key", "If you said yes to a sales quota, it would be Sales."),
        ("first-hire", "an owner handing over clients and training someone new"),
    ],
)
def test_the_choice_says_why_and_which_answer_would_change_it(name: str, why: str) -> None:
    _, script = whole(name)
    offered = script.asked[script.fields.index("template")]
    assert why in offered.why


def test_another_posting_can_be_taken_and_stays() -> None:
    tree = example("sales")
    wants = {"template": ["standard"], "review": ["quota", "yes"], "quota.carries": ["yes", "no"]}
    asking, script = finished(tree, wants)
    assert asking.kept.answers().template == "standard"
    tree["portfolio"]["strategic"] = "yes"
    wants = {"template": ["standard"], "review": ["carries", "yes"], "quota.carries": ["yes", "no"]}
    asking, script = finished(tree, wants)
    assert asking.kept.answers().template == "standard"
    assert told(
        script, "Your answers now call for the Key accounts posting, but you chose"
    ) or told(script, "but you chose Standard")


def test_what_an_answer_makes_of_the_posting_is_said_at_the_review() -> None:
    _, script = changed(kept("standard"), "portfolio.strategic", "yes")
    name = CATALOG.head("key").name
    assert f"Your answers now call for the {name} posting." in script.notes("review")[1]


# -- what would make it better --------------------------------------------------------------------


def test_only_what_is_ticked_is_asked_and_the_rest_is_skipped_in_one_save() -> None:
    script = Short(example("standard"), {"extras": [("role.hours", "role.travel")]})
    asking, saved = interview(script)
    asking.run()
    more = [ask.fields[0] for ask in script.asked if ask.screen == "more"]
    assert more == ["role.hours", "role.travel", "role.car"]
    remarks = [text.count("# skipped") for text in saved]
    jumps = [after - before for before, after in pairwise(remarks) if after - before > 5]
    assert len(jumps) == 1
    assert jumps[0] > 20
    assert asking.kept.answers().role.hours


@pytest.mark.parametrize(
    ("travel", "is_asked"),
    [
        ("two visits a week", True),
        ("half the week, in a company van", False),
        ("garden centres in spring, in our pickup", False),
        ("2-3 conferences a yr (ODA, PDC), otherwise none", False),
    ],
)
def test_whose_car_it_is_is_asked_of_nobody_who_has_named_one_or_needs_none(
    travel: str, is_asked: bool
) -> None:
    script = Script(example(BRIEF), {"extras": [("role.travel",)], "role.travel": [travel]})
    asking, _ = interview(script)
    asking.run()
    assert ("role.car" in script.fields) == is_asked


def test_how_a_bonus_works_is_offered_to_nobody_who_pays_none() -> None:
    tree = example("first-hire")
    del tree["pay"]["bonus"]
    tree["pay"]["variable"] = "none"
    assert "pay.bonus" not in extras_of(tree)


def test_how_a_bonus_works_is_offered_only_where_a_bonus_is_given() -> None:
    tree = example("first-hire")
    del tree["pay"]["bonus"]
    assert "pay.bonus" in extras_of(tree)
    wants = {"pay.variable": ["5% commission on new orders, paid monthly", "keep"]}
    assert "pay.bonus" not in extras_of(tree, wants)
    del tree["pay"]["variable"]
    assert "pay.bonus" not in extras_of(tree)
    assert "pay.bonus" not in extras_of(example("sales"))


def test_words_that_were_none_of_a_list_are_offered_where_they_can_stand() -> None:
    wants = {"role.employment": [Reply(("part-time",), said="whenever it suits")],
             "extras": [KeyboardInterrupt()]}  # fmt: skip
    script = Script(example(BRIEF), wants)
    asking, _ = stopped(script)
    extras = next(ask for ask in script.asked if ask.screen == "extras")
    assert "role.hours" in extras.ticked
    assert asking.kept.offers["role.hours"] == "whenever it suits"


def extras_of(tree: dict[str, Any], wants: dict[str, Any] | None = None) -> list[str]:
    """List what is offered as an extra."""
    script = Short(tree, wants)
    interview(script)[0].run()
    ask = next(ask for ask in script.asked if ask.screen == "extras")
    return [row.value for row in ask.rows]


def test_what_does_most_for_this_posting_comes_first() -> None:
    def first(name: str) -> str:
        script = brief(name)
        return script.asked[script.fields.index("extras")].rows[0].value

    assert first("first-hire") == "role.handover_weeks"
    assert first("key") == "portfolio.revenue"
    assert first("sales") == "quota.forecast"


def test_a_seller_sees_territory_steps_and_years_at_once() -> None:
    script = brief("sales")
    ask = script.asked[script.fields.index("extras")]
    shown = {row.value for row in ask.rows[: ask.few]}
    assert {"apply.steps", "portfolio.territory", "role.years"} <= shown


def test_a_few_extras_are_shown_and_the_others_to_whoever_wants_them() -> None:
    ask = next(ask for ask in brief("first-hire").asked if ask.screen == "extras")
    first = [row.value for row in ask.rows[: ask.few]]
    assert first == ["role.handover_weeks", "role.handover", "role.training", "pay.bonus",
                     "role.hours", "role.travel", "portfolio.expansion", "role.start"]  # fmt: skip
    wants = {"extras": [("role.languages",)], "role.languages": [KeyboardInterrupt()]}
    _, saved = stopped(Short(example("standard"), wants))
    again = Script(example("standard"), {"extras": [KeyboardInterrupt()]})
    stopped(again, saved[-1])
    assert again.asked[-1].few == 0, "what is ticked is seen"


def test_a_posting_with_something_open_is_not_said_to_be_ready() -> None:
    wants = {"apply.deadline": [OPEN], "extras": [KeyboardInterrupt()]}
    script = Short(example(BRIEF), wants)
    stopped(script)
    assert script.asked[-1].why == ""
    assert brief(BRIEF).asked[-3].why == "It could go out as it is."


@pytest.mark.parametrize(("check_ins", "is_asked"), [("two visits a month", 1), ("calls", 0)])
def test_visits_are_asked_of_whoever_names_them(check_ins: str, is_asked: int) -> None:
    tree = example(BRIEF)
    tree["portfolio"]["check_ins"] = check_ins
    asked = short(tree)[1].asked
    asked_of = [ask.screen for ask in asked if ask.fields[0] == "role.travel"]
    assert asked_of == ["place"] * is_asked
    assert sum(ask.fields[0] == "role.employment" for ask in asked) == 1


def test_yes_takes_the_posting_that_is_recommended() -> None:
    ask = next(ask for ask in brief("first-hire").asked if ask.screen == "template")
    assert ask.rows[ask.at or 0].also == ("yes",)
    assert not any(row.also for row in ask.rows[1:])


def test_whoever_stopped_among_the_extras_finds_them_ticked() -> None:
    wants = {"extras": [("role.hours", "role.travel")], "role.travel": [KeyboardInterrupt()]}
    _, saved = stopped(Short(example("standard"), wants))
    script = Script(example("standard"), {"role.travel": [KeyboardInterrupt()]})
    stopped(Short(example("standard"), script.wants | {"extras": [KeyboardInterrupt()]}), saved[-1])
    again = Script(example("standard"), {"extras": [KeyboardInterrupt()]})
    stopped(again, saved[-1])
    assert again.asked[-1].ticked == ("role.travel",)
    assert "role.hours" not in [row.value for row in again.asked[-1].rows]


@table(
    ("typed", "row", "asked"),
    [
        (("role.languages",), "keep", ["role.travel", "role.car", "role.languages"]),
        (("role.languages",), "out", ["role.languages"]),
        ((), "keep", ["role.travel", "role.car"]),
        ((), "out", []),
        (("role.languages", "role.travel"), "", ["role.travel", "role.car", "role.languages"]),
    ],
)
def test_what_stood_ticked_is_left_out_by_no_number_alone(
    typed: tuple[str, ...], row: str, asked: list[str]
) -> None:
    wants = {"extras": [("role.hours", "role.travel")], "role.travel": [KeyboardInterrupt()]}
    _, saved = stopped(Short(example("standard"), wants))
    answers = example("standard") | {"leave_out": []}
    again = Script(answers, {"extras": [typed, *[row] * bool(row)]})
    asking, _ = interview(again, saved[-1])
    asking.run()
    (first, *doubts) = [ask for ask in again.asked if ask.screen == "extras"]
    assert first.ticked == ("role.travel",)
    assert [(ask.kind, ask.at) for ask in doubts] == [("pick", 0)] * bool(row)
    assert all('"Travel"' in ask.question for ask in doubts)
    more = [ask.fields[0] for ask in again.asked if ask.screen == "more"]
    assert sorted(more) == sorted(asked)


def test_words_that_are_offered_at_an_extra_are_left_out_by_nobody_unasked() -> None:
    wants = {"role.employment": [Reply(("part-time",), said="whenever it suits")],
             "extras": [(), "keep"], "role.hours": [KeyboardInterrupt()]}  # fmt: skip
    script = Script(example(BRIEF), wants)
    stopped(script)
    assert script.asked[-1].offer == ("whenever it suits",)


def test_words_that_are_left_out_at_an_extra_are_offered_no_more() -> None:
    wants = {"role.employment": [Reply(("part-time",), said="whenever it suits")],
             "extras": [(), "out"]}  # fmt: skip
    script = Script(example(BRIEF), wants)
    asking, _ = interview(script)
    asking.run()
    assert asking.kept.offers == {}
    assert "role.hours" not in script.fields


def test_an_unticked_line_of_ours_is_left_out_and_can_come_back() -> None:
    _, script = finished(example("standard") | {"leave_out": []})
    lines = script.asked[script.fields.index("leave_out")]
    assert lines.ticked == tuple(row.value for row in lines.rows)
    gone = lines.rows[0]
    tree = example("standard") | {"leave_out": [gone.value]}
    asking, _ = finished(tree)
    assert asking.kept.answers().leave_out == [gone.value]
    plain, _ = finished(example("standard") | {"leave_out": []})
    assert gone.label.encode() in posting(plain)
    assert gone.label.encode() not in posting(asking)
    every = tuple(template_lines(asking.kept))
    again, script = changed(asking.kept.sheet.text, "leave_out", every)
    assert gone.value in every
    assert gone.value not in script.asked[1].ticked
    assert not again.kept.answers().leave_out
    assert posting(again) == posting(plain)


def test_our_own_request_for_evidence_is_shown_and_can_be_left_out() -> None:
    tree = example("first-hire") | {"leave_out": []}
    tree["apply"] = {name: one for name, one in tree["apply"].items() if name != "evidence"}
    asking, script = finished(tree)
    lines = script.asked[script.fields.index("leave_out")]
    assert lines.ticked[-1] == lines.rows[-1].value == "evidence"
    request = lines.rows[-1].label
    assert request.startswith("You need no r\u00e9sum\u00e9. Send us a few lines")
    assert request.encode() in posting(asking)
    without, _ = changed(asking.kept.sheet.text, "leave_out", lines.ticked[:-1])
    assert without.kept.answers().apply.evidence == "none"
    assert not without.kept.answers().leave_out
    assert "r\u00e9sum\u00e9".encode() not in posting(without)
    again, script = changed(without.kept.sheet.text, "leave_out", lines.ticked)
    assert "evidence" not in script.asked[1].ticked
    assert posting(again) == posting(asking)


def test_an_own_request_for_evidence_is_no_line_of_ours() -> None:
    _, script = finished(example("first-hire") | {"leave_out": []})
    lines = script.asked[script.fields.index("leave_out")]
    assert "evidence" not in [row.value for row in lines.rows]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("portfolio.segment",
         "Portfolio: 62 accounts \u00b7 offices, clinics and car dealerships \u00b7 repeat orders"),
        ("tools.crm", "Log what was said and promised the same day, in HubSpot"),
        ("role.team", "Your colleagues: two other account managers and six drivers."),
        ("pay.base", "Base pay is $52,000 to $58,000 per year."),
        ("company.industry", "Knowledge of our industry: office coffee service"),
        ("role.start", "Start: March 2027"),
    ],
)  # fmt: skip
def test_an_answer_is_shown_in_the_sentence_that_is_about_it(field: str, sentence: str) -> None:
    asking, _ = interview(Script({}, {}), kept("standard"))
    assert line_with(asking.kept, field, {}) == sentence


def test_lines_that_come_in_for_others_are_asked_about_too() -> None:
    tree = example("standard") | {"leave_out": []}
    tree["role"]["duties"] = [f"Duty number {number}" for number in range(6)]
    _, script = finished(tree)
    lines = script.asked[script.fields.index("leave_out")]
    duties = [name for name in lines.ticked if name in CATALOG.bullets("standard")["duties"]]
    assert len(duties) == 4
    kept_lines = tuple(name for name in lines.ticked if name != duties[0])
    _, script = finished(tree, {"leave_out": [kept_lines]})
    first, second = (ask for ask in script.asked if ask.fields[0] == "leave_out")
    new = {row.value for row in second.rows} - {row.value for row in first.rows}
    assert len(new) == 1
    assert second.note.startswith("In place of what you unticked: ")


def test_the_lines_stand_under_the_headings_that_they_have_in_the_posting() -> None:
    tree = example("standard") | {"leave_out": []}
    tree["apply"] = {name: one for name, one in tree["apply"].items() if name != "evidence"}
    asking, script = finished(tree)
    lines = script.asked[script.fields.index("leave_out")]
    heads = list(dict.fromkeys(row.under for row in lines.rows))
    assert heads == ["What you will do", "What you bring", "A plus", "How to apply"]
    for row in lines.rows:
        under = posting(asking).decode().split(f"## {row.under}\n")[1].split("\n## ")[0]
        assert row.label in " ".join(under.split())


@table(
    ("review", "wants", "line"),
    [
        (["tools.crm", "yes"], {"tools.crm": ["an old sheet", "Jobber"]}, "Experience with Jobber"),
        (["tools", "yes"], {"tools.crm": ["an old sheet", "Jobber"], "metrics": [Reply(("x",))]},
         "Experience with Jobber"),
        (["0", "yes"], {"template": [("standard",), ("senior",)]}, "When an account is at risk"),
    ],
)  # fmt: skip
def test_a_line_that_comes_in_after_the_list_can_be_unticked_too(
    review: list[str], wants: dict[str, Any], line: str
) -> None:
    tree = example("standard") | {"leave_out": []}
    later = Script(tree, {**wants, "review": review})
    asking, _ = interview(later)
    asking.run()
    first, second = (ask for ask in later.asked if ask.fields[0] == "leave_out")
    new = [row for row in second.rows if line in row.label]
    assert new[0].value in second.ticked
    assert second.at is not None
    assert second.rows[second.at].value not in first.ticked
    assert not any(line in row.label for row in first.rows)
    assert second.note.splitlines()[-1].startswith("New since you ticked the lines: ")
    assert line in second.note
    assert later.fields[-2:] == ["leave_out", "review"]
    again = Script(tree, {**wants, "review": review, "leave_out": [first.ticked, tuple(
        one for one in second.ticked if one != new[0].value
    )]})  # fmt: skip
    asking, _ = interview(again)
    asking.run()
    assert line not in posting(asking).decode()


def test_small_letters_of_a_product_are_no_reason_for_another_line() -> None:
    tree = example("standard") | {"leave_out": []}
    wants = {"tools.crm": ["hubspot"], "capitals": [("tools.crm",)], "review": ["capitals", "yes"]}
    script = Script(tree, wants)
    asking, _ = interview(script)
    asking.run()
    assert script.fields.count("leave_out") == 1
    assert "- Experience with HubSpot\n" in posting(asking).decode()


@pytest.mark.parametrize(
    ("field", "many", "few"),
    [
        ("role.required", [f"Need {number}" for number in range(1, 5)], ["A licence"]),
        ("role.required", ["Your notes are tidy", "Arms", "Legs"], ["Arms"]),
        ("role.duties", [f"Duty {number}" for number in range(1, 7)], ["Duty 1", "Duty 2"]),
    ],
)
def test_whoever_takes_lines_of_their_own_out_gets_no_others_for_them(
    field: str, many: list[str], few: list[str]
) -> None:
    tree = example("standard") | {"leave_out": []}
    section, name = field.split(".")
    tree[section][name] = many
    wants = {field: [";".join(many), ";".join(few)], "review": [field, "yes"]}
    script = Script(tree, wants)
    asking, _ = interview(script)
    asking.run()
    ticked = next(ask for ask in script.asked if ask.fields[0] == "leave_out").ticked
    assert script.fields.count("leave_out") == 1
    drafted = asking.kept.drafted(asking.kept.answers())
    printed = {line.name for line in drafted.lines if not line.why_not}
    assert printed <= {*ticked}
    assert few[-1] in posting(asking).decode()
    assert many[-1] not in posting(asking).decode()


def test_where_too_little_is_left_others_come_in_and_are_asked_about() -> None:
    tree = example("standard") | {"leave_out": []}
    own = [f"Need {number}" for number in range(1, 7)]
    tree["role"]["required"] = own
    wants = {"role.required": [";".join(own), "A licence"], "review": ["role.required", "yes"]}
    script = Script(tree, wants)
    asking, _ = interview(script)
    asking.run()
    assert script.fields.count("leave_out") == 2
    bring = posting(asking).decode().split("## What you bring")[1].split("##")[0]
    assert bring.count("\n- ") >= 3


def test_a_yes_before_the_list_was_reached_leads_to_lines_that_came_in() -> None:
    text = kept("standard", tools__crm="an old sheet", leave_out="goals")
    wants = {
        "tools.crm": ["Jobber"],
        "metrics": [REVIEW],
        "review": ["yes", "yes"],
    }
    _, script = finished({}, wants, text, mode="all")
    assert script.fields[-4:] == ["metrics", "review", "leave_out", "review"]
    assert script.asked[-2].note.endswith("Experience with Jobber.")


def test_whoever_named_what_to_ask_is_told_of_lines_that_come_in() -> None:
    text = kept("standard", tools__crm="an old sheet", leave_out="goals")
    _, script = changed(text, "tools.crm", "Jobber")
    assert told(script, "New since you ticked the lines: Experience with Jobber")
    assert "leave_out" not in script.fields


GONE_SAID = "Not printed any more, because your own words say it: "
GONE_FULL = "Not printed any more, because ten duties and six musts are enough: "


@table(
    ("field", "own", "said"),
    [
        ("role.duties", "Log every call in HubSpot", f"{GONE_SAID}Log what was said and promised"),
        ("role.required", "Clear writing", f"{GONE_SAID}Clear writing that says who does what"),
        ("role.duties", "; ".join(f"Duty {one}" for one in range(1, 9)), GONE_FULL),
    ],
)
def test_a_line_that_was_ticked_and_goes_is_named_once(field: str, own: str, said: str) -> None:
    tree = example("standard") | {"leave_out": []}
    tree["tools"]["crm"] = "HubSpot"
    section, name = field.split(".")
    tree[section].pop(name, None)
    wants = {"review": [field, "company.name", "yes"], field: [own]}
    script = Script(tree, wants)
    asking, _ = interview(script)
    asking.run()
    assert [said in " ".join(heard.split()) for heard in script.heard].count(True) == 1
    ticked = next(ask for ask in script.asked if ask.fields[0] == "leave_out")
    gone = [row.label for row in ticked.rows if row.label in " ".join(script.heard)]
    assert gone
    assert not [line for line in gone if line.rstrip(".") in posting(asking).decode()]


@table(
    ("own", "is_gone"),
    [
        ("Take over the big three from Ana after 6 months", False),
        ("Take over the stock room", False),
        ("Take over from Ana within a year", True),
        ("Take over my clients one by one", True),
        ("Answer the phone", True),
    ],
)
def test_taking_over_something_else_says_nothing_of_the_calls(own: str, is_gone: bool) -> None:
    asking, _ = interview(Script({}), kept("first-hire", role__duties=own, leave_out=""))
    assert ("Take the calls that still go to" in posting(asking).decode()) != is_gone


def test_nobody_is_asked_about_lines_again_where_none_came_in() -> None:
    tree = example("standard") | {"leave_out": []}
    _, script = finished(tree, {"review": ["company.name", "pay", "yes"]})
    assert script.fields.count("leave_out") == 1


# -- back and forward -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["standard", "sales", "first-hire"])
def test_back_to_the_first_and_forward_by_enter_gives_the_same_bytes(name: str) -> None:
    plain, script = whole(name)

    class Backwards(Script):
        going = 0

        def ask(self, ask: Ask) -> Reply:
            if ask.screen == "review" and self.going == 0:
                self.going = 1
            if self.going == 1 and ask.fields[0] == "company.name":
                self.going = 2
            if self.going == 1:
                self.asked.append(ask)
                assert len(self.asked) < 400, f"turns in circles: {self.fields[-6:]}"
                return BACK
            return super().ask(ask)

    backwards = Backwards(example(name))
    asking, _ = interview(backwards)
    asking.run()
    assert len(backwards.asked) > 2 * len(script.asked)
    assert asking.kept.sheet.text == plain.kept.sheet.text
    assert posting(asking) == posting(plain)


def test_back_on_the_first_question_stays_there_and_says_so() -> None:
    _, script = finished(example(BRIEF), {"company.name": [BACK, BACK]})
    assert script.fields[:3] == ["company.name"] * 3
    assert script.notes("company.name")[1] == "This is the first question."


def test_back_shows_the_old_answer_and_takes_a_new_one() -> None:
    wants = {"company.about": [BACK], "company.name": ["Tidewater", "Harbor Linen"]}
    asking, script = finished(example(BRIEF), wants)
    assert script.asked[2].current == ("Tidewater",)
    assert asking.kept.answers().company.name == "Harbor Linen"


# -- left open ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "left"),
    [
        ("company.name", ["company.name"]),
        ("role.first_hire", list(YES_NO)),
        ("quota.carries", ["quota.carries"]),
        ("metrics", ["metrics"]),
        ("apply.email", ["apply.email"]),
        ("role.hours", ["role.hours"]),
        ("leave_out", ["leave_out"]),
    ],
)
def test_a_question_can_be_left_open(field: str, left: list[str]) -> None:
    wants = {"extras": [("role.hours",)], field: [OPEN]}
    asking, _ = finished(example(BRIEF), wants)
    assert set(asking.kept.open_fields()) == set(left)
    assert "# not sure yet" in asking.kept.sheet.text
    assert posting(asking).decode().startswith("DRAFT: ")
    again, _ = interview(Script({}), asking.kept.sheet.text)
    assert set(again.kept.open_fields()) == set(left)


def test_an_amount_left_open_leaves_its_period_open() -> None:
    asking, script = finished(example("sales"), {"quota.target": [OPEN]})
    assert asking.kept.open_fields() == ["quota.target", "quota.period"]
    assert "quota.period" not in script.fields


def test_an_open_answer_stays_open_when_passed_by_enter_and_is_settled_by_an_answer() -> None:
    wants = {"company.name": [OPEN, Reply()], "company.about": [BACK]}
    asking, _ = finished(example(BRIEF), wants)
    assert asking.kept.open_fields() == ["company.name"]
    wants = {"company.name": [OPEN, "Harbor"], "company.about": [BACK]}
    asking, _ = finished(example(BRIEF), wants)
    assert asking.kept.open_fields() == []
    assert "not sure yet" not in asking.kept.sheet.text


@table(
    ("field", "behind", "left"),
    [
        ("company.name", "company.about", ["company.name"]),
        ("portfolio.basis", "portfolio.check_ins", ["portfolio.basis"]),
        ("role.first_hire", "template", list(YES_NO)),
        ("metrics", "pay.base", ["metrics"]),
        ("pay.base", "pay.variable", ["pay.base"]),
    ],
)
def test_whatever_is_left_open_says_so_and_is_as_enter_leaves_it(
    field: str, behind: str, left: list[str]
) -> None:
    wants = {field: [OPEN, Reply()], behind: [BACK]}
    asking, script = finished(example(BRIEF), wants)
    again = [ask for ask in script.asked if ask.fields[0] == field][1]
    assert again.stays_open
    assert set(asking.kept.open_fields()) == set(left)
    asking, _ = finished(example(BRIEF), wants | {field: [OPEN, Reply(away=True)]})
    settled = again.optional or (len(again.fields) > 1 and again.kind == "tick")
    assert bool(asking.kept.open_fields()) == (not settled)


def test_what_was_refused_says_what_enter_keeps() -> None:
    text = kept(BRIEF, portfolio__retention="90%")
    asking, script = changed(text, "portfolio.retention", "lots", Reply(("90%",)))
    assert "Enter alone keeps the answer before." in script.asked[2].note
    assert str(asking.kept.answers().portfolio.retention) == "90"


def test_the_lines_that_were_left_open_are_settled_by_enter() -> None:
    asking, _ = finished(example(BRIEF), {"leave_out": [OPEN]})
    again, script = changed(asking.kept.sheet.text, "leave_out")
    assert script.asked[1].ticked
    assert asking.kept.open_fields() == ["leave_out"]
    assert again.kept.open_fields() == []


def test_an_open_commission_brings_the_advice() -> None:
    _, script = finished(example("sales"), {"pay.commission": [OPEN]})
    assert told(script, "A quota without a word on commission")


def test_in_a_file_with_braces_an_open_answer_has_its_comment_too() -> None:
    text = "company: {about: We wash linen.}\n"
    asking, _ = finished(example(BRIEF), {"company.name": [OPEN]}, text, mode="all")
    assert "# not sure yet" in asking.kept.sheet.text
    assert interview(Script({}), asking.kept.sheet.text)[0].kept.open_fields() == ["company.name"]


# -- going on -------------------------------------------------------------------------------------


def test_going_on_begins_at_the_first_that_nobody_looked_at() -> None:
    script = Script(example(BRIEF), {"portfolio.segment": [KeyboardInterrupt()]})
    asking, saved = stopped(script)
    again, more = finished(example(BRIEF), text=saved[-1])
    assert more.fields[0] == "portfolio.segment"
    assert not set(script.fields[:-1]) & set(more.fields)
    assert posting(again) == usual(BRIEF)
    assert asking.kept.sheet.text == saved[-1]


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("name", BY_DAY)
def test_a_stop_anywhere_loses_nothing(name: str, every: int) -> None:
    """Stop at a question, go on, and the posting is the same; each example stops elsewhere."""
    fields = list(dict.fromkeys(whole(name)[1].fields))
    for field in fields[1 + every * IDS.index(name) :: every * len(IDS)]:
        _, saved = stopped(Script(example(name), {field: [KeyboardInterrupt()]}))
        again, _ = finished(example(name), text=saved[-1])
        assert posting(again) == usual(name), field


def test_skip_answered_asks_only_what_is_missing() -> None:
    text = answered(kept("standard"), "company.name", "")
    _, script = finished(example("standard"), text=text, mode="missing")
    assert script.fields == ["company.name", "review"]


def test_all_is_asked_again_of_whoever_starts_from_given_answers() -> None:
    plain, script = whole("technical")
    again, more = finished({}, text=plain.kept.sheet.text, mode="all")
    on_the_way = dict.fromkeys(ask.fields for ask in script.asked if ask.screen != "more")
    assert list(dict.fromkeys(ask.fields for ask in more.asked)) == list(on_the_way)
    assert again.kept.sheet.text == plain.kept.sheet.text


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        (["apply.deadline"], ["apply.deadline"]),
        (["pay.base"], ["pay.base"]),
        (["role.first_hire"], ["role.first_hire"]),
        (["product.software"], ["product.software", "product.name"]),
        (["quota.carries", "apply.deadline"], ["quota.carries", "quota.target", "pay.commission",
                                                "apply.deadline"]),
    ],
)  # fmt: skip
def test_only_what_was_named_is_asked_and_what_it_makes_necessary(
    named: Sequence[str], asked: Sequence[str]
) -> None:
    wants = {"product.software": ["yes"], "quota.carries": ["yes"],
             "product.name": ["Tally"], "quota.target": ["150000 a quarter"]}  # fmt: skip
    script = Script({"pay": {"commission": "6% of all."}}, wants)
    text = kept("standard", pay__commission="")
    asking, _ = interview(script, text, mode="errand", named=named)
    asking.run()
    assert script.fields == [*asked, "review"]


def test_what_was_named_and_means_nothing_is_said_to_mean_nothing() -> None:
    script = Script({})
    interview(script, kept("standard"), mode="errand", named=["quota.target"])[0].run()
    assert script.fields == ["review"]
    assert script.asked[0].note == "Quota amount: your other answers leave no place for this."


def test_the_template_can_be_named_and_is_one_of_all() -> None:
    script = Script({}, {"template": ["technical"], "company.name": ["Harbor"]})
    named = ["template", "company.name"]
    asking, _ = interview(script, kept("standard"), mode="errand", named=named)
    asking.run()
    assert script.fields == ["company.name", "template", "review"]
    asked = script.asked[1]
    assert {row.value for row in asked.rows} == {*CATALOG.ids}
    assert [ask.step for ask in script.asked] == [asked.of] * 3
    assert asking.kept.answers().template == "technical"


# -- changes, and what has to follow from them ----------------------------------------------------


def test_a_changed_answer_says_what_is_left_out_and_keeps_it_in_the_file() -> None:
    asking, script = changed(kept("sales"), "quota.carries", "no")
    assert told(script, "Left out now: Quota amount, Quota period.")
    assert told(script, "Does this job carry a sales quota? No.")
    assert "target:" in asking.kept.sheet.text
    assert b"$300,000 per quarter" in usual("sales")
    assert b"$300,000" not in posting(asking)
    asking, _ = changed(asking.kept.sheet.text, "quota.carries", "yes")
    assert b"$300,000 per quarter" in posting(asking)


@pytest.mark.parametrize(
    ("base", "currency", "written"),
    [
        ("$58k\u2013$62k", "EUR", "58000 to 62000"),
        ("$85k", "NOK", "85000"),
        ("$58,000.50", "EUR", "58000.50"),
    ],
)
@pytest.mark.parametrize("old", ["", "USD"])
def test_another_currency_leaves_the_amounts_as_they_were(
    base: str, currency: str, written: str, old: str
) -> None:
    text = kept("standard", pay__base=base, pay__variable="", pay__currency=old)
    asking, script = changed(text, "pay.currency", currency)
    assert asking.kept.current("pay.base") == written
    assert told(
        script, f"Base pay: the currency sign is left out, because the pay is in {currency}"
    )
    check(parse(asking.kept.sheet.text.encode(), "kept"), CATALOG.ids, QUESTIONS)


@pytest.mark.parametrize("reply", [Reply(), OPEN])
def test_without_its_currency_no_amount_keeps_its_sign(reply: Any) -> None:
    text = kept("standard", pay__base="\u20ac85k", pay__variable="", pay__currency="EUR")
    asking, _ = changed(text, "pay.currency", reply)
    assert asking.kept.current("pay.base") == "85000"
    check(parse(asking.kept.sheet.text.encode(), "kept"), CATALOG.ids, QUESTIONS)


@pytest.mark.parametrize("reply", ["9000", Reply(), OPEN])
def test_a_total_goes_with_the_answer_that_made_it_wrong_in_one_save(reply: Any) -> None:
    text = kept("standard", pay__base="55000", pay__variable="5000", pay__ote="60000")
    script = Script({}, {"review": ["pay.variable", "yes"], "pay.variable": [reply]})
    asking, saved = interview(script, text, mode="errand")
    asking.run()
    for save in saved:
        check(parse(save.encode(), "kept"), CATALOG.ids, QUESTIONS, allow_blanks=True)
    assert asking.kept.answers().pay.ote is None
    assert told(script, "The old total no longer matches")


@pytest.mark.parametrize(
    ("answers", "field", "typed", "said"),
    [
        ("pay: {base: 24 an hour}\n", "pay.period", "month", "is for one hour"),
        ("pay: {base: 85000}\n", "pay.period", "hour", "which cannot be meant"),
        ("pay: {base: none, commission: x}\n", "pay.variable", "10%", "is none"),
        ("pay: {variable: 10%, commission: x}\n", "pay.base", "none", "a percent of base pay"),
        ("pay: {bonus: In June}\n", "pay.variable", "none", "is none"),
        ("pay: {variable: none}\n", "quota.carries", "yes", '"Sales quota" is yes'),
        ("quota: {carries: yes, target: 5k a month}\n", "quota.period", "year", "for one month"),
        ("portfolio: {churn: 2% a month}\n", "portfolio.churn_period", "year", "for one month"),
        ("pay: {base: 80k, variable: 5k, ote: 85k}\n", "pay.ote", "90k", "add up to $85,000"),
    ],
)
def test_what_contradicts_another_answer_is_refused_at_once(
    answers: str, field: str, typed: str, said: str
) -> None:
    script = Script({}, {"review": [field], field: [typed, KeyboardInterrupt()]})
    asking, _ = stopped(script, answers, mode="errand")
    assert script.asked[2].fields[0] == field
    assert said in script.asked[2].note
    assert asking.kept.sheet.text == answers


def test_a_list_that_was_typed_as_one_item_is_cured_as_prompts_take_lists() -> None:
    wants = {"extras": [("role.regions",)], "role.regions": ["[US-CO, Ontario]", "US-CO; Ontario"]}
    asking, script = finished(example(BRIEF), wants)
    assert "Write US-CO; Ontario." in script.notes("role.regions")[1]
    assert asking.kept.answers().role.regions == ["US-CO", "CA-ON"]


def test_an_answer_that_makes_the_file_too_large_is_not_saved() -> None:
    asking, saved = interview(Script({}), "company: {name: Acme}\n")
    with pytest.raises(InvalidAnswersError, match="larger than an answers file may be"):
        asking.kept.put_all({"company.about": "x" * MAX_BYTES})
    assert saved == []
    assert asking.kept.sheet.text == "company: {name: Acme}\n"


@pytest.mark.parametrize("empty", ["", ' ""', " []", " {}", " |", " # later"])
def test_a_section_left_empty_takes_answers(empty: str) -> None:
    text = re.sub(r"(?m)^company:\n(  .*\n)+", f"company:{empty}\n", kept("standard"))
    named = [f"company.{name}" for name in example("standard")["company"]]
    asking, script = finished(example("standard"), text=text, mode="errand", named=named)
    assert script.fields == [*named, "review"]
    assert posting(asking) == usual("standard")


def test_enter_leaves_a_text_of_several_lines_as_it_stands() -> None:
    text = kept("standard").replace(
        "about: ", "about: |\n    We wash linen.\n    We keep clients.\n  industry: x # ", 1
    )
    asking, _ = changed(text, "company.about", "We wash linen. We keep clients.")
    assert asking.kept.sheet.text == text


def test_a_choice_that_is_written_otherwise_is_shown_as_the_choice_it_is() -> None:
    text = kept("standard").replace("carries: no", "carries: false").replace("hybrid", "Hybrid")
    asking, _ = finished({}, text=text, mode="all")
    assert asking.kept.current("quota.carries") == "no"
    assert asking.kept.current("role.workplace") == "hybrid"
    lines = asking.kept.sheet.text.splitlines()
    assert [line for line in lines if not line.endswith("# skipped")] == text.splitlines()


def test_own_words_join_a_list_and_are_saved_at_once() -> None:
    wants = {"metrics": [Reply(("churn", "calls"), again=True), ("churn", "calls", "visits")]}
    asking, script = finished(example(BRIEF), wants)
    again = [ask for ask in script.asked if ask.fields[0] == "metrics"][1]
    assert [row.value for row in again.rows if row.own] == ["calls"]
    assert asking.kept.answers().metrics == ["churn", "calls", "visits"]


# -- the preview ----------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["company.name", "role.first_hire", "metrics", "extras"])
def test_a_preview_shows_the_posting_so_far_and_asks_again(field: str) -> None:
    asking, script = finished(example(BRIEF), {field: [PREVIEW]})
    at = script.fields.index(field)
    assert script.fields[at + 1 : at + 3] == ["preview", field]
    pages = script.asked[at + 1].pages
    text = " ".join(line.text for section in pages for line in section.lines)
    assert ("DRAFT" in text) == (field != "extras")
    assert "##" not in text
    assert posting(asking) == usual(BRIEF)


def test_a_preview_keeps_what_was_typed() -> None:
    half = PREVIEW._replace(values=("half an ans",))
    _, script = finished(example(BRIEF), {"company.about": [half]})
    assert script.asked[script.fields.index("preview") + 1].typed == "half an ans"


# -- what an answer costs -------------------------------------------------------------------------


class Counting(Script):
    """Notes, whenever something is asked, how often YAML was read and answers were checked."""

    parses = checks = 0

    def __init__(self, *arguments: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(*arguments)
        self.costs: list[tuple[str, int, int]] = []
        loader, read = yaml_file._LOADER, kept_module.read

        def counted_loader(text: str) -> Any:
            self.parses += 1
            return loader(text)

        def counted_read(*arguments: Any, **more: Any) -> Any:
            self.checks += 1
            return read(*arguments, **more)

        def refused(*_: Any, **__: Any) -> None:
            pytest.fail("YAML is read by another way")

        monkeypatch.setattr(yaml_file, "_LOADER", counted_loader)
        monkeypatch.setattr(kept_module, "read", counted_read)
        monkeypatch.setattr(checked, "read", counted_read)
        for another in ("parse", "compose"):
            monkeypatch.setattr(yaml, another, refused)

    def ask(self, ask: Ask) -> Reply:
        self.costs.append((ask.fields[0], self.parses, self.checks))
        return super().ask(ask)

    def cost(self, field: str) -> list[tuple[int, int]]:
        """List what was read and checked from each time a question was asked to the next one."""
        return [
            (after[1] - before[1], after[2] - before[2])
            for before, after in pairwise(self.costs)
            if before[0] == field
        ]


@pytest.mark.parametrize("name", BY_DAY)
def test_an_answer_costs_few_checks_and_a_look_nothing(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wants = {
        "company.name": [Reply(), "Acme\x1b", "Acme"],
        "role.location": [BACK],
        "review": [BACK, "p", "nonsense", "yes"],
    }
    script = Counting(example(name), wants, monkeypatch=monkeypatch)
    asking = Interview(script, sheet(""), lambda _: None, CATALOG, PROMPTS, RULES)
    script.parses = 0
    asking.run()
    lines = [ask.fields for ask in script.asked if ask.kind == "text"]
    for field in {fields[0] for fields in lines if len(fields) == 1} - {"company.name"}:
        # Where an answer stands in the text is found by reading it again, so up to three times.
        assert all(parses <= 3 and checks <= 2 for parses, checks in script.cost(field)), field
    # Nothing is not checked, and a wrong one is not saved.
    assert script.cost("company.name")[0] == (0, 0)
    assert script.cost("company.name")[1][0] == 0
    assert set(script.cost("review")) == {(0, 0)}


def test_the_way_is_found_without_reading_anything_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asking, _ = interview(Script({}), kept("standard"))
    asking.kept.answers()
    monkeypatch.setattr(kept_module, "read", lambda *_, **__: pytest.fail("read again"))
    assert [point.stop.name for point in way(asking.kept) if point.is_missing] == []


@pytest.mark.parametrize(
    ("location", "currency", "region"),
    [
        ("Toledo, Ohio", "USD", "Ohio"),
        ("Denver, CO", "USD", "Colorado"),
        ("Atlanta, Georgia", "USD", "US-GA"),
        ("Bristol, England", "GBP", "England"),
        ("Toronto, ON", "CAD", "Ontario"),
        ("Hamburg, Germany", "EUR", "Germany"),
        ("Spokane", "USD", ""),
        ("our office by the river", "USD", ""),
    ],
)
def test_the_region_of_the_place_is_offered_and_kept_by_enter_alone(
    location: str, currency: str, region: str
) -> None:
    text = kept("standard", role__location=location, pay__currency=currency, role__regions="")
    text = text.replace("$", "")
    script = Script({}, {"review": ["regions", "yes"], "role.regions": [region]})
    asking, saved = interview(script, text, mode="errand")
    before = saved[:]
    asking.run()
    assert script.asked[1].offer == ((region,) if region else ())
    assert not before
    assert asking.kept.current("role.regions") == region


@pytest.mark.parametrize("name", BY_DAY)
def test_nothing_is_preselected_that_nobody_answered_or_worked_out(name: str) -> None:
    _, script = whole(name)
    lists = [ask for ask in script.asked if ask.kind == "pick"]
    assert [ask.fields[0] for ask in lists if ask.at is not None] == ["template"]
    for ask in script.asked:
        assert ask.screen in ("extras", "duties") or ask.ticked == ()


@pytest.mark.parametrize("field", ["metrics", "role.duties"])
def test_a_single_text_for_a_list_stands_there_like_others(field: str) -> None:
    text = kept("standard", **{field.replace(".", "__"): "client satisfaction"})
    script = Script({}, {"review": [field], field: [KeyboardInterrupt()]})
    stopped(script, text, mode="errand")
    asked = script.asked[1]
    assert "client satisfaction" in (asked.current or asked.ticked)
    lines = [line.text for page in script.asked[0].pages for line in page.lines]
    assert any(line.lower() == "client satisfaction" for line in lines)


@pytest.mark.parametrize(
    ("field", "name", "home"),
    [("role.handover", "first-hire", "Words on it can stand in the training."),
     ("portfolio.basis", "standard", "Words on it can stand in what is said about the company."),
     ("portfolio.segment", "standard", ""), ("metrics", "standard", "")],
)  # fmt: skip
def test_a_list_without_own_words_says_where_they_belong(field: str, name: str, home: str) -> None:
    _, script = alone(name, field)
    assert next(ask for ask in script.asked if ask.fields[0] == field).home == home


# The less is answered, the shorter are the lines that tell what is done for somebody.
@pytest.mark.parametrize("text", [kept("first-hire", role__reports_to=""), """\
company: {name: Saguaro}
quota: {carries: no}
role: {first_hire: yes, mentors: no, trainable: yes, location: "Tucson, Arizona"}
portfolio: {strategic: no, complex: no, accounts: 60}
product: {software: no}
"""])  # fmt: skip
@pytest.mark.parametrize("typed", ["me", "the owner"])
def test_whom_one_reports_to_reads_as_that_and_not_as_what_is_done_for_them(
    text: str, typed: str
) -> None:
    known = interview(Script({}), text)[0].kept
    stop = Stop("role.reports_to", "", ("role.reports_to",))
    assert seen(known, stop, (typed,)).text == "Reports to: The owner"


@pytest.mark.parametrize(
    ("changes", "is_offered"),
    [
        ({"role__travel": "two client visits a month"}, True),
        ({"role__travel": "about 1 trip a quarter", "role__workplace": "remote"}, False),
        ({"role__travel": "about 1 trip a quarter", "role__workplace": "on-site"}, True),
        ({"role__travel": "two days a week", "role__workplace": "remote"}, True),
        ({"role__travel": "two visits a month", "pay__benefits": "Company car possible"}, False),
        ({"role__travel": "two visits a month", "pay__benefits": "A free lunch"}, True),
    ],
)
def test_whose_car_is_used_is_offered_where_somebody_drives_and_nobody_said(
    changes: dict[str, str], is_offered: bool
) -> None:
    asking, _ = interview(Script({}), kept("standard", role__car="", **changes))
    assert ("role.car" in [one.field for one in extras(asking.kept)]) == is_offered


# -- a line of ours that names a tool -------------------------------------------------------------

RECORDS_LINE = "Log what was said and promised the same day, in"


def unticked(crm: str, others: str, *replies: str) -> tuple[Interview, Script]:
    """Untick the line that names the tool for the records, and say what stands in its place."""
    text = kept("standard", tools__crm=crm, tools__others=others, role__duties="")
    names = [name for name in template_lines(interview(Script({}), text)[0].kept)
             if name != "records"]  # fmt: skip
    wants: dict[str, Any] = {
        "review": ["leave_out", "yes"], "leave_out": [tuple(names), *replies[:1]],
        "role.duties": [*replies[1:]],
    }  # fmt: skip
    script = Script({}, wants)
    asking, _ = interview(script, text, mode="errand")
    asking.run()
    return asking, script


@table(
    ("crm", "others", "replies", "duties"),
    [
        ("QuickBooks", "a Google sheet", ["other"], [f"{RECORDS_LINE} a Google sheet"]),
        ("QuickBooks", "Slack; notes in a binder", ["other"], [f"{RECORDS_LINE} a binder"]),
        ("a shared spreadsheet", "HubSpot", ["other"], [f"{RECORDS_LINE} HubSpot"]),
        ("QuickBooks", "", ["own", "Log it in the sheet"], ["Log it in the sheet"]),
        ("QuickBooks", "", ["own", ""], []),
        ("QuickBooks", "", ["out"], []),
        ("HubSpot", "Slack", [], []),
        ("a shared spreadsheet", "Google Calendar", [], []),
    ],
)
def test_a_line_that_names_a_tool_is_reworded_where_it_is_unticked(
    crm: str, others: str, replies: list[str], duties: list[str]
) -> None:
    asking, script = unticked(crm, others, *replies)
    assert asking.kept.items("role.duties") == duties
    assert "records" in asking.kept.items("leave_out")
    text = posting(asking).decode()
    assert f"{RECORDS_LINE} {crm}" not in text
    assert all(f"- {duty}" in text for duty in duties)
    asks = [ask for ask in script.asked if ask.question == "What shall stand in its place?"]
    assert [ask.at for ask in asks] == [0] * bool(replies)


def test_own_words_that_cannot_be_read_are_asked_once_more() -> None:
    _, script = unticked("QuickBooks", "", "own", "a\u202eb", "Log it in the sheet")
    first, second = [ask for ask in script.asked if ask.fields == ("role.duties",)]
    assert first.typed == f"{RECORDS_LINE} QuickBooks"
    assert (second.typed, second.refused, bool(second.note)) == ("a\u202eb", True, True)


def test_whoever_goes_back_from_the_line_sees_the_list_again() -> None:
    _, script = unticked("QuickBooks", "", "again")
    assert script.fields.count("leave_out") == 3
