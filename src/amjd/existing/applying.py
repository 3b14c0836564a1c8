"""What a posting of others surely says of how to apply, and until when."""

import re
from collections.abc import Iterator

from amjd.existing.found import Found
from amjd.existing.others import Theirs
from amjd.review.posting import Words
from amjd.text.patterns import compile_later

_ORDINAL = compile_later(r"(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?")
_ADDRESS = compile_later(r"[\w.+-]+@[a-z0-9.-]+\.[a-z]{2,}")

_TEXTED = compile_later(
    r"\b(?:(?P<called>(?:call|phone|ring) (?:or|and) text|text (?:or|and) call)|text)"
    r"(?: (?:us|me))?(?: (?:at|on))?:? $"
)
_TEXTS_ONLY = compile_later(r",? ?\(?texts? only\b")
_EXTENSION = compile_later(r",? ?(?:ext|x ?\d|option)")  # a number alone would not get there


def _for_texts(here: Theirs, phone: Words) -> Iterator[Found]:
    """Find that a number is for texts, by the words right beside it."""
    if only := _TEXTS_ONLY.match(here.posting.behind(phone, 20)):
        yield Found("apply.phone_for", "texts", Words(phone.start, phone.end + only.end()))
    elif led := _TEXTED.search(here.posting.before(phone, 40)):
        use = "calls and texts" if led["called"] else "texts"
        yield Found("apply.phone_for", use, Words(phone.start - len(led[0]), phone.end))


def ways_to_apply(here: Theirs) -> Iterator[Found]:
    """Find where to apply, and until when."""
    email, url, deadline = here.facts.email, here.facts.url, here.facts.deadline
    if email and _ADDRESS.fullmatch(here.text(email).lower()):
        yield Found("apply.email", here.text(email), email)
    if url and url[0].startswith(("https://", "http://", "www.")):
        yield Found("apply.url", url[0], url[1])
    if phone := here.facts.phone:
        behind = here.posting.behind(phone, 12)
        if not _EXTENSION.match(behind):
            yield Found("apply.phone", here.text(phone), phone)
            yield from _for_texts(here, phone)
    if deadline:
        said = _ORDINAL.sub("", here.text(deadline))
        yield Found("apply.deadline", said if re.search(r"\d", said) else "rolling", deadline)
