"""One digest: its head, its tables, each edited in place."""
