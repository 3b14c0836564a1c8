"""The template that the answers decide on: said as soon as it is, and others on offer.

Which one that is, is found in `documents.choice`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from amjd.answers.conditions import Conditions
from amjd.answers.fields import Answers
from amjd.answers.state import shown
from amjd.asker import Asked, Asker, Signal
from amjd.documents.choice import Choice, Heads, choose, decided, flip
from amjd.interview.kept import Kept
from amjd.questions import Alternative
from amjd.words import Decision


def tell_choice(kept: Kept, asker: Asker, before: Answers) -> Signal | None:
    """Say what was not decided before the last answer; return what else was wanted on the way."""
    answers = kept.answers()
    heads = kept.catalog.heads
    choice, earlier = decided(heads, shown(answers)), decided(heads, shown(before))
    if choice is None or choice == earlier:
        return None
    is_new = earlier is None or choice.template != earlier.template
    if answers.template:
        if is_new and choice.template != answers.template:
            words = kept.words.decision
            asker.tell(words.overridden.format(id=choice.template, chosen=answers.template))
        return None
    asker.tell("\n".join(_explained(heads, choice, shown(answers), kept.words.decision)))
    if not (is_new and choice.runner_up):
        return None
    return _offer(kept, asker, [choice.template, choice.runner_up])


def _explained(
    heads: Heads, choice: Choice, texts: Mapping[str, Any], words: Decision
) -> list[str]:
    """Say which template it is and why, which is next, and what would change that."""
    other = flip(heads, texts)
    names = {head.id: head.name for head in heads}
    because = _in_words(choice.because, words)
    lines = [words.decided.format(name=names[choice.template], because=because)]
    field, answer, then = other or ("", "", "")
    unless = words.unless.format(answer=answer, signal=words.signals.get(field, ""))
    if choice.runner_up:
        because = _in_words(choice.runner_up_because, words) or words.always
        reason = unless if then == choice.runner_up else because
        lines.append(words.runner_up.format(name=names[choice.runner_up], because=reason))
    if other and then != choice.runner_up:
        lines.append(words.change.format(name=names[then], unless=unless))
    return lines


def _in_words(reason: Conditions, words: Decision) -> str:
    """Put a reason, such as "quota.carries is yes", in the words of the interview."""
    if not reason:
        return ""
    signals = ", ".join(words.signals[condition.field] for condition in reason)
    return words.because.format(answer=reason[0].wanted, signals=signals)


def fitting(kept: Kept) -> str:
    """Return the template that fits the answers, whichever was taken."""
    return choose(kept.catalog.heads, shown(kept.answers())).template


def offer_all(kept: Kept, asker: Asker) -> None:
    """Let the person take any template."""
    first = fitting(kept)
    _offer(kept, asker, [first, *(name for name in kept.catalog.ids if name != first)])


def _offer(kept: Kept, asker: Asker, ids: Sequence[str]) -> Signal | None:
    """Let the person take a template other than the first; return what else they want."""
    words = kept.words.decision
    heads = [kept.catalog.head(name) for name in ids]
    first, *others = (Alternative(head.id, head.name, head.use_when) for head in heads)
    first = first._replace(label=f"{first.label} ({words.fits})")
    chosen = kept.answers().template
    current = chosen or ids[0]
    reply = asker.ask(Asked(words.template._replace(choices=(first, *others)), current))
    if reply.signal:
        return reply.signal
    wanted = reply.text or current
    if wanted != current or chosen:
        kept.put("template", "" if wanted == ids[0] else wanted)
    return None
