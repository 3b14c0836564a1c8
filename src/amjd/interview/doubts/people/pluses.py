"""Among what is asked of people, what is no must: `english, some spanish a plus`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from amjd.answers.names.languages import LANGUAGE
from amjd.answers.nothing import behind_denial
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so, told_left
from amjd.interview.doubts.people.languages import spoken
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later
from amjd.words.doubts import Doubts

INDUSTRY = "company.industry"
MUSTS, LANGUAGES, PLUSES = "role.required", "role.languages", "role.preferred"


def with_pluses(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer what nobody must have as a plus, without the words that say so."""
    words, typed = kept.words.doubts, "; ".join(values)
    field = stop.fields[0] if len(stop.fields) == 1 else ""
    if field == INDUSTRY and len(typed) <= LONGEST:
        return _industry(kept, ask, typed)
    if field not in (MUSTS, LANGUAGES, PLUSES) or len(typed) > LONGEST:
        return None
    parts = [part for value in values for part in parts_of(value, words, field)]
    welcome = _as_welcome if field == PLUSES else as_plus
    pluses = [bare for part in parts if (bare := welcome(part, words))]
    musts = [one for one in parts if not welcome(one, words)]
    bare_musts, rest = _languages(musts) if field == LANGUAGES else (musts, [])
    is_none = field == LANGUAGES and any(behind_denial(one, LANGUAGE) is not None for one in musts)
    if is_none or (not pluses and bare_musts == musts):
        return None
    answers = _answers(kept, field, bare_musts, pluses)
    if why_not(kept, answers):
        return None
    then: Rows = {"keep": Meant(answers), "typed": tuple(parts)}
    told = [
        _as_printed(kept, answers) if one == LANGUAGES else kept.reading(one, " · ".join(answer))
        for one, answer in answers.items()
        if not isinstance(answer, str)
    ]
    note = told_left(words, rest)
    return read_so(kept, ask, then, " ".join(f"{one}." for one in told), " · ".join(parts), note)


def _as_printed(kept: Kept, answers: Mapping[str, Answer]) -> str:
    """Return the must on languages, which adds how well one speaks what is named alone."""
    line = line_with(kept, LANGUAGES, answers)
    label = f"{kept.label(LANGUAGES)}: "
    return line if line.startswith(label) else f"{label}{line}"


