"""The relationships of a Word document: those of the base, and one for each address it leads to."""

from collections.abc import Collection
from itertools import count

from amjd.formats.markup import escape

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_END = "</Relationships>"


class Links:
    """The links of one document, each address once."""

    def __init__(self, base: str, ids: Collection[str]) -> None:
        """Begin with the relationships of the base, in XML, and their ids."""
        self._base = base.removesuffix(_END)
        self._free = (f"rId{number}" for number in count(1) if f"rId{number}" not in ids)
        self._ids: dict[str, str] = {}

    def to(self, address: str) -> str:
        """Return the id of the relationship that leads to an address."""
        if address not in self._ids:
            self._ids[address] = next(self._free)
        return self._ids[address]

    @property
    def xml(self) -> str:
        links = (
            f'<Relationship Id="{id_}" Type="{_TYPE}"'
            f' Target="{escape(address)}" TargetMode="External"/>'
            for address, id_ in self._ids.items()
        )
        return f"{self._base}{''.join(links)}{_END}"
