"""Help right now: the numbers of a country, on one page that needs nothing but files shipped with the app.

Opening it, copying from it or showing a number on a phone is never logged, counted or kept.
"""

from .page import CrisisPage

__all__ = ["CrisisPage"]
