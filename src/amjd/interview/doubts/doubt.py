"""A question about an answer, whether it was meant so, and what each of its rows makes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from amjd.asker import Ask, Row, Seen, Signal
from amjd.interview.kept import Kept
from amjd.interview.sentences import lines_with
from amjd.questions import Question
from amjd.sources.sheet import Answer
from amjd.text.losses import is_empty
from amjd.words.doubts import Doubts

Values = tuple[str, ...]
LONGEST = 400
"""Characters of a line in which several facts are looked for."""


@dataclass(frozen=True)
class Meant:
    """Answers that are meant in place of what was typed; `then` is a field to be asked next.

    `remark` says that the sign of an amount is ASSUMED.
    """

    answers: Mapping[str, Answer]
    then: str = ""
    remark: str = ""


Rows = dict[str, Values | Signal | Meant]


class Doubt(NamedTuple):
    """A question about an answer, and what each of its rows makes of it.

    A row leads to other values or answers, to OPEN, or with BACK to the question again.
    """

    ask: Ask
    then: Rows


def listed(ask: Ask, question: Question, then: Rows, left: Mapping[str, str]) -> Doubt:
    """Make a doubt of our own words, with the rows that lead somewhere; Enter takes the first.

    `left` is what stands as the answer, by the rows that give one.
    """
    rows = tuple(
        Row(one.value, one.label, one.help, left=left.get(one.value, ""))
        for one in question.choices
        if one.value in then
    )
    asked = Ask(ask.screen, "pick", ask.fields, question.question, rows)
    return Doubt(beside(asked, ask, question.why, 0), then)


def read_so(kept: Kept, ask: Ask, then: Rows, sentence: str, typed: str, note: str = "") -> Doubt:
    """Ask whether an answer shall read like a sentence, or as it was typed where that is a row."""
    rows: Rows = {**then, "again": Signal.BACK}
    left = {"keep": sentence, "typed": typed}
    found = listed(ask, kept.words.doubts.hedged.filled(sentence=sentence), rows, left)
    read = partial(_as_typed, kept, ask, then.get("typed"), typed)
    return found._replace(ask=found.ask._replace(note=note, read=read))


def _as_typed(
    kept: Kept, ask: Ask, way: Values | Signal | Meant | None, typed: str, picked: Values
) -> Seen:
    """Tell how an answer would read as it was typed; how it does otherwise stands there already."""
    if picked != ("typed",):
        return Seen()
    line = lines_with(kept, way.answers) if isinstance(way, Meant) else ""
    if isinstance(way, tuple) and ask.read:
        line = ask.read(way).text
    return Seen(line or typed)


def told_left(words: Doubts, parts: Iterable[str], home: str = "") -> str:
    """Say what of an answer is left out, but for words that say nothing by themselves.

    `home` says where the words may stand.
    """
    left = ", ".join(part for part in parts if not is_empty(part))
    return f"{words.left.format(words=left)} {home}".strip() if left else ""


def beside(asked: Ask, ask: Ask, why: str, at: int | None) -> Ask:
    """Put a doubt on the screen, and in the step, of what it is about."""
    return asked._replace(
        why=why, at=at, step=ask.step, of=ask.of, title=ask.title, signals=(Signal.BACK,),
        about=ask.question,
    )  # fmt: skip


def settled(found: Doubt, picked: Sequence[str], signal: Signal | None) -> Values | Signal | Meant:
    """Return what follows from the reply to a doubt."""
    return signal or found.then[picked[0]] if picked or signal else Signal.BACK
