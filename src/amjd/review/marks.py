"""Marks that people type before an item of a list, in whatever kind of file."""

from amjd.review.raw import Kind, Raw, cut
from amjd.review.sections import is_heading
from amjd.text.patterns import compile_later

# Word's own bullets are private characters, which come with what is pasted from it.
_SIGNS = "•·●▪◦‣⁃∙□■◆◇○▶►➢➤→»❖✓✔✅\uf0a7\uf0b7\uf0d8\uf0fc"
_PICTURE = "[\u2600-\u27bf\u2b50\U0001f000-\U0001faff][\ufe0f\u200d]*"
_MARK = compile_later(
    rf"\s*(?:(?:[-*+–—−{_SIGNS}]\ufe0f?|\d{{1,2}}[.)]|\[[ xX]\]|o(?=\t))\s+|[{_SIGNS}]\ufe0f?"
    rf"|(?P<picture>(?:{_PICTURE}|\d\ufe0f?\u20e3)+\s*))"
)


def marked(text: str) -> tuple[Kind, int]:
    """Return a line's kind by the mark that was typed before it, and where its words begin.

    A picture stands before items, and before headings too.
    """
    match = _MARK.match(text)
    if match is None:
        return "text", 0
    words = text[match.end() :].strip("*_ ")
    is_named = match["picture"] and is_heading(Raw(words, ()))
    return "text" if is_named else "bullet", match.end()


def unmarked(raw: Raw) -> Raw:
    """Take such a mark off a line that is no heading."""
    if raw.kind == "heading":
        return raw
    kind, start = marked(raw.text)
    if not start:
        return raw
    return cut(raw, start, len(raw.text))._replace(kind=kind if raw.kind == "text" else raw.kind)
