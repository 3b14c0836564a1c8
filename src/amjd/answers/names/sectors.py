"""Names of sectors as a sentence has them: `Health` is health care, and begins small."""

from amjd.text.characters import joined
from amjd.text.patterns import compile_later

_SAID = {
    "health": "health care",
    **{
        name: name
        for name in (
            "advertising", "aerospace", "agriculture", "automotive", "aviation", "banking",
            "biotech", "construction", "e-commerce", "education", "energy", "engineering",
            "entertainment", "fashion", "finance", "financial services", "fintech", "fitness",
            "food service", "government", "health care", "healthcare", "higher education",
            "hospitality", "insurance", "life sciences", "logistics", "manufacturing", "marketing",
            "media", "mining", "oil and gas", "packaging", "pharma", "private equity",
            "professional services", "property", "public sector", "publishing", "real estate",
            "recruitment", "renewables", "retail", "security", "shipping", "software", "sports",
            "staffing", "tech", "technology", "telecoms", "tourism", "transport",
            "transportation", "travel", "utilities", "wholesale",
        )
    },
}  # fmt: skip
_JOINT = compile_later(r",? and |,? & |, | ?/ ?")
_LONGEST = 60


def in_a_sentence(text: str) -> str:
    """Return how a sentence says a sector or several; nothing where not all words are such."""
    if len(text) > _LONGEST:
        return ""
    bare = text.strip(" .").casefold()
    parts = [bare] if bare in _SAID else _JOINT.split(bare)
    return joined([_SAID[part] for part in parts], "and") if _SAID.keys() >= {*parts} else ""
