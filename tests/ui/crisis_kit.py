"""What the tests of help right now share: opening the page, and finding what is on it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel

from supportnet_gui.core import content
from supportnet_gui.ui.crisis import CrisisPage
from supportnet_gui.ui.crisis.cards import LineCard

GLASGOW = datetime(2026, 11, 24, 3, 0, tzinfo=ZoneInfo("Europe/London"))  # a Tuesday
AUCKLAND = datetime(2026, 11, 24, 3, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
PLACES = [
    *((country, None) for country in content.countries()),
    *(("GB", nation) for nation in content.GB_NATIONS),
]


class Opener:
    """Opens the page in a window of the size the main window leaves it; `chosen` is what it was told."""

    def __init__(self, qtbot, look):
        self.qtbot, self.look = qtbot, look
        self.chosen = []

    def __call__(self, country=None, nation=None, now=GLASGOW, size=(920, 760), folder=None, look=None):
        page = CrisisPage(look or self.look, country, nation, self._choose, lambda: now, folder)
        self.qtbot.addWidget(page)
        page.resize(*size)
        with self.qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_first()
        return page

    def _choose(self, country, nation):
        self.chosen.append((country, nation))


def shown(page, kind):
    return [widget for widget in page.inside.findChildren(kind) if widget.isVisible()]


def words(page):
    return [widget.text() for widget in shown(page, QLabel) if widget.text()]


def button(page, text):
    found = [b for b in shown(page, QAbstractButton) if text in (b.text(), b.accessibleName())]
    assert found, (text, [b.accessibleName() for b in shown(page, QAbstractButton)])
    return found[0]


def card(page, service_id):
    return next(one for one in shown(page, LineCard) if one.service.id == service_id)


def height_of(page, widget):
    return widget.mapTo(page.inside, QPoint(0, 0)).y()


def open_others(page):
    """Unfold the other lines where there are any to unfold."""
    if page.panel.talk_now and page.panel.others:
        page.others.toggle()


def catch_pages(monkeypatch):
    """No browser opens: the addresses it would have been given, as they come."""
    opened = []

    def open_url(url):
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened
