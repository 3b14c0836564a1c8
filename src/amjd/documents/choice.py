"""The choice: the first template for which the answers hold, why, and what else it could be.

It is a value; how it is said is in `cli.said`, and in the interview in
`interview.screens.template`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from amjd.answers import conditions
from amjd.answers.conditions import Condition, Conditions, Shown


class Template(NamedTuple):
    """The head of a template file: what the kind of posting is called, and when it is used.

    `id` is the name of the file. `holds_when` are the answers that call for it; none of them, and
    it always does. `evidence` is what candidates are asked to send unless the answers ask for
    something else; `evidence_if_trained`, if there is one, goes before it where somebody new to
    the work is trained, and those `by_phone` where nothing can be sent.
    """

    name: str
    title: str
    order: int
    use_when: str
    evidence: str
    holds_when: Conditions = ()
    id: str = ""
    evidence_if_trained: str = ""
    evidence_by_phone: str = ""
    evidence_by_phone_if_trained: str = ""

    def asked(self, *, is_trained: bool, is_by_phone: bool = False) -> str:
        """Return what candidates are asked to send, or to tell where nothing can be sent.

        Who is trained need not have done the work.
        """
        written = self.evidence_if_trained if is_trained else ""
        told = self.evidence_by_phone_if_trained if is_trained else ""
        by_phone = (told or self.evidence_by_phone) if is_by_phone else ""
        return by_phone or written or self.evidence

    def holds(self, texts: Mapping[str, Shown]) -> bool:
        """Whether the answers call for this template; what was not answered counts as no."""
        return conditions.hold(self.holds_when, lambda field: texts.get(field, "no"))


Heads = Sequence[Template]
"""The heads of the templates there are, in the order in which they are tried."""


class Choice(BaseModel):
    """The template to use, the answers that decided it, and the next one that would have held."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    template: str
    because: Conditions
    runner_up: str | None = None
    runner_up_because: Conditions = ()
    counted_as_no: tuple[str, ...] = ()


def choose(heads: Heads, texts: Mapping[str, Shown], missing: Sequence[str] = ()) -> Choice:
    """Choose the first template whose answers hold; the next one that holds is the runner-up.

    `texts` are shown answers; `missing` are the fields that apply and have none.
    """
    holding = [head for head in heads if head.holds(texts)]
    deciding = frozenset(signals(heads))
    runner_up = holding[1] if len(holding) > 1 else None
    # Nothing here was typed by anybody; to have it checked, pydantic would load half as much again.
    return Choice.model_construct(
        template=holding[0].id,
        because=holding[0].holds_when or _because_not(heads, texts),
        runner_up=runner_up.id if runner_up else None,
        runner_up_because=runner_up.holds_when if runner_up else (),
        counted_as_no=tuple(field for field in missing if field in deciding),
    )


def signals(heads: Heads) -> list[str]:
    """List the fields that decide on a template, in the order in which they are looked at."""
    return [wanted.field for head in heads for wanted in head.holds_when]


def flip(heads: Heads, texts: Mapping[str, Shown]) -> tuple[str, str, str] | None:
    """Find one answer that would change the choice: its field, the other answer, the template."""
    now = choose(heads, texts).template
    for field in signals(heads):
        other = "no" if texts.get(field) == "yes" else "yes"
        then = choose(heads, {**texts, field: other}).template
        if field in texts and then != now:
            return field, other, then
    return None


def _because_not(heads: Heads, texts: Mapping[str, Shown]) -> Conditions:
    """Give the answer that rules out each of the other templates; what was said before silence."""
    noes = [
        min(
            (want.field for want in head.holds_when if not want.holds(texts.get(want.field))),
            key=lambda field: field not in texts,
        )
        for head in heads
        if head.holds_when
    ]
    return tuple(Condition(field, "no") for field in noes)
