"""`amjd read`: answers out of postings that exist, ours and others', and nothing that they lack."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amjd.answers.fields import FIELDS, Answers
from amjd.answers.names.posts import with_article
from amjd.answers.pay.currencies import SHOWN
from amjd.answers.reading import read
from amjd.answers.state import missing, shown
from amjd.documents.draft import blank, draft
from amjd.existing.matching import in_turn, whole
from amjd.existing.reading import understood
from amjd.existing.typed import currency
from amjd.existing.ways import sentences, wordings
from amjd.formats import FORMATS
from amjd.review import facts
from amjd.review.readers import opened
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from conftest import ANSWERS, BY_NIGHT, CATALOG, CHECKOUT, EXAMPLES, QUESTIONS, SHORT
from tables import table
from trees import EVERY_ANSWER

FILES = {
    path.stem: path for path in [*EXAMPLES.glob("*.yaml"), EVERY_ANSWER, ANSWERS / "tidewater.yaml"]
}
READ_BACK = ("md", "docx", "txt", "html", "paste")
MINIMAL = b"""company: {name: Tidewater Linen}
role: {location: "Salem, OR"}
quota: {carries: no}
portfolio: {accounts: 60, segment: inns}
tools: {crm: HubSpot}
metrics: [gross retention, client satisfaction]
pay: {base: {min: 58000, max: 64000}}
apply: {email: jobs@tidewater.example}
"""


def answers_of(raw: bytes) -> Answers:
    return check(parse(raw, "a.yaml"), CATALOG.ids, QUESTIONS, bullets=CATALOG.names).answers


def read_text(text: str, name: str = "ad.md") -> str:
    return understood(opened.read(name, text.encode()), CATALOG, QUESTIONS).as_yaml()


def back(content: bytes, format_: str) -> Answers:
    """Read a posting, and the answers file that comes of it, as draft --allow-blanks does."""
    posting = opened.read(f"posting.{FORMATS[format_].ending}", content)
    text = understood(posting, CATALOG, QUESTIONS).as_yaml()
    sheet = parse(text.encode(), "back.yaml")
    return check(sheet, CATALOG.ids, QUESTIONS, True, CATALOG.names).answers


def plain(value: object) -> object:
    """Return what is shown, whatever its first letter and its last stop."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return str(value).casefold().rstrip(".")


# -- ours ------------------------------------------------------------------------------------------

# What a posting may be silent of: the usual word, a no, a figure that is kept private, and whether
# one account of one carries much of the revenue.
UNSAID = {
    "portfolio.called", "portfolio.basis", "pay.currency", "role.mentors", "portfolio.strategic",
    "template", "role.title", "apply.evidence",
}  # fmt: skip


def differences(given_: Answers, found: Answers) -> list[tuple[str, object, object]]:
    """List the answers that were read back as others, or were never given."""
    was, now = shown(given_), shown(found)
    wrong = []
    for field in FIELDS:
        before, after = was.get(field), now.get(field)
        if field == "apply.deadline":
            before, after = given_[field], found[field]
        if field == "apply.phone_for":
            before, after = before or "calls", after or "calls"
        if field == "pay.period":
            before, after = given_[field] or "year", found[field] or "year"
            before = after if given_.pay.base == "private" else before
        if after is None and (before in (None, "no", "none", "private", "") or field in UNSAID):
            continue
        if plain(before) != plain(after) and not (before is None and field in UNSAID):
            wrong.append((field, before, after))
    return wrong


def templates_of(name: str, format_: str) -> list[str]:
    """Give the templates to take for a file: its own, and as Markdown some others by day."""
    if format_ != "md":
        return [""]
    step = 1 if BY_NIGHT else 5
    return ["", *CATALOG.ids[[*FILES, "minimal"].index(name) % step :: step]]


def every_other(files: Sequence[str]) -> list[tuple[str, str]]:
    """Pair files with formats, by day every other one of each."""
    pairs = [(one, name, two, format_) for one, name in enumerate(files)
             for two, format_ in enumerate(READ_BACK)]  # fmt: skip
    return [(name, format_) for one, name, two, format_ in pairs if BY_NIGHT or (one + two) % 2]


@table(("name", "format_"), every_other([*FILES, "minimal"]))
def test_a_posting_of_ours_is_read_back_as_it_was_answered(name, format_):
    answers = answers_of(FILES[name].read_bytes() if name in FILES else MINIMAL)
    for template in templates_of(name, format_):
        made = draft(CATALOG, QUESTIONS, answers, template)
        found = back(FORMATS[format_].writer()(made), format_)
        assert differences(answers, found) == []
        assert draft(CATALOG, QUESTIONS, found).template == made.template


