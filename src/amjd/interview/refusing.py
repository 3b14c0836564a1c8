"""Why an answer is not taken, and what can be done instead."""

from amjd.asker import Ask, Asker, Signal
from amjd.words import Asking


def refusal(asker: Asker, ask: Ask, refused: str, tries: int, words: Asking) -> str:
    """Say why an answer was refused, how to do without it, and later an example."""
    said = [refused]
    if ask.optional:
        said.append(words.left_away)
    elif Signal.OPEN in ask.signals:
        said.append(words.not_sure.format(open=asker.key(Signal.OPEN)))
    if tries > 1 and ask.example:
        said.append(_example(ask, words))
    return " ".join(said)


def _example(ask: Ask, words: Asking) -> str:
    """Give an example, as it would read in this posting where that can be told."""
    reads = ""
    if ask.read:
        reads = ask.read(tuple(ask.example.split("; ") if ask.many else [ask.example])).text
    if reads:
        return words.example_reads.format(example=ask.example, reads=reads)
    return words.example.format(example=ask.example)
