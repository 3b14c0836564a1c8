import json
import signal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from amjd.answers.fields import Answers
from amjd.sources import yaml_file
from amjd.sources.checked import check
from amjd.sources.options import with_options
from amjd.sources.sheet import Sheet
from amjd.sources.yaml_file import parse
from amjd.text.errors import InvalidAnswersError
from conftest import ANSWERS, CATALOG, EXAMPLES, QUESTIONS
from tables import table

NIGHTLY = pytest.mark.nightly
TIDEWATER = (ANSWERS / "tidewater.yaml").read_bytes()
# The parser that stands in where libyaml is missing is ten times slower: the long runs are nightly.
LOADERS = {"c": getattr(yaml, "CSafeLoader", yaml.SafeLoader), "python": yaml.SafeLoader}


# What is ours is the same with both, so one of them is measured.
@pytest.fixture(params=["c", pytest.param("python", marks=pytest.mark.no_cover)])
def loader(request, monkeypatch):
    """Read once with libyaml and once with the parser that stands in where it is missing."""
    monkeypatch.setattr(yaml_file, "_LOADER", LOADERS[request.param])
    return request.param


def read(raw: bytes, *options: str, allow_blanks: bool = False) -> Answers:
    sheet = with_options(parse(raw, "a.yaml"), options)
    return check(sheet, CATALOG.ids, QUESTIONS, allow_blanks).answers


def problems(raw: bytes, *options: str, **more: bool) -> list[str]:
    with pytest.raises(InvalidAnswersError) as caught:
        read(raw, *options, **more)
    assert caught.value.code == 3
    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    return str(caught.value).splitlines()


def changed(old: str, new: str) -> bytes:
    """Change the answers at one place."""
    assert TIDEWATER.count(old.encode()) == 1
    return TIDEWATER.replace(old.encode(), new.encode("utf-8", "surrogatepass"))


# ---- what is read


@pytest.mark.usefixtures("loader")
def test_the_contracts_example_reads():
    answers = read(TIDEWATER)
    assert answers.company.name == "Tidewater Linen"
    assert answers.role.workplace == "hybrid"
    assert answers.quota.carries is False
    assert answers.metrics == ["gross retention", "client satisfaction"]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("name", CATALOG.ids)
def test_every_example_reads(name):
    read((EXAMPLES / f"{name}.yaml").read_bytes())


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "text",
    [
        "NO", "no", "on", "08", "010", "12:30", "1_000", "3.10", "+4712345678", "2024-01-02",
        "0x1F", "1e3", ".inf", "<<", "=", "{{ name }}",
    ],
)  # fmt: skip
def test_every_scalar_is_text_until_its_field_reads_it(text):
    typed = f"'{text}'" if text.startswith("{") else text
    assert read(changed("name: Tidewater Linen", f"name: {typed}")).company.name == text


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + TIDEWATER,
        TIDEWATER.replace(b"\n", b"\r\n"),
        TIDEWATER.replace(b"\n", b"\r"),
        b"---\n" + TIDEWATER,
        TIDEWATER + b"...\n",
        TIDEWATER + b"---\n",
        b"---\n" + TIDEWATER + b"---  # the end\n\n",
        TIDEWATER.rstrip(b"\n"),
        TIDEWATER + b"# the end\n\n\n",
    ],
    ids=[
        "byte-order mark",
        "CRLF",
        "CR",
        "---",
        "...",
        "last ---",
        "framed",
        "no final line break",
        "comment",
    ],
)
def test_the_envelope_of_the_text_changes_nothing(raw):
    assert read(raw) == read(TIDEWATER)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"# nothing yet\n", b"---\n", b"\xef\xbb\xbf", b"''"]
)
def test_an_empty_file_misses_every_required_answer_at_its_start(raw):
    found = problems(raw)
    assert len(found) == 9
    assert all(line.startswith("a.yaml:1:1: ") and " is missing. " in line for line in found)


@pytest.mark.parametrize("empty", ["", '""', "''", "[]", "{}", '["", ]'])
def test_an_empty_value_is_unanswered(empty):
    found = problems(changed("crm: HubSpot", f"crm: {empty}"))
    assert len(found) == 1
    assert found[0].startswith("a.yaml:7:9: tools.crm: is missing. ")


def test_a_folded_text_reads_on_one_line():
    raw = changed("tools: {crm: HubSpot}", "tools:\n  crm: >-\n    a shared\n    spreadsheet\n")
    assert read(raw).tools.crm == "a shared spreadsheet"


