"""What a last reading finds: a thing that is said twice, and a note that is no sentence yet."""

import re
from collections.abc import Iterator

from amjd.answers.going_on import goes_on
from amjd.answers.pay.currencies import SIGNS
from amjd.answers.shorthand import short_words, written_out
from amjd.review.findings import Case, Hit
from amjd.review.posting import Line, Posting, Words
from amjd.text.characters import joined
from amjd.text.patterns import compile_later

# Lines that say the same of one thing: the facts at the head are told again below on purpose.
_ALIKE = {
    "required": "asked", "preferred": "asked", "duties": "done", "benefits": "given",
    "pay": "given", "about": "firm",
}  # fmt: skip
_COUNTED = compile_later(
    rf"(?<![\w.,/{SIGNS}])(?P<figure>\d{{1,3}}(?:,\d{{3}})*(?:\.\d{{1,2}})?%?)\+?[ -]"
    r"(?!per\b|of\b|to\b|and\b|or\b|in\b|on\b|for\b|with\b|the\b|a\b|at\b|from\b)(?P<noun>[a-z]{2,20})"
)
_MONEY = compile_later(
    rf"(?:[{SIGNS}]|\b(?:eur|usd|gbp|chf) ?)(?P<sum>\d{{1,3}}(?:,\d{{3}})+"
    rf"|\d{{1,6}}(?:\.\d{{1,2}})?)"
    r" ?(?P<unit>k\b|mln\b|mm?\b|million\b)?"
)
_SINCE = compile_later(
    r"\b(?:since|founded(?: in)?|est(?:ablished|\.)?(?: in)?|started(?: in)?)"
    r" (?P<year>(?:19|20)\d\d)\b"
)
# "pitches now and then, ~10%", "new practices, about 10% of your time"
_OF_TIME = compile_later(
    r"(?:about |around |some |up to |so |, |: |~ ?|^)(?P<share>\d{1,2} ?(?:%|percent))"
    r"(?: of (?:your|the) (?:time|week|work)\b|(?: max(?:imum)?)?\.?$)"
)
_UNITS = {"yr": "year", "wk": "week", "hr": "hour", "mth": "month", "min": "minute"}
_SPANS = ("year", "month", "week", "hour", "minute", "day")
_LONG = compile_later(r"[a-z]{5,30}")
# They stand in every other line of a posting, so that both have them says nothing.
_ANYWHERE = frozenset((
    "experi", "custom", "client", "accoun", "manage", "years", "months", "weeks", "hours", "minute",
))  # fmt: skip
_MOST = 400  # lines that are looked at

_Key = tuple[str, str, str]


def said_twice(case: Case) -> Iterator[Hit]:
    """Find two lines with the same figure of the same thing."""
    posting = case.posting
    seen: dict[_Key, list[tuple[Line, frozenset[str]]]] = {}
    told: set[int] = set()
    for line in posting.lines[:_MOST]:
        if line.kind == "heading" or line.section in ("head", "apply", "equal"):
            continue
        said = posting.lowered(line)
        if not any(map(str.isdigit, said)):
            continue
        long = frozenset(one[:6] for one in _LONG.findall(said)) - _ANYWHERE
        for key, words in _keys(line, said):
            before = seen.setdefault(key, [])
            for other, others in before:
                # "5 years" may be of two things; "12 depots" are hardly others.
                is_same = key[0] != "span" or long & others
                # Of one answer our own postings may speak in two lines.
                first = posting.place(other.start)[0]
                is_other = first != posting.place(words.start)[0]
                if is_other and line.start not in told and is_same:
                    told.add(line.start)
                    yield Hit(
                        f"This stands in line {first} too.", words, "notice", why=_WHY, cure=_CURE
                    )
            before.append((line, long))


_WHY = "What is said twice reads as if nobody had read it through."
_CURE = "Leave out the one that says less."


def _keys(line: Line, said: str) -> Iterator[tuple[_Key, Words]]:
    """List what a line counts, each with its words."""
    group = _ALIKE.get(line.section)
    for match in _COUNTED.finditer(said) if group else ():
        noun = match["noun"].removesuffix("s")
        noun = _UNITS.get(noun, noun)
        kind = "span" if noun in _SPANS else "count"
        yield (kind, f"{group} {match['figure']}", noun), _at(line, match)
    for match in _OF_TIME.finditer(said) if group == "done" and "%" in said else ():
        yield ("share", match["share"], ""), _at(line, match)
    for match in _MONEY.finditer(said) if line.section not in ("pay", "benefits") else ():
        worth = float(match["sum"].replace(",", ""))
        worth *= {"": 1, "k": 1000}.get(match["unit"] or "", 1_000_000)
        if worth >= 1000:
            yield ("money", f"{worth:.0f}", ""), _at(line, match)
    for match in _SINCE.finditer(said):
        yield ("since", match["year"], ""), _at(line, match)


