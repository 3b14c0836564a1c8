"""What accounts are called here, of which there are several: `members`, and hardly `member`."""

import re
from dataclasses import replace

from amjd.answers.kinds import Context
from amjd.answers.texts import up_to_words
from amjd.text.characters import printable, quoted
from amjd.text.errors import UnreadableError, write_one_of
from amjd.text.patterns import compile_later

_TEXT = up_to_words(3)
# Words for several that have no s at their end.
_SEVERAL = compile_later(
    r".*(?:men|people|children|folk|staff|alumni|alumnae|clientele|gentry|youth|media"
    r"|faculty|personnel|crew|team|[^a-z].*"
    # As neighbours have them: klanten, Kunden, clienti.
    r"|(?<![\w])(?!(?:citizen|denizen|kitchen|garden|specimen|alien|taxi|kiwi)$)\w+(?:en|i)|kunder)",
    re.IGNORECASE,
)


def _read_called(value: object, context: Context) -> str | None:
    typed, (value, remark) = value, _without_remark(value)
    text: str | None = _TEXT.read(value, context) if value else None
    if text and remark:
        context.tell_read(str(typed), text)
    if text and (found := _TWO.fullmatch(text)):
        message = f"{quoted(text)} is two words for them, and one is printed all through."
        raise UnreadableError(message, write_one_of(found.groups()), forms=found.groups())
    noun = re.split(" (?:of|in|at|for|with) ", text)[0] if text and " " in text else text or ""
    if text and _is_one(noun):
        several = printable(f"{_several(noun)}{text[len(noun) :]}")
        context.tell(f"{quoted(text)} stands where several are meant: write {several} if it is one")
    return text


def _without_remark(value: object) -> tuple[object, str]:
    """Part the noun from a remark on it, which nobody means to be printed with it."""
    found = _REMARK.fullmatch(value.strip()) if isinstance(value, str) else None
    return (found["noun"], found["remark"].strip()) if found else (value, "")


# In brackets, or how they are never called: clients (never "customers"), clients, not customers.
_REMARK = compile_later(
    r"(?P<noun>[^\s()][^()]{0,60}?) ?(?P<remark>\([^()]{1,200}\)"
    r"|(?:[,;]| [\u2013\u2014-]) ?(?:never|not)\b(?!-).{1,200})",
    re.IGNORECASE,
)
# Several nouns for the same people: clients & sites.
_TWO = compile_later(r"([^\W\d_]{3,}s)(?: ?[&/+,] ?| (?:and|or) )([^\W\d_]{3,}s)", re.IGNORECASE)


def _is_one(noun: str) -> bool:
    """Whether an English noun is one thing, as far as its last letters tell."""
    last = noun.split(" ")[-1]
    is_plural = last.lower().endswith("s") and not last.lower().endswith("ss")
    return last.isalpha() and not is_plural and not _SEVERAL.fullmatch(last)


def _several(noun: str) -> str:
    if re.search("[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}{'es' * bool(re.search('(?:ss|x|z|ch|sh)$', noun)) or 's'}"


CALLED = replace(_TEXT, read=_read_called)
