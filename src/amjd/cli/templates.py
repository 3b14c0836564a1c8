"""`amjd templates`: the list of the templates, or blank ones."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amjd.cli.deliver import as_json, write, write_text
from amjd.cli.options import (
    Force,
    Format,
    Letterhead,
    Output,
    Quiet,
    check_template,
    open_catalog,
    open_questions,
    say,
)
from amjd.files.names import is_folder_name
from amjd.formats import DEFAULT
from amjd.text.characters import printable
from amjd.text.errors import AmjdError

if TYPE_CHECKING:
    from amjd.documents.choice import Heads, Template
    from amjd.documents.draft import Drafted


def templates(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Templates to print.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print every template.")] = False,
    output: Output = None,
    formats: Format = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
    letterhead: Letterhead = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the templates with when to use them, or print them blank.

    \b
    Examples:
      amjd templates                          the list
      amjd templates key senior               two blank postings on standard output
      amjd templates --all -o blanks/ -f docx
      amjd templates key -o key.docx --reference-docx letterhead.docx
    """
    from amjd.documents.draft import blank
    from amjd.files import targets
    from amjd.files.letterhead import formats_of, opened, refuse_written

    catalog = open_catalog()
    for name in ids or []:
        check_template(name, catalog.ids)
    is_blank = not json_ and (ids or every)
    on = opened(letterhead, formats_of(output, formats or []) if is_blank else [])
    if json_:
        _refuse_format(formats, "--json")
        known = [head for head in catalog.heads if head.id in (ids or catalog.ids)]
        content = as_json([_as_data(head) | catalog.listed(head.id) for head in known])
        write_text(content, output, "templates.json", force, quiet)
        return
    if not ids and not every:
        _write_list(catalog.heads, output, formats, force, quiet)
        return
    names = catalog.ids if every else list(dict.fromkeys(ids or []))
    into_folder = output is not None and is_folder_name(output)
    questions = open_questions()
    blanks = [blank(catalog, questions, name) for name in names]
    plan = targets.plan(names if into_folder else ["templates"], output, formats or [])
    refuse_written(letterhead, [*chain(*plan)])
    write_in = {target.format: on.writer_of(target.format) for target in chain(*plan)}
    for blank_, wanted in zip(blanks if into_folder else [_bound(blanks)], plan, strict=True):
        for target in wanted:
            write(target, write_in[target.format](blank_), force, quiet)
    for remark in on.remarks:
        if not quiet:
            say(remark)


def _write_list(
    heads: "Heads", output: str | None, formats: list[str] | None, force: bool, quiet: bool
) -> None:
    """Write the list of the templates: as Markdown where a format asks for it, else as text."""
    for name in formats or []:
        if name != DEFAULT:
            _refuse_format([name], "the list of templates, which is text; add --all or an ID")
    is_markdown = bool(formats) or Path(output or "").suffix.lower() == f".{DEFAULT}"
    is_markdown = is_markdown or is_folder_name(output or "")
    content = _markdown_list(heads) if is_markdown else _listing(heads)
    write_text(content, output, "templates.md", force, quiet)


def _refuse_format(formats: list[str] | None, what: str) -> None:
    if formats:
        message = f"--format {printable(formats[0])} does not go with {what}."
        raise AmjdError(message, "Leave it out.", code=2)


def _as_data(head: "Template") -> dict[str, object]:
    return {
        "id": head.id,
        "name": head.name,
        "title": head.title,
        "order": head.order,
        "use_when": head.use_when,
        "holds_when": {condition.field: condition.wanted for condition in head.holds_when},
        "evidence": head.evidence,
        "evidence_if_trained": head.asked(is_trained=True),
    }


def _listing(heads: "Heads") -> bytes:
    width = max(len(head.id) for head in heads)
    lines = [f"{head.id:{width}}  {head.use_when}" for head in heads]
    return ("\n".join(lines) + "\n").encode()


def _markdown_list(heads: "Heads") -> bytes:
    lines = [f"- `{head.id}`: {head.use_when}" for head in heads]
    return ("\n".join(lines) + "\n").encode()


def _bound(drafts: "list[Drafted]") -> "Drafted":
    """Bind documents into one, one after the other."""
    from amjd.documents.document import Document

    documents = [drafted.document for drafted in drafts]
    blocks = tuple(block for document in documents for block in document.blocks)
    title = documents[0].title if len(documents) == 1 else "Account-manager templates"
    return drafts[0]._replace(document=Document(title, "", blocks))
