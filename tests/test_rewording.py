"""What is offered in place of an answer that cannot be taken as it was typed: how it would read."""

import re

import pytest

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import Locale
from amjd.asker import Reply
from amjd.interview.asks import ask_at
from amjd.interview.doubts.doubt import Doubt, Meant, Values
from amjd.interview.doubts.typed import doubt
from amjd.interview.route import Stop
from conftest import PROMPTS
from interviews import alone, changed, finished, interview, kept
from script import Script, example
from tables import table


def doubted(
    stop: Stop | str, typed: str | Values, name: str = "standard", **answers: str
) -> Doubt | None:
    stop = stop if isinstance(stop, Stop) else Stop(stop, "", (stop,))
    for field in stop.fields:
        answers.setdefault(field.replace(".", "__"), "")
    known = interview(Script({}), kept(name, **answers))[0].kept
    values = (typed,) if isinstance(typed, str) else typed
    return doubt(known, stop, ask_at(known, stop), values)


UNCALLED = {"portfolio__called": ""}
"""Sentences count accounts where nobody says what they are called."""


def offered(stop: Stop | str, typed: str, name: str = "standard", **answers: str) -> str:
    """Return how it would read; nothing where nothing is asked."""
    found = doubted(stop, typed, name, **answers)
    return found.ask.why if found else ""


@table(
    ("typed", "tool"),
    [
        ("jobs are kept in Printavo", "Printavo"),
        ("we use Printavo", "Printavo"),
        ("In a notebook.", "a notebook"),
        ("everything is in QuickBooks and a spreadsheet", "QuickBooks and a spreadsheet"),
        ("a Google Sheet and invoices are in QuickBooks", "a Google Sheet and QuickBooks"),
        ("excel mostly, we are moving to hubspot", "Excel"),
        ("quickbooks, Quick Books and slack", "QuickBooks and Slack"),
        ("google drive/gdrive", "Google Drive"),
        ("connectwise and it glue, Connectwise", "ConnectWise and IT Glue"),
        ("sfdc but the old stuff is in filing cabinets", "Salesforce and filing cabinets"),
        ("kept in my head", "kept in my head"),
        ("my wife keeps a binder", "my wife keeps a binder"),
        ("on paper", ""),
        ("in my head and a notebook", ""),
        ("a shared sheet in Google Drive", ""),
        ("a spreadsheet, kept by the office manager", ""),
        ("HubSpot for sales and service", ""),
        ("qbo and gusto", ""),
        ("qbo, gusto n slack", ""),
    ],
)
def test_where_the_records_are_is_taken_out_of_a_sentence(typed: str, tool: str) -> None:
    found = offered("tools.crm", typed, tools__others="")
    said = f"Tools: {tool[:1].upper()}{tool[1:]}" if " and " in tool else f", in {tool}"
    assert found.endswith(said if tool else "")
    assert bool(found) == bool(tool)


def both_kinds(typed: str, records: str, others: list[str]) -> Doubt:
    """Ask where records are kept: what is offered tells the other tools, too."""
    found = doubted("tools.crm", typed, tools__others="")
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert meant.answers == {"tools.crm": records, "tools.others": others}
    return found


@table(
    ("typed", "records", "others"),
    [
        ("HubSpot, Intercom, Zendesk, Slack, Google Sheets", "HubSpot",
         ["Intercom", "Zendesk", "Slack", "Google Sheets"]),
        ("qbo, salesforce and slack", "Salesforce", ["QuickBooks Online", "Slack"]),
    ],
)  # fmt: skip
def test_of_many_tools_the_records_are_in_the_one_crm(
    typed: str, records: str, others: list[str]
) -> None:
    found = both_kinds(typed, records, others)
    assert found.then["typed"] == (typed,)


@table(
    ("typed", "records", "others"),
    [
        ("ConnectWise, invoices are in Xero, 365 for the rest", "ConnectWise",
         ["Xero for invoices", "365 for the rest"]),
        ("ConnectWise, Microsoft 365, Xero for invoices", "ConnectWise and Microsoft 365",
         ["Xero for invoices"]),
        ("invoices are in Xero, clients are in ConnectWise", "ConnectWise", ["Xero for invoices"]),
        ("notes are in Notion and invoices in Xero", "Notion", ["Xero for invoices"]),
        ("clients are in HubSpot and the books in Xero", "HubSpot", ["Xero for books"]),
        ("a Google Sheet, and the invoices are in QuickBooks", "a Google Sheet",
         ["QuickBooks for invoices"]),
    ],
)  # fmt: skip
def test_a_tool_that_holds_other_things_is_one_of_the_others_and_is_told_once(
    typed: str, records: str, others: list[str]
) -> None:
    found = both_kinds(typed, records, others)
    assert found.ask.why.count("Tools: ") == 1


@table(
    ("typed", "said", "left"),
    [
        ("Gareth, the owner, he keeps the big three for the first 6 months",
         "Gareth, the owner", "he keeps the big three for the first 6 months"),
        ("me, but I keep the big three", "the owner", "but I keep the big three"),
        ("me, I'll keep the big three", "the owner", "I'll keep the big three"),
        ("me, no time any more", "the owner", "no time any more"),
        ("Me - too busy", "the owner", "too busy"),
        ("Gareth (owner), he keeps three", "Gareth (owner)", "he keeps three"),
        ("Gareth, owner. He keeps the big three", "Gareth, the owner", "He keeps the big three"),
        ("Gareth, the owner - he stays on", "Gareth, the owner", "he stays on"),
        ("Gareth, the owner, keeps three", "Gareth, the owner", "keeps three"),
    ],
)  # fmt: skip
def test_what_is_said_behind_a_person_is_told_as_left_out(typed: str, said: str, left: str) -> None:
    found = doubted("role.owner", typed, name="first-hire")
    assert found
    assert f"over from {said}." in found.ask.why
    home = PROMPTS.words.doubts.in_words["role.owner"]
    assert (found.ask.at, found.ask.note) == (0, f"Left out: {left}. {home}")
    assert found.then["typed"] == (typed,)


@table(
    ("typed", "said", "left"),
    [
        ("the owner for now, later the ops manager", "The owner", "for now, later the ops manager"),
        ("me for now, then Sue", "The owner", "for now, then Sue"),
        ("me until we hire a manager", "The owner", "until we hire a manager"),
        ("the sales director, from June the MD", "The sales director", "from June the MD"),
    ],
)
def test_of_somebody_who_comes_later_nobody_is_taken_by_enter(
    typed: str, said: str, left: str
) -> None:
    found = doubted("role.reports_to", typed)
    assert found
    assert found.ask.why == f"Reports to: {said}"
    assert (found.ask.at, found.ask.note) == (None, f"Left out: {left}.")


@pytest.mark.parametrize("typed", ["Gareth, our MD, and Priya", "Ann, who founded the firm"])
def test_a_sentence_takes_more_than_one_name_and_who_somebody_is(typed: str) -> None:
    assert doubted("role.owner", typed, name="first-hire") is None


@table(
    ("typed", "parts"),
    [
        ("get the basics of IT, dont need a certificate, driving licence",
         ("get the basics of IT, dont need a certificate", "driving licence")),
        ("understand IT, you do not have to be technical, driving licence",
         ("understand IT, you do not have to be technical", "driving licence")),
        ("driving licence, no degree needed, good on the phone",
         ("driving licence, no degree needed", "good on the phone")),
        ("clear writing, no need for a degree, calm",
         ("clear writing, no need for a degree", "calm")),
        ("no degree needed, driving licence, calm",
         ("no degree needed", "driving licence", "calm")),
    ],
)  # fmt: skip
def test_what_nobody_needs_goes_on_with_what_stands_before_it(
    typed: str, parts: tuple[str, ...]
) -> None:
    found = doubted("role.required", typed)
    assert found
    assert found.then["apart"] == parts


@table(
    ("field", "typed", "owner", "said"),
    [
        ("role.reports_to", "me", "Gareth, the owner", "Reports to: Gareth, the owner"),
        ("role.reports_to", "myself", "Gareth Pugh (owner)", "Reports to: Gareth Pugh, the owner"),
        ("role.reports_to", "I", "Gareth, owner", "Reports to: Gareth, the owner"),
        ("role.reports_to", "the owner", "Gareth, the owner", ""),
        ("role.reports_to", "me", "Dana Whitlock", ""),
        ("role.reports_to", "me", "Ann, the MD", ""),
        ("role.reports_to", "the sales director", "Gareth, the owner", ""),
    ],
)
def test_the_owner_has_the_name_that_another_answer_tells(
    field: str, typed: str, owner: str, said: str
) -> None:
    found = doubted(field, typed, name="first-hire", role__owner=owner, apply__contact="")
    assert bool(found) == bool(said)
    if found:
        assert found.ask.why == said
        assert [row.value for row in found.ask.rows] == ["keep", "typed", "again"]
        assert found.then["typed"] == (typed,)


