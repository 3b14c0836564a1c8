"""A posting that others wrote: what of it is certain enough to be an answer.

A wrong answer is worse than none: whatever may be read in two ways, or is only asked for as
experience, is left open for whoever knows.
"""

from collections.abc import Callable, Iterator

from amjd.existing import applying, carried, job, terms
from amjd.existing.found import Found
from amjd.existing.others import Theirs
from amjd.review.facts import find
from amjd.review.posting import Posting

_FINDERS: tuple[Callable[[Theirs], Iterator[Found]], ...] = (
    job.company, job.title, job.place, job.workplace, job.employment, job.labelled, job.reports_to,
    terms.quota, terms.accounts, terms.segment, terms.new_business, terms.tools, terms.metrics,
    terms.pay, applying.ways_to_apply, carried.lists, carried.about, carried.equal_opportunity,
    carried.evidence,
)  # fmt: skip


def answers(posting: Posting) -> Iterator[Found]:
    """Give what a posting surely answers, each with its words."""
    here = Theirs(posting, find(posting))
    for finder in _FINDERS:
        yield from finder(here)
