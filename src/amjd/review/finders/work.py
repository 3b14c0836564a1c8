"""The work: how it is measured, for whom it is done, and the duties."""

import re
from collections.abc import Iterator

from amjd.answers.pay.currencies import SIGNS
from amjd.review.posting import Line, Posting, Words
from amjd.text.patterns import compile_later

_MEASURED = compile_later(
    r"\bwe(?:'ll| will)? (?:measure|judge|assess|review|rate) (?:you|this|your work|success)"
    r" (?:by|on|against) (?P<e>[^.;\n]{3,160})"
    r"|^(?:your |the )?targets: (?P<f>[^\n]{3,160}?)\.?$|(?:measured|judged|evaluated|assessed"
    r"|reviewed|compensated)(?: (?:and|&) [a-z]+| primarily"
    r"| mainly| not only){0,2} (?:by|on|against|through|in terms of|based on|according to)(?: how"
    r"| the| achieving| their| your){0,2} (?P<a>[^.;\n]{3,160})"
    r"|(?:^(?:(?:hit|meet|reach|make|beat|exceed|achieve) )?(?:(?:your|the|our|all) )?(?:[a-z]+ )?"
    r"|your (?:(?:daily|weekly|monthly|quarterly|main) )?)(?:kpis?"
    r"|(?:success )?metrics)(?: such as| including| include|:"
    r"| are) (?P<b>[^.;\n]{3,120})|success (?:means|is measured by"
    r"|looks like)[ :]+(?P<d>[^.;\n]{3,120})|we look at(?: this)?: (?P<c>[^.\n]{3,200})",
    re.MULTILINE,
)
_RATES = compile_later(
    r"\b(?:(?:gross|net|client|customer|account|revenue|dollar)[ -]){0,2}(?:retention|rebooking"
    r"|renewal|churn|utili[sz]ation|occupancy)[ -]rates?\b|\bnps\b|net promoter|\bcsat\b"
    r"|quota attainment|pipeline coverage|forecast accuracy|net revenue retention|gross retention"
)
# "Keep churn below 1% a month", "95% retention", "keep 95% of clients"
_RATE = r"(?:churn|attrition|retention|renewals?|utili[sz]ation|occupancy|satisfaction|on-time)"
_SHARE = r"\d{1,3}(?:\.\d{1,2})?\+? ?(?:%|percent\b)"
_HELD = compile_later(
    rf"\b{_RATE}\b(?: [a-z]+){{0,3}} (?:~ ?)?{_SHARE}|\b{_SHARE} (?:[a-z]+ ){{0,2}}?{_RATE}\b"
    rf"|\b(?:keep|retain|renew|hold)(?:ing)? (?:at least |over |about )?{_SHARE} of\b"
)
# What the company has reached, or what somebody has elsewhere.
_REACHED = compile_later(r"\b(?:we|our|with an?|has|have|had|boasts?|clients? see|customers see)\b")
# Some measures that we offer have an "and" of their own.
_OWN_LIST = compile_later(r", (?:and )?| and (?!grown|follow-ups|reviews done)")
# Where other items have a comma or one.
_PARTED_LIST = compile_later(r"; ")


def measures(posting: Posting) -> list[Words]:
    """Find what the person will be judged by; lines of that section, or a sentence that says so."""
    for match in posting.matches(_MEASURED):
        name = match.lastgroup or "c"
        line = posting.line(match.start())
        before = posting.before(Words(*match.span()), 60)
        if line.section in ("required", "preferred", "benefits", "equal", "apply"):
            continue
        if line.section == "about" and not re.search(r"\byour? ", before):
            continue
        if re.search(r"candidates|applica|projects?\b|products?\b", before):
            continue
        return list(_items(posting, Words(*match.span(name))))
    section = [one for one in posting.lines_of("measures") if one.end - one.start > 2]
    if len(section) == 1:
        return list(_parted(posting, section[0]))
    if section:
        return [one.words for one in section]
    wrong = ("required", "preferred", "about", "benefits", "pay")
    found = [
        one
        for one in posting.hits(_RATES)
        if posting.line(one.start).section not in wrong and not _is_reached(posting, one)
    ]
    if found or not ("%" in posting.low or "percent" in posting.low):
        return found
    return [
        one
        for one in posting.hits(_HELD)
        if posting.line(one.start).section not in wrong
        and not _REACHED.search(posting.sentence(one, 60, 0))
    ]


# What is a sentence, and no list: "We look at renewals, growth and calls" has a verb of its own.
_SAYING = compile_later(r"\b(?:you(?:r|'ll|'re)?|we|our|us|is|are|will|be|have|has|if|when)\b")


def _parted(posting: Posting, line: Line) -> Iterator[Words]:
    """Part a line that is all of its section: "What counts: renewals, growth and calls"."""
    label = _LABELLED.match(posting.low, *line.words)
    start = label.end() if label else line.start
    end = line.end - posting.low.endswith(".", start, line.end)
    said = posting.low[start:end]
    if "; " in said or label or (said.count(", ") > 1 and not _SAYING.search(said)):
        yield from _items(posting, Words(start, end))
    else:
        yield line.words


