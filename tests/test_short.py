"""The short form: three paragraphs for a job board, with the numbers, the pay and how to apply."""

import io
import random
import re

import pytest
from docx import Document as WordFile
from hypothesis import given
from hypothesis import strategies as st

from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from amjd.answers.state import missing, shown
from amjd.documents.document import Heading, Paragraph, count_words
from amjd.documents.draft import Note, draft
from amjd.sources.yaml_file import parse
from conftest import ANSWERS, CATALOG, EXAMPLES, QUESTIONS, SHORT, names
from postings import lines_of, required_only, some_answers
from tables import table
from test_wording import UNWELCOME
from trees import STOPS, TRACES, complete, every_answer, without

pytestmark = pytest.mark.usefixtures("folder")

TEMPLATES = CATALOG.ids
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
MUST_SHOW = [
    "role.title", "company.name", "role.location", "role.workplace", "portfolio.accounts",
    "portfolio.segment", "quota.target", "pay.base", "apply.email", "apply.url", "apply.phone",
]  # fmt: skip


def _read(tree):
    answers, faults, _ = read(tree, CATALOG.ids, CATALOG.names)
    assert faults == []
    return answers


def _short(answers, template=""):
    return draft(SHORT, QUESTIONS, answers, template)


def _lines(answers, template=""):
    """The title and the three paragraphs."""
    lines = list(lines_of(_short(answers, template).document.blocks))
    assert len(lines) == 4
    return lines


def _example(name):
    return _read(parse((EXAMPLES / f"{name}.yaml").read_bytes(), name).tree)


def _check(answers, template=""):
    """Check the form, the length and that all shows which must."""
    drafted = _short(answers, template)
    kinds = [type(block) for block in drafted.document.blocks]
    assert kinds == [Heading, Paragraph, Paragraph, Paragraph]
    assert count_words(drafted.document.blocks) <= 150
    assert [note for note in drafted.notes if note.kind == "long"] == []
    _check_shown(answers, template)


