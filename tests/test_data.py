"""Templates, prompts and examples are data, and tested like code."""

import itertools
import re
from typing import get_args, get_type_hints

import pytest

from amjd import resources
from amjd.answers.conditions import AT_LEAST, GIVEN, NAMING, OPEN, PRODUCT, RANGE
from amjd.answers.fields import FIELDS
from amjd.answers.names.software import Software, software
from amjd.answers.pay.money import NONE
from amjd.answers.reading import read
from amjd.answers.state import missing
from amjd.documents.choice import signals
from amjd.documents.draft import draft
from amjd.documents.language import Bracket, Phrase, Text
from amjd.interview.way import OWN
from conftest import CATALOG, QUESTIONS, WORDS, drafted_file
from tables import table

TEMPLATES = CATALOG.ids
EXAMPLES = sorted(resources.folder("examples").glob("*.yaml"))
SECTIONS, PATH = QUESTIONS.sections, QUESTIONS.path
ASKED = [question for section in SECTIONS for question in section.questions]
TURNS = [turn for step in PATH.steps for screen in step.screens for turn in screen.asks]
TOGETHER = {group.name: group for group in PATH.together}
CHOICES = [(question.field, choice) for question in ASKED for choice in question.choices]


def _by_field(cases):
    return {"rows": cases, "ids": [case.field for case in cases]}


# The questions.


def test_every_field_is_asked_by_exactly_one_question():
    assert sorted(question.field for question in ASKED) == sorted(FIELDS)


def test_the_sections_are_read_in_the_order_of_their_files():
    files = sorted(path.name for path in resources.folder("prompts").glob("[0-9]*.yaml"))
    assert [name[0] for name in files] == [str(number) for number in range(1, len(files) + 1)]
    first = [f"title: {section.title}\n" for section in SECTIONS]
    texts = [(resources.folder("prompts") / name).read_text("utf-8") for name in files]
    assert [text.startswith(title) for title, text in zip(first, texts, strict=True)] == [
        True
    ] * len(files)


# The way through them.


def _fields(name):
    return TOGETHER[name].fields if name in TOGETHER else (name,)


ON_THE_WAY = [field for turn in TURNS if turn.ask not in OWN for field in _fields(turn.ask)]
ADDED = [field for extra in PATH.extras for field in (extra.field, *extra.then)]


def test_every_field_is_asked_of_everybody_or_can_be_added():
    """What is worked out, and the lines of ours, are the exceptions."""
    assert {*ON_THE_WAY, *ADDED} == set(FIELDS) - {"pay.ote", "leave_out"}
    assert len(set(ON_THE_WAY)) == len(ON_THE_WAY)
    assert len(set(ADDED)) == len(ADDED)


@table("field", [field for field, rule in FIELDS.items() if rule.required])
def test_what_a_posting_needs_is_asked_of_everybody(field):
    extra = {"portfolio.churn_period": "portfolio.churn"}
    assert field in ON_THE_WAY or extra[field] in ADDED


def test_what_is_on_the_way_and_can_be_added_waits_for_other_answers():
    waiting = {turn.ask for turn in TURNS if turn.when}
    assert set(ON_THE_WAY) & set(ADDED) <= waiting


def test_screens_have_names_of_their_own_and_few_asks():
    screens = [screen for step in PATH.steps for screen in step.screens]
    names = [screen.name for screen in screens]
    assert len(set(names)) == len(names)
    assert set(OWN) <= set(names)
    assert len(names) <= 18
    assert max(len(screen.asks) for screen in screens) <= 5


def test_titles_of_steps_can_be_told_apart():
    titles = [step.title for step in PATH.steps]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 25


@pytest.mark.parametrize("group", PATH.together, ids=[group.name for group in PATH.together])
def test_fields_together_are_asked_in_a_few_words(group):
    assert set(group.fields) <= set(FIELDS)
    assert group.name not in FIELDS
    assert 0 < len(group.question) <= 70
    assert 0 < len(group.why) <= 90
    if group.tick:
        for field in group.fields:
            assert _closed(field) == ["yes", "no"]
            assert 0 < len(QUESTIONS[field].statement) <= 60
    elif group.any:
        assert group.yes_to
        assert _closed(group.fields[-1]) == ["yes", "no"]
        assert group.refused.endswith(".")
    else:
        amount, period = group.fields
        answers, faults, _ = read(_tree(amount, group.example), TEMPLATES)
        assert answers[period] is not None
        assert faults == _unrelated(amount, group.example)


