"""Whether an amount is pay of this job, by the words that are its own.

Those stand between the amount before it, or the end of the sentence before, and what is added to it
or ends the sentence: in "salary $60,000 plus a car allowance of $600" the allowance is of the 600.
"""

from amjd.answers.pay.plausible import is_known
from amjd.review.finders.amounts import Sum, Written
from amjd.review.finders.periods import BY_THE_YEAR
from amjd.review.finders.signs import LOW_SIGN
from amjd.review.posting import Posting
from amjd.text.patterns import compile_later

# Words by which an amount is pay.
NAMED = compile_later(
    r"salar(?:y|ies)|(?<!client )(?<!customer )(?<!account )(?<!user )(?<!revenue )\bbase\b(?! of)"
    r"|\bbasic\b|\bpay(?:s|ing|able)?\b(?!-)|paid|(?<!workers' )(?<!workers )compensation|\bcomp\b"
    r"|\bwages?\b|remuneration|\bctc\b|total rewards|earn|\bincome\b|\bote\b|on[- ]target"
    r"|hiring range"
    r"|(?<!retention )(?<!renewal )(?<!churn )(?<!growth )(?<!bill )(?<!billing )\brate\b"
    r"|(?<!service )(?<!sponsorship )(?<!media )(?<!relocation )(?<!insurance )(?<!client )"
    r"(?<!customer )(?<!benefits )(?<!retainer )\bpackage\b|range for this|targeted cash"
    r"|(?:compensation|pay|salary|earnings|income) (?:targets?|budget)\b"
    r"|budget for (?:this|the) (?:role|position|job)|\bfixed(?: pay| component)?:? ?\Z"
    r"|\btake[- ]home\b"
)
# Money that is no pay of this job; the last of all these words before an amount decides.
_OTHER = compile_later(
    r"quota|(?<!on.)(?<!\bat )\btargets?\b|goal|revenue|turnover|\barr\b|\bmrr\b|(?:in|of|annual"
    r"|yearly|monthly|quarterly|total|new|more|net|gross|drive|grow) sales\b|\bsales of\b|bookings?"
    r"|billings?|pipeline|upsell|renewals?\b|growth|margin|\bprofits?\b(?![- ]shar)|contribution"
    r"|deal|contract\b|contracts|orders?\b|\bbook\b|portfolio|territory|accounts|assets|worth|valu"
    r"|\bvolume\b|budget|funding|fund\b|funds\b|\bgrants?\b|raised|\binvest|series [a-e]\b|loans?\b"
    r"|credit|\bpric|\bcost|\bfees?\b|premiums?\b|\bbill(?:s|ed|ing)?\b|\bcharg|\binvoice|spend"
    r"|\bspent\b|\bsav(?:e|es|ed|ing|ings)\b|\bgenerat|\bbring(?:s|ing)? in\b|\bmanaging\b|\bsell"
    r"|\bsold\b|donat|gift|prize|award|\bfines?\b|stipend|allowance|reimburse|per diem|referral"
    r"|recommend|\brefer\b|friend|relocation|sign(?:ing|-on)|development|learning|tuition|wellness"
    r"|home office|\bgym\b|equipment|\bphone\b|mileage|\binsurance|\b401|\bmatch|\bhsa\b|\bcover"
    r"|variable|predictable raise|per (?:lead|sale)|industry|market\b"
    r"|\bbonus(?:es)?\b|\bcommissions?\b"
)
# A bonus that is counted in: "base salary + potential bonuses: $45-65k".
_COUNTED_IN = compile_later(
    r"(?:\+|&|\b(?:and|plus|with|or|including)) (?:[a-z-]+ ){0,3}(?:bonus(?:es)?|commissions?)\b"
    r"(?! (?:of|up to|worth|around|about)\b)"
)
_PERIOD = (
    r"(?: ?(?:/ ?(?:mos?|month|yr|year|wk|week|h(?:ou)?r)\b|per [a-z]+|an? (?:hour|week|month|year)"
    r"|each [a-z]+|hourly|monthly|annually|yearly|p\.?a\b\.?)(?![a-z]))"
)
# Behind these, or behind what is pay, something else begins; no "plus" is of what is before it.
_APART = (
    r"(?:plus|and|with|as|including|or|to|in|on|by|for|when|if|while|at|based|depending|doe"
    r"|base|basic|salary|pay|ote|compensation|wages?)\b"
)
_WORDS = rf"(?:(?!{_APART})[a-z&/-]+(?: and)? )"
# Such money by what stands behind the amount: "$600 a month car allowance".
_OTHER_AFTER = compile_later(
    rf"^{_PERIOD}?+ ?(?:m\b|mm\b|mm?\+|bn\b|b\b|million|billion|\+? ?million|%|percent"
    r"|k?\+? (?:accounts|clients|customers)|stipend|allowance|budget|referral|sign"
    r"|(?:annual |yearly |quarterly |retention |holiday )?bonus|per quarter|price|loan|industry"
    rf"|{_WORDS}{{0,4}}(?:stipend|allowance|wellbeing|wellness|reimburse|credit|budget|quota"
    r"|targets?\b|goals?\b|bonus|professional development|towards)"
    r"|(?:to (?:spend|use|invest|put|go)|towards?)\b|quota|portfolio"
    r"|for (?:home|equipment|your (?:home|desk|learning|health|well|phone))"
    rf"|{_WORDS}{{0,3}}(?:in|of|for) (?:[a-z]+ ){{0,2}}(?:funds?\b|training|learning|education"
    r"|equipment|tuition|certificat|courses?\b|conferences?\b|books\b|gear\b|child ?care|gym\b"
    r"|coaching|internet|parking|commut|student|donations?\b)"
    r"|(?:in|of) (?:[a-z]+ ){0,2}(?:revenue|sales|funding|arr\b|mrr\b|savings|orders|fees|business"
    r"|bookings|billings|profit|margin|growth|renewals|spend|costs|premiums?|contracts?|deals"
    r"|pipeline|referral|commission)|in annual|worth of"
    r"|for (?:our |your |the |their )?(?:clients?|customers?)\b"
    r"|(?:from|per) (?:each |our |their |your )?(?:clients?|customers?|accounts?|members?|deals?"
    r"|orders?|units?|leads?|sales?|seats?|users?|referrals?)\b"
    r"|(?:in )?(?:variable|commission)|years?\b|x\b|\+? employees"
    r"|(?:(?:annual|yearly) )?(?:turnover|revenue)\b)"
)
# What a company is worth: "we are a Rs 500 crore company". The company laptop is beside the pay.
_A_COMPANY = compile_later(
    r" ?(?:(?!and|plus|with|in\b|at\b|to\b)[a-z-]+ ){0,2}?"
    r"(?:company|brand|group|firm|enterprise|business|start-?up)\b"
)
_ONE_OF_THEM = compile_later(r"\b(?:an?|our|the|this)\W*\Z")
_OF_NO_PAY = 10_000_000  # a crore, which a line alone may tell of a company
# A label, behind which other money is what comes with the pay: "Salary: $60,000 annual bonus".
_LABEL = compile_later(r"(?:\bsalary|\b(?:base|basic) pay|\A\W*pay)(?: is|:)\W*\Z")
_CALLED = compile_later(
    rf"^{_PERIOD}?+ ?\(?(?:(?:gross|annual|yearly|fixed|starting|guaranteed|full-time) )*"
    r"(?:base\b|basic\b|salary|ote\b|on[- ]target|compensation|wages?\b|in all\b|ctc\b|in[- ]hand\b"
    r"|fixed\b(?= ?(?:\Z|[+&,;.)|]|plus\b|and\b|with\b)))"
    rf"(?!(?: pay| salary)?:? ?(?:of |is )?(?:{LOW_SIGN}))"
)
_SOON_CALLED = compile_later(
    rf"^(?:(?!{LOW_SIGN})[^.;\n+]){{0,30}}(?:salary|base\b|\bote\b|compensation)"
)
# A rate and what it is taken of: "you earn 5% of the first year's orders, about $100,000".
_SHARE_OF = compile_later(r"\d ?(?:%|percent) (?:commission )?(?:of|on|for)\b[^;]{0,120}\Z")
# What others made is no offer: "our top reps earn", "average first-year earnings".
_OTHERS = compile_later(
    r"(?:\b(?:reps?|representatives|performers|sellers|consultants|advisors|agents|people|employees"
    r"|many|most|others|them|users|customers)\b[^.;]{0,30}(?:earn|mak|made|averag|take home))"
    r"|\b(?:clients?|customers?|members?|partners?|companies|businesses|dealers|buyers|they|accounts?"
    r"|shops|stores|owners) (?:who |that |each |can |will |[a-z]+ly )*(?:pay|paid|earn|make|owe)"
    r"|\baverag\w*|\bfriend|\brefer\b"
)
_HOURLY = compile_later(r"^\.?[^.;\n]{0,12}?(?:per hour|/ ?h(?:ou)?r\b|an hour|hourly)")
_YEARLY = compile_later(
    r"^\.?[^.;\n]{0,16}?(?:per (?:year|annum|month|week)|/ ?(?:yr|year)\b|a year|annually"
    r"|\bp\.?a\b)"
)
_OF_TIME = compile_later(r"\b(?:hourly|annually|yearly|range):? \Z")
# All that may stand before pay that nothing names: "Full-time, you start at $60,000 a year".
_BARE = compile_later(
    r"\W*(?:(?:we|you|you'll|your|will|can|offer(?:s|ing|ed)?|are|is|be|it|gets?|receives?|makes?"
    r"|take|bring|home|start(?:s|ing)?|from|at|of|for|to|up|upto|between|about|around|approx|over|least"
    r"|approximately|roughly|circa|ca?|min(?:imum)?|max(?:imum)?|rang(?:e|es|ing)|the|an?|this|role"
    r"|job|position|full|part|time|permanent|contract|temporary|hourly|annual(?:ly)?|yearly|monthly"
    r"|weekly|gross|guaranteed|competitive|expected|estimated|first|second|year|month|in|on|and|or"
    r"|plus|remote|hybrid|site|onsite|office|usd?|eur|gbp|cad|aud|currently|typically|set|who|what"
    r"|return|expect|account|key|senior|junior|manager|executive|director|specialist|hiring|join"
    r"|our|team|work|days?|hours?|week|[a-z]{1,2})\b\W*)*\Z"
)
# What may stand behind pay that nothing names.
_OVER = compile_later(rf"{_PERIOD}?\W*(?:\Z|[+|\u00b7(,;]|plus\b|doe\b|dep|and\b|with\b)")
_SMALL = compile_later(r"(?<![A-Za-z])[a-z][a-z'-]{3,}")
_SENTENCE = compile_later(
    r"(?<!\bapprox)(?<!\bca)(?<!\bc)(?<!\bmin)(?<!\bmax)(?<!\bincl)[.;!?\u2022](?: |\Z)"
)
_AMOUNT = compile_later(rf"(?:{LOW_SIGN}) ?\d[\d,.]*k?|\b\d[\d,.]*k\b")
_CELL = compile_later(r" ?[|\u00b7] ?")
_BREAK = compile_later(r",| -|- |[(/] ?")
_JOINT = compile_later(rf"\W*{_PERIOD}?\W*(?:(?:to|and|or|up|then|after|an?|the|in) ?)*\W*")


