"""The only SQL. One file a subject, one method for each thing a user does; each is on disk when it returns."""

from .check_in_queries import CheckInFilter, Entry
from .drafts import Draft
from .people_queries import PeopleFilter, View
from .store import Store

__all__ = ["CheckInFilter", "Draft", "Entry", "PeopleFilter", "Store", "View"]
