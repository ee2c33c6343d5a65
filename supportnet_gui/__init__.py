"""Supportnet: a private map of the people who support you, on your own computer."""

__version__ = "0.1.0"