_OURS = compile_later(r"\b(?:our|we)\b[^.;\n]*\d{1,3}(?:\.\d)? ?% ?(?:[a-z]+ )?\0?\Z")


def _is_reached(posting: Posting, words: Words) -> bool:
    """Whether a rate is told of the company: "our customers stay: 97% gross retention"."""
    before = posting.sentence(words, 60, 0).partition("\0")[0]
    return _OURS.search(before) is not None and "you" not in before


def _items(posting: Posting, words: Words) -> Iterator[Words]:
    at = words.start
    parted = _PARTED_LIST if "; " in posting.lowered(words) else _OWN_LIST
    for match in parted.finditer(posting.low, words.start, words.end):
        if match.start() > at:
            yield Words(at, match.start())
        at = match.end()
    if at < words.end:
        yield Words(at, words.end)


_REPORTS = compile_later(
    r"\breport(?:s|ing)?(?: directly| daily| weekly| monthly)?(?: in)?(?: (?:in)?to:?|:? (?:line"
    r"|manager"
    r"|superior):?) (?P<who>(?:the |our )?(?:(?!, (?:and|who|you|this|with|we"
    r"|the)\b)[^.;:\n(]){2,60})|reports to (?P<caps>[^.;\n(]{2,60})"
    r"|(?:you will|you'll|will) (?:work under|be led by) (?P<led>[^.;,\n]{2,50})"
)
_NO_ONE = compile_later(
    r"(?:clients?|customers|leadership on|management on|them|us\b|stakeholders|date|identify|help"
    r"|ensure|include|mak|measure|track|inform|support|drive|improve|show|provide|create|add"
    r"|monitor|be\b|meet|assess|determine|evaluate|optimi|management\b(?! team)|board level"
    r"|internal|external|you\b|and\b|the\Z|this\b|senior (?:management|leadership)|understand"
    r"|facilitate|work\b|analy[sz]|deliver|keep|regulat|government|key|various|relevant|all\b|both|each|other|your"
    r"|[^.;]{0,40}\b(?:teams|stakeholders|departments|parties)\b)"
)


# "Weekly reports to management" are papers, not a line of command.
_PAPERS = compile_later(
    r"\b(?:daily|weekly|monthly|quarterly|annual|yearly|regular|status|timely|accurate|written|oral"
    r"|expense|progress|activity|performance|sales|forecast|these|provid\w+|prepar\w+|creat\w+"
    r"|deliver\w+|present\w*|submit\w*|generat\w+|writ\w+|mak\w+|send\w*|run|detailed|ad[- ]hoc"
    r"|financial|analytical|data|direct|of|such|related|strategic|new|project|client|management"
    r"|reporting|success|internal|board|kpi|metrics?|dashboards?|results) \Z"
)


def reports_to(posting: Posting) -> Words | None:
    """Find whom this job reports to; `reporting to clients` is a duty."""
    for match in posting.matches(_REPORTS):
        words = Words(*match.span(match.lastgroup or 0))
        before = posting.low[max(0, match.start() - 20) : match.start()]
        if _PAPERS.search(before):
            continue
        words = _without_the_rest(posting, words)
        said = posting.lowered(words).removeprefix("the ").removeprefix("our ")
        if not _NO_ONE.match(said) and "ability to" not in posting.around(words, 30, 0):
            return words
    return None


_REST = compile_later(
    r" (?:and (?:works?|will|is|are|you|has|leads?|be|collaborat\w*)|on|in a|who|with|while|to) "
)


_POSITION = compile_later(
    r"(?:(?:[Tt]he|[Oo]ur|an?|one of|either|you to|your) ){0,3}(?!The |Our )[A-Z][\w.'’/-]*,?"
    r"(?: (?:(?:of|and|&|for|the|or|-|–|in) ){0,2}[A-Z][\w.'’/-]*,?)*"
    r"(?:(?: (?!and|or|who|to|with|on|in|th|you)[a-z-]+){0,2}"
    r" (?:team|manager|director|lead(?:er)?|owner|founder|supervisor|president|officer)\b)?"
)


def _without_the_rest(posting: Posting, words: Words) -> Words:
    """Cut off what a sentence goes on to say; behind a label stands nothing else."""
    line = posting.line(words.start)
    if words.end == line.end and posting.before(words, 2) == ": ":
        return words
    rest = _REST.search(posting.low, words.start, words.end)
    end = rest.start() if rest else words.end
    # A position is written with capitals; what goes on in small letters is the sentence.
    if name := _POSITION.match(posting.text, words.start, end):
        end = name.end()
    return Words(words.start, end)


_DUTY_VERB = compile_later(
    r"(?:to )?(?:manag|build|develop|maintain|own|work|act|serve|ensur|identif|grow|lead|provid"
    r"|collaborat|support|conduct|creat|respon|track|prepar|coordinat|help|renew|visit|answer"
    r"|handl|negotiat|monitor|overs|forecast|tak(?:e|ing) (?:over|care|orders|charge)|be "
    r"|(?:call|keep|hold|meet|sell|plan|find|follow|present|attend|report)(?:ing)? "
    r"|(?:run|make|write|win|use|spot|settle|solve|resolve) )"
)

