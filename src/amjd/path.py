"""The way through an interview, `prompts/path.yaml`: what is asked, when, and on which screen.

Plain tuples, as the questions are: the first of them is on the screen before pydantic is loaded.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from amjd.answers.conditions import NEVER, Conditions, Rule


class Together(NamedTuple):
    """Several fields with one question: a list of yes and no to `tick`, or a line to type.

    In a line each part goes to the first field that can read it. One of the fields is enough for
    `any`; `yes_to` are the words that mean yes to the last of them, and `refused` is said of what
    none can read, `twice` of a second one for a field; `around` are words that may stand around
    the parts. Otherwise the line is an amount with its period.
    """

    name: str
    fields: tuple[str, ...]
    question: str
    why: str
    more: str = ""
    example: str = ""
    elsewhere: Mapping[str, str] = MappingProxyType({})
    tick: bool = False
    any: bool = False
    yes_to: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    refused: str = ""
    twice: str = ""


class Turn(NamedTuple):
    """What is asked when its turn comes: a field, fields together, or a screen of our own."""

    ask: str
    when: Conditions = ()


class Screen(NamedTuple):
    """What is asked one after the other on one screen."""

    name: str
    asks: tuple[Turn, ...]


class Step(NamedTuple):
    """Screens that are one step on the way."""

    title: str
    screens: tuple[Screen, ...]


class Extra(NamedTuple):
    """What makes a posting better: `adds` says how, `first` when it does most.

    It is offered `when` it does at all, `unless` something else holds. `then` are asked right after
    it, where its answer makes them mean something.
    """

    field: str
    adds: str
    first: Conditions = ()
    when: Conditions = ()
    unless: Rule = NEVER
    then: tuple[str, ...] = ()


class Path(NamedTuple):
    """The way through an interview: what is asked of everybody, and what they may add.

    The first `few` of the extras are shown, the others to whoever wants them.
    """

    steps: tuple[Step, ...]
    together: tuple[Together, ...]
    few: int
    extras: tuple[Extra, ...]
