"""Filling: answers stand as text, and what is unanswered leaves without a trace."""

import datetime
import re
from itertools import chain

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amjd.answers.fields import FIELDS
from amjd.answers.reading import read
from amjd.answers.state import missing, shown
from amjd.documents.document import Document, Facts, Heading, Paragraph, Run, text_of
from amjd.documents.draft import Note, blank, draft
from amjd.documents.english import elsewhere
from amjd.documents.fill import draft_mark, fill, to_blocks
from amjd.documents.filling import Filling
from amjd.documents.language import fields_of, parse
from amjd.text.characters import fold, refused
from conftest import CATALOG, QUESTIONS, SHORT
from postings import lines_of
from tables import table
from trees import STOPS, SWITCHES, TRACES, complete, every_answer, without

TEMPLATES = CATALOG.ids


def _fill(body, texts=None, blanks=None):
    parts = parse(body, "t.md", 1, list(FIELDS))
    return to_blocks(fill(parts, Filling(texts or {}, blanks or {})))


def _line(body, texts=None, blanks=None):
    """The text of the one block that a body becomes; None when it leaves."""
    lines = list(lines_of(_fill(body, texts, blanks)))
    assert len(lines) < 2
    return lines[0] if lines else None


A, B, C = "role.title", "role.hours", "role.start"


@table(
    ("body", "texts", "line"),
    [
        ("a [role.title] c", {A: "b"}, "a b c"),
        ("a [role.title] c", {}, None),
        ("- a [role.title]", {}, None),
        ("- Label: [role.title]", {A: "x"}, "Label: X"),
        ("- Label: [role.title]", {}, None),
        ("[role.title] [role.hours]", {A: "a"}, None),
        ("a{ and [role.title]}", {A: "b"}, "a and b"),
        ("a{ and [role.title]}", {}, "a"),
        ("a {[role.title]} b", {}, "a b"),
        ("a {[role.title]}", {}, "a"),
        ("{[role.title]} b", {}, "b"),
        ("{[role.title]}{, [role.hours]}", {A: "a"}, "a"),
        ("a {[role.title]}, b", {}, "a, b"),
        ("a {[role.title]}. B", {}, "a. B"),
        ("a {[role.title]}; b", {}, "a; b"),
        ("a {[role.title]}: b", {}, "a: b"),
        ("a{ ([role.title])} b", {}, "a b"),
        ("a {, [role.title]} b", {}, "a b"),
        ("a {one [role.title]} {two [role.hours]} {three [role.start]} z", {}, "a z"),
        ("a {one [role.title]} {two [role.hours]} z", {B: "b"}, "a two b z"),
        ("a{ b [role.title]{ c [role.hours]}}", {A: "x"}, "a b x"),
        ("a{ b [role.title]{ c [role.hours]}}", {B: "x"}, "a"),
        ("a{ b [role.title]{ c [role.hours]}}", {A: "x", B: "y"}, "a b x c y"),
        ("a{ b{ c [role.title]} d}", {}, "a b d"),
        ("{[role.title]}", {}, None),
        ("- {[role.title]}", {}, None),
        ("- Label: {[role.title]}", {}, None),
        ("{a}", {}, "a"),
        ("{}", {}, None),
        ("{role.title is x: yes}", {A: "x"}, "yes"),
        ("{role.title is x: yes}", {A: "y"}, None),
        ("{role.title is x: yes}", {}, None),
        ("{role.title is not x: yes}", {A: "y"}, "yes"),
        ("{role.title is not x: yes}", {A: "x"}, None),
        ("{role.title is not x: yes}", {}, None),
        ("{role.title is x: a [role.hours]}", {A: "x"}, None),
        ("a{role.title is x: b} c", {A: "x"}, "ab c"),
        ("{role.title is x: One.} {role.title is y: Two.} Three.", {A: "y"}, "Two. Three."),
        ("{role.title is x: One.} {role.title is y: Two.} Three.", {}, "Three."),
        ("[role.title] a b", {A: "x  y"}, "x  y a b"),
        ("{[role.title] | [role.hours] | c}", {A: "x", B: "y"}, "x"),
        ("{[role.title] | [role.hours] | c}", {B: "y"}, "y"),
        ("{[role.title] | [role.hours] | c}", {}, "c"),
        ("{role.title is x: | c}", {A: "x"}, None),
        ("{role.title is x: a [role.hours] | c} z", {A: "x"}, "c z"),
        ("{role.title is x: {[role.hours] | b} | c}", {A: "x"}, "b"),
    ],
)
def test_phrases_and_unanswered_fields_leave_no_trace(body, texts, line):
    assert _line(body, texts) == line


