"""Resources: ways to find support, to search, keep, plan as a small step, and bring onto one's map."""

from .page import ResourcesPage

__all__ = ["ResourcesPage"]
