"""What is wrong with the role."""

import re
from collections.abc import Iterator

from amjd.review.checks.entered import check
from amjd.review.finders.work import is_told
from amjd.review.findings import Case, Hit
from amjd.review.posting import Words
from amjd.text.characters import joined
from amjd.text.patterns import compile_later

_SOLD = compile_later(r"commission|\bote\b|target|incentive|variable")


@check
def quota(case: Case) -> Iterator[Hit]:
    """ROLE-01: pay varies without a word on a quota, or it has no target, or is denied and set."""
    said, pay = case.facts.quota, case.facts.pay
    if said.denied and said.target_words:
        yield Hit("The posting denies a quota and states a target.", said.target_words)
    elif (
        said.carries == "yes"
        and said.words
        and not (said.target_words or said.is_kept_back or _is_figured(case, said.words))
    ):
        yield Hit("The posting speaks of a target, but not how high it is.", said.words)
    elif said.carries is None:
        # A bonus may hang on anything, shares on staying; commission hangs on sales.
        sold = (
            one
            for one in pay.variable
            if _SOLD.search(case.posting.said(one).lower())
            and not case.posting.before(one, 11).endswith(("long-term ", "long term "))
        )
        if words := next(sold, None):
            yield Hit("Pay varies, but whether there is a quota is said nowhere.", words)


# "a retention target of 95%", "95% renewal target", "meet the sales targets: 12 renewals a month"
_FIGURE_BEHIND = compile_later(
    r"(?: for (?:20\d\d|the year|this year))?(?: of| is| are|:)? ?(?:at least |about |over )?"
    r"\(?[+~]? ?\d"
)
_FIGURE_BEFORE = compile_later(r"\d ?(?:%|percent) (?:[a-z]+ ){0,2}\Z")


def _is_figured(case: Case, words: Words) -> bool:
    """Whether a figure stands beside a target that is none of money."""
    return bool(
        _FIGURE_BEHIND.match(case.posting.behind(words, 30))
        or _FIGURE_BEFORE.search(case.posting.before(words, 40))
    )


@check
def portfolio(case: Case) -> Iterator[Hit]:
    """ROLE-02."""
    if case.facts.book.accounts is None:
        also = "" if case.facts.book.segment else ", nor what kind they are"
        yield Hit(f"How many accounts come with the job is said nowhere{also}.")


@check
def hunting(case: Case) -> Iterator[Hit]:
    """ROLE-03."""
    found = case.facts.hunting
    if not is_account_manager(case.posting.title) or found.level == "none":
        return
    if found.share is None:
        yield Hit("New clients are to be won, but how much of the work that is, is not said.",
                  found.words[0])  # fmt: skip
    elif found.level == "mostly":
        yield Hit(f"{found.share}% of the work is on new clients.", found.words[0])


_SELLS = compile_later(
    r"account executive|business develop|\bsales\b|\b[bs]drs?\b|outbound|telesales|\bhunter"
    r"|new business|partnerships?\b|lead generation|growth"
)


def is_account_manager(title: str) -> bool:
    """Whether a title promises accounts that are there already."""
    low = title.lower()
    return "account manager" in low or not _SELLS.search(low)


@check
def measures(case: Case) -> Iterator[Hit]:
    """ROLE-04."""
    found = case.facts.measures
    if not found:
        yield Hit("What the person will be judged by is said nowhere.")
    elif len(found) > 5:
        yield Hit(f"{len(found)} measures are named; four or five are enough.", found[0], "notice")


@check
def duties(case: Case) -> Iterator[Hit]:
    """ROLE-05."""
    count = len(case.facts.duties)
    words = case.facts.duties[0].words if count else None
    is_list = any(one.kind == "bullet" for one in case.facts.duties)
    if not 6 <= count <= 10 and (count > 5 or is_list or not is_told(case.posting)):
        listed = "1 duty is" if count == 1 else f"{count or 'No'} duties are"
        if count > 10:
            yield Hit(f"{listed} listed; after ten they are not read.", words, cure=_FEWER)
        else:
            yield Hit(f"{listed} listed; six to ten say what the work is{_unsaid(case)}.", words)