# ---- places


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # what cannot be read stands at its value
        ("accounts: 60", "accounts: sixty", "5:23: portfolio.accounts: "),
        ("workplace: hybrid", "workplace: office", "3:42: role.workplace: "),
        ("carries: no", "carries: perhaps", "4:18: quota.carries: "),
        ("deadline: rolling", "deadline: soon", "10:50: apply.deadline: "),
        ("min: 58000", "min: lots", "9:19: pay.base.min: "),
        ("[gross retention, client", "[[a], client", "8:11: metrics: "),
        ("[gross retention, client", "[a, {b: c}, client", "8:14: metrics: "),
        ("crm: HubSpot", "crm: [HubSpot]", "7:14: tools.crm: "),
        ("{crm: HubSpot}", "HubSpot", "7:8: tools: "),
        # a name that is unknown, or dotted, stands at the name
        ("crm: HubSpot", "crm: HubSpot, colour: red", "7:23: tools.colour: "),
        ("quota: {", "produkt: {a: b}\nquota: {", "4:1: produkt: "),
        ("quota: {carries: no}", "quota.carries: no", "4:1: quota.carries: is a dotted key. "),
        # what is missing stands at its nearest given parent
        ("crm: HubSpot", "", "7:1: tools.crm: is missing. "),
        ("software: no", "software: yes", "6:1: product.name: is missing. "),
        ("tools: {crm: HubSpot}", "", "1:1: tools.crm: is missing. "),
        # machinery of YAML
        ("crm: HubSpot", "crm: &a HubSpot", "7:14: tools.crm: has an anchor (&a). "),
        ("crm: HubSpot", "crm: *a", "7:14: tools.crm: is an alias (*a). "),
        ("crm: HubSpot", "crm: !!str HubSpot", "7:14: tools.crm: has a tag "),
        ("crm: HubSpot", "crm: ! HubSpot", "7:14: tools.crm: has a tag "),
        ("{crm: HubSpot}", "!!python/object/apply:os.system {crm: id}", "7:8: tools: has a tag "),
        ("[gross retention", "[&a gross retention", "8:11: metrics: has an anchor "),
        ("[gross retention", "&a [gross retention", "8:10: metrics: has an anchor "),
        ("crm: HubSpot", "&a crm: HubSpot", "7:9: tools: has an anchor "),
        # names given twice
        ("crm: HubSpot", "crm: a, crm: b", "7:17: tools.crm: is given twice (first in line 7). "),
        ("quota: {carries: no}", "quota: {carries: no}\nquota: {}", "5:1: quota: is given twice "),
        # a comma inside an amount
        ("58000, max", "58,000, max", "9:22: pay.base: has a comma inside an amount. Write 58000"),
        # refused characters
        ("HubSpot", "Hub\x1bSpot", "7:17: holds U+001B ESC. Take it out."),
        ("HubSpot", "Hub\u202eSpot", "7:17: holds U+202E RIGHT-TO-LEFT OVERRIDE. "),
        ("HubSpot", "Hub\x85Spot", "7:17: holds U+0085 NEXT LINE. "),
        ("HubSpot", "Hub\u2028Spot", "7:17: holds U+2028 LINE SEPARATOR. "),
        ("HubSpot", "Hub\ufeffSpot", "7:17: holds U+FEFF "),
        ("HubSpot", '"Hub\\e[31mSpot"', "7:14: tools.crm: holds U+001B ESC at character 4. "),
        ("HubSpot", '"Hub\\0Spot"', "7:14: tools.crm: holds U+0000 NUL at character 4. "),
        ("HubSpot", '"Hub\\NSpot"', "7:14: tools.crm: holds U+0085 NEXT LINE at character 4. "),
        ("HubSpot", '"Hub\\LSpot"', "7:14: tools.crm: holds U+2028 LINE SEPARATOR at "),
        ("HubSpot", '"Hub\\u200bSpot"', "7:14: tools.crm: holds U+200B "),
        # limits
        ("HubSpot", "x" * 20_001, "7:14: tools.crm: has 20,001 characters. "),
        ("[gross retention", "[" + "x, " * 200 + "gross retention, a", "8:10: metrics: has 203 "),
    ],
)
def test_a_problem_names_its_place(old, new, expected):
    found = problems(changed(old, new))
    assert found[0].startswith(f"a.yaml:{expected}"), found


@pytest.mark.usefixtures("loader")
def test_the_problem_of_the_contract_reads_as_it_says():
    raw = changed("carries: no", 'carries: yes, target: "a lot", period: year')
    found = problems(raw, "pay.commission=ten percent")
    assert found == ['a.yaml:4:31: quota.target: "a lot" is not an amount. Write 150000 or $150k.']


