"""Kinds of clients that an answer names: `vet clinics and pet shops, mostly independents`."""

from functools import lru_cache

from amjd.text.characters import joined
from amjd.text.numerals import SMALL_NUMBERS
from amjd.text.patterns import compile_later

CLIENTS = r"(?:accounts?|accts?|clients?|customers?)"
"""A pattern of what clients are called as such."""
# What clients are. Of other words for several, such as electronics, nobody knows whether they are.
_HEADS = (
    " agencies airlines architects associations attorneys bakeries banks bars boutiques brands"
    " breweries brokers builders businesses cafes caf\u00e9s camps caretakers carriers"
    " caterers centers centres chains charities churches cities clients clinics clubs colleges"
    " communities companies contractors co-ops coops councils counties creameries customers"
    " dealers dealerships dentists developers diners dispensaries distributors districts"
    " doctors electricians employers factories families farmers farms firms florists foundations"
    " franchisees franchises galleries garages grocers groomers groups growers gyms haulers"
    " homeowners homes hospitals hotels households importers inns installers institutions"
    " insurers jewelers jewellers kennels kitchens labs laboratories landlords landscapers"
    " lawyers lenders libraries makers managers manufacturers merchants mills municipalities"
    " museums non-profits nonprofits nurseries offices operators organisations organizations"
    " owners painters parishes partners pharmacies physicians plants plumbers practices"
    " producers properties providers pubs publishers ranches realtors resellers resorts"
    " restaurants retailers roasters roofers salons schools sellers shelters shippers shops"
    " showrooms spas start-ups startups stores studios suppliers surgeries tenants theaters"
    " theatres towns traders trusts universities venues vets villages vineyards warehouses"
    " wholesalers wineries workshops "
)
# What is said of them behind: where they are, how they are.
_LED_BY = frozenset((
    "across", "all", "along", "around", "at", "between", "from", "in", "including", "largely",
    "mainly", "many", "most", "mostly", "near", "of", "on", "over", "some", "such", "that", "under",
    "up", "we", "which", "who", "whose", "with", "within",
))  # fmt: skip
_SIGNS, _APART = "(\u2013\u2014:;-", str.maketrans(",'\u2019", "   ")
_BEHIND = compile_later(rf"(?:\s*[(\u2013\u2014:;]| - |,? (?:{'|'.join(sorted(_LED_BY))})\b).*")
# How many there are of each, which is said of them too: offices and a few hotels.
_SOME = ("a few ", "few ", "several ", "a couple of ")
_JOINT = compile_later(r",? and |,? & |, | or ")
_WORD = compile_later(r"[a-z\u00e9]+(?:[-'\u2019][a-z]+)*|[A-Z]{2,5}|[0-9]+-[a-z]+")
# Words of a clause, and such as count or hedge.
_OTHERS = (
    " we i you they our my the a an to is are for by not no any some all many few every each"
    " other others various different several mostly mainly largely usually only also both lots"
    f" about dozens hundreds {' '.join(SMALL_NUMBERS[1:])} "
)
_MOST = 4  # words of one kind, and kinds
_LONGEST = 150


@lru_cache(256)
def kinds_of(text: str) -> str:
    """Return the kinds of clients that an answer names, without what it says of them.

    Nothing where they are not surely that, or where a sentence could not go on with them.
    """
    if len(text) > _LONGEST:
        return ""
    bare = text.strip()
    words = bare.translate(_APART).split()
    if any(sign in bare for sign in _SIGNS) or not _LED_BY.isdisjoint(words):
        bare = _BEHIND.sub("", bare, count=1)
    parts = [_without_some(part) for part in (_JOINT.split(bare) if " " in bare else [bare])]
    if len(parts) > _MOST or not all(map(_is_kind, parts)):
        return ""
    return joined(parts, "and")


def _without_some(text: str) -> str:
    found = next(filter(text.startswith, _SOME), "") if " " in text else ""
    return text[len(found) :]


def are_kinds(text: str) -> bool:
    """Whether an answer names kinds of clients."""
    return bool(kinds_of(text))


def are_sizes(text: str) -> bool:
    """Whether an answer names kinds of clients by nothing but their size: `small local firms`."""
    kinds = kinds_of(text)
    return bool(kinds) and all(map(_is_size, _JOINT.split(kinds)))


def _is_size(kind: str) -> bool:
    *before, last = kind.split(" ")
    return bool(before) and last in _SIZED and _SIZES.issuperset(before)


_SIZES = frozenset((
    "all", "and", "big", "bigger", "different", "family", "growing", "independent", "large",
    "larger", "largest", "local", "medium", "medium-sized", "mid", "mid-size", "mid-sized",
    "middle", "midsize", "midsized", "of", "owner-run", "regional", "sizes", "small", "smaller",
    "tiny", "to", "very",
))  # fmt: skip
_SIZED = frozenset((
    "business", "businesses", "clients", "companies", "company", "contractors", "customers",
    "firms", "organisations", "organizations",
))  # fmt: skip


def _is_kind(part: str) -> bool:
    words = part.split(" ")
    is_plain = len(words) <= _MOST and all(map(_is_word, words))
    is_clause = any(f" {word} " in _OTHERS for word in words)
    return is_plain and not is_clause and f" {words[-1]} " in _HEADS


def _is_word(word: str) -> bool:
    return (word.isascii() and word.isalpha() and word.islower()) or bool(_WORD.fullmatch(word))


_COUNT = compile_later(r"(?<=\d) accounts$")
_WHOSE = compile_later(r"^(?:our|the|my) ")


def counted(accounts: str, called: str) -> str:
    """Say how many accounts there are by what they are called here: `about 60 members`."""
    noun = _WHOSE.sub("", called) if " " in called else called
    return _COUNT.sub(lambda _: f" {noun}", accounts) if noun else accounts
