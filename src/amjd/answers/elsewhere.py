"""Elsewhere: which field takes the words that stand beside the answer of another one."""

import re
from collections.abc import Iterator

from amjd.answers.regions import first_region
from amjd.answers.scraps import is_scrap
from amjd.text.characters import printable
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_LONGEST = 100  # characters of words that are repeated whole

# Words that say again what their field says anyway: nobody misses them.
_OWN = {
    "pay.base": "base basic salary pay wage only gross before tax starting from jahr monat",
    "pay.variable": "bonus variable up to annual yearly a an the of in as per year base salary",
    "pay.ote": "ote on target on-target earnings total",
    "pay.period": "salary pay wage each every per a an",
    "quota.period": "each every per a calendar",
    "quota.forecast": "each every per a once",
    "portfolio.revenue": (
        "arr annual annually recurring revenue sales turnover in of total a year per eur euro euros"
        " usd dollars gbp pounds million m"
    ),
    "portfolio.expansion": "growth upsell upsells expansion sales of in",
    "portfolio.retention": (
        "percent retention or better more minimum floor at least over above gross grr"
    ),
    "portfolio.churn": (
        "percent churn max maximum under below at most up to per a month quarter year"
    ),
    "role.years": "years year yrs yr of experience exp jahre jahr ans",
    "role.new_business": "of the their your time work week",
    "role.workplace": "work working job position role anywhere based",
    "role.employment": (
        "position job role employment employee contract contractor freelance freelancer exempt"
        " equivalent salaried with benefits to start"
    ),
    "role.car": (
        "company car vehicle the a your allowance provided"
        " own mileage paid with and for need needed required"
    ),
    "apply.here": "button click page form here email e-mail mail link online with the on this",
    "portfolio.accounts": "total in all overall altogether",
    "apply.phone": "call tel telephone phone mobile cell number ring us me on at or only please",
    "apply.email": "e-mail email mail cv resume send a your it to us at",
    "apply.deadline": (
        "by until on before the closing date deadline mon monday tue tuesday wed wednesday thu"
        " thursday fri friday sat saturday sun sunday sharp at latest gmt utc bst cet est pst"
    ),
}