@table("format_", READ_BACK)
@table("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_that_is_read_back_gives_the_posting_it_was(path, format_):
    made = draft(CATALOG, QUESTIONS, answers_of(path.read_bytes()))
    found = back(FORMATS[format_].writer()(made), format_)
    again, write = draft(CATALOG, QUESTIONS, found), FORMATS["md"].writer()
    assert write(again).decode().splitlines() == write(made).decode().splitlines()


def test_a_line_that_somebody_took_out_of_a_posting_stays_out():
    made = draft(CATALOG, QUESTIONS, answers_of(MINIMAL))
    line = next(one for one in made.lines if one.kind == "needs" and not one.why_not)
    text = FORMATS["md"].writer()(made).decode()
    found = back(text.replace(f"- {line.text}\n", "").encode(), "md")
    assert found.leave_out == [line.name]
    assert back(text.encode(), "md").leave_out is None


def test_the_usual_title_is_read_as_it_is_usually_written():
    answers = answers_of(FILES["sales"].read_bytes())
    made = FORMATS["txt"].writer()(draft(CATALOG, QUESTIONS, answers))
    assert back(made, "txt").role.title == "Sales Account Manager"


@table("template", CATALOG.ids)
@table("trained", [b"yes", b"no"])
def test_what_a_template_asks_candidates_to_send_is_no_answer(template, trained):
    hired = (
        b"{first_hire: yes, owner: Ray Moss, trainable: " + trained + b', location: "Salem, OR"}'
    )
    raw = MINIMAL.replace(b'{location: "Salem, OR"}', hired)
    made = draft(CATALOG, QUESTIONS, answers_of(raw), template)
    head = CATALOG.head(template)
    asked = head.asked(is_trained=trained == b"yes")
    assert (asked == head.evidence) == (trained == b"no" or template == "first-hire")
    content = FORMATS["md"].writer()(made)
    assert asked in content.decode()
    assert back(content, "md").apply.evidence is None
    called = raw.replace(b"email: jobs@tidewater.example", b"phone: 555-0142-310")
    content = FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers_of(called), template))
    assert head.asked(is_trained=trained == b"yes", is_by_phone=True) in content.decode()
    assert back(content, "md").apply.evidence is None


SWITCHES = (
    "quota.carries", "role.first_hire", "role.trainable", "role.mentors", "portfolio.strategic",
    "portfolio.complex", "product.software", "apply.here",
)  # fmt: skip
OTHERS: dict[str, Sequence[object]] = {
    "portfolio.accounts": ["1", "57", "1200", "40-60", "about 40"],
    "portfolio.segment": ["small business", "enterprise", "lighthouse kitchens"],
    "portfolio.basis": ["contracts", "repeat orders", "projects", "usage"],
    "portfolio.revenue": ["2727000", "about 1.2m"],
    "portfolio.churn_period": ["month", "quarter", "year"],
    "apply.phone_for": ["calls", "texts", "calls and texts"],
    "apply.deadline": ["rolling", "2031-03-17"],
    "metrics": [["one rate"], ["churn", "net revenue retention", "x and y"], ["a", "b", "c"]],
    "pay.base": ["5100", {"min": "5100", "max": "5300"}, "private", "41000"],
    "pay.currency": ["EUR", "USD", "CAD", "CHF", "JPY"],
    "pay.variable": ["640", "10%", "up to 10%"],
    "quota.target": ["414000", "private", "12 renewals"],
    "quota.period": ["month", "quarter", "year"],
    "role.years": ["4", "2-4", "1"],
    "role.travel": ["every day, by car", "two visits a month"],
    "role.workplace": ["on-site", "hybrid", "remote"],
    "role.employment": ["full-time", "contract"],
    "role.new_business": ["0", "13", "50", "100"],
    "role.handover_weeks": ["1", "11"],
    "role.juniors": ["1", "3"],
    "tools.others": [["Foghorn Mail"], ["Foghorn Mail", "Seagull Chat"], ["A and B", "C", "D"]],
    "tools.crm": ["Barnacle CRM", "a shared spreadsheet"],
}
REQUIRED = {field for field, rule in FIELDS.items() if rule.required and "." in field}
NEEDED = REQUIRED - {"apply.email", "pay.variable"} | {"apply.url"}
OPTIONAL = sorted(field for field in FIELDS if "." in field and field not in NEEDED)


@st.composite
def any_answers(draw):
    """Every required answer, any of the others, each with one of several values."""
    tree = {name: dict(part) if isinstance(part, dict) else part
            for name, part in parse(EVERY_ANSWER.read_bytes(), "every").tree.items()}  # fmt: skip
    for field, values in {**OTHERS, **dict.fromkeys(SWITCHES, ("yes", "no"))}.items():
        section, _, name = field.rpartition(".")
        (tree[section] if section else tree)[name] = draw(st.sampled_from(values))
    gone = draw(st.sets(st.sampled_from(OPTIONAL), max_size=len(OPTIONAL) - 5))
    if tree["quota"]["carries"] == "yes":
        gone -= {"pay.variable"}
    for field in gone:
        section, _, name = field.partition(".")
        tree[section].pop(name, None)
    answers, faults, _ = read(tree, CATALOG.ids)
    assert not [fault for fault in faults if fault.reason == "missing"]
    return answers if not faults else None


