"""What the terminal says and understands by itself: `prompts/words/terminal.yaml`."""

from typing import NamedTuple


class Terminal(NamedTuple):
    """What stands around every question, and the words that are understood at every list.

    A row that is called by the first of `yes`, or of `no`, is meant by all of them. `yes_to_all`
    and `no_to_all` say the same to a whole list. A yes or no before one of `neither_before`
    is neither, and a yes before one of `no_yes_before`. With a word of `denying`, or one that ends
    so, a name beside it is not meant; those of `unsure` deny nothing. `between_numbers`
    may stand between two that are meant both; `more` asks for the rows that were not read out.
    """

    next: str
    keep: str
    skip: str
    back: str
    leave: str
    again: str
    take: str
    types: str
    opens: str
    unmark: str
    none: str
    back_from_page: str
    move: str
    ticks: str
    unticks: str
    ticks_in_all: str
    scroll: str
    find: str
    help: str
    step: str
    step_named: str
    step_plain: str
    example: str
    reads: str
    several: str
    left_empty: str
    none_ticked: str
    open: str
    other: str
    others: str
    own: str
    no_match: str
    asks: str
    not_taken: str
    no_match_own: str
    pick_one: str
    found: str
    not_found: str
    lines: str
    taken_out: str
    dropped: str
    editor: str
    editor_open: str
    suspended: str
    keys_plain: str
    word_taken: str
    editor_plain: str
    now: str
    enter_keeps: str
    enter_keeps_or: str
    enter_keeps_or_none: str
    enter_skips: str
    type_ticks: str
    enter_takes_ticks: str
    enter_takes: str
    enter_goes_on: str
    enter_goes_back: str
    ticked: str
    ticked_now: str
    unticked_now: str
    own_words_too: str
    own_words_as: str
    others_plain: str
    offered: str
    replaces: str
    offered_plain: str
    read_as: str
    not_here: str
    pick_one_plain: str
    not_sure_plain: str
    no_match_plain: str
    line_lost: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    yes_to_all: tuple[str, ...]
    no_to_all: tuple[str, ...]
    neither_before: tuple[str, ...]
    no_yes_before: tuple[str, ...]
    denying: tuple[str, ...]
    denying_ends: tuple[str, ...]
    unsure: tuple[str, ...]
    between_numbers: tuple[str, ...]
    more: str