# "$68,000 + up to 20% quarterly incentive", wherever it opens a line
_ADDED = compile_later(
    r",? ?(?:base |basic )?(?:\+|plus\b|and\b)[^.;\n]{0,40}\b(?:bonus|commission|incentive|super"
    r"|benefits"
    r"|car|van|ute|401|pension|ote|profit share)"
)


# Only pay hangs on it: "$62K-$78K depending on experience", "$22-$26 DOE"
_BY_EXPERIENCE = compile_later(
    rf"^{_PERIOD}?+,? ?\(?(?:(?:depend(?:s|ing|ent)|based) (?:up)?on (?:your |the |level of "
    r"|years of |relevant |prior |skills? and )*(?:experience|qualifications|skills?)\b"
    r"|commensurate with|d\.?o\.?e\b)"
)


# However much it is.
_BASE_PAY = compile_later(
    r"(?:\b(?:(?:base|basic|annual) (?:pay|salary)|salary)(?: is|:)?|\A\W*pay(?: is|:))"
    r"(?: (?:between|from))? ?\Z"
)


def is_pay(posting: Posting, one: Written) -> bool:
    """Whether an amount is pay of this job."""
    figure, after, clause = one.sum, one.after, _own(one.before)
    if figure.high < 5 or not (may_be_pay(figure) or _BASE_PAY.search(clause)):
        return False
    if _OTHERS.search(clause) and not figure.on_target:
        return False
    if _CALLED.match(after) or posting.lowered(figure.words).endswith("lpa"):
        return True  # lakhs per annum are what somebody is paid
    if is_other(one) or _SHARE_OF.search(clause):
        return False
    if NAMED.search(clause) or _HOURLY.match(after) or _SOON_CALLED.match(after):
        return True
    if _BY_EXPERIENCE.match(after):
        return True
    beside = _own(posting.before(figure.words, 90))  # without the line above
    if _is_bare(beside) and (_YEARLY.match(after) or _OF_TIME.search(beside)):
        return True
    line = posting.line(figure.words.start)
    if line.words == figure.words and line.section == "benefits":
        return BY_THE_YEAR <= figure.low < figure.high
    if line.start == figure.words.start and figure.high >= BY_THE_YEAR and _ADDED.match(after):
        return line.section not in ("about", "duties", "required", "preferred")
    is_of_pay = line.section == "pay"
    return figure.high >= 10 and (is_of_pay or _is_headline(posting, figure, beside, after))


