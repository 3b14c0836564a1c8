"""The gate: whether this is an account manager's job at all, before anything else is asked."""

from amjd import flow
from amjd.asker import Asked, Asker, Signal
from amjd.interview.asides import say, say_words


def welcome(asker: Asker) -> None:
    """Welcome whoever begins anew, and see whether this is the posting they need."""
    say(asker, "welcome")
    gate(asker)


def gate(asker: Asker) -> None:
    """Ask whether this is an account manager's job, and full-time work, before anything else."""
    words, at = flow.wizard(), 0
    while at < len(words["gate"]):
        question = flow.question_from(words["gate"][at])
        first = question.choices[0].value
        reply = asker.ask(Asked(question, first))
        if reply.signal is Signal.BACK:
            at = max(0, at - 1)
        elif reply.signal:
            asker.tell(words["no_key"])
        else:
            say_words(asker, words["gate_answers"].get(reply.text or first, ""))
            at += 1
