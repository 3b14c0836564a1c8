"""Tools in an answer: which keeps the records, which is a product, and that none is named twice."""

import pytest

from amjd.answers.names.tools import for_records, is_product, without_named
from amjd.documents.draft import draft
from conftest import CATALOG, QUESTIONS
from postings import lines_of
from tables import table


@table(
    ("typed", "records"),
    [
        ("QuickBooks, shared Gmail inbox, whiteboard on the wall", "QuickBooks"),
        ("Slack, Google Sheets and HubSpot", "HubSpot"),
        ("a spreadsheet, to be replaced by HubSpot", "a spreadsheet"),
        ("a Google Sheet, and the invoices are in QuickBooks", "a Google Sheet"),
        ("Excel + Jobber", "Excel"),
        ("Aspire and Outlook", "Aspire"),
        ("aspire and Outlook", "aspire"),
        ("Salesforce and filing cabinets", "Salesforce"),
        ("NetSuite and Salesforce", "NetSuite and Salesforce"),
        ("NetSuite, Slack, Salesforce", "NetSuite and Salesforce"),
        ("HubSpot (sales, service)", "HubSpot (sales, service)"),
        ("our order and stock system", "our order and stock system"),
        ("paper cards", "paper cards"),
        (",", ","),
        ("QuickBooks and notes in a Google Sheet", "a Google Sheet"),
        ("QuickBooks for invoices and a Google sheet for client notes", "a Google sheet"),
        ("QuickBooks, our notes are kept in a binder", "a binder"),
        ("QuickBooks for invoicing, Excel", "Excel"),
        ("HubSpot for clients, Salesforce", "HubSpot"),
        ("QuickBooks, Slack for client chat", "QuickBooks"),
        ("QuickBooks for invoices", "QuickBooks for invoices"),
        ("Notes, Excel", "Notes"),
    ],
)
def test_records_are_kept_in_each_crm_or_in_one_tool(typed, records):
    assert for_records(typed) == records


@table(
    ("typed", "is_one"),
    [
        ("HubSpot", True), ("NetSuite and Salesforce", True), ("HubSpot and a notebook", False),
        ("hubspot", True), ("monday.com", True), ("google sheets", True),
        ("Prophet 21", True), ("McLeod PowerBroker", True), ("HubSpot CRM", True),
        ("Salesforce Consumer Goods Cloud", True), ("Close", True), ("close", False),
        ("a shared Google Sheet", False), ("shared Gmail inbox", False), ("Paper Cards", False),
        ("Our CRM", False), ("Spreadsheet", False), ("Whiteboard on the Wall", False),
    ],
)  # fmt: skip
def test_software_is_told_from_things(typed, is_one):
    assert is_product(typed) == is_one


def test_other_tools_are_named_once_and_in_their_order():
    others = ["Teams", "prophet 21", "Excel", "teams", "A spreadsheet for stock"]
    assert without_named(others, "Prophet 21, a spreadsheet") == (
        "Teams", "Excel", "A spreadsheet for stock",
    )  # fmt: skip


def _posting(answers, changes, template):
    document = draft(CATALOG, QUESTIONS, answers(changes), template).document
    return [*lines_of(document.blocks)]


@pytest.mark.parametrize("template", CATALOG.ids)
def test_a_posting_names_all_tools_once_and_one_for_the_records(template, answers):
    several = "QuickBooks, shared Gmail inbox, whiteboard on the wall"
    typed = {"tools.crm": several, "tools.others": ["Slack", "quickbooks"]}
    lines = _posting(answers, typed, template)
    assert f"Tools: {several}; also Slack" in lines
    assert any(line.endswith("in QuickBooks") for line in lines)
    assert not any("Gmail" in line for line in lines if not line.startswith("Tools: "))
    assert "Experience with QuickBooks" in lines


@table("tool", ["shared Gmail inbox", "Paper cards", "a book, a list", "our CRM"])
def test_what_is_no_software_is_no_plus(tool, answers):
    lines = _posting(answers, {"tools.crm": tool}, "standard")
    assert [
        line for line in lines if line.startswith("Experience with") and "inns" not in line
    ] == []


def test_other_tools_that_are_named_already_leave_nothing_behind(answers):
    typed = {"tools.crm": "Prophet 21", "tools.others": ["Prophet 21"]}
    assert "Tools: Prophet 21" in _posting(answers, typed, "standard")