def _check_shown(answers, template=""):
    text = "\n".join(_lines(answers, template))
    texts = shown(answers)
    for field in MUST_SHOW:
        if texts.get(field, "private") not in ("private", "none"):
            assert texts[field] in text, field
    assert (texts["quota.carries"] == "no") == ("There is no sales quota." in text)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_three_paragraphs_with_all_that_must_show(name):
    _check(_example(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_first_paragraph_of_an_example_fits_the_summary_of_a_board(name):
    assert len(_lines(_example(name))[1]) <= 150


@pytest.mark.parametrize("template", TEMPLATES)
def test_so_do_the_required_answers_alone(template):
    for seed in range(10):
        answers = _read(required_only(template, random.Random(seed)))
        _check(answers)
        assert len(_lines(answers)[1]) <= 150


@pytest.mark.parametrize("template", TEMPLATES)
def test_so_do_random_answers(template):
    for seed in range(35):
        _check(_read(some_answers(template, random.Random(f"{template} {seed}"))), template)


CROWDED = {
    "role.workplace": ["remote", "hybrid"], "role.regions": [["US-OH", "US-IN", "US-MI", "US-WI"]],
    "role.travel": ["two visits a month", "three days a week across Ohio"],
    "role.office_days": ["Tuesdays and Thursdays"], "role.hours": ["37.5 hours a week"],
    "role.employment": ["full-time", "contract", "temporary"], "role.until": ["May 2031"],
    "role.new_business": ["0", "10", "60", "100"], "role.handover_weeks": ["6"],
    "role.manages": ["You lead two account coordinators"], "role.juniors": ["2"],
    "portfolio.accounts": ["1", "40-60", "about 40", "120"], "portfolio.retention": ["92"],
    "tools.others": [["Gmail", "Asana", "Excel", "QuickBooks"]], "pay.period": ["year"],
    "apply.url": ["https://tidewater.example/jobs"], "apply.phone": ["412-555-0138"],
    "apply.here": ["yes"], "apply.contact": ["Dana Ruiz, the founder"],
    "apply.deadline": ["rolling", "2031-03-17"],
}  # fmt: skip
PAY = [
    {"base": "private"}, {"variable": "none"}, {"variable": "private"}, {"variable": "up to 10%"},
    {"variable": "4000", "commission": "You earn 2% of each order."},
    {"base": "none", "variable": "30k", "commission": "You earn 2% of each order."},
]  # fmt: skip
TARGETS = ["private", "12 renewals", "300k", "50% of accounts on the new plan"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_so_do_answers_to_everything(template):
    """Four ways to apply, ranges, regions, what is private: the least of it is left to spare."""
    for seed in range(40):
        chance = random.Random(f"{template} {seed}")
        tree = some_answers(template, chance)
        for field, values in CROWDED.items():
            section, name = field.split(".")
            tree[section][name] = chance.choice(values)
        if template == "sales":
            tree["quota"]["target"] = chance.choice(TARGETS)
        else:
            tree["pay"] |= chance.choice(PAY)
        if tree["pay"].get("variable") == "none":
            tree["pay"].pop("bonus", None)
        _check(_read(tree), template)


def test_what_can_be_spared_stays_where_there_is_room(answers):
    crowd = {
        "apply.contact": "Dana",
        "role.manages": "You lead two rowers",
        "role.hours": "9 a week",
    }
    crowd |= {"apply.evidence": "Send"}
    room = "\n".join(_lines(answers(crowd)))
    assert all(words in room for words in ("goes to Dana.", "two rowers.", "9 a week."))
    more = " us" * (150 - len(room.split()) + 1)
    full = "\n".join(_lines(answers({**crowd, "apply.evidence": f"Send{more}"})))
    assert "Dana" not in full
    assert all(words in full for words in ("two rowers.", "9 a week.", f"Send{more}."))


@given(answers=complete(), template=st.sampled_from(TEMPLATES))
def test_whatever_is_left_out_the_short_form_is_tidy(answers, template):
    _check_shown(answers, template)
    title, *paragraphs = _lines(answers, template)
    for line in (title, *paragraphs):
        assert not TRACES.search(line), line
        assert line.count("(") == line.count(")"), line
    for paragraph in paragraphs:
        assert re.match(r"[A-Z]", paragraph), paragraph
        assert paragraph[-1] in ".!?", paragraph


OWN = [
    "company.name", "role.location", "role.office_days", "role.owner", "role.manages",
    "portfolio.segment", "product.name", "apply.contact", "apply.evidence",
]  # fmt: skip


@given(
    template=st.sampled_from(TEMPLATES),
    stops=st.lists(st.sampled_from(STOPS), min_size=len(OWN), max_size=len(OWN)),
)
def test_no_sentence_of_the_short_form_ends_twice(template, stops):
    tree = every_answer()
    tree["role"]["manages"] = "You lead two rowers"
    for field, stop in zip(OWN, stops, strict=True):
        section, name = field.split(".")
        tree[section][name] = f"{tree[section][name].rstrip('.')}{stop}"
    for line in _lines(_read(tree), template):
        assert not re.search(r"[!?…][.]|[^.]\.\.(?!\.)|\.{4}|[.!?…][”’\"]\.", line), line


@given(template=st.sampled_from(TEMPLATES), gone=st.sets(st.sampled_from(sorted(FIELDS))))
def test_what_is_missing_stands_in_brackets_there_too(template, gone):
    tree = without(every_answer(), gone)
    if "metrics" in gone:
        del tree["metrics"]
    answers, faults, _ = read(tree, TEMPLATES)
    assert {fault.reason for fault in faults} <= {"missing"}
    blocks = _short(answers, template).document.blocks
    assert len(blocks) == (6 if missing(answers) else 4)
    for line in lines_of(blocks):
        assert not TRACES.search(re.sub(r"\[[A-Z][^\]]*\]", "Label", line)), line


def test_the_heads_are_those_of_the_postings():
    """The same answers lead to the same template, title and evidence in either form."""
    assert SHORT.heads == CATALOG.heads


# ---- what it says


@table("name", NAMES)
@table("phrase", UNWELCOME)
def test_no_unwelcome_phrase_stands_in_a_short_form(name, phrase):
    lines = _lines(_example(name))
    assert [line for line in lines if re.search(phrase, line, re.IGNORECASE)] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_figure_is_one_of_the_answers(template):
    answers = _read(required_only(template, random.Random(2)))
    given_ = " ".join(text for text in shown(answers).values() if isinstance(text, str))
    for line in _lines(answers):
        for figure in re.findall(r"\d[\d,.]*\d|\d", line):
            assert figure in given_


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_was_not_answered_is_not_said(template, answers):
    """Of answers without a quota, a bonus, a way of buying or a share of the time."""
    text = "\n".join(_lines(answers({"portfolio.retention": None, "pay.variable": None}), template))
    unsaid = r"commission|bonus|contract|orders|%|train you|coach|Herdline"
    assert not re.search(unsaid, text), text


@table("template", TEMPLATES)
@table("basis", [None, "contracts", "repeat orders", "projects", "usage", "none"])
def test_one_account_reads_as_one(template, basis, answers):
    changes = {
        "portfolio.accounts": "1", "portfolio.strategic": "yes", "portfolio.retention": "92",
        **({"portfolio.basis": basis} if basis else {}),
    }  # fmt: skip
    text = "\n".join(_lines(answers(changes), template)[1:3])
    assert "one account" in text
    assert not re.search(r"\beach account|\bof them|\bclients|accounts\b", text), text


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    ("share", "opens", "sentence"),
    [
        (60, True, "About 60% of your time goes into opening new accounts."),
        (100, True, "All of your time (100%) goes into opening new accounts."),
        (20, False, "Winning new accounts takes about 20% of your time."),
        (0, False, None),
    ],
)
def test_who_wins_new_accounts_reads_so(template, share, opens, sentence, answers):
    _, first, second, _ = _lines(answers({"role.new_business": str(share)}), template)
    assert bool(re.search(r"you (open|win) (new )?accounts", first)) == opens
    assert sentence in second if sentence else "new accounts" not in second


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Pay is $58,000 per year."),
        ({"pay.variable": "none"}, "Pay is $58,000 per year."),
        ({"pay.variable": "5000"},
         "Base pay is $58,000 per year, plus a bonus: $63,000 in all."),
        ({"pay.variable": "private"}, "Base pay is $58,000 per year, plus a bonus."),
        ({"pay.commission": "You earn 5%."},
         "Base pay is $58,000 per year, plus commission."),
        ({"pay.commission": "You earn 5%.", "pay.bonus": "In May."},
         "Base pay is $58,000 per year, plus commission and bonus."),
        ({"pay.base": "22/hr", "pay.variable": "up to 10%"},
         "Base pay is $22 per hour, plus a bonus: up to $24.20 in all."),
        ({"pay.base": "none", "pay.commission": "You earn 5%."},
         "Pay is commission, without base pay."),
        ({"pay.base": "none", "pay.commission": "You earn 5%.", "pay.variable": "40k"},
         "Pay is commission, without base pay: $40,000 per year."),
        ({"pay.base": "private", "pay.ote": "60k"}, "Pay is $60,000 per year in all."),
    ],
)  # fmt: skip
def test_pay_without_a_quota_is_one_sentence(changes, sentence, answers):
    found = _lines(answers({"pay.variable": None, **changes}))[2]
    assert f"hybrid: Salem, MA. {sentence} There is no" in found


