"""A list to pick from, or to tick: what its keys do; what it looks like is in `picking`."""

from typing import NamedTuple

from amjd.asker import Reply
from amjd.terminal.entry import Entry
from amjd.terminal.lines import more_than_a_name, numbers
from amjd.terminal.listed import Ahead, Listed
from amjd.terminal.sequences import Key
from amjd.text.characters import printable

_CUTTING = ("kill-left", "kill-right", "kill-word-left", "kill-word-right")
_EDITING = (*_CUTTING, "left", "right", "word-left", "word-right", "home", "end")


class Own(NamedTuple):
    """The wish to type own words, of which some may have been typed already, and a key for them."""

    typed: str
    key: Key | None = None


class Refused(NamedTuple):
    """Enter took nothing, and why was said."""


Outcome = Reply | Own | Refused | None


def pressed(one: Listed, key: Key) -> tuple[Listed, Outcome]:
    """Take a key; return the list as it stands then, and what the key ends the question with."""
    if key.name == "enter":
        return _entered(one)
    if one.typed and key.name in (_EDITING if one.is_own else _CUTTING):
        return _edited(one, key)
    if key.name in ("up", "down", "home", "end", "pageup", "pagedown"):
        return _moved(one, key.name), None
    if key.name in ("backspace", "delete"):
        return _took_back(one)
    if key.name == "paste" and one.is_many and numbers(key.text, one.words):
        for character in key.text:
            one, _ = pressed(one, Key("text", character))
    elif key.name in ("text", "paste"):
        return _wrote(one, key.text)
    return one, None


def _took_back(one: Listed) -> tuple[Listed, Outcome]:
    """Take back a letter, or the move to a row; then the answer, then that it is open."""
    if one.typed[:-1]:
        return _looked_for(one, one.typed[:-1]), None
    if one.is_many and one.typed:
        return one._replace(typed="", note="", at=one.at or 0, ahead=Ahead()), None
    if not one.typed:
        one = one._replace(ahead=Ahead())
    if one.goes_away:
        return one, Reply(away=True)
    if one.is_many:
        return one, None
    is_moved = bool(one.typed) or one.at != one.ask.at
    at = one.ask.at if is_moved else None if one.ask.optional else one.at
    return one._replace(typed="", note="", at=at), None


def _edited(one: Listed, key: Key) -> tuple[Listed, Outcome]:
    """Take a key that edits a text; one that moves in it does so where own words are typed."""
    entry = Entry(one.typed, len(one.typed)).pressed(key)
    if entry.text == one.typed:
        is_moved = one.is_own and entry.at < len(one.typed)
        return (one._replace(typed=""), Own(one.typed.strip(), key)) if is_moved else (one, None)
    if entry.text:
        return _looked_for(one, entry.text), None
    at = (one.at or 0) if one.is_many else one.ask.at
    return one._replace(typed="", note="", at=at, ahead=Ahead()), None


def _wrote(one: Listed, text: str) -> tuple[Listed, Outcome]:
    """Take a letter, or some, which may be one of those that do something."""
    is_number = one.is_many and one.typed.isdecimal()
    if text == "?" and not (one.typed and one.is_own):
        one = _flipped(one, ",")[0] if is_number else one
        return one._replace(typed="", note="", is_helped=not one.is_helped, ahead=Ahead()), None
    if (
        text in (" ", ",", ";")
        and one.is_between(one.typed)
        and (one.is_joint if one.typed else text != one.joint)
    ):
        ahead = _and(one.ahead, one.typed + text)
        return one._replace(typed="", joint=one.typed or ",", ahead=ahead), None
    if text in (",", ";") and is_number:
        return _ticked(one, text)
    if text == " " and one.is_flipped:
        if one.typed.isdecimal():
            return _ticked(one, text)
        one, own = _flipped(one, text)
        return one._replace(ahead=Ahead()), own
    if text != " " or one.typed:
        one = _looked_for(one, one.typed + text)
    return one, None


def _moved(one: Listed, name: str) -> Listed:
    at, last = one.at, min(one.seen, len(one.rows) - 1)
    if name in ("home", "pageup") or (name == "down" and at in (None, last)):
        at = 0
    elif name in ("end", "pagedown") or (name == "up" and at in (None, 0)):
        at = last
    elif at is not None:
        at += 1 if name == "down" else -1
    return one._replace(at=at, typed="", note="", joint="", ahead=Ahead())


