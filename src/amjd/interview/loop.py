"""One loop over the questions, forwards and back, until the answers are complete.

It decides which question comes next; what becomes of an answer is in `answering`.
"""

from collections.abc import Callable, Sequence

from amjd.answers.fields import Answers
from amjd.asker import Asked, Asker, Signal
from amjd.documents.catalog import Catalog
from amjd.interview.answering import accept, advise, change, tell_left_out
from amjd.interview.choosing import tell_choice
from amjd.interview.kept import Kept
from amjd.interview.preview import Previewing
from amjd.interview.review import DONE, LEAVE, NEEDED, REVIEW, review
from amjd.sources.sheet import OPEN, Sheet
from amjd.words import Prompts


class Interview:
    """An interview under way; `kept` is what was answered so far."""

    def __init__(
        self,
        asker: Asker,
        sheet: Sheet,
        save: Callable[[str], None],
        catalog: Catalog,
        prompts: Prompts,
        every: bool = False,
        only_missing: bool = False,
    ) -> None:
        """Begin with the answers so far.

        `every` asks answered questions too, `only_missing` nothing but what is required.
        """
        self.kept = Kept(sheet, save, catalog, prompts)
        self._asker = Previewing(asker, self.kept)
        self._every, self._only_missing = every, only_missing
        self._visited: set[str] = set()
        self._step_shown = ""
        # On a way round from the review, what was due before it is left for later.
        self._from_review, self._left_due = False, frozenset[str]()
        # Where somebody called for the review; nothing if they came to it at the end.
        self._place = ""

    def run(self) -> None:
        """Ask until the answers are complete and the last yes is given.

        Raises:
            KeyboardInterrupt, EOFError: the person stopped; every accepted answer is saved.
            AmjdError: `save` gave up.
        """
        tell_left_out(self.kept, self._asker)
        words = self.kept.words.asking
        for field, message in self.kept.readings():
            self._asker.tell(words.reading.format(label=self.kept.label(field), message=message))
        order = self.kept.applicable()
        where = next((field for field in order if self._every or self._is_due(field)), REVIEW)
        while where != DONE:
            where = self._review() if where == REVIEW else self._step(where)

    def _is_due(self, field: str) -> bool:
        """Whether the field is to be asked without anybody turning back to it."""
        if self._only_missing:
            return field in self.kept.missing()
        return not self.kept.is_seen(field)

    def _review(self) -> str:
        where = review(self.kept, self._asker)
        if where in (REVIEW, DONE):
            return where
        if where == LEAVE:
            return self._on_the_way(self._called_from() or self.kept.applicable()[-1])
        if where == NEEDED:
            return self._to_needed()
        self._from_review, self._left_due = True, frozenset(self._due())
        return where

    def _called_from(self) -> str:
        """Return where the review was called, or what follows if that applies no more."""
        order = self.kept.applicable()
        if not self._place or self._place in order:
            return self._place
        return next(iter(self._split(order, self._place)[1]), "")

    def _on_the_way(self, field: str) -> str:
        """Go on at a field as if there had been no review."""
        self._from_review, self._place = False, ""
        return field

    def _to_needed(self) -> str:
        """Go to the first that is needed; on the way through the questions none is left out."""
        first = next(field for field in self.kept.questions if field in self.kept.missing())
        if not self._place:
            self._from_review, self._left_due = True, frozenset()
            return first
        next_ones = (first, self._called_from())
        return self._on_the_way(next((one for one in self._due() if one in next_ones), first))

    def _due(self) -> list[str]:
        return [field for field in self.kept.applicable() if self._is_due(field)]

    def _step(self, field: str) -> str:
        """Ask one question until it is settled; return where to go next."""
        typed = ""
        while True:
            before, sheet = self.kept.answers(), self.kept.sheet
            asked = self._asked(field, typed)
            reply = self._asker.ask(asked)
            if reply.signal is Signal.BACK:
                return self._before(field)
            if reply.signal is Signal.REVIEW:
                return self._to_review(field)
            if reply.signal is Signal.OPEN:
                change(self.kept, self._asker, field, "", OPEN)
            elif error := accept(self.kept, self._asker, asked, reply.text):
                self._asker.tell(error)
                typed = reply.text
                continue
            is_changed = self.kept.sheet.text != sheet.text
            wanted = self._say_what_follows(field, before) if is_changed else None
            if wanted is Signal.REVIEW:
                return self._to_review(field)
            if wanted is not Signal.BACK:
                return self._after(field)
            typed = ""

    def _to_review(self, field: str) -> str:
        if not self._from_review:
            self._place = field
        return REVIEW

    def _say_what_follows(self, field: str, before: Answers) -> Signal | None:
        """Say what follows from a change; return what else was wanted on the way."""
        wanted = advise(self.kept, self._asker, field, before)
        is_elsewhere = wanted in (Signal.BACK, Signal.REVIEW)
        return wanted if is_elsewhere else tell_choice(self.kept, self._asker, before)

    def _asked(self, field: str, typed: str) -> Asked:
        order = self.kept.applicable()
        self._show_step(field, order)
        if field == "pay.base" and field not in self._visited:
            self._asker.tell(self.kept.words.advice.benchmark)
        self._visited.add(field)
        needed = [*self.kept.required(), *(self.kept.missing() if self._from_review else ())]
        return Asked(
            self.kept.questions[field],
            self.kept.current(field),
            typed,
            field not in needed,
            order.index(field) + 1 if field in order else 0,
            len(order),
        )

    def _show_step(self, field: str, order: Sequence[str]) -> None:
        steps = self.kept.questions.steps
        number, step = next(
            (number, step)
            for number, step in enumerate(steps, start=1)
            if any(question.field == field for question in step.questions)
        )
        if step.title == self._step_shown:
            return
        self._step_shown = step.title
        left = len(order) - order.index(field) if field in order else 0
        head = self.kept.words.asking.step.format(
            number=number, count=len(steps), title=step.title, left=left
        )
        self._asker.tell(f"{head}\n{step.intro}")

    def _before(self, field: str) -> str:
        if self._from_review:
            return REVIEW
        earlier = self._split(self.kept.applicable(), field)[0]
        if not earlier:
            self._asker.tell(self.kept.words.asking.first_already)
            return field
        return earlier[-1]

    def _after(self, field: str) -> str:
        order = self.kept.applicable()
        if self._from_review:
            return next((due for due in self._due() if due not in self._left_due), REVIEW)
        return next(
            (
                later
                for later in self._split(order, field)[1]
                if self._every or later in self._visited or self._is_due(later)
            ),
            REVIEW,
        )

    def _split(self, order: Sequence[str], field: str) -> tuple[list[str], list[str]]:
        """Split fields into those asked before and after one, which need not be among them."""
        ranks = {name: rank for rank, name in enumerate(self.kept.questions)}
        earlier = [name for name in order if ranks[name] < ranks[field]]
        return earlier, [name for name in order if ranks[name] > ranks[field]]
