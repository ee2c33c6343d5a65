"""For the people around me: the page, a card being written, the card as a PDF; and the journal."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, time
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from supportnet_gui.core.content.support_words import support_words
from supportnet_gui.core.resource_model import CardPart, Reflection, SupportCard
from supportnet_gui.core.store import Store
from supportnet_gui.ui.around.sheet import Sheet, page_sheet, pdf, picture
from supportnet_gui.ui.main_window import MainWindow

from .people import someone
from .stage import NARROW, Scene, Stage, page, settle

OWN = "Bring soup. I eat when somebody eats with me, and I may not say much."
LONG = (
    "The canal was frozen at the edges. I walked to the second lock and back, and the heron was there again, "
    "grey and cross. I told myself I could turn round at any bench. I did not need to.\n\n"
    "Dr Okafor said that a small walk counts as a walk. I had soup afterwards."
)


def opened(stage: Stage, size: QSize | None = None, country: str = "GB") -> MainWindow:
    window = stage.window("few", size=size, country=country)
    window.open_around()
    settle()
    return window


def a_card(store: Store, supporter: str | None = None) -> str:
    words = {part.id: part.suggestions for part in support_words().card.part}
    return store.cards.keep(
        SupportCard(
            supporter=supporter,
            helps=(*words[CardPart.HELPS][:3], OWN),
            helps_not=(words[CardPart.HELPS_NOT][1], words[CardPart.HELPS_NOT][4]),
            how_i_say=(words[CardPart.HOW_I_SAY][0],),
            not_asking=words[CardPart.NOT_ASKING][2:4],
        )
    )


def around(stage: Stage, size: QSize | None = None) -> QPixmap:
    return stage.picture(opened(stage, size))


def with_cards(stage: Stage, size: QSize | None = None) -> QPixmap:
    window = opened(stage, size)
    assert window.store is not None
    window.store.cards.trash(a_card(window.store))
    a_card(window.store)
    a_card(window.store, someone(window))
    page(window).reading.trash.set_open(True)
    settle(150)
    return stage.picture(window)


def down(stage: Stage) -> QPixmap:
    window = opened(stage)
    bar = page(window).reading.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.picture(window)


def card_empty(stage: Stage, size: QSize | None = None, country: str = "GB") -> QPixmap:
    window = opened(stage, size, country)
    page(window).write_card()
    return stage.picture(window)


def card_full(stage: Stage, size: QSize | None = None, *, end: bool = False) -> QPixmap:
    """For one person; with `end` its lower part."""
    window = opened(stage, size)
    assert window.store is not None
    who = someone(window)
    a_card(window.store, who)
    window.card_for(who)
    settle()
    if end:
        bar = page(window).view.composer.verticalScrollBar()
        bar.setValue(bar.maximum())
    return stage.picture(window)


def card_unknown_country(stage: Stage) -> QPixmap:
    window = opened(stage, country="")
    page(window).write_card()
    settle()
    bar = page(window).view.composer.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.picture(window)


def card_copied(stage: Stage, size: QSize) -> QPixmap:
    """In a narrow window the card takes the place of its words."""
    window = opened(stage, size)
    assert window.store is not None
    a_card(window.store)
    page(window)._open(window.store.cards.all()[0].id)
    page(window).view.composer.see_card.click()
    settle()
    page(window).view.preview.taking.copy.click()
    settle()
    bar = page(window).view.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.picture(window)


def sheet_of_a_card(stage: Stage) -> Sheet:
    window = opened(stage)
    assert window.store is not None
    who = someone(window)
    a_card(window.store, who)
    window.card_for(who)
    found: Sheet = page(window).view._sheet()
    return found


def card_as_picture(stage: Stage) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(picture(sheet_of_a_card(stage)))
    return pixmap


def paper(stage: Stage, sheet: Sheet) -> QPixmap:
    """The first page of a PDF as poppler draws it; as a picture of ours where there is no poppler."""
    pixmap = QPixmap()
    if shutil.which("pdftoppm") is None:
        stage.remarks.append("no pdftoppm here: drawn by Qt")
        pixmap.loadFromData(picture(sheet))
        return pixmap
    file = stage.folder / "card.pdf"
    file.write_bytes(pdf(sheet))
    command = ["pdftoppm", "-r", "96", "-png", "-singlefile", str(file), str(stage.folder / "card")]
    subprocess.run(command, check=True, timeout=60)
    pixmap.load(str(stage.folder / "card.png"))
    return pixmap


def card_as_pdf(stage: Stage) -> QPixmap:
    return paper(stage, sheet_of_a_card(stage))


def page_as_pdf(stage: Stage) -> QPixmap:
    return paper(stage, page_sheet(support_words().page))


# -- the journal ---------------------------------------------------------------------------------------------


def journal(stage: Stage, entries: int = 0, size: QSize | None = None) -> QPixmap:
    return stage.picture(reflections(stage, entries, size))


def reflections(stage: Stage, entries: int, size: QSize | None = None) -> MainWindow:
    window = stage.window("few", size=size)
    assert window.store is not None
    amira = someone(window)
    for number in range(entries):
        text = (LONG, "Slept. That is all, and that is fine.", "Amira laughed at the heron story.")[
            number % 3
        ]
        about = amira if number % 3 == 2 else None
        day = date(2026, 11, 21).toordinal() - number * 3
        window.store.reflections.write(
            Reflection(text, date.fromordinal(day), time(9 + number % 9, 30), supporter=about)
        )
    window.store.forget_undo()
    window.undo_bar.hide()
    window.go_journal()
    settle()
    return window


def journal_writing(stage: Stage, size: QSize | None = None) -> QPixmap:
    window = reflections(stage, 2, size)
    page(window).writing.about.set_supporter(someone(window))
    page(window).write()
    QTest.keyClicks(page(window).writing.field, "It rained, and I put the kettle on before I rang her.")
    return stage.picture(window)


def journal_search(stage: Stage) -> QPixmap:
    window = reflections(stage, 30)
    QTest.keyClicks(page(window).search, "heron")
    return stage.picture(window)


def journal_nothing(stage: Stage) -> QPixmap:
    window = reflections(stage, 3)
    QTest.keyClicks(page(window).search, "xyz")
    return stage.picture(window)


def journal_trash(stage: Stage) -> QPixmap:
    window = reflections(stage, 4)
    assert window.store is not None
    for entry in window.store.reflections.page(limit=2):
        window.store.reflections.trash(entry.id)
    QTest.mouseClick(page(window).trash, Qt.MouseButton.LeftButton)
    return stage.picture(window)


def journal_change(stage: Stage) -> QPixmap:
    window = reflections(stage, 3)
    return stage.dialog(page(window).cards[2].buttons[1].click)


SCENES: dict[str, Scene] = {
    "around": around,
    "around/narrow": partial(around, size=NARROW),
    "around/cards": with_cards,
    "around/cards-narrow": partial(with_cards, size=NARROW),
    "around/down": down,
    "card": card_empty,
    "card/full": card_full,
    "card/end": partial(card_full, end=True),
    "card/unknown-country": card_unknown_country,
    "card/narrow": partial(card_full, size=NARROW),
    "card/copied-narrow": partial(card_copied, size=NARROW),
    "card/picture": card_as_picture,
    "card/pdf": card_as_pdf,
    "around/pdf": page_as_pdf,
    "journal": journal,
    "journal/few": partial(journal, entries=3),
    "journal/many": partial(journal, entries=40),
    "journal/narrow": partial(journal, entries=3, size=NARROW),
    "journal/writing": journal_writing,
    "journal/search": journal_search,
    "journal/nothing-found": journal_nothing,
    "journal/trash": journal_trash,
    "journal/change": journal_change,
}
