"""Cities that are known by their name alone, one or several: `Denver / Boulder`."""

from itertools import islice

from amjd.answers.places.cities import region_of_city
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_NAME = r"(?:St\. )?[A-Z][A-Za-z\u00e9]+(?: [A-Z][A-Za-z]+){0,2}"
_JOINT = compile_later(r" ?/ ?| (?:and|or|&) |, (?:and |or )?")
# A line of its own, or what stands behind a title: "Account Manager - Denver / Boulder (hybrid)"
_NAMES = compile_later(
    rf"(?P<place>{_NAME}(?:(?: ?/ ?| (?:and|or|&) |, (?:and |or )?){_NAME}){{0,4}})"
    r"(?= ?(?:$|[)(|\u00b7]|[-\u2013\u2014] )|,? (?:[A-Z]{1,2}\d|\d{5}\b))"
)
_APART = compile_later(r" - | [\u2013\u2014|\u00b7] |, | ?\(")
_MOST = 4  # lines at the head


def region_of_cities(written: str) -> str | None:
    """Return the region of a city, or of several that are all in it."""
    found = {region_of_city(one) for one in _JOINT.split(written)[:9]}
    return found.pop() if len(found) == 1 else None


def in_head(posting: Posting) -> tuple[Words, str | None] | None:
    """Find cities that stand alone in a line at the head, or behind the title, and their region.

    Where they are in several regions, there is none that is theirs.
    """
    for line in islice(posting.lines, _MOST):
        head = posting.text[line.start : min(line.end, line.start + 160)]
        if line.section not in ("head", "other"):
            continue
        starts = [0, *(one.end() for one in _APART.finditer(head, 4, 84))]
        for match in filter(None, (_NAMES.match(head, one) for one in starts)):
            if all(map(region_of_city, _JOINT.split(match["place"]))):
                start = line.start + match.start("place")
                words = Words(start, start + len(match["place"]))
                return words, region_of_cities(match["place"])
    return None