@pytest.mark.usefixtures("loader")
def test_all_problems_are_listed_in_the_order_of_the_file():
    found = problems((ANSWERS / "five_problems.yaml").read_bytes())
    starts = [
        "a.yaml:4:14: role.workplace: ",
        "a.yaml:6:15: role.first_hire: ",
        "a.yaml:9:23: portfolio.accounts: ",
        "a.yaml:10:1: produkt: is no field. Did you mean product?",
        "a.yaml:14:1: pay.base: is missing. ",
    ]
    assert [line[: len(start)] for line, start in zip(found, starts, strict=True)] == starts


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("name", ["company", "role", "apply"])
def test_a_section_given_three_times_is_two_problems(name):
    found = problems(TIDEWATER + f"{name}: {{x: a}}\n{name}: {{x: b}}\n".encode())
    assert [line.split(" (")[0] for line in found] == [
        f"a.yaml:11:1: {name}: is given twice",
        f"a.yaml:12:1: {name}: is given twice",
    ]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("empty", ["", '""', "[]", "{}", "{name: }"])
def test_an_unknown_name_is_a_problem_even_when_empty(empty):
    (found,) = problems(changed("product: {", f"compnay: {empty}\nproduct: {{"))
    assert found == "a.yaml:6:1: compnay: is no field. Did you mean company?"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("HubSpot", '"Hub\\ud83eSpot"', ["7:18: tools.crm: holds U+D83E"]),
        ("HubSpot", '"Hub\\uDD16Spot"', ["7:18: tools.crm: holds U+DD16"]),
        ("HubSpot", '"Hub\\U0000d83e"', ["7:18: tools.crm: holds U+D83E"]),
        ("60", '"6\\ud83e0"', ["5:25: portfolio.accounts: holds U+D83E"]),
        (
            "[gross retention",
            '[a, "b\\ud83e\\ud83e"',
            ["8:16: metrics: holds U+D83E", "8:22: metrics: holds U+D83E"],
        ),
        ("58000", '"\\ud83e"', ["9:20: pay.base.min: holds U+D83E"]),
        ("software: no", '"\\udd16": 1, software: no', ["6:12: product: holds U+DD16"]),
        ("HubSpot", '"a\n  \\ud83e\n\n  \\ud83e\\udd16"', ["8:3: tools.crm: holds U+D83E"]),
    ],
)
def test_an_escaped_half_of_a_pair_is_named_where_it_stands(old, new, expected):
    found = problems(changed(old, new))
    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"a.yaml:{start}")
        assert line.endswith(" half of a surrogate pair. Take it out.")


@table("name", CATALOG.ids)
@table(
    "layout",
    [
        {},
        {"indent": 2},
        {"indent": "\t"},
        {"separators": (",", ":")},
        {"ensure_ascii": False, "indent": 0},
    ],
    ids=str,
)
@table("ends", ["\n", "\r\n"])
def test_what_a_program_writes_as_json_is_an_answers_file(name, layout, ends):
    raw = (EXAMPLES / f"{name}.yaml").read_bytes()
    tree = json.loads(json.dumps(yaml.safe_load(raw), default=str))
    tree["company"]["about"] = robots = 'a \U0001f916\U0001f600 caf\u00e9 \u2019 / \\ "b"'
    found = read(json.dumps(tree, **layout).replace("\n", ends).encode())
    expected = read(raw, f"company.about={robots}")
    assert found == expected


def test_a_missing_answer_says_what_is_asked_and_an_example():
    (line,) = problems(changed("crm: HubSpot", ""))
    assert "?" in line
    assert " For example: " in line


def test_the_first_of_two_values_counts_for_the_other_problems():
    found = problems(changed("accounts: 60", "accounts: 60, accounts: sixty"))
    assert len(found) == 1


# ---- syntax errors


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (changed("name: Tidewater Linen", "name: @x"), "2:17"),
        (changed("name: Tidewater Linen", "name: `x`"), "2:17"),
        (changed("{carries: no}", "Senior: Engineer"), "4:14"),
        (changed("{carries: no}", "- x"), "4:8"),
        (changed("{carries: no}", "\n\tcarries: no"), "5:1"),
        (changed("{carries: no}", '"no'), ""),
        (changed("{carries: no}", "'no"), ""),
        (changed("{carries: no}", "{carries: no"), ""),
        (changed("{carries: no}", "{carries: no]"), ""),
        (changed("{carries: no}", '{carries: "\\q"}'), ""),
        (changed("{carries: no}", '{carries: "\\U00110000"}'), ""),
        (changed("{carries: no}", '{carries: "\\UFFFFFFFF"}'), ""),
        (changed("{carries: no}", "{carries: *}"), ""),
        (changed("{carries: no}", "\n  carries: no\n target: 5"), ""),
        (TIDEWATER + b"just words\n", "11:1"),
        (TIDEWATER + b"company: {}\n%bad\n", ""),
        (b"a: b\nc: [\n", ""),
    ],
)
def test_a_syntax_error_stands_alone_with_its_place_and_a_cure(raw, place):
    # What is wrong besides is not told: nothing after the error can be trusted.
    found = problems(raw.replace(b"accounts: 60", b"accounts: sixty"), "metrics=")
    assert len(found) == 1
    assert found[0].startswith(f"a.yaml:{place}")
    assert ": cannot be read as YAML: " in found[0]
    assert found[0].endswith(".")
    assert found[0].count(". ") >= 1


