"""Make docxtpl templates out of amjd's own postings, so that both fill the same pages.

    python docxtpl_templates.py FOLDER POSTING.docx ANSWERS.yaml [POSTING.docx ANSWERS.yaml]...

Wherever an answer stands in a posting, the template gets a Jinja tag. FOLDER receives a template
of each posting's name.
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import jinja2
import yaml

# What a posting shows of an answer that is no text: numbers, sums and dates.
SHOWN = [
    "{{ portfolio.accounts }} accounts",
    "{{ portfolio.retention }}%",
    "{{ portfolio.churn }}%",
    "{{ role.new_business }}%",
    "{{ role.years }} years",
    "{{ role.handover_weeks }} weeks",
    "{{ '{:,}'.format(portfolio.revenue) }}",
    "{{ '{:,}'.format(portfolio.expansion) }}",
    "{{ '{:,}'.format(quota.target) }}",
    "{{ '{:,}'.format(pay.base) }}",
    "{{ '{:,}'.format(pay.base.min) }}",
    "{{ '{:,}'.format(pay.base.max) }}",
    "{{ '{:,}'.format(pay.variable) }}",
    "{{ '{:,}'.format(pay.base + pay.variable) }}",
    "{{ '{:,}'.format(pay.base.min + pay.variable) }}",
    "{{ '{:,}'.format(pay.base.max + pay.variable) }}",
    "{{ apply.deadline.strftime('%B') }} {{ apply.deadline.day }}, {{ apply.deadline.year }}",
]
DOCUMENT = "word/document.xml"


def texts_of(value: object, tag: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text among the answers with the tag that shows it."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from texts_of(part, f"{tag}.{key}" if tag else key)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts_of(part, f"{tag}[{index}]")
    elif isinstance(value, str) and len(value) > 3:
        yield value, f"{{{{ {tag} }}}}"


def tags(answers: dict[str, object]) -> dict[str, str]:
    """Return the tag for each text that a posting may show."""
    found = dict(texts_of(answers))
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    for tag in SHOWN:
        try:
            found[environment.from_string(tag).render(answers)] = tag
        except (jinja2.UndefinedError, TypeError, ValueError):
            continue  # this example has no such answer
    return {escape(text): tag for text, tag in found.items()}


def with_tags(xml: str, answers: dict[str, object]) -> str:
    """Put the tags into the document, in one pass, the longest texts first."""
    known = tags(answers)
    either = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    answer = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    return re.sub(
        r"(?<=>)[^<>]+(?=</w:t>)",
        lambda text: answer.sub(lambda match: known[match[0]], text[0]),
        xml,
    )


def main() -> None:
    folder, *pairs = map(Path, sys.argv[1:])
    for posting, answers in zip(pairs[::2], pairs[1::2], strict=True):
        values = yaml.safe_load(answers.read_bytes())
        with (
            zipfile.ZipFile(posting) as source,
            zipfile.ZipFile(folder / posting.name, "w", zipfile.ZIP_DEFLATED) as template,
        ):
            for name in source.namelist():
                part = source.read(name)
                if name == DOCUMENT:
                    part = with_tags(part.decode(), values).encode()
                template.writestr(name, part)


if __name__ == "__main__":
    main()
