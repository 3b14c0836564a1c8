"""One answer is changed in a text; what it is in the file changes, and nothing else does."""

import json
import re
from time import process_time
from typing import Any

import pytest
import yaml
from coverage import Coverage
from hypothesis import example, given
from hypothesis import strategies as st

from amjd.answers.fields import FIELDS
from amjd.interview.kept import Kept
from amjd.sources import yaml_file
from amjd.sources.sheet import OPEN, SKIPPED, Span
from amjd.sources.yaml_file import parse
from amjd.text.characters import refused
from conftest import CATALOG, PROMPTS
from schemas import BASE, SAFE
from script import EXAMPLES, IDS, answered, sheet
from tables import table

Tree = dict[str, Any]
FIELDS = ["template", *FIELDS]
SECTIONS = sorted({field.split(".")[0] for field in FIELDS if "." in field})


def read(text: str) -> Tree:
    """Read a text twice, with the program's reader and with another one, which must agree."""
    document = parse(text.encode(), "answers")
    assert not document.problems
    tree: Tree = yaml.load(text, Loader=BASE) or {}
    assert document.tree == tree
    return {section: _trimmed(value) for section, value in tree.items()}


def _trimmed(value: Any) -> Any:
    """Drop the last line breaks of a block text: they depend on what follows, and mean nothing."""
    if isinstance(value, dict):
        return {name: _trimmed(inner) for name, inner in value.items()}
    return value.rstrip("\n") if isinstance(value, str) else value


def put(tree: Tree, field: str, answer: Any) -> Tree:
    section, _, name = field.partition(".")
    if not name:
        return {**tree, section: _trimmed(answer)}
    inner = tree.get(section)
    inner = inner if isinstance(inner, dict) else {}
    return {**tree, section: {**inner, name: _trimmed(answer)}}


# -- any answer, in any place ---------------------------------------------------------------------


def _is_allowed(text: str) -> bool:
    return not list(refused(text))


