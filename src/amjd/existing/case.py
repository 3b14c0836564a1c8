"""A posting of others with what is found in it, for whoever reads answers out of it."""

from typing import Any, NamedTuple

from amjd.review import facts as facts_of
from amjd.review.facts import Facts
from amjd.review.posting import Posting, Words


class Case(NamedTuple):
    """A posting, its facts, and these as they stand in `check --json`."""

    posting: Posting
    facts: Facts
    values: dict[str, Any]

    def near(self, words: Words, before: int = 60, after: int = 60) -> str:
        """Return words and what stands around them in their line, in small letters."""
        said = self.posting.low[words.start : words.end]
        return self.posting.around(words, before, after).replace("\0", said)

    def text(self, words: Words) -> str:
        """Return words as they are written, without what only ends them."""
        return self.posting.said(words).strip(" \t,;:.")


def case(posting: Posting) -> Case:
    """Find the facts of a posting."""
    found = facts_of.find(posting)
    return Case(posting, found, facts_of.as_values(posting, found))