def test_what_decides_is_ticked_or_has_a_screen_before_the_choice():
    before = ON_THE_WAY[: len([turn for turn in _before("template") for _ in _fields(turn.ask)])]
    assert set(signals(CATALOG.heads)) <= set(before)


def _before(name):
    asked = [turn.ask for turn in TURNS]
    return TURNS[: asked.index(name)]


@table("extra", PATH.extras, ids=[extra.field for extra in PATH.extras])
def test_an_extra_says_in_a_few_words_what_it_adds(extra):
    assert 0 < len(extra.adds) <= 30
    assert not extra.adds.endswith(".")
    for condition in extra.first:
        assert condition.wanted in _closed(condition.field) or not condition.is_answer
    for field in extra.then:
        named = {one.field for way in FIELDS[field].applies for one in way}
        assert named & {extra.field, "role.employment"}


def test_no_two_extras_add_the_same():
    for part in ("field", "adds"):
        texts = [getattr(extra, part) for extra in PATH.extras]
        assert len(set(texts)) >= len(texts) - 3, part


@table("question", **_by_field(ASKED))
def test_every_question_is_asked_and_explained_in_a_few_words(question):
    assert 0 < len(question.label) <= 45
    assert 0 < len(question.question) <= 70
    assert 0 < len(question.why) <= 100
    assert len(question.more) <= 240
    assert question.example_text
    assert "?" in question.question
    assert question.why[-1] in '."'
    assert question.label[0].isupper()
    assert not question.label.endswith((".", "?"))
    assert not question.more or question.more[-1] in '."'
    for text in (question.label, question.question, question.why, question.more):
        assert "  " not in text
        assert not re.search(r"[\[\]{}*_`<>]", text)


@table(("field", "choice"), CHOICES, ids=[f"{f}-{c.value}" for f, c in CHOICES])
def test_every_choice_is_said_in_a_few_words(field, choice):
    assert 0 < len(choice.label) <= 45
    assert len(choice.help) <= 100
    assert not choice.help or choice.help.endswith(".")
    assert read(_tree(field, choice.value), TEMPLATES)[1] == _unrelated(field, choice.value)


def test_no_two_questions_have_the_same_words():
    for part in ("label", "question", "why"):
        texts = [getattr(question, part) for question in ASKED]
        assert len(set(texts)) == len(texts)


def test_what_a_step_shows_at_once_can_be_told_apart():
    for question in ASKED:
        for part in ("value", "label", "help"):
            texts = list(filter(None, (getattr(choice, part) for choice in question.choices)))
            assert len(set(texts)) == len(texts), question.field


def _closed(field):
    """The answers a field may have, where they are a closed list."""
    return list(FIELDS[field].kind.choices)


@table("question", **_by_field(ASKED))
def test_the_choices_are_the_answers_that_the_field_reads(question):
    if question.other:
        assert _closed(question.field) == []
        assert question.choices
    else:
        assert [choice.value for choice in question.choices] == _closed(question.field)


def _tree(field, value):
    section, _, name = field.partition(".")
    return {section: {name: value} if name else value}


def _unrelated(field, value):
    """The faults of answers that hold this one alone: what else is missing."""
    faults = read(_tree(field, value), TEMPLATES)[1]
    return [fault for fault in faults if fault.reason == "missing" and fault.field != field]


@table("question", **_by_field(ASKED))
def test_the_example_of_a_question_is_read_by_its_field(question):
    answers, faults, _ = read(_tree(question.field, question.example), TEMPLATES)
    assert faults == _unrelated(question.field, question.example)
    assert answers[question.field] is not None


@table("question", **_by_field(ASKED))
def test_a_question_takes_several_answers_where_its_field_does(question):
    assert question.many == FIELDS[question.field].kind.many


@table("question", **_by_field(ASKED))
def test_the_example_of_a_closed_question_is_one_of_its_choices(question):
    if closed := _closed(question.field):
        several = question.many and set(question.example) <= set(closed)
        assert several or question.example in closed


@table("question", **_by_field(ASKED))
def test_a_question_comes_after_the_answers_it_depends_on(question):
    order = [asked.field for asked in ASKED]
    rule = FIELDS[question.field]
    wanted = [*question.when, *itertools.chain(*rule.applies, *rule.required)]
    # Of those that can stand for each other, any may come first; no question waits for itself.
    either = {condition.field for condition in wanted if condition.negated} | {question.field}
    for condition in wanted:
        if condition.field not in either:
            assert order.index(condition.field) < order.index(question.field)


