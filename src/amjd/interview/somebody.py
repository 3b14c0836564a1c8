"""Who somebody is: `me and my brother Tom`, `head of sales (priya)`."""

import re

from amjd.answers.names.posts import is_post, name_and_post, own_post, with_article
from amjd.answers.places.countries import is_region_name
from amjd.interview.spelling import as_name
from amjd.text.patterns import compile_later

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
_LABELLED = compile_later(
    r"(?i)(?:the |our )?(?P<post>[^(),:]{2,40}?)s?: ?(?P<who>(?:me|myself|i)\b.*)"
)
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
        return _with_another("the owner", both)
    if labelled := _LABELLED.fullmatch(text):
        return _with_post(labelled["post"], labelled["who"])
    if mine := _MINE.fullmatch(text):
        return _of("the owner", mine[1])
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
    is_name = not is_post(name) and not _ARTICLE.match(name)  # the owners, Gav and Declan
    is_named = comma and is_name and (name == name.lower() or said != rest)
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


def _with_post(post: str, who: str) -> str:
    """Say who somebody is that tells a post first: `owner: me and my brother Declan`."""
    post = post[:1].lower() + post[1:] if post[1:].islower() else post
    if not is_post(post):
        return ""
    if both := _BOTH.fullmatch(who):
        return _with_another(with_article(post), both)
    owner = _OWNER.fullmatch(who)
    return _named_with_post(f"{owner[1]}, {post}") if owner else ""


def _with_another(one: str, both: re.Match[str]) -> str:
    """Say who somebody is and who is beside them: `my office manager Maria`, or `Tom Hale`."""
    whose, who = both[1] or "", both[2]
    named = None if is_post(who) else _WITH_NAME.fullmatch(who)
    is_known = named and (whose or is_post(named[1]) or _FAMILY.fullmatch(named[1]))
    other, name = (named[1], f", {named[2]}") if named and is_known else (who, "")
    other = _of(one, other) or (f"the {other}" if whose else with_article(other))
    return f"{one} and {other}{name}"


def _of(one: str, text: str) -> str:
    """Say whose brother somebody is, where that is no position; nothing of a position."""
    return f"{one}'s {text}" if _FAMILY.fullmatch(text) else ""
