"""What systems do each in its own way with files, chosen here once.

Every name stands in `posix` and in `windows`, and is explained in `posix`. A Python without the
modules of POSIX does as on Windows, as far as that goes.
"""

import sys

if sys.platform == "win32":
    from amjd.files.windows import (
        CLIPBOARD_SETTINGS,
        KEEPS_OPEN_FILES,
        SLASHES,
        TO_APPEND,
        TO_LOCK,
        TO_MAKE,
        TO_READ,
        can_read,
        clipboards,
        fault_of,
        for_clipboard,
        is_open_to_others,
        let_go,
        lock,
        needs_stream,
        open_with,
        opener,
        quoted,
        take_over,
        wait_to_write,
    )
else:
    try:
        from amjd.files.posix import (
            CLIPBOARD_SETTINGS,
            KEEPS_OPEN_FILES,
            SLASHES,
            TO_APPEND,
            TO_LOCK,
            TO_MAKE,
            TO_READ,
            can_read,
            clipboards,
            fault_of,
            for_clipboard,
            is_open_to_others,
            let_go,
            lock,
            needs_stream,
            open_with,
            opener,
            quoted,
            take_over,
            wait_to_write,
        )
    except ImportError:
        from amjd.files.windows import (
            CLIPBOARD_SETTINGS,
            KEEPS_OPEN_FILES,
            SLASHES,
            TO_APPEND,
            TO_LOCK,
            TO_MAKE,
            TO_READ,
            can_read,
            clipboards,
            fault_of,
            for_clipboard,
            is_open_to_others,
            let_go,
            lock,
            needs_stream,
            open_with,
            opener,
            quoted,
            take_over,
            wait_to_write,
        )

__all__ = [
    "CLIPBOARD_SETTINGS",
    "KEEPS_OPEN_FILES",
    "SLASHES",
    "TO_APPEND",
    "TO_LOCK",
    "TO_MAKE",
    "TO_READ",
    "can_read",
    "clipboards",
    "fault_of",
    "for_clipboard",
    "is_open_to_others",
    "let_go",
    "lock",
    "needs_stream",
    "open_with",
    "opener",
    "quoted",
    "take_over",
    "wait_to_write",
]
