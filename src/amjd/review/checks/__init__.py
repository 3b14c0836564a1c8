"""Checks over the facts: each yields what is wrong, for the rule of `rules/` that names it."""

from amjd.review.checks import pay, role, text, weak
from amjd.review.checks.entered import CHECKS

__all__ = ["CHECKS", "pay", "role", "text", "weak"]
