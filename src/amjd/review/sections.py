"""Sections of a posting: which heading opens which, whatever its company calls it."""

import re
from typing import Literal

from amjd.answers.pay.currencies import SIGNS
from amjd.review.raw import Kind, Raw
from amjd.text.patterns import compile_later

Section = Literal[
    "head", "role", "duties", "required", "preferred", "measures", "pay", "benefits", "apply",
    "about", "equal", "other",
]  # fmt: skip

# The first that matches wins, so that preferred qualifications are no qualifications.
_NAMED: tuple[tuple[Section, str], ...] = (
    ("equal", r"\bequal|eeo\b|diversity|inclusion|accommodation|privacy|cookies?\b|disclaimer"),
    ("preferred", r"preferred|a plus$|pluses|(nice|good)[ -]to[ -]have|desir|^bonus( skills)?$"
                  r"|^bonus points|advantage|cherry on top|stand out|not required|beneficial"
                  r"|^ideally|even better|^nice$"),
    ("measures", r"\bmeasure(d|s)?\b|success .{0,24}looks?\b|metrics|kpis?\b|key performance"
                 r"|^how .{0,20}judged?\b|^how (you|we)('ll| will)? know|^(your |the )?targets?$"),
    ("duties", r"responsib(ilit|le for)|duties|accountabilit|day[ -]to[ -]day|essential functions"
               r"|core functions|what (will )?you('ll| will)? (be )?(do|work on|own)"
               r"|you to do\b|you('ll| will) be (doing|expected)|your (work|tasks|impact)"
               r"|(job|position|role) description|^jd$"
               r"|in this (role|position)|you will:?$|key tasks"
               r"|the work$|what the (day|job is)|role (encompasses|involves|includes)"
               r"|^(the )?gig$|^(your|a|the) (typical |average |usual )?(week|day)( looks like)?$"
               r"|^what happens in an? (typical |average )?(week|day)$"
               r"|spend your time|^as (an?|our) .*you('ll| will|\b)"),
    ("apply", r"^apply|^(how to )?(contact|reach) us$|to apply|ready to|application|closing"
              r"|what happens next|what's next|next steps|deadline"
              r"|(interview|hiring|recruitment|selection) process|^(the |our )?process$"),
    ("benefits", r"benefit|perks|(what|why) (we|you) (offer|love|get)|why (join|work|us)|we offer"
                 r"|(^|the |our |your )offer$|\bon offer$|what you('ll| will)? (get|receive|love)"
                 r"|you can enjoy|you('ll| will) enjoy$|in it for you"
                 r"|what's in (it|store)|rewards|in return|^what we('ll| can| will)? give"
                 r"|what comes with (it|the)|^(the )?good stuff$|^the deal$"),
    ("pay", r"^(the )?pay\b|^(the )?package$|^what (it|we) pays?\b|salary|compensation|remuneration"
            r"|on[- ]target|commission|wage|\bote\b|total pay|targeted cash|^earnings"),
    ("required", r"requirement|qualification|what you('ll| will)? (need|bring)"
                 r"|what we('ll| will)? (need|ask|want|look for|expect)|^you( bring| need)?$"
                 r"|who you are|about you|must[- ]have|^musts?$|looking for|your (profile"
                 r"|background)"
                 r"|competencies\b|^essentials?( criteria)?$|^person(al)? specification$"
                 r"|you have|experience|required|education|skills|what's needed"
                 r"|(successful|ideal) candidate|best applicants|what it takes|we expect from you"
                 r"|you are$|apply if|this role requires|you should (have|be)|ingredients"),
    ("head", r"^where$"),
    ("about", r"^us$|^about [a-z]|company profile|who we are|our (mission|story|company|culture)"
              r"|^why |^what is|company (description|overview)|^company$|get to know us"
              r"|how we work$"),
    ("role", r"^your role\b|(the|your) (role|job|position|opportunity)$|about the|summary|overview"
             r"|purpose|hand-over|training|^description$|^level$"),
)  # fmt: skip
# A label that opens what follows, where a posting has lost its breaks: "Key Duties: Call clients".
_OPENING = compile_later(
    r"(?:(?:Key|Main|Primary|Core|Essential|Minimum|Job|Role|Position) ){0,2}(?:Responsibilities"
    r"|Duties|Requirements|Qualifications|Description|Summary)(?: (?:and|&) [A-Z][a-z]{2,14})?:"
)
_ABOUT_ROLE = compile_later(r"^about (the|this) (role|job|position|opportunity)")
_COMPILED = [(section, compile_later(words)) for section, words in _NAMED]
_ANY = compile_later("|".join(words for _, words in _NAMED))  # most lines are no heading
_LABEL = compile_later(r"([A-Za-z][A-Za-z /&'’_-]{1,34}):(?= ?\S)")
_MARKS = compile_later(r"\W+$|^\W+")
# Words that are a heading wherever they stand alone, in a list or in a sentence's place.
_SURE = compile_later(
    r"(?:(?:the|your|key|main|primary|core|specific|job|role|position|minimum|basic|other"
    r"|additional|duties and|skills and|experience and|roles and"
    r"|required) ){0,3}(?:responsibilities|duties|requirements|qualifications|accountabilities"
    r"|benefits|perks|about (?:us|you|the (?:role|job|company))|how to apply"
    r"|what you(?:'ll| will) (?:do|need|bring)|nice to haves?|what we offer|compensation"
    r"|your (?:role|experience)|(?:key )?success metrics|kpis)(?: (?:and"
    r"|&) [a-z]{2,14})?(?: (?:may |will )?include.{0,30})?"
)
_LABELS = ("pay", "benefits", "apply", "preferred", "measures", "required", "duties")


