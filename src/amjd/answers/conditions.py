"""Conditions: the answers for which a rule, a question, a template or one of its phrases holds.

    quota.carries is yes
    apply.deadline is not rolling                           an answer, and another one
    portfolio.churn is given
    role.years is a range                                   two ends, which "to" joins
    role.new_business is at least 50%                       a figure, without which it never holds
    tools.crm is a product                                  is the name of one, and no spreadsheet
    role.owner is a person                                  is a name or a post, or has an article
    company.about is a fragment                             begins small, or is a word or two
    company.about is told by us                             begins with a small we or our
    pay.bonus is a clause                                   begins with a small if, when, for or so
    pay.commission is a payment                             begins with a small paid or so
    pay.bonus is a chance                                   hangs on how the firm does, or may be
    role.until is a length                                  begins with for
    role.years_in is a doing                                begins with one: looking after people
    role.languages is names alone                           neither says how well, nor for whom
    role.languages is in small letters                      begins with one
    role.travel is much of the week                         two days of it or more, or as much time
    role.travel is free of driving                          conferences alone, flights or trains
    role.travel is in a vehicle                             names one: the van, our pickup
    role.travel is in one of ours                           our van, a company car
    role.travel is rare                                     a few times a quarter or a year
    role.office_days is said of home                        names the days at home, or both
    role.education is not naming equivalent                 the words, wherever they stand in it
    portfolio.segment is kinds of clients                   vet clinics and pet shops
    portfolio.segment is sizes alone                        small local firms
    role.location is not naming role.workplace              the answer to another field: in phrases
    portfolio.basis is still open                           stands in brackets: in phrases
    role.first_hire is yes and role.trainable is yes        all of them
    apply.here is not given or apply.here is no             one of them: only in the rules of fields

They are parsed once, where they are written, and are values from there on.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from amjd.answers.names.clients import are_kinds, are_sizes
from amjd.answers.names.posts import is_post
from amjd.answers.names.tools import is_product
from amjd.answers.pay.chances import is_chance
from amjd.answers.travel import (
    is_free_of_driving,
    is_in_vehicle,
    is_in_vehicle_of_ours,
    is_much_of_the_week,
    is_rare,
)
from amjd.text.patterns import compile_later

Shown = str | tuple[str, ...]
"""What a posting shows of an answer; a list stays a list until a template places it."""

GIVEN = "given"
RANGE = "a range"
NAMING = "naming "
AT_LEAST = "at least "
PRODUCT = "a product"
PERSON = "a person"
FRAGMENT = "a fragment"
CLAUSE = "a clause"
PAYMENT = "a payment"
CHANCE = "a chance"
BY_US = "told by us"
LENGTH = "a length"
DOING = "a doing"
NAMES_ALONE = "names alone"
SMALL = "in small letters"
MUCH_OF_THE_WEEK = "much of the week"
FREE_OF_DRIVING = "free of driving"
IN_VEHICLE = "in a vehicle"
IN_OURS = "in one of ours"
RARE = "rare"
OF_HOME = "said of home"
KINDS = "kinds of clients"
SIZES = "sizes alone"
OPEN = "still open"
_FIELD = r"[a-z_]+(?:\.[a-z_]+)?"
_CONDITION = compile_later(rf"({_FIELD}) is (not )?([^:{{}}\[\]]+)")
_FIGURE = compile_later(r"\d+(?:\.\d+)?")
# Fields of work that end as a doing does: two years in marketing, and two years selling paper.
_DOING = compile_later(
    r"(?i)(?!(?:account|advertis|bank|brew|build|cater|clean|coach|consult|engineer|farm|financ|fund"
    r"|garden|hous|landscap|lend|licens|manufactur|market|merchandis|min|nurs|outsourc|packag|plann|plumb"
    r"|print|process|publish|purchas|recruit|retail|roof|shipp|stag|train|warehous|wholesal)ing\b)"
    r"[a-z]{2,}ing [a-z]"
)
# How well one speaks a language, beside its name.
_LEVEL = compile_later(
    r"(?i)\b(?:fluen(?:t|cy|tly)|native|mother|bilingual|proficien(?:t|cy)|professional|advanced"
    r"|intermediate|conversational|working|business|everyday|basics?|beginners?|some|good|strong|solid"
    r"|excellent|very|perfect(?:ly)?|well|enough|written|spoken|speak(?:s|er|ers|ing)?|knowledge|levels?|[abc][12])\b"
)
# For what, to whom or when it is spoken, English in the firm, or that one is enough.
_USE = compile_later(
    r"(?i)[(\u2013\u2014]| - |\b(?:in|for|with|to|at|on|by|from|as|because|since|when|where|if|is"
    r"|are|would|need(?:s|ed)?|required|helps?|preferred|ideally|plus|first|second|only|mostly"
    r"|mainly|daily|also|too|not|one of)\b"
)
_ARTICLES = ("a ", "an ", "the ", "our ", "my ", "me ", "one ", "two ")
# What goes on with a sentence, unless one of its own follows: if clients stay, you earn it.
_CLAUSES = (
    "if", "when", "whenever", "once", "after", "for", "by", "as soon as", "as long as", "provided",
)  # fmt: skip
_CLAUSE = compile_later(
    rf"(?:{'|'.join(_CLAUSES)})\b(?!.*, (?:you|we|they|it|the bonus) )", re.DOTALL
)
_PAYMENTS = ("paid", "payable", "worked out", "calculated", "based on")
_PAYMENT = compile_later(rf"(?:{'|'.join(_PAYMENTS)})\b")
_BY_US = compile_later(r"(?:we|our|i)\b")
_HOME = compile_later(r"(?i)\b(?:home|wfh|remote(?:ly)?)\b")
_AND = compile_later(rf" and (?={_FIELD} is )")
_OR = compile_later(rf" or (?={_FIELD} is )")


class Condition(NamedTuple):
    """One answer that is wanted, as it is shown, or GIVEN for any; negated, any other or none."""

    field: str
    wanted: str
    negated: bool = False

    def holds(self, answer: Shown | None) -> bool:
        """Whether the field's answer is the wanted one; what is not answered is nothing wanted.

        Silence is never taken for another answer: without one, "is not yes" does not hold either.
        """
        if self.wanted == GIVEN:
            return bool(answer) != self.negated
        return self._is_wanted(answer) != self.negated if answer else False

    def _is_wanted(self, answer: Shown) -> bool:
        if self.wanted in _LOOKS:
            return _LOOKS[self.wanted](as_text(answer))
        if self.wanted.startswith(AT_LEAST):
            return _figure(as_text(answer)) >= _figure(self.wanted)
        if self.wanted.startswith(NAMING):
            return _names(answer, self.wanted.removeprefix(NAMING))
        return self.wanted in answer if isinstance(answer, tuple) else answer == self.wanted

    @property
    def is_answer(self) -> bool:
        """Whether an answer for which it holds is the wanted one, and no other can be."""
        is_kind = self.wanted in (GIVEN, OPEN, *_LOOKS)
        return not (self.negated or is_kind or self.wanted.startswith((NAMING, AT_LEAST)))

    def __str__(self) -> str:
        return f"{self.field} is {'not ' * self.negated}{self.wanted}"


def as_text(answer: Shown | None) -> str:
    """Write what is shown of an answer as one text; nothing without one."""
    return answer if isinstance(answer, str) else ", ".join(answer or ())


def _is_person(text: str) -> bool:
    """Whether a text can stand behind "to" or "from": a name or a post, which gets its article."""
    has_capital = text != text.lower() or text == text.upper()
    return text.startswith(_ARTICLES) or has_capital or is_post(text)


def _is_fragment(text: str) -> bool:
    """Whether a text is no sentence: it begins in small letters, or is a word or two and no stop.

    A script without small letters does not tell.
    """
    words = text.split()
    if words[0].islower() and words[0][0].isalpha():
        return True
    has_case = text.upper() != text.lower()
    return len(words) < 3 and has_case and text[-1] not in ".!?"


def _is_clause(text: str) -> bool:
    return text.startswith(_CLAUSES) and bool(_CLAUSE.match(text))


def _is_payment(text: str) -> bool:
    return text.startswith(_PAYMENTS) and bool(_PAYMENT.match(text))


def _is_by_us(text: str) -> bool:
    return text.startswith(("we", "our", "i")) and bool(_BY_US.match(text))


def _is_of_home(text: str) -> bool:
    has_word = any(word in text.lower() for word in ("home", "wfh", "remote"))
    return has_word and bool(_HOME.search(text))


def _is_length(text: str) -> bool:
    return text.lower().startswith("for ")


def _is_doing(text: str) -> bool:
    return bool(_DOING.match(text))


def _are_names_alone(text: str) -> bool:
    return not (_LEVEL.search(text) or _USE.search(text))


def _is_small(text: str) -> bool:
    return text[0].islower()


def _is_range(text: str) -> bool:
    return " to " in text


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    RANGE: _is_range, PRODUCT: is_product, PERSON: _is_person, FRAGMENT: _is_fragment,
    CLAUSE: _is_clause, PAYMENT: _is_payment, BY_US: _is_by_us, LENGTH: _is_length,
    MUCH_OF_THE_WEEK: is_much_of_the_week, FREE_OF_DRIVING: is_free_of_driving,
    IN_VEHICLE: is_in_vehicle, IN_OURS: is_in_vehicle_of_ours, RARE: is_rare, OF_HOME: _is_of_home,
    DOING: _is_doing, NAMES_ALONE: _are_names_alone, SMALL: _is_small, KINDS: are_kinds,
    SIZES: are_sizes, CHANCE: is_chance,
}  # fmt: skip
"""What is asked of how an answer reads, by the words that a condition has for it."""


def _figure(text: str) -> float:
    """Return the first figure in a text; one without any is less than all."""
    if text.isascii() and text.isdigit():
        return float(text)
    found = _FIGURE.search(text)
    return float(found[0]) if found else -1


def _names(answer: Shown | None, words: str) -> bool:
    """Whether words stand in an answer, one or several, whatever their case, hyphens and spaces."""
    text, parts = as_text(answer), re.split("[- ]", words)
    if not words or parts[0].lower() not in text.lower():
        return False
    pattern = "[- ]?".join(map(re.escape, parts))
    return bool(re.search(rf"\b{pattern}s?\b", text, re.IGNORECASE))


Conditions = tuple[Condition, ...]
"""Conditions of which all must hold; none of them always do."""

Rule = tuple[Conditions, ...]
"""Ways in which a rule may hold, of which one is enough; without any it never does."""

ALWAYS: Rule = ((),)
NEVER: Rule = ()


def parse(text: str) -> Conditions:
    """Parse conditions joined by "and"; an empty text has none.

    Raises:
        ValueError: one of them is not of the form "field is answer".
    """
    return tuple(map(_one, _parts(_AND, text))) if text.strip() else ()


def parse_rule(text: str) -> Rule:
    """Parse ways joined by "or", each of conditions joined by "and"; an empty text always holds.

    Raises:
        ValueError: one of the conditions is not of the form "field is answer".
    """
    return tuple(map(parse, _parts(_OR, text))) if text.strip() else ALWAYS


def _parts(joint: re.Pattern[str], text: str) -> list[str]:
    # Most are one condition, and need no pattern.
    return joint.split(text) if text.count(" is ") > 1 else [text]


def _one(text: str) -> Condition:
    match = _CONDITION.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text.strip()!r} is no condition such as 'quota.carries is yes'")
    return Condition(match[1], match[3].strip(), bool(match[2]))


def hold(conditions: Conditions, answer_of: Callable[[str], Shown | None]) -> bool:
    """Whether all conditions hold; `answer_of` gives a field's answer as it is shown."""
    # What is asked some forty times a draft spares the steps of a generator.
    for one in conditions:  # noqa: SIM110
        if not one.holds(answer_of(one.field)):
            return False
    return True
