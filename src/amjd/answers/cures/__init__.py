"""Cures: what to write instead of an answer that cannot be read, so that nothing is lost."""
