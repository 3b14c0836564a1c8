"""One loop: ask at a stop, take what is answered, go to the next stop, until the posting stands.

Which stop is next is found in `route`; what is asked there and becomes of it, in `stops`.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from amjd.answers.fields import Answers
from amjd.asker import Ask, Asker, Reply, Signal
from amjd.documents.catalog import Catalog
from amjd.interview import route
from amjd.interview.advice import called_for, doubtful
from amjd.interview.answering import Taken, say_left_out
from amjd.interview.asks import advised
from amjd.interview.doubts.pay.terms import ask_terms
from amjd.interview.kept import Kept
from amjd.interview.names import near
from amjd.interview.remote import REGIONS
from amjd.interview.route import DONE, Mode, Place, Stop, Way
from amjd.interview.screens import capitals, lines, review
from amjd.interview.screens.preview import Previewing, ask_preview
from amjd.interview.screens.template import fitting, offer_all, overridden, take
from amjd.interview.stops import ask_for, settle
from amjd.interview.way import DUTIES, EXTRAS, TEMPLATE, in_step, stop_for, way
from amjd.interview.wording import wrong_words
from amjd.review.rules import Rules
from amjd.sources.sheet import Sheet
from amjd.words import Prompts


class Went(NamedTuple):
    """Where one is now, and what is said there of what came before.

    `changed` are the fields whose answers were changed from the review, which it shows; what was
    typed there may be `refused`. To `led` an answer has led, though it is given.
    """

    place: Place
    said: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: bool = False
    led: str = ""


class Interview:
    """An interview under way; `kept` is what was answered so far."""

    def __init__(
        self,
        asker: Asker,
        sheet: Sheet,
        save: Callable[[str], None],
        catalog: Catalog,
        prompts: Prompts,
        rules: Rules,
        mode: Mode = "new",
        named: Sequence[str] = (),
        drafted_from: Catalog | None = None,
    ) -> None:
        """Begin with the answers so far; `named` are what to ask, for the mode of errands.

        By `rules` the words of each answer are reviewed as it is given.
        """
        self.kept = Kept(sheet, save, catalog, prompts, drafted_from)
        self._asker = Previewing(asker, self.kept)
        self._rules, self._mode, self._named = rules, mode, named
        self._look_at_lines()
        self._small: set[str] | None = None  # left as typed, where capitals were wanted once

    def run(self) -> None:
        """Ask until the last yes is given.

        Raises:
            KeyboardInterrupt, EOFError: the person stopped; every accepted answer is saved.
            AmjdError: `save` gave up.
        """
        kept = self.kept
        meant = [field for field in self._named if field in (TEMPLATE, *review.changeable(kept))]
        place = route.start(way(kept), self._mode, review.stops_for(kept, meant))
        # Whoever goes on with their own answers was told of them when they gave them.
        is_own = self._mode in ("new", "errand")
        readings = (kept.reading(field, message) for field, message in kept.readings())
        said = () if is_own else (*readings, *say_left_out(kept))
        went = Went(place, (*said, *self._not_meant(meant)))
        while went.place.at != DONE:
            went = self._review(went) if went.place.at == route.REVIEW else self._visit(went)

    def _not_meant(self, meant: Sequence[str]) -> list[str]:
        """Say which of the fields to ask mean nothing beside these answers."""
        labels = ", ".join(self.kept.label(field) for field in self._named if field not in meant)
        return [self.kept.words.review.not_meant.format(labels=labels)] if labels else []

    def _visit(self, went: Went) -> Went:
        """Ask at one stop until it is settled."""
        stop, before, template = went.place.at, self.kept.answers(), fitting(self.kept)
        ask = self._first(went)._replace(note="\n".join(went.said))
        ask = lines.at_new(self.kept, ask, self._ticked) if stop.name == DUTIES else ask
        reply, taken = settle(self.kept, self._asker, stop, ask)
        if stop.name == DUTIES:
            self._look_at_lines()
        stops = way(self.kept)
        here = route.but(went.place, self._told_too(stops, stop, before))
        place = self._next(stops, self._led_on(here, reply, taken), reply.signal)
        if place.at == stop and reply.signal is Signal.BACK:
            return Went(place, (self.kept.words.asking.first_already,))
        if self.kept.answers() == before:
            return Went(place, taken.said, went.changed)
        self._raise_again(went, stop, before)
        said = (*taken.said, *self._advice(stop, before), *self._of_template(stops, stop, template))
        if went.place.errands is None:
            return Went(place, said, led=taken.then)
        changed = (*went.changed, *self._in_list(stop))
        return self._with_lines(Went(place, said, changed, led=taken.then))

    def _look_at_lines(self) -> None:
        """Keep which lines of ours are printed, and which wait, when somebody sees their list."""
        self._ticked, self._waiting = lines.printed(self.kept), lines.waiting(self.kept)

    def _told_too(self, stops: Way, stop: Stop, before: Answers) -> list[Stop]:
        """List the stops that an answer has answered too; to a list there may be more to add."""
        now, questions = self.kept.answers(), self.kept.questions
        return [
            point.stop
            for point in stops
            if point.stop != stop
            for field in point.stop.fields
            if now[field] not in (None, before[field])
            and (field == REGIONS or field not in questions or not questions[field].many)
        ]

    def _with_lines(self, went: Went) -> Went:
        """Ask about our lines that came in since they were ticked, behind all else that is asked.

        Whoever named what to ask is asked nothing else, and told of them. Of those that went, each
        is told once.
        """
        lines.keep_out(self.kept, self._waiting)
        went = went._replace(said=(*went.said, *lines.say_gone(self.kept, self._ticked)))
        left_out = lines.gone(self.kept, self._ticked)
        self._ticked = [name for name in self._ticked if name not in left_out]
        new = lines.say_new(self.kept, self._ticked)
        if new and self._mode == "errand":
            self._look_at_lines()
            return went._replace(said=(*went.said, *new))
        if not new:
            return went
        stop = stop_for(self.kept, "leave_out")
        if went.place.at == route.REVIEW:
            place = route.run_errands(way(self.kept), went.place, [stop])
        else:
            place = route.behind_others(went.place, [stop])
        return went._replace(place=place)

    def _led_on(self, place: Place, reply: Reply, taken: Taken) -> Place:
        """Ask next what an answer leads to, or what was ticked in the list after the review."""
        if taken.then:
            return place._replace(visited=place.visited | {stop_for(self.kept, taken.then)})
        if place.at.name != EXTRAS or place.errands is None or reply.signal:
            return place
        return route.before_others(place, [stop_for(self.kept, field) for field in reply.values])

    def _next(self, stops: Way, place: Place, signal: Signal | None) -> Place:
        if signal is Signal.BACK:
            return route.back(stops, place)
        return route.to_review(place) if signal is Signal.REVIEW else route.forward(stops, place)

    def _advice(self, stop: Stop, before: Answers) -> list[str]:
        now, words = self.kept.answers(), self.kept.words.advice
        called = called_for(stop.fields, now, words, self._asker.key(Signal.BACK))
        wrong = wrong_words(self.kept, self._rules, stop.fields)
        changed = advised(self.kept, stop.fields, {})
        return [*changed, *called, *wrong, *doubtful(before, now, words)]

    def _of_template(self, stops: Way, stop: Stop, before: str) -> list[str]:
        """Say that another template fits, where nobody is about to be asked about it."""
        is_ahead = any(
            point.stop.name == TEMPLATE and point.applies and point.is_due for point in stops
        )
        return [] if is_ahead or stop.name == TEMPLATE else overridden(self.kept, before)

    def _in_list(self, stop: Stop) -> list[str]:
        listed = review.listed(self.kept)
        return [field for field in stop.fields if field in listed] or list(stop.fields[:1])

    def _first(self, went: Went) -> Ask:
        """Make what is asked first at a stop."""
        ask = ask_for(self.kept, went.place.at)
        ask = ask_terms(self.kept, ask) if went.led in ask.fields else ask
        if went.place.errands is None:
            return ask
        # Whoever looks after some answers from the review is not on the way any more.
        ask = offer_all(self.kept) if went.place.at.name == TEMPLATE else ask
        return in_step(self.kept.questions, route.REVIEW, ask)

    def _review(self, went: Went) -> Went:
        """Ask what to do with the whole."""
        kept = self.kept
        small = review.say_small(kept) if not (went.said or went.changed) else []
        note = "\n".join((*review.say_changed(kept, went.changed), *went.said, *small))
        reply = self._asker.ask(review.ask_review(kept, note, went.refused))
        if reply.signal:
            is_back = reply.signal is Signal.BACK
            return Went(route.back(way(kept), went.place) if is_back else went.place)
        return self._fulfil(went, reply.text)

    def _fulfil(self, went: Went, typed: str) -> Went:
        """Do what was wished at the review, or say why not."""
        kept = self.kept
        if nothing := review.say_nothing(kept, typed):
            return Went(went.place, (nothing,), refused=not typed.strip())
        wanted = review.wish(kept, typed)
        if empty := review.say_empty(kept, wanted):
            return Went(went.place, (empty,))
        match wanted.said:
            case "write":
                return self._write(went)
            case "look":
                self._asker.ask(ask_preview(kept))
                return Went(went.place)
            case "choose":
                self._choose()
                return self._with_lines(Went(went.place))
            case "raise":
                return self._with_lines(Went(went.place, changed=self._raise()))
            case "add":
                return Went(route.run_errands(way(kept), went.place, [Stop(EXTRAS, EXTRAS)]))
        fields = wanted.fields or review.spoken_of(kept, typed)
        is_clear = bool(wanted.fields) or len(fields) == 1
        return self._run(went, fields) if is_clear else self._unknown(went, typed, fields)

    def _run(self, went: Went, fields: Sequence[str]) -> Went:
        """Leave the review to ask some fields."""
        errands = review.stops_for(self.kept, fields)
        said = review.say_stops(self.kept, errands, self._asker.key(Signal.REVIEW))
        return Went(route.run_errands(way(self.kept), went.place, errands), tuple(said))

    def _raise(self) -> tuple[str, ...]:
        """Raise what is ticked, and return its fields."""
        ticked = self._asker.ask(capitals.offer(self.kept))
        fields = () if ticked.signal else ticked.values
        raised = capitals.raised(self.kept)
        self.kept.put_all({one: new for one, new in raised.items() if one in fields})
        if fields:
            self._small = (self._small or set()) | {one for one in raised if one not in fields}
        return fields

    def _raise_again(self, went: Went, stop: Stop, before: Answers) -> None:
        """Give an answer that is changed from the review capitals too, once they were wanted.

        Whoever types an answer again without its capitals wants none of them there.
        """
        if went.place.errands is None or self._small is None:
            return
        raised = capitals.raised(self.kept)
        new = {one: text for one, text in raised.items() if one in stop.fields}
        self._small |= {one for one, text in new.items() if text == before[one]}
        if wanted := {one: text for one, text in new.items() if one not in self._small}:
            self.kept.put_all(wanted)

    def _unknown(self, went: Went, typed: str, fields: Sequence[str]) -> Went:
        kept, words = self.kept, self.kept.words.review
        if fields:
            return Went(went.place, (review.say_which(kept, typed, fields),), refused=True)
        close = near(typed, review.changeable(kept), kept.questions)
        said = [words.unknown.format(typed=typed.strip())]
        said += [words.meant.format(name=close)] if close else [words.nothing_typed]
        return Went(went.place, (" ".join(said),), refused=True)

    def _choose(self) -> None:
        reply = self._asker.ask(offer_all(self.kept))
        if reply.signal is None:
            take(self.kept, reply.values)

    def _write(self, went: Went) -> Went:
        """End, unless something is needed: then go there."""
        kept = self.kept
        missing = kept.missing()
        if not missing and (asked := self._with_lines(went)) != went:
            return asked
        if not missing:
            kept.replace(kept.sheet)
            return Went(went.place._replace(at=DONE))
        labels = ", ".join(kept.label(field) for field in kept.questions if field in missing)
        said = kept.words.review.missing.format(labels=labels)
        return Went(route.to_missing(way(kept), went.place), (said,))
