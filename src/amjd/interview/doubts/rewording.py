"""What an answer may come to that cannot be taken as it was typed, or would not read well.

It is offered, and kept by whoever agrees: a place, a count, clients that may leave.
"""

import datetime
import re
from collections.abc import Callable

from amjd.answers.days.deadline import day_about
from amjd.answers.kinds import plain
from amjd.answers.names.posts import own_name, own_post, post_alone
from amjd.answers.numbers.parts_of_time import part_of_time
from amjd.answers.orders import as_orders
from amjd.answers.shorthand import written_out
from amjd.interview.doubts.doubt import Values
from amjd.interview.doubts.in_a_row import TOOL, with_and
from amjd.interview.doubts.numbers.counts import counted, counts_in_digits, with_loss
from amjd.interview.doubts.numbers.figures import FIGURES, is_none
from amjd.interview.kept import Kept
from amjd.interview.place import as_address
from amjd.interview.products import with_products
from amjd.interview.somebody import as_person
from amjd.interview.titles import title_in_full
from amjd.interview.understanding import why_not
from amjd.text.characters import fold_look_alikes
from amjd.text.patterns import compile_later
from amjd.words.doubts import Doubts

NAMED = (
    "role.location", "tools.crm", "portfolio.segment", "role.owner", "role.reports_to",
    "role.title", "apply.contact", "portfolio.check_ins",
)  # fmt: skip
"""What can be taken as it was typed, and may yet read better."""


def without_hedges(typed: str, words: Doubts) -> str:
    """Return an answer without the words of somebody who is not sure."""
    return _hedge(words).sub("", typed).strip(" ,.") if is_hedged(typed, words) else typed


def terms_in(typed: str, words: Doubts) -> str:
    """Return what `without_hedges` takes out that says more than that somebody is not sure."""
    found = (one[0].strip(" ,.") for one in _hedge(words).finditer(typed))
    return ", ".join(one for one in found if one.lower() not in words.tails)


def without_last_hedge(typed: str, words: Doubts) -> str:
    """Return an answer without a hedge at its end, behind which nothing stands."""
    text, last = typed, rf"{_BEFORE}(?:{'|'.join(words.tails)})[\s.!?]*$"
    while shorter := re.sub(last, "", text, flags=re.IGNORECASE).rstrip(" ,;"):
        if shorter == text:
            return text
        text = shorter
    return typed


def is_hedged(typed: str, words: Doubts) -> bool:
    """Whether words of somebody who is not sure stand in an answer."""
    return bool(_hedge(words).search(typed))


def _hedge(words: Doubts) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?:{'|'.join(words.hedges)})\b", re.IGNORECASE)


# All the spaces that stand there, from the first one on: a thousand are looked at once.
_BEFORE = r"(?<![ ,])[ ,]*+\b"


def reworded(kept: Kept, field: str, typed: str) -> Values:
    """Return what may be meant in other words; nothing where that is not known."""
    typed = typed if field in NAMED else written_out(typed)
    bare = without_hedges(typed, kept.words.doubts)
    # A number of accounts may be shown as about so many.
    is_said = field in (*NAMED, "portfolio.accounts")
    if bare != typed and not is_said and not why_not(kept, {field: bare}):
        return (bare,)
    if field in NAMED:
        return tuple(filter(None, [_plainer(kept, field, typed)]))
    match field:
        case "apply.phone":
            return only_form(kept, field, typed)
        case "apply.deadline" if is_until_filled(typed):
            return ("until filled",)
        case "apply.deadline":
            return tuple(filter(None, [day_about(bare, datetime.date.today())]))
    return tuple(filter(None, [_figure(kept, field, typed)]))


def _plainer(kept: Kept, field: str, typed: str) -> str:
    """Return how an answer that can be taken may read better; nothing where that is not known."""
    match field:
        case "role.owner" | "role.reports_to" | "apply.contact" if own_post(typed) or own_name(
            typed
        ):
            return ""  # which they are read as
        case "role.owner" | "role.reports_to" | "apply.contact":
            return as_person(typed) or post_alone(typed)
        case "role.location":
            return as_address(kept, typed)
        case "role.title":
            return title_in_full(typed)
        case "portfolio.check_ins":
            order = as_orders(typed)
            return order if order != typed else ""
        case "tools.crm":
            is_refused = why_not(kept, {field: typed})
            return "" if is_refused else with_products(with_and(typed, TOOL), of_tools=True)
    return with_and(typed)  # portfolio.segment


def only_form(kept: Kept, field: str, typed: str) -> Values:
    """Return the form that a problem says to write, where it names only one."""
    forms = [form for fault in kept.faults_with({field: typed}) for form in fault.forms]
    return tuple(forms) if len(forms) == 1 else ()