lines = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20)
texts = st.one_of(
    st.text(max_size=40),
    lines,
    st.sampled_from(
        [
            "no",
            "~",
            "null",
            "08",
            "a: b",
            "a #b",
            "#",
            "- x",
            "[x]",
            "{x}",
            "'",
            '"',
            "\\",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`",
            "---",
            "...",
            "a\nb",
            "a\n\nb",
            " a ",
            "x:",
            ":",
            ",",
            "?",
            "[company.name]",
            "=cmd()",
            "5%",
            "1,000",
            "85,000",
            "$85k",
            "no  # skipped",
            "a\tb",
        ]
    ),
).filter(_is_allowed)
items = st.lists(texts.filter(lambda text: text.strip() != ""), min_size=1, max_size=4)
answers = st.one_of(texts, items)
comments = lines.filter(_is_allowed).map(lambda text: f"# {text}".rstrip())
words = st.from_regex(r"[a-z][a-z0-9 ]{0,8}[a-z0-9]", fullmatch=True)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def scalars(draw: st.DrawFn, indent: int, in_braces: bool) -> tuple[str, bool]:
    """Write a value; say whether a comment may stand behind it on its line."""

    style = draw(
        st.sampled_from(["empty", "plain", "single", "double", "folded", "literal", "two"])
    )
    text = draw(words)
    margin = " " * (indent + draw(st.integers(1, 3)))
    match style:
        case "empty":
            return "", True
        case "plain":
            return f" {text}", True
        case "single":
            return (
                f" {_single(draw(words) + draw(st.sampled_from(['', ' # x', ' : {', ' '])))}",
                True,
            )
        case "double":
            inner = draw(words) + draw(st.sampled_from(["", " # x", ': "q" {', " [", "\u00e9"]))
            return f" {json.dumps(inner, ensure_ascii=draw(st.booleans()))}", True
        case "two" if not in_braces:
            return f" {text}\n{margin}{draw(words)}", True
        case "folded" | "literal" if not in_braces:
            sign = draw(st.sampled_from([">", "|"])) + draw(st.sampled_from(["", "-", "+"]))
            body = [draw(words) for _ in range(draw(st.integers(1, 3)))]
            return f" {sign}\n" + "\n".join(margin + line for line in body), False
        case _:
            return f" {text}", True


@st.composite
def values(draw: st.DrawFn, indent: int, in_braces: bool) -> tuple[str, bool]:
    kind = draw(st.sampled_from(["scalar", "scalar", "scalar", "list", "range"]))
    if kind == "list" and not in_braces and draw(st.booleans()):
        margin = " " * (indent + draw(st.integers(0, 3)))
        body = [f"{margin}- {draw(words)}" for _ in range(draw(st.integers(1, 3)))]
        if draw(st.booleans()):
            body[0] += f"  {draw(comments)}"
        return "\n" + "\n".join(body), True
    if kind == "list":
        return f" [{', '.join(draw(st.lists(words, max_size=3)))}]", True
    if kind == "range" and not in_braces and draw(st.booleans()):
        margin = " " * (indent + draw(st.integers(1, 3)))
        return f"\n{margin}min: 1\n{margin}max: 2", True
    if kind == "range":
        return " {min: 1, max: 2}", True
    return draw(scalars(indent, in_braces))


@st.composite
def entries(draw: st.DrawFn, name: str, indent: int) -> list[str]:
    """Write a name with its value on lines of its own, with comments around it."""
    margin = " " * indent
    found = [margin + draw(comments)] if draw(st.booleans()) else []
    value, may_follow = draw(values(indent, in_braces=False))
    line = f"{margin}{name}:{value}"
    if may_follow and draw(st.booleans()):
        line += f"{' ' * draw(st.integers(1, 3))}{draw(comments)}"
    found += line.split("\n")
    return [*found, *[""] * draw(st.integers(0, 2))]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Write an answers file as people write them: sections with and without braces, comments."""
    found = draw(st.sampled_from([[], ["# top", ""], ["---"]]))
    sections = draw(st.permutations(SECTIONS))[: draw(st.integers(0, 4))]
    for section in sections:
        names = [field.split(".")[1] for field in FIELDS if field.startswith(f"{section}.")]
        names = draw(st.permutations(names))[: draw(st.integers(0, 3))]
        if not names:
            found.append(f"{section}:" + draw(st.sampled_from(["", "  # later", " {}"])))
        elif draw(st.booleans()):
            pairs = [f"{name}:{draw(values(0, in_braces=True))[0] or ' '}" for name in names]
            between = draw(st.sampled_from([", ", ",\n  "]))
            inner = between.join(pairs) + draw(st.sampled_from(["", ",", " "]))
            tail = f"  {draw(comments)}" if draw(st.booleans()) else ""
            found += f"{section}: {{{inner}}}{tail}".split("\n")
        else:
            if draw(st.booleans()):
                found.append(draw(comments))
            found.append(f"{section}:" + draw(st.sampled_from(["", " # why"])))
            indent = draw(st.integers(1, 4))
            for name in names:
                found += draw(entries(name, indent))
    for name in draw(st.sampled_from([[], ["metrics"], ["template"], ["template", "metrics"]])):
        found += draw(entries(name, 0))
    text = "\n".join(found) + draw(st.sampled_from(["", "\n", "\n\n", "\n# end\n", "\n# end"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


def _comments(text: str) -> list[str]:
    """List what stands behind each comment sign that YAML takes for one."""
    found, at = [], 0
    for token in yaml.scan(text, Loader=SAFE):
        found += _behind_signs(text[at : token.start_mark.index])
        if isinstance(token, yaml.ScalarToken) and token.style in (">", "|"):
            # The mark of a block text stands behind the comments below it.
            body = text[token.start_mark.index : token.end_mark.index]
            margin = len(body.splitlines()[1]) - len(body.splitlines()[1].lstrip(" "))
            rest = [
                line
                for line in body.splitlines()[1:]
                if line.strip() and len(line) - len(line.lstrip(" ")) < margin
            ]
            found += _behind_signs("\n".join(rest))
        at = token.end_mark.index
    return found + _behind_signs(text[at:])


def _behind_signs(gap: str) -> list[str]:
    said = [line.partition("#")[2].strip() for line in re.split(r"[\r\n]+", gap) if "#" in line]
    return [re.sub(rf"^({OPEN}|{SKIPPED})(\s*#\s*|$)", "", text).strip() for text in said]


@given(files(), st.sampled_from(FIELDS), answers, st.sampled_from(["", "", OPEN, SKIPPED]))
def test_any_answer_in_any_place_is_read_back_and_nothing_else_is_lost(
    text: str, field: str, answer: Any, remark: str
) -> None:
    answer = "" if remark else answer
    before = read(text)
    after = answered(text, field, answer, remark)
    assert read(after) == put(before, field, answer)
    assert read(answered(after, field, answer, remark)) == read(after)
    _check_comments(text, after, field)
    _check_other_lines(text, after, field)


def _check_comments(text: str, after: str, field: str) -> None:
    """Every comment outside the old answer is still there."""
    old, remaining = _inside(text, field), _comments(after)
    for comment in (comment for comment in _comments(text) if comment and comment not in old):
        assert comment in remaining
        remaining.remove(comment)


def _inside(text: str, field: str) -> list[str]:
    """List the comments among the items of the old answer, which go with it."""
    root: yaml.Node | None = yaml.compose(text, Loader=SAFE)
    for step in field.split("."):
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        root = next((value for name, value in pairs if name.value == step), None)
    if root is None or isinstance(root, yaml.ScalarNode):
        return []
    return _behind_signs(text[root.start_mark.index : root.end_mark.index])


def _check_other_lines(text: str, after: str, field: str) -> None:
    """What stands on lines without the old answer is still there, in the same order."""
    first, last = _lines_of(text, field)
    found = iter([line.strip() for line in re.split(r"\r\n|\r|\n", after)])
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        if line.strip() and not first <= number <= last:
            assert line.strip() in found, line


def _lines_of(text: str, field: str) -> tuple[int, int]:
    """Return the lines on which an answer stands, or else those of its section in braces."""
    root: yaml.Node | None = yaml.compose(text, Loader=SAFE)
    span = (-1, -2)
    for step in field.split("."):
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        pair = next(((name, value) for name, value in pairs if name.value == step), None)
        if pair is None:
            # A new answer goes between the braces of its section, or behind its name.
            return span
        root = pair[1]
        span = (pair[0].start_mark.line, pair[1].end_mark.line)
        if isinstance(root, yaml.MappingNode) and not root.flow_style and step != field:
            continue
    return span


@given(files(), st.sampled_from(FIELDS), st.sampled_from([OPEN, SKIPPED]))
def test_a_remark_is_found_again_and_goes_with_the_next_answer(
    text: str, field: str, remark: str
) -> None:
    marked = answered(text, field, "", remark)
    assert read(marked) == put(read(text), field, "")
    assert sheet(marked).remarks.get(field) == remark
    after = answered(marked, field, "an answer")
    assert field not in sheet(after).remarks
    assert read(after) == put(read(text), field, "an answer")


@given(files(), st.lists(st.tuples(st.sampled_from(FIELDS), answers), max_size=8))
def test_many_answers_one_after_the_other_are_all_there(
    text: str, changes: list[tuple[str, Any]]
) -> None:
    expected = read(text)
    for field, answer in changes:
        text = answered(text, field, answer)
        expected = put(expected, field, answer)
    assert read(text) == expected


# -- ends of lines --------------------------------------------------------------------------------


def _line_ends(text: str) -> list[str]:
    return re.findall(r"\r\n|\r|\n", text)


@given(
    files(),
    st.lists(
        st.tuples(st.sampled_from(FIELDS), answers, st.sampled_from(["", OPEN, SKIPPED])),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["\r\n", "\r", "\n"]),
)
@example("pay: {base: 1}\n# skipped: pay.ote\nx: 1\n", [("pay.ote", "2", "")], "\r\n")
@example("pay: {base: 1}", [("pay.ote", "", OPEN)], "\r\n")
def test_a_file_whose_lines_end_in_one_way_keeps_it(
    text: str, changes: list[tuple[str, Any, str]], end: str
) -> None:
    text = re.sub(r"\r\n|\r|\n", end, f"# mine\n{text}")
    unix = re.sub(r"\r\n|\r|\n", "\n", text)
    for field, answer, remark in changes:
        text = answered(text, field, "" if remark else answer, remark)
        unix = answered(unix, field, "" if remark else answer, remark)
        assert set(_line_ends(text)) == {end}
        assert text == unix.replace("\n", end)
        assert sheet(text).remarks == sheet(unix).remarks


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: 1\r\nb: 2\r\nc: 3\n", "\r\n"),
        ("a: 1\nb: 2\r\nc: 3\n", "\n"),
        ("a: 1\r\nb: 2\n", "\r\n"),
        ("a: 1\nb: 2\r", "\n"),
        ("a: 1\rb: 2\n", "\r"),
        ("a: 1", "\n"),
    ],
)
def test_where_they_are_mixed_a_new_line_ends_as_most_do_or_the_first(text: str, end: str) -> None:
    after = answered(text, "metrics", ["x", "y"])
    assert after.startswith(text)
    assert set(_line_ends(after[len(text) :])) == {end}


def test_an_answer_to_a_windows_file_is_saved_with_its_line_ends() -> None:
    text = "# mine\r\nrole:  # the job\r\n  title: A\r\n"
    saved: list[str] = []
    kept = Kept(sheet(text), saved.append, CATALOG, PROMPTS)
    kept.put_all({"role.location": "Salem, MA"})
    kept.put_all({"metrics": ["renewal rate", "churn"]})
    kept.put_all({"pay.base": ""}, OPEN)
    assert saved[-1] == kept.sheet.text
    assert saved[-1].startswith(text)
    assert set(_line_ends(saved[-1])) == {"\r\n"}
    assert kept.is_open("pay.base")


# -- by example -----------------------------------------------------------------------------------


@table(
    ("text", "field", "answer", "expected"),
    [
        ("", "company.name", "Acme", "company:\n  name: Acme\n"),
        ("# top\n", "company.name", "Acme", "# top\ncompany:\n  name: Acme\n"),
        ("company:\n  name: A # c\n", "company.name", "B", "company:\n  name: B # c\n"),
        ("company:\n    name: A\n", "company.about", "B", "company:\n    name: A\n    about: B\n"),
        ("company: {name: A}\n", "company.name", "B, C", 'company: {name: "B, C"}\n'),
        ("company: {name: A}\n", "company.about", "B", "company: {name: A, about: B}\n"),
        ("company: {}\n", "company.about", "B", "company: {about: B}\n"),
        ("metrics: [a]\n", "metrics", ["b", "c"], "metrics:\n  - b\n  - c\n"),
        ("pay:\n  base:\n    min: 1\n    max: 2\n", "pay.base", "3", "pay:\n  base: 3\n"),
        ("company:\r\n  name: A\r\n", "company.name", "B", "company:\r\n  name: B\r\n"),
        ("role:\n  title: a\n    b # c\n", "role.title", "d", "role:\n  title: d\n    # c\n"),
        ("  pay:\n    ote: 1\n", "role.title", "d", "  pay:\n    ote: 1\n  role:\n    title: d\n"),
        ("  pay:\n    ote: 1\n", "metrics", ["d"], "  pay:\n    ote: 1\n  metrics:\n    - d\n"),
        ("--- # a\n# b\n...\n", "template", "key", "--- # a\ntemplate: key\n# b\n...\n"),
    ],
)
def test_an_answer_takes_its_place(text: str, field: str, answer: Any, expected: str) -> None:
    assert answered(text, field, answer) == expected


@table(
    "text",
    [
        "company:\n  name: Acme\n...\n",
        "---\ncompany:\n  name: Acme\n...\n# end\n",
        "{company: {name: Acme}}\n",
        "{}",
        '"company": {"name": "Acme"}\n',
        "? company\n: name: Acme\n",
        "company:\n  ? name\n  : Acme\n",
        "\ufeffcompany:\n  name: Acme\n",
        "company: {\n  name: Acme,\n  # the last\n}\n",
        "company: {name: Acme # here\n}\n",
        "company:\n  # only a comment\n",
        "company:\n  name: Acme\n  # at the end\nrole:\n  title: x\n",
        "company: # why\n  name: Acme\n",
        "company:\n  name: >-\n    Acme\n    Linen\n\n  # of the about\n  about: x\n",
        "company:\n\n\n  name: Acme\n",
        "# mine\n   company:\n      name: Acme\n   # between\n   template:\n# end\n",
        "---\n...\n",
        "\ufeff# --- mine\n---\n...\n",
    ],
)
@table("field", ["company.name", "company.about", "role.title", "template"])
def test_an_unusual_file_takes_an_answer_too(text: str, field: str) -> None:
    before = parse(text.encode(), "x").tree
    after = answered(text, field, "new: one")
    assert parse(after.encode(), "x").tree == put(before, field, "new: one")
    assert [line for line in text.splitlines() if line.strip().startswith("#")] == [
        line for line in after.splitlines() if line.strip().startswith("#")
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", IDS)
def test_any_answer_of_an_example_can_be_changed(name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text("utf-8")
    before, words_of_it = read(text), _words(_comments(text))
    for field in FIELDS:
        after = answered(text, field, "changed # to: this")
        assert read(after) == put(before, field, "changed # to: this")
        # Comments among the items of an old list follow the one behind its name.
        assert _words(_comments(after)) == words_of_it


def _words(comments: list[str]) -> list[str]:
    return " ".join(comments).replace("#", " ").split()


# -- where answers stand --------------------------------------------------------------------------


@given(files())
def test_both_parsers_find_every_answer_in_the_same_place(text: str) -> None:
    found, tree = sheet(text).spans, read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_file, "_LOADER", yaml.SafeLoader)
        assert list(map(_place, sheet(text).spans.values())) == list(map(_place, found.values()))
    assert set(found) == {(), *_paths(tree)} if tree else not found
    for steps, span in found.items():
        typed = text[span.start : span.end]
        assert typed == typed.strip()
        assert not steps or text[: span.colon].endswith(":")


def _place(span: Span) -> Span:
    """Leave out where nothing stands: between a colon and the next sign any place will do."""
    texts = tuple(place for place in span.scalars if place[0] < place[1])
    return span._replace(scalars=texts, **({} if span.start < span.end else {"start": 0, "end": 0}))


def _paths(tree: Tree) -> list[tuple[str, ...]]:
    inner = [(name, key) for name, part in tree.items() if isinstance(part, dict) for key in part]
    return [*((name,) for name in tree), *inner]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_stays_and_moves_nothing(
    end: str, loader: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if loader is not None:
        monkeypatch.setattr(yaml_file, "_LOADER", loader)
    text = end.join(["\ufeffcompany: {name: A}  # mine", "pay:", "  base: 1", ""])
    read_once = parse(text.encode(), "a.yaml")
    assert str(read_once.values["company", "name"]) == "a.yaml:1:17"
    assert read_once.text == text
    assert answered(text, "company.name", "B") == text.replace("name: A", "name: B")
    assert answered(text, "pay.base", "22") == text.replace("base: 1", "base: 22")
    assert answered(text, "pay.ote", "3") == f"{text}  ote: 3{end}"


@table(
    ("text", "field", "expected"),
    [
        ("company: {name}\n", "company.name", "company: {name: B}\n"),
        ("company: {about, name}\n", "company.name", "company: {about, name: B}\n"),
        ("company: {name, about: x}\n", "company.name", "company: {name: B, about: x}\n"),
        ("{company}\n", "company.name", "{company: {name: B}}\n"),
        ("{company, pay: {base: 1}}\n", "pay.base", "{company, pay: {base: B}}\n"),
        ("{pay: {base: 1}}\n", "company.name", "{pay: {base: 1}, company: {name: B}}\n"),
        ('company: {"name": A}\n', "company.name", 'company: {"name": B}\n'),
        ("company: {name: # who\n  A}\n", "company.name", "company: {name: # who\n  B}\n"),
        ("? company # a: b\n: {name: A}\n", "company.name", "? company # a: b\n: {name: B}\n"),
        ("{}\n# not sure yet: pay.base\n", "pay.base", "{pay: {base: B}}\n"),
    ],
)
def test_an_answer_in_braces_takes_its_place(text: str, field: str, expected: str) -> None:
    assert answered(text, field, "B") == expected


def test_an_answer_is_put_into_a_large_file_at_once() -> None:
    lines = [f"  x{number}: [a, b]  # {'note ' * 40}\n" for number in range(1200)]
    text = "role:\n" + "".join(lines) + "# skipped: metrics\n" * 10_000
    started = process_time()
    assert answered(text, "role.x7", "c").count("[a, b]") == 1199
    assert process_time() - started < 1 or Coverage.current() is not None
