"""Ways to apply: e-mail addresses and telephone numbers; links have a module of their own."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from amjd.answers.emails import is_address
from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.links import coded_host
from amjd.answers.names.posts import own_name, own_post
from amjd.answers.phone_hours import denies_hours, hours_apart, parted
from amjd.answers.shapes import DIGIT, HYPHEN, SPACE, number_schema, text_schema
from amjd.answers.texts import TEXT, read_text
from amjd.text.characters import character_name, fold_look_alikes, quoted
from amjd.text.errors import Put, UnreadableError
from amjd.text.patterns import compile_later

_AROUND = compile_later(r"[\s<>()\[\],;:\"\u2018-\u201d]+")
_STOPS = ".,;:!?"


def _read_email(value: object, context: Context) -> str:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    bare = text[7:].strip() if text.lower().startswith("mailto:") else text
    if bare[:1] == "<" and bare[-1:] == ">":
        bare = bare[1:-1].strip()
    if not is_address(bare):
        raise _not_an_address(text, bare)
    if bare != text:
        context.tell(f"{quoted(typed)} is read as {bare}")
    return bare


def _not_an_address(text: str, bare: str) -> UnreadableError:
    """Say which part of a text is more than one e-mail address, or less."""
    found = list(dict.fromkeys(filter(is_address, map(_without_stops, _AROUND.split(bare)))))
    joined, stops = bare.replace(" ", ""), bare[len(_without_stops(bare)) :]
    if len(found) > 1:
        return _instead(text, f"holds {len(found)} addresses", *found)
    if found == [bare.removesuffix(stops)]:
        cure = f'Leave out the "{stops}" at its end.'
        return UnreadableError(f'{quoted(text)} ends in "{stops}".', cure, forms=found)
    if is_address(bare.partition("?")[0]):
        return _instead(text, "has more behind the address", bare.partition("?")[0])
    rest = " ".join(bare.replace(found[0], " ").strip(_MARKS).split()) if found else ""
    is_parted = _NAME.match(bare) or _WORDS.fullmatch(rest) or len(rest.split()) > 1
    if " " in bare and is_address(joined) and not is_parted:
        return _instead(text, "has a space inside", *found, joined)
    if found:
        is_named = not _NO_NAME.fullmatch(rest)
        error = _instead(text, f"has {_BESIDE[is_named]} the address", *found)
        error.rest = rest * is_named
        return error
    if spelt := next(filter(is_address, _spelt(bare)), ""):
        return _instead(text, "is not an e-mail address", spelt)
    return _no_address(text, bare)


def _instead(text: str, wrong: str, *forms: str) -> UnreadableError:
    cure = f"Write {' or '.join(forms)}."
    return UnreadableError(f"{quoted(text)} {wrong}.", cure, forms=forms)


# Words before an address of which the first has a capital, or that end in a mark.
_NAME = compile_later(r"(?:[A-Z][^@]*|[^@]*[:,<(]) [^ @]+@")
_WORDS = compile_later(r"(?:e-?mail|mail|send|to|at|us|cv|your|or|call|write)\W*", re.IGNORECASE)
# What a link has around the address.
_NO_NAME = compile_later(r"(?:mailto|href|e-?mail|a|[\W_])*", re.IGNORECASE)
_BESIDE = ("more than", "a name beside")
_MARKS = ' <>()[],;:."\u2018\u2019\u201c\u201d'
_AT = compile_later(r" ?(?:[\[(]at[\])]| at |@{2,}) ?", re.IGNORECASE)
_DOT = compile_later(r" ?(?:[\[(]dot[\])]| dot |\.{2,}|,) ?", re.IGNORECASE)


def _spelt(text: str) -> Iterator[str]:
    """Yield an address whose signs were written as words, or doubled."""
    if len(text) <= _LONGEST:
        yield _DOT.sub(".", _AT.sub("@", text))


_LONGEST = 254


def _no_address(text: str, bare: str) -> UnreadableError:
    """Say what a text lacks that holds no address, or what no address may hold."""
    if other := next((letter for letter in bare if not letter.isascii()), ""):
        return _outside_ascii(text, bare, other)
    cure = "Write it as jobs@company.example."
    if "@" in bare:
        cure = "Write the address whole and alone: its name, the @, and its domain with the ending."
    return UnreadableError(f"{quoted(text)} is not an e-mail address.", cure)


def _without_stops(text: str) -> str:
    return text.rstrip(_STOPS)


def _outside_ascii(text: str, bare: str, other: str) -> UnreadableError:
    """Give the address in its ASCII form, in which it cannot pass for another."""
    message = f"{quoted(text)} holds {character_name(other)}, outside ASCII."
    name, _, host = bare.rpartition("@")
    coded = f"{name}@{coded_host(host)}"
    if coded.isascii() and is_address(coded):
        return UnreadableError(message, f"Write {coded}, its ASCII form.", forms=[coded])
    if not name.isascii():
        cure = "Take an address whose letters are plain: not every program can write to this one."
        return UnreadableError(message, cure)
    cure = "Write it in the ASCII form (xn--...), so that it cannot pass for another."
    return UnreadableError(message, cure)


_PHONE = compile_later(r"[\d +().-]+", re.ASCII)


def _read_phone(value: object, _: Context) -> str:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    digits = sum(map(str.isdigit, text))
    if not _PHONE.fullmatch(text):
        raise _no_phone(typed, text)
    if not 7 <= digits <= 15:
        cure = "Write it whole, with 7 to 15 digits."
        raise UnreadableError(f"{quoted(typed)} has {digits} digits.", cure)
    return typed


_NUMBER = compile_later(r"(?<!\w)[+(]*[0-9](?:(?:[0-9 ).-]|\((?=[0-9]{1,4}\))){5,38}[0-9])(?!\w)")

# A figure before a number that is none of it: ext 4 614 555 0144, Room 3 - 614 555 0144.
_PLACE = compile_later(
    r"\b(?:(?:ext\.?|extension|x|room|rm|suite|unit|apt\.?|flat|floor|level|option|press|building)"
    r" ?#?(?P<figure>[0-9]{1,5})\b(?=[ ,;:/|\u2013\u2014-]{1,3}(?P<rest>[+(0-9][0-9 ().-]{6,}))"
    r"|(?!(?:call|tel|telephone|phone|ring|text|on|at|mobile|cell|number|us|me|or)\b)[a-z]+ #?"
    r"[0-9]{1,2}\b(?= [-\u2013\u2014:|] [+(0-9][0-9 ().]{8,}))",
    re.IGNORECASE,
)


def _without(text: str, place: re.Match[str]) -> str:
    return text[: place.start()] + " " * len(place[0]) + _JOINT.sub(" ", text[place.end() :], 1)


_JOINT = compile_later(r"^[ ,;:/|\u2013\u2014-]+")


def _no_phone(typed: str, text: str) -> UnreadableError:
    """Say that a text is no telephone number, with the only one that stands in it."""
    message = f"{quoted(typed)} is not a telephone number."
    cure = "Write its digits, with spaces or + ( ) - . between them."
    text = hours_apart(text) if len(text) <= _LONGEST else ""
    place = _PLACE.search(text)
    if place and len(place["figure"] or "") > 2 and sum(map(str.isdigit, place["rest"])) < 9:
        return UnreadableError(message, cure)  # a room, or the first figures of the number
    found = _NUMBER.findall(_without(text, place) if place else text)
    whole = [number for number in found if 7 <= sum(map(str.isdigit, number)) <= 15]
    found = whole if len(whole) == 1 else found  # the other may be hours: 8:30-16.00
    is_whole = found == whole
    rest = " ".join(
        functools.reduce(lambda left, one: left.replace(one, " ", 1), found, text).split()
    )
    if is_whole and len(found) == 2 and not re.search("[0-9]", rest):
        message = f"{quoted(typed)} holds two telephone numbers."
        cure = f"Write one of them: {', or '.join(found)}."
        named = " ".join([_BETWEEN_TWO.sub("", rest).strip(" ,;:/()"), found[1]]).strip()
        is_between = text.startswith(found[0]) and text.endswith(found[1])
        said = f": {quoted(named)}" * is_between
        other = f"The other could stand in apply.steps{said}."
        left = "" if is_between else _BETWEEN_TWO.sub("", rest)
        return UnreadableError(message, cure, forms=found, rest=left, also=[other])
    if not is_whole or len(found) != 1:
        return UnreadableError(message, cure)
    if extension := _EXTENSION.fullmatch(rest):
        put = Put(f"On the phone, ask for extension {extension[1]}", "apply.steps")
        return UnreadableError(message, f"Write {found[0]}.", forms=found, also=[put])
    if denies_hours(rest):
        said = f"{quoted(rest.strip(' ,;()'))} could stand in apply.phone_hours."
        return UnreadableError(message, f"Write {found[0]}.", forms=found, also=[said])
    hours, around = parted(rest)
    rest = " ".join(" ".join(around).split()).strip(" ,;()")
    if re.search("[0-9]", rest):
        return UnreadableError(message, cure)
    also = [Put(", ".join(hours), "apply.phone_hours")] if hours else []
    return UnreadableError(message, f"Write {found[0]}.", forms=found, rest=rest, also=also)


def _read_contact(value: object, context: Context) -> str | None:
    if isinstance(value, str):
        _check_no_number(read_text(value))
    found: str | None = TEXT.read(value, context)
    if found and (read := own_post(found) or own_name(found)):
        context.tell(f"{quoted(found)} is read as {read}")
        return read
    if found and not context.today and found.lower() in ("me", "myself", "i"):  # nobody to ask
        context.tell(f"{quoted(found)} is printed as typed. Write the name")
    return found


def _check_no_number(typed: str) -> None:
    """Refuse a telephone number where somebody is asked for, whom one writes to."""
    text = fold_look_alikes(typed) if len(typed) <= _LONGEST else ""
    if any(map(str.isdigit, text)) and not _NUMBERED.sub("", _NUMBER.sub("", text)):
        message = f"{quoted(typed)} is a telephone number, and whom one writes to is asked for."
        raise UnreadableError(message, "Leave it empty, and write the number in apply.phone.")


_NUMBERED = compile_later(r"\b(?:or|and|ext|tel|phone|mob|mobile|cell|call|text)\b|[\W_]")
_EXTENSION = compile_later(r"\W*(?:ext\.?|extension|x) ?([0-9]{1,6})\W*", re.IGNORECASE)
# What only says that one number is another than the other.
_BETWEEN_TWO = compile_later(
    r"^(?:[\W_]|\b(?:or|and|mob|mobile|cell|landline|home|office|work|direct)\b)+", re.IGNORECASE
)
_BETWEEN = rf"(?:{HYPHEN}|{SPACE}|[+().])"
_PHONE_SCHEMA = number_schema(rf"(?:{_BETWEEN}*{DIGIT}){{7,15}}{_BETWEEN}*")
_MAILTO = "".join(f"[{letter.upper()}{letter}]" for letter in "mailto")
_EMAIL_SCHEMA = text_schema(rf"(?:{_MAILTO}:)?{SPACE}*<?{SPACE}*[^\s@]+@[^\s@]+{SPACE}*>?")
EMAIL = Kind(_read_email, as_typed, _EMAIL_SCHEMA, link="mailto:")
PHONE = Kind(_read_phone, as_typed, _PHONE_SCHEMA)
CONTACT = replace(TEXT, read=_read_contact, is_person=True)
