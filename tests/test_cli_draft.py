"""What `amjd draft` does when all is well: where the posting goes and what is said about it."""

import io
import os
import re
import shutil

import pytest
import yaml
from docx import Document

from amjd.cli.said import review
from amjd.review.findings import Finding
from conftest import ANSWERS, EXAMPLES, names, spawn
from tables import table

pytestmark = pytest.mark.usefixtures("folder")

TIDEWATER = ANSWERS / "tidewater.yaml"
OPEN = ANSWERS / "open.yaml"
LEFT_OUT = ANSWERS / "left_out.yaml"


@pytest.fixture
def posting(amjd):
    """The Markdown of these answers."""
    return amjd("draft", TIDEWATER).out


def words(docx: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs)


def test_one_answers_file_prints_markdown(amjd):
    result = amjd("draft", TIDEWATER)
    assert result.code == 0
    assert result.out.startswith(b"# Account Manager\n")
    assert b"Tidewater Linen" in result.out
    assert result.out.endswith(b"\n")


def test_the_process_prints_what_the_function_does(posting, folder):
    ended = spawn(["draft", TIDEWATER])
    assert (ended.returncode, ended.stdout) == (0, posting)
    assert names(folder) == []


@pytest.mark.parametrize("arguments", [["draft"], ["draft", "-"]])
def test_standard_input_drafts_the_same_bytes_as_the_file(arguments, amjd, posting):
    assert amjd(*arguments, stdin=TIDEWATER.read_bytes()).out == posting
    ended = spawn(arguments, input=TIDEWATER.read_bytes())
    assert (ended.returncode, ended.stdout) == (0, posting)


@pytest.mark.parametrize(
    ("output", "formats"),
    [
        ("p.md", []),
        ("p.MD", []),
        ("p.txt", ["-f", "md"]),
        ("p.docx", ["-f", "md"]),
        ("p", ["--format", "md"]),
    ],
)
def test_a_file_takes_its_format_from_the_flag_or_its_ending(
    output, formats, amjd, posting, folder
):
    result = amjd("draft", TIDEWATER, "-o", output, *formats)
    assert (result.code, result.out) == (0, b"")
    assert (folder / output).read_bytes() == posting
    assert names(folder) == [output]
    is_other = output.endswith((".docx", ".txt"))
    assert result.lines[-1] == f"wrote {output}{' (Markdown)' * is_other}"


@pytest.mark.parametrize(("output", "formats"), [("p.docx", []), ("p.md", ["-f", "docx"])])
def test_a_word_file_is_written(output, formats, amjd, folder):
    assert amjd("draft", TIDEWATER, "-o", output, *formats).code == 0
    assert "Tidewater Linen" in words((folder / output).read_bytes())


def test_a_word_file_can_go_to_a_pipe(amjd):
    result = amjd("draft", TIDEWATER, "-f", "docx", "-o", "-")
    assert (result.code, result.out[:4]) == (0, b"PK\x03\x04")


@pytest.mark.parametrize("form", ["md", "docx"])
def test_the_same_answers_make_the_same_bytes(form, amjd):
    first = amjd("draft", TIDEWATER, "-f", form).out
    environment = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "COLUMNS": "20"}
    ended = spawn(["draft", TIDEWATER, "-f", form], env=environment)
    assert (ended.returncode, ended.stdout) == (0, first)


# ---- folders


def test_a_folder_gets_a_file_named_after_the_answers(amjd, posting, folder):
    result = amjd("draft", TIDEWATER, "-o", "out/")
    assert result.code == 0
    assert names(folder / "out") == ["tidewater.md"]
    assert (folder / "out" / "tidewater.md").read_bytes() == posting


@pytest.mark.parametrize("name", ["tidewater.amjd.yaml", "tidewater.yml", "tidewater"])
def test_a_postings_name_is_the_stem_of_its_answers(name, amjd, folder):
    shutil.copy(TIDEWATER, folder / name)
    assert amjd("draft", name, "-o", "out/").code == 0
    assert names(folder / "out") == ["tidewater.md"]


