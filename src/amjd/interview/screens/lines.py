"""Is all of this true? The lines of the template, as they will be printed, to leave some out."""

from collections.abc import Collection, Sequence

from amjd.answers.choices import ALL
from amjd.answers.money import NONE
from amjd.asker import Ask, Row
from amjd.documents.document import lines_of, text_of
from amjd.documents.draft import draft
from amjd.documents.picking import NAMED
from amjd.interview.answering import Taken
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.way import DUTIES, in_step
from amjd.sources.sheet import SKIPPED, Answer


def offer(kept: Kept) -> Ask:
    """Make the list of the template's own lines; those that are printed are ticked."""
    words, lines, out = kept.words.adding, template_lines(kept), kept.answers().leave_out or []
    rows = tuple(Row(name, text) for name, text in lines.items())
    ticked = [name for name in lines if name not in out and ALL not in out and name != _REQUEST]
    if _REQUEST in lines and kept.answers().apply.evidence is None:
        ticked.append(_REQUEST)
    ask = Ask(
        DUTIES, "tick", ("leave_out",), words.duties.question, rows, ticked=tuple(ticked),
        why=words.duties.why, more=words.duties.more,
    )  # fmt: skip
    return in_step(kept.questions, Stop(DUTIES, DUTIES), ask)


def template_lines(kept: Kept) -> dict[str, str]:
    """Return the lines of the template that these answers print, by their short names.

    Those that were left out by name are among them, and so is our request for evidence where the
    owner has none of her own.
    """
    drafted = draft(kept.catalog, kept.questions, kept.answers())
    lines = {line.name: line.text for line in drafted.lines if line.why_not in ("", NAMED)}
    request = _request(kept)
    return {**lines, _REQUEST: request} if request else lines


# The name that our request for evidence has in the list, and the field that tells whether it goes.
_REQUEST, _EVIDENCE = "evidence", "apply.evidence"


def _request(kept: Kept) -> str:
    """Return what candidates are asked to send unless the answers say; nothing if they do."""
    if kept.is_open(_EVIDENCE) or kept.answers().apply.evidence not in (None, NONE):
        return ""
    answers = kept.read_with({_EVIDENCE: ""}).answers
    blocks = draft(kept.catalog, kept.questions, answers).document.blocks
    lines = (line for line in lines_of(blocks) if any(run.field == _EVIDENCE for run in line))
    return text_of(next(lines, ()))


def take(kept: Kept, ticked: tuple[str, ...]) -> Taken:
    """Leave out what was unticked, and nothing else of this template."""
    lines, before = template_lines(kept), kept.answers().leave_out or []
    request = lines.pop(_REQUEST, "")
    names = [name for name in ticked if name != _REQUEST]
    changes: dict[str, Answer] = {}
    out = before if ALL in before and not names else _left_out(lines, names, before)
    if out != before or not kept.is_seen("leave_out") or kept.is_open("leave_out"):
        changes["leave_out"] = out
    is_wanted = _REQUEST in ticked
    if request and is_wanted != (kept.answers().apply.evidence is None):
        changes[_EVIDENCE] = "" if is_wanted else NONE
    if changes:
        kept.put_all(changes, SKIPPED)
    return Taken()


def _left_out(lines: Collection[str], ticked: Sequence[str], before: Sequence[str]) -> list[str]:
    gone = [name for name in lines if name not in ticked]
    out = [name for name in before if name != ALL and (name not in lines or name in gone)]
    return out + [name for name in gone if name not in out]


def ask_on(kept: Kept, ask: Ask) -> Ask | None:
    """Ask again where others of our lines came in for those that were left out; None if none."""
    shown = {row.value for row in ask.rows}
    new = [text for name, text in template_lines(kept).items() if name not in shown]
    if not new:
        return None
    return offer(kept)._replace(
        note=kept.words.adding.in_place.format(lines="; ".join(new)),
    )
