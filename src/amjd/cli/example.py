"""`amjd example`: a complete answers file to edit."""

from typing import Annotated

import typer

from amjd import resources
from amjd.cli.deliver import write_text
from amjd.cli.options import Force, Output, Quiet, check_template, open_catalog


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
    check_template(template, open_catalog().ids)
    content = resources.content(resources.folder("examples") / f"{template}.yaml")
    write_text(content, output, f"{template}.yaml", force, quiet)