def _figure(kept: Kept, field: str, typed: str) -> str:
    typed = counts_in_digits(typed)
    match field:
        case "portfolio.accounts":
            found = counted(typed)
            return found.answer if found else ""
        case "portfolio.retention":
            return _floor(kept, typed)
        case "role.handover_weeks" if not _NO_WEEKS.search(typed) and (
            count := _highest(_A_WEEK.sub("1 to ", typed))
        ):
            return str(int(count) * (_WEEKS if re.search(r"(?i)\bmonths?\b", typed) else 1))
        case "role.new_business" if is_none(typed):
            return "0"
        case "role.new_business" if part := part_of_time(typed):
            return str(part.percent)
        case "role.new_business" if _OF_TIME.search(typed):
            return ""  # a count of days or hours, which is no percent
        case "role.new_business" | "role.juniors" | "company.employees":
            return _highest(typed)
    return ""


_A_WEEK = compile_later(r"(?i)\ban? (?:week|month) or (?=\d|two|three)")
_WEEKS = 4  # in a month, as people say it
_OF_TIME = compile_later(r"(?i)\b(?:hours?|hrs?|days?|weeks?|wks?|months?|years?)\b")
_UNTIL = compile_later(
    r"(?i)\b(?:until|untill|till?|when|once|as soon as)\b.*"
    r"\b(?:find|found|filled?|hired?|got)\b"
    # In a hurry, nobody names a day.
    r"|^(?:asap|a\.s\.a\.p\.?|as soon as possible|right away|straight away|immediately|now"
    r"|open[- ]ended"
    r"|(?:there is |there'?s )?no (?:end|closing|fixed|set|real|hard) (?:date|deadline))[.!]?$"
)


def is_until_filled(typed: str) -> bool:
    """Whether a deadline is that somebody is found, and no day is told beside it."""
    return bool(_UNTIL.search(typed)) and not re.search(r"\d", typed)


# -- a range, where only one figure is taken -------------------------------------------------------

_NUMBER = r"(?<![\d.,])(\d{1,4})(?!\d|[.,]\d)"
_RANGE = compile_later(rf"{_NUMBER} ?%? (?:to|or) {_NUMBER}")
_FIRST_OF = compile_later(rf"{_NUMBER}|^(?:(?:about|around|roughly|maybe|for|over) )*a(?= month\b)")
_NO_WEEKS = compile_later(r"(?i)\b(?:hour|day|quarter|year)s?\b")


def _highest(typed: str) -> str:
    """Return the upper end of the first range, or the first figure: `6 to 8 weeks` is 8."""
    found = _FIRST_OF.search(_at_one_end(typed, max))
    return (found[1] or "1") if found else ""


def _at_one_end(typed: str, of: Callable[[int, int], int]) -> str:
    """Write one end in place of each range; small numbers stand in digits then."""
    text = plain(fold_look_alikes(typed))
    return _RANGE.sub(lambda found: str(of(int(found[1]), int(found[2]))), text)


def both_ends(kept: Kept, field: str, typed: str) -> Values:
    """Return the two ends of a range as answers where one figure alone is taken; else nothing."""
    text = plain(fold_look_alikes(counts_in_digits(typed)))
    if field not in FIGURES or not _RANGE.search(text):
        return ()
    ends = (reworded(kept, field, _at_one_end(text, of)) for of in (min, max))
    low, high = (found[0] if found else "" for found in ends)
    return (low, high) if low and high and low != high else ()


def figure_of_ours(typed: str, found: str) -> str:
    """Return a figure that is offered and was not typed, of a day that in its month.

    What is the end of something is its last day.
    """
    known = re.findall(r"\d+", f"{plain(typed)} {plain(counts_in_digits(typed))}")
    new = re.fullmatch(r"(?:(?:about )?|\d{4}-\d\d-0?)(\d+)", found)
    is_end = "-" in found and re.search(r"(?i)\bend\b", typed)
    return new[1] if new and not is_end and new[1] not in known else ""


def is_range(field: str, typed: str, found: str) -> bool:
    """Whether one figure is offered of a range; a number of accounts may be one."""
    text = plain(fold_look_alikes(typed))
    return field != "portfolio.accounts" and found.isdecimal() and bool(_RANGE.search(text))


# -- a floor that was told as what may be lost: of 140 clients 5 are 4 percent --------------------

