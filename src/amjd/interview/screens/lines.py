"""Is all of this true? The lines of the template, as they will be printed, to leave some out."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from amjd.answers.choices import ALL
from amjd.answers.pay.money import NONE
from amjd.asker import Ask, Row
from amjd.documents.catalog import LISTS
from amjd.documents.document import lines_of, text_of
from amjd.documents.picking import FULL, NAMED, SAID, Line
from amjd.interview.answering import Taken
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.way import DUTIES, in_step
from amjd.sources.sheet import SKIPPED, Answer


def offer(kept: Kept) -> Ask:
    """Make the list of the template's own lines; those that are printed are ticked."""
    words = kept.words.adding
    rows = [Row(line.name, line.text, under=_HEADINGS[line.kind]) for line in shown(kept)]
    if request := _request(kept):
        rows.append(Row(_REQUEST, request, under=words.request))
    ticked = tuple(row.value for row in rows if _is_printed(kept, row.value))
    ask = Ask(
        DUTIES, "tick", ("leave_out",), words.duties.question, tuple(rows), ticked=ticked,
        why=words.duties.why, more=words.duties.more,
    )  # fmt: skip
    return in_step(kept.questions, Stop(DUTIES, DUTIES), ask)


def _is_printed(kept: Kept, name: str) -> bool:
    out = kept.answers().leave_out or []
    if name == _REQUEST:
        return kept.answers().apply.evidence is None
    return name not in out and ALL not in out


def printed(kept: Kept) -> Collection[str]:
    """Return the lines that are printed, by their short names; none before anybody saw the list."""
    names = template_lines(kept) if kept.is_seen("leave_out") else {}
    return [name for name in names if _is_printed(kept, name)]


def waiting(kept: Kept) -> Mapping[str, str]:
    """Return the lines that found no room, or are said already, once somebody saw the list."""
    lines = kept.drafted(kept.answers()).lines if kept.is_seen("leave_out") else ()
    return {line.name: line.text for line in lines if line.why_not in (FULL, SAID)}


def keep_out(kept: Kept, waited: Mapping[str, str]) -> None:
    """Leave out lines of ours that come in only because the owner's own make room for them.

    She has seen the list without them, and asked for none; `waited` are those that waited then.
    """
    while names := list(_uncalled(kept, waited)):  # others may come in for them
        kept.put_all({"leave_out": [*(kept.answers().leave_out or ()), *names]})


# The owner's own lines of each list, and with how many lines in all it says enough.
_ENOUGH = {
    "duties": ("role.duties", 6),
    "needs": ("role.required", 3),
    "pluses": ("role.preferred", 1),
}


def _uncalled(kept: Kept, waited: Mapping[str, str]) -> Iterator[str]:
    for kind, (own, enough) in _ENOUGH.items():
        ours = [line for line in shown(kept) if line.kind == kind and not line.why_not]
        over = len(kept.answers()[own] or ()) + len(ours) - enough
        come_in = [line.name for line in ours if waited.get(line.name) == line.text]
        yield from come_in[: max(0, over)]


def say_new(kept: Kept, before: Collection[str]) -> list[str]:
    """Say which lines came in since those `before` were printed, where anybody saw those."""
    if not (new := _new(kept, before)):
        return []
    lines = "; ".join(one.label for one in offer(kept).rows if one.value in new)
    return [kept.words.adding.came_in.format(lines=lines)]


def gone(kept: Kept, before: Collection[str]) -> Mapping[str, str]:
    """Return why lines that were printed `before` are not now, by their short names.

    Those that the owner took out, or of which an answer is gone, are none of them.
    """
    lines = kept.drafted(kept.answers()).lines if before else ()
    return {
        line.name: line.why_not
        for line in lines
        if line.name in before and line.why_not in (FULL, SAID)
    }


def say_gone(kept: Kept, before: Collection[str]) -> list[str]:
    """Say which lines that were printed `before` the owner's own now stand for, or crowd out."""
    why_not, words = gone(kept, before), kept.words.adding
    lines = kept.drafted(kept.answers()).lines if why_not else ()
    told = {SAID: words.gone_said, FULL: words.gone_full}
    out = {why: [one.text for one in lines if why_not.get(one.name) == why] for why in told}
    return [told[why].format(lines="; ".join(texts)) for why, texts in out.items() if texts]


def at_new(kept: Kept, ask: Ask, before: Collection[str]) -> Ask:
    """Begin at the first line that came in, if one did, and say which did."""
    new = _new(kept, before)
    at = next((number for number, row in enumerate(ask.rows) if row.value in new), ask.at)
    told = (ask.note, *say_new(kept, before))
    return ask._replace(at=at, note="\n".join(filter(None, told)))


def _new(kept: Kept, before: Collection[str]) -> Collection[str]:
    return [name for name in printed(kept) if name not in before] if before else []


def template_lines(kept: Kept) -> dict[str, str]:
    """Return the lines of the template that these answers print, by their short names.

    Those that were left out by name are among them, and so is our request for evidence where the
    owner has none of her own.
    """
    lines, request = {line.name: line.text for line in shown(kept)}, _request(kept)
    return {**lines, _REQUEST: request} if request else lines


def shown(kept: Kept) -> list[Line]:
    """List the lines of the template that these answers print, or that are left out by name."""
    lines = kept.drafted(kept.answers()).lines
    return [line for line in lines if line.why_not in ("", NAMED)]


_HEADINGS = {kind: heading for heading, kind in LISTS.items()}
# The name that our request for evidence has in the list, and the field that tells whether it goes.
_REQUEST, _EVIDENCE = "evidence", "apply.evidence"


def _request(kept: Kept) -> str:
    """Return what candidates are asked to send unless the answers say; nothing if they do."""
    if kept.is_open(_EVIDENCE) or kept.answers().apply.evidence not in (None, NONE):
        return ""
    answers = kept.read_with({_EVIDENCE: ""}).answers
    blocks = kept.drafted(answers).document.blocks
    lines = (line for line in lines_of(blocks) if any(run.field == _EVIDENCE for run in line))
    return text_of(next(lines, ()))


def take(kept: Kept, ticked: tuple[str, ...]) -> Taken:
    """Leave out what was unticked, and nothing else of this template."""
    if changed := changes(kept, ticked):
        kept.put_all(changed, SKIPPED)
    return Taken()


def changes(kept: Kept, ticked: Sequence[str]) -> dict[str, Answer]:
    """Return the answers that ticks come to, where they are others than those that stand."""
    lines, before = template_lines(kept), kept.answers().leave_out or []
    request = lines.pop(_REQUEST, "")
    names = [name for name in ticked if name != _REQUEST]
    changed: dict[str, Answer] = {}
    out = before if ALL in before and not names else _left_out(lines, names, before)
    if out != before or not kept.is_seen("leave_out") or kept.is_open("leave_out"):
        changed["leave_out"] = out
    is_wanted = _REQUEST in ticked
    if request and is_wanted != (kept.answers().apply.evidence is None):
        changed[_EVIDENCE] = "" if is_wanted else NONE
    return changed


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
