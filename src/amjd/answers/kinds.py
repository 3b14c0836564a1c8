"""A kind of answer: how a typed text is read, how its value is shown, and what the schema says.

Each kind is one value, which a field is declared with; amounts, dates and addresses have modules of
their own. A reader takes the text of a file, an option or a prompt alike, and raises
`UnreadableError` for what it cannot read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema

from amjd.answers.conditions import Shown
from amjd.text.characters import fold, quoted, refused
from amjd.text.errors import UnreadableError, did_you_mean

MAX_TEXT = 20_000
MAX_ITEMS = 200


class Context(NamedTuple):
    """What answers are read beside.

    `currency` is that of the amounts, None where it could not be read, and then matches any sign;
    `templates` are the ids that there are.
    """

    currency: str | None = "USD"
    templates: tuple[str, ...] = ()


class Locale(NamedTuple):
    """What the looks of values depend on."""

    currency: str = "USD"


Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """One kind of answer; pydantic takes it whole, as the metadata of a field.

    `read` turns what was typed into a value, `show` a value into what a posting has of it, and
    `schema` describes what a YAML reader makes of it. `choices` are all the answers there are,
    where they are a closed list; `many` says that the answer is a list; `link` is what an answer
    that can be followed begins with as a link, such as `mailto:`.
    """

    read: Callable[[object, Context], Any]
    show: Callable[[Any, Locale], Shown]
    schema: Schema
    choices: tuple[str, ...] = ()
    many: bool = False
    link: str | None = None

    def core_schema(self) -> CoreSchema:
        """Tell pydantic to read with `read`."""

        def read(value: object, info: ValidationInfo) -> Any:
            return self.read(value, info.context or Context())

        return core_schema.with_info_plain_validator_function(read)

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return self.core_schema()

    def __get_pydantic_json_schema__(self, _: Any, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


@dataclass(frozen=True)
class ListKind(Kind):
    """A kind whose answers are several of another, each of which is read and may be wrong."""

    item: Kind | None = None
    check: Callable[[list[Any]], list[Any]] = list

    def core_schema(self) -> CoreSchema:
        """Tell pydantic to read each item, so that it finds every one that is wrong."""
        assert self.item
        items = core_schema.list_schema(self.item.core_schema())
        split = core_schema.no_info_before_validator_function(_items, items)
        return core_schema.no_info_after_validator_function(self.check, split)


def _items(value: object) -> list[object]:
    items = value if isinstance(value, list) else [value]
    if len(items) > MAX_ITEMS:
        raise UnreadableError(f"has {len(items):,} items.", f"Write at most {MAX_ITEMS}.")
    return items


def list_of(item: Kind, schema: Schema, check: Callable[[list[Any]], list[Any]] = list) -> ListKind:
    """Make the kind of a list; `check` looks at the items that are not empty."""

    def without_empty(items: list[Any]) -> list[Any]:
        return check([one for one in items if one])

    def show(items: list[Any], _: Locale) -> Shown:
        return tuple(items)

    return ListKind(item.read, show, schema, many=True, item=item, check=without_empty)


def as_typed(value: str, _: Locale) -> str:
    """Show a text as it is."""
    return value


# Texts


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


def _one_to_five(items: list[str]) -> list[str]:
    if len(items) > 5:
        raise UnreadableError(f"has {len(items)} items.", "Keep the five that matter most.")
    return items


def text_schema(pattern: str = "", **more: object) -> dict[str, Any]:
    """Describe a text; a YAML reader takes some for numbers, of which `more` may say the bounds."""
    text = {"type": "string", "pattern": pattern} if pattern else {"type": "string"}
    return {"anyOf": [text, {"type": "number"}], **more}


def list_schema(**more: object) -> dict[str, Any]:
    """Describe a list of texts; a single one may stand for it."""
    items = {"type": "array", **more, "items": {"type": "string"}}
    return {"anyOf": [{"type": "string"}, items]}


TEXT = Kind(read_text, as_typed, text_schema())
_ITEM = Kind(_read_item, as_typed, text_schema())
TEXTS = list_of(_ITEM, list_schema(maxItems=MAX_ITEMS))
UP_TO_FIVE = list_of(_ITEM, list_schema(minItems=1, maxItems=5), _one_to_five)


# Closed lists of answers


def _read_yes_no(value: object, _: Context) -> bool:
    text = read_text(value)
    if text.lower() not in ("yes", "no", "true", "false"):
        raise UnreadableError(f"{quoted(text)} is neither yes nor no.", "Write yes or no.")
    return text.lower() in ("yes", "true")


YES_NO = Kind(
    _read_yes_no,
    lambda value, _: "yes" if value else "no",
    {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]},
    ("yes", "no"),
)


def choice(*choices: str) -> Kind:
    """Make the kind of an answer that is one of a few words, in small letters."""

    def read(value: object, _: Context) -> str:
        text = read_text(value).lower()
        if text not in choices:
            hint = did_you_mean(text, list(choices)) or f"Write one of: {', '.join(choices)}."
            raise UnreadableError(f"{quoted(text)} is not one of the answers.", hint)
        return text

    return Kind(read, as_typed, {"enum": list(choices)}, choices)


def _read_template(value: object, context: Context) -> str:
    template, known = read_text(value), list(context.templates)
    if known and template not in known:
        cure = did_you_mean(template, known) or f"Write one of: {', '.join(known)}."
        raise UnreadableError(f"{quoted(template)} is no template.", cure)
    return template


TEMPLATE = Kind(_read_template, as_typed, text_schema())


# Numbers

_WHOLE = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,9})", re.ASCII)


def count(unit: str = "", least: int = 1) -> Kind:
    """Make the kind of a whole number from `least` up, shown with its unit, as in `62 accounts`."""

    def read(value: object, _: Context) -> int:
        text = read_text(value)
        number = int(text.replace(",", "")) if _WHOLE.fullmatch(text) and len(text) < 12 else -1
        if number < 0:
            raise UnreadableError(
                f"{quoted(text)} is not a whole number.", "Write digits, such as 12."
            )
        if number < least:
            raise UnreadableError("must be 1 or more.", "Write the number, or leave it out.")
        return number

    def show(number: int, _: Locale) -> str:
        return show_count(number, unit) if unit else f"{number:,}"

    return Kind(read, show, text_schema(r"^[0-9][0-9,]*$", minimum=least))


def show_count(number: int, unit: str) -> str:
    """Show a count with its unit, which agrees with it: `one account`, `62 accounts`."""
    return f"one {unit}" if number == 1 else f"{number:,} {unit}s"


_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?%?", re.ASCII)


def _read_percent(value: object, _: Context) -> Decimal:
    text = read_text(value)
    match = _PERCENT.fullmatch(text)
    if not match:
        raise UnreadableError(f"{quoted(text)} is not a percentage.", "Write 90, 90% or 1.5.")
    percent = Decimal(match[1])
    if percent > 100:
        raise UnreadableError(
            f"{quoted(text)} is more than 100 percent.", "Write a number from 0 to 100."
        )
    return percent


def _read_floor(value: object, context: Context) -> Decimal:
    percent = _read_percent(value, context)
    if percent <= 1:
        meant = show_percent(percent * 100 or Decimal(90)).removesuffix("%")
        raise UnreadableError(f"{percent:f} percent is no floor to keep.", f"Write {meant}.")
    return percent


def _read_share(value: object, context: Context) -> Decimal:
    percent = _read_percent(value, context)
    if 0 < percent < 1:
        raise UnreadableError(
            f"{percent:f} is less than one percent.", f"Write {percent * 100:.0f}."
        )
    return percent


def show_percent(percent: Decimal, _: Locale | None = None) -> str:
    """Show `92%` or `1.5%`, without zeros that say nothing."""
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


_PERCENT_SCHEMA = text_schema(r"^[0-9]{1,3}(\.[0-9]+)? ?%?$", minimum=0, maximum=100)
PERCENT = Kind(_read_percent, show_percent, _PERCENT_SCHEMA)
FLOOR = Kind(_read_floor, show_percent, _PERCENT_SCHEMA)
SHARE = Kind(_read_share, show_percent, _PERCENT_SCHEMA)
