"""`amjd explain`: the whole story of a rule, with its sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from amjd import resources
from amjd.cli.deliver import as_json as to_json

if TYPE_CHECKING:
    from amjd.review.rules import Rule, Rules


def explain(
    rule: Annotated[str, typer.Argument(metavar="ID", help="A rule, as check names it: ROLE-03.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell the whole story of a rule of check, with its sources.

    \b
    Example:
      amjd explain ROLE-03
    """
    # Help is printed without the rules.
    from amjd.files.streams import write_stdout
    from amjd.review.rules import Rules

    rules = Rules(resources.folder("rules"))
    found = rules.known(rule)
    if as_json:
        value = {name: getattr(found, name) for name in ("id", "level", "title", "why", "cure")}
        value["sources"] = [source._asdict() for source in found.sources]
        write_stdout(to_json(value))
    else:
        write_stdout(("\n".join(_story(found, rules)) + "\n").encode())


def _story(rule: "Rule", rules: "Rules") -> Iterator[str]:
    yield f"{rule.id} ({rule.level}): {rule.title}"
    yield ""
    yield rule.why
    yield rule.cure
    for heading, examples in (
        ("It is found in:", rule.fires),
        ("It is not found in:", rule.silent),
    ):
        yield ""
        yield heading
        for one in examples[:2]:
            yield "  " + " / ".join(filter(None, one.text.split("\n")))[:120]
    yield ""
    yield "Sources:"
    for source in rule.sources:
        yield f"  {source.title} ({source.date}) {source.url}".rstrip()
    if rule.id.startswith("PAY"):
        for law in rules.laws:
            sure = "" if law.confirmed else ", not confirmed"
            dates = f"in force {law.effective}, read {law.read}{sure}"
            yield f"  {law.name} ({dates}): {law.citation} {law.source}"
