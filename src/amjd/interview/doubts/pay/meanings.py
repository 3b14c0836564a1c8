"""What a bonus in words may mean: what was typed becomes its terms, and no amount is told.

`up to 2000` and `small bonus if they keep ordering` are true so; a figure of our making is not.
"""

import re
from collections.abc import Iterator

from amjd.answers.numbers.figures import has_digits, split_about
from amjd.answers.numbers.qualifiers import changes_value
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.answers.pay.variable import beside_none, is_bare_pay
from amjd.interview.doubts.pay import on_target
from amjd.interview.doubts.pay.named import is_bound, unnamed, without_last_name, without_name
from amjd.interview.doubts.pay.parted import (
    OF_A_PLAN,
    in_money,
    parted,
    read_bonus,
    shown_amount,
    without,
    without_all,
)
from amjd.interview.doubts.pay.terms import (
    MORE_PAID,
    OF_BASE,
    SHARE,
    Way,
    beside_figure,
    in_terms,
    terms_field,
    terms_name,
)
from amjd.interview.doubts.pay.totals import names_total, totals, ways_of_total
from amjd.interview.doubts.rewording import without_hedges
from amjd.interview.kept import Kept
from amjd.interview.on_top import BONUS, FIELD
from amjd.interview.spoken_periods import is_of_a_unit
from amjd.text.patterns import compile_later


def every_way(kept: Kept, typed: str) -> Iterator[Way]:
    """Give the ways to tell a bonus to whoever reads of it, and as it was typed where that differs.

    What is paid in all tells more than the words for it.
    """
    reads = _to_you(kept, _COMMS.sub("commission", typed))
    sure = without_hedges(reads, kept.words.doubts)
    found = next(totals(kept, sure), None)
    ways = [*(ways_of_total(kept, sure, found) if found else _ways(kept, reads))]
    is_unsure = any(way.name == "unsure" for way in ways)
    is_chance = bool(CHANCE.search(typed) or _MAY_NOT.search(typed)) and not is_unsure
    yield from (way._replace(is_sure=way.is_sure and not is_chance) for way in ways)
    if found or is_chance or (reads != typed and not is_unsure):
        yield in_terms(kept, typed)._replace(name="typed")


_COMMS = compile_later(r"(?i)\bcomms?\b")


def _ways(kept: Kept, typed: str) -> Iterator[Way]:
    """Give the ways in which a bonus that was typed may be told, the truest first."""
    words = kept.words.money.bonus
    rest = beside_none(typed)
    if rest is not None:
        yield from _beside_none(kept, typed, rest)
        return
    is_some = has_digits(typed) or typed.lower().startswith(words["surely_not"])
    if typed.split()[0].lower() in words["none"] and not is_some:
        # No bonus in the first year, no cap on it, not much: who says so may pay one.
        yield in_terms(kept, typed)._replace(is_sure=False)
        yield Way("none", {FIELD: NONE})
        return
    if unsure := [*unsure_ways(kept, typed)]:
        yield from unsure
        rest = without_all(words["unsure"], typed)
        others = [*_ways(kept, rest)] if rest not in ("", typed) else []
        yield from others if others and others[0].name == "figure" else ()
        return
    sure = without_hedges(typed, kept.words.doubts) or typed
    if (found := on_target.find(kept, sure)) and not read_bonus(kept, sure):
        yield on_target.told(kept, found)
        yield on_target.in_words(kept, found, sure)
        return
    sure = unnamed(kept, sure)
    text = _FROM_NOTHING.sub("up to ", sure)
    if kept.answers().quota.carries:
        # An amount alone is that at the target; among other words it says what they mean.
        amount = without(words["target"], text)
        text = amount if amount and read_bonus(kept, amount) else text
    exact, is_about = split_about(text)
    if read_bonus(kept, text):
        yield Way("figure", {FIELD: text})
        yield Way("words", {FIELD: PRIVATE})
    elif words_of := _inexact(kept, text):
        yield words_of
        if is_about and read_bonus(kept, exact):
            yield Way("figure", {FIELD: exact})
    else:
        yield from _around(kept, text)


