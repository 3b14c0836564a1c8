"""Posts that people hold: where one stands in a sentence, it has an article and a name has none."""

import re
from functools import lru_cache

from amjd.text.patterns import compile_later

# Words that end a post, whatever stands before them: sales director, depot manager.
_POSTS = compile_later(
    r"administrator|adviser|advisor|assistant|bookkeeper|boss|buyer|ceo|cfo|chair|"
    r"chairperson|chef|cio|cmo|co-founder|co-ordinator|co-owner|cofounder|controller|coo|"
    r"coordinator|coowner|cro|cto|director|dispatcher|evp|executive|foreman|founder|gm|"
    r"lead|leader|manager|md|officer|operator|owner|owner-operator|"
    r"owner/operator|partner|planner|president|principal|proprietor|secretary|superintendent|"
    r"supervisor|svp|vice-president|vp"
)
# What stands before these may be a name, or is part of one: Dana Owner, George Foreman.
_OF_NAMES = compile_later(
    r"boss|ceo|cfo|chair|cio|cmo|co-founder|co-owner|cofounder|coo|coowner|cro|cto|"
    r"foreman|founder|gm|lead|leader|md|officer|operator|owner|partner|planner|president|"
    r"principal"
)
_FIRST = ("vp", "svp", "evp")  # of Sales, or Sales
# Words that begin a post, which no name does.
_KINDS = compile_later(
    r"account|accounts|acting|administrative|agency|area|assistant|associate|b2b|board|"
    r"branch|brand|business|center|centre|channel|chief|client|clients|co|commercial|"
    r"community|company|content|contract|contracts|country|creative|crew|customer|"
    r"cs|customers|cx|delivery|depot|deputy|design|digital|district|division|divisional|"
    r"e-commerce|eastern|emea|engineering|enterprise|events|executive|export|facilities|"
    r"field|finance|financial|firm|first|fleet|floor|food|founding|front|general|"
    r"global|group|growth|hotel|hr|human|inside|installation|interim|international|it|"
    r"joint|key|kitchen|lead|logistics|managing|marketing|media|membership|national|new|"
    r"north|northern|office|operating|operations|ops|outside|owner|partner|partners|"
    r"partnership|partnerships|people|plant|practice|procurement|product|production|"
    r"program|programme|programmes|programs|project|projects|property|purchasing|quality|"
    r"regional|relations|relationship|renewals|retail|revenue|route|sales|school|senior|"
    r"service|services|shift|shop|site|south|southern|store|strategic|studio|supply|"
    r"support|team|technical|technology|territory|trade|training|transport|uk|us|vice|"
    r"warehouse|web|western|wholesale|workshop"
)
_ARTICLES = frozenset((
    "a", "an", "another", "any", "both", "each", "either", "every", "her", "his", "i", "me", "my",
    "one", "our", "some", "the", "their", "this", "two", "whoever", "your",
))  # fmt: skip
_BETWEEN = (
    "of", "for", "in", "at", "on", "with", "who", "from", "to", "-", "\u2013", "\u2014",
)  # fmt: skip
_BOTH = ("and", "or", "&")
_FURTHER = compile_later(rf",| ?[(/]| (?:{'|'.join(_BETWEEN)}) ", re.IGNORECASE)
_AND = compile_later(rf" (?:{'|'.join(_BOTH)}) ", re.IGNORECASE)
# Whoever says me and a post: me, sales director; myself (head of sales); I'm the MD; CEO (me).
_OWN = compile_later(
    r"(?i)(?:to )?(?:me|myself|i(?: am|['\u2019]m)?)(?:[,:]? | [-\u2013\u2014] | ?\()"
    r"(?:as )?(?:the |our )?(?P<post>(?!am |[-\u2013\u2014])[^()]+?)\)?\.?"
)
_OWN_LAST = compile_later(
    r"(?i)(?:to )?(?:the |our )?(?P<post>[^()]+?)"
    r"(?: ?\((?:me|myself)\)|(?: [-=\u2013\u2014]|:) (?:me|myself))\.?"
)


_POST_BEHIND = compile_later(
    r"(?P<name>[^\W\d_a-z][\w.'\u2019-]*(?: [^\W\d_a-z][\w.'\u2019-]*){0,3}), (?P<post>.+)"
)


def by_name(text: str) -> str:
    """Return the name alone of somebody whose post stands behind it: `Dana Ruiz, the founder`.

    Of two of whom the last is named, the post before that name is left out: `the owner and Tom`.
    """
    if ", " not in text:
        return text
    if two := _TWO.fullmatch(text):
        return f"{two['one']} and {two['name']}"
    found = _POST_BEHIND.fullmatch(text)
    if not found or is_post(found["name"]):
        return text
    post = re.sub("^(?:the|our) ", "", found["post"])
    return found["name"] if is_post(post) else text


_TWO = compile_later(
    r"(?P<one>[^,;]{2,40}?) and the [^,;]{2,40}, "
    r"(?P<name>[^\W\d_a-z][\w.'\u2019-]*(?: [^\W\d_a-z][\w.'\u2019-]*){0,3})"
)


def name_alone(text: str) -> str:
    """Return the name of a person, without a post behind it; nothing of a post."""
    name = by_name(text)
    is_name = _CAPITALS.fullmatch(name) and not is_post(name)
    return name if is_name else ""


_CAPITALS = compile_later(r"[^\W\d_a-z][\w.'\u2019-]*(?: [^\W\d_a-z][\w.'\u2019-]*){0,3}")


