"""Taking one answer: what is wrong with it, and what follows from it."""

import datetime
import re
from collections.abc import Sequence

from amjd.answers.amounts import Money, plain_money
from amjd.answers.dates import in_full
from amjd.answers.fields import Answers
from amjd.answers.numbers import Count, show_range
from amjd.answers.state import left_out
from amjd.asker import NOTHING, Asked, Asker, Signal
from amjd.interview.advice import called_for, hours_a_month
from amjd.interview.asides import tell_with_table
from amjd.interview.kept import Kept
from amjd.sources.sheet import OPEN, SKIPPED, Answer, Sheet
from amjd.sources.yaml_edit import with_answer
from amjd.text.characters import quoted, without_invisible
from amjd.words import Advice


def accept(kept: Kept, asker: Asker, asked: Asked, typed: str) -> str:
    """Take an answer; return what is wrong with it, or nothing."""
    question, field = asked.question, asked.question.field
    typed, unseen = without_invisible(typed)
    for name in unseen:
        asker.tell(kept.words.asking.taken_out.format(character=name))
    typed = typed.strip(" \t\r\n")
    answer = _items(typed, kept.items(field)) if question.many else _lasting(field, typed)
    is_taken_away = typed == NOTHING
    if not answer or _words(typed) == _words(kept.current(field)):
        if kept.current(field) or kept.is_open(field):
            return ""
        is_taken_away = True
    if is_taken_away:
        if not asked.optional:
            return kept.words.asking.needed.format(open=asker.key(Signal.OPEN))
        change(kept, asker, field, "", SKIPPED)
        return ""
    if said := _objection(kept, field, answer):
        return said
    change(kept, asker, field, answer)
    if isinstance(answer, str) and answer != typed:
        asker.tell(kept.words.asking.kept_as.format(typed=quoted(typed), answer=answer))
    for reading in kept.readings():
        if reading.field == field:
            asker.tell(reading.message)
    return ""


def _objection(kept: Kept, field: str, answer: Answer) -> str:
    """Say what is wrong with an answer, alone or beside the others, or return nothing."""
    words = kept.words.asking
    for fault in kept.faults_with(field, answer):
        cure = f"Write {'; '.join(fault.items)}." if fault.items else fault.cure
        said = f"{fault.message} {cure}".strip()
        if f"{fault.field}.".startswith(f"{field}."):
            return words.answer.format(message=said) if said[0].isalpha() else said
        # A total that another answer contradicts is dropped, and that is told.
        is_beside = field in fault.beside and fault.field != "pay.ote"
        if is_beside and fault not in kept.faults(kept.sheet):
            return words.reading.format(label=kept.label(fault.field), message=said)
    return ""


def _lasting(field: str, typed: str) -> str:
    """Return a day that was told from today as the day, which means the same tomorrow."""
    return in_full(typed, datetime.date.today()) if field == "apply.deadline" else typed


def _words(text: str) -> list[str]:
    # Not str.split, to which a control character is a space.
    return re.findall(r"[^ \t\r\n]+", text)


def _items(typed: str, known: Sequence[str]) -> list[str]:
    """Split what was typed at semicolons and line ends, but not the items known already."""
    whole = {f"\0{number}\0": item for number, item in enumerate(known) if ";" in item}
    for mark, item in whole.items():
        typed = typed.replace(item, mark)
    parts = [part.strip(" \t") for part in re.split(r"[;\r\n]+", typed)]
    return [whole.get(part, part) for part in parts if part]


def change(kept: Kept, asker: Asker, field: str, answer: Answer, remark: str = "") -> None:
    """Set one answer and what has to follow from it, in one save; `remark` says why it is empty."""
    sheet = with_answer(kept.sheet, field, answer, remark)
    said: list[str] = []
    if field == "pay.currency":
        sheet, said = _without_signs(kept, sheet, str(answer))
    if any(fault.path[:2] == ("pay", "ote") for fault in kept.faults(sheet)):
        sheet = with_answer(sheet, "pay.ote", "")
        said.append(kept.words.advice.ote_dropped)
    kept.replace(sheet)
    if field == "pay.commission" and remark == OPEN:
        said.append(kept.words.advice.no_commission)
    for text in said:
        asker.tell(text)


def _without_signs(kept: Kept, sheet: Sheet, currency: str) -> tuple[Sheet, list[str]]:
    """Write the amounts without a sign where theirs is that of another currency."""
    said, words = [], kept.words.advice
    wrong = [".".join(map(str, fault.path[:2])) for fault in kept.faults(sheet)]
    for field in dict.fromkeys(wrong):
        amount = kept.answers()[field]
        if isinstance(amount, Money):
            sheet = with_answer(sheet, field, plain_money(amount))
            label = kept.questions[field].label
            said.append(words.sign_dropped.format(label=label, currency=currency or "USD"))
    return sheet, said


def advise(kept: Kept, asker: Asker, field: str, before: Answers) -> Signal | None:
    """Say what follows from an answer just given; return what else was wanted on the way."""
    answers, words = kept.answers(), kept.words.advice
    tell_left_out(kept, asker, before)
    for text in called_for(field, answers, words, asker.key(Signal.BACK)):
        tell_with_table(asker, text, words.table)
    if field == "portfolio.accounts" and answers.portfolio.accounts:
        return _add_up_work(asker, answers.portfolio.accounts, words)
    return None


def tell_left_out(kept: Kept, asker: Asker, before: "Answers | None" = None) -> None:
    """Say which answers do not apply, and did before."""
    known = left_out(before) if before else []
    new = [found for found in left_out(kept.answers()) if found not in known]
    for reason in dict.fromkeys(reason for _, reason in new):
        state = f"{'not ' * reason.negated}{reason.wanted}"
        labels = [kept.questions[field].label for field, why in new if why == reason]
        question = kept.questions[reason.field].question
        asker.tell(
            kept.words.decision.left_out.format(
                labels=", ".join(labels), question=question, state=state.capitalize()
            )
        )


def _add_up_work(asker: Asker, accounts: "Count", words: Advice) -> Signal | None:
    """Show the hours that the accounts take, until the person is content with the sum."""
    minutes = 30, 120
    while True:
        work = words.workload.format(
            accounts=show_range(accounts, "account").capitalize(),
            hours=f"{hours_a_month(accounts.high, *minutes):,}",
            check_in=minutes[0], review=minutes[1],
        )  # fmt: skip
        asker.tell(work)
        reply = _ask_minutes(asker, minutes, words)
        if reply is None or isinstance(reply, Signal):
            return reply
        minutes = reply


def _ask_minutes(
    asker: Asker, now: tuple[int, int], words: Advice
) -> tuple[int, int] | Signal | None:
    """Ask for other minutes; None if these are right."""
    current = f"{now[0]} {now[1]}"
    while True:
        reply = asker.ask(Asked(words.minutes, current))
        if reply.signal or reply.text.strip() in ("", current):
            return reply.signal
        if match := re.fullmatch(r"(\d{1,3})\D+(\d{1,3})\D*", reply.text.strip()):
            return int(match[1]), int(match[2])
        asker.tell(words.no_minutes)