def test_a_folder_stands_for_the_answers_files_in_it(amjd, folder):
    (folder / "clients" / "old.yaml").mkdir(parents=True)
    for name in ("b.yaml", "a.amjd.yaml", ".hidden.yaml", "notes.yml", "old.yaml/c.yaml"):
        shutil.copy(TIDEWATER, folder / "clients" / name)
    shutil.copy(TIDEWATER, folder / "c.yaml")
    result = amjd("draft", "clients/", "c.yaml", "-o", "out/", "-f", "html", "-f", "paste")
    assert result.code == 0
    assert names(folder / "out") == [
        f"{stem}.{ending}" for stem in "abc" for ending in ("html", "paste.html")
    ]
    assert "clients/a.amjd.yaml: wrote out/a.html" in result.lines
    assert amjd("draft", "clients").code == 2  # several need a folder
    assert amjd("draft", "clients", "-f", "txt", "--copy").code == 2


def test_what_a_killed_run_left_in_the_folder_goes_with_the_next(amjd, folder):
    (folder / "out").mkdir()
    old, new = (folder / "out" / f".amjd-{name}.tmp" for name in ("old", "new"))
    for left in (old, new):
        left.write_bytes(b"PK")
    os.utime(old, (0, 0))
    assert amjd("draft", str(EXAMPLES / "key.yaml"), "-o", "out/").code == 0
    # Another run may write the new one now.
    assert names(folder / "out") == [new.name, "key.md"]


def test_a_folder_without_answers_is_told(amjd, folder):
    (folder / "clients").mkdir()
    result = amjd("draft", "clients", "-o", "out/")
    assert (result.code, result.lines) == (4, [
        "there is no answers file in the folder clients. Name one that has files ending in .yaml."
    ])  # fmt: skip
    assert names(folder) == ["clients"]


@pytest.mark.parametrize("output", ["out/", "out"])
def test_a_folder_without_answers_does_not_stop_the_others(output, amjd, posting, folder):
    for name in ("empty", "other"):
        (folder / name).mkdir()
    shutil.copy(TIDEWATER, folder / "m.yaml")
    result = amjd("draft", "empty/", "m.yaml", "other", "-o", output, "-q")
    assert (result.code, result.lines) == (4, [
        f"there is no answers file in the folder {name}. Name one that has files ending in .yaml."
        for name in ("empty/", "other")
    ])  # fmt: skip
    assert (folder / "out" / "m.md").read_bytes() == posting
    several = amjd("draft", "empty", "m.yaml")
    assert (several.code, several.out) == (2, b"")


def test_a_file_of_a_folder_that_cannot_be_read_is_told(amjd, folder):
    (folder / "clients").mkdir()
    (folder / "clients" / ".z.yaml").symlink_to("nothing")
    for name, other in ("b.yaml", folder), ("z.yaml", "nothing"):
        (folder / "clients" / name).symlink_to(other)
    shutil.copy(TIDEWATER, folder / "clients" / "a.yaml")
    result = amjd("draft", "clients", "-o", "out/", "-q")
    assert result.code == 4
    assert [line.split(":")[0] for line in result.lines] == ["clients/z.yaml cannot be read"]
    assert names(folder / "out") == ["a.md"]


def test_a_posting_from_standard_input_is_named_after_its_company(amjd, folder):
    raw = TIDEWATER.read_bytes().replace(b"Tidewater Linen", b"../../etc/x")
    assert amjd("draft", "-o", "out/", stdin=raw).code == 0
    assert names(folder / "out") == ["etc-x.md"]
    assert names(folder) == ["out"]


def test_a_format_twice_makes_one_file_each(amjd, folder):
    result = amjd("draft", TIDEWATER, "-o", "out/", "-f", "docx", "-f", "md", "-f", "md")
    assert result.code == 0
    assert names(folder / "out") == ["tidewater.docx", "tidewater.md"]


