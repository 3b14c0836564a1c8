"""Writing the postings of an interview, asking about each that stands there and may not go."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from amjd.asker import Asker
from amjd.files.refusals import HeldError, fitting, where_to_close
from amjd.files.targets import Target, write
from amjd.files.whole import is_read_only, refuse_odd
from amjd.formats import parted
from amjd.interview.asides import ask_about
from amjd.interview.files.standing import StoppedError, content
from amjd.questions import Question
from amjd.text.characters import printable
from amjd.text.errors import AmjdError
from amjd.words import Files, Words


class Going(NamedTuple):
    """A posting on its way: `agreed` is what it may replace."""

    target: Target
    content: bytes
    agreed: bytes | None = None


class _How(NamedTuple):
    """How postings are written: what they may replace, where a path is, and who is asked."""

    may_replace: Callable[[bytes], bool]
    at: Callable[[Path], Path]
    asker: Asker
    words: Files


def deliver(
    postings: Sequence[tuple[Target, bytes]],
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    asker: Asker,
    words: Words,
) -> list[Target]:
    """Write postings, asking about each that stands there and is not ours to replace.

    `at` says where a path is; back come the targets that were taken.

    Raises:
        StoppedError: the person prefers to stop, and nothing more is written.
    """
    how = _How(may_replace, at, asker, words.files)
    plan = [_settled(Going(*posting), how) for posting in postings]
    return [_delivered(going, how) for going in plan]


def _delivered(going: Going, how: _How) -> Target:
    """Write one posting, and ask again where something has come into its way."""
    while True:
        try:
            if _is_written(going, how):
                return going.target
            going = _settled(going, how)
        except HeldError:
            going = _besides(going, how.words.open, how)


def _settled(going: Going, how: _How) -> Going:
    """Ask about what stands there until the posting may be written."""
    while going.target.path is not None:
        path = how.at(going.target.path)
        refuse_odd(path)
        found = content(path)
        if _is_free(going, path, found, how):
            break
        question = how.words.read_only if is_read_only(path) else how.words.edited
        going = _besides(going._replace(agreed=found), question, how)
    return going


def _is_free(going: Going, path: Path, found: bytes | None, how: _How) -> bool:
    if found is None or found in (going.content, going.agreed):
        return True
    return how.may_replace(found) and not is_read_only(path)


def _besides(going: Going, question: Question, how: _How) -> Going:
    """Ask whether to write a posting where one stands that is in the way, or beside it.

    Raises:
        StoppedError: the person prefers to stop.
    """
    path = going.target.path or Path()
    other = next(name for name in _others(path) if not os.path.lexists(how.at(name)))
    name, where = printable(str(path)), where_to_close(path.name)
    question = question.filled(file=name, other=printable(other.name), where=where)
    match ask_about(how.asker, question):
        case "stop":
            raise StoppedError
        case "other":
            return going._replace(target=going.target._replace(path=other), agreed=None)
    return going


def _others(path: Path) -> Iterator[Path]:
    stem, ending = parted(path)
    ends = (f"-{number}{ending}" for number in count(2))
    return (path.with_name(fitting(stem, end) + end) for end in ends)


def _is_written(going: Going, how: _How) -> bool:
    """Write one posting; not if something has come to stand there that nobody was asked about."""
    target, posting, agreed = going
    if target.path is None:
        write(target, posting, force=False)
        return True
    path = how.at(target.path)
    found = content(path)
    if not _is_free(going, path, found, how):
        return False
    target = target._replace(path=path)
    # A link to nothing is no posting, and is written through.
    force = found is not None or path.is_symlink()
    try:
        remarks = write(target, posting, force=force, over_read_only=agreed is not None)
    except AmjdError:
        if found is None and os.path.lexists(path):
            return False
        raise
    for remark in remarks:
        how.asker.tell(remark)
    return True
