"""The first question, on the screen before anything that reads answers is loaded."""

from amjd.asker import Ask, Asker, Reply
from amjd.questions import Questions


def first_ask(questions: Questions) -> Ask:
    """Make what is asked first of somebody who begins anew."""
    step = questions.path.steps[0]
    screen, count = step.screens[0], len(questions.path.steps)
    question = questions[screen.asks[0].ask]
    return Ask(
        screen.name, "text", (question.field,), question.question, why=question.why,
        more=question.more, example=question.example_text, step=1, of=count, title=step.title,
    )  # fmt: skip


class Heard:
    """An asker that was given the first reply before the interview began."""

    def __init__(self, asker: Asker, reply: Reply) -> None:
        self._asker, self._reply = asker, [reply]
        self.tell, self.key = asker.tell, asker.key

    def ask(self, ask: Ask) -> Reply:
        return self._reply.pop() if self._reply else self._asker.ask(ask)
