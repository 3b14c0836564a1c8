"""Characters and messages: the ground floor, which stands on nothing."""
