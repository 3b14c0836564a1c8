"""A question about a bonus that is no exact figure: as what it shall be told."""

from collections.abc import Mapping, Sequence

from amjd.answers.pay.money import NONE, PRIVATE
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, listed
from amjd.interview.doubts.pay.meanings import every_way, unsure_ways
from amjd.interview.doubts.pay.more_salaries import none_but_benefits
from amjd.interview.doubts.pay.parted import read_bonus
from amjd.interview.doubts.pay.terms import Way, in_terms, terms_name
from amjd.interview.doubts.pay.totals import names_total
from amjd.interview.kept import Kept
from amjd.interview.on_top import BONUS, FIELD, told_on_top, without_told
from amjd.interview.route import Stop
from amjd.interview.sentences import line_because, line_with
from amjd.interview.spoken_periods import with_per
from amjd.interview.understanding import plain_words, understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def in_words(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer what a bonus can be told as, where it cannot be kept as it was typed."""
    typed = with_per(FIELD, " ".join("; ".join(values).split()))
    if plain_words(typed) in kept.words.doubts.vague or read_bonus(kept, typed):
        return None
    if not understand(kept, stop, values).refused:
        return None
    if UNDECIDED.search(typed):
        return undecided(kept, ask, None, in_terms(kept, typed) if terms_name(typed) else None)
    gone = told_before(kept, typed)
    if (way := none_but_benefits(kept, typed)) and not why_not(kept, way.answers):
        as_typed = in_terms(kept, typed)._replace(name="typed")
        return which(kept, ask, [told_anew(way, gone), told_anew(as_typed, gone)])
    found = every_way(kept.beside(gone), typed)
    return which(kept, ask, [told_anew(way, gone) for way in found])


def told_anew(way: Way, gone: Mapping[str, Answer]) -> Way:
    """Put what is left of the terms behind what a way tells; its own words of them stand."""
    return way._replace(answers={**way.answers, **gone, **way.answers})


def told_before(kept: Kept, typed: str) -> Mapping[str, Answer]:
    """Return what is left of the terms beside new words of what comes on top.

    The whole pay stays beside words that tell none.
    """
    told = told_on_top(kept)
    is_total = told and names_total(kept, told.text) and not names_total(kept, typed)
    return {} if is_total else without_told(kept, (FIELD,))


def not_promised(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to say of a bonus without a figure that it may be, where its terms promise nothing."""
    text = "; ".join(values)
    if stop.fields[0] != BONUS or kept.answers().pay.variable != PRIVATE:
        return None
    ways = [way for way in unsure_ways(kept, text) if way.name == "unsure"]
    return which(kept, ask, [*ways, Way("typed", {BONUS: text})]) if ways else None


UNDECIDED = compile_later(
    r"(?i)\b(?:undecided|tb[acd]|to be (?:confirmed|agreed|determined)|under discussion"
    r"|up in the air|(?:no|nothing)\b[^,;.]{0,20}? (?:decided|settled|finali[sz]ed)"
    r"|(?:decide|settle) (?:it |that |this )?later"
    r"|(?:not|\w{1,6}n['\u2019]?t|still|yet to|to be|will)\b[^,;.]{0,30}?"
    r"\b(?:decid(?:e|ed|ing)|settled?|agreed|finali[sz]ed|sorted|thinking|discussing"
    r"|work(?:ing|ed)? (?:it|that|this) out))\b"
)
"""Words for what nobody has decided yet."""


def undecided(kept: Kept, ask: Ask, found: Doubt | None, way: Way | None = None) -> Doubt:
    """Offer to say nothing of what is not decided, or that it may be, where that was `found`.

    Where it is how much that is not decided, a `way` tells of it as it was typed.
    """
    rows: Rows = {"open": Signal.OPEN, "again": Signal.BACK}
    words, line = kept.words.money.undecided, found.ask.why if found else ""
    if ask.optional:
        rows["out"] = ()
    chance = found.then.get("keep") if found else None
    if found and isinstance(chance, Meant) and not chance.answers.get(FIELD, ""):
        rows["unsure"] = chance
    typed = _sentence(kept, way.answers) if way else ""
    if way and not why_not(kept, way.answers):
        rows["typed"] = Meant(way.answers, way.then)
    if not ask.optional:
        words = words._replace(question=kept.words.doubts.open.question)
    said = kept.words.terminal
    left = {"open": said.open, "out": said.left_empty, "unsure": line, "typed": typed}
    return listed(ask, words.filled(sentence=line, typed=typed), rows, left)


def which(kept: Kept, ask: Ask, ways: Sequence[Way]) -> Doubt | None:
    """Ask which of some ways is meant, of those that can be kept; a yes takes the first."""
    ways = [way for way in ways if not why_not(kept, way.answers)]
    if not ways:
        return None
    lines, first = {way.name: _sentence(kept, way.answers) for way in ways}, ways[0].name
    at = 0 if ways[0].is_sure else None
    question = kept.words.money.in_words.filled(
        sentence=lines[first],
        figure=lines.get("figure", ""),
        words=lines.get("words", ""),
        typed=lines.get("typed", ""),
        none=lines.get("none", ""),
    )
    rows = {"keep": ways[0], **{way.name: way for way in ways[1:]}}
    then: Rows = {name: Meant(way.answers, way.then) for name, way in rows.items()}
    then["again"] = Signal.BACK
    found = listed(ask, question, then, {**lines, "keep": lines[first]})
    return found._replace(ask=found.ask._replace(note=ways[0].note, at=at))


def _sentence(kept: Kept, answers: Mapping[str, Answer]) -> str:
    """Return the sentences of the posting that tell the answers, or the answer if none does."""
    lines = [_line(kept, field, answers) for field in answers if field not in _SETTLED]
    if answers.get(FIELD) == NONE and any(lines):
        lines = [line_because(kept, FIELD, answers), *lines]
    told = " ".join(dict.fromkeys(line for line in lines if line not in ("", PRIVATE, NONE)))
    return told or line_because(kept, FIELD, answers) or kept.reading(FIELD, str(answers[FIELD]))


def _line(kept: Kept, field: str, answers: Mapping[str, Answer]) -> str:
    """Return the line that tells one answer; of a list all its items."""
    answer = answers[field]
    if not isinstance(answer, str):
        return f"{kept.reading(field, ', '.join(answer))}."
    return line_with(kept, field, answers)


_SETTLED = ("pay.period", "pay.currency")  # which the line of an amount tells
