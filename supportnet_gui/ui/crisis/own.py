"""What a person chose on a steadier day, below the numbers: people to message, and their plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...core.content import spoken
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.qr import ShowOnPhone
from ..widgets.soft import soft_text, softened
from ..widgets.text import Text
from .number import Feedback, Holder, Snug, Stop, copy_text

tr = QCoreApplication.translate


class Reach(NamedTuple):
    """A way to reach somebody. `code` is what a phone could do with it: "call", "text" or "" for nothing."""

    about: str
    value: str
    code: str = ""


class Near(NamedTuple):
    """Somebody chosen. `writes` is False for a place or an animal, who read no message."""

    name: str
    ways: tuple[Reach, ...] = ()
    writes: bool = True


class Own(NamedTuple):
    """`plan` holds titles with their lines. `locked`: people and plan are there, and nobody can see them now."""

    people: tuple[Near, ...] = ()
    plan: tuple[tuple[str, tuple[str, ...]], ...] = ()
    locked: bool = False


class Acts(NamedTuple):
    """What the page cannot do alone. `link` gives a number's link for calling or texting, None where it is none."""

    link: Callable[[Reach], str | None] | None = None
    open_plan: Callable[[], None] | None = None
    open_guide: Callable[[], None] | None = None


def message() -> str:
    return tr("crisis", "I am having a very hard time and do not want to be alone with it. Can you call me?")


class ReachLine(Stop):
    """A number or address as the person wrote it. Tab reaches it; it is read digit by digit."""

    def __init__(self, look: Look, way: Reach, style: str, name: str) -> None:
        self._value = way.value
        shown = softened(way.value)
        super().__init__(look, shown, style)
        if shown == way.value:
            self.selectable()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{name}, {way.about}: {_aloud(way)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            QGuiApplication.clipboard().setText(self._value)
        else:
            super().keyPressEvent(event)


def _aloud(way: Reach) -> str:
    return spoken(way.value) if way.code else way.value


class NearCard(Holder):
    """Somebody, how to reach them, and words to send."""

    def __init__(self, look: Look, near: Near, acts: Acts) -> None:
        super().__init__(look)
        self.near = near
        self.setAccessibleName(near.name)
        self.body.setSpacing(look.px(8))
        self._look, self._link = look, acts.link
        self._feedback = Feedback(look)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Avatar(look, near.name), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(Text(look, softened(near.name), "heading"))
        first, others = near.ways[:1], near.ways[1:]
        for way in first:
            column.addWidget(Flow(*self._line(way, "heading")))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        buttons = [self._message_button()] if near.writes else []
        buttons += [button for way in first for button in self._buttons(way)]
        if buttons:
            self.body.addWidget(Flow(*buttons, gap=look.px(6)))
        for way in others:
            self.body.addWidget(Flow(*self._line(way, "strong"), *self._buttons(way), gap=look.px(6)))
        self.body.addWidget(self._feedback)
        self.body.addStretch(1)

    def _line(self, way: Reach, style: str) -> list[QWidget]:
        return [
            ReachLine(self._look, way, style, self.near.name),
            Snug(self._look, softened(way.about), "quiet"),
        ]

    def _message_button(self) -> Button:
        copy = Button(self._look, tr("crisis", "Copy message"))
        copy.setAccessibleName(tr("crisis", "Copy message for {name}").format(name=self.near.name))
        copy.clicked.connect(self._copy_message)
        return copy

    def _buttons(self, way: Reach) -> list[Button]:
        look, aloud = self._look, _aloud(way)
        copy = Button(look, tr("crisis", "Copy"), "quiet")
        copy.setAccessibleName(tr("crisis", "Copy {value}").format(value=aloud))
        copy.clicked.connect(partial(copy_text, way.value, aloud, self._feedback))
        if not way.code or self._link is None:
            return [copy]
        show = Button(look, tr("crisis", "Show on phone"), "quiet")
        show.setAccessibleName(tr("crisis", "Show on phone: {line}").format(line=aloud))
        show.clicked.connect(partial(self._show, way))
        return [copy, show]

    def _copy_message(self) -> None:
        QGuiApplication.clipboard().setText(message())
        self._feedback.say(tr("crisis", "Copied: {text}").format(text=message()))

    def _show(self, way: Reach, _checked: bool = False) -> None:
        link = self._link(way) if self._link is not None else None
        if link is None:
            self._feedback.say(
                tr("crisis", "This could not be read as one number. You could copy it instead.")
            )
            return
        PersonOnPhone(self._look, way, link, self.near.name, self.window()).open()


class PersonOnPhone(ShowOnPhone):
    """Somebody's number for a phone to read; or, last, for this computer to call."""

    def __init__(self, look: Look, way: Reach, link: str, name: str, parent: QWidget | None) -> None:
        text = way.code == "text"
        what = (
            tr("crisis", "{name}. Your phone begins a text. Nothing is sent until you send it.")
            if text
            else tr("crisis", "{name}. Your phone shows the number. Nothing is called until you tap it.")
        )
        code = tr("crisis", "QR code, texts {number}") if text else tr("crisis", "QR code, calls {number}")
        super().__init__(
            look,
            link,
            way.value,
            what.format(name=name),
            code.format(number=spoken(way.value)),
            parent,
            call="" if text else link,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class PlanCard(Card):
    """The parts of the plan that hold something."""

    def __init__(self, look: Look, plan: tuple[tuple[str, tuple[str, ...]], ...], acts: Acts) -> None:
        super().__init__(look, padding=16)
        self.setAccessibleName(tr("crisis", "My plan"))
        self.body.setSpacing(look.px(4))
        for number, (title, lines) in enumerate(plan):
            if number:
                self.body.addSpacing(look.px(8))
            self.body.addWidget(Text(look, title, "strong"))
            self.body.addWidget(soft_text(look, "\n".join(f"•  {one}" for one in lines)))
        if acts.open_plan is not None:
            self.body.addSpacing(look.px(8))
            open_plan = Button(look, tr("crisis", "Open my plan"))
            open_plan.clicked.connect(acts.open_plan)
            self.body.addWidget(Flow(open_plan))


def own_parts(look: Look, own: Own, acts: Acts, columns: Callable[[list[QWidget]], QWidget]) -> list[QWidget]:
    """What stands on the page of a person's own; nothing where there is nothing."""
    parts: list[QWidget] = []
    if own.locked:
        parts.append(Text(look, locked_words(), "quiet"))
    if own.people:
        parts.append(Text(look, tr("crisis", "People you chose"), "heading"))
        if any(near.writes for near in own.people):
            says = tr("crisis", "Copy message gives you these words to send: “{text}”")
            parts.append(Text(look, says.format(text=message()), "quiet"))
        parts.append(columns([NearCard(look, near, acts) for near in own.people]))
    if own.plan:
        parts += [Text(look, tr("crisis", "My plan"), "heading"), PlanCard(look, own.plan, acts)]
    return parts


def locked_words() -> str:
    return tr("crisis", "Your people and plan are in your locked notebook. These numbers need no unlocking.")
