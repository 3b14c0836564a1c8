"""Postings as others wrote them, read line by line with their places."""
