"""What the interview says and asks on its own account, beside the questions of the posting."""

from typing import Any

from amjd import flow
from amjd.asker import Asked, Asker


def say(asker: Asker, *path: str, **values: object) -> None:
    """Say some of the wizard's words, filled with values."""
    words: Any = flow.wizard()
    for step in path:
        words = words[step]
    say_words(asker, words, **values)


def say_words(asker: Asker, text: str, **values: object) -> None:
    """Say a text filled with values; the table stands where the text has a place for it."""
    # The table of the two jobs stands where the words have a place for it.
    before, has_table, after = text.partition("{table}\n")
    if before:
        asker.tell(before.format(**values).rstrip("\n"))
    if has_table:
        asker.table(flow.wizard()["table"])
        asker.tell(after.format(**values).rstrip("\n"))


def ask_about(asker: Asker, data: dict[str, Any]) -> str:
    """Ask a question of the wizard's own until it is answered; Enter takes the first choice."""
    question = flow.question_from(data)
    first = question.choices[0].value if question.choices else ""
    while (reply := asker.ask(Asked(question, first))).signal:
        asker.tell(flow.wizard()["no_key"])
    return reply.text or first
