"""What may not be the name of a file on Windows.

Source: Naming Files, Paths, and Namespaces, of the documentation of Windows.
"""

import re
from pathlib import PureWindowsPath

from amjd.text.patterns import compile_later

LONGEST = 255  # units of UTF-16
DEVICES = r"con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$"
_SIGNS = compile_later(r'[<>:"|?*\x00-\x1f]')
_DEVICE = compile_later(rf"({DEVICES})[ .]*(?:\.|\Z)", re.IGNORECASE)


def fault(path: PureWindowsPath) -> str:
    """Say what keeps a path from naming a file; nothing where nothing does."""
    for part in path.parts:
        if part != path.anchor and (found := fault_of_part(part)):
            return found
    return ""


def fault_of_part(part: str) -> str:
    """Say what is wrong with the name of one file or folder."""
    if sign := _SIGNS.search(part):
        is_shown = sign[0].isprintable()
        return f"it may hold no {sign[0]}" if is_shown else "it holds a control character"
    if device := _DEVICE.match(part):
        return f"{device[1].upper()} is kept for a device"
    if part.endswith((" ", ".")) and part not in (".", ".."):
        return f"it ends in a {'space' if part.endswith(' ') else 'dot'}"
    return f"it is longer than {LONGEST} characters" if is_too_long(part) else ""


def is_too_long(name: str) -> bool:
    """Whether the name of a file or folder has more units than it may have."""
    return len(name.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST
