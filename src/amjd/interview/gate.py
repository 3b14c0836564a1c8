"""The gate: whether this is an account manager's job at all, before anything else is asked."""

from amjd.asker import Asked, Asker, Signal
from amjd.interview.asides import tell_with_table
from amjd.words import Words


def welcome(asker: Asker, words: Words) -> None:
    """Welcome whoever begins anew, and see whether this is the posting they need."""
    asker.tell(words.welcome.greeting)
    gate(asker, words)


def gate(asker: Asker, words: Words) -> None:
    """Ask whether this is an account manager's job, and full-time work, before anything else."""
    questions, at = words.welcome.gate, 0
    while at < len(questions):
        question = questions[at]
        first = question.choices[0].value
        reply = asker.ask(Asked(question, first))
        if reply.signal is Signal.BACK:
            at = max(0, at - 1)
        elif reply.signal:
            asker.tell(words.asking.no_key)
        else:
            said = words.welcome.said_to.get(reply.text or first, "")
            tell_with_table(asker, said, words.advice.table)
            at += 1
