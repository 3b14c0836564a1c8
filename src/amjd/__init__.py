"""Drafts account-manager job postings: answers in, the matching posting out."""

# A constant, because importlib.metadata costs as much as five Python starts.
__version__ = "0.1.0"
