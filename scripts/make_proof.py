"""Make `docs/proof.md`: what other programs read of our files, for every template and example.

    python scripts/make_proof.py

Needs what `TOOLS` names, which no part of the project depends on. `tests/test_proof.py` says when
the page is older than what it tells of.
"""

import datetime
import hashlib
import html
import importlib.metadata
import importlib.util
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from amjd.answers.fields import Answers
from amjd.documents.catalog import Catalog
from amjd.documents.document import Bullets, Document, Facts, Heading, Paragraph, Run, runs_of
from amjd.documents.draft import Drafted, draft
from amjd.formats import FORMATS
from amjd.questions import Questions
from amjd.sources.checked import check
from amjd.sources.yaml_file import parse

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "proof.md"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
KINDS = {
    "posting": Catalog([ROOT / "templates" / "posting"]),
    "short": Catalog([ROOT / "templates" / "short"]),
}
QUESTIONS = Questions(ROOT / "prompts")
DAY = datetime.date(2026, 12, 1)
CHECK = ROOT / "tests" / "structured_data" / "check.mjs"
TOOLS = {
    "pandoc": "apt-get install pandoc",
    "soffice": "apt-get install libreoffice-writer",
    "pdftotext": "apt-get install poppler-utils",
    "chromium": "apt-get install chromium",
    "mammoth": "pip install mammoth",
    "node": "apt-get install nodejs npm; cd tests/structured_data && npm install",
}
# Google's rules ask for these too, which no posting says.
NOT_OURS = {"identifier", "directApply", "jobLocationType", "applicantLocationRequirements"}


class Posting(NamedTuple):
    """One document: of an example, in a template, whole or short."""

    kind: str
    template: str
    example: str
    drafted: Drafted

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.template}-{self.example}"

    def facts(self, format_: str) -> list[str]:
        """List the answers it shows, in the order in which that format has them."""
        runs = [run for run in runs_of(self.drafted.document.blocks) if run.field]
        texts = [run.text for run in runs]
        # In Word the company stands above the title.
        is_apart = format_ == "docx" and runs[1].field == "company.name" and len(runs[1].text)
        return [texts[1], texts[0], *texts[2:]] if is_apart else texts


class Reader(NamedTuple):
    """A program that reads one format; `read` gives the text of each file, in their order.

    `loses` says what is in its own nature not to find.
    """

    name: str
    format: str
    read: Callable[[Sequence[Path]], Iterable[str]]
    loses: str = ""


class Result(NamedTuple):
    """What one reader found of one posting."""

    reader: Reader
    posting: Posting
    missing: list[str]
    facts: int


def postings() -> list[Posting]:
    """Draft every example in every template, whole and short."""
    found = []
    for path in EXAMPLES:
        answers, _ = check(parse(path.read_bytes(), path.name), KINDS["posting"].ids, QUESTIONS)
        for kind, catalog in KINDS.items():
            for template in catalog.ids:
                drafted = draft(catalog, QUESTIONS, answers, template)._replace(posted=DAY)
                found.append(Posting(kind, template, path.stem, drafted))
    return found


def missing(facts: Iterable[str], text: str) -> list[str]:
    """Return the facts that do not stand in a text, or not in their order.

    Space, capitals and the form of a letter do not count: a reader breaks lines as it likes.
    """
    rest, gone = _plain(text), []
    for fact in facts:
        _, found, after = rest.partition(_plain(fact))
        if found:
            rest = after
        else:
            gone.append(fact)
    return gone


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def stamp() -> str:
    """Return a mark of what the formats write today of one document, with every kind of block."""
    run, blank = Run("Acme & Co", field="company.name"), Run("[Base pay]", "blank")
    link = Run("a@b.example", link="mailto:a@b.example", field="apply.email")
    blocks = (
        Heading(1, (Run("Boss", field="role.title"),)), Paragraph((run,)),
        Facts((("Pay", (blank,)), ("Start", (Run("May"),)))), Heading(2, (Run("You"),)),
        Heading(3, (Run("We"),)), Paragraph((run, Run(" row."))), Bullets(((link,), (run, blank))),
    )  # fmt: skip
    drafted = Drafted(Document("Boss", "Acme & Co", blocks), Answers(), "standard", posted=DAY)
    mark = hashlib.sha256()
    for name, one in FORMATS.items():
        mark.update(name.encode() + _parts(one.writer()(drafted)))
    return mark.hexdigest()[:16]


