"""Languages among other words: `spanish, needed for a third of the clinics, and english obviously`.

Each is one answer, with how well it is spoken; what else is said of it is no part of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from amjd.answers.names.languages import LANGUAGE
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


class Spoken(NamedTuple):
    """Languages with their levels, and what else was typed; none where there is nothing to part."""

    found: Sequence[str]
    rest: Sequence[str]


_WELL = (
    r"fluent|fluently|good|basics?|conversational|native|some|business|professional|written|spoken"
    r"|very|strong|solid|excellent|working|everyday|advanced|intermediate|perfect|decent|bilingual"
    r"|elementary|a little|a bit of|near-native|native-level"
)
_WORDS_OF_LEVEL = compile_later(rf"(?i)(?:{_WELL})(?:,? (?:{_WELL}))*")
_ITEM = compile_later(
    rf"(?i)(?P<well>(?:(?:{_WELL}) )*)(?P<name>{LANGUAGE})\b"
    r"(?P<level>(?: (?:(?:at )?(?:least )?(?:level )?[abc][12](?: level)?|fluently|natively"
    r"|at (?:a )?(?:native|business|working|basic|good) level)(?=$|[\s,;.)]))?)"
)
# That it must be spoken is what is asked.
_MUST = compile_later(
    r"(?i)(?:(?:and|also|plus|you|they|we|must|should|needs?|want|have|has|to|be|able|speaks?|knows?"
    r"|fluency in|knowledge of) )+"
)
_CUT = compile_later(
    r"\s*[,;(/&]\s*|\)\s*|\.(?=\s|$)\s*|\s+[-\u2013\u2014]\s+|\s+(?:and|plus|but)\s+"
)
_EDGES = " ,;.:&/()-\u2013\u2014"
_JOINTS = compile_later(
    r"(?i)^(?:(?:(?:is|are) )?(?:an? )?(?:must|required|needed|mandatory)(?=$|[,;.)])[\s,;]*"
    r"|(?:and|plus)(?:$| ))+|\s+(?:and|plus)$"
)
# What says more of a language, without a comma: of a Spanish client nothing else does.
_GOES_ON = compile_later(
    r"(?i) (?:for|needed|required|as|because|since|obviously|naturally|of course|really|is|which|so"
    r"|too|also|mostly|only|to|with|in|at|on|when|if|definitely|absolutely|daily|certainly|sure)\b"
)
_HOW_WELL = compile_later(
    r"(?i)\b(?:fluen\w+|native|bilingual|proficien\w+|advanced|intermediate|conversational|basics?"
    r"|good|strong|perfect\w*|well|enough|accents?|levels?|read(?:ing)?|writ\w+|[abc][12])\b"
)


class _Item(NamedTuple):
    start: int
    end: int
    text: str
    is_bare: bool


def spoken(typed: str) -> Spoken:
    """Find the languages with which the clauses of a text begin; what tells how well stays."""
    items = [*_items(typed)] if len(typed) <= LONGEST and not _OR.search(typed) else []
    if not items:
        return Spoken((), ())
    found, rest = list[str](), [_bare(typed[: items[0].start])]
    if _WORDS_OF_LEVEL.fullmatch(rest[0]):
        return Spoken((), ())  # spoken and written English
    ends = [*(one.start for one in items[1:]), len(typed)]
    behinds = [typed[one.end : end] for one, end in zip(items, ends, strict=True)]
    if len(items) > 1 and all(map(_USE.match, behinds)):
        # What each is for is what tells them apart: English in the firm, German for the clients.
        uses = [f"{one.text}{_USE_END.sub('', to)}" for one, to in zip(items, behinds, strict=True)]
        return Spoken(uses, [one for one in rest if one])
    for one, behind in zip(items, behinds, strict=True):
        gap = _bare(behind)
        is_level = bool(gap and _HOW_WELL.search(gap))
        if gap and behind[0] == " " and not (_GOES_ON.match(behind) or _CUT.match(behind)):
            return Spoken((), ())
        found.append(f"{one.text}{behind.rstrip(' ,;')}" if is_level else one.text)
        rest += [] if is_level else [gap]
    rest = [one for one in rest if one]
    # A comma before what tells how well parts nothing: Spanish, good enough to take an order.
    is_new = rest or any("," in one for one in found) or not all(one.is_bare for one in items)
    return Spoken([*dict.fromkeys(found)], rest) if is_new else Spoken((), ())


_USE = compile_later(r"(?i) (?:in|at|on|with|for|to) [^,;()]+[,;.]?(?: (?:and|but|plus))* ?$")
_USE_END = compile_later(r"(?i)[\s,;.]*(?: (?:and|but|plus))* ?$")
# Of which one is enough.
_OR = compile_later(r"(?i)\bor\b|\b(?:any|one|either) (?:of|from)\b|\b(?:any one|either)\W*$")


def one_of(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer languages of which one is enough as such: `Tamil/Telugu/Kannada any one`."""
    typed = "; ".join(values)
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    if field not in (_LANGUAGES, _PLUSES) or len(typed) > LONGEST:
        return None
    told = tuple(_one_of(value) or value for value in values)
    told = told if field == _LANGUAGES else tuple(map(with_capital, told))
    if not any(map(_one_of, values)) or why_not(kept, {field: [*told]}):
        return None
    line = line_with(kept, field, {field: [*told]}) if field == _LANGUAGES else " · ".join(told)
    offer = read_so(kept, ask, {"keep": told, "typed": values}, line, typed)
    return offer._replace(ask=offer.ask._replace(at=None))