_PERMANENT = "What is no contract and not temporary is permanent: leave the word out."
# By field: what the words hold, and the field that takes them, or a sentence on them. The first
# that fits is taken.
_HOMES: dict[str, tuple[tuple[str, str], ...]] = {
    "pay.base": (
        (r"^(?:for |based on |at )?\d[\d.-]* ?-?(?:hours?|hrs?|h|days?)(?: ?/ ?| (?:a|per) |$)",
         "role.hours"),
        (r"rising|increasing|going up|growing|\bafter\b|to start|first year|probation",
         "role.growth_path"),
        (r"experience|\bd\.?o\.?e\b|\bneg\b|negotiable|commensurate|depend|\bo\.?n\.?o\b|location|\bskill"
         "|qualification",
         "A range says what depends on experience."),
        (r"\bote\b|on[- ]target", "pay.ote"),
        (r"(?=.*\d).*\b(?:bonus|commission|incentive|variable)|^\d+ ?(?:%|percent)$",
         "pay.variable"),
        ("commission", "Say in pay.commission how commission is earned."),
        (r"\b(?:bonus\w*|incentives?|variable)\b",
         "Say in pay.bonus how the bonus is earned, and put its amount, or private, in"
         " pay.variable."),
        ("allowance|mileage", 'Put "{words}" in pay.benefits; where it is for a car and role.travel'
         " is given, also allowance in role.car."),
        (r"\b(?:car|vehicle|van|truck)\b", 'Put "{words}" in pay.benefits; where role.travel is'
         " given, also provided in role.car."),
        ("", "pay.benefits"),
    ),
    "pay.variable": ((r"sign[- ]?(?:on|ing)|joining|welcome|\b(?:super\w*|pension|401|equity)",
                      "pay.benefits"),
                     (r"(?<!\bno )(?<!zero )commission", "pay.commission"), (r"\bote\b", "pay.ote"),
                     ("", "pay.bonus")),
    "pay.ote": (("commission|uncapped", "pay.commission"), ("", "pay.bonus")),
    "pay.period": ((r"\d|hours|hrs", "role.hours"), ("", "pay.bonus")),
    "quota.carries": ((r"\d", "quota.target"), ("bonus", "pay.bonus"),
                      ("commission", "pay.commission"), ("", "role.duties")),
    "quota.target": (("", "role.duties"),),
    "quota.period": (("", "role.duties"),),
    "quota.forecast": (("", "role.duties"),),
    "portfolio.accounts": ((r"\d", "company.about"), ("", "portfolio.segment")),
    "portfolio.strategic": (("", "company.about"),),
    "portfolio.complex": (("", "company.about"),),
    "portfolio.basis": (("", "company.more"),),
    "portfolio.revenue": (
        (r"^[^\d]*\d[\d.,]* ?(?:%|percent)", "company.about"),
        (r"\b(?:19|20)\d\d\b", 'Put "Revenue of these accounts: {words}." in company.more.'),
        # A sentence already, which ours would only open once more.
        (r"\d.*\b(?:is|are|was|were)\b|^(?:they|these|we|it)\b.*\d", "company.more"),
        (r"\blast\b", 'Put "These accounts brought in {words}." in company.more.'),
        (r"\d", 'Put "These accounts bring in {words}." in company.more.'),
        ("", "company.about"),
    ),
    "portfolio.expansion": ((r"^[\d.,]+ ?(?:%|percent)$", 'Put "{words} growth with existing'
                             ' clients" in metrics.'), ("", "metrics")),
    "portfolio.retention": (("kept|keep|stay|retain|retention|los[est]|leav", "metrics"),
                            (r"\byear|\b(?:19|20)\d\d\b",
                             'Put "clients kept ({words})" in metrics.'),
                            (r"\d", 'Put "{words} kept" in metrics.')),
    "portfolio.churn": ((r"\b(?:lost|los[es]|leave|churn)", "metrics"),
                        ("", 'Put "clients lost ({words})" in metrics.')),
    "product.software": (("", "product.name"),),
    "tools.crm": (("", "company.more"),),
    "company.employees": (("", "company.more"),),
    "role.years": (
        (r"^\S+ months?$", 'Put "{words} of experience" in role.required.'),
        ("month", "role.required"),
        ("", "role.years_in"),
    ),
    "role.new_business": (("", "role.duties"),),
    "role.workplace": (
        ("field|road|travel|visit|territor", "role.travel"),
        (r"\d|days?\b|office|home|week", "role.office_days"),
        ("flexi", "role.hours"),
        ("mostly|mainly|first|friendly|optional", "If some days are in the office, it is hybrid."),
        ("", "role.location"),
    ),
    "role.employment": (
        (r"^(?:ft|f/t|pt|p/t)$", "Say in role.hours how many hours it has."),
        (r"^\d+[- ]months?$", 'Put "{number} months" in role.until.'),
        (r"\bto (?:perm|hire)", 'Put "This may become permanent." in role.opening.'),
        (r"\bor\b", "role.hours"),
        (r"\b(?:perm|ongoing|w-?2|open[- ]ended|indefinite|regular|unbefristet|cdi\b)", _PERMANENT),
        (r"^(?:internship|apprenticeship)$",
         'Put "This is an {words}." in role.opening, and when it ends in role.until.'),
        (r"^(?:secondment|traineeship|(?:summer|christmas|holiday) job)$",
         'Put "This is a {words}." in role.opening, and when it ends in role.until.'),
        (r"^(?:maternity|paternity|parental) leave$",
         'Put "This is cover for {words}." in role.opening, and when it ends in role.until.'),
        (r"matern|patern|parent|leave|\bmat\b|cover|season|interim",
         'Put "This is {words}." in role.opening, and when it ends in role.until.'),
        (r"until|months?|years?|summer|winter", "role.until"),
        ("", "role.hours"),
    ),
    "role.car": ((r"^\D?\d.*\b(?:miles?|km|kilomet\w+)\b",
                  'Put "mileage, {words}" in pay.benefits.'),
                 ("", "pay.benefits")),
    "role.handover_weeks": (("", "role.training"),),
    "role.handover": ((r"\d+ ?(?:weeks?|wks?)",
                       "Put how many in role.handover_weeks, in digits."), ("", "role.training")),
    "role.first_hire": ((r"\b(?:me|myself|owner|founder|director)\b", "role.owner"),
                        ("", "role.opening")),
    "role.trainable": (("", "role.training"),),
    "role.mentors": ((r"^(?:\d+|one|two|three|four|five|six)(?: [a-z]+)?$",
                      "Put how many in role.juniors, in digits."),
                     (r"\d|\b(?:one|two|three|four|five|six)\b",
                      'Put how many in role.juniors, in digits, and "{words}" in role.team.'),
                     ("", "role.team")),
    "role.juniors": (("", "role.team"),),
    "apply.here": (("", "apply.steps"),),
    "apply.phone": ((r"\b(?:no|not|never)\b", "apply.steps"),
                    (r"^(?:(?:or|just|please|only|call|me|us|at|on) )*(?:texts?|txt|sms)\b"
                     r"(?:[ ,](?:or|and|call|calls|me|us|at|on|only|please|to))*$",
                     "Say in apply.phone_for that it is for texts, or calls and texts."),
                    (r"\b(?:text|sms|after|before|between|only|am|pm)\b", "apply.steps"),
                    ("", "apply.contact")),
    "apply.email": ((r"\b(?:no|not|never|or|and|call|phone|by|before|with)\b|\d", "apply.steps"),
                    ("", "apply.contact")),
    "apply.deadline": (("", "apply.steps"),),
}  # fmt: skip
_BESIDE_NO = {"product.software": "company.about", "role.trainable": "role.required"}
_LEADING = compile_later(
    r"(?:[+&,;:/|().\s\u2013\u2014-]|(?:and|but|plus|with|within|or|of|in|at|ask for|call)\b)+",
    re.IGNORECASE,
)
_TRAILING = compile_later(r"(?:[ ,;:.]|\b(?:on|at|or))+$", re.IGNORECASE)
_JOINT = compile_later(r" ?\+ ?| (?:&|and|plus) |, | \(", re.IGNORECASE)
_FIGURE = compile_later(
    r"(?<!\S)[^\sa-z\d]{0,9}\d[\d.,k]*+[m%]?(?: ?- ?[^\sa-z\d]{0,9}\d[\d.,k]*+[m%]?)?(?!\S)"
)
# Whose words are put elsewhere as they were typed, with the figure that they are about.
_WHOLE = (
    "pay.variable", "portfolio.basis", "portfolio.retention", "portfolio.churn",
    "portfolio.revenue", "portfolio.expansion", "role.new_business",
)  # fmt: skip
# Where an amount is asked for, so that a share in its place says something else.
_AMOUNTS = ("portfolio.revenue", "portfolio.expansion")
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")
_SHARE = compile_later(r"\W*\d[\d.,]* ?(?:%|percent|per cent)")


