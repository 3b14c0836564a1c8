"""How the program ends when something is wrong: the code, one line a problem, nothing written."""

import contextlib
import errno
import os
import pty
import signal
import subprocess
import sys
import threading

import pytest

from conftest import ANSWERS, EXAMPLES, spawn
from tables import table

NIGHTLY = pytest.mark.nightly
TIDEWATER = ANSWERS / "tidewater.yaml"
RAW = TIDEWATER.read_bytes()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a few odd things in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(RAW)
    (tmp_path / "A.yaml").write_bytes(RAW)
    (tmp_path / "bad.yaml").write_bytes(b"company: [\n")
    (tmp_path / "mine.md").write_bytes(b"mine\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.yaml").write_bytes(RAW)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling.md").symlink_to("nowhere.md")
    (tmp_path / "link.md").symlink_to("mine.md")
    return tmp_path


def snapshot(folder):
    return sorted(
        (str(path), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*")
    )


ARGUMENTS = {
    # wrong usage
    "no such command": (2, ["drfat"]),
    "no such flag": (2, ["draft", "--no-such"]),
    "flag without value": (2, ["draft", "a.yaml", "-o"]),
    "no such format": (2, ["draft", "a.yaml", "-f", "pdf"]),
    "empty format": (2, ["draft", "a.yaml", "-f", ""]),
    "no such ending": (2, ["draft", "a.yaml", "-o", "p.odt"]),
    "no ending": (2, ["draft", "a.yaml", "-o", "posting"]),
    "hidden name": (2, ["draft", "a.yaml", "-o", ".md"]),
    "folder without slash": (2, ["draft", "a.yaml", "-o", "folder"]),
    "empty output": (2, ["draft", "a.yaml", "-o", ""]),
    "several without output": (2, ["draft", "a.yaml", "bad.yaml"]),
    "several to stdout": (2, ["draft", "a.yaml", "bad.yaml", "-o", "-"]),
    "several to one file": (2, ["draft", "a.yaml", "bad.yaml", "-o", "p.md"]),
    "several formats to stdout": (2, ["draft", "a.yaml", "-f", "md", "-f", "docx"]),
    "several formats to one file": (2, ["draft", "a.yaml", "-f", "md", "-f", "docx", "-o", "p.md"]),
    "no such template": (2, ["draft", "a.yaml", "-t", "slaes"]),
    "empty template": (2, ["draft", "a.yaml", "-t", ""]),
    "option without =": (2, ["draft", "a.yaml", "--set", "portfolio.accounts"]),
    "option without anything": (2, ["draft", "a.yaml", "--set", ""]),
    "stdin twice": (2, ["draft", "-", "-", "-o", "out/"]),
    "empty output and a format": (2, ["draft", "a.yaml", "-o", "", "-f", "md"]),
    "list as Word": (2, ["templates", "-f", "docx"]),
    "list to a Word file": (2, ["templates", "-o", "list.docx"]),
    "JSON and a format": (2, ["templates", "--json", "-f", "md"]),
    "JSON to a Word file": (2, ["templates", "--json", "-o", "x.docx"]),
    "example to a Word file": (2, ["example", "key", "-o", "x.docx"]),
    "example to nothing": (2, ["example", "key", "-o", ""]),
    "schema to a Word file": (2, ["schema", "-o", "x.docx"]),
    "answers of nothing": (2, ["new", "-a", ""]),
    "newline in a name": (2, ["draft", "a\n.yaml"]),
    "C1 in a name": (2, ["draft", "a\x9b31m.yaml"]),
    "DEL in a name": (2, ["draft", "a\x7f.yaml"]),
    "escape in a flag": (2, ["draft", "--\x1b[31m"]),
    "escape in a name": (2, ["draft", "\x1b]0;x\x07.yaml"]),
    "no such blank template": (2, ["templates", "slaes"]),
    "no such example": (2, ["example", "slaes"]),
    "example of nothing": (2, ["example"]),
    # files
    "missing": (4, ["draft", "none.yaml"]),
    "empty name": (4, ["draft", ""]),
    "folder without answers": (4, ["draft", "empty"]),
    "pipe as answers": (4, ["draft", "pipe"]),
    "device as answers": (4, ["draft", "/dev/zero"]),
    "name too long": (4, ["draft", "x" * 300]),
    "name not UTF-8": (4, ["draft", "caf\udce9.yaml"]),
    "target exists": (4, ["draft", "a.yaml", "-o", "mine.md"]),
    "target is a link": (4, ["draft", "a.yaml", "-o", "link.md"]),
    "target is a dangling link": (4, ["draft", "a.yaml", "-o", "dangling.md"]),
    "target is a folder": (4, ["draft", "a.yaml", "-o", "folder", "-f", "md"]),
    "target is a folder, forced": (4, ["draft", "a.yaml", "-o", "folder", "-f", "md", "--force"]),
    "target is a pipe": (4, ["draft", "a.yaml", "-o", "pipe", "-f", "md", "--force"]),
    "target is a device": (4, ["draft", "a.yaml", "-o", "/dev/full", "-f", "md", "--force"]),
    "target without parent": (4, ["draft", "a.yaml", "-o", "none/p.md"]),
    "target below a file": (4, ["draft", "a.yaml", "-o", "mine.md/p.md"]),
    "target too long": (4, ["draft", "a.yaml", "-o", "x" * 300 + ".md"]),
    "folder without parent": (4, ["draft", "a.yaml", "-o", "none/out/"]),
    "folder is a file": (4, ["draft", "a.yaml", "-o", "mine.md/"]),
    "clash of stems": (4, ["draft", "a.yaml", "folder/a.yaml", "-o", "out/"]),
    "clash but for case": (4, ["draft", "a.yaml", "A.yaml", "-o", "out/"]),
    "the same file twice": (4, ["draft", "a.yaml", "a.yaml", "-o", "out/"]),
    "blank exists": (4, ["templates", "key", "-o", "mine.md"]),
    "example exists": (4, ["example", "key", "-o", "mine.md"]),
    "schema exists": (4, ["schema", "-o", "mine.md"]),
    # answers
    "not YAML": (3, ["draft", "bad.yaml"]),
    "not YAML, blanks allowed": (3, ["draft", "bad.yaml", "--allow-blanks"]),
    "bad option": (3, ["draft", "a.yaml", "--set", "quota.target=a lot"]),
    "option of no field": (3, ["draft", "a.yaml", "--set", "quota.taget=5"]),
    "option of nothing": (2, ["draft", "a.yaml", "--set", "=5"]),
    "option of a text twice": (3, ["draft", "a.yaml", *["--set", "tools.crm=a"] * 2]),
    "option with an escape": (3, ["draft", "a.yaml", "--set", "tools.crm=\x1b[31m"]),
    "option's field with an escape": (3, ["draft", "a.yaml", "--set", "\x1b[31m=x"]),
    "option not UTF-8": (3, ["draft", "a.yaml", "--set", "tools.crm=caf\udce9"]),
    "option below a field": (3, ["draft", "a.yaml", "--set", "pay.base.min=5"]),
    "option of huge money": (3, ["draft", "a.yaml", "--set", "pay.base=" + "9" * 40]),
    "option with Arabic digits": (3, ["draft", "a.yaml", "--set", "pay.base=\u0665\u0660"]),
    "option emptied": (3, ["draft", "a.yaml", "--set", "tools.crm="]),
}  # fmt: skip


@pytest.mark.parametrize("case", ARGUMENTS)
def test_a_mistake_ends_with_its_code_and_leaves_everything_as_it_was(case, amjd, folder):
    code, arguments = ARGUMENTS[case]
    before = snapshot(folder)
    result = amjd(*arguments, stdin=RAW)
    assert (result.code, result.out) == (code, b""), result.err
    assert snapshot(folder) == before
    assert result.err.strip()
    assert "Traceback" not in result.err
    assert "\x1b" not in result.err
    assert "bug of ours" not in result.err


ANSWERS_OF_NOBODY = {
    "nothing": b"",
    "a comment": b"# later\n",
    "a word": b"hello\n",
    "a list": b"- a\n",
    "binary": bytes(range(256)),
    "a Word file": b"PK\x03\x04" + bytes(100),
    "UTF-16": RAW.decode().encode("utf-16"),
    "Latin-1": RAW.replace(b"Tidewater", b"Caf\xe9"),
    "two mebibytes": RAW + b"#" * (2 << 20),
    "two documents": RAW + b"---\n" + RAW,
    "a directive": b"%YAML 1.1\n---\n" + RAW,
    "a tab": RAW.replace(b"\nquota: {", b"\n\tquota: {"),
    "an anchor": RAW.replace(b"HubSpot", b"&a HubSpot"),
    "an alias": RAW.replace(b"HubSpot", b"*a"),
    "a tag": RAW.replace(b"HubSpot", b"!!python/object/apply:os.system [id]"),
    "a name twice": RAW + b"quota: {carries: yes}\n",
    "a section thrice": RAW + b"quota: {carries: yes}\nquota: {carries: no}\n",
    "a NUL": RAW.replace(b"HubSpot", b"Hub\x00Spot"),
    "an escape": RAW.replace(b"HubSpot", b"Hub\x1b[31mSpot"),
    "an escaped escape": RAW.replace(b"HubSpot", b'"Hub\\e[31mSpot"'),
    "an escape in a name": RAW + b'"\\e[31m": x\n',
    "an escape in a tag": RAW.replace(b"HubSpot", b"!<%1b%5b31m> x"),
    "an override": RAW.replace(b"HubSpot", "\u202eHubSpot".encode()),
    "two bad items": RAW.replace(b"[gross retention", b"[{a: b}, {c: d}"),
    "nine metrics": RAW.replace(b"[gross retention", b"[a, b, c, d, e, f, g, h"),
    "a section that is text": RAW.replace(b"{crm: HubSpot}", b"HubSpot"),
    "a field that is a list": RAW.replace(b"HubSpot", b"[HubSpot]"),
    "no money": RAW.replace(b"58000", b"lots"),
    "nan": RAW.replace(b"58000", b".nan"),
    "huge money": RAW.replace(b"58000", b"9" * 40),
    "a range that runs down": RAW.replace(b"58000", b"70000"),
    "commas in a range": RAW.replace(b"58000", b"58,000"),
    "a fraction as retention": RAW.replace(b"retention: 92", b"retention: 0.92"),
    "other earnings": RAW.replace(b"variable: 5000", b"variable: 5000, ote: 1"),
    "no email": RAW.replace(b"jobs@tidewater.example", b"jobs"),
    "no day": RAW.replace(b"rolling", b"2027-02-30"),
    "deep": RAW.replace(b"HubSpot", b"[" * 5000),
    "wide": RAW.replace(b"HubSpot", b"[" + b"x, " * 6000 + b"]"),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS_OF_NOBODY)
def test_bad_answers_end_with_three_and_a_place_for_each_problem(case, amjd, folder):
    (folder / "answers.yaml").write_bytes(ANSWERS_OF_NOBODY[case])
    before = snapshot(folder)
    result = amjd("draft", "answers.yaml", "-o", "p.md")
    assert (result.code, result.out) == (3, b""), result.err
    assert snapshot(folder) == before
    for line in result.lines:
        assert line.startswith("answers.yaml:")
        assert line.isprintable()
        assert len(line) < 1000


def test_the_problem_line_is_that_of_the_contract(amjd, folder):
    lines = ["# 1", *[""] * 12, "quota: {  target: a lot, carries: yes, period: year}"]
    rest = RAW.replace(b"quota: {carries: no}\n", b"").replace(
        b"variable: 5000", b"variable: 5000, commission: x"
    )
    (folder / "answers.yaml").write_bytes("\n".join(lines).encode() + b"\n" + rest)
    result = amjd("draft", "answers.yaml")
    assert result.lines == [
        'answers.yaml:14:19: quota.target: "a lot" is not an amount. Write 150000 or $150k.'
    ]


def test_standard_input_is_called_a_dash(amjd):
    assert amjd("draft", stdin=b"[").lines[0].startswith("-:1:1: ")


def test_an_option_is_called_by_its_flag(amjd):
    result = amjd("draft", "a.yaml", "--set", "quota.target=a lot")
    assert result.lines[0].startswith('--set quota.target: quota.target: "a lot" is not an amount.')


@pytest.mark.parametrize("form", ["md", "docx"])
def test_problems_leave_an_existing_target_alone_even_with_force(form, amjd, folder):
    result = amjd("draft", "bad.yaml", "-o", "mine.md", "-f", form, "--force")
    assert result.code == 3
    assert (folder / "mine.md").read_bytes() == b"mine\n"


def test_a_clash_is_found_before_anything_is_made(amjd, folder):
    assert amjd("draft", "a.yaml", "folder/a.yaml", "-o", "out/").code == 4
    assert not (folder / "out").exists()


def test_a_mistyped_template_or_format_is_guessed(amjd):
    assert "Did you mean sales?" in amjd("draft", "a.yaml", "-t", "slaes").err
    assert "Did you mean docx?" in amjd("draft", "a.yaml", "-f", "doc").err


def test_a_missing_template_answer_is_a_problem_at_its_place(amjd):
    result = amjd("draft", stdin=b"template: slaes\n" + RAW)
    assert result.lines == ['-:1:11: template: "slaes" is no template. Did you mean sales?']


# ---- the process: its streams, signals and surroundings


def test_a_failure_prints_no_traceback_and_nothing_on_standard_output():
    ended = spawn(["draft", "none.yaml", b"caf\xe9.yaml", "-o", "out/"])
    assert (ended.returncode, ended.stdout) == (4, b"")
    assert b"Traceback" not in ended.stderr


def test_what_a_terminal_would_obey_in_an_argument_never_reaches_it():
    for argument in ("--\u009b31m", "--\u202ex", "\u009b31m.yaml", "-o\u009b31m.odt", "\u202e.md"):
        ended = spawn(["draft", "a.yaml", argument])
        assert ended.returncode in (2, 4)
        text = ended.stderr.decode()
        assert all(line.isprintable() for line in text.splitlines()), argument


def test_what_is_refused_in_an_argument_is_named_with_its_place(amjd):
    result = amjd("draft", "a.yaml", "b\x1b[31m\n.yaml")
    assert result.lines == [
        "amjd: argument 3, b\\x1b[31m\\n.yaml, holds U+001B ESC. "
        "Rename the file, or check what was pasted."
    ]


def test_a_mistyped_command_is_shown_escaped(amjd):
    result = amjd("dr\u202eaft")
    assert result.code == 2
    assert "No such command 'dr\\u202eaft'." in result.err


ODD = [
    "\u202e",
    "\u2028",
    "\u200b",
    "\u200c",
    "\u2068",
    "\u2060",
    "\ufeff",
    "\ue000",
    "\udce9",
    "*",
]


def test_an_odd_name_is_a_name_and_stops_no_batch(amjd, folder):
    names = [f"odd{character}name.yaml" for character in ODD]
    for name in names:
        (folder / name).write_bytes(RAW)
    result = amjd("draft", "a.yaml", *names, "missing\u202e.yaml", "-o", "out\u202e/")
    assert result.code == 4
    stems = [name.removesuffix(".yaml") for name in ("a.yaml", *names)]
    assert sorted(path.stem for path in (folder / "out\u202e").iterdir()) == sorted(stems)
    assert all(line.isprintable() for line in result.lines)
    assert "missing\\u202e.yaml cannot be read" in result.err


def test_a_name_that_a_folder_holds_writes_over_no_line(amjd, folder):
    (folder / "in").mkdir()
    (folder / "in" / "mine\rall is well.yaml").write_bytes(RAW)
    result = amjd("draft", "in", "-o", "out/")
    assert result.code == 0
    assert "wrote out/mine\\rall is well.md" in result.err
    assert "\r" not in result.err


@pytest.mark.parametrize(
    "arguments",
    [["draft", "a.yaml", "-o"], ["example", "key", "-o"], ["templates", "key", "-o"]],
)
def test_a_tilde_that_the_shell_left_is_the_home_folder(arguments, amjd, folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "folder"))
    assert amjd(*arguments, "~/x.md").code == 0
    assert (folder / "folder" / "x.md").exists()


