"""Counted: what a number that cannot be read was meant for, and what stands beside it."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from amjd.answers.numbers.figures import IN_LAKHS, LONGEST, has_digits
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.wishes import is_wished, without_wish
from amjd.text.characters import printable, quoted
from amjd.text.errors import Part, Put, UnreadableError, put_instead, write_one_of
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later


def cured(
    error: UnreadableError, typed: str, names: Sequence[str], take: Callable[[str], object]
) -> UnreadableError:
    """Give a number's problem the form that can be written instead, if only one is left.

    `names` are those of its unit, `take` reads one.
    """
    text = in_digits(typed) if len(typed) <= LONGEST else ""
    if "year" in names and (_is_nothing(text) or is_wished(text)):
        return _no_must(error, typed, names, take)
    if not has_digits(text) or error.forms:
        return error
    own = next((unit for unit in ("week", "year") if unit in names), "")
    if own and (other := _UNIT.search(text)) and other[0].lower() != own:
        rest = typed if own == "year" else ""
        return UnreadableError(error.message, f"Write how many {own}s that is.", rest=rest)
    message = f"{quoted(typed)} is not a whole number"
    if apart := _told_apart(text, names, take):
        form, rest = apart
        cure = f"Write {form}."
        return UnreadableError(f"{message}.", cure, forms=[form], rest=rest, is_sure=not rest)
    kept, rest = _without_words(text, names)
    said = f"{message}: leave out {rest}." if rest else f"{message}."
    ways = [("", [_OR.sub(r"\1 to \2", text)]), ("", [_whole_in(text)]), (rest, [kept]),
            ("", [*_OR.sub(r"\1 - \2", text).split(" - ")])]  # fmt: skip
    for left_out, forms in ways:
        try:
            if forms != [typed] and all(map(take, forms)):
                told = said if left_out else f"{message}."
                left = _without_names(left_out, names)
                return UnreadableError(told, write_one_of(forms), forms=forms, rest=left)
        except UnreadableError:
            continue
    if {"account", "year"}.intersection(names) and (offered := _offered(typed, text, names, take)):
        return offered
    error.rest = typed if rest or re.search(r"[^\W\d_]{3}", typed) else ""
    return error


def _offered(
    typed: str, text: str, names: Sequence[str], take: Callable[[str], object]
) -> UnreadableError | None:
    """Offer the number that a text opens with; beside another of its own either, or their sum."""
    found = _BEGINS.match(text)
    if found and text[found.end() :].lstrip(" ,;:(-")[:1].isdigit():
        return None
    if not found or not _reads(found["whole"], take) or _FOR_EACH.match(text[found.end() :]):
        return None
    message, more = f"{quoted(typed)} is not a whole number.", text[found.end() :].strip(" ,;:-")
    figures = [one[0].strip() for one in _BEGINNING.finditer(_IN_BRACKETS.sub("", more))]
    if not figures or _OF_WHICH.match(more) or _COMES.search(more) or "year" in names:
        form, rest = found["whole"], _OF_WHICH.sub(r"\1 of them ", more)
        rest = rest[1:-1] if rest[0] == "(" and rest.find(")") == len(rest) - 1 else rest
        rest = rest if "account" in names else _OF_YEARS.sub("", rest)
        return UnreadableError(message, f"Write {form}.", forms=[form], rest=rest)
    forms = [found["whole"], *figures]
    is_told = re.search(r"[^\W\d_]{2}", more) and text == typed
    if (
        not is_told
        or len(forms) > 2
        or "%" in more
        or not all(_reads(form, take) for form in forms)
    ):
        return None
    cure = write_one_of(forms, "what they come to together" * bool(_SUMMED.search(more)))
    return UnreadableError(message, cure, forms=forms, rest=text)


def _told_apart(
    text: str, names: Sequence[str], take: Callable[[str], object]
) -> tuple[str, str] | None:
    """Part a number from what tells more of it, or write two ends as a range; None for others."""
    if found := _BROKEN_DOWN.fullmatch(text):
        form, parts = found["whole"].strip(), found["parts"] or found["more"]
        if _reads(form, take) and _are_parts(parts, form):
            return form, parts
    if "account" in names and (found := _OF_THEM.fullmatch(text)):
        form, parts = found["whole"], found["more"].strip(" ,(:-").removesuffix(")")
        parts = _OF_WHICH.sub(r"\1 of them ", parts)
        noun = "" if _reads(f"{form} {found['noun']}", take) else found["noun"].strip()
        if _reads(form, take) and _are_parts(parts, re.findall(r"\d[\d,.]*", form)[-1]):
            return form, f"{noun}, {parts}".strip(" ,")
    if "year" in names and (ends := _LEAST_AND_MOST.fullmatch(text)):
        return f"{ends['low']}-{ends['high']}", ""
    if "employee" in names and (found := _BESIDES.fullmatch(text)):
        return found["whole"], found["more"]
    found = _WITH_MORE.fullmatch(text)
    if not found or not _reads(found["whole"], take):
        return None
    if found["noun"] and ("account" not in names or _COMES.search(found["in"])):
        return None
    rest = found["more"] or found["within"] or f"{found['noun']} ({found['in']})"
    return found["whole"], rest


# A number and what it is made of: ~120 (30 bureaus + 90 SMEs).
_BROKEN_DOWN = compile_later(
    r"(?P<whole>[^\d(:]{0,12}\d[\d,.]*[^\d(:]{0,25}?) ?(?:\((?P<parts>[^()]*\d[^()]*)\)"
    r"|(?::|=| - |, ?(?:of which|i\.e\.|namely)) ?(?P<more>\D*\d.*))",
    re.ASCII,
)


_FIGURE = (
    r"\d(?:[\d,.]*\d)?(?: ?(?:-|to|or) ?\d(?:[\d,.]*\d)?)?(?![\d%])"
    r"(?:(?:[- ](?:odd|ish)| or (?:so|thereabouts)|,? give or take)\b)?"
)
_ABOUT = r"(?:(?:about|around|roughly|approx\.?|circa|ca?\.) |[~\u00b1] ?)?"
_BEGINNING = compile_later(rf"(?<![\w.,]){_ABOUT}{_FIGURE}", re.ASCII | re.IGNORECASE)
_BEGINS = compile_later(
    rf"(?P<whole>{_ABOUT}{_FIGURE})(?=[ ,;:(-]+[^\W_]| of (?:which|whom)\b|[ ,;:]*\()",
    re.ASCII | re.IGNORECASE,
)
_OF_YEARS = compile_later(r"^(?:years?|yrs?)\b(?: of)?(?: experience\b)?[ ,;]*", re.IGNORECASE)
_IN_BRACKETS = compile_later(r"\([^()]*\)?")
_FOR_EACH = compile_later(r"[ ,;:(-]*(?:an?|per|each|every|times|x)\b", re.IGNORECASE)
_SUMMED = compile_later(r"[,;]|\band\b", re.IGNORECASE)
# A number, one end or two, of which a part is told: 130-150 farms, about 90 of them active.
_OF_THEM = compile_later(
    rf"(?P<whole>{_ABOUT}\d(?:[\d,.]*\d)?(?: ?(?:-|to) ?\d(?:[\d,.]*\d)?)?)(?!\d)"
    r"(?P<noun>(?: [^\W\d_]{2,20}){0,3}?)(?P<more> of (?:which|whom) [^\d]{0,12}\d+ .+"
    r"|(?:,| \(|:| -) ?(?:of (?:which|whom) [^\d]{0,12}\d+ .+"
    r"|[^\d,]{0,12}\d+ of (?:them|those|these)\b.*?)\)?)",
    re.ASCII | re.IGNORECASE,
)
_OF_WHICH = compile_later(r"^of (?:which|whom) ([^\d]{0,12}\d+) ", re.ASCII | re.IGNORECASE)
# Both ends, each with the word for it: min. 2, max. 8.
_LEAST_AND_MOST = compile_later(
    r"(?:at least|min(?:imum|\.)?|from|>=?) ?(?P<low>\d{1,2})(?: ?(?:years?|yrs?))?"
    r" ?(?:,|/|-|and|but)? ?(?:at most|max(?:imum|\.)?|up to|<=?) ?(?P<high>\d{1,2})"
    r"(?: ?(?:years?|yrs?))?",
    re.ASCII | re.IGNORECASE,
)
# A number now, with what may come: 2, poss. 3 in summer; and one with words in brackets.
_WITH_MORE = compile_later(
    r"(?P<whole>\d(?:[\d,.]*\d)?(?: ?(?:-|to) ?\d[\d,]*)?)"
    r"(?:,? (?P<more>(?:poss(?:ibly)?|perhaps|maybe|later|soon|probably"
    r"|hopefully|from|and more|next|in the)\b.+)| ?\((?P<within>[^()\d]+)\)"
    r"| (?P<noun>[a-z]{3,20}) ?\((?P<in>[^()]+)\))",
    re.ASCII | re.IGNORECASE,
)
# A number with others beside it, or some of them in it: 115 + seasonal, 9 incl. me.
_BESIDES = compile_later(
    r"(?P<whole>\d(?:[\d,.]*\d)?) ?(?P<more>(?:\+|(?:incl(?:uding)?|excl(?:uding)?|plus|and)\b\.?)"
    r" ?[^\W\d_][^\d]*)",
    re.ASCII | re.IGNORECASE,
)
_COMES = compile_later(
    r"\b(?:from|by|until|later|soon|then|next|grow\w*|per|each)\b", re.IGNORECASE
)


def _reads(form: str, take: Callable[[str], object]) -> bool:
    try:
        return bool(take(form))
    except UnreadableError:
        return False


def _are_parts(parts: str, whole: str) -> bool:
    """Whether the figures of a text are no more, together, than the number they are parts of."""
    counts = [int(number) for number in re.findall(r"(?<![\d.,])\d{1,6}(?![\d.,%])", parts)]
    total = "".join(re.findall(r"\d", whole))
    is_told = len(counts) > 1 or re.search(r"\d (?:\w+ )?of (?:them|which|those|these)\b", parts)
    return bool(counts and is_told) and "%" not in parts and sum(counts) <= int(total[:9] or 0)


_OR = compile_later(r"(?<![\d.,])(\d{1,6}) ?(?:or|/|-|to) ?(\d{1,6})(?![\d.,])", re.ASCII)


def _without_names(words: str, names: Sequence[str]) -> str:
    """Take the unit's own words out of what stands beside a number: of `years in sales`."""
    own = {word for name in names for word in name.split()}
    return " ".join(word for word in words.split() if word.lower().rstrip(",;") not in own)


