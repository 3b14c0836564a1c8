"""Dates as people write them, and as candidates see them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.days.calendar import past_month
from amjd.answers.days.deadline import DEADLINE, Deadline, day_about, in_full, paper, show_date
from amjd.answers.kinds import Context, Locale
from amjd.answers.reading import read as read_answers
from amjd.text.errors import UnreadableError
from tables import table

DAY = datetime.date(2027, 1, 30)
TODAY = datetime.date(2026, 11, 25)


def read(typed, **context):
    """Read a date; return its day and what is told."""
    beside = Context(**context)
    return DEADLINE.read(typed, beside).day, beside.messages


def unreadable(typed, **context):
    with pytest.raises(UnreadableError) as caught:
        read(typed, **context)
    return caught.value


@pytest.mark.parametrize(
    "typed",
    [
        "2027-01-30", "2027\u201101\u201130", "2027\u201301\u201330",
        "\uff12\uff10\uff12\uff17-01-30", "January 30, 2027", "January\u00a030, 2027",
    ],
)  # fmt: skip
def test_a_date_as_it_is_shown_and_one_of_iso_is_read_and_not_told(typed):
    assert read(typed) == (DAY, [])


@table(
    "typed",
    [
        "30 January 2027", "Jan 30 2027", "jan 30, 2027", "JAN. 30, 2027", "30 Jan 2027",
        "30 Jan. 2027", "January 30 2027", "1/30/2027", "01/30/2027", "30/1/2027",
        "30.01.2027", "30.1.2027", "30-01-2027", "01.30.2027", "Saturday, January 30, 2027",
        "Sat 30 January 2027",
    ],
)  # fmt: skip
def test_another_form_is_read_and_told(typed):
    assert read(typed) == (DAY, [f'"{typed}" is read as January 30, 2027'])


def test_a_date_is_shown_and_told_as_is_usual_on_the_paper_of_the_place():
    assert read("30 January 2027", paper="A4") == (DAY, [])
    assert read("Jan 30 2027", paper="A4")[1] == ['"Jan 30 2027" is read as 30 January 2027']
    assert DEADLINE.show(Deadline(DAY), Locale("EUR", "A4")) == "30 January 2027"
    assert DEADLINE.show(Deadline(DAY), Locale()) == "January 30, 2027"
    assert DEADLINE.show(Deadline(None), Locale()) == "rolling"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ((2027, 5, 1), "May 1, 2027"),
        ((2028, 2, 29), "February 29, 2028"),
        ((2026, 12, 31), "December 31, 2026"),
    ],
)
def test_a_date_is_shown_in_words(day, shown):
    assert show_date(datetime.date(*day)) == shown


@pytest.mark.parametrize("typed", ["rolling", "Rolling", "ROLLING "])
def test_rolling_is_no_day(typed):
    assert read(typed) == (None, [])


@pytest.mark.parametrize(
    "typed", ["until filled", "Ongoing", "open until filled", "open-until-filled"]
)
def test_other_words_for_rolling_are_told(typed):
    assert read(typed) == (None, [f'"{typed}" is read as rolling'])


def test_a_date_that_may_be_two_is_a_problem_that_names_both():
    error = unreadable("3/4/2027")
    assert error.message == '"3/4/2027" may be March 4, 2027 or April 3, 2027.'
    assert error.cure == "Write 2027-03-04 or 2027-04-03."
    assert read("3/3/2027")[0] == datetime.date(2027, 3, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "2027-02-30", "2027-13-01", "0000-01-01", "February 30, 2027", "31 April 2027",
        "13/13/2027", "0/1/2027",
    ],
)  # fmt: skip
def test_a_day_that_is_not_in_the_calendar_is_a_problem(typed):
    assert "no day of the calendar" in unreadable(typed).message


def test_a_weekday_that_is_another_is_a_problem():
    error = unreadable("Friday, January 30, 2027")
    assert "is a Saturday" in error.message
    assert error.cure == "Write 2027-01-30 if that day is meant."


_IN_DIGITS = "Write the day with its month and its year, in digits: year, month, day."


@table(
    ("typed", "cure"),
    [
        ("soon", "Write it as 2027-01-30, or until filled."),
        *((typed, "Write 2027-01-30.") for typed in (
            "2027-1-30", "20270130", "2027/01/30", "1/30/27", "30-Jan-2027",
            "January 30th, 2027", "the 30th of January 2027", "January 30,2027",
            "by 30 January 2027", "2027-01-30T10:00",
        )),
        ("1.2.2027", "Write 2027-01-02 or 2027-02-01."),
        ("30/01/2027 or until filled", "Write 2027-01-30 or rolling."),
        ("2027-1-5", "Write 2027-01-05."),
        ("March 15", "Write its year too."),
        *((typed, _IN_DIGITS) for typed in (
            "2027-W04-6", "0", "in 2 weeks", "mid March 2027", "30.02.2027", "1" * 80,
        )),
        ("\u0662\u0660\u0662\u0667-01-30", _IN_DIGITS),
    ],
)  # fmt: skip
def test_what_is_no_date_names_the_day_that_it_may_mean(typed, cure):
    error = unreadable(typed)
    assert "is not a date" in error.message
    assert error.cure == cure


@table(
    ("typed", "day"),
    [
        ("March 15", (2027, 3, 15)),
        ("15 March", (2027, 3, 15)),
        ("November 25", (2026, 11, 25)),
        ("Nov 24", (2027, 11, 24)),
        ("Dec 1", (2026, 12, 1)),
        ("February 29", (2028, 2, 29)),
        ("in 2 weeks", (2026, 12, 9)),
        ("in a week", (2026, 12, 2)),
        ("in 10 days", (2026, 12, 5)),
        ("in 3 months", (2027, 2, 25)),
        ("in 1 month", (2026, 12, 25)),
        ("end of the month", (2026, 11, 30)),
        ("the end of this month", (2026, 11, 30)),
    ],
)
def test_where_somebody_is_asked_dates_count_from_today(typed, day):
    found, told = read(typed, today=TODAY)
    assert found == datetime.date(*day)
    assert told == [f'"{typed}" is read as {show_date(found)}']


def test_what_counts_from_today_is_kept_as_its_day_and_all_else_as_it_is():
    assert in_full("in 2 weeks", TODAY) == "2026-12-09"
    assert in_full("March 15", TODAY) == "2027-03-15"
    for typed in ("rolling", "Jan 30 2027", "2027-01-30", "soon", "", "3/4/2027"):
        assert in_full(typed, TODAY) == typed


def test_a_month_from_its_last_day_ends_with_the_next():
    assert read("in 1 month", today=datetime.date(2027, 1, 31))[0] == datetime.date(2027, 2, 28)
    assert read("end of the month", today=datetime.date(2026, 12, 31))[0].day == 31
    assert "no day" in unreadable("February 30", today=TODAY).message


@table(
    ("region", "currency", "expected"),
    [
        ("US-CO", "EUR", "Letter"), ("CA", "CAD", "Letter"), ("MX-CMX", "MXN", "Letter"),
        ("DE", "USD", "A4"), ("GB-ENG", "GBP", "A4"), ("PR", "USD", "Letter"),
        ("", "USD", "Letter"), ("", "CAD", "Letter"), ("", "MXN", "Letter"), ("", "EUR", "A4"),
    ],
)  # fmt: skip
def test_paper_goes_by_the_region_and_without_one_by_the_currency(region, currency, expected):
    assert paper(region, currency) == expected


@given(st.dates(datetime.date(1000, 1, 1)), st.sampled_from(["Letter", "A4"]))
def test_a_date_reads_as_it_is_shown(day, on):
    assert read(day.isoformat()) == (day, [])
    assert read(show_date(day, on), paper=on) == (day, [])


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("mid jan", "2027-01-15"),
        ("mid-January", "2027-01-15"),
        ("early march", "2027-03-05"),
        ("the beginning of June", "2027-06-01"),
        ("end of february", "2027-02-28"),
        ("the end of Feb. 2028", "2028-02-29"),
        ("by march", "2027-03-31"),
        ("late nov", "2026-11-30"),
        ("late dec", "2026-12-25"),
        ("mid nov", ""),
        ("mid nov 2025", ""),
        ("end of the month", ""),
        ("janitor", ""),
        ("15 jan", ""),
    ],
)
def test_a_part_of_a_month_may_mean_a_day(typed: str, day: str) -> None:
    assert day_about(typed, datetime.date(2026, 11, 26)) == day


@table(
    ("typed", "month"),
    [
        ("ASAP / Sept 2026 at the latest", "Sept 2026"),
        ("October 5, 2026", "October 5, 2026"),
        ("Monday 7 September 2026", "September 2026"),
        ("2026-10-01", "2026-10-01"),
        ("June '26", "June '26"),
        ("Nov 2026", ""),
        ("Sept 2026 or January 2027", ""),
        ("January '27", ""),
        ("1 May 2027 or sooner", ""),
        ("after Easter 2026", ""),
        ("as soon as possible", ""),
    ],
)
def test_the_last_month_of_a_start_is_told_once_it_is_past(typed, month):
    assert past_month(typed, datetime.date(2026, 11, 26)) == month


EURO, RAND = {"pay.currency": "EUR"}, {"pay.currency": "ZAR"}
CANADA = {"pay.currency": "CAD", "role.location": "Gatineau, QC"}
TWO = "is printed as typed, and may be read as two days"


@table(
    ("typed", "beside", "told"),
    [
        ("01-03-2027", EURO, f'"01-03-2027" {TWO}: write 1 March 2027 if that is meant'),
        ("from 1.3.27 on", EURO, "write from 1 March 2027 on if that is meant"),
        ("01/03/2027", RAND, "write 1 March 2027 if that is meant"),
        ("3/8", EURO, "write 3 August if that is meant"),
        ("3/8", {"role.location": "Salem, MA"}, "write March 8 if that is meant"),
        ("3/8/2027", {"role.regions": ["US-MA"]}, "write March 8, 2027 if that is meant"),
        ("03/08/2027", CANADA, f'"03/08/2027" {TWO}'),
        ("03-08-2027", CANADA, f'"03-08-2027" {TWO}'),
        ("3/8", CANADA, f'"3/8" {TWO}'),
        ("01-03-2027", {"role.location": "our yard"}, f'"01-03-2027" {TWO}'),
        ("01-03-2027", {"role.regions": ["DE", "US"]}, f'"01-03-2027" {TWO}'),
        ("30-01-2027", CANADA, ""),
        ("2027-03-01", EURO, ""),
        ("3/8 of the job from May", EURO, ""),
        ("on 24/7 duty", EURO, ""),
    ],
)
def test_figures_of_a_day_stay_and_are_told_with_the_day_that_its_country_means(
    typed, beside, told, tree
):
    beside = {"role.location": "Lund", **beside}
    answers, faults, readings = read_answers(tree({**beside, "role.start": typed}), [])
    assert (faults, answers.role.start) == ([], typed)
    said = [one.message for one in readings if one.field == "role.start"]
    assert bool(said) == bool(told)
    assert all(told in one for one in said)