def shell(command: str, **more) -> subprocess.CompletedProcess:
    amjd = f"{sys.executable} -m amjd"
    return subprocess.run(
        ["bash", "-c", command.replace("amjd", amjd, 1)],
        capture_output=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
        **more,
    )


# Each stream closed and full, and each way out of the program; the other pairs by night.
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("amjd draft a.yaml >&-", 4),
        ("amjd draft a.yaml >/dev/full", 4),
        pytest.param("amjd draft a.yaml -f docx >/dev/full", 4, marks=NIGHTLY),
        pytest.param("amjd templates >/dev/full", 4, marks=NIGHTLY),
        ("amjd --help >/dev/full", 4),
        pytest.param("amjd --version >/dev/full", 4, marks=NIGHTLY),
        ("amjd --version >&-", 4),
        pytest.param("amjd --help >&-", 4, marks=NIGHTLY),
        ("amjd drfat 2>/dev/full", 2),
        pytest.param("amjd drfat 2>&-", 2, marks=NIGHTLY),
        ("amjd draft <&-", 2),
        ("amjd draft - 0>sink", 4),
        ("amjd draft a.yaml -o p.md >&- 2>&- <&-", 0),
        pytest.param("amjd draft none.yaml 2>&-", 4, marks=NIGHTLY),
        ("amjd draft none.yaml 2>/dev/full", 4),
        ("amjd draft bad.yaml 2>&-", 3),
        ("ulimit -f 1; amjd draft a.yaml -o p.md", 4),
    ],
)
def test_a_closed_or_full_stream_ends_with_its_code(command, code, folder):
    before = {name for name, _ in snapshot(folder)}
    ended = shell(command)
    assert ended.returncode == code, ended
    assert b"Traceback" not in ended.stderr
    assert b"Exception ignored" not in ended.stderr
    assert ended.stdout == b""
    new = {name for name, _ in snapshot(folder)} - before
    assert new <= {str(folder / "sink"), str(folder / "p.md")}


