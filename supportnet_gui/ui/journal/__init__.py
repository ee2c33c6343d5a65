"""Reflections: a quiet journal."""

from .page import JournalPage

__all__ = ["JournalPage"]