_POINTS = compile_later(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])", re.ASCII)
_K = compile_later(r"(\d{1,4}(?:\.\d{1,3})?) ?(?:k|thousand)(?![^\W\d_])", re.ASCII | re.IGNORECASE)
_NO_FRACTION = compile_later(r"(?<![\d.,])(\d+)[.,]0{1,2}(?![\d.,])", re.ASCII)


def _whole_in(typed: str) -> str:
    """Write the whole numbers of a text plainly: `1.200`, `5,00,000`, `1.5k` and `12.0`."""
    text = _NO_FRACTION.sub(r"\1", typed)
    for pattern in (_POINTS, IN_LAKHS):
        text = pattern.sub(lambda found: re.sub("[.,]", "", found[0]), text)
    if len(_K.findall(text)) != len(re.findall("[0-9.,]+", text)):
        return text
    return _K.sub(lambda found: f"{(Decimal(found[1]) * 1000).normalize():f}", text)


def _without_words(typed: str, names: Sequence[str]) -> tuple[str, str]:
    """Part a number from the words behind it that count nothing: `30 to 40 counties`."""
    kept = re.match(
        r".*[0-9](?:[+]|-?ish| or (?:so|thereabouts)|,? give or take)?(?![^\W_])", typed
    )
    rest = typed[kept.end() :].strip(" ,;") if kept else ""
    # A digit within a word, as of B2B, counts nothing.
    left = re.sub(r"[^\W\d_]+\d\w*", "", _without_names(rest, names))
    is_harmless = re.match(r"[^\W\d_]", rest) and not changes_value(left)
    return (kept[0], rest) if kept and is_harmless else (typed, "")


