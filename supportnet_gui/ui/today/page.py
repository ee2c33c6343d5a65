"""The page one starts on. One place holds one thing; the rest is quiet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from ...clock import Clock
from ...core import content
from ...core.model import PersonRow, Supporter
from ...core.store import Store, View
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.page import Page
from .first_step import FirstStep, Place
from .gives import Gives
from .lately import Lately
from .quick_log import MOST_PEOPLE, QuickLog
from .telling import kept
from .welcome import Welcome

tr = QCoreApplication.translate

AWAY = timedelta(days=28)
"""After this long without a contact noted, the hello says that nothing is waiting."""

USUAL_HEIGHT = 172
"""The card's height in pixels at 100 % text with one row of people: the empty frame has it before there are any."""
