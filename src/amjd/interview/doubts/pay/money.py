"""What is asked about an amount before it is kept: its currency, or that it is a percent."""

from collections.abc import Iterable

from amjd.answers.kinds import USUAL_CURRENCY
from amjd.answers.pay.amounts import Money
from amjd.answers.pay.currencies import carried_by, counts_lakhs, is_mark, meant_by
from amjd.answers.pay.money import NONE, PRIVATE
from amjd.answers.places.countries import is_currency
from amjd.asker import Ask, Row, Signal
from amjd.interview.currency import (
    AMOUNTS,
    CURRENCY,
    local,
    mark_against,
    may_be,
    name_of,
    settled,
    told_by,
    with_code,
)
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, listed
from amjd.interview.doubts.pay.bonus import in_words, not_promised, which
from amjd.interview.doubts.pay.on_target import without_amount
from amjd.interview.doubts.pay.terms import Way
from amjd.interview.doubts.pay.totals import as_told, in_full, totals, ways_of_total
from amjd.interview.kept import Kept
from amjd.interview.on_top import COMMISSION, TERMS, without_told
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.spoken_periods import with_per
from amjd.interview.understanding import understand
from amjd.sources.sheet import typed, with_typed
from amjd.text.patterns import compile_later


def about_money(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Find what is to be asked about an amount, or about a currency that was typed alone."""
    if ask.kind != "text" or not values or values == ask.current:
        return None
    field = stop.fields[0]
    if field in TERMS:
        found = _of_totals(kept, stop, ask, values) or _at_target(kept, stop, ask, values)
        return found or not_promised(kept, stop, ask, values)
    if field == CURRENCY:
        return _of_a_sign(kept, ask, values[0])
    if field not in AMOUNTS:
        return None
    found = _in_which(kept, stop, ask, values)
    if field == "pay.variable" and not found:
        found = _percent(kept, stop, ask, values) or in_words(kept, stop, ask, values)
    return found


def _of_totals(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask about the whole pay in the terms of a bonus, written out as an amount.

    It also tells what comes on top of the base, where nobody has said that.
    """
    field, text = stop.fields[0], "; ".join(values)
    total = next(totals(kept, text), None)
    whole = in_full(text, total) if total else text
    if total is None or whole == text or understand(kept, stop, (whole,)).refused:
        return None
    words, bare = Way("words", {field: whole}), kept.beside(dict.fromkeys(TERMS, ""))
    known = bare.answers().pay.variable
    ways = [way for way in ways_of_total(bare, text, total) if way.name == "figure"]
    if known not in (None, PRIVATE):
        # A total that stands needs no words for it; of another nobody knows which is meant.
        ways = [*as_told(bare, ways)]
        words = words._replace(is_sure=False)
    figures = [_with_terms_at(field, way) for way in ways]
    return which(kept, ask, [*figures, words, Way("typed", {field: text})])


def _with_terms_at(field: str, way: Way) -> Way:
    """Put the terms of a way where they were typed, behind the figures that it tells."""
    terms = next(filter(None, map(way.answers.get, TERMS)), "")
    figures = {name: told for name, told in way.answers.items() if name not in TERMS}
    return way._replace(answers={**figures, field: terms}, then=field * bool(way.then))


def _at_target(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the terms of a commission without its amount, which has a sentence of its own."""
    field, text = stop.fields[0], "; ".join(values)
    way = without_amount(kept.beside({field: ""}), text) if field == COMMISSION else None
    return which(kept, ask, [way, Way("typed", {field: text})]) if way else None


def _of_a_sign(kept: Kept, ask: Ask, sign: str) -> Doubt | None:
    """Ask which of its currencies was meant by a sign: that of the place comes first."""
    if not is_mark(sign) or is_currency(sign.upper()):
        return None
    here = [code for code in carried_by(sign) if code == local(kept.sheet.tree)]
    codes = [*dict.fromkeys([*here, *meant_by(sign)])]
    if len(codes) < 2:
        return None
    return _which(kept, ask, dict.fromkeys(codes, ""), {code: (code,) for code in codes}, sign)


def _in_which(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask which currency it is, where the sign of an amount is not that of the others."""
    field, tree = stop.fields[0], kept.sheet.tree
    first, *others = (part.strip() for part in "; ".join(values).split(";"))
    amount = with_per(field, with_code(field, first))
    now = settled(kept.sheet, {field: amount}) or typed(tree, CURRENCY) or USUAL_CURRENCY
    mark = mark_against(field, amount, now)
    if not mark:
        return None
    without = with_typed(tree, tuple(field.split(".")), "")
    given = typed(tree, CURRENCY) or told_by(without)
    lines, then = _in_each(kept, stop, values, may_be(field, amount, tree))
    bare = tuple(filter(None, [" ".join(amount.replace(mark, " ").split()), *others]))
    understood = understand(kept, stop, bare)
    if given and not counts_lakhs(mark, amount) and not understood.refused:
        lines["given"], then["given"] = line_with(kept, field, understood.answers), bare
    return _which(kept, ask, lines, then, mark, given) if then else None


def _in_each(
    kept: Kept, stop: Stop, values: Values, codes: Iterable[str]
) -> tuple[dict[str, str], Rows]:
    """Read an amount in each of some currencies: the lines that tell it, and the answers."""
    lines, then = dict[str, str](), Rows()
    for code in codes:
        trial = kept.beside({CURRENCY: code})
        understood = understand(trial, stop, values)
        if not understood.refused:
            lines[code] = line_with(trial, stop.fields[0], understood.answers)
            then[code] = Meant(
                {**without_told(kept, stop.fields), **understood.answers, CURRENCY: code}
            )
    return lines, then


def _which(
    kept: Kept, ask: Ask, lines: dict[str, str], then: Rows, mark: str, given: str = ""
) -> Doubt:
    """Ask for one of some currencies, each with the line that the posting would have."""
    words = kept.words.money
    names = {code: name_of(code, words.names) for code in {*then, given} if len(code) == 3}
    said = words.against if given else words.several
    question = words.currency.filled(
        said=said.format(mark=mark, given=names.get(given, "")),
        given=names.get(given, ""),
        line=lines.get("given", ""),
    )
    own = [
        Row(code, _capital(names[code]), lines[code], left=lines[code] or names[code])
        for code in then
        if code in names
    ]
    found = listed(ask, question, {**then, "again": Signal.BACK}, lines)
    at = 0 if len(own) == 1 else None
    return Doubt(found.ask._replace(rows=(*own, *found.ask.rows), at=at), found.then)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_SMALL = compile_later(r"\d{1,2}(?:\.\d)?(?: ?(?:-|to|\u2013) ?\d{1,2})?|100")


def _percent(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask whether a small figure alone, such as 10, is a percent of base pay.

    An amount for an hour is as small.
    """
    text = values[0].strip()
    pay = kept.answers().pay
    if not _SMALL.fullmatch(text) or pay.base == NONE or pay.period == "hour":
        return None
    both = {"percent": (f"{text}%",), "amount": values}
    understood = {name: understand(kept, stop, way) for name, way in both.items()}
    if any(one.refused for one in understood.values()):
        return None
    lines = {name: line_with(kept, "pay.variable", one.answers) for name, one in understood.items()}
    if not isinstance(kept.read_with(understood["amount"].answers).answers.pay.variable, Money):
        return None
    question = kept.words.money.percent.filled(percent=lines["percent"], amount=lines["amount"])
    found = listed(ask, question, {**both, "again": Signal.BACK}, lines)
    return found._replace(ask=found.ask._replace(at=None))
