"""The interview: from what is given to answers that are complete, one question at a time.

It knows no terminal, and but for `files` no file: an `Asker` shows and asks, and a `save` keeps the
text of the answers file, which is the only state there is.
"""