def test_a_clause_in_which_no_tool_is_found_is_not_printed_by_enter_alone() -> None:
    found = doubted("tools.crm", "shopify for orders, everything else in my email")
    assert found
    assert found.ask.at is None
    assert [row.value for row in found.ask.rows] == ["keep", "again"]
    known = doubted("tools.crm", "we use shopify")
    assert known
    assert known.ask.at == 0


@table(
    ("typed", "records", "others"),
    [
        ("qbo and gusto, slack for talking to eachother",
         "QuickBooks Online and Gusto", "Slack for talking to eachother; Google Drive"),
        ("salesforce for clients, gong for calls, looker", "Salesforce",
         "Gong for calls; Looker; Slack; Gusto; Google Drive"),
        ("we use qbo, slack for talking", "QuickBooks Online",
         "Slack for talking; Gusto; Google Drive"),
        ("hubspot for contacts and qbo for the invoices", "HubSpot",
         "QuickBooks Online for the invoices; Slack; Gusto; Google Drive"),
        ("qbo i guess, gusto for payroll", "QuickBooks Online",
         "Gusto for payroll; Slack; Google Drive"),
        ("qbo and gusto for payroll", "QuickBooks Online",
         "Gusto for payroll; Slack; Google Drive"),
        ("gdrive and a notebook", "Google Drive and a notebook", "Slack; Gusto"),
        # A word as well, which stands for itself in a row of tools.
        ("hubspot, gusto for payroll, intercom for chat", "HubSpot",
         "Gusto for payroll; Intercom for chat; Slack; Google Drive"),
    ],
)  # fmt: skip
def test_what_a_tool_is_for_goes_to_the_others_and_none_is_named_twice(
    typed: str, records: str, others: str
) -> None:
    three = "- Slack\n    - Gusto\n    - Google Drive"
    given = kept("standard").replace("- QuickBooks", three)
    known = interview(Script({}), given)[0].kept
    stop = Stop("tools.crm", "", ("tools.crm",))
    found = doubt(known, stop, ask_at(known, stop), (typed,))
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert meant.answers == {"tools.crm": records, "tools.others": others.split("; ")}
    assert f"Tools: {records}; also " in found.ask.why
    assert found.then["typed"] == (typed,)


@table(
    ("typed", "reads"),
    [
        ("slack, gusto, google drive/gdrive", "also Slack and Google Drive"),
        ("we talk on slack, gdrive for files", "also Slack and Google Drive for files"),
        ("slack for talking, Gusto", "also Slack for talking"),
        ("gdrive, google drive, slack", "also Google Drive and Slack"),
        ("msft teams, slack, teams", "also Microsoft Teams and Slack"),
        ("i guess slack, also zoom", "also Slack and Zoom"),
        ("qbo, a label printer", "also a label printer"),
        ("gusto", "Tools: QuickBooks Online and Gusto"),
        ("slack", ""),
        ("excel and word", ""),
    ],
)
def test_the_other_tools_are_none_of_the_records_and_no_clauses(typed: str, reads: str) -> None:
    found = offered("tools.others", typed, tools__crm="QuickBooks Online and Gusto")
    assert found.endswith(reads)
    assert bool(found) == bool(reads)


@table(
    ("field", "typed", "used", "left"),
    [
        ("tools.crm", "Quickbooks and a spreadsheet, thinking about hubspot",
         "QuickBooks and a spreadsheet", "thinking about hubspot"),
        ("tools.crm", "a spreadsheet, moving to HubSpot next year",
         "a spreadsheet", "moving to HubSpot next year"),
        ("tools.crm", "Excel for now, maybe HubSpot next year",
         "Excel", "maybe HubSpot next year"),
        ("tools.crm", "HubSpot soon, a spreadsheet now", "a spreadsheet", "HubSpot soon"),
        ("tools.crm", "moving from excel to hubspot", "Excel", "to hubspot"),
        ("tools.crm", "excel, hubspot is coming", "Excel", "hubspot is coming"),
        ("tools.crm", "google sheets and hopefully pipedrive soon",
         "Google Sheets", "hopefully pipedrive soon"),
        ("tools.crm", "QuickBooks (we'd like to get a CRM)",
         "QuickBooks", "we'd like to get a CRM"),
        ("tools.crm", "We keep it all in QuickBooks, but we're moving to HubSpot in June",
         "QuickBooks", "we're moving to HubSpot in June"),
        ("tools.crm", "we used to use Salesforce, now HubSpot",
         "HubSpot", "we used to use Salesforce"),
        ("tools.crm", "a spreadsheet, considering Pipedrive or HubSpot",
         "a spreadsheet", "considering Pipedrive or HubSpot"),
        ("tools.others", "slack, thinking about asana", "Slack", "thinking about asana"),
        ("tools.others", "zoom, gmail; maybe slack next year",
         "Zoom; Gmail", "maybe slack next year"),
        ("tools.others", "Slack - used to use trello", "Slack", "used to use trello"),
    ],
)  # fmt: skip
def test_a_tool_that_is_not_used_yet_or_no_more_is_left_out_and_told(
    field: str, typed: str, used: str, left: str
) -> None:
    found = doubted(field, typed, tools__others="")
    assert found
    assert (found.ask.at, found.ask.note) == (0, f"Left out: {left}.")
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert meant.answers == {field: used if field == "tools.crm" else used.split("; ")}
    assert found.then["typed"] == (typed,)


@table(
    ("field", "typed"),
    [
        ("tools.crm", "thinking about hubspot"),
        ("tools.crm", "moving to HubSpot"),
        ("tools.crm", "HubSpot (from January)"),
        ("tools.others", "want to try Asana"),
    ],
)
def test_where_only_a_plan_is_typed_no_enter_takes_it(field: str, typed: str) -> None:
    found = doubted(field, typed, tools__others="")
    assert found
    assert found.ask.at is None
    assert found.then["typed"] == (typed,)


def test_nothing_beside_a_plan_is_taken_by_no_enter() -> None:
    found = doubted("tools.crm", "Looking for something, nothing yet")
    assert found
    assert found.ask.at is None


def test_no_records_yet_and_a_plan_are_no_place_for_them() -> None:
    assert doubted("tools.crm", "no crm yet, thinking about hubspot") is None


@table(
    "typed",
    ["QuickBooks, a whiteboard used to plan routes", "Planner", "Wishpond", "Close",
     "HubSpot since last year", "the Next Insurance portal", "a planning board"],
)  # fmt: skip
def test_what_is_used_is_no_plan(typed: str) -> None:
    found = doubted("tools.crm", typed, tools__others="")
    assert found is None or not found.ask.note


