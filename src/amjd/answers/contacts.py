"""Where to apply: e-mail addresses and links, which become links in a posting."""

import re
from urllib.parse import urlsplit

from amjd.answers.addresses import is_address
from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.shapes import text_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError


def _read_email(value: object, _: Context) -> str:
    text = read_text(value)
    if not text.isascii():
        cure = "Write it in the ASCII form (xn--...), so that it cannot pass for another."
        raise UnreadableError(f"{quoted(text)} has letters outside ASCII.", cure)
    if not is_address(text):
        cure = "Write it as jobs@company.example."
        raise UnreadableError(f"{quoted(text)} is not an e-mail address.", cure)
    return text


_LINK = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.ASCII | re.IGNORECASE)


def _read_link(value: object, _: Context) -> str:
    text = read_text(value)
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not (_LINK.fullmatch(text) and re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", host)):
        cure = "Write it as https://company.example/jobs."
        raise UnreadableError(f"{quoted(text)} is not a web link.", cure)
    if "@" in parts.netloc:
        raise UnreadableError(
            f"{quoted(text)} carries a user name.", "Leave out what stands before the @."
        )
    return text


EMAIL = Kind(_read_email, as_typed, text_schema(r"[^\s@]+@[^\s@]+"), link="mailto:")
LINK = Kind(_read_link, as_typed, text_schema(r"[Hh][Tt][Tt][Pp][Ss]?://\S+"), link="")
