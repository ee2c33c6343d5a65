"""The page: who to call now, for the country chosen. It must open whatever else is broken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import crisis_words
from ...core import content
from ...core.content import Service
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.page import Page, settle_layout
from ..widgets.text import Text
from .cards import Beside, Columns, DirectoryCard, EmergencyCard, LineCard, MoreEmergencyNumbers
from .others import OtherLines
from .own import Acts, Own, own_parts
from .place import CountryChoice, NationChoice

tr = QCoreApplication.translate


AFTER_NUMBERS = 20
"""Milliseconds after the first paint, until what a person chose stands below."""


class CrisisPage(Page):
    """Help right now for a country and nation (ISO 3166 codes; None while unknown).

    `on_place` is told what a person chooses here, once the page shows it. `now` is asked whenever the page is
    shown, for which lines are open. `resources` stands in for the folder of bundled files. `back` is a button
    to stand before the title, where the page is in a window of its own. The numbers are painted first: a person's
    own part is shown a moment after, and `when_painted`, if set, is called once before that.
    """

    def __init__(
        self,
        look: Look,
        country: str | None,
        nation: str | None,
        on_place: Callable[[str | None, str | None], None],
        now: Callable[[], datetime],
        resources: Path | None = None,
        back: Button | None = None,
    ) -> None:
        super().__init__(look, tr("crisis", "Help right now"))
        self._on_place = on_place
        self._now = now
        self._resources = resources
        self._names = content.names(resources)
        self._room = self.width()
        self._own, self._acts = Own(), Acts()
        self._has_own, self._own_waits = False, False
        self.when_painted: Callable[[], object] | None = None
        self.panel = content.panel(country or None, nation or None, resources)
        self.place = Button(look, "", "chip", parent=self.inside)
        self.place.setCheckable(False)
        self.place.clicked.connect(self._ask_country)
        self.body.removeWidget(self.title)
        first = self.title if back is None else Flow(back, self.title, gap=look.px(14))
        self._head = Beside(look, first, self.place)
        self.body.insertLayout(0, self._head)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(look.px(12))
        self.body.addLayout(self._inner)
        self.body.addStretch(1)
        self._build_for_place()

    def set_place(self, country: str | None, nation: str | None) -> None:
        """Show the lines of a place. Where it is shown already, a question about it stays as well."""
        panel = content.panel(country or None, nation or None, self._resources)
        if panel != self.panel:
            self.panel = panel
            self._build_for_place()

    def show_own(self, own: Own, acts: Acts) -> bool:
        """Show a person's people and plan below the numbers; returns whether anything is other than before.

        Made only of what it is handed, so that the numbers never wait for a database.
        """
        if (own, acts) == (self._own, self._acts):
            return False
        self._own, self._acts = own, acts
        self._fill_own()
        if self.isVisible():
            settle_layout(self)
        return True

    def prepare(self, size: QSize) -> None:
        """Polish, lay out and paint once, unseen, at the size it will have: the first look costs most."""
        self.resize(size)
        self._of_own.setVisible(self._has_own)
        self.grab()
        self._let_own_wait()
        if self._has_own:
            # Once more, as it is when it comes: what is hidden makes everything be laid out anew.
            self.grab()

    def focus_first(self) -> None:
        """Put the focus on the emergency number, at the top."""
        self.ensureVisible(0, 0)
        self.emergency.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Say anew which lines are open now."""
        now = self._now()
        for card in self._timed:
            card.show_opening(now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_own_wait()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        waits = (self._own_waits and self._has_own) or self.when_painted is not None
        if waits and self.isVisible():
            QTimer.singleShot(AFTER_NUMBERS, self, self._show_own_now)

    def _let_own_wait(self) -> None:
        self._own_waits = True
        self._of_own.hide()

    def _show_own_now(self) -> None:
        act, self.when_painted = self.when_painted, None
        if act is not None:
            act()
        self._own_waits = False
        self._of_own.setVisible(self._has_own)
        # Else the numbers above would be painted squeezed for a moment.
        settle_layout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size().width()
        self._name_place()

    def _build_for_place(self) -> None:
        self._build(self._country_choice() if self.panel.country is None else None)

    def _build(self, question: QWidget | None) -> None:
        """Everything under the title. The emergency number stands before a question about the place."""
        panel, look = self.panel, self._look
        while (item := self._inner.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._timed: list[LineCard] = []
        self._name_place()
        where = crisis_words.place(self._names, panel.country, panel.region) if panel.country else ""
        self.emergency = EmergencyCard(look, panel, where)
        self._add(self.emergency, question)
        if panel.country is not None and panel.emergency is None:
            self._add(Text(look, crisis_words.unreadable(where)))
        elif panel.country is not None and not panel.complete:
            self._add(Text(look, crisis_words.partly_unreadable(), "quiet"))
        self._add_lines()
        usual = crisis_words.usual_day(panel)
        lists = Columns(look, [DirectoryCard(look, service, usual) for service in panel.directories])
        self._before_own: QWidget = lists
        self._of_own = QWidget()
        column = QVBoxLayout(self._of_own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self._add(lists, self._of_own)
        self._add_small_print()
        self._fill_own()
        self.refresh()

    def _fill_own(self) -> None:
        column = self._of_own.layout()
        assert column is not None
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        parts = own_parts(self._look, self._own, self._acts, partial(Columns, self._look))
        for part in parts:
            column.addWidget(part)
            if self.isVisible():
                part.show()
        self._has_own = bool(parts)
        self._of_own.setVisible(self._has_own and not self._own_waits)
        self.guide.setVisible(self._acts.open_guide is not None)
        # What is made later comes later to Tab, wherever it stands.
        last = _stops(self._before_own)[-1:] or [self.place]
        for stop in (*(stop for part in parts for stop in _stops(part)), self.guide):
            self.setTabOrder(last[0], stop)
            last = [stop]

    def _open_guide(self) -> None:
        if self._acts.open_guide is not None:
            self._acts.open_guide()

    def _add(self, *widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is None:
                continue
            self._inner.addWidget(widget)
            if self.isVisible():
                # A layout shows what it is given a moment later, and what is not shown cannot take the focus.
                widget.show()

    def _name_place(self) -> None:
        """Country and nation on the button; where there is little room, the nation alone."""
        panel = self.panel
        self.place.setVisible(panel.country is not None)
        if panel.country is None:
            return
        whole = crisis_words.place(self._names, panel.country, panel.region)
        self.place.setAccessibleName(tr("crisis", "Country: {place}. Change").format(place=whole))
        # Not the viewport's own width: the first time Qt hands out a widget that it made costs 10 ms.
        width = self._room - 2 * self.body.contentsMargins().left()
        for where in (whole, self._names.nation(panel.region) if panel.region else whole):
            text = tr("crisis", "{place} · change").format(place=where)
            self.place.setText(text.replace("&", "&&"))
            if self._head.fit(width):
                break

    def _add_lines(self) -> None:
        panel, look = self.panel, self._look
        lines = panel.talk_now or panel.others
        if lines:
            now = tr("crisis", "Want to talk now?")
            heading = Text(look, now if panel.talk_now else tr("crisis", "Lines to talk to"), "heading")
            sure = Text(
                look, tr("crisis", "You can call even if you are not sure it is bad enough."), "quiet"
            )
            self._add(heading)
            self._inner.addSpacing(-look.px(9))
            self._add(sure, self._cards(lines))
        if panel.talk_now and panel.others:
            self.others = OtherLines(look, self._other_cards)
            self._add(self.others)
        if panel.emergency is not None and len(panel.emergency.ways) > 1:
            where = crisis_words.where(self._names, panel.emergency)
            self._add(MoreEmergencyNumbers(look, panel.emergency, where))

    def _other_cards(self) -> QWidget:
        cards = self._cards(self.panel.others)
        self.refresh()
        return cards

    def _cards(self, services: tuple[Service, ...]) -> Columns:
        cards: list[QWidget] = []
        usual = crisis_words.usual_day(self.panel)
        for service in services:
            if service.kind == "directory":
                cards.append(DirectoryCard(self._look, service, usual))
                continue
            card = LineCard(self._look, self._names, service, self.panel.find(service.beside), usual)
            cards.append(card)
            if service.open:
                self._timed.append(card)
        return Columns(self._look, cards)

    def _add_small_print(self) -> None:
        look, lines = self._look, self.panel.lines
        if any(content.is_old(line, self._now().date()) for line in lines):
            self._add(Text(look, crisis_words.old_facts()))
        foot = f"{crisis_words.sources(self.panel)} {crisis_words.what_this_is_not()}".strip()
        self._add(Text(look, foot, "small"))
        self.guide = Button(look, tr("crisis", "How Supportnet works"), "quiet")
        self.guide.clicked.connect(self._open_guide)
        self._add(Flow(self.guide))

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
            self._build(None)
            self.focus_first()
        self._on_place(code, None)

    def _choose_nation(self, code: str) -> None:
        country, nation = self.panel.country, code or None
        self.panel = content.panel(country, nation, self._resources)
        self._build(None)
        self.focus_first()
        self._on_place(country, nation)


def _stops(widget: QWidget) -> list[QWidget]:
    """What Tab stops at inside a widget, in the order it was made."""
    return [one for one in widget.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