_FEWER = "Keep those that fill the week, and put what belongs together into one."
# What fills the weeks of most who keep accounts, each with the words by which a posting says it.
_WORK = (
    (
        "calls and visits",
        r"\bcalls?\b|\bdials?\b|-day contact\b|\bvisit|\bmeet|check[- ]in|review|\bsee\b"
        r"|\b\d+ stops\b|\bstops (?:a|per|each) day|\broute\b|\bcalling\b|\bphon",
    ),
    ("renewals", r"renew|re-?order|repeat|retain|retention|contract|\bkeep\b"),
    (
        "complaints",
        r"complain|problem|issue|urgent|resol|solv|\brisk|settle|dispute|shortage|\bfix|\bput right"
        r"|\bgo(?:es)? wrong|mistake|\berrors?\b|\bquer(?:y|ies)\b|back[- ]orders|escalat",
    ),
    (
        "growth",
        r"(?:up|cross)[- ]?sell|add-on|expan|more (?:from|of|to)\b|quota|target|\bround\w* out\b"
        r"|grow|\bdevelop(?:ing)? (?:[a-z]+ )?(?:accounts|clients)|\bnew (?:business|premium)",
    ),
    (
        "records",
        r"\bcrm\b|record|\blog\b|\bnotes?\b|document|updat|forecast|report|\binvoic|paperwork"
        r"|\bwips?\b|minutes\b|order (?:processing|entry)",
    ),
)


def _unsaid(case: Case) -> str:
    """Name up to three kinds of work of which the duties say nothing."""
    said = "\n".join(map(case.posting.lowered, case.facts.duties))
    # Who is to sell nothing is not asked to grow anything.
    work = [one for one in _WORK if one[0] != "growth" or not case.facts.quota.denied]
    lacking = [name for name, words in work if said and not re.search(words, said)][:3]
    return f", and nothing is said there of {joined(lacking, 'or')}" if lacking else ""


@check
def reporting(case: Case) -> Iterator[Hit]:
    """ROLE-06."""
    if case.facts.reports_to is None:
        yield Hit("Whom the job reports to is said nowhere.")


@check
def account_executive(case: Case) -> Iterator[Hit]:
    """ROLE-07: most of the work is winning clients, or the text itself says account executive."""
    found, posting = case.facts.hunting, case.posting
    if "account manager" not in posting.title.lower():
        return
    called = re.search(r"\bas (?:an|our) (?:[a-z]+ )?account executive\b", posting.flow)
    if called:
        yield Hit("The text calls the job an account executive.", Words(*called.span()))
    elif found.level == "mostly":
        yield Hit("Most of the work is winning clients: an account executive's.", found.words[0])


_SOFT = compile_later(
    r"communicat|team player|motivat|passion|organi[sz]|detail|positive|interpersonal|multitask"
    r"|multi-task|time management|self-starter|work ethic|problem[- ]solv|flexib|enthusias"
    r"|listening|attitude|proactive"
)
_HARD = compile_later(
    r"experience|years|sold|managed|account|quota|renew|crm|software|excel|budget|industry"
    r"|licen[cs]e|degree"
    r"|knowledge|fluen|english|speak|record|worked|led\b|\d|sales|customers|clients|technical"
)


@check
def soft_skills(case: Case) -> Iterator[Hit]:
    """ROLE-08."""
    required = case.facts.required
    said = [case.posting.lowered(one) for one in required]
    if len(said) >= 3 and all(_SOFT.search(one) and not _HARD.search(one) for one in said):
        yield Hit("Every requirement is a trait; none can be shown.", required[0])


@check
def tools(case: Case) -> Iterator[Hit]:
    """ROLE-09."""
    if not case.facts.tools:
        yield Hit("No tool of the work is named.")


@check
def several_jobs(case: Case) -> Iterator[Hit]:
    """ROLE-10: two titles in one that are not two steps of one job."""
    parts = re.split(r" / | & | and |/", case.posting.title.lower())
    jobs = [
        one
        for one in parts
        if re.search(
            r"manager|consultant|executive|specialist|coordinator|director|assistant|strategist"
            r"|developer",
            one,
        )
    ]
    if len(jobs) > 1 and not all("account manager" in one for one in jobs):
        yield Hit("The title names more than one job.", case.posting.title_words)
    yield from _long_week(case)


