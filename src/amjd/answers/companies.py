"""Names of companies: what stays of one where it is spoken of, and not registered."""

import re

from amjd.text.patterns import compile_later

# How companies of one legal form or another end; `Co.` stays, since "Smith & Co." needs it.
_FORM = compile_later(
    r",? (?:l\.?l\.?c\.?|p\.?l\.?l\.?c\.?|l\.?l\.?p\.?|inc(?:\.|orporated)?|corp(?:\.|oration)?"
    r"|(?:co\. )?(?:ltd\.?|limited)|pt[ye]\.?|gmbh(?: & co\. kg)?|s\.a\.|s\.?r\.?l\.?|sarl"
    r"|b\.?v\.?|n\.v\.)$",
    re.IGNORECASE,
)
_ARTICLES = ("a", "an", "the")  # The Limited and A Corporation are called so


def spoken(name: str) -> str:
    """Return a name without its legal form: Tidewater Linen for Tidewater Linen, LLC."""
    while (shorter := _FORM.sub("", name)) != name and shorter.lower() not in ("", *_ARTICLES):
        name = shorter
    return name
