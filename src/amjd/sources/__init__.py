"""Where answers come from: each source gives a Sheet."""

from amjd.text.patterns import compiling_later

with compiling_later():
    import yaml  # noqa: F401 - loaded here for all modules of the folder
