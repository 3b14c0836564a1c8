"""Tools in an answer: the one that keeps the records where several are named, and what is software.

A product is known by its capitals, and without them by `data/software.tsv`.
"""

from collections.abc import Sequence
from functools import cache

from amjd.text.characters import joined
from amjd.text.patterns import compile_later

# A comma or its like parts tools, and so does an "and" before what can only be another one.
_PARTS = compile_later(
    r"\s*(?:[,;]\s*(?:and\s+)?|\s[+&]\s|\splus\s|\sand\s(?=(?:an?|the|our|my|one)\s|[A-Z]))(?![^()]*\))"
)
_MARKS = (",", ";", "+", "&", "plus", "and")
# Kinds of things, which are no product however they are written.
_THINGS = (
    " any app apps board boards book books calendar calendars card cards crm database databases"
    " diaries diary e-mail e-mails email emails file files folder folders inbox inboxes list lists"
    " none note note-book note-books notebook notebooks notes own paper phone phones shared sheet"
    " sheets software spread-sheet spread-sheets spreadsheet spreadsheets system systems tbd"
    " white-board white-boards whiteboard whiteboards yet "
)
_ARTICLES = ("a ", "an ", "the ", "our ", "my ", "some ", "no ")
_CAPITAL = compile_later(r"[A-Z0-9(]|[a-z]*[A-Z]")
_EDITION = compile_later(r"(?i:online|desktop|crm|pro|plus|sales|cloud|suite)|\W*[A-Z0-9].*")


def tools_in(text: str) -> list[str]:
    """List the tools that an answer names, in its words."""
    if not any(mark in text for mark in _MARKS):
        return [text]
    parts = [part for part in _PARTS.split(text) if part]
    return [tool for part in parts for tool in _at_and(part)] or [text]


def _at_and(text: str) -> list[str]:
    """Part two tools of which one is known; an order and stock system is one."""
    parts = text.split(" and ")
    return parts if len(parts) > 1 and any(map(_known, parts)) else [text]


def for_records(text: str) -> str:
    """Return the tool that keeps the records: each CRM that is known, or the first of all.

    Where the answer says which of several has the notes or the clients, that goes before all:
    `QuickBooks for invoices, notes in a shared sheet`.
    """
    tools = tools_in(text)
    if len(tools) == 1:
        return text
    if told := next(filter(None, map(told_for_records, tools)), ""):
        return told
    tools = [one for one in tools if not _FOR_MONEY.search(one)] or tools
    known = [tool for tool in tools if _known(tool) == "crm"]
    others = [tool for tool in tools if not in_a_head(tool)] or tools
    return joined(known or others[:1], "and")


def told_for_records(text: str) -> str:
    """Return the tool that a text says has the notes, or the clients: `a sheet for client notes`.

    Nothing where it says no such thing.
    """
    found = _HAS_RECORDS.fullmatch(text.strip())
    return (found["before"] or found["behind"]).strip() if found else ""


_OF_RECORDS = (
    r"(?:(?:(?:all|the|our|my|client|customer|call|visit|account|contact) ){0,3}"
    r"(?:notes|records|contacts|histor(?:y|ies)|clients?|customers?|client list|customer list))"
)
_HAS_RECORDS = compile_later(
    r"(?i)(?P<before>\S.{0,60}?),? (?:(?:just|only|mostly|mainly) )?(?:for|with|has) "
    rf"{_OF_RECORDS}"
    rf"|(?:and )?{_OF_RECORDS} (?:(?:are|is|live|kept|go|all|stay) ){{0,3}}(?:in|on) "
    r"(?P<behind>.{1,60})"
)
_FOR_MONEY = compile_later(
    r"(?i)\b(?:for|just|only|does) (?:(?:the|our|all|just|only) )*(?:invoic|bill|book-?keep|account"
    r"(?:ing\b|s? payable)|payroll|quotes?\b|estimates?\b|orders?\b|stock\b|money\b|taxes)"
)


def in_a_head(text: str) -> str:
    """Return what a text names that only one person can look into: `Dave's head`; else nothing."""
    if not any(map(text.lower().__contains__, _OF_THE_MIND)):
        return ""
    found = _MIND.search(text)
    return found[0] if found else ""


_OF_THE_MIND = ("head", "memor", "mind", "brain")
_MIND = compile_later(
    r"(?i)\b(?:(?:my|our|his|her|their|your)|(?:the )?[\w-]{1,30}['\u2019]s?) (?:own )?"
    r"(?:heads?|memor(?:y|ies)|minds?|brains?)\b(?=\s*(?:$|[,;.+&/()]|-|and\b|or\b|plus\b|mostly\b))"
)


def as_noun(text: str) -> str:
    """Give a thing that was named without its article the one it has: `a shared spreadsheet`."""
    words = text.split()
    is_thing = words and words[-1] in _COUNTED and len(words) <= _FEW
    if not is_thing or any(not word.isalpha() or not word.islower() for word in words):
        return text
    if words[0] in _DETERMINERS or words[0].endswith("s"):
        return text
    return f"{'an' if _VOWEL.match(text) else 'a'} {text}"


_COUNTED = frozenset((
    "app", "board", "book", "calendar", "crm", "database", "diary", "file", "folder", "inbox",
    "list", "notebook", "sheet", "spreadsheet", "system", "whiteboard",
))  # fmt: skip
_DETERMINERS = frozenset((
    "a", "an", "the", "our", "my", "your", "some", "no", "any", "one", "each", "this", "that",
    "own", "in", "on", "with", "paper",
))  # fmt: skip
_FEW = 3  # words of a thing that has no more to it
_VOWEL = compile_later("[aeio]|u(?!se|ni)")


def is_product(text: str) -> bool:
    """Whether a tool is the name of a product, or of several, and no kind of thing."""
    if len(tools := tools_in(text)) > 1:
        return all(map(is_product, tools))
    words = text.split()
    if text.lower().startswith(_ARTICLES):
        return False
    has_names = all(map(_CAPITAL.match, words))
    has_things = any(f" {word.strip('(),.').lower()} " in _THINGS for word in words)
    return (has_names and not has_things) or bool(_known(text))


def without_named(others: Sequence[str], main: str) -> tuple[str, ...]:
    """Return other tools without those that are named already."""
    named = {tool.casefold() for tool in (main, *tools_in(main))}
    found = list[str]()
    for one in others:
        if one.casefold() not in named:
            found.append(one)
            named.add(one.casefold())
    return tuple(found)


def _known(text: str) -> str:
    """Return which kind of software a text is the name of, an edition of it included, or nothing.

    A name that is a word as well has its capital, or stands for something else.
    """
    for name, kind, is_word in _names():
        rest = text[len(name) :].split()
        is_name = text.casefold().startswith(name.casefold()) and text[len(name) :][:1] in ("", " ")
        is_meant = is_name and (not is_word or text.startswith(name))
        if is_meant and all(_EDITION.fullmatch(word) for word in rest):
            return kind
    return ""


@cache
def _names() -> list[tuple[str, str, bool]]:
    """List the names of tools, the longest first, each with its kind and whether it is a word."""
    # Few answers need the table, and no draft waits for it that does not.
    from amjd.answers.names.software import software

    names = [
        (name, one.kind, one.is_word)
        for one in software()
        if one.kind != "-"
        for name in (*one.names, *one.typed)
    ]
    return sorted(names, key=lambda one: -len(one[0]))
