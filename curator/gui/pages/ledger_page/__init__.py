"""The rows of all digests as one table."""