def _one_of(typed: str) -> str:
    found = _ONE_OF.fullmatch(typed) or _ANY_ONE.fullmatch(typed)
    names = [_named(one) for one in _BETWEEN.split(found["names"])] if found else []
    if len(names) < _FEWEST or not any(map(_IS_NAME.fullmatch, names)):
        return ""
    told = f"one of {', '.join(names[:-1])} and {names[-1]}"
    return told if told != typed else ""


def _named(name: str) -> str:
    return name.title() if name.islower() and _IS_NAME.fullmatch(name) else name


_LANGUAGES, _PLUSES, _FEWEST = "role.languages", "role.preferred", 2
_IS_NAME = compile_later(rf"(?i)(?:{LANGUAGE})")
_BETWEEN = compile_later(r"(?i)\s*[/,|]\s*(?:(?:or|and) )?|\s+(?:or|and|&)\s+")
_NAMES = r"(?P<names>[^\W\d_]+(?: [^\W\d_]+)?(?:(?: ?[/,|] ?| )[^\W\d_]+){1,12})"
_ONE_OF = compile_later(
    rf"(?i)(?:at least )?(?:any one|one|any|either)(?: of|from| out of)(?: these)?:? {_NAMES}\.?"
)
_ANY_ONE = compile_later(
    rf"(?i){_NAMES.replace('{1,12})', '{1,12}?)')}[ ,:(\u2013-]{{1,3}}"
    r"(?:any one|any|either(?: one)?|one(?: is enough)?)"
    r"(?: of (?:these|them|those|the (?:two|three|four)))?\)?\.?"
)


def _items(typed: str) -> Iterator[_Item]:
    starts = [0, *(cut.end() for cut in _CUT.finditer(typed))]
    for start in starts:
        must = _MUST.match(typed, start)
        if item := _ITEM.match(typed, must.end() if must else start):
            name = item["name"]
            name = (
                name.upper() if name.lower() == "asl" else name.title() if name.islower() else name
            )
            text = f"{item['well']}{name}{item['level']}"
            yield _Item(start, item.end(), text, not must)


def _bare(text: str) -> str:
    return _JOINTS.sub("", text.strip(_EDGES)).strip(_EDGES)
