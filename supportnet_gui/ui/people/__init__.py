"""The People page: who is written down, one person's own page, and what can be done with an entry."""

from .page import PeoplePage

__all__ = ["PeoplePage"]
