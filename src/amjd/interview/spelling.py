"""How names are written: those that have a capital wherever they stand, and whole answers."""

import re
from collections.abc import Collection, Mapping

from amjd.answers.days import MONTHS, WEEKDAYS
from amjd.answers.places import is_region_name
from amjd.answers.posts import is_post, name_and_post, own_post, with_article
from amjd.answers.spoken import LANGUAGES
from amjd.interview.products import with_products
from amjd.text.patterns import compile_later

# May and march are words as well; so are sat and sun.
_DAYS = (
    *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
    "Thurs", "Fri", *(month for month in MONTHS if month not in ("March", "May")), "Christmas",
    "Easter", "Thanksgiving",
)  # fmt: skip
_PLACES = ("UK", "USA")
# Days with a name of two words, by what is typed for it.
_FEASTS = {
    "labor day": "Labor Day", "labour day": "Labour Day", "memorial day": "Memorial Day",
    "independence day": "Independence Day", "veterans day": "Veterans Day",
    "presidents day": "Presidents' Day", "columbus day": "Columbus Day",
    "mothers day": "Mother's Day", "mother's day": "Mother's Day", "fathers day": "Father's Day",
    "father's day": "Father's Day", "valentines day": "Valentine's Day",
    "valentine's day": "Valentine's Day", "boxing day": "Boxing Day", "canada day": "Canada Day",
    "victoria day": "Victoria Day", "australia day": "Australia Day", "anzac day": "Anzac Day",
    "christmas eve": "Christmas Eve", "christmas day": "Christmas Day",
    "good friday": "Good Friday", "black friday": "Black Friday",
    "fourth of july": "Fourth of July", "halloween": "Halloween",
}  # fmt: skip
# The first of January where something is told from it; "in the new year" is another time.
_NEW_YEAR = compile_later(
    r"(?i)(?:(?<=\bafter )|(?<=\bbefore )|(?<=\buntil )|(?<=\btill )|(?<=\bby )|(?<=\baround )"
    r"|(?<=\bpast )|(?<=\bover )|(?<=\bsince )|^)"
    r"new year(?:['\u2019]?s|s['\u2019])?(?P<day> (?:day|eve))?(?![\w'\u2019-])"
    r"|(?<![\w@./-])new year['\u2019]?s(?P<of> (?:day|eve))(?![\w'\u2019-])"
)
# Peoples beside their languages; polish and danish only where they are spoken.
_PEOPLES = (
    "Scottish", "British", "European", "American", "Canadian", "Australian", "Mexican", "Cuban",
    "Brazilian", "Haitian", "Indian", "Asian", "African", "Americans", "Canadians", "Mexicans",
    "Indians",
)  # fmt: skip
_SPOKEN = compile_later(
    r"(?<![\w@./-])(?:(?<=\bspeak )|(?<=\bspeaks )|(?<=\bspoken )|(?<=\bfluent )|(?<=\bgood )"
    r"|(?<=\bbasic )|(?<=\bsome )|(?<=\bnative ))(?:polish|danish)(?![\w'\u2019-])"
)
# Information technology by what stands beside it; a pronoun everywhere else.
_WORK = (
    "support|services?|firms?|compan(?:y|ies)|providers?|managers?|departments?|security|teams?"
    "|consultan(?:t|ts|cy)|systems?|helpdesk|help desk|infrastructure|specialists?|technicians?"
)
_IT = compile_later(
    rf"(?<![\w@./-])(?:(?<=managed )it\b|it(?=[ -](?:{_WORK})\b))(?!['\u2019]|\.\w)"
)
_OF_IT = compile_later(rf"\bIT(?=[ -](?:{_WORK})\b)|(?<=[Mm]anaged )IT\b")


def speaks_of_it(text: str) -> bool:
    """Whether a text speaks of information technology."""
    return bool(_OF_IT.search(text) or _IT.search(text))


def spelled(
    text: str, known: Mapping[str, str], *, of_tools: bool, here: Collection[str] = ()
) -> str:
    """Give the names in a text their capitals; `known` are more of them, by their small letters.

    `here` are the products that other answers name.
    """
    text = _NEW_YEAR.sub(_of_new_year, text)
    text = _SPOKEN.sub(_begun, _DATED.sub(_begun, _IT.sub("IT", text)))
    # What holds a capital already was spelled so by somebody.
    if known:
        text = re.sub(_any_of(known), lambda found: known[found[0]], text)
    text = _NAMED.sub(lambda found: _NAMES[found[0]], text)
    return with_products(text, of_tools=of_tools, here=here)


def _any_of(names: Collection[str]) -> str:
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return rf"(?<![\w@./-])(?:{'|'.join(longest)})(?![\w@])(?!\.\w)"


_ONES = (*_DAYS, *_PLACES, *LANGUAGES, *_PEOPLES)
_NAMES = {**{name.lower(): name for name in _ONES}, **_FEASTS}
_NAMED = compile_later(_any_of(_NAMES))