@settings(max_examples=30)
@given(answers=any_answers(), format_=st.sampled_from(READ_BACK))
def test_whatever_was_answered_is_read_back(answers, format_):
    if answers is None:
        return  # two answers that cannot both be meant
    made = draft(CATALOG, QUESTIONS, answers)
    assert differences(answers, back(FORMATS[format_].writer()(made), format_)) == []


@table(("name", "format_"), every_other([*FILES]))
def test_a_short_form_is_read_back_as_far_as_it_says_anything(name, format_):
    answers = answers_of(FILES[name].read_bytes())
    for template in templates_of(name, format_):
        content = FORMATS[format_].writer()(draft(SHORT, QUESTIONS, answers, template))
        posting = opened.read(f"short.{FORMATS[format_].ending}", content)
        text = understood(posting, CATALOG, QUESTIONS, lambda: SHORT).as_yaml()
        found = check(parse(text.encode(), "a"), CATALOG.ids, QUESTIONS, True).answers
        now = shown(found)
        assert [one for one in differences(answers, found) if one[2] is not None] == []
        said = {field for field, one in shown(answers).items() if str(one) in posting.text}
        looked_at = {"company.name", "role.location", "role.hours", "quota.target", "pay.base",
                     "portfolio.accounts", "portfolio.segment", "apply.email", "apply.url",
                     "apply.deadline"}  # fmt: skip
        assert said & looked_at <= set(now)
        assert "quota.carries" in now


def test_three_paragraphs_of_others_are_no_short_form():
    text = "Account Manager\n\nWe sell doors.\n\nThere is no sales quota.\n\nWrite to us.\n"
    found = understood(opened.read("a.txt", text.encode()), CATALOG, QUESTIONS, lambda: SHORT)
    assert given_in(found.as_yaml()) == {
        "role.title": "Account Manager", "quota.carries": "no"
    }  # fmt: skip


@pytest.mark.parametrize("template", CATALOG.ids)
def test_a_blank_answers_nothing_but_which_it_is(template):
    content = FORMATS["md"].writer()(blank(CATALOG, QUESTIONS, template))
    found = back(content, "md")
    assert [field for field in shown(found) if field not in SWITCHES] == ["role.title"]


def test_what_stands_in_brackets_is_still_open():
    answers, _, _ = read({"company": {"name": "Tidewater"}, "quota": {"carries": "yes"}}, [])
    made = draft(CATALOG, QUESTIONS, answers, open_=["pay.period"])
    found = back(FORMATS["md"].writer()(made), "md")
    assert (found.company.name, found.quota.carries) == ("Tidewater", True)
    assert set(missing(answers)) <= set(missing(found))


def test_a_line_that_its_owner_changed_is_read_as_others_are():
    answers = answers_of(MINIMAL)
    text = FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers)).decode()
    text = text.replace("- By email: <jobs@tidewater.example>", "- Write to our owner, Dana")
    text = text.replace("- Clear writing", "- Clear handwriting")
    found = read_text(text)
    assert "email" not in given_in(found)
    assert "- Clear handwriting that says who does what by when  # from line" in found


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        ("$58,000 to $64,000 per year.", "$60,000 to $64,000 per year.", "pay.base"),
        ("You look after 60 accounts", "You look after 70 accounts", "portfolio.accounts"),
        (
            "when something is off.",
            "when something is off. The job carries a sales quota.",
            "quota.carries",
        ),
    ],
)
def test_what_a_posting_says_in_two_ways_is_left_open(one, other, field):
    text = FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers_of(MINIMAL))).decode()
    assert field in given_in(read_text(text))
    assert one in text
    assert field not in given_in(read_text(text.replace(one, other)))


def test_a_section_of_the_owners_own_is_none_of_ours():
    made = draft(CATALOG, QUESTIONS, answers_of(FILES["sales"].read_bytes()))
    text = FORMATS["md"].writer()(made).decode()
    own = given_in(read_text(f"{text}\n## Perks\n\n- Free boxes\n\n## Our dogs\n\nWe have two.\n"))
    assert own["pay.benefits"][-1] == "Free boxes"
    assert "company.equal_opportunity" not in own


def test_a_heading_in_other_words_is_that_section():
    made = draft(CATALOG, QUESTIONS, answers_of(FILES["sales"].read_bytes()))
    text = FORMATS["md"].writer()(made).decode()
    own = given_in(read_text(text.replace("## What you bring", "## Requirements")))
    assert own["role.required"] == ["Comfort with talking about price on the phone every day"]


def test_own_words_that_repeat_ours_change_nothing():
    raw = MINIMAL.replace(b'OR"}', b'OR", required: [Fluent in sarcasm], preferred: '
                                   b'[Earlier work with florists]}')  # fmt: skip
    made = draft(CATALOG, QUESTIONS, answers_of(raw))
    found = back(FORMATS["md"].writer()(made), "md")
    assert (found.portfolio.segment, found.role.languages) == ("inns", None)
    assert found.role.required == ["Fluent in sarcasm"]
    assert found.role.preferred == ["Earlier work with florists"]


# -- how words of a template are known again -------------------------------------------------------


