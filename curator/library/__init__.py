"""The library: one file that holds all digests, their history and what is searched."""
