"""Numbers: figures, counts and shares, and the words with which people write them."""
