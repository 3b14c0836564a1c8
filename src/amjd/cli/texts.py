"""What `amjd` carries with it and prints: templates, examples, the schema of the answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amjd.cli.options import Force, Format, Output, Quiet, check_template, say

if TYPE_CHECKING:
    from amjd.documents.document import Posting
    from amjd.targets import Target


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
    from amjd import targets
    from amjd.documents import catalog
    from amjd.documents.draft import blank_posting
    from amjd.formats import exporter

    for name in ids or []:
        check_template(name)
    if as_json:
        known = [head for head in catalog.templates() if head.id in (ids or catalog.ids())]
        _print_json([head.model_dump() for head in known])
        return
    if not ids and not every:
        _write_text(targets.Target("", None), _listing(), force, quiet)
        return
    names = catalog.ids() if every else list(dict.fromkeys(ids or []))
    into_folder = output is not None and output.endswith("/")
    postings = [blank_posting(name) for name in names]
    plan = targets.plan(names if into_folder else ["templates"], output, formats or [])
    for posting, wanted in zip(postings if into_folder else [_bound(postings)], plan, strict=True):
        for target in wanted:
            _write_text(target, exporter(target.format)(posting), force, quiet)


def _listing() -> bytes:
    from amjd.documents import catalog

    width = max(map(len, catalog.ids()))
    lines = [f"{head.id:{width}}  {head.use_when}" for head in catalog.templates()]
    return ("\n".join(lines) + "\n").encode()


def _bound(postings: "list[Posting]") -> "Posting":
    """Bind postings into one document, one after the other."""
    from amjd.documents.document import Posting

    blocks = tuple(block for posting in postings for block in posting.blocks)
    title = postings[0].title if len(postings) == 1 else "Account-manager templates"
    return Posting(title, "", blocks)


def _write_text(target: "Target", content: bytes, force: bool, quiet: bool) -> None:
    from amjd import targets

    if (line := targets.write(target.path, content, force)) and not quiet:
        say(line)


def _print_json(value: object) -> None:
    import json

    from amjd.files import write_stdout

    write_stdout((json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode())


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
    import json

    from amjd.answers.schema import schema as build
    from amjd.documents import catalog

    content = (json.dumps(build(catalog.ids()), indent=2, ensure_ascii=False) + "\n").encode()
    _write_plain(content, output, "answers.schema.json", force, quiet)


def _write_plain(content: bytes, output: str | None, name: str, force: bool, quiet: bool) -> None:
    """Write a text that has one format only: to a file, into a folder, or on standard output."""
    from amjd.files import make_folder
    from amjd.targets import Target

    path = None if output in (None, "-") else Path(str(output))
    if path and str(output).endswith("/"):
        make_folder(path)
        path = path / name
    _write_text(Target("", path), content, force, quiet)
