"""Given: what a cure says beside the answers that there are, so that following it loses none."""

import re
from collections.abc import Mapping
from typing import Any

from amjd.answers.faults import Fault
from amjd.answers.fields import FIELDS
from amjd.answers.shapes import text_schema
from amjd.text.patterns import compile_later

_PUT = compile_later(
    r'(?P<and>\band )?(?P<put>[Pp]ut )?"(?P<words>[^"]*)" in (?P<home>[a-z]+\.[a-z_]+|metrics)\b'
)
_ALONE = compile_later(r'(?:^| )Put "(?P<words>[^"]*)" in (?P<home>[a-z]+\.[a-z_]+|metrics)\.')
_SAY = compile_later(r"(?:^| )Say in (?P<home>[a-z]+\.[a-z_]+) (?:that|how|what)\b[^.;]*\.")
# Names of one thing, to which nobody adds another.
_ONE = ("role.location", "role.owner", "product.name")
_NET = compile_later(r"\W*(?:n[rd]r|net (?:(?:revenue|dollar) )?retention)\W*", re.IGNORECASE)


def beside_given(fault: Fault, tree: Mapping[str, Any]) -> Fault:
    """Say what to add to answers that there are, and not what they say; only then what to put."""
    cure = _ALONE.sub(lambda found: _unless_said(found, tree), fault.cure)
    cure = _SAY.sub(lambda found: "" if _typed(tree, found["home"]) else found[0], cure)
    cure = _PUT.sub(lambda found: _added(found, tree), cure)
    return fault if cure == fault.cure else fault._replace(cure=cure.strip())


def _unless_said(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    said = "\n".join(_typed(tree, found["home"])).casefold()
    words = re.escape(found["words"].casefold().strip(" ."))
    return "" if re.search(rf"(?<!\w){words}(?!\w)", said) else found[0]


def _added(found: re.Match[str], tree: Mapping[str, Any]) -> str:
    home, words = found["home"], found["words"]
    typed = _typed(tree, home)
    if home == "metrics" and words.startswith("net revenue retention"):
        same = next((item for item in typed if _NET.fullmatch(item)), "")
        return f'{found[0]}, in place of "{same}"' if same else found[0]
    if not typed or home in _ONE or FIELDS[home].kind.schema != text_schema():
        return found[0]
    add = "Add" if (found["put"] or "").startswith("P") else "add"
    return f'{found["and"] or ""}{add} "{words}" to {home}'


def _typed(tree: Mapping[str, Any], field: str) -> list[str]:
    """List the texts that were typed for a field."""
    value: Any = tree
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str) and item.strip()]
