"""Which fields a name means: a field's own, its last word, its label, or that of a section."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from amjd.questions import Questions
from amjd.text.characters import bare
from amjd.text.patterns import compile_later


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


def spoken(name: str, fields: Sequence[str], texts: Mapping[str, Collection[str]]) -> list[str]:
    """Return the fields, of some, of which one of their texts has all the words of a name.

    Words that begin so count too: `judge` is in "how the work is judged".
    """
    typed = [word for word in _WORD.findall(name.lower()) if word not in _LEADING]
    if not 0 < len(typed) <= _MOST or min(map(len, typed)) < _FEWEST:
        return []
    stems = [word[:-1] if len(word) > _SHORT and word[-1] in "se" else word for word in typed]
    return [
        field
        for field in fields
        if any(_has_all(stems, _WORD.findall(text.lower())) for text in texts.get(field, ()))
    ]


def _has_all(stems: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each stem begins a word; a short one is a word of its own."""
    return all(
        stem in words or (len(stem) > _FEWEST and any(word.startswith(stem) for word in words))
        for stem in stems
    )


_MOST = 3  # words of a name
_SHORT = 4  # letters of a word that is taken as it is
_WORD = compile_later(r"[^\W_]+")
_LEADING = (
    "how", "what", "who", "when", "where", "is", "are", "do", "does", "will", "the", "a", "an",
    "my", "our", "your", "we", "you", "i", "of", "to", "in", "and", "change", "edit",
)  # fmt: skip


def near(name: str, fields: Sequence[str], questions: Questions) -> str:
    """Return the name that may have been meant, alone or among others; nothing if none is near."""
    names = [of(field).lower() for of in _ways(questions) for field in fields]
    names += [field.split(".")[0] for field in fields]
    typed = name.lower()[:60]
    close = [word for word in typed.split() if word in names]
    close = close or get_close_matches(typed, names, n=1)
    return close[0] if close else ""
