"""Text in HTML, where a browser shows it as the signs that it is and acts on none."""


def escape(text: str) -> str:
    """Write a text so that it can stand in an element, or in an attribute in double quotes."""
    # Its table of all entities, which nobody needs here, takes as long as to load every format.
    from html import escape

    return escape(text, quote=False).replace('"', "&quot;")
