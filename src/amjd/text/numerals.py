"""Numbers as words."""

import re

from amjd.text.patterns import compile_later

SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
TEENS = (
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {
    **{word: number for number, word in enumerate((*SMALL_NUMBERS, *TEENS))},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
}
_WORDS = "|".join(sorted(VALUES, key=len, reverse=True))
_SPELLED = compile_later(
    rf"\b(?:({'|'.join(TENS)})[- ](one|two|three|four|five|six|seven|eight|nine)|({_WORDS}))\b"
    r"(?! ?-?(?:hundred|thousand|million|dozen|half))",
    re.IGNORECASE,
)


def in_digits(text: str) -> str:
    """Write the numbers below a hundred that stand in a text as words in digits."""

    def number(found: re.Match[str]) -> str:
        return str(sum(VALUES[word.lower()] for word in found.groups() if word))

    return _SPELLED.sub(number, text)