def _parts(content: bytes) -> bytes:
    """Return what is in a file, however its parts were packed."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(name.encode() + package.read(name) for name in package.namelist())


# -- readers


def _run(*command: object) -> str:
    return subprocess.run(
        list(map(str, command)), check=True, capture_output=True, encoding="utf-8"
    ).stdout


def _pandoc(files: Sequence[Path]) -> Iterator[str]:
    kinds = {".docx": "docx", ".md": "commonmark", ".html": "html"}
    for file in files:
        yield _run("pandoc", "-f", kinds[file.suffix], "-t", "plain", "--wrap=none", file)


def _libreoffice(files: Sequence[Path]) -> Iterator[str]:
    folder = files[0].parent
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *files)
    return (_run("pdftotext", file.with_suffix(".pdf"), "-") for file in files)


def _mammoth(files: Sequence[Path]) -> Iterator[str]:
    mammoth = importlib.import_module("mammoth")
    for file in files:
        with file.open("rb") as content:
            yield _stripped(mammoth.convert_to_html(content).value)


def _printed(files: Sequence[Path]) -> Iterator[str]:
    for file in files:
        pdf = file.with_suffix(".pdf")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        _run("chromium", *flags, f"--print-to-pdf={pdf}", file.as_uri())
        yield _run("pdftotext", pdf, "-")


def _stripped(text: str) -> str:
    """Take out every tag, and all but single spaces, as the plainest form does."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _form(files: Sequence[Path]) -> Iterator[str]:
    return (_stripped(file.read_text("utf-8")) for file in files)


def _plain_form(files: Sequence[Path]) -> Iterator[str]:
    return (" ".join(file.read_text("utf-8").split()) for file in files)


def _google(files: Sequence[Path]) -> Iterator[str]:
    """Read the data from a page; where Google's rules are not kept, nothing of it counts."""
    pages = {file.with_suffix(".page.html"): file.read_text("utf-8") for file in files}
    for page, data in pages.items():
        page.write_text(f'<title>x</title><script type="application/ld+json">{data}</script>')
    found = json.loads(_run("node", CHECK, *pages))
    for page, data in pages.items():
        posting = json.loads(data)
        warned = set(found[str(page)]["WARNING"]) - NOT_OURS
        # Applications that are read as they come have no last day.
        is_bad = found[str(page)]["ERROR"] or warned - {"validThrough"}
        yield "" if is_bad else _stripped(posting["description"])


_HYPHEN = "pdftotext takes a number that breaks at its hyphen, where a line ends, for a broken word"
READERS = [
    Reader("pandoc", "md", _pandoc),
    Reader("pandoc", "docx", _pandoc),
    Reader("LibreOffice, printed, and pdftotext", "docx", _libreoffice, _HYPHEN),
    Reader("mammoth", "docx", _mammoth),
    Reader("pandoc", "html", _pandoc),
    Reader("Chromium, printed, and pdftotext", "html", _printed, _HYPHEN),
    Reader("a form that takes out every tag and line", "paste", _form),
    Reader("a form that takes out every line", "txt", _plain_form),
    Reader("Google's rules for job postings", "json", _google),
]


def read_all(made: Sequence[Posting]) -> Iterator[Result]:
    """Write each posting in each format, and let each reader look for its facts."""
    for reader in READERS:
        write = FORMATS[reader.format].writer()
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / f"{one.name}.{FORMATS[reader.format].ending}" for one in made]
            for file, one in zip(files, made, strict=True):
                file.write_bytes(write(one.drafted))
            for one, text in zip(made, reader.read(files), strict=True):
                facts = one.facts(reader.format)
                yield Result(reader, one, missing(facts, text), len(facts))


