"""Places: countries and their parts, as people write them, and streets."""