@table(
    "text",
    [
        "[company.name]", "[role.hours]", "{x}", "{role.hours is not x: y}", "}{", "][", "[", "{",
        "{{ 7*7 }}", "\\1", "\\g<0>", "%s", "{0}", "$HOME", "${HOME}", "`ls`", "=cmd()", "None",
        "0", "*x*", "<b>", "# x", "- x", "[/]", ":bomb:", "\\n", "a, b", ",", ".", "...",
        ": x",
    ],
)  # fmt: skip
def test_an_answer_is_text_and_never_read_again(text):
    texts = {A: text, B: "HOURS", "company.name": "COMPANY"}
    assert _line("a [role.title] b [role.hours]", texts) == f"a {text} b HOURS"
    assert _line("- [role.title]", texts) == text
    assert _line("x{ y [role.title]} z", texts) == f"x y {text} z"


ANSWERS = (
    st.text(st.sampled_from("[]{}.,:; abé日*_`#<>\\'\"!?…。()-1") | st.characters(), min_size=1)
    .map(fold)
    .filter(lambda text: text and not any(refused(text)))
)


@given(first=ANSWERS, second=ANSWERS)
def test_any_two_answers_stand_unchanged_among_the_words(first, second):
    assume(not first.endswith(".") and not second.endswith("."))  # their stop may go
    body = "We [role.title] and{, with [role.hours],} so"
    assert _line(body, {A: first, B: second}) == f"We {first} and, with {second}, so"


OWN_STOPS = [
    "Come.", "Come!", "Come?", "Come…", "Come...", "来。", "来！", "来？", "来．", "Come?!",
    "He said “come.”", "He said “come!”", 'He said "come."', "He said 'come?'", "«Venez !»",
    "「来。」", "『来。』", "‘Come.’", "Acme Inc.", "“He said ‘come.’”",
]  # fmt: skip


@table("answer", OWN_STOPS)
@table("body", ["[role.title].", "{We: [role.title].}", "[role.title]{.}"])
def test_a_final_stop_of_the_answer_absorbs_ours(answer, body):
    assert _line(body, {A: answer}) == body.strip("{.}").replace("[role.title]", answer)


@table("answer", OWN_STOPS)
def test_words_go_on_after_an_absorbed_stop(answer):
    assert _line("[role.title]. {Ours: [role.hours].} End.", {A: answer}) == f"{answer} End."


@pytest.mark.parametrize(
    "answer", ["Come", "Come)", "Come,", "x.y", "“Come”", "”", "10%", "C.O.D. now", "日"]
)
def test_an_answer_without_a_final_stop_gets_ours(answer):
    assert _line("[role.title].", {A: answer}) == f"{answer}."


@pytest.mark.parametrize("answer", ["Come.", "Come!", "Come?"])
def test_a_final_stop_inside_a_line_stays(answer):
    assert _line("([role.title]), [role.title]: x", {A: answer}) == f"({answer}), {answer}: x"


def test_the_stop_of_a_list_is_that_of_its_last_item():
    assert _line("[metrics].", {"metrics": ("a", "b.")}) == "a and b."
    assert _line("[metrics].", {"metrics": ("a.", "b")}) == "a. and b."


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("our ledger.", "Keep our ledger current: daily"),
        ("Harbor Inc.", "Keep Harbor Inc. current: daily"),
        ("the U.S.", "Keep the U.S. current: daily"),
        ("notes.example.", "Keep notes.example current: daily"),
        ("what?", "Keep what? current: daily"),
    ],
)
def test_the_stop_of_an_answer_does_not_end_a_sentence_that_goes_on(answer, line):
    assert _line("Keep [role.title] current: daily", {A: answer}) == line


def test_our_own_stops_are_never_dropped():
    assert _line("A. B. [role.title] C.", {A: "x."}) == "A. B. x. C."


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (("a",), "a"),
        (("a", "b"), "a and b"),
        (("a", "b", "c"), "a, b and c"),
        (("a, b", "c"), "a, b and c"),
        (("a and b", "c", "d"), "a and b; c; d"),
    ],
)
def test_a_list_inside_a_line_reads_as_one_phrase(items, text):
    assert _line("of [metrics] here", {"metrics": items}) == f"of {text} here"


def test_a_bullet_that_is_one_list_becomes_a_bullet_for_each_item():
    blocks = _fill("## H\n\n- a\n- [metrics]\n- z", {"metrics": ("one", "two")})
    assert list(lines_of(blocks)) == ["H", "a", "one", "two", "z"]
    assert len(blocks) == 2


def test_a_bullet_with_more_than_a_list_is_one_bullet():
    blocks = _fill("## H\n\n- [metrics] a", {"metrics": ("one", "two")})
    assert list(lines_of(blocks)) == ["H", "one and two a"]


