"""What stands between the bytes of an answers file and its answers: nothing is lost in silence."""

import re
from pathlib import Path

import pytest

from amjd.answers.fields import FIELDS
from amjd.sources.checked import check
from amjd.sources.sheet import typed
from amjd.sources.yaml_edit import with_answer
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError
from conftest import ANSWERS, CATALOG, QUESTIONS
from script import sheet
from tables import table

TIDEWATER = (ANSWERS / "tidewater.yaml").read_text("utf-8")
TEXTS = [field for field in FIELDS if FIELDS[field].kind.schema.get("type") == "string"]


def problems(text: str | bytes) -> list[str]:
    """List the problems of a text and of its answers, without what is missing."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        check(parse(raw, "a.yaml"), CATALOG.ids, QUESTIONS, allow_blanks=True)
    except InvalidAnswersError as error:
        return [str(problem) for problem in error.problems]
    return []


def readings(text: str) -> list[str]:
    return [str(reading) for reading in sheet(text).readings]


# -- what a # cuts off ----------------------------------------------------------------------------


@table(
    ("text", "expected"),
    [
        (
            "company:\n  about: We are the #1 laundry",
            '2:10: company.about: is cut off at "#1 laund',
        ),
        ("company:\n  about: We are the    #1 laundry", "2:10: company.about: is cut off at "),
        ("company:\n  about: We are the\t#1", "2:10: company.about: is cut off at "),
        ("company:\n  name: #1 Laundry", '2:8: company.name: is cut off at "#1 Laundry"'),
        ("company:\n  about: We are\n    the #1", "2:10: company.about: is cut off at "),
        ("company:\n  about: We are\n    #1 of all", "2:10: company.about: is cut off at "),
        ("metrics:\n  - rank #1 in town\n  - b", '2:5: metrics: is cut off at "#1 in town"'),
        ("metrics: [rank #1\n, kept]", "1:11: metrics: is cut off at "),
        ("apply: {url: https://x.example/ #apply\n}", "1:14: apply.url: is cut off at "),
        ("pay:\n  base: #85k", "2:8: pay.base: is cut off at "),
    ],
)
def test_a_text_that_is_cut_off_by_a_comment_is_a_problem(text: str, expected: str) -> None:
    (found,) = (line for line in problems(text) if "is cut off" in line)
    assert found.startswith(f"a.yaml:{expected}")
    assert found.endswith(". Put the text in quotes.")


@table("field", FIELDS)
def test_a_cut_is_found_in_every_field(field: str) -> None:
    section, _, name = field.rpartition(".")
    text = f"{section}:\n  {name}: x #y" if section else f"{name}: x #y"
    assert any(f"{field}: is cut off at" in line for line in problems(text))


@table(
    ("text", "expected"),
    [
        ("tools:\n  crm: HubSpot # our own", ['tools.crm: "# our own" is read as a comment, ']),
        ("role:\n  hours: # 25 a week", ['role.hours: "# 25 a week" is read as a comment, ']),
        ("metrics:\n  - a # b\n  - c", ['metrics: "# b" is read as a comment, ']),
        ("tools:\n  crm: HubSpot #", ['tools.crm: "#" is read as a comment, ']),
        # What is set apart, or ours, or beside no text is plainly a comment.
        ("tools:\n  crm: HubSpot  # our own", []),
        ("tools:\n  crm: HubSpot\t# our own", []),
        ("tools:\n  crm: HubSpot  ## our own", []),
        ("tools:\n  crm: # not sure yet", []),
        ("tools:\n  crm:  # skipped", []),
        ("tools: # what we use\n  crm: HubSpot", []),
        ("metrics: # the five\n  - a", []),
        ('tools:\n  crm: "HubSpot" # our own', []),
        ("tools:\n  crm: |\n    Hub # Spot", []),
        ("tools:\n  crm: HubSpot\n  #others: x", []),
        ("metrics:\n  - a\n  #- b", []),
        ("tools: {crm: HubSpot\n    #others: [x]\n  }", []),
        ("tools:\n  crm:\n    #HubSpot", []),
        ("tools:\n  crm: C#", []),
        ("apply: {url: https://x.example/#apply}", []),
        ('company: {name: "#1 Laundry"}', []),
    ],
)
def test_a_comment_close_to_a_text_is_told(text: str, expected: list[str]) -> None:
    found = readings(text)
    assert not any("cut off" in line for line in problems(text))
    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True))


@pytest.mark.parametrize("path", sorted(ANSWERS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_comments_of_our_own_files_are_plain(path: Path) -> None:
    assert readings(path.read_text("utf-8")) == []


# -- nothing, and lines ---------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_the_words_of_yaml_for_nothing_are_no_answer(word: str) -> None:
    assert sheet(f"tools: {{crm: {word}}}\nmetrics: [a, {word}]").tree == {
        "tools": {"crm": ""},
        "metrics": ["a", ""],
    }
    assert sheet(f"tools:\n  crm: {word}\n").tree == {"tools": {"crm": ""}}
    assert sheet(f"tools: {{crm: '{word}'}}").tree == {"tools": {"crm": word}}
    assert sheet(f'{{"tools": {{"crm": "{word}"}}}}').tree == {"tools": {"crm": word}}


@pytest.mark.parametrize("word", ["null", "~", "Null"])
def test_such_a_word_that_was_answered_stays_one(word: str) -> None:
    assert (
        typed(with_answer(sheet("tools:\n  crm: x\n"), "tools.crm", word).tree, "tools.crm") == word
    )
    assert typed(with_answer(sheet("metrics: []"), "metrics", [word]).tree, "metrics") == [word]


@table(
    ("text", "expected"),
    [
        ("m: |\n  a\n  b\n", "a\nb\n"),
        ("m: |\n  - a\n  - b\n", "- a\n- b\n"),
        ('m: "a\\nb"', "a\nb"),
        ("m: >\n  a\n  b\n", "a b\n"),
        ("m: a\n  b\n", "a b"),
        ("m:\n  a\n  b\n", "a b"),
        # Several lines with a bullet or a number each are kept as such.
        ("m: >-\n  - a\n  - b\n", "  - a\n  - b"),
        ("m:\n  1. a\n  2. b\n", "1. a\n  2. b"),
        ("m: \u2022 a\n  \u2022 b\n", "\u2022 a\n  \u2022 b"),
        ("m:\n  We count\n  1) a\n  2) b\n", "We count\n  1) a\n  2) b"),
        ("m:\n  a\n  1. b\n", "a 1. b"),
        ("m: >\n  - a\n  - b\n\n# c\n", "  - a\n  - b"),
        ("m: >2\n     - a\n    - b\n # c\n", "     - a\n    - b"),
        ("m: '- it''s a\n  - b'", "- it's a\n  - b"),
        ('m: "- a\n  - b"', "- a\n- b"),
        ('m: "- \\x61\n  - b \\"c\\"\\\n    d"', '- a\n- b "c"d'),
        ('m: "a \\"b\\"\n  c"', 'a "b" c'),
        ('m: "a \\"b\\"\n  - c"', 'a "b"\n- c'),
        ("m: a\n  - b", "a\n  - b"),
        ("m: a\n  \u2013 b", "a \u2013 b"),
    ],
)
def test_lines_that_were_typed_as_a_list_stay_lines(text: str, expected: str) -> None:
    assert sheet(text).tree["m"] == expected


PARAGRAPHS = [
    "company.about", "company.equal_opportunity", "role.training", "role.growth_path",
    "pay.commission", "pay.bonus", "apply.evidence",
]  # fmt: skip
FOLDED = {
    "plain": "We\n    wash.\n\n    We dry.",
    "plain below": "\n    We wash.\n  \n\n    We dry.",
    "single quotes": "'We\n    wash.\n\n    We dry.'",
    "double quotes": '"We\n    wash.\n\n    We dry."',
    "an escape": '"We\\x20\n    wash.\n\n    We dry."',
    "escaped line breaks": '"We wa\\\n    sh.\n\n    We \\\n    dry."',
    "an escaped line break above a blank line": '"We wash.\\\n\n    We dry."',
    "written as escapes": '"We wash.\\n\\nWe\n    dry."',
    "literal": "|\n    We wash.\n\n    We dry.",
    "folded": ">-\n    We\n    wash.\n\n    We dry.",
    "folded above a comment": ">-\n    We wash.\n\n    We dry.\n\n  # why",
    "folded with deeper lines": ">\n    We\n      wash.\n\n    We dry.",
}


@table("end", ["\n", "\r\n", "\r"])
@table("style", FOLDED)
@table("field", PARAGRAPHS)
def test_a_blank_line_parts_paragraphs_in_every_style(field: str, style: str, end: str) -> None:
    section, name = field.split(".")
    text = f"{section}:\n  {name}: {FOLDED[style]}\n".replace("\n", end)
    answers, _ = check(sheet(text), CATALOG.ids, QUESTIONS, allow_blanks=True)
    assert answers[field] == "We wash.\n\nWe dry."


# -- what is no plain text ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"{\\rtf1\\ansi company:}", "1:1: is rich text (RTF). Save it as plain text."),
        (b"<!DOCTYPE html>\n<p>", "1:1: is a web page (HTML or XML). Save it as plain text."),
        (b"\xef\xbb\xbf\n <html>", "1:1: is a web page (HTML or XML). Save it as plain text."),
        (b"\r\n{\\rtf1\\ansi}", "1:1: is rich text (RTF). Save it as plain text."),
        ("a: \u041f\u0440\u0438\n".encode("utf-16-be"), "1:1: is not UTF-8 text, but UTF-16."),
        (TIDEWATER.encode("utf-16-le"), "1:1: is not UTF-8 text, but UTF-16. Save"),
        (TIDEWATER.encode("utf-16-be"), "1:1: is not UTF-8 text, but UTF-16. Save"),
        (TIDEWATER.encode("utf-32-le"), "1:1: is not UTF-8 text, but UTF-32. Save"),
        ("a: caf\u00e9\n".encode("utf-16-le"), "1:1: is not UTF-8 text, but UTF-16. Save"),
    ],
    ids=["rtf", "html", "html below a mark", "rtf below a line", "Cyrillic", "UTF-16",
         "UTF-16 BE", "UTF-32", "café"],
)  # fmt: skip
def test_what_is_no_plain_text_is_named(raw: bytes, expected: str) -> None:
    (found,) = problems(raw)
    assert found.startswith(f"a.yaml:{expected}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"```yaml\n{TIDEWATER}```\n", "1:1"),
        (f"```\n{TIDEWATER}", "1:1"),
        (f"{TIDEWATER}```\n", "11:1"),
        (f"\n\n~~~\n{TIDEWATER}~~~", "3:1"),
        (f'\ufeff```yaml title="a"\r\n{TIDEWATER}```', "1:1"),
        (f"~~~ \\ud83d\\ude00\n{TIDEWATER}~~~", "1:1"),
        (re.sub(r"(?m)^(?=.)", "   ", f"```yml\n{TIDEWATER}```"), "1:4"),
    ],
)
def test_a_fence_of_a_chat_is_one_problem(text: str, place: str) -> None:
    (found,) = problems(text)
    assert found.startswith(f"a.yaml:{place}: is a code fence. Leave out the ")


@pytest.mark.parametrize("mark", ["```", "~~~"])
def test_a_fence_in_a_text_is_a_part_of_it(mark: str) -> None:
    assert problems(f"company:\n  about: |\n    {mark}\n    x\n    {mark}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"tools": {"crm": "a \\ud83d\\ude00 b"}}', "a \U0001f600 b"),
        ('tools: {crm: "\\uD83D\\uDE00\\uD83D\\uDE00"}', "\U0001f600\U0001f600"),
        ('tools: {crm: "\\\\ud83d\\\\ude00"}', "\\ud83d\\ude00"),
        ("tools:\n  crm: \\ud83d\\ude00", "\\ud83d\\ude00"),
        ("tools:\n  crm: '\\uD83D\\uDE00 \\ud83d'", "\\uD83D\\uDE00 \\ud83d"),
        ("tools:\n  crm: \\U0001f600\\ud83d", "\\U0001f600\\ud83d"),
        ("tools:\n  crm: >-\n    \\uD83D\\uDE00\n    \\ud83d", "\\uD83D\\uDE00 \\ud83d"),
        ("tools:\n  crm: |- # \\uD83D\\uDE00\n    \\uD83D\\uDE01", "\\uD83D\\uDE01"),
    ],
)
def test_what_json_writes_with_two_escapes_is_one_character(text: str, expected: str) -> None:
    read = sheet(text)
    assert (typed(read.tree, "tools.crm"), read.problems) == (expected, ())
    start, end = read.spans["tools", "crm"][1:3]
    changed = with_answer(read, "tools.crm", "x").text
    assert changed == f"{text[:start]}x{text[end:]}"


# -- each cure, followed to the letter, is accepted -----------------------------------------------


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("pay: {base: {min: 58,000, max: 64,000}}", "pay: {base: {min: 58000, max: 64000}}"),
        ("company:\n  about: We are the #1", 'company:\n  about: "We are the #1"'),
        ("role:\n  reports\u00a0to: x", "role:\n  reports_to: x"),
        ("tools:\n  crm\uff1ax", "tools:\n  crm: x"),
        ("tools{crm: x}", "tools: {crm: x}"),
        ("```\ntools: {crm: x}\n```", "tools: {crm: x}\n"),
        ("tools: {crm: x\u200by}", "tools: {crm: xy}"),
        ("tools: {crm: a\uff0cb}\nmetrics:\n  -\u00a0x", "tools: {crm: a\uff0cb}\nmetrics:\n  - x"),
        ("role:\n  title: a: b", 'role:\n  title: "a: b"'),
    ],
)
def test_a_cure_is_accepted_as_it_is_written(text: str, mended: str) -> None:
    with pytest.raises(InvalidAnswersError):
        check(parse(text.encode(), "a.yaml"), CATALOG.ids, QUESTIONS, allow_blanks=True)
    assert problems(mended) == []


def test_a_problem_takes_one_line_whatever_its_name_holds() -> None:
    found = problems('"a\\nb": x\n? |\n  c\n  d\n: e\nrole: {"x\\ty": 1}')
    assert len(found) == 3
    assert all(line.isprintable() for line in found)


@pytest.mark.parametrize("text", ["metrics:\n  a: b\n", "? company\n", "? role\n: {}\n"])
def test_an_odd_whole_file_is_answers_or_problems(text: str) -> None:
    assert all(line.startswith("a.yaml:") for line in problems(text))


# -- signs that look like others ------------------------------------------------------------------

NBSP = "\u00a0"


@table("space", ["\u00a0", "\u3000", "\u2003", "\u202f"])
@table(
    ("text", "place", "where"),
    [
        ("tools:\n__crm: x\nmetrics: [a]", "2:1", "in its indent. Type spaces."),
        ("tools:\n _crm: x", "2:2", "in its indent. Type spaces."),
        ("tools:\n  crm: x\n_\nmetrics: [a]", "3:1", "in its indent. Type spaces."),
        ("metrics:\n  -_a", "2:4", "behind its dash. Type a space."),
        ("metrics:\n  - a\n  -_ b", "3:4", "behind its dash. Type a space."),
        ("tools:\n  crm:_x", "2:7", "behind its colon. Type a space."),
        ("tools:_\n  crm: x", "1:7", "behind its colon. Type a space."),
        ("tools: _\n  crm: x", "1:8", "behind its colon. Type a space."),
        ("tools: {crm:_x}", "1:13", "behind its colon. Type a space."),
        ("tools:\n  crm_: x", "2:6", "behind a name. Take it out."),
        ("role:\n  title: x\n  hours:_x", "3:9", "behind its colon."),
        ("company:\n  about: >-\n    We\n    are\nrole:\n_ title: x", "6:1", "in its indent."),
        ("company:\n  about: >-\n__ _We\n", "3:1", "in its indent."),
        ("company:\n  about: >-\n    We\n____are\n", "4:1", "in its indent."),
        ("tools: {_crm: x}", "1:9", "before a name. Type a space."),
        ("tools: {crm: x,_ others: y}", "1:16", "before a name. Type a space."),
    ],
)
def test_an_odd_space_where_yaml_wants_another_is_one_problem(
    text: str, place: str, where: str, space: str
) -> None:
    (found,) = problems(text.replace("_", space))
    assert found.startswith(f"a.yaml:{place}: has U+{ord(space):04X} ")
    assert where in found


def test_a_name_with_an_odd_space_is_told_as_it_is_written() -> None:
    (found,) = problems(f"role:\n  reports{NBSP}to: the owner")
    assert found.startswith("a.yaml:2:10: has U+00A0 NO-BREAK SPACE in a name. Write reports_to.")


@pytest.mark.parametrize(
    "text",
    [
        f"company:\n  about: 10{NBSP}km, 5{NBSP}km :{NBSP}far",
        f"company:\n  about: |\n    We wash.\n    {NBSP}Far:{NBSP}near.\n",
        f"company:\n  name: x  #{NBSP}a comment",
    ],
)
def test_an_odd_space_in_a_text_is_none_of_the_files(text: str) -> None:
    assert problems(text) == []


def test_lines_with_odd_spaces_without_end_are_one_problem_and_not_read_on() -> None:
    (found,) = problems(f"{NBSP}x: y: z\n" * 1_200)
    assert found.startswith("a.yaml:1:1: has U+00A0 NO-BREAK SPACE in its indent, and so have 999")


def test_an_unknown_name_is_told_with_the_odd_space_behind_it() -> None:
    (found,) = problems(f"role:\n  title: x\n  colour{NBSP}: red\n")
    assert found.startswith(f"a.yaml:3:3: role.colour{NBSP}: is no field.")


def test_many_lines_with_odd_spaces_are_one_problem() -> None:
    names = "title", "hours", "travel", "start"
    (found,) = problems("role:\n" + "".join(f"{NBSP}{NBSP}{name}: x\n" for name in names))
    assert found == (
        "a.yaml:2:1: has U+00A0 NO-BREAK SPACE in its indent, and so have 3 more lines. "
        "Type spaces."
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tools\uff1a\n  crm: x", "1:6"),
        ("tools:\n  crm\uff1aHubSpot", "2:6"),
        ("tools:\n  crm \uff1a HubSpot", "2:7"),
        ("tools: {crm\uff1a HubSpot}", "1:12"),
        ("tools:\n  crm:\n  others\uff1a\r\n    - a", "3:9"),
        ('\ufeff{"tools": {"crm"\uff1a"HubSpot"}}', "1:17"),
    ],
)
def test_a_colon_of_full_width_is_one_problem(text: str, place: str) -> None:
    (found,) = problems(text)
    assert found.startswith(
        f"a.yaml:{place}: has U+FF1A FULLWIDTH COLON behind a name. Type a colon"
    )


@table("sign", "\u200b\ufeff\u2060\u200e\u034f\ufe0f\u3164\u2028\x0c\x0b\0\x1a")
@table("place", [0, 1, 2, 3])
def test_an_invisible_sign_is_the_only_problem_wherever_it_stands(sign: str, place: int) -> None:
    lines = ["tools:", "  crm: x", "metrics:", "  - a"]
    alone = "\n".join([*lines[:place], sign, *lines[place:]])
    before = "\n".join([*lines[:place], sign + lines[place], *lines[place + 1 :]])
    behind = "\n".join([*lines[:place], lines[place] + sign, *lines[place + 1 :]])
    texts = [alone, before, behind]
    if (sign, place) == ("\ufeff", 0):
        texts = [behind]
    for text in texts:
        (found,) = problems(text)
        assert found.startswith(f"a.yaml:{place + 1}:")
        assert f"s U+{ord(sign):04X}" in found


def test_the_place_of_what_stands_behind_a_sign_is_that_of_the_text() -> None:
    found = problems("tools: {c\u200brm: [x], \u200bphone: 5}\nportfolio: {accounts: many}")
    assert [line.split(" ")[0] for line in found] == [
        "a.yaml:1:10:", "a.yaml:1:15:", "a.yaml:1:20:", "a.yaml:1:21:", "a.yaml:2:23:",
    ]  # fmt: skip