def test_a_refused_character_is_named_beside_a_syntax_error():
    found = problems(changed("{carries: no}", "{carries: @\x1b}"))
    assert [line.split(": ")[1] for line in found] == [
        "cannot be read as YAML",
        "holds U+001B ESC. Take it out.",
    ]


@pytest.mark.parametrize("error", [ValueError, OverflowError, yaml.YAMLError])
def test_an_error_of_the_parser_without_a_place_is_a_syntax_error(error, monkeypatch):
    def fail(*_arguments, **_more):
        raise error

    monkeypatch.setattr(yaml_file, "_LOADER", fail)
    (found,) = problems(TIDEWATER)
    assert "cannot be read as YAML" in found


def test_a_text_of_refused_characters_is_not_read_on():
    found = problems(b"#" + b"\x01" * 10_000)
    assert all("holds U+0001" in line for line in found)


# ---- what YAML has and an answers file has not


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"%YAML 1.1\n---\n" + TIDEWATER, "1:1"),
        (b"%YAML 1.2\n---\n" + TIDEWATER, "1:1"),
        (b"%TAG ! tag:x,2000:\n---\n" + TIDEWATER, "1:1"),
        (b"%FOO bar\n---\n" + TIDEWATER, "1:"),
        (b"%YAML 1.1 1.2\n---\n", "1:"),
        (b"%YAML 1." + b"1" * 5000 + b"\n---\n", "1:"),
        (b"# first\n%FOO bar\n---\n" + TIDEWATER, "2:"),
        (b"# first\r\n\r\n \t# third\r%FOO bar\n---\n" + TIDEWATER, "4:1"),
    ],
)
def test_a_directive_is_a_problem(raw, place):
    found = problems(raw)
    assert len(found) == 1
    assert found[0].startswith(f"a.yaml:{place}")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (TIDEWATER + b"---\ncompany: {}\n", "11:1"),
        (TIDEWATER + b"---\n---\n", "11:1"),
        (TIDEWATER + b"---\n- x\n", "11:1"),
        (TIDEWATER + b"...\n---\ncompany: {}\n", "12:1"),
        (b"---\n---\n" + TIDEWATER, "2:1"),
    ],
)
def test_a_second_document_is_a_problem(raw, place):
    found = problems(raw)
    assert len(found) == 1
    assert found[0].startswith(f"a.yaml:{place}: begins a second document. ")


@pytest.mark.usefixtures("loader")
def test_merge_keys_and_aliases_bring_nothing_in():
    raw = b"a: &a {carries: yes}\n" + changed("{carries: no}", "{<<: *a}")
    found = "\n".join(problems(raw))
    assert "a.yaml:1:4: a: has an anchor (&a). " in found
    assert "a.yaml:5:13: quota.<<: is an alias (*a). " in found


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "raw", [b"just words", b"- a\n- b\n", b"[a]", b"'{}'", b"42", b"|\n text\n"]
)
def test_a_file_without_names_is_told_what_belongs_there(raw):
    (found,) = problems(raw)
    assert found.startswith("a.yaml:1:1: ")
    assert "Write lines such as company: {name: ...}." in found


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("raw", [b"? [a]\n: b\n", b"{{a: b}: c}", b"{[a]: b}", b"? {a: b}\n"])
def test_a_name_is_no_bracket(raw):
    found = problems(raw)
    assert len(found) == 1
    assert "has a bracket where a name belongs" in found[0]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("58000, max: 64000", "58,000, max: 64,000"),
        ("58000, max: 64000", "$58,000, max: $64,000"),
        ("58000, max: 64000", "58,000,000, max: 64,000,000"),
    ],
)
def test_commas_in_an_unquoted_range_are_one_problem_with_the_cure(old, new):
    (found,) = problems(changed(old, new))
    first = new.split(",")[0].removeprefix("min: ")
    assert found.startswith("a.yaml:9:")
    assert f": pay.base: has a comma inside an amount. Write {first}000" in found


def test_quotes_keep_the_commas_of_a_range():
    raw = changed("58000, max: 64000", '"58,000", max: "64,000"')
    assert read(raw).pay == read(TIDEWATER).pay


