"""Until when and how to apply, and what comes then."""