@pytest.mark.parametrize("output", ["out/", "out"])
def test_several_answers_files_become_several_postings(output, amjd, folder):
    result = amjd("draft", EXAMPLES / "key.yaml", EXAMPLES / "sales.yaml", TIDEWATER, "-o", output)
    assert result.code == 0
    assert names(folder / "out") == ["key.md", "sales.md", "tidewater.md"]
    assert result.lines[-1] == "3 of 3 drafted"
    for name in ("key", "sales"):
        alone = amjd("draft", EXAMPLES / f"{name}.yaml").out
        assert (folder / "out" / f"{name}.md").read_bytes() == alone


def test_standard_input_can_be_one_of_several(amjd, folder):
    raw = (EXAMPLES / "key.yaml").read_bytes()
    assert amjd("draft", TIDEWATER, "-", "-o", "out/", stdin=raw).code == 0
    assert names(folder / "out") == ["northgate-fixtures.md", "tidewater.md"]


def test_every_file_is_tried_and_the_highest_code_counts(amjd, folder):
    (folder / "bad.yaml").write_bytes(b"company: {}\n")
    for arguments, code in [(["bad.yaml"], 3), (["bad.yaml", "none.yaml"], 4)]:
        result = amjd("draft", *arguments, TIDEWATER, "-o", "out/", "--force")
        assert result.code == code
        assert names(folder / "out") == ["tidewater.md"]
        count = len(arguments) + 1
        assert result.lines[-1] == f"1 of {count} drafted; failed: {', '.join(arguments)}"


def test_an_existing_posting_of_several_fails_alone(amjd, folder):
    (folder / "out").mkdir()
    (folder / "out" / "key.md").write_bytes(b"mine\n")
    result = amjd("draft", EXAMPLES / "key.yaml", TIDEWATER, "-o", "out/")
    assert result.code == 4
    assert (folder / "out" / "key.md").read_bytes() == b"mine\n"
    assert names(folder / "out") == ["key.md", "tidewater.md"]


# ---- existing targets


def test_drafting_again_counts_as_written(amjd):
    for form in ("md", "docx"):
        first, second = (amjd("draft", TIDEWATER, "-o", f"p.{form}") for _ in range(2))
        assert (first.code, second.code) == (0, 0)


def test_force_overwrites(amjd, posting, folder):
    (folder / "p.md").write_bytes(b"mine\n")
    assert amjd("draft", TIDEWATER, "-o", "p.md").code == 4
    assert (folder / "p.md").read_bytes() == b"mine\n"
    assert amjd("draft", TIDEWATER, "-o", "p.md", "--force").code == 0
    assert (folder / "p.md").read_bytes() == posting


# ---- --base

COMPANY = """company: {name: Tidewater Linen, about: We wash linen for 120 inns.}
tools: {crm: HubSpot}
pay: {base: {min: 58000, max: 64000}, variable: 5000}
apply: {email: jobs@tidewater.example, deadline: rolling}
metrics: [gross retention]
"""
JOB = """role: {location: "Salem, MA", workplace: hybrid, reports_to: the owner, first_hire: no}
quota: {carries: no}
portfolio: {accounts: 60, segment: inns, strategic: no, complex: no}
product: {software: no}
"""


@pytest.fixture
def under_jobs(folder):
    """Write a base, and two jobs that are nothing without it; the second names another company."""
    (folder / "base.yaml").write_text(COMPANY)
    (folder / "a.yaml").write_text(JOB)
    (folder / "b.yaml").write_text(f"company: {{name: Blue Kettle}}\n{JOB}")


@pytest.mark.usefixtures("under_jobs")
def test_a_base_says_what_the_files_do_not(amjd, folder):
    assert amjd("draft", "a.yaml", "b.yaml", "--base", "base.yaml", "-o", "out/", "-q") == (
        0,
        b"",
        "",
    )
    (folder / "whole.yaml").write_text(COMPANY + JOB)
    alone = amjd("draft", "whole.yaml").out
    assert (folder / "out/a.md").read_bytes() == alone
    assert (folder / "out/b.md").read_bytes() == alone.replace(b"Tidewater Linen", b"Blue Kettle")
    result = amjd("draft", "b.yaml", "--base", "base.yaml", "--set", "company.name=Zed")
    assert result.out == alone.replace(b"Tidewater Linen", b"Zed")