@table(
    ("typed", "reads"),
    [
        ("tucson az", "Tucson, AZ"),
        ("san jose CA", "San Jose, CA"),
        ("albany, new york", "Albany, New York"),
        ("Tucson, az", "Tucson, AZ"),
        ("knoxville tenn", "Knoxville, TN"),
        ("Knoxville, Tenn.", "Knoxville, TN"),
        ("new haven conn", "New Haven, CT"),
        ("leeds uk", "Leeds, UK"),
        ("leeds, uk, hybrid 2 days", "Leeds, UK"),
        ("leeds, hybrid 2 days in office", "Leeds"),
        ("Salem, MA", ""),
        ("Toledo, Ohio", ""),
        ("New York", ""),
        ("tucson", ""),
        ("remote", ""),
        ("on-site, hybrid", ""),
        ("Wash.", ""),
        ("we lose 2 a year", ""),
    ],
)
def test_a_place_is_offered_as_an_address_has_it(typed: str, reads: str) -> None:
    found = offered("role.location", typed)
    assert bool(found) == bool(reads)
    assert found.startswith(reads)
    assert f"{reads}," not in found


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("maybe 70, and the 2 school districts", "about 70 accounts"),
        ("some 70", "about 70 accounts"),
        ("130 give or take", ""),
        ("maybe 70", "about 70 accounts"),
        ("70 i guess", "70 accounts"),
        ("about 70, half of the 140", "about 70 accounts"),
        ("60 or 70", "60 to 70 accounts"),
        ("all 1,200 of them", "1,200 accounts"),
        ("all of them, we have 85", "85 accounts"),
        ("half of them, so 60ish", "after about 60 accounts."),
        ("60-odd shops", "about 60 accounts"),
        ("60+ dental offices", "about 60 accounts"),
        ("60?", "after 60 accounts."),
        ("sixty or so", "about 60 accounts"),
        ("around sixty-five", "about 65 accounts"),
        ("two hundred and ten", "210 accounts"),
        ("a couple hundred", "about 200 accounts"),
        ("5 dozen", "60 accounts"),
        ("half of our 120", "60 accounts"),
        ("60 irish pubs", "after 60 accounts"),
        ("most of my 75, say 60", "about 60 accounts"),
        ("75, call it 60", "about 60 accounts"),
        ("75 so like 60", "about 60 accounts"),
        ("75 restaurants, more like 60", "about 60 accounts"),
        ("about 80, well more like 75 to 80 restaurants", "75 to 80 accounts"),
        ("60 shops, say 5 visits a day", "after 60 accounts"),
        ("60 shops, like 10 trucks", "after 60 accounts"),
        ("75 = 60", "after 60 accounts"),
        ("75, so 60 of them", "after 60 accounts"),
        ("75ish, say 60-65", "60 to 65 accounts"),
        ("60 shops, so 5 a day", "after 60 accounts"),
        ("fifteen hundred", "after 1,500 accounts"),
        ("three thousand", "after 3,000 accounts"),
        ("2k", "after 2,000 accounts"),
        ("1.5k shops", "after 1,500 accounts"),
        ("$2m in revenue across 25 accounts", "after 25 accounts"),
        ("24/7 support for 30 clients", "after 30 clients"),
        ("since 2014 we have 60", "after 60 accounts"),
        ("less than 100", "after about 100 accounts"),
        ("60 accts", ""),
        ("the top 20%", ""),
        ("top 20% of 300", ""),
        ("60-70% of them", ""),
        ("hundreds", ""),
        ("70", ""),
        ("about 70", ""),
        ("lots", ""),
    ],
)
def test_a_count_is_found_among_other_words(typed: str, reads: str) -> None:
    found = offered("portfolio.accounts", typed, **UNCALLED)
    assert bool(found) == bool(reads)
    assert reads in found


@table(
    ("typed", "part"),
    [
        ("most of my 75", "most of"),
        ("about a third of our 90", "a third of"),
        ("all 75", ""),
        ("most of my 75, say 60", ""),
    ],
)
def test_a_number_of_which_a_part_is_meant_is_not_taken_by_enter_alone(
    typed: str, part: str
) -> None:
    found = doubted("portfolio.accounts", typed)
    assert found
    ask = found.ask
    assert ask.at == (None if part else 0)
    assert (f'You typed "{part}": how many' in ask.note) == bool(part)


@pytest.mark.parametrize("typed", ["10 big ones and 50 small", "in 3 states, 30 clients"])
def test_of_two_figures_enter_alone_takes_none(typed: str) -> None:
    found = doubted("portfolio.accounts", typed)
    assert found
    assert found.ask.at is None


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("QuickBooks, Google Sheets, Jobber", "Tools: QuickBooks, Google Sheets and Jobber"),
        ("QuickBooks I guess", "in QuickBooks"),
        (
            "QuickBooks, shared Gmail inbox, whiteboard on the wall",
            "QuickBooks, shared Gmail inbox and whiteboard on the wall",
        ),
        (
            "the big spreadsheet, and quickbooks, whatsapp",
            "Tools: The big spreadsheet, QuickBooks and WhatsApp",
        ),
        ("a spreadsheet, quickbooks, and whatsapp", ""),
        ("Shopify and a spreadsheet", ""),
        ("a spreadsheet, kept by the office manager", ""),
        ("HubSpot", ""),
    ],
)
def test_things_with_commas_between_them_get_their_and(typed: str, reads: str) -> None:
    found = offered("tools.crm", typed, tools__others="")
    assert bool(found) == bool(reads)
    assert reads in found


@table(
    ("field", "typed", "reads"),
    [
        ("role.owner", "me and my office manager", "the owner and the office manager"),
        ("role.owner", "me they all call me", "over from the owner."),
        ("role.owner", "me and my office manager Maria", "the owner and the office manager, Maria"),
        ("role.owner", "marisol, the owner", "Marisol, the owner"),
        (
            "role.travel",
            "Some, on site at clients twice a month",
            "Travel: On site at clients twice a month",
        ),
        ("role.travel", "not much (2 days a month)", "Travel: 2 days a month"),
        ("role.travel", "Some, mostly to clients", ""),
        ("role.owner", "me", ""),
        ("role.owner", "me and my brother", "the owner and the owner's brother"),
        (
            "role.reports_to",
            "owner: me and my brother Tom",
            "Reports to: The owner and the owner's brother, Tom",
        ),
        ("role.reports_to", "MD: me and Tom Hale", "Reports to: The MD and Tom Hale"),
        ("role.reports_to", "owner: me, tom", "Reports to: Tom, the owner"),
        ("role.owner", "me & my brother Tom", "the owner and the owner's brother, Tom"),
        ("role.owner", "me and Tom Hale", "the owner and Tom Hale"),
        ("role.owner", "me and our Sales Director", "the owner and the Sales Director"),
        ("role.owner", "me and sales director Tom", "the owner and the sales director, Tom"),
        ("role.owner", "me (nadia)", "Nadia, the owner"),
        ("role.owner", "me, Dwayne Carter the VP of sales", "Dwayne Carter, VP of sales"),
        ("role.owner", "me, Dwayne Carter head of sales", "Dwayne Carter, the head of sales"),
        ("role.owner", "me, dwayne carter vp sales", "Dwayne Carter, VP sales"),
        ("role.owner", "me, i own it", "the owner"),
        ("role.owner", "me and my sister-in-law Ana", "and the owner's sister-in-law, Ana"),
        ("role.reports_to", "my wife", "The owner's wife"),
        ("role.reports_to", "my sales manager", ""),
        ("role.owner", "Dana Ruiz, the founder", ""),
        ("apply.contact", "me, priya shah", "Priya Shah, the owner"),
        ("role.reports_to", "me, Declan, sales manager", "Declan, the sales manager"),
        ("role.reports_to", "To me, Carl Brandt, the owner", "Carl Brandt, the owner"),
        ("role.owner", "me, Lucia. I have them since 2012", "Lucia, the owner"),
        ("role.owner", "me, Ann St. John", ""),
        ("role.reports_to", "me, sales director", ""),
        ("role.reports_to", "To me (sales director)", ""),
        ("apply.contact", "me, sales director", ""),
        ("role.reports_to", "me, Priya (Head of Sales)", ": Priya, Head of Sales"),
        ("role.reports_to", "me, Head of Sales (Priya)", ": Priya, Head of Sales"),
        ("role.reports_to", "me - priya (head of sales)", "Priya, the head of sales"),
        ("role.reports_to", "me (Priya), Head of Sales", ": Priya, Head of Sales"),
        ("role.reports_to", "Priya (me), Head of Sales", ": Priya, Head of Sales"),
        ("role.reports_to", "Head of Sales (me, Priya)", ": Priya, Head of Sales"),
        ("role.reports_to", "me: Priya, Head of Sales (EMEA)", "Priya, Head of Sales (EMEA)"),
        ("role.reports_to", "head of sales (priya)", "Priya, the head of sales"),
        ("role.reports_to", "sales manager (not hired yet)", ""),
        ("role.reports_to", "sales manager (ohio)", ""),
        ("role.reports_to", "office manager (part time)", ""),
        ("role.owner", "nobody yet (me)", ""),
        ("role.owner", "me, Jo, and my wife", ""),
        ("role.reports_to", "me, Priya (owner)", ": Priya, the owner"),
        ("role.reports_to", "me, Priya (she/her)", "Priya (she/her), the owner"),
        ("role.reports_to", "Priya - me", ""),
        ("role.reports_to", "me, Sales Director Priya", ": Sales Director Priya"),
        ("role.reports_to", "Dana and Priya (me)", ""),
        ("role.reports_to", "Priya (Head of Sales)", ""),
        ("apply.contact", "me, Priya Shah (VP Sales)", "goes to Priya Shah, VP Sales."),
        ("role.owner", "gareth, sales director", "Gareth, the sales director"),
        ("role.owner", "Gareth, sales director", "Gareth, the sales director"),
        ("role.owner", "Gareth, Sales Director", ""),
        ("role.owner", "sales director, gareth", ""),
        ("role.location", "manchester, field job round the north west", "Manchester"),
        ("role.handover_weeks", "2 months or so", "8 weeks"),
        ("role.handover_weeks", "a month", "4 weeks"),
        ("role.handover_weeks", "30 days", ""),
        ("role.handover_weeks", "half a year", ""),
        ("role.handover_weeks", "8", ""),
        ("company.employees", "10 to 12", ""),
        ("company.employees", "12 plus me", "12 employees"),
        ("apply.deadline", "when i find somebody i like", "until the job is filled"),
        ("apply.deadline", "as soon as possible", "until the job is filled"),
        ("apply.deadline", "asap", "until the job is filled"),
        ("apply.deadline", "til we hire", "until the job is filled"),
        ("apply.deadline", "soon as", ""),
        ("apply.deadline", "18 Dec or when filled", ""),
        ("apply.deadline", "mid jan", "Please apply by January 15, 20"),
        ("apply.deadline", "end of april i guess", "Please apply by April 30, 20"),
        ("role.new_business", "no cold calling", "No hunting for new accounts"),
        ("portfolio.retention", "abt 90 i think", "at least 90%"),
        ("portfolio.accounts", "abt 140", "about 140 accounts"),
        ("apply.phone", "txt 412-555-0134", "412-555-0134"),
    ],
)
def test_other_words_are_offered_where_they_are_plainer(field: str, typed: str, reads: str) -> None:
    found = offered(field, typed, "first-hire", **UNCALLED)
    assert bool(found) == bool(reads)
    assert reads in found


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("lose no more than 5 a year", "96%"),
        ("we lose 2 a year", "98%"),
        ("5 may leave", "96%"),
        ("135 of our 140", "96%"),
        ("lose 5 out of 140", "96%"),
        ("lose 1 in 20", "95%"),
        ("lose 5 in 2025", "96%"),
        ("lose at most 5%", "95%"),
        ("we lose 200", ""),
        ("about 95, we lose 2", "95%"),
        ("we lost 4 last yr so like 95", "95%"),
        ("like 95", "95%"),
        ("i think 95 bc we lost 4", "95%"),
        ("lost 5 or 6, so 93-95", "93%"),
        ("ninety five", "95%"),
        ("we lost 60, so 80 left", "57%"),
        ("we lost 60 so 80", "57%"),
        ("lost 70% so 42", "30%"),
        ("a lot", ""),
        ("we hardly ever lose one", ""),
        ("idk, we hardly ever lose one", ""),
        ("we lose one a year or so", ""),
        ("I'd like all of them to stay, last year we lost one", "99%"),
        ("we lost just one last year", "99%"),
        ("we never lost one", ""),
        ("we haven't lost one", ""),
        ("90-95", "90%"),
        ("95 to 90 percent", "90%"),
        ("lose 5 to 10 a year", "92%"),
    ],
)
def test_what_may_be_lost_is_worked_out_as_what_is_kept(typed: str, percent: str) -> None:
    reads = offered("portfolio.retention", typed, portfolio__accounts="140")
    told = f"at least {percent} of the business"
    assert (told in reads) if percent else "of the business" not in reads


