"""The answers: what can be asked, how it is read, what is known from it; no file but our own tables."""
