"""Names of companies: what stays of one where it is spoken of, and not registered."""

import re

from amjd.text.patterns import compile_later

# How companies of one legal form or another end; `Co.` stays, since "Smith & Co." needs it.
_FORM = compile_later(
    r",? (?:l\.?l\.?c\.?|p\.?l\.?l\.?c\.?|l\.?l\.?p\.?|p\.?l\.?c\.?|ulc"
    r"|inc(?:\.|orporated)?|corp(?:\.|oration)?"
    r"|(?:(?<!& )co\.,? |\(?(?:pt[ye]|pvt|private|proprietary)\.?\)? |\(p\) )?(?:ltd\.?|limited)"
    r"|\(?(?:pt[ye]|pvt)\.?\)?|sdn\.? bhd\.?"
    r"|(?:g?gmbh|ag|ug(?: \(haftungsbeschr\u00e4nkt\))?|e\.k\.) ?& co\.? (?:kg|ohg|kgaa)"
    r"|g?gmbh|ug \(haftungsbeschr\u00e4nkt\)|e\.k\.|ohg|kgaa"
    r"|s\.a\.(?: de c\.v\.)?|s\. de r\.l\.(?: de c\.v\.)?|s\. ?r\. ?l\.|srl|s\.p\.a\.|s\.a\.s\."
    r"|s\.l\.(?:u\.)?|sp\. ?z ?o\. ?o\.|s\.r\.o\.|a\.s\.|d\.o\.o\.|b\.?v\.?|n\.v\.|kft\.?|a/s"
    r"|sarl|ltda\.?|lda\.?)$",
    re.IGNORECASE,
)
# Forms that are words or initials of something else in other letters: Sunrise Day Spa.
_FORM_AS_WRITTEN = compile_later(r",? (?:AG|KG|SpA|ApS|Oyj?)$")
_LONG_FORMS = ("corporation", "ggmbh", "incorporated", "limited")  # all others are short, or signs
_ARTICLES = ("a", "an", "the")  # The Limited and A Corporation are called so


def spoken(name: str) -> str:
    """Return a name without its legal form: Tidewater Linen for Tidewater Linen, LLC."""
    while (shorter := _without_form(name)) != name and shorter.lower() not in ("", *_ARTICLES):
        name = shorter
    return name


def _without_form(name: str) -> str:
    last = name[name.rfind(" ") + 1 :]
    if len(last) > 4 and last.isalpha() and last.lower() not in _LONG_FORMS:
        return name
    return _FORM_AS_WRITTEN.sub("", _FORM.sub("", name))
