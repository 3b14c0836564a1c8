"""Filling: a template's tree and the shown answers become a posting, in one pass.

Answers are only ever placed as text, so nothing in them is read as a field, a phrase or markup.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from amjd.answers.conditions import (
    FRAGMENT,
    GIVEN,
    NAMING,
    OPEN,
    Condition,
    Conditions,
    Shown,
    as_text,
)
from amjd.answers.fields import FIELDS
from amjd.answers.texts import BLANK_LINE
from amjd.documents.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Run,
    Runs,
    text_of,
)
from amjd.documents.filling import COMPANY, Filling, for_kinds
from amjd.documents.language import Bracket, Nodes, Part, Phrase, Text
from amjd.documents.line import GrowingLine
from amjd.text.characters import joined


class Filled(NamedTuple):
    """A part with what it says beside some answers: the lines of a bullet, or one of anything.

    `fields` are those that its lines show.
    """

    part: Part
    lines: tuple[Runs, ...]
    fields: frozenset[str]


def fill(parts: Sequence[Part], filling: Filling) -> list[Filled]:
    """Fill the parts; whatever has no answer and no blank has no lines."""
    by_kind = for_kinds(filling)
    return [fill_part(part, by_kind[part.kind]) for part in parts]


def fill_part(part: Part, filling: Filling) -> Filled:
    """Fill one part with what is for its kind."""
    lines = tuple(_lines(part, filling))
    return Filled(part, lines, frozenset(run.field for runs in lines for run in runs if run.field))


def to_blocks(filled: Sequence[Filled], parted: bool = True) -> tuple[Block, ...]:
    """Put filled parts together; what says nothing leaves without a trace.

    Where `parted`, the blank lines of an answer part paragraphs.
    """
    blocks: list[Block] = []
    for kind, same in groupby([one for one in filled if one.lines], attrgetter("part.kind")):
        if kind == "bullet":
            blocks.append(Bullets(tuple(runs for one in same for runs in one.lines)))
        elif kind == "fact":
            blocks.append(Facts(tuple((one.part.label, one.lines[0]) for one in same)))
        else:
            blocks += [block for one in same for block in _text(one, parted)]
    return _without_empty_headings(blocks)


def _text(filled: Filled, parted: bool) -> list[Block]:
    """Make the blocks of a heading or of a paragraph."""
    part, (runs,), _ = filled
    if part.kind == "heading":
        return [Heading(part.level, runs)]
    return [Paragraph(one) for one in (_paragraphs(runs) if parted else [_on_one(runs)])]


def _lines(part: Part, filling: Filling) -> list[Runs]:
    if part.kind == "bullet":
        return _items(part.nodes, filling)
    runs = _runs(part.nodes, filling)
    if not runs or part.kind == "paragraph":  # which may become several
        return [runs] if runs else []
    return [_capitalized(_on_one(runs)) if part.kind == "fact" else _on_one(runs)]


def _paragraphs(runs: Runs) -> list[Runs]:
    """Part a block where an answer has a blank line."""
    if not _has_blank_line(runs):
        return [runs]
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(BLANK_LINE)
        found[-1].append(run._replace(text=first))
        found += [[run._replace(text=text)] for text in others]
    return [tuple(paragraph) for paragraph in found]


def _has_blank_line(runs: Runs) -> bool:
    return BLANK_LINE in text_of(runs)


def _on_one(runs: Runs) -> Runs:
    if not _has_blank_line(runs):
        return runs
    return tuple(run._replace(text=run.text.replace(BLANK_LINE, " ")) for run in runs)


def to_document(blocks: tuple[Block, ...], filling: Filling) -> Document:
    """Give the blocks the title and the company that a document's properties name."""
    title, company = (_plain(filling, field) for field in ("role.title", COMPANY))
    return Document(title, company, blocks)


def draft_mark(labels: Sequence[str]) -> tuple[Block, ...]:
    """Say at the top of a posting what is to be settled before it is posted."""
    mark = Paragraph((Run(f"DRAFT: {len(labels)} to settle before posting", "draft"),))
    return (mark, Bullets(tuple((Run(f"[{label}]", "blank"),) for label in labels)))


def _plain(filling: Filling, field: str) -> str:
    return as_text(filling.texts.get(field) or f"[{filling.blanks.get(field, field)}]")


# What may stand inside a word of letters alone, which an address or a name in code is not.
_JOINTS = str.maketrans("", "", "-'\u2019")


def _capitalized(runs: Runs) -> Runs:
    """Begin with a capital, unless the first word has its own look: a capital or a digit in it."""
    word = text_of(runs).split(" ", 1)[0]
    capital = word[:1].upper()
    letters = word.rstrip(",;:.)").translate(_JOINTS)
    if not letters.isalpha() or not word.islower() or len(capital) > 1:
        return runs
    first = runs[0]
    return (first._replace(text=capital + first.text[1:]), *runs[1:])


