"""My plan: empty, full, narrow, with a question; its dialogs, and the paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from supportnet_gui.core import content
from supportnet_gui.core.model import Channel, Protocol, Status, Supporter
from supportnet_gui.core.plan import ALONE, AROUND, MATTERS, SAFER, SIGNS, TELL, TRAINED
from supportnet_gui.core.store import Store
from supportnet_gui.ui.plan import paper

from .stage import NARROW, Scene, Stage, page, settle

_LINES = {
    SIGNS: ("I stop answering messages.", "I sleep in the day and lie awake at night."),
    ALONE: (
        "Make tea, sit by the window, put on the “slow” list.",
        "A shower.",
        "Round the park once, slowly.",
    ),
    AROUND: ("The library on Bridge Street, the chairs at the back."),
    TRAINED: ("Dr Okafor, mornings. Ask for a same-day call."),
    SAFER: ("The box goes to Amira's until I ask for it back."),
    MATTERS: ("Biscuit, who needs breakfast.", "The sea in September."),
}


def fill(store: Store) -> dict[str, str]:
    """A plan in a few words, and three people for a hard moment. Returns ids by name."""
    ids = {
        one.name: store.people.add(one)
        for one in (
            Supporter("Amira Nasser", channels=(Channel(Protocol.CALL, "+1 555 0134", preferred=True),)),
            Supporter(
                "Jo", channels=(Channel(Protocol.TEXT, "+1 555 0178"), Channel(Protocol.SIGNAL, "@jo.42"))
            ),
            Supporter("Uncle Ray", channels=(Channel(Protocol.CALL, "+1 555 0121"),)),
        )
    }
    for part, lines in _LINES.items():
        for line in (lines,) if isinstance(lines, str) else lines:
            store.plan.add(part, line)
    store.plan.add(TELL, "“I am not doing well. Can I come over?”", ids["Amira Nasser"])
    store.plan.add(TELL, "", ids["Jo"])
    store.plan.choose([*ids.values()])
    return ids


def plan(stage: Stage, *, size: QSize | None = None, full: bool = True, down: float = 0) -> QPixmap:
    window = stage.window(country="GB", nation="GB-SCT", size=size)
    assert window.store is not None
    if full:
        fill(window.store)
    window.show_page("plan")
    settle()
    bar = page(window).verticalScrollBar()
    bar.setValue(round(bar.maximum() * down))
    return stage.picture(window)


def asked(stage: Stage) -> QPixmap:
    window = stage.window(country="IE")
    assert window.store is not None
    ids = fill(window.store)
    window.store.people.set_status(ids["Jo"], Status.DIED)
    window.show_page("plan")
    settle()
    return stage.picture(window)


def change(stage: Stage) -> QPixmap:
    window = stage.window(country="IE")
    assert window.store is not None
    fill(window.store)
    window.show_page("plan")
    return stage.dialog(page(window).parts[TELL].rows.rows[0].edit.click)


def choose(stage: Stage) -> QPixmap:
    window = stage.window(country="IE")
    window.show_page("plan")
    return stage.dialog(page(window).people.add.click)


def guide(stage: Stage) -> QPixmap:
    return stage.dialog(stage.window().guide)


def on_paper(stage: Stage) -> QPixmap:
    """The first page of what is printed, laid out as the PDF is."""
    store = stage.store("few")
    fill(store)
    document = paper.document(store.plan.items(), content.panel("GB", "GB-SCT"))
    sheet = QSizeF(794, 1123)
    document.setPageSize(sheet - QSizeF(152, 152))
    picture = QPixmap(sheet.toSize())
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.translate(76, 76)
    document.drawContents(painter, QRectF(0, 0, sheet.width(), sheet.height()))
    painter.end()
    return picture


SCENES: dict[str, Scene] = {
    "plan": plan,
    "plan/middle": partial(plan, down=0.5),
    "plan/end": partial(plan, down=1.0),
    "plan/empty": partial(plan, full=False),
    "plan/narrow": partial(plan, size=NARROW),
    "plan/narrow-end": partial(plan, size=NARROW, down=1.0),
    "plan/asked": asked,
    "plan-change": change,
    "plan-choose": choose,
    "plan-paper": on_paper,
    "guide": guide,
}
