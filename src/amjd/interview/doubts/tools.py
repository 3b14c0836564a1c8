"""Tools among other words, `qbo and gusto, slack for talking`, or named more than once.

What the records are kept in stands in a sentence of the posting, which takes things and no clauses.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from amjd.answers.names.tools import is_product, told_for_records, tools_in
from amjd.asker import Ask
from amjd.interview.doubts.doubt import Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.planned import in_use
from amjd.interview.doubts.rewording import without_hedges
from amjd.interview.doubts.tool_clauses import (
    JOINT,
    OF_CLIENTS,
    PURPOSE,
    Part,
    clauses,
    is_clause,
    kept_in,
    of_what,
    part_of,
    with_verbs,
)
from amjd.interview.kept import Kept
from amjd.interview.products import is_crm, one_name, products, with_products
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import joined

RECORDS, OTHERS = "tools.crm", "tools.others"


def about_tools(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the tools alone that stand in clauses, each once; what one is for goes to the others.

    Clauses in which nothing is found are shown in their sentence. What is only planned, or used no
    more, is left out; where nothing else was typed, it is offered, and taken by no Enter.
    """
    if stop.fields not in ((RECORDS,), (OTHERS,)):
        return None
    if stop.fields == (OTHERS,) and (found := _with_the_notes(kept, ask, values)):
        return found
    parted = [in_use(value) for value in values]
    gone = [words for one in parted for words in one.gone]
    used = tuple(one.text for one in parted if one.text)
    if not gone:
        return _about(kept, ask, _meant(kept, stop, values), values, values)
    if not used or _is_nothing(kept, stop, used, values):
        names = [one.name for one in products("; ".join(values), of_tools=True)]
        found = _about(kept, ask, _plain(stop, names) if names else {}, values, values)
        return found and found._replace(ask=found.ask._replace(at=None))
    meant = _meant(kept, stop, used)
    if meant is None:
        spelled = [with_products(one, of_tools=True) for value in used for one in _parted(value)]
        meant = _plain(stop, spelled)
    found = _about(kept, ask, meant, used, values)
    left = kept.words.doubts.left.format(words=", ".join(gone))
    return found and found._replace(ask=found.ask._replace(note=left))


def one_by_one(stop: Stop, values: Values) -> Values:
    """Part tools at their commas where each is a product: with capitals, or a known one."""
    if stop.fields != (OTHERS,) or len(values) != 1:
        return values
    parts = tuple(part.strip() for part in values[0].split(","))
    return parts if len(parts) > 1 and all(map(_is_named, parts)) else values


def _is_named(text: str) -> bool:
    is_short = len(text.split()) <= _MANY and not is_clause(text)
    return is_short and (is_product(text) or len(products(text, of_tools=True)) == 1)


def _is_nothing(kept: Kept, stop: Stop, used: Values, typed: Values) -> bool:
    """Whether what is used is no tool, though all of it would be: looking around, nothing yet."""
    if stop.fields != (RECORDS,) or why_not(kept, {RECORDS: "; ".join(typed)}):
        return False
    return bool(why_not(kept, {RECORDS: ", ".join(used)}))


def _about(
    kept: Kept, ask: Ask, meant: Mapping[str, Answer] | None, used: Values, typed: Values
) -> Doubt | None:
    """Offer what is meant; where no tools are found, show what is used in its sentence."""
    if meant is None or why_not(kept, meant or {RECORDS: "; ".join(used)}):
        return None
    if not meant:
        sentence = line_with(kept, RECORDS, {RECORDS: "; ".join(used)})
        found = read_so(kept, ask, {"keep": used}, sentence, "; ".join(typed))
        return found._replace(ask=found.ask._replace(at=None))
    then: Rows = {"keep": Meant(meant), "typed": typed}
    return read_so(kept, ask, then, _sentence(kept, meant), "; ".join(typed))


def _meant(kept: Kept, stop: Stop, values: Values) -> Mapping[str, Answer] | None:
    if stop.fields == (RECORDS,):
        return _of_records(kept, "; ".join(values))
    return _of_others(kept, values)


def _plain(stop: Stop, things: Sequence[str]) -> Mapping[str, Answer]:
    is_records = stop.fields == (RECORDS,)
    return {RECORDS: joined([*things], "and")} if is_records else {OTHERS: [*things]}


def _parted(text: str) -> list[str]:
    return [part for part in re.split(r"[,;] *(?![^()]*\))", text) if part]


def _sentence(kept: Kept, meant: Mapping[str, Answer]) -> str:
    # One line may tell both.
    lines = dict.fromkeys(line_with(kept, field, meant).rstrip(".") for field in meant)
    return ". ".join(filter(None, lines)) or line_with(kept, RECORDS, meant)


# -- where the records are kept -------------------------------------------------------------------


