"""What is no figure of its question: `NRR 105%` where a share to keep is asked, or words alone."""

import re

from amjd.answers.names.clients import CLIENTS
from amjd.answers.numbers import net_retention
from amjd.asker import Ask, Signal
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, listed, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import understand, why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.losses import is_empty
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

FLOOR, MEASURES, DUTIES = "portfolio.retention", "metrics", "role.duties"
_NET = compile_later(net_retention.NAMED, re.IGNORECASE)
_PERCENT = compile_later(
    r"(?<![\d.,])(\d{2,3}(?:\.\d+)?) ?(?:%|percent|per cent|pct)?(?![\d.,]*\d)"
)

_ALONE = compile_later(rf"(?i)(?:\w+ )?{_PERCENT.pattern}(?: (?:an?|per) year)?")


def as_measure(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer net revenue retention as the measure that it is: more than all cannot be kept."""
    typed = "; ".join(values)
    if stop.fields != (FLOOR,) or len(typed) > LONGEST or not _is_net(typed):
        return None
    figures = _PERCENT.findall(typed)
    if len(figures) > 1 or not understand(kept, stop, values).refused:
        return None
    measure = net_retention.as_measure(f"{figures[0]}%" if figures else "")
    others = [one for one in kept.items(MEASURES) if not one.lower().startswith(net_retention.NAME)]
    answers: dict[str, Answer] = {FLOOR: "", MEASURES: [*others, measure]}
    if why_not(kept, answers):
        return None
    then: Rows = {"keep": Meant(answers, then=MEASURES)}
    note = kept.words.doubts.is_measure
    found = read_so(kept, ask, then, lines_with(kept, answers), typed, note)
    return found if _NET.search(typed) else found._replace(ask=found.ask._replace(at=None))


def net_beside(typed: str) -> str:
    """Return what tells net revenue retention beside another share: `NRR 110` of `95, NRR 110`."""
    return ", ".join(part.strip() for part in _PARTS.split(typed) if _NET.search(part))


_PARTS = compile_later(r"[,;()/]| and ")


def _is_net(typed: str) -> bool:
    alone = _ALONE.fullmatch(typed.strip())
    return bool(_NET.search(typed)) or bool(alone and _ALL < float(alone[1]) < 2 * _ALL)


_ALL = 100  # percent

# -- all of them, counted -------------------------------------------------------------------------

_LED = (
    r"(?:(?:we|i|to|want|would like|need|must|have|hope|aim|ideally|keep|keeping|retain|hold on to"
    r"|save)\b ?){0,6}"
)
_CLIENTS = rf"(?:{CLIENTS}|partners?|members?|dealers?|contracts?)"
_EVERY = compile_later(
    rf"(?i){_LED}(?:(?:all|each|every(?: single)?(?: 1)?)(?: of)?(?: (?:the|our|my|these|those))?"
    r"(?: (?P<count>\d{1,4}))?"
    rf"(?: (?:of (?:them|those|these)|(?:key |big |large )?(?P<noun>{_CLIENTS})))?(?: kept)?)"
    r"(?![\w%])"
)
_OF_THEM = compile_later(r"(?i)\b(\d{1,4}) (?:out )?of (?:the |our |all )?\1\b")
_NONE = (
    r"(?:(?:can['\u2019]?t|cannot|can not|don['\u2019]?t|do not|must not|mustn['\u2019]?t|no|never"
    r"|not) (?:want to |afford to |going to )?(?:lose|losing|lost|leave)"
    r"(?: (?:any|1|a single 1|even 1)(?: of them)?)?"
    r"|(?:lose|losing|lost) (?:none|no (?:accounts?|clients?|customers?))|no losses|none lost)"
)
_ALSO_ALL = compile_later(rf"(?i)(?:[\s,;.!(-]|\b(?:we|i|and|so|really)\b){{0,8}}{_NONE}?[\s.!)]*")
_NONE_LOST = compile_later(rf"(?i)(?:we |i |to |want to )?{_NONE}[\s.!]*")


def all_kept(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer all accounts as a measure, and as a share that nobody typed: `keep all 4 accounts`."""
    typed = "; ".join(values)
    if stop.fields != (FLOOR,) or len(typed) > LONGEST:
        return None
    measure = _all_of(kept, _OF_THEM.sub(r"all \1", in_digits(typed)))
    if not measure:
        return None
    share: dict[str, Answer] = {FLOOR: str(_ALL)}
    others = [one for one in kept.items(MEASURES) if one != measure]
    told: dict[str, Answer] = {FLOOR: "", MEASURES: [*others, measure]}
    if why_not(kept, told) or why_not(kept, share):
        return None
    then: Rows = {
        "measure": Meant(told, then=MEASURES),
        "share": Meant(share),
        "again": Signal.BACK,
    }
    line = lines_with(kept, share)
    question = kept.words.doubts.all_kept.filled(measure=measure, share=line)
    offer = listed(ask, question, then, {"measure": measure, "share": line})
    return offer._replace(ask=offer.ask._replace(at=None))


def _all_of(kept: Kept, typed: str) -> str:
    """Say as a measure that all of the accounts are kept; nothing where some are not, or others."""
    answers = kept.answers().portfolio
    if _NONE_LOST.fullmatch(typed):
        return f"no {answers.called or 'accounts'} lost"
    found = _EVERY.match(typed)
    if not found or not _ALSO_ALL.fullmatch(typed[found.end() :]):
        return ""
    count, noun = found["count"] or "", found["noun"] or ""
    is_other = count and answers.accounts and int(count) != answers.accounts.high
    if is_other or not (count or noun):
        return ""
    called = noun if noun.endswith("s") else answers.called or "accounts"
    return " ".join(filter(None, ["all", count, called, "kept"]))


# -- words alone ----------------------------------------------------------------------------------

_FIGURES = (
    "portfolio.expansion", "portfolio.revenue", FLOOR, "role.handover_weeks", "role.juniors",
    "company.employees", "role.new_business",
)  # fmt: skip


def without_figure(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer to leave out words in which no figure stands, where nothing else is printed."""
    words, typed = kept.words.doubts, "; ".join(values)
    is_asked = len(stop.fields) == 1 and stop.fields[0] in _FIGURES and ask.optional
    if not is_asked or len(typed.split()) < _FEW or _has_figure(typed):
        return None
    if not understand(kept, stop, values).refused:
        return None
    field, rows = stop.fields[0], Rows({"out": (), "again": Signal.BACK})
    home = words.in_words.get(field, "")
    question = words.no_figure.filled(home=home and f" {home}")
    duty = with_capital(_DENIED_FIGURE.sub("", typed).strip(" ,.;"))
    as_duty: dict[str, Answer] = {field: "", DUTIES: [*kept.items(DUTIES), duty]}
    if field in _IN_DUTIES and not is_empty(duty) and not why_not(kept, as_duty):
        rows["duty"] = Meant(as_duty)
    left = {"out": kept.words.terminal.left_empty, "duty": duty}
    offer = listed(ask, question, rows, left)
    # What nobody prints is lost: where it has a place, its author says so.
    return offer._replace(ask=offer.ask._replace(at=None)) if "duty" in rows else offer


def _has_figure(typed: str) -> bool:
    """Whether a number stands in a text; "hardly ever one" is none."""
    digits = in_digits(re.sub(r"(?i)\bone\b", "", typed))
    return bool(re.search(r"\d", digits) or _AMOUNT.search(typed))


_AMOUNT = compile_later(
    r"(?i)\b(?:half|third|couple|dozen|hundred|thousand|million)\b"
    r"|^(?:(?:about|around|roughly|maybe|for|over) )*an? (?:day|week"
    r"|month|quarter|year)\b"
)
_IN_DUTIES = ("portfolio.expansion", "role.new_business")
_DENIED_FIGURE = compile_later(
    r"(?i)^(?:(?:there is |there'?s |we have )?(?:no|not an?|without a) "
    r"(?:(?:real|exact|fixed|set) )?"
    r"(?:numbers?|figures?|amounts?|targets?|goals?|percent(?:age)?)\b[\s,.;:-]*)?"
    r"(?:(?:just|only|but|simply) )*"
)
_FEW = 2  # words; of one, the question says better what is wrong with it