@pytest.mark.usefixtures("under_jobs")
def test_a_posting_from_standard_input_is_named_after_the_company_of_its_base(amjd, folder):
    assert amjd("draft", "-", "--base", "base.yaml", "-o", "out/", stdin=JOB.encode()).code == 0
    assert names(folder / "out") == ["tidewater-linen.md"]


@pytest.mark.usefixtures("under_jobs")
def test_a_problem_of_a_base_is_told_at_its_place_once_for_all_files(amjd, folder):
    (folder / "base.yaml").write_text(COMPANY.replace("variable", "varible"))
    result = amjd("draft", "a.yaml", "b.yaml", "--base", "base.yaml", "-o", "out/", "-q")
    assert (result.code, names(folder / "out")) == (3, [])
    assert result.lines == ["base.yaml:3:39: pay.varible: is no field. Did you mean variable?"]


@pytest.mark.usefixtures("under_jobs")
def test_a_base_is_never_written_over(amjd, folder):
    arguments = ["draft", "a.yaml", "--base", "base.yaml", "--force", "-f", "md", "-o"]
    assert amjd(*arguments, "base.yaml").code == 2
    assert (folder / "base.yaml").read_text() == COMPANY
    assert amjd("draft", "a.yaml", "--base", "none.yaml").code == 4


# ---- --set


def test_an_option_wins_over_the_file(amjd, posting):
    result = amjd("draft", TIDEWATER, "--set", "portfolio.accounts=25")
    assert result.code == 0
    assert result.out == posting.replace(b"60 accounts", b"25 accounts")


def test_options_alone_can_complete_a_file(amjd):
    raw = b"metrics: gross retention\n"
    options = [
        "company.name=Tidewater", "company.about=We wash linen.", "role.location=Salem",
        "role.workplace=remote", "role.reports_to=the owner", "role.first_hire=no",
        "role.mentors=no", "quota.carries=no", "portfolio.accounts=1", "portfolio.segment=inns",
        "portfolio.strategic=no", "portfolio.complex=no", "product.software=no",
        "tools.crm=a = b", "pay.base=80k to 95k", "apply.email=a@b.example",
        "apply.deadline=rolling",
    ]  # fmt: skip
    flags = [flag for option in options for flag in ("--set", option)]
    result = amjd("draft", *flags, stdin=raw)
    assert result.code == 0
    for text in ("one account", "$80,000 to $95,000", "a = b"):
        assert text in result.out.decode().replace("\\", "")


def test_an_option_of_a_list_repeats(amjd):
    sets = ["--set", "role.duties=first one", "--set", "role.duties=second one"]
    result = amjd("draft", TIDEWATER, *sets)
    assert b"- first one\n- second one\n" in result.out


def test_what_is_wrong_with_an_option_is_said_once_for_all_files(amjd, folder):
    (folder / "bad.yaml").write_bytes(
        TIDEWATER.read_bytes().replace(b"accounts: 60", b"accounts: x")
    )
    files = ["bad.yaml", "none.yaml", EXAMPLES / "key.yaml", TIDEWATER]
    result = amjd("draft", *files, "-o", "out/", "--set", "pay.base=lots", "-q")
    assert result.code == 4
    assert [line.partition(": ")[0] for line in result.lines] == [
        "bad.yaml:5:23", "none.yaml cannot be read", "--set pay.base",
    ]  # fmt: skip


def test_what_is_wrong_with_an_option_beside_some_files_names_them(amjd, folder):
    euros = TIDEWATER.read_bytes().replace(b"pay: {", b"pay: {currency: EUR, ")
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_bytes(euros)
    files = ["a.yaml", "b.yaml", TIDEWATER]
    result = amjd("draft", *files, "-o", "out/", "--set", "pay.base=$50k", "-q")
    assert names(folder / "out") == ["tidewater.md"]
    assert result.lines == [
        'a.yaml, b.yaml: --set pay.base: pay.base: "$50k" is marked $, but pay.currency is EUR. '
        "Set pay.currency to USD, or leave $ out."
    ]


