"""Documents: a template in its language, filled with answers, gives a tree of blocks; no format."""
