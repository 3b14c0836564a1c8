"""A posting of others, for whoever reads answers out of it: what is found in it, and where."""

from typing import NamedTuple

from amjd.review.facts import Facts
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later


class Theirs(NamedTuple):
    """A posting that others wrote, and its facts."""

    posting: Posting
    facts: Facts

    def near(self, words: Words, before: int = 60, after: int = 60) -> str:
        """Return words and what stands around them in their line, in small letters."""
        said = self.posting.lowered(words)
        return self.posting.around(words, before, after).replace("\0", said)

    def text(self, words: Words) -> str:
        """Return words as they are written, without what only ends them."""
        return self.posting.said(words).strip(" \t,;:.")


_UNSETTLED = compile_later(
    r"\b(?:maybe|perhaps|possibl[ey]|might|may (?:be|have|come|get|add|carry)|undecided|optional"
    r"|negotiable|either way|or not|tb[acd]|n/a|later"
    r"|to be (?:agreed|announced|confirmed|decided|determined|discussed|set|settled)"
    r"|(?:not|un|isn't|aren't)(?: ?yet)? ?(?:been )?(?:decided|set|settled|fixed|agreed|known|clear"
    r"|sure)|(?:still|yet) (?:open|to\b)|(?:is|are) open)\b|\?"
)


def is_unsettled(posting: Posting, words: Words) -> bool:
    """Whether the sentence of words leaves open what they say: "Quota maybe", "Start: TBD"."""
    said = posting.sentence(words, 30, 40)
    return _UNSETTLED.search(f"{said} {posting.lowered(words)}") is not None