HOME = " Words on it can stand in the training."


@table(
    ("field", "typed", "note"),
    [
        ("role.handover_weeks", "I'd ride along with you for about 6 weeks",
         f"Left out: I'd ride along with you, about.{HOME}"),
        ("role.handover_weeks", "6 weeks, riding along", f"Left out: riding along.{HOME}"),
        ("role.handover_weeks", "two months, with me joining every call",
         f"Left out: with me joining every call.{HOME}"),
        ("role.handover_weeks", "we do it over roughly 8 weeks", "Left out: roughly."),
        ("role.handover_weeks", "up to 8 weeks", "Left out: up to."),
        ("role.handover_weeks", "around a month", "Left out: around."),
        ("role.handover_weeks", "it takes 6 weeks", ""),
        ("role.handover_weeks", "4 to 6 weeks, riding along", f"Left out: riding along.{HOME}"),
        ("role.juniors", "I think 3 or so, part-timers", "Left out: part-timers, or so."
         " Words on it can stand among the further duties."),
        ("role.new_business", "about 20% of the time", ""),
        ("role.new_business", "20%, mostly in spring", "Left out: mostly in spring."
         " Words on it can stand among the further duties."),
        ("company.employees", "14 people and some dogs", "Left out: some dogs."),
        ("company.employees", "40 plus 10 seasonal", "Left out: plus 10 seasonal."),
        ("company.employees", "40 plus", "Left out: plus."),
    ],
)  # fmt: skip
def test_what_stands_beside_a_figure_is_told_as_left_out(field: str, typed: str, note: str) -> None:
    found = doubted(field, typed, "senior" if field == "role.juniors" else "first-hire")
    assert found
    assert found.ask.note == note


@table(
    ("field", "typed", "ends", "line"),
    [
        ("role.handover_weeks", "6 to 8", ("6", "8"), "your first 6 weeks"),
        ("role.handover_weeks", "about 6-8 weeks", ("6", "8"), "your first 6 weeks"),
        ("role.handover_weeks", "six to eight weeks", ("6", "8"), "your first 6 weeks"),
        ("role.handover_weeks", "6 or 8, then on call", ("6", "8"), "your first 6 weeks"),
        ("role.handover_weeks", "2 to 3 months", ("8", "12"), "your first 8 weeks"),
        ("role.new_business", "10-20", ("10", "20"), "about 10% of your time"),
    ],
)
def test_of_a_range_where_one_figure_is_printed_both_ends_are_offered(
    field: str, typed: str, ends: tuple[str, str], line: str
) -> None:
    found = doubted(field, typed, "first-hire")
    assert found
    assert found.ask.at is None
    assert (found.then["first"], found.then["last"]) == ((ends[0],), (ends[1],))
    assert line in found.ask.rows[0].left


@table(
    ("field", "typed", "at", "note"),
    [
        ("portfolio.retention", "lose 5 a year", None, "You did not type 96: it is worked out"),
        ("portfolio.retention", "lose at most 5%", None, "You did not type 95: it is worked out"),
        ("portfolio.retention", "about 95, we lose 2", 0, ""),
        ("portfolio.retention", "ninety five", 0, ""),
        ("role.handover_weeks", "a month or 2", None, "You did not type 8: it is worked out"),
        ("role.handover_weeks", "about two months", 0, "Left out: about."),
        ("role.handover_weeks", "six weeks or so", 0, "Left out: or so."),
        ("role.handover_weeks", "six weeks", 0, ""),
        ("apply.deadline", "mid jan", None, "You did not type 15: it is worked out"),
        ("apply.deadline", "before 15 jan 2031, start asap", None, "You did not type 14: it is"),
        ("apply.deadline", "mid jan, start asap", None, "You did not type 15: it is worked out"),
        ("apply.deadline", "end of april", 0, ""),
        ("apply.deadline", "til we hire", 0, ""),
    ],
)
def test_a_figure_that_nobody_typed_is_not_taken_by_enter(
    field: str, typed: str, at: int | None, note: str
) -> None:
    found = doubted(field, typed, "first-hire", portfolio__accounts="140")
    assert found
    assert found.ask.at == at
    assert found.ask.note.startswith(note)
    assert bool(found.ask.note) == bool(note)


@table(
    ("typed", "left"),
    [
        ("none, marketing sends leads to sales", "marketing sends leads to sales"),
        ("zero. leads come in by phone", "leads come in by phone"),
        ("no, 2 reps do that", "2 reps do that"),
        ("we have reps, so none of their time", "we have reps"),
        ("no hunting at all but they answer leads", "they answer leads"),
    ],
)
def test_what_is_said_beside_none_is_told_as_left_out(typed: str, left: str) -> None:
    found = doubted("role.new_business", typed)
    assert found
    assert found.then["keep"] == ("0",)
    assert found.ask.at is None
    told = f"Left out: {left}. Words on it can stand among the further duties."
    assert found.ask.note.startswith(told)


def test_none_is_no_figure_that_was_worked_out() -> None:
    found = doubted("role.new_business", "none, sales does it")
    assert found
    assert "worked out" not in found.ask.note


def test_no_more_than_so_much_is_not_none() -> None:
    found = doubted("role.new_business", "no more than 10, mostly at fairs")
    assert found is None or found.then.get("keep") != ("0",)