def _beside_none(kept: Kept, typed: str, rest: str) -> Iterator[Way]:
    """Tell of what is paid all the same, `no commission, a bonus at christmas`, or that it is none.

    What may be paid, or be something else, nobody knows but who typed it.
    """
    left, denied = kept.words.doubts.left, _JOINT.sub("", typed[: typed.rindex(rest)])
    _, amount, behind = parted(kept, rest)
    is_count = _OF_TIME.match(behind) or re.fullmatch(r"\d\d?", amount)  # 3 company trips
    has_amount = read_bonus(kept, rest) or (amount and not is_count)
    has_amount = has_amount and not OF_A_PLAN.search(rest)
    is_usual = not CHANCE.search(rest) and any(unsure_ways(kept, rest))
    if (terms_name(rest) or has_amount or is_usual) and not is_bare_pay(rest):
        for way in _ways(kept, rest):
            yield way._replace(note=left.format(words=denied))
        return
    note = left.format(words=rest) if rest else ""
    yield Way("none", {FIELD: NONE}, note=note, is_sure=is_bare_pay(rest))
    if not is_bare_pay(rest):
        yield in_terms(kept, typed)._replace(name="typed")


_JOINT = compile_later(r"(?i)(?:[\s,;:.!(\u2013\u2014-]|\b(?:but|and|plus)\b)+$")


def _to_you(kept: Kept, typed: str) -> str:
    """Address whoever earns a commission, of whom the owner speaks: what they sell."""
    verbs = "|".join(kept.words.money.bonus["theirs"])
    they = re.compile(rf"\b(?:they|he or she|s/?he) (?=(?:{verbs})\b)", re.IGNORECASE)
    return they.sub("you ", typed)


def unsure_ways(kept: Kept, typed: str) -> Iterator[Way]:
    """Tell of a bonus that nobody promises: no amount, and a sentence that says so."""
    words = kept.words.money.bonus
    signs = "|".join(map(re.escape, words["no_promise"]))
    is_told = bool(re.search(rf"\b(?:{signs})\b", typed, re.IGNORECASE))
    text = without_all([*words["unsure"], *words["surely_not"]], typed)
    chance = CHANCE.search(typed)
    is_bonus = is_told or text != typed or (chance and not has_digits(typed[: chance.start()]))
    if not is_bonus or kept.answers().quota.carries or terms_field(kept, typed) != BONUS:
        return
    told, whole = _may_be(kept, text, typed), f"a bonus: {in_money(kept, typed)}"
    for name, bonus in (("unsure", told), ("typed", whole))[: 1 + (is_told and told != whole)]:
        yield Way(name, {FIELD: "", BONUS: kept.words.money.unsure.format(bonus=bonus)})


CHANCE = compile_later(r"(?i)\b(?:maybe|perhaps|possibly|might)\b")


def _may_be(kept: Kept, text: str, typed: str) -> str:
    """Put what was typed of a bonus behind `There may be`; whole sentences behind a colon."""
    words, first = kept.words.money.bonus, text.lower().partition(" ")[0]
    # What stands behind an if has its own subject.
    head = re.split(r"\b(?:if|when|unless|once|after|until|as soon as)\b", text.lower())[0]
    spoken = set(re.findall(r"[\w']+", head))
    if not text:
        return "a bonus"
    if spoken & {*words["sentence"], *words["subjects"]} or ". " in text:
        return f"a bonus: {in_money(kept, without_all(words['unsure'], typed))}"
    if _A_BIT.match(text):
        return f"a bonus: {in_money(kept, text)}"
    if first in words["articles"]:
        return text
    if spoken & set(words["named"]):
        return f"{'an' if first[0] in 'aeiou8' else 'a'} {in_money(kept, text)}"
    if first in words["conditions"] or _OF_LATER.match(text):
        return f"a bonus {in_money(kept, text)}"
    if text.lower() in words["kinds"]:
        return f"a {text.lower()} bonus"
    begins = read_bonus(kept, text) or not parted(kept, text)[0]
    return f"a bonus{' of' if begins else ':'} {in_money(kept, text)}"


# How much it is, and not of what: a bit at the year's end.
_A_BIT = compile_later(
    r"(?i)(?:an? (?:(?:little|wee|tiny|small) )?(?:bit|something|little|touch|extra)|a little"
    r"|something|some)(?: (?:more|extra|on top))?(?=$|[,.]| (?:at|in|on|if|when|for|each|every"
    r"|after|now|depending)\b)"
)
# When it may come: there may be a bonus later, from next year, after probation.
_OF_LATER = compile_later(
    r"(?i)(?!.*(?:[%$\u00a3\u20ac]|\d{3}|\dk))(?:later|(?:a (?:bit|little)|much|further) later"
    r"|(?:from |as of |starting )?(?:next|the second|year two)|(?:some|one) ?day|eventually|soon"
    r"|down the (?:line|road)|after|until|as soon as|this (?:year|autumn|fall|winter|spring|summer)"
    r")\b"
)
_FROM_NOTHING = compile_later(r"^\W?0 ?(?:-|to|\u2013) ?(?=\W?\d)", re.ASCII)


