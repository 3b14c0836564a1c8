"""Addresses of e-mail as a posting publishes them: in ASCII, and within anybody's reach."""

import re
from unicodedata import bidirectional, category, normalize

# RFC 5321: atoms joined by single dots, of 64 characters at most; no quotes, comments or spaces.
_ATOM = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_!#$%&'*+/=?^`{|}~-")
# RFC 3172, 6761, 6762 and 7686: top labels under which the world outside can write to nobody.
_NOBODYS = ("arpa", "invalid", "local", "localhost", "onion", "test")


def is_address(text: str) -> bool:
    """Tell whether a text is one e-mail address and nothing else; hosts are not asked for it."""
    if len(text) > 254 or not text.isascii():
        return False
    name, _, host = text.lower().partition("@")
    labels, top = host.split("."), host.rpartition(".")[2]
    is_reached = len(labels) > 1 and top not in _NOBODYS and not top[-1:].isdigit()
    is_name = len(name) <= 64 and all(atom and _ATOM.issuperset(atom) for atom in name.split("."))
    return is_reached and is_name and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    """Tell whether a part of a host has letters, digits and inner hyphens, and no unknown code."""
    is_spelt = len(label) <= 63 and label.replace("-", "").isalnum()
    if not is_spelt or label.startswith("-") or label.endswith("-"):
        return False
    # RFC 5890: hyphens in the third and fourth place mark the coded form of another alphabet.
    return label[2:4] != "--" or (label.startswith("xn") and _is_word(label))


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
