"""Words beside a number by which it is money, where neither a sign nor a code says so."""

from amjd.text.patterns import compile_later

# What stands between a label and its number: "CTC (fixed): up to", "Salary range - approx.".
_MORE = (
    r"(?:[ /(]{1,2}(?:range|scale|band|bracket|package|offered|on offer|expected|budget|fixed|gross"
    r"|net|ctc|base|annual|monthly|yearly|per (?:annum|month|year)|p\.?[am]\.?|k?inr|in rs\.?)\)?)"
)
_BOUND = (
    r"(?:(?:up ?to|around|about|approx(?:imately|\.)?|circa|c\.|ca\.|max(?:imum)?\.?"
    r"|min(?:imum)?\.?|from|between|upwards of|starting (?:at|from)|at (?:least|most)"
    r"|of|is|are|at) ?|~ ?)"
)
# A package or a base alone may be the clients' or a tank's, so it opens its line or has a word.
_OPENS = r"(?:\A|[:.;|\u00b7,(] ?)"
_WORDS = (
    r"\b(?:salar(?:y|ies)|pay|compensation|comp|wages?|ctc|remuneration|ote|income"
    r"|(?:on[- ]target )?earnings|take[- ]home(?: pay)?"
    r"|budget for (?:this|the) (?:role|position|job))"
    rf"|(?:{_OPENS}|\b(?:annual|yearly|total|overall|gross|max|salary|pay|compensation|ctc|attractive"
    r"|competitive|offered) )package"
    rf"|(?:{_OPENS}|\b(?:your|the|a) )(?:base|fixed)"
    rf"|(?:{_OPENS}|\b(?:you|you'll|you can|you could|to|and) )earn"
)
_NAMED = compile_later(rf"(?:{_WORDS}){_MORE}{{0,2}} ?[:=-]? ?{_BOUND}{{0,2}}\Z")
_LABELLED = compile_later(r"(?:salary|pay|compensation|wage)[a-z_ ]{0,12}[:=]? ?\Z")
_NEAR = compile_later(
    r"(?:salar(?:y|ies)|base|basic|pay|ote|compensation|earnings?|wages?)\b[^.;\n]{0,30}\Z"
)
_CTC = compile_later(r"(?:\bctc\b|remuneration)[a-z ]{0,12}:? ?\0|\0 ?\(?(?:fixed |gross )?ctc\b")
_CALLED = compile_later(
    r" (?:p\.?a\b|per (?:annum|year)|a year)"
    r"| \(?(?:fixed|in[- ]hand|take[- ]home|base|ote|package|salary)\b"
    r"(?= ?(?:\Z|[+&,;.)|]|plus\b|and\b|with\b))"
)
_COUNTED = compile_later(
    r"^\+? (?!per\b|plus\b|base\b|ote\b|basic\b|dep|doe\b|gross|net\b|annual|year|month|week|hour"
    r"|dollars?|euros?|pounds?|to\b|and\b|a\b|an\b|or\b|with\b|fixed\b|ctc\b|in[- ]hand\b"
    r"|max\b|min\b|neg\b|negotiable\b|based on\b|p\.?[am]\b)[a-z]"
)


def counts(after: str) -> bool:
    """Whether what stands behind a number is what it counts: 12 clients."""
    return _COUNTED.match(after) is not None


def is_in_lakhs(before: str, after: str, *, has_both: bool) -> bool:
    """Whether an L counts money; `has_both` says that each end of a range has one."""
    if _CTC.search(f"{before[-40:]}\0{after}") or _CALLED.match(after):
        return True
    if _NAMED.search(before) and not counts(after):
        return True
    label = _LABELLED.search(before[-40:]) or (_NEAR.search(before) if has_both else None)
    return label is not None and (label[0].rstrip()[-1:] == ":" or not counts(after))


def is_in_thousands(before: str, after: str) -> bool:
    """Whether a k counts money: in "base 50k", and neither in "14k communities" nor in "401k"."""
    return bool(_NEAR.search(before) or _NAMED.search(before)) and not counts(after)


def is_labelled(before: str, digits: int) -> bool:
    """Whether a bare number has a label, and a colon or five digits."""
    label = _LABELLED.search(before[-40:])
    if label and label[0].rstrip()[-1:] in (":", "="):
        return True
    return digits > 4 and bool(label or _NAMED.search(before))
