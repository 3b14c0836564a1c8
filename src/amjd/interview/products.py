"""Software that an answer names, however it was typed: `qbo` and `Quickbooks on-line` are one."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from amjd.answers.names.software import Software, software
from amjd.text.patterns import compile_later, first_word, first_words, words_in

_ACRONYM = 4  # letters, which somebody who writes them as capitals may well mean so


class Named(NamedTuple):
    """A product in a text, spelled as its maker does, and where it stands there."""

    name: str
    start: int
    end: int


def products(text: str, *, of_tools: bool, here: Collection[str] = ()) -> list[Named]:
    """Find the products that a text names; `here` are names that stand in other answers, too.

    A name that is a word as well counts where tools are named, where something is done in it, or
    beside another product; one that is hardly ever a name only where it stands for itself in a row
    of tools.
    """
    own = {_plain(name): name for name in here}
    found = [one for one in _candidates(text, own, of_tools) if not _is_in_link(text, one)]
    sure = [one for one in found if _is_sure(text, one, of_tools, own)]
    if sure or own:
        sure += [one for one in found if one not in sure and of_tools and _is_item(text, one)]
    while near := [one for one in found if one not in sure and _is_beside(text, one, sure)]:
        sure += near
    return sorted(sure, key=lambda one: one.start)


def with_products(text: str, *, of_tools: bool, here: Collection[str] = ()) -> str:
    """Spell the products in a text as their makers do; of `google drive/gdrive` one stays."""
    parts, at = list[str](), 0
    for one in products(text, of_tools=of_tools, here=here):
        between = text[at : one.start]
        if not (parts and parts[-1] == one.name and between.strip() == "/"):
            parts += [between, one.name]
        at = one.end
    return "".join([*parts, text[at:]])


def one_name(text: str) -> str:
    """Return by what a tool is known to be another one: its first name, in small letters."""
    found = products(text, of_tools=True)
    is_all = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    name = found[0].name if is_all else text
    return _firsts().get(_plain(name), name).lower().removeprefix("microsoft ")


def is_crm(text: str) -> bool:
    """Whether a tool is known as one in which the records of clients are kept."""
    found = products(text, of_tools=True)
    crms = {_plain(name) for one in software() if one.kind == "crm" for name in one.names}
    return len(found) == 1 and _plain(found[0].name) in crms


# -- which names there are ------------------------------------------------------------------------


@cache
def _table() -> Mapping[str, tuple[Software, str]]:
    """Return each product with the name that is meant, by what may be typed for it."""
    by_name = {_plain(name): (one, name) for one in software() for name in one.names}
    return {**by_name, **{typed: (one, one.names[0]) for one in software() for typed in one.typed}}


@cache
def _firsts() -> Mapping[str, str]:
    return {_plain(name): one.names[0] for one in software() for name in one.names}


def _plain(text: str) -> str:
    return text.lower().replace("-", " ")


@cache
def _known() -> re.Pattern[str]:
    return _any_of(_table())


@cache
def _first_words() -> frozenset[str]:
    return first_words(_table())


def _any_of(names: Collection[str]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in longest)
    # A slack season has no tool.
    behind = r"(?![\w@]|\.\w| (?:seasons?|periods?|times?)\b)"
    return re.compile(rf"(?<![\w@.-])(?:{words}){behind}", re.IGNORECASE)


def _names_in(text: str, more: Collection[str]) -> Iterator[re.Match[str]]:
    """Give each name, of several at one place the longest; `more` are no known ones."""
    words = words_in(text.lower())
    near = [name for name in more if first_word(name) in words]
    found = list(_known().finditer(text)) if words & _first_words() else []
    found += _any_of(near).finditer(text) if near else ()
    end = 0
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        if one.start() >= end:
            end = one.end()
            yield one


def _candidates(text: str, own: Mapping[str, str], of_tools: bool) -> Iterator[Named]:
    for found in _names_in(text, own.keys() - _table().keys()):
        one, name = _of(found[0])
        is_rare = one and one.raised == "-" and not (of_tools and one.is_word)
        if one and (not is_rare or _plain(found[0]) in own):
            yield Named(_as_meant(found[0], one, name, own), *found.span())
        elif not one:
            yield Named(own[_plain(found[0])], *found.span())


def _of(typed: str) -> tuple[Software | None, str]:
    return _table().get(_plain(typed), (None, ""))


def _as_meant(typed: str, one: Software, name: str, own: Mapping[str, str]) -> str:
    """Return the name that is meant; capitals of somebody's own stay in a word and a short name.

    But where the whole name stands elsewhere, a product has one name.
    """
    if typed.islower():
        return name
    is_short = typed.isupper() and len(typed) <= _ACRONYM
    is_whole = not is_short or _plain(one.names[0]) not in own
    is_word = one.is_word and one.raised != "everywhere"
    is_own = is_whole and (typed in one.names or is_short)
    return typed if is_own or is_word else one.names[0] if typed in one.names else name


# -- whether a word is one here -------------------------------------------------------------------

_USED = compile_later(
    r"(?i)\b(?:in|into|on|via|through|using|uses?|used|knows?"
    r"|(?:good|handy|comfortable|familiar|proficient|experience|experienced|work|works|working)"
    r" (?:with|in|at|on)) $"
)
_USED_BEHIND = compile_later(
    r"(?i)^ (?:skills?|experience|spreadsheets?|files?|calls?|meetings?|calendars?|reports?)\b"
)


def _is_sure(text: str, found: Named, of_tools: bool, own: Mapping[str, str]) -> bool:
    typed = text[found.start : found.end]
    one, _ = _of(typed)
    is_rare = one and one.raised == "-" and _plain(typed) not in own
    if (one and one.raised == "everywhere") or (of_tools and not is_rare):
        return True
    if is_rare:
        return False
    is_used = not one or one.raised == "used" or _plain(typed) in own
    before, after = text[: found.start], text[found.end :]
    return is_used and bool(_USED.search(before) or _USED_BEHIND.match(after))


_JOINT = compile_later(r"(?i) ?(?:,|/|&|\+|,? (?:and|or|n))(?: |(?<=[/+]))")
_ENDS = compile_later(r"(?i)$|[,.;:)/&+]| (?:and|or|n|for|skills?|experience)\b")


def _is_beside(text: str, found: Named, sure: Collection[Named]) -> bool:
    """Whether a word stands in a row with a product, and the row goes on or ends behind it."""
    is_joined = any(
        _JOINT.fullmatch(text, one.end, found.start) or _JOINT.fullmatch(text, found.end, one.start)
        for one in sure
    )
    return is_joined and bool(_ENDS.match(text, found.end))


def _is_item(text: str, found: Named) -> bool:
    """Whether a word stands for itself in a row, with no more than what it is for behind it."""
    before, behind = text[: found.start], text[found.end :]
    return bool(_ITEM_BEFORE.search(before) and _ITEM_BEHIND.match(behind))


_ITEM_BEFORE = compile_later(r"(?i)(?:^|[,;/&+]|\b(?:and|plus|n)) ?(?:(?:and|plus) )?$")
_ITEM_BEHIND = compile_later(r"(?i)[.]?$|[,;/&+]| (?:and|plus|n|&|for)\b")


def _is_in_link(text: str, found: Named) -> bool:
    """Whether a name is a part of an address or a link; behind a slash alone it is none."""
    word = text[: found.start].rpartition(" ")[2]
    return "/" in word and bool(re.search(r"[.@:]", word))
