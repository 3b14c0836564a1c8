"""Where the work is done, which territory is covered, and how one gets there."""