# ---- hostile names


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "name", ["\\e[31m", "comp\\0any", "\\0again", "a\\u202eb", "\\x9b2J", "\\u200bcompany"]
)
@pytest.mark.parametrize("where", ["top", "section", "range"])
def test_a_refused_character_in_a_name_is_a_problem_and_never_printed(name, where):
    if where == "top":
        raw = TIDEWATER + f'"{name}": x\n'.encode()
    elif where == "section":
        raw = changed("crm: HubSpot", f'crm: HubSpot, "{name}": x')
    else:
        raw = changed("max: 64000", f'max: 64000, "{name}": x')
    found = problems(raw)
    assert len(found) == 1
    assert found[0].isprintable()


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("tag", ["!%1b[31m", "!<%1b%5b31m>", "!a%e2%80%ae", "!%00", "!%c2%9b"])
def test_a_refused_character_in_a_tag_is_never_printed(tag):
    assert all(line.isprintable() for line in problems(changed("HubSpot", f"{tag} x")))


def test_a_refused_character_in_an_options_name_is_never_printed():
    found = problems(TIDEWATER, "comp\x1b[31m.x=1", "company.\u202e=1", "\x9b=1", "pay.\udcff=1")
    assert len(found) == 4
    assert all(line.isprintable() for line in found)


# ---- bytes


@pytest.mark.parametrize(
    ("raw", "place", "byte"),
    [
        (b"a: caf\xe9\n", "1:7", "0xe9"),
        (b"a: b\r\nc: \xff", "2:4", "0xff"),
        (b"a: b\rc: \xff", "2:4", "0xff"),
        (b"\xef\xbb\xbfa: \xff", "1:4", "0xff"),
        ("a: \u00e9\u65e5".encode() + b"\xc3", "1:6", "0xc3"),
        (b"a: \xed\xa0\x80", "1:4", "0xed"),
        (b"a: \xf4\x90\x80\x80", "1:4", "0xf4"),
        (b"a: \xc0\xaf", "1:4", "0xc0"),
    ],
)
def test_what_is_not_utf8_is_named_with_its_byte_and_place(raw, place, byte):
    expected = f"a.yaml:{place}: is not UTF-8 text (byte {byte}). Save the file as UTF-8."
    assert problems(raw) == [expected]


def test_what_windows_writes_is_told_with_how_to_save_it():
    assert problems(TIDEWATER.decode().encode("utf-16")) == [
        "a.yaml:1:1: is not UTF-8 text (byte 0xff). Save the file as UTF-8. "
        "Notepad asks for the encoding; PowerShell has Out-File -Encoding utf8."
    ]


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"%PDF-1.7\n%", b"\x89PNG", b"\xd0\xcf\x11\xe0"])
def test_a_file_of_another_program_is_named_as_such(begins):
    expected = ["a.yaml:1:1: is no text file. Name an answers file (.yaml)."]
    assert problems(begins + b"\xff\xfe" * 9) == expected


def test_halves_of_characters_without_end_are_not_all_told():
    found = problems(changed("HubSpot", '"' + "\\ud83e" * 1_000 + '"'))
    assert len(found) == 100


def test_utf32_is_no_answers_file():
    assert problems("a: b\n".encode("utf-32"))[0].startswith("a.yaml:1:1: is not UTF-8 text")


def test_every_refused_character_of_the_text_is_listed_even_in_a_comment():
    raw = b"# \x1b \x07\n" + changed("HubSpot", "Hub\x00S\u202epot")
    found = problems(raw)
    assert [line.split(" ")[0] for line in found[:4]] == [
        "a.yaml:1:3:", "a.yaml:1:5:", "a.yaml:8:17:", "a.yaml:8:19:",
    ]  # fmt: skip


def test_columns_count_characters():
    raw = changed("name: Tidewater Linen", "name: \u65e5\u672c\U0001f469, nam: x")
    assert problems(raw)[0].startswith("a.yaml:2:22: company.nam: ")


# ---- limits


@pytest.mark.usefixtures("loader")
def test_a_file_holds_a_mebibyte_and_not_a_byte_more():
    room = yaml_file.MAX_BYTES - len(TIDEWATER)
    assert read(TIDEWATER + b"#" * room) == read(TIDEWATER)
    assert problems(TIDEWATER + b"#" * (room + 1)) == [
        "a.yaml:1:1: is larger than an answers file may be. The limit is 1 MiB."
    ]


@pytest.mark.usefixtures("loader")
def test_a_file_is_eight_levels_deep_and_not_nine():
    # The whole is the first level; the field says that it wants a text, not how deep it is.
    eight, nine = (changed("HubSpot", "[" * depth + "x" + "]" * depth) for depth in (6, 7))
    assert "is a list where a text belongs" in problems(eight)[0]
    assert problems(nine) == ["a.yaml:7:20: is nested deeper than 8 levels. Put texts in quotes."]