def nodes(text: str, kind: str = "bullet"):
    from amjd.documents.language import parse as parse_template

    before = "# x\n\n## y\n\n"
    (part,) = [one for one in parse_template(before + text, "t.md", 1, list(FIELDS))
               if one.kind == kind]  # fmt: skip
    return part.nodes


def said(text: str, line: str, **known: str) -> dict[str, str] | None:
    piece = whole(nodes(text), line, {name.replace("__", "."): it for name, it in known.items()})
    if piece is None:
        return None
    return {field: line[start:end] for field, (start, end) in piece.shown.items()} | {
        **piece.implied
    }


def test_what_only_some_ways_of_a_sentence_say_is_not_known():
    text = (
        "- {quota.carries is no: Keep | portfolio.strategic is yes: Keep | Hold} [tools.crm] tidy"
    )
    assert said(text, "Keep a list tidy") == {"tools.crm": "a list"}
    assert said(text, "Hold a list tidy") == {"tools.crm": "a list"}
    assert said(text, "Keep a list tidy", quota__carries="yes") == {
        "tools.crm": "a list", "portfolio.strategic": "yes"
    }  # fmt: skip
    assert said(text, "Keep a list in order") is None


def test_a_sentence_is_known_beside_what_is_known_already():
    text = "- {portfolio.basis is usage: Watch spend}{ each [quota.period]}"
    assert said(text, "Watch spend each month") == {
        "quota.period": "month", "portfolio.basis": "usage"
    }  # fmt: skip
    assert said(text, "Watch spend each month", quota__period="year") is None
    assert said(text, "Watch spend each fortnight") is None


def test_as_little_as_possible_of_a_paragraph_stays_unexplained():
    paragraph = nodes("{You work with [role.team].} {quota.carries is no: No quota.}", "paragraph")
    line = "You work with Mr. Ott and St. Paul. Hello there. No quota."
    pieces = in_turn(sentences(paragraph), line, {})
    assert [line[one.start : one.end] for one in pieces] == [
        "You work with Mr. Ott and St. Paul. Hello there.", "No quota."
    ]  # fmt: skip


@pytest.mark.parametrize("template", CATALOG.ids)
def test_a_posting_in_the_words_of_another_place_reads_back_the_same(template: str) -> None:
    changed = yaml.safe_load(MINIMAL)
    changed["pay"] |= {"currency": "GBP", "variable": 8000}
    changed["quota"] = {"carries": "yes", "target": 40000, "period": "quarter"}
    made = draft(CATALOG, QUESTIONS, answers_of(yaml.safe_dump(changed).encode()), template)
    content = FORMATS["md"].writer()(made)
    again = draft(CATALOG, QUESTIONS, back(content, "md"))
    assert FORMATS["md"].writer()(again) == content


@table("template", CATALOG.ids)
@table("years", [2, "2-4"])
def test_several_tools_and_levels_of_languages_read_back_as_they_were_given(
    template: str, years: int | str
) -> None:
    changed = yaml.safe_load(MINIMAL)
    changed["tools"] = {"crm": "QuickBooks, a shared inbox", "others": ["Slack", "quickbooks"]}
    changed["role"] |= {
        "languages": ["fluent English"], "years": years, "years_in": "running search campaigns",
        "duties": ["Helps with quotes"], "hours": "37.5 hours",
    }  # fmt: skip
    made = draft(CATALOG, QUESTIONS, answers_of(yaml.safe_dump(changed).encode()), template)
    found = back(FORMATS["md"].writer()(made), "md")
    assert found.tools.crm == "QuickBooks, a shared inbox"
    assert found.tools.others == ["Slack"]
    assert found.role.languages == ["fluent English"]
    assert found.role.duties == ["Help with quotes"]
    assert found.role.years_in == "running search campaigns"
    assert FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, found, template)) == FORMATS[
        "md"
    ].writer()(made)


@pytest.mark.parametrize(
    "person", ["Sales Director", "sales director", "the head of sales", "Ana Ruiz"]
)
def test_a_post_reads_back_as_it_was_typed_though_a_sentence_has_its_article(person: str) -> None:
    changed = yaml.safe_load(MINIMAL)
    changed["role"]["reports_to"] = person
    made = draft(CATALOG, QUESTIONS, answers_of(yaml.safe_dump(changed).encode()))
    content = FORMATS["md"].writer()(made)
    assert f"- Report to {with_article(person)}: ".encode() in content
    assert back(content, "md").role.reports_to == person


def test_no_part_of_a_template_can_be_said_in_more_ways_than_are_looked_at():
    for name in CATALOG.ids:
        for part in CATALOG.parts(name):
            units = sentences(part.nodes) if part.kind == "paragraph" else (part.nodes,)
            assert max((len(wordings(unit)) for unit in units), default=0) < 400


@pytest.mark.parametrize(
    ("text", "code"),
    [("$58,000", "USD"), ("CA$5", "CAD"), ("\u20ac5,100 to \u20ac5,300", "EUR"),
     ("CHF 41,000", "CHF"), ("60 accounts", ""), ("ABC 12", "")],
)  # fmt: skip
def test_a_currency_is_that_of_the_sign(text, code):
    assert currency(text) == code


