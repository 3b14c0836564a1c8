"""The terminal: what shows and asks, on a screen or line by line, and the signals that stop it."""