def test_an_unanswered_list_leaves_no_bullet():
    assert list(lines_of(_fill("## H\n\n- [metrics]\n- a"))) == ["H", "a"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("# T\n\nx", ["T", "x"]),
        ("# T\n\n## A\n\n- [metrics]\n\n## B\n\nx", ["T", "B", "x"]),
        ("# T\n\n## A\n\nx\n\n## B\n\n- [metrics]", ["T", "A", "x"]),
        ("## A\n\n### B\n\n[role.title]\n\n### C\n\nx", ["A", "C", "x"]),
        ("## A\n\n### B\n\n[role.title]\n\n## C\n\nx", ["C", "x"]),
        ("## A\n\nx\n\n### B\n\n{[role.title]}\n\n## C\n\ny", ["A", "x", "C", "y"]),
        ("## A\n\n### B\n\nx", ["A", "B", "x"]),
        ("## A\n\n## B\n\n### C", []),
        ("## A [role.title]\n\nx", ["x"]),
    ],
)
def test_a_heading_with_nothing_under_it_leaves(body, lines):
    assert list(lines_of(_fill(body))) == lines


LABELS = {A: "Job title", "metrics": "Measures", "apply.email": "Email"}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a [role.title] b", "a [Job title] b"),
        ("[role.title].", "[Job title]."),
        ("a{ b [role.title]}", "a b [Job title]"),
        ("a{ b [role.title] c [role.hours]}", "a"),
        ("- [metrics]", "[Measures]"),
        ("- Label: [role.title]", "Label: [Job title]"),
        ("Write to [apply.email].", "Write to [Email]."),
        ("{role.title is x: a}", None),
        ("{role.title is not x: by [role.title]}", "by [Job title]"),
    ],
)
def test_a_blank_stands_as_its_label_in_brackets(body, line):
    assert _line(body, {}, LABELS) == line


def test_a_draft_says_how_much_is_to_be_settled():
    mark, items = draft_mark(["One", "Two"])
    assert text_of(mark.runs) == "DRAFT: 2 to settle before posting"
    assert [text_of(item) for item in items.items] == ["[One]", "[Two]"]


def test_a_blank_is_marked_and_is_no_link():
    (paragraph,) = _fill("To [apply.email]", {}, LABELS)
    assert paragraph == Paragraph((Run("To "), Run("[Email]", "blank", field="apply.email")))


def test_two_blanks_or_links_side_by_side_stay_two():
    (paragraph,) = _fill("[role.title][metrics]", {}, LABELS)
    assert [(run.text, run.mark) for run in paragraph.runs] == [
        ("[Job title]", "blank"),
        ("[Measures]", "blank"),
    ]
    (paragraph,) = _fill("[apply.email][apply.email]", {"apply.email": "a@b.example"})
    assert (
        paragraph.runs == (Run("a@b.example", link="mailto:a@b.example", field="apply.email"),) * 2
    )


def test_an_answer_wins_over_a_blank():
    assert _line("[role.title]", {A: "Boss"}, LABELS) == "Boss"


def test_an_email_and_a_link_are_links():
    texts = {"apply.email": "a@b.example", "apply.url": "https://b.example/jobs"}
    (paragraph,) = _fill("To [apply.email] or [apply.url].", texts)
    assert paragraph.runs == (
        Run("To "),
        Run("a@b.example", link="mailto:a@b.example", field="apply.email"),
        Run(" or "),
        Run("https://b.example/jobs", link="https://b.example/jobs", field="apply.url"),
        Run("."),
    )


def test_facts_stand_together_and_an_answer_knows_its_field():
    texts = {A: "x", B: "y"}
    assert _fill("- One: [role.title]\n- Two: a [role.hours] b", texts) == (
        Facts(
            (
                ("One", (Run("X", field=A),)),
                ("Two", (Run("A "), Run("y", field=B), Run(" b"))),
            )
        ),
    )


@table(
    ("typed", "shown"),
    [
        ("none", "None"), ("full-time", "Full-time"), ("don't know, yet", "Don't know, yet"),
        ("eBay shops", "eBay shops"), ("3rd floor", "3rd floor"), ("o2 shops", "o2 shops"),
        ("\u00e9t\u00e9", "\u00c9t\u00e9"), ("\u00df", "\u00df"),
        ("www.x.example", "www.x.example"),
        ("(a)", "(a)"), ("\u65e5\u672c", "\u65e5\u672c"), ("Aa b", "Aa b"),
    ],
)  # fmt: skip
def test_a_fact_begins_with_a_capital_unless_its_first_word_has_a_look_of_its_own(typed, shown):
    [facts] = _fill("- One: [role.title]", {A: typed})
    assert text_of(facts.rows[0][1]) == shown


# The project's own templates, with any answers given or left out.


def _headings_without_content(blocks):
    return [
        block
        for block, after in zip(blocks, [*blocks[1:], None], strict=True)
        if isinstance(block, Heading)
        and (after is None or (isinstance(after, Heading) and after.level <= block.level))
    ]


