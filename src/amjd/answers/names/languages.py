"""Languages that people speak, by their names."""

from amjd.text.patterns import compile_later

LANGUAGES = (
    "Spanish", "English", "French", "German", "Italian", "Portuguese", "Dutch", "Swedish",
    "Norwegian", "Finnish", "Russian", "Ukrainian", "Czech", "Slovak", "Slovene", "Slovenian",
    "Hungarian", "Romanian", "Bulgarian", "Serbian", "Croatian", "Bosnian", "Albanian", "Greek",
    "Turkish", "Arabic", "Hebrew", "Persian", "Farsi", "Dari", "Pashto", "Kurdish", "Armenian",
    "Hindi", "Urdu", "Punjabi", "Gujarati", "Marathi", "Bengali", "Tamil", "Telugu", "Malayalam",
    "Nepali", "Chinese", "Mandarin", "Cantonese", "Japanese", "Korean", "Vietnamese", "Thai",
    "Khmer", "Hmong", "Tagalog", "Filipino", "Indonesian", "Malay", "Somali", "Swahili", "Amharic",
    "Yoruba", "Afrikaans", "Icelandic", "Latvian", "Lithuanian", "Estonian", "Catalan", "Welsh",
    "Irish", "Samoan",
)  # fmt: skip
"""What is none of another word, in small letters too; polish and danish are."""

_ANY = "|".join(LANGUAGES)
LANGUAGE = (
    rf"(?:(?:Brazilian|Mexican|Canadian|American|British|Swiss|Mandarin|Cantonese) )?(?:{_ANY})"
    r"|Polish|Danish|Haitian Creole|Creole|American Sign Language|sign language|ASL"
)
"""A pattern of the name of a language, where languages are named; its letters are of any case."""

# A people is no language: Spanish clients, the Irish market.
_SPOKEN = compile_later(
    rf"(?i)\b(?:(?:{_ANY}|ASL|sign language)\b(?=$|[,.;:)/&]| [-\u2013\u2014] |-speak"
    r"| (?:and|or|is|as|for|at|to|with|because|since|speaking|speakers?|skills?|required|needed"
    r"|[abc][12])\b)"
    rf"|(?:speaks?|spoken|fluent(?: in)?|bilingual|good|basic) (?:{LANGUAGE})\b)"
)
_NAME = compile_later(rf"(?i)\b(?:{LANGUAGE})\b")


def named_in(text: str) -> tuple[str, ...]:
    """List the languages in a text that tells of nothing else."""
    return tuple(_NAME.findall(text))


def languages_in(text: str) -> tuple[str, ...]:
    """List the languages that a text names as spoken, as it has them."""
    found = (_NAME.search(one[0]) for one in _SPOKEN.finditer(text))
    return tuple(dict.fromkeys(one[0] for one in found if one))
