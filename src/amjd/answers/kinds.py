"""A kind of answer: how a typed text is read, how its value is shown, and what the schema says.

Each kind is one value, which a field is declared with; amounts, dates and addresses have modules of
their own. A reader takes the text of a file, an option or a prompt alike, and raises
`UnreadableError` for what it cannot read.
"""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema, ValidationInfo

from amjd.answers.conditions import Shown
from amjd.answers.typed_lists import Items, items
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

USUAL_CURRENCY = "USD"
"""That of amounts beside which nobody has told another."""
MAX_TEXT = 20_000
MAX_ITEMS = 200

# What is remembered: sets of other answers, texts that were read beside one, characters of a text.
# A file has one set, and a hundred texts.
_MOST_BESIDE, _MOST_REMEMBERED, _LONGEST_REMEMBERED = 12, 500, 300

_MARK = compile_later(r"(?<=[Aa]bout )(?:[A-Z]{3} |[A-Z]{0,2}[^\w\s])(?=\d)")
_SPELT = compile_later(
    rf"\b(?:{'|'.join(SMALL_NUMBERS)})\b|(?<=\d),(?=\d{{3}})|(?<=\d) ?- ?(?=\d)", re.ASCII
)


def plain(text: str) -> str:
    """Write a figure as its spelling does not count: `about $1,200`, `About 1200` and `2-4`."""

    def spell(match: re.Match[str]) -> str:
        word = match[0]
        return str(SMALL_NUMBERS.index(word)) if word.isalpha() else "" if word == "," else " to "

    return _SPELT.sub(spell, _MARK.sub("", text).lower())


class Told(NamedTuple):
    """How a typed value was read: the last part of its field's name, the value, and the words."""

    name: str
    typed: object
    message: str


@dataclass(eq=False, repr=False)
class Context:
    """What answers are read beside, and what there is to tell of how they were read.

    `currency` is that of the amounts, None where it could not be read, and then matches any sign;
    `period` is that of the pay, nothing where none is given; `called` is what accounts are called;
    `templates` are the ids that there are; `bullets` gives the names that theirs
    have; `location` is where the work is done, as it was typed; `countries` are those of which
    parts stand among the regions, `country` is the one where the work is, if that is known;
    `local` gives the currency of the place where it is, read as one where that of its argument is.
    `today` is given where somebody is asked, and only there: it is what "in 2 weeks" counts from.
    `messages` are those of the answer that is being read, `told` those of all before it. `memory`
    is given where the same answers are read again and again, and holds what each text came to.
    """

    currency: str | None = USUAL_CURRENCY
    templates: tuple[str, ...] = ()
    location: str = ""
    countries: frozenset[str] = frozenset()
    paper: "Paper" = "Letter"
    bullets: Callable[[], Collection[str]] = tuple
    today: datetime.date | None = None
    period: str = ""
    called: str = ""
    country: str = ""
    local: Callable[[str], str] = field(default=lambda _: "")
    messages: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    memory: "Memory | None" = None

    def read(self, kind: "Kind", typed: object, read: "Reader") -> Any:
        """Read a value, or remember what it came to and what there was to tell of that."""
        text = typed if isinstance(typed, str) else _range(typed)
        if self.memory is None or text is None or len(text) > _LONGEST_REMEMBERED:
            return read(typed, self)
        if len(self.memory) == _MOST_REMEMBERED:
            self.memory.clear()
        remembered = self.memory.get((kind, text))
        if remembered is None:
            before, self.messages = self.messages, []
            remembered = self.memory[kind, text] = read(typed, self), self.messages
            self.messages = before
        found, messages = remembered
        self.messages += messages
        return found

    def remember(self, memories: "Memories") -> None:
        """Use what was read beside the same other answers, and add to it."""
        beside = self._beside()
        if beside not in memories and len(memories) == _MOST_BESIDE:
            memories.clear()
        self.memory = memories.setdefault(beside, {})

    def _beside(self) -> tuple[object, ...]:
        """Return all that a reading may depend on beside the text itself and the catalog."""
        return (
            self.currency, self.location, self.countries, self.paper, self.today, self.period,
            self.called, self.country,
        )  # fmt: skip

    def apart(self) -> "Context":
        """Return the same without what there is to tell, and to tell nothing to."""
        return replace(self, messages=[], told=[])

    def tell(self, message: str) -> None:
        """Note how an answer is read, where that is not plain: `"me" is read as the owner`."""
        self.messages.append(message)

    def tell_read(self, typed: str, shown: str) -> None:
        """Note what an answer is read as, where that is in other words than were typed."""
        if plain(typed) != plain(shown):
            self.tell(f"{quoted(typed)} is read as {shown}")

    def close(self, name: str, typed: object) -> None:
        """Keep what there is to tell of one answer, which has been read."""
        self.told += [Told(name, typed, message) for message in self.messages]
        self.messages.clear()


