"""Elsewhere: which field takes the words that stand beside the answer of another one."""

import re
from collections.abc import Iterator, Sequence

from amjd.answers.cures.homes import (
    BESIDE_NO,
    HOMES,
    IF_HYBRID,
    NO_PLACE,
    NO_PLACE_BUT_REQUIRED,
    NO_PLACE_BUT_SEGMENT,
    NO_PLACE_BUT_WHERE,
    NOT_HYBRID,
    OTHERS_COACHED,
    PERMANENT,
    THEN_PERMANENT,
    UNDECIDED,
    YES_OR_NO,
)
from amjd.answers.cures.own import OWN
from amjd.answers.cures.parting import WHOLE, clauses_of, parts_of, tail_of, unbracketed
from amjd.answers.cures.scraps import is_field, is_scrap, says_something
from amjd.answers.meant import OTHER_THAN_A_CAR, is_length
from amjd.answers.numbers.figures import says_figure
from amjd.answers.places.regions import first_region
from amjd.text.characters import printable
from amjd.text.errors import Part, Put, Say
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_CONDITION = compile_later(r"\b(?:if|unless|but|when|only)\b", re.IGNORECASE)
_LONGEST = 100  # characters of words that are repeated whole

_JOINED = compile_later(
    r"(?:[+&,;:/|().\s\u2013\u2014-]|(?:and|but|plus|with|in|of)\b)+", re.IGNORECASE
)

_FIGURE = compile_later(
    r"(?<!\S)[^\sa-z\d]{0,9}\d[\d.,k]*+[m%]?(?: ?- ?[^\sa-z\d]{0,9}\d[\d.,k]*+[m%]?)?(?!\S)"
)
# Closed lists, beside whose answers nothing is lost in silence.
_ALONE = (
    *YES_OR_NO, "quota.forecast", "quota.period", "pay.period", "portfolio.basis", "role.workplace",
    "role.employment", "role.car",
)  # fmt: skip
# Where an amount is asked for, so that a share in its place says something else.
_AMOUNTS = ("portfolio.revenue", "portfolio.expansion")
_YEAR = compile_later(r"\b(?:19|20)\d\d\b")
_SHARE = compile_later(r"\W*\d[\d.,]* ?(?:%|percent|per cent)")


def where_it_belongs(field: str, words: str, form: str = "") -> Sequence[Part]:
    """Say where words belong that the cure of a field leaves out; nothing where none is known.

    `form` is what the cure says to write, if it is one thing.
    """
    words = unbracketed(words)
    if not form and field in YES_OR_NO:
        return _undecided(field, words)
    if form in ("no", "none", "0") and field in BESIDE_NO:
        return _beside_no(field, _JOINT_BEFORE.sub("", words))
    if field == "role.car" and not form:
        is_of_a_car = re.match("provided|own|allowance", words.lower())
        is_named = OTHER_THAN_A_CAR.search(words) or re.search(r"\b(?:car|van|vehicle)\b", words)
        car = "car: " * bool(is_of_a_car and not is_named)
        return [Put(f"{car}{printable(words)}", "role.travel", way="add")]
    if field == "role.employment" and not form:
        return [_put(words, "role.hours")]
    if field == "role.employment":
        names = "temporary|contract" if form == "temporary" else form
        words = re.sub(rf"\b(?:{names})\b", "", words, flags=re.IGNORECASE)
    if field == "role.handover" or (field == "role.years" and _INSTEAD.match(words)):
        return list(_of_a_handover(field, words) if field == "role.handover" else _instead(words))
    tail, words = tail_of(words)
    parts = list(parts_of(field, words))
    if place := _of_a_place(field, words, parts, form):
        return [place]
    clauses = (clause for part in parts for clause in clauses_of(part, form))
    said = dict.fromkeys(
        _of_a_place(field, clause, [clause], form) or _said(field, clause, form)
        for clause in clauses
    )
    if tail:
        said = {_of_a_tail(field, tail): None, **said}
    if form == "part-time" and PERMANENT in said and not re.search(r"\d", words):
        said[Say("role.hours", "how many hours a week it has")] = None
    return _joined([one for one in said if one])