def test_an_option_can_open_with_a_dash_or_hold_line_breaks(amjd):
    result = amjd("draft", TIDEWATER, "--set", "role.title=-rf\nManager")
    assert result.code == 0
    assert b"-rf Manager" in result.out


# ---- what is said


def test_the_choice_the_defaults_and_the_file_are_told(amjd):
    result = amjd("draft", TIDEWATER, "-o", "p.md")
    assert result.lines[0].startswith("standard: quota.carries is no, ")
    told = set(result.lines[1:-1])
    assert told == {
        "pay.currency: USD, not given",
        "pay.period: year, not given",
        "role.title: Account Manager, not given",
        next(line for line in told if line.startswith("apply.evidence: Send us ")),
    }
    assert result.lines[-1] == "wrote p.md"


@table("changes, is_told", [
    ({"pay.base": "private"}, False),
    ({"pay.base": "private", "pay.variable": "none"}, False),
    ({"pay.base": "private", "pay.variable": "5000"}, True),
    ({"pay.base": "private", "pay.ote": "64000"}, True),
    ({"pay.base": "private", "portfolio.revenue": "400k"}, True),
    ({"pay.base": "private", "quota.target": "400k"}, False),  # there is no quota
    ({"pay.base": "58k", "pay.currency": "USD"}, False),
    ({"pay.base": "58k"}, True),
])  # fmt: skip
def test_a_currency_that_stands_in_no_amount_is_not_told(changes, is_told, amjd):
    sets = [f"--set={field}={text}" for field, text in ({"pay.variable": ""} | changes).items()]
    result = amjd("draft", TIDEWATER, *sets)
    assert result.code == 0
    assert ("pay.currency: USD, not given" in result.lines) == is_told


@pytest.mark.parametrize("template", ["key", "sales", "first-hire", "technical", "senior"])
def test_each_example_is_drafted_from_its_own_template(template, amjd):
    result = amjd("draft", EXAMPLES / f"{template}.yaml")
    assert result.code == 0
    assert result.lines[0].startswith(f"{template}: ")


def test_answers_that_do_not_apply_are_named_with_their_reason(amjd):
    result = amjd("draft", LEFT_OUT)
    assert result.code == 0
    assert [line for line in result.lines if "left out" in line] == [
        "role.owner is left out: role.first_hire is no",
        "quota.target is left out: quota.carries is no",
        "quota.period is left out: quota.carries is no",
        "portfolio.churn_period is left out: portfolio.churn is not given",
        "product.name is left out: product.software is no",
    ]
    for text in (b"Elena Marsh", b"150,000", b"LinenTrack"):
        assert text not in result.out


def test_a_deadline_already_past_is_told(amjd):
    assert "apply.deadline: 2020-02-29 is already past" in amjd("draft", LEFT_OUT).lines
    future = amjd("draft", LEFT_OUT, "--set", "apply.deadline=2999-01-01")
    assert "past" not in future.err


@pytest.mark.parametrize("flag", ["-q", "--quiet"])
def test_quiet_says_nothing_when_all_is_well(flag, amjd):
    assert amjd("draft", LEFT_OUT, flag, "-o", "p.md").err == ""
    assert amjd("draft", LEFT_OUT, TIDEWATER, flag, "-o", "out/").err == ""


def test_quiet_still_tells_problems(amjd):
    result = amjd("draft", "-q", stdin=b"company: {}\n")
    assert result.code == 3
    assert "company.name: is missing" in result.err


def test_quiet_says_the_problems_of_several_and_no_closing_line(amjd):
    result = amjd("draft", "none.yaml", TIDEWATER, "-q", "-o", "out/")
    assert result.code == 4
    assert [line.split(" ")[0] for line in result.lines] == ["none.yaml"]


def test_nothing_but_the_posting_reaches_standard_output(amjd, posting):
    quiet = amjd("draft", TIDEWATER, "-q")
    assert (quiet.out, quiet.err) == (posting, "")


# ---- which template


