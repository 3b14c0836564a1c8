"""What the interview asks on its own account, beside the questions of the posting.

It shows words, and has none: those are in `prompts/words/`.
"""

from amjd.asker import Ask, Asker, Row
from amjd.questions import Question


def ask_about(asker: Asker, question: Question, note: str = "") -> str:
    """Ask a question of our own; Enter takes the first choice, and leads back from a text."""
    rows = tuple(
        Row(choice.value, choice.label, choice.help, also=choice.also)
        for choice in question.choices
    )
    ask = Ask(
        question.field, "pick" if rows else "text", (question.field,), question.question, rows,
        at=0 if rows else None, why=question.why, more=question.more, optional=not rows,
        leads_back=not rows, example=question.example_text, note=note, signals=(),
    )  # fmt: skip
    while (reply := asker.ask(ask)).signal:
        pass
    return reply.text.strip() or (rows[0].value if rows else "")