def named_section(words: str) -> Section | None:
    """Tell which section a heading opens; None for one that says nothing known."""
    name = _plain_name(words)
    if not _ANY.search(name):
        return None
    if _ABOUT_ROLE.match(name):
        return "role"
    return next((section for section, found in _COMPILED if found.search(name)), None)


# Under these names duties are put in groups; without marks they look like any other heading.
_WORK = (
    r"(?:(?:key |strategic |named )?(?:account|client|customer|partner|member|relationship|project"
    r"|territory|contract|portfolio|stakeholder)s?(?: and | & | ))?(?:portfolio|planning|growth"
    r"|retention|renewals?|upsell(?:ing)?|health|care|services?|support|success|relations(?:hips?)?"
    r"|management|engagement|communications?|reviews|satisfaction|experience|development|strategy)"
    r"|(?:sales|business)(?: (?:growth|support|development|strategy|planning|operations))?"
    r"|new business|onboarding|adoption|products?|ownership|team(?:work)?|leadership|coaching"
    r"|mentoring|impact|operations|reporting|forecast(?:s|ing)?|budget(?:s|ing)?|administration"
    r"|admin|collaboration|coordination|negotiation|strategic planning|problem[- ]solving|marketing"
    r"|analysis|data|quality|compliance|finance|billing|internal collaboration"
)
_GROUP = compile_later(rf"(?:{_WORK})(?:,? (?:and|&) (?:{_WORK})|, (?:{_WORK}))*")


# What is to be done, though it stands under "Requirements".
_DUTY = compile_later(
    r"(?:prospect(?:,| for| and)|cold[- ]call|generat(?:e|ing) |identify(?:ing)? and"
    r"|grow (?:revenue|sales)|meet (?:and|or|monthly|quarterly|annual|sales)|achiev(?:e|ing) "
    r"|exceed(?:ing)? |close (?:new|business|deals)|make (?:daily )?calls|sell(?:ing)? "
    r"|driv(?:e|ing) (?:sales|revenue|growth)|enter and|report back"
    r"|manag(?:e|ing) (?:all|the (?:sales|full)|a (?:portfolio|book|pipeline)|aspects|key|existing"
    r"|accounts)|build and maintain a|renew |visit |call on )",
    re.IGNORECASE,
)


