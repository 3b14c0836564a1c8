"""The posting so far, at any question."""

from amjd.asker import Asked, Asker, Reply, Signal
from amjd.documents.draft import draft
from amjd.formats import DEFAULT, FORMATS
from amjd.interview.kept import Kept


def preview(kept: Kept) -> str:
    """Draft the posting so far as text; what is open stands in brackets."""
    drafted = draft(kept.catalog, kept.questions, kept.answers(), open_=kept.open_fields())
    return FORMATS[DEFAULT].writer()(drafted).decode()


class Previewing:
    """An asker that shows the posting so far to whoever wants it, and then asks again."""

    def __init__(self, asker: Asker, kept: Kept) -> None:
        self._asker, self._kept = asker, kept
        self.tell, self.table, self.review = asker.tell, asker.table, asker.review
        self.key = asker.key

    def ask(self, asked: Asked) -> Reply:
        while (reply := self._asker.ask(asked)).signal is Signal.PREVIEW:
            self.tell(preview(self._kept))
            asked = asked._replace(typed=reply.text)
        return reply