@table("question", **_by_field(ASKED))
def test_a_question_waits_for_answers_that_can_be_given(question):
    for condition in question.when:
        assert condition.wanted in _closed(condition.field)
        assert FIELDS[question.field].required == (), "it is required, yet may never be asked"


@table("field", FIELDS)
def test_a_rule_names_a_field_and_an_answer_it_can_have(field):
    for condition in itertools.chain(*FIELDS[field].applies, *FIELDS[field].required):
        assert condition.wanted in [*_closed(condition.field), GIVEN, "one account", NONE]


# The templates.


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_head_of_a_template_says_when_to_use_it(template):
    head = CATALOG.head(template)
    assert head.use_when.endswith(".")
    assert len(head.use_when) <= 120
    assert 0 < len(head.name) <= 20
    assert head.title.endswith("Account Manager")
    assert not head.evidence.endswith(".")
    for condition in head.holds_when:
        assert condition.wanted in _closed(condition.field)


def test_every_answer_that_decides_has_its_words():
    assert set(WORDS.decision.signals) == set(signals(CATALOG.heads))


def test_no_two_templates_share_their_place_title_or_words():
    heads = CATALOG.heads
    for part in ("order", "name", "use_when", "evidence", "holds_when"):
        values = [str(getattr(head, part)) for head in heads]
        assert len(set(values)) == len(values), part
    assert heads[-1].id == "standard"
    assert heads[-1].holds_when == ()


def _ways(nodes):
    for node in nodes:
        if isinstance(node, Phrase):
            yield from node.ways
            for way in node.ways:
                yield from _ways(way.nodes)


RANGES = ("role.years",)


@pytest.mark.parametrize("template", TEMPLATES)
def test_conditions_name_answers_that_their_field_can_have(template):
    for part in CATALOG.parts(template):
        for phrase in _ways(part.nodes):
            for field, wanted, _ in phrase.conditions:
                if wanted in (GIVEN, OPEN, PRODUCT, "one account") or wanted.startswith(
                    (NAMING, AT_LEAST)
                ):
                    continue
                if wanted == RANGE:
                    assert field in RANGES
                    continue
                answers, faults, _ = read(_tree(field, wanted), TEMPLATES)
                assert answers[field] is not None, phrase
                assert {fault.field for fault in faults if fault.reason != "missing"} <= {field}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_phrase_has_something_that_decides_whether_it_stays(template):
    for part in CATALOG.parts(template):
        for way in _first_ways(part.nodes):
            has_answer = any(isinstance(node, Bracket) for node in way.nodes)
            assert way.conditions or has_answer, way


def _first_ways(nodes):
    """Give the first way of each phrase; only the last of several may always stay."""
    for node in nodes:
        if isinstance(node, Phrase):
            yield node.ways[0]
            for way in node.ways:
                yield from _first_ways(way.nodes)


def _flat(nodes):
    for node in nodes:
        if isinstance(node, Phrase):
            for way in node.ways:
                yield from _flat(way.nodes)
        else:
            yield node


FLAT = [
    (part, list(_flat(part.nodes))) for template in TEMPLATES for part in CATALOG.parts(template)
]


def _words_before_fields(part, nodes):
    """Each field with the words of its block that stand before it."""
    words = part.label + ": " if part.kind == "fact" else ""
    for node in nodes:
        if isinstance(node, Text):
            words += node.text
        else:
            yield node.name, words
            words += "\N{OBJECT REPLACEMENT CHARACTER}"


@table(("part", "nodes"), FLAT)
def test_no_article_touches_a_field(part, nodes):
    """It would have to know whether the answer begins with a vowel, or has an article itself."""
    for field, words in _words_before_fields(part, nodes):
        if field != "portfolio.churn_period":  # a month, a quarter or a year
            assert not re.search(r"\b(a|an)\s+$", words, re.IGNORECASE), field


COUNTS = ("portfolio.accounts", "role.handover_weeks", "role.years", "role.juniors")


@table(("part", "nodes"), FLAT)
def test_no_sentence_begins_with_a_count(part, nodes):
    """It would begin with a numeral, or with `one` in lower case."""
    for field, words in _words_before_fields(part, nodes):
        if field in COUNTS:
            assert not re.search(r"(^|[.!?]\s*)$", words), field


TEMPLATE_FILES = sorted((resources.folder("templates") / "posting").glob("*.md"))