def where_it_belongs(field: str, words: str, form: str = "") -> str:
    """Say where words belong that the cure of a field leaves out; nothing where none is known.

    `form` is what the cure says to write, if it is one thing.
    """
    if form == "no" and field in _BESIDE_NO:
        home = _BESIDE_NO[field]
        return "" if is_scrap(words, home) else _put(words, home)
    if field == "role.car" and not form:
        car = "car: " * bool(re.match("provided|own|allowance", words.lower()))
        return f'Add "{car}{printable(words)}" to role.travel.'
    if field == "role.employment" and form:
        words = re.sub(rf"\b{form}\b", "", words, flags=re.IGNORECASE)
    parts = list(_parts(field, words))
    if form == "remote" and first_region(parts):  # where the work may be done
        return _put(parts[0], "role.regions")
    said = dict.fromkeys(_said(field, part, form) for part in parts)
    if form == "part-time" and _PERMANENT in said and not re.search(r"\d", words):
        said["Say in role.hours how many hours a week it has."] = None
    return " ".join(filter(None, said))


def _parts(field: str, words: str) -> Iterator[str]:
    """Part what comes with pay or a job, of which each thing has a field of its own."""
    for part in _JOINT.split(words) if field in ("pay.base", "role.employment") else [words]:
        match = None if field in _WHOLE else _LEADING.match(part)
        bare = part[match.end() :] if match else part
        bare = _TRAILING.sub("", bare) if field == "apply.phone" else bare.rstrip(" ,;:.")
        bare = bare.removesuffix(")") if "(" not in bare else bare
        yield bare.removesuffix(" only") if field == "role.workplace" else bare


def _said(field: str, words: str, form: str) -> str:
    is_share = field in _AMOUNTS and _SHARE.match(words)
    own = "" if is_share else _OWN.get(field, "")
    low = in_digits(words.lower()) if field == "role.employment" else words.lower()
    said = (_FIGURE.sub("", low, count=1) if field in _WHOLE else low).split()
    if (said or field not in _WHOLE) and set(said) <= set(own.split()):
        return ""
    if not _YEAR.search(low):  # in which an amount says more than its form
        own = f"{own} {form.lower()}"
    for held, home in _HOMES.get(field, ()):
        if re.search(held, low):
            if is_scrap(words, home, own):
                return ""
            number = (re.findall(r"\d+", low) or [""])[0]
            return (
                home.format(words=printable(words), number=number)
                if " " in home
                else _put(words, home)
            )
    return ""


def _put(words: str, home: str) -> str:
    shown = printable(words)
    return f'Put "{shown}" in {home}.' if len(shown) <= _LONGEST else f"Put the rest in {home}."
