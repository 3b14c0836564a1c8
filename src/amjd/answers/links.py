"""Links to where one applies, which anybody must be able to follow."""

import re
from unicodedata import normalize
from urllib.parse import SplitResult, quote, urlsplit

from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.shapes import text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import character_name, fold_look_alikes, quoted
from amjd.text.errors import UnreadableError, write_one_of
from amjd.text.patterns import compile_later

_SIGNS = r"\w\-.~:/?#\[\]@!$&'()*+,;=%"
_LINK = compile_later(rf"https?://[{_SIGNS}]+", re.ASCII | re.IGNORECASE)
_HOST = compile_later(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.ASCII)
_STOPS = frozenset(".,;:!?'\"*\u2019\u201d\u2026>")
_LONGEST_END = 40
_PAIRS = {")": "(", "]": "["}
# Top labels that lead into a company's or a machine's own network, or nowhere (RFC 6761, 6762).
_PRIVATE = frozenset(["localhost", "local", "internal", "lan", "test", "invalid"])


def _read_link(value: object, context: Context) -> str:
    typed = read_text(value)
    text = fold_look_alikes(typed)
    _check_alone(text, typed)
    if text.lower().startswith("www."):
        text = f"https://{text}"
        _check(text, typed)
        context.tell(f"{quoted(typed)} is read as {text}")
    else:
        _check(text, typed)
    return text


def _check_alone(text: str, typed: str) -> None:
    """Refuse a link with more behind it, which is no part of its path."""
    found = _WITH_MORE.match(text)
    if not found or _SEVERAL.search(text[found.end("link") :]):
        return
    link = found["link"].rstrip(",;(")
    form = f"https://{link}" if link.lower().startswith("www.") else link
    if is_link(form):
        rest = text[len(link) :].strip(" ,;()")
        message = f"{quoted(typed)} is more than a link."
        raise UnreadableError(message, f"Write {form}.", forms=[form], rest=rest)


_SEVERAL = compile_later(r"://|\bwww\.", re.IGNORECASE)
_WITH_MORE = compile_later(
    r"(?P<link>(?:https?://|www\.)[^ ]+)(?:(?<=[,;]) | \(| (?:or|and|then|but|plus|by|via|with|for"
    r"|e-?mail|call|phone|text|ring|apply|ask)\b| [-\u2013\u2014&+/|] )",
    re.IGNORECASE,
)


def _check(text: str, typed: str) -> None:
    """Refuse what is no link that anybody can follow, and say which part is wrong."""
    end, wrong = _needless_end(text), _wrong(text)
    if end and (not wrong or is_link(text.removesuffix(end))):
        cure, forms = f'Leave out the "{end}" at its end.', [text.removesuffix(end)]
        raise UnreadableError(f'{quoted(typed)} ends in "{end}".', cure, forms=forms)
    if wrong:
        forms = _either(text, _meant(text))
        cure = write_one_of(forms) if forms else _cure(text)
        raise UnreadableError(f"{quoted(typed)} {wrong}.", cure, forms=forms)


def _either(text: str, form: str) -> list[str]:
    """Give a link with its space coded, and without what may be words behind it."""
    cut = text.partition(" ")[0]
    return [form, cut] if "%20" in form and is_link(cut) else [form] if form else []


def is_link(text: str) -> bool:
    """Tell whether a text is a link that anybody can follow."""
    return not _needless_end(text) and not _wrong(text)


def _wrong(text: str) -> str:
    """Say what is wrong with a link but its end, or return nothing."""
    if other := next((letter for letter in text if not letter.isascii()), ""):
        return f"holds {character_name(other)}, outside ASCII"
    if " " in text:
        return "holds several links" if text.count("://") > 1 else "has a space inside"
    parts = _split(text)
    if not parts or not _LINK.fullmatch(text):
        return "is not a web link"
    return "carries a user name" if "@" in parts.netloc else _wrong_host(parts.hostname or "")


