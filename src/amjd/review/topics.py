"""What is told beside single rules: a kind of rules, the law of a place, and what a field asks."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from amjd.answers.places.countries import is_region, region_name, regions_named
from amjd.questions import Question, Questions
from amjd.review.rules import LEGAL, Law, Rule, Rules
from amjd.text.errors import AmjdError, did_you_mean

_KINDS = {
    "ROLE": "The job: quota, accounts, duties, measures",
    "PAY": "Pay, and what the law of a place asks of it",
    "LAW": "Whom a posting may not turn away",
    "TEXT": "The words of a posting",
}
_ASKED = {
    "pay": "base pay, as a figure or a range", "benefits": "the benefits",
    "other pay": "commission, bonus and other pay", "deadline": "the last day to apply",
    "ai": "whether artificial intelligence screens applicants",
    "vacancy": "whether the vacancy is there already",
}  # fmt: skip
_BANNED = {
    "open pay": "pay that is open at one end", "pay history": "asking for pay history",
    "canadian experience": "asking for Canadian experience",
}  # fmt: skip
_PARTS = {"only": "all of the pay", "part": "a part of the pay"}


class Topic(NamedTuple):
    """A story as lines for people, and as values for programs."""

    lines: tuple[str, ...]
    values: Mapping[str, Any]


def topic(name: str, rules: Rules, questions: Questions) -> Topic:
    """Tell of a rule, a kind of rules, a place with a law, or a field.

    Raises:
        AmjdError: there is no such topic (2); it says which one was meant.
    """
    wanted = name.strip()
    if rule := rules.get(wanted.upper()):
        return _rule(rule, rules)
    if wanted.upper() in _KINDS:
        return _kind(wanted.upper(), rules)
    if laws := _laws_of(wanted, rules):
        return _place(laws)
    if wanted.lower() in questions:
        return _field(questions[wanted.lower()])
    raise AmjdError(f"there is no rule or topic {name}.", _meant(wanted, rules, questions), code=2)


def _meant(name: str, rules: Rules, questions: Questions) -> str:
    known = [*rules, *_KINDS, *questions, *(law.name for law in rules.laws)]
    spelt = {one.lower(): one for one in known}
    close = did_you_mean(name, list(spelt)).removeprefix("Did you mean ").removesuffix("?")
    if close:
        return f"Did you mean {spelt[close]}?"
    return f"Name a rule as check does, a kind of them ({', '.join(_KINDS)}), a place or a field."


def _rule(rule: Rule, rules: Rules) -> Topic:
    values = {name: getattr(rule, name) for name in ("id", "level", "title", "why", "cure")}
    values["sources"] = [source._asdict() for source in rule.sources]
    return Topic(tuple(_story(rule, rules)), values)


def _story(rule: Rule, rules: Rules) -> Iterator[str]:
    yield f"{rule.id} ({rule.level}): {rule.title}"
    yield ""
    yield rule.why
    yield rule.cure
    for heading, examples in (
        ("It is found in:", rule.fires),
        ("It is not found in:", rule.silent),
    ):
        yield ""
        yield heading
        for one in examples[:2]:
            yield "  " + " / ".join(filter(None, one.text.split("\n")))[:120]
    yield ""
    yield "Sources:"
    for source in rule.sources:
        yield f"  {source.title} ({source.date}) {source.url}".rstrip()
    if rule.id.startswith("PAY"):
        for law in rules.laws:
            sure = "" if law.confirmed else ", not confirmed"
            dates = f"in force {law.effective}, read {law.read}{sure}"
            yield f"  {law.name} ({dates}): {law.citation} {law.source}"


def _kind(name: str, rules: Rules) -> Topic:
    found = [rule for rule in rules.values() if rule.id.startswith(f"{name}-")]
    listed = [f"  {rule.id:8} {rule.level:8} {rule.title}" for rule in found]
    values = [{"id": rule.id, "level": rule.level, "title": rule.title} for rule in found]
    title = _KINDS[name]
    lines = (f"{name}: {title}", "", *listed, "", f"amjd explain {found[0].id} tells of one.")
    return Topic(lines, {"id": name, "title": title, "rules": values})


def _laws_of(name: str, rules: Rules) -> list[Law]:
    """Find the laws of a place by its code, its English name, or that of a law."""
    code = name.upper()
    codes = [code] if is_region(code) else regions_named(name)
    return [
        law
        for law in rules.laws
        if code in (law.place, law.name.upper()) or {law.place, *law.members}.intersection(codes)
    ]


def _place(laws: list[Law]) -> Topic:
    place = laws[0].place
    name = region_name(place) if is_region(place) else laws[0].name
    title = f"{place} ({name}): what its law asks of a posting"
    lines = [title, *(line for law in laws for line in ("", *_law(law)))]
    lines += ["", LEGAL]
    listed = ("asks", "bans", "members")
    values = [{**law._asdict(), **{key: list(getattr(law, key)) for key in listed}} for law in laws]
    return Topic(tuple(lines), {"id": place, "title": name, "laws": values})


def _law(law: Law) -> Iterator[str]:
    staff = "any employer" if int(law.employees) <= 1 else f"{law.employees} employees or more"
    yield f"{law.name}: in force from {law.effective} on, for {staff}"
    yield from (f"  asks for {_ASKED[what]}" for what in law.asks if what in _ASKED)
    yield from (f"  forbids {_BANNED[what]}" for what in law.bans if what in _BANNED)
    if law.note:
        yield f"  {law.note}"
    if law.commission:
        yield f"  takes a word on commission for a range where that is {_PARTS[law.commission]}"
    if law.widest:
        above = f", unless it ends above {int(law.unless_above):,}" if law.unless_above else ""
        yield f"  the range may be no wider than {int(law.widest):,} a year{above}"
    sure = "" if law.confirmed else "; not confirmed, so it is at most a warning"
    yield f"  {law.citation}"
    yield f"  {law.source} (read {law.read}{sure})"


def _field(question: Question) -> Topic:
    choices = [f"  {one.value}: {one.label}. {one.help}".rstrip() for one in question.choices]
    example = f"For example: {question.example_text}" if question.example_text else ""
    told = (question.question, question.why, question.more, example)
    lines = (f"{question.field}: {question.label}", "", *filter(None, told), *choices)
    values = {"id": question.field, "title": question.label, "question": question.question,
              "why": question.why, "more": question.more, "example": question.example_text,
              "choices": [one.value for one in question.choices]}  # fmt: skip
    return Topic(lines, values)
