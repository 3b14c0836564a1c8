"""The interview: one loop over the questions, from what is given to answers that are complete.

It knows no terminal and no file: an `Asker` shows and asks, and `save` keeps the text of the
answers file, which is the only state there is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from amjd import flow
from amjd.answers_edit import NOT_SURE, SKIPPED, Answer, remarks, with_answer
from amjd.answers_file import parse
from amjd.errors import AmjdError
from amjd.flow import Question

if TYPE_CHECKING:
    from amjd.answers import Answers, Fault
    from amjd.catalog import Choice

REVIEW = "review"
DONE = "done"


class Signal(Enum):
    """What a person can want at any question beside answering it."""

    BACK = "back"
    NOT_SURE = "skip"
    PREVIEW = "preview"
    REVIEW = "review"


class Asked(NamedTuple):
    """A question as it is put: `current` is the answer so far, `typed` where to go on typing."""

    question: Question
    current: str = ""
    typed: str = ""
    optional: bool = False
    number: int = 0
    total: int = 0


class Reply(NamedTuple):
    """What came back; `signal` instead of an answer, with what was typed before it."""

    text: str
    signal: Signal | None = None


class Asker(Protocol):
    """Whoever asks: a full screen, plain lines, or a script in a test."""

    def ask(self, asked: Asked) -> Reply:
        """Ask; end with KeyboardInterrupt or EOFError to save and stop."""

    def tell(self, text: str) -> None:
        """Say something between two questions."""

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Show a table whose first row is its head."""

    def review(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show labels and answers, numbered from 1."""


class Interview:
    """An interview under way; `text` is the answers file as it stands."""

    def __init__(
        self,
        asker: Asker,
        text: str,
        save: Callable[[str], None],
        every: bool = False,
        only_missing: bool = False,
    ) -> None:
        """Begin with the text of an answers file.

        `every` asks answered questions too, `only_missing` nothing but what is required.
        """
        self.asker, self.text, self._save = asker, text, save
        self._every, self._only_missing = every, only_missing
        self._marks = remarks(text)
        self._visited: set[str] = set()
        self._from_review = False
        self._step_shown = ""
        self._told_choice = ""
        self._left_out: list[tuple[str, str]] = []

    # -- what is known ---------------------------------------------------------------------------

    def answers(self) -> "Answers":
        """Read the answers so far; what is missing is None."""
        from amjd import catalog
        from amjd.answers import read

        return read(self._tree(), catalog.ids())[0]

    def unsettled(self) -> list[str]:
        """List the fields marked as not sure yet that still apply."""
        asked = applicable(self.answers())
        return [field for field in asked if self._marks.get(field) == NOT_SURE]

    def _tree(self) -> dict[str, Any]:
        return parse(self.text.encode(), "answers").tree

    def _seen(self, field: str, answers: "Answers") -> bool:
        return answers[field] is not None or field in self._marks

    def _missing(self, answers: "Answers") -> list[str]:
        from amjd.answers import missing

        return [field for field in missing(answers) if self._marks.get(field) != NOT_SURE]

    def _is_open(self, field: str, answers: "Answers") -> bool:
        """Whether the field is to be asked without anybody turning back to it."""
        if self._only_missing:
            return field in self._missing(answers)
        return not self._seen(field, answers)

    # -- the loop --------------------------------------------------------------------------------

    def begin(self, fresh: bool) -> None:
        """Welcome whoever begins anew, and see whether this is the posting they need."""
        if fresh and not self._only_missing:
            words = flow.wizard()
            self.asker.tell(words["welcome"].rstrip("\n"))
            gate(self.asker)

    def run(self) -> None:
        """Ask until the answers are complete and the last yes is given.

        Raises:
            KeyboardInterrupt, EOFError: the person stopped; every accepted answer is saved.
            AmjdError: an answer could not be saved, and the person gave up.
        """
        answers = self.answers()
        candidates = applicable(answers)
        if not self._every:
            candidates = [field for field in candidates if self._is_open(field, answers)]
        where = candidates[0] if candidates else REVIEW
        while where != DONE:
            where = self._review() if where == REVIEW else self._step(where)

    def _step(self, field: str) -> str:
        """Ask one question until it is settled; return where to go next."""
        typed = ""
        while True:
            reply = self.asker.ask(self._asked(field, typed))
            typed, before = reply.text, self.text
            match reply.signal:
                case Signal.BACK:
                    return self._before(field)
                case Signal.REVIEW:
                    return REVIEW
                case Signal.PREVIEW:
                    self.asker.tell(self.preview())
                case Signal.NOT_SURE:
                    self._mark(field, NOT_SURE)
                    return self._after(field)
                case None:
                    if error := self._accept(field, typed):
                        self.asker.tell(error)
                    elif self.text == before or self._react(field):
                        return self._after(field)
                    else:
                        typed = ""

    def _asked(self, field: str, typed: str) -> Asked:
        answers = self.answers()
        order = applicable(answers)
        self._show_step(field, order)
        if field == "pay.base" and field not in self._visited:
            self._say("advice", "benchmark")
        self._visited.add(field)
        return Asked(
            flow.questions()[field],
            self._current(field),
            typed,
            field not in (self._missing if self._from_review else self._required)(answers),
            order.index(field) + 1 if field in order else 0,
            len(order),
        )

    def _required(self, answers: "Answers") -> list[str]:
        from amjd.answers import RULES, holds

        return [
            field
            for field, rule in RULES.items()
            # "unless the other is given" is settled at the end, when both were asked.
            if rule.required is not None
            and not rule.required.endswith("not given")
            and holds(answers, rule.required)
        ]

    def _show_step(self, field: str, order: Sequence[str]) -> None:
        steps = flow.steps()
        number, step = next(
            (number, step)
            for number, step in enumerate(steps, start=1)
            if any(question.field == field for question in step.questions)
        )
        if step.title == self._step_shown:
            return
        self._step_shown = step.title
        words = flow.wizard()
        left = len(order) - order.index(field) if field in order else 0
        values = {"number": number, "count": len(steps), "title": step.title, "left": left}
        self.asker.tell(f"{words['step'].format(**values)}\n{step.intro}")

    def _current(self, field: str) -> str:
        value: Any = self._tree()
        for step in field.split("."):
            value = value.get(step, "") if isinstance(value, dict) else ""
        if isinstance(value, dict):
            return f"{value.get('min', '')} to {value.get('max', '')}"
        return "; ".join(value) if isinstance(value, list) else str(value)

    def _before(self, field: str) -> str:
        if self._from_review:
            return REVIEW
        order = applicable(self.answers())
        earlier = _split(order, field)[0]
        if not earlier:
            self.asker.tell(flow.wizard()["first_already"])
            return field
        return earlier[-1]

    def _after(self, field: str) -> str:
        answers = self.answers()
        order = applicable(answers)
        open_ = [other for other in order if self._is_open(other, answers)]
        if self._from_review:
            return open_[0] if open_ else REVIEW
        later = _split(order, field)[1]
        wanted = [
            other for other in later if self._every or other in self._visited or other in open_
        ]
        return wanted[0] if wanted else REVIEW

    # -- taking an answer ------------------------------------------------------------------------

    def _accept(self, field: str, typed: str) -> str:
        """Take an answer; return what is wrong with it, or nothing."""
        question, current, typed = flow.questions()[field], self._current(field), typed.strip()
        if question.many and not _items(typed):
            typed = ""
        if typed in ("", current):
            if current or self._marks.get(field) == NOT_SURE:
                return ""
            if field in self._required(self.answers()):
                return str(flow.wizard()["needed"])
            self._mark(field, SKIPPED)
            return ""
        answer = _items(typed) if question.many else typed
        faults = self._faults(field, answer)
        for fault in faults:
            if f"{fault.field}.".startswith(f"{field}."):
                said = f"{fault.message} {fault.cure}".strip()
                words = flow.wizard()["answer"]
                return str(words.format(message=said)) if said[0].isalpha() else said
        text = with_answer(self.text, field, answer)
        if field == "pay.currency":
            text = self._drop_signs(text, answer, [fault.field for fault in faults])
        self._change(text)
        self._marks.pop(field, None)
        return ""

    def _drop_signs(self, text: str, currency: Answer, fields: Sequence[str]) -> str:
        """Take the signs of another currency out of the amounts that have one."""
        for field in dict.fromkeys(".".join(name.split(".")[:2]) for name in fields):
            if field != "pay.ote":
                bare = re.sub(r"[^\d.,_kKmM to-]", "", self._current(field)).strip()
                text = with_answer(text, field, bare)
                self._say("advice", "sign_dropped", field=field, currency=currency)
        return text

    def _faults(self, field: str, answer: Answer) -> list["Fault"]:
        """Check the answers with one changed, as the answers file would be checked."""
        from amjd import catalog
        from amjd.answers import read

        tree = self._tree()
        *outer, name = field.split(".")
        inner = tree.setdefault(outer[0], {}) if outer else tree
        inner[name] = answer
        return [fault for fault in read(tree, catalog.ids())[1] if fault.reason == "value"]

    def _mark(self, field: str, mark: str) -> None:
        self._change(with_answer(self.text, field, "", mark))
        self._marks[field] = mark
        if field == "pay.commission" and mark == NOT_SURE:
            self._say("advice", "no_commission")

    def _change(self, text: str) -> None:
        """Save the text before anything else happens; a full disk is a question, not an end."""
        while True:
            try:
                self._save(text)
            except AmjdError as error:
                words = flow.wizard()
                self.asker.tell(words["save_failed"].format(reason=error))
                if ask_about(self.asker, words["retry"]) == "no":
                    raise
            else:
                self.text = text
                return

    def _say(self, *path: str, **values: object) -> None:
        """Say some of the wizard's words, with a table where they have one."""
        words: Any = flow.wizard()
        for step in path:
            words = words[step]
        say_words(self.asker, words, **values)

    # -- what an answer leads to -----------------------------------------------------------------

    def _react(self, field: str) -> bool:
        """Say what follows from an answer; False if the person turns back to the question."""
        from amjd import advice
        from amjd.answers import left_out, read

        answers, faults = read(self._tree(), [])
        for other, reason in left_out(answers):
            if (other, reason) not in self._left_out:
                self._say("decision", "left_out", field=other, reason=reason)
        self._left_out = left_out(answers)
        if any(fault.field == "pay.ote" for fault in faults):
            self._change(with_answer(self.text, "pay.ote", ""))
            self._say("advice", "ote_dropped")
        for name, values in advice.after(field, answers):
            self._say("advice", name, **values)
        if field == "portfolio.accounts" and answers.portfolio.accounts:
            self._add_up_work(answers.portfolio.accounts)
        return self._tell_choice(answers)

    def _add_up_work(self, accounts: int) -> None:
        """Show the hours that the accounts take, until the person is content with the sum."""
        from amjd.advice import hours_a_month
        from amjd.kinds import show_count

        minutes = (30, 120)
        while True:
            values = {"check_in": minutes[0], "review": minutes[1]}
            hours = hours_a_month(accounts, *minutes)
            count = show_count(accounts, "account").capitalize()
            self._say("advice", "workload", accounts=count, hours=hours, **values)
            typed = self._ask_minutes(f"{minutes[0]} {minutes[1]}")
            if typed is None:
                return
            minutes = typed

    def _ask_minutes(self, now: str) -> tuple[int, int] | None:
        question = flow.question_from(flow.wizard()["workload"])
        while True:
            reply = self.asker.ask(Asked(question, now, optional=True))
            if reply.signal is Signal.PREVIEW:
                self.asker.tell(self.preview())
            elif reply.signal or reply.text.strip() in ("", now):
                return None
            elif match := re.fullmatch(r"(\d{1,3})\D+(\d{1,3})\D*", reply.text.strip()):
                return int(match[1]), int(match[2])
            else:
                self._say("advice", "no_minutes")

    def _tell_choice(self, answers: "Answers") -> bool:
        """Say which template the answers have decided on, and offer the other one."""
        from amjd import catalog
        from amjd.answers import shown

        texts = shown(answers)
        choice = catalog.decided(texts)
        if choice is None or str(choice) == self._told_choice:
            return True
        is_new = choice.template != self._told_choice.partition(":")[0]
        self._told_choice = str(choice)
        if answers.template:
            if is_new and choice.template != answers.template:
                values = {"id": choice.template, "chosen": answers.template}
                self._say("decision", "overridden", **values)
            return True
        self._say_choice(choice, texts)
        if not (is_new and choice.runner_up):
            return True
        return self._offer([choice.template, choice.runner_up])

    def _say_choice(self, choice: "Choice", texts: Mapping[str, Any]) -> None:
        from amjd import catalog

        words = flow.wizard()["decision"]
        lines = [
            words["decided"].format(
                name=catalog.template_of(choice.template).name, because=_in_words(choice.because)
            )
        ]
        if choice.runner_up:
            name = catalog.template_of(choice.runner_up).name
            because = _in_words(choice.runner_up_because) or words["always"]
            lines.append(words["runner_up"].format(name=name, because=because))
        if flip := catalog.flip(texts):
            field, answer, then = flip
            name, question = catalog.template_of(then).name, flow.questions()[field].question
            lines.append(words["change"].format(name=name, answer=answer, question=question))
        self.asker.tell("\n".join(lines))

    def _offer(self, ids: Sequence[str]) -> bool:
        """Let the person take a template other than the first; False if they turn back."""
        from amjd import catalog

        words = flow.wizard()["template"]
        heads = [catalog.template_of(name) for name in ids]
        choices = [{"value": head.id, "label": head.name, "help": head.use_when} for head in heads]
        choices[0]["label"] += f" ({words['fits']})"
        data = {key: text for key, text in words.items() if key != "fits"}
        question = flow.question_from({**data, "choices": choices})
        current = self.answers().template or ids[0]
        while (reply := self.asker.ask(Asked(question, current))).signal is Signal.PREVIEW:
            self.asker.tell(self.preview())
        if reply.signal:
            return reply.signal is not Signal.BACK
        chosen = reply.text or current
        if chosen != current or self.answers().template:
            self._change(with_answer(self.text, "template", "" if chosen == ids[0] else chosen))
        return True

    def preview(self) -> str:
        """Draft the posting so far as Markdown; what is open stands in brackets."""
        from amjd.draft import draft
        from amjd.export import exporter

        return exporter("md")(draft(self.answers(), open_=self.unsettled()).posting).decode()

    # -- the review ------------------------------------------------------------------------------

    def _review(self) -> str:
        """Show every answer; return the field to go to, or DONE after the last yes."""
        words = flow.wizard()["review"]
        answers = self.answers()
        fields = ["template", *applicable(answers)]
        self._from_review, self._every = True, False
        self.asker.tell(words["title"])
        self.asker.review([self._row(field, answers) for field in fields])
        question = Question("review", words["title"], words["question"], words["why"])
        while (reply := self.asker.ask(Asked(question))) and (
            reply.signal is Signal.PREVIEW or reply.text.strip().lower() == "p"
        ):
            self.asker.tell(self.preview())
        said = reply.text.strip().lower()
        if reply.signal is Signal.BACK:
            self._from_review = False
            return fields[-1]
        if said in ("y", "yes"):
            return self._finish(answers)
        if said.isdecimal() and 0 < int(said) <= len(fields):
            return self._jump(fields[int(said) - 1])
        if reply.signal is None:
            self.asker.tell(words["unknown"])
        return REVIEW

    def _row(self, field: str, answers: "Answers") -> tuple[str, str]:
        words = flow.wizard()
        if field == "template":
            from amjd import catalog
            from amjd.answers import shown

            fitting = catalog.choose(shown(answers), []).template
            return words["template"]["label"], answers.template or (
                f"{fitting} ({words['template']['fits']})"
            )
        label, mark = flow.questions()[field].label, self._marks.get(field)
        empty = words["review"]["open" if mark == NOT_SURE else "skipped"]
        return label, self._current(field) or empty

    def _jump(self, field: str) -> str:
        if field != "template":
            return field
        from amjd import catalog
        from amjd.answers import shown

        fitting = catalog.choose(shown(self.answers()), []).template
        self._offer([fitting, *(name for name in catalog.ids() if name != fitting)])
        return REVIEW

    def _finish(self, answers: "Answers") -> str:
        missing = self._missing(answers)
        if not missing:
            self._change(self.text)
            return DONE
        labels = ", ".join(flow.questions()[field].label for field in missing)
        self.asker.tell(flow.wizard()["review"]["missing"].format(labels=labels))
        return missing[0]


def _in_words(reason: str) -> str:
    """Put the answers of a reason, such as "quota.carries is yes", as they were asked."""
    found = re.findall(r"([a-z_]+\.[a-z_]+) is (yes|no)", reason)
    return " ".join(
        f"{flow.questions()[field].question} {answer.title()}." for field, answer in found
    )


def applicable(answers: "Answers") -> list[str]:
    """List the fields to ask about beside these answers, in the order of the questions."""
    from amjd.answers import applies, holds

    return [
        field
        for field, question in flow.questions().items()
        if (not question.worked_out or answers[field] is not None)
        and applies(answers, field)
        and (
            answers[field] is not None
            or all(holds(answers, f"{other} is {is_}") for other, is_ in question.when.items())
        )
    ]


def is_unfinished(text: str) -> bool:
    """Whether some question that applies was never put to whoever gave these answers."""
    from amjd import catalog
    from amjd.answers import read

    answers, marks = read(parse(text.encode(), "").tree, catalog.ids())[0], remarks(text)
    return any(answers[field] is None and field not in marks for field in applicable(answers))


def _split(order: Sequence[str], field: str) -> tuple[list[str], list[str]]:
    """Split fields into those asked before and after one, which need not be among them."""
    ranks = {name: rank for rank, name in enumerate(flow.questions())}
    earlier = [name for name in order if ranks[name] < ranks[field]]
    return earlier, [name for name in order if ranks[name] > ranks[field]]


def _items(typed: str) -> list[str]:
    return [item for item in (part.strip() for part in re.split(r"[;\r\n]+", typed)) if item]


def gate(asker: Asker) -> None:
    """Ask whether this is an account manager's job, and full-time work, before anything else."""
    words, at = flow.wizard(), 0
    while at < len(words["gate"]):
        question = flow.question_from(words["gate"][at])
        first = question.choices[0].value
        reply = asker.ask(Asked(question, first))
        if reply.signal is Signal.BACK:
            at = max(0, at - 1)
        elif reply.signal is None:
            say_words(asker, words["gate_answers"].get(reply.text or first, ""))
            at += 1


def say_words(asker: Asker, text: str, **values: object) -> None:
    """Say some of the wizard's words, with the table of the two jobs where it has its place."""
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
        pass
    return reply.text or first
