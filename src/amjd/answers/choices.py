"""Closed lists of answers: yes or no, one of a few words, a template."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from amjd.answers.kinds import Context, Kind, ListKind, as_typed, list_of
from amjd.answers.meant import LEFT_EMPTY, Among, among, is_length
from amjd.answers.shapes import (
    any_case,
    closed_schema,
    list_schema,
    several_of,
    text_schema,
    words_schema,
)
from amjd.answers.texts import read_text
from amjd.text.characters import bare, fold_look_alikes, quoted
from amjd.text.errors import UnreadableError, did_you_mean, write_one_of
from amjd.text.losses import loses
from amjd.text.numerals import in_digits
from amjd.text.patterns import compile_later

_YES = ("yes", "true", "y")
_NO = ("no", "false", "n")
# As neighbours say them too, of which none means the other in another language.
_SAID_YES = ("yep", "yeah", "yup", "ja", "oui", "s\u00ed")
_SAID_NO = ("nope", "nah", "nil", "nein", "nee", "nej", "non")


_NOTHING = (*_NO, "none", "n/a", "na", "-")


def _read_yes_no(value: object, context: Context) -> bool:
    typed = read_text(value)
    text = fold_look_alikes(typed).lower()
    if text in (*_YES, *_NO):
        return text in _YES
    if text in (*_SAID_YES, *_SAID_NO):
        context.tell_read(typed, "yes" if text in _SAID_YES else "no")
        return text in _SAID_YES
    message = f"{quoted(typed)} is neither yes nor no."
    match = _YES_AND_MORE.fullmatch(typed)
    if _LATER.fullmatch(match["rest"] if match else typed) and not typed.lower().startswith("y"):
        cure = "Write no: the posting tells what is so now."
        raise UnreadableError(message, cure, forms=["no"], is_sure=True)
    on_top = _BUT_ON_TOP.fullmatch(match["rest"]) if match else None
    if not match or (_BOTH.search(match["rest"]) and not on_top):
        is_parted = match and match["mark"].strip()
        is_settled = not is_parted and _BOTH.search(typed)
        is_more = typed.count(" ") > 2 and (_ONLY_IF.search(typed) or not is_settled)
        is_counted = not match and re.search(r"\d", in_digits(typed))
        rest = typed if is_more or is_counted else ""
        raise UnreadableError(message, "Write yes or no.", rest=rest)
    form = "no" if match["answer"].lower().startswith("n") else "yes"
    message = f"{quoted(typed)} is more than yes or no."
    rest = on_top["rest"] if on_top else match["rest"]
    is_denied = form == "no" and not match["mark"].strip()  # no quota, just renewals
    if is_denied and not on_top:
        rest = (_MARK.split(rest, maxsplit=1)[1:] or [""])[0]
    rest = "" if _SAYS_NO_MORE.fullmatch(rest) else rest
    raise UnreadableError(message, f"Write {form}.", forms=[form], rest=rest)


_YES_AND_MORE = compile_later(
    r"(?P<answer>yes|yep|yeah|yup|true|nope|nah|not?|false|[yn](?![/\w]))\b(?!-[^\W\d_])(?P<mark>[\s,;:.!(\u2013\u2014-]*)(?P<rest>.*)",
    re.IGNORECASE,
)
_MARK = compile_later("[,;:.(\u2013\u2014] ?| - ")
_SAYS_NO_MORE = compile_later(
    r"(?:not|yet|now|right|at the moment|currently|of course|please|thanks?|we do|[\s,.!])*",
    re.IGNORECASE,
)
# What may come one day is not so now.
_LATER = compile_later(
    r"(?:not (?:yet|now)[\s,;.]*)?(?:(?:but )?(?:maybe|perhaps|possibly|probably|hopefully) )?"
    r"(?:later(?: on)?|one day|some ?day|eventually|in (?:the|a) (?:near )?future|next year"
    r"|in time|at some point|down the (?:road|line))[\s,.!]*",
    re.IGNORECASE,
)
# No quota, and something for selling all the same.
_BUT_ON_TOP = compile_later(
    r"but (?P<rest>(?!.*\b(?:yes|no|maybe|if|unless|quota|targets?|goals?)\b)"
    r"[^,;.]*\b(?:bonus(?:es)?|commissions?|incentives?)\b[^,;.]*)",
    re.IGNORECASE,
)
_ONLY_IF = compile_later(r"^(?:yes|no)\b.*\b(?:but|if|unless)\b", re.IGNORECASE)
_BOTH = compile_later(
    r"\b(?:yes|no|but|maybe|sometimes|sure|unless|if|idea|clue|certain|decided|known|applicable)\b",
    re.IGNORECASE,
)
YES_NO = Kind(
    _read_yes_no,
    lambda value, _: "yes" if value else "no",
    {"anyOf": [{"type": "boolean"}, words_schema(*_YES, *_NO, *_SAID_YES, *_SAID_NO)]},
    ("yes", "no"),
)


def choice(
    *choices: str,
    meant: Mapping[str, str] = MappingProxyType({}),
    same: Mapping[str, str] = MappingProxyType({}),
    keeps_all: bool = False,
    tells_rest: bool = False,
) -> Kind:
    """Make the kind of an answer that is one of a few words, in small letters.

    Case, hyphens and spaces do not count where a choice has some. `meant` are other words for them,
    which a cure knows; with `keeps_all` what stands beside one is told with it: `$650 allowance`,
    and with `tells_rest` a cure says where words belong in which none is found.
    `same` are patterns of small letters for a whole answer, which are read and told.
    """
    patterns = {choice: spelt(choice) for choice in choices}

    def read(value: object, context: Context) -> str:
        typed = read_text(value)
        text = fold_look_alikes(typed).lower()
        if text in patterns:
            return text
        for choice, pattern in patterns.items():
            if pattern.fullmatch(text):
                return choice
        if read := next((one for words, one in same.items() if re.fullmatch(words, text)), ""):
            context.tell_read(typed, read)
            return read
        message = f"{quoted(typed)} is not one of the answers."
        forms, rest, is_sure = among(fold_look_alikes(typed), choices, meant)
        if forms == [LEFT_EMPTY]:
            raise UnreadableError(message, "Leave it empty.", rest=rest)
        if forms:
            more = rest or (len(forms) > 1 and re.search("[0-9]", typed))
            is_part = _DANGLING.search(rest) or _is_torn(rest, typed)
            is_broken = is_part if len(forms) == 1 else _opens(rest, typed) or rest[:1] == "-"
            is_kept = (more and keeps_all and not is_sure) or is_broken
            rest = typed if is_kept else "" if rest.lower() in ("or", "/") else rest
            cure, is_sure = _write_any(forms), is_sure and not loses(rest, "")
            raise UnreadableError(message, cure, forms=forms, rest=rest, is_sure=is_sure)
        hint = did_you_mean(text, list(choices))
        rest = typed if tells_rest and not hint and " " in typed else ""
        raise UnreadableError(message, hint or write_any_of(choices, text in _NOTHING), rest=rest)

    schemas = [{"enum": list(choices)}, words_schema(*choices)]
    if same:
        schemas.append(text_schema("|".join(map(any_case, same))))
    return Kind(read, as_typed, {"anyOf": schemas}, choices)


# What was cut in its midst.
_DANGLING = compile_later(r"(?i)\b(?:then|and|or|with|but|to|from|until|into|before|after)$")


def _is_torn(rest: str, typed: str) -> bool:
    """Whether what is left of a text is two ends of one phrase: `annual w/ call-offs`."""
    words = rest.split()
    ends = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    if rest in typed or not words:
        return False
    return any(
        first[-1].isalnum()
        and last[0].isalnum()
        and typed.startswith(f"{first} ")
        and typed.endswith(f" {last}")
        for first, last in ends
    )


def _opens(rest: str, typed: str) -> bool:
    """Whether what is left of a text begins where it does, and is no part of it."""
    return bool(rest) and rest not in typed and typed.split()[0] == rest.split()[0].rstrip(",;")


def _write_any(forms: Sequence[str]) -> str:
    """Write the cure that gives some answers, of which nobody takes two for one."""
    return write_one_of(forms) if len(forms) == 1 else write_any_of(forms)


def write_any_of(choices: Sequence[str], is_free: bool = False) -> str:
    """Write the cure that lists all answers there are; `is_free` where there need be none."""
    if choices == YES_NO.choices:
        return "Write yes or no."
    listed = ("; " if any("," in choice for choice in choices) else ", ").join(choices)
    return f"Write one of: {listed}{', or leave it empty' * is_free}."


@cache
def spelt(choice: str) -> re.Pattern[str]:
    """Make the pattern of a choice in small letters: its hyphens and spaces are free."""
    return compile_later("[- ]*".join(map(re.escape, choice.replace("-", " ").split(" "))))


def choices_of(
    choices: Mapping[str, str],
    meant: Mapping[str, str] = MappingProxyType({}),
    own: re.Pattern[str] | None = None,
) -> ListKind:
    """Make the kind of several of a few words, each of them once, and shown in other words.

    `meant` are other words for them, which a cure knows; `own` matches what says them again.
    """
    one = replace(choice(*choices), show=lambda value, _: choices[value])
    schema = closed_schema(several_of(choices))

    def once(found: list[str]) -> list[str]:
        return list(dict.fromkeys(found))

    def read(value: object, context: Context) -> str:
        try:
            return read_text(value) and str(one.read(value, context))
        except UnreadableError as error:
            raise _in_a_list(error, str(value), tuple(choices), meant, own) from None

    return replace(list_of(replace(one, read=read), schema, once), choices=tuple(choices))


def _in_a_list(
    error: UnreadableError,
    typed: str,
    choices: Sequence[str],
    meant: Mapping[str, str],
    own: re.Pattern[str] | None,
) -> UnreadableError:
    """Say which answers stand in one item, and what it says in other words than theirs."""
    parts = [among(part, choices, meant) for part in _ITEMS.split(fold_look_alikes(typed))]
    forms = list(dict.fromkeys(form for part in parts for form in part.forms))
    besides = (
        _besides(part, words, own)
        for part, words in zip(parts, _ITEMS.split(typed), strict=False)
        if bare(words) not in map(bare, part.forms)
    )
    said = ", ".join(filter(None, besides))
    if not forms:
        error.rest = error.rest or typed * (" " in typed)
        return error
    if len(forms) == 1:
        return UnreadableError(error.message, f"Write {forms[0]}.", forms=forms, rest=said)
    cure = f"Write a list: [{', '.join(forms)}]."
    return UnreadableError(error.message, cure, items=forms, rest=said)


_ITEMS = compile_later(r" ?(?:[,;+&]|(?<!\bw)/|\band\b) ?")  # w/ is with


def _besides(part: Among, words: str, own: re.Pattern[str] | None) -> str:
    """Return what an item says besides the answer that it names: all of it, or how long."""
    if len(part.forms) != 1 or not own:
        return words
    return part.rest if is_length(part.rest) else "" if own.fullmatch(part.rest) else words


def _read_template(value: object, context: Context) -> str:
    """Read the id of a template, as the words of other choices are read."""
    typed, known = read_text(value), list(context.templates)
    if not known or typed in known:
        return typed
    text = fold_look_alikes(typed).lower()
    found = next((one for one in known if spelt(one.lower()).fullmatch(text)), "")
    if not found:
        cure = did_you_mean(text, known) or f"Write one of: {', '.join(known)}."
        raise UnreadableError(f"{quoted(typed)} is no template.", cure)
    return found


ALL = "all"


def _read_bullet(value: object, context: Context) -> str:
    """Read the name of a bullet of the templates, or `all`."""
    typed = read_text(value)
    name = fold_look_alikes(typed).lower()
    known = context.bullets()
    if not name or name == ALL or not known or name in known:
        return name
    found = next((one for one in known if bare(one) == bare(name)), "")
    if not found:
        cure = did_you_mean(name, list(known)) or f"Take from these: {', '.join(known)}."
        raise UnreadableError(f"{quoted(typed)} is no duty, must or plus of a template.", cure)
    return found


BULLETS = list_of(Kind(_read_bullet, as_typed, text_schema()), list_schema())
TEMPLATE = Kind(_read_template, as_typed, text_schema())
