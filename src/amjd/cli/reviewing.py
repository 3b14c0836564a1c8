"""One run of `amjd check`: each file in its turn; an unreadable one does not stop the rest."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from amjd import resources
from amjd.cli.deliver import as_json
from amjd.cli.options import open_catalog, open_questions, say
from amjd.cli.said import doubt
from amjd.files.streams import write_stdout
from amjd.files.whole import read_bytes
from amjd.review import report
from amjd.review.findings import Around, Doubted
from amjd.review.ignores import ignores_in, ignores_of
from amjd.review.readers import opened
from amjd.review.reviewer import Review, review
from amjd.review.rules import LEVELS, Level, Rules
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.documents.doubts import Doubt
    from amjd.sources.sheet import Sheet


class Reviewing(NamedTuple):
    """What holds for every file of one run; `level` is the least that makes exit code 1."""

    around: Around
    level: Level
    as_json: bool
    every: bool


class _Reviewed(NamedTuple):
    kind: str
    review: Review


def check_all(names: list[str], run: Reviewing) -> int:
    """Review files and print what was found; return the exit code: 4 beats 3 beats 1."""
    rules = Rules(resources.folder("rules"))
    files: list[dict[str, Any]] = []
    texts: list[str] = []
    codes = [0]
    for name in names:
        try:
            kind, found = _review(name, rules, run.around)
        except AmjdError as error:
            say(str(error))
            codes.append(error.code)
            continue
        codes.append(_code(found, run.level))
        if run.as_json:
            files.append(report.as_values(name, kind, found))
        else:
            texts += [*report.as_text(printable(name), found, run.every), report.LEGAL, ""]
    if run.as_json:
        write_stdout(as_json({"version": 1, "files": files, "counts": _counts(files)}))
    elif texts:
        write_stdout(("\n".join(texts).rstrip("\n") + "\n").encode())
    return max(codes)


def _review(name: str, rules: Rules, around: Around) -> _Reviewed:
    content = read_bytes(name, opened.limit(name))
    if opened.is_answers(name):
        return _Reviewed("answers", of_answers(name, content, rules, around))
    posting = opened.read(name, content)
    text = "" if content.startswith(b"PK") else opened.decoded(name, content)
    ignored = ignores_in(printable(name), text, rules)
    return _Reviewed("posting", review(posting, rules, around, ignored))


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
    steps = tuple(found.field.split("."))
    place = sheet.values.get(steps) or sheet.keys.get(steps)
    line, column = (place.line, place.column) if place and place.line else (1, 1)
    return Doubted(line, column, doubt(found))


def _code(found: Review, least: Level) -> int:
    bad = LEVELS[: LEVELS.index(least) + 1]
    return int(any(one.level in bad and one.ignored is None for one in found.findings))


def _counts(files: list[dict[str, Any]]) -> Mapping[str, int]:
    levels = [one["level"] for file in files for one in file["findings"] if one["ignored"] is None]
    return {level: levels.count(level) for level in LEVELS}