def _around(kept: Kept, text: str) -> Iterator[Way]:
    """Tell of an amount with words beside it, `500 at christmas`, or of words alone."""
    before, amount, behind = parted(kept, text)
    if _OF_A_RANGE.match(behind):
        return
    if amount and _is_of_else(kept, text, behind):
        yield in_terms(kept, text)
    elif amount:
        is_share = bool(OF_BASE.match(text))
        said = text if is_share else f"{before} {shown_amount(kept, amount)} {behind}".strip()
        told = in_terms(kept, said)
        is_one = is_share and _is_rule(kept, behind) and not MORE_PAID.search(behind)
        is_beside = _is_beside(kept, before, behind) and not SHARE.search(text)
        if (is_one or is_beside) and not _ONCE.search(text):
            terms = beside_figure(kept, before, behind)
            is_bare = not before and _is_bare(kept, behind)
            words = Way("words", {}) if is_bare else in_terms(kept, terms) if terms else told
            yield Way("figure", {**words.answers, FIELD: amount})
        yield told
    elif _is_bare(kept, text):
        yield Way("words", {FIELD: PRIVATE})
    elif re.search(r"[^\W\d_]{2}", text) and not _has_forms(kept, text):
        yield in_terms(kept, text)._replace(is_sure=not OF_A_PLAN.search(text))


# What is paid once, or in no money, is no part of a year's pay.
_ONCE = compile_later(
    r"(?i)\b(?:sign(?:ing)?[- ]?(?:on|up)|signing|joining|welcome|relocation|moving|referral|gift"
    r"|vouchers?|capped|once|one[- ]off|last year|if (?:i|we) can)\b"
)
_MAY_NOT = compile_later(r"(?i)\b(?:last year|if (?:i|we) can)\b")


def _is_of_else(kept: Kept, text: str, behind: str) -> bool:
    """Whether a figure is none of the bonus: of weeks, or of a whole pay that does not add up."""
    return bool(_OF_TIME.match(behind)) or names_total(kept, text)


_OF_A_RANGE = compile_later(r"(?:to|-|\u2013) ?\W?\d", re.ASCII)
_OF_TIME = compile_later(r"(?i)(?:hour|day|week|month)s?\b")


def _is_beside(kept: Kept, before: str, behind: str) -> bool:
    """Whether words leave an amount as it is: no figure, no period, no part of many."""
    is_each = behind.lower().startswith(
        tuple(f"{word} " for word in kept.words.money.bonus["each"])
    )
    is_each = is_each or is_of_a_unit(behind) or is_bound(kept, before)
    return not (is_each or changes_value(_SHORT.sub(" ", f"{before} {behind}".lower())))


# Short words, but for what people shorten a period to.
_SHORT = compile_later(r"\b(?!p[a-z]\b)[a-z]{1,2}\b")


def _is_bare(kept: Kept, text: str) -> bool:
    words = re.findall(r"\w+", text.lower())
    return set(words) <= set(kept.words.money.bonus["bare"])


def _has_forms(kept: Kept, text: str) -> bool:
    """Whether the amount that was meant can be told, in one or two forms of it."""
    found = (fault.forms for fault in kept.faults_with({FIELD: text}) if fault.field == FIELD)
    return any(form != PRIVATE for forms in found for form in forms)


def _inexact(kept: Kept, text: str) -> Way | None:
    """Tell of the most, the least or about how much is paid, with what stands behind it."""
    text = without_last_name(kept, text)
    for said, phrases in kept.words.money.inexact.items():
        rest = unnamed(kept, without(phrases, text))
        before, amount, behind = ("", rest, "") if read_bonus(kept, rest) else parted(kept, rest)
        if rest and amount and not (before or _is_of_else(kept, rest, behind)):
            behind = without_name(kept, behind)
            shown = f"{shown_amount(kept, amount)} {behind}".strip()
            told = said.format(amount=shown)
            if read_bonus(kept, told):
                return Way("figure", {FIELD: told})  # a percentage may be the most that is paid
            bound = said.format(amount=amount)
            if behind and read_bonus(kept, bound) and _is_rule(kept, behind):
                rule = in_terms(kept, beside_figure(kept, "", behind))
                return Way("figure", {**rule.answers, FIELD: bound})
            return in_terms(kept, told, is_short=not behind)
    return None


def _is_rule(kept: Kept, behind: str) -> bool:
    """Whether words behind a percentage say what for it is paid, and not of what it is a share."""
    words = kept.words.money.bonus
    return bool(re.match(rf"(?i)(?:{'|'.join([*words['rules'], *words['conditions']])})\b", behind))