def _of_a_place(field: str, words: str, parts: list[str], form: str) -> Part:
    """Say where a place belongs that words are the name of; nothing for others."""
    is_asked = form == "remote" or field == "portfolio.accounts"
    if field in _PLACES and is_asked and first_region(parts):
        return _put(parts[0], _PLACES[field])
    if field == "portfolio.accounts" and _NAMED.match(words):
        return _filled(NO_PLACE_BUT_WHERE, words.strip(" ,;"))
    return ""


def _instead(words: str) -> Iterator[Part]:
    """Say of what may stand in place of years that it is not what they are in."""
    yield _filled(NO_PLACE_BUT_REQUIRED, words.lstrip(" ,;(/"))


def _of_a_tail(field: str, tail: str) -> Part:
    """Say of an answer that a hyphen joins to a word what the form does not: remote-first."""
    home = next((home for held, home in HOMES.get(field, ()) if re.search(held, tail)), "")
    return home if str(home).endswith("hybrid.") else _filled(NO_PLACE, tail)


def _of_a_handover(field: str, words: str) -> Iterator[Part]:
    """Say where it belongs how long a hand-over takes, and how it goes besides."""
    parts = [part for part in re.split("[,;] ?", words) if part]
    if any(map(is_length, parts)):
        yield Say("role.handover_weeks", "how many, in digits")
    if how := ", ".join(part for part in parts if not is_length(part)):
        yield _filled(HOMES[field][0][1], how)


# Where the work may be done from home, and where clients are.
_PLACES = {"role.workplace": "role.regions", "portfolio.accounts": "portfolio.territory"}
# A name, which may be a town's or a trade's.
_NAMED = compile_later(r"[ ,]*in (?:the )?[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*$")
_INSTEAD = compile_later(r"[ ,;(/]*or\b", re.IGNORECASE)


def _joined(parts: Sequence[Part]) -> Sequence[Part]:
    """Put into one text at once what belongs there, since one after the other replaces it."""
    found: list[Part] = []
    for part in parts:
        last = found.pop() if found else ""
        if isinstance(part, Put) and isinstance(last, Put) and _is_one_text(part, last):
            found.append(last._replace(words=f"{last.words}, {part.words}"))
        else:
            found += [one for one in (last, part) if one]
    return found


def _is_one_text(part: Put, last: Put) -> bool:
    return part.home == last.home and part.home in _OF_ONE_TEXT


_OF_ONE_TEXT = ("role.hours", "role.travel", "role.office_days", "role.location")


def _undecided(field: str, words: str) -> Sequence[Part]:
    """Say where words belong of which nobody knows whether they say yes or no."""
    if field == "role.mentors" and re.search(OTHERS_COACHED, words.lower()):
        return [_filled(HOMES[field][0][1], words)]
    is_counted = field == "role.mentors" and says_figure(words)
    is_asked = field != "role.mentors" and _CONDITION.search(words)
    if field in UNDECIDED and (is_counted or is_asked):
        return [_filled(UNDECIDED[field], words)]
    home = HOMES.get(field, (("", ""),))[-1][1]
    return [_filled(home, words)] if _is_none(home) else []


def _beside_no(field: str, words: str) -> Sequence[Part]:
    """Say where words belong that stand behind a no."""
    home = next(home for held, home in BESIDE_NO[field] if re.search(held, words.lower()))
    home = NO_PLACE if home and _OF_OTHERS.match(words) else home
    if not home or is_scrap(words, home) or _SAID_AGAIN.fullmatch(words):
        return []
    return [_put(words, home) if is_field(home) else _filled(home, words)]


