"""Addresses of e-mail as a posting publishes them: in ASCII, and within anybody's reach."""

import re
from unicodedata import bidirectional, category, normalize

from amjd.text.patterns import compile_later

# RFC 5321: atoms joined by single dots, of 64 characters at most; no quotes, comments or spaces.
_ATOMS = r"(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
# RFC 5890: hyphens in the third and fourth place mark the coded form of another alphabet, xn--.
_LABEL = r"(?!(?!xn)..--)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?"
# RFC 3172, 6761, 6762 and 7686: top labels under which the world outside can write to nobody.
_NOBODYS = ("arpa", "invalid", "local", "localhost", "onion", "test")
_TOP = rf"(?!(?:{'|'.join(_NOBODYS)})$|.*\d$){_LABEL}"
_ADDRESS = compile_later(rf"{_ATOMS}@(?:{_LABEL}\.)+{_TOP}", re.ASCII | re.IGNORECASE)


_PLAIN = 63  # characters, as many as the shortest of its parts may have


def is_address(text: str) -> bool:
    """Tell whether a text is one e-mail address and nothing else; hosts are not asked for it."""
    name, _, host = text.lower().partition("@")
    labels = host.split(".")
    if len(text) <= _PLAIN and f"{name}{host}".replace(".", "").isalpha() and text.isascii():
        # Letters and dots alone, as in most, need no pattern.
        return len(labels) > 1 and all([*name.split("."), *labels]) and labels[-1] not in _NOBODYS
    coded = [label for label in labels if label.startswith("xn--")]
    return len(text) <= 254 and bool(_ADDRESS.fullmatch(text)) and all(map(_is_word, coded))


def _is_word(label: str) -> bool:
    """Tell whether a coded label (RFC 3492) is the one code of a word in another alphabet.

    Of RFC 5892 and 5893 this keeps what Unicode's own properties say: letters that are not
    capitals, marks, digits and inner hyphens, all in one direction.
    """
    try:
        word = label[4:].encode().decode("punycode")
    except UnicodeError:
        return False
    is_its_code = not word.isascii() and f"xn--{word.encode('punycode').decode()}" == label
    return is_its_code and _is_spelt(word) and _is_one_way(word)


_SPELT = frozenset(["Ll", "Lm", "Lo", "Mn", "Mc", "Nd"])


def _is_spelt(word: str) -> bool:
    if word != normalize("NFKC", word).lower() or re.search("^-|^..--|-$", word):
        return False
    # Catalan has a dot between two l, Japanese one between words.
    letters = re.sub("(?<=l)\u00b7(?=l)|[-\u30fb]", "", word)
    kinds = [category(letter) for letter in letters]
    return kinds[:1] not in ([], ["Mn"], ["Mc"]) and _SPELT.issuperset(kinds)


def _is_one_way(word: str) -> bool:
    ways = [bidirectional(letter) for letter in word]
    return (ways[0] in ("R", "AL") and "L" not in ways) or not {"R", "AL", "AN"} & set(ways)
