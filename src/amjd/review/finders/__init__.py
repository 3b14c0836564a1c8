"""Finders: each says one thing that a posting states, with the words that state it."""