# May and march by the day beside them, or by what is done until then.
_DATED = compile_later(
    r"(?<![\w@./-])(?:(?:may|march)(?= \d{1,2}(?:st|nd|rd|th)?"
    r"(?![\w%]| (?:miles?|km|hours?|days?|times?)\b))"
    r"|(?:(?<=\d )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=\dth )|(?<=\bby )|(?<=\bmid )|(?<=\bmid-)"
    r"|(?<=\bearly )|(?<=\blate )|(?<=\bend of )|(?<=\buntil ))(?:may|march)(?![\w'\u2019-]))"
)


def _of_new_year(found: re.Match[str]) -> str:
    whose = "New Year" if found[0].lower() == "new year" else "New Year's"
    return f"{whose}{(found['day'] or found['of'] or '').title()}"


def _begun(found: re.Match[str]) -> str:
    return found[0].capitalize()


# -- an answer that is a name: of a company, a place or a person ----------------------------------

_JOINTS = ("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to")
_SHORT = ("llc", "llp", "plc", "uk", "usa")
_OWNER = compile_later(
    r"(?i)(?:me|myself|i)(?:[,:=]| [-=\u2013\u2014])? (?!(?:and|&|n|\+|or|/) )(.+)"
)
# Behind a name or a post: Priya (me), and before one in the same brackets.
_OWNER_LAST = compile_later(
    r"(?i)(?: \((?:me|myself)\)| [-=\u2013\u2014] (?:me|myself)\.?$|(?<= \()(?:me|myself)[,:]? )"
)
# A name and a post, with a mark or brackets between them.
_BESIDE = compile_later(r"([^,()]+?)(?:,? ?\(([^()]+)\)|(?:,| [-\u2013\u2014]) (.+?))\.?")
_ARTICLE = compile_later(r"(?i)^(?:the|our|an?) ")
_COMMA = compile_later(r",(?![^(]*\))")
_BOTH = compile_later(r"(?i:me|myself|i) (?i:and|&|n|\+) (?i:(my|our|the) )?(.+)")
_WITH_NAME = compile_later(r"(.+?),? ([A-Z]\w+)")
# What is no name behind "me"; the first tell of nobody else.
_OF_ONESELF = compile_later(
    r"(?i)(?:i|i'm|im|own|guess|think|suppose|run|do|did|since|the|as|always|mostly|mainly|usually"
    r"|just|only|they|all|everyone|everybody|each|people|clients|customers|whoever|who)\b"
)
_NO_NAME = compile_later(
    r"(?i)(?:for|but|until|till|with|at|in|on|because|then|who|whoever|it|so|or|and|if|when|while"
    r"|not?|nobody|none|yet|to be|still|new|vacant|open|tb[ad]|soon|acting|interim|temporary|former"
    r"|retiring|leaving|part|full|remote|based|also|currently|his|her|their|our|my|same)\b|\W"
)
# Not me, Joe: that is Joe. Just me is me.
_SAYING = compile_later(
    r"(?i)^(?:(?:(?:it|that)(?: is|['\u2019]s)|just|only|i am|am)[, ]+"
    r"|not me[,;:]? (?:but )?)+(?=\w)"
)
_DENIED = compile_later(r"(?i)(?:not|nobody|no one|none|neither)\b")
_TWO = compile_later(r"(?i) (?:and|&|n|\+|or) |/")
_AND = compile_later(r"(?i)(?:and|&|n|\+|or) ")
_FAMILY = compile_later(
    r"(?i)(?:brother|sister|wife|husband|partner|son|daughter|father|dad|mother|mom|mum|cousin)"
    r"(?:-in-law)?"
)
_MINE = compile_later(r"(?i)my (.+)")
_WITH_ARTICLE = compile_later(r"^(?!(?:the|an?|our|my|who) )(?=[a-z])")


def as_person(text: str) -> str:
    """Say who somebody is who says me and more; nothing of another answer."""
    text = re.sub("^to ", "", text, flags=re.IGNORECASE)
    if (bare := _SAYING.sub("", text)) != text:
        return as_person(bare) or bare
    if _DENIED.match(text):
        return ""
    if own := own_post(text):
        return own
    if both := _BOTH.fullmatch(text):
        return f"the owner and {_beside_owner(both[1] or '', both[2])}"
    if mine := _MINE.fullmatch(text):
        return _of_owner(mine[1])
    if owner := _OWNER.fullmatch(text):
        return _oneself(owner[1])
    if len(_OWNER_LAST.findall(text)) == 1 and not _TWO.search(text):
        return _oneself(_OWNER_LAST.sub("", text))
    if "(" in text and text == text.lower():
        is_area = is_region_name(text.partition("(")[2].rstrip(" ).,"))  # sales manager (ohio)
        return "" if is_area else _named_with_post(text)
    name, comma, rest = text.partition(",")
    post = rest.strip()
    said = f" {with_article(post)}" if post == post.lower() else rest
    # Without a comma it may be a position.
    is_named = comma and not is_post(name) and (name == name.lower() or said != rest)
    return f"{as_name(name)}{comma}{said}" if is_named else ""


