"""Measures in own words beside those that are ticked: `95% renewal rate` says one of them again.

A share of what is kept may be a floor, which is an answer of its own.
"""

import re

from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with, lines_with
from amjd.interview.understanding import plain_words, why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later

MEASURES, FLOOR = "metrics", "portfolio.retention"
_KEPT = ("gross retention", "renewal rate")
"""The measures of which a share may be a floor."""


def beside_ticked(kept: Kept, stop: Stop, ask: Ask, new: Values, ticked: Values) -> Doubt | None:
    """Ask whether own words are one with a measure that is ticked, or a share to be kept.

    Of several in one line it is asked first whether they are that.
    """
    if stop.fields != (MEASURES,) or sum(map(len, new)) > LONGEST or "," in "".join(new):
        return None
    meant = {one: choice for one in new if (choice := _choice_in(kept, one))}
    twice = [choice for choice in meant.values() if choice in ticked]
    once = tuple(one for one in ticked if one not in twice)
    shares = [(one, found[1]) for one in meant if (found := _share(one, meant[one]))]
    words, known = kept.words.doubts, kept.current(FLOOR)
    if len(shares) == 1 and known in ("", shares[0][1]):
        own, share = shares[0]
        others = tuple(one for one in new if one != own)
        floor: dict[str, Answer] = {
            FLOOR: share,
            MEASURES: [*dict.fromkeys((*ticked, meant[own])), *others],
        }
        if not why_not(kept, floor):
            line = lines_with(kept, {FLOOR: share})
            question = words.all_kept.filled(measure=own, share=line)
            then: Rows = {"measure": (*once, *new), "share": Meant(floor), "again": Signal.BACK}
            offer = listed(ask, question, then, {"measure": own, "share": line})
            return offer._replace(ask=offer.ask._replace(at=None))
    if not twice or why_not(kept, {MEASURES: [*once, *new]}):
        return None
    rows: Rows = {"keep": (*once, *new), "typed": (*ticked, *new)}
    line = line_with(kept, MEASURES, {MEASURES: [*once, *new]})
    return read_so(kept, ask, rows, line, "; ".join((*ticked, *new)))


def _choice_in(kept: Kept, text: str) -> str:
    """Return the measure that own words name, by the longest of its names; nothing if none."""
    plain = f" {plain_words(text)} "
    names = {
        plain_words(name): choice.value
        for choice in kept.questions[MEASURES].choices
        for name in (choice.value, choice.label, *kept.words.doubts.measures.get(choice.value, ()))
    }
    found = [name for name in names if f" {name} " in plain]
    return names[max(found, key=len)] if found else ""


def _share(text: str, choice: str) -> re.Match[str] | None:
    found = _SHARE.search(text) if choice in _KEPT else None
    is_floor = found and _LEAST <= float(found[1]) <= _ALL
    return found if is_floor and len(re.findall(r"\d+(?:\.\d+)?", text)) == 1 else None


_SHARE = compile_later(r"(?i)(?<![\d.,])(\d{2,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b|pct\b)")
_LEAST, _ALL = 50, 100  # percent: with less, another figure is meant
