"""The versions of the tables, each named by its number."""