def _looked_for(one: Listed, typed: str) -> Listed:
    """Move to the row that begins so; what is none leads to no row, or to own words."""
    one, typed = _with_ahead(one, typed)
    one = one._replace(typed=typed, note="")
    if not typed or one.is_between(typed):
        return one
    at, said, home = one.matching(typed), "", ""
    if told := one.told:
        values = [row.value for row in one.rows]
        at = values.index(told) if told in values else None
        said = "" if at is not None else one.words.asks
    elif at is None and not one.is_agreed:
        said, home = one.words.no_match, one.ask.home
        if one.ask.own and not typed.strip().isdecimal():
            at, said = len(one.rows) - 1, one.words.no_match_own
    note = f"{said.format(typed=printable(typed.strip()))} {home}"
    return _opened(one._replace(at=at, note=note.strip()))


def _with_ahead(one: Listed, typed: str) -> tuple[Listed, str]:
    """Return what is typed: a digit may begin a number anew, until words follow it.

    With these all of it is meant, 30 hours, and what a number ticked on the way is not, unless a
    line of such numbers and words would tick it too.
    """
    if len(typed) == 1 and one.ahead.ticks is None:
        one = one._replace(ahead=Ahead())
    ahead, ticks = one.ahead
    if one.is_anew(typed):
        before = typed[:-1]
        missed = one.missed if before.isdecimal() else before
        return one._replace(ahead=Ahead(ahead + before, ticks), missed=missed), typed[-1]
    is_number = typed.isdecimal() and one.is_begun(typed)
    if not (ahead and typed) or is_number or (ticks is not None and one.is_between(typed)):
        return one, typed
    one = one._replace(ahead=Ahead())
    if ticks is None:
        return one, ahead + typed
    if one.are_rows(ahead + typed):
        return one, typed
    return one._replace(ticks=ticks), ahead + typed


def _and(ahead: Ahead, typed: str) -> Ahead:
    """Return what is ahead with what follows it, where that may still count again."""
    return ahead._replace(typed=ahead.typed + typed) if ahead.ticks is not None else ahead


def _ticked(one: Listed, joint: str) -> tuple[Listed, Own | None]:
    """Tick the row of a number that is typed; words that follow may take it back."""
    before, ticks = one.ahead
    ahead = Ahead(f"{before}{one.typed}{joint}", one.ticks if ticks is None else ticks)
    one, own = _flipped(one, "," if joint == ";" else joint)
    return one._replace(ahead=ahead), own


def _opened(one: Listed) -> Listed:
    """Open the others where one of them is meant."""
    is_other = one.at is not None and one.at >= one.seen
    return one._replace(seen=len(one.rows)) if is_other else one


def _flipped(one: Listed, joint: str) -> tuple[Listed, Own | None]:
    one = one._replace(joint=joint if one.typed.isdecimal() else "")
    if one.is_own:
        return one, Own("")
    if one.is_others:
        one = _opened(one)
    elif one.at is not None:
        value = one.rows[one.at].value
        others = tuple(tick for tick in one.ticks if tick != value)
        one = one._replace(ticks=others if value in one.ticks else (*others, value))
    return one._replace(typed="", note=""), None


def _entered(one: Listed) -> tuple[Listed, Outcome]:
    if one.is_agreed:
        return one, Reply(one.so_far)
    if told := one.told:
        return one, Reply((told,))
    if not one.is_matched and not one.is_own:
        # From words that mean nothing the pointer goes nowhere that Enter takes.
        at = 0 if one.is_many else one.ask.at if one.ask.optional else None
        said = one.words.not_taken.format(typed=printable(one.typed.strip()))
        note = f"{said} {one.ask.home}".strip()
        return one._replace(typed="", at=at, note=note, missed=one.typed.strip()), Refused()
    if one.typed and one.is_between(one.typed):
        return one._replace(typed=""), Refused()
    if one.is_ticking or one.is_others:
        # What Enter goes on with is to be seen.
        return _flipped(one, " ")[0]._replace(ahead=Ahead()), Refused()
    if one.is_own:
        typed = "" if one.is_matched else one.typed.strip()
        return one._replace(typed="", note=""), Own(typed)
    if one.takes:
        said = more_than_a_name(one.typed, one.so_far) or one.missed * bool(one.ask.home)
        return one, Reply(one.so_far, said=said)
    return one._replace(note=one.words.pick_one), Refused()
