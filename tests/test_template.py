"""The template language, the frame that all templates share, and the mistakes one can make."""

import itertools
import shutil

import pytest

from amjd import resources
from amjd.answers.conditions import Condition
from amjd.answers.fields import FIELDS
from amjd.documents.catalog import Catalog
from amjd.documents.choice import choose, flip, signals
from amjd.documents.fill import fill, to_blocks
from amjd.documents.filling import Filling
from amjd.documents.language import Bracket, Part, Phrase, Text, Way, fields_of, parse
from amjd.text.errors import AmjdError
from conftest import CATALOG
from postings import lines_of
from tables import table

FIELDS = list(FIELDS)


def _parse(body, first_line=1):
    return parse(body, "templates/x.md", first_line, FIELDS)


def _nodes(line):
    (part,) = _parse(line)
    return part.nodes


def _problems(body, first_line=1):
    with pytest.raises(AmjdError) as caught:
        _parse(body, first_line)
    return str(caught.value).splitlines()


@table(
    ("line", "kind", "level", "label"),
    [
        ("# Title", "heading", 1, ""),
        ("## Section", "heading", 2, ""),
        ("### Group", "heading", 3, ""),
        ("Words.", "paragraph", 0, ""),
        ("#Words", "paragraph", 0, ""),
        ("-Words", "paragraph", 0, ""),
        ("#### Words", "paragraph", 0, ""),
        ("- Words", "bullet", 0, ""),
        ("- Label: words", "fact", 0, "Label"),
        ("- Two words: a: b", "fact", 0, "Two words"),
    ],
)
def test_the_start_of_a_line_says_which_block_it_is(line, kind, level, label):
    (part,) = _parse(line)
    assert (part.kind, part.level, part.label) == (kind, level, label)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## Two words", "Two words"),
        ("- Words", "Words"),
        ("- A: b: c", "b: c"),
        ("Words.", "Words."),
    ],
)
def test_the_signs_of_a_block_are_none_of_its_words(line, words):
    assert _nodes(line) == (Text(words),)


def test_only_bullets_above_the_first_section_are_facts():
    body = "# Title\n\n- Company: [company.name]\n\n## Section\n\n- Company: [company.name]\n"
    assert [part.kind for part in _parse(body)] == ["heading", "fact", "heading", "bullet"]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("one\ntwo", ["one two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n\n\n\ntwo\n\n", ["one", "two"]),
        ("- one\n- two", ["one", "two"]),
        ("- one\n  goes on\n- two", ["one goes on", "two"]),
        ("# One\ntwo", ["One", "two"]),
        ("one\n## Two\nthree", ["one", "Two", "three"]),
        ("  one  \n\ttwo", ["one two"]),
    ],
)
def test_lines_become_blocks(body, texts):
    assert [part.nodes for part in _parse(body)] == [(Text(text),) for text in texts]


def test_an_empty_body_has_no_parts():
    assert _parse("\n  \n") == ()


YES = (Condition("quota.carries", "yes"),)
NO = (Condition("quota.carries", "no"),)


def _phrase(conditions, nodes):
    return Phrase((Way(conditions, nodes),))