def _check_tidy(blocks):
    for line in lines_of(blocks):
        assert not TRACES.search(line), line
        assert line.count("(") == line.count(")"), line
    for block in blocks[3:]:  # under the title stand the company, and the place with the pay
        if isinstance(block, Paragraph):
            assert text_of(block.runs)[-1] in ".!?…。", block
            assert re.match(r"[A-Z“(\[]", text_of(block.runs)), block
    assert not _headings_without_content(blocks)
    assert isinstance(blocks[0], Heading)


@given(answers=complete())
def test_whatever_is_left_out_the_posting_is_tidy(answers):
    assert missing(answers) == []
    for template in TEMPLATES:
        _check_tidy(draft(CATALOG, QUESTIONS, answers, template).document.blocks)


@given(
    template=st.sampled_from(TEMPLATES),
    stops=st.lists(st.sampled_from(STOPS), min_size=9, max_size=9),
)
def test_no_sentence_ends_twice(template, stops):
    tree = every_answer()
    texts = [
        "company.about", "company.industry", "role.owner", "role.training", "role.growth_path",
        "pay.commission", "apply.evidence", "portfolio.check_ins", "tools.crm",
    ]  # fmt: skip
    for field, stop in zip(texts, stops, strict=True):
        section, name = field.split(".")
        tree[section][name] = f"{tree[section][name].rstrip('.')}{stop}"
    answers, faults, _ = read(tree, TEMPLATES)
    assert faults == []
    for line in lines_of(draft(CATALOG, QUESTIONS, answers, template).document.blocks):
        assert not re.search(r"[!?…][.]|[^.]\.\.(?!\.)|\.{4}|[.!?…][”’\"]\.", line), line


@given(template=st.sampled_from(TEMPLATES), gone=st.sets(st.sampled_from(sorted(FIELDS))))
def test_with_blanks_each_missing_answer_is_counted_and_listed(template, gone):
    tree = without(every_answer(), gone)
    if "metrics" in gone:
        del tree["metrics"]
    answers, faults, _ = read(tree, TEMPLATES)
    assert {fault.reason for fault in faults} <= {"missing"}
    drafted, open_fields = draft(CATALOG, QUESTIONS, answers, template), missing(answers)
    assert [note for note in drafted.notes if note.kind == "open"] == [
        Note("open", field) for field in open_fields
    ]
    blocks = drafted.document.blocks
    if open_fields:
        mark, items, *blocks = blocks
        assert mark.runs == (Run(f"DRAFT: {len(open_fields)} to settle before posting", "draft"),)
        assert len(items.items) == len(open_fields)
        assert all(run.mark == "blank" for item in items.items for run in item)
    assert not _headings_without_content(blocks)
    for line in lines_of(blocks):
        assert not TRACES.search(re.sub(r"\[[A-Z][^\]]*\]", "Label", line)), line


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_blank_template_has_labels_for_all_its_fields(template):
    blocks = blank(CATALOG, QUESTIONS, template).document.blocks
    assert not _headings_without_content(blocks)
    text = "\n".join(lines_of(blocks))
    labels = set(re.findall(r"\[([^\[\]]+)\]", text))
    assert len(labels) > 25
    assert all(label[0].isupper() for label in labels)
    assert not TRACES.search(re.sub(r"\[[^\]]*\]", "Label", text)), text


def _shown_in(posting: Document):
    return "\n".join(lines_of(posting.blocks))


def _published(answers):
    """Each text of a publishable answer that has one of its own to show."""
    for field, answer in shown(answers).items():
        if field not in SWITCHES and field != "pay.currency":
            yield from (
                [(field, answer)] if isinstance(answer, str) else [(field, text) for text in answer]
            )


@table("template", TEMPLATES)
@table("quota", ["yes", "no"])
@table("deadline", ["rolling", "2031-03-17"])
def test_every_publishable_answer_shows_in_every_template(template, quota, deadline):
    tree = every_answer()
    tree["quota"]["carries"] = quota
    if quota == "yes":
        del tree["portfolio"]["retention"]  # so that churn shows
    tree["apply"]["deadline"] = deadline
    answers, faults, _ = read(tree, TEMPLATES)
    assert faults == []
    text = _shown_in(draft(CATALOG, QUESTIONS, answers, template).document)
    published = list(_published(answers))
    assert len(published) >= 60
    text = text.replace("until the job is filled", "rolling").replace("By text", "texts").lower()
    assert [(field, answer) for field, answer in published if answer.lower() not in text] == []


# What a yes or a no adds to the posting, in every template.
SWITCHED = [
    ("quota.carries", "yes", "Quota: \u20ac414,000 per quarter"),
    ("quota.carries", "no", "Quota: No sales quota"),
    ("role.first_hire", "yes", "You are our first hire in this role, and take"),
    ("role.trainable", "no", "Experience looking after client accounts"),
    ("role.mentors", "yes", "3 junior account managers"),
    ("apply.here", "yes", "with the button on this page"),
    ("portfolio.complex", "yes", "many people have a say"),
    ("product.software", "yes", "Tidebook"),
]


