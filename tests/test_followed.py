"""Cures that are followed to the letter, and what the posting then says."""

import re

from amjd.answers.fields import FIELDS
from amjd.answers.kinds import ListKind
from amjd.answers.reading import read
from amjd.documents.draft import draft
from conftest import CATALOG, QUESTIONS
from postings import lines_of
from tables import table


def posting_after(tree, field, typed, beside):
    """Do what the cure of an answer says; return the lines of the posting, without a mark."""
    changes = {**beside, field: typed}
    faults = read(tree(changes), CATALOG.ids, CATALOG.names).faults
    (fault,) = [one for one in faults if one.field == field]
    changes[field] = fault.forms[0] if fault.forms else None
    assert fault.forms or re.search("eave it empty|or private", fault.cure), fault.cure
    for words, home in re.findall(r'[Pp]ut "(.+?)" in ([a-z_.]+\b)', fault.cure):
        is_list = isinstance(FIELDS[home].kind, ListKind)
        changes[home] = [*changes.get(home, []), words] if is_list else words
    for words, home in re.findall(r'Add "(.+?)" to ([a-z_.]+\b)', fault.cure):
        changes[home] = ", ".join(filter(None, (changes.get(home, ""), words)))
    answers, faults, _ = read(tree(changes), CATALOG.ids, CATALOG.names)
    assert not faults, (fault.cure, faults)
    return lines_of(draft(CATALOG, QUESTIONS, answers).document.blocks)


DAILY = {"role.travel": "daily"}


@table(
    ("field", "typed", "beside", "said"),
    [
        ("role.car", "own two-wheeler, petrol @ Rs 6/km", DAILY,
         "Travel: Daily, own two-wheeler, petrol @ Rs 6/km"),
        ("role.car", "own motorbike", DAILY, "Travel: Daily, own motorbike"),
        ("role.car", "company scooter", {}, "Travel: Company scooter"),
        ("role.car", "own pickup truck", DAILY, "Travel: Daily, own pickup truck"),
        ("role.car", "own reliable car, $300 car allowance + fuel card", DAILY,
         "Travel: Daily, own reliable car, $300 car allowance + fuel card"),
        ("role.car", "own reliable car", DAILY, "own reliable car"),
        ("pay.base", "$105-115k + super (12%)", {}, "super (12%)"),
        ("pay.base", "$95k + 401k (4% match)", {}, "401k (4% match)"),
        ("pay.base", "$95k + pension, 5%", {}, "pension (5%)"),
        ("pay.base", "$28k plus provident fund (7.5%)", {}, "provident fund (7.5%)"),
        ("pay.base", "$95k plus pension (5% employer), phone", {}, "phone"),
        ("pay.variable", "10-15% on NRR & CSAT, paid March", {},
         "How the bonus works: 10-15% on NRR & CSAT, paid March."),
        ("pay.variable", "10-15% on NRR & CSAT, paid March", {},
         "Total pay: $63,800 to $66,700 per year with the bonus"),
        ("pay.variable", "10% on client retention", {},
         "Total pay: $63,800 per year with the bonus"),
        ("pay.period", "pm", {"pay.base": "4500"}, "Pay is $4,500 per month."),
        ("pay.period", "pcm", {"pay.base": "4500"}, "Pay is $4,500 per month."),
        ("pay.period", "p/h", {"pay.base": "24"}, "Pay is $24 per hour."),
        ("quota.period", "pm", {"quota.carries": "yes", "quota.target": "50k",
         "pay.variable": "private"}, "Quota: $50,000 per month"),
        ("pay.bonus", "comm only, $2-4k p/m typical", {},
         "How commission works: comm only, $2-4k p/m typical."),
        ("pay.variable", "comm only, $2-4k p/m typical", {},
         "How commission works: comm only, $2-4k p/m typical."),
        ("pay.bonus", "Commission of 5% on renewals", {},
         "Salem, MA (hybrid) · $58,000 per year plus commission"),
        ("role.employment", "perm, 3 months probation", {},
         "The job begins with 3 months probation."),
        ("role.employment", "full-time (probation 6 mths)", {},
         "How it begins: probation 6 mths."),
        ("role.employment", "full time, two weeks' trial, then permanent", {},
         "How it begins: two weeks' trial."),
        ("role.employment", "contract, 3 months", {}, "Employment: Contract, for 3 months"),
        ("role.workplace", "onsite mostly, phone from home Fri is grand", {},
         "Office and home: Onsite mostly, phone from home Fri is grand"),
        ("role.workplace", "office, wfh on Fridays", {}, "Office and home: Office, wfh on Fridays"),
        ("role.workplace", "remote mostly, office on Mondays", {},
         "Office and home: Remote mostly, office on Mondays"),
        ("role.workplace", "on-site, Monday to Friday", {}, "Employment: Monday to Friday"),
        ("role.workplace", "5 days remote", {}, "Employment: 5 days"),
        ("role.workplace", "on-site (office in Leeds)", {}, "office in Leeds"),
        ("role.workplace", "remote, home office allowance", {}, "home office allowance"),
        ("role.workplace", "remote, company days twice a year in the office", {},
         "Travel: Company days twice a year in the office"),
        ("role.new_business", "none really, maybe a few lapsed ones", {},
         "New business: maybe a few lapsed ones"),
        ("role.new_business", "20% (mostly referrals)", {}, "New business: mostly referrals"),
        ("role.new_business", "5-10, helps on pitches", {}, "New business: helps on pitches"),
        ("role.new_business", "mostly inbound leads", {}, "New business: mostly inbound leads"),
    ],
)  # fmt: skip
def test_what_a_cure_says_to_write_is_what_the_posting_says(field, typed, beside, said, tree):
    assert said in posting_after(tree, field, typed, beside)


