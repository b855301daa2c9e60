"""Thin adapters that let Qt views read records."""
