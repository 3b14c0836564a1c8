"""What `amjd check` says: rules on their own examples, facts on lines like them, every reader."""

import json
import re
import time
import zipfile
from io import BytesIO

import pytest

from amjd import resources
from amjd.answers.names.persons import names_person
from amjd.cli.reviewing import of_answers
from amjd.documents.draft import draft
from amjd.formats import FORMATS
from amjd.review import drafted, facts
from amjd.review.checks import CHECKS
from amjd.review.findings import Around
from amjd.review.ignores import ignores_in
from amjd.review.readers import markdown, opened
from amjd.review.report import as_text
from amjd.review.reviewer import review
from amjd.review.rules import LEVELS, Rules
from amjd.review.topics import topic
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse
from amjd.text.errors import AmjdError, InvalidAnswersError
from conftest import CATALOG, QUESTIONS, SHORT, drafted_file, spawn
from interviews import kept
from script import answered
from tables import table

RULES = Rules(resources.folder("rules"))
TODAY = "2026-11-25"
NOWHERE = Around((), None, TODAY)


def reviewed(text, region="", employees="", as_of=""):
    count = int(employees) if employees else None
    around = Around((region,) if region else (), count, as_of or TODAY)
    return review(markdown.read("posting.md", text), RULES, around)


def facts_of(text, name="posting.md"):
    posting = opened.read(name, text.encode())
    return facts.as_values(posting, facts.find(posting))


EXAMPLES = [
    (rule.id, example, fires)
    for rule in RULES.values()
    for fires, examples in ((True, rule.fires), (False, rule.silent))
    for example in examples
]


@table(("rule", "example", "fires"), EXAMPLES)
def test_a_rule_fires_on_its_examples_alone(rule, example, fires):
    if example.is_answers:
        found = of_answers("a.yaml", example.text.encode(), RULES, NOWHERE).findings
    else:
        found = reviewed(example.text, example.region, example.employees, example.as_of).findings
    levels = [one.level for one in found if one.rule == rule]
    assert (example.level in levels if example.level and fires else bool(levels)) == fires


