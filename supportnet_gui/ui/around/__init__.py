"""For the people around: a page to read, and cards that say how to support somebody."""

from .page import AroundPage

__all__ = ["AroundPage"]