@pytest.mark.parametrize("template", ["sales", "first-hire", "key", "technical", "senior"])
def test_a_template_of_ones_own_choice_adds_no_requirement(template, amjd):
    result = amjd("draft", TIDEWATER, "-t", template)
    assert result.code == 0
    assert result.lines[0].startswith(f"{template}: chosen by --template \u00b7 the answers say ")
    assert b"[" not in result.out
    assert "quota" in result.out.decode().lower()


def test_the_answer_template_overrides_the_choice_and_the_flag_overrides_it(amjd):
    raw = b"template: key\n" + TIDEWATER.read_bytes()
    result = amjd("draft", stdin=raw)
    assert result.lines[0].startswith("key: chosen by the answer template ")
    assert amjd("draft", "-t", "senior", stdin=raw).lines[0].startswith("senior: ")
    assert amjd("draft", "-t", "key", TIDEWATER).out == result.out


# ---- blanks


def test_without_the_flag_blanks_are_problems(amjd):
    result = amjd("draft", OPEN)
    assert (result.code, result.out) == (3, b"")
    assert len(result.lines) == 3


@pytest.mark.parametrize("form", ["md", "docx"])
def test_blanks_stand_in_brackets_below_a_count(form, amjd):
    result = amjd("draft", OPEN, "--allow-blanks", "-f", form)
    assert result.code == 0
    text = result.out.decode() if form == "md" else words(result.out)
    text = text.replace("\\", "").replace("*", "")
    assert text.startswith("DRAFT: 3 to settle before posting")
    assert len(set(re.findall(r"\[[A-Z][^\]]+\]", text))) == 3


def test_blanks_are_listed_and_a_missing_signal_counts_as_no(amjd):
    result = amjd("draft", OPEN, "--allow-blanks")
    for field in ("tools.crm", "quota.carries", "pay.base"):
        assert f"{field} is missing and stands in brackets" in result.lines
    assert "counted as no: quota.carries" in result.lines[0]


@pytest.mark.parametrize("template", ["sales", "first-hire", "key", "technical", "senior"])
def test_blanks_are_counted_whatever_the_template(template, amjd):
    result = amjd("draft", "--allow-blanks", "-t", template, stdin=b"role: {first_hire: yes}\n")
    assert result.code == 0
    blanks = [line for line in result.lines if line.endswith("stands in brackets")]
    head = f"DRAFT: {len(blanks)} to settle before posting"
    assert head in result.out.decode().splitlines()[0]


def test_an_empty_value_is_a_missing_one(amjd):
    given = amjd("draft", TIDEWATER, "--set", "tools.crm=", "--allow-blanks")
    absent = TIDEWATER.read_bytes().replace(b"tools: {crm: HubSpot}\n", b"")
    assert given.out == amjd("draft", "--allow-blanks", stdin=absent).out
    assert b"DRAFT: 1 to settle" in given.out


def test_with_nothing_open_the_flag_changes_nothing(amjd, posting):
    assert amjd("draft", TIDEWATER, "--allow-blanks").out == posting


# ---- answers are text


@pytest.mark.parametrize(
    "text", ["[company.name]", "{x}", "{{ 7*7 }}", "\\1", "$HOME", "%s {0}", "<b>x</b>", "=cmd()"]
)
def test_an_answer_comes_out_as_it_was_typed(text, amjd):
    for form in ("md", "docx"):
        result = amjd("draft", TIDEWATER, "--set", f"role.reports_to={text}", "-f", form)
        assert result.code == 0
    document = Document(io.BytesIO(result.out))
    whole = [paragraph.text for paragraph in document.paragraphs]
    whole += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(text in line for line in whole)


def test_what_the_interview_left_open_is_open_in_a_draft_with_blanks(amjd, folder):
    text = TIDEWATER.read_text() + "# not sure yet: role.hours\n"
    open_ = amjd("draft", "--allow-blanks", stdin=text.encode())
    assert b"[Hours]" in open_.out
    assert b"DRAFT: 1 to settle" in open_.out
    assert b"Working hours" not in amjd("draft", stdin=text.encode()).out
    settled = amjd("draft", "--allow-blanks", "--set", "role.hours=40 hours", stdin=text.encode())
    assert b"DRAFT" not in settled.out