@table("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule):
    assert all((rule.fires, rule.silent, rule.sources, rule.why, rule.cure))
    assert not rule.check or rule.check in CHECKS
    assert all(not words.level or words.level in LEVELS for words in rule.words)


@table("example", [one for rule in RULES.values() for one in rule.fires if not one.is_answers])
def test_what_is_below_a_level_is_left_out_and_nothing_else(example):
    posting = opened.read("a.md", example.text.encode())
    regions = (example.region,) if example.region else ()
    employees = int(example.employees) if example.employees else None
    around = Around(regions, employees, example.as_of or TODAY)
    every = review(posting, RULES, around).findings
    kept = review(posting, RULES, around, least="warning").findings
    assert kept == tuple(one for one in every if one.level != "notice")


def test_every_check_belongs_to_a_rule():
    assert set(CHECKS) == {rule.check for rule in RULES.values()} - {""}


@pytest.mark.parametrize("left_out", ["citation", "source", "confirmed"])
def test_a_law_without_its_basis_fails_to_load(left_out, tmp_path):
    whole = (resources.folder("rules") / "places.yaml").read_text().splitlines()
    wanting = [line for line in whole if not line.startswith(f"  {left_out}:")]
    (tmp_path / "places.yaml").write_text("\n".join(wanting))
    with pytest.raises(AmjdError, match=left_out):
        Rules(tmp_path).laws  # noqa: B018


@table("law", RULES.laws, ids=lambda law: law.name)
def test_a_law_holds_from_its_day_and_headcount_on(law):
    text = f"# Account Manager\n\nLocation: {law.locality or 'Here'}\n\nWe keep clients."
    day_before = f"{int(law.effective[:4]) - 1}{law.effective[4:]}"

    def of_law(employees, day):
        found = reviewed(text, law.place, str(employees), day).findings
        return [one for one in found if one.rule == "PAY-01" and law.name in one.message]

    least = int(law.employees)
    (finding,) = of_law(least, max(law.effective, TODAY))
    assert finding.level == "error" or not law.confirmed
    assert law.citation in [source.title for source in finding.sources]
    assert not of_law(least - 1, max(law.effective, TODAY))
    assert not of_law(least, day_before)


def test_an_old_source_says_so():
    found = reviewed("# Account Manager\n\nDenver, CO", as_of="2028-01-01").findings
    (message,) = [one.message for one in found if one.rule == "PAY-01"]
    assert "older than a year" in message


def test_anywhere_in_the_us_has_the_laws_of_all_its_states():
    text = "# Account Manager\n\nRemote (US)\n\nSalary: $50,000 to $60,000 a year."
    found = {one.rule: one for one in reviewed(text, employees="60").findings}
    assert found["PAY-04"].level == found["PAY-06"].level == "error"
    assert "Colorado" in found["PAY-06"].message
    assert {one.rule: one.level for one in reviewed(text).findings}["PAY-06"] == "warning"


PAY = {
    "Salary: $50,000 to $60,000 a year": ("range", 50000, 60000, "year"),
    "Salary: $75-$100K D.O.E. + Benefits": ("range", 75000, 100000, "year"),
    "Base salary of $58k plus commission": ("single", 58000, 58000, "year"),
    "Pay: $20.67 per hour, plus commission": ("single", 20.67, 20.67, "hour"),
    "Pay range: £28,000 - £32,000 per annum": ("range", 28000, 32000, "year"),
    "The hourly rate is $22.50 - $25.00": ("range", 22.5, 25, "hour"),
    "Compensation: up to $80,000": ("single", 80000, 80000, "year"),
    "Competitive salary, commensurate with experience": ("vague", None, None, None),
    "Salary: DOE": ("vague", None, None, None),
    "We have a competitive culture": ("none", None, None, None),
    "Earn a $1,000 referral bonus": ("none", None, None, None),
    "Up to $1,000 Professional Development": ("none", None, None, None),
    "You own a $5+MM book and a $300,000 quota": ("none", None, None, None),
    "We raised $20 million and manage $3M in revenue": ("none", None, None, None),
    "A $500 stipend for your home office": ("none", None, None, None),
}


@table(("line", "wanted"), PAY.items())
def test_pay_is_told_from_other_money(line, wanted):
    found = facts_of(f"# Account Manager\n\n{line}.")
    base = found["base"] or dict.fromkeys(("min", "max", "period"))
    assert (found["pay"], base["min"], base["max"], base["period"]) == wanted


def test_on_target_earnings_stand_beside_the_base():
    found = facts_of("# Account Manager\n\nBase pay is $55,000 to $60,000, OTE $85,000.")
    assert (found["base"]["max"], found["ote"]["max"]) == (60000, 85000)


QUOTA = {
    "You carry a quota of $300,000 per quarter": ("yes", 300000),
    "Meet or exceed quarterly sales goals": ("yes", None),
    "There is no sales quota": ("no", None),
    "This is not a sales role": ("no", None),
    "A proven track record of exceeding quotas": (None, None),
    "Help brands achieve their sales goals": (None, None),
    "You keep clients": (None, None),
    "You own a $1.2M annual target": ("yes", 1200000),
    "The quota is £1,000.00.00": ("yes", 1000),
}


@pytest.mark.parametrize(("line", "wanted"), QUOTA.items())
def test_a_quota_is_this_jobs(line, wanted):
    found = facts_of(f"# Account Manager\n\n{line}.")
    assert (found["quota"], found["quota_target"]) == wanted


ACCOUNTS = {
    "You will manage a portfolio of 60 accounts": 60,
    "Own a book of 40-50 mid-market clients": 40,
    "You look after twenty accounts": 20,
    "We serve 92,000 customers worldwide": None,
    "Our 500 clients trust us": None,
    "Call 30 prospects a day": None,
    "One of our biggest accounts": None,
    "Manage accounts for 10 years": None,
}


@pytest.mark.parametrize(("line", "wanted"), ACCOUNTS.items())
def test_accounts_are_those_of_the_job(line, wanted):
    assert facts_of(f"# Account Manager\n\n{line}.")["accounts"] == wanted


HUNTING = {
    "- Cold call prospects": "some",
    "- Cold call\n- Generate leads\n- Close new logos": "mostly",
    "- Prospecting, 70% of your time": "mostly",
    "- Win new accounts in about 20% of your time": "some",
    "- No cold calling": "none",
    "- Develop new business with existing clients": "none",
    "- Onboard new clients": "none",
}


@pytest.mark.parametrize(("lines", "wanted"), HUNTING.items())
def test_hunting_is_work_on_new_clients(lines, wanted):
    assert facts_of(f"# AM\n\n## Responsibilities\n\n{lines}")["new_business"] == wanted


APPLY = {
    "Send your résumé to jobs@inn.example": ("email", "jobs@inn.example"),
    "For a reasonable accommodation write to hr@inn.example": ("email", None),
    "[Apply here](https://inn.example/apply)": ("url", "https://inn.example/apply"),
    "See [our benefits](https://inn.example/benefits.pdf)": ("url", None),
    "Please apply by February 5, 2027": ("deadline", "February 5, 2027"),
    "Applications are accepted on an ongoing basis": ("deadline", "on an ongoing basis"),
    "You report directly to the Head of Sales": ("reports_to", "the Head of Sales"),
    "Reports to: The general manager": ("reports_to", "The general manager"),
    "Reporting to clients on campaigns": ("reports_to", None),
    "3+ years of experience in sales": ("years", 3),
    "At least ten (10) years of experience in sales": ("years", 10),
    "We have been in business for 20 years": ("years", None),
    "Bachelor's degree": ("degree", "required"),
    "BA/BS degree or equivalent practical experience": ("degree", "preferred"),
    "You are measured by gross retention and client satisfaction": (
        "measures", ["gross retention", "client satisfaction"]),
    "You will work with Salesforce and Slack": ("tools", ["Salesforce", "Slack"]),
    "You excel at outlook and have a notion of clients": ("tools", []),
    "In a nutshell, you stay in constant contact with clients": ("tools", []),
    "We use Constant Contact, Nutshell and ServiceTitan": (
        "tools", ["Constant Contact", "Nutshell", "ServiceTitan"]),
    "This role is hybrid": ("workplace", "hybrid"),
    "This is not a remote role": ("workplace", None),
    "Location: Salem, OR": ("place", "Salem, OR"),
    "Headquartered in Denver, CO, we serve the West": ("place", None),
}  # fmt: skip


@table(("line", "wanted"), APPLY.items())
def test_a_fact_has_the_words_that_state_it(line, wanted):
    assert facts_of(f"# Account Manager\n\n{line}.")[wanted[0]] == wanted[1]


LAYOUTS = {
    "• Call clients\n• Visit them": ["Call clients", "Visit them"],
    "-\nCall clients\n-\nVisit them": ["Call clients", "Visit them"],
    "· Call clients\n· Visit them": ["Call clients", "Visit them"],
    "1. Call clients\n2. Visit them": ["Call clients", "Visit them"],
    "Call clients on timeVisit them with care": ["Call clients on time", "Visit them with care"],
    "Keep HubSpot and LinkedIn current": ["Keep HubSpot and LinkedIn current"],
}


@pytest.mark.parametrize(("lines", "wanted"), LAYOUTS.items())
def test_duties_are_found_in_any_layout(lines, wanted):
    assert facts_of(f"Account Manager\n\nWhat You’ll Do:\n\n{lines}\n")["duties"] == wanted


# Phrases broken over two lines of a paragraph: the rule, and where the words begin.
WRAPPED = """We seek a native
English speaker, a recent
graduate, ages
22-30, who must be a US
citizen. The unemployed
need not apply. Tell us your current
salary, and take [a lot of
money]."""
FOUND = [
    ("LAW-01", 2, 20, "recent graduate"), ("LAW-01", 3, 11, "ages 22-30"),
    ("LAW-03", 1, 11, "native English speaker"), ("LAW-03", 4, 12, "must be a US citizen"),
    ("LAW-05", 5, 14, "unemployed need not"), ("PAY-08", 6, 25, "your current salary"),
    ("TEXT-01", 7, 18, "[a lot of money]"),
]  # fmt: skip


@table("name", ["a.md", "a.txt"])
@table("mark", ["", "- ", "> "])
def test_a_phrase_is_found_over_the_end_of_a_line(name, mark):
    text = f"# Account Manager\n\nWe keep clients.\n\n{mark}{WRAPPED}"
    found = review(opened.read(name, text.encode()), RULES, NOWHERE).findings
    asked = {rule for rule, *_ in FOUND}
    at = [(one.rule, one.line - 4, one.column, one.words) for one in found if one.rule in asked]
    assert sorted(at) == [
        (rule, line, column + (len(mark) if line == 1 else 0), words)
        for rule, line, column, words in FOUND
    ]


# Two lines, of which the second is no more of the first.
APART = [
    "- Be native\n- Speaker of the house",
    "Native\n\nSpeaker of the house",
    "## Native\nSpeaker of the house",
    "Who are you: native\nSpeaker: of the house",
    "Our roots: native\nSpeaker of the house",
    "Salem is native.\nSpeaker of the house",
    "We are native  \nSpeaker of the house",
    "1. Native\n2. Speaker of the house",
]


@table("lines", APART)
def test_lines_that_only_stand_below_each_other_are_no_phrase(lines):
    found = reviewed(f"# Account Manager\n\n{lines}").findings
    assert "LAW-03" not in [one.rule for one in found]


ON_QUOTA = b"""company: {name: Ott}
role: {location: "Salem, MA"}
portfolio: {accounts: 60, segment: inns}
tools: {crm: HubSpot}
metrics: [quota reached]
apply: {email: jobs@ott.example}
"""


@table("target", ["12 renewals", "private", "400k", "600k renewed + 150k expansion"])
@table("variable", ["5000", "private"])
@table("template", CATALOG.ids)
def test_a_quota_of_ours_is_settled_whatever_its_target(target, variable, template):
    pay = f"pay: {{base: 58000, variable: {variable}}}\n"
    quota = f"quota: {{carries: yes, target: {target}, period: quarter}}\n"
    answers = check(
        parse(ON_QUOTA + (pay + quota).encode(), "a.yaml"), CATALOG.ids, QUESTIONS, True
    )
    made = FORMATS["md"].writer()(draft(CATALOG, QUESTIONS, answers.answers, template))
    found = review(opened.read("a.md", made), RULES, NOWHERE)
    assert not [one for one in found.findings if one.rule == "ROLE-01"]
    assert facts_of(made.decode())["quota_target"] == (400_000 if target == "400k" else None)


TRAPS = """We have a competitive culture
## Responsibilities
You are exempt from overtime
See [our site](https://www.example.com/jobs)
We are a young company
Our client's native app
We support minority and women-owned businesses
We hire regardless of criminal histories
Own your own career
Work with Higher Education (HE) clients
Pay is $20.67 an hour, plus commission
Up to $1,000 Professional Development
You look after $5+MM accounts
Snacks, trips and more
We do not ask for salary history
A reasonable accommodation is made for applicants with disabilities
All ages are welcome: you need not be a recent anything
Fluent or native English
Driven by data, lifting 20% of revenue
Account Manager [Remote] (m/w/d) [Click here]""".splitlines()


@table("line", TRAPS)
def test_a_known_trap_does_not_fire(line):
    bare = {(one.rule, one.message) for one in reviewed("# Account Manager\n\nHello.").findings}
    found = reviewed(f"# Account Manager\n\nHello.\n\n{line}").findings
    # Whether commission is settled is asked of every posting that pays it.
    new = [one for one in found if (one.rule, one.message) not in bare and one.rule != "ROLE-01"]
    assert [one for one in new if one.rule.startswith(("LAW", "TEXT-01", "TEXT-05", "PAY"))
            and one.level != "notice"] == []  # fmt: skip


CAUGHT = {
    "Native speaker only": "LAW-03",
    "US Citizenship is required": "LAW-03",
    "Speak very clear English": "LAW-03",
    "Lift up to 55 pounds": "LAW-04",
    "INSERT EEO TAG": "TEXT-01",
    "Bring your W-2s": "PAY-08",
    "Men preferred": "LAW-02",
}


@pytest.mark.parametrize(("line", "rule"), CAUGHT.items())
def test_what_lists_of_words_missed_is_found(line, rule):
    found = reviewed(f"# Account Manager\n\n## Requirements\n\n- {line}").findings
    assert rule in [one.rule for one in found if one.level != "notice"]


@table(
    "piece",
    [
        "a",
        "[",
        "[a ",
        "*",
        "<a ",
        "$1,",
        "$1 to ",
        "quota ",
        "1",
        "new clients ",
        "&a",
        "Aa",
        "abcDef",
    ],
)
@table("name", ["a.md", "a.html"])
def test_a_hostile_text_takes_no_more_time_than_another(piece, name):
    content = (piece * (50_000 // len(piece))).encode()
    start = time.process_time()
    review(opened.read(name, content), RULES, NOWHERE)
    assert time.process_time() - start < 1.5


def test_a_megabyte_is_read_in_a_time_that_grows_as_its_length():
    lines = "Call {} clients on time\nSalary: ${},000 a year\nWork with Salesforce, {}\n"

    def took(count):
        text = "".join(
            lines.format(at % 97 + 3, at % 89 + 20, "x" * (at % 7)) for at in range(count)
        )
        start = time.process_time()
        review(opened.read("a.txt", text.encode()), RULES, NOWHERE)
        return time.process_time() - start

    took(10)
    short, long = took(1500), took(6000)
    assert long < 12 * short + 0.2


def test_a_finding_stands_at_its_words():
    ours = "We are *very* [open](https://x.example) to [your sector] here."
    text = f"---\nlayout: job\n---\n# Account Manager\n\n{ours}"
    (finding,) = [one for one in reviewed(text).findings if one.rule == "TEXT-01"]
    line = text.splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith(finding.words)
    assert (finding.line, finding.words) == (6, "[your sector]")


def html(text):
    return (
        "<!doctype html><title>Account Manager</title><script>salary $1 a year</script><h1>Account"
        f" Manager</h1><p>Salary: <b>$50,000</b> to $60,000 a year</p><ul><li>{text}</ul>"
    )


def test_a_page_is_read_without_its_scripts():
    found = facts_of(html("Write to <a href='mailto:a@b.example'>a@b.example</a>"), "ad.html")
    assert (found["base"]["min"], found["email"]) == (50000, "a@b.example")


def word_file(document, name="word/document.xml"):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, document)
    return stream.getvalue()


HOSTILE = {
    "no Word file": b"PK\x03\x04 and nothing",
    "more than 20 MB": word_file(b"<x>" + b" " * 30_000_000),
    "entities of its own": word_file(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
    "no Word file.": word_file(b"<x/>", "other.xml"),
    "no text": b"\x00\x01\x02",
    "longer than 1 MB": b"a" * (2**20 + 1),
}


@pytest.mark.parametrize(("said", "content"), HOSTILE.items(), ids=list(HOSTILE))
def test_what_must_not_be_opened_is_refused(said, content):
    name = "posting.docx" if content.startswith(b"PK") else "posting.txt"
    with pytest.raises(AmjdError, match=said) as caught:
        opened.read(name, content)
    assert caught.value.code == 4


ANSWERS = {path.stem: path for path in resources.folder("examples").glob("*.yaml")}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


MINIMAL = b"""company: {name: Tidewater Linen}
role: {location: "Salem, OR"}
quota: {carries: no}
portfolio: {accounts: 60, segment: inns}
tools: {crm: HubSpot}
metrics: [gross retention, client satisfaction]
pay: {base: {min: 58000, max: 64000}, period: year}
apply: {email: jobs@tidewater.example}
"""


@pytest.mark.parametrize("name", [*ANSWERS, "minimal"])
def test_our_own_postings_are_read_back_the_same_and_have_nothing_above_a_notice(name):
    raw = ANSWERS[name].read_bytes() if name in ANSWERS else MINIMAL
    sheet = parse(raw, "answers.yaml")
    answers = check(sheet, CATALOG.ids, QUESTIONS, bullets=CATALOG.names).answers
    for template in CATALOG.ids:
        made = draft(CATALOG, QUESTIONS, answers, template)
        own = drafted.read(sheet, made.document)
        postings = [own] + [
            opened.read(f"posting.{format_}", FORMATS[format_].writer()(made))
            for format_ in ("md", "docx")
        ]
        values = [facts.as_values(posting, facts.find(posting)) for posting in postings]
        assert values[0] == values[1] == values[2]
        assert values[0]["accounts"] == answers.portfolio.accounts.low
        assert values[0]["base"]["min"] == answers.pay.base.low
        assert values[0]["quota"] == ("yes" if answers.quota.carries else "no")
        around = Around(tuple(answers.role.regions or ()), answers.company.employees, TODAY)
        found = review(own, RULES, around).findings
        assert [one for one in found if one.level != "notice"] == []


def drafted_with(**changes):
    text = kept("standard")
    for field, typed in changes.items():
        text = answered(text, field.replace("__", "."), typed)
    return of_answers("answers.yaml", text.encode(), RULES, NOWHERE).findings


@table(
    ("changes", "words", "cure"),
    [
        ({"role__training": "abt 3 wks w/ Tim"}, '"abt", "wks" and "w/"', "about, weeks, with"),
        ({"pay__benefits": ["12 days hols", "a van"]}, '"days hols"', "days of holiday"),
        ({"role__hours": "25 hrs"}, '"hrs"', "hours"),
        ({"role__duties": ["Train the acct mgmt"]}, '"acct" and "mgmt"', "account, management"),
    ],
)
def test_words_that_answers_have_short_are_told_once(changes, words, cure):
    found = [one for one in drafted_with(**changes) if "written short" in one.message]
    (said,) = found
    assert (said.level, said.message) == (
        "notice", f"Some words are written short, such as {words}.",
    )  # fmt: skip
    assert said.cure == f"Write them in full: {cure}."


def test_short_words_of_a_name_and_of_others_postings_are_let_be():
    found = [*drafted_with(company__name="Wks n Co"), *drafted_with()]
    found += reviewed("# Account Manager\n\nTrain abt 3 wks w/ Tim, 25 hrs.").findings
    assert not [one for one in found if "written short" in one.message]


EVERY = [path.read_bytes() for path in ANSWERS.values()]
WIDE = MINIMAL.decode().replace("\n", "\r\n").encode("utf-16")
LEFT = MINIMAL.replace(b"[gross retention, client satisfaction]", b"\n- gross retention\n- churn")
JSON = b'{"company": {"name": "Tidewater Linen"}}'


@table("name", ["-", "/dev/fd/63", "answers", "answers.yaml.txt"])
@table(
    "content", [*EVERY, MINIMAL, b"\xef\xbb\xbf" + MINIMAL, WIDE, LEFT, JSON, b"---\n" + MINIMAL]
)
def test_answers_are_known_by_what_they_hold_where_no_ending_says_so(name, content):
    assert opened.is_answers(name, content)
    assert not opened.is_answers("posting.md", content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Account Manager\n\n- Keep clients.\n\nPay: $50,000 a year",
        "Company: Tidewater\nRole: Account Manager\nPay:\n$50,000 a year",
        "company: Tidewater\nrole: Account Manager\npay: $50,000 a year",
        "# Account Manager\n\npay:\n\n- $50,000 a year\n- a bonus",
        '{"@context": "https://schema.org", "@type": "JobPosting"}',
        "PK\x03\x04company:\n  name: x",
        "company:\n  name: \0",
    ],
)
def test_a_posting_is_not_taken_for_answers(text):
    assert not opened.is_answers("-", text.encode())


def test_a_review_that_found_nothing_says_so():
    found = reviewed("# Account Manager\n\nHello.")
    said = "a.md: nothing to mend was found."
    assert said in as_text("a.md", found._replace(findings=[]), every=False)
    assert said not in as_text("a.md", found, every=False)


@pytest.mark.parametrize("arguments", [["ad.md"], ["gone.md", "b.md", "--json"], ["-", "--sarif"]])
def test_what_is_found_is_never_added_to_the_file_that_is_reviewed(folder, arguments):
    (folder / "ad.md").write_text(POSTING)
    (folder / "b.md").symlink_to("ad.md")
    with (folder / "ad.md").open("rb") as piped, (folder / "ad.md").open("ab") as out:
        ended = spawn(["check", *arguments], stdin=piped, stdout=out)
    assert ended.returncode == 2
    assert b"standard output is the file that is reviewed" in ended.stderr
    assert b"Send it somewhere else." in ended.stderr
    assert (folder / "ad.md").read_text() == POSTING


def test_a_file_that_cannot_be_found_keeps_no_review_from_another_file(folder):
    (folder / "ad.md").write_text(POSTING)
    (folder / "loop.md").symlink_to("loop.md")
    with (folder / "out").open("wb") as out:
        ended = spawn(["check", "loop.md", "ad.md"], stdout=out)
    assert ended.returncode == 4
    assert (folder / "out").read_text().startswith("ad.md")


def test_answers_from_a_pipe_are_drafted_and_reviewed(amjd, here):
    (here / "a.yaml").write_bytes(MINIMAL)
    named, piped = amjd("check", "a.yaml", "--json"), amjd("check", "-", "--json", stdin=MINIMAL)
    assert json.loads(piped.out)["files"][0]["kind"] == "answers"
    assert piped.out == named.out.replace(b'"a.yaml"', b'"-"')
    read = amjd("read", "-", stdin=MINIMAL)
    assert (read.code, "is an answers file already" in read.err) == (2, True)


def test_a_word_file_from_a_pipe_may_be_as_long_as_one_with_a_name(amjd, here):
    made = draft(CATALOG, QUESTIONS, check(parse(MINIMAL, "-"), CATALOG.ids, QUESTIONS).answers)
    stream = BytesIO(FORMATS["docx"].writer()(made))
    with zipfile.ZipFile(stream, "a") as parts:
        parts.writestr("word/media/picture.bin", bytes(range(256)) * 8192)
    assert len(stream.getvalue()) > opened.MOST_BYTES
    assert amjd("check", "-", stdin=stream.getvalue()).code == 0


def test_an_ignored_finding_has_a_reason():
    text = "x\n<!-- amjd: ignore role-03 because we hunt together -->"
    assert ignores_in("a.md", text, RULES) == {"ROLE-03": "because we hunt together"}


@pytest.mark.parametrize("comment", ["ROLE-03", "ROLE-99 because of it", "", "ROLE-03 because"])
def test_an_ignore_without_reason_or_rule_is_a_problem(comment):
    with pytest.raises(InvalidAnswersError, match=r"^a\.md:2:1: "):
        ignores_in("a.md", f"x\n<!-- amjd: ignore {comment} -->", RULES)


def test_answers_silence_a_finding_with_a_reason(amjd, here):
    (here / "a.yaml").write_bytes(MINIMAL + b"ignore: {ROLE-06: because we ask later}\n")
    found = json.loads(amjd("check", "a.yaml", "--json").out)["files"][0]["findings"]
    assert {one["rule"]: one["ignored"] for one in found}["ROLE-06"] == "because we ask later"
    drafted_ = amjd("draft", "a.yaml")
    assert drafted_.code == 0
    assert b"later" not in drafted_.out


@pytest.mark.parametrize(
    "given", ["{ROLE-12: }", "{ROLE-12: so}", "{ROLE-99: because}", "[ROLE-12]"]
)
def test_answers_that_silence_without_reason_or_rule_are_a_problem(amjd, here, given):
    (here / "a.yaml").write_bytes(MINIMAL + f"ignore: {given}\n".encode())
    ended = amjd("check", "a.yaml")
    assert ended.code == 3
    assert ended.lines[0].startswith("a.yaml:9:")


POSTING = "# Account Manager\n\nSalary: TBD\n\nSend your salary history."


def test_an_answer_that_is_shown_twice_is_found_once(amjd, here):
    name = b'"Tidewater [company.name] Linen, $XX,XXX per year"'
    (here / "a.yaml").write_bytes(MINIMAL.replace(b"Tidewater Linen", name, 1))
    found = json.loads(amjd("check", "a.yaml", "--json").out)["files"][0]["findings"]
    assert [one["words"] for one in found if one["rule"] == "TEXT-01"] == [
        "[company.name]", "$XX,XXX"
    ]  # fmt: skip


def test_what_we_say_because_of_an_answer_stands_where_it_does(amjd, here):
    """No answer is shown in "No sales quota"."""
    (here / "a.yaml").write_bytes(MINIMAL)
    asked = json.loads(amjd("check", "a.yaml", "--json").out)["files"][0]["questions"]["number"]
    assert asked == {"answered": True, "line": 3, "words": "No sales quota"}


def test_check_shows_the_line_the_words_and_the_questions(amjd, here):
    (here / "ad.md").write_text(POSTING)
    ended = amjd("check", "ad.md")
    assert ended.code == 1
    lines = ended.out.decode().splitlines()
    assert lines[0] == "ad.md:3:9: error TEXT-01 A word stands for what is still open."
    assert lines[1:3] == ["  | Salary: TBD", "  |         ^^^"]
    assert "  What does it pay?              nowhere" in lines
    assert lines[-1] == "This is not legal advice."


def test_what_stands_in_the_text_is_shown_before_what_it_lacks(amjd, here):
    text = (
        "# Account Manager\n\nA fast-paced desk.\n\n- Driving licence\n- Other duties as needed\n"
    )
    (here / "ad.md").write_text(f"{text}\nPay is $900/week for 12 weeks. Send your CV.")
    lines = amjd("check", "ad.md").out.decode().splitlines()
    shown = [line.split(" ")[2] for line in lines if ": notice " in line]
    assert len(shown) == 5
    assert {"TEXT-04", "LAW-07", "ROLE-10"} < set(shown)
    assert "  What does it pay?              line 8: $900/week" in lines


def test_check_as_json(amjd, here):
    (here / "ad.md").write_text(f"{POSTING}\n<!-- amjd: ignore TEXT-01 because of a test -->")
    ended = amjd("check", "ad.md", "--json")
    said = json.loads(ended.out)
    assert (ended.code, said["version"], said["counts"]["error"]) == (0, 1, 0)
    (file,) = said["files"]
    assert set(file) == {"file", "kind", "findings", "questions", "facts"}
    assert set(file["questions"]) == {"pay", "number", "accounts", "tools", "judged", "apply"}
    finding = file["findings"][0]
    assert list(finding) == ["rule", "level", "line", "column", "words", "message", "why", "cure",
                             "sources", "place", "confirmed", "ignored"]  # fmt: skip
    assert finding["ignored"] == "because of a test"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.yaml"], 0),
        (["good.yaml", "--level", "notice"], 1),
        (["bad.yaml"], 3),
        (["gone.md", "bad.yaml", "ad.md"], 4),
        (["ad.md", "bad.yaml"], 3),
        (["ad.md", "--region", "Atlantis"], 2),
        (["ad.md", "--as-of", "soon"], 2),
        (["ad.md", "--level", "fatal"], 2),
        ([], 2),
    ],
)
def test_check_ends_with_the_worst(amjd, here, arguments, code):
    (here / "ad.md").write_text(POSTING)
    (here / "good.yaml").write_bytes(MINIMAL)
    (here / "bad.yaml").write_text("company: {name: X}")
    assert amjd("check", *arguments).code == code


