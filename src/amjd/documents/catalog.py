"""The templates: loading them, and choosing the one that fits the answers."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, NamedTuple

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_serializer,
)

from amjd import resources
from amjd.answers import conditions
from amjd.answers.conditions import Condition, Conditions, Shown
from amjd.answers.fields import FIELDS
from amjd.documents import language as template
from amjd.documents.language import Part
from amjd.text.errors import AmjdError

FRAME = "_frame"


class Template(BaseModel):
    """The head of a template file: what the kind of posting is called, and when it is used.

    `holds_when` are the answers that call for it; none of them, and it always does. `evidence` is
    what candidates are asked to send unless the answers ask for something else.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    title: str
    order: int
    use_when: str = Field(alias="use it when")
    holds_when: Annotated[Conditions, BeforeValidator(conditions.parse)] = Field(
        alias="holds when", default=()
    )
    evidence: str

    def holds(self, texts: Mapping[str, Shown]) -> bool:
        """Whether the answers call for this template; what was not answered counts as no."""
        return conditions.hold(self.holds_when, lambda field: texts.get(field, "no"))

    @field_serializer("holds_when")
    def _as_answers(self, wanted: Conditions) -> dict[str, str]:
        return {condition.field: condition.wanted for condition in wanted}


class Choice(BaseModel):
    """The template to use, the answers that decided it, and the next one that would have held."""

    model_config = ConfigDict(frozen=True)

    template: str
    because: Conditions
    runner_up: str | None = None
    runner_up_because: Conditions = ()
    counted_as_no: tuple[str, ...] = ()

    def __str__(self) -> str:
        # Answers that call for a template do so together; those that rule out others, one by one.
        joint = ", " if self.because[0].wanted == "no" else " and "
        reason = f"{self.template}: {joint.join(map(str, self.because))}"
        if self.runner_up:
            because = " and ".join(map(str, self.runner_up_because)) or "it always fits"
            reason += f" · runner-up {self.runner_up}: {because}"
        if self.counted_as_no:
            reason += f" · not answered, so counted as no: {', '.join(self.counted_as_no)}"
        return reason


class _Source(NamedTuple):
    head: Template | None
    body: str
    first_line: int


@cache
def _source(name: str) -> _Source:
    path = resources.folder("templates") / f"{name}.md"
    text = path.read_text("utf-8")
    if name == FRAME:
        return _Source(None, text, 1)
    try:
        _, head, body = text.split("---\n", 2)
        # BaseLoader, because a yes in the data is the text yes.
        data = yaml.load(head, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        parsed = Template.model_validate({"id": name, **data})
    except ValidationError as error:
        details = "; ".join(f"{detail['loc'][0]}: {detail['msg']}" for detail in error.errors())
        raise _no_head(name, details) from None
    except (ValueError, TypeError, yaml.YAMLError):
        raise _no_head(name, "it is no YAML between two lines of ---") from None
    return _Source(parsed, body, head.count("\n") + 3)


def _no_head(name: str, details: str) -> AmjdError:
    return AmjdError(f"templates/{name}.md:1:1: the head cannot be read: {details}.")


@cache
def templates() -> tuple[Template, ...]:
    """Load the heads of all templates, in the order in which they are tried."""
    names = [path.stem for path in resources.folder("templates").glob("*.md")]
    heads = [_source(name).head for name in names if name != FRAME]
    return tuple(sorted((head for head in heads if head), key=lambda head: head.order))


def template_of(name: str) -> Template:
    """Return the head of one template."""
    return next(head for head in templates() if head.id == name)


def ids() -> list[str]:
    """List the ids of the templates, in the order in which they are tried."""
    return [head.id for head in templates()]


@cache
def parts(name: str) -> tuple[Part, ...]:
    """Parse a template and set its sections into the frame.

    In each section of the frame the template's own blocks come first. A section that the frame
    does not have is a mistake in the template.
    """
    own = _sections(_parse(name), f"{name}.md")
    merged: list[Part] = []
    for heading, blocks in _sections(_parse(FRAME), f"{FRAME}.md").items():
        mine = own.pop(heading, [])
        merged += [*blocks[:1], *mine[1:], *blocks[1:]] if heading else [*blocks, *mine]
    if own:
        raise AmjdError(f"{name}.md: the frame has no section {next(iter(own))!r}.")
    return tuple(merged)


def _parse(name: str) -> tuple[Part, ...]:
    source = _source(name)
    return template.parse(source.body, f"templates/{name}.md", source.first_line, list(FIELDS))


def _sections(blocks: tuple[Part, ...], name: str) -> dict[str, list[Part]]:
    sections: dict[str, list[Part]] = {"": []}
    heading = ""
    for block in blocks:
        if block.kind == "heading" and block.level == 2:
            heading = "".join(getattr(node, "text", "[]") for node in block.nodes)
            if heading in sections:
                raise AmjdError(f"{name}: the section {heading!r} stands twice.")
            sections[heading] = []
        sections[heading].append(block)
    return sections


def fields(name: str) -> set[str]:
    """List the fields that a template shows."""
    return set().union(*(template.fields_of(part.nodes) for part in parts(name)))


def choose(texts: Mapping[str, Shown], missing: list[str]) -> Choice:
    """Choose the first template whose answers hold; the next one that holds is the runner-up.

    `texts` are shown answers; `missing` are required fields without one.
    """
    holding = [head for head in templates() if head.holds(texts)]
    runner_up = holding[1] if len(holding) > 1 else None
    return Choice(
        template=holding[0].id,
        because=holding[0].holds_when or _because_not(texts),
        runner_up=runner_up.id if runner_up else None,
        runner_up_because=runner_up.holds_when if runner_up else (),
        counted_as_no=tuple(field for field in missing if field in signals()),
    )


def signals() -> list[str]:
    """List the fields that decide on a template, in the order in which they are looked at."""
    return [wanted.field for head in templates() for wanted in head.holds_when]


def decided(texts: Mapping[str, Shown]) -> Choice | None:
    """Choose as soon as no answer still to come can change it; None until then."""
    for head in templates():
        known = [wanted.holds(texts[wanted.field]) for wanted in head.holds_when
                 if wanted.field in texts]  # fmt: skip
        if all(known) and len(known) == len(head.holds_when):
            return choose(texts, [])
        if all(known):
            return None
    return None


def flip(texts: Mapping[str, Shown]) -> tuple[str, str, str] | None:
    """Find one answer that would change the choice: its field, the other answer, the template."""
    now = choose(texts, []).template
    for field in signals():
        other = "no" if texts.get(field) == "yes" else "yes"
        then = choose({**texts, field: other}, []).template
        if field in texts and then != now:
            return field, other, then
    return None


def _because_not(texts: Mapping[str, Shown]) -> Conditions:
    """Give the answer that rules out each of the other templates; what was said before silence."""
    noes = [
        min(
            (want.field for want in head.holds_when if not want.holds(texts.get(want.field))),
            key=lambda field: field not in texts,
        )
        for head in templates()
        if head.holds_when
    ]
    return tuple(Condition(field, "no") for field in noes)
