"""The text of one block as it grows from words of a template and from answers."""

from amjd.documents.document import Run, Runs
from amjd.text.patterns import compile_later

_STOPS = tuple(".!?\u2026\u3002\uff01\uff1f\uff0e")
_TIGHT = (",", ".", ";", ":", ")")
_CLOSING = "\"'\u201d\u2019\u00bb\u300d\u300f"

# What goes on in mid-sentence, and the stop of an answer that would stand before it. That of a
# short word or of one with other stops in it is no end of a sentence: Inc., U.S., a.m.
_GOES_ON = compile_later(r" [a-z(]|[,:;]")
_LAST_STOP = compile_later(r"(?<=\b[^\W\d_]{5})\.$|(?<=[^\W\d_.]{6})\.$")


class GrowingLine:
    """One block; only words of the template are ever trimmed."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._answers: list[bool] = []

    def mark(self) -> int:
        return len(self._runs)

    def cut(self, mark: int) -> None:
        del self._runs[mark:], self._answers[mark:]

    def add_words(self, text: str) -> None:
        if self._runs and self._answers[-1] and _GOES_ON.match(text):
            self._runs[-1] = self._runs[-1]._replace(text=_LAST_STOP.sub("", self._runs[-1].text))
        before = self._runs[-1].text if self._runs else " "
        if text.startswith(".") and self._answers and self._answers[-1]:
            text = text[1:] if before.rstrip(_CLOSING).endswith(_STOPS) else text
        if before.endswith(" "):
            text = text.lstrip(" ")
            if text.startswith(_TIGHT) and self._answers and not self._answers[-1]:
                self._runs[-1] = self._runs[-1]._replace(text=before.rstrip())
        if text:
            self._runs.append(Run(text))
            self._answers.append(False)

    def add_answer(self, run: Run) -> None:
        self._runs.append(run)
        self._answers.append(True)

    def finish(self) -> Runs:
        """Trim the end and join words of the template that touch."""
        while self._runs and not self._answers[-1] and not self._runs[-1].text.strip():
            self.cut(len(self._runs) - 1)
        if self._runs and not self._answers[-1]:
            self._runs[-1] = self._runs[-1]._replace(text=self._runs[-1].text.rstrip())
        joined: list[Run] = []
        for run in self._runs:
            if joined and joined[-1][1:] == run[1:] == ("", "", ""):
                joined[-1] = Run(joined[-1].text + run.text)
            else:
                joined.append(run)
        return tuple(joined)
