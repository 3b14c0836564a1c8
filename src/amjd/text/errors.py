"""What can be wrong with input, or was read as something else, as values for its author."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from amjd.text.characters import on_one_line, with_capital
from amjd.text.losses import loses

_LONGEST = 60  # characters of a word that may be another one mistyped


class AmjdError(Exception):
    """Something the user can mend: what is wrong, what to do instead, and the exit code."""

    def __init__(self, message: str, cure: str = "", code: int = 4) -> None:
        """Keep the parts apart; `code` is one of the documented exit codes."""
        super().__init__(f"{message} {cure}".strip())
        self.code = code


class Place(NamedTuple):
    """Where an answer stands: line and column count from 1; an option such as `--set` has none."""

    file: str
    line: int = 0
    column: int = 0

    @property
    def is_option(self) -> bool:
        """Whether an option said so, which stands in no file."""
        return not self.line

    def __str__(self) -> str:
        return self.file if self.is_option else f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing wrong with the answers; problems sort in reading order."""

    place: Place
    field: str
    message: str
    cure: str = ""

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return on_one_line(f"{self.place}: {field}{self.message} {self.cure}".rstrip())


class Reading(NamedTuple):
    """How an answer was read, where its author should know: a field and words about it."""

    field: str
    message: str

    def __str__(self) -> str:
        return on_one_line(f"{self.field}: {self.message}")


def said_once(readings: Iterable[Reading]) -> list[Reading]:
    """Join what there is to tell of each answer to one reading, in which nothing is said twice."""
    told: dict[str, list[str]] = {}
    for field, message in readings:
        told.setdefault(field, []).append(message.rstrip("."))
    return [Reading(field, "; ".join(dict.fromkeys(said))) for field, said in told.items()]


class InvalidAnswersError(AmjdError):
    """Every problem of one answers file at once."""

    def __init__(self, problems: list[Problem]) -> None:
        """Sort the problems by place; the first syntax error, if any, is alone already."""
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)), code=3)


def did_you_mean(word: str, known: list[str]) -> str:
    """Name the known word nearest to a mistyped one: a sentence, or nothing."""
    close = nearest(word, known)
    return f"Did you mean {close}?" if close else ""


def nearest(word: str, known: list[str]) -> str:
    """Return the known word nearest to a mistyped one, or nothing: `not remote` is no mistake."""
    # difflib is loaded here because only a mistake needs it.
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), known, n=1) if len(word) <= _LONGEST else []
    return close[0] if close and not loses(word, close[0], figures=" " in word) else ""


Way = Literal["put", "add", "join", "there"]


class Say(NamedTuple):
    """What a cure says to tell in a field, as in `Say in role.hours how many hours it has`.

    `then` is what to tell besides, in another.
    """

    home: str
    what: str
    then: "Say | None" = None

    def __str__(self) -> str:
        return f"Say in {self.home} {self.what}{_behind(self.then)}."


class Put(NamedTuple):
    """Words that a cure says to put in a field; `then` is what to tell with them in another.

    `before` opens its sentence, and `behind` goes on with it. `way` is how they get there: alone,
    to others, or as one with those that are there, or with the one that is `joined`; `there` are
    words that the field says already, of which only the rest of the sentence is left.
    """

    words: str
    home: str
    before: str = ""
    behind: str = ""
    then: Say | None = None
    way: Way = "put"
    joined: str = ""

    def __str__(self) -> str:
        if self.way == "there":
            rest = self.before.removesuffix(", and"), with_capital(self.behind.lstrip("; "))
            said = [f"{one}." for one in rest if one]
            return " ".join([*said, str(self.then)] if self.then else said)
        verb = f"{self.before} {self.way}" if self.before else self.way.capitalize()
        home = _WAYS[self.way].format(self.home)
        home = f'with "{self.joined}" in {self.home}' if self.joined else home
        return f'{verb} "{self.words}" {home}{self.behind}{_behind(self.then)}.'


_WAYS = {"put": "in {}", "add": "to {}", "join": "with what {} says already"}


def _behind(then: Say | None) -> str:
    return f", and {then.what} in {then.home}" if then else ""


Part = str | Put | Say
"""A sentence of a cure, or what it is made of, so that it can still look at other answers."""


class UnreadableError(ValueError):
    """A text that its field cannot read; `at` names the part that is wrong, such as `min`.

    `cure` tells what to write, and `also` what the cure says besides. `forms` are the texts that it
    says to write, and the field reads each of them; `items` are those of the list that it says to
    write. `rest` is what the forms leave out of what was typed, and another field may take.
    `is_sure` is set where the forms say all of it, whatever words it has.
    """

    def __init__(
        self,
        message: str,
        cure: str,
        at: str = "",
        forms: Iterable[str] = (),
        items: Iterable[str] = (),
        rest: str = "",
        is_sure: bool = False,
        also: Iterable[Part] = (),
    ) -> None:
        """Keep the parts apart; pydantic carries the error to the problem list."""
        super().__init__(f"{message} {cure}")
        self.message, self.cure, self.at = message, cure, at
        self.forms, self.items, self.rest = tuple(forms), tuple(items), rest
        self.is_sure, self.also = is_sure, tuple(also)


def put_instead(words: str, home: str) -> Put:
    """Say to leave an answer empty, and where its words belong."""
    return Put(words, home, "Leave it empty, and")


def or_put_instead(words: str, home: str) -> Put:
    """Say the same behind another cure."""
    return Put(words, home, OR_INSTEAD)


OR_INSTEAD = "Or leave it empty, and"


def write_one_of(forms: Sequence[str], also: str = "") -> str:
    """Write the cure that asks for one of some forms, as in `Write 85000, or 85.00 per hour`."""
    comma = "," if any(form[:1].isdigit() or " " in form for form in forms) else ""
    written = f"{comma} or ".join([*forms, *filter(None, [also])])
    return f"Write {written.removesuffix('.')}."
