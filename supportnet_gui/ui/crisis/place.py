"""Choosing where help is looked for. Nothing is guessed, least of all from the language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ...core.content import Names, Service, nations
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text

tr = QCoreApplication.translate


class CountryChoice(Card):
    """The countries the app has lines for. `chosen` carries a country's code."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, names: Names, codes: tuple[str, ...], now: str | None, elsewhere: Service | None
    ) -> None:
        super().__init__(look)
        title = tr("crisis", "Which country are you in?")
        self.setAccessibleName(title)
        self.body.addWidget(Text(look, title, "heading"))
        self.body.addWidget(
            Text(
                look, tr("crisis", "It picks the numbers shown here. You can change it at any time."), "quiet"
            )
        )
        chips = [
            _chip(look, names.country(code), code == now, partial(self._choose, code))
            for code in sorted(codes, key=names.country)
        ]
        another = _chip(look, tr("crisis", "Another country"), False, self._say_elsewhere)
        another.setCheckable(False)
        self.first: QWidget = chips[0] if chips else another
        self.body.addWidget(Flow(*chips, another))
        self._elsewhere = Text(look, _for_elsewhere(elsewhere)).selectable()
        self._elsewhere.hide()
        self.body.addWidget(self._elsewhere)

    def _choose(self, code: str, _checked: bool = False) -> None:
        self.chosen.emit(code)

    def _say_elsewhere(self, _checked: bool = False) -> None:
        self._elsewhere.show()
        announce(self._elsewhere, self._elsewhere.text())


class NationChoice(Card):
    """The nations of a country whose lines differ. `chosen` carries a nation's code, "" for all of them."""

    chosen = Signal(str)

    def __init__(self, look: Look, names: Names, country: str, now: str | None) -> None:
        super().__init__(look)
        title = tr("crisis", "Which part of the {country}?").format(country=names.country(country))
        self.setAccessibleName(title)
        self.body.addWidget(Text(look, title, "heading"))
        chips = [
            _chip(look, names.nation(code), code == now, partial(self._choose, code))
            for code in nations(country)
        ]
        text = tr("crisis", "Not sure, or all of it")
        chips.append(_chip(look, text, False, partial(self._choose, "")))
        self.first: QWidget = chips[0]
        self.body.addWidget(Flow(*chips))

    def _choose(self, code: str, _checked: bool = False) -> None:
        self.chosen.emit(code)


def _chip(look: Look, text: str, on: bool, slot: Callable[..., None]) -> Button:
    chip = Button(look, text, "chip")
    chip.setChecked(on)
    chip.clicked.connect(slot)
    return chip


def _for_elsewhere(service: Service | None) -> str:
    """What can be said to someone whose country has no lines here: words, never a button."""
    text = tr("crisis", "Call your local emergency number.")
    if service is not None and service.ways:
        more = tr("crisis", "In the European Union this is {number}.").format(number=service.ways[0].number)
        text = f"{text} {more}"
    find = tr(
        "crisis", "Find A Helpline, below, lists help lines for many more countries (needs the internet)."
    )
    return f"{text} {find}"
