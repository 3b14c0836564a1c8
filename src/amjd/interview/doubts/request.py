"""What people are asked to send: things, and no CV where none is needed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.money import NONE
from amjd.interview.kept import Kept
from amjd.interview.sentences import asked_for, prints
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later

EVIDENCE = "apply.evidence"


class Asked(NamedTuple):
    """What a line asks for: things, and a paper that it spares people."""

    things: Sequence[str] = ()
    spared: str = ""


def requested(kept: Kept, asked: Asked) -> str:
    """Return the request that a line makes of the one that stands; nothing where that stays so."""
    own = kept.current(EVIDENCE).strip().rstrip(".")
    own = "" if own.lower() == NONE else own
    is_spared = bool(asked.spared) and not prints(kept, _SPARES)
    if not (asked.things or is_spared):
        return ""
    request = own or ("" if asked.things else asked_for(kept).rstrip("."))
    parts = [_without_paper(request) if is_spared else request]
    parts += [_to_send(" and ".join(asked.things))] if asked.things else []
    if is_spared:
        paper = "CV" if "cv" in f"{request} {asked.spared}".lower() else "r\u00e9sum\u00e9"
        parts.append(kept.words.doubts.no_paper.format(paper=paper))
    first, *others = filter(None, parts)
    return ". ".join([first, *map(with_capital, others)])


def _to_send(things: str) -> str:
    return f"send {'' if _DETERMINED.match(things) else 'your '}{things}"


_DETERMINED = compile_later(
    r"(?i)(?:an?|the|your|their|some|any|one|two|three|four|five|half|\d+|copies|proof)\b"
)
_PAPER = r"(?:cvs?|r[e\u00e9]sum[e\u00e9]s?)"
_SPARES = compile_later(rf"(?i)\bno {_PAPER}")


def _without_paper(request: str) -> str:
    """Take the CV out of a request that asks for more: `your CV and a few lines`."""
    return re.sub(rf"(?i)\b(?:your|an?) {_PAPER}(?:,| and| with| plus) ", "", request)


# -- in what was typed ----------------------------------------------------------------------------

_NEEDED = r"(?: (?:is |are )?(?:needed|required|necessary|wanted|please|at all))*"
_SPARED = compile_later(
    rf"(?i)[\s,;-]{{0,3}}(?:\b(?:no|without)(?: need (?:for|of|to send))?(?: an?| your)? {_PAPER}"
    rf"{_NEEDED}|\b(?:do not|don['\u2019]?t) need (?:to send )?(?:an? |your )?{_PAPER}"
    rf"|\bskip the {_PAPER}|\b(?:an? )?{_PAPER} (?:is |are )?(?:not|never|isn['\u2019]?t) "
    r"(?:needed|required|necessary)|\bneed no (?:cv|r[e\u00e9]sum[e\u00e9]))(?![\w@.-]*@)\b"
)


def without_spared(text: str) -> tuple[str, str]:
    """Take off a text that no CV is needed, and return the words that said so."""
    found = _SPARED.search(text)
    if not found:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), found[0].strip(" ,;-")