def with_article(text: str) -> str:
    """Return a person as a sentence has them: a post that has no article gets one.

    A post before a colon stands alone: owner: Gav and Mere.
    """
    post, colon, _ = text.partition(": ")
    if colon and is_post(_THE.sub("", post.removesuffix("s"))):
        return f"the {_THE.sub('', post)}"
    return f"the {text}" if is_post(text) else text


@lru_cache(256)
def is_post(text: str) -> bool:
    """Whether a text names a post, such as `Sales Director`, and has no article.

    Where a name could begin it (`Ann Marie Sales Director`), it is none.
    """
    inner = text.lower().split(" ")[1:-1]
    has_marks = "," in text or "(" in text or "/" in text
    if not has_marks and not any(word in inner for word in (*_BETWEEN, *_BOTH)):
        return _is_post(text, is_followed=False)
    first = _FURTHER.split(text, maxsplit=1)[0]
    if _is_post(first, is_followed=bool(re.match(" of ", text[len(first) :], re.IGNORECASE))):
        return True
    return bool(_AND.search(first)) and _is_post(_AND.split(first)[0], is_followed=False)


def _is_post(text: str, *, is_followed: bool) -> bool:
    """Judge the words of a text; `is_followed` where "of" stands behind them."""
    words = text.casefold().split()
    if not words or words[0] in _ARTICLES or re.search(r"['\u2019]s?(?: |$)", text):
        return False
    first, last = words[0], words[-1].rstrip(".")
    if first in _FIRST:
        return len(words) == 1 or bool(_KINDS.fullmatch(words[1]))
    if last in ("head", "chief"):
        # Head of sales, chief of staff; a name may stand before it.
        return is_followed and (len(words) == 1 or bool(_KINDS.fullmatch(first)))
    if not _POSTS.fullmatch(last):
        return False
    if len(words) == 1:
        return last != "lead"
    is_plain = len(words) == 2 and not _OF_NAMES.fullmatch(last)
    return is_plain or bool(_KINDS.fullmatch(first))


_NAME = r"(?P<name>[^\W\d_][\w.'\u2019-]*(?: (?!(?:and|or|&) )[\w.'\u2019-]+){0,3})"
_ME = r"(?:(?i:(?:that'?s )?(?:me|myself)))"
# Whoever says me and a name: me (Gav); myself - Gav; Gav, me.
_NAMED = compile_later(
    rf"(?i:to )?{_ME}(?:, ?(?:i\.e\.,? )?| [-\u2013\u2014=] | ?[(/] ?| ){_NAME} ?\)?\.?"
    rf"|(?i:to )?{_NAME.replace('name', 'first')}(?:, ?| [-\u2013\u2014=] | ?[(/] ?){_ME} ?\)?\.?"
)

_LAST_STOP = compile_later(r"(?<=[a-z]{3})\.$")
_LONGEST = 80  # characters of a text that is a person
_OF_ONESELF = ("i", "i'm", "i\u2019m", "me", "myself")


def _says_me(text: str) -> bool:
    """Whether a short text has a word of whoever writes it; most have none, and need no pattern."""
    words = text.lower().replace("(", " ").replace("/", " ").split()
    return len(text) <= _LONGEST and any(word.strip("),.:") in _OF_ONESELF for word in words)


def own_name(text: str) -> str:
    """Return who somebody is that writes of themselves by name, `me (Gav)`; else nothing.

    Without another post they are the owner.
    """
    said = _NAMED.fullmatch(text) if _says_me(text) else None
    name, post = name_and_post((said["name"] or said["first"]) if said else "")
    words = name.casefold().split()
    is_name = name[:1].isupper() and not _ARTICLES.intersection(words[:1])
    is_name = is_name and not any(map(_POSTS.fullmatch, words))  # me, Sales Director Priya
    behind = (f"the {post}" if post[:1].islower() else post) or "the owner"
    return f"{_LAST_STOP.sub('', name)}, {behind}" if is_name else ""


def name_and_post(text: str) -> tuple[str, str]:
    """Part a name from the post that stands behind it without a comma; no post where none does.

    One word may be a part of the name, unless it alone begins small: Dana Ruiz founder.
    """
    words = [] if is_post(text) else text.split(" ")
    for cut in range(1, min(len(words), _NAME_WORDS + 1)):
        name, post = " ".join(words[:cut]), _THE.sub("", " ".join(words[cut:]))
        is_one = post.lower() == post != name and name[:1].isupper()
        if (
            is_post(post)
            and not is_post(name)
            and (is_one or not _OF_NAMES.fullmatch(post.lower()))
        ):
            return name, post_alone(post) or post
    return text, ""


_NAME_WORDS = 4
_THE = compile_later(r"(?i)^(?:the|our) ")


def post_alone(text: str) -> str:
    """Return a post without "our" before it, and its initials in capitals: `our cs lead`.

    Nothing of what is no post, or says more.
    """
    bare = _OUR.sub("", text.strip())
    if re.search("[,;(/]", bare) or not is_post(bare) or bare.lower() == "boss":
        return ""
    return _INITIALS.sub(lambda found: found[0].upper(), bare)


_OUR = compile_later(r"(?i)^our ")
_INITIALS = compile_later(
    r"\b(?:b2b|ceo|cfo|cio|cmo|coo|cro|cs|cto|cx|emea|evp|gm|hr|it|md|svp|uk|us|vp)\b"
)


def own_post(text: str) -> str:
    """Return the post that somebody says who writes of themselves, with its article, or nothing."""
    said = (_OWN.fullmatch(text) or _OWN_LAST.fullmatch(text)) if _says_me(text) else None
    return with_article(said["post"]) if said and is_post(said["post"]) else ""