# -- what the review finds in a draft -------------------------------------------------------------

NATIVE = ["--set", "role.required=Native English speaker"]


def test_a_draft_ends_with_what_the_review_finds_and_is_written(amjd, folder):
    ended = amjd("draft", TIDEWATER, "-o", "a.md", *NATIVE)
    assert ended.code == 0
    assert (folder / "a.md").exists()
    *_, wrote, found = ended.err.splitlines()
    assert wrote == "wrote a.md"
    assert found.startswith(f"{TIDEWATER}: error LAW-03 A native speaker is asked for. Ask for")


def test_a_finding_stands_at_its_answer(amjd, tree, folder):
    answers = tree({"role.required": ["A car", "Native English speaker"]})
    (folder / "a.yaml").write_text(yaml.safe_dump(answers, sort_keys=False))
    line = 1 + (folder / "a.yaml").read_text().splitlines().index("  - Native English speaker")
    assert f"a.yaml:{line}:5: error LAW-03" in amjd("draft", "a.yaml").err


@pytest.mark.parametrize("place", ["Denver, co", "denver, colorado", "Denver, CO"])
def test_the_law_of_a_place_is_found_however_it_is_typed(place, amjd):
    said = amjd(
        "draft", TIDEWATER, "--set", f"role.location={place}", "--set", "apply.deadline="
    ).err
    assert "PAY-06" in said
    assert "Colorado" in said


def test_what_a_file_silences_is_not_said_and_needs_a_reason(amjd, tree, folder):
    ignore = {"LAW-03": "because a court interpreter is wanted"}
    (folder / "a.yaml").write_text(yaml.safe_dump(tree({"ignore": ignore})))
    assert "LAW-03" not in amjd("draft", "a.yaml", *NATIVE).err
    (folder / "b.yaml").write_text(yaml.safe_dump(tree({"ignore": {"LAW-03": ""}})))
    for more in ([], ["-q"], ["--short"]):
        ended = amjd("draft", "b.yaml", "-o", "b.md", *more)
        assert (ended.code, "without a reason" in ended.err) == (3, True)
        assert not (folder / "b.md").exists()


@pytest.mark.parametrize("more", [["-q"], ["--short"], ["--allow-blanks", "--set", "pay.base="]])
def test_whoever_is_silent_short_or_not_done_gets_no_review(more, amjd):
    ended = amjd("draft", TIDEWATER, *NATIVE, *more)
    assert (ended.code, "LAW-03" in ended.err) == (0, False)


def test_three_warnings_are_said_and_how_to_see_the_rest(amjd):
    findings = [
        finding("error", 9),
        finding("error", 8),
        *(finding("warning", n) for n in range(5)),
    ]
    said = review("a.yaml", findings)
    assert [line.split(" ")[1] for line in said[:-1]] == ["error"] * 2 + ["warning"] * 3
    assert said[-1] == "2 more: amjd check a.yaml"


def finding(level, line):
    return Finding("ROLE-01", level, line, 1, "", "Wrong.", "Why.", "Mend it.", ())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_our_own_examples_end_without_a_finding(path, amjd):
    assert not re.search(r"(?m)^\S+: (error|warning) [A-Z]+-", amjd("draft", path).err)


# -- one file under two names ---------------------------------------------------------------------


def link(folder, kind):
    """Make b.md another name of a.yaml."""
    if kind == "symbolic":
        (folder / "b.md").symlink_to("a.yaml")
    else:
        (folder / "b.md").hardlink_to(folder / "a.yaml")