@table("template", TEMPLATES)
@table(("field", "answer", "words"), SWITCHED)
def test_a_yes_or_a_no_says_its_sentence_and_the_other_answer_does_not(
    template, field, answer, words
):
    section, name = field.split(".")
    found = {}
    for typed in ("yes", "no"):
        tree = every_answer()
        tree[section][name] = typed
        answers, faults, _ = read(tree, TEMPLATES)
        assert faults == []
        found[typed] = words in _shown_in(draft(CATALOG, QUESTIONS, answers, template).document)
    assert found == {answer: True, "no" if answer == "yes" else "yes": False}


@pytest.mark.no_cover  # it fills 2,000 times what others fill once
@pytest.mark.parametrize("template", ["sales", "first-hire"])
def test_what_was_filled_before_changes_nothing(template):
    """Each answer is left out in turn, and given otherwise: only what it decides reads anew."""
    answers, _, _ = read(every_answer(), TEMPLATES)
    parts, filler, every = CATALOG.parts(template), CATALOG.filler(template), shown(answers)
    others = [{**every, field: value} for field in every for value in ("", "none", "5 to 9")]
    # Of three values of each field, every other one is said elsewhere.
    fillings = [Filling(texts, {}, (elsewhere, str)[at % 2]) for at, texts in enumerate(others)]
    blanks = Filling({}, dict.fromkeys(every, "label"))
    for filling in [*fillings[::7], *fillings, blanks, *fillings[:2]]:
        assert filler.fill(filling) == fill(parts, filling)


NEVER = ["7331", "7,331", "US-ME", "template"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_never_published_is_not(template):
    answers, _, _ = read(every_answer(), TEMPLATES)
    text = _shown_in(draft(CATALOG, QUESTIONS, answers, template).document)
    assert [word for word in NEVER if re.search(rf"\b{word}\b", text)] == []


def _conditions(nodes):
    for way in [way for node in nodes for way in getattr(node, "ways", ())]:
        yield from (condition.field for condition in way.conditions)
        yield from _conditions(way.nodes)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_publishable_field_has_a_place_in_every_template(template):
    parts = CATALOG.parts(template)
    decides = {field for part in parts for field in _conditions(part.nodes)}
    wanted = {field for field, rule in FIELDS.items() if rule.published} - {"pay.currency"}
    assert wanted - CATALOG.fields(template) - decides == set()
    assert CATALOG.fields(template) == set().union(*(fields_of(part.nodes) for part in parts))
    unpublished = {field for field, rule in FIELDS.items() if not rule.published}
    assert CATALOG.fields(template) & unpublished == set()


@table("template", TEMPLATES)
@table("accounts", [1, 57])
def test_a_count_agrees_with_its_unit(template, accounts):
    tree = every_answer()
    tree["portfolio"]["accounts"] = str(accounts)
    tree["role"]["handover_weeks"] = tree["role"]["years"] = "1"
    answers, _, _ = read(tree, TEMPLATES)
    text = _shown_in(draft(CATALOG, QUESTIONS, answers, template).document)
    assert ("ne account " in text, "57 accounts" in text) == (accounts == 1, accounts == 57)
    assert " to you within one week" in text
    assert "At least one year of experience" in text


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    ("workplace", "travel", "says"),
    [
        ("on-site", "Every day, in your own car, around Boise", "on-site and on the road"),
        ("on-site", "3 days a week", "on-site and on the road"),
        ("on-site", "Visits customers three days a week", "on-site and on the road"),
        ("on-site", "60 %", "on-site and on the road"),
        ("on-site", "two days a week", "on-site and on the road"),
        ("on-site", "one day a week", "on-site"),
        ("on-site", "two client visits a month", "on-site"),
        ("on-site", None, "on-site"),
        ("hybrid", "daily visits", "hybrid and on the road"),
        ("hybrid", "one day a week", "hybrid"),
        ("remote", "on the road most days", "remote and on the road"),
        ("remote", "two trips a year", "remote"),
    ],
)
def test_whoever_is_on_the_road_for_much_of_the_week_works_not_at_one_place_alone(
    answers, template, workplace, travel, says
):
    given = answers({"role.location": "Boise, Idaho", "role.workplace": workplace,
                     "role.travel": travel})  # fmt: skip
    for kind, line in ((CATALOG, f"Boise, Idaho ({says})"), (SHORT, f"is {says}: Boise, Idaho")):
        assert line in _shown_in(draft(kind, QUESTIONS, given, template).document)


def test_the_title_and_the_evidence_of_the_template_stand_in_for_missing_ones(answers):
    for template in TEMPLATES:
        drafted = draft(CATALOG, QUESTIONS, answers(), template)
        head = CATALOG.head(template)
        assert drafted.document.title == head.title
        assert head.evidence in _shown_in(drafted.document)
        assert Note("default", "role.title", head.title) in drafted.notes