def test_answers_are_reviewed_where_they_stand(amjd, here):
    asked = b'OR", required: ["a valid driver\'s license"]}'
    (here / "a.yaml").write_bytes(MINIMAL.replace(b'OR"}', asked))
    ended = amjd("check", "a.yaml", "--json", "--region", "US-CO", "--employees", "3")
    found = {one["rule"]: one for one in json.loads(ended.out)["files"][0]["findings"]}
    assert (found["PAY-06"]["place"], found["PAY-06"]["level"]) == ("US-CO", "error")
    assert (found["LAW-07"]["line"], found["LAW-07"]["words"]) == (2, "valid driver's license")


WRITTEN = {
    "about: |\n    We are a firm.\n\n    Some are ages 22-30 only.": (5, 14),
    "about: >-\n    We seek people, ages\n    22-30 only.": (3, 21),
    'about: "ages 22-30 only"': (2, 11),
    "about: 'Some are  ages 22-30 only'": (2, 21),
    'about: "Some \\"ages 22-30 only\\""': (2, 11),
    "about: Some are ages 22-30 only  # we mean it": (2, 19),
    "about: >2-\n\n    Some\n    are ages 22-30 only": (5, 9),
}


@table(("typed", "place"), WRITTEN.items())
def test_a_finding_in_answers_stands_at_its_words_however_they_are_written(typed, place):
    text = f"company:\n  name: Tidewater Linen\n  {typed}\n" + MINIMAL.decode().split("\n", 1)[1]
    found = of_answers("a.yaml", text.encode(), RULES, NOWHERE).findings
    (finding,) = [one for one in found if one.rule == "LAW-01"]
    assert (finding.line - 1, finding.column) == place


