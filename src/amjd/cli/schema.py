"""`amjd schema`: the JSON Schema of the answers file."""

from amjd.cli.deliver import as_json, write_text
from amjd.cli.options import Force, Output, Quiet, open_catalog, open_questions


def schema(output: Output = None, force: Force = False, quiet: Quiet = False) -> None:
    """Print the JSON Schema of the answers file, for editors that check as you type.

    \b
    Example:
      amjd schema -o answers.schema.json
    """
    from amjd.sources.schema import schema as build

    catalog = open_catalog()
    built = build(catalog.ids, open_questions(), catalog.names())
    write_text(as_json(built), output, "answers.schema.json", force, quiet)
