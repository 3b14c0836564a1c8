"""Tools that the job is done with, by name; languages and the company's products are none.

A name that is a word as well is a tool where it is listed with others, or said to be one.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from amjd.answers.names.software import software
from amjd.review.posting import Posting, Words
from amjd.text.patterns import compile_later

_CRM = compile_later(r"\bcrms?\b(?: (?:system|software|tool|platform|database)s?)?")
_ROW = compile_later(r"^(?:tools|software|systems): (?P<row>[^\n]{2,200})", re.M)
_LISTED = compile_later(
    r"(?:[,/(+&:]|\b(?:and|or|e\.g\.?|like|such as|including)\b) ?(?:and |or |ms |the )?\Z"
)
_LISTS = compile_later(r"^ ?(?:[,/)+&]|(?:and|or)\b)")
_SAID = compile_later(
    r"(?:\b(?:using|use|used|uses|utiliz\w+|utilis\w+|leverag\w+|via|with|in|proficien\w+"
    r"|familiar\w*|knowledge|tools?|software|systems?|platforms?|programs?|apps?|applications?"
    r"|skills?|chat|spreadsheets?|experience|mastery|strong|advanced|intermediate|basic|payment\w*"
    r"|disputes|through|crm|ms|microsoft)\b)[^.;\n]{0,28}\Z"
)
_SAID_AFTER = compile_later(
    r"^ ?\(?(?:crm|skills?|proficien|knowledge|experience|spreadsheets?|software|tools?|certif"
    r"|reports?|channels?|&)"
)
# "Excel in", "slack off", "Slack Fund", "Miro founder", "partner with Oracle", "our LinkedIn page".
_VERB = compile_later(r"\b(?:to|you|will|must|can|consistently|also|who|truly|people|an?) \Z")
_NO_TOOL_AFTER = compile_later(
    r"^(?:'s\b| (?:of (?:products|solutions|services|tools)|fund|founder|co-founder|capital"
    r"|ventures|ceo|cto|alumni|consult|partner(?:s|ed|ship)|customer|client|interview|call|meeting"
    r"|conference|in\b|at\b|cloud|headquarters|products?|technolog|learning|profile|page|posting"
    r"|hashtag|efforts|campaign|activit|hosting|sites?\b|websites?|development|ecosystem|plugins?"
    r"|themes?|agenc|practice|to\b|deck|for \w+ing))"
)
_SKILLED = compile_later(
    r"\b(?:proficien\w+|familiar\w*|experience|skill\w*|knowledge)(?: (?:with|in|of|using"
    r"|working with))? (?:the )?\Z"
)
_USED = compile_later(r"\b(?:use|uses|using|in|with|through|via) \Z")
# "bluebell.example/hubspot", where "Salesforce/HubSpot" are two
_OF_ADDRESS = compile_later(r"(?:[.@][^\s,]{0,40}/|//(?:[^\s,]{0,40}/)?)\Z")
_OF_OTHERS = compile_later(
    r"(?:acquired|funded|backed) by \Z|\bpartner(?:s|ship|ships)? (?:of|with|such as"
    r"|like) [^.;\n]{0,30}\Z"
)
_MOST = 2000  # names that are looked at
_SECTIONS = ("about", "equal", "benefits", "pay", "apply")
_NO_CRM = compile_later(r"interest in \Z|has \Z|provider of \Z")
_JOB_OF_TOOL = compile_later(
    r"^ (?:consult|partner|customer|client|interview|call|meeting|in\b|at\b|companies|vendor)"
)


def tools(posting: Posting) -> list[Words]:
    """Find the tools, each once; `crm` alone counts where no product of that kind is named."""
    found, row = list(_products(posting)), _ROW.search(posting.low)
    if row and not any(row.start() <= one.start < row.end() for one in found):
        return [Words(*row.span("row"))]
    if row:
        found += _others(posting, row, found)
    found += _beside(posting, found)
    if not any(keeps_clients(posting, one) for one in found):
        found += _crm(posting)
    once = {posting.lowered(one): one for one in reversed(found)}
    return sorted(once.values())


_ENDED = compile_later(
    r"^(?:[,;./)]| (?:and|or|for|crm|boards?|to (?:log|plan|track|manage))\b|\Z)"
)
_NAMED_TOO = r"[A-Z][\w+-]{2,20}(?: [A-Z][\w+-]{1,20})?"
# "You'd use Asana, Slack and Streamtime."
_USED_LIST = compile_later(
    rf"\b(?:[Uu]s(?:e|es|ing)|[Ww]ork in"
    rf"|[Ww]orking in) (?P<list>{_NAMED_TOO}(?:, {_NAMED_TOO}){{0,6}}"
    rf",? (?:and|or|&) {_NAMED_TOO})(?= ?(?:[.;,)]|$| (?:to|for|every|daily)\b))",
    re.M,
)
_JOINTS = compile_later(r",? (?:and|or|&) |, ")


def _beside(posting: Posting, found: list[Words]) -> Iterator[Words]:
    """List the names that are used beside a tool that is known."""
    for match in _USED_LIST.finditer(posting.text) if found else ():
        start, end = match.span("list")
        if not any(start <= one.start < end for one in found):
            continue
        at = start
        for joint in (*_JOINTS.finditer(posting.text, start, end), None):
            words = Words(at, joint.start() if joint else end)
            at = joint.end() if joint else at
            if not any(one.start < words.end and words.start < one.end for one in found):
                yield words


_PARTED = compile_later(r"(?:; also | ?[,;+] (?:and )?| and )")
_ONE_NAME = compile_later(r"[A-Z0-9][\w.+/-]{1,20}(?: [A-Z0-9][\w.+-]{0,20}){0,2}\.?")


def _others(posting: Posting, row: re.Match[str], found: list[Words]) -> Iterator[Words]:
    """List the names of a row of tools that nobody knows: "Salesforce; also Guardix, Excel"."""
    at = row.start("row")
    for end in (*_PARTED.finditer(posting.low, *row.span("row")), None):
        words = posting.trimmed(Words(at, end.start() if end else row.end("row")))
        at = end.end() if end else at
        is_known = any(one.start < words.end and words.start < one.end for one in found)
        if not is_known and _ONE_NAME.fullmatch(posting.said(words)):
            yield words


_NAMED_CRM = compile_later(r"\bcrm(?: system| software| tool)?(?: \(|: ?|, | is )\Z")


def keeps_clients(posting: Posting, words: Words, is_word: bool | None = None) -> bool:
    """Whether a tool is a list of clients: by its name (`is_word` as in software), or said so."""
    return bool(
        re.fullmatch(_any_of("crm", is_word=is_word), posting.lowered(words))
        or _NAMED_CRM.search(posting.before(words, 20))
        or posting.low.startswith(" crm", words.end)
    )


# "Nielsen/Circana, Excel": a line of names alone
_NAME = r"[A-Z0-9][\w.+-]{1,20}(?: [A-Z0-9][\w.+-]{0,20}){0,2}"
_NAMES = compile_later(rf"{_NAME}(?:(?:, ?| ?/ ?| ?& ){_NAME})+[.;]?")


@cache
def _named() -> re.Pattern[str]:
    sure, word = _any_of(is_word=False), _any_of(is_word=True)
    return re.compile(rf"(?<![\w@.])(?:(?P<sure>{sure})|(?P<word>{word}))(?![\w@]|\.[a-z]|[- ]end)")


@cache
def _in_a_row() -> re.Pattern[str]:
    names = _any_of("tool", is_word=False)
    joint, office = r"(?:,|,? (?:and|or|&)|/)", r"(?: ?(?:word|excel|outlook),){0,2}"
    return re.compile(rf"^{joint}{office} ?(?:and |or |& )?(?:{names})\b")


def _any_of(*kinds: str, is_word: bool | None = None) -> str:
    """Return a pattern for the names of some kinds, or of all tools, in small letters."""
    found = [
        name.lower()
        for one in software()
        if one.kind in (kinds or ("crm", "tool")) and is_word in (None, one.is_word)
        for name in one.names
    ]
    # The longest first: Salesforce.com begins as Salesforce does.
    longest = sorted(found, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", "[- ]") for name in longest)


def _products(posting: Posting) -> Iterator[Words]:
    matches = list(islice(posting.matches(_named()), _MOST))
    sure = [one.span() for one in matches if one["sure"]]
    for match in matches:
        words = Words(*match.span())
        if _is_near(posting, words) and (match["sure"] or _is_meant(posting, words, bool(sure))):
            yield words


def _crm(posting: Posting) -> Iterator[Words]:
    for words in posting.hits(_CRM):
        line = posting.line(words.start)
        before = posting.before(words, 16)
        after = posting.behind(words, 16)
        if line.section in _SECTIONS or _NO_CRM.search(before) or _JOB_OF_TOOL.match(after):
            continue
        yield words
        return


def _is_near(posting: Posting, words: Words) -> bool:
    """Whether a name stands where work is spoken of, and not as a company's or a meeting's."""
    line = posting.line(words.start)
    before = posting.before(words, 40)
    if line.section in _SECTIONS or _OF_ADDRESS.search(before):
        return False
    after = posting.behind(words, 24)
    said = posting.said(words)
    if said == "salesforce" and not re.match(r" ?(?:crm|[,./)]|and\b|or\b|\Z)", after):
        return False  # people who sell
    if _OF_OTHERS.search(before):
        return False
    # "Proficiency with Google Apps products" is one of use, "sell Google Apps products" is not.
    is_line = after.startswith((" products", " technolog", " of "))
    is_used = after.startswith(" to ") and _USED.search(before)
    return bool(not _NO_TOOL_AFTER.match(after) or is_used or (is_line and _SKILLED.search(before)))


def _is_meant(posting: Posting, words: Words, has_others: bool) -> bool:
    """Whether a word is meant as a tool's name: by a capital, in a list of tools or said so."""
    before = posting.before(words, 60)
    after = posting.behind(words, 40)
    is_name = posting.text[words.start].isupper()
    said = posting.lowered(words)
    if said == "excel" and _SAID.search(before) and not _VERB.search(before):
        return True
    # "word, excel, powerpoint": in small letters before a name that is nothing else.
    is_office = said in ("word", "excel", "outlook")
    if before.endswith("we use ") or (is_office and _in_a_row().match(after)):
        return True
    line = posting.line(words.start)
    if is_office and line.end - line.start < 120 and _NAMES.fullmatch(posting.said(line).strip()):
        return True
    if not is_name or _VERB.search(before):
        return False
    if said == "linkedin":
        return (
            bool(re.search(r"(?:tools?|using|use|via|crm)\b[^.;\n]{0,40}\Z", before)) and has_others
        )
    if _SAID.search(before) or _SAID_AFTER.match(after):
        if said == "monday" and not _ENDED.match(after):
            return False  # "Monday stand-up"
        return said not in ("word", "close", "front", "segment", "monday") or has_others
    is_listed = bool(_LISTED.search(before) or _LISTS.match(after))
    around = f"{before}{after}"
    return is_listed and bool(_named().search(around))
