"""Make the README's pictures: a drafted posting, and the first questions of the interview.

    python scripts/make_pictures.py

Needs LibreOffice (`soffice`), poppler (`pdftoppm`) and the `dev` extra.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
AMJD = f"{sys.executable} -m amjd"
COLUMNS, LINES = 84, 30
# What is typed at each question of the picture.
ANSWERS = {
    "your company called": "Tidewater Linen\r",
    "What do you do": "We wash and deliver linen for 120 inns on the coast.\r",
    "carry a sales quota": "2\r",
    "true of this job": " \r",
    "Would you train": "1\r",
    "Who looks after": "me\r",
}


def picture_posting(folder: Path) -> None:
    """Draw the first page of the standard example as Word would show it."""
    example = ROOT / "examples" / "standard.yaml"
    draft = f"{AMJD} draft {example} --quiet --output {folder}/posting.docx"
    subprocess.run(draft.split(), check=True)
    convert = f"soffice --headless --convert-to pdf --outdir {folder} {folder}/posting.docx"
    subprocess.run(convert.split(), check=True, stdout=subprocess.DEVNULL)
    draw = f"pdftoppm -r 90 -singlefile -png {folder}/posting.pdf {DOCS}/posting"
    subprocess.run(draw.split(), check=True)


def picture_interview(folder: Path) -> None:
    """Record the terminal at the choice of the posting."""
    screen = _Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    child = pexpect.spawn(
        f"{AMJD} new", cwd=folder, dimensions=(LINES, COLUMNS), encoding="utf-8", timeout=20
    )
    child.logfile_read = recording = io.StringIO()
    for shown, keys in ANSWERS.items():
        child.expect(shown)
        child.expect(pexpect.TIMEOUT, timeout=1)
        child.send(keys)
    child.expect("Which posting")
    child.expect(pexpect.TIMEOUT, timeout=1)
    stream.feed(recording.getvalue())
    child.close(force=True)
    console = Console(record=True, width=COLUMNS, file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    for number in range(LINES):
        console.print(_row(screen, number), no_wrap=True)
    console.save_svg(str(DOCS / "interview.svg"), title="amjd new")


class _Screen(pyte.Screen):
    """A screen that draws in grey what is faint, which pyte does not know."""

    def select_graphic_rendition(self, *attributes: int) -> None:
        super().select_graphic_rendition(*(90 if one == 2 else one for one in attributes))


def _row(screen: pyte.Screen, number: int) -> Text:
    row = Text()
    for column in range(COLUMNS):
        cell = screen.buffer[number][column]
        color = "" if cell.fg == "default" else cell.fg.replace("brightblack", "bright_black")
        row.append(cell.data, f"{'bold ' if cell.bold else ''}{color}".strip())
    row.rstrip()
    return row


def main() -> None:
    """Make both."""
    with tempfile.TemporaryDirectory() as folder:
        picture_posting(Path(folder))
        picture_interview(Path(folder))


if __name__ == "__main__":
    main()