_JOINT_BEFORE = compile_later(
    r"^(?:(?:but|and)\b[ ,]*)+|(?<![ ,])[ ,]+(?:though|tho|however|anyway|all the same)$",
    re.IGNORECASE,
)
_SAID_AGAIN = compile_later(
    r"(?:(?:no|not|never|ever|at all|really|sorry|thanks|thank you|please)\b[\s,.!]*)+",
    re.IGNORECASE,
)
# What somebody else does, which is no duty of this job.
_OF_OTHERS = compile_later(
    r"(?:(?:[Oo]nly|[Jj]ust|[Bb]ut|[Aa]nd|[Aa]s|[Bb]ecause|[Ss]ince|[Tt]hat is|[Tt]hat's) )*"
    r"(?:[A-Z][a-z]+(?: and [A-Z][a-z]+)? (?:do(?:es)?|handles?|quotes?|sells?|keeps?|looks?|wins?"
    r"|runs?|takes?|brings?|manages?|has|have|is|are|will|gets?|finds?|covers?|owns?|deals?|hunts?"
    r"|closes?|chases?|works?|makes?|leads?|decides?)\b"
    r"|(?:(?:[Tt]he|[Oo]ur|[Mm]y) )?(?:[Oo]wners?|[Bb]oss|MD|[Dd]irectors?|[Mm]anagers?"
    r"|[Ff]ounders?|[Pp]artners?|[Cc]olleagues?|[Ss]ales(?: (?:team|reps?|people))?|[Mm]arketing"
    r"|[Oo]thers?"
    r"|(?:some(?:body|one)) else|I|[Ww]e|[Tt]hey)\b)"
)


def _said(field: str, words: str, form: str) -> Part:
    is_share = field in _AMOUNTS and _SHARE.match(words)
    own = "" if is_share else OWN.get(field, "")
    low = in_digits(words.lower()) if field == "role.employment" else words.lower()
    said = (_FIGURE.sub("", low, count=1) if field in WHOLE else low).replace(",", " ").split()
    if (said or field not in WHOLE) and set(said) <= set(own.split()):
        return ""
    if not _YEAR.search(low):  # in which an amount says more than its form
        own = f"{own} {form.lower()}"
    is_said = not re.search(r"\d", low) and is_scrap(words, "", own)
    if field == "portfolio.basis" and is_said:  # orders, mostly repeat
        return ""
    homes = HOMES.get(field, ())
    is_whole = field == "portfolio.accounts" and words.startswith(form)
    if is_whole and re.search(r"\d", low):
        homes = (("", NO_PLACE_BUT_SEGMENT),)  # which of its figures is the number is not known
    for held, home in homes:
        if re.search(held, low) and (home != THEN_PERMANENT or form in ("temporary", "contract")):
            home = _of_this_job(home, words, form)
            if _is_none(home) and field != "role.regions" and not is_whole:
                words = _beside(words, form)
            is_told = field == "apply.phone" and not is_field(home)  # no texts says what it is for
            if not is_told and is_scrap(words, home, own):
                is_lost = field in _ALONE and says_something(words, own)
                return _filled(NO_PLACE, words) if is_lost else ""
            number = (re.findall(r"\d+", low) or [""])[0]
            return _put(words, home) if is_field(home) else _filled(home, words, number)
    return ""


def _of_this_job(home: Part, words: str, form: str) -> Part:
    """Return another home for days that no hybrid job has, and none for what somebody else does."""
    is_of_days = getattr(home, "home", home) == IF_HYBRID
    if is_of_days and form in ("on-site", "remote"):
        low = words.lower().replace(",", " ")
        return next(other for words_of, other in NOT_HYBRID if re.search(words_of, low))
    return NO_PLACE if home in _OF_WORK and _OF_OTHERS.match(words) else home


_OF_WORK = ("role.duties", "role.team")


def _beside(words: str, form: str) -> str:
    """Return what stands beside the form that a cure gives, where the words hold it too."""
    rest = words.removeprefix(form) if form else words
    if found := _JOINED.match(rest):
        rest = rest[found.end() :]
    return rest.removesuffix(")") if "(" not in rest else rest


def _is_none(home: Part) -> bool:
    """Whether words have no home."""
    return isinstance(home, str) and NO_PLACE in home


def _filled(home: Part, words: str, number: str = "") -> Part:
    """Fill in the words, or the number, that belong into a sentence on them."""

    def filled(text: str) -> str:
        return text.format(words=printable(words), number=number)

    if isinstance(home, Put):
        return home._replace(words=filled(home.words))
    return filled(home) if isinstance(home, str) else home


def _put(words: str, home: str) -> Part:
    shown = printable(words)
    return Put(shown, home) if len(shown) <= _LONGEST else f"Put the rest in {home}."