def section_of(
    raw: Raw, open_: Section, level: int, is_sure: bool = False
) -> tuple[Kind, Section, Section, int]:
    """Return a line's kind and section, and the section and level that are open behind it.

    Where a kind `is_sure`, a line that looks like a heading is none.
    """
    if raw.kind != "heading" and (is_sure or not is_heading(raw)):
        is_duty = open_ == "required" and not is_sure and _DUTY.match(raw.text)
        own = "duties" if is_duty and raw.kind == "bullet" else _own(raw.text)
        if own is None and not is_sure:
            own = _stated(raw, open_)
        opened = own if own and not is_sure and _OPENING.match(raw.text) else open_
        if own in _GIVEN and open_ in _ASKED_OF and not is_sure and _is_paragraph(raw):
            opened = "other"
        return raw.kind, own or open_, opened, level
    if open_ == "duties" and not is_sure and _GROUP.fullmatch(_plain_name(raw.text)):
        return "heading", open_, open_, level
    named, depth = named_section(raw.text), raw.level or 4
    if raw.level == 1 and named is None:
        return "heading", "head", "head", depth
    if named is None and depth > level and open_ != "head":
        # A group within a section has a deeper heading, and belongs to it.
        return "heading", open_, open_, level
    section = named or "other"
    return "heading", section, section, depth


# "In return: 25 days off, a pension and ..." ends the musts above it; "Salary: $60,000" is a row.
_GIVEN: tuple[Section | None, ...] = ("benefits", "pay", "apply")
_ASKED_OF = ("required", "preferred")


def _is_paragraph(raw: Raw) -> bool:
    return raw.kind == "text" and len(raw.text) > 60


_UNFINISHED = compile_later(r"\b(?:if you(?: have| are)?|you(?: will|'ll|’ll))\Z", re.IGNORECASE)
# "Sales experience preferred" is an item, "Experience preferred" a heading.
_ASKED = compile_later(r"\b(?:required|preferred|desired|a plus|a must)\W*\Z", re.IGNORECASE)
_LIST = compile_later(
    r"(?:(?:what|nice|not|all|other|additional|job|minimum|basic|key|core|the|is|are|and|&|preferred"
    r"|required|desired|skills?|qualifications?|experience|requirements?|education|knowledge"
    r"|qualities|attributes|background|documents|but|a plus) ?)+\Z"
)


def is_heading(raw: Raw) -> bool:
    """Tell a heading by its marks, or by words that are known to be one."""
    if raw.kind == "heading":
        return True
    text = raw.text.strip()
    spaces = text.count(" ")
    if len(text) > 70 or spaces > 9:
        return False
    if text.endswith((":", "...", "…")) and raw.kind == "text":
        return True
    named = named_section(text)
    if named and _SURE.fullmatch(_plain_name(text)) and not text[:1].islower():
        return True
    if text.endswith(":") or raw.is_loud:
        return named is not None or raw.kind == "text"
    if named and _UNFINISHED.search(text):
        return True
    if _ASKED.search(text) and not _LIST.match(_plain_name(text)):
        return False
    is_short = spaces < 5 and not re.search(r"[.,;:$\d]", text[:-1] if spaces < 3 else text)
    return named is not None and is_short and raw.kind == "text" and not text[:1].islower()


def _plain_name(words: str) -> str:
    return _MARKS.sub(
        "", words.lower().replace("’", "'").replace("_", " ").replace("*", "")
    ).strip()


_EQUAL = compile_later(
    r"(?:equal|affirmative)[- ](?:employment[- ])?(?:opportunit(?:y|ies)|action)|without regard to"
    r"|regardless of (?:race|age|gender|sex)|reasonable accommodations?"
    r"|qualified (?:applicants|candidates)[^.]{0,60}(?:arrest|criminal|conviction)"
    r"|privacy (?:policy|notice)",
    re.IGNORECASE,
)


_MEASURES = compile_later(
    r"(?:success |key |performance |your ){0,2}(?:metrics|kpis?|measures|indicators|targets?)"
    r"|measured by"
    r"|how .*(?:measured|judged?)|how (?:you|we)(?:['\u2019]ll| will)? know.*"
)


# Elsewhere "Bonus: you speak French" is a plus.
PAID_BONUS = compile_later(
    rf"bonus(?:es)?: ?(?:up to |about )?(?:[{SIGNS}] ?\d|\d[\d.,]* ?(?:k\b|%|percent|[{SIGNS}])"
    r"|quarterly|annual|monthly|yearly|performance|discretionary)",
    re.IGNORECASE,
)