_NOTHING = compile_later(
    r"\W*(?:none|no|not)(?: (?:\w+ ){0,2}(?:needed|required|necessary|experience|minimum))?\W*"
    r"|entry[- ]level|n/a|any",
    re.IGNORECASE,
)


def _is_nothing(text: str) -> bool:
    """Whether a text says that no years are asked for, whatever remark it has: `none, we train`."""
    found = _NOTHING.match(text)
    if not found or has_digits(text):
        return False
    return found.end() == len(text) or bool(_REMARK.search(found[0]))


_REMARK = compile_later(r"[,;:.(\u2013\u2014-]\W*$")


def _no_must(
    error: UnreadableError, typed: str, names: Sequence[str], take: Callable[[str], object]
) -> UnreadableError:
    """Say where a wish belongs, or that nothing is asked for: a figure here would be a must."""
    if len(typed) > LONGEST or not has_digits(in_digits(typed)):
        found = _NOTHING.match(typed[:LONGEST])
        more = typed[found.end() :].strip(" ,;:.-()\u2013\u2014") if found else ""
        also: list[Part] = [f'The posting has no place for "{printable(more)}".'] * bool(more)
        cure = "Leave it empty: then no years are asked for."
        return UnreadableError(error.message, cure, also=also)
    parts = _parts(typed)
    wished = [part for part in parts if is_wished(part)]
    must = ", ".join(part for part in parts if part not in wished)
    form, rest = _without_words(in_digits(must), names)
    if has_digits(form) and _reads(form, take):
        message = f"{quoted(typed)} is more than years, which are a must here."
        also = [Put(printable(_wish(part)), "role.preferred") for part in wished]
        left = _without_names(rest, names)
        return UnreadableError(message, f"Write {form}.", forms=[form], rest=left, also=also)
    wishes = [_wish(one) for one in (parts if len(parts) == len(wished) else [typed])]
    message = f"{quoted(typed)} is a wish, and years here are a must."
    first, *others = map(printable, wishes)
    also = [put_instead(first, "role.preferred"), *(Put(one, "role.preferred") for one in others)]
    return UnreadableError(message, "", also=also)


def _parts(typed: str) -> list[str]:
    """Part what stands between commas; a wish alone is one for the part before it."""
    parts = list[str]()
    for part in _COMMA.split(typed):
        if parts and not without_wish(part):
            parts[-1] += f",{part}"
        else:
            parts.append(part.strip())
    return parts


def _wish(typed: str) -> str:
    """Return what is wished for, without the words for that; a figure in it is one of years."""
    wish = without_wish(typed)
    if not has_digits(in_digits(wish)) or "experience" in wish.lower():
        return wish
    found = _YEARS.search(wish)
    if not found:
        years, joint, work = wish.partition(" in ")
        return f"{years} years of experience{joint}{work}"
    years, work = wish[: found.end()], wish[found.end() :]
    return f"{years} of experience{_IN.sub(' in ', work)}"


_YEARS = compile_later(r"(?i)\by(?:ea)?rs?\b")
_IN = compile_later(r"(?i)^ (?:(?:of|in) )?")
_COMMA = compile_later(r"[,;](?!\d)")
_UNIT = compile_later(r"\b(?:day|week|month|year)(?=s?\b)", re.IGNORECASE)
