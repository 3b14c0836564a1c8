"""Where answers come from: each source gives a Sheet."""