def test_a_deadline_already_past_is_noted(answers):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    notes = draft(CATALOG, QUESTIONS, answers({"apply.deadline": f"{yesterday}"})).notes
    assert Note("past", "apply.deadline", f"{yesterday}") in notes
    today = datetime.date.today()
    assert not any(
        note.kind == "past"
        for note in draft(CATALOG, QUESTIONS, answers({"apply.deadline": f"{today}"})).notes
    )


TWO = "We wash.\n\nWe iron"


def test_an_answer_of_several_paragraphs_stands_as_them_and_on_one_line_elsewhere():
    body = "- Fact: [company.about]\n\n## H\n\n[company.about].\n\n- [company.about]"
    lines = list(lines_of(_fill(f"# T\n\n{body}", {"company.about": TWO})))
    assert lines == ["T", "Fact: We wash. We iron", "H", "We wash.", "We iron.", "We wash. We iron"]
    lines = list(lines_of(_fill("Us: [company.about]. End.", {"company.about": TWO})))
    assert lines == ["Us: We wash.", "We iron. End."]


def test_what_is_not_given_holds_for_a_blank_that_nobody_has_answered():
    body = "{role.hours is not given: Ours.} {[role.hours].}"
    assert _line(body, {}, {"role.hours": "Hours"}) == "Ours. [Hours]."
    assert _line(body, {"role.hours": "x"}) == "x."


def test_a_bullet_with_a_name_shows_it_nowhere_and_leaves_by_it(answers):
    assert _line("- (check-ins) Call the client") == "Call the client"
    typed = {"portfolio.check_ins": "daily calls", "portfolio.retention": "92"}
    whole = draft(CATALOG, QUESTIONS, answers(typed))
    named = {**typed, "leave_out": ["check-ins", "pipeline"]}
    drafted = draft(CATALOG, QUESTIONS, answers(named))
    assert "daily calls" in _shown_in(whole.document)
    assert "daily calls" not in _shown_in(drafted.document)
    assert "92%" in _shown_in(drafted.document)
    assert Note("line", "portfolio.check_ins") in drafted.notes
    assert Note("elsewhere", "leave_out", "pipeline (sales)") in drafted.notes


@pytest.mark.parametrize("template", TEMPLATES)
def test_all_leaves_only_the_lines_of_ones_own(template, answers):
    typed = {"leave_out": "all", "role.duties": ["Wash"], "role.required": ["Arms"]}
    text = _shown_in(draft(CATALOG, QUESTIONS, answers(typed), template).document)
    assert "What you will do\nWash\nHow we measure success\n" in text
    assert "What you bring\nArms\nPay\n" in text
    names = [*chain(*CATALOG.bullets(template).values())]
    assert len(names) == len(set(names)) >= 12


def _duties(answers, changes, template="standard"):
    lines = _shown_in(draft(CATALOG, QUESTIONS, answers(changes), template).document).split("\n")
    return lines[lines.index("What you will do") + 1 : lines.index("How we measure success")]


@table(
    ("tools", "own"),
    [
        ("QuickBooks Online and Gusto", {"role.required": ["Quickbooks online"]}),
        ("QuickBooks Online and Gusto", {"role.required": ["Some payroll, in gusto"]}),
        ("QuickBooks", {"role.required": ["2 years with QuickBooks Online"]}),
        ("QuickBooks", {"role.preferred": ["QuickBooks"]}),
        ("Microsoft Excel, HubSpot CRM", {"role.required": ["Excel", "Arms"]}),
        ("HubSpot CRM", {"role.years": "2", "role.years_in": "hubspot"}),
    ],
)
def test_a_tool_that_is_asked_for_already_is_no_plus(answers, tools, own):
    typed = {"tools.crm": tools, **own}
    for template in TEMPLATES:
        drafted = draft(CATALOG, QUESTIONS, answers(typed), template)
        assert not re.search(r"Experience with (?!inns)", _shown_in(drafted.document))
        others = draft(CATALOG, QUESTIONS, answers({**typed, "tools.crm": "Jobber"}), template)
        assert "Experience with Jobber" in _shown_in(others.document)


@table(
    ("own", "says"),
    [
        ("Take their orders and key them in QuickBooks", False),
        ("Enter invoices in quickbooks", False),
        ("Log in to QuickBooks and print the list", False),
        ("Call current clients from the list in QuickBooks", False),
        ("Pull call lists from the CRM", False),
        ("Keep QuickBooks current", True),
        ("Log every call in QuickBooks", True),
        ("Update every client in QuickBooks the same day", True),
        ("Keep notes on each visit in QuickBooks", True),
        ("Keep the CRM up to date", True),
        ("Keep clear records", True),
    ],
)
def test_a_duty_covers_our_line_on_records_where_it_keeps_them(answers, own, says):
    typed = {"tools.crm": "QuickBooks", "role.duties": [own]}
    duties = _duties(answers, typed)
    assert ("Log what was said and promised the same day, in QuickBooks" in duties) != says