# Text and bytes of ours, and what Typer prints; all write through the same stream.
PRINTS = ["draft a.yaml", "draft a.yaml -f docx", "templates --json", "--help",
          "--show-completion"]  # fmt: skip
PRINTS_BY_NIGHT = ["templates", "templates --all", "schema", "example key", "draft --help"]


@pytest.mark.parametrize(
    ("command", "unbuffered"),
    [
        pytest.param(command, way, marks=[] if by_day else NIGHTLY)
        for number, command in enumerate(PRINTS + PRINTS_BY_NIGHT)
        for way in ("", "1")
        for by_day in [command in PRINTS and number % 2 == bool(way)]
    ],
)
def test_a_part_of_a_document_is_never_taken_for_the_whole(command, unbuffered, folder):
    # The file has its first kilobyte already, and room for a few bytes more.
    (folder / "out").write_bytes(b"x" * 1000)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    ended = shell(f"ulimit -f 1; amjd {command} >>out; exit $?", env=environment)
    assert ended.returncode == 4
    said = b"standard output cannot be written: file too large. Send it somewhere else.\n"
    assert ended.stderr == said


@pytest.mark.parametrize(
    ("stream", "arguments", "unbuffered"),
    [
        pytest.param(*printed, way, marks=[] if number % 2 == bool(way) else NIGHTLY)
        for number, printed in enumerate([
            ("stdout", ["templates", "--all"]),
            ("stdout", ["--help"]),
            ("stderr", ["draft", "bad.yaml"]),
            ("stderr", ["--nonsense"]),
        ])
        for way in ("", "1")
    ],
)  # fmt: skip
def test_a_non_blocking_stream_that_is_full_gets_everything(stream, arguments, unbuffered, amjd):
    alone = amjd(*arguments)
    whole = alone.out if stream == "stdout" else alone.err.encode()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    filled = 0
    with contextlib.suppress(BlockingIOError):
        while True:
            filled += os.write(writing, b"x" * 100_000)
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: writing}
    command = [sys.executable, "-m", "amjd", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment, **pipes) as process:
        os.close(writing)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.6)
        with open(reading, "rb") as pipe:  # noqa: PTH123 - a descriptor has no path
            assert pipe.read()[filled:] == whole != b""
        process.wait(120)
    assert process.returncode == alone.code


