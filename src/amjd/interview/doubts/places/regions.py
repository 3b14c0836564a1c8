"""Regions in words that a file would not take: `anywhere in the US`, `nationwide`."""

from amjd.asker import Ask
from amjd.interview.doubts.doubt import LONGEST, Doubt, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.remote import REGIONS, regions_in
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.understanding import understand


def all_over(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer the regions that an answer which cannot be taken names."""
    typed = "; ".join(values)
    if stop.fields != (REGIONS,) or len(typed) > LONGEST:
        return None
    if not understand(kept, stop, values).refused or not (found := regions_in(kept, typed)):
        return None
    answers = {REGIONS: [*found]}
    sentence = lines_with(kept, answers) or kept.reading(REGIONS, ", ".join(found))
    return read_so(kept, ask, {"keep": tuple(found)}, sentence, typed)