def _languages(musts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return each language with its level, and what else was typed of them."""
    found, rest = list[str](), list[str]()
    for one in (_MUST.sub("", must) for must in musts):
        languages = spoken(one)
        found += languages.found or [one]
        rest += languages.rest
    return found, rest


def _industry(kept: Kept, ask: Ask, typed: str) -> Doubt | None:
    """Offer the name of an industry, of which the posting says that knowing it is a plus."""
    bare = _MUST.sub("", as_plus(typed, kept.words.doubts) or typed)
    name = _KNOWING.sub("", bare).strip(" ,.")
    if not name or name == typed or why_not(kept, {INDUSTRY: name}):
        return None
    then: Rows = {"keep": (name,), "typed": (typed,)}
    must = _MUST.search(typed)
    note = kept.words.doubts.left.format(words=must[0].strip(" ,(.)!")) if must else ""
    return read_so(kept, ask, then, line_with(kept, INDUSTRY, {INDUSTRY: name}), typed, note)


_KNOWING = compile_later(
    r"(?i)^(?:(?:some|any|prior|previous|a|our|the) )*(?:experience|background|knowledge|know-how"
    r"|understanding) (?:in|of|with) "
    r"| (?:experience|knowledge|background|know-how)$"
)


def _answers(
    kept: Kept, field: str, musts: Sequence[str], pluses: Sequence[str]
) -> dict[str, Answer]:
    """Return both lists; what stands among the pluses already stays, and is not said twice."""
    given = [] if field == PLUSES else kept.items(PLUSES)
    others = musts if field == PLUSES else ()
    there = [*dict.fromkeys([*given, *others, *pluses])]
    if field == PLUSES:
        return {PLUSES: there}
    return {field: [*musts] or "", **({PLUSES: there} if pluses else {})}


# A language is a must wherever it is named.
_MUST = compile_later(
    r"(?i)(?<!not)(?<!n't)(?<!n\u2019t)[\s,(]{1,3}(?:(?:is|are) )?(?:an? )?"
    r"(?:must(?:[- ]have)?|required|needed|mandatory)[).!]{0,2}$"
)
# None within a figure, and none within brackets.
_COMMA = compile_later(r",(?!(?<=\d,)\d{3}(?!\d))(?![^()]*\))|\.(?= \w)")
_JOINED = compile_later(r"(?i)^(?:(?:and|plus|but|also|with) )+")


def parts_of(typed: str, words: Doubts, field: str) -> list[str]:
    """Part what stands in one line, if one of its parts is a plus; else it stays one."""
    goes_on = re.compile(rf"(?:{'|'.join(words.joints[2:])})(?![\w-])", re.IGNORECASE)
    parts = list[str]()
    for part in _pieces(typed, words, field):
        is_own = as_plus(part, words) and not _is_only(part, words)
        if parts and not is_own and (goes_on.match(part) or _is_only(part, words)):
            parts[-1] += f", {part}"
        else:
            parts.append(_JOINED.sub("", part) if parts else part)
    return parts if any(as_plus(part, words) for part in parts) else [typed]


def _pieces(typed: str, words: Doubts, field: str) -> Iterator[str]:
    """Give the parts between commas; of two languages with an "and" the last is the plus."""
    for part in filter(None, (piece.strip(" .") for piece in _COMMA.split(typed))):
        first, joint, last = part.rpartition(" and " if field == LANGUAGES else " but ")
        is_two = joint and as_plus(last, words) and not as_plus(first, words)
        yield from [first, last] if is_two and not _is_only(last, words) else [part]


def _is_only(part: str, words: Doubts) -> bool:
    """Whether a part says of the one before it that it is a plus, and nothing else."""
    return bool(_phrase(words.pluses)[2].fullmatch(part))


def as_plus(part: str, words: Doubts) -> str:
    """Return what a part says without that it is a plus; nothing of a must."""
    end, start, _ = _phrase(words.pluses)
    bare = part
    while (shorter := start.sub("", end.sub("", bare))) != bare:
        bare = shorter.strip(" ,;:-")
    is_plus = bare != part and bool(re.search(r"[^\W\d_]", bare))
    return bare if is_plus else ""


# Under the heading that it is a plus nothing says once more that it is taken: `retail is fine`.
_WELCOME = compile_later(
    r"(?i)(?P<what>(?!(?:no|none|not|any|anything|without|zero|little)\b)[^,;]{3,80}?)"
    r"(?: (?:is|are|would be|will be)(?: (?:also|very|perfectly|just|totally|more than)){0,2}"
    r" (?:fine|ok|okay|welcome|good|great|useful|handy)|,? (?:most |very )?welcome)"
    r"(?: too| as well)?[.!]*"
)


def _as_welcome(part: str, words: Doubts) -> str:
    """Return what a plus says without that it is one, or is welcome; nothing of other words."""
    found = _WELCOME.fullmatch(part)
    return as_plus(part, words) or (found["what"].strip() if found else "")


@cache
def _phrase(phrases: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Return how the words for a plus end a part, begin it, and stand alone."""
    said = "|".join(sorted(phrases, key=len, reverse=True))
    before = r"(?:(?:is|are|would be|will be|also|but|though|definitely|always|strongly|it'?s) )*"
    whole = rf"{before}(?:{said})\)?[.!]*"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"[\s,(\u2013-]+{whole}$",
            rf"^(?:(?:ideally|preferably),? |(?:bonus|{said})(?: points?)?(?::| if| for)[ ,]+)"
            r"(?:you(?:'ve| have| speak| know)? )?",
            whole,
        )
    )