def _at(line: Line, match: re.Match[str]) -> Words:
    return Words(line.start + match.start(), line.start + match.end())


# "contracts, 30-day out clause", "How commission works: commission, 2% of first-year billing"
_NOTE = compile_later(
    r"^(?:how [a-z ]{3,20}: )?(?P<note>(?!yes|no\b|plus|also|about|from|up"
    r"|over)[a-z]{4,14}, \d[^\n]{0,60})",
    re.M,
)
_TOLD = ("about", "pay", "role", "other")


def notes(case: Case) -> Iterator[Hit]:
    """Find a word, a comma and a figure where a sentence should stand."""
    posting = case.posting
    for match in posting.matches(_NOTE):
        words = Words(*match.span("note"))
        line = posting.line(words.start)
        if line.kind != "heading" and line.section in _TOLD and posting.text[words.start].islower():
            said = "This is a note, and no sentence yet."
            yield Hit(said, words, "notice", why=_NOTED, cure=_SENTENCE)

    for line in posting.lines[:_MOST]:
        is_item = line.kind == "bullet" and line.section in (*_TOLD, "duties")
        if is_item and (_SCRAP.fullmatch(posting.lowered(line)) or _is_name(posting, line)):
            said = "This is a note, and no line yet."
            yield Hit(said, line.words, "notice", why=_NOTED, cure=_SENTENCE)
        is_more = line.kind == "bullet" and line.section == "benefits"
        if is_more and goes_on(posting.lowered(line)):
            said = "This says something of the line before it, and is none of its own."
            yield Hit(said, line.words, "notice", why=_APART, cure=_BEHIND)


# "a bit, 10% max"
_SCRAP = compile_later(
    r"(?:a bit|a little|not much|not a lot|some|none|maybe|sometimes|rarely|yes|no)"
    r"(?:,? (?:about |up to |max )?\d{1,3} ?%(?: max)?)?[.!]?"
)


def _is_name(posting: Posting, line: Line) -> bool:
    """Whether a line is one word by which somebody is called elsewhere: "tell Aoife"."""
    said = posting.said(line)
    if not (3 <= len(said) <= 20 and said.isalpha() and said.istitle()):
        return False
    named = rf"(?:\b(?:[Rr]eports to:?|[Tt]ell|[Aa]sk|[Cc]all) {said}\b|\b{said}['\u2019]s\b)"
    return re.search(named, posting.text) is not None


_NOTED = "Who does not know your business cannot tell what is meant."
_APART = "Alone in a line it is read as one more benefit."
_BEHIND = 'Put it behind that one, as in "Health insurance, of which we pay half".'
_SENTENCE = (
    'Say it as you would to somebody, as in "Our contracts can be left with 30 days\' notice".'
)


def written_short(case: Case) -> Iterator[Hit]:
    """Find the words of somebody's answers that were written short: `abt 3 wks w/ Tim`.

    Others know what they print; in answers they are notes that nobody has read through.
    """
    posting, words, places = case.posting, list[str](), list[Words]()
    for line in posting.lines[:_MOST] if case.around.is_drafted else ():
        is_name = line.kind == "heading" or (line.section == "head" and line.kind != "bullet")
        for short in () if is_name else short_words(said := posting.said(line)):
            at = re.search(rf"(?<!\w){re.escape(short)}", said)
            if at and short not in words:
                words.append(short)
                places.append(Words(line.start + at.start(), line.start + at.end()))
    if words:
        told = joined([f'"{one}"' for one in words[:_FEW]], "and")
        full = ", ".join(written_out(one).strip() for one in words[:_FEW])
        said = f"Some words are written short, such as {told}."
        yield Hit(said, places[0], "notice", why=_SHORT, cure=f"Write them in full: {full}.")


_FEW = 6  # words that are told
_SHORT = "Not everybody knows each of them, and a posting reads as if it had been noted in haste."
