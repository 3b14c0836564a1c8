"""One run of `amjd check`: each file in its turn; an unreadable one does not stop the rest."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import quote

from amjd import __version__
from amjd.cli.deliver import as_json
from amjd.cli.options import open_catalog, open_questions, open_rules, say
from amjd.cli.said import doubt
from amjd.files.streams import write_stdout
from amjd.files.targets import Target, refuse_one_file
from amjd.files.whole import read_bytes
from amjd.review import report, sarif
from amjd.review.findings import Around, Doubted
from amjd.review.ignores import ignores_in, ignores_of
from amjd.review.posting import Posting
from amjd.review.readers import opened
from amjd.review.reviewer import Review, review
from amjd.review.rules import LEGAL, LEVELS, Level, Rules, at_least
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.documents.doubts import Doubt
    from amjd.sources.sheet import Sheet


class Reviewing(NamedTuple):
    """What holds for every file of one run; `level` is the least that makes exit code 1."""

    around: Around
    level: Level
    form: Literal["text", "json", "sarif"]
    every: bool


class _Reviewed(NamedTuple):
    name: str
    kind: str
    review: Review


def check_all(names: list[str], run: Reviewing) -> int:
    """Review files and print what was found; return the exit code: 4 beats 3 beats 1.

    Raises:
        AmjdError: what is found would be added to one of them (code 2).
    """
    _refuse_own(names)
    rules = open_rules()
    files: list[_Reviewed] = []
    failures: list[str] = []
    codes = [0]
    for name in names:
        try:
            files.append(_review(name, rules, run.around))
            codes.append(_code(files[-1].review, run.level))
        except AmjdError as error:
            say(str(error))
            failures.append(str(error))
            codes.append(error.code)
    if run.form == "text":
        _print_texts(files, run.every)
    elif run.form == "json":
        values = [report.as_values(*one) for one in files]
        write_stdout(as_json({"version": 1, "files": values, "counts": _counts(values)}))
    else:
        seen = [(_uri(one.name), one.review) for one in files]
        said = sarif.Run(__version__, seen, failures, max(codes))
        write_stdout(as_json(sarif.as_sarif(said, rules)))
    return max(codes)


def _refuse_own(names: list[str]) -> None:
    for name in names:
        try:
            refuse_one_file(
                [name], [[Target("", None)]], "the file that is reviewed", "Send it somewhere else."
            )
        except AmjdError as error:
            if error.code == 2:  # a file that is not to be found is told of in its turn
                raise


def _print_texts(files: Sequence[_Reviewed], every: bool) -> None:
    texts: list[str] = []
    for one in files:
        texts += [*report.as_text(printable(one.name), one.review, every), LEGAL, ""]
    if texts:
        write_stdout(("\n".join(texts).rstrip("\n") + "\n").encode())


def _uri(name: str) -> str:
    """Name a file as a URI, from the current folder on where it is in it."""
    path = Path(name)
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return path.as_uri()
    near = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return quote(near.as_posix(), errors="surrogateescape")


def _review(name: str, rules: Rules, around: Around) -> _Reviewed:
    content = read_bytes(name, opened.limit(name))
    if opened.is_answers(name, content):
        return _Reviewed(name, "answers", of_answers(name, content, rules, around))
    posting = opened.read(name, content)
    text = "" if content.startswith((b"PK", b"%PDF")) else opened.decoded(name, content)
    ignored = ignores_in(printable(name), text, rules)
    here = around._replace(is_short=_is_short(posting))
    return _Reviewed(name, "posting", review(posting, rules, here, ignored))


_SHORT = 200  # words: its own 150, and some that were added by hand


def _is_short(posting: Posting) -> bool:
    """Whether a posting is known as a short form of ours."""
    if len(posting.text.split()) > _SHORT:
        return False
    # No longer posting needs the templates.
    from amjd.existing.ours import briefly_known

    return briefly_known(posting, open_catalog("short")) is not None


def of_answers(name: str, content: bytes, rules: Rules, around: Around) -> Review:
    """Draft the answers and review the posting; what is missing is a problem as in draft."""
    # Reading a posting loads neither YAML's answers nor the templates.
    from amjd.cli.reviewed import of_drafted
    from amjd.documents.draft import draft
    from amjd.sources.checked import check
    from amjd.sources.yaml_file import parse

    sheet = parse(content, printable(name))
    catalog, questions = open_catalog(), open_questions()
    ignored = ignores_of(sheet, rules)
    answers, _ = check(sheet, catalog.ids, questions, bullets=catalog.names)
    made = draft(catalog, questions, answers)
    doubts = tuple(_doubted(sheet, one) for one in made.doubts if one.kind not in _FOUND_BY_RULES)
    return of_drafted(sheet, made, rules, around._replace(doubts=doubts), ignored)


# Rules find these too, whoever wrote the posting.
_FOUND_BY_RULES = ("measures", "duties", "musts", "pronoun")


def _doubted(sheet: "Sheet", found: "Doubt") -> Doubted:
    place = sheet.place(found.field)
    line, column = (place.line, place.column) if place and place.line else (1, 1)
    return Doubted(line, column, doubt(found))


def _code(found: Review, least: Level) -> int:
    return int(any(one.level in at_least(least) and one.ignored is None for one in found.findings))


def _counts(files: list[dict[str, Any]]) -> Mapping[str, int]:
    levels = [one["level"] for file in files for one in file["findings"] if one["ignored"] is None]
    return {level: levels.count(level) for level in LEVELS}