def _oneself(text: str) -> str:
    """Say who it is that says of themselves what stands beside "me"; without a post, the owner."""
    said = re.split(r"(?<=\w{3})[.;!] ", text)[0]  # and not what else is told of oneself
    said = re.sub(r"^\(([^()]+)\)", r"\1", said).strip()
    if named := _named_with_post(said):
        return named
    if own := own_post(f"me, {said}"):
        return own
    name, *more = _COMMA.split(said, maxsplit=1)
    if _OF_ONESELF.match(name):
        return "the owner" if said == said.lower() else ""
    name, post = (name, "") if more else name_and_post(name)  # Dwayne Carter VP sales
    position = more[0].strip() if more else post or "the owner"
    if _NO_NAME.match(name) or _AND.match(position):
        return ""
    words = name.split(" ")
    posts = (" ".join(words[:cut]) for cut in range(1, min(len(words), _LONGEST_POST)))
    if not more and any(map(is_post, posts)):
        return name  # Sales Director Priya
    return f"{as_name(name)}, {_WITH_ARTICLE.sub('the ', position)}"


_LONGEST_POST = 6  # words


def _named_with_post(text: str) -> str:
    """Name somebody with their post, whichever stands first and whatever is between them.

    Nothing of a text in which not exactly one of the two is a post.
    """
    beside = _BESIDE.fullmatch(text)
    if not beside:
        return ""
    one, other = beside[1], beside[2] or beside[3]
    is_first, is_last = (is_post(_ARTICLE.sub("", part)) for part in (one, other))
    name, post = (other, one) if is_first else (one, other)
    if is_first == is_last or _OF_ONESELF.match(name) or _NO_NAME.match(name):
        return ""
    return f"{as_name(name)}, {_WITH_ARTICLE.sub('the ', post)}"


def names_in(text: str) -> list[str]:
    """List the names in words of a person, which those of a post are not."""
    parts = text.split(", ")
    kept = [part for part in parts if not is_post(re.sub("(?i)^(?:the|our|an?) ", "", part))]
    return _CALLED.findall(", ".join(kept) + "," * (kept != parts))


# A word with a capital that is no beginning of a position, as in `Office manager`.
_CALLED = compile_later(r"(?:(?<=[\w,] )[A-Z]\w+|^[A-Z]\w+(?= [A-Z]|,))")


def _beside_owner(whose: str, who: str) -> str:
    """Say who somebody is beside the owner: `my office manager Maria`, or `Tom Hale`."""
    named = None if is_post(who) else _WITH_NAME.fullmatch(who)
    is_known = named and (whose or is_post(named[1]) or _FAMILY.fullmatch(named[1]))
    one, name = (named[1], f", {named[2]}") if named and is_known else (who, "")
    return (_of_owner(one) or (f"the {one}" if whose else with_article(one))) + name


def _of_owner(text: str) -> str:
    """Say whose brother somebody is, where that is no position; nothing of a position."""
    return f"the owner's {text}" if _FAMILY.fullmatch(text) else ""


def as_name(text: str) -> str:
    """Begin the words of a name with capitals, unless somebody has thought of capitals."""
    if text != text.lower():
        return text
    words = text.split(" ")
    return " ".join(_word(word, is_first=not at) for at, word in enumerate(words))


def as_area(text: str) -> str:
    """Begin the names of countries and of states with capitals: `south idaho n new mexico`."""
    return _ONE_OR_TWO.sub(lambda found: _region(found[1], found[2] or ""), text)


def _region(first: str, second: str) -> str:
    if second and is_region_name(first + second):
        return f"{begun(first)} {begun(second.strip())}"
    one, other = (begun(part) if is_region_name(part) else part for part in (first, second.strip()))
    return f"{one} {other}" if second else one


# Of two words that follow each other, the first may belong to one before: each is tried.
_ONE_OR_TWO = compile_later(r"(?<![\w@./-])([a-z]{4,}|new)( [a-z]{4,})?(?![\w@/-])")


def as_place(text: str) -> str:
    """Begin the parts of an address with capitals; a state of two letters has two."""
    *towns, last = text.split(", ")
    return ", ".join([*map(as_name, towns), last.upper() if len(last) == 2 else as_name(last)])


def _word(word: str, *, is_first: bool) -> str:
    if word.strip(".,") in _SHORT:
        return word.upper()
    return word if word in _JOINTS and not is_first else begun(word)


def sentences_begun(text: str) -> str:
    """Begin the sentences behind the first with capitals."""
    return _SENTENCE.sub(lambda found: found[1] + begun(found[2]), text)


_SENTENCE = compile_later(
    # Behind the end of a range of hours too: 7-4. A number alone may begin an item of a list.
    r"((?:(?<=\d[-\u2013])\d|(?<![\w.])(?!(?:approx|etc|incl?|ltd|co|st|no|vs|dept|hrs?|min|max|mt|ft|est|dr|mrs?|ms)\.)"
    r"[\w)%\u2019']{2,})[.!?] +)([a-z]\S*)"
)


def begun(text: str) -> str:
    """Begin with a capital, unless the first word has one, as `eBay`, or is a figure or address."""
    first = text.partition(" ")[0]
    is_small = first.islower() and not re.search(r"\d|@|://|\w\.\w", first)
    return text[:1].upper() + text[1:] if is_small else text
