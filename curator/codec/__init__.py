"""Digest Markdown to records and back, without losing a byte."""
