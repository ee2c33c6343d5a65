"""Today: a hello, one thing one could do, and who one was in touch with lately."""

from .page import TodayPage as TodayPage
