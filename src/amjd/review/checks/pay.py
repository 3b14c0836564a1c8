"""What is wrong with the pay, by what readers look for and by the laws of places."""

import re
from collections.abc import Iterator

from amjd.answers.pay.currencies import SIGNS
from amjd.review.checks.entered import check
from amjd.review.findings import Case, Hit
from amjd.review.laws import asked, banned, by_law
from amjd.review.posting import Words
from amjd.text.patterns import compile_later


@check
def pay_missing(case: Case) -> Iterator[Hit]:
    """PAY-01: where a law asks for it an error, elsewhere what sinks a posting."""
    pay = case.facts.pay
    if pay.kind not in ("none", "vague"):
        return
    said = "Pay is only hinted at" if pay.kind == "vague" else "Pay is said nowhere"
    laws = tuple(law for law in asked(case, "pay") if not _stands_in(case, law.commission))
    if laws:
        for hit in by_law(laws, case.around, f"{said}, and the law asks for it in"):
            yield hit._replace(field="pay.base")
    elif pay.kind == "none":
        yield Hit(f"{said}.", field="pay.base")


def _stands_in(case: Case, commission: str) -> bool:
    """Whether words on commission stand in for a range, by the law of the place."""
    if commission == "part":
        return "commission" in case.posting.low
    return commission == "only" and case.facts.pay.is_commission


@check
def open_pay(case: Case) -> Iterator[Hit]:
    """PAY-02: a range with one end, or words in place of a figure."""
    pay = case.facts.pay
    figure = pay.base or pay.on_target
    if figure and figure.open_:
        laws = banned(case, "open pay")
        said = "The pay has one end only, which is no range in"
        yield from by_law(laws, case.around, said, figure.words)
        if not laws:
            yield Hit("The pay has one end only.", figure.words)
    elif pay.on_target and pay.on_target.open_:
        yield Hit("On-target pay has one end only.", pay.on_target.words)
    elif figure is None and pay.vague:
        yield Hit("Words stand where the pay should.", pay.vague[0])
    elif praised := [one for one in pay.vague if _PRAISED.match(case.posting.said(one).lower())]:
        cure = "Leave them out: the figure says it."
        yield Hit("Words that say nothing stand beside the pay.", praised[0], "notice", cure)


_PRAISED = compile_later(
    r"(?:competitive|attractive|excellent|generous|great|lucrative) (?:[a-z-]+ ){0,2}"
    r"(?:salary|pay|wages?|remuneration)\Z|(?:salary|pay) (?:is|are|an?) competitive\Z"
)


@check
def spread(case: Case) -> Iterator[Hit]:
    """PAY-03."""
    base = case.facts.pay.base
    if base is None or base.high <= base.low or base.open_:
        return
    for law in (one for one in case.laws if one.widest and one in asked(case, "pay")):
        is_wide = base.high - base.low > int(law.widest) and base.high <= int(law.unless_above)
        if is_wide and base.period == "year":
            said = "The range is wider than the law lets it be in"
            yield from by_law((law,), case.around, said, base.words)
            return
    if (base.high - base.low) * 100 > base.low * 60:
        yield Hit("The top of the range is more than 60% over its bottom.", base.words)


_COVER = compile_later(r"(?: leave)?[ -](?:cover|contract|replacement)")


@check
def benefits(case: Case) -> Iterator[Hit]:
    """PAY-04: whoever stands in for somebody on maternity leave is promised none."""
    behind = (case.posting.behind(one, 16) for one in case.facts.benefits)
    if all(_COVER.match(one) for one in behind):
        said = "Benefits are described nowhere, and the law asks for it in"
        for hit in by_law(asked(case, "benefits"), case.around, said):
            yield hit._replace(field="pay.benefits")


