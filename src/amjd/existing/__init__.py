"""Postings that exist already: the answers that they give, each with the words it stands in."""
