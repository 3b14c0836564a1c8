"""Texts and lists of texts, as they were typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from amjd.answers import typed_lists
from amjd.answers.days.calendar import spelt_out
from amjd.answers.kinds import Context, Kind, ListKind, Locale, as_typed, list_of
from amjd.answers.marks import marks, refuse_curly_quotes
from amjd.answers.names.posts import own_name, own_post
from amjd.answers.nothing import denied, is_no_firm, is_no_name, says_nothing, unless
from amjd.answers.numbers.weekly import weekly_days, weekly_hours
from amjd.answers.orders import as_order
from amjd.answers.shapes import list_schema, text_schema
from amjd.text.characters import bare, fold, fold_look_alikes, printable, quoted, refused
from amjd.text.errors import UnreadableError
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

MAX_TEXT = 20_000


def read_text(value: object, _: Context | None = None) -> str:
    """Read one text: trimmed, inner white space folded, nothing else changed."""
    if (
        isinstance(value, str)
        and value.isascii()
        and value.isprintable()
        and len(value) <= MAX_TEXT
    ):
        # Most texts: nothing is refused in them, and there is hardly anything to fold.
        return value.strip() if "  " not in value else " ".join(value.split())
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "names and values"
        raise UnreadableError(f"is {shape} where a text belongs.", "Put the text in quotes.")
    for index, name in refused(value):
        raise UnreadableError(f"holds {name} at character {index + 1}.", "Take it out.")
    if len(value) > MAX_TEXT:
        raise UnreadableError(f"has {len(value):,} characters.", f"Write at most {MAX_TEXT:,}.")
    text = fold(value)
    refuse_curly_quotes(text)
    return text


def read_line(value: object, context: Context) -> str:
    """Read a text that stands on one line, and tell of what its author may not have meant."""
    text = read_text(value, context)
    if (count := typed_lists.count(str(value))) > 1:
        context.tell(f"{count:,} lines are read as one")
    elif bullet := typed_lists.opening(text):
        context.tell(f"{quoted(bullet)} at the start is printed as typed")
    for message in marks(text):
        context.tell(message)
    return text


def is_no_answer(text: str, *others: str) -> bool:
    """Whether a text says that there is nothing to say, as `none` and some other words do."""
    return says_nothing(text) or fold_look_alikes(text).rstrip(".").lower() in others


def _unless_none(
    read: Callable[[object, Context], str], *others: str
) -> Callable[[object, Context], str | None]:
    """Make a reader to which `none`, `no`, the like and some others are no answer.

    Behind a yes it reads what is told: `yes - 1 direct report`.
    """

    def read_behind_yes(value: object, context: Context) -> str:
        begins = isinstance(value, str) and value.lstrip()[:2].lower() == "ye"
        if not begins or not (found := _YES.match(str(value))):
            return read(value, context)
        value = str(value)
        if not (behind := value[found.end() :]):
            raise UnreadableError(
                f"{quoted(value.strip())} does not tell it.", "Write it in words."
            )
        context.tell(f"{quoted(fold(value))} is read without its {found[1]}")
        if behind[0] == "(" and behind.rstrip()[-1] == ")":
            behind = behind.strip()[1:-1]
        return read(behind, context)

    return unless(lambda text: is_no_answer(text, *others), read_behind_yes)


_YES = compile_later(
    r"\s*(yes|yep|yeah)(?:(?:\s*[,;:.\u2013\u2014]|\s+-|-\s)\s*(?=[^\W_])|\s*(?=\()|[\s.!]*$)",
    re.IGNORECASE,
)


_BLANK_LINES = compile_later(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
BLANK_LINE = "\n\n"
"""What parts the paragraphs of an answer."""


def read_paragraphs(value: object, context: Context) -> str:
    """Read a text in which blank lines part paragraphs, and line breaks alone are spaces."""
    text, typed = read_text(value, context), str(value).strip()
    is_on_lines = "\n" in typed or "\r" in typed
    parts = _BLANK_LINES.split(typed) if is_on_lines else [text]
    if (breaks := sum(typed_lists.count(part) - 1 for part in parts)) > 0:
        lines = "a line break is" if breaks == 1 else f"{breaks:,} line breaks are"
        context.tell(f"{lines} read as a space; a blank line parts paragraphs")
    if bullet := typed_lists.opening(text):
        context.tell(f"{quoted(bullet)} at the start is printed as typed")
    for message in marks(text):
        context.tell(message)
    return BLANK_LINE.join(map(fold, parts)) if is_on_lines else text


def _read_item(value: object, context: Context) -> str:
    if isinstance(value, dict):
        raise UnreadableError(
            "is read as a name and a value, because of its colon.", "Put it in quotes."
        )
    text = read_text(value, context)
    if is_no_answer(text):
        context.tell(f"{quoted(text)} is read as no answer")
        return ""
    if text[:1] == "[" and text[-1:] == "]" and "," in text:
        context.tell(f"{quoted(text)} is read as one item, with its brackets")
    for message in marks(text):
        context.tell(message)
    return text


def _one_to_eight(items: list[str]) -> list[str]:
    if len(items) > 8:
        raise UnreadableError(f"has {len(items)} items.", "Keep the five that matter most.")
    return items


def _read_person(value: object, context: Context) -> str:
    """Read who does something; whoever writes of themselves owns the business, or says a post."""
    text = _read_named(value, context)
    is_owner = text.lower().rstrip(".") in ("me", "myself", "i")
    read = "the owner" if is_owner else own_post(text) or own_name(text)
    if read:
        context.tell(f"{quoted(text)} is read as {printable(read)}")
    return read or text


def led_by(*words: str) -> Callable[[object, Context], str]:
    """Make a reader of texts that drops a word which leads to them, or to each, in a sentence."""
    leading = compile_later(rf"({'|'.join(words)})[ \u00a0]+(?=\S)", re.IGNORECASE)

    def read(value: object, context: Context) -> str:
        text = name = read_line(value, context)
        if text.lower().startswith(words) and (match := leading.match(text)):
            # In QuickBooks and in a shared list
            again = rf"\b(and|or) {match[1]} (?=\S)"
            name = re.sub(again, r"\1 ", text[match.end() :], flags=re.IGNORECASE)
        if name != text:
            context.tell(f"{quoted(text)} is read as {printable(name)}")
        return name

    return read


_read_named = led_by("to")


def _of_a_week(complete: Callable[[str], str]) -> Callable[[object, Context], str]:
    """Make what reads a text and says of which time a count at its beginning is."""

    def read(value: object, context: Context) -> str:
        text = read_line(value, context)
        if (completed := complete(text)) != text:
            context.tell(f"{quoted(text)} is read as {completed}")
        return completed

    return read


def _read_when(value: object, context: Context) -> str:
    """Read when something is; figures that are another day in another country are told."""
    text = read_line(value, context)
    if not any(map(str.isdigit, text)) or not any(map(text.__contains__, "/.-")):
        return text
    found = spelt_out(text, context.country, month_first=context.paper == "Letter")
    as_typed = "is printed as typed, and may be read as two days"
    if found.text != text:
        context.tell(f"{quoted(text)} {as_typed}: write {printable(found.text)} if that is meant")
    for figures in found.doubtful:
        context.tell(f"{quoted(figures)} {as_typed}")
    return text


_LENGTH = compile_later(
    rf"(?:(?:about|around|some|roughly) )?(?:\d+|an?|{'|'.join(SMALL_NUMBERS)})"
    r"(?:[ -]+(?:\d+|to|or|and|a|half))*[ -]+(?:days?|weeks?|months?|quarters?|years?)\b",
    re.IGNORECASE | re.ASCII,
)


def _show_end(text: str, _: Locale) -> str:
    """Show how long a job lasts, where no day or event ends it, with its preposition."""
    return f"for {text}" if _LENGTH.match(text) else text


# A word that a stop only ends: "B.Sc." and "Dr." have theirs.
_LAST_STOP = compile_later(r"(?<=[a-z]{3})\.$")


def _show_education(text: str, _: Locale) -> str:
    return _LAST_STOP.sub("", text)


TEXT = Kind(_unless_none(read_line), as_typed, text_schema())
FIRM = replace(TEXT, read=unless(is_no_firm, read_line))
NAME = replace(TEXT, read=unless(is_no_name, read_line))
PEOPLE = denied(
    Kind(_unless_none(read_line, "zero", "0"), as_typed, text_schema()),
    "anybody|anyone",
    "role.duties",
)
WORK = Kind(_unless_none(led_by("in", "with")), as_typed, text_schema())
EDUCATION = replace(TEXT, show=_show_education)
HOURS = Kind(_unless_none(_of_a_week(weekly_hours)), as_typed, text_schema())
OFFICE_DAYS = Kind(_unless_none(_of_a_week(weekly_days)), as_typed, text_schema())
START = Kind(_unless_none(_read_when), as_typed, text_schema())
END = replace(START, show=_show_end)
PARAGRAPHS = Kind(_unless_none(read_paragraphs), as_typed, text_schema())
PERSON = Kind(_unless_none(_read_person), as_typed, text_schema(), is_person=True)


def up_to_words(most: int) -> Kind:
    """Make the kind of a short text, which stands inside sentences."""

    def read(value: object, context: Context) -> str:
        text = read_line(value, context)
        if len(text.split(" ")) > most:
            raise UnreadableError(f"has more than {most} words.", f"Write at most {most}.")
        return text

    return Kind(_unless_none(read), as_typed, text_schema())


def _read_duty(value: object, context: Context) -> str:
    """Read a duty; one that tells what somebody does is read as ours are, which tell to do it."""
    text = _read_item(value, context)
    if (read := as_order(text)) != text:
        context.tell(f"{quoted(text)} is read as {quoted(read)}")
    return read


def _read_plus(value: object, context: Context) -> str:
    """Read a plus, without the words that it is one: it stands among them."""
    text = _read_item(value, context)
    is_called_one = any(word in text.lower() for word in _CALLED_PLUS)
    if is_called_one and (read := _A_PLUS.sub("", text)) and read != text:
        context.tell(f"{quoted(text)} is read as {quoted(read)}, as it stands among what is one")
        return read
    return text


_CALLED_PLUS = ("plus", "asset", "advantage", "nice")  # few hold one: it need not be compiled
_A_PLUS = compile_later(
    r"(?<=\w\w)(?:[ ,:=(-]+(?:(?:is|are|would be) )?(?:an? (?:(?:big|real|huge|nice) )?"
    r"(?:plus|asset|advantage)|advantageous|nice[- ]to[- ]have)| ?[=:(] ?plus)\)?[.!]?$",
    re.IGNORECASE,
)
_ITEM = Kind(_read_item, as_typed, text_schema())
TEXTS = list_of(_ITEM, list_schema())
PLUSES = list_of(replace(_ITEM, read=_read_plus), list_schema())
DUTIES = list_of(replace(_ITEM, read=_read_duty), list_schema())


def offered(forms: Mapping[str, str]) -> Kind:
    """Make the kind of a text of which some are offered, and shown in the words of a posting.

    Case, hyphens and spaces do not count there; anything else is shown as it was typed.
    """
    known = {bare(text): shown for text, shown in forms.items()}

    def show(text: str, _: Locale) -> str:
        return known.get(bare(text), text)

    return replace(TEXT, show=show)


def up_to_eight(item: Kind) -> ListKind:
    """Make the kind of a list of one to eight texts, shown as such an item is."""
    one = replace(_ITEM, show=item.show)
    return list_of(one, list_schema(most=8), _one_to_eight)
