"""Languages among further requirements, which have a line of their own: `German fluent, tidy`."""

import re
from collections.abc import Iterator

from amjd.answers.names.languages import LANGUAGE, named_in
from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.understanding import why_not
from amjd.text.patterns import compile_later

MUSTS, LANGUAGES = "role.required", "role.languages"
_WELL = (
    r"(?:very|fluent(?:ly)?|good|basics?|conversational|native|some|business|professional|written"
    r"|spoken|strong|solid|excellent|working|everyday|advanced|intermediate|perfect|decent"
    r"|and|at|level|least|[abc][12])"
)
_SPOKEN = compile_later(
    rf"(?i)(?:(?:you )?speaks? |and )?(?:{_WELL} ){{0,4}}(?:{LANGUAGE})"
    rf"(?:[ :]{{1,2}}{_WELL}){{0,4}}"
)
_COMMA = compile_later(r",(?!\d)(?![^()]*\))\s*")
_OF_ANY = compile_later(rf"(?i)\b(?:{LANGUAGE})\b")


def with_languages(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer languages as those that the job calls for, and what stands beside them apart."""
    typed = [one for one in values if one not in ask.current]
    text = "; ".join(typed)
    if stop.fields != (MUSTS,) or len(text) > LONGEST or not _OF_ANY.search(text):
        return None
    parts = [part for one in typed for part in _parts(one)]
    found = [part for part in parts if _is_spoken(part)]
    known = {name.lower() for one in kept.items(LANGUAGES) for name in named_in(one)}
    if not found or any(name.lower() in known for one in found for name in named_in(one)):
        return None
    rest = [one for one in values if one in ask.current]
    rest += [part for part in parts if part not in found]
    spoken = [*kept.items(LANGUAGES), *map(_named, found)]
    answers = {MUSTS: rest, LANGUAGES: spoken}
    if why_not(kept, answers):
        return None
    then: Rows = {"keep": Meant(answers), "typed": values}
    lines = [kept.reading(one, " · ".join(said)) for one, said in answers.items() if said]
    return read_so(kept, ask, then, " ".join(f"{line}." for line in lines), text)


def _parts(typed: str) -> Iterator[str]:
    """Part a line at its commas where one of its parts is a language; else it is one."""
    parts = [part.strip() for part in _COMMA.split(typed) if part.strip()]
    last = re.split(r" and (?=[\w ]+$)", parts[-1]) if parts else []
    parts = [*parts[:-1], *last] if any(map(_is_spoken, last)) else parts
    yield from parts if any(map(_is_spoken, parts)) else [typed]


def _is_spoken(part: str) -> bool:
    return len(part.split()) <= _FEW and bool(_SPOKEN.fullmatch(part.strip(" .")))


def _named(part: str) -> str:
    """Write the name of a language with its capital."""
    return _OF_ANY.sub(lambda found: found[0].title() if found[0].islower() else found[0], part)


_FEW = 6  # words of a language with how well it is spoken
