"""A quota of several parts, `600k renewed + 150k expansion a year`: how it reads as plain figures.

It is no one amount and is kept in words, in which each part is written out.
"""

import re
from collections.abc import Mapping

from amjd.answers.pay.amounts import show_money
from amjd.answers.pay.target import Words
from amjd.answers.state import pay_currency
from amjd.asker import Ask
from amjd.interview.currency import CURRENCY, mark_against, with_code
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.numbers.quota_parts import (
    CODE,
    FIGURE,
    Part,
    Quota,
    quota_in,
    without_how,
    without_period,
)
from amjd.interview.doubts.pay.amounts import in_figures
from amjd.interview.doubts.rewording import is_hedged, without_hedges
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import joined
from amjd.text.patterns import compile_later

TARGET, PERIOD = "quota.target", "quota.period"


def in_parts(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Show a quota of several parts with each of them written out.

    Where its period stands among other words it is taken from there, and not asked for again.
    """
    said = " ".join("; ".join(values).split())
    if stop.fields[:1] != (TARGET,) or len(said) > LONGEST:
        return None
    how = _PAID.search(said)
    if how and (found := in_parts(kept, stop, ask, (said[: how.start()],))):
        left = kept.words.doubts.left.format(words=how[0].strip(" ,"))
        return found._replace(ask=found.ask._replace(note=f"{left} {found.ask.note}".strip()))
    typed = with_code(TARGET, _A_YEAR.sub(" per year", without_hedges(said, kept.words.doubts)))
    if not re.search(r"\d", typed):
        return None
    quota, left = quota_in(typed), ""
    if not quota:
        head, left = without_how(typed)
        quota = quota_in(head)
    if not quota:
        return _of_one(kept, stop, ask, typed)
    is_sure = not is_hedged(said, kept.words.doubts)
    return _offered(kept, stop, ask, values, _told(kept, quota), typed * is_sure, left)


def _of_one(kept: Kept, stop: Stop, ask: Ask, typed: str) -> Doubt | None:
    """Show a quota whose period or currency stands among its words with both where they belong."""
    head, left = without_how(typed)
    bare, period = without_period(head)
    moved = _with_code_beside(bare)
    text = f"{moved} per {period}" if period else moved
    tried = [typed] * (moved == bare) + [text] * (not left)
    looked = (in_figures(kept, stop, ask, (one,)) for one in tried)
    if found := next(filter(None, looked), None):
        return found
    read = understand(kept, stop, (typed,))
    is_words = isinstance(kept.read_with({TARGET: bare}).answers.quota.target, Words)
    is_told = PERIOD in read.answers and not left
    if is_told or read.refused or not (period and (is_words or left)):
        return None
    keep = {TARGET: bare, PERIOD: period}
    return _offered(kept, stop, ask, (typed,), keep, typed if left else "", left)


def _offered(
    kept: Kept, stop: Stop, ask: Ask, values: Values, keep: Mapping[str, Answer], typed: str,
    left: str,
) -> Doubt | None:  # fmt: skip
    """Offer a quota as it would read, and as it was `typed`, but for its period."""
    if not keep or why_not(kept, keep):
        return None
    then: Rows = {"keep": Meant(keep)}
    bare, period = without_period(typed)
    own: dict[str, Answer] = {TARGET: bare, PERIOD: period}
    if period and not why_not(kept, own):
        then["typed"] = Meant(own)
    elif typed and not left and not understand(kept, stop, values).refused:
        then["typed"] = values
    sentence = line_with(kept, TARGET, keep) or str(keep[TARGET])
    note = kept.words.doubts.left.format(words=left) if left else ""
    return read_so(kept, ask, then, sentence, bare if period else "; ".join(values), note)


def _with_code_beside(text: str) -> str:
    """Put the code of a currency behind the figure, wherever it was typed."""
    codes = CODE.findall(text)
    if len(codes) != 1 or re.search(rf"\d[km]?{codes[0]}|{codes[0]}\d", text):
        return text
    return re.sub(
        rf"(?i){FIGURE}", rf"\g<0> {codes[0].strip()}", CODE.sub(" ", text).strip(), count=1
    )


_A_YEAR = compile_later(r"(?i) p\.?a\b\.?")
_PAID = compile_later(
    r"(?i)(?<=\S)[ ,]{1,2}(?:paid|measured) (?:annually|yearly|quarterly|monthly|weekly|every \w+)$"
)
_LED = compile_later(r"(?i)^(?P<how>in|of|from|for|on)\b(?: the| our)? ")


def _told(kept: Kept, quota: Quota) -> dict[str, Answer]:
    """Return the answers that a quota of several parts comes to; none where currencies differ."""
    figures = [part.figure for part in quota.parts if part.amount]
    given = {CURRENCY: quota.code} if quota.code else {}
    code = pay_currency(kept.read_with({TARGET: figures[0], **given}).answers)
    if any(mark_against(TARGET, figure, code) for figure in figures):
        return {}
    text = joined([_said(kept, part, code) for part in quota.parts], quota.joint)
    if quota.whole:
        text = f"{show_money(quota.whole, code)} in all: {text}"
    period = {PERIOD: quota.period} if quota.period else {}
    return {TARGET: text, **period, **given}


def _said(kept: Kept, part: Part, code: str) -> str:
    """Say one part: CA$600,000 in renewals."""
    behind = f" per {part.period}" if part.period else ""
    if not part.amount:
        return f"{part.before}{part.figure} {part.of}{behind}"
    if not part.of:
        return f"{part.before}{show_money(part.amount, code)}{behind}"
    led = _LED.match(part.of)
    how, of = (led["how"], part.of[led.end() :]) if led else ("in", part.of)
    words = kept.words.money.parts
    *others, last = of.split(" ")
    if not others:
        of = words.get(of.lower(), of)
    elif last.lower().endswith("ed"):
        of = " ".join([last, *others])  # ARR renewed is renewed ARR
    return f"{part.before}{show_money(part.amount, code)} {how.lower()} {of}{behind}"
