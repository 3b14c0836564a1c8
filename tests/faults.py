"""Faults put into the calls by which a program touches files, and the places that make them.

Only what the house itself asks for counts, also where the standard library stands between.
"""

import ast
import builtins
import errno
import fcntl
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import amjd
from amjd.text.errors import AmjdError

PACKAGE = Path(amjd.__file__).parent

# What asks or changes nothing of files: everything else of `os` that is built in may be refused.
_HARMLESS = {
    "fspath", "fsencode", "fsdecode", "getpid", "getppid", "getuid", "geteuid", "getgid", "getegid",
    "getgroups", "strerror", "urandom", "umask", "cpu_count", "uname", "kill", "isatty", "abort",
    "get_terminal_size", "sched_yield", "times", "waitpid", "waitstatus_to_exitcode", "fork",
    "register_at_fork", "getenv", "putenv", "unsetenv", "get_inheritable", "set_inheritable",
    "get_blocking", "set_blocking", "pipe", "getcwd", "getcwdb", "device_encoding",
}  # fmt: skip
OS_CALLS = sorted(
    name
    for name in dir(os)
    if type(getattr(os, name)).__name__ == "builtin_function_or_method"
    and not name.startswith("_")
    and name not in _HARMLESS
)
_OF_FILES = ("read", "write", "flush", "close")


class Site(NamedTuple):
    """A line of the house that touches the system."""

    module: str
    line: int


class Call(NamedTuple):
    """The first, second ... call of a name that one run makes."""

    name: str
    count: int


Way = tuple[str | tuple[str, int], ...]
"""What is called, and all lines of the house that led to it, the innermost first."""


class Faults:
    """Counts the calls of one run, and lets some of them fail."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls: list[Call] = []
        self.sites: set[Site] = set()
        self._counts: dict[str, int] = {}
        self._fails: Callable[[Call], int] = lambda _: 0
        self._is_on = False
        self._ways: list[Way] | None = None
        for name in OS_CALLS:
            patch.setattr(os, name, self._around(f"os.{name}", getattr(os, name)))
        patch.setattr(fcntl, "flock", self._around("fcntl.flock", fcntl.flock))
        opened = self._opened(self._around("open", io.open))
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)

    def run(self, act: Callable[[], Any], fails: Callable[[Call], int]) -> Any:
        """Do something; `fails` says with which number of an error a call does, or zero."""
        self.calls, self._counts, self._fails = [], {}, fails
        self._is_on = True
        try:
            return act()
        finally:
            self._is_on = False

    def different(self, act: Callable[[], Any], fails: Callable[[Call], int]) -> list[Call]:
        """List the calls of a run, of those that one way led to the first and the last."""
        self._ways = []
        try:
            self.run(act, fails)
        except AmjdError:
            pass
        finally:
            ways, self._ways = self._ways, None
        last = dict(zip(ways, self.calls, strict=True))
        first = dict(zip(reversed(ways), reversed(self.calls), strict=True))
        wanted = {*first.values(), *last.values()}
        return [call for call in self.calls if call in wanted]

    def _around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            if self._is_on and (site := _site()):
                self.sites.add(site)
                self._meet(name, given)
            return real(*given, **more)

        return call

    def _meet(self, name: str, given: tuple[Any, ...]) -> None:
        self._counts[name] = self._counts.get(name, 0) + 1
        call = Call(name, self._counts[name])
        self.calls.append(call)
        if self._ways is not None:
            self._ways.append((name, *_led_here()))
        if number := self._fails(call):
            # As the system does, with the name where the call has one.
            named = [one for one in given[:1] if isinstance(one, str | os.PathLike)]
            raise OSError(number, os.strerror(number), *map(str, named))

    def _opened(self, around: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*given: Any, **more: Any) -> Any:
            file = around(*given, **more)
            return _File(file, self._meet) if self._is_on and _site() else file

        return opened


class _File:
    """A file whose reading, writing and closing can fail."""

    def __init__(self, file: Any, meet: Callable[[str, tuple[Any, ...]], None]) -> None:
        self._file, self._meet = file, meet

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        if name not in _OF_FILES:
            return found

        def call(*given: Any) -> Any:
            if name == "close":
                found()  # it is closed, and what was not yet on the disk is lost
                return self._meet("file.close", ())
            self._meet(f"file.{name}", ())
            return found(*given)

        return call

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)


_HOUSE, _TESTS = f"{PACKAGE}{os.sep}", f"{Path(__file__).parent}{os.sep}"


def _site() -> Site | None:
    """Return the innermost line of the house that is at work; none where a test asks by itself."""
    frame = sys._getframe(2)
    while frame:
        file = frame.f_code.co_filename
        if file.startswith(_HOUSE):
            return Site(file.removeprefix(_HOUSE), frame.f_lineno)
        if file.startswith(_TESTS) and file != __file__:
            return None
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _led_here() -> Iterator[tuple[str, int]]:
    frame = sys._getframe(2)
    while frame:
        if frame.f_code.co_filename.startswith(_HOUSE):
            yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]


# How the house asks for it: functions of os and fcntl, and methods that only paths and files have.
_METHODS = {
    "open", "read_bytes", "read_text", "write_bytes", "write_text", "stat", "lstat", "exists",
    "is_file", "is_dir", "is_symlink", "unlink", "mkdir", "rmdir", "iterdir", "glob", "rglob",
    "samefile", "resolve", "touch", "rename", "chmod", "hardlink_to", "symlink_to",
}  # fmt: skip
_OF_PATH = {"lexists", "exists", "isdir", "isfile", "islink", "realpath", "samefile", "getsize"}


def sites(module: Path) -> Iterator[tuple[str, range, str]]:
    """List the calls of a module that touch files: its name, their lines, and what they are."""
    name = str(module.relative_to(PACKAGE))
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _touches(node.func):
            yield name, range(node.lineno, (node.end_lineno or 0) + 1), ast.unparse(node)


def _touches(called: ast.expr) -> bool:
    match called:
        case ast.Name(id="open"):
            return True
        case ast.Attribute(value=ast.Name(id="os"), attr=name):
            return name in OS_CALLS
        case ast.Attribute(value=ast.Name(id="fcntl")):
            return True
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="os"), attr="path"), attr=name):
            return name in _OF_PATH
        case ast.Attribute(attr=name):
            return name in _METHODS
    return False


ERRORS = [
    getattr(errno, name)
    for name in (
        "EPERM", "EOPNOTSUPP", "ENOSYS", "ENOLCK", "EBUSY", "EXDEV", "EROFS", "ESTALE", "EIO",
        "EDQUOT",
    )
]  # fmt: skip
