"""A line of ours that names a tool and is unticked: the same with another tool, or own words."""

from collections.abc import Mapping, Sequence

from amjd.answers.names.tools import as_noun, is_product, told_for_records, tools_in
from amjd.asker import Ask, Reply, Signal
from amjd.documents.picking import Line
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, beside, listed
from amjd.interview.kept import Kept
from amjd.interview.products import is_crm
from amjd.interview.screens import lines
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later

DUTIES, _TOOL, _TOOLS = "role.duties", "tools.crm", "tools.others"


def reworded(kept: Kept, ask: Ask, ticked: Values) -> Doubt | None:
    """Ask what stands in the place of a line that names a tool, which may be the wrong one.

    Nobody is asked of a CRM, which is where records are kept, nor of a thing beside which there is
    no other.
    """
    line = _unticked(kept, ask, ticked)
    main = kept.current(_TOOL)
    others = _others(kept, line, main) if line else ()
    # Beside a shared sheet a calendar keeps no records.
    is_likely = any(_rank(*one) == 0 for one in others)
    if line is None or is_crm(main) or not (is_likely or is_product(main)):
        return None
    changes = lines.changes(kept, ticked)
    then: Rows = {"out": Meant(changes), "own": Meant(changes, then=DUTIES), "again": Signal.BACK}
    left = dict[str, str]()
    if others:
        left["other"] = _with_tool(line, others[0][0])
        then["other"] = Meant(with_duty(kept, changes, left["other"]))
    tool = others[0][0] if others else ""
    return listed(ask, kept.words.adding.tool.filled(line=line.text, tool=tool), then, left)


def in_own_words(kept: Kept, ask: Ask, ticked: Values, reply: Reply | None = None) -> Ask:
    """Ask for the words, and begin with those of the line; once more where they are refused."""
    line = _unticked(kept, ask, ticked)
    typed = reply.text if reply else line.text if line else ""
    asked = Ask(ask.screen, "text", (DUTIES,), kept.words.adding.in_own_words, typed=typed)
    note = why_not(kept, with_duty(kept, {}, typed)) if reply else ""
    why = line.text if line else ""
    return beside(asked, ask, why, None)._replace(note=note, refused=bool(note), optional=True)


def with_duty(kept: Kept, changes: Mapping[str, Answer], duty: str) -> Mapping[str, Answer]:
    """Put a duty behind the owner's own."""
    return {**changes, DUTIES: [*kept.items(DUTIES), duty]} if duty else changes


def _unticked(kept: Kept, ask: Ask, ticked: Values) -> Line | None:
    gone = [name for name in ask.ticked if name not in ticked]
    named = (one for one in lines.shown(kept) if one.kind == "duties" and one.name in gone)
    return next((one for one in named if any(run.field == _TOOL for run in one.runs)), None)


def _others(kept: Kept, line: Line, main: str) -> Sequence[tuple[str, str]]:
    """List the other tools, as a line has them and as they were named; the likeliest is first."""
    named = [tool for text in (main, *kept.items(_TOOLS)) for tool in tools_in(text)]
    things = {as_noun(told_for_records(one) or _PURPOSE.sub("", one)): one for one in named}
    found = [(one, of) for one, of in things.items() if one.lower() not in line.text.lower()]
    return sorted(found, key=lambda one: _rank(*one))


def _rank(thing: str, named: str) -> int:
    if told_for_records(named) or is_crm(thing):
        return 0
    return 1 + is_product(thing)


_PURPOSE = compile_later(r"(?i),? (?:(?:just|only|mostly|mainly) )?(?:for|to) .+$")


def _with_tool(line: Line, tool: str) -> str:
    return "".join(tool if run.field == _TOOL else run.text for run in line.runs)
