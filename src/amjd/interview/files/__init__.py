"""The files of an interview: what it was called with, its answers, and the postings they make."""
