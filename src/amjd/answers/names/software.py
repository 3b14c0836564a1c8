"""Names of software, from `data/software.tsv`: what each is, and where it has its capitals."""

from functools import cache
from typing import Literal, NamedTuple

from amjd import resources


class Software(NamedTuple):
    """One product, by all its `names` as its maker writes them.

    A `kind` of "-" tells of no tool by its name alone; some names are an English word as well.
    Small letters are raised everywhere, where tools are named and something is done in them, only
    where tools are named, or nowhere (`raised`). What is `typed` stands for the first name.
    """

    names: tuple[str, ...]
    kind: Literal["crm", "tool", "-"]
    is_word: bool
    raised: Literal["everywhere", "used", "tools", "-"]
    typed: tuple[str, ...] = ()


@cache
def software() -> tuple[Software, ...]:
    """Read the table; an OSError names it."""
    return tuple(_product(*row) for row in resources.table("software"))


def _product(
    name: str, kind: str, word: str, raised: str, others: str = "", typed: str = ""
) -> Software:
    names, short = ((*filter(None, text.split("; ")),) for text in (others, typed))
    return Software((name, *names), kind, word == "word", raised, short)  # type: ignore[arg-type]