@pytest.mark.parametrize("depth", [9, 500, 1000, 5000])
@pytest.mark.parametrize(
    ("before", "column"), [("a: ", 11), ("a: {b: [", 14), ("\u00e4\U0001f600: ", 12)]
)
def test_brackets_that_are_deeper_than_the_parser_goes_are_told_where_the_ninth_opens(
    before, column, depth
):
    assert problems(f"c: d\ne: f\n{before}{'[' * depth}\n".encode()) == [
        f"a.yaml:3:{column}: is nested deeper than 8 levels. Put texts in quotes."
    ]


@pytest.mark.usefixtures("loader")
def test_a_file_holds_five_thousand_values_at_most():
    inside, outside = (changed("HubSpot", "[" + "x, " * count + "]") for count in (4900, 5001))
    assert "is a list where a text belongs" in problems(inside)[0]
    (found,) = problems(outside)
    assert ": holds more than 5,000 values. " in found
    assert found.startswith("a.yaml:7:")


def test_a_text_holds_twenty_thousand_characters():
    assert len(read(changed("HubSpot", "\u65e5" * 20_000)).tools.crm) == 20_000


def test_a_list_holds_two_hundred_items():
    many = changed("crm: HubSpot", f"crm: HubSpot, others: [{'x, ' * 200}]")
    assert len(read(many).tools.others) == 200


FLAG = "\U0001f3f4\U000e0067\U000e007f".encode()
ATTACKS = {
    "brackets": b"[" * 500_000,
    "brackets below a name": b"a: " + b"[" * 500_000,
    "dashes": b"- " * 250_000,
    "dashes below a name": b"a:\n" + b"- " * 250_000,
    "braces": b"{" * 500_000,
    "braces below names": b"{a: " * 200_000,
    "question marks": b"? " * 250_000,
    "colons": b": " * 250_000,
    "double quotes": b'"' * 1_000_000,
    "single quotes": b"'" * 1_000_000,
    "escapes": b'a: "' + b"\\x41" * 250_000 + b'"',
    "escaped flags": b'a: {b: "' + b"\\U0001f3f4\\U000e0067\\U000e007f" * 30_000 + b'"}',
    "one word": b"x" * 1_000_000,
    "one line of words": b"a: " + b"x " * 500_000,
    "one name": b"? " + b"x" * 1_000_000 + b"\n: y\n",
    "line breaks": b"\n" * 1_000_000,
    "line breaks of Windows": b"\r\n" * 500_000,
    "comments": b"#\n" * 500_000,
    "comments of Windows": b"#\r\n" * 340_000,
    "lines of spaces": b" \r\n" * 340_000,
    "lines above a directive": b"\r\n" * 500_000 + b"%FOO bar\n",
    "spaces": b" " * 1_000_000,
    "tabs": b"\t" * 1_000_000,
    "comment": b"#" * 1_000_000,
    "block text": b"a: |\n" + b" \n" * 500_000,
    "folded text": b"a: >\n" + b" x\n" * 300_000,
    "document starts": b"---\n" * 250_000,
    "document ends": b"...\n" * 250_000,
    "anchors": b"&a " * 300_000,
    "anchored items": b"a: [" + b"&a x, " * 4_000 + b"]",
    "aliases": b"a: [" + b"*a, " * 250_000 + b"]",
    "alias bomb": b"a: &a [x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (index, index, b"*a, " * 9) for index in range(2000)
    ),
    "tags": b"a: [" + b"!a x, " * 4_000 + b"]",
    "long tag": b"a: !<" + b"%41" * 300_000 + b"> x",
    "long anchor": b"a: &" + b"a" * 500_000 + b" x",
    "percent signs": b"%" * 1_000_000,
    "version": b"%YAML 1." + b"1" * 1_000_000,
    "directives": b"%TAG !a! b\n" * 90_000,
    "many values": b"a: [" + b"x," * 500_000,
    "one name again": b"a: b\n" * 200_000,
    "tagged names": b"role:\n" + b"".join(b"  n%d: !a x\n" % n for n in range(2400)),
    "cut values": b"role:\n" + b"".join(b"  n%d: x #y\n" % n for n in range(2400)),
    "long names": b"".join(b"n%d%s: x\n" % (n, b"x" * 400) for n in range(2400)),
    "ranges with commas": b"pay:\n" + b"".join(b"  n%d: {min: 1,000}\n" % n for n in range(1600)),
    "a name of escapes": b'? "' + b"\\e" * 200_000 + b'"\n: x\n',
    "halves of characters": b'a: "' + b"\\ud83e" * 70_000 + b'"',
    "halves in names": b"role: {" + b'"\\ud83e": x, ' * 2400 + b"}",
    "bullets in brackets": b"metrics: [" + b"  -a\n" * 80_000 + b"]",
    "bullets with nothing behind": b"metrics: [" + "-\u00a0".encode() * 140_000 + b"]",
    "blank lines in quotes": b'company: {about: "' + b"\n" * 400_000 + b'"}',
    "comments in brackets": b"a: [" + b" # " * 30_000 + b"\nb: c: d",
    "quotes in brackets": b"a: [" + b",'''" * 24_000 + b"\nb: c: d",
    "tabs in indents": b"\ta: b\n" * 16_000,
    "odd spaces": "\u00a0\n".encode() * 340_000,
    "colons of full width": "role\uff1a\n".encode() * 100_000,
    "code fences": b"```\n" * 100_000,
    "pairs of escapes": b"a: " + b"\\ud83d\\ude00" * 36_000 + b": b: c",
    "open brackets below each other": b"".join(b" " * n + b"a: [\n" for n in range(400)),
    "unknown names": b"role: {" + b"".join(b"requir%d: x, " % n for n in range(2400)) + b"}",
    "unknown names twice": b"role: {"
    + b"".join(b"requir%d: x, " % (n // 2) for n in range(2400))
    + b"}",
    "commas": b"a: {" + b"000, " * 200_000 + b"}",
    "controls and commas": b"#" + b"\x01" * 6000 + b"\na: {" + b"000," * 2400 + b"}",
    "controls": b"#" + b"\x01" * 1_000_000,
    "zero-width spaces": b"#" + "\u200b".encode() * 340_000,
    "joiners": b"#" + "a\u200d".encode() * 250_000,
    "flags": b"#" + FLAG * 80_000,
    "flags in a text": b'a: "' + FLAG * 80_000 + b'"',
    "flag without end": "\U0001f3f4".encode() + "\U000e0067".encode() * 250_000,
    "flags without end": "\U0001f3f4\U000e0067".encode() * 125_000,
    "not UTF-8 at the end": b"\n" * 1_000_000 + b"\xff",
    "not UTF-8": b"\xff" * 1_000_000,
    "two mebibytes": b"a: b\n" * 420_000,
}  # fmt: skip


def _too_long(_number: int, _frame: object) -> None:
    pytest.fail("took longer than it may")


@pytest.fixture
def a_few_seconds():
    """Stop the test when it has taken some seconds of the processor, however busy the machine is.

    Each attack takes well under one of ours (2 with the pure-Python parser); what grows with the
    square of its length takes minutes.
    """
    before = signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, 8)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