def test_a_finding_in_an_item_of_answers_stands_at_its_words():
    items = b'OR", duties: ["We bake", "Call ages 22-30", \'Young people wanted\']}'
    content = MINIMAL.replace(b'OR"}', items)
    found = of_answers("a.yaml", content, RULES, NOWHERE).findings
    at = [one for one in found if one.rule == "LAW-01"]
    line = content.decode().splitlines()[1]
    assert [line[one.column - 1 :].startswith(one.words) for one in at] == [True, True]


def test_a_finding_in_words_of_ours_stands_in_the_section_they_speak_of():
    content = MINIMAL.replace(b"64000}", b"64000}, bonus: A yearly bonus")
    found = of_answers("a.yaml", content, RULES, NOWHERE).findings
    assert [one.line for one in found if one.rule == "PAY-05"] == [7]


def test_one_duty_is_said_to_be_one():
    found = reviewed("# Account Manager\n\n## Responsibilities\n\n- Call clients").findings
    (said,) = [one.message for one in found if one.rule == "ROLE-05"]
    assert said.startswith("1 duty is listed;")


def test_a_rule_that_speaks_once_names_all_that_it_finds():
    text = "# Account Manager\n\nA fast-paced desk. Work hard play hard!\n\nFast-paced, always."
    found = reviewed(text).findings
    (said,) = [one for one in found if one.rule == "TEXT-04"]
    assert said.words == "fast-paced"
    assert said.message.endswith(' this job. Also "Work hard play hard".')