def test_the_owners_own_stand_first_and_ours_fill_up_to_ten(answers):
    own = [f"Own line {number}" for number in range(1, 9)]
    duties = _duties(answers, {"role.duties": own})
    assert duties[:8] == own
    assert len(duties) == 10
    drafted = draft(CATALOG, QUESTIONS, answers({"role.duties": own}), "standard")
    assert [note.detail for note in drafted.notes if note.kind == "own lines"] == [
        "5 (goals, growth, problems, records, reports)"
    ]
    assert _duties(answers, {"role.duties": [*own, "a", "b", "c"]}) == [*own, "a", "b", "c"]


def _groups(answers, changes, template):
    """The headings over groups of duties, each with how many stand under it."""
    blocks = draft(CATALOG, QUESTIONS, answers(changes), template).document.blocks
    texts = [text_of(one.runs) if isinstance(one, Heading) else one for one in blocks]
    first = texts.index("What you will do") + 1
    found, last = {}, ""
    for block in blocks[first : texts.index("How we measure success")]:
        if isinstance(block, Heading):
            last = text_of(block.runs)
        else:
            found[last] = len(block.items)
    return found


LEFT = ["playbook", "coaching", "results", "growth", "reports", "client voice", "hard cases"]


@table(
    ("template", "changes", "groups"),
    [
        ("key", {"role.duties": ["a", "b", "c"]},
         {"": 3, "Portfolio": 2, "Planning": 2, "Growth and retention": 2}),
        ("key", {"role.duties": ["a", "b", "c"], "leave_out": ["trust"]}, {"": 8}),
        ("key", {}, {"": 6}),
        ("key", {"leave_out": ["account plans", "forecast", "agreements"]}, {"": 4}),
        ("senior", {"role.duties": ["a", "b", "c", "d", "e", "f"], "leave_out": LEFT}, {"": 8}),
    ],
)  # fmt: skip
def test_few_duties_stand_under_no_headings_nor_does_one_alone(template, changes, groups, answers):
    assert _groups(answers, changes, template) == groups


def test_what_happens_next_keeps_its_heading(answers):
    lines = _shown_in(draft(CATALOG, QUESTIONS, answers({"apply.steps": ["A call"]})).document)
    assert "What happens next" in lines


def test_a_line_that_alone_shows_an_answer_stays_however_full_the_list_is(answers):
    own = [f"Own line {number}" for number in range(1, 12)]
    typed = {"role.duties": own, "portfolio.check_ins": "daily calls"}
    assert _duties(answers, typed) == [*own, "Keep in touch with clients: daily calls"]


@table(
    ("changes", "says"),
    [
        ({"metrics": ["client complaints answered in 48h"]}, False),
        ({"metrics": ["replies within two working days"]}, False),
        ({"role.duties": ["Answer tickets within 4 hours"]}, False),
        ({"metrics": ["quotes sent", "no order over 48 hours late"]}, True),
        ({"metrics": ["client satisfaction"]}, True),
    ],
)
def test_ours_promises_no_other_time_to_answer_than_the_owner(changes, says, answers):
    lines = _duties(answers, changes)
    assert any("answer the same day" in line for line in lines) is says


def test_what_the_owners_words_say_already_is_not_said_again(answers):
    ours = "When something goes wrong, bring in the right people"
    assert any(line.startswith(ours) for line in _duties(answers, {}))
    said = _duties(answers, {"role.duties": ["Settle complaints within a day"]})
    assert not any(line.startswith(ours) for line in said)
    drafted = draft(
        CATALOG, QUESTIONS, answers({"role.duties": ["Settle complaints within a day"]})
    )
    assert not [note for note in drafted.notes if note.kind == "own lines"]


@pytest.mark.parametrize(
    ("own", "is_all"),
    [
        (["Visits, 60% of the time", "Mail (40%)"], True),
        (["60% visits", "40% mail"], True),
        (["Visits, 60% of the time", "Mail (30%)"], False),
        (["Keep 100% of the keys in order", "Mail"], False),
    ],
)
def test_where_the_owners_duties_take_all_the_time_ours_add_none(own, is_all, answers):
    assert (_duties(answers, {"role.duties": own}) == own) == is_all


