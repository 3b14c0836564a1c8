"""The road: whether somebody travels for much of the week, by what was typed of it."""

from amjd.answers.travel import is_free_of_driving, is_much_of_the_week
from tables import table

_MUCH = [
    "3 days a week", "visits customers 3 days a week", "60 %", "60%", "most days",
    "Every day, in your own car", "on the road most of the week", "Daily visits around town",
    "two days a week", "2-3 days a week", "2 or 3 days a week", "two to three days per week",
    "up to 3 days a week", "3 days/week", "3 days/wk", "3 days pw", "3 days p/w",
    "2.5 days a week", "half the week", "half of the time", "half your time", "half a week",
    "50% travel", "40-60% travel", "50% of the time", "60% of your working time", "60 percent",
    "60 per cent of the week", "twice a week", "three times a week", "3x a week",
    "10 days a month", "two weeks a month", "a couple of days a week", "a few days a week",
    "several days a week", "Tuesdays and Thursdays", "Monday to Wednesday", "Tue-Thu",
    "mostly on the road", "field-based", "4 visits a day", "2 in the office, 3 days on the road",
    "2 days in the office, 3 on the road", "3 days weekly", "three days each week",
    "3 full days a week", "2 nights a week", "5 days a fortnight", "100 days a year",
    "two and a half days a week", "travel 3 days a week, mostly South West",
    "Three days a week visiting customers", "all week", "70% on the road, 30% in the office",
    "2 days in the office, rest on the road", "one day home, the rest of the week with clients",
    "overnight once a month, otherwise driving the territory, own car",
    "50%", "no overnight travel, daily rounds", "mostly out of the office", "mostly out of town",
]  # fmt: skip
_LITTLE = [
    "two client visits a month", "one day a week", "not every day", "two days a month",
    "every other day", "three or four visits a week", "six visits a month", "three days a month",
    "six days a month", "one ferry ride a month", "20%", "30% of the time", "half a day a week",
    "half a day", "up to 25%", "3 days a week in the office", "80% in the office, 20% travel",
    "80% office", "60% of our customers are in Wales", "90% by train", "once a week",
    "once or twice a month", "2 days a fortnight", "less than 2 days a week",
    "fewer than two days a week", "Tuesdays", "first Tuesday of the month", "most days a month",
    "Tuesdays in the office, Thursdays out", "little", "two trips a year", "every other week",
    "every week", "4 days a week at our depot", "office 4 days a week, one day out",
    "twice a month", "twice a year", "10 days a year", "3 days at a trade show",
    "within 50 miles", "a day a week", "1 day/week", "2 weeks a year",
    "two weeks a year in Spain", "not 3 days a week", "twice a fortnight",
    "all clients are within 20 miles", "all over the state", "all the clients are local",
    "0 days a week", "150% of", "one to one visits", "5 days a week, no travel",
    "3 days a week remotely", "3 days a week hybrid", "daily commute only", "mileage paid at 100%",
    "reimbursed at 100%", "all day trips are paid", "mostly out of our Leeds base",
    "4 days in the office, rest on the road", "a call, the rest by email",
    "4 days in the office, otherwise on the road", "overnight once a month, otherwise local",
    "twice a week by phone", "4 visits a day, twice a year", "once a quarter all week",
]  # fmt: skip


@table("typed", _MUCH)
def test_two_days_a_week_or_as_much_of_the_time_are_much_of_the_week(typed):
    assert is_much_of_the_week(typed)


@table("typed", _LITTLE)
def test_less_than_that_is_not_nor_are_days_at_the_place_itself(typed):
    assert not is_much_of_the_week(typed)


@table(
    "typed",
    [
        "2-3 conferences a yr (ODA, PDC), otherwise none", "Two trade shows a year",
        "one sales kickoff", "a company offsite twice a year", "conf in Vegas every March",
        "quarterly flights to Denver", "client visits by train", "the odd trip abroad",
        "no travel", "SKO and two expos",
    ],
)  # fmt: skip
def test_to_a_conference_and_by_train_nobody_drives(typed):
    assert is_free_of_driving(typed)


@table(
    "typed",
    [
        "two client visits a month", "conferences and customer visits", "flights, and a rental car",
        "trade shows within 50 miles", "one day a week", "some travel", "about 20%",
        "conferences, plus daily rounds", "train or own car", "regional trade shows",
    ],
)  # fmt: skip
def test_elsewhere_somebody_may_drive(typed):
    assert not is_free_of_driving(typed)