@table("code", [*SHOWN, "CHF"])
def test_pay_comes_back_in_every_currency(code):
    text = f"""
    company: {{name: Ott}}
    role: {{first_hire: no, location: Denver}}
    quota: {{carries: no}}
    pay: {{base: 4100000-4700000, currency: {code}, period: year}}
    """
    answers = check(parse(text.encode(), "a.yaml"), CATALOG.ids, QUESTIONS, True).answers
    made = FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers))
    pay = back(made, "md").pay
    assert (pay.base, pay.currency or "USD") == (answers.pay.base, code)
    assert facts.find(opened.read("posting.md", made)).pay


# -- others' ---------------------------------------------------------------------------------------

AD = """# Account Manager

Company: Ott & Sons
Location: Denver, CO
Employment type: Full-time
Salary: $62,000 - $70,000 per year, plus commission

## About Ott & Sons

Ott & Sons repairs and rents out pumps to some 900 farms along the Front Range. Since 1962.

## Responsibilities

- Manage a portfolio of 45 mid-market accounts
- Carry an annual quota of $400,000
- Log every call in HubSpot
- Reports to the sales director

## Requirements

- 3+ years of experience in farm supply
- A clean driving record

## Benefits

- Medical and dental insurance

## How to apply

Send your résumé and one example of a client you kept to jobs@ott.example by January 30, 2027.
"""
FROM_AD = {
    "company.name": "Ott & Sons",
    "company.about": "Ott & Sons repairs and rents out pumps to some 900 farms along the Front"
    " Range. Since 1962.",
    "role.title": "Account Manager",
    "role.location": "Denver, CO",
    "role.employment": "full-time",
    "role.reports_to": "the sales director",
    "role.years": "3",
    "role.years_in": "farm supply",
    "role.required": ["A clean driving record"],
    "quota.carries": "yes",
    "quota.target": "400000",
    "quota.period": "year",
    "portfolio.accounts": "45",
    "portfolio.segment": "mid-market",
    "tools.crm": "HubSpot",
    "pay.base": {"min": "62000", "max": "70000"},
    "pay.benefits": ["Medical and dental insurance"],
    "apply.email": "jobs@ott.example",
    "apply.deadline": "January 30, 2027",
}


def given_in(text: str) -> dict[str, object]:
    tree = yaml.load(text, yaml.BaseLoader) or {}
    flat: dict[str, object] = {}
    for section, part in tree.items():
        inner = part if isinstance(part, dict) else {}
        flat |= {f"{section}.{name}": value for name, value in inner.items()}
        flat |= {} if inner else {section: part}
    return flat


def test_what_another_posting_says_for_certain_is_read():
    found = given_in(read_text(AD))
    assert {field: found.get(field) for field in FROM_AD} == FROM_AD
    assert found["role.duties"][:1] == ["Manage a portfolio of 45 mid-market accounts"]