@table(
    ("typed", "measure", "at"),
    [
        ("NRR 105%", "net revenue retention of 105%", 0),
        ("net revenue retention", "net revenue retention", 0),
        ("105%", "net revenue retention of 105%", None),
        ("about 110", "net revenue retention of 110%", None),
        ("lose 5 out of 140", "", None),
        ("NRR 105 or 110", "", None),
        ("250", "", None),
    ],
)
def test_net_revenue_retention_is_offered_among_the_measures(
    typed: str, measure: str, at: int | None
) -> None:
    found = doubted("portfolio.retention", typed, metrics="orders on time")
    meant = found and found.then["keep"] if found and "keep" in found.then else None
    if not measure:
        assert not isinstance(meant, Meant)
        return
    assert found
    assert isinstance(meant, Meant)
    assert meant.answers == {"portfolio.retention": "", "metrics": ["orders on time", measure]}
    assert (meant.then, found.ask.at) == ("metrics", at)


@table(
    ("field", "typed", "left"),
    [
        ("portfolio.retention", "GRR 95, NRR 110", "NRR 110"),
        ("portfolio.retention", "keep 95 and net retention 108", "net retention 108"),
        ("company.industry", "hospitality, a must", "a must"),
        ("pay.benefits", "health insurance after 90 days, I think", "I think"),
        ("pay.benefits", "health, dental, I think", "I think"),
    ],
)
def test_what_no_line_prints_is_told_as_left_out(field: str, typed: str, left: str) -> None:
    found = doubted(field, typed)
    assert found
    assert found.ask.note == f"Left out: {left}."
    assert left not in found.ask.why


@table(
    ("field", "typed", "is_left"),
    [
        ("portfolio.expansion", "a little would be nice, no number", True),
        ("portfolio.expansion", "10%", False),
        ("portfolio.retention", "no target, just keep them happy", True),
        ("role.handover_weeks", "as long as it takes", True),
        ("role.new_business", "hardly any", True),
        ("role.new_business", "half the week", False),
        ("company.employees", "lots", False),
        ("portfolio.accounts", "quite a few", False),
    ],
)
def test_words_where_a_figure_stands_may_be_left_out(field: str, typed: str, is_left: bool) -> None:
    found = doubted(field, typed, "first-hire")
    assert bool(found and found.then.get("out") == ()) == is_left


@table(
    ("typed", "industry"),
    [
        ("care sector knowledge is a plus", "care sector"),
        ("knowledge of the care sector preferred", "the care sector"),
        ("experience in the print industry", "the print industry"),
        ("print or signs, nice to have", "print or signs"),
        ("hotel linen service", ""),
        ("knowledge management", ""),
    ],
)
def test_an_industry_is_named_without_that_it_is_a_plus(typed: str, industry: str) -> None:
    found = doubted("company.industry", typed)
    assert (found.then["keep"] if found else ()) == ((industry,) if industry else ())


@table(
    ("typed", "count", "kind", "left"),
    [
        ("roughly 60, most been w us for years", "about 60", "", "most been w us for years"),
        ("60, most of them have been with us for years", "60", "",
         "most of them have been with us for years"),
        ("c. 45, the bigger ones", "about 45", "", "the bigger ones"),
        ("80 accounts, our biggest", "80", "", "our biggest"),
        ("90, lots of small ones", "90", "", "lots of small ones"),
        ("70 or so, a mix of everything", "about 70", "", "a mix of everything"),
        ("around 35 law firms, most for 5+ years", "about 35", "law firms", "most for 5+ years"),
        ("about 60 customers, mostly schools and churches", "about 60",
         "mostly schools and churches", ""),
        ("50 restaurants who reorder weekly", "50", "restaurants who reorder weekly", ""),
        ("40 big law firms", "40", "big law firms", ""),
        ("two thirds of about 25, so 16 or 17", "16 to 17", "", "two thirds of about 25"),
        ("16 or 17, two thirds of about 25", "16 to 17", "", "two thirds of about 25"),
    ],
)  # fmt: skip
def test_what_is_no_kind_of_client_is_left_out_of_a_count_and_told(
    typed: str, count: str, kind: str, left: str
) -> None:
    found = doubted("portfolio.accounts", typed, portfolio__segment="", portfolio__territory="")
    assert found
    meant = found.then["keep"]
    answers = meant.answers if isinstance(meant, Meant) else {"portfolio.accounts": meant[0]}  # type: ignore[index]
    assert answers.get("portfolio.accounts") == count
    assert answers.get("portfolio.segment", "") == kind
    assert found.ask.note == (left and f"Left out: {left}.")


@table(
    ("typed", "reads"),
    [
        ("care homes, our bigger customers", ""),
        ("hotels, mostly small", ""),
        ("dentists, the ones in town", ""),
        ("schools, churches, restaurants", "schools, churches and restaurants"),
        ("offices, clinics", "offices and clinics"),
    ],
)
def test_kinds_of_clients_are_joined_where_they_are_a_list(typed: str, reads: str) -> None:
    found = offered("portfolio.segment", typed)
    assert bool(found) == bool(reads)
    assert reads in found


def test_of_a_range_of_juniors_both_ends_are_offered() -> None:
    found = doubted("role.juniors", "2 or 3", "senior")
    assert found
    assert [row.left for row in found.ask.rows[:2]] == [
        "You coach 2 junior account managers.", "You coach 3 junior account managers.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("60k new orders", "$60,000 of new orders"),
        ("60k a month, mostly reorders plus a few new ones", "$60,000 per month"),
        ("60k mostly from the ones who reorder", ""),
        ("60k the usual way", ""),
    ],
)
def test_an_amount_is_written_out_where_the_rest_reads(typed: str, reads: str) -> None:
    stop = Stop("quota.amount", "quota", ("quota.target", "quota.period"))
    found = offered(stop, typed, "sales")
    assert bool(found) == bool(reads)
    assert reads in found


@pytest.mark.parametrize("typed", ["60k negotiable", "hopefully 60k", "60k give or take"])
def test_what_is_not_certain_is_left_out_of_an_amount(typed: str) -> None:
    found = doubted(Stop("quota.amount", "quota", ("quota.target", "quota.period")), typed, "sales")
    assert found
    assert found.then["keep"] == ("60k",)


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("Tom Hartley, Rota Ltd, tom@rota.example, 0113 496 0123",
         "By email: tom@rota.example. By phone: 0113 496 0123"),
        ("tom@rota.example or just ring me on 0113 496 0123",
         "By email: tom@rota.example. By phone: 0113 496 0123"),
        ("a@x.example, b@x.example", ""),
        ("Dana dana@x.example", ""),
        ("drop by any day", ""),
    ],
)  # fmt: skip
def test_ways_to_apply_are_found_in_a_signature(typed: str, reads: str) -> None:
    fields = ("apply.email", "apply.url", "apply.phone", "apply.here")
    assert offered(Stop("apply.ways", "apply", fields), typed) == reads


@table(
    ("typed", "title"),
    [
        ("AM, Renewals + Expansion (dental SaaS)",
         "Account Manager, Renewals + Expansion (dental SaaS)"),
        ("Sr. AM", "Senior Account Manager"),
        ("sr am", "Senior Account Manager"),
        ("KAM", "Key Account Manager"),
        ("TAM / CSM", "Technical Account Manager / Customer Success Manager"),
        ("Acct Mgr - West", "Account Manager - West"),
        ("Regional account mgr", "Regional account manager"),
        ("Account Manager", ""),
        ("Account Manager (AM)", ""),
        ("Account Manager, AM shift", ""),
        ("Account Manager (7am to 3pm)", ""),
        ("Account Manager who I am looking for", ""),
        ("Account Manager, A&M AM-1", ""),
    ],
)  # fmt: skip
def test_a_short_title_is_offered_written_out_and_may_stay(typed: str, title: str) -> None:
    found = doubted("role.title", typed)
    assert bool(found) == bool(title)
    if found:
        assert found.ask.why == title
        assert found.then["typed"] == (typed,)
        assert found.then["keep"] == (title,)


@table(
    ("typed", "left"),
    [
        ("all of them ideally, we lost one last year", "ideally, we lost one last year"),
        ("All of them", ""),
        ("we want to keep every one of our inns", ""),
        ("everybody, if we can", "if we can"),
    ],
)
def test_all_are_a_hundred_percent_which_enter_alone_does_not_take(typed: str, left: str) -> None:
    found = doubted("portfolio.retention", typed, portfolio__accounts="60")
    assert found
    assert found.then["keep"] == ("100",)
    assert found.ask.at is None
    assert "You did not type 100" in found.ask.note
    assert (f"Left out: {left}." in found.ask.note) == bool(left)


