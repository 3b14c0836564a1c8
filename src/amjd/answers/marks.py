"""What a text shows of where it came from: curly quotes, markup, a wrong encoding."""

import re
from collections.abc import Iterator

from amjd.text.characters import character_name, quoted
from amjd.text.errors import UnreadableError
from amjd.text.patterns import compile_later

_OPENING = "\u201c\u201d\u201e\u2018"
_CURLY = {"\u2018": "\u2018\u2019"}
_DOUBLE = "\u201c\u201d\u201e"


def refuse_curly_quotes(text: str) -> None:
    """Refuse curly quotes round a whole text, which an editor has put for straight ones.

    Raises:
        UnreadableError: it names the quotes, and gives the text with straight ones.
    """
    if text[:1] not in tuple(_OPENING):
        return
    kinds = _CURLY.get(text[0], _DOUBLE)
    inner = re.sub(r"(?<=\w)\u2019(?=\w)", "", text[1:])  # apostrophes
    ends = [at for at, sign in enumerate(inner) if sign in kinds]
    name = character_name(text[0])
    if kinds == _DOUBLE and not ends:
        cure = "Put straight quotes round the whole text, or close it behind the words."
        raise UnreadableError(f"opens with a curly quote ({name}) that does not close.", cure)
    if ends == [len(inner) - 1] and text[1:-1].strip():
        import json  # hardly any text stands in curly quotes

        straight = json.dumps(text[1:-1].strip(), ensure_ascii=False)
        raise UnreadableError(
            f"stands in curly quotes ({name}).", f"Type straight ones: {straight}."
        )


# Only what holds one of these signs, or what is not of ASCII, can show any of it.
_HARMLESS = bytes(set(range(128)) - set(b"&*_`#[<>~"))
_ENTITY = compile_later(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MARKDOWN = compile_later(
    r"\*\*(?=\S)[^*]{1,200}\*\*"
    r"|(?<!\w)__(?=\S)[^_]{1,200}__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])[^*]{1,200}(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])[^_]{1,200}(?<=\S)_(?!\w)"
    r"|`[^`]{1,200}`|~~(?=\S)[^~]{1,200}~~"
    r"|\[[^\[\]]{1,200}\]\([^()\s]{1,200}\)"
    r"|(?<!\S)\#{1,6}(?=\s\S)"
    r"|</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>"
)
# How UTF-8 looks when it is read as Windows-1252: a letter, then what its later bytes are there.
_LATER = (
    "\u00a0-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MISREAD = compile_later(
    f"[\u00c2-\u00df][{_LATER}]|[\u00e0-\u00ef][{_LATER}]{{2}}|[\u00f0-\u00f4][{_LATER}]{{3}}"
)


def marks(text: str) -> Iterator[str]:
    """Tell of what looks like markup, or read in the wrong encoding; it is printed as typed."""
    if text.isascii() and not text.encode().translate(None, _HARMLESS):
        return
    if found := next((one[0] for one in _ENTITY.finditer(text) if _is_entity(one[0])), ""):
        yield f"{quoted(found)} is printed as typed: HTML means nothing here"
    if match := _MARKDOWN.search(text):
        kind = "HTML" if match[0].startswith("<") else "Markdown"
        yield f"{quoted(match[0])} is printed as typed: {kind} means nothing here"
    if found := next((one[0] for one in _MISREAD.finditer(text) if _is_misread(one[0])), ""):
        yield f"{quoted(found)} looks like text read in the wrong encoding; it is printed as typed"


def _is_entity(text: str) -> bool:
    # html is loaded here because hardly any text holds what looks like an entity.
    from html import unescape

    return unescape(text) != text


def _is_misread(text: str) -> bool:
    """Tell whether signs are the bytes of one character that people write.

    Two bytes of which are those of Latin or Cyrillic letters: a capital before a curly quote, as
    in CAF\u00c9 and its apostrophe, would give signs of phonetics.
    """
    try:
        read = text.encode("cp1252").decode()
    except UnicodeError:
        return False
    usual = "\u00a0" <= read <= "\u00ff" or "\u0400" <= read <= "\u04ff"
    return len(text) > 2 or usual or read in "\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
