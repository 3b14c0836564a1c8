"""The template: which one fits, why, what else it could be, and the choice among them.

Which one that is, is found in `documents.choice`.
"""

from collections.abc import Sequence

from amjd.answers.conditions import Conditions
from amjd.answers.state import shown, silent
from amjd.asker import Ask, Row
from amjd.documents.choice import choose, flip
from amjd.interview.answering import Taken
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.way import AROUND, TEMPLATE, in_step
from amjd.text.characters import joined
from amjd.words import Decision

_STOP = Stop(TEMPLATE, TEMPLATE)


def fitting(kept: Kept) -> str:
    """Return the template that fits the answers, whichever was taken."""
    return choose(kept.catalog.heads, shown(kept.answers())).template


def offer(kept: Kept) -> Ask:
    """Offer the template that fits, and the one that is next or that another answer would make."""
    choice = choose(kept.catalog.heads, shown(kept.answers()))
    other = flip(kept.catalog.heads, shown(kept.answers()))
    second = choice.runner_up or (other[2] if other else "")
    ids = list(filter(None, [choice.template, second]))
    return _listed(kept, ids, _because(kept))


def offer_all(kept: Kept) -> Ask:
    """Offer every template, the one that fits first."""
    first = fitting(kept)
    ids = [first, *(name for name in kept.catalog.ids if name != first)]
    return _listed(kept, ids, _because(kept))


def _listed(kept: Kept, ids: Sequence[str], why: str) -> Ask:
    words = kept.words.decision
    heads = [kept.catalog.head(name) for name in ids]
    first, *others = (Row(head.id, head.name, _first(head.use_when)) for head in heads)
    rows = (first._replace(help=words.fits), *others)
    chosen = kept.answers().template
    # Enter decides nothing here: it agrees to what the answers have decided.
    at = ids.index(chosen) if chosen in ids else 0
    agreeing = rows[at]._replace(also=kept.words.terminal.yes[:1])
    rows = (*rows[:at], agreeing, *rows[at + 1 :])
    ask = Ask(
        TEMPLATE, "pick", (TEMPLATE,), words.template.question, rows, at=at,
        why=why, more=words.template.why, signals=AROUND,
    )  # fmt: skip
    return in_step(kept.questions, _STOP, ask)


def _first(text: str) -> str:
    """Return the first sentence of a text."""
    return f"{text.split('. ')[0].rstrip('.')}."


def _because(kept: Kept) -> str:
    """Say why the first one fits, and which answer would make it another."""
    words, heads = kept.words.decision, kept.catalog.heads
    texts = shown(kept.answers())
    choice, other = choose(heads, texts, silent(kept.answers())), flip(heads, texts)
    names = {head.id: head.name for head in heads}
    said = [
        words.decided.format(name=names[choice.template], because=_in_words(choice.because, words))
    ]
    if other:
        field, answer, then = other
        signal = words.signals[field]
        said.append(words.change.format(name=names[then], answer=answer, signal=signal))
    return " ".join(said)


def _in_words(reason: Conditions, words: Decision) -> str:
    """Put a reason, such as "quota.carries is yes", in the words of the interview."""
    signals = joined((words.signals[condition.field] for condition in reason), "and")
    return words.because.format(answer=reason[0].wanted, signals=signals)


def take(kept: Kept, picked: tuple[str, ...]) -> Taken:
    """Keep a template other than the one that fits; that one needs no keeping."""
    wanted = "".join(picked)
    wanted = "" if wanted == fitting(kept) else wanted
    if wanted != (kept.answers().template or ""):
        kept.put_all({"template": wanted})
    return Taken()


def overridden(kept: Kept, before: str) -> list[str]:
    """Say when the answers come to call for another template than was taken, or than before."""
    words, now, chosen = kept.words.decision, fitting(kept), kept.answers().template
    if now == before:
        return []
    name = kept.catalog.head(now).name
    if chosen and chosen != now:
        return [words.overridden.format(name=name, chosen=kept.catalog.head(chosen).name)]
    return [words.now.format(name=name)]