_QUOTA = {"quota.carries": "yes", "quota.target": "150k", "quota.period": "month"}


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({"pay.variable": "30k"},
         "per year, plus commission: $88,000 in all when you reach the quota."
         " The quota is $150,000 per month."),
        ({"pay.variable": "private", "quota.target": "private"},
         "per year, plus commission. You carry a monthly sales quota."),
        ({"pay.variable": "30k", "pay.bonus": "In May.", "quota.target": "12 renewals"},
         "per year, plus variable pay: $88,000 in all when you reach the quota."
         " The quota is 12 renewals per month."),
        ({"pay.base": "none", "pay.commission": "You earn 5%.", "pay.variable": "40k"},
         "Pay is commission, without base pay: $40,000 per year when you reach the quota. The"),
        ({"pay.base": "private", "pay.variable": "30k", "pay.ote": "90k"},
         "Pay is $90,000 per year when you reach the quota. The"),
    ],
)  # fmt: skip
def test_pay_with_a_quota_says_what_reaching_it_brings(changes, sentences, answers):
    assert sentences in _lines(answers({**_QUOTA, **changes}))[2]


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({"role.workplace": "hybrid"}, "The job is hybrid: Salem, MA."),
        ({"role.location": "Remote (US)", "role.workplace": "remote"},
         "Where you work: Remote (US)."),
        ({"role.location": "Washington, D.C."}, "Where you work: Washington, D.C."),
        ({"role.workplace": "remote", "role.regions": ["US-OH", "US-IN"]},
         "The job is remote: Salem, MA. Open to people in: Ohio and Indiana."),
        ({"role.workplace": "remote", "role.travel": "3 days a week"},
         "The job is remote and on the road: Salem, MA. Travel: 3 days a week."),
        ({"role.workplace": "hybrid", "role.travel": "two trips a year"},
         "The job is hybrid: Salem, MA."),
        ({"role.location": "Remote (US)", "role.workplace": "remote", "role.travel": "most days"},
         "Where you work: Remote (US). Travel: most days."),
        ({"role.workplace": "hybrid", "role.office_days": "Mondays"},
         "The job is hybrid: Salem, MA. Office days: Mondays."),
    ],
)  # fmt: skip
def test_the_place_is_said_once(changes, sentences, answers):
    found = _lines(answers({"role.workplace": None, **changes}))[2]
    assert found.startswith(f"{sentences} Pay is ")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"role.employment": "full-time"}, "You work full-time."),
        ({"role.employment": "part-time", "role.hours": "25 hours a week"},
         "You work part-time, 25 hours a week."),
        ({"role.hours": "25 hours a week"}, "Hours: 25 hours a week."),
        ({"role.employment": "contract", "role.until": "May 2031"},
         "You work on contract, until May 2031."),
        ({"role.employment": "temporary", "role.until": "until June", "role.hours": "20 hours"},
         "The work is temporary, until June, 20 hours a week."),
    ],
)  # fmt: skip
def test_how_long_one_works_is_one_sentence(changes, sentence, answers):
    found = _lines(answers({"pay.variable": None, **changes}))[2]
    assert f"Salem, MA. {sentence} Pay is $58,000 per year." in found


