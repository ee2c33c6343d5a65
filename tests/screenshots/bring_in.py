"""Bringing in an address book, step by step, over the made-up network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from .made_up import FAMILY, GIVEN, ODD_NAMES
from .stage import Scene, Stage, settle

PATIENCE = 200
"""Rounds of waiting for a step, each a fiftieth of a second."""


def address_book(stage: Stage) -> Path:
    """Forty made-up cards: odd names, two who look like people in the network, a card that cannot come in."""
    names = [f"{given} {family}" for given, family in zip(GIVEN * 2, FAMILY * 4, strict=False)][:24]
    cards = [
        f"FN:{name}\r\nORG:Mill Lane Library\r\nTEL;TYPE=CELL:01632 96{number:04}"
        for number, name in enumerate([*names, *ODD_NAMES])
    ]
    cards.append("FN:Amira Haddad\r\nTEL;TYPE=CELL:+44 7700 900134\r\nEMAIL:amira@example.org\r\nBDAY:--0314")
    cards.append("FN:Jo\r\nTEL;TYPE=HOME:01632 960190")
    cards.append("NOTE:a card without a name")
    cards.append("FN:Photo Link\r\nPHOTO;VALUE=URI:https://example.org/photo.jpg")
    path = stage.folder / "contacts.vcf"
    text = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n" for card in cards)
    path.write_bytes(text.encode())
    return path


def step(prepare: Callable[[Stage, Any], object], stage: Stage, kind: str = "few") -> QPixmap:
    """The dialog, once `prepare` has led it to a step."""
    window = stage.window(kind)
    return stage.dialog(window.bring_in, partial(prepare, stage))


def wait_for(dialog: Any, wanted: Any) -> None:
    for _ in range(PATIENCE):
        if dialog.step is wanted:
            settle()
            return
        settle()
    raise AssertionError("the step never came")


def nothing(stage: Stage, dialog: Any) -> None:
    """The first step as it is."""


def hints(stage: Stage, dialog: Any) -> None:
    dialog.choose.how.set_open(True)
    settle()


def wrong_file(stage: Stage, dialog: Any) -> None:
    path = stage.folder / "letter.vcf"
    path.write_text("Dear all, this is a letter.", encoding="utf-8")
    dialog.read([path])
    settle(100)
    wait_for(dialog, dialog.choose)


def busy(stage: Stage, dialog: Any) -> None:
    """While it reads: stopped in the middle of a longer file."""
    path = address_book(stage)
    path.write_bytes(path.read_bytes() * 200)
    dialog.read([path])
    settle(250)
    assert dialog.step is dialog.busy, "the file was read too soon to be seen"


def preview(stage: Stage, dialog: Any) -> None:
    dialog.read([address_book(stage)])
    wait_for(dialog, dialog.preview)


def search(stage: Stage, dialog: Any) -> None:
    preview(stage, dialog)
    QTest.keyClicks(dialog.preview.search, "am")
    settle()


def everyone(stage: Stage, dialog: Any) -> None:
    preview(stage, dialog)
    dialog.preview.everyone.click()
    tick(dialog, "Ben", "Chlo", "Dara", "Eilidh")


def problems(stage: Stage, dialog: Any) -> None:
    preview(stage, dialog)
    dialog.preview.problems.set_open(True)
    settle()


def tick(dialog: Any, *beginnings: str) -> None:
    names = dialog.preview.list.names
    for row, one in enumerate(names.shown):
        if one.card.name.startswith(beginnings):
            names.toggle(names.index(row))
    settle()


def compare(stage: Stage, dialog: Any) -> None:
    preview(stage, dialog)
    dialog.preview.everyone.click()
    tick(dialog, "Amira", "Ben")
    dialog.go_button.click()
    wait_for(dialog, dialog.compare)


def gives(stage: Stage, dialog: Any) -> None:
    everyone(stage, dialog)
    dialog.go_button.click()
    wait_for(dialog, dialog.gives)


SCENES: dict[str, Scene] = {
    "bring-in": partial(step, nothing),
    "bring-in/hints": partial(step, hints),
    "bring-in/wrong-file": partial(step, wrong_file),
    "bring-in/busy": partial(step, busy),
    "bring-in/preview": partial(step, preview),
    "bring-in/search": partial(step, search),
    "bring-in/everyone": partial(step, everyone),
    "bring-in/problems": partial(step, problems),
    "bring-in/compare": partial(step, compare),
    "bring-in/gives": partial(step, gives),
}
