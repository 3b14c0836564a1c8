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
from amjd.words import Words


class Going(NamedTuple):
    """A posting on its way: `agreed` is what it may replace."""

    target: Target
    content: bytes
    agreed: bytes | None = None


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
    plan = [_settled(Going(*posting), may_replace, at, asker, words) for posting in postings]
    done = []
    for going in plan:
        while True:
            try:
                if _is_written(going, may_replace, at, asker.tell):
                    break
                going = _settled(going, may_replace, at, asker, words)
            except HeldError:
                going = _besides(going, words.files.open, at, asker)
        done.append(going.target)
    return done


def _is_free(
    going: Going, path: Path, found: bytes | None, may_replace: Callable[[bytes], bool]
) -> bool:
    if found is None or found in (going.content, going.agreed):
        return True
    return may_replace(found) and not is_read_only(path)


def _settled(
    going: Going,
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    asker: Asker,
    words: Words,
) -> Going:
    """Ask about what stands there until the posting may be written."""
    while (path := going.target.path) is not None:
        refuse_odd(at(path))
        found = content(at(path))
        if _is_free(going, at(path), found, may_replace):
            break
        question = words.files.read_only if is_read_only(at(path)) else words.files.edited
        going = _besides(going._replace(agreed=found), question, at, asker)
    return going


def _besides(going: Going, question: Question, at: Callable[[Path], Path], asker: Asker) -> Going:
    """Ask whether to write a posting where one stands that is in the way, or beside it.

    Raises:
        StoppedError: the person prefers to stop.
    """
    path = going.target.path or Path()
    other = next(name for name in _others(path) if not os.path.lexists(at(name)))
    name, where = printable(str(path)), where_to_close(path.name)
    question = question.filled(file=name, other=printable(other.name), where=where)
    match ask_about(asker, question):
        case "stop":
            raise StoppedError
        case "other":
            return going._replace(target=going.target._replace(path=other), agreed=None)
    return going


def _others(path: Path) -> Iterator[Path]:
    stem, ending = parted(path)
    ends = (f"-{number}{ending}" for number in count(2))
    return (path.with_name(fitting(stem, end) + end) for end in ends)


def _is_written(
    going: Going,
    may_replace: Callable[[bytes], bool],
    at: Callable[[Path], Path],
    tell: Callable[[str], None],
) -> bool:
    """Write one posting; not if something has come to stand there that nobody was asked about."""
    target, posting, _ = going
    if target.path is None:
        write(target, posting, force=False)
        return True
    path = at(target.path)
    found = content(path)
    if not _is_free(going, path, found, may_replace):
        return False
    try:
        remarks = write(
            target._replace(path=path),
            posting,
            # A link to nothing is no posting, and is written through.
            force=found is not None or path.is_symlink(),
            over_read_only=going.agreed is not None,
        )
    except AmjdError:
        if found is None and os.path.lexists(path):
            return False
        raise
    for remark in remarks:
        tell(remark)
    return True
