"""Bringing in an address book: a dialog of a few steps."""

from .dialog import BringInDialog

__all__ = ["BringInDialog"]
