"""A quota of several parts, `600k renewed + 150k expansion a year`: how it reads as plain figures.

It is no one amount and is kept in words, in which each part is written out.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.answers.amounts import Money, show_money
from amjd.answers.currencies import SHOWN, SIGNS
from amjd.answers.figures import split_about
from amjd.answers.kinds import Context
from amjd.answers.money import PAY, Words, as_money
from amjd.answers.periods import PERIOD_NAMES, QUOTA_PERIODS
from amjd.answers.state import pay_currency
from amjd.asker import Ask
from amjd.interview.currency import CURRENCY, mark_against, with_code
from amjd.interview.doubts.amounts import WHOSE, in_figures
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.rewording import is_hedged, without_hedges
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import joined
from amjd.text.patterns import compile_later

TARGET, PERIOD = "quota.target", "quota.period"


class _Part(NamedTuple):
    """One part of a quota: the figure as it was typed, what it is of, and the period beside it.

    A figure that counts things, as in `12 renewals`, is no amount.
    """

    before: str
    figure: str
    amount: Money | None
    of: str
    period: str


class _Quota(NamedTuple):
    """The parts of a quota, what joins the last, its whole, and the period and currency of all."""

    parts: Sequence[_Part]
    joint: str
    whole: Money | None = None
    period: str = ""
    code: str = ""


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
    quota, left = _quota(typed), ""
    if not quota:
        head, left = _without_how(typed)
        quota = _quota(head)
    if not quota:
        return _of_one(kept, stop, ask, typed)
    is_sure = not is_hedged(said, kept.words.doubts)
    return _offered(kept, stop, ask, values, _told(kept, quota), typed * is_sure, left)


def _of_one(kept: Kept, stop: Stop, ask: Ask, typed: str) -> Doubt | None:
    """Show a quota whose period or currency stands among its words with both where they belong."""
    head, left = _without_how(typed)
    bare, period = _without_period(head)
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
    bare, period = _without_period(typed)
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
    codes = _CODE.findall(text)
    if len(codes) != 1 or re.search(rf"\d[km]?{codes[0]}|{codes[0]}\d", text):
        return text
    return re.sub(
        rf"(?i){_FIGURE}", rf"\g<0> {codes[0].strip()}", _CODE.sub(" ", text).strip(), count=1
    )


# -- what was typed, in its parts ------------------------------------------------------------------

_CODE = compile_later(rf" ?\b(?:{'|'.join(SHOWN)})\b ?")
_NOUNS = "|".join(name for name, one in PERIOD_NAMES.items() if one in QUOTA_PERIODS)
_EACH = compile_later(
    rf"(?i)(?:^| ?/ ?| )(?:(?:an?|per|each|every) |(?<=/)|(?<=/ ))(?P<noun>{_NOUNS})\b\.?"
    r"|(?:^| )(?P<adverb>annually|yearly|quarterly|monthly|annual)\b"
    r"(?! (?:recurring|contract|run)\b)"
)
_A_YEAR = compile_later(r"(?i) p\.?a\b\.?")
_JOINT = compile_later(
    r"(?i)\s*(?:[+&;]|,(?!\d{3})|\s/\s(?!(?:yr|year|qtr|quarter|mo|month)\b)"
    r"|\s(?:and|plus|with|n)\s)"
    r"(?:\s*(?:[+&]|(?:and|plus|another)\s))?\s*"
)
_WHOLE = compile_later(
    r"(?i)(?P<whole>[^:=(]{1,40}?)\s*(?::|=|\(|\s[-\u2013\u2014]\s|,? of which\s"
    r"|,? split(?: into)?\s|,? made up of\s)\s*(?P<parts>[^()]+)\)?(?P<behind>.*)"
)
_IN_ALL = compile_later(r"(?i)(?: in)? ?(?:total|all|altogether|overall)?")
_SCALE = r"(?:%| ?(?:k|m|mm|mn|mil|mio|million|thousand)(?![a-z]))"
_FIGURE = rf"(?:[a-z]{{0,3}}[{SIGNS}] ?)?\d[\d,.]*{_SCALE}?"
_PART = compile_later(
    rf"(?i)(?P<lead>(?:[a-z][a-z'-]* ){{0,4}}?(?:[a-z][a-z'-]*:? )?)(?P<about>~ ?)?"
    rf"(?P<figure>{_FIGURE}(?: ?(?:-|\u2013|to) ?{_FIGURE})?)(?P<of>(?: |$).*)"
)
_LED = compile_later(r"(?i)^(?P<how>in|of|from|for|on)\b(?: the| our)? ")
_FILLING = compile_later(r"(?i)^(?:worth of|worth) ")
_BOUND = compile_later(r"(?i)^(?:at least|up to|more than|over|min(?:imum)?(?: of)?) $")
_ABOUT = compile_later(r"(?i)\b(?:about|around|roughly|approx\.?|circa|ca\.?) ")
_LEADS = compile_later(r"(?i)(?:\b(?:of|by|at|is) )+$")
_PAID = compile_later(
    r"(?i)(?<=\S)[ ,]{1,2}(?:paid|measured) (?:annually|yearly|quarterly|monthly|weekly|every \w+)$"
)
_VERB = compile_later(r"(?i)^(?:sell|bring(?: in)?|close|win|land|book|hit|reach|get|make|do)$")
_LONGEST_OF = 5  # words
# One target after another is no quota of several parts.
_WHEN = compile_later(
    r"(?i)(?:(?:in|for|by|the) )*(?:this|next|last|first|second|third|year|q[1-4]|after|then)\b"
)


def _quota(typed: str) -> _Quota | None:
    """Take a quota apart; None where it has one part, or one that is no figure of something."""
    codes = {found[0].strip() for found in _CODE.finditer(typed)}
    text = _CODE.sub(" ", typed).strip()
    whole, text = _parted_whole(text)
    if whole == "" or len(codes) > 1:
        return None
    pieces = [piece for piece in _JOINT.split(text) if piece]
    last = _EACH.fullmatch(pieces[-1]) if pieces else None
    found = [_part(piece) for piece in (pieces[:-1] if last else pieces)]
    parts = [part for part in found if part]
    if len(parts) < 2 or len(parts) != len(found) or not any(part.amount for part in parts):
        return None
    told = [part.period for part in parts if part.period]
    period = (_name(last) if last else "") or parts[-1].period or (told[0] if told else "")
    is_one = set(told) <= {period}
    if not is_one and len(told) < len(parts):
        return None
    parts = [part._replace(period="") for part in parts] if is_one else parts
    parts[-1] = parts[-1]._replace(period="")
    joint = "and" if re.search(r"(?i)\band\b", text) else "plus"
    amount = whole if isinstance(whole, Money) else None
    return _Quota(parts, joint, amount, period, codes.pop() if codes else "")


def _parted_whole(text: str) -> tuple[Money | str | None, str]:
    """Part the whole of a quota from its parts; "" stands for one that is no plain amount."""
    found = _WHOLE.fullmatch(text)
    if not found or not re.search(r"\d", found["whole"]) or _JOINT.search(found["whole"]):
        return None, text
    if len(_JOINT.split(found["parts"])) < 2:
        return None, text
    bare, period = _without_period(found["whole"])
    figure = re.match(rf"(?i){_FIGURE}", bare)
    amount = _amount(figure[0]) if figure and _IN_ALL.fullmatch(bare[figure.end() :]) else None
    behind = found["behind"] or (f" per {period}" if period else "")
    return amount or "", f"{found['parts']},{behind}" if behind.strip() else found["parts"]


def _part(typed: str) -> _Part | None:
    """Read one part; None where it is no figure of something."""
    text, period = _without_period(typed)
    exact, is_about = split_about(text)
    found = _PART.fullmatch(exact)
    if not found:
        return None
    lead, of = found["lead"], found["of"].strip()
    bound = lead if _BOUND.match(lead) else ""
    is_about |= bool(found["about"] or _ABOUT.search(lead))
    lead = "" if bound else _LEADS.sub("", _ABOUT.sub("", lead)).strip(" :")
    lead = "" if of and _VERB.match(lead) else lead  # close 600k in renewals
    of = _FILLING.sub("", of or lead) if not (of and lead) else ""
    is_thing = of and len(of.split()) <= _LONGEST_OF and not WHOSE.fullmatch(of)
    if not is_thing or _WHEN.match(of) or re.search(r"\d(?!\d*%)", of):
        return None
    return _Part(
        "about " * is_about or bound, found["figure"], _amount(found["figure"]), of, period
    )


def _amount(figure: str) -> Money | None:
    """Read a figure as money; digits alone count things, unless there are many of them."""
    is_count = re.fullmatch(r"\d{1,4}", figure)
    return None if is_count else as_money(figure, Context(None), PAY)


def _without_period(text: str) -> tuple[str, str]:
    """Take the period out of a text, wherever it stands; nothing is taken where it has several."""
    names = {_name(found) for found in _EACH.finditer(text)}
    if len(names) != 1 or not re.search(r"\d", text):
        return text, ""
    bare = re.sub(r" (?=[,;)])|[,;]+(?=\s*(?:$|[,;]))", "", _EACH.sub("", text))
    return bare.strip(" ,;"), names.pop()


def _without_how(text: str) -> tuple[str, str]:
    """Part what stands behind a comma and a period from a quota, and says how: `, on my clients`.

    What has a figure may be one more part.
    """
    found = next(_EACH.finditer(text), None)
    rest = text[found.end() :] if found else ""
    if not found or not re.match(r" ?[,;(]| [-\u2013\u2014] ", rest) or _PARTED.search(rest):
        return text, ""
    return text[: found.end()], rest.strip(" ,;()-\u2013\u2014")


_PARTED = compile_later(rf"(?i)\d ?[km]\b|[{SIGNS}]|\d,\d{{3}}|\d [a-z]")


def _name(found: re.Match[str]) -> str:
    return PERIOD_NAMES[(found["noun"] or found["adverb"]).lower()]


# -- as a posting says it --------------------------------------------------------------------------


def _told(kept: Kept, quota: _Quota) -> dict[str, Answer]:
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


def _said(kept: Kept, part: _Part, code: str) -> str:
    """Say one part: CA$600,000 in renewals."""
    behind = f" per {part.period}" if part.period else ""
    if not part.amount:
        return f"{part.before}{part.figure} {part.of}{behind}"
    led = _LED.match(part.of)
    how, of = (led["how"], part.of[led.end() :]) if led else ("in", part.of)
    words = kept.words.money.parts
    *others, last = of.split(" ")
    if not others:
        of = words.get(of.lower(), of)
    elif last.lower().endswith("ed"):
        of = " ".join([last, *others])  # ARR renewed is renewed ARR
    return f"{part.before}{show_money(part.amount, code)} {how.lower()} {of}{behind}"
