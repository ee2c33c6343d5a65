"""Bringing in an address book, step by step: choose, read, look through, compare, write, and what each gives."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ... import words
from ...core.exchange import importing
from ...core.exchange.importing import Answer, Candidate, Plan, Result
from ...core.store import PeopleFilter, View
from ...core.trouble import Trouble
from ..slices import Slices
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.dialog import Dialog
from ..widgets.messages import Notice, Question
from ..widgets.text import Text
from .busy import BusyStep
from .choose import ChooseStep
from .compare import CompareStep
from .gives import GivesStep, came_in
from .photos import shrink
from .preview import PreviewStep

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store

tr = QCoreApplication.translate


class BringInDialog(Dialog):
    """`ask` returns what came in, or None where nothing was changed. Esc is safe at every step."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        parent: QWidget | None = None,
        default_folder: Path | None = None,
    ) -> None:
        super().__init__(look, tr("BringIn", "Bring in an address book"), parent, 700)
        self._store, self._folder = store, default_folder
        self._slices: Slices | None = None
        self._plan: Plan | None = None
        self._answers: dict[str, Answer] = {}
        self._questions: list[Candidate] = []
        self.outcome: Result | None = None
        self.choose, self.busy, self.preview = ChooseStep(look), BusyStep(look), PreviewStep(look)
        self.compare, self.gives, self.message = CompareStep(look), GivesStep(look), Text(look, "")
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._steps: tuple[QWidget, ...] = (
            self.choose, self.busy, self.preview, self.compare, self.gives, self.message,
        )  # fmt: skip
        for step in self._steps:
            self.body.addWidget(step, 1)
        self.back_button = self.add_button(tr("BringIn", "Back"))
        self.close_button = self.add_button("")
        self.go_button = self.add_button("", "primary")
        self.back_button.clicked.connect(self._back)
        self.close_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self._go)
        self.choose.choose_button.clicked.connect(self._choose)
        self.preview.ticks_changed.connect(self._show_count)
        self.compare.answered.connect(self._answered)
        self.setAcceptDrops(True)
        self.resize(self.width(), min(look.px(620), self._tallest()))
        self._to_choose()

    def ask(self) -> Result | None:
        self.exec()
        return self.outcome

    def ask_files(self) -> list[Path]:
        """Let a person choose files; tests replace this."""
        kinds = tr("BringIn", "Address books (*.vcf *.vcard);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.windowTitle(), self._start_folder(), kinds)
        return [Path(path) for path in chosen]

    # -- the steps -------------------------------------------------------------------------------------------

    def _show(self, step: QWidget, heading: str, close: str, go: str = "", *, back: bool = False) -> None:
        """Show one step with its heading and its buttons."""
        for other in self._steps:
            other.setVisible(other is step)
        self.heading.setText(heading)
        self.close_button.setText(close)
        self.close_button.setAccessibleName(close)
        self.close_button.setVisible(bool(close))
        self.go_button.setText(go)
        self.go_button.setAccessibleName(go)
        self.go_button.setVisible(bool(go))
        self.go_button.setEnabled(True)
        self.back_button.setVisible(back)
        self._step = step
        self._area.verticalScrollBar().setValue(0)
        announce(self, heading)

    def _to_choose(self, title: str = "", sentence: str = "") -> None:
        self._show(self.choose, self.windowTitle(), tr("BringIn", "Cancel"))
        self.choose.say(title, sentence)
        self.choose.choose_button.setDefault(True)
        self.choose.choose_button.setFocus()

    def _to_preview(self) -> None:
        self._answers.clear()
        self._show(
            self.preview,
            tr("BringIn", "Whom would you like to bring in?"),
            tr("BringIn", "Cancel"),
            tr("BringIn", "Bring in"),
            back=True,
        )
        self._show_count()
        self.preview.search.setFocus()

    def _to_message(self, heading: str, sentence: str, *, back: bool) -> None:
        self.message.setText(sentence)
        self._show(self.message, heading, tr("BringIn", "Close"), back=back)
        announce(self, sentence)
        (self.back_button if back else self.close_button).setFocus()

    def _show_count(self) -> None:
        if self._step is self.preview:
            count = len(self.preview.list.names.ticked)
            self.go_button.setEnabled(count > 0)
            text = tr("BringIn", "Bring in %n person(s)", "", count) if count else tr("BringIn", "Bring in")
            self.go_button.setText(text)
            self.go_button.setAccessibleName(text)

    def _back(self) -> None:
        if self._step is self.compare and self._answers:
            self._answers.popitem()
            self._ask_next()
        elif self._step is not self.preview:
            self._to_preview()
        elif self._may_leave():
            self._to_choose()

    def _go(self) -> None:
        if self._step is self.preview:
            self._questions = [one for one in self.preview.chosen() if one.likely]
            self._answers.clear()
            self._ask_next()
        elif self._step is self.gives:
            self._finish()

    # -- reading ---------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        files = self.ask_files()
        if files:
            self.read(files)

    def read(self, files: Sequence[Path]) -> None:
        """Look through files; nothing is kept of them yet."""
        self._plan = None
        self._show(self.busy, tr("BringIn", "Looking through the file"), tr("BringIn", "Stop"))
        self.busy.begin(
            tr("BringIn", "Reading the names."),
            tr("BringIn", "Nothing is kept yet. You can stop at any time."),
        )
        self.close_button.setFocus()
        self._run(importing.prepare(files, self._store), self._read)

    def _read(self, plan: Plan) -> None:
        if not plan.candidates:
            whole = [one for one in plan.problems if one.line == 0]
            if whole:
                self._to_choose(words.short(whole[0].file.name, 80), words.import_problem(whole[0].code))
            else:
                self._to_choose(
                    tr("BringIn", "There is nobody in this file"),
                    tr(
                        "BringIn",
                        "Nothing in it could be read as a person. Nothing was changed. You could export it once more.",
                    ),
                )
            return
        self._plan = plan
        trashed = {row.id for row in self._store.people.rows(PeopleFilter(view=View.TRASH))}
        self.preview.show_plan(plan, trashed)
        self._to_preview()

    # -- comparing -------------------------------------------------------------------------------------------

    def _ask_next(self) -> None:
        """Ask about the next chosen card that looks like somebody here; after the last one, write."""
        number = len(self._answers)
        if number == len(self._questions):
            self._write()
            return
        one = self._questions[number]
        here = [found for like in one.likely if (found := self._store.people.get(like.supporter_id))]
        self._show(
            self.compare,
            tr("BringIn", "Is this the same person? {number} of {all}").format(
                number=number + 1, all=len(self._questions)
            )
            if len(self._questions) > 1
            else tr("BringIn", "Is this the same person?"),
            tr("BringIn", "Cancel"),
            back=True,
        )
        self.compare.ask_about(one, here)
        self.compare.begin()

    def _answered(self, answer: Answer) -> None:
        self._answers[self._questions[len(self._answers)].uid] = answer
        self._ask_next()

    # -- writing ---------------------------------------------------------------------------------------------

    def _write(self) -> None:
        assert self._plan is not None
        self._show(self.busy, tr("BringIn", "Bringing them in"), tr("BringIn", "Stop"))
        self.busy.begin(
            tr("BringIn", "Writing them down."),
            tr("BringIn", "If you stop now, everything stays as it was."),
        )
        self.close_button.setFocus()
        chosen = frozenset(self.preview.list.names.ticked)
        work = importing.bring_in(self._plan, chosen, dict(self._answers), self._store, shrink)
        self._run(work, self._written)

    def _written(self, result: Result) -> None:
        self._plan = None
        self.preview.forget()
        self.outcome = result
        if result.ids:
            self.gives.show_result(result, self._store)
            self._show(self.gives, tr("BringIn", "What do they give?"), "", tr("BringIn", "Done"))
            self.gives.begin()
        else:
            self._to_message(tr("BringIn", "That is all"), came_in(result), back=False)

    def _finish(self) -> None:
        """Keep the ticks, as one change, and close."""
        ticks = self.gives.ticks()
        if ticks:
            try:
                self._store.people.set_support_of(ticks)
            except Trouble as trouble:
                Notice(self.look, tr("BringIn", "That did not work"), words.trouble(trouble), self).show_it()
                return
        self.accept()

    # -- long work -------------------------------------------------------------------------------------------

    def _run(self, work: Generator[Any, None, Any], then: Any) -> None:
        self._slices = Slices(work, self)
        self._slices.progress.connect(self.busy.show_progress)
        self._slices.finished.connect(self._end_of_work)
        self._slices.finished.connect(then)
        self._slices.failed.connect(self._failed)
        self._slices.start()

    def _end_of_work(self) -> None:
        self._slices = None

    def _failed(self, error: Exception) -> None:
        self._slices = None
        if self._plan is None:
            self._to_choose()
        else:
            sentence = tr("BringIn", "Nobody was brought in. Everything is as it was before.")
            if isinstance(error, Trouble):
                sentence = f"{words.trouble(error)}\n\n{sentence}"
            self._to_message(tr("BringIn", "That did not work"), sentence, back=True)
        if not isinstance(error, Trouble):
            raise error

    def _stop_work(self) -> None:
        assert self._slices is not None
        self._slices.cancel()
        self._slices = None
        if self._plan is None:
            self._to_choose(tr("BringIn", "Stopped"), tr("BringIn", "Nothing was kept of the file."))
        else:
            self._to_message(
                tr("BringIn", "Stopped"),
                tr("BringIn", "Nobody was brought in. Everything is as it was before."),
                back=True,
            )

    # -- leaving ---------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc: stops what is running; asks before ticks are lost; at the end keeps what was ticked."""
        if self._slices is not None:
            self._stop_work()
        elif self._step is self.gives:
            self._finish()
        elif self._step not in (self.preview, self.compare) or self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        """Let go of what was read: an address book may be large."""
        if self._slices is not None:
            self._slices.cancel()
            self._slices = None
        self._plan = None
        self.preview.forget()
        super().done(result)

    def _may_leave(self) -> bool:
        if not self.preview.list.names.ticked:
            return True
        return Question(
            self.look,
            tr("BringIn", "Stop here?"),
            tr("BringIn", "Nobody has come in yet. If you stop, whom you chose is not remembered."),
            tr("BringIn", "Stop here"),
            tr("BringIn", "Go on choosing"),
            self,
        ).ask()

    # -- dropping a file -------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._step is self.choose and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _dropped(event)
        if self._step is self.choose and files:
            event.acceptProposedAction()
            self.read(files)

    def _start_folder(self) -> str:
        if self._folder is not None:
            return str(self._folder)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