# While coverage is measured an exception inside its locks would hang it.
@pytest.mark.no_cover
@pytest.mark.usefixtures("a_few_seconds")
@pytest.mark.parametrize("loader", ["c", pytest.param("python", marks=NIGHTLY)], indirect=True)
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_at_once(attack, loader):
    with pytest.raises(InvalidAnswersError) as caught:
        read(ATTACKS[attack])
    assert all(problem.place.line for problem in caught.value.problems)


# ---- options


def test_an_option_wins_over_the_file():
    assert read(TIDEWATER, "portfolio.accounts=25").portfolio.accounts.low == 25


def test_an_option_opens_a_section_that_the_file_lacks():
    raw = changed("tools: {crm: HubSpot}", "")
    assert read(raw, "tools.crm=a shared spreadsheet").tools.crm == "a shared spreadsheet"


@pytest.mark.parametrize(
    ("options", "metrics"),
    [
        (["metrics=one"], ["one"]),
        (["metrics=one", "metrics=two"], ["one", "two"]),
        (["metrics=a=b"], ["a=b"]),
        ([" metrics =one, two"], ["one, two"]),
    ],
)
def test_an_option_of_a_list_repeats(options, metrics):
    assert read(TIDEWATER, *options).metrics == metrics


def test_an_option_can_hold_any_text():
    typed = "[a] {b: c} & *d !e # f: 'g' \"h\" %i"
    assert read(TIDEWATER, f"tools.crm={typed}").tools.crm == typed


def test_an_empty_option_leaves_the_field_unanswered():
    assert read(TIDEWATER, "portfolio.retention=").portfolio.retention is None


@table(
    ("option", "expected"),
    [
        ("quota.target=a lot", 'quota.target: "a lot" is not an amount. Write 150000 or $150k.'),
        ("tools.crm=", "tools.crm: is missing. "),
        ("tools.colour=red", "tools.colour: is no field. "),
        ("colour=red", "colour: is no field. "),
        ("company=Acme", "company: is no field. "),
        ("pay.base.min=1", "pay.base.min: is no field. "),
        ("a.b.metrics=x", "a.b.metrics: is no field. "),
        ("portfolio.accounts.x=1", "portfolio.accounts.x: is no field. "),
        ("tools.crm=Hub\x1bSpot", "tools.crm: holds U+001B ESC at character 4. "),
        ("tools.crm=Hub\udce9Spot", "tools.crm: holds U+DCE9 half of a surrogate pair at "),
        ("template=slaes", 'template: "slaes" is no template. Did you mean sales?'),
    ],
)
def test_a_problem_of_an_option_names_the_option(option, expected):
    (found,) = problems(TIDEWATER, option)
    assert found.startswith(f"--set {option.partition('=')[0]}: {expected}")


