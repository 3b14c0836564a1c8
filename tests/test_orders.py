"""Duties that tell what somebody does are read as orders, and things are left as they are."""

from amjd.answers import texts
from amjd.answers.kinds import Context
from amjd.answers.orders import as_order, as_orders
from tables import table


@table(
    ("typed", "order"),
    [
        ("Helps with onboarding", "Help with onboarding"),
        ("Takes customer feedback back to the product people",
         "Take customer feedback back to the product people"),
        ("takes notes, 10% of the time", "take notes, 10% of the time"),
        ("Manages accounts and renewals", "Manage accounts and renewals"),
        ("Answers the phone", "Answer the phone"),
        ("Works with the drivers", "Work with the drivers"),
        ("Carries the samples", "Carry the samples"),
        ("Teaches new clients", "Teach new clients"),
        ("Chases invoices", "Chase invoices"),
        ("Does the quotes", "Do the quotes"),
        ("Goes to fairs", "Go to fairs"),
        ("Oversees repairs", "Oversee repairs"),
        ("Fixes what is broken", "Fix what is broken"),
        ("HELPS WITH ONBOARDING", "HELP WITH ONBOARDING"),
    ],
)  # fmt: skip
def test_a_duty_that_begins_with_a_known_verb_is_an_order(typed, order):
    assert as_order(typed) == order


@table(
    "typed",
    [
        "Sales calls", "Calls with clients every week", "Visits to shops", "Reports for the owner",
        "Reviews every quarter", "Answers within a day", "Works contracts", "Books of samples",
        "Help with onboarding", "Runs the calls and writes notes", "Helps and visits clients",
        "Sells, then keeps notes", "Helpsheets", "Takes-offs", "",
    ],
)  # fmt: skip
def test_a_thing_and_what_goes_on_in_the_same_way_stay(typed):
    assert as_order(typed) == typed


def test_a_duty_that_is_read_as_an_order_is_told():
    context = Context()
    assert texts.DUTIES.read("Helps with onboarding", context) == "Help with onboarding"
    assert context.messages == ['"Helps with onboarding" is read as "Help with onboarding"']
    assert texts.DUTIES.read("Help with onboarding", Context()) == "Help with onboarding"


@table(
    ("typed", "order"),
    [
        ("talks to them pretty much every week, sits down with each one every quarter for a QBR",
         "talk to them pretty much every week, sit down with each one every quarter for a QBR"),
        ("Calls each client monthly", "Call each client monthly"),
        ("checks in weekly, visits quarterly", "check in weekly, visit quarterly"),
        ("they call weekly and visit once a month", "call weekly and visit once a month"),
        ("goes out to see them twice a year", "go out to see them twice a year"),
        ("sees each one weekly, quarterly review", "see each one weekly, quarterly review"),
        ("reaches out monthly, then sends a report", "reach out monthly, then send a report"),
        ("calls every week", "calls every week"),
        ("monthly calls, quarterly reviews", "monthly calls, quarterly reviews"),
        ("visits twice a year and calls monthly", "visits twice a year and calls monthly"),
        ("reviews with the owner", "reviews with the owner"),
    ],
)  # fmt: skip
def test_how_one_keeps_in_touch_is_an_order_unless_it_may_be_a_thing(typed, order):
    assert as_orders(typed) == order