# "Hours: Mon - Fri, 8 till 6"
_WEEK = compile_later(
    r"\b(?:hours|you(?:'ll| will)? work|working (?:week"
    r"|days))\b[^.;\n\d]{0,24}\bmon(?:day)?s? ?(?:-|to|till"
    r"|until|through|thru) ?(?P<last>fri|sat|sun)[a-z]*,?(?: from)? (?P<from>\d{1,2})(?:[.:]?00)?"
    r" ?(?:a\.?m\.?)? ?(?:-|to|till?"
    r"|until) ?(?P<till>\d{1,2})(?![\d:.]*[1-9]\d?\b) ?(?:[.:]?00)?(?: ?p\.?m\.?)?"
)
_NOT_WORKED = compile_later(
    r"\b(?:between|open|shop|store|client|customer|support|flex\w*|shifts?)\b|\d\d(?:\.\d)? ?h"
)
_DAYS = {"fri": 5, "sat": 6, "sun": 7}


def _long_week(case: Case) -> Iterator[Hit]:
    posting = case.posting
    for match in _WEEK.finditer(posting.flow) if "mon" in posting.low else ():
        words = Words(*match.span())
        first, last = int(match["from"]), int(match["till"])
        hours = (last if last > first else last + 12) - first
        week = hours * _DAYS[match["last"]]
        said = posting.around(words, 40, 30) + posting.lowered(words)
        if hours < 15 and week >= 50 and not _NOT_WORKED.search(said):
            said = f"That comes to up to {week} hours a week, more than one job has."
            yield Hit(said, words, cure=_HOURS, why=_EVENINGS)


_EVENINGS = "Who has a family, or other plans for the evening, passes by."
_HOURS = "Say how many hours are meant, and how those above forty are paid or given back."


@check
def musts(case: Case) -> Iterator[Hit]:
    """ROLE-11."""
    count = len(case.facts.required)
    if count > 6:
        yield Hit(
            f"{count} musts are listed; more than six turn good people away.",
            case.facts.required[0],
        )


_PAPERS = compile_later(r"\b(?:cv|r[e\u00e9]sum[e\u00e9]|cover letter|in writing)\b")
_SPARED = compile_later(
    r"\bno (?:cover(?:ing)? letters?|cv|r[e\u00e9]sum[e\u00e9]|letter|long letters?)"
    r"(?:,? (?:or|and) [a-z ]{2,16})?"
    r" (?:is |are )?(?:needed|required|necessary|please)|\bwithout a (?:cover letter|cv)\b"
)


@check
def evidence(case: Case) -> Iterator[Hit]:
    """ROLE-12: where something is to be written; not of who is to call, or to send little."""
    facts = case.facts
    is_spoken = facts.phone and not (facts.email or facts.url or _PAPERS.search(case.posting.low))
    if facts.evidence is None and not (is_spoken or _SPARED.search(case.posting.low)):
        yield Hit("Nobody is asked for an account that was kept or grown.")


@check
def results(case: Case) -> Iterator[Hit]:
    """ROLE-13."""
    facts = case.facts
    if facts.degree.value == "required":
        yield Hit("A degree is asked for, whatever someone has achieved.", facts.degree.words)
    elif isinstance(facts.years.value, int) and facts.years.value >= 5:
        yield Hit(f"{facts.years.value} years are asked for; results say more.", facts.years.words)


_FIRST_HIRE = compile_later(
    r"our first account manager|first hire|we(?:'ll| will)? train you|new to this work"
    r"|the first we hire|no experience (?:is )?(?:needed|required|necessary)|the hand-over"
)
_CORPORATE = compile_later(
    r"\bstakeholders?\b|\bleverag(?:e|ing)\b|cross-functional(?:ly)?|\bsynerg(?:y|ies)\b|\bkpis?\b"
    r"|\bc-level\b|\bc-suite\b|go-to-market|strategic initiatives|value propositions?"
    r"|thought leader"
)


@check
def corporate(case: Case) -> Iterator[Hit]:
    """ROLE-15: a posting that takes beginners speaks as large companies do."""
    low = case.posting.flow
    if _FIRST_HIRE.search(low) and (match := _CORPORATE.search(low)):
        yield Hit("Beginners are sought in the words of a large company.", Words(*match.span()))
