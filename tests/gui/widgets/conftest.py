"""The tables of these tests stand on a desk."""

from tests.gui.desk import desk

__all__ = ["desk"]
