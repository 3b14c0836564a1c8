"""What `amjd` carries with it and prints: templates, examples, the schema of the answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amjd.characters import printable
from amjd.cli.options import Force, Format, Output, Quiet, check_template, say
from amjd.errors import AmjdError

if TYPE_CHECKING:
    from amjd.posting import Posting
    from amjd.targets import Target

# Endings of files that are more than text: another program would call ours broken.
_NO_TEXT = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xlsx", ".ods")


def templates(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Templates to print.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print every template.")] = False,
    output: Output = None,
    formats: Format = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the templates with when to use them, or print them blank.

    \b
    Examples:
      amjd templates                          the list
      amjd templates key senior               two blank postings on standard output
      amjd templates --all -o blanks/ -f docx
    """
    from amjd import catalog, targets
    from amjd.draft import blank_posting
    from amjd.export import exporter

    for name in ids or []:
        check_template(name)
    if as_json:
        _refuse_format(formats, "--json")
        known = [head for head in catalog.templates() if head.id in (ids or catalog.ids())]
        content = _json([head.model_dump() for head in known])
        _write_plain(content, output, "templates.json", force, quiet)
        return
    if not ids and not every:
        _write_list(output, formats, force, quiet)
        return
    names = catalog.ids() if every else list(dict.fromkeys(ids or []))
    into_folder = output is not None and output.endswith("/")
    postings = [blank_posting(name) for name in names]
    plan = targets.plan(names if into_folder else ["templates"], output, formats or [])
    for posting, wanted in zip(postings if into_folder else [_bound(postings)], plan, strict=True):
        for target in wanted:
            _write_text(target, exporter(target.format)(posting), force, quiet)


def _write_list(output: str | None, formats: list[str] | None, force: bool, quiet: bool) -> None:
    """Write the list of the templates: as Markdown where a format asks for it, else as text."""
    for name in formats or []:
        if name != "md":
            _refuse_format([name], "the list of templates, which is text; add --all or an ID")
    is_markdown = bool(formats) or Path(output or "").suffix.lower() == ".md"
    content = _markdown_list() if is_markdown or (output or "").endswith("/") else _listing()
    _write_plain(content, output, "templates.md", force, quiet)


def _refuse_format(formats: list[str] | None, what: str) -> None:
    if formats:
        message = f"--format {printable(formats[0])} does not go with {what}."
        raise AmjdError(message, "Leave it out.", code=2)


def _listing() -> bytes:
    from amjd import catalog

    width = max(map(len, catalog.ids()))
    lines = [f"{head.id:{width}}  {head.use_when}" for head in catalog.templates()]
    return ("\n".join(lines) + "\n").encode()


def _markdown_list() -> bytes:
    from amjd import catalog

    lines = [f"- `{head.id}`: {head.use_when}" for head in catalog.templates()]
    return ("\n".join(lines) + "\n").encode()


def _bound(postings: "list[Posting]") -> "Posting":
    """Bind postings into one document, one after the other."""
    from amjd.posting import Posting

    blocks = tuple(block for posting in postings for block in posting.blocks)
    title = postings[0].title if len(postings) == 1 else "Account-manager templates"
    return Posting(title, "", blocks)


def _write_text(target: "Target", content: bytes, force: bool, quiet: bool) -> None:
    from amjd import targets

    if (line := targets.write(target.path, content, force)) and not quiet:
        say(line)


def _json(value: object) -> bytes:
    import json

    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def example(
    template: Annotated[str, typer.Argument(metavar="ID", help="A template's id.")],
    output: Output = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Print a complete, commented answers file, ready to edit.

    \b
    Examples:
      amjd example first-hire -o answers.yaml
      amjd example sales | amjd draft -
    """
    from amjd import resources

    check_template(template)
    content = (resources.folder("examples") / f"{template}.yaml").read_bytes()
    _write_plain(content, output, f"{template}.yaml", force, quiet)


def schema(output: Output = None, force: Force = False, quiet: Quiet = False) -> None:
    """Print the JSON Schema of the answers file, for editors that check as you type.

    \b
    Example:
      amjd schema -o answers.schema.json
    """
    from amjd.schema import schema as build

    _write_plain(_json(build()), output, "answers.schema.json", force, quiet)


def _write_plain(content: bytes, output: str | None, name: str, force: bool, quiet: bool) -> None:
    """Write a text that has one format only: to a file, into a folder, or on standard output."""
    from amjd.files import make_folder
    from amjd.targets import Target

    path = None if output in (None, "-") else Path(str(output))
    if path and str(output).endswith("/"):
        make_folder(path)
        path = path / name
    if path and path.suffix.lower() in _NO_TEXT:
        ending = Path(name).suffix
        message = f"{printable(str(path))} would not hold what its ending says."
        raise AmjdError(message, f"End it in {ending}.", code=2)
    _write_text(Target("", path), content, force, quiet)