def test_a_rule_that_speaks_once_says_a_message_once_of_words_that_are_found_in_several_ways():
    text = "# Account Manager\n\nWe are like a family. We are hungry for success. No time wasters"
    found = reviewed(f"{text} need apply. Time wasters need not apply.").findings
    said, other = [one for one in found if one.rule == "TEXT-04"]
    assert said.words == "like a family"
    assert said.message.endswith(' this job. Also "hungry".')
    assert "such as who covers" in said.cure
    assert RULES["TEXT-04"].cure in said.cure
    assert (other.words, other.message[-23:]) == ("No time wasters", ' Also "need not apply".')


def test_words_within_others_of_which_the_same_is_said_are_no_second_finding():
    found = reviewed("# Account Manager\n\nWork alongside mature professionals.").findings
    assert len([one for one in found if one.rule == "LAW-01"]) == 1


def test_what_is_said_twice_at_two_levels_stays_two_findings():
    text = "# Account Manager\n\nCommission only. An unpaid trial week; training is unpaid."
    found = reviewed(text).findings
    said = [(one.level, one.words) for one in found if one.rule == "PAY-07"]
    assert said == [("warning", "unpaid trial"), ("notice", "Commission only")]


def test_what_a_route_is_made_of_is_work_that_is_said():
    work = "- 35 stops a day in our van\n- Fix shortages on the spot\n- Renew every agreement"
    found = reviewed(f"# Account Manager\n\n## Responsibilities\n\n{work}").findings
    (said,) = [one.message for one in found if one.rule == "ROLE-05"]
    assert said.endswith("nothing is said there of growth or records.")


