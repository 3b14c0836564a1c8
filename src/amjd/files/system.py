"""What systems do each in its own way with files, chosen here once.

Every name stands in `posix` and in `windows`, and is explained in `posix`. A Python without the
modules of POSIX, or with half of them, does as on Windows, as far as that goes.
"""
# ruff: noqa: F403 - the names are those of the module that is chosen

import sys

if sys.platform == "win32":
    from amjd.files.windows import *
else:
    try:
        from amjd.files.posix import *
    except (ImportError, AttributeError):
        from amjd.files.windows import *
