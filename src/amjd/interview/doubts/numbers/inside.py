"""A quota whose period stands among its words: `500k growth a year out of existing accounts`.

Behind many words nobody would know any more what a period at the end is for, so it stays beside
the figure.
"""

from amjd.answers.kinds import Context
from amjd.answers.names.clients import CLIENTS
from amjd.answers.pay.amounts import show_money
from amjd.answers.pay.currencies import SIGNS
from amjd.answers.pay.money import PAY, as_money
from amjd.answers.pay.periods import PERIOD_NAMES, QUOTA_PERIODS, a_period
from amjd.answers.state import pay_currency
from amjd.asker import Ask
from amjd.interview.currency import mark_against, with_code
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.doubts.numbers.quotas import PERIOD, TARGET
from amjd.interview.doubts.rewording import is_hedged, without_hedges
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import line_with
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.patterns import compile_later


def with_period_inside(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer a quota with its period beside the figure, where many words stand behind it."""
    said = " ".join("; ".join(values).split())
    if stop.fields[:1] != (TARGET,) or len(said) > LONGEST:
        return None
    typed = with_code(TARGET, without_hedges(said, kept.words.doubts))
    found = None if _JOINT.search(typed) else _INSIDE.fullmatch(typed)
    if found is None or len(found["behind"].split()) <= _FEW:
        return None
    period = PERIOD_NAMES[found["noun"].lower()]
    code = pay_currency(kept.answers())
    amount = as_money(found["figure"], Context(None), PAY)
    if period not in QUOTA_PERIODS or not amount or mark_against(TARGET, found["figure"], code):
        return None

    def shown(text: str) -> str:
        money = as_money(text, Context(None), PAY)
        return show_money(money, code) if money else text

    sold = f" of {found['of'].strip()}" if found["of"] else ""
    behind = _SCALED.sub(lambda one: shown(one[0]), found["behind"])
    about = "about " if found["about"] else ""
    keep: dict[str, Answer] = {
        TARGET: f"{about}{shown(found['figure'])} {a_period(period)}{sold} {behind}",
        PERIOD: period,
    }
    own: dict[str, Answer] = {TARGET: typed, PERIOD: period}
    if why_not(kept, keep):
        return None
    then: Rows = {"keep": Meant(keep)}
    if not (is_hedged(said, kept.words.doubts) or why_not(kept, own)):
        then["typed"] = Meant(own)
    return read_so(
        kept, ask, then, line_with(kept, TARGET, keep), line_with(kept, TARGET, own) or typed
    )


_FEW = 3  # words, behind which a period at the end is still that of the figure
_FIGURE = rf"[{SIGNS}]?\d[\d,.]*(?: ?(?:k|m|million|thousand)\b)?"
_SCALED = compile_later(
    rf"(?i)[{SIGNS}]?\d[\d,.]* ?(?:k|m|million|thousand)\b|[{SIGNS}]\d[\d,.]*\b"
)
# One more part has a figure; how it is paid, and how many accounts there are, is left out.
_JOINT = compile_later(
    r"(?i)[;&+(:]|,(?!\d{3})(?=.*\d)|\b(?:and|plus|paid|measured)\b"
    rf"|\d (?:[a-z]+ )?{CLIENTS}\b"
)
_INSIDE = compile_later(
    rf"(?i)(?P<about>(?:about|around|roughly) |~ ?)?(?P<figure>{_FIGURE})"
    r"(?: (?:in|of))?(?P<of>(?: [a-z-]+){1,3}?)?"
    rf"(?: (?:an?|per|each|every) | ?/ ?)(?P<noun>{'|'.join(PERIOD_NAMES)}) (?P<behind>[a-z].+)"
)