@pytest.mark.parametrize("field", ["tools.crm", "pay.base", "template"])
def test_an_option_of_one_answer_does_not_repeat(field):
    found = problems(TIDEWATER, f"{field}=1", f"{field}=2", f"{field}=3")
    assert found == [
        f"--set {field}: {field}: is set 3 times, but takes one answer. Keep one of them."
    ]


def test_an_option_mends_an_answer_that_cannot_be_read():
    assert read(changed("accounts: 60", "accounts: sixty"), "portfolio.accounts=60")


def test_an_option_with_one_end_of_a_range_in_the_file_replaces_the_whole():
    assert problems(TIDEWATER, "pay.base=lots")[0].startswith("--set pay.base: pay.base: ")


# ---- blanks


def test_blanks_forgive_what_is_missing():
    answers = read((ANSWERS / "open.yaml").read_bytes(), allow_blanks=True)
    assert answers.quota.carries is None
    assert answers.pay.base is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("accounts: 60", "accounts: sixty"),
        ("accounts: 60", "acounts: 60"),
        ("accounts: 60", "accounts: 60, accounts: 61"),
        ("HubSpot", "&a HubSpot"),
        ("HubSpot", '"\\e"'),
        ("{carries: no}", "@"),
        ("variable: 5000", "variable: 5000, ote: 1"),
        ("58000, max: 64000", "58,000, max: 64,000"),
    ],
)
def test_blanks_forgive_nothing_else(old, new):
    assert len(problems(changed(old, new), allow_blanks=True)) == 1


# ---- anything at all


def _parse(raw: bytes) -> Sheet | None:
    try:
        return parse(raw, "a.yaml")
    except InvalidAnswersError as error:
        assert error.problems
        return None


def _check(raw: bytes) -> Answers | None:
    if document := _parse(raw):
        try:
            return check(document, CATALOG.ids, QUESTIONS).answers
        except InvalidAnswersError as error:
            assert all(str(problem) for problem in error.problems)
    return None


def _with(loader: str, raw: bytes) -> None:
    before = yaml_file._LOADER
    yaml_file._LOADER = LOADERS[loader]
    try:
        assert isinstance(_parse(raw), Sheet | None)
        assert isinstance(_check(raw), Answers | None)
    finally:
        yaml_file._LOADER = before


_SIGNS = rb"""
    { } [ ] : , ? - | > & * ! % # ' " @ ` \ ~ <<: --- ... &a *a !!str \e \ud800 no 85,000 min:
    company: pay: base: metrics:
""".split()  # fmt: skip
_BYTES = [b" ", b"\n", b"\r", b"\t", b"\n  ", b": ", b"- ", b"\x00", b"\xff", b"\xc2\x85"]
_MARKS = [mark.encode() for mark in "\ufeff\u2028\u200d\u202e\U0001f3f4\U000e0067\U000e007f"]
PIECES = st.sampled_from([*_SIGNS, *_BYTES, *_MARKS])
YAMLISH = st.lists(PIECES, max_size=30).map(b"".join)
SOURCES = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.yaml"))] + [TIDEWATER]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Cut, double or overwrite a few places of a good file."""
    raw = draw(st.sampled_from(SOURCES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 40)))
        new = draw(
            st.one_of(st.just(b""), PIECES, st.just(raw[start:end] * 2), st.binary(max_size=3))
        )
        raw = raw[:start] + new + raw[end:]
    return raw


anything = st.one_of(st.binary(max_size=60), YAMLISH, st.text().map(lambda text: text.encode()))


@given(anything)
def test_any_bytes_are_a_document_or_problems(raw):
    _with("c", raw)


@given(mutated())
def test_a_damaged_file_is_answers_or_problems(raw):
    _with("c", raw)


@NIGHTLY
@settings(settings.get_profile("nightly"))
@given(st.sampled_from(list(LOADERS)), st.one_of(anything, mutated()))
def test_thirty_thousand_files_are_answers_or_problems(loader, raw):
    _with(loader, raw)


def test_a_blank_line_of_a_folded_text_parts_paragraphs():
    text = b"company:\n  about: >-\n    one\n    two\n\n    three\n"
    assert parse(text, "a.yaml").tree == {"company": {"about": "one two\n\nthree"}}