WAYS = {
    "apply.url": "go to https://a.example/jobs",
    "apply.email": "write to jobs@tidewater.example",
    "apply.phone": "call 412-555-0138",
    "apply.here": "use the button on this page",
}
VALUES = {
    "apply.url": "https://a.example/jobs",
    "apply.email": "jobs@tidewater.example",
    "apply.phone": "412-555-0138",
    "apply.here": "yes",
}


@table("chosen", range(1, 16))
@table("deadline", ["rolling", "2031-03-17", None])
def test_each_way_to_apply_is_named_and_when(chosen, deadline, answers):
    ways = [field for at, field in enumerate(WAYS) if chosen & 1 << at]
    changes = {"apply.email": None} | {field: VALUES[field] for field in ways}
    found = _lines(answers({**changes, "apply.deadline": deadline}))[3]
    lead = "Apply by March 17, 2031:" if deadline == "2031-03-17" else "To apply,"
    assert found.startswith(f"{lead} {' or '.join(WAYS[field] for field in ways)}. ")
    assert ("until the job is filled." in found) == (deadline == "rolling")


def test_an_answer_in_paragraphs_is_one(answers):
    evidence = "Send a page.\n\nTell what you did first."
    found = _lines(answers({"apply.evidence": evidence}))[3]
    assert "Send a page. Tell what you did first." in found


# Of one account what a posting says of several.
_SAID_OTHERWISE = "calls has"


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("share", ["60", "0"])
def test_behind_the_legal_form_of_a_company_the_sentence_goes_on_after_a_comma(
    template, share, answers
):
    typed = {"company.name": "Quay Freight, LLC", "role.new_business": share}
    assert _lines(answers(typed), template)[1].startswith("At Quay Freight, LLC, you ")


@table("template", TEMPLATES)
@table("basis", [None, "contracts", "repeat orders", "projects", "usage", "none"])
@table("changes", [{}, {"role.mentors": "yes"}, {"role.new_business": "60"},
                   {"product.software": "yes", "product.name": "Herdline"}])  # fmt: skip
def test_no_duty_stands_there_that_the_posting_may_leave_out(template, basis, changes, answers):
    """What it says of the work is what a posting says of the role, whatever lines stand in it."""
    buying = {"portfolio.basis": basis} if basis else {}
    given = answers({"portfolio.retention": None, **buying, **changes,
                     "leave_out": "all", "role.duties": ["Row"]})  # fmt: skip
    posting = draft(CATALOG, QUESTIONS, given, template).document.blocks
    role = " ".join(lines_of(posting)).lower()
    second = _lines(given, template)[2].partition("quota. ")[2]
    words = re.findall(r"[a-z']+", second.lower())
    assert [one for one in words if one not in f"{role} {_SAID_OTHERWISE}"] == []


# ---- what is said of it


def test_more_words_are_told_with_the_longest_answer(answers):
    drafted = _short(answers({"apply.evidence": "Tell " + "us more " * 80}))
    count = count_words(drafted.document.blocks)
    assert count > 150
    assert Note("long", "apply.evidence", f"{count} words, over 150") in drafted.notes


@pytest.mark.parametrize(("more", "is_long"), [(0, False), (1, True)])
def test_a_hundred_and_fifty_words_are_no_more_than_that(more, is_long, answers):
    others = count_words(_short(answers({"apply.evidence": "Send"})).document.blocks)
    evidence = " ".join(["Send"] * (150 - others + 1 + more))
    drafted = _short(answers({"apply.evidence": evidence}))
    assert count_words(drafted.document.blocks) == 150 + more
    assert any(note.kind == "long" for note in drafted.notes) == is_long


def test_labels_alone_are_never_too_long():
    answers, _, _ = read({}, TEMPLATES)
    for template in TEMPLATES:
        assert [note for note in _short(answers, template).notes if note.kind == "long"] == []


