"""The text of one block as it grows from words of a template and from answers."""

from amjd.documents.document import Run, Runs
from amjd.text.patterns import compile_later

_STOPS = tuple(".!?\u2026\u3002\uff01\uff1f\uff0e")
_TIGHT = (",", ".", ";", ":", ")")
_CLOSING = "\"'\u201d\u2019\u00bb\u300d\u300f"

# What goes on in mid-sentence, and the stop of an answer that would stand before it. That of a
# short word or of one with other stops in it is no end of a sentence: Inc., U.S., a.m.
_LAST_STOP = compile_later(r"(?<=\b[^\W\d_]{5})\.$|(?<=[^\W\d_.]{6})\.$")


def _goes_on(text: str) -> bool:
    if text[:1] != " ":
        return text.startswith((",", ":", ";"))
    return "a" <= text[1:2] <= "z" or text[1:2] == "("


class GrowingLine:
    """One block; only words of the template are ever trimmed, and those that touch are one run."""

    def __init__(self) -> None:
        self._runs: list[Run] = []

    def add_words(self, text: str, because: str = "") -> None:
        """Add words of ours, which may be said because of the answer to a field."""
        if self._runs and self._runs[-1].field:
            self._add_behind_answer(text, because)
        elif self._runs:
            self._add_behind_words(self._runs[-1], text, because)
        elif text := text.lstrip(" "):
            self._runs.append(Run(text, because=because))

    def _add_behind_answer(self, text: str, because: str) -> None:
        answer = self._runs[-1]
        if answer.text.endswith(".") and _goes_on(text):
            answer = self._runs[-1] = answer._replace(text=_LAST_STOP.sub("", answer.text))
        if text.startswith(".") and answer.text.rstrip(_CLOSING).endswith(_STOPS):
            text = text[1:]
        if answer.text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text, because=because))

    def _add_behind_words(self, words: Run, text: str, because: str) -> None:
        before = words.text
        if before.endswith(" "):
            text = text.lstrip(" ")
            if text.startswith(_TIGHT):
                before = before.rstrip()
        self._runs[-1] = Run(before + text, because=words.because or because)

    def add_answer(self, run: Run) -> None:
        """Add an answer, or the label for one; its run names the field."""
        self._runs.append(run)

    def finish(self) -> Runs:
        """Trim the end."""
        if self._runs and not self._runs[-1].field:
            last = self._runs.pop()
            if text := last.text.rstrip():
                self._runs.append(last._replace(text=text))
        return tuple(self._runs)
