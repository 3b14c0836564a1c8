"""What people really typed where something else was expected, typed again on a real terminal."""

import contextlib
import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from script import answered, example, typed
from terminals import ENTER, KEPT, STOP, Asked, Terminal, answers, tree

pytestmark = pytest.mark.filterwarnings("ignore:This process.*is multi-threaded")

_TURNS = itertools.cycle([False, True])


def by_day_one_way() -> pytest.MarkDecorator:
    """Type on the screen or in plain lines, in turn: both go the same way behind the keys."""
    by_day = next(_TURNS)
    return pytest.mark.parametrize(
        "plain",
        [pytest.param(one, marks=[] if one is by_day else pytest.mark.nightly, id=name)
         for one, name in ((False, "screen"), (True, "plain"))],
    )  # fmt: skip


LATER = datetime.date.today() + datetime.timedelta(weeks=2)
HOURLY = {"pay.period": "", "pay.variable": "none", "pay.bonus": ""}


class Seat:
    """Somebody at the list of all answers, from which every question can be asked."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal, self._folder = terminal, folder

    def at(self, field: str) -> Asked:
        """Go to a question."""
        self.terminal.asked("review")
        self.terminal.send(field + ENTER)
        return self.terminal.asked(field)

    def types(self, field: str, *lines: str) -> None:
        """Type lines at a question, one after the other; the last of them settles it."""
        self.at(field)
        for number, line in enumerate(lines):
            if number:
                self.terminal.asked()
            self.terminal.send(line + ENTER)

    def sees(self, *texts: str) -> None:
        for text in texts:
            self.terminal.wait(text)

    @property
    def text(self) -> str:
        """The file of the answers."""
        return (self._folder / KEPT).read_text("utf-8")

    def settled(self, field: str, answer: str) -> None:
        self.terminal.wait_for(lambda: typed(tree(self._folder), field) == answer)


@contextlib.contextmanager
def seat(folder: Path, plain: bool, name: str = "standard", **changes: str) -> Iterator[Seat]:
    """Sit down before the answers of an example, of which some are changed."""
    text = answers(name)
    for field, answer in changes.items():
        text = answered(text, field.replace("__", "."), answer)
    (folder / KEPT).write_text(text)
    words = ["new", "-a", KEPT, "--skip-answered"]
    with Terminal(folder, *words, plain=plain, rows=40, columns=120) as terminal:
        yield Seat(terminal, folder)
        terminal.send(STOP)
        assert terminal.end() == 130


# -- read as it was meant -------------------------------------------------------------------------

READ: list[tuple[str, str, str, str]] = [
    # question, what was typed, the answer that is kept, what is shown of it
    ("role.reports_to", "me", "me", "the owner"),
    ("portfolio.accounts", "47ish", "47ish", "about 47 customers"),
    ("portfolio.accounts", "120 or so", "120 or so", "about 120 customers"),
    ("portfolio.retention", "about 95", "about 95", "95%"),
    ("role.years", "2-3", "2-3", "two to three years"),
    ("pay.base", "50-60k", "50-60k", "$50,000 to $60,000"),
    ("apply.deadline", "2 weeks", LATER.isoformat(), f"{LATER:%B} {LATER.day}, {LATER.year}"),
    ("apply.deadline", "3/15/2099", "3/15/2099", "March 15, 2099"),
    ("apply.deadline", "until filled", "until filled", "until the job is filled"),
    ("tools.crm", "in my head and a notebook", "in my head and a notebook",
     "my head and a notebook"),
    ("role.workplace", "on site", "on-site", ""),
    ("role.workplace", "h", "hybrid", ""),
    ("role.employment", "fulltime", "full-time", ""),
    ("role.regions", "Ohio", "Ohio", ""),
]  # fmt: skip


@by_day_one_way()
def test_an_answer_is_read_as_people_write_it_and_shown_at_once(
    tmp_path: Path, plain: bool
) -> None:
    with seat(tmp_path, plain, pay__bonus="", pay__variable="none", role__years_in="sales") as one:
        for field, line, kept, shown in READ:
            one.at(field)
            one.terminal.send(line)
            if shown and not plain:
                one.terminal.wait_display(lambda text: bool(_reads(text, shown)))  # noqa: B023
            one.terminal.send(ENTER)
            if shown and plain:
                one.sees("In the posting: ")
                one.terminal.wait(shown, shown[:1].upper() + shown[1:])
            one.settled(field, kept)
        one.terminal.asked("review")
        assert "in in my head" not in one.terminal.text


@by_day_one_way()
def test_the_period_is_read_with_the_amount(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain, **_named(HOURLY)) as one:
        for line, amount, period in (
            ("$22-24/hr", "$22-24", "hour"),
            ("58k a year", "58k", "year"),
            ("24 an hour", "24", "hour"),
        ):
            one.types("pay.base", line)
            one.sees(f"per {period}")
            one.settled("pay.base", amount)
            one.settled("pay.period", period)
        one.terminal.asked("review")


@pytest.mark.parametrize(("line", "plain"), [("22-24", False), ("40", True)])
def test_a_pay_that_no_year_can_mean_asks_for_its_period(
    tmp_path: Path, line: str, plain: bool
) -> None:
    with seat(tmp_path, plain, **_named(HOURLY)) as one:
        one.types("pay.base", line)
        asked = one.terminal.asked("pay.period")
        assert "hour" in asked.choices
        one.terminal.answer(asked, "hour")
        one.settled("pay.period", "hour")
        one.settled("pay.base", line)
        one.terminal.asked("review")


@by_day_one_way()
def test_no_bonus_is_settled(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain, pay__bonus="") as one:
        for line in ("none", "no", "0"):
            one.types("pay.variable", line)
            one.settled("pay.variable", line)
        one.terminal.asked("review")


@by_day_one_way()
def test_a_hand_over_takes_weeks_and_the_owner_is_me(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain, name="first-hire") as one:
        one.types("role.handover_weeks", "8 weeks")
        one.settled("role.handover_weeks", "8 weeks")
        one.types("role.owner", "me")
        one.sees("the owner")
        one.settled("role.owner", "me")
        one.terminal.asked("review")


@by_day_one_way()
@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("www.example.com/jobs", {"url": "www.example.com/jobs"}),
        ("419-555-0142", {"phone": "419-555-0142"}),
        ("me@shop.example, 419 555 0142", {"email": "me@shop.example", "phone": "419 555 0142"}),
    ],
)
def test_any_way_to_apply_is_read(
    tmp_path: Path, line: str, kept: dict[str, str], plain: bool
) -> None:
    with seat(tmp_path, plain, apply__email="", apply__url="", apply__phone="") as one:
        asked = one.terminal.asked("apply.email")
        assert len(asked.fields) == 4
        one.terminal.send(line + ENTER)
        for name, value in kept.items():
            one.settled(f"apply.{name}", value)
        one.terminal.asked("review")


# -- asked about before it is kept ----------------------------------------------------------------


@by_day_one_way()
def test_who_does_not_know_is_offered_not_sure_yet(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        for field, line in (("pay.base", "no idea"), ("portfolio.accounts", "soon"),
                            ("role.location", "tbd")):  # fmt: skip
            one.types(field, line)
            asked = one.terminal.asked()
            assert asked.choices[0] == "open"
            one.terminal.send(ENTER)
            one.settled(field, "")
            name = field.partition(".")[2]
            one.terminal.wait_for(lambda: f"{name}:  # not sure yet" in one.text)  # noqa: B023
        one.terminal.asked("review")


@by_day_one_way()
def test_a_question_mark_helps(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        one.at("pay.base")
        one.terminal.send("?" + (ENTER if plain else ""))
        if plain:
            one.terminal.asked("pay.base")
            one.sees("What is the base pay?", "> ?", "What is the base pay?")  # all of it again
        one.sees("Both ends of a range must be real")
        one.terminal.send(ENTER)
        one.terminal.asked("review")


@by_day_one_way()
def test_several_in_one_line_are_shown_apart(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        for field, line, count in (
            ("role.duties", "walk the buildings, handle complaints, bid jobs", 3),
            ("role.required", "drivers license, likes dogs", 2),
        ):
            one.types(field, line)
            one.sees(f"Are these {count} answers?", line.replace(", ", " · "))
            one.terminal.answer(one.terminal.asked(), "apart")
            one.settled(field, line.replace(", ", "; "))
        one.terminal.asked("review")


@by_day_one_way()
def test_who_is_not_sure_sees_the_sentence_first(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        for field, line, reads in (
            ("tools.crm", "Printavo I guess", "in Printavo"),
            ("portfolio.check_ins", "when they need us", "when they need us"),
        ):
            before = typed(tree(tmp_path), field)
            one.types(field, line)
            one.sees("Shall it read like this?", reads)
            assert typed(tree(tmp_path), field) == before
            one.terminal.answer(one.terminal.asked(), "again")
            one.terminal.asked(field)
            one.terminal.send(("" if plain else "\x15") + before + ENTER)
        one.terminal.asked("review")


# -- money as people type it ----------------------------------------------------------------------

NO_PAY = {"pay.period": "", "pay.variable": "none", "pay.bonus": "", "pay.currency": "",
          "portfolio.revenue": "", "portfolio.expansion": ""}  # fmt: skip


@by_day_one_way()
@pytest.mark.parametrize("line", ["\u00a338-45k", "38-45k"])
def test_pay_in_leeds_is_in_pounds(tmp_path: Path, line: str, plain: bool) -> None:
    with seat(tmp_path, plain, role__location="Leeds, UK", **_named(NO_PAY)) as one:
        one.types("pay.base", line)
        one.sees("\u00a338,000 to \u00a345,000", "Amounts are in pounds (GBP).")
        one.settled("pay.base", line)
        one.settled("pay.currency", "GBP")
        one.types("pay.base", "$38-45k")
        one.settled("pay.currency", "USD")
        one.terminal.asked("review")


@by_day_one_way()
def test_another_sign_than_that_of_the_file_asks_which(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain, **{**_named(NO_PAY), "pay__currency": "GBP"}) as one:
        for pick, base, code in (("given", "40k", "GBP"), ("USD", "$40k", "USD")):
            one.types("pay.base", "$40k")
            one.sees("You typed $; the amounts so far are in pounds (GBP).")
            one.terminal.answer(one.terminal.asked(), pick)
            one.settled("pay.base", base)
            one.settled("pay.currency", code)
        one.terminal.asked("review")


@by_day_one_way()
@pytest.mark.parametrize(
    ("line", "variable", "bonus"),
    [
        ("small bonus if they keep ordering", "private", "small bonus if they keep ordering"),
        ("up to 2000", "private", "up to $2,000"),
        ("500 at christmas", "500", "paid at christmas"),
        ("a bonus maybe", "", "There may be a bonus"),
        ("maybe 10%", "", "There may be a bonus of 10%"),
    ],
)
def test_a_bonus_is_read_in_one_step(
    tmp_path: Path, line: str, variable: str, bonus: str, plain: bool
) -> None:
    with seat(tmp_path, plain, **_named({**NO_PAY, "pay.variable": ""})) as one:
        one.types("pay.variable", line)
        one.sees("Shall it read like this?")
        one.terminal.asked()
        one.terminal.send(ENTER)
        one.settled("pay.variable", variable)
        one.settled("pay.bonus", bonus)
        one.terminal.asked("review")
        assert "150000" not in one.terminal.text


@by_day_one_way()
def test_ten_is_a_percent_or_an_amount(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain, **_named({**NO_PAY, "pay.variable": ""})) as one:
        one.types("pay.variable", "10")
        one.terminal.answer(one.terminal.asked(), "percent")
        one.settled("pay.variable", "10%")
        one.terminal.asked("review")


# -- nothing is taken that was not meant ----------------------------------------------------------


@by_day_one_way()
@pytest.mark.parametrize("until", ["quota.carries", "role.trainable"])
def test_enter_alone_decides_nothing_and_no_is_no(tmp_path: Path, until: str, plain: bool) -> None:
    given = example("first-hire")
    with Terminal(tmp_path, "new", plain=plain) as terminal:
        asked = terminal.walk(given, until)
        for _ in range(2):
            assert asked.at is None
            terminal.send(ENTER)
            asked = terminal.asked(until)
        assert typed(tree(tmp_path), until) == ""
        terminal.send(f"no{ENTER}")
        terminal.asked()
        assert typed(tree(tmp_path), until) == "no"
        terminal.send(STOP)
        assert terminal.end() == 130


@by_day_one_way()
def test_nothing_ticked_is_no_and_the_template_is_the_one_that_the_answers_make(
    tmp_path: Path, plain: bool
) -> None:
    with Terminal(tmp_path, "new", plain=plain) as terminal:
        asked = terminal.walk(example("standard"), "role.mentors")
        assert asked.ticked == []
        terminal.send(ENTER)
        asked = terminal.asked("template")
        assert typed(tree(tmp_path), "role.mentors") == "no"
        # It is worked out, and Enter does no more than agree.
        assert asked.at == 0
        assert asked.choices[0] == "standard"
        terminal.send(ENTER)
        terminal.asked()
        assert typed(tree(tmp_path), "template") == ""
        terminal.send(STOP)
        assert terminal.end() == 130


@by_day_one_way()
def test_an_answer_one_question_late_is_none(tmp_path: Path, plain: bool) -> None:
    line = "pet stores, vets and kennels"
    with seat(tmp_path, plain) as one:
        for field in ("portfolio.strategic", "role.workplace"):
            before = typed(tree(tmp_path), field)
            asked = one.at(field)
            one.terminal.send(line + ENTER)
            again = one.terminal.asked(field)
            one.sees("is none of these")
            assert typed(tree(tmp_path), field) == before
            if asked.kind == "pick":
                one.terminal.answer(again, before)
            else:
                one.terminal.send(ENTER)
        one.terminal.asked("review")


@by_day_one_way()
def test_a_new_text_after_a_refusal_replaces_it(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        one.types("portfolio.accounts", "a few", "62")
        one.settled("portfolio.accounts", "62")
        one.types("portfolio.retention", "most", "92")
        one.settled("portfolio.retention", "92")
        one.terminal.asked("review")


@by_day_one_way()
def test_enter_at_a_refused_answer_that_is_not_needed_leaves_it_out_and_says_so(
    tmp_path: Path, plain: bool
) -> None:
    with seat(tmp_path, plain, apply__deadline="") as one:
        one.types("apply.deadline", "whenever", "")
        one.sees("Enter alone leaves it out.", "Deadline is left out.")
        one.terminal.asked("review")
        assert typed(tree(tmp_path), "apply.deadline") == ""


@by_day_one_way()
def test_a_typo_at_the_review_is_said_last(tmp_path: Path, plain: bool) -> None:
    with seat(tmp_path, plain) as one:
        one.terminal.asked("review")
        one.terminal.send(f"deadlien{ENTER}")
        one.terminal.asked("review")
        shown = one.terminal.wait_display(lambda text: "If you meant deadline, type that." in text)
        assert "Deadline" not in shown.partition("If you meant")[2]


def test_short_words_are_understood_in_plain_lines(tmp_path: Path) -> None:
    with Terminal(tmp_path, "new", plain=True) as terminal:
        terminal.walk(example("standard"), "quota.carries")
        terminal.send(f"back{ENTER}")
        terminal.asked("company.about")
        terminal.send(ENTER)
        terminal.asked("quota.carries")
        terminal.send(f"y{ENTER}")
        terminal.asked()
        assert typed(tree(tmp_path), "quota.carries") == "yes"
        terminal.send(STOP)
        assert terminal.end() == 130


def _reads(display: str, shown: str) -> bool:
    """Whether a line says how an answer will read, and that it is this."""
    told = " ".join(display.partition("In the posting: ")[2].split())
    return shown.casefold() in told.casefold()


def _named(changes: dict[str, str]) -> dict[str, Any]:
    return {field.replace(".", "__"): answer for field, answer in changes.items()}