@table(
    ("line", "nodes"),
    [
        ("[company.name]", (Bracket("company.name"),)),
        ("a [metrics] b", (Text("a "), Bracket("metrics"), Text(" b"))),
        ("[metrics][metrics]", (Bracket("metrics"), Bracket("metrics"))),
        (
            "a{ + [pay.variable] b}",
            (Text("a"), _phrase((), (Text(" + "), Bracket("pay.variable"), Text(" b")))),
        ),
        ("{quota.carries is yes: a}", (_phrase(YES, (Text("a"),)),)),
        ("{quota.carries is yes:a}", (_phrase(YES, (Text("a"),)),)),
        ("{quota.carries is yes:  a}", (_phrase(YES, (Text(" a"),)),)),
        (
            "{apply.deadline is not rolling: by [apply.deadline]}",
            (
                _phrase(
                    (Condition("apply.deadline", "rolling", True),),
                    (Text("by "), Bracket("apply.deadline")),
                ),
            ),
        ),
        (
            "{role.new_business is 0%: a: b}",
            (_phrase((Condition("role.new_business", "0%", False),), (Text("a: b"),)),),
        ),
        (
            "{role.hours is not set by us: a}",
            (_phrase((Condition("role.hours", "set by us", True),), (Text("a"),)),),
        ),
        (
            "{metrics is a and b: c}",
            (_phrase((Condition("metrics", "a and b", False),), (Text("c"),)),),
        ),
        (
            "{a{b [metrics]{c}}d}",
            (
                _phrase(
                    (),
                    (
                        Text("a"),
                        _phrase((), (Text("b "), Bracket("metrics"), _phrase((), (Text("c"),)))),
                        Text("d"),
                    ),
                ),
            ),
        ),
        ("{}", (_phrase((), ()),)),
        ("{quota.carries is yes: }", (_phrase(YES, ()),)),
        ("{It is so: a}", (_phrase((), (Text("It is so: a"),)),)),
        ("a * b # c - d", (Text("a * b # c - d"),)),
        ("a | b", (Text("a "), Text("|"), Text(" b"))),
        (
            "{quota.carries is yes: a | quota.carries is no: [metrics] | b}",
            (
                Phrase(
                    (
                        Way(YES, (Text("a"),)),
                        Way(NO, (Bracket("metrics"),)),
                        Way((), (Text("b"),)),
                    )
                ),
            ),
        ),
        ("{quota.carries is yes: | b }", (Phrase((Way(YES, ()), Way((), (Text("b "),)))),)),
    ],
)
def test_fields_and_phrases_become_nodes(line, nodes):
    assert _nodes(line) == nodes


@table(
    ("line", "problem"),
    [
        ("[metrcs]", "1:1: [metrcs] is no field. Did you mean metrics?"),
        ("Own [Pay.OTE]", "1:5: [Pay.OTE] is no field. Did you mean pay.ote?"),
        ("[zzzzzz]", "1:1: [zzzzzz] is no field."),
        ("[]", "1:1: [] is no field."),
        ("[ metrics ]", "1:1: [ metrics ] is no field. Did you mean metrics?"),
        ("{a [pay.varable]}", "1:4: [pay.varable] is no field. Did you mean pay.variable?"),
        ("{quota.carry is yes: a}", "1:1: [quota.carry] is no field. Did you mean quota.carries?"),
        ("{pay.bas is not 1: a}", "1:1: [pay.bas] is no field. Did you mean pay.base?"),
        ("## [metrcs]", "1:4: [metrcs] is no field. Did you mean metrics?"),
        ("- [metrcs]", "1:3: [metrcs] is no field. Did you mean metrics?"),
        ("- Label: [metrcs]", "1:10: [metrcs] is no field. Did you mean metrics?"),
        ("a]", "1:2: has a ] that closes nothing. Take it out."),
        ("a}", "1:2: has a } that closes nothing. Take it out."),
        ("[metrics", "1:1: has a [ that is not closed. Close it with ]."),
        ("{a", "1:2: has a { that is not closed. Close it with }."),
        ("{a}}", "1:4: has a } that closes nothing. Take it out."),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_cure(line, problem):
    assert _problems(line) == [f"templates/x.md:{problem}"]


def test_every_mistake_of_a_file_is_named_at_once():
    body = "# [metrcs]\n\nfine\n\n- {a\n- b]\n"
    assert [line.split(": ")[0] for line in _problems(body, first_line=10)] == [
        "templates/x.md:10:3",
        "templates/x.md:14:4",
        "templates/x.md:15:4",
    ]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("fine words\nand [metrcs]", "2:5"),
        ("- fine words\n  and [metrcs]", "2:7"),
        ("  [metrcs]", "1:3"),
    ],
)
def test_a_mistake_in_a_later_line_of_a_block_has_its_own_place(body, place):
    assert [line.split(": ")[0] for line in _problems(body)] == [f"templates/x.md:{place}"]


@pytest.mark.parametrize("line", ["{quota.carries is yes}", "{quota.carries is yes This one}"])
def test_a_condition_without_its_colon_is_a_mistake_not_a_text(line):
    assert _problems(line)


