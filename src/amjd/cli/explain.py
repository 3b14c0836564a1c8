"""`amjd explain`: the whole story of a rule or a topic, with its sources."""

from typing import Annotated

import typer

from amjd.cli.deliver import as_json as to_json
from amjd.cli.options import Quiet, open_rules, prompts
from amjd.text.characters import printable


def explain(
    topic: Annotated[
        str,
        typer.Argument(metavar="ID", help="A rule (ROLE-03), a kind of rules, a place or a field."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    _quiet: Quiet = False,  # as on all commands: nothing else than problems is said here
) -> None:
    """Tell the whole story of a rule of check or of a topic, with its sources.

    \b
    Examples:
      amjd explain ROLE-03        a rule
      amjd explain PAY            the rules on pay
      amjd explain Colorado       what the law of a place asks of a posting
      amjd explain quota.target   what a field is asked for
    """
    # Help is printed without the rules.
    from amjd.files.streams import write_stdout
    from amjd.review import topics

    rules = open_rules()
    found = topics.topic(printable(topic), rules, prompts().questions)
    said = to_json(found.values) if as_json else ("\n".join(found.lines) + "\n").encode()
    write_stdout(said)
