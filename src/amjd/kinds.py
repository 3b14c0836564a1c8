"""The kinds of answers: how a typed text is read, and how the value is shown in a posting.

Every kind is a pydantic type. It reads the text of a file, an option or a prompt alike, and raises
`UnreadableError` for a text it cannot read.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, WithJsonSchema

from amjd.addresses import is_address
from amjd.characters import fold, quoted, refused
from amjd.errors import UnreadableError
from amjd.money import RANGE, Money, read_amount, read_ends
from amjd.places import is_currency, is_region

MAX_TEXT = 20_000
MAX_ITEMS = 200


def read_text(value: object) -> str:
    """Read one text: trimmed, inner white space folded, nothing else changed."""
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "names and values"
        raise UnreadableError(f"is {shape} where a text belongs.", "Put the text in quotes.")
    for index, name in refused(value):
        raise UnreadableError(f"holds {name} at character {index + 1}.", "Take it out.")
    if len(value) > MAX_TEXT:
        raise UnreadableError(f"has {len(value):,} characters.", f"Write at most {MAX_TEXT:,}.")
    return fold(value)


def _read_list(value: object) -> list[object]:
    items = value if isinstance(value, list) else [value]
    if len(items) > MAX_ITEMS:
        raise UnreadableError(f"has {len(items):,} items.", f"Write at most {MAX_ITEMS}.")
    return items


def _drop_empty(items: list[str]) -> list[str]:
    return [item for item in items if item]


def _read_item(value: object) -> str:
    if isinstance(value, dict):
        raise UnreadableError(
            "is read as a name and a value, because of its colon.", "Put it in quotes."
        )
    return read_text(value)


def _one_to_five(items: list[str]) -> list[str]:
    if len(items) > 5:
        raise UnreadableError(f"has {len(items)} items.", "Keep the five that matter most.")
    return items


def _read_yes_no(value: object) -> bool:
    text = read_text(value)
    if text.lower() not in ("yes", "no", "true", "false"):
        raise UnreadableError(f"{quoted(text)} is neither yes nor no.", "Write yes or no.")
    return text.lower() in ("yes", "true")


_WHOLE = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,9})", re.ASCII)


def _whole(least: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = read_text(value)
        number = int(text.replace(",", "")) if _WHOLE.fullmatch(text) and len(text) < 12 else -1
        if number < 0:
            raise UnreadableError(
                f"{quoted(text)} is not a whole number.", "Write digits, such as 12."
            )
        if number < least:
            raise UnreadableError("must be 1 or more.", "Write the number, or leave it out.")
        return number

    return read


_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?%?", re.ASCII)


def _read_percent(value: object) -> Decimal:
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


def _above_one(percent: Decimal) -> Decimal:
    if percent <= 1:
        meant = show_percent(percent * 100 or Decimal(90)).removesuffix("%")
        raise UnreadableError(f"{percent:f} percent is no floor to keep.", f"Write {meant}.")
    return percent


def _no_fraction(percent: Decimal) -> Decimal:
    if 0 < percent < 1:
        raise UnreadableError(
            f"{percent:f} is less than one percent.", f"Write {percent * 100:.0f}."
        )
    return percent


def _currency(info: ValidationInfo) -> str | None:
    context: dict[str, Any] = info.context or {}
    currency: str | None = context.get("currency", "USD")
    return currency


def _read_mapping(value: dict[str, object], currency: str | None) -> Money:
    for key in value:
        if key not in ("min", "max"):
            raise UnreadableError(
                f"{quoted(key)} is no end of a range.", "Write min and max.", at=key
            )
    if len(value) < 2:
        raise UnreadableError("has one end of a range.", "Write both min and max, or one amount.")
    ends = {}
    for key, part in value.items():
        try:
            ends[key] = read_text(part)
            read_amount(ends[key], currency)
        except UnreadableError as error:
            raise UnreadableError(error.message, error.cure, at=key) from None
    return read_ends(ends["min"], ends["max"], currency)


def _read_amount_only(value: object, info: ValidationInfo) -> Money:
    text = read_text(value)
    if len(RANGE.split(text)) == 2 and not text.startswith("-"):
        raise UnreadableError(f"{quoted(text)} is a range.", "Write one amount, such as 150000.")
    amount = read_amount(text, _currency(info))
    return Money(amount, amount)


def _read_money(value: object, info: ValidationInfo) -> Money:
    currency = _currency(info)
    if isinstance(value, dict):
        return _read_mapping(value, currency)
    text = read_text(value)
    ends = RANGE.split(text)
    if len(ends) == 2 and all(ends):
        return read_ends(ends[0], ends[1], currency)
    amount = read_amount(text, currency)
    return Money(amount, amount)


def read_currency(value: object) -> str:
    """Read an ISO 4217 code, in capitals whatever was typed."""
    code = read_text(value).upper()
    if code != "USD" and not is_currency(code):
        raise UnreadableError(
            f"{quoted(code)} is no ISO 4217 currency.", "Write a code, such as EUR."
        )
    return code


def _read_region(value: object) -> str:
    code = read_text(value).upper()
    if code and not is_region(code):
        cure = "Write a country such as US, or a part of it such as US-CO."
        raise UnreadableError(f"{quoted(code)} is no ISO 3166 code.", cure)
    return code


class Deadline(NamedTuple):
    """The last day to apply; no day means applications are read as they come."""

    day: datetime.date | None


def _read_deadline(value: object) -> Deadline:
    text = read_text(value)
    if text.lower() == "rolling":
        return Deadline(None)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return Deadline(datetime.date.fromisoformat(text))
        except ValueError:
            raise UnreadableError(
                f"{quoted(text)} is no day of the calendar.", "Check the day."
            ) from None
    raise UnreadableError(f"{quoted(text)} is not a date.", "Write it as 2027-01-30, or rolling.")


def _read_email(value: object) -> str:
    text = read_text(value)
    if not text.isascii():
        cure = "Write it in the ASCII form (xn--...), so that it cannot pass for another."
        raise UnreadableError(f"{quoted(text)} has letters outside ASCII.", cure)
    if not is_address(text):
        cure = "Write it as jobs@company.example."
        raise UnreadableError(f"{quoted(text)} is not an e-mail address.", cure)
    return text


_LINK = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.ASCII | re.IGNORECASE)


def _read_link(value: object) -> str:
    from urllib.parse import urlsplit

    text = read_text(value)
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not (_LINK.fullmatch(text) and re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", host)):
        cure = "Write it as https://company.example/jobs."
        raise UnreadableError(f"{quoted(text)} is not a web link.", cure)
    if "@" in parts.netloc:
        raise UnreadableError(
            f"{quoted(text)} carries a user name.", "Leave out what stands before the @."
        )
    return text


def _read_word(value: object) -> str:
    return read_text(value).lower()


def _schema(pattern: str = "", **more: object) -> WithJsonSchema:
    text = {"type": "string", "pattern": pattern} if pattern else {"type": "string"}
    return WithJsonSchema({"anyOf": [text, {"type": "number"}], **more})


_AMOUNT_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "number", "exclusiveMinimum": 0}]}
_RANGE_SCHEMA = {
    "type": "object",
    "properties": {"min": _AMOUNT_SCHEMA, "max": _AMOUNT_SCHEMA},
    "required": ["min", "max"],
    "additionalProperties": False,
}

Text = Annotated[str, BeforeValidator(read_text), _schema()]
Word = BeforeValidator(_read_word)

_Item = Annotated[str, BeforeValidator(_read_item), _schema()]
Texts = Annotated[
    list[_Item],
    BeforeValidator(_read_list),
    AfterValidator(_drop_empty),
    WithJsonSchema(
        {"anyOf": [{"type": "string"},
                   {"type": "array", "maxItems": MAX_ITEMS, "items": {"type": "string"}}]}
    ),
]  # fmt: skip
UpToFive = Annotated[
    Texts,
    AfterValidator(_one_to_five),
    WithJsonSchema(
        {"anyOf": [{"type": "string"},
                   {"type": "array", "minItems": 1, "maxItems": 5, "items": {"type": "string"}}]}
    ),
]  # fmt: skip
YesNo = Annotated[
    bool,
    BeforeValidator(_read_yes_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]}),
]
Count = Annotated[int, BeforeValidator(_whole(1)), _schema(r"^[0-9][0-9,]*$", minimum=1)]
CountOrNone = Annotated[int, BeforeValidator(_whole(0)), _schema(r"^[0-9][0-9,]*$", minimum=0)]
_percent_schema = _schema(r"^[0-9]{1,3}(\.[0-9]+)? ?%?$", minimum=0, maximum=100)
Percent = Annotated[Decimal, BeforeValidator(_read_percent), _percent_schema]
Floor = Annotated[Percent, AfterValidator(_above_one), _percent_schema]
Share = Annotated[Percent, AfterValidator(_no_fraction), _percent_schema]
Amount = Annotated[Money, BeforeValidator(_read_amount_only), WithJsonSchema(_AMOUNT_SCHEMA)]
AmountOrRange = Annotated[
    Money,
    BeforeValidator(_read_money),
    WithJsonSchema({"anyOf": [*_AMOUNT_SCHEMA["anyOf"], _RANGE_SCHEMA]}),
]
Currency = Annotated[
    str,
    BeforeValidator(read_currency),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{3}$"}),
]
_Region = Annotated[str, BeforeValidator(_read_region), _schema()]
Regions = Annotated[
    list[_Region],
    BeforeValidator(_read_list),
    AfterValidator(_drop_empty),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
DateOrRolling = Annotated[
    Deadline,
    BeforeValidator(_read_deadline),
    WithJsonSchema({"type": "string", "pattern": r"^(rolling|\d{4}-\d{2}-\d{2})$"}),
]
Email = Annotated[
    str, BeforeValidator(_read_email), WithJsonSchema({"type": "string", "format": "email"})
]
Link = Annotated[
    str, BeforeValidator(_read_link), WithJsonSchema({"type": "string", "format": "uri"})
]


def show_percent(percent: Decimal) -> str:
    """Show `92%` or `1.5%`, without zeros that say nothing."""
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def show_count(number: int, unit: str) -> str:
    """Show a count with its unit, which agrees with it: `one account`, `62 accounts`."""
    return f"one {unit}" if number == 1 else f"{number:,} {unit}s"


def show_date(day: datetime.date) -> str:
    """Show `January 30, 2027`, whatever the locale."""
    months = "January February March April May June July August September October November December"
    return f"{months.split()[day.month - 1]} {day.day}, {day.year}"
