"""Taking one answer: what is wrong with it, what has to follow from it, and the one save.

What is asked about it before is in `doubts/`, what there is to say of it afterwards in `advice`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amjd.answers.fields import Answers
from amjd.answers.kinds import USUAL_CURRENCY
from amjd.answers.numbers.figures import about_in
from amjd.answers.pay.amounts import Money, plain_money
from amjd.answers.state import left_out
from amjd.asker import Ask, Asker, Signal
from amjd.interview.currency import name_of
from amjd.interview.kept import Kept
from amjd.interview.on_top import without_told
from amjd.interview.remarks import before_tax
from amjd.interview.route import Stop
from amjd.interview.sentences import EXACT
from amjd.interview.understanding import in_words, plain_words, understand
from amjd.interview.way import together
from amjd.sources.sheet import OPEN, SKIPPED, Answer, Sheet
from amjd.sources.yaml_edit import with_answer
from amjd.words import Asking


class Taken(NamedTuple):
    """What became of an answer: why it is `refused`, or what there is to say after it.

    `then` is a field that is asked next though it has an answer.
    """

    refused: str = ""
    said: tuple[str, ...] = ()
    then: str = ""


def take(kept: Kept, stop: Stop, ask: Ask, values: Sequence[str], is_away: bool = False) -> Taken:
    """Keep an answer, with what has to follow from it, or say why that cannot be.

    `is_away` says that no answer is wanted, not even one that was left open.
    """
    is_list_of_facts = bool(together(kept.questions, stop.name)) and ask.kind == "tick"
    stays_open = ask.stays_open and not is_away
    if not values and (stays_open or not is_list_of_facts):
        return _take_nothing(kept, stop, ask, is_away)
    if _is_kept(kept, stop, ask, values):
        return Taken()
    understood = understand(kept, stop, values)
    if understood.refused:
        return Taken(understood.refused)
    if _comes_to_nothing(kept, understood.answers):
        taken = _take_nothing(kept, stop, ask, is_away=True)
        return taken if taken.refused else taken._replace(said=_said_of_nothing(kept, stop, values))
    # What of a line for several fields was left away is skipped.
    taken = change(kept, {**without_told(kept, stop.fields), **understood.answers}, SKIPPED)
    tax = before_tax(kept, stop.fields[0], "; ".join(values))
    said = (*taken.said, *_said_of_about(kept, stop, values), *filter(None, [tax]))
    return taken._replace(said=(*said, *_said_of_boss(kept, stop)))


def _said_of_boss(kept: Kept, stop: Stop) -> tuple[str, ...]:
    """Say how whoever writes of themselves is printed: as the owner, and many have another boss."""
    if stop.fields != ("role.reports_to",):
        return ()
    return tuple(kept.reading(*one) for one in kept.readings() if one.field in stop.fields)


def _said_of_about(kept: Kept, stop: Stop, values: Sequence[str]) -> tuple[str, ...]:
    """Say so where a figure that the posting has alone was typed as about so much."""
    field, word = stop.fields[0], about_in("; ".join(values))
    if field not in EXACT or not word:
        return ()
    return (kept.words.doubts.exact.format(label=kept.label(field), word=word),)


def _is_kept(kept: Kept, stop: Stop, ask: Ask, values: Sequence[str]) -> bool:
    """Whether the answer is the one that stands already."""
    if ask.kind == "tick":
        is_known = all(kept.answers()[field] is not None for field in stop.fields)
        return is_known and set(values) == set(ask.ticked)
    return bool(ask.current) and _words(values) == _words(ask.current)


def _comes_to_nothing(kept: Kept, answers: Mapping[str, Answer]) -> bool:
    """Whether what was typed, such as none, is read as no answer at all."""
    found = kept.read_with(answers).answers
    return all(found[field] is None for field in answers)


def _said_of_nothing(kept: Kept, stop: Stop, values: Sequence[str]) -> tuple[str, ...]:
    """Say so where words are read as no answer; of a word, such as none, everybody knows it."""
    words, typed, field = kept.words.asking, "; ".join(values), stop.fields[0]
    if " " not in plain_words(typed):
        return ()
    said = words.is_nothing.format(label=kept.label(field), typed=typed)
    return (" ".join(filter(None, [said, words.say_so.get(field, "")])),)


def _words(values: Sequence[str]) -> list[str]:
    # Not str.split, to which a control character is a space.
    return [" ".join(filter(None, value.replace("\n", " ").split(" "))) for value in values]


def _take_nothing(kept: Kept, stop: Stop, ask: Ask, is_away: bool) -> Taken:
    """Leave a question without an answer: as it is where it was left open, else skipped."""
    is_open = any(map(kept.is_open, stop.fields))
    if is_open and not (ask.current or (is_away and ask.optional)):
        return Taken()
    if not ask.optional:
        return Taken(kept.words.asking.needed)
    if not (ask.current or is_open) and all(kept.is_seen(field) for field in stop.fields):
        return Taken()
    nothing = dict.fromkeys(stop.fields, "")
    return change(kept, {**without_told(kept, stop.fields), **nothing}, SKIPPED)


def leave_open(kept: Kept, stop: Stop) -> Taken:
    """Mark what is asked at a stop as not sure yet."""
    group = together(kept.questions, stop.name)
    needed = [field for field in stop.fields if kept.is_required(field)] or stop.fields[:1]
    fields = stop.fields if group and group.tick else needed
    taken = change(kept, dict.fromkeys(fields, ""), OPEN)
    if stop.name == "pay.commission":
        return taken._replace(said=(*taken.said, kept.words.advice.no_commission))
    return taken


def change(kept: Kept, answers: Mapping[str, Answer], remark: str = "") -> Taken:
    """Set answers and what has to follow from them, in one save; `remark` says why one is empty."""
    before = kept.answers()
    sheet, said = kept.changed(answers, remark), list[str]()
    if "pay.currency" in answers:
        sheet, said = _without_signs(kept, sheet, str(answers["pay.currency"]))
    sheet, dropped = _without_contradictions(kept, sheet, answers)
    if sheet.text != kept.sheet.text:
        kept.replace(sheet)
    in_currency = [] if "pay.currency" in answers else _in_currency(kept, before)
    return Taken(said=(*said, *in_currency, *dropped, *say_left_out(kept, before)))


def _in_currency(kept: Kept, before: Answers) -> list[str]:
    """Say in which currency the amounts are, where an answer has settled that."""
    code = kept.answers().pay.currency
    if code == before.pay.currency or code is None:
        return []
    return [kept.words.money.settled.format(currency=name_of(code, kept.words.money.names))]


def _without_signs(kept: Kept, sheet: Sheet, currency: str) -> tuple[Sheet, list[str]]:
    """Write the amounts without a sign where theirs is that of another currency."""
    said, words = [], kept.words.advice
    wrong = [".".join(map(str, fault.path[:2])) for fault in kept.faults(sheet)]
    for field in dict.fromkeys(wrong):
        amount = kept.answers()[field]
        if isinstance(amount, Money):
            sheet = with_answer(sheet, field, plain_money(amount))
            label = kept.questions[field].label
            said.append(words.sign_dropped.format(label=label, currency=currency or USUAL_CURRENCY))
    return sheet, said


def _without_contradictions(
    kept: Kept, sheet: Sheet, answers: Mapping[str, Answer]
) -> tuple[Sheet, list[str]]:
    """Take out what no longer goes with an answer; it is asked again where it is needed."""
    said, words = list[str](), kept.words.advice
    for fault in kept.faults(sheet):
        field = ".".join(map(str, fault.path[:2]))
        if field in answers or field not in kept.questions:
            continue
        sheet = with_answer(sheet, field, "")
        if field == "pay.ote":
            said.append(words.ote_dropped)
        else:
            message = in_words(kept, fault)
            said.append(words.dropped.format(label=kept.label(field), message=message))
    return sheet, said


def say_left_out(kept: Kept, before: Answers | None = None) -> list[str]:
    """Say which answers do not apply, and did before."""
    known, answers = left_out(before) if before else [], kept.answers()
    # A no that means nothing any more is nothing to tell of.
    new = [found for found in left_out(answers) if found not in known and answers[found[0]]]
    said = []
    for reason in dict.fromkeys(reason for _, reason in new):
        state = f"{'not ' * reason.negated}{reason.wanted}"
        labels = ", ".join(kept.label(field) for field, why in new if why == reason)
        question = kept.questions[reason.field].question
        said.append(
            kept.words.decision.left_out.format(
                labels=labels, question=question, state=state.capitalize()
            )
        )
    return said


def refusal(asker: Asker, ask: Ask, refused: str, tries: int, words: Asking) -> str:
    """Say why an answer was refused, how to do without it, and later an example."""
    said = [refused]
    if ask.optional:
        said.append(words.kept_so if ask.current else words.left_away)
    elif Signal.OPEN in ask.signals:
        said.append(words.not_sure.format(open=asker.key(Signal.OPEN)))
    if tries > 1 and ask.example:
        said.append(_example(ask, words))
    return " ".join(said)


def _example(ask: Ask, words: Asking) -> str:
    """Give an example, as it would read in this posting where that can be told."""
    reads = ""
    if ask.read:
        reads = ask.read(tuple(ask.example.split("; ") if ask.many else [ask.example])).text
    if reads:
        return words.example_reads.format(example=ask.example, reads=reads)
    return words.example.format(example=ask.example)