def test_nested_fields_are_collected_at_any_depth():
    nodes = _nodes("a [metrics]{b [pay.ote]{quota.carries is yes: [pay.base]}}")
    assert fields_of(nodes) == {"metrics", "pay.ote", "pay.base"}


def test_a_template_runs_nothing():
    line = "7*7 $HOME %s \\1 <b> *x* `ls` !include x"
    assert _nodes(line) == (Text(line),)


# The templates of the project, and a folder of one's own in their place.


@pytest.fixture
def folder(tmp_path):
    """A copy of the templates to spoil."""
    copy = tmp_path / "templates" / "posting"
    shutil.copytree(resources.folder("templates") / "posting", copy)
    return copy


def test_the_templates_are_tried_in_the_order_of_the_contract():
    assert CATALOG.ids == ["sales", "first-hire", "key", "technical", "senior", "standard"]


def test_a_template_is_the_frame_with_its_own_blocks_first_in_each_section(folder):
    (folder / "_frame.md").write_text(
        "# [role.title]\n\n- Company: [company.name]\n\n"
        "## One\n\nframe one\n\n## Two\n\nframe two\n"
    )
    head = (folder / "standard.md").read_text().split("---\n")[1]
    (folder / "standard.md").write_text(
        f"---\n{head}---\n\n## Two\n\nmy two\n\n### Sub\n\n- mine\n"
    )
    assert Catalog([folder]).parts("standard") == (
        Part("heading", (Bracket("role.title"),), 1),
        Part("fact", (Bracket("company.name"),), 0, "Company"),
        Part("heading", (Text("One"),), 2),
        Part("paragraph", (Text("frame one"),)),
        Part("heading", (Text("Two"),), 2),
        Part("paragraph", (Text("my two"),)),
        Part("heading", (Text("Sub"),), 3),
        Part("bullet", (Text("mine"),)),
        Part("paragraph", (Text("frame two"),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("frame", "body", "words"),
    [
        ("{a} ... {b}\n", "one\n\ntwo {c}\n", ["a two c b", "one"]),
        ("...\n\n{a} ... {b}\n", "one\n\ntwo {c}\n", ["one", "a two c b"]),
        ("{a} ... {b}\n", "two\n", ["a two b"]),
        ("{a} ... {b}\n", "\n", ["a b"]),
        ("{a} ... {b}\n", "- one\n", ["a b", "one"]),
        ("a ...\n", "one\n", ["a ...", "one"]),
    ],
)
def test_a_paragraph_of_the_frame_may_take_in_the_last_one_of_a_template(
    frame, body, words, folder
):
    (folder / "_frame.md").write_text(frame)
    head = (folder / "standard.md").read_text().split("---\n")[1]
    (folder / "standard.md").write_text(f"---\n{head}---\n\n{body}")
    blocks = to_blocks(fill(Catalog([folder]).parts("standard"), Filling({}, {})))
    assert list(lines_of(blocks)) == words


@pytest.mark.parametrize("kind", ["posting", "short"])
def test_the_names_found_without_parsing_are_those_of_the_parsed_bullets(kind):
    catalog = Catalog([resources.folder("templates") / kind])
    for name in catalog.ids:
        parsed = list(itertools.chain(*catalog.bullets(name).values()))
        assert sorted(one for one, where in catalog.names().items() if name in where) == sorted(
            parsed
        )


@pytest.mark.parametrize(
    ("frame", "most"),
    [("# T\n", None), ("---\nmost words: 40\n---\n\n# T\n", 40), ("---\n---\n\n# T\n", None)],
)
def test_the_head_of_a_frame_may_bound_the_words(frame, most, folder):
    (folder / "_frame.md").write_text(frame)
    head = (folder / "standard.md").read_text().split("---\n")[1]
    (folder / "standard.md").write_text(f"---\n{head}---\n\none\n")
    catalog = Catalog([folder])
    assert catalog.most_words == most
    title, own = Part("heading", (Text("T"),), 1), Part("paragraph", (Text("one"),))
    assert catalog.parts("standard") == (title, own)


@pytest.mark.parametrize("head", ["most word: 40", "most words: many", "- 40", "a: [", "a"])
def test_a_head_of_a_frame_that_cannot_be_read_is_named(head, folder):
    (folder / "_frame.md").write_text(f"---\n{head}\n---\n\n# T\n")
    with pytest.raises(AmjdError, match=r"_frame\.md:1:1: the head cannot be read: "):
        _ = Catalog([folder]).most_words


def test_a_section_that_the_frame_does_not_have_is_a_mistake(folder):
    with (folder / "key.md").open("a") as file:
        file.write("\n## What you wil do\n\n- A duty\n")
    with pytest.raises(AmjdError, match=r"key\.md: the frame has no section 'What you wil do'"):
        Catalog([folder]).parts("key")


@pytest.mark.parametrize("name", ["key", "_frame"])
def test_a_section_that_stands_twice_is_a_mistake(folder, name):
    with (folder / f"{name}.md").open("a") as file:
        file.write("\n## The role\n\nAgain\n")
    with pytest.raises(AmjdError, match=rf"{name}\.md: the section 'The role' stands twice"):
        Catalog([folder]).parts("key")


@pytest.mark.parametrize("name", ["key", "_frame"])
def test_a_mistake_in_a_file_has_its_line_there(folder, name):
    path = folder / f"{name}.md"
    with path.open("a") as file:
        file.write("\nSee [metrcs]\n")
    line = len(path.read_text().splitlines())
    with pytest.raises(
        AmjdError, match=rf"^templates/posting/{name}\.md:{line}:5: \[metrcs\] is no field"
    ):
        Catalog([folder]).parts("key")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("name: Key accounts\n", "", "name is missing"),
        ("name: Key accounts\n", "name: Key accounts\ncolour: red\n", "colour is unknown"),
        ("order: 3", "order: third", "order: is not a number"),
        ("holds when:", "holds wen:", "holds wen is unknown. Did you mean holds when?"),
    ],
)
def test_a_head_that_cannot_be_read_is_named_with_its_file(folder, old, new, words):
    path = folder / "key.md"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(
        AmjdError, match=r"^templates/posting/key\.md:1:1: the head cannot be read: "
    ) as caught:
        _ = Catalog([folder]).heads
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["# [role.title]\n", "---\nname: [\n---\n", "---\nname: x\n", ""])
def test_a_file_without_a_readable_head_is_a_mistake_with_its_file(folder, text):
    (folder / "extra.md").write_text(text)
    with pytest.raises(AmjdError, match=r"extra\.md"):
        _ = Catalog([folder]).heads