def _cure(text: str) -> str:
    """Say in words how a link is mended that lacks more than a part."""
    parts = _split(text)
    if text.count("://") > 1 and " " in text:
        return "Write one of them alone."
    if parts and "@" in parts.netloc:
        return "Leave out what stands before the @."
    if re.search(r"://|\w\.\w", text):
        return "Write the address whole and alone, as a browser shows it to anybody."
    return "Write it as https://company.example/jobs."


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.hostname else None


def _needless_end(text: str) -> str:
    """Return the punctuation at the end of a link, which belongs to the sentence around it."""
    end, least = len(text), max(0, len(text) - _LONGEST_END)
    while end > least and (text[end - 1] in _STOPS or _is_unpaired(text[:end])):
        end -= 1
    return text[end:]


def _is_unpaired(text: str) -> bool:
    opening = _PAIRS.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)


def _wrong_host(host: str) -> str:
    """Say why a host cannot be reached by anybody, or return nothing."""
    if ":" in host or re.fullmatch(r"[0-9.]+", host):
        return _wrong_address(host)
    labels = host.split(".")
    if not all(labels):
        return "has an empty part in its host"
    if labels[-1] in _PRIVATE:
        return "leads to a private address, where nobody else comes"
    if len(labels) < 2:
        return "has no dot in its host"
    return "" if _HOST.fullmatch(host) and not labels[-1].isdigit() else "is not a web link"


def _wrong_address(host: str) -> str:
    # ipaddress is loaded here because hardly any link holds one.
    from ipaddress import ip_address

    try:
        address = ip_address(host)
    except ValueError:
        return "has an empty part in its host" if ".." in host else "is not a web link"
    if not address.is_global:
        return "leads to a private address, where nobody else comes"
    return "" if address.version == 4 else "is not a web link"


# A scheme that lacks a letter or a sign, or has one too many.
_SCHEME = compile_later(r"(?:h?t{1,3}p(s?)[:;]?/{0,3} ?(?=[\w-]+\.)|()//(?=\w))", re.IGNORECASE)
_WITHIN = compile_later(rf"(?<![\w/.-])https?://[{_SIGNS}]+(?=[\s>\"]|$)", re.ASCII | re.I)


def _meant(text: str) -> str:
    """Give the link that a text lacks only a part of, or that stands alone in it."""
    if text.count("://") > 1:
        return ""
    tried = [f"https://{text}"] if "://" not in text else []
    if match := _SCHEME.match(text):
        plain = "http://" if text[:5].lower() == "http:" else "https://"
        tried.append(plain + text[match.end() :])
    found = [link[0] for link in _WITHIN.finditer(text)]
    tried += [link.removesuffix(_needless_end(link)) for link in found if "@" not in link]
    if text.isascii() and " " not in text:
        return next(filter(is_link, tried), "")
    coded = _coded(text)
    whole = [coded] if is_link(coded) and text[:4].lower() == "http" else []
    return next(filter(is_link, [*whole, *tried]), "")


def _coded(text: str) -> str:
    """Give a link in the coded form of ASCII, in which its host cannot pass for another."""
    scheme, mark, rest = text.removesuffix(_needless_end(text)).partition("://")
    host = re.split("[/?#]", rest, maxsplit=1)[0] if mark else ""
    try:
        path = quote(rest[len(host) :], safe="-._~:/?#[]@!$&'()*+,;=%")
    except UnicodeError:
        return ""
    name, colon, port = host.partition(":")
    return f"{scheme}://{coded_host(name)}{colon}{port}{path}"


def coded_host(host: str) -> str:
    """Return a host whose labels outside ASCII stand in their coded form (RFC 3492): xn--..."""
    return ".".join(map(_coded_label, host.split(".")))


def _coded_label(label: str) -> str:
    if label.isascii():
        return label
    word = normalize("NFKC", label).lower()
    # The code of a long word costs the square of its length; a label has 63 letters at most.
    return f"xn--{word.encode('punycode').decode()}" if len(word) < 64 else label


LINK = Kind(
    _read_link, as_typed, text_schema(r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww]{3}\.)[^ \t\r\n]+"), link=""
)
