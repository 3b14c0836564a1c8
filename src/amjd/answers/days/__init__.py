"""Days: those of the calendar, as people write them, and the last one to apply."""
