"""Something wrong with an answer: where, what, and what to write instead."""

import functools
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from amjd.answers.choices import write_any_of
from amjd.answers.fields import FIELDS, NAMES
from amjd.answers.nothing import names_nothing
from amjd.answers.numbers.figures import OpenEndError
from amjd.text.characters import bare
from amjd.text.errors import OR_INSTEAD, Part, Put, UnreadableError, nearest, or_put_instead
from amjd.text.losses import loses, loses_figure

_Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """Something wrong at a path of the tree; the reader of a file finds its line.

    `meant` is the field or the section that an unknown name seems to be, `beside` are the answers
    that this one contradicts. The cure says what to `write`: one of the `forms`, or a list of the
    `items`; and `also` what becomes of the words that these leave out.
    `is_open` says that only one end of a range was told.
    """

    path: tuple[str | int, ...]
    message: str
    write: str
    reason: Literal["value", "key", "missing"] = "value"
    meant: str = ""
    beside: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    also: tuple[Part, ...] = ()
    is_open: bool = False

    @property
    def cure(self) -> str:
        """All that the cure says, in a line."""
        return " ".join(filter(None, (self.write, *map(str, self.also))))

    @property
    def field(self) -> str:
        """The dotted name of the path, without its list indexes."""
        return ".".join(step for step in self.path if isinstance(step, str))


def fault_of(detail: dict[str, Any]) -> Fault:
    """Say what is wrong where pydantic found something; `detail` is one of its errors."""
    path = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown_key(path)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, UnreadableError):
        at = (*path, error.at) if error.at else path
        also = (*error.also, *_where_it_belongs(path, error))
        fault = Fault(at, error.message, "", is_open=isinstance(error, OpenEndError))
        if _loses(path, error, also, detail["input"]):
            return fault._replace(write=_without_forms(path))
        write = _or_empty(path, error, detail["input"])
        fault = fault._replace(write=write, forms=error.forms, items=error.items, also=also)
        return _once(fault, detail["input"]) if fault.field == "role.new_business" else fault
    example = next(field for field in FIELDS if field.startswith(f"{path[0]}.")).split(".")[1]
    return Fault(path, "takes its answers below it.", f"Write {path[0]}: {{{example}: ...}}.")


def _loses(path: _Path, error: UnreadableError, also: Sequence[Part], typed: object) -> bool:
    """Whether a cure loses what makes an answer what it is: `half remote` is not remote.

    A figure may have another spelling; what is counted elsewhere is kept too.
    """
    forms = (*error.forms, *error.items)
    besides = " ".join(map(str, also))
    is_kept = error.is_sure or "the rest in" in besides
    if not forms or is_kept or not isinstance(typed, str):
        return False
    kept, is_counted = _kept(forms, error.cure, besides), "how many" in besides
    bounds, figures = _field_at(path) not in _BOUNDS, bool(_choices_at(path)) and not is_counted
    if loses(typed, kept, bounds=bounds, figures=figures):
        return True
    return not is_counted and loses_figure(typed, kept)


def _kept(forms: Sequence[str], cure: str, also: str) -> str:
    """Join what a cure says, each of its forms once."""
    longest = sorted(forms, key=len, reverse=True)
    said = functools.reduce(lambda left, form: left.replace(form, ""), longest, cure)
    return " ; ".join((*forms, said, also))  # no two figures are one


def _once(fault: Fault, typed: object) -> Fault:
    """Tell a share of the time in one place alone: as a figure here, or in words of a duty."""
    empty = ", or leave it empty."
    puts = [one for one in fault.also if isinstance(one, Put)]
    if puts and fault.write.endswith(empty):
        also = (puts[0]._replace(before=OR_INSTEAD), *(one for one in fault.also if one != puts[0]))
        return fault._replace(write=f"{fault.write.removesuffix(empty)}.", also=also)
    if puts or len(fault.forms) < 2 or not isinstance(typed, str):
        return fault
    share = f"New business: {typed.rstrip('% ')}% of the time"
    return fault._replace(also=(*fault.also, or_put_instead(share, "role.duties")))


# A floor and a ceiling, which say at least and at most themselves.
_BOUNDS = ("portfolio.retention", "portfolio.churn")


def _without_forms(path: _Path) -> str:
    """Return the cure of an answer for which none that is true can be given."""
    choices = _choices_at(path)
    return write_any_of(choices) if choices else "Write the answer alone, without other words."


def _or_empty(path: _Path, error: UnreadableError, typed: object) -> str:
    """Return the cure, which tells who typed no more than no to leave it empty where they may."""
    field = _field_at(path)
    is_free = field in FIELDS and not FIELDS[field].required and not error.forms
    is_nothing = isinstance(typed, str) and names_nothing(" ".join(typed.split()))
    is_told = not error.cure or "empty" in error.cure or error.cure.startswith("Did")
    if is_told or not (is_free and is_nothing):
        return error.cure
    return f"Leave it empty, or {error.cure[:1].lower()}{error.cure[1:]}"


def _where_it_belongs(path: _Path, error: UnreadableError) -> Sequence[Part]:
    if not error.rest:
        return ()
    from amjd.answers.cures.elsewhere import (
        where_it_belongs,  # a file without a fault needs no cure
    )

    return where_it_belongs(_field_at(path), error.rest, *error.forms[:1])


def _field_at(path: _Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _choices_at(path: _Path) -> Sequence[str]:
    field = _field_at(path)
    return FIELDS[field].kind.choices if field in FIELDS else ()


def _unknown_key(path: tuple[str | int, ...]) -> Fault:
    key, section = str(path[-1]), ".".join(map(str, path[:-1]))
    if "." in key and not section:
        first, rest = key.split(".", 1)
        return Fault(path, "is a dotted key.", f"Write {first}: {{{rest}: ...}}.", "key", key)
    names = list(NAMES) if not section else []
    names += [field.partition(".")[2] for field in FIELDS if field.startswith(f"{section}.")]
    meant = next((name for name in names if bare(name) == bare(key)), "") or nearest(key, names)
    here = f"{section}.{meant}".strip(".") if meant else ""
    elsewhere = [field for field in FIELDS if bare(field.split(".")[-1]) == bare(key)]
    if elsewhere and here not in elsewhere:
        here = meant = elsewhere[0]
    cure = f"Did you mean {meant}?" if meant else f"Known here: {', '.join(names)}."
    return Fault(path, "is no field.", cure, "key", here)


def why(field: str) -> str:
    """Say which answer of the same section alone makes another one necessary."""
    required, section = FIELDS[field].required, field.partition(".")[0]
    if len(required) != 1 or len(required[0]) != 1 or required == FIELDS[field].applies:
        return ""
    (condition,) = required[0]
    return f", since {condition}" if condition.field.startswith(f"{section}.") else ""