# -- the page


def page(results: Sequence[Result]) -> str:
    """Write the page."""
    made = list(dict.fromkeys(one.posting.name for one in results))
    return "\n".join([
        "# What other programs read of our files\n",
        "Made by `python scripts/make_proof.py`, which no person edits after it.\n",
        f"Every example in `examples/` was drafted in every template, whole and short: {len(made)}"
        " documents. A fact is an answer where a document shows it. Each program looked for all"
        " facts, one behind the other; spaces, line breaks and capitals did not count.\n",
        *_by_reader(results), "",
        *(line for kind in KINDS for line in _by_template(kind, results)),
        "## What was not found\n", *(list(_gone(results)) or ["Nothing."]), "",
        "## With what\n", *_versions(), "", f"<!-- {stamp()} -->", "",
    ])  # fmt: skip


def _share(results: Sequence[Result]) -> str:
    facts = sum(one.facts for one in results)
    found = facts - sum(len(one.missing) for one in results)
    # Rounded down: one that is not found is no 100%.
    return f"{1000 * found // facts / 10:.1f}%".replace(".0%", "%")


def _by_reader(results: Sequence[Result]) -> Iterator[str]:
    yield "| `-f` | read by | documents | facts | found in order |"
    yield "|---|---|---|---|---|"
    for reader in READERS:
        own = [one for one in results if one.reader == reader]
        facts = sum(one.facts for one in own)
        yield f"| `{reader.format}` | {reader.name} | {len(own)} | {facts:,} | {_share(own)} |"


HEADINGS = {"posting": "## The posting\n", "short": "## The short form\n"}


def _by_template(kind: str, results: Sequence[Result]) -> Iterator[str]:
    """Give the share of the facts of each document that all readers together found."""
    names = [path.stem for path in EXAMPLES]
    yield HEADINGS[kind]
    yield "What all programs together found of the facts of each document:\n"
    yield f"| template | {' | '.join(f'example {name}' for name in names)} |"
    yield "|---|" + "---|" * len(names)
    for template in KINDS[kind].ids:
        cells = []
        for name in names:
            own = [one for one in results if one.posting[:3] == (kind, template, name)]
            cells.append(_share(own))
        yield f"| {template} | {' | '.join(cells)} |"
    yield ""


def _gone(results: Sequence[Result]) -> Iterator[str]:
    """Say what each reader did not find, in how many documents, and why not."""
    for reader in READERS:
        own = [one for one in results if one.reader == reader and one.missing]
        for fact in dict.fromkeys(fact for one in own for fact in one.missing):
            count = sum(fact in one.missing for one in own)
            where = f"`{reader.format}`, {reader.name}, in {count} of them"
            yield f"- {where}: `{fact}`. {reader.loses}."


def _versions() -> Iterator[str]:
    commands = {
        "pandoc": ["pandoc", "--version"], "LibreOffice": ["soffice", "--version"],
        "Chromium": ["chromium", "--version"], "Node": ["node", "--version"],
    }  # fmt: skip
    for name, command in commands.items():
        version = re.search(r"\d[\w.+-]*", _run(*command))
        yield f"- {name} {version[0] if version else ''}"
    yield f"- mammoth {importlib.metadata.version('mammoth')}"
    packages = json.loads((CHECK.parent / "package.json").read_text("utf-8"))["dependencies"]
    yield from (f"- {name} {version}" for name, version in packages.items())


def absent() -> list[str]:
    """List what the script needs and does not find, with how to have it."""
    found = {name for name in TOOLS if shutil.which(name)}
    if importlib.util.find_spec("mammoth"):
        found.add("mammoth")
    if not (CHECK.parent / "node_modules").is_dir():
        found.discard("node")
    return [f"{name}: {how}" for name, how in TOOLS.items() if name not in found]


def main() -> None:
    """Make the page, or say what is needed for it."""
    if lacking := absent():
        sys.exit("\n".join(["This needs programs that are not here:", *lacking]))
    PAGE.write_text(page(list(read_all(postings()))), "utf-8")


if __name__ == "__main__":
    main()