@table(
    ("typed", "floor"),
    [("all but 2", "96"), ("all but two of them", "96"), ("all our clients like us", "")],
)
def test_all_but_some_are_not_all(typed: str, floor: str) -> None:
    found = doubted("portfolio.retention", typed, portfolio__accounts="60")
    assert not found or found.then.get("keep") in ((floor,), None)


@table(
    ("typed", "sentence", "left"),
    [
        ("our two inside sales reps, Kayla and Josh",
         "Coach our two inside sales reps, Kayla and Josh.", ""),
        ("2 inside sales reps, not account managers", "Coach 2 inside sales reps.",
         "Left out: not account managers. "),
        ("none, just two customer service reps", "Coach two customer service reps.", ""),
        ("no juniors, but 2 SDRs", "Coach 2 SDRs.", "Left out: no juniors. "),
        ("they'd mentor a couple of interns", "Mentor a couple of interns.", ""),
        ("2 sales guys they would coach", "Coach 2 sales guys.", ""),
        ("1 junior account manager and 2 inside sales reps",
         "You coach one junior account manager. Coach 2 inside sales reps.", ""),
        ("two inside sales reps and one account manager",
         "You coach one junior account manager. Coach two inside sales reps.", ""),
    ],
)  # fmt: skip
def test_others_than_account_managers_are_coached_as_a_duty(
    typed: str, sentence: str, left: str
) -> None:
    found = doubted("role.juniors", typed, "senior", role__duties="")
    assert found
    assert found.ask.why == sentence
    others = "Only junior account managers are counted here: others stand among the duties."
    assert found.ask.note == left + others
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    number = "1" if "one junior" in sentence else ""
    duty = sentence.rpartition(". ")[2].rstrip(".")
    assert meant.answers == {"role.juniors": number, "role.duties": [duty]}


@pytest.mark.parametrize("typed", ["3 account managers", "2 juniors", "two junior AMs", "2 people"])
def test_account_managers_alone_are_counted(typed: str) -> None:
    assert not doubted("role.juniors", typed, "senior") or "junior account" in offered(
        "role.juniors", typed, "senior"
    )


WAYS = Stop("apply.ways", "apply", ("apply.email", "apply.url", "apply.phone", "apply.here"))


@table(
    ("typed", "also"),
    [
        ("hr@vandenberg.example or mail it to us, 2210 Velp Ave, Green Bay 54303",
         "You can also mail it to us, 2210 Velp Ave, Green Bay 54303"),
        ("hr@x.example or in person at 12 Main St", "You can also apply in person at 12 Main St"),
        ("hr@x.example or by mail", "You can also apply by mail"),
        ("jobs@x.example or come by the plant", "You can also come by the plant"),
        ("hr@x.example, put Key Account in the subject", "Put Key Account in the subject"),
        ("hr@x.example, no phone calls please", "No phone calls please"),
    ],
)  # fmt: skip
def test_how_else_people_apply_stands_with_what_they_send(typed: str, also: str) -> None:
    for own, before in (("", "Send us"), ("your resume.", "your resume."), ("none", also)):
        found = doubted(WAYS, typed, apply__evidence=own, apply__steps="", apply__contact="")
        assert found
        assert f"{also}." in f"{found.ask.why}."
        assert not found.ask.note
        meant = found.then["keep"]
        assert isinstance(meant, Meant)
        request = meant.answers["apply.evidence"]
        assert isinstance(request, str)
        assert request.startswith(before)
        assert request.endswith(also)


@table(
    ("typed", "request"),
    [
        ("call 208 555 0142 or come by the shop", "Tell us about one client"),
        ("call 208 555 0142, no resume needed", "Tell us about one client"),
        ("call Tim 208 555 0142, bring your resume", "have your resume ready when you call"),
        ("text 208 555 0142 with your resume", "send your resume"),
    ],
)
def test_nothing_is_to_be_sent_where_people_only_call(typed: str, request: str) -> None:
    nothing = dict.fromkeys(("apply__evidence", "apply__email", "apply__url", "apply__contact"), "")
    found = doubted(WAYS, typed, **nothing)
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert str(meant.answers["apply.evidence"]).startswith(request)


def test_what_is_left_of_the_ways_to_apply_has_a_place_that_is_named() -> None:
    found = doubted(WAYS, "hr@x.example (that's Kathy in HR)", apply__contact="")
    assert found
    home = "Words on it can stand in what people are asked to send."
    assert found.ask.note == f"Left out: that's Kathy in HR. {home}"


@table(
    ("typed", "measure"),
    [
        ("keep all 4 accounts", "all 4 accounts kept"),
        ("all four, cant lose any", "all 4 accounts kept"),
        ("4 of 4", "all 4 accounts kept"),
        ("keep all the clients, can't afford to lose one", "all clients kept"),
        ("every account", "all accounts kept"),
        ("don't lose any", "no accounts lost"),
        ("all 5", ""),
        ("all 4 but Dale's may go", ""),
        ("all of them", ""),
        ("92", ""),
    ],
)
def test_all_accounts_that_are_counted_are_a_measure_or_a_share(typed: str, measure: str) -> None:
    found = doubted(
        "portfolio.retention", typed, portfolio__accounts="4", portfolio__called="", metrics="NPS"
    )
    rows = found.then if found else {}
    assert bool(measure) == ("measure" in rows)
    if found and measure:
        assert found.ask.at is None
        meant, share = rows["measure"], rows["share"]
        assert isinstance(meant, Meant)
        assert isinstance(share, Meant)
        assert meant.answers == {"portfolio.retention": "", "metrics": ["NPS", measure]}
        assert share.answers == {"portfolio.retention": "100"}


def test_how_somebody_keeps_in_touch_is_offered_as_an_order() -> None:
    typed = "talks to them every week, sits down with each one every quarter"
    found = doubted("portfolio.check_ins", typed)
    assert found
    order = "talk to them every week, sit down with each one every quarter"
    assert found.then["keep"] == (order,)
    assert found.then["typed"] == (typed,)
    assert found.ask.why.endswith(f": {order}")
    assert not doubted("portfolio.check_ins", "monthly calls, quarterly visits")


SHARE = "These accounts bring in 70% of our sales."


@table(
    ("field", "typed", "amount", "left"),
    [
        ("portfolio.accounts", "just 4, theyre 70% of our sales", "4", ""),
        ("portfolio.revenue", "11 million, 70% of our sales", "11 million", ""),
        ("portfolio.revenue", "70% of our sales", "", ""),
        ("portfolio.revenue", "they bring in 11m a year, that's 70% of our sales", "11m a year",
         ""),
        ("portfolio.revenue", "11 million is the plan, 70% of our sales", "11 million",
         "is the plan"),
        ("portfolio.revenue", "11 million is the plan", "11 million", "is the plan"),
    ],
)  # fmt: skip
def test_what_accounts_are_of_all_sales_has_a_sentence_of_its_own(
    field: str, typed: str, amount: str, left: str
) -> None:
    found = doubted(field, typed, company__more="", portfolio__segment="inns")
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    has_share = "70%" in typed
    assert meant.answers == {field: amount, **({"company.more": [SHARE]} if has_share else {})}
    assert (SHARE in found.ask.why) == has_share
    home = "Words on it can stand in what is said about the company."
    assert found.ask.note == (f"Left out: {left}. {home}" if left else "")
    assert found.ask.at == (None if left else 0)


@table(
    ("typed", "answers", "is_sure"),
    [
        ("~140 mid size contractors, 2.1M ARR",
         {"portfolio.accounts": "about 140", "portfolio.segment": "mid size contractors",
          "portfolio.revenue": "2.1M"}, True),
        ("2.1M ARR, 140 accounts",
         {"portfolio.accounts": "140", "portfolio.revenue": "2.1M"}, True),
        ("60 inns, they bring in 1.2m a year",
         {"portfolio.accounts": "60", "portfolio.segment": "inns", "portfolio.revenue": "1.2m"},
         True),
        ("140 accounts; $900k in revenue",
         {"portfolio.accounts": "140", "portfolio.revenue": "$900k"}, True),
        ("140 contractors, $2.1M",
         {"portfolio.accounts": "140", "portfolio.segment": "contractors",
          "portfolio.revenue": "$2.1M"}, False),
    ],
)  # fmt: skip
def test_what_accounts_bring_in_is_offered_beside_their_number(
    typed: str, answers: dict[str, str], is_sure: bool
) -> None:
    unsaid = {"portfolio__segment": "", "portfolio__revenue": "", "portfolio__territory": ""}
    found = doubted("portfolio.accounts", typed, **unsaid)
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert meant.answers == answers
    assert " bring in $" in found.ask.why
    assert found.ask.at == (0 if is_sure else None)


