"""`--copy`: the very bytes reach the tool at hand, and what goes wrong with it is told."""

import os
import shlex
import time

import pytest

from amjd.files import clipboard
from conftest import EXAMPLES, spawn
from stand_ins import stand_in

KEY = EXAMPLES / "key.yaml"
TOOLS = ["pbcopy", "wl-copy", "xclip"]


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """Make a fake tool, and let it and its kind be all that is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    def make(name, then=""):
        heard = tmp_path / f"{name}.heard"
        # The shell finds its own commands where they were before.
        place = shlex.quote(str(heard))
        path = f"PATH={shlex.quote(os.defpath)}"
        stand_in(folder / name, path, f'echo "$@" > {place}.with', f"cat > {place}", then)
        return heard

    return make


@pytest.mark.parametrize("format_", ["paste", "txt"])
@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_gets_the_very_bytes(amjd, tools, tool, format_):
    heard = tools(tool)
    written = amjd("draft", KEY, "-f", format_).out
    result = amjd("draft", KEY, "-f", format_, "--copy")
    assert (result.code, result.out) == (0, b"")
    assert heard.read_bytes() == written
    assert result.lines[-1] == f"copied to the clipboard with {tool}"


def test_nothing_is_said_of_it_where_nobody_wants_to_hear(amjd, tools):
    tools("xclip")
    assert amjd("draft", KEY, "-f", "txt", "--copy", "-q").err == ""


@pytest.mark.parametrize(
    ("tool", "format_", "options"),
    [
        ("pbcopy", "paste", ""),
        ("wl-copy", "paste", "--type text/html"),
        ("wl-copy", "txt", "--type text/plain"),
        ("xclip", "paste", "-selection clipboard -target text/html"),
        ("xclip", "txt", "-selection clipboard"),
    ],
)
def test_the_tool_hears_what_it_is_given(amjd, tools, tool, format_, options):
    heard = tools(tool)
    assert amjd("draft", KEY, "-f", format_, "--copy").code == 0
    assert heard.with_name(f"{heard.name}.with").read_text().strip() == options


def test_without_a_tool_all_three_are_named(amjd, tools):
    result = amjd("draft", KEY, "-f", "paste", "--copy")
    assert (result.code, result.out) == (4, b"")
    assert "no pbcopy, wl-copy or xclip." in result.err


def test_a_tool_that_may_not_be_run_is_none(amjd, tools, tmp_path):
    tools("xclip")
    (tmp_path / "bin/xclip").chmod(0o644)
    assert amjd("draft", KEY, "-f", "txt", "--copy").code == 4


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        ("echo 'no display.\nmore' >&2; exit 1", "xclip could not copy: no display."),
        ("exit 3", "xclip could not copy: it ended with 3."),
        ("kill -9 $$", "xclip could not copy: it ended with -9."),
        ("printf 'a\\033[31mb' >&2; exit 1", r"xclip could not copy: a\x1b[31mb."),
    ],
)
def test_a_tool_that_fails_is_named_with_its_reason(amjd, tools, then, reason):
    tools("xclip", then)
    result = amjd("draft", KEY, "-f", "paste", "--copy")
    assert result.code == 4
    assert result.lines == [
        f"{reason} Mend that, or leave --copy out and name a file with --output."
    ]


def test_a_tool_that_cannot_be_started_is_named(amjd, tools, tmp_path):
    tools("wl-copy")
    (tmp_path / "bin/wl-copy").write_text("#!/no/such/shell\n")
    result = amjd("draft", KEY, "-f", "txt", "--copy")
    assert result.code == 4
    assert result.lines[0].startswith("wl-copy could not copy: ")


# What it leaves in the background holds on to all it was given, or it stays there itself.
@pytest.mark.parametrize("then", ["sleep 20 &", "sleep 20"])
def test_a_tool_that_stays_is_not_waited_for(tools, then, monkeypatch):
    heard = tools("xclip", f"{then}\n")
    start = time.monotonic()
    ended = spawn(["draft", KEY, "-f", "paste", "--copy"])
    assert ended.returncode == 0
    assert time.monotonic() - start < 15
    assert heard.read_bytes().startswith(b"<p><strong>")


def test_a_tool_that_reads_nothing_holds_nothing_up(amjd, tools, tmp_path):
    tools("xclip")
    stand_in(tmp_path / "bin/xclip", "exit 0")
    large = ["--set", f"company.about={'x' * 19_999}", "--set", f"role.training={'x' * 19_999}"]
    assert amjd("draft", KEY, "-f", "txt", "--copy", *large).code == 0


@pytest.mark.parametrize(
    ("installed", "environment", "tool"),
    [
        (TOOLS, {}, "pbcopy"),
        (TOOLS, {"DISPLAY": ":0"}, "pbcopy"),
        (["wl-copy", "xclip"], {}, "wl-copy"),
        (["wl-copy", "xclip"], {"DISPLAY": ":0"}, "xclip"),
        (["wl-copy", "xclip"], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wl-copy"),
        (["wl-copy"], {"DISPLAY": ":0"}, "wl-copy"),
        (["xclip"], {"WAYLAND_DISPLAY": "wayland-0"}, "xclip"),
    ],
)
def test_of_several_tools_the_one_for_the_screen_is_taken(tools, installed, environment, tool):
    for name in installed:
        tools(name)
    found = clipboard.at_hand("text/plain", {"PATH": os.environ["PATH"], **environment})
    assert found[0] == tool


@pytest.mark.parametrize(
    "arguments",
    [
        [KEY],
        [KEY, "-f", "md"],
        [KEY, "-f", "html"],
        [KEY, "-f", "txt", "-f", "paste"],
        [KEY, "-f", "txt", "-o", "x.txt"],
        [KEY, "-f", "txt", "-o", "-"],
        [KEY, KEY, "-f", "txt"],
    ],
)
def test_one_posting_in_one_format_fits_on_the_clipboard(amjd, tools, arguments):
    heard = tools("xclip")
    result = amjd("draft", *arguments, "--copy")
    assert result.code == 2
    assert "--copy takes one answers file and one format, paste or txt" in result.err
    assert not heard.exists()


def test_a_format_that_is_not_known_is_told_as_ever(amjd, tools):
    result = amjd("draft", KEY, "-f", "pste", "--copy")
    assert result.code == 2
    assert "Did you mean paste?" in result.err


def test_wrong_answers_reach_no_clipboard(amjd, tools, tmp_path):
    heard = tools("xclip")
    (tmp_path / "a.yaml").write_text("role: {}\n")
    assert amjd("draft", tmp_path / "a.yaml", "-f", "txt", "--copy").code == 3
    assert not heard.exists()