def test_a_resume_is_a_cv_where_the_paper_is_a4(answers):
    british = {"role.regions": ["GB"], "pay.currency": "GBP"}
    assert "résumé" in _shown_in(draft(CATALOG, QUESTIONS, answers(), "first-hire").document)
    text = _shown_in(draft(CATALOG, QUESTIONS, answers(british), "first-hire").document)
    assert "You need no CV." in text
    text = _shown_in(draft(CATALOG, QUESTIONS, answers(british)).document)
    assert "Send us your CV and" in text


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("carries", ["yes", "no"])
def test_where_the_paper_is_a4_sentences_speak_of_a_sales_target_and_the_facts_of_a_quota(
    template, carries, answers
):
    typed = {
        "quota.carries": carries, "quota.target": "40000", "quota.period": "quarter",
        "pay.currency": "GBP", "pay.variable": "8000", "role.new_business": "60",
    }  # fmt: skip
    document = draft(CATALOG, QUESTIONS, answers(typed), template).document
    facts = [text_of(runs) for block in document.blocks if isinstance(block, Facts)
             for label, runs in block.rows if label == "Quota"]  # fmt: skip
    assert facts == ["\u00a340,000 per quarter" if carries == "yes" else "No sales quota"]
    sentences = _shown_in(document).replace("Quota: No sales quota", "")
    assert "sales target" in sentences
    assert not re.search(r"quota|sales goal|\btoward\b", sentences.replace("Quota: ", ""))
    american = draft(CATALOG, QUESTIONS, answers({**typed, "pay.currency": "USD"}), template)
    assert "sales target" not in re.sub(
        "Experience carrying a sales target.*", "", _shown_in(american.document)
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_short_form_which_has_no_facts_speaks_of_a_quota_everywhere(template, answers):
    typed = {"quota.carries": "no", "pay.currency": "GBP"}
    text = _shown_in(draft(SHORT, QUESTIONS, answers(typed), template).document)
    assert "There is no sales quota." in text
    assert "résumé" not in text


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [
        ("one account you kept", "Please send us this: one account you kept."),
        ("send one page", "Please send one page."),
        ("Send one page.", "Send one page."),
        ("A page on a client", "Please send us this: a page on a client."),
        (
            "Your resume plus one story of a contract you saved",
            "Please send us your resume plus one story of a contract you saved.",
        ),
        ("your CV, and two references", "Please send us your CV, and two references."),
        ("Your story of one client", "Please send us this: your story of one client."),
        ("You can mail it", "You can mail it."),
        ("no CV needed", "No CV needed."),
        ("no CV needed, just tell us why", "No CV needed, just tell us why."),
        (
            "a few lines about yourself is plenty, no CV",
            "A few lines about yourself is plenty, no CV.",
        ),
        ("if you ring, after 4 please", "If you ring, after 4 please."),
        (
            "no more than a page on a client",
            "Please send us this: no more than a page on a client.",
        ),
        ("one client who is fine today", "Please send us this: one client who is fine today."),
        ("none", ""),
    ],
)
def test_the_ask_is_a_full_sentence_whatever_was_typed(typed, shown_as, answers):
    text = _shown_in(draft(CATALOG, QUESTIONS, answers({"apply.evidence": typed})).document)
    assert f"How to apply\n{shown_as}".rstrip() in text
    assert ("Please send us" in text) == ("send us" in shown_as)


BY_PHONE = {"apply.email": "", "apply.phone": "555-0142-310", "apply.contact": "Dana Ruiz"}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("trainable", ["yes", "no"])
def test_nobody_is_asked_to_send_anything_where_a_number_is_all_there_is(
    template, trainable, answers
):
    typed = {**BY_PHONE, "role.first_hire": "yes", "role.trainable": trainable}
    text = _shown_in(draft(CATALOG, QUESTIONS, answers(typed), template).document)
    assert "Tell us about" in text
    assert "Ask for Dana Ruiz." in text
    assert not re.search("(?i)send us|your r\u00e9sum\u00e9|a page|application goes", text)


@pytest.mark.parametrize(
    ("typed", "use", "shown_as"),
    [
        ("two references", "calls", "Please have this ready when you call: two references."),
        ("Your CV", "calls", "Please have this ready when you call: your CV."),
        ("have your CV ready", "calls", "Please have your CV ready."),
        ("Tell us about a client", "calls", "Tell us about a client."),
        ("two references", "texts", "Please send us this: two references."),
        ("two references", "calls and texts", "Please send us this: two references."),
        ("none", "calls", ""),
    ],
)
def test_what_is_to_be_sent_is_to_be_at_hand_in_a_call(typed, use, shown_as, answers):
    given = {**BY_PHONE, "apply.evidence": typed, "apply.phone_for": use}
    text = _shown_in(draft(CATALOG, QUESTIONS, answers(given)).document)
    assert f"How to apply\n{shown_as}".rstrip() in text
    assert ("Please" in text) == ("Please" in shown_as)


@pytest.mark.parametrize("also", ["apply.email", "apply.url", "apply.here"])
def test_where_there_is_another_way_than_a_number_things_are_sent(also, answers):
    ways = {"apply.email": "a@b.example", "apply.url": "https://b.example", "apply.here": "yes"}
    text = _shown_in(draft(CATALOG, QUESTIONS, answers({**BY_PHONE, also: ways[also]})).document)
    assert "Send us your r\u00e9sum\u00e9" in text
    assert "Your application goes to Dana Ruiz." in text
