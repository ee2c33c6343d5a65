"""The Resources page, its dialogs, and a planned step on Today."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from supportnet_gui.core.model import Kind, Protocol
from supportnet_gui.core.resource_model import (
    MarkState,
    OwnChannel,
    OwnResource,
    Section,
    SmallStep,
    Tag,
)
from supportnet_gui.core.store import Store
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.resources.filters import View
from supportnet_gui.ui.widgets.card import Fold

from .made_up import ODD_NAMES
from .stage import NARROW, NOON, Scene, Stage, page, settle

SERVICE, GROUP, ONLINE = "gb-shout", "support-group", "r-depression"
OWN = OwnResource(
    "Tuesday walkers",
    section=Section.GROUPS,
    kind=Kind.GROUP,
    hours="Tuesdays, 10 to 11:30, in any weather",
    note="Starts at the library steps. One can leave at the bridge. Nobody asks questions.",
    tags=frozenset({Tag.FREE, Tag.NEAR}),
    channels=(
        OwnChannel(Protocol.CALL, "01632 960 123", "Ruth, who leads it"),
        OwnChannel(Protocol.EMAIL, "walkers@example.org"),
        OwnChannel(Protocol.WEB, "https://walkers.example.org/tuesdays"),
        OwnChannel(Protocol.ADDRESS, "Library steps, Mill Lane"),
    ),
)
STEP = SmallStep("I send one hello", "When I next pick up my phone", resource="send-one-message")


def store_of(window: MainWindow) -> Store:
    assert window.store is not None
    return window.store


def opened(
    stage: Stage, size: QSize | None = None, country: str = "GB", nation: str = "GB-SCT"
) -> MainWindow:
    window = stage.window(size=size, country=country, nation=nation)
    window.go_resources()
    settle()
    return window


def front(stage: Stage, size: QSize | None = None, country: str = "GB") -> QPixmap:
    return stage.picture(opened(stage, size, country, "GB-SCT" if country else ""))


def asking(stage: Stage) -> QPixmap:
    """The question about the country, opened."""
    window = opened(stage, country="", nation="")
    page(window).ask.button.click()
    settle()
    return stage.picture(window)


def section(stage: Stage, size: QSize | None = None) -> QPixmap:
    window = opened(stage, size)
    resources = store_of(window).resources
    resources.set_state("ask-to-listen", MarkState.SAVED)
    resources.set_state("a-doctor", MarkState.TRIED)
    resources.set_state("ask-for-a-hand", MarkState.NOT_FOR_ME)
    store_of(window).forget_undo()
    page(window).filters.show_all(Section.TALK)
    return stage.picture(window)


def entry(stage: Stage, entry_id: str = GROUP, size: QSize | None = None, down: bool = False) -> QPixmap:
    window = opened(stage, size)
    window.open_resource(entry_id)
    settle()
    if down:
        panel = page(window).panel
        for fold in panel.findChildren(Fold):
            if not fold.isHidden():
                fold.set_open(True)
        settle()
        panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())
    return stage.picture(window)


def search(stage: Stage, text: str = "walk", size: QSize | None = None) -> QPixmap:
    window = opened(stage, size)
    QTest.keyClicks(page(window).filters.search, text)
    return stage.picture(window)


def filters(stage: Stage) -> QPixmap:
    window = opened(stage)
    page(window).filters.fold.set_open(True)
    page(window).filters.narrowing.chips[Tag.NO_SPEAKING].click()
    return stage.picture(window)


def saved_empty(stage: Stage) -> QPixmap:
    window = opened(stage)
    page(window).filters.view_actions[View.SAVED].trigger()
    return stage.picture(window)


def begin(stage: Stage) -> QPixmap:
    """Where "More ideas in Resources" on Today leads."""
    window = opened(stage)
    window.open_resource()
    return stage.picture(window)


def on_map(stage: Stage) -> QPixmap:
    """The name asked for before a group goes to the map."""
    window = opened(stage)
    window.open_resource(GROUP)
    return stage.dialog(page(window).panel.map.click)


def own(stage: Stage, size: QSize | None = None, trash: bool = False, odd: bool = False) -> QPixmap:
    window = opened(stage, size)
    store = store_of(window)
    made = store.resources.add_own(
        OwnResource(ODD_NAMES[0] + ODD_NAMES[9], note="\n".join(ODD_NAMES), section=Section.GROUPS)
        if odd
        else OWN
    )
    store.resources.set_note(made, "Ruth says the first time is the hardest. The dog is called Biscuit.")
    if trash:
        store.resources.trash_own(made)
    store.forget_undo()
    if trash:
        page(window).filters.view_actions[View.TRASH].trigger()
        page(window).list.choose_first()
    else:
        window.open_resource(made)
    return stage.picture(window)


def planned(stage: Stage) -> QPixmap:
    """An entry with a step planned from it."""
    window = opened(stage)
    store_of(window).steps.add(STEP)
    window.open_resource(STEP.resource or "")
    settle()
    panel = page(window).panel
    panel.ensureWidgetVisible(panel.steps)
    return stage.picture(window)


def plan(stage: Stage, more: bool = False) -> QPixmap:
    window = opened(stage)
    window.open_resource("send-one-message")

    def open_fold(dialog: QWidget) -> None:
        dialog.more.set_open(True)  # type: ignore[attr-defined]
        settle()

    return stage.dialog(page(window).panel.plan.click, open_fold if more else None)


def add(stage: Stage, more: bool = False) -> QPixmap:
    window = opened(stage)
    made = store_of(window).resources.add_own(OWN)
    if not more:
        return stage.dialog(page(window).add.click)
    window.open_resource(made)

    def open_fold(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        dialog.more.set_open(True)  # type: ignore[attr-defined]
        settle()

    return stage.dialog(page(window).panel.edit.click, open_fold)


def today(stage: Stage, kind: str = "few", size: QSize | None = None) -> QPixmap:
    """A planned step under what else Today shows."""
    window = stage.window(kind, size=size)
    store = store_of(window)
    if kind == "empty":
        store.settings.set("welcome_done", True)
    store.steps.add(STEP)
    store.forget_undo()
    stage.clock.move(timedelta(days=1))
    window.refresh()
    window.undo_bar.hide()
    settle()
    if page(window).planned is None:
        stage.faults.append(f"no step offered on {NOON}")
    return stage.picture(window)


SCENES: dict[str, Scene] = {
    "resources": front,
    "resources/narrow": partial(front, size=NARROW),
    "resources/no-country": partial(front, country=""),
    "resources/asking": asking,
    "resources/section": section,
    "resources/section-narrow": partial(section, size=NARROW),
    "resources/entry": entry,
    "resources/entry-down": partial(entry, down=True),
    "resources/entry-narrow": partial(entry, size=NARROW),
    "resources/service": partial(entry, entry_id=SERVICE),
    "resources/service-narrow": partial(entry, entry_id="gb-sct-breathing-space", size=NARROW),
    "resources/service-paid": partial(entry, entry_id="betterhelp"),
    "resources/service-down": partial(entry, entry_id=SERVICE, down=True),
    "resources/online": partial(entry, entry_id=ONLINE),
    "resources/weekday": partial(entry, entry_id="gb-mind"),
    "resources/search": search,
    "resources/nothing": partial(search, text="xyz"),
    "resources/nothing-narrow": partial(search, text="xyz", size=NARROW),
    "resources/filters": filters,
    "resources/saved-empty": saved_empty,
    "resources/begin": begin,
    "resources/on-map": on_map,
    "resources/own": own,
    "resources/own-narrow": partial(own, size=NARROW),
    "resources/own-odd": partial(own, odd=True),
    "resources/own-trash": partial(own, trash=True),
    "resources/planned": planned,
    "resources/plan": plan,
    "resources/plan-more": partial(plan, more=True),
    "resources/add": add,
    "resources/edit": partial(add, more=True),
    "today/step": today,
    "today/step-alone": partial(today, kind="empty"),
    "today/step-narrow": partial(today, size=NARROW),
}
