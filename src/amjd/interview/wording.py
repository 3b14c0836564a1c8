"""What a review finds in the words of an answer, said as soon as it is given."""

from collections.abc import Collection, Iterator

from amjd.answers.pay.target import Words
from amjd.documents.document import Block, Bullets, Facts, Heading, Paragraph, Runs, runs_of
from amjd.interview.kept import Kept
from amjd.interview.place import region_at
from amjd.review import drafted
from amjd.review.reviewer import in_words
from amjd.review.rules import Rules
from amjd.text.characters import quoted


def wrong_words(kept: Kept, rules: Rules, fields: Collection[str]) -> list[str]:
    """Say what is wrong with the words of some answers, where they stand in the posting."""
    if not any(_in_own_words(kept, field) for field in fields):
        return []
    made = kept.drafted(kept.answers(), tuple(kept.open_fields())).document
    blocks = [part for block in made.blocks for part in _showing(block, fields)]
    if all(isinstance(block, Heading) for block in blocks):
        return []
    posting = drafted.read(kept.sheet, made._replace(blocks=tuple(blocks)))
    said = kept.words.advice.wrong_words
    # What is still to be asked stands in brackets, which is no fault of an answer.
    blanks = {run.text for run in runs_of(blocks) if run.mark == "blank"}
    role = kept.answers().role
    regions = role.regions or [*filter(None, [region_at(kept, role.location or "")])]
    return [
        said.format(words=quoted(one.words), message=one.message, cure=one.cure)
        for one in in_words(posting, rules, regions)
        if one.words not in blanks
    ]


def _in_own_words(kept: Kept, field: str) -> bool:
    """Whether an answer holds words that somebody wrote, and did not pick."""
    value = kept.answers()[field]
    texts = value if isinstance(value, list) else [value]
    if field not in kept.questions:
        return False  # lines to leave out, which are the template's own
    picked = {"yes", "no", *(choice.value for choice in kept.questions[field].choices)}
    return any(isinstance(text, str | Words) and text not in picked for text in texts)


def _showing(block: Block, fields: Collection[str]) -> Iterator[Block]:
    """Yield what shows one of the fields; and headings, by which rules know what is spoken of."""

    def shows(runs: Runs) -> bool:
        return any(run.field in fields for run in runs)

    match block:
        case Heading():
            yield block
        case Paragraph(runs) if shows(runs):
            yield block
        case Bullets(items):
            yield Bullets(tuple(filter(shows, items)))
        case Facts(rows):
            yield Facts(tuple(row for row in rows if shows(row[1])))
