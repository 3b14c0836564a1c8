"""What people are asked to send, where it says what they are not to, or when somebody answers."""

from amjd.answers.phone_hours import HOURS
from amjd.asker import Ask
from amjd.interview.doubts.applying.request import EVIDENCE
from amjd.interview.doubts.doubt import LONGEST, Doubt, Meant, Rows, Values, read_so
from amjd.interview.kept import Kept
from amjd.interview.route import Stop
from amjd.interview.sentences import lines_with
from amjd.interview.texting import PHONE, PHONE_HOURS
from amjd.interview.understanding import why_not
from amjd.sources.sheet import Answer
from amjd.text.characters import with_capital
from amjd.text.patterns import compile_later


def as_sentences(kept: Kept, stop: Stop, ask: Ask, values: Values) -> Doubt | None:
    """Offer each sentence with a capital, what is not needed first, and hours behind the number.

    `a few lines is plenty, no CV` asks for nothing that could stand behind "send us this".
    """
    typed = "; ".join(values)
    if stop.fields != (EVIDENCE,) or len(typed) > LONGEST:
        return None
    text, told = typed, dict[str, Answer]()
    found = _HOURS.search(typed)
    if found and kept.current(PHONE):
        told[PHONE_HOURS] = found["hours"]
        text = typed[: found.start()].rstrip(" ,;.(")
    if last := _NO_PAPER_LAST.fullmatch(text):
        text = f"{with_capital(last['no'])} needed: {last['enough']}"
    text = _STOP.sub(lambda stop: with_capital(stop[0]), text)
    told = {EVIDENCE: text, **told}
    if text == typed or not text or why_not(kept, told):
        return None
    then: Rows = {"keep": Meant(told), "typed": values}
    return read_so(kept, ask, then, lines_with(kept, told), typed)


_HOURS = compile_later(
    r"(?i)(?:^|[.,;(]\s*|\band )(?:(?:if|when) you |or |just |please )*(?:ring|call|phone)"
    rf"(?: (?:me|us|her|him))?,? (?P<hours>{HOURS})(?: please)?[.)]?$"
)
_NO_PAPER_LAST = compile_later(
    r"(?i)(?P<enough>[^.,;:]+ (?:(?:is|are|will be) (?:plenty|enough|fine|ok|okay)|will do)),? "
    r"(?:and |so )?(?P<no>no (?:cvs?|r[e\u00e9]sum[e\u00e9]s?))(?: (?:is )?(?:needed|required))?\.?"
)
# A stop and the letter behind it, which is none of e.g. or 2 p.m.
_STOP = compile_later(r"(?<=[a-z\d]{2}[.!?] )[a-z](?=[a-z]*\b)")
