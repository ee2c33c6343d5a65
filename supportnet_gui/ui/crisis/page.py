"""The page: who to call now, for the country chosen. It must open whatever else is broken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...core import content
from ...core.content import Service
from .. import crisis_words
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Fold
from ..widgets.page import Page
from ..widgets.text import Text
from .cards import Columns, DirectoryCard, EmergencyCard, LineCard, take_out
from .place import CountryChoice, NationChoice

tr = QCoreApplication.translate


class CrisisPage(Page):
    """Help right now for a country and nation (ISO 3166 codes; None while unknown).

    `on_place` is told what a person chooses here, after the page shows it. `now` is asked whenever the page is
    shown, for which lines are open. `resources` stands in for the folder of bundled files.
    """

    def __init__(
        self,
        look: Look,
        country: str | None,
        nation: str | None,
        on_place: Callable[[str | None, str | None], None],
        now: Callable[[], datetime],
        resources: Path | None = None,
    ) -> None:
        super().__init__(look, tr("crisis", "Help right now"))
        self._on_place = on_place
        self._now = now
        self._resources = resources
        self._names = content.names(resources)
        self._timed: list[LineCard] = []
        self._head = self._add_head()
        self._inner = QVBoxLayout()
        self._inner.setSpacing(look.px(14))
        self.body.addLayout(self._inner)
        self.body.addStretch(1)
        self.set_place(country, nation)

    def set_place(self, country: str | None, nation: str | None) -> None:
        """Show the lines of a place."""
        self.panel = content.panel(country or None, nation or None, self._resources)
        self._build()

    def focus_first(self) -> None:
        """Put the focus on the emergency number, at the top."""
        self.verticalScrollBar().setValue(0)
        self.emergency.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Say anew which lines are open now."""
        now = self._now()
        for card in self._timed:
            card.show_opening(now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.viewport().width() > self._look.px(560)
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _add_head(self) -> QBoxLayout:
        self.body.removeWidget(self.title)
        self.place = Button(self._look, "", "chip", parent=self.inside)
        self.place.setCheckable(False)
        self.place.clicked.connect(self._ask_country)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self.title, 1)
        head.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertLayout(0, head)
        return head

    def _build(self, question: QWidget | None = None) -> None:
        """Everything under the title; a question about the place stands first while it is asked."""
        panel, look = self.panel, self._look
        take_out(self._inner)
        self._timed = []
        self._name_place()
        where = crisis_words.place(self._names, panel.country, panel.region) if panel.country else ""
        self.emergency = EmergencyCard(look, panel, where)
        self._add(question, self.emergency)
        if panel.country is None:
            self._add(self._country_choice())
        elif panel.emergency is None:
            text = tr(
                "crisis", "The list for {place} could not be read. Installing the app again brings it back."
            )
            self._add(Text(look, text.format(place=where)))
        self._add_lines()
        self._add(Columns(look, [DirectoryCard(look, service) for service in panel.directories]))
        self._add_small_print()

    def _add(self, *widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is not None:
                self._inner.addWidget(widget)

    def _name_place(self) -> None:
        panel = self.panel
        self.place.setVisible(panel.country is not None)
        if panel.country is not None:
            where = crisis_words.place(self._names, panel.country, panel.region)
            self.place.setText(tr("crisis", "{place} · change").format(place=where).replace("&", "&&"))
            self.place.setAccessibleName(tr("crisis", "Country: {place}. Change").format(place=where))

    def _add_lines(self) -> None:
        panel, look = self.panel, self._look
        lines = panel.talk_now or panel.others
        if lines:
            heading = (
                tr("crisis", "Want to talk now?") if panel.talk_now else tr("crisis", "Lines to talk to")
            )
            self._add(
                Text(look, heading, "heading"),
                Text(look, tr("crisis", "You can call even if you are not sure it is bad enough."), "quiet"),
                self._cards(lines),
            )
        if panel.talk_now and panel.others:
            self.others = Fold(
                look, tr("crisis", "Other lines, with their hours"), tr("crisis", "Hide other lines")
            )
            self.others.toggled.connect(self._fill_others)
            self._add(self.others)

    def _fill_others(self, opened: bool) -> None:
        """Other lines cost time to build, and few people open them."""
        if opened and self.others.body.isEmpty():
            self.others.body.addWidget(self._cards(self.panel.others))
            self.refresh()

    def _cards(self, services: tuple[Service, ...]) -> Columns:
        cards = [
            LineCard(self._look, self._names, service, self.panel.find(service.beside))
            for service in services
        ]
        self._timed += [card for card in cards if card.service.open]
        return Columns(self._look, cards)

    def _add_small_print(self) -> None:
        look, lines = self._look, self.panel.lines
        if any(content.is_old(line, self._now().date()) for line in lines):
            self._add(Text(look, crisis_words.old_facts()))
        oldest = min(line.gathered_on for line in lines)
        self._add(Text(look, f"{crisis_words.sources(oldest)} {crisis_words.what_this_is_not()}", "small"))

    def _country_choice(self) -> CountryChoice:
        panel = self.panel
        codes = content.countries(self._resources)
        choice = CountryChoice(self._look, self._names, codes, panel.country, panel.elsewhere)
        choice.chosen.connect(self._choose_country)
        return choice

    def _ask_country(self) -> None:
        choice = self._country_choice()
        self._build(choice)
        choice.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_country(self, code: str) -> None:
        self.panel = content.panel(code, None, self._resources)
        if content.nations(code):
            choice = NationChoice(self._look, self._names, code, None)
            choice.chosen.connect(self._choose_nation)
            self._build(choice)
            choice.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._build()
            self.focus_first()
        self._on_place(code, None)

    def _choose_nation(self, code: str) -> None:
        country, nation = self.panel.country, code or None
        self.set_place(country, nation)
        self.focus_first()
        self._on_place(country, nation)
