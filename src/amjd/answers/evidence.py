"""What candidates are asked to send with an application, said as a request."""

from collections.abc import Mapping

from amjd.answers.conditions import Shown
from amjd.answers.kinds import Context, Kind, Locale
from amjd.answers.shapes import text_schema
from amjd.answers.texts import is_no_answer, read_paragraphs, read_text
from amjd.text.characters import quoted
from amjd.text.patterns import compile_later


def _read_evidence(value: object, context: Context) -> str:
    """Read what to send with an application; `none` asks for nothing."""
    text = read_text(value)
    if not is_no_answer(text, "no"):
        return read_paragraphs(value, context)
    if text.lower() not in (NOTHING, "no"):
        context.tell(f"{quoted(text)} is read as {NOTHING}: nothing is asked for")
    return NOTHING


NOTHING = "none"


# How a request begins, and how something to send does: the one needs no word of ours.
_REQUESTS = (
    "send", "tell", "write", "email", "e-mail", "mail", "bring", "show", "share", "describe",
    "include", "attach", "answer", "name", "record", "apply", "call", "come", "give", "add",
    "upload", "explain", "say", "have",
)  # fmt: skip
_REQUEST = compile_later(rf"(?:{'|'.join(_REQUESTS)})\b")
_PAPERS = compile_later(
    r"(?i)your (?:current |updated )?(?:resume|r\u00e9sum\u00e9|cv|cover letter|portfolio)\b"
    r"(?=,? (?:and|or|plus|with)\b|[,.]|$)"
)
# What is a sentence of its own, and no thing to be sent: no CV needed, a few lines is plenty.
_THE_REST = r"(?:(?!\b(?:who|which|that|whose|where)\b)[^.;:]){1,200}?"
_SENTENCE = compile_later(
    r"(?i)(?!no (?:more|longer) than\b)"
    r"(?:(?:no|not|never|nothing|nobody|do not|don['\u2019]?t|just|please|if|when|once|whoever"
    r"|you|we|i|it|there|feel free|skip|forget)\b"
    r"|(?:ring|phone|text|drop|pop|stop|swing) (?:me|us|by|in|after|before|the office)\b"
    rf"|{_THE_REST}\b(?:(?:is|are|will be|would be) (?:plenty|enough|fine|okay|ok|sufficient"
    r"|all (?:we|i) (?:need|want))|will do)\b)"
)
_THING = compile_later(r"(?:[^A-Z\W]|(?:An?|The|One|Two|Three|Some|Any|Your|Half)\b)")


def _show_evidence(text: str, _: Locale) -> str:
    """Show a full sentence, whatever was typed."""
    return _asked(text)


def is_by_phone(answers: Mapping[str, Shown]) -> bool:
    """Whether a number is the only way to apply, so that no paper can be sent."""
    is_here = answers.get("apply.here") == "yes"
    written = answers.get("apply.email") or answers.get("apply.url") or is_here
    return bool(answers.get("apply.phone")) and not written


def in_a_call(text: str) -> str:
    """Show what to send as a request to whoever can only call: there it is to be at hand."""
    return _asked(text, in_call=True)


def _asked(text: str, in_call: bool = False) -> str:
    if text == NOTHING:
        return ""
    if text.startswith(_REQUESTS) and _REQUEST.match(text):
        return f"Please {text}"
    if not (text[:1].islower() or _THING.match(text)):
        return text
    if _SENTENCE.match(text):
        return f"{text[:1].upper()}{text[1:]}"
    thing = f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() or text[1:2] == " " else text
    if in_call:
        return f"Please have this ready when you call: {thing}"
    is_paper = text[:5].lower() == "your " and _PAPERS.match(text)
    return f"Please send us {'' if is_paper else 'this: '}{thing}"


EVIDENCE = Kind(_read_evidence, _show_evidence, text_schema())