@pytest.mark.parametrize("force", [["--force"], []])
@pytest.mark.parametrize(
    ("kind", "arguments", "said"),
    [
        ("", ["a.yaml", "-o", "a.yaml", "-f", "md"], "a.yaml is the answers file."),
        ("", ["a.yaml", "-o", "./a.yaml", "-f", "docx"], "a.yaml is the answers file"),
        ("symbolic", ["a.yaml", "-o", "b.md"], "b.md is the answers file a.yaml."),
        ("hard", ["a.yaml", "-o", "b.md"], "b.md is the answers file a.yaml."),
        ("hard", ["b.md", "-o", "./"], "b.md is the answers file."),
        ("hard", ["a.yaml", "c.yaml", "d/b.yaml", "-o", "./"], "b.md is the answers file a.yaml."),
    ],
)
def test_a_posting_never_replaces_answers_whatever_they_are_called(
    amjd, folder, force, kind, arguments, said
):
    for name in ("a.yaml", "c.yaml", "d/b.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(TIDEWATER, folder / name)
    if kind:
        link(folder, kind)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = amjd("draft", *arguments, *force)
    assert result.code == 2
    assert said in result.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_answers_on_standard_input_are_known_as_the_file_that_they_are(folder, name):
    shutil.copy(TIDEWATER, folder / "a.yaml")
    with (folder / "a.yaml").open("rb") as answers:
        ended = spawn(["draft", name, "-o", "a.yaml", "-f", "md", "--force"], stdin=answers)
    assert ended.returncode == 2
    assert b"a.yaml is the answers file" in ended.stderr
    assert (folder / "a.yaml").read_bytes() == TIDEWATER.read_bytes()


def test_answers_that_standard_output_would_be_added_to_are_refused(folder):
    shutil.copy(TIDEWATER, folder / "a.yaml")
    with (folder / "a.yaml").open("ab") as answers:
        ended = spawn(["draft", "a.yaml"], stdout=answers)
    assert ended.returncode == 2
    assert b"standard output is the answers file a.yaml." in ended.stderr
    assert (folder / "a.yaml").read_bytes() == TIDEWATER.read_bytes()


def test_a_file_whose_name_has_two_lines_is_told_of_in_one(amjd, folder):
    (folder / "in").mkdir()
    shutil.copy(TIDEWATER, folder / "in" / "a\nb.yaml")
    (folder / "in" / "c\nd.yaml").write_bytes(TIDEWATER.read_bytes().replace(b"crm:", b"crmm:"))
    ended = amjd("draft", "in", "-o", "out/")
    assert ended.code == 3
    told = ended.err.splitlines()
    assert "in/a\\nb.yaml: wrote out/a\\nb.md" in told
    assert not [line for line in told if line.startswith(("b.yaml", "d.yaml", "b.md"))]


def test_two_postings_are_not_written_into_one_file(amjd, folder):
    for name in ("a", "b"):
        shutil.copy(TIDEWATER, folder / f"{name}.yaml")
    (folder / "out").mkdir()
    (folder / "out/a.md").symlink_to("b.md")
    result = amjd("draft", "a.yaml", "b.yaml", "-o", "out/", "--force")
    assert result.code == 2
    assert "out/b.md and out/a.md are one file." in result.err
    assert names(folder / "out") == ["a.md"]


# ---- how answers were read


CUT = (
    (ANSWERS / "tidewater.yaml")
    .read_text("utf-8")
    .replace("tools: {crm: HubSpot}", "tools:\n  crm: HubSpot # our own")
)
TOLD = 'tools.crm: "# our own" is read as a comment, no part of the answer'


def test_how_an_answer_was_read_is_said_once_before_the_notes(amjd, tmp_path):
    (tmp_path / "a.yaml").write_text(CUT)
    told = amjd("draft", tmp_path / "a.yaml")
    assert told.code == 0
    assert told.lines.count(TOLD) == 1
    assert told.lines.index(TOLD) <= 1
    assert TOLD not in amjd("draft", tmp_path / "a.yaml", "-q").lines
    assert TOLD not in amjd("draft", tmp_path / "a.yaml", "--set", "tools.crm=x").lines


def test_how_an_answer_was_read_names_its_file_where_there_are_several(amjd, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(CUT)
    told = amjd("draft", tmp_path / "a.yaml", tmp_path / "b.yaml", "-o", f"{tmp_path}/out/")
    assert [line for line in told.lines if TOLD in line] == [
        f"{tmp_path}/{name}.yaml: {TOLD}" for name in ("a", "b")
    ]