# Under a heading of the job: "Winning new business", "100+ outbound calls per day"
_OF_JOB = compile_later(
    r"(?!(?:train|park|hous|includ|exclud|dur|exist|market|hav|be|accord|excit|outstand|amaz|thriv"
    r"|lov|earn|learn)ing\b)[a-z]{2,14}ing [a-z]"
    r"|(?:about |around )?\d{1,3}\+?(?: ?(?:-|to) ?\d{1,3})? (?:[a-z-]+ ){0,2}(?:calls|visits"
    r"|meetings|e?-?mails|demos|check-ins|reviews)\b"
)
# What else stands under a heading of the job: what it is, gives or asks for.
_GIVEN = compile_later(
    r"(?:an?|the|our|we|you(?:r|'ll|'re)?|there|this|it|if|no|full|part|fixed|permanent|temporary"
    r"|immediate|remote|hybrid|on|in|at|based|competitive|great|excellent|base|basic|up|free|flexible"
    r"|some|strong|proven|good|must|proficien\w+|ability|able|minimum|fluent|familiar\w*|\d+\+? "
    r"(?:years?|days?|weeks?|months?|hours?)|[a-z ,/-]{2,30}: (?!\d)|mon(?:day)?\b|train|park|hous"
    r"|includ|exclud|wearing|having|being)(?:ing|')?\b"
)
_GIVEN_WITH = compile_later(
    rf"[{SIGNS}] ?\d|\b(?:full|part)[- ]time|\b(?:salary|holidays?|annual leave|pto|vacation"
    rf"|pension"
    r"|insurance|bonus|commission|benefits|laptop|company car|experience|degree|licen[cs]e|bachelor"
    r"|per hour|an hour|hours? (?:a|per) week|report(?:s|ing) to|contract for|permanent|start date"
    r"|immediate start|training (?:provided|given)|skills?)\b"
)
# "Your week: Mon - onboarding calls. Tue to Thu - check-ins."
_LABELLED = compile_later(r"[a-z][a-z' -]{2,34}: ")
_SENTENCES = compile_later(r"[^.;]+(?:[.;](?=\S)[^.;]*)*")

_INTRO = compile_later(
    r"(?:as (?:an?|our|the)|you(?:'ll| will| are)|in this|this (?:role|job|position)"
    r"|we(?:'re| are)?|our|the) |[^\n]{140}|[^\n]{0,140}:(?:\n|\Z)"
)


def duties(posting: Posting) -> list[Line]:
    """List the duties: the lines of their section, or bullets that open as duties do."""
    found = [one for one in posting.lines_of("duties") if one.kind == "bullet"]
    if not found:
        lines = posting.lines_of("duties")
        if len(lines) == 1 and (label := _LABELLED.match(posting.low, *lines[0].words)):
            return sentences(posting, lines[0], label.end())
        found = [one for one in lines if one.end - one.start < 400]
        found = found[1:] if found and _INTRO.match(posting.low, found[0].start) else found
    if not found:
        bullets = [one for one in posting.lines_of("head", "role", "other") if one.kind == "bullet"]
        found = [one for one in bullets if _opens_as_duty(posting, one)]
    return found


_TOLD = compile_later(
    r"(?:^|(?<=[.!?] ))(?:in this (?:role|job),? |as (?:an?|our|the) [^.,\n]{2,40}, )?"
    r"(?:you(?:'ll| will)? (?!be (?:based|paid|part|joining|given|able)|(?:also )?(?:get"
    r"|earn|receive|have|need|love|join|report|enjoy|are|can|may|must|should|start|bring|know)\b)[a-z]"
    r"|your (?:job|work|task|week|day) (?:is|will)\b)[^.!?\n]{12,400}",
    re.M,
)


def is_told(posting: Posting) -> bool:
    """Whether running text tells what is done: "You'll own status meetings and budgets"."""
    found = [
        one
        for one in posting.hits(_TOLD, ("head", "role", "duties", "other"))
        if posting.line(one.start).kind == "text"
    ]
    return len(found) > 1 and sum(posting.lowered(one).count(" ") for one in found) >= 25


def _opens_as_duty(posting: Posting, line: Line) -> bool:
    if _DUTY_VERB.match(posting.low, line.start):
        return True
    said = posting.lowered(line)
    is_named = said.count(" ") > 1 and not (
        posting.said(line).isupper() or _GIVEN.match(said) or _GIVEN_WITH.search(said)
    )
    return line.section == "role" and bool(is_named or _OF_JOB.match(said))


def sentences(posting: Posting, line: Line, start: int) -> list[Line]:
    """Part what stands behind a label into its sentences."""
    parts = (one.span() for one in _SENTENCES.finditer(posting.low, start, line.end))
    words = [posting.trimmed(Words(*one)) for one in parts]
    return [line._replace(start=one.start, end=one.end) for one in words if one.end > one.start]
