"""Checks over the facts: each yields what is wrong, for the rule of `rules/` that names it."""

from amjd.review.checks import conflicts, pay, role, text, weak
from amjd.review.checks.entered import CHECKS

__all__ = ["CHECKS", "conflicts", "pay", "role", "text", "weak"]
