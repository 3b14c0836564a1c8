"""Closed lists of answers: yes or no, one of a few words, a template."""

from amjd.answers.kinds import Context, Kind, as_typed
from amjd.answers.shapes import text_schema, words_schema
from amjd.answers.texts import read_text
from amjd.text.characters import quoted
from amjd.text.errors import UnreadableError, did_you_mean


def _read_yes_no(value: object, _: Context) -> bool:
    text = read_text(value)
    if text.lower() not in ("yes", "no", "true", "false"):
        raise UnreadableError(f"{quoted(text)} is neither yes nor no.", "Write yes or no.")
    return text.lower() in ("yes", "true")


YES_NO = Kind(
    _read_yes_no,
    lambda value, _: "yes" if value else "no",
    {"anyOf": [{"type": "boolean"}, words_schema("yes", "no", "true", "false")]},
    ("yes", "no"),
)


def choice(*choices: str) -> Kind:
    """Make the kind of an answer that is one of a few words, in small letters."""

    def read(value: object, _: Context) -> str:
        text = read_text(value).lower()
        if text not in choices:
            hint = did_you_mean(text, list(choices)) or f"Write one of: {', '.join(choices)}."
            raise UnreadableError(f"{quoted(text)} is not one of the answers.", hint)
        return text

    schema = {"anyOf": [{"enum": list(choices)}, words_schema(*choices)]}
    return Kind(read, as_typed, schema, choices)


def _read_template(value: object, context: Context) -> str:
    template, known = read_text(value), list(context.templates)
    if known and template not in known:
        cure = did_you_mean(template, known) or f"Write one of: {', '.join(known)}."
        raise UnreadableError(f"{quoted(template)} is no template.", cure)
    return template


TEMPLATE = Kind(_read_template, as_typed, text_schema())
