"""Counts, shares and quotas among other words: what a figure counts, and for how long."""
