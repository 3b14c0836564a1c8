"""The commands as one group, which a shell may ask on the Tab key what can follow."""

import os
from typing import Any

from typer.core import TyperGroup

from amjd.cli.options import COMPLETION_ASKS, COMPLETION_FLAGS


class Commands(TyperGroup):
    """The commands; after a flag of completion a shell may be named, or not."""

    def main(self, *arguments: Any, **more: Any) -> Any:
        if os.environ.get(COMPLETION_ASKS):
            from typer._completion_classes import completion_init  # few runs are such

            completion_init()
        return super().main(*arguments, **more)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if any(flag in args for flag in COMPLETION_FLAGS):
            from amjd.cli.completion import with_shell  # as above

            args = with_shell(args)
        return super().parse_args(ctx, args)
