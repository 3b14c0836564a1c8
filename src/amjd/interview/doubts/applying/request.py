"""What people are asked to send: things, and none of the papers that are not needed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.pay.money import NONE
from amjd.interview.kept import Kept
from amjd.interview.sentences import asked_for, prints
from amjd.text.characters import joined, with_capital
from amjd.text.patterns import compile_later

EVIDENCE = "apply.evidence"


class Asked(NamedTuple):
    """What a line asks for: things, and the papers that it spares people, as they were typed.

    `also` are sentences on how it may be sent; with `in_call` nothing can be.
    """

    things: Sequence[str] = ()
    spared: Sequence[str] = ()
    also: Sequence[str] = ()
    in_call: bool = False


def requested(kept: Kept, asked: Asked) -> str:
    """Return the request that a line makes of the one that stands; nothing where that stays so."""
    own = kept.current(EVIDENCE).strip().rstrip(".")
    is_none = own.lower() == NONE
    own = "" if is_none else own
    spared = [paper for paper in asked.spared if not prints(kept, _saying_no(paper))]
    also = [one for one in asked.also if one.lower() not in own.lower()]
    if not (asked.things or spared or also):
        return ""
    request = own or ("" if asked.things or is_none else asked_for(kept).rstrip("."))
    parts = [_without_papers(request, spared)]
    parts += [_to_send(" and ".join(asked.things), asked.in_call)] if asked.things else []
    if spared:
        one, *more = dict.fromkeys(_named(paper, request) for paper in spared)
        papers = joined([one, *(f"no {other}" for other in more)], "and")
        parts.append(kept.words.doubts.no_paper.format(paper=papers))
    first, *others = filter(None, [*parts, *also])
    return ". ".join([first, *map(with_capital, others)])


def _to_send(things: str, in_call: bool) -> str:
    things = f"{'' if _DETERMINED.match(things) else 'your '}{things}"
    return f"have {things} ready when you call" if in_call else f"send {things}"


_DETERMINED = compile_later(
    r"(?i)(?:an?|the|your|their|some|any|one|two|three|four|five|half|\d+|copies|proof)\b"
)
_CV = r"(?:cvs?|r[e\u00e9]sum[e\u00e9]s?)"
_PAPER = (
    rf"(?:{_CV}|(?:cover(?:ing)?|motivation(?:al)?) ?letters?|letters?|references?|referees?"
    r"|photos?(?:graphs?)?|pictures?|portfolios?|certificates?|transcripts?)"
)
_PLURAL = ("reference", "referee", "certificate", "transcript")  # of which nobody sends one


def _same(paper: str) -> str:
    """Return an expression for the paper that was named, in one or in many."""
    return _CV if re.fullmatch(f"(?i){_CV}", paper) else rf"{re.escape(paper.rstrip('s'))}s?"


def _saying_no(paper: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\bno {_same(paper)}\b")


def _named(paper: str, request: str) -> str:
    """Name a paper that nobody needs: one of which people send one, and a CV as it is called."""
    if re.fullmatch(f"(?i){_CV}", paper):
        return "CV" if "cv" in f"{request} {paper}".lower() else "r\u00e9sum\u00e9"
    one = paper.lower().rstrip("s")
    return f"{one}s" if one in _PLURAL else one


def _without_papers(request: str, spared: Sequence[str]) -> str:
    """Take the papers out of a request that asks for more: `your CV and a few lines`."""
    for paper in spared:
        request = re.sub(rf"(?i)\b(?:your|an?) {_same(paper)}(?:,| and| with| plus) ", "", request)
    return request


# -- in what was typed ----------------------------------------------------------------------------

_NEEDED = r"(?: (?:is |are )?(?:needed|required|necessary|wanted|please|at all|yet))*"
_FANCY = r"(?: (?:fancy|formal|full|long|proper|polished|typed|official|big))?"
_NOT = r"(?:do not|don['\u2019]?t|never)"
_PAPERS = rf"(?:an? |your |any |the )?{_PAPER}(?:(?: or | nor | ?/ ?)(?:an? |your |any )?{_PAPER})*"
_SPARED = compile_later(
    r"(?i)[\s,;(-]{0,3}(?:"
    rf"\b(?:(?:and|or|but) )?(?:no|without)(?: need (?:for|of|to send))?{_FANCY} {_PAPERS}{_NEEDED}"
    rf"|\b(?:please )?{_NOT} (?:need|send|write|include|attach|bother (?:with|sending)|worry about"
    rf"|want)(?: to send)?(?: us)? {_PAPERS}"
    rf"|\bwe {_NOT} (?:read|need|want|look at|ask for) {_PAPERS}|\b(?:skip|need no) {_PAPERS}"
    rf"|\b{_PAPERS} (?:is |are )?(?:(?:not|never|isn['\u2019]?t|aren['\u2019]?t) "
    rf"(?:needed|required|necessary)|optional)){_NEEDED}(?![\w@.-]*@)\b"
)
_EACH = compile_later(rf"(?i)\b{_PAPER}\b")
# Nothing without a letter: then one is wanted.
_NEVER = compile_later(
    r"(?i)\b(?:not|nothing|never|none|nobody|no one|anyone|those|applications?|e-?mails?)\W{0,3}$"
)


def without_spared(text: str) -> tuple[str, list[str]]:
    """Return a text without its words on papers that nobody needs, and these as they were named."""
    papers = list[str]()

    def cut(found: re.Match[str]) -> str:
        if _NEVER.search(text[: found.start()]):
            return found[0]
        papers.extend(_EACH.findall(found[0]))
        return " "

    rest = _SPARED.sub(cut, text)
    return (" ".join(rest.split()), papers) if papers else (text, [])


# -- how else it may be sent ----------------------------------------------------------------------

_BY_HAND = r"in person|by (?:mail|post|fax|hand)"
_WAY = compile_later(
    r"(?i)(?:(?:or|and|but|also)\b[\s,:]*)?"
    r"(?:(?:please|just|simply|you can|you may|can|also|people can|they can)\b[\s,:]*){0,3}"
    rf"(?P<said>(?P<how>(?:{_BY_HAND})\b.*|at\b.+)"
    r"|(?P<verb>(?:snail )?mail|post|fax|bring|drop|hand|come|stop|walk|visit|swing|pop|deliver"
    r"|send)\b.+|(?:put|mention|quote|use|no|never|do not|don['\u2019]?t)\b.+)"
)
BY_HAND = compile_later(rf"(?i)\b(?:or|and|also)[\s,]{{1,3}}(?:apply )?(?:{_BY_HAND})\b")
"""How else something is sent that nobody writes."""


def is_other_way(text: str) -> bool:
    """Whether a text tells of another way to apply: `or come by on weekdays`."""
    found = _WAY.fullmatch(text)
    return bool(found and (found["how"] or found["verb"]))


def also_said(text: str) -> str:
    """Return as a sentence what a text says of how people apply; nothing where it does not.

    `or mail it to us` is another way, and `put the title in the subject` goes with the one given.
    """
    found = _WAY.fullmatch(text)
    if not found:
        return ""
    said = found["said"]
    is_other = found["how"] or found["verb"]
    if not is_other:
        return with_capital(said)
    return f"You can also {'apply ' if found['how'] else ''}{said[:1].lower()}{said[1:]}"