def _range(typed: object) -> "_Range | None":
    """Return the two ends of a range as they were typed; None where it is none, or a long one."""
    if not isinstance(typed, dict) or len(typed) > 2:
        return None
    ends = tuple(typed.items())
    is_short = all(isinstance(end, str) and len(end) <= _LONGEST_REMEMBERED for _, end in ends)
    return ends if is_short else None


Paper = Literal["Letter", "A4"]


class Locale(NamedTuple):
    """What the looks of values depend on; without a period, pay is shown without one."""

    currency: str = USUAL_CURRENCY
    paper: Paper = "Letter"
    period: str = ""


Schema = Mapping[str, Any]
Reader = Callable[[object, Context], Any]
_Range = tuple[tuple[str, str], ...]
Memory = dict[tuple["Kind", str | _Range], tuple[Any, list[str]]]
"""Texts that were read beside the same other answers: what each is, and what it makes to tell."""
Memories = dict[tuple[object, ...], Memory]
"""What was read, by what it was read beside."""


@dataclass(frozen=True, eq=False, repr=False)
class Kind:
    """One kind of answer; pydantic takes it whole, as the metadata of a field.

    `read` turns what was typed into a value, `show` a value into what a posting has of it, and
    `schema` describes what a YAML reader makes of it. `choices` are all the answers there are,
    where they are a closed list; `many` says that the answer is a list, `is_person` that it tells
    who somebody is; `link` is what an answer that can be followed begins with as a link, such as
    `mailto:`.
    """

    read: Reader
    show: Callable[[Any, Locale], Shown]
    schema: Schema
    choices: tuple[str, ...] = ()
    many: bool = False
    is_person: bool = False
    link: str | None = None

    def core_schema(self) -> CoreSchema:
        """Tell pydantic to read with `read`."""

        def read(value: object, info: ValidationInfo) -> Any:
            context: Context = info.context or Context()
            found = context.read(self, value, self.read)
            if context.messages:
                context.close(info.field_name or "", value)
            return found

        return core_schema.with_info_plain_validator_function(read)

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        return self.core_schema()

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        return dict(self.schema)


@dataclass(frozen=True, eq=False, repr=False)
class ListKind(Kind):
    """A kind whose answers are several of another, each of which is read and may be wrong.

    Lines, bullets and numbers in one text part its items; a list that holds nothing is no answer.
    """

    item: Kind | None = None
    check: Callable[[list[Any]], list[Any]] = list

    def core_schema(self) -> CoreSchema:
        """Tell pydantic to read each item, so that it finds every one that is wrong."""
        each = core_schema.with_info_plain_validator_function(self._read_items)
        split = core_schema.no_info_before_validator_function(
            _as_list, core_schema.list_schema(each)
        )
        return core_schema.no_info_after_validator_function(self._gathered, split)

    def _read_items(self, value: object, info: ValidationInfo) -> list[Any]:
        context: Context = info.context or Context()
        read: list[Any] = context.read(self, value, self._items_of)
        if context.messages:
            context.close(info.field_name or "", value)
        return read

    def _items_of(self, value: object, context: Context) -> list[Any]:
        """Read the items that stand in one text, or the one thing that is no text."""
        assert self.item
        found = items(value) if isinstance(value, str) else Items([value], [])
        _few([text for text in found.texts if text])  # before each of a million is read
        read = [self.item.read(part, context) for part in found.texts]
        context.messages[:0] = found.told
        return read

    def _gathered(self, read: list[list[Any]]) -> list[Any] | None:
        return self.check(_few([item for items in read for item in items if item])) or None


def _as_list(value: object) -> list[object]:
    return _few(value if isinstance(value, list) else [value])


def _few(items: list[Any]) -> list[Any]:
    if len(items) > MAX_ITEMS:
        raise UnreadableError(f"has {len(items):,} items.", f"Write at most {MAX_ITEMS}.")
    return items


def list_of(item: Kind, schema: Schema, check: Callable[[list[Any]], list[Any]] = list) -> ListKind:
    """Make the kind of a list; `check` looks at the items that are not empty."""

    def show(items: list[Any], here: Locale) -> Shown:
        return tuple(str(item.show(one, here)) for one in items)

    return ListKind(item.read, show, schema, many=True, item=item, check=check)


def as_typed(value: str, _: Locale) -> str:
    """Show a text as it is."""
    return value