def is_other(one: Written) -> bool:
    """Whether words say outright that an amount is money of another kind."""
    if _CALLED.match(one.after):
        return False
    clause = _COUNTED_IN.sub("", _own(one.before))
    is_labelled = bool(_LABEL.search(clause))
    is_worth = one.sum.high >= _OF_NO_PAY or _ONE_OF_THEM.search(clause)
    if is_worth and not is_labelled and _A_COMPANY.match(one.after):
        return True
    if _OTHER_AFTER.match(one.after) and not (is_labelled and one.sum.high >= BY_THE_YEAR):
        return True
    named = max((found.end() for found in NAMED.finditer(clause)), default=-1)
    return any(found.end() > named for found in _OTHER.finditer(clause))


def may_be_pay(figure: Sum) -> bool:
    """Whether one person may be paid so much: 40,000,000 are a year's pay in some currencies."""
    return figure.high <= 2_000_000 or not is_known(figure.currency or "USD")


def _own(before: str) -> str:
    """Return the words before an amount that are its own: a label two cells before is none."""
    clause = _SENTENCE.split(before)[-1]
    last = [found.end() for found in _AMOUNT.finditer(clause)]
    behind = clause[last[-1] :] if last else clause
    if last and _JOINT.fullmatch(behind):
        return clause  # the other end of a range, or the same pay once more
    cells = [cell for cell in _CELL.split(behind) if cell.strip(" :")]
    is_named = bool(cells) and (NAMED.search(cells[-1]) or _OTHER.search(cells[-1]))
    return cells[-1] if is_named else behind


def _is_headline(posting: Posting, figure: Sum, beside: str, after: str) -> bool:
    """Whether an amount stands alone near the top, where boards put it: "Remote · $90k-$120k".

    Beside it stand the title and the place, and no sentence.
    """
    line = posting.line(figure.words.start)
    is_top = line.start <= posting.lines[min(7, len(posting.lines) - 1)].start
    if not is_top or line.end - line.start >= 90:
        return False
    if not _is_bare(beside):
        words = _SMALL.findall(posting.text, line.start, figure.words.start)
        is_sentence = any(not _BARE.fullmatch(word) for word in words)
        if is_sentence or line.kind == "bullet" or ": " in beside or not _OVER.match(after):
            return False
    return bool(figure.high > figure.low or figure.period or figure.high >= BY_THE_YEAR)


def _is_bare(clause: str) -> bool:
    return _BARE.fullmatch(_BREAK.split(clause)[-1]) is not None
