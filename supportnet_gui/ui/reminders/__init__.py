"""Reminders in Settings: how they come, when they rest, what may come, and a calendar file."""

from .card import RemindersCard

__all__ = ["RemindersCard"]