def test_a_default_or_a_doubt_of_what_it_does_not_show_is_not_told(answers):
    changes = {"portfolio.retention": None, "metrics": list("abcdef")}
    for catalog, is_told in [(CATALOG, True), (SHORT, False)]:
        drafted = draft(catalog, QUESTIONS, answers(changes))
        fields = {note.field for note in drafted.notes} | {one.field for one in drafted.doubts}
        assert ({"portfolio.called", "metrics"} <= fields) == is_told
        assert {"pay.currency", "pay.period"} <= fields


# ---- the command

TIDEWATER = ANSWERS / "tidewater.yaml"


def test_one_goes_to_standard_output(amjd):
    result = amjd("draft", TIDEWATER, "--short")
    assert result.code == 0
    title, *paragraphs = result.out.decode().strip().split("\n\n")
    assert title == "# Account Manager"
    assert len(paragraphs) == 3
    assert "Tidewater Linen" in paragraphs[0]


def test_one_goes_to_the_file_that_is_named(amjd, folder):
    result = amjd("draft", TIDEWATER, "--short", "-o", "board.md")
    assert (result.code, result.lines[-1]) == (0, "wrote board.md")
    assert (folder / "board.md").read_bytes() == amjd("draft", TIDEWATER, "--short").out


def test_a_folder_takes_it_beside_the_posting(amjd, folder):
    assert amjd("draft", TIDEWATER, EXAMPLES / "key.yaml", "-o", "out/").code == 0
    posting = (folder / "out" / "tidewater.md").read_bytes()
    short = amjd("draft", TIDEWATER, EXAMPLES / "key.yaml", "-o", "out/", "--short")
    assert short.code == 0
    assert names(folder / "out") == [
        "key.md", "key.short.md", "tidewater.md", "tidewater.short.md",
    ]  # fmt: skip
    assert (folder / "out" / "tidewater.md").read_bytes() == posting
    again = amjd("draft", TIDEWATER, "-o", "out/", "--short", "--set", "portfolio.accounts=9")
    assert again.code == 4
    assert "tidewater.short.md" in again.err


def test_one_from_standard_input_is_named_after_the_company(amjd, folder):
    result = amjd("draft", "-", "--short", "-o", "out/", stdin=TIDEWATER.read_bytes())
    assert result.code == 0
    [name] = names(folder / "out")
    assert name.endswith(".short.md")


def test_word_holds_the_same_words(amjd, folder):
    amjd("draft", TIDEWATER, "--short", "-o", "out/", "-f", "docx", "-f", "md")
    word = WordFile(io.BytesIO((folder / "out" / "tidewater.short.docx").read_bytes()))
    paragraphs = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert paragraphs[0] == "Tidewater Linen"
    assert paragraphs[1:] == _lines(_read(parse(TIDEWATER.read_bytes(), "a").tree))


def test_blanks_are_marked_as_in_a_posting(amjd):
    refused = amjd("draft", ANSWERS / "open.yaml", "--short")
    assert (refused.code, refused.out) == (3, b"")
    result = amjd("draft", ANSWERS / "open.yaml", "--short", "--allow-blanks")
    assert result.code == 0
    text = result.out.decode()
    assert text.startswith("DRAFT: 3 to settle before posting\n\n- [")
    assert "pay is [Base pay] per year. Quota: [Sales quota]." in text


def test_a_template_is_taken_as_for_a_posting(amjd):
    result = amjd("draft", TIDEWATER, "--short", "-t", "key")
    assert result.out.startswith(b"# Key Account Manager\n")
    assert result.lines[0].startswith("key: chosen by --template")
    assert amjd("draft", TIDEWATER, "--short", "-t", "kee").code == 2


def test_lines_of_the_posting_that_are_left_out_do_no_harm(amjd):
    result = amjd("draft", EXAMPLES / "standard.yaml", "--short")
    assert result.code == 0
    assert "leave_out" not in result.err


def test_too_many_words_are_told_on_standard_error_and_written(amjd):
    long = "apply.evidence=Tell " + "us more " * 80
    result = amjd("draft", TIDEWATER, "--short", "--set", long)
    assert result.code == 0
    assert result.out.count(b"us more") == 80
    [line] = [line for line in result.lines if "the short form has" in line]
    assert re.fullmatch(
        r"the short form has \d+ words, over 150: apply.evidence is the longest answer in it", line
    )
    assert amjd("draft", TIDEWATER, "--short", "--set", long, "-q").err == ""
    assert "the short form" not in amjd("draft", TIDEWATER, "--set", long).err
