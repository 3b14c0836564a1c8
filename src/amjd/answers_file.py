"""Answers files: YAML in, every answer as text with its place; every problem at once.

The file is read as a stream of YAML events, so nothing is ever constructed, expanded or guessed:
`no`, `08`, `12:30` and `1_000` stay the texts they are, and no alias, tag or depth can do harm.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from amjd.text.characters import printable, quoted, refused
from amjd.text.errors import InvalidAnswersError, Place, Problem, did_you_mean

if TYPE_CHECKING:
    from amjd.answers.fields import Answers
    from amjd.answers.reading import Fault

MAX_BYTES = 1 << 20
MAX_DEPTH = 8
MAX_VALUES = 5_000

_MAX_REFUSED = 100
_HARMLESS = "\u25a1"  # a white square, which stands where a refused character stood
_AGAIN = -1  # no name of a file can be this
_DIRECTIVE = re.compile(r"((?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*)%")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


class Document(NamedTuple):
    """Answers as they were typed, and where each stands.

    `keys` has the place of each name, `values` that of what was typed for it; `problems` are those
    of the text itself.
    """

    name: str
    tree: dict[str, Any]
    keys: dict[Path, Place]
    values: dict[Path, Place]
    problems: list[Problem]


def parse(raw: bytes, name: str) -> Document:
    """Read the bytes of an answers file; `name` stands in problems.

    Raises:
        InvalidAnswersError: the text is no YAML, or more than an answers file may hold.
    """
    document = Document(name, {}, {}, {}, [])
    text = _mark_refused(_decode(raw, name), document)
    if directive := _DIRECTIVE.match(text):
        problem = Problem(_place_after(directive[1], name), "", "has a directive (a line with %).",
                          "Leave the line out.")  # fmt: skip
        raise InvalidAnswersError([problem])
    reader = _Reader(document)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        raise InvalidAnswersError([_syntax_problem(place, error.problem or "")]) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The pure-Python parser lets a code point beyond Unicode through to chr().
        raise InvalidAnswersError([_syntax_problem(reader.place, "")]) from None
    return document


def _decode(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        message = "is larger than an answers file may be."
        raise InvalidAnswersError([Problem(Place(name, 1, 1), "", message, "The limit is 1 MiB.")])
    try:
        return raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raw = raw.removeprefix(BOM_UTF8)
        before = raw[: error.start].decode()
        message = f"is not UTF-8 text (byte 0x{raw[error.start]:02x})."
        if raw.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
            message = "is no text file."
            raise InvalidAnswersError(
                [Problem(Place(name, 1, 1), "", message, "Name an answers file (.yaml).")]
            ) from None
        problem = Problem(_place_after(before, name), "", message, "Save the file as UTF-8.")
        raise InvalidAnswersError([problem]) from None


def _place_after(before: str, name: str) -> Place:
    lines = re.split("\r\n|\r|\n", before)
    return Place(name, len(lines), len(lines[-1]) + 1)


def _mark_refused(text: str, document: Document) -> str:
    """Note each refused character and put a harmless one in its place, so reading can go on."""
    found = list(islice(refused(text), _MAX_REFUSED))
    characters, start, place = list(text) if found else [], 0, Place(document.name, 1, 1)
    for index, character in found:
        _, line, column = _place_after(text[start:index], "")
        column += place.column - 1 if line == 1 else 0
        start, place = index, Place(document.name, place.line + line - 1, column)
        document.problems.append(Problem(place, "", f"holds {character}.", "Take it out."))
        characters[index] = _HARMLESS
    if len(found) == _MAX_REFUSED:
        raise InvalidAnswersError(document.problems)
    return "".join(characters) or text


_CURES = {
    "mapping values are not allowed": 'Put a text that holds ": " in quotes.',
    "found character that cannot start any token": "Put the text in quotes; indent with spaces.",
    "found a tab character": "Indent with spaces.",
    "did not find expected alphabetic": "Put the text in quotes.",
    "found unknown escape character": "Write a backslash twice, or use single quotes.",
    "found unexpected end of stream": "Close the quotes or the bracket.",
    "could not find expected ':'": "Write a colon and a space after the name.",
    "did not find expected key": "Check the indentation and the quotes of the lines above.",
    "did not find expected ',' or": "Close the bracket, or put a text that holds it in quotes.",
    "while scanning a directive": "Leave the line out.",
}


def _syntax_problem(place: Place, said: str) -> Problem:
    cure = next((cure for start, cure in _CURES.items() if said.startswith(start)), "")
    cure = cure or "If the text holds a special sign, put it in quotes."
    return Problem(place, "", f"cannot be read as YAML: {said or 'it is not well formed'}.", cure)


class _Frame(NamedTuple):
    """A mapping or list being read."""

    container: Any
    path: Path
    flow: bool


class _Reader:
    """Builds the tree from events; a stack takes the place of recursion."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mark: Any = yaml.Mark("", 0, 0, 0, None, 0)
        self.frames: list[_Frame] = []
        self.key: str | int | None = None
        self.count = 0
        self.started = False

    def take(self, event: yaml.Event) -> None:
        self.mark = event.start_mark
        if isinstance(event, yaml.NodeEvent):
            self._refuse_machinery(event)
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.key = None
            self.frames.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start()

    @property
    def place(self) -> Place:
        return Place(self.document.name, self.mark.line + 1, self.mark.column + 1)

    def _start(self) -> None:
        if self.started:
            cure = "Put each posting's answers in a file of its own."
            raise self._stop("begins a second document.", cure)
        self.started = True

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise self._stop(f"holds more than {MAX_VALUES:,} values.", "Split the file.")
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.container, dict) and self.key is None:
            self._take_key(event, frame)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, frame)
        elif frame is None:
            if getattr(event, "value", ""):
                raise self._stop("holds no names.", "Write lines such as company: {name: ...}.")
        else:
            path = self._put(frame, getattr(event, "value", ""))
            self.document.values[path] = self.place

    def _take_key(self, event: yaml.NodeEvent, frame: _Frame) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._stop("has a bracket where a name belongs.", "Put the text in quotes.")
        self.key = key = event.value
        path = (*frame.path, key)
        if frame.flow and re.fullmatch(r"\d{3}", key):
            self._explain_comma(frame, key)
        elif _AGAIN in path:
            pass  # what stands under a name given twice is not looked at
        elif path in self.document.keys:
            first = self.document.keys[path].line
            cure = "Keep one of the two."
            self._note(path, f"is given twice (first in line {first}).", cure)
            self.key = _AGAIN
        else:
            self.document.keys[path] = self.place

    def _explain_comma(self, frame: _Frame, key: str) -> None:
        """`{min: 85,000}` is YAML for min: 85 and a second name, 000."""
        before = [str(value) for value in frame.container.values()][-1:] or [""]
        number = f"{before[0]}{key}"
        cure = f'Write {number}, or put "{before[0]},{key}" in quotes.'
        if not any(problem.field == _dotted(frame.path) for problem in self.document.problems):
            self._note(frame.path, "has a comma inside an amount.", cure)

    def _open(self, event: yaml.CollectionStartEvent, frame: _Frame | None) -> None:
        if len(self.frames) >= MAX_DEPTH:
            raise self._stop(f"is nested deeper than {MAX_DEPTH} levels.", "Put texts in quotes.")
        is_list = isinstance(event, yaml.SequenceStartEvent)
        if frame is None:
            if is_list:
                raise self._stop("begins with a list.", "Write lines such as company: {name: ...}.")
            self.frames.append(_Frame(self.document.tree, (), bool(event.flow_style)))
            return
        container: Any = [] if is_list else {}
        path = self._put(frame, container)
        self.document.values[path] = self.place
        self.frames.append(_Frame(container, path, bool(event.flow_style)))

    def _put(self, frame: _Frame, value: Any) -> Path:
        if isinstance(frame.container, list):
            frame.container.append(value)
            return (*frame.path, len(frame.container) - 1)
        key, self.key = "" if self.key is None else self.key, None
        if key != _AGAIN:
            frame.container[key] = value
        return (*frame.path, key)

    def _refuse_machinery(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            what = f"is an alias (*{event.anchor})."
        elif event.anchor is not None:
            what = f"has an anchor (&{event.anchor})."
        elif tag is not None:
            what = f"has a tag ({quoted(tag)})."
        else:
            return
        path = self.frames[-1].path if self.frames else ()
        path = path if self.key is None else (*path, self.key)
        self._note(path, what, "Put the text in quotes, or write it out.")

    def _stop(self, message: str, cure: str) -> InvalidAnswersError:
        problem = Problem(self.place, "", message, cure)
        return InvalidAnswersError([*self.document.problems, problem])

    def _note(self, path: Path, message: str, cure: str) -> None:
        self.document.problems.append(Problem(self.place, _dotted(path), message, cure))


def _dotted(path: Path) -> str:
    return printable(".".join(step for step in path if isinstance(step, str)))


def with_options(document: Document, options: Sequence[str]) -> Document:
    """Lay `FIELD=VALUE` texts over a document; they win, and repeating one makes a list.

    Raises:
        AmjdError: an option is not of that form, or names no field.
    """
    # The models are loaded here because a file can be read, and a question asked, without them.
    from amjd.answers.fields import FIELDS

    given: dict[str, list[str]] = {}
    for option in options:
        field, _, value = option.partition("=")
        given.setdefault(field.strip(), []).append(value)
    for field, values in given.items():
        place = Place(f"--set {printable(field)}")
        if field not in FIELDS and field != "template":
            hint = did_you_mean(field, list(FIELDS)) or "amjd schema lists the fields."
            problem = Problem(place, printable(field), "is no field.", hint)
            document.problems.append(problem)
            continue
        path: Path = tuple(field.split("."))
        _lay(document.tree, path, values if len(values) > 1 else values[0])
        for known in [known for known in document.values if known[: len(path)] == path]:
            del document.values[known]
        document.keys[path] = document.values[path] = place
    return document


def _lay(tree: dict[str, Any], path: Path, answer: Any) -> None:
    for step in path[:-1]:
        if not isinstance(tree.get(str(step)), dict):
            tree[str(step)] = {}
        tree = tree[str(step)]
    tree[str(path[-1])] = answer


def check(
    document: Document,
    templates: list[str],
    allow_blanks: bool = False,
    bullets: Callable[[], Collection[str]] = tuple,
) -> "Answers":
    """Read the answers of a document; `allow_blanks` forgives what is missing, nothing else.

    Raises:
        InvalidAnswersError: with every problem, each at its place.
    """
    # The models are loaded here because a file can be read, and a question asked, without them.
    from amjd.answers.reading import read

    answers, faults, _ = read(document.tree, templates, bullets)
    if allow_blanks:
        faults = [fault for fault in faults if fault.reason != "missing"]
    noted = [problem.field for problem in document.problems if problem.field]
    problems = [_problem(document, fault) for fault in faults if not _follows(fault, noted)]
    if document.problems or problems:
        raise InvalidAnswersError([*document.problems, *problems])
    return answers


def _follows(fault: "Fault", noted: list[str]) -> bool:
    """Whether a fault only repeats a problem that the text itself has."""
    return any(
        f"{fault.field}.".startswith(f"{field}.")
        and (fault.field == field or fault.reason == "missing" or "." in field)
        for field in noted
    )


def _problem(document: Document, fault: "Fault") -> Problem:
    places = document.values if fault.reason == "value" else document.keys
    path = fault.path
    while path and path not in places:
        path = path[:-1]
    place = places.get(path) or Place(document.name, 1, 1)
    cure = _missing_cure(fault.field) if fault.reason == "missing" else fault.cure
    return Problem(place, printable(fault.field), fault.message, cure)


def _missing_cure(field: str) -> str:
    # The questions are loaded here because only a problem needs their words.
    from amjd.flow import questions

    question = questions()[field]
    if [choice.value for choice in question.choices] == ["yes", "no"]:
        return f"{question.question} Write yes or no."
    return f"{question.question} For example: {question.example_text.rstrip('.')}."