def _of_records(kept: Kept, typed: str) -> Mapping[str, Answer] | None:
    """Return what is meant for the records, and the others beside it.

    Nothing of clauses that nobody understands, and None where a plain answer needs no question.
    """
    bare = with_verbs(without_hedges(typed, kept.words.doubts))
    body = bare if of_what(bare) else kept_in(bare) or bare
    says_more = body != bare or is_clause(bare)
    parts = [part_of(one) for one in clauses(body)]
    named = _named_in(body)
    found = [part.spelled(named) for part in parts if part]
    if len(found) < len(parts):
        return {} if says_more else None
    records, others = _crm_first(*_sorted(found))
    given = kept.items(OTHERS) if kept.answers().tools.others else []
    others = _once([*others, *given], beside=records)
    is_once = len(records) == sum(len(part.things) for part in found) and not _is_doubled(body)
    if is_once and not says_more and others == given:
        return None
    meant: dict[str, Answer] = {RECORDS: joined(records, "and")}
    return meant if others == given else {**meant, OTHERS: others or ""}


def _crm_first(records: list[str], others: list[str]) -> tuple[list[str], list[str]]:
    """Take the one CRM of a long list for the records, and the rest for other tools."""
    crms = [one for one in records if is_crm(one)]
    if len(records) < _MANY or len(crms) != 1:
        return records, others
    return crms, [*(one for one in records if one not in crms), *others]


_MANY = 3  # tools, in all of which nobody keeps the same records


def _is_doubled(text: str) -> bool:
    """Whether one tool stands on both sides of a slash: `google drive/gdrive`."""
    return with_products(text, of_tools=True).count("/") < text.count("/")


def _named_in(text: str) -> Collection[str]:
    return {one.name for one in products(text, of_tools=True)}


def _sorted(parts: Sequence[Part]) -> tuple[list[str], list[str]]:
    """Tell what the records are in from tools that are for something else."""
    of_clients = [one for one in parts if OF_CLIENTS.search(one.purpose)]
    of_records = of_clients or [one for one in parts if not one.purpose] or [*parts[:1]]
    records = _once(thing for one in of_records for thing in one.things)
    rest = [(thing, one.purpose) for one in parts if one not in of_records for thing in one.things]
    others = [f"{thing} {purpose}".strip() for thing, purpose in rest]
    return records, others


# -- the other tools ------------------------------------------------------------------------------


def _with_the_notes(kept: Kept, ask: Ask, values: Values) -> Doubt | None:
    """Offer another tool for the records that has the notes, where the one for them is no CRM.

    Our lines say to write everything down in that one: QuickBooks, beside `a sheet for notes`.
    """
    main = kept.current(RECORDS)
    parts = [one for value in values for one in _parted(value)]
    told = next((one for one in parts if told_for_records(one)), "")
    is_told = not main or is_crm(main) or len(tools_in(main)) > 1 or told in ask.current
    if not told or is_told:
        return None
    rest = [one.strip() for one in parts if one != told]
    meant: dict[str, Answer] = {RECORDS: told_for_records(told), OTHERS: [main, *rest]}
    if why_not(kept, meant):
        return None
    then: Rows = {"keep": Meant(meant), "typed": values}
    return read_so(kept, ask, then, _sentence(kept, meant), "; ".join(values))


def _of_others(kept: Kept, values: Values) -> Mapping[str, Answer] | None:
    """Return the other tools, each once and none of the records; None where they are so already."""
    typed = [part for value in values for part in _parted(value)]
    things = [piece for one in typed for piece in _pieces(JOINT.sub("", one).strip())]
    bare = [_without_clause(without_hedges(one, kept.words.doubts)) for one in things]
    found = _once(filter(None, bare), beside=_things_in(kept.current(RECORDS)))
    if bare == things and len(found) == len(things):
        return None
    named = _named_in(", ".join(typed))
    return {OTHERS: [with_products(one, of_tools=True, here=named) for one in found] or ""}


def _pieces(text: str) -> list[str]:
    """Part what stands in a row with an "and", where all of it is known as products."""
    pieces = re.split(" (?:and|&) ", text)
    return pieces if all(len(products(one, of_tools=True)) == 1 for one in pieces) else [text]


def _without_clause(text: str) -> str:
    """Return the tool of a clause with what it is for; of `google drive/gdrive` one."""
    if _is_doubled(text):
        return with_products(text, of_tools=True)
    part = part_of(text) if is_clause(PURPOSE.sub("", text)) else None
    return " ".join(filter(None, [joined(part.things, "and"), part.purpose])) if part else text


def _things_in(records: str) -> list[str]:
    return [one for part in re.split(r",? and |, ", records) for one in [part.strip()] if one]


def _once(things: Iterable[str], beside: Sequence[str] = ()) -> list[str]:
    """Return each thing once, and none that stands `beside`; one with what it is for goes first."""
    known = {one_name(PURPOSE.sub("", one)) for one in beside}
    whole = dict[str, str]()
    for one in things:
        what = one_name(PURPOSE.sub("", one))
        whole[what] = max(whole.get(what, ""), one, key=len)
    return [one for what, one in whole.items() if what not in known]
