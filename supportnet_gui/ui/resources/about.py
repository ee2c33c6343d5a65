"""What an entry says: the part of its page that is only read, made anew for each entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import crisis_words, resource_words
from ...core.content import Names, is_old
from ...core.resource_model import Tag
from ..theme import Look
from ..widgets.card import Card, Fold
from ..widgets.flow import Flow
from ..widgets.long_text import LongText, softened
from ..widgets.text import Tag as TagLabel
from ..widgets.text import Text
from .ways import OwnWays, ServiceCard

if TYPE_CHECKING:
    from .panel import Shown

tr = QCoreApplication.translate


class About(QWidget):
    """Title, texts and ways; `foot` is where it comes from, to stand at the end of the page."""

    def __init__(
        self, look: Look, names: Names, shown: Shown, open_url: Callable[[QUrl], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._names, self._shown = look, names, shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        self._add_head()
        self._add_texts()
        self._add_ways(open_url)
        self.foot = self._make_foot(parent)

    def _add_head(self) -> None:
        from .panel import section_line

        look, entry = self._look, self._shown.entry
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(LongText(look, entry.title, "heading", 160))
        head.addWidget(Text(look, softened(section_line(self._names, self._shown)), "small"))
        if entry.tags:
            tags = [TagLabel(look, resource_words.tag(tag)) for tag in Tag if tag in entry.tags]
            head.addSpacing(look.px(4))
            head.addWidget(Flow(*tags, gap=look.px(6)))
        self._column.addLayout(head)

    def _add_texts(self) -> None:
        look, entry = self._look, self._shown.entry
        if entry.what.strip():
            self._column.addWidget(LongText(look, entry.what))
        if entry.starts:
            self._column.addWidget(self._part(tr("resources", "How it starts"), Text(look, entry.starts)))
        if entry.first_step:
            quote = Card(look, "quote", self, 16)
            quote.body.setSpacing(look.px(4))
            quote.body.addWidget(Text(look, tr("resources", "The smallest first step"), "strong"))
            quote.body.addWidget(Text(look, entry.first_step))
            self._column.addWidget(quote)
        if entry.caution:
            self._column.addWidget(self._part(tr("resources", "Good to know"), Text(look, entry.caution)))

    def _add_ways(self, open_url: Callable[[QUrl], bool]) -> None:
        look, shown = self._look, self._shown
        own = shown.entry.own
        if own is not None:
            if own.channels:
                ways = OwnWays(look, own.channels, shown.region, open_url)
                self._column.addWidget(self._part(tr("resources", "How to reach it"), ways))
            if own.hours:
                hours = LongText(look, own.hours, longest=300)
                self._column.addWidget(self._part(tr("resources", "When"), hours))
            return
        cards = [
            ServiceCard(look, self._names, service, beside, shown.now, open_url, shown.entry.title)
            for service, beside in shown.services
        ]
        if cards:
            self._column.addWidget(self._part(tr("resources", "How to reach it"), *cards))

    def _part(self, heading: str, *widgets: QWidget) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8 if len(widgets) > 1 else 4))
        column.addWidget(Text(self._look, heading, "strong"))
        for widget in widgets:
            column.addWidget(widget)
        return part

    def _make_foot(self, parent: QWidget) -> QWidget:
        """Where it comes from: documents and their lines, and how old the facts are."""
        look, shown = self._look, self._shown
        fold = Fold(look, tr("resources", "Where this comes from"), tr("resources", "Close"), parent)
        for document, lines in resource_words.sources(shown.entry.sources):
            listed = "\n".join(f"•  {line}" for line in lines)
            fold.body.addWidget(self._part(document, Text(look, listed, "quiet")))
        for text in self._facts():
            fold.body.addWidget(Text(look, text, "quiet"))
        own = shown.entry.own is not None
        fold.setVisible(not own and bool(shown.entry.sources or shown.services))
        return fold

    def _facts(self) -> list[str]:
        """Each sentence once, with the names of the services where they differ."""
        found = list(
            dict.fromkeys(resource_words.gathered(one) for one, _ in self._shown.services if one.channels)
        )
        today = self._shown.now.date()
        if any(is_old(one, today) for one, _ in self._shown.services if one.ways):
            found.append(crisis_words.old_facts())
        return found