def test_a_jd_lists_duties():
    found = reviewed("# Account Manager\n\nJD:\n- Weekly MIS in Excel\n- Reduce arrears\n").findings
    (said,) = [one.message for one in found if one.rule == "ROLE-05"]
    assert said.startswith("2 duties are listed;")


SELLING_MORE = ("Round out accounts", "Cross sell cover", "Developing key accounts", "New premium")


@table("work", SELLING_MORE)
def test_growth_is_said_in_the_words_of_each_trade(work):
    found = reviewed(f"# Account Manager\n\n## Responsibilities\n\n- {work}").findings
    (said,) = [one.message for one in found if one.rule == "ROLE-05"]
    assert "growth" not in said


def test_the_words_of_a_finding_have_no_space_or_stop_of_the_sentence():
    said = ["Salary: from $60,000.", "You keep $500,000 of revenue, and the target is set."]
    found = reviewed("# Account Manager\n\n" + "\n\n".join(said)).findings
    assert all(one.words == one.words.strip() for one in found)
    assert not [one.words for one in found if one.words.endswith("0.")]


@pytest.mark.parametrize("rule", RULES)
def test_explain_tells_of_every_rule(amjd, rule):
    ended = amjd("explain", rule.lower())
    assert ended.code == 0
    assert ended.out.decode().startswith(f"{rule} ({RULES[rule].level}): {RULES[rule].title}")


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("eu", ["EU (European Union): what its law asks of a posting"]),
        ("pay", ["PAY: Pay, and", "  PAY-02   warning  ", "amjd explain PAY-01 tells of one."]),
        ("US-CO", ["US-CO (Colorado): what its law", "  asks for the last day to apply",
                   "C.R.S. 8-5-201", "for any employer", "This is not legal advice."]),
        ("new york", ["US-NY (New York)", "4 employees or more", "Albany"]),
        ("Ontario", ["  asks for whether the vacancy is there already",
                     "no wider than 50,000 a year, unless it ends above 200,000"]),
        ("quota.target", ["quota.target: ", "For example: "]),
        ("role.workplace", ["  hybrid: "]),
    ],
)  # fmt: skip
def test_explain_tells_of_a_topic(amjd, topic, said):
    ended = amjd("explain", topic)
    assert ended.code == 0
    assert [words for words in said if words not in ended.out.decode()] == []
    values = json.loads(amjd("explain", topic, "--json").out)
    assert values["title"] in ended.out.decode()


