"""Text in HTML and XML, where it is shown as the signs that it is and none of them acts."""

# The library's own function comes with a table of all entities, which takes as long to load as
# every format.


def escape_text(text: str) -> str:
    """Write a text so that it can stand in an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape(text: str) -> str:
    """Write a text so that it can stand in an element, or in an attribute in double quotes."""
    return escape_text(text).replace('"', "&quot;")
