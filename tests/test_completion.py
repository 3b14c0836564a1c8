"""Completion: for the shell that was named, and nothing edited where only help was asked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from amjd.cli import completion
from amjd.cli.completion import SHELLS, with_shell
from stand_ins import OURS, stand_in

PLACES = {
    "bash": (".bash_completions/amjd.sh", ".bashrc"),
    "zsh": (".zfunc/_amjd", ".zshrc"),
    "fish": (".config/fish/completions/amjd.fish", None),
    "pwsh": ("ps/amjd-completion.ps1", "ps/profile.ps1"),
}


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    programs = tmp_path / "programs"
    programs.mkdir()
    stand_in(programs / "pwsh", f"echo '{tmp_path}/ps/profile.ps1'")
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    return tmp_path


def made(home: Path) -> set[str]:
    files = (path for path in home.rglob("*") if path.is_file())
    return {str(path.relative_to(home)) for path in files} - {"programs/pwsh"}


@pytest.mark.parametrize("form", ["{} {}", "{}={}"])
@pytest.mark.parametrize("shell", PLACES)
def test_completion_is_installed_for_the_shell_that_is_named(shell, form, amjd, home):
    ended = amjd(*form.format("--install-completion", shell).split())
    assert (ended.code, ended.err) == (0, "")
    place, read = PLACES[shell]
    assert made(home) == {place, read} - {None}
    assert (home / place).read_text() == completion.script(shell)
    for name in filter(None, (place, read)):
        assert str(home / name) in ended.out.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "pwsh"])
def test_what_a_shell_reads_gains_one_line_and_loses_none(shell, amjd, home):
    read = home / str(PLACES[shell][1])
    read.parent.mkdir(exist_ok=True)
    read.write_bytes(b"alias caf\xe9='x'")
    for _ in range(2):
        assert amjd("--install-completion", shell).code == 0
        lines = read.read_bytes().split(b"\n")
        assert lines[0] == b"alias caf\xe9='x'"
        assert len(lines) == 3
        assert lines[2] == b""


@pytest.mark.parametrize("flag", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize("help_", ["--help", "-h"])
@pytest.mark.parametrize("shell", ["fish", ""])
def test_where_help_is_asked_nothing_is_edited(flag, help_, shell, amjd, home):
    ended = amjd(*filter(None, (flag, shell, help_)))
    assert ended.code == 0
    assert ended.out.startswith(b"Usage: amjd [OPTIONS]")
    assert made(home) == set()


@pytest.mark.parametrize(
    ("shell", "says"),
    [("zhs", "Did you mean zsh?"), ("tcsh\x1b", "U+001B"), ("nushell", f"Known: {SHELLS[0]}, ")],
)
@pytest.mark.parametrize("flag", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_wrong_usage(flag, shell, says, amjd, home):
    ended = amjd(flag, shell)
    assert ended.code == 2
    assert says in ended.err
    assert made(home) == set()


def test_without_a_name_it_is_the_shell_that_runs_us(amjd, home, monkeypatch):
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert amjd("--show-completion").out.decode() == completion.script("fish")
    assert amjd("--install-completion").code == 0
    assert made(home) == {PLACES["fish"][0]}


def test_a_shell_that_cannot_be_told_is_asked_for(amjd, home, monkeypatch):
    def lost() -> None:
        import shellingham

        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr("shellingham.detect_shell", lost)
    ended = amjd("--install-completion")
    assert ended.code == 2
    assert "Name your shell behind it: bash, zsh, " in ended.err
    assert made(home) == set()


def test_powershell_that_is_not_there_says_what_to_do_by_hand(amjd, home):
    stand_in(home / "programs" / "pwsh", "exit 1")
    ended = amjd("--install-completion", "pwsh")
    assert ended.code == 4
    assert "amjd --show-completion pwsh" in ended.err


def test_only_a_flag_without_a_name_gets_an_empty_one():
    flags = ["--install-completion"]
    assert with_shell(flags) == [*flags, ""]
    assert with_shell([*flags, "-h"]) == [*flags, "", "-h"]
    assert with_shell([*flags, "zsh", "-h"]) == [*flags, "zsh", "-h"]
    assert with_shell(["draft", "a.yaml"]) == ["draft", "a.yaml"]


SOURCED = {
    "bash": ["bash", "--norc", "-c", '. "$0"; complete -p amjd'],
    "zsh": ["zsh", "-fc", '. "$0"; echo $_comps[amjd]'],
    "fish": ["fish", "--no-config", "-c", ". $argv[1]; complete -C 'amjd draf'"],
    "pwsh": ["pwsh", "-NoProfile", "-Command", ". $args[0]"],
}


@pytest.mark.parametrize("shell", SOURCED)
def test_each_shell_takes_its_script_without_a_word(shell, tmp_path):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    ending = "ps1" if shell == "pwsh" else "sh"
    (tmp_path / f"script.{ending}").write_text(completion.script(shell))
    stand_in(tmp_path / "amjd", OURS)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    ended = subprocess.run(
        [*SOURCED[shell], tmp_path / f"script.{ending}"],
        capture_output=True, env=environment, check=False, timeout=60,
    )  # fmt: skip
    assert ended.stderr == b""
    if shell != "pwsh":
        assert {"bash": b"-F _amjd_completion", "zsh": b"_amjd_completion", "fish": b"draft\t"}[
            shell
        ] in ended.stdout


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_completes_each_time_with_what_it_finds_by_itself(tmp_path):
    (tmp_path / "_amjd").write_text(completion.script("zsh"))
    stand_in(tmp_path / "amjd", "echo _arguments $_TYPER_COMPLETE_ARGS")
    told = (
        "fpath=($0 $fpath) path=($0 $path) words=(amjd draf) CURRENT=2; "
        "_arguments() { print $@ }; autoload -Uz _amjd; repeat 3 _amjd"
    )
    ended = subprocess.run(["zsh", "-fc", told, tmp_path], capture_output=True, timeout=60)
    assert (ended.stdout, ended.stderr) == (b"amjd draf\n" * 3, b"")


def test_powershell_keeps_its_keys_as_they_are():
    lines = completion.script("pwsh").splitlines()
    assert lines[0] == "$scriptblock = {"
    assert lines[-1].startswith("Register-ArgumentCompleter -Native -CommandName amjd ")
    assert "PSReadLine" not in completion.script("powershell")


@pytest.mark.parametrize(
    ("shell", "line"),
    [("bash", "source '{}/o'\"'\"'neil/.bash"), ("pwsh", ". '{}/ps/o''neil/amjd-")],
)
def test_a_place_with_an_apostrophe_is_quoted_for_its_shell(shell, line, amjd, home, monkeypatch):
    stand_in(home / "programs" / "pwsh", f'echo "{home}/ps/o\'neil/p.ps1"')
    monkeypatch.setenv("HOME", f"{home}/o'neil")
    assert amjd("--install-completion", shell).code == 0
    read = home / ("o'neil/.bashrc" if shell == "bash" else "ps/o'neil/p.ps1")
    assert read.read_text().startswith(line.format(home))


@pytest.mark.parametrize(
    ("environment", "offered"),
    [
        ({"_AMJD_COMPLETE": "complete_bash", "COMP_WORDS": "amjd dr", "COMP_CWORD": "1"}, b"draft"),
        ({"_AMJD_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "amjd dr"}, b'"draft":'),
        (
            {"_AMJD_COMPLETE": "complete_pwsh", "_TYPER_COMPLETE_ARGS": "amjd dr",
             "_TYPER_COMPLETE_WORD_TO_COMPLETE": "dr"}, b"draft:::",
        ),
    ],
    ids=["bash", "zsh", "pwsh"],
)  # fmt: skip
def test_what_may_follow_is_offered(environment, offered, amjd, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert offered in amjd().out
