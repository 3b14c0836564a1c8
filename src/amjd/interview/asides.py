"""What the interview says and asks on its own account, beside the questions of the posting.

It shows words, and has none: those are in `prompts/words/`.
"""

from amjd.asker import Asked, Asker
from amjd.questions import Question
from amjd.words import Table, Words


def tell_with_table(asker: Asker, text: str, table: Table) -> None:
    """Say a text; where it has a place for the table, the table stands there."""
    before, has_table, after = text.partition("{table}\n")
    if before:
        asker.tell(before.rstrip("\n"))
    if has_table:
        asker.table(table)
        asker.tell(after)


def ask_about(asker: Asker, question: Question, words: Words) -> str:
    """Ask a question of our own until it is answered; Enter takes the first choice."""
    first = question.choices[0].value if question.choices else ""
    while (reply := asker.ask(Asked(question, first))).signal:
        asker.tell(words.asking.no_key)
    return reply.text or first
