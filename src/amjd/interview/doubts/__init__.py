"""What is asked about an answer before it is kept: whether it was meant so, or what it means."""
