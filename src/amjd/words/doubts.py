"""What is asked about an answer before it is kept: `prompts/words/doubts.yaml`."""

from collections.abc import Mapping
from typing import NamedTuple

from amjd.questions import Question


class Doubts(NamedTuple):
    """What is asked about an answer before it is kept, and the words that call for it.

    `vague` are those of somebody who does not know yet, `unsure` open a clause which is cut from an
    answer, `persons` are for oneself, `wishes` of somebody who wants something else, `nothing` mean
    no answer, `denials` open one that there is none, and `hedges` are of people who are not sure;
    `tails` are cut off their end, `varies` off its beginning. `joints` go on with a sentence behind
    a comma, `clauses` also in a list of three and more; the first two of `joints` join the last
    part of a list. `pluses` say that nobody must have it. `kinds` tell what an amount is, and
    `left` what of an answer is not kept; `worked_out` is said of a figure that nobody typed,
    `one_end` of a range, `in_a_range` of one that depends on experience; `exact`, `range_is_about`,
    `before_tax` of words that no amount needs. `in_words` says of fields that take a figure or a
    choice alone where words go, `coaches_others` of others who are coached; `of_sales` is a share.
    `new_home` says what is asked where new clients were typed, `is_counted` what a measure is, and
    `measures` what people say for those that are offered, beside their names there.
    `things` are the fields whose parts are things, not sentences; words that are `pointing` name
    nothing by themselves; `in_office` says 3/2 in words.
    """

    vague: tuple[str, ...]
    unsure: tuple[str, ...]
    persons: tuple[str, ...]
    wishes: tuple[str, ...]
    nothing: tuple[str, ...]
    pointing: tuple[str, ...]
    denials: tuple[str, ...]
    hedges: tuple[str, ...]
    tails: tuple[str, ...]
    varies: tuple[str, ...]
    joints: tuple[str, ...]
    clauses: tuple[str, ...]
    pluses: tuple[str, ...]
    kinds: tuple[str, ...]
    exact: str
    range_is_about: str
    before_tax: str
    part: str
    in_office: Mapping[str, str]
    no_paper: str
    street: str
    worked_out: str
    measures: Mapping[str, tuple[str, ...]]
    is_measure: str
    is_counted: str
    says_company: str
    new_home: Mapping[str, str]
    in_words: Mapping[str, str]
    coaches_others: str
    of_sales: str
    we_are: str
    one_end: str
    in_a_range: str
    keep_private: str
    stays_open: str
    left: str
    things: tuple[str, ...]
    open: Question
    left_out: Question
    none_of_all: Question
    two_counts: Question
    no_figure: Question
    no_product: Question
    several: Question
    all_kept: Question
    headcount: Question
    new_clients: Question
    which: Question
    handover: Question
    hedged: Question
    texts: Question
    years: Question
    added: Question
