"""Homes: the fields that take what stands beside the answer of another one."""

from amjd.answers.cures.besides import AREA, LAST_DAY, LATER_ON, ON_TOP, OTHERWISE, WHEN_ANSWERED
from amjd.answers.meant import SUBSCRIBED
from amjd.answers.numbers import net_retention
from amjd.answers.pay.leftovers import OF_HOURS, PAYMENTS
from amjd.text.errors import Part, Put, Say

TEXTS = "(?:texts?|txts?|sms|text messages?)"
# What no field of the posting takes, such as terms of contracts, and what the accounts bring in.
NO_PLACE = 'The posting has no place for "{words}".'
NO_PLACE_BUT_SEGMENT = f"{NO_PLACE} Which clients these are could stand in portfolio.segment."
NO_PLACE_BUT_WHERE = (
    f"{NO_PLACE} Where these clients are could stand in portfolio.territory, which they are in"
    " portfolio.segment."
)
NO_PLACE_BUT_DUTIES = f"{NO_PLACE} What it asks of the person could stand in role.duties."
NO_PLACE_BUT_MORE = f"{NO_PLACE} A line on who works there could stand in company.more."
NO_PLACE_BUT_REQUIRED = f"{NO_PLACE} What it asks of the person could stand in role.required."
NO_PLACE_BUT_WAYS = (
    f"{NO_PLACE} Other ways to apply stand in apply.email and apply.phone, what to send with it in"
    " apply.evidence."
)
PERMANENT = "What is no contract and not temporary is permanent: leave the word out."
THEN_PERMANENT = Put("It then becomes permanent.", "role.opening")
_UNTIL = Say("role.until", "when it ends")
OTHERS_COACHED = (
    r"\b(?:interns?|apprentices?|students?|execs?|executives?|aes?|reps?|representatives?"
    r"|coordinators?|assistants?|[sb]drs?|csms?)\b"
)
"""A pattern of people, in small letters, who are no junior account managers."""
# By field: what the words hold, and the field that takes them, or a sentence on them. The first
# that fits is taken.
HOMES: dict[str, tuple[tuple[str, Part], ...]] = {
    "pay.base": (
        (r"^100 ?%$", Say("role.employment", "that it is full-time")),
        (rf"^(?:paid )?(?:in |over |as |x )?{PAYMENTS}",
         Put("paid in {number} payments a year", "pay.benefits")),
        (rf"^{OF_HOURS}(?: ?/ ?| (?:a|per) |$)", "role.hours"),
        (r"rising|increasing|going up|growing|\bafter\b|to start|first year|probation",
         "role.growth_path"),
        (r"\bneg\b|negotia|\bo\.?n\.?o\b", "A range leaves room to negotiate."),
        (r"experience|\bexp\b|\bd\.?o\.?e\b|commensurate|depend|location|\bskill|qualification",
         "A range says what depends on experience."),
        (r"\bote\b|on[- ]target", "pay.ote"),
        (r"(?=.*\d).*\b(?:bonus|comm(?:ission|s?\b)|incentive|variable)|^\d+ ?(?:%|percent)$",
         "pay.variable"),
        (r"\bcomm(?:ission|s?\b)", Say("pay.commission", "how commission is earned")),
        (r"\b(?:bonus\w*|incentives?|variable)\b",
         Say("pay.bonus", "how the bonus is earned",
             then=Say("pay.variable", "its amount or private"))),
        ("(?<!holiday )(?<!vacation )(?<!leave )allowance|mileage",
         Put("{words}", "pay.benefits", behind="; where it is for a car and role.travel is given,"
             " also put allowance in role.car")),
        (r"\b(?:car|vehicle|van|truck)\b", Put("{words}", "pay.benefits",
         behind="; where role.travel is given, also put provided in role.car")),
        ("", "pay.benefits"),
    ),
    "pay.variable": ((r"sign[- ]?(?:on|ing)|joining|welcome|\b(?:super\w*|pension|401|equity)",
                      "pay.benefits"),
                     (r"^(?:sales )?comm(?:ission|s)?$",
                      Say("pay.commission", "how commission is earned")),
                     (r"(?<!\bno )(?<!zero )comm(?:ission|s?\b)", "pay.commission"),
                     (r"\bote\b", "pay.ote"), ("", "pay.bonus")),
    "pay.ote": (("commission|uncapped", "pay.commission"), ("", "pay.bonus")),
    "pay.period": ((r"\d|hours|hrs", "role.hours"), ("", "pay.bonus")),
    "quota.carries": ((LATER_ON, NO_PLACE), (r"\d", "quota.target"), *ON_TOP,
                      ("", "role.duties")),
    "quota.target": (("", "role.duties"),),
    "quota.period": (
        (r"^(?:measured|paid|reviewed|counted|settled|split|checked)$",
         "It is the period that quota.target is for."),
        ("", NO_PLACE_BUT_DUTIES),
    ),
    "quota.forecast": (
        (r"^(?:by|on|before|after|at|every|each|in|from|until|with|to)\b",
         Put("Update the forecast {words}", "role.duties")),
        ("", NO_PLACE_BUT_DUTIES),
    ),
    "portfolio.accounts": (
        (r"%", f"{NO_PLACE} Where a few carry much of the revenue, say so in portfolio.strategic."),
        (r"(?=.*\d).*\b(?:from|by|until|later|soon|then|next|grow\w*)\b", NO_PLACE),
        (AREA, "portfolio.territory"),
        ("", "portfolio.segment"),
    ),
    "portfolio.strategic": (
        (r"%|percent|\bper cent|\b(?:share|turnover|revenue|sales|arr|mrr)\b",
         f"{NO_PLACE} What share clients have could stand in portfolio.segment."),
        ("", NO_PLACE_BUT_SEGMENT),
    ),
    "portfolio.complex": (("", NO_PLACE_BUT_DUTIES),),
    "portfolio.basis": (
        (rf"\b{SUBSCRIBED}",
         "Where they run for a time and are renewed, write contracts."),
        (r"\b(?:you|renegotiat\w*|negotiat\w*|renew\w*|tender\w*|bids?|quot(?:e|es|ing))\b",
         NO_PLACE_BUT_DUTIES),
        (r"\b(?:chang\w*|deliver\w*|cut-?offs?|daily|\d+ ?(?:am|pm))\b", NO_PLACE_BUT_DUTIES),
        ("", NO_PLACE),
    ),
    "portfolio.revenue": (("", NO_PLACE),),
    "portfolio.expansion": (
        (rf"^\d+ ?%? {net_retention.SHORT}|^{net_retention.SHORT}\D*\d+ ?%?$",
         Put(net_retention.as_measure("{number}%"), "metrics")),
        (r"^[\d.,]+(?:%? ?(?:-|to|\u2013) ?[\d.,]+)? ?(?:%|percent)\+?$",
         Put("{words} growth with existing clients", "metrics")),
        ("", "metrics"),
    ),
    "portfolio.retention": (("kept|keep|stay|retain|retention|los[est]|leav", "metrics"),
                            (r"\byear|\b(?:19|20)\d\d\b",
                             Put("clients kept ({words})", "metrics")),
                            (r"\d", Put("{words} kept", "metrics"))),
    "portfolio.churn": ((r"\b(?:lost|los[es]|leave|churn)", "metrics"),
                        ("", Put("clients lost ({words})", "metrics"))),
    "product.software": (("", "product.name"),),
    "tools.crm": (("", "company.more"),),
    "company.employees": (("", NO_PLACE_BUT_MORE),),
    "role.years": (
        (r"^\S+ months?$", Put("{words} of experience", "role.required")),
        ("month", "role.required"),
        (r"(?:^|[\s(])\d", NO_PLACE_BUT_REQUIRED),
        (OTHERWISE, NO_PLACE_BUT_REQUIRED),
        (r"^[a-z]+ sides?$", Put("work on the {words}", "role.years_in")),
        (r"^(?:not?|never|don'?t|whatever|any|flexible|negotiable|depend\w*|give|we|if|but)\b",
         NO_PLACE),
        ("", "role.years_in"),
    ),
    "role.new_business": (("", Put("New business: {words}", "role.duties")),),
    "role.workplace": (
        (r"^field$", Put("in the field", "role.travel")),
        ("field|road|travel|visit|territor|customers|clients", "role.travel"),
        (r"^\W?\d ?[/:+\u2013-] ?\d\W?$",
         Say("role.office_days", "how many days a week are in the office")),
        (r"\d|days?\b|office|b(?:\u00fc|ue?)ro|home|week", "role.office_days"),
        (r"\b(?:mon|tues?|wed|thu(?:rs?)?|fri)(?:s|day)?\b"
         r"|\b(?:mo|tu|we|th|fr)[/,+& -]+(?:mo|tu|we|th|fr)\b", "role.office_days"),
        ("flexi", "role.hours"),
        ("mostly|mainly|first|friendly|optional", "If some days are in the office, it is hybrid."),
        (r"\b(?:if|you|your|we|our|when\w*)\b", "company.more"),
        ("", "role.location"),
    ),
    "role.employment": (
        (r"^(?:flsa |salaried )?exempt$", Put("exempt from overtime pay", "role.hours")),
        (r"^(?:flsa )?non-?exempt$", Put("non-exempt, with overtime paid", "role.hours")),
        (r"\bto start(?: with)?$", Say("role.growth_path", "what it may become")),
        (r"^(?:ft|f/t|pt|p/t)$", Say("role.hours", "how many hours it has")),
        (r"^\d+[- ](?:months?|mths?)$", Put("{number} months", "role.until")),
        (r"^1[- ](?:years?|yrs?)$", Put("{number} year", "role.until")),
        (r"^\d+[- ](?:years?|yrs?)$", Put("{number} years", "role.until")),
        (r"\bto[ -](?:perm|hire)", Put("This may become permanent.", "role.opening")),
        (r"\bthen perm", THEN_PERMANENT),
        (r"^(?:an? )?\d+[- ]?(?:weeks?|months?|mths?)['\u2019]? (?:of )?probation\w*(?: period)?$",
         Put("The job begins with {words}.", "role.opening")),
        ("probation|trial", Put("How it begins: {words}.", "role.opening")),
        (r"\bor\b", "role.hours"),
        (r"\b(?:perm|ongoing|w-?2|open[- ]ended|indefinite|regular|unbefristet|cdi\b)", PERMANENT),
        (r"^(?:internship|apprenticeship)$",
         Put("This is an {words}.", "role.opening", then=_UNTIL)),
        (r"^(?:secondment|traineeship|(?:summer|christmas|holiday) job)$",
         Put("This is a {words}.", "role.opening", then=_UNTIL)),
        (r"^(?:maternity|paternity|parental) leave$",
         Put("This is cover for {words}.", "role.opening", then=_UNTIL)),
        (r"matern|patern|parent|leave|\bmat\b|cover|season|interim",
         Put("This is {words}.", "role.opening", then=_UNTIL)),
        (r"until|months?|years?|summer|winter", "role.until"),
        ("flexi", "role.hours"),
        (r"^[^\W\d]\w*$", NO_PLACE),  # as a word in another language is
        ("", "role.hours"),
    ),
    "role.car": ((r"^\D?\d.*\b(?:miles?|km|kilomet\w+)\b",
                  Put("mileage, {words}", "pay.benefits")),
                 (r"^(?:your |my |an? )?own\b.*\b(?:car|van|vehicle)$", "role.required"),
                 ("", "pay.benefits")),
    "role.handover_weeks": (("", NO_PLACE),),
    "role.handover": (("", f"{NO_PLACE} How it goes could stand in role.training."),),
    "role.regions": (("", NO_PLACE_BUT_REQUIRED),),
    "role.first_hire": ((r"\b(?:me|myself|owner|founder|director)\b", "role.owner"),
                        ("", "role.opening")),
    "role.trainable": (("", "role.training"),),
    "role.mentors": ((OTHERS_COACHED,
                      Put("Coach {words}", "role.duties",
                          "Juniors are account managers here: with others write no, and")),
                     (r"^(?:\d+|one|two|three|four|five|six)(?: of (?:the|our|them|us))?"
                      r"(?: [a-z]+)?$",
                      "Put how many in role.juniors, in digits."),
                     (r"\d|\b(?:one|two|three|four|five|six)\b",
                      Put("{words}", "role.team", "Put how many in role.juniors, in digits, and")),
                     ("", "role.team")),
    "role.juniors": ((r"\d", NO_PLACE), ("", "role.team")),
    "apply.here": (*WHEN_ANSWERED, ("", "apply.steps")),
    "apply.phone": ((r"^no (?:texts?|sms)\b",
                     Say("apply.phone_for", "that it is for calls, not texts")),
                    (r"^no (?:phone )?calls?\b",
                     Say("apply.phone_for", "that it is for texts, not calls")),
                    (r"\b(?:no|not|never)\b|whats ?app|telegram|signal\b|viber|wechat", NO_PLACE),
                    (rf"^(?:calls? (?:or|and) {TEXTS}|{TEXTS} (?:or|and) calls?)$",
                     Put("calls and texts", "apply.phone_for")),
                    (rf"^(?:{TEXTS} only|only {TEXTS})$", Put("texts", "apply.phone_for")),
                    (r"^(?:(?:phone )?calls? only|only (?:phone )?calls?)$",
                     Put("calls", "apply.phone_for")),
                    (rf"^(?=.*\b{TEXTS}\b)(?:(?:{TEXTS}|calls?|or|and|just|please|only|ring|phone"
                     r"|me|us|at|on|to|is|are|it|ok|okay|fine|good|best|better|works?|welcome|too"
                     r"|also|either|both|preferred|preferably|if|you|like|prefer)\b[ ,/&]*)+$",
                     Say("apply.phone_for", "that it is for texts, or calls and texts")),
                    (r"\b(?:after|before|between|am|pm)\b", "apply.phone_hours"),
                    (r"\b(?:text|sms|only)\b", NO_PLACE),
                    ("", "apply.contact")),
    "apply.phone_for": (*WHEN_ANSWERED, ("", Put("By phone: {words}", "apply.steps"))),
    "apply.email": ((r"\b(?:quote|quoting|ref|reference|subject|mention|state|stating)\b",
                     Put("{words}", "apply.evidence")),
                    *WHEN_ANSWERED,
                    (rf"^(?:(?:please|apply|applications?|closing|closes) )*{LAST_DAY}",
                     '"{words}" says until when people can apply: put that day in apply.deadline.'),
                    (r"\b(?:no|not|never|or|and|call|phone|by|before|with)\b|\d", "apply.steps"),
                    ("", "apply.contact")),
    "apply.url": ((r"^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}$", "apply.email"),
                  (r"^\+?[\d ().-]{7,20}$", "apply.phone"), ("", NO_PLACE_BUT_WAYS)),
    "apply.deadline": ((r"^(?:not (?:before|earlier|sooner)|from|after)\b|\b(?:review|screen"
                        r"|interview|short-?list|decid|decision|start|begin|hear|answer|reply|hope)",
                        "apply.steps"),
                       ("", NO_PLACE)),
}  # fmt: skip
# Where words go that say which days are spent where, unless the work is hybrid.
IF_HYBRID = "role.office_days"
NOT_HYBRID = (
    ("allowance|budget|stipend|equipment|furniture", "pay.benefits"),
    (r"once|twice|month|quarter|year|\btrips?\b|\bvisits?\b|\boff-?sites?\b", "role.travel"),
    (r"\b\d ?x ?(?:/|an? |per )", "role.travel"),
    (r"\d|days?\b|week|hour|mornings?|afternoons?|\b(?:mon|tue|wed|thu|fri|sat|sun)", "role.hours"),
    ("", "company.more"),
)
YES_OR_NO = (
    "role.first_hire", "role.trainable", "role.mentors", "quota.carries", "portfolio.strategic",
    "portfolio.complex", "product.software", "apply.here",
)  # fmt: skip
# What is said of more words where neither yes nor no is sure.
UNDECIDED = {
    "quota.carries": (
        "With no, what is measured all the same belongs in metrics, and what is paid for it in"
        " pay.bonus. With yes, what is to be reached belongs in quota.target."
    ),
    "role.mentors": (
        'With yes, put how many in role.juniors, in digits. With no, put "{words}" in role.team.'
    ),
    "role.trainable": "With yes, say in role.required whom you would train.",
}
# What stands behind a no, by the field; its first words that fit have their home.
BESIDE_NO = {
    "pay.variable": (("", "pay.benefits"),),
    "product.software": (("", "company.about"),),
    "role.trainable": (("", "role.required"),),
    "role.new_business": (
        (r"\b(?:may ?be|perhaps|some\w*|few|occasional\w*|rare\w*|help\w*|inbound leads|lapsed)\b",
         Put("New business: {words}", "role.duties")),
        ("", NO_PLACE),
    ),
    "quota.carries": (*ON_TOP,
                      (r"\b(?:targets?|budgets?|goals?)\b",
                       'Put "{words}" in metrics. Where this person carries it, write yes, and put'
                       " it in quota.target."),
                      (r"^(?=.*\d)", ""), ("", "role.duties")),
}  # fmt: skip
