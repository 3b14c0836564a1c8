"""Pay, and what comes on top of it, among other words: which amount is which."""
