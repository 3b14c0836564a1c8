"""Texts and lists of texts, as they were typed."""

from amjd.answers.kinds import Context, Kind, as_typed, list_of
from amjd.answers.shapes import list_schema, text_schema
from amjd.text.characters import fold, refused
from amjd.text.errors import UnreadableError

MAX_TEXT = 20_000


def read_text(value: object, _: Context | None = None) -> str:
    """Read one text: trimmed, inner white space folded, nothing else changed."""
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "names and values"
        raise UnreadableError(f"is {shape} where a text belongs.", "Put the text in quotes.")
    for index, name in refused(value):
        raise UnreadableError(f"holds {name} at character {index + 1}.", "Take it out.")
    if len(value) > MAX_TEXT:
        raise UnreadableError(f"has {len(value):,} characters.", f"Write at most {MAX_TEXT:,}.")
    return fold(value)


def _read_item(value: object, context: Context) -> str:
    if isinstance(value, dict):
        raise UnreadableError(
            "is read as a name and a value, because of its colon.", "Put it in quotes."
        )
    return read_text(value, context)


def _one_to_eight(items: list[str]) -> list[str]:
    if len(items) > 8:
        raise UnreadableError(f"has {len(items)} items.", "Keep the five that matter most.")
    return items


def up_to_words(most: int) -> Kind:
    """Make the kind of a short text, which stands inside sentences."""

    def read(value: object, context: Context) -> str:
        text = read_text(value, context)
        if len(text.split(" ")) > most:
            raise UnreadableError(f"has more than {most} words.", f"Write at most {most}.")
        return text

    return Kind(read, as_typed, text_schema())


TEXT = Kind(read_text, as_typed, text_schema())
_ITEM = Kind(_read_item, as_typed, text_schema())
TEXTS = list_of(_ITEM, list_schema())
UP_TO_EIGHT = list_of(_ITEM, list_schema(most=8), _one_to_eight)
