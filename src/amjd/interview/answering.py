"""Taking one answer: what is wrong with it, and what follows from it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from amjd import flow
from amjd.answers_edit import NOT_SURE, SKIPPED, Answer, with_answer
from amjd.flow import Question
from amjd.interview.asker import NOTHING, Asked, Asker, say
from amjd.interview.kept import Kept

if TYPE_CHECKING:
    from amjd.answers import Answers


def accept(kept: Kept, asker: Asker, field: str, typed: str) -> str:
    """Take an answer; return what is wrong with it, or nothing."""
    question, current = flow.questions()[field], kept.current(field)
    answer = _items(typed) if question.many else typed.strip()
    is_optional, is_taken_away = field not in kept.required(), typed.strip() == NOTHING
    if typed.strip() == current or not answer:
        if current or kept.is_unsure(field):
            return ""
        is_taken_away = True
    if is_taken_away:
        if not is_optional:
            return str(flow.wizard()["needed"])
        kept.put(field, "", SKIPPED)
        return ""
    faults = kept.faults(field, answer)
    for fault in faults:
        if f"{fault.field}.".startswith(f"{field}."):
            said = f"{fault.message} {fault.cure}".strip()
            words = flow.wizard()["answer"]
            return str(words.format(message=said)) if said[0].isalpha() else said
    text = with_answer(kept.text, field, answer)
    if field == "pay.currency":
        others = dict.fromkeys(".".join(fault.field.split(".")[:2]) for fault in faults)
        text = _without_signs(kept, asker, text, answer, [*others])
    kept.replace(text)
    return ""


def _items(typed: str) -> list[str]:
    return [item for item in (part.strip() for part in re.split(r"[;\r\n]+", typed)) if item]


def _without_signs(
    kept: Kept, asker: Asker, text: str, currency: Answer, fields: Sequence[str]
) -> str:
    """Take the signs of another currency out of the amounts that have one."""
    for field in fields:
        if field != "pay.ote":
            bare = re.sub(r"[^\d.,_kKmM to-]", "", kept.current(field)).strip()
            text = with_answer(text, field, bare)
            say(asker, "advice", "sign_dropped", field=field, currency=currency)
    return text


def put_off(kept: Kept, asker: Asker, field: str) -> None:
    """Leave a field open as not sure yet."""
    kept.put(field, "", NOT_SURE)
    if field == "pay.commission":
        say(asker, "advice", "no_commission")


def advise(kept: Kept, asker: Asker, field: str, before: "Answers") -> None:
    """Say what follows from an answer just given, beside those before it."""
    from amjd.answers import left_out
    from amjd.interview import advice

    answers = kept.answers()
    for other, reason in left_out(answers):
        if (other, reason) not in left_out(before):
            deciding, _, state = reason.partition(" is ")
            say(
                asker, "decision", "left_out", label=flow.questions()[other].label,
                question=flow.questions()[deciding].question, state=state.capitalize(),
            )  # fmt: skip
    if any(fault.field == "pay.ote" for fault in kept.faults()):
        kept.put("pay.ote", "")
        say(asker, "advice", "ote_dropped")
    for name, values in advice.after(field, answers):
        say(asker, "advice", name, **values)
    if field == "portfolio.accounts" and answers.portfolio.accounts:
        _add_up_work(asker, answers.portfolio.accounts)


def _add_up_work(asker: Asker, accounts: int) -> None:
    """Show the hours that the accounts take, until the person is content with the sum."""
    from amjd.interview.advice import hours_a_month
    from amjd.kinds import show_count

    minutes: tuple[int, int] | None = (30, 120)
    while minutes:
        say(
            asker, "advice", "workload",
            accounts=show_count(accounts, "account").capitalize(),
            hours=hours_a_month(accounts, *minutes), check_in=minutes[0], review=minutes[1],
        )  # fmt: skip
        minutes = _ask_minutes(asker, f"{minutes[0]} {minutes[1]}")


def _ask_minutes(asker: Asker, now: str) -> tuple[int, int] | None:
    """Ask for other minutes; None if these are right."""
    question: Question = flow.question_from(flow.wizard()["workload"])
    while True:
        reply = asker.ask(Asked(question, now))
        if reply.signal or reply.text.strip() in ("", now):
            return None
        if match := re.fullmatch(r"(\d{1,3})\D+(\d{1,3})\D*", reply.text.strip()):
            return int(match[1]), int(match[2])
        say(asker, "advice", "no_minutes")
