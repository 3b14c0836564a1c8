"""What plain lines read out of a question: its pages, its rows, and what may be typed."""

from collections.abc import Iterator

from amjd.asker import Ask
from amjd.terminal.editor import has_editor
from amjd.terminal.keys import EDITOR
from amjd.words.terminal import Terminal


def pages(ask: Ask, words: Terminal) -> Iterator[str]:
    """Yield the lines of what is to be read; an empty one parts what has no title."""
    for section in ask.pages:
        yield from ("", section.title) if section.title else ("",)
        for line in section.lines:
            mark = f"{line.mark}." if line.mark.isdecimal() else line.mark
            label = f"{line.label}:" if line.label else ""
            yield " ".join(filter(None, (mark, label, line.text or words.left_empty)))


def rows(ask: Ask, words: Terminal, first: int) -> Iterator[str]:
    """Yield the rows of a list from `first` on, and how many are not read out."""
    few, under = ask.few or len(ask.rows), ""
    for number, row in enumerate(ask.rows[first:few], start=first + 1):
        if row.under != under:
            yield (under := row.under)
        is_ticked = row.value in ask.ticked
        mark = f"{words.ticked}: " if is_ticked else ""
        help_ = f": {row.help}" if row.help else ""
        yield f"{number}. {mark}{row.label}{help_}"
    if others := len(ask.rows) - few:
        yield words.others_plain.format(count=others, more=words.more)
    if ask.own:
        said = words.own_words_as if ask.example else words.own_words_too
        yield said.format(example=ask.example)


def hints(ask: Ask, words: Terminal) -> Iterator[str]:
    """Yield what may be typed at a question, and what Enter alone does."""
    if ask.kind == "text" and ask.example and not ask.current:
        yield example(ask, words)
    if ask.kind == "text" and ask.many and len(ask.fields) == 1:
        yield words.several
    if ask.long and has_editor():
        yield words.editor_plain.format(word=EDITOR.word, label=EDITOR.label)
    if ask.kind == "tick":
        yield words.type_ticks
    if ask.offer:
        yield words.offered_plain.format(answer="; ".join(ask.offer))
    else:
        yield from _enter(ask, words)


def _enter(ask: Ask, words: Terminal) -> Iterator[str]:
    """Yield what Enter alone does, and the minus sign where there is something to take away."""
    now = _now(ask, words)
    if now:
        yield words.now.format(answer=now)
        is_of_facts = ask.kind == "tick" and len(ask.fields) > 1
        kept = words.enter_keeps_or_none if is_of_facts else words.enter_keeps
        yield words.enter_keeps_or if ask.optional else kept
    elif ask.kind == "pick" and ask.at is not None:
        yield words.enter_takes.format(answer=ask.rows[ask.at].label)
    elif ask.kind == "tick" and (ask.ticked or not ask.optional):
        yield words.enter_takes_ticks
    elif ask.optional:
        leave = words.enter_goes_back if ask.leads_back else words.enter_skips
        yield words.enter_goes_on if ask.kind == "page" else leave


def _now(ask: Ask, words: Terminal) -> str:
    """Return what stands as the answer and is kept by Enter alone; nothing of ticks."""
    if ask.stays_open and not ask.ticked:
        return words.open
    if ask.kind == "text":
        return "; ".join(ask.current)
    row = ask.rows[ask.at] if ask.kind == "pick" and ask.at is not None else None
    return row.label if row and row.value in ask.current else ""


def example(ask: Ask, words: Terminal) -> str:
    """Return an example of an answer as a sentence, or nothing."""
    text = words.example.format(example=ask.example) if ask.example else ""
    return text[:1].upper() + text[1:]