def test_a_new_kind_of_posting_is_one_new_file(folder):
    text = (folder / "key.md").read_text()
    (folder / "extra.md").write_text(text.replace("order: 3", "order: 0"))
    catalog = Catalog([folder])
    assert catalog.ids[0] == "extra"
    assert catalog.parts("extra") == catalog.parts("key")
    assert choose(catalog.heads, {"portfolio.strategic": "yes"}).template == "extra"


def test_a_folder_of_ones_own_goes_before_ours(folder, tmp_path):
    own = tmp_path / "mine"
    own.mkdir()
    text = (folder / "key.md").read_text().replace("name: Key accounts", "name: Our key accounts")
    (own / "key.md").write_text(text)
    catalog = Catalog([own, folder])
    assert catalog.head("key").name == "Our key accounts"
    assert catalog.head("sales") == Catalog([folder]).head("sales")
    assert catalog.parts("key") == Catalog([folder]).parts("key")


def test_the_fields_of_a_template_are_those_it_shows_at_any_depth():
    assert {"role.title", "portfolio.check_ins", "pay.ote", "apply.url"} <= CATALOG.fields("key")
    assert "portfolio.strategic" not in CATALOG.fields("key")


SIGNALS = sorted(signals(CATALOG.heads))


@table("answers", [*itertools.product(["yes", "no"], repeat=len(SIGNALS))])
def test_one_other_answer_that_changes_the_choice_is_found(answers):
    texts = dict(zip(SIGNALS, answers, strict=True))
    field, other, then = flip(CATALOG.heads, texts)
    assert texts[field] != other
    assert choose(CATALOG.heads, {**texts, field: other}).template == then
    assert choose(CATALOG.heads, texts).template != then


def test_nothing_changes_a_choice_that_rests_on_no_answer():
    assert flip(CATALOG.heads, {}) is None
