"""A posting of others, for whoever reads answers out of it: what is found in it, and where."""

from typing import NamedTuple

from amjd.review.facts import Facts
from amjd.review.posting import Posting, Words


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