def test_a_non_blocking_standard_input_is_waited_for(amjd):
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    command = [sys.executable, "-m", "amjd", "draft", "-q", "-"]
    with subprocess.Popen(
        command, stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        os.close(reading)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        os.write(writing, RAW)
        os.close(writing)
        out, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (0, b"")
    assert out == amjd("draft", "-q", "a.yaml").out


@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_standard_input_is_read_by_each_of_its_names(name, amjd):
    if not os.path.exists(name):  # noqa: PTH110 - it is a link to what is no file
        pytest.skip("no such name here")
    assert spawn(["draft", "-q", name], input=RAW).stdout == amjd("draft", "a.yaml").out != b""


def on_a_terminal(arguments: list[str], **environment: str) -> bytes:
    """Run the program with a terminal as standard error; return what was shown there."""
    outer, inner = pty.openpty()
    shown = bytearray()

    def read() -> None:
        with contextlib.suppress(OSError):
            while chunk := os.read(outer, 65536):
                shown.extend(chunk)

    reader = threading.Thread(target=read)
    reader.start()
    ended = spawn(arguments, stderr=inner, env=environment)
    os.close(inner)
    reader.join()
    os.close(outer)
    assert ended.returncode == 0
    return bytes(shown)


def test_a_bar_is_shown_only_to_whom_it_may_serve(folder):
    names = [f"c{number}.yaml" for number in range(50)]
    for name in names:
        (folder / name).write_bytes(RAW)
    arguments = ["draft", *names, "-o", "out/"]
    assert b"Drafting" in on_a_terminal(arguments, TERM="xterm", ACCESSIBLE="")


@pytest.mark.parametrize(
    ("environment", "has_bar"),
    [
        ({"TERM": "xterm", "ACCESSIBLE": ""}, True),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, False),
        ({"TERM": "", "ACCESSIBLE": ""}, False),
        ({"TERM": "dumb", "ACCESSIBLE": ""}, False),
    ],
)
def test_a_line_is_redrawn_only_where_that_is_seen(environment, has_bar, amjd, folder, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("amjd.cli.drafting._MANY", 2)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    (folder / "b.yaml").write_bytes(RAW)
    result = amjd("draft", "a.yaml", "b.yaml", "-o", "out/")
    assert result.lines[-1].endswith("2 of 2 drafted")
    assert ("Drafting" in result.err) == has_bar
    assert ("\x1b" in result.err) == has_bar
    assert amjd("draft", "a.yaml", "b.yaml", "-o", "quiet/", "-q").err == ""


@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full"])
def test_without_standard_error_standard_output_is_the_posting_alone(closed, amjd):
    assert shell(f"amjd draft a.yaml {closed}").stdout == amjd("draft", "a.yaml").out != b""


def test_a_reader_that_stops_early_gets_its_lines_and_no_traceback():
    ended = shell("amjd draft a.yaml | head -1")
    assert ended.stdout == b"# Account Manager\n"
    assert b"Traceback" not in ended.stderr
    assert b"Exception ignored" not in ended.stderr


@pytest.mark.parametrize("arguments", [["draft", "a.yaml", "-q"], ["templates"], ["--help"]])
def test_a_reader_that_is_gone_ends_it_without_a_word(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    ended = spawn(arguments, stdout=writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (4, b"")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_the_wait_for_standard_input(number, code):
    command = [sys.executable, "-m", "amjd", "draft", "-"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes) as process:
        # More than a pipe holds: what is left over is read only when the program waits for input.
        process.stdin.write(b"#" * 100_000)
        process.stdin.flush()
        process.send_signal(number)
        _, said = process.communicate(timeout=120)
    assert process.returncode == code
    assert b"Traceback" not in said


def test_a_terminal_as_standard_input_is_wrong_usage():
    for arguments in (["draft"], ["draft", "-"]):
        outer, inner = pty.openpty()
        ended = spawn(arguments, stdin=inner)
        os.close(outer)
        os.close(inner)
        assert (ended.returncode, ended.stdout) == (2, b"")


def test_a_word_file_on_a_terminal_is_refused():
    outer, inner = pty.openpty()
    ended = spawn(["draft", "a.yaml", "-f", "docx"], stdout=inner)
    os.close(inner)
    with contextlib.suppress(OSError):
        assert os.read(outer, 100) == b""
    os.close(outer)
    assert ended.returncode == 2


def test_a_deleted_current_folder_is_no_traceback():
    for command in ("draft a.yaml", "draft ../a.yaml -o p.md", "example key -o x.yaml"):
        ended = shell(f"mkdir -p gone; cd gone; rmdir ../gone; amjd {command}; exit $?")
        assert ended.returncode == 4
        said = b"the folder you are in was removed. Change to another folder and try again.\n"
        assert ended.stderr == said


def test_a_home_that_cannot_be_written_is_named():
    environment = {**os.environ, "HOME": "/proc/nowhere"}
    ended = shell("amjd --install-completion; exit $?", env=environment)
    assert ended.returncode == 4
    said = ended.stderr.decode()
    assert said.startswith("/proc/nowhere cannot be used: no such file or directory. ")
    assert "amjd --show-completion" in said


def test_what_the_system_refuses_unforeseen_names_its_file_and_no_other(amjd, monkeypatch):
    def fail(*_arguments):
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/\x1bplace")

    monkeypatch.setattr("amjd.cli.steps.draft", fail)
    result = amjd("draft", "a.yaml")
    assert result.code == 4
    cure = "Take a folder that you may write to."
    assert result.lines == [f"/srv/\\x1bplace cannot be used: permission denied. {cure}"]


def test_what_the_system_refuses_without_a_name_blames_no_file(amjd, monkeypatch):
    def fail(*_arguments):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("amjd.cli.steps.draft", fail)
    result = amjd("draft", "a.yaml")
    assert result.code == 4
    assert result.lines == ["amjd cannot go on: no locks available. amjd --debug shows where."]
    with pytest.raises(OSError, match="No locks"):
        amjd("--debug", "draft", "a.yaml")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_another_encoding_changes_no_byte_of_the_posting(encoding, amjd):
    other = spawn(
        ["draft", EXAMPLES / "key.yaml"],
        env={"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert (other.returncode, other.stdout) == (0, amjd("draft", EXAMPLES / "key.yaml").out)


def test_a_bug_of_ours_is_one_line_and_its_own_code(amjd, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("Tidewater pays 58000")

    monkeypatch.setattr("amjd.cli.steps.draft", fail)
    result = amjd("draft", "a.yaml")
    assert (result.code, result.out, len(result.lines)) == (70, b"", 1)
    assert "58000" not in result.err
    with pytest.raises(RuntimeError):
        amjd("--debug", "draft", "a.yaml")


def test_without_a_command_and_a_terminal_the_help_is_printed():
    ended = spawn([])
    assert ended.returncode == 0
    assert b"draft" in ended.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["-a", "old.yaml", "-o", "new.md", "--trace", "old.yaml"],
        ["--from", "old.md", "-o", "new.md", "--trace", "old.md"],
        ["-o", "new.md", "--trace", "new.md"],
        ["-o", "new.md", "--trace", "./new.amjd.yaml"],
        ["-o", "-", "--trace", "job-posting.amjd.yaml"],
    ],
)
def test_nothing_is_traced_into_a_file_of_the_interview(arguments, amjd, folder):
    (folder / "old.yaml").write_bytes(TIDEWATER.read_bytes())
    (folder / "old.md").write_text("# Account Manager\n", "utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = amjd("new", *arguments)
    assert result.code == 2
    assert "is a file of this interview" in result.err
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@table("name, code", [("template", 5), ("Template", 5), ("deadline", 5), ("nothing", 2)])
def test_a_template_can_be_named_to_be_asked_as_a_field_can(name, code, amjd, monkeypatch):
    for terminal in ("INPUT", "OUTPUT"):
        monkeypatch.setattr(f"amjd.terminal.system.{terminal}", "nowhere/tty")
    assert amjd("new", "-a", TIDEWATER, "--ask", name).code == code
