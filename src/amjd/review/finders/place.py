"""Where the job is: a labelled place, one in the head, or in a sentence that says so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from amjd.answers.places.cities import region_of_city
from amjd.answers.places.countries import is_region, parts_called, regions_named
from amjd.review.finders import cities
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_CITY = compile_later(
    r"(?<![\w.'’-])(?P<city>[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3}), ?(?:[Tt]he )?"
    r"(?P<part>[A-Z]{2,3}\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?P<country>, ?(?:USA|U\.S\.A\.|United States|Canada|UK))?"
)
_ANYWHERE = compile_later(
    r"(?:anywhere|remote|based)[^.\n]{0,20}\b(?:in|within|across"
    r"|from)? ?(?:the )?(?<!non[- ])(?:u\.?s\.?a?\b|united states)"
    r"|\bremote,? ?\(?(?:us|usa|u\.s\.|united states)\b|\bus[- ]remote\b|united states \(remote"
)
_NAMED = compile_later(r" - (?P<place>[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2})$", re.M)
_LABEL = compile_later(
    r"^(?:job )?(?:location|place|based in|office|where)(?: of work)?: ?[\"']?(?P<place>[^\n·"
    r"|]{2,80})",
    re.M,
)
# "Manchester, UK (hybrid, 3 days in the office)", "Salem, MA - on site most days"
_WORK_FROM = compile_later(r"^work from: (?P<place>[^\n]{2,60})$", re.M)
# "Worcester MA (on-site)"
_BARE_LINE = compile_later(
    r"(?P<place>[A-Z][A-Za-z.'\u2019 -]{1,40} [A-Z]{2})(?: \d{5})?"
    r" \((?:on-site|hybrid|remote)\b[^()]{0,40}\)(?: \u00b7 .*)?"
)
_HOW = compile_later(
    r" ?\((?=[^()]*\b(?:remote|hybrid|on-?site|office)\b)[^()]*\)? ?\Z|[\"'] ?\Z"
    r"| ?(?:\([^()]*\) ?)?(?:and|&|\+) (?:on the road|travel)[^\n]*\Z"
    r"| - [^\n]*\b(?:remote|hybrid|on-?site|days|in the)\b[^\n]*\Z"
)
# "Richmond, VA. Remote 2 days after 6 months"
_NEXT = compile_later(r"(?<=[A-Za-z]{2})(?<!\bSt)(?<!\bFt)(?<!\bMt)\. (?=[A-Z][a-z])")
# Where a company sits is not where its job is.
_OF_FIRM = compile_later(
    r"headquarter|founded|\b(?:we|company|firm|offices|clients) (?:are|is|in|have|based)\b|\bour\b",
    re.IGNORECASE,
)
# The office of the job: where there is one, it is there.
_OFFICE = compile_later(
    r"\bour (?:office|shop|store|warehouse|plant|depot|studio|yard) is (?:in|at)\b", re.IGNORECASE
)
_BASED = compile_later(
    r"(?:\b(?:based|located) (?:in|at|out of) (?:our )?|\bour (?:office|shop|store|warehouse|plant"
    r"|depot|studio|yard) is (?:in|at) )(?P<place>[a-z][^.;,()\n]{2,40})"
)


class Place(NamedTuple):
    """A place as it is written, and the ISO 3166 code of its part of a country, if it is plain."""

    words: Words | None
    region: str | None


def place(posting: Posting) -> Place:
    """Find where the job is: a labelled place, one in the head, or a sentence that says so."""
    if match := _ANYWHERE.search(posting.low):
        return Place(Words(match.start(), _closed(posting, match)), "US")
    if (own := _WORK_FROM.search(posting.low)) and (
        code := _region(posting.said(Words(*own.span("place"))))
    ):
        return Place(Words(*own.span("place")), code)
    if label := _LABEL.search(posting.low):
        how = _HOW.search(posting.low, *label.span("place"))
        end = how.start() if how else label.end("place")
        over = _NEXT.search(posting.text, label.start("place"), end)
        words = Words(label.start("place"), over.start() if over else end)
        return Place(words, _region_in(posting.said(words)))
    if known := cities.in_head(posting):
        return Place(*known)
    return _in_head(posting) or _in_sentence(posting) or Place(None, None)


def _in_head(posting: Posting) -> Place | None:
    """Find a city with its state or country, or what a title names behind a dash."""
    for at, line in enumerate(posting.lines[:8]):
        head = posting.text[line.start : min(line.end, line.start + 160)]
        if _OF_FIRM.search(_OFFICE.sub("", head)):
            continue
        named = _NAMED.search(head) if at < 3 else None
        if named and not _is_known(_region(named["place"])):
            named = None
        spans = [one.span() for one in _cities(head) if not _are_parts(one)]
        spans += [named.span("place")] if named else []
        tail = _TAIL.search(head) if at < 4 else None
        if tail and (tail["part"] in _SURE or region_of_city(tail["city"])):
            spans += [tail.span("place")]
        spans += [bare.span("place")] if (bare := _BARE_LINE.fullmatch(head)) else []
        for start, end in spans:
            code = _region(head[start:end])
            if code and (start == spans[0][0] or _is_known(code)):
                return Place(Words(line.start + start, line.start + end), code)
    return None


# "Reece Street Plumbing, Geelong VIC": three letters are no other word, two may be.
_TAIL = compile_later(
    r"(?:\A|, |[-\u2013"
    r"|\u00b7] )(?P<place>(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) (?P<part>[A-Z]{2,3}))"
    r"(?= ?(?:\Z|[|(\u00b7]| \d{4}))"
)
_SURE = ("NSW", "VIC", "QLD", "TAS")


def _cities(head: str) -> Iterator[re.Match[str]]:
    """Find what may be a city with its state; a company's name may stand before it."""
    match = _CITY.search(head)
    while match:
        yield match
        match = _CITY.search(head, match.start("part"))


