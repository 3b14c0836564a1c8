"""Files: what touches the disk and the standard streams, and only that."""