@check
def variable(case: Case) -> Iterator[Hit]:
    """PAY-05: whether a bare "commission" describes it to a law is open, so it is no error."""
    pay, said = case.facts.pay, "Pay varies, but what it depends on is not said"
    if pay.on_target and not (pay.base or pay.is_commission):
        yield Hit("On-target earnings stand without the base pay they hold.", pay.on_target.words)
    elif pay.variable and not _is_described(case):
        laws, words = asked(case, "other pay"), pay.variable[0]
        asked_for = f"{said}; a description of it is asked for in"
        yield from (
            hit._replace(level="warning") for hit in by_law(laws, case.around, asked_for, words)
        )
        # On-target earnings come with the target, where that is told.
        is_told = pay.on_target and case.facts.quota.target_words
        if laws or case.around.is_short or is_told:
            return
        if _IN_THE_END.search(case.posting.before(words, 40)):
            yield Hit("In the end commission is all the pay, and its rate is not said.", words)
        else:
            yield Hit(f"{said}.", words, "notice")
    elif share := _share_of_nothing(case):
        yield Hit("A share is named, but not of what, nor what it depends on.", share, "notice")


# "$900/week guaranteed for the first 12 weeks, then commission"
_IN_THE_END = compile_later(
    r"\b(?:then|after (?:that|which)|afterwards|thereafter|followed by|moving to|go(?:es)? to),? "
    r"(?:(?:it's|it is|you're|on|to|straight|full|pure|only|all) ){0,3}\Z"
)
# "quarterly bonus (up to 20%)"
_SHARE = compile_later(
    r"\b(?:bonus(?:es)?|commissions?|incentives?) ?\(?(?:of )?up to \d{1,3} ?(?:%|percent\b)"
    r"(?! ?\)?,? (?:of|on|for|per|in|based|if|when|depend|subject)\b)"
)
_TOLD_OF = compile_later(
    r"\b(?:of (?:your |the )?(?:base|salary|pay|gp|sales|margin)|based on|depend|tied to"
    r"|paid (?:on|for)|when|if|target|kpi|performance)"
)


def _share_of_nothing(case: Case) -> Words | None:
    posting = case.posting
    for words in posting.hits(_SHARE) if "up to" in posting.low else ():
        if not _TOLD_OF.search(posting.sentence(words, 60, 80)):
            return words
    return None


_DESCRIBED = compile_later(
    rf"\d(?:\.\d+)? ?%|[{SIGNS}] ?\d|\d+ ?k\b|quarter|monthly|\bmonth|annual|per year"
    r"|when (?:you|we)|based on|for (?:each|every)|depend|performance|percent|tied to|plan|target"
    r"|uncapped"
    r"|no (?:commission )?caps?|without a cap|paid (?:in|on)|if\b"
)


# Before it a figure is the base pay, and so is its period.
_BASE_PAY = compile_later(
    rf"[{SIGNS}] ?[\d.,]+ ?k?|\b\d+ ?k\b|annual(?:ly)?|per year|monthly|\bmonth\b"
    r"|depend\w* (?:up)?on (?:your |level of |years of )?(?:experience|skills|qualifications)"
)


# Their amounts say nothing of a bonus that stands before them.
_ALLOWANCE = compile_later(
    r"\b(?:car|vehicle|phone|travel|mileage|fuel|meal|home office|technology) (?:allowance|stipend)"
    r"\b[^+,;.\n]{0,30}"
)


# What others came to tells no rate: "our average rep makes $58K and top guys clear $80K".
_OTHERS = compile_later(
    r"\b(?:average|typical|top|best|most|many|some|reps?|sellers|people|guys|others)\b[^.;\n]{0,40}?"
    r" (?:makes?|earns?|clears?|made|earned|cleared|takes? home|averaged?)\b[^.;\n]{0,60}"
)


def _is_described(case: Case) -> bool:
    posting = case.posting
    return any(
        _DESCRIBED.search(_OTHERS.sub(" ", _ALLOWANCE.sub(" ", posting.behind(one, 120))))
        or _DESCRIBED.search(_BASE_PAY.sub(" ", posting.before(one, 80)))
        or _DESCRIBED.search(posting.said(one).lower())
        for one in case.facts.pay.variable
    )