def test_all_that_a_law_asks_for_has_words():
    for law in RULES.laws:
        told = "\n".join(topic(law.name, RULES, QUESTIONS).lines)
        assert told.count("  asks for ") >= len(law.asks)
        assert told.count("  forbids ") >= len(law.bans)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("ROLL-03", "ROLE-03"), ("colorodo", "Colorado"), ("quota.targt", "quota.target"),
     ("pays", "PAY"), ("zzz", "Name a rule as check does")],
)  # fmt: skip
def test_explain_of_what_it_does_not_know_names_the_nearest(amjd, wrong, meant):
    ended = amjd("explain", wrong)
    assert ended.code == 2
    assert meant in ended.err


STRONG = {
    "Manage accounts": "Look after 62 accounts",
    "Handling renewals.": "Renew the contracts of 62 accounts",
    "Maintain the CRM": "Keep HubSpot current",
    "Meet sales targets": "Reach $300,000",
}


@pytest.mark.parametrize(("weak", "strong"), STRONG.items())
def test_a_weak_duty_has_a_strong_form_from_the_figures_at_hand(weak, strong):
    facts_ = "- Portfolio: 62 accounts\n- Tools: HubSpot\n- Quota: $300,000 per quarter"
    duties = f"## Responsibilities\n\n- {weak}"
    (found,) = [one for one in reviewed(f"# Account Manager\n\n{facts_}\n\n{duties}").findings
                if one.rule == "ROLE-14"]  # fmt: skip
    assert strong in found.cure
    assert found.words == weak


@pytest.mark.parametrize("weak", STRONG)
def test_a_strong_form_invents_no_figure(weak):
    found = reviewed(f"# Account Manager\n\n## Responsibilities\n\n- {weak}").findings
    (cure,) = [one.cure for one in found if one.rule == "ROLE-14"]
    assert not any(letter.isdigit() for letter in cure)


@pytest.mark.parametrize(
    ("region", "code", "said"),
    [
        ("Georgia", 2, "--region may be Georgia (GE) or Georgia (US-GA). Write the code."),
        ("Atlantis", 2, "--region is no place we know."),
        ("CO", 0, "--region CO is read as Colombia; Colorado is US-CO."),
        ("US-CO", 1, ""),
        ("Colorado", 1, ""),
    ],
)
def test_a_region_that_may_be_two_is_asked_about(amjd, region, code, said):
    ended = amjd("check", "-", "--region", region, stdin=b"# Account Manager\n\nWe keep clients.\n")
    assert ended.code == code
    assert said in " ".join(ended.err.split())


@table("given", [
    ("check", "-", "--region", "CO"), ("check", "-", "--region", "CO", "--json"),
    ("explain", "ROLE-03"), ("explain", "PAY", "--json"),
])  # fmt: skip
def test_quiet_says_the_same_on_standard_output_and_nothing_else(given, amjd):
    ad = b"# Account Manager\n\nWe keep clients.\n"
    quiet = amjd(*given, "-q", stdin=ad)
    assert (quiet.err, quiet.out) == ("", amjd(*given, stdin=ad).out)
    missing = amjd("check", "none.md", "--quiet")
    assert (missing.code, missing.lines[0].split(" ")[0]) == (4, "none.md")


ALL_EXAMPLES = sorted(resources.folder("examples").glob("*.yaml"))


def _facts_in(format_, path):
    made = FORMATS[format_].writer()(drafted_file(path))
    posting = opened.read(f"a.{format_}", made)
    return facts.as_values(posting, facts.find(posting))


@table("format_", ["txt", "html", "docx"])
@table("path", ALL_EXAMPLES, ids=lambda path: path.stem)
def test_a_posting_of_ours_states_the_same_in_every_format(path, format_):
    assert _facts_in(format_, path) == _facts_in("md", path)


# -- the short form -------------------------------------------------------------------------------