@table(
    ("text", "field"),
    [
        # a figure that is no exact one, or of something else
        ("Base salary: up to $70,000 a year", "pay.base"),
        ("Salary: $60,000+", "pay.base"),
        ("Salary: 28000-32000", "pay.base"),
        ("Competitive salary", "pay.base"),
        ("You manage over 40 accounts", "portfolio.accounts"),
        ("You manage 40+ accounts", "portfolio.accounts"),
        ("We serve 400 clients", "portfolio.accounts"),
        ("You manage 20 or 30 accounts", "portfolio.accounts"),
        ("Look after 12 key accounts and 40 smaller accounts", "portfolio.accounts"),
        ("You manage 20 accounts, growing to 40", "portfolio.accounts"),
        ("You manage 40 accounts.\n\nA portfolio of 60 clients.", "portfolio.accounts"),
        # a period that is another's
        ("Base salary: $60,000 to $70,000 a year. Quota: $100,000.", "quota.period"),
        ("Quota: $100,000. Salary: $60,000 a year.", "quota.period"),
        ("Quota of $1m, reviewed quarterly", "quota.period"),
        ("You carry a quota of $400,000 in annual recurring revenue", "quota.period"),
        # what is asked for as experience, or is somebody else's
        ("## Requirements\n\n- Experience with Salesforce", "tools.crm"),
        ("- Use a CRM such as HubSpot or Pipedrive", "tools.crm"),
        ("## Requirements\n\n- Exceeded quotas in a past role", "quota.carries"),
        ("- Help the team reach its revenue goals", "quota.carries"),
        ("This is not a sales role", "quota.carries"),
        ("- Grow small business accounts into enterprise accounts", "portfolio.segment"),
        ("## Responsibilities\n\n- Sell the Google suite of products", "tools.others"),
        ("## Benefits\n\nWe care.\n\nYou are well.\n\nhttps://ott.example/b.pdf", "pay.benefits"),
        # a place that is one of several, or that of the firm
        ("Location: Remote", "role.regions"),
        ("Location: Denver, CO", "role.regions"),
        ("Account Executive - Denver, CO", "company.name"),
        ("We are based in Denver, CO", "role.location"),
        ("- Some days you may work from home", "role.workplace"),
        # a day without its year, and addresses that are not to apply
        ("Apply by March 3", "apply.deadline"),
        ("For accommodation write to help@ott.example", "apply.email"),
        ("Apply at #URL_0123456789abcdef#", "apply.url"),
        ("NordLicht GmbH, Hamburg", "role.location"),
        ("Pay: $24.50 an hour to start, $26 after 90 days", "pay.base"),
        ("Location: Denver, CO | Salem, OR", "role.location"),
        # pay among the benefits, and sentences among items
        ("## Benefits\n\nMedical and dental\nWe hire all.\nApply soon.", "pay.benefits"),
        ("## We offer\n\n- \u20ac60,000 p.a. and a bonus", "pay.benefits"),
        ("## What you get\n\n- $62K-$78K depending on experience", "pay.benefits"),
        # words for what is still to come
        ("Company: Confidential", "company.name"),
        ("Reports to: TBD", "role.reports_to"),
        ("Start date: [date]", "role.start"),
        ("## Benefits\n\nTravel: discounts with airlines", "role.travel"),
        # figures of the accounts, and two for the pay
        ("You carry a book of $1.5M and a monthly quota.", "quota.target"),
        ("Salary: $55,000 - $62,000 a year\n\nPay is $28 per hour to start.", "pay.base"),
        ("Measured by: retention, and more", "metrics"),
        *[(said, "quota.carries") for said in (
            "Quota maybe.", "Quota: to be agreed", "There may be a quota.", "Quota or not: ask us",
            "Perhaps a quota next year.", "A quota is not set.", "Quota?", "Quota: negotiable")],
        ("Travel: maybe", "role.travel"),
        ("Start: perhaps May", "role.start"),
        ("Start: May, pay: good", "role.start"),
        ("Reports to: maybe Dana", "role.reports_to"),
        ("Salary plus bonus: $70,000", "pay.base"),
        ("Salary: approx. $60,000 a year", "pay.base"),
        ("Salary: at least $60,000", "pay.base"),
        ("Salary: $60,000 a year minimum", "pay.base"),
        ("Pay: $60,000 (including a $5,000 bonus)", "pay.base"),
        ("Quota: $300,000 or more a quarter", "quota.target"),
        ("Quota: $300,000 to $400,000 a quarter", "quota.target"),
        ("Quota: at least $300,000 a quarter", "quota.target"),
        ("Earn $60,000 to $80,000 a year with commission", "pay.base"),
        # a target that is no pay, and what is beside pay
        ("Annual sales target: $500,000", "pay.base"),
        ("Save clients $20,000 a year", "pay.base"),
        # headings that name nobody
        ("## About the role\n\nYou keep clients.\n\n## About us\n\nWe like you.", "company.name"),
        ("## About us\n\nWe are looking for somebody who can keep our clients happy every day.",
         "company.about"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_left_open(text, field):
    assert field not in given_in(read_text(f"# Account Manager\n\n{text}\n"))


@table(
    ("text", "field", "answer"),
    [
        ("Salary: $60,000 plus a car allowance of $600 per month.", "pay.base", "60000"),
        ("Salary: $58,000 | Phone: $50 a month", "pay.base", "58000"),
        ("Base salary $60,000 with uncapped commission", "pay.base", "60000"),
        ("You look after between 20 and 30 accounts", "portfolio.accounts", "20-30"),
        ("No quota. 20 accounts.", "portfolio.accounts", "20"),
        ("Accounts: about 45", "portfolio.accounts", "about 45"),
        ("- A ledger of c.250 plumbers merchants", "portfolio.accounts", "about 250"),
        ("Manage 45 small accounts.\n\nYour 45 accounts: inns.", "portfolio.accounts", "45"),
        ("Salary: $60,000 a year. Quota: $100,000 per quarter.", "quota.period", "quarter"),
        ("You keep clients; quota none", "quota.carries", "no"),
        ("Quota: 0", "quota.carries", "no"),
        ("Quota = no", "quota.carries", "no"),
        ("Quota free", "quota.carries", "no"),
        ("Start: March 2027. Travel: two days a week.", "role.start", "March 2027"),
        ("Travel: two days a week; start: May", "role.travel", "two days a week"),
        ("Hours: 9 a.m. to 5 p.m.", "role.hours", "9 a.m. to 5 p.m"),
        ("Company: Foo Inc. Start: May", "company.name", "Foo Inc."),
        ("Carry an annual quota of $400,000", "quota.period", "year"),
        ("Your monthly sales quota is $40,000, with a quarterly bonus", "quota.period", "month"),
    ],
)
def test_what_stands_beside_a_figure_does_not_make_it_doubtful(text, field, answer):
    assert given_in(read_text(f"# Account Manager\n\n{text}\n"))[field] == answer


@pytest.mark.parametrize("line", [
    "Ott & Sons - Denver, CO", "Ott & Sons | Denver, CO, USA", "Ott & Sons - Denver, CO 80202",
    "Ott & Sons \u00b7 Denver, CO \u00b7 On-site", "Ott & Sons \u00b7 Denver, CO (Hybrid)",
    "Ott & Sons | Denver, CO | Hybrid | $60K to $65K base",
])  # fmt: skip
def test_a_line_under_the_title_names_company_and_place(line):
    found = given_in(read_text(f"# Account Manager\n\n{line}\n\nYou keep clients.\n"))
    assert (found["company.name"], found["role.location"][:10]) == ("Ott & Sons", "Denver, CO")


@pytest.mark.parametrize("name", ["Ott & Sons Ltd.", "Ott Co.", "Ott L.L.C.", "Ott & Sons"])
def test_a_name_keeps_the_stop_that_is_its_own(name):
    assert given_in(read_text(f"# Account Manager\n\nCompany: {name}\n"))["company.name"] == name


def test_a_title_behind_its_label_is_read():
    found = given_in(read_text("Job title: Account Manager\n\nYou keep clients.\n"))
    assert found["role.title"] == "Account Manager"


def test_a_day_with_its_ordinal_is_read():
    text = "# Account Manager\n\nClosing date: 12th January 2027\n"
    assert given_in(read_text(text))["apply.deadline"] == "12 January 2027"


def test_a_number_to_call_is_read_and_one_with_an_extension_is_not():
    text = "# Account Manager\n\nCall us at (207) 555-0134{} or write to jobs@ott.example.\n"
    found = given_in(read_text(text.format("")))
    assert (found["apply.phone"], found["apply.email"]) == ("(207) 555-0134", "jobs@ott.example")
    assert "apply.phone" not in given_in(read_text(text.format(" ext. 4")))


@table(
    ("line", "use"),
    [
        ("Text us at (207) 555-0134 to apply.", "texts"),
        ("Call or text (207) 555-0134 to apply.", "calls and texts"),
        ("To apply, call (207) 555-0134 (text only).", "texts"),
        ("Call us at (207) 555-0134 to apply.", None),
        ("Send us your text. Call (207) 555-0134 to apply.", None),
    ],
)
def test_what_a_number_is_for_is_read_where_it_stands_beside_it(line, use):
    found = given_in(read_text(f"# Account Manager\n\n{line}\n"))
    assert (found["apply.phone"], found.get("apply.phone_for")) == ("(207) 555-0134", use)


def test_where_remote_work_may_be_done_is_read():
    found = given_in(
        read_text("# Account Manager\n\nFully remote, anywhere in the United States\n")
    )
    assert (found["role.workplace"], found["role.regions"]) == ("remote", ["US"])


@pytest.mark.parametrize("name", ["HubSpot", "Microsoft Dynamics 365", "SFDC", "AMS 360"])
def test_a_product_that_keeps_clients_is_the_crm(name):
    found = given_in(
        read_text(f"# Account Manager\n\n## Responsibilities\n\n- Log calls in {name}\n")
    )
    assert (found.get("tools.crm"), found.get("tools.others")) == (name, None)


@pytest.mark.parametrize("words", ["our CRM (Jobber)", "our CRM, Jobber", "the Jobber CRM"])
def test_what_is_called_a_crm_is_the_crm(words):
    text = f"# Account Manager\n\n## Responsibilities\n\n- Log calls in {words}\n"
    found = given_in(read_text(text))
    assert (found.get("tools.crm"), found.get("tools.others")) == ("Jobber", None)


def test_a_quota_has_the_currency_it_is_written_in():
    text = "# Account Manager\n\n## Duties\n\n- Carry a yearly quota of {}\n\nSalary: {} a year\n"
    found = given_in(read_text(text.format("\u20ac400,000", "\u20ac60,000")))
    assert (found["quota.target"], found["pay.currency"]) == ("400000", "EUR")
    assert "quota.target" not in given_in(read_text(text.format("\u20ac400,000", "$60,000")))
    assert "pay.currency" not in given_in(read_text(text.format("$400,000", "$60,000")))


def test_glued_lines_are_no_list():
    text = "# Account Manager\n\n## Requirements\n\n- Keen eyeWarm voiceClear handwriting\n"
    assert "role.required" not in given_in(read_text(text))


PAGE = """<html><body><h1>Account Manager</h1><p>Ott &amp; Sons \u00b7 Full-time</p>
<h2>Requirements</h2><ul><li>Keen eye</li><li>Warm voice</li></ul><p>Apply here. We are an equal
opportunity employer and do not discriminate on the basis of age.</p></body></html>"""


def test_a_page_on_one_line_has_lists_all_the_same():
    found = given_in(read_text(PAGE.replace("\n", ""), "ad.html"))
    assert found["role.required"] == ["Keen eye", "Warm voice"]
    assert found["role.employment"] == "full-time"
    assert found["company.equal_opportunity"].startswith("We are an equal")


def test_every_answer_names_its_line_and_its_words():
    lines = AD.splitlines()
    answers = [one for one in read_text(AD).splitlines() if re.match(r" +(?:- |\w+: )", one)]
    assert len(answers) > 20
    for one in answers:
        match = re.search(r'  # from line (\d+): "(.*)"(?: \.\.\.)?$', one)
        assert match, one
        assert match[2] in lines[int(match[1]) - 1]


def test_what_is_needed_and_not_said_is_named():
    assert "# Needed, and not said: metrics" in read_text(AD)
    assert "company.name" in read_text("nothing at all")


@pytest.mark.parametrize("template", CATALOG.ids)
def test_no_figure_is_written_that_the_posting_does_not_have(template):
    for text in (AD, (CHECKOUT / "tests" / "golden" / f"{template}.md").read_text()):
        for value in _figures(given_in(read_text(text))):
            assert value in re.sub(r"[,$]", "", text), value


def _figures(found: object) -> set[str]:
    dates = re.sub(r"\d{4}-\d\d-\d\d", "", str(found))
    return {figure.replace(",", "") for figure in re.findall(r"\d[\d,]*", dates)}


# -- hostile ones ----------------------------------------------------------------------------------

ODD = "aZ9 :#-?!|>&*%@`\"'{}[],\\\n\r\t\x1b\x7f\x85\u2028\u202e\u200b\ufeff\xa0$\u20ac"
HOSTILE = st.text(st.sampled_from(ODD), max_size=30)


@settings(max_examples=30)
@given(texts=st.lists(HOSTILE, min_size=8, max_size=8))
@example(["x\u2028  evil: yes", *["a"] * 7])
@example(["x # evil", "- [a]: {b", "null", "yes", "1e9", "~", "'", "!!python/x"])
def test_no_text_of_a_stranger_becomes_more_than_a_text(texts):
    lines = ["Company: {0}", "Location: {1}, CO", "Start date: {2}", "Travel: {3}", "",
             "## Responsibilities", "- Keep clients {4}", "- {5}", "", "## About us",
             "A firm of sixty people who repair pumps for farms {6}", "Reports to: {7}",
    ]  # fmt: skip
    text = "\n".join(["# Account Manager", *lines]).format(*texts)
    found = understood(opened.read("ad.md", text.encode()), CATALOG, QUESTIONS)
    written = found.as_yaml()
    check(parse(written.encode(), "a"), CATALOG.ids, QUESTIONS, True, CATALOG.names)
    assert set(given_in(written)) == {one.field for one in found.answers}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u200b\ufeff]", written)


def test_more_than_an_answers_file_may_hold_is_left_out():
    text = AD.replace("- A clean driving record", "- Clean\n" * 6000)
    assert "role.required" not in given_in(read_text(text))
    assert given_in(read_text(text))["portfolio.accounts"] == "45"


# -- the command -----------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ad.md").write_text(AD)
    return tmp_path


def test_read_prints_or_writes(amjd, here):
    printed = amjd("read", "ad.md")
    assert printed.code == 0
    assert printed.out.startswith(b"# What ad.md says, as amjd read it")
    assert printed.err.splitlines()[0].startswith("ad.md gives 21 answers; needed, and not said:")
    written = amjd("read", "ad.md", "-o", "answers.yaml", "-q")
    assert (written.code, written.out, written.err) == (0, b"", "")
    assert (here / "answers.yaml").read_bytes() == printed.out
    assert amjd("draft", "answers.yaml", "--allow-blanks").code == 0
    piped = amjd("read", "-", stdin=AD.encode()).out
    assert piped.partition(b"\n")[2] == printed.out.partition(b"\n")[2]
    assert amjd("read", "ad.md", "-o", "out/").code == 0
    assert (here / "out" / "ad.amjd.yaml").read_bytes() == printed.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["gone.md"], 4, "gone.md cannot be read"),
        (["."], 4, "is a folder"),
        (["bad.docx"], 4, "is no Word file"),
        (["bad.pdf"], 4, "PDF"),
        (["a.yaml"], 2, "is an answers file already"),
        (["ad.md", "-o", "there.yaml"], 4, "there.yaml"),
        (["ad.md", "-o", "ad.md", "--force"], 2, "ad.md is the posting that is read"),
        (["ad.md", "-o", "link.yaml", "--force"], 2, "the posting that is read"),
        (["ad.md", "-o", "x.docx"], 2, "would not hold what its ending says"),
        (["ad.md", "-o", "x.JSON"], 2, "x.JSON would not hold what its ending says. End it in .y"),
        ([], 2, "POSTING"),
    ],
)
def test_read_refuses(amjd, here, arguments, code, said):
    (here / "bad.docx").write_bytes(b"PK\x03\x04 no")
    (here / "bad.pdf").write_bytes(b"%PDF-1.7")
    (here / "a.yaml").write_bytes(MINIMAL)
    (here / "there.yaml").write_text("mine")
    (here / "link.yaml").symlink_to("ad.md")
    ended = amjd("read", *arguments)
    assert (ended.code, ended.out) == (code, b"")
    assert said in ended.err
    assert (here / "there.yaml").read_text() == "mine"
    assert (here / "ad.md").read_text() == AD
