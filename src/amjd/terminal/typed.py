"""What a typed line comes to in a list of choices: numbers and names become values."""

from amjd.asker import Ask, Reply, Signal
from amjd.terminal.lines import (
    in_names,
    is_agreed,
    is_denied,
    meant,
    more_than_a_name,
    numbers_ahead,
)
from amjd.text.characters import bare
from amjd.words.terminal import Terminal

NOTHING = "-"
"""The line that takes an optional answer away again; an empty one keeps it."""
_LEAST = 3  # letters that tick


def picked(ask: Ask, line: str, words: Terminal) -> Reply | str:
    """Return the one row that a line means, or own words; else what is said of it."""
    if not line and ask.at is not None:
        return Reply((ask.rows[ask.at].value,))
    if (line in ("", NOTHING) and ask.optional) or (not line and ask.stays_open):
        return Reply(away=line == NOTHING)
    if value := _value(ask, line, words) if line else "":
        return Reply((value,), said=more_than_a_name(line, (value,)))
    said = _no_match(ask, line, words) if line else words.pick_one_plain
    said = f"{said} {words.own_words_too}" if ask.own and not line else said
    return words.not_sure_plain.format(said=said) if Signal.OPEN in ask.signals else said


def ticked(ask: Ask, line: str, words: Terminal) -> Reply | str:
    """Flip the tick of each row that a line names; own words join those that are ticked."""
    if line == NOTHING:
        return Reply(away=True)
    if is_agreed(ask.rows, ask.ticked, line, words):
        return Reply(ask.ticked)
    if ask.told and (told := ask.told(line)):
        return Reply((told,))
    ahead, rest = numbers_ahead(line, words)
    # Own words may have commas in them; a number between two is none of the words.
    is_parted = not ask.own or any(part.strip().isdecimal() for part in rest.split(","))
    parts = [*ahead, *(rest.replace(",", ";") if is_parted else rest).split(";")]
    taken = list(ask.ticked)
    for part in filter(None, map(str.strip, parts)):
        if not (value := _value(ask, part, words)):
            return _no_match(ask, part, words)
        (taken.remove if value in taken else taken.append)(value)
    return Reply(tuple(taken))


def _no_match(ask: Ask, typed: str, words: Terminal) -> str:
    return f"{words.no_match_plain.format(typed=typed)} {ask.home}".strip()


def _value(ask: Ask, typed: str, words: Terminal) -> str:
    """Return the value that is meant without doubt, own words where they may be; or nothing."""
    is_told = ask.told is not None and ask.kind == "pick"
    found = meant(ask.rows, typed, words, ask.own or is_told)
    if not found and ask.told and is_told and (told := ask.told(in_names(ask.rows, typed, words))):
        return told
    names = [(bare(ask.rows[at].label), bare(ask.rows[at].value)) for at in found]
    is_whole = typed.isdecimal() or any(bare(typed) in pair for pair in names)
    is_begun = len(found) == 1 and any(name.startswith(bare(typed)) for name in names[0])
    # Own words may be one of a choice's later words; a letter or two of them are none.
    is_sure = is_begun and len(bare(typed)) > 2 if ask.own else len(found) == 1
    if ask.kind == "tick" and (is_denied(typed, words) or len(bare(typed)) < _LEAST):
        is_sure = False
    if found and (is_whole or is_sure):
        return ask.rows[found[0]].value
    # A number that is no choice is a mistake, not somebody's own words.
    return typed if ask.own and not typed.isdecimal() else ""


def is_answer(ask: Ask, word: str, words: Terminal) -> bool:
    """Whether a word, such as back, can be the answer to a question."""
    if ask.kind == "page":
        return False
    if ask.kind == "text":
        # Nobody is called so but, perhaps, what must have a name.
        return not (ask.optional or (ask.read and ask.read((word,)).refused))
    return bool(_value(ask._replace(own=False), word, words))
