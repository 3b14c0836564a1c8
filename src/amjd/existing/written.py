"""The answers file of a posting that exists: each answer with the line and the words it is from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from amjd.existing.found import NOWHERE, Found, Typed
from amjd.review.posting import Posting, Words
from amjd.sources.yaml_edit import scalar
from amjd.text.characters import printable_line

_MOST = 100  # characters of the words behind an answer; more only make the file hard to read


def as_yaml(posting: Posting, found: Sequence[Found], needed: Sequence[str] = ()) -> str:
    """Write answers in the order in which they are given, section by section."""
    head = f"# What {printable_line(posting.name)} says, as amjd read it; the rest is left open."
    lines = [head, *sections(found, posting)]
    if needed:
        lines += ["", f"# Needed, and not said: {', '.join(needed)}"]
    return "\n".join(lines) + "\n"


def sections(found: Sequence[Found], posting: Posting | None = None) -> Iterator[str]:
    """Write answers as lines of YAML; behind each stands where it is from in a posting."""
    for section, answers in groupby(found, lambda one: one.field.rpartition(".")[0]):
        yield ""
        if section:
            yield f"{section}:"
        for one in answers:
            yield from _answer(posting, one, "  " if section else "")


def _answer(posting: Posting | None, one: Found, indent: str) -> Iterator[str]:
    name = one.field.rpartition(".")[2]
    if isinstance(one.typed, str | Mapping):
        yield f"{indent}{name}: {_value(one.typed)}{_from(posting, one.words)}"
        return
    yield f"{indent}{name}:"
    for item in one.typed:
        yield f"{indent}  - {scalar(item.text)}{_from(posting, item.words)}"


def _value(typed: Typed) -> str:
    if isinstance(typed, Mapping):
        return "{" + ", ".join(f"{end}: {amount}" for end, amount in typed.items()) + "}"
    assert isinstance(typed, str)
    return scalar(typed)


def _from(posting: Posting | None, words: Words) -> str:
    """Say in a comment where an answer is from; no word of a stranger ends the comment."""
    if posting is None or words == NOWHERE:
        return ""
    said = posting.said(words).strip()
    line, _ = posting.place(words.start)
    part = said if len(said) <= _MOST else said[:_MOST].rpartition(" ")[0] or said[:_MOST]
    return f'  # from line {line}: "{printable_line(part)}"{" ..." * (part != said)}'
