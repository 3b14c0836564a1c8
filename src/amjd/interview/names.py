"""Which fields a name means: a field's own, its last word, its label, or that of a section."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from amjd.questions import Questions
from amjd.text.characters import bare


def named(name: str, fields: Sequence[str], questions: Questions) -> list[str]:
    """Return the fields, of some, that a name means; nothing if it is no name of theirs.

    A last word that several have means the first of them.
    """
    for of in _ways(questions):
        if found := [field for field in fields if bare(of(field)) == bare(name)]:
            return found[:1]
    return _section(name, fields, questions)


def begun(name: str, fields: Sequence[str], questions: Questions) -> list[str]:
    """Return the only field of some whose name or label begins with what was typed, if one does."""
    typed = bare(name)
    found = [
        field
        for field in fields
        if any(bare(of(field)).startswith(typed) for of in _ways(questions))
    ]
    return found if len(found) == 1 and len(typed) >= _FEWEST else []


_FEWEST = 3  # letters of a name that was only begun


def _ways(questions: Questions) -> Iterator[Callable[[str], str]]:
    yield str
    yield _last
    yield lambda field: questions[field].label


def _last(field: str) -> str:
    return field.split(".")[-1]


def _section(name: str, fields: Sequence[str], questions: Questions) -> list[str]:
    """Return the fields of a section by its name in the file, or by its title."""
    if found := [field for field in fields if field.split(".")[0] == name.lower()]:
        return found
    for section in questions.sections:
        if bare(section.title) == bare(name):
            own = {question.field for question in section.questions}
            return [field for field in fields if field in own]
    return []


def near(name: str, fields: Sequence[str], questions: Questions) -> str:
    """Return the name that may have been meant, alone or among others; nothing if none is near."""
    names = [of(field).lower() for of in _ways(questions) for field in fields]
    names += [field.split(".")[0] for field in fields]
    typed = name.lower()[:60]
    close = [word for word in typed.split() if word in names]
    close = close or get_close_matches(typed, names, n=1)
    return close[0] if close else ""
