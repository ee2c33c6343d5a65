"""Finds words that have less room than they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget

SMALLEST_TARGET = 32
"""Pixels."""


def cut_off(window: QWidget) -> list[str]:
    """One line for each visible label, button or choice that is smaller than its words, or sticks out of the page."""
    return sorted(set(_labels(window)) | set(_buttons(window)) | set(_sticking_out(window)))


def _labels(window: QWidget) -> Iterator[str]:
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                yield f"too low for its words: {_short(label.text())}"
        elif label.sizeHint().width() > label.width() + 1:
            yield f"too narrow for its words: {_short(label.text())}"


def _buttons(window: QWidget) -> Iterator[str]:
    found: list[QAbstractButton | QComboBox] = [*window.findChildren(QAbstractButton)]
    for button in (*found, *window.findChildren(QComboBox)):
        if not button.isVisible() or isinstance(button.parent(), QLineEdit):
            continue
        words = button.currentText() if isinstance(button, QComboBox) else button.text()
        if button.minimumSizeHint().width() > button.width() + 1:
            yield f"button too narrow: {_short(words)}"
        if button.height() < SMALLEST_TARGET:
            yield f"target {button.height()} px high: {_short(words)}"


def _sticking_out(window: QWidget) -> Iterator[str]:
    """What a page that scrolls up and down only would have to scroll sideways for."""
    for area in window.findChildren(QAbstractScrollArea):
        viewport = area.viewport()
        for child in viewport.findChildren(QWidget):
            if child.isVisible() and not isinstance(child.parent(), QAbstractScrollArea):
                right = child.mapTo(viewport, child.rect().topRight()).x()
                if right > viewport.width() + 1 and isinstance(child, QLabel | QAbstractButton):
                    yield f"sticks out to the right: {_short(child.text())}"


def _short(text: str) -> str:
    return " ".join(text.split())[:60]
