"""Print a block of the README, so that what a newcomer runs is run: `readme.py sh 1`."""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of one language, in their order."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)
    return [str(block) for block in found]


if __name__ == "__main__":
    print(blocks(sys.argv[1])[int(sys.argv[2]) - 1], end="")
