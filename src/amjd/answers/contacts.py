"""Ways to apply: e-mail addresses and telephone numbers; links have a module of their own."""

import re

from amjd.answers.emails import is_address
from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.links import coded_host
from amjd.answers.shapes import DIGIT, HYPHEN, SPACE, number_schema, text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import character_name, fold_look_alikes, quoted
from amjd.text.errors import UnreadableError

_AROUND = re.compile(r"[\s<>()\[\],;:\"\u2018-\u201d]+")
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
    wrong, cure = "is not an e-mail address", "Write it as jobs@company.example."
    found = list(dict.fromkeys(filter(is_address, map(_without_stops, _AROUND.split(bare)))))
    joined, stops = bare.replace(" ", ""), bare[len(_without_stops(bare)) :]
    if len(found) > 1:
        wrong, cure = f"holds {len(found)} addresses", f"Write {found[0]} alone."
    elif found == [bare.removesuffix(stops)]:
        wrong, cure = f'ends in "{stops}"', f'Leave out the "{stops}" at its end.'
    elif is_address(bare.partition("?")[0]):
        wrong, cure = "has more behind the address", f"Write {bare.partition('?')[0]}."
    elif " " in bare and is_address(joined):
        wrong, cure = "has a space inside", f"Write {' or '.join([*found, joined])}."
    elif found:
        wrong, cure = "has a name beside the address", f"Write {found[0]}."
    elif other := next((letter for letter in bare if not letter.isascii()), ""):
        wrong, cure = f"holds {character_name(other)}, outside ASCII", _ascii_cure(bare)
    return UnreadableError(f"{quoted(text)} {wrong}.", cure)


def _without_stops(text: str) -> str:
    return text.rstrip(_STOPS)


def _ascii_cure(text: str) -> str:
    """Give the address in its ASCII form, in which it cannot pass for another."""
    name, _, host = text.rpartition("@")
    coded = f"{name}@{coded_host(host)}"
    if coded.isascii() and is_address(coded):
        return f"Write {coded}, its ASCII form."
    return "Write it in the ASCII form (xn--...), so that it cannot pass for another."


_PHONE = re.compile(r"[\d +().-]+", re.ASCII)


def _read_phone(value: object, _: Context) -> str:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    digits = sum(map(str.isdigit, text))
    if not _PHONE.fullmatch(text):
        cure = "Write its digits, with spaces or + ( ) - . between them."
        raise UnreadableError(f"{quoted(typed)} is not a telephone number.", cure)
    if not 7 <= digits <= 15:
        cure = "Write it whole, with 7 to 15 digits."
        raise UnreadableError(f"{quoted(typed)} has {digits} digits.", cure)
    return typed


_BETWEEN = rf"(?:{HYPHEN}|{SPACE}|[+().])"
_PHONE_SCHEMA = number_schema(rf"(?:{_BETWEEN}*{DIGIT}){{7,15}}{_BETWEEN}*")
_MAILTO = "".join(f"[{letter.upper()}{letter}]" for letter in "mailto")
_EMAIL_SCHEMA = text_schema(rf"(?:{_MAILTO}:)?{SPACE}*<?{SPACE}*[^\s@]+@[^\s@]+{SPACE}*>?")
EMAIL = Kind(_read_email, as_typed, _EMAIL_SCHEMA, link="mailto:")
PHONE = Kind(_read_phone, as_typed, _PHONE_SCHEMA)