@pytest.mark.parametrize("path", TEMPLATE_FILES, ids=[path.stem for path in TEMPLATE_FILES])
def test_a_template_file_is_plain_prose(path):
    text = path.read_text("utf-8")
    body = text.split("---\n", 2)[-1]
    plain = re.sub(r"\[[a-z_.]+\]|[a-z]+\.[a-z_]+ is | \|(?=[ ,]|$)|(?<=:) \|", "", body)
    assert not re.search(r"[*_`<>|\\~]", plain)
    assert "  " not in body
    assert not re.search(r"\b(please kindly|etc|and/or|e\.g|i\.e)\b", body)


@pytest.mark.parametrize("template", TEMPLATES)
def test_bullets_have_no_final_stop_and_paragraphs_have(template):
    parts = list(CATALOG.parts(template))
    body = next(at for at, part in enumerate(parts) if part.kind == "heading" and part.level == 2)
    for part in parts[body:]:  # the line under the title is no sentence
        words = "".join(node.text if isinstance(node, Text) else "X" for node in _flat(part.nodes))
        if part.kind == "bullet":
            assert not words.endswith("."), words
            assert words[0].isupper(), words
        elif part.kind == "paragraph" and words != "X":  # an answer alone has its own stops
            assert words.endswith("."), words


# The examples.


def test_there_is_an_example_for_each_template_and_no_other():
    assert sorted(path.stem for path in EXAMPLES) == sorted(TEMPLATES)


def _example(path):
    return drafted_file(path).answers


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_reads_without_a_problem_and_leads_to_its_template(path):
    answers = _example(path)
    drafted = draft(CATALOG, QUESTIONS, answers)
    assert missing(answers) == []
    assert answers.template is None
    assert drafted.choice.template == drafted.template == path.stem
    notes = [note for note in drafted.notes if note.field != "portfolio.called"]
    assert {note.kind for note in notes} <= {"past", "open", "own lines"}


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_shows_nearly_every_answer(path):
    """What does not apply is left away, and little else."""
    answers = _example(path)
    absent = {field for field in FIELDS if answers[field] is None}
    assert len(absent) <= 38
    assert absent <= {
        "company.more", "company.equal_opportunity", "role.office_days", "role.until", "role.car",
        "role.opening", "role.team", "role.handover", "role.manages", "role.languages",
        "role.education", "leave_out", "apply.phone", "apply.here", "apply.contact",
        "apply.address", "apply.steps", "role.mentors", "apply.phone_for", "apply.phone_hours",
        "role.trainable", "role.owner", "role.handover_weeks", "role.training", "role.growth_path",
        "role.years", "quota.target", "quota.period", "quota.forecast", "portfolio.revenue",
        "portfolio.retention", "portfolio.expansion", "product.name", "pay.ote", "pay.commission",
        "apply.email", "apply.url", "portfolio.churn", "portfolio.churn_period", "role.juniors",
        "role.years_in", "portfolio.basis", "portfolio.called", "portfolio.territory", "pay.bonus",
    }  # fmt: skip


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_is_a_file_to_edit(path):
    text = path.read_text("utf-8")
    assert text.isascii()
    assert f'# A complete answers file for the "{path.stem}" template.' in text
    assert "optional" in text
    assert max(map(len, text.splitlines())) <= 100
    addresses = re.findall(r"[\w.]+@([\w.]+)|https?://([\w.]+)", text)
    assert all(host.endswith(".example") for host in itertools.chain(*addresses) if host)


@table("field", FIELDS)
def test_some_example_answers_the_field(field):
    assert any(_example(path)[field] is not None for path in EXAMPLES)


# Software.


def test_software_is_in_order_and_each_name_there_once():
    names = [name.lower() for one in software() for name in one.names]
    assert len(set(names)) == len(names) > 150
    firsts = [one.names[0].lower() for one in software()]
    assert firsts == sorted(firsts)


def test_what_is_typed_for_software_is_small_and_means_one_product():
    typed = [short for one in software() for short in one.typed]
    assert len(set(typed)) == len(typed) > 30
    assert [short for short in typed if short != short.lower() or "-" in short] == []
    firsts = {one.names[0].lower() for one in software()}
    assert firsts.isdisjoint(typed)


def test_software_is_told_in_the_words_of_its_table():
    kinds, _, raised = map(get_args, list(get_type_hints(Software).values())[1:4])
    assert {one.kind for one in software()} == {*kinds}
    assert {one.raised for one in software()} == {*raised}
    assert Software(("AMS360", "AMS 360"), "crm", False, "everywhere") in software()
    assert [one.names[0] for one in software() if one.is_word and one.raised == "everywhere"] == [
        "Gmail", "LinkedIn", "Slack",
    ]  # fmt: skip