DWAYNE = {"role__reports_to": "Dwayne Carter, VP of sales", "apply__contact": ""}
BOTH = "Dwayne Carter and the ops manager interview, two rounds"


@table(
    ("typed", "steps"),
    [
        ("me and the ops manager interview, two rounds", (BOTH,)),
        ("the ops manager and I meet you", ("the ops manager and Dwayne Carter meet you",)),
        ("coffee with me and Tom", ("coffee with Dwayne Carter and Tom",)),
    ],
)
def test_whoever_says_me_beside_somebody_is_named_where_the_name_is_known(
    typed: str, steps: tuple[str, ...]
) -> None:
    found = doubted("apply.steps", typed, **DWAYNE)
    assert found
    assert (found.then["keep"], found.then["typed"], found.ask.at) == (steps, (typed,), None)


def test_whoever_says_me_beside_somebody_is_asked_at_once_where_no_name_is_known() -> None:
    others = {"role__reports_to": "the VP of sales", "apply__contact": ""}
    found = doubted("apply.steps", "me and the ops manager interview", **others)
    assert found
    assert "keep" not in found.then
    assert found.ask.at is None
    assert 'reads "me"' in found.ask.note


def test_of_several_steps_too_whoever_says_me_is_asked_before_the_next_question() -> None:
    typed = "a call, then me and the ops manager interview, two rounds, then an offer"
    text = kept("sales", apply__steps="", **DWAYNE)
    replies = {"apply.steps": [typed, "apart", "keep"]}
    asking, script = finished(example("sales"), replies, text, mode="errand", named=["apply.steps"])
    assert asking.kept.items("apply.steps") == ["a call", BOTH, "an offer"]
    assert 'reads "me"' in script.asked[-2].note


def test_what_follows_an_application_is_offered_among_the_hiring_steps() -> None:
    typed = "email resume to jobs@tidewater.example, me and the ops manager interview, two rounds"
    found = doubted("apply.email", typed, apply__steps="", **DWAYNE)
    meant = found.then["keep"] if found else None
    assert isinstance(meant, Meant)
    assert meant.answers["apply.steps"] == [BOTH]
    assert found
    assert found.ask.at is None
    unnamed = {"role__reports_to": "the VP of sales", "apply__contact": "", "apply__steps": ""}
    found = doubted("apply.email", typed, **unnamed)
    meant = found.then["keep"] if found else None
    assert isinstance(meant, Meant)
    assert "apply.steps" not in meant.answers
    assert found
    assert "hiring steps" in found.ask.note


def test_how_often_a_step_comes_is_no_step() -> None:
    assert not doubted("apply.steps", "we interview you, two rounds")


@table(
    ("typed", "place", "area"),
    [
        ("Cleveland, covers northern Ohio and western PA", "Cleveland",
         "northern Ohio and western PA"),
        ("based in Denver, sells in the Front Range", "Denver", "the Front Range"),
        ("Cleveland OH, territory northern Ohio", "Cleveland, OH", "northern Ohio"),
        ("Cleveland and northern Ohio territory", "Cleveland", "northern Ohio"),
        ("Northern Ohio territory, based in Cleveland", "Cleveland", "Northern Ohio"),
        ("cleveland (covers northern ohio)", "Cleveland", "northern Ohio"),
    ],
)  # fmt: skip
def test_a_territory_beside_a_place_has_its_own_answer(typed: str, place: str, area: str) -> None:
    found = doubted("role.location", typed, portfolio__territory="", role__regions="")
    assert found
    assert found.then["keep"] == Meant({"role.location": place, "portfolio.territory": area})
    assert "Territory: " in found.ask.why


def test_how_people_work_stands_beside_a_place_and_its_territory() -> None:
    typed = "Cleveland OH, covering northern Ohio, western PA and Erie, hybrid"
    found = doubted("role.location", typed, portfolio__territory="", role__workplace="")
    answers = {
        "role.location": "Cleveland, OH",
        "role.workplace": "hybrid",
        "portfolio.territory": "northern Ohio, western PA and Erie",
    }
    assert found
    assert found.then["keep"] == Meant(answers)


@table(
    ("typed", "called", "reads"),
    [
        ("120ish practices", "practices", "You look after about 120 practices."),
        ("35 inns in Ohio", "inns", "You look after 35 inns."),
        ("120 dental practices", "", "You look after 120 accounts."),
        ("120 inns and hotels", "", "You look after 120 accounts."),
    ],
)
def test_clients_that_are_counted_by_one_word_are_called_so(
    typed: str, called: str, reads: str
) -> None:
    found = doubted("portfolio.accounts", typed, portfolio__segment="", portfolio__called="")
    assert found
    meant = found.then["keep"]
    assert isinstance(meant, Meant)
    assert meant.answers.get("portfolio.called", "") == called
    assert found.ask.why.startswith(reads)


def test_a_territory_that_is_told_stays_and_another_is_told_as_left_out() -> None:
    found = doubted("role.location", "Cleveland, covers Ohio", portfolio__territory="Indiana")
    assert found
    assert found.then["keep"] == Meant({"role.location": "Cleveland"})
    assert "Left out: Ohio." in found.ask.note


@pytest.mark.parametrize(
    "typed",
    ["Darwin, Northern Territory", "Cleveland, covers 80 accounts", "Cleveland, serves dentists"],
)
def test_what_is_no_area_is_no_territory(typed: str) -> None:
    found = doubted("role.location", typed, portfolio__territory="")
    keep = found.then["keep"] if found else None
    assert not (isinstance(keep, Meant) and "portfolio.territory" in keep.answers)


@table(
    ("typed", "kind", "basis"),
    [
        ("~80 existing accounts, 4.2M a year repeat orders", "", "repeat orders"),
        ("80 accounts, all under contract, 4.2M a year", "", "contracts"),
        ("80 dentists, on subscription, 4.2M a year", "dentists", "contracts"),
        ("80 accounts, 4.2M a year in orders", "", ""),
    ],
)
def test_how_clients_buy_is_told_beside_their_number_and_no_kind_of_them(
    typed: str, kind: str, basis: str
) -> None:
    names = ("segment", "revenue", "territory", "basis")
    found = doubted("portfolio.accounts", typed, **{f"portfolio__{name}": "" for name in names})
    meant = found.then["keep"] if found else None
    assert isinstance(meant, Meant)
    assert meant.answers.get("portfolio.segment", "") == kind
    assert meant.answers.get("portfolio.basis", "") == basis
    assert meant.answers["portfolio.revenue"] == "4.2M"


@pytest.mark.parametrize(
    "typed",
    ["60 inns, 5k each", "45 clinics, 20k a month", "140 accounts, avg $150k", "60 of 300k users"],
)
def test_what_each_account_does_is_not_what_all_bring_in(typed: str) -> None:
    found = doubted("portfolio.accounts", typed, portfolio__revenue="")
    meant = found.then.get("keep") if found else None
    assert "portfolio.revenue" not in (meant.answers if isinstance(meant, Meant) else {})


@pytest.mark.parametrize("typed", ["11 to 12 million, 70% of sales", "11m or 12m", "3m last year"])
def test_of_what_accounts_brought_in_or_two_amounts_nothing_is_offered(typed: str) -> None:
    assert not doubted("portfolio.revenue", typed)


TWO = "put through the price increases, get the contracts renewed"


@table(
    ("before", "typed", "apart"),
    [
        ("", (TWO,), TWO.split(", ")),
        ("Call every week", ("Call every week", TWO), ["Call every week", *TWO.split(", ")]),
        ("", (TWO, "mentor our reps, Kayla and Josh"),
         [*TWO.split(", "), "mentor our reps, Kayla and Josh"]),
        ("", ("call them, weekly", "send the quotes, prices included"), []),
        (TWO, (TWO, "call every week"), []),
    ],
)  # fmt: skip
def test_of_several_duties_one_may_be_two(
    before: str, typed: tuple[str, ...], apart: list[str]
) -> None:
    known = interview(Script({}), kept("key", role__duties=before))[0].kept
    stop = Stop("role.duties", "", ("role.duties",))
    found = doubt(known, stop, ask_at(known, stop), typed)
    assert bool(found) == bool(apart)
    if found:
        assert found.then["apart"] == tuple(apart)
        assert found.then["one"] == typed


