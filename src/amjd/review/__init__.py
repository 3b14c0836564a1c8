"""The review: what a posting says (facts), what is wrong with it (rules), told (report)."""
