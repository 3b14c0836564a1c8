"""What a template is filled with, and how sentences say answers that facts show in full."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from amjd.answers.conditions import Shown, as_text
from amjd.answers.fields import PERSONS
from amjd.answers.names.clients import counted, kinds_of
from amjd.answers.names.companies import spoken
from amjd.answers.names.posts import by_name, with_article
from amjd.answers.names.tools import as_noun, for_records, without_named

COMPANY = "company.name"
_TOOL, _TOOLS = "tools.crm", "tools.others"
_ACCOUNTS, _SEGMENT, _CALLED = "portfolio.accounts", "portfolio.segment", "portfolio.called"
BESIDE = {_ACCOUNTS: (_CALLED,)}
"""By which other answers a sentence says one otherwise."""


class Filling(NamedTuple):
    """What a template is filled with: the shown answers, and labels for those to stay open.

    `ours` gives our own words as they are said where the candidate lives. With `as_called`
    sentences count accounts by what somebody called them, if only clients; else they are accounts.
    """

    texts: Mapping[str, Shown]
    blanks: Mapping[str, str]
    ours: Callable[[str], str] = str
    as_called: bool = False


def for_kinds(filling: Filling) -> Mapping[str, Filling]:
    """Return what parts are filled with, by their kind.

    In sentences a person's post has its article, accounts are counted by what they are called
    here, and words are those of the place; in bullets the company goes by its spoken name, and so
    does a person whose post stands in the sentences, records are kept in one tool, and clients are
    named by their kinds alone. Facts have one wording everywhere, and name a tool once.
    """
    persons = {
        field: with_article(as_text(text))
        for field in PERSONS
        if (text := filling.texts.get(field))
    }
    kinds = kinds_of(as_text(filling.texts.get(_SEGMENT)))
    called = as_text(filling.texts.get(_CALLED))
    accounts = as_text(filling.texts.get(_ACCOUNTS))
    noun = called if filling.as_called else ""
    numbers = {_ACCOUNTS: counted(accounts, noun)} if accounts else {}
    said = {**filling.texts, **persons, **numbers}
    name = filling.texts.get(COMPANY, "")
    company = {COMPANY: spoken(name)} if isinstance(name, str) and name else {}
    main, others = as_text(filling.texts.get(_TOOL)), filling.texts.get(_TOOLS, ())
    one = {_TOOL: as_noun(for_records(main))} if main else {}
    once = {_TOOLS: without_named(others, main)} if isinstance(others, tuple) and others else {}
    paragraph = filling._replace(texts=said)
    named = {_SEGMENT: kinds} if kinds else {}
    names = {field: by_name(text) for field, text in persons.items()}
    bullet = filling._replace(texts={**said, **names, **company, **one, **named})
    fact = filling._replace(texts={**filling.texts, **once}, ours=str)
    return {"fact": fact, "heading": filling, "paragraph": paragraph, "bullet": bullet}
