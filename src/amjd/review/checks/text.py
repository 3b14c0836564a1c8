"""What is wrong with the text, and with what Ontario asks of it."""

import re
from collections.abc import Iterator

from amjd.answers.pay.currencies import SIGNS
from amjd.review.checks import slips
from amjd.review.checks.entered import check
from amjd.review.findings import Case, Hit
from amjd.review.laws import asked, banned, by_law
from amjd.review.posting import Words
from amjd.review.statements import on_screening, on_vacancy


@check
def length(case: Case) -> Iterator[Hit]:
    """TEXT-02: too long, too short, or longer than it need be."""
    count = len(case.posting.text.split())
    if count > 1000:
        yield Hit(f"{count:,} words are more than people read.")
    elif count < 150:
        yield Hit(f"{count} words leave most questions open.")
    yield from slips.said_twice(case)


@check
def title(case: Case) -> Iterator[Hit]:
    """TEXT-03."""
    said, words = case.posting.title, case.posting.title_words
    if not said:
        yield Hit("The posting has no title.")
    elif len(said) > 80 or len(said.split()) > 11:
        yield Hit("The title is long; three words are found and read best.", words)
    elif re.search(
        rf"[{SIGNS}]\d|\bfull[- ]time\b|\bpart[- ]time\b|\bremote\b|!|\burgent|hiring|wanted",
        said.lower(),
    ):
        yield Hit("The title holds more than the job's name.", words)
    elif words and (place := case.facts.place.words) and words.start < place.start < words.end:
        yield Hit("The title holds the place.", place, cure=_PLACE)


_PLACE = "Write it on a line of its own, and leave the job's name in the title."


@check
def ontario(case: Case) -> Iterator[Hit]:
    """LAW-08: whether the job is open, and whether software judges; no Canadian experience."""
    low = case.posting.flow
    if (laws := asked(case, "vacancy")) and not on_vacancy(low):
        said = "Whether the job is vacant now is said nowhere, which the law asks for in"
        for hit in by_law(laws, case.around, said):
            yield hit._replace(cure=_VACANT, field="role.opening")
    if (laws := asked(case, "ai")) and not on_screening(low):
        said = (
            "Whether software screens those who apply is said nowhere; where it does, the law asks"
            " for a word on it in"
        )
        for hit in by_law(laws, case.around, said):
            yield hit._replace(level="notice", cure=_SCREENED, field="apply.steps")
    match = re.search(r"canadian (?:[a-z-]{3,20} ){0,2}experience", low)
    if match and not re.search(r"\b(?:no|not)\b", low[max(0, match.start() - 20) : match.start()]):
        said = "Canadian experience is asked for, which is forbidden in"
        laws = banned(case, "canadian experience")
        for hit in by_law(laws, case.around, said, Words(*match.span())):
            yield hit._replace(cure="Leave Canadian experience out.")


_VACANT = 'Write "this is an existing vacancy", or that it is none yet.'
_SCREENED = 'Write, as it is, "we use no artificial intelligence to screen applications".'


@check
def grade(case: Case) -> Iterator[Hit]:
    """TEXT-06: the Flesch-Kincaid grade of the sentences, a bullet is one; notes, short words."""
    text = case.posting.low[:60_000]
    words = re.findall(r"[a-z']{1,40}", text)
    ends = len(re.findall(r"[.!?](?: |\n|$)|\n", text)) + 1
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", one.removesuffix("e")))) for one in words)
    if len(words) >= 30:
        found = 0.39 * len(words) / ends + 11.8 * syllables / len(words) - 15.59
        if found > 16:
            yield Hit(f"It reads at grade {found:.0f}; up to 12 is read by most.")
    yield from slips.notes(case)
    yield from slips.written_short(case)