# What says something of the whole job, wherever it stands.
_FACT = compile_later(
    r"(?:job |position )?(?:title|code|id|type|location|status|category)|department|division|team"
    r"|report(?:s|ing) to|company(?: name)?|employer|flsa(?: status)?|employment(?: type)?"
    r"|start(?:ing)?(?: date)?|(?:date )?posted|workplace|place of work"
)


# What a line says by its first words, where a posting has few headings or none.
_STATED: tuple[tuple[Section, str], ...] = (
    (
        "benefits",
        r"\d{2} days(?: (?:of )?(?:holiday|annual leave|leave|hols|pto|vacation|off)|,? ?\+)",
    ),
    ("required", r"You(?:'|\u2019)?(?:ll)? need (?!to\b|no\b|not\b)"),
)
_OPEN = ("head", "role", "duties", "required", "other")
_STATES = [(section, compile_later(words)) for section, words in _STATED]
# "Text ROUTE to (806) 555-0117 or come by", whatever stands above it.
_TO_APPLY = compile_later(
    r"(?:Please )?(?:Ring|Call|Phone|Text|WhatsApp)(?: [A-Z][A-Za-z]{1,14}| us| me){0,2}"
    r"(?: (?:on|at|to|now on)|:)?"
    r" (?:\+ ?\d|\(\d{2,5}\) ?\d|0\d{2,5}[ -]?\d{3}|\d{3}[.-]\d{3}[.-]\d)"
    r"|Apply in person|(?:Bring|Drop off) (?:your|an?) (?:CV|[Rr][e\u00e9]sum[e\u00e9])"
)
_NOT_TO_APPLY = ("about", "equal", "apply")
# Among duties it is clients who are dropped in on.
_TO_COME_BY = compile_later(
    r"(?:Come|Drop|Stop|Pop|Walk) (?:by|in|into)(?: (?:to|at))?(?: our| the)? [a-z\d]"
)
_AFTER = ("pay", "benefits", "other")
_A_YEAR = rf"[{SIGNS}] ?\d{{2,3}}(?:,\d{{3}}|k\b)"
# Nobody is asked for them: "$95,000 - $105,000 plus super", "5 weeks' leave", "18 days of vacation"
_OFFERED: tuple[tuple[Section, str], ...] = (
    (
        "pay",
        rf"{_A_YEAR}(?: ?(?:-|\u2013|to) ?{_A_YEAR})? ?(?:\Z|[+,(|\u00b7]|plus\b|base\b|basic\b"
        r"|salary|package|per (?:year|annum)|a year|p\.?a\b|ote\b|depending|doe\b)",
    ),
    (
        "benefits",
        r"\d{1,2}[- ](?:days?|weeks?)(?:'|\u2019)? (?:(?:of|paid|annual|unpaid|fully) ){0,3}"
        r"(?:holidays?|leave|hols|pto|vacation|off|parental|maternity|fortnight)\b",
    ),
)
_OFFERS = [(section, compile_later(words, re.IGNORECASE)) for section, words in _OFFERED]


def _stated(raw: Raw, open_: Section) -> Section | None:
    """Tell what a line says by its first words: what an item offers, or a line of its own says."""
    if raw.kind == "bullet":
        found = _OFFERS if open_ in ("required", "preferred") else []
    else:
        if open_ not in _NOT_TO_APPLY and _TO_APPLY.match(raw.text):
            return "apply"
        if open_ in _AFTER and _TO_COME_BY.match(raw.text):
            return "apply"
        found = _STATES if open_ in _OPEN else []
    return next((section for section, words in found if words.match(raw.text)), None)


def _own(text: str) -> Section | None:
    """Tell the section of a line from its own label, as in `Salary: ...`, or what it states."""
    if len(text) > 40 and _EQUAL.search(text):
        return "equal"
    if PAID_BONUS.match(text):
        return "pay"
    label = _LABEL.match(text)
    if label and _FACT.fullmatch(label[1].lower()):
        return "head"
    named = named_section(label[1]) if label else None
    if label and named == "measures" and not _MEASURES.fullmatch(label[1].lower()):
        return None
    return named if named in _LABELS else None
