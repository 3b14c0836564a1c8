"""Net revenue retention: a measure of what is kept and grown, typed where a share is asked for."""

NAME = "net revenue retention"
# Where a share is asked for, "net" alone says which; a figure may stand close to it: NRR105.
SHORT = r"(?<![^\W\d])(?:n\.?[rd]\.?r|net)(?![^\W\d])"
_KIND = r"(?: (?:revenue|dollar|recurring))?"
LONG = rf"(?:{SHORT}\.?{_KIND}(?: retention)?(?: rate)?)"
# Wherever it stands: net sales and net pay are others.
NAMED = rf"(?:\b(?:n\.?[rd]\.?r|net{_KIND} (?:retention|expansion)(?: rate)?)(?![^\W\d]))"


def as_measure(share: str = "") -> str:
    """Tell it as the measure that it is, with a share if one is known."""
    return f"{NAME} of {share}" if share else NAME