@check
def deadline(case: Case) -> Iterator[Hit]:
    """PAY-06."""
    if (laws := asked(case, "deadline")) and case.facts.deadline is None:
        said = "No last day to apply is given, nor that there is none, which the law asks for in"
        for hit in by_law(laws, case.around, said):
            yield hit._replace(field="apply.deadline")


@check
def pay_history(case: Case) -> Iterator[Hit]:
    """PAY-08."""
    laws = banned(case, "pay history")
    for words in case.posting.phrases(_HISTORY):
        sentence = case.posting.sentence(words, 60, 20)
        if _NOT_ASKED.search(sentence) or _OF_CLIENTS.search(sentence):
            continue
        said = "Past pay is asked for, which is forbidden in"
        yield from by_law(laws, case.around, said, words)
        if not laws:
            yield Hit("Past pay is asked for, which many places forbid.", words)


_SLIP = r"\b(?:pay ?slips?|pay ?stubs?|salary slips?)\b"
_SLIPS = (
    r"(?:latest|(?:most )?recent|last|current|past) (?:(?:\d|three|two|six) )?(?:months?'? )?"
    rf"(?:of )?{_SLIP}"
)
_HISTORY = compile_later(
    r"(?:salary|pay|compensation|wage) history|(?:your|with|include|state|list"
    r"|provide)(?: your)? (?:current|previous|prior|past|last) (?:salary|pay|compensation|earnings"
    r"|wages?)\b(?! ?(?:roll|slip|stub|run))"
    r"|(?:bring|send|provide|submit|show|attach|include|copy of|copies of|recent"
    r"|last year's)[^.;\n]{0,24}\bw-?2s?\b|proof of (?:income|earnings)"
    r"|\b(?:with|including|include|mention|stating|state|send|share|indicate|attach)\b[^.;\n]{0,24}?"
    r" (?:current|last|last drawn|present|previous)(?:,? (?:and|&|/) expected| ?/ ?expected)?"
    r" (?:salary|ctc|pay|remuneration)\b(?! ?(?:slip|stub|roll|run))"
    r"|\b(?:current|last drawn|present|previous) (?:salary|ctc|remuneration)"
    r"(?:,? ?(?:and|&|/) ?expected (?:salary|ctc|remuneration))?"
    r" (?:to be|must be|should be|(?:is|are|has|have) to be) "
    r"(?:mentioned|stated|sent|shared|given)\b"
    r"|^(?:your )?(?:current|last drawn) (?:salary|ctc)(?= ?(?:$|[,;&/]|and expected\b))"
    r"|\b(?:send|share|attach|include|e-?mail|submit|bring)\b[^.;\n]{0,40}?"
    r"(?<! of)(?<! for)"
    rf" {_SLIPS}"
    # "CV with latest payslip", "Last 3 months' salary slips", "A recent payslip is required"
    rf"|\b(?:with|and|&|plus|your)(?: your| the| an?)? {_SLIPS}(?! (?:of|from|for)\b)"
    rf"|^(?:your |copy of )?{_SLIPS}(?= ?(?:$|[.,;)]|and\b|with\b))"
    rf"|{_SLIP} (?:(?:is|are|will be) )?(?:required|mandatory|a must|to be (?:sent|submitted))\b",
    re.M,
)
# "Explain your last payslip" is what a payroll product does for those who use it.
_OF_CLIENTS = compile_later(
    r"\b(?:explain|read|understand|check|correct|show|view|download)(?:s|ing)?\b[^.;,]{0,30}\0"
)
_NOT_ASKED = compile_later(
    r"\b(?:not|never|don't|nor|without|regardless)\b[^.]{0,60}(?:\0|$)"
    r"|not (?:be )?(?:ask|request|consider)|employee|\bpayroll\b"
)
