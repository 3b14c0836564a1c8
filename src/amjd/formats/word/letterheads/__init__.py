"""Letterheads: the Word files of companies, as bases of documents."""