def _closed(posting: Posting, match: re.Match[str]) -> int:
    """Return the end of words, behind the bracket that they open: "Remote (US only)"."""
    end = match.end()
    close = posting.low.find(")", end, end + 24)
    is_open = "(" in match[0] and ")" not in match[0]
    return close + 1 if is_open and close >= 0 and "\n" not in posting.low[end:close] else end


def _are_parts(match: re.Match[str]) -> bool:
    """Whether two words are no city and its state but two states, as in "Ohio, Michigan"."""
    if len(match["city"]) == 3 and parts_called(match["city"].upper()):
        return True  # "Qld, NSW"
    # The names of all regions take longer to load than most postings to read.
    if len(match["part"]) <= 3 or match["part"] in _COUNTIES:
        return False
    city, part = _region(match["city"]), _region(match["part"])
    # "Geelong VIC, Australia" is one in the other.
    ends = city and part and (f"{city}-", f"{part}-")
    is_within = ends and (ends[0].startswith(ends[1]) or ends[1].startswith(ends[0]))
    return _is_known(city) and _is_known(part) and not is_within


def _is_known(code: str | None) -> bool:
    """Whether a word of a title is a place: "West" is a part of some country too."""
    return code is not None and ("-" not in code or code.startswith(("US-", "CA-", "GB-", "AU-")))


def _in_sentence(posting: Posting) -> Place | None:
    for match in posting.matches(_BASED):
        words = Words(*match.span("place"))
        line = posting.line(words.start)
        is_name = posting.text[words.start].isupper()
        if (
            is_name
            and line.section != "about"
            and not _OF_FIRM.search(_OFFICE.sub("", posting.around(words, 50, 0)))
        ):
            here = posting.text[words.start : min(line.end, words.end + 24)]
            return Place(words, _region(here) or _region_in(posting.said(words)))
    return None


# "Denver CO 80202": a state's letters without a comma before them.
_BARE = compile_later(r"[A-Z][A-Za-z.'’ -]{1,40} (?P<part>[A-Z]{2,3})(?: \d{4,5}(?:-\d{4})?)?")
# Counties of England that ISO 3166 has only by their boroughs.
_COUNTIES = (
    "Yorkshire", "West Yorkshire", "South Yorkshire", "West Midlands", "Greater Manchester",
    "Merseyside", "Tyne and Wear", "Sussex", "Middlesex",
)  # fmt: skip
_WASHINGTON = compile_later(r"['\" ]?washington,? d\.? ?c\b")


def _region(written: str) -> str | None:
    """Return the code of a part of a country, or of a country, if it can be no other."""
    match = _CITY.search(written)
    part = match["part"] if match else written.strip(" .,;:!?'\"’”()")
    country = (match["country"] or "") if match else ""
    if part.lower() in ("new york city", "nyc"):
        return "US-NY"
    if _WASHINGTON.match(written.lower()):
        return "US-DC"
    if part.isupper() and len(part) < 4:
        return _coded(part, "Canada" in country)
    if bare := _BARE.fullmatch(part):
        return _coded(bare["part"], is_in_canada=False)
    if part in _COUNTIES:
        return "GB-ENG"
    if match and part == "Georgia":
        return "US-GA"  # behind a city it is the state
    named = regions_named(part) if len(part) > 2 else []
    return named[0] if len(named) == 1 else None


def _region_in(written: str) -> str | None:
    """Return the code of a place that is known by its state, or as one or more cities alone."""
    return _region(written) or cities.region_of_cities(_SET_IN.sub("", written.strip(" .\"'")))


# "Denver metro area", "Leeds city centre", "downtown Boise"
_SET_IN = compile_later(
    r"^(?:our )?(?:downtown|central|greater|metro) |,? (?:metro(?:politan)?|city cent(?:re|er)"
    r"|downtown|area|region|office|hq|head office|and (?!or\b)[a-z])\b.*$",
    re.IGNORECASE,
)


def _coded(part: str, is_in_canada: bool) -> str | None:
    """Return the code of a state or a province by its letters; California goes before Canada.

    Both go before Australia: WA is Washington.
    """
    codes = (f"CA-{part}",) if is_in_canada else (f"US-{part}", f"CA-{part}", f"AU-{part}")
    found = next((code for code in codes if is_region(code)), None)
    if found:
        return found
    named = regions_named(part)
    return named[0] if len(named) == 1 else None