def _items(nodes: Nodes, filling: Filling) -> list[Runs]:
    """Fill a bullet; one that is a list field alone becomes a bullet for each item."""
    if len(nodes) == 1 and isinstance(nodes[0], Bracket):
        answer = filling.texts.get(nodes[0].name)
        if isinstance(answer, tuple):
            return [(Run(item, field=nodes[0].name),) for item in answer]
    runs = _runs(nodes, filling)
    return [_on_one(runs)] if runs else []


def _runs(nodes: Nodes, filling: Filling) -> Runs | None:
    """Fill a block's nodes; None when a field outside a phrase has no answer."""
    if _lacking(nodes, filling):
        return None
    line = GrowingLine()
    _place(nodes, filling, line)
    return line.finish() or None


def _lacking(nodes: Nodes, filling: Filling) -> list[str]:
    """List the fields outside a phrase that have neither an answer nor a label."""
    fields = (node.name for node in nodes if isinstance(node, Bracket))
    answered = filling.texts.get
    return [field for field in fields if not answered(field) and field not in filling.blanks]


def _place(nodes: Nodes, filling: Filling, line: GrowingLine, because: str = "") -> None:
    """Put nodes, of which none lacks its answer, on the line."""
    for node in nodes:
        if isinstance(node, Text):
            line.add_words(filling.ours(node.text), because)
        elif isinstance(node, Bracket):
            line.add_answer(_answer(node.name, filling))
        else:
            _place_phrase(node, filling, line, because)


def _place_phrase(phrase: Phrase, filling: Filling, line: GrowingLine, because: str) -> None:
    """Say a phrase in the first way whose conditions hold and whose fields are answered."""
    for way in phrase.ways:
        if _hold(way.conditions, filling):
            told = _as_open(way.conditions, filling)
            if not _lacking(way.nodes, told):
                _place(way.nodes, told, line, because or way.reason)
                return


def _as_open(wanted: Conditions, filling: Filling) -> Filling:
    """Show the label of a field that is said to be open, whatever stands in for its answer."""
    fields = [one.field for one in wanted if one.wanted == OPEN and not one.negated]
    if not fields:
        return filling
    texts = {field: text for field, text in filling.texts.items() if field not in fields}
    return filling._replace(texts=texts)


def _answer(field: str, filling: Filling) -> Run:
    """Return what stands for a field: its answer, or the label for one."""
    answer = filling.texts.get(field)
    if not answer:
        return Run(f"[{filling.blanks[field]}]", "blank", field=field)
    text = answer if isinstance(answer, str) else _join(answer)
    scheme = FIELDS[field].kind.link
    return Run(text, link="" if scheme is None else f"{scheme}{text}", field=field)


def _hold(wanted: Conditions, filling: Filling) -> bool:
    return not wanted or all(_holds(condition, filling) for condition in wanted)


def _holds(condition: Condition, filling: Filling) -> bool:
    if condition.wanted == OPEN:
        return (condition.field in filling.blanks) != condition.negated
    return _with_named(condition, filling).holds(_known(condition, filling))


def _with_named(condition: Condition, filling: Filling) -> Condition:
    """Put the answer to a field in the place of its name, where one answer may name another."""
    named = condition.wanted.removeprefix(NAMING)
    if named == condition.wanted or named not in FIELDS:
        return condition
    text = filling.texts.get(named, "")
    return condition._replace(wanted=NAMING + (text if isinstance(text, str) else _join(text)))


def _known(condition: Condition, filling: Filling) -> Shown | None:
    """Return what is known of an answer: a blank is one still to come.

    None is given yet, though, and of how one will read its label says nothing.
    """
    text = filling.texts.get(condition.field)
    if condition.wanted == FRAGMENT or (condition.wanted == GIVEN and condition.negated):
        return text
    return text or filling.blanks.get(condition.field)


def _join(items: Sequence[str]) -> str:
    """Join as people do; three or more are parted by semicolons if one has a comma or an "and"."""
    if len(items) > 2 and any(", " in item or " and " in item for item in items):
        return "; ".join(items)
    return joined(items, "and")


def _without_empty_headings(blocks: list[Block]) -> tuple[Block, ...]:
    kept: list[Block] = []
    after: Block | None = None
    for block in reversed(blocks):
        if not (isinstance(block, Heading) and _has_nothing_under(block, after)):
            kept.append(block)
            after = block
    return tuple(reversed(kept))


def _has_nothing_under(heading: Heading, after: Block | None) -> bool:
    return after is None or (isinstance(after, Heading) and after.level <= heading.level)
