"""Where the data is: inside the wheel, or beside `src` in a checkout."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder of that name (`templates`, `prompts`, `examples` or `rules`)."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def files(folder: Path, ending: str) -> list[Path]:
    """List the files of that ending, such as `.md`, in a folder; an OSError names it."""
    # A glob would pass over what the system refuses to list.
    names = os.listdir(folder)  # noqa: PTH208
    return [folder / name for name in sorted(names) if name.endswith(ending)]


def content(path: Path) -> bytes:
    """Read a file; an OSError names it, which the system does not where reading has begun."""
    try:
        return path.read_bytes()
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def table(name: str) -> list[list[str]]:
    """Read the rows of a table in `data`, without its remarks; an OSError names it."""
    text = content(folder("data") / f"{name}.tsv").decode()
    return [row.split("\t") for row in text.splitlines() if not row.startswith("#")]
