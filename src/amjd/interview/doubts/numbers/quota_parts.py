"""A quota of several parts, taken apart: `600k renewed + 150k expansion a year`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amjd.answers.kinds import Context
from amjd.answers.numbers.figures import split_about
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.currencies import SHOWN, SIGNS
from amjd.answers.pay.money import PAY, as_money
from amjd.answers.pay.periods import PERIOD_NAMES, QUOTA_PERIODS
from amjd.interview.doubts.pay.amounts import WHOSE
from amjd.text.patterns import compile_later


class Part(NamedTuple):
    """One part of a quota: the figure as it was typed, what it is of, and the period beside it.

    A figure that counts things, as in `12 renewals`, is no amount.
    """

    before: str
    figure: str
    amount: Money | None
    of: str
    period: str


class Quota(NamedTuple):
    """The parts of a quota, what joins the last, its whole, and the period and currency of all."""

    parts: Sequence[Part]
    joint: str
    whole: Money | None = None
    period: str = ""
    code: str = ""


CODE = compile_later(rf" ?\b(?:{'|'.join(SHOWN)})\b ?")
_NOUNS = "|".join(name for name, one in PERIOD_NAMES.items() if one in QUOTA_PERIODS)
_EACH = compile_later(
    rf"(?i)(?:^| ?/ ?| )(?:(?:an?|per|each|every) |(?<=/)|(?<=/ ))(?P<noun>{_NOUNS})\b\.?"
    r"|(?:^| )(?P<adverb>annually|yearly|quarterly|monthly|annual)\b"
    r"(?! (?:recurring|contract|run)\b)"
)
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
FIGURE = rf"(?:[a-z]{{0,3}}[{SIGNS}] ?)?\d[\d,.]*{_SCALE}?"
_PART = compile_later(
    rf"(?i)(?P<lead>(?:[a-z][a-z'-]* ){{0,4}}?(?:[a-z][a-z'-]*:? )?)(?P<about>~ ?)?"
    rf"(?P<figure>{FIGURE}(?: ?(?:-|\u2013|to) ?{FIGURE})?)(?P<of>(?: |$).*)"
)
_FILLING = compile_later(r"(?i)^(?:worth of|worth) ")
_BOUND = compile_later(r"(?i)^(?:at least|up to|more than|over|min(?:imum)?(?: of)?) $")
_ABOUT = compile_later(r"(?i)\b(?:about|around|roughly|approx\.?|circa|ca\.?) ")
_LEADS = compile_later(r"(?i)(?:\b(?:of|by|at|is) )+$")
_VERB = compile_later(r"(?i)^(?:sell|bring(?: in)?|close|win|land|book|hit|reach|get|make|do)$")
# A share is of nothing that is done: renew 95% is 95% renewed.
_DONE = {
    "renew": "renewed", "renewing": "renewed", "retain": "retained", "retaining": "retained",
    "keep": "kept", "keeping": "kept", "grow": "growth", "growing": "growth", "grow by": "growth",
    "expand": "expansion", "expand by": "expansion", "upsell": "upsold",
}  # fmt: skip
_LONGEST_OF = 5  # words
# One target after another is no quota of several parts.
_WHEN = compile_later(
    r"(?i)(?:(?:in|for|by|the) )*(?:this|next|last|first|second|third|year|q[1-4]|after|then)\b"
)


def quota_in(typed: str) -> Quota | None:
    """Take a quota apart; None where it has one part, or one that is no figure of something."""
    codes = {found[0].strip() for found in CODE.finditer(typed)}
    text = CODE.sub(" ", typed).strip()
    whole, text = _parted_whole(text)
    if whole == "" or len(codes) > 1:
        return None
    pieces = [piece for piece in _JOINT.split(text) if piece]
    last = _EACH.fullmatch(pieces[-1]) if pieces else None
    found = [_part(piece) for piece in (pieces[:-1] if last else pieces)]
    parts = [part for part in found if part]
    if len(parts) < 2 or len(parts) != len(found) or not any(part.amount for part in parts):
        return None
    if any(not part.of for part in parts) and not parts[0].figure.endswith("%"):
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
    return Quota(parts, joint, amount, period, codes.pop() if codes else "")


def _parted_whole(text: str) -> tuple[Money | str | None, str]:
    """Part the whole of a quota from its parts; "" stands for one that is no plain amount."""
    found = _WHOLE.fullmatch(text)
    if not found or not re.search(r"\d", found["whole"]) or _JOINT.search(found["whole"]):
        return None, text
    if len(_JOINT.split(found["parts"])) < 2:
        return None, text
    bare, period = without_period(found["whole"])
    figure = re.match(rf"(?i){FIGURE}", bare)
    amount = _amount(figure[0]) if figure and _IN_ALL.fullmatch(bare[figure.end() :]) else None
    behind = found["behind"] or (f" per {period}" if period else "")
    return amount or "", f"{found['parts']},{behind}" if behind.strip() else found["parts"]


def _part(typed: str) -> Part | None:
    """Read one part; None where it is no figure of something."""
    text, period = without_period(typed)
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
    figure = found["figure"]
    of = _DONE.get(of.lower(), of) if figure.endswith("%") else of
    amount = _amount(figure)
    is_thing = of and len(of.split()) <= _LONGEST_OF and not WHOSE.fullmatch(of)
    is_bare = not of and not lead and amount  # beside a share it is one more target
    is_order = figure.endswith("%") and of.split(" ")[0].lower() in _DONE  # renew contracts 95%
    if is_order or not (is_thing or is_bare) or _WHEN.match(of) or re.search(r"\d(?!\d*%)", of):
        return None
    return Part("about " * is_about or bound, figure, amount, of, period)


def _amount(figure: str) -> Money | None:
    """Read a figure as money; digits alone count things, unless there are many of them."""
    is_count = re.fullmatch(r"\d{1,4}", figure)
    return None if is_count else as_money(figure, Context(None), PAY)


def without_period(text: str) -> tuple[str, str]:
    """Take the period out of a text, wherever it stands; nothing is taken where it has several."""
    names = {_name(found) for found in _EACH.finditer(text)}
    if len(names) != 1 or not re.search(r"\d", text):
        return text, ""
    bare = re.sub(r" (?=[,;)])|[,;]+(?=\s*(?:$|[,;]))", "", _EACH.sub("", text))
    return bare.strip(" ,;"), names.pop()


def without_how(text: str) -> tuple[str, str]:
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