@table(
    ("typed", "musts", "languages"),
    [
        (("German fluent, English good, a bit of Figma", "friendly on the phone"),
         ["a bit of Figma", "friendly on the phone"], ["German fluent", "English good"]),
        (("fluent german", "driving licence"), ["driving licence"], ["fluent German"]),
        (("good English and French B2",), [], ["good English", "French B2"]),
        (("Spanish clients know us", "tidy, kind"), None, None),
        (("a feel for English gardens",), None, None),
    ],
)  # fmt: skip
def test_languages_among_requirements_are_offered_in_their_own_place(
    typed: tuple[str, ...], musts: list[str] | None, languages: list[str] | None
) -> None:
    found = doubted("role.required", typed, role__languages="", role__required="")
    meant = found.then.get("keep") if found else None
    if languages is None:
        assert not isinstance(meant, Meant)
        return
    assert isinstance(meant, Meant)
    assert meant.answers == {"role.required": musts, "role.languages": languages}
    assert found
    assert found.then["typed"] == typed


@table(("typed", "told"), [("me", True), ("the sales director", False), ("Dana Whitlock", False)])
def test_whoever_is_printed_as_the_owner_is_told_so_where_a_boss_is_asked_for(typed, told):
    asking, script = alone("sales", "role.reports_to", typed)
    said = 'Reports to: "me" is read as the owner'
    assert (said in " ".join(script.heard)) == told
    assert (asking.kept.answers().role.reports_to == "the owner") == told


# -- measures in own words beside those that are ticked --------------------------------------------


@table(
    ("typed", "row", "measures", "floor"),
    [
        (("renewal rate", "95% renewal rate"), "share", ["renewal rate"], "95"),
        (("renewal rate", "95% renewal rate"), "measure", ["95% renewal rate"], ""),
        (("churn", "keep 92% retention a year"), "share", ["churn", "gross retention"], "92"),
        (("client satisfaction", "90% client satisfaction"), "keep", ["90% client satisfaction"],
         ""),
        (("client satisfaction", "90% client satisfaction"), "typed",
         ["client satisfaction", "90% client satisfaction"], ""),
        (("net revenue retention", "NRR 105%"), "keep", ["NRR 105%"], ""),
    ],
)  # fmt: skip
def test_a_measure_that_is_ticked_is_told_once_and_a_share_may_be_a_floor(
    typed: tuple[str, ...], row: str, measures: list[str], floor: str
) -> None:
    text = kept("standard", metrics="", portfolio__retention="")
    for reply in ((Reply(typed),), (Reply(typed, again=True),)):
        asking, script = changed(text, "metrics", *reply, row)
        assert script.asked[2].at == (None if row in ("share", "measure") else 0)
        assert asking.kept.items("metrics") == measures
        assert asking.kept.current("portfolio.retention") == floor


@table(
    "typed",
    [("churn", "calls back within a day"), ("renewal rate", "orders on time"),
     ("client satisfaction", "40% new orders")],
)  # fmt: skip
def test_another_measure_is_not_asked_about(typed: tuple[str, ...]) -> None:
    text = kept("standard", metrics="", portfolio__retention="")
    asking, _ = changed(text, "metrics", Reply(typed))
    assert asking.kept.items("metrics") == [*typed]


def test_a_share_beside_another_that_is_promised_stays_a_measure() -> None:
    text = kept("standard", metrics="", portfolio__retention="90")
    typed = ("renewal rate", "95% renewal rate")
    asking, script = changed(text, "metrics", Reply(typed), "keep")
    assert [row.value for row in script.asked[2].rows] == ["keep", "typed", "again"]
    assert asking.kept.current("portfolio.retention") == "90"
    assert asking.kept.items("metrics") == ["95% renewal rate"]


def test_the_name_that_is_printed_with_a_measure_stands_in_its_row() -> None:
    _, script = changed(kept("standard", metrics=""), "metrics", "churn")
    help_of = {row.value: row.help for row in script.asked[1].rows}
    shown = FIELDS["metrics"].kind
    for value, said in help_of.items():
        text = shown.show((value,), Locale("USD"))[0]
        named = re.search(r"\((.+)\)", text)
        assert (named[1] in said) if named else not said


# -- how many people there are, beside what the company does ---------------------------------------

_FIRM = "Rota software for practices"


@table(
    ("typed", "count", "without", "sentence"),
    [
        (f"{_FIRM}. 12 of us", "12", f"{_FIRM}.", f"{_FIRM}. We are 12 people."),
        (f"{_FIRM} (twelve people).", "12", f"{_FIRM}.", f"{_FIRM}. We are 12 people."),
        ("Rota software, about 30 staff, for practices.", "30",
         "Rota software, for practices.", "Rota software, for practices. We are about 30 people."),
        (f"{_FIRM}. Small team of 12. Based in Leeds.", "12", f"{_FIRM}. Based in Leeds.",
         f"{_FIRM}. We are 12 people. Based in Leeds."),
        ("Small team of 7, we roast.", "7", "We roast.", "We are 7 people. We roast."),
        ("small team of 7, we roast.", "7", "We roast.", "We are 7 people. We roast."),
        ("12 of us, coffee for offices.", "12", "coffee for offices.",
         "We are 12 people, coffee for offices."),
        ("22 of us. our own shop", "22", "our own shop", "We are 22 people, our own shop."),
        ("we are 22 people, our own shop since 1998", "22", "our own shop since 1998",
         "We are 22 people, our own shop since 1998."),
        ("22 people. we roast. we ship", "22", "We roast. We ship",
         "We are 22 people. We roast. We ship"),
        ("we roast. 22 of us. our own shop", "22", "We roast, our own shop.",
         "We roast. We are 22 people, our own shop."),
        ("we roast, we are 22 people", "22", "We roast", "We roast. We are 22 people."),
    ],
)  # fmt: skip
def test_how_many_people_there_are_may_stay_unprinted_or_be_a_sentence(
    typed: str, count: str, without: str, sentence: str
) -> None:
    found = doubted("company.about", typed, company__employees="")
    assert found
    assert found.ask.at is None
    assert found.then["headcount"] == Meant({"company.about": without, "company.employees": count})
    assert found.then["sentence"] == Meant({"company.about": sentence})
    assert found.then["typed"] == (typed,)


def test_one_line_of_several_may_tell_how_many_people_there_are() -> None:
    found = doubted("company.more", ("Founded in 1988", "12 of us"), company__employees="")
    assert found
    headcount = {"company.more": ["Founded in 1988"], "company.employees": "12"}
    assert found.then["headcount"] == Meant(headcount)


@table(
    "typed",
    ["We are 12 people and sell rotas.", "We are 12 people, our own shop.",
      "Rotas for teams of 12.", "Linen for 120 inns, daily.",
     "A family firm of 12 people, in Leeds."],
)  # fmt: skip
def test_a_count_of_people_in_a_sentence_stays_as_it_was_typed(typed: str) -> None:
    assert doubted("company.about", typed, company__employees="") is None


def test_what_is_left_beside_a_headcount_and_is_no_sentence_is_shown_with_what_leads_to_it() -> (
    None
):
    found = doubted("company.about", "22 of us. our own shop", company__employees="")
    assert found
    row = next(row for row in found.ask.rows if row.value == "headcount")
    assert row.left == "In short: our own shop."


def test_another_headcount_that_stands_already_is_not_replaced() -> None:
    found = doubted("company.about", f"{_FIRM}. 12 of us", company__employees="14")
    assert found
    assert "headcount" not in found.then


@table(
    ("records", "typed", "meant"),
    [
        ("QuickBooks", "a Google sheet for notes", ("a Google sheet", ["QuickBooks"])),
        ("QuickBooks", "Slack, notes in a binder", ("a binder", ["QuickBooks", "Slack"])),
        ("HubSpot", "a Google sheet for notes", None),
        ("QuickBooks", "Slack for client chat", None),
    ],
)  # fmt: skip
def test_another_tool_that_has_the_notes_is_offered_for_the_records(
    records: str, typed: str, meant: tuple[str, list[str]] | None
) -> None:
    found = doubted("tools.others", typed, tools__crm=records, tools__others="")
    if meant is None:
        assert not found
        return
    assert found
    way = found.then["keep"]
    assert isinstance(way, Meant)
    assert (way.answers["tools.crm"], way.answers["tools.others"]) == meant
    assert found.then["typed"] == (typed,)