@table(
    ("field", "typed", "beside", "said"),
    [
        ("role.car", "own motorbike", DAILY, r"a car of your own"),
        ("role.car", "own reliable car", DAILY, r"\bBenefits\b"),
        ("pay.base", "$105-115k + super (12%)", {}, "bonus"),
        ("pay.base", "$95k + pension, 5%", {}, "bonus"),
        ("pay.bonus", "comm only, $2-4k p/m typical", {}, "bonus"),
    ],
)
def test_what_a_cure_says_to_write_is_not_misread(field, typed, beside, said, tree):
    assert not re.search(said, "\n".join(posting_after(tree, field, typed, beside)))


@table("typed", ["10% on sales", "10% on renewals", "10% of retention revenue", "5% on new deals"])
def test_a_share_of_sales_is_still_commission(typed, tree):
    (fault,) = read(tree({"pay.variable": typed}), CATALOG.ids).faults
    assert "the share belongs in pay.commission" in fault.cure


@table("typed", ["up to 10%", "upto 10%"])
def test_up_to_is_read_in_one_word_too(typed, tree):
    answers, faults, _ = read(tree({"pay.variable": typed}), CATALOG.ids)
    assert (faults, answers.pay.variable) == ([], (10, 10, True))
    (fault,) = read(tree({"pay.variable": typed.replace("10%", "2k")}), CATALOG.ids).faults
    assert "leaves one end open" in fault.message


@table(
    ("typed", "forms"),
    [
        ("none really, maybe a few lapsed ones", ["0"]),
        ("none yet", ["0"]),
        ("nothing - they come to us", ["0"]),
        ("5-10, helps on pitches", ["5%", "10%"]),
        ("20% (mostly referrals)", ["20%"]),
        ("none, at most 5%", []),
        ("none, maybe five percent", []),
        ("none, unless they call", []),
        ("no more than 10%", []),
        ("10%, max", []),
    ],
)
def test_a_share_of_new_business_has_its_figure_where_more_is_said(typed, forms, tree):
    (fault,) = read(tree({"role.new_business": typed}), CATALOG.ids).faults
    assert [*fault.forms] == forms