_LOSSES = compile_later(r"(?i)\b(?:los[est]\w*|leave|go|gone|quit|churn)\b")
_FIGURE = compile_later(r"(\d+(?:\.\d+)?) ?(%|percent|per cent)?")
_FIRST = compile_later(
    r"(?i)(?:about |around |some |~ ?|at least )?(\d+(?:\.\d+)?) ?(?:%|percent|,|$)"
)
_FLOOR, _ALL = 50, 100  # percent: with less, another figure is meant
_CLAUSE = compile_later(
    r"(?i)[,;()=]|\.(?!\d)| - |->|\b(?:so|but|and|though|although|because|bc|cause|since|after|cos"
    r"|that'?s|that is|which is|means|meaning|call it|or)\b"
)
_SAID = compile_later(
    r"(?i)(?:(?:about|around|roughly|like|some|maybe|say|lets say|at least|we|i|keep|kept|think"
    r"|guess|want|need|to|it'?s|is|was|still|grr|gross|revenue|clients?|customers?|logo|retention"
    r"|renewals?|rate|of) |~ ?)*"
    r"(?P<said>\d{2,3}(?:\.\d+)?)(?:%| ?percent| ?pct)?"
    r"(?: ?-?(?:ish|or so|i|think|guess|a|per|year|yearly|kept|stay|stayed|renew|renewed|total))*"
)


# All of them, of whom somebody may have lost one last year; all but two are not all.
_EVERY = compile_later(
    r"(?i)(?:we |i |to )?(?:want to |would like to |hope to |aim to |need to )?(?:keep )?"
    r"(?:(?:all|every(?: single)? one|each one)(?: of (?:them|it|our \w+|my \w+|the \w+))?"
    r"|everyone|everybody|everything)(?! ?(?:but|except|bar|the|of|our|my|\d))\b"
)


def beside_all(typed: str) -> str:
    """Return what is said beside that all shall be kept: `ideally` of `all of them, ideally`."""
    found = _EVERY.match(typed)
    return typed[found.end() :].strip(" ,.;") if found else ""


def beside_share(typed: str) -> str:
    """Return what is said behind a share that holds of a part alone, or may not hold at all."""
    found = _SHARE_BEHIND.match(typed)
    behind = found["behind"].strip(" ,.;") if found else ""
    return behind if _OF_A_PART.search(behind) else ""


_SHARE_BEHIND = compile_later(
    r"(?i)(?:at least |min(?:imum)? |about |around )?\d{1,3}(?:\.\d+)? ?(?:%|percent\b)"
    r"(?P<behind>.*)"
)
_OF_A_PART = compile_later(
    r"(?i)\d|\b(?:last|next|if|top|key|big|small|new|first|those|some|rest)\b"
)


def _said_outright(typed: str, accounts: int) -> str:
    """Return the percent that a clause says and nothing else, as in `we lost 4 so like 95`.

    What is left of the accounts after what was lost is none: of 60, `lost 4, so 56`.
    """
    clauses = [part.strip() for part in _CLAUSE.split(_at_one_end(typed, min))]
    told = [found["said"] for part in clauses if (found := _SAID.fullmatch(part))]
    others = {int(one) for part in clauses for one in re.findall(r"\d+", part)}
    left = {str(accounts - one) for one in others}
    return next((one for one in told if _FLOOR <= float(one) <= _ALL and one not in left), "")


# "We hardly ever lose one" counts nothing; numbers in words from ten on are digits here.
_PRONOUN = compile_later(r"(?i)\bone\b")
_OF = compile_later(
    r"(?i)(?<!\d)(\d+) (?:(?:out )?of (?:(?:our|the|my|these) )?(?=\d)"
    r"|in (?:every )?(?=\d{1,3}\b(?! (?:years?|months?))))(\d+)"
)


def _floor(kept: Kept, typed: str) -> str:
    """Work out the percent that is kept, rounded down; of what is told without a figure, none."""
    if _EVERY.match(typed):
        return str(_ALL)
    typed = _PRONOUN.sub("", with_loss(typed))
    accounts, is_loss = kept.answers().portfolio.accounts, bool(_LOSSES.search(typed))
    if said := _said_outright(typed, accounts.high if accounts else 0):
        return said
    typed = _at_one_end(typed, max if is_loss else min)
    if (first := _FIRST.match(typed)) and _FLOOR <= float(first[1]) <= _ALL:
        return first[1]
    if of := _OF.search(typed):
        part, count = int(of[1]), int(of[2])
    elif is_loss and (found := _FIGURE.search(typed)) and found[2]:
        return f"{100 - float(found[1]):g}" if float(found[1]) < 100 else ""
    elif is_loss and accounts and found and "." not in found[1]:
        part, count = int(found[1]), accounts.high
    else:
        return ""
    if not 0 < part < count:
        return ""
    return str((count - part if is_loss else part) * 100 // count)
