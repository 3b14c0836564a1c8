"""What is asked where somebody does not know an answer yet, or says that there is none."""

from collections.abc import Iterable

from amjd.answers.fields import DEGREES
from amjd.answers.names.languages import LANGUAGE
from amjd.answers.nothing import behind_denial, behind_none
from amjd.answers.pay.money import NONE
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, listed, told_left
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.understanding import plain_words, understand
from amjd.interview.way import together
from amjd.text.patterns import compile_later


def _is_begun(plain: str, phrases: Iterable[str]) -> bool:
    """Whether an answer is one of some phrases, or goes on behind it."""
    return f"{plain} ".startswith(tuple(f"{phrase} " for phrase in phrases))


def none_of_all(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask whether none of a list of facts holds, with what was said besides and is left out."""
    group = together(kept.questions, stop.name)
    rest = behind_none(values[0]) if group and group.tick and len(values) == 1 else None
    if rest is None or values[0] in stop.fields:
        return None
    words = kept.words.doubts
    then: Rows = {"keep": Meant(dict.fromkeys(stop.fields, "no")), "again": Signal.BACK}
    offer = listed(ask, words.none_of_all, then, {})
    home = words.in_words["role.opening"] if _WHO_DID.search(rest) else ""
    note = told_left(words, [rest], home)
    return offer._replace(ask=offer.ask._replace(note=note))


# Who did the work until now, which tells why the job is open.
_WHO_DID = compile_later(
    r"(?i)\b(?:did|does|done|doing|handled?|looked|ran|before|until|left|leaving|retir\w+|moved"
    r"|person|colleague|somebody|someone)\b"
)


def vague(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to leave open what is not known yet."""
    words, typed = kept.words.doubts, "; ".join(values)
    plain = plain_words(typed)
    # "Don't know, never counted", where a figure is asked for.
    phrases = [*words.unsure, *(one for one in words.vague if " " in one)]
    is_begun = _is_begun(plain, map(plain_words, phrases))
    if not is_begun and plain not in words.vague:
        return None
    is_refused = bool(understand(kept, stop, values).refused)
    if not is_refused and plain not in words.vague:
        return None
    rows: Rows = {"open": Signal.OPEN, "again": Signal.BACK}
    if ask.optional:
        rows["out"] = ()
    if not is_refused:
        rows["keep"] = values
    said = kept.words.terminal
    left = {"open": said.open, "out": said.left_empty, "keep": typed}
    question = words.open.filled(typed=typed, question=ask.question)
    return listed(ask, question, rows, left)


_PRODUCT = "product.name"


def no_product(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Ask whether there is a product at all, where its name says that there is none."""
    words, typed = kept.words.doubts, "; ".join(values)
    if stop.fields != (_PRODUCT,) or not _is_begun(plain_words(typed), words.denials):
        return None
    none = Meant({"product.software": "no", _PRODUCT: ""})
    rows: Rows = {"out": none, "keep": (typed,), "again": Signal.BACK}
    return listed(ask, words.no_product.filled(typed=typed), rows, {"keep": typed})


def nothing(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to leave out an answer that says no more than no, or what nobody has to have."""
    words, typed = kept.words.doubts, "; ".join(values)
    denied = _DENIED.get(stop.fields[0], "") if len(stop.fields) == 1 else ""
    rest = behind_denial(typed, denied) if denied else None
    is_nothing = rest is not None or plain_words(typed) in words.nothing
    is_printed = is_nothing and _is_printed(kept, stop, values)
    if not (ask.optional and is_nothing and (is_printed or rest)):
        return None
    rows: Rows = {"out": (), "keep": values, "again": Signal.BACK}
    if not is_printed:
        del rows["keep"]
    left = {"out": kept.words.terminal.left_empty, "keep": typed}
    found = listed(ask, words.left_out.filled(typed=typed), rows, left)
    # No degree needed, but one in nursing is a plus: nobody loses that by Enter alone.
    return found._replace(ask=found.ask._replace(at=None)) if rest else found


_DENIED = {"role.education": DEGREES, "role.languages": LANGUAGE}


def _is_printed(kept: Kept, stop: Stop, values: Values) -> bool:
    understood = understand(kept, stop, values)
    read = kept.read_with(understood.answers).answers[stop.fields[0]]
    return not understood.refused and read not in (None, NONE)
