"""Answers in small letters where a posting begins a name or a sentence, and how they are raised.

Nobody's words are changed unasked: the review says it once, and raises them for whoever wants.
"""

from collections.abc import Iterator, Mapping

from amjd.interview.kept import Kept
from amjd.sources.sheet import Answer

# Where an answer stands alone: as a name, as the beginning of a line, as a sentence. What stands
# behind a colon, or is a thing among others, may begin small.
_NAMES = ("company.name", "role.title")
_PERSONS = ("role.owner", "apply.contact")
_LINES = ("company.more", "role.duties", "role.required", "role.preferred", "apply.steps")
_SENTENCES = ("company.about", "role.opening", "role.training", "company.equal_opportunity")

_SUBJECTS = ("we", "our", "i", "you", "it", "they", "this", "these", "there")
_JOINTS = ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to")
_SHORT = ("llc", "llp", "plc", "uk", "us", "usa")


def raised(kept: Kept) -> Mapping[str, Answer]:
    """Return what would begin with capitals, by its field; nothing where all of it does."""
    found: dict[str, Answer] = {}
    for field, answer in _raised(kept):
        is_same = answer in (kept.current(field), kept.items(field))
        if not is_same and kept.answers()[field] is not None:
            found[field] = answer
    return found


def _raised(kept: Kept) -> Iterator[tuple[str, Answer]]:
    yield from ((field, as_name(kept.current(field))) for field in _NAMES)
    yield "role.location", as_place(kept.current("role.location"))
    for field in _PERSONS:
        name, comma, rest = kept.current(field).partition(",")
        # Without a comma it may be a position.
        yield field, f"{as_name(name)}{comma}{rest}" if comma else name
    for field in _SENTENCES:
        text = kept.current(field)
        # What is no sentence stands behind a colon.
        yield field, _begun(text) if text.partition(" ")[0] in _SUBJECTS else text
    for field in _LINES:
        yield field, [_begun(item) for item in kept.items(field)]


def as_name(text: str) -> str:
    """Begin the words of a name with capitals, unless somebody has thought of capitals."""
    if text != text.lower():
        return text
    words = text.split(" ")
    return " ".join(_word(word, is_first=not at) for at, word in enumerate(words))


def as_place(text: str) -> str:
    """Begin the parts of an address with capitals; a state of two letters has two."""
    *towns, last = text.split(", ")
    return ", ".join([*map(as_name, towns), last.upper() if len(last) == 2 else as_name(last)])


def _word(word: str, *, is_first: bool) -> str:
    if word.strip(".,") in _SHORT:
        return word.upper()
    return word if word in _JOINTS and not is_first else _begun(word)


def _begun(text: str) -> str:
    """Begin with a capital, unless the first word holds one, as in `eBay`, or a figure."""
    first = text.partition(" ")[0]
    is_small = first.islower() and not any(map(str.isdigit, first))
    return text[:1].upper() + text[1:] if is_small else text