OF_WHOLE = {"ROLE-04", "ROLE-05", "ROLE-06", "ROLE-09", "TEXT-02"}


def _found_in(amjd, name, *options):
    [file] = json.loads(amjd("check", name, "--json", *options).out)["files"]
    return {one["rule"] for one in file["findings"]}, file["questions"], file["facts"]


@pytest.mark.parametrize("path", ALL_EXAMPLES, ids=[path.stem for path in ALL_EXAMPLES])
@pytest.mark.parametrize("format_", ["md", "docx", "txt"])
def test_a_short_form_of_ours_is_not_blamed_for_what_it_has_no_room_for(
    path, format_, amjd, folder
):
    name = f"short.{format_}"
    (folder / name).write_bytes(FORMATS[format_].writer()(drafted_file(path, SHORT)))
    rules, questions, said = _found_in(amjd, name)
    assert rules & {*OF_WHOLE, "ROLE-02", "PAY-05"} == set()
    assert questions["accounts"]["answered"]
    assert said["accounts"]
    assert said["segment"]


def test_what_the_law_asks_for_is_asked_of_a_short_form_too(amjd, folder):
    text = FORMATS["md"].writer()(drafted_file(ALL_EXAMPLES[0], SHORT))
    (folder / "short.md").write_bytes(text)
    rules, _, _ = _found_in(amjd, "short.md", "--region", "US-CO")
    assert "PAY-04" in rules


def test_three_paragraphs_of_others_are_asked_for_all_of_it(amjd, folder):
    text = (
        "# Account Manager\n\nYou look after 60 accounts.\n\nPay is $58,000 a year.\n\nCall us.\n"
    )
    (folder / "theirs.md").write_text(text)
    rules, questions, _ = _found_in(amjd, "theirs.md")
    assert rules >= OF_WHOLE
    assert questions["accounts"]["answered"]


def test_a_short_form_that_says_no_number_of_accounts_is_told_so(amjd, folder):
    text = FORMATS["md"].writer()(drafted_file(ALL_EXAMPLES[0], SHORT)).decode()
    (folder / "short.md").write_text(text.replace("40 accounts", "accounts"))
    rules, questions, _ = _found_in(amjd, "short.md")
    assert "ROLE-02" in rules
    assert not questions["accounts"]["answered"]


@table(
    ("place", "rule", "words", "law"),
    [
        ("Denver, CO", "LAW-02", "Once he has a car.", "Title VII"),
        ("Galway, Ireland", "LAW-02", "Once he has a car.", ""),
        ("Geelong VIC, Australia", "LAW-03", "Native speakers only.", ""),
        ("Leeds, UK", "LAW-04", "Lift up to 25 kg.", ""),
        ("Oakland, CA", "LAW-07", "A valid driver's license.", "California"),
        ("Austin, TX", "LAW-07", "A valid driver's license.", ""),
        ("Trenton, NJ", "LAW-05", "Must be currently employed.", "New Jersey"),
        ("Austin, TX", "LAW-05", "Must be currently employed.", ""),
        ("", "LAW-02", "Once he has a car.", "Title VII"),
    ],
)
def test_only_the_law_of_the_place_is_cited(place, rule, words, law):
    text = f"# Account Manager\n\n{place}\n\n{words}"
    (found, *_) = [one for one in reviewed(text).findings if one.rule == rule]
    laws = r"VII|ADA|U\.S\.C|New Jersey|California|Los Angeles"
    assert (law in found.why) if law else not re.search(laws, f"{found.why} {found.cure}")
    assert bool(found.sources) == bool(law)


@table(
    ("words", "message", "cure"),
    [
        ("Send a CV with a recent photo.", "A photo", "Leave it out"),
        ("Send a CV and state your date of birth.", "A date of birth", "payroll"),
        ("Must be under 40.", "An age", "Leave the age out"),
        ("Christian preferred.", "A religion", "Leave it out"),
        ("You must not be pregnant.", "Pregnant", "Leave it out"),
    ],
)
def test_what_is_asked_for_has_the_reason_and_the_cure_of_its_own(words, message, cure):
    found = reviewed(f"# Account Manager\n\n{words}").findings
    (one,) = [one for one in found if one.message.startswith(message)]
    assert cure in one.cure
    assert "ative speaker" not in one.why + one.cure
    assert "no experience" not in one.why + one.cure


def test_a_cure_for_another_country_is_one_to_follow():
    text = "# Account Manager\n\nLeeds, UK\n\nLift up to 25 kg{}."
    (found,) = [one for one in reviewed(text.format("")).findings if one.rule == "LAW-04"]
    added = re.search('add "(.+)"', found.cure)[1]
    assert "LAW-04" not in [one.rule for one in reviewed(text.format(f", {added}")).findings]


@table(
    ("before", "named"),
    [
        ("Two weeks of handover with Ciara before ", True),
        ("Theo has looked after everyone himself, from ", True),
        ("Sheila retires in April, and ", True),
        ("You report to the managing director, who shares ", True),
        ("Theo trains you. ", True),
        ("You cover for the last account manager until ", True),
        ("", False),
        ("Travel: ", False),
        ("On Monday ", False),
        ("In Texas and Ohio ", False),
        ("The account manager reports to us, and ", False),
        ("When clients call, ", False),
    ],
)
def test_a_pronoun_stands_for_whom_the_sentence_names(before, named):
    assert names_person(before) is named


def test_all_tools_are_named_and_the_first_is_none_that_is_only_nice_to_have():
    asked_for = "## Nice to have\n\n- Shopify\n\n## Requirements\n\n- Meta Ads Manager\n"
    found = reviewed(f"# Account Manager\n\n{asked_for}")
    asked = facts.questions(found.facts)["tools"]
    assert found.posting.said(asked) == "Meta Ads Manager"
    assert any("Meta Ads Manager, Shopify" in line for line in as_text("a.md", found, True))


def test_a_pair_of_pronouns_is_found_once():
    found = reviewed("# Account Manager\n\nHe/she brings his/her own laptop. She calls clients.\n")
    said = [one.words for one in found.findings if one.rule == "LAW-02"]
    assert said == ["He/she", "his/her", "She"]
