"""Bringing in an address book: choose, look through, compare, write, and what each of them gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ... import words
from ...core.exchange import importing
from ...core.exchange.importing import Answer, Candidate, Plan, Result
from ...core.store import PeopleFilter, View
from ...core.trouble import Trouble
from ..theme import Look
from ..widgets.messages import Notice, Question
from ..widgets.photo import shrink
from .choose import ChooseStep
from .compare import CompareStep
from .frame import Frame
from .gives import GivesStep, came_in
from .preview import PreviewStep

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store

tr = QCoreApplication.translate


class BringInDialog(Frame):
    """`ask` returns what came in, or None where nothing was changed. Esc is safe at every step."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        parent: QWidget | None = None,
        default_folder: Path | None = None,
    ) -> None:
        self.choose, self.preview = ChooseStep(look), PreviewStep(look)
        self.compare, self.gives = CompareStep(look), GivesStep(look)
        title = tr("BringIn", "Bring in an address book")
        super().__init__(look, title, parent, self.choose, self.preview, self.compare, self.gives)
        self._store, self._folder = store, default_folder
        self._plan: Plan | None = None
        self._questions: list[Candidate] = []
        self._answers: list[Answer] = []
        self.outcome: Result | None = None
        self.back_button.clicked.connect(self._back)
        self.go_button.clicked.connect(self._go)
        self.choose.choose_button.clicked.connect(self._choose)
        self.preview.ticks_changed.connect(self._enable)
        self.compare.answered.connect(self._answered)
        self.gives.ticked.connect(self._name_go_on)
        for fold in (self.choose.how, self.preview.problems, self.gives.problems):
            self.follow(fold)
        self.setAcceptDrops(True)
        self._to_choose()

    def ask(self) -> Result | None:
        self.exec()
        return self.outcome

    def ask_files(self) -> list[Path]:
        """Let a person choose files; tests replace this."""
        kinds = tr("BringIn", "Address books (*.vcf *.vcard);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, self.windowTitle(), self._start_folder(), kinds)
        return [Path(path) for path in chosen]

    # -- choosing and reading --------------------------------------------------------------------------------

    def _to_choose(self, title: str = "", sentence: str = "") -> None:
        self.show_step(self.choose, self.windowTitle(), close=tr("BringIn", "Cancel"))
        self.choose.say(title, sentence)
        self.choose.choose_button.setFocus()

    def _choose(self) -> None:
        files = self.ask_files()
        if files:
            self.read(files)

    def read(self, files: Sequence[Path]) -> None:
        """Look through files; nothing of them is kept yet."""
        self._plan = None
        self.work(
            importing.prepare(files, self._store),
            (
                tr("BringIn", "Looking through the file"),
                tr("BringIn", "Reading the names."),
                tr("BringIn", "Nothing is kept yet. You can stop at any time."),
            ),
            self._read,
            self._not_read,
            self._reading_stopped,
        )

    def _read(self, plan: Plan) -> None:
        if not plan.candidates:
            self._to_choose(*_why_nobody(plan))
            return
        self._plan = plan
        in_trash = {row.id for row in self._store.people.rows(PeopleFilter(view=View.TRASH))}
        self.preview.show_plan(plan, in_trash)
        self._to_preview()

    def _not_read(self, error: Exception) -> None:
        """Whatever a file can cause is in the plan: this is a fault of the program's own."""
        self._to_choose(
            tr("BringIn", "That did not work"), tr("BringIn", "The file was only read. Nothing was changed.")
        )
        raise error

    def _reading_stopped(self) -> None:
        self._to_choose(tr("BringIn", "Stopped"), tr("BringIn", "Nothing was kept of the file."))

    # -- looking through and comparing -----------------------------------------------------------------------

    def _to_preview(self) -> None:
        self._answers.clear()
        self.show_step(
            self.preview,
            tr("BringIn", "Who would you like to bring in?"),
            back=True,
            go=tr("BringIn", "Bring in"),
        )
        self._enable()
        self.preview.search.setFocus()

    def _enable(self) -> None:
        if self.step is self.preview:
            self.go_button.setEnabled(bool(self.preview.ticked))

    def _back(self) -> None:
        if self.step is self.compare and self._answers:
            self._answers.pop()
            self._ask_next()
        elif self.step is not self.preview:
            self._to_preview()
        elif self._may_leave():
            self._to_choose()

    def _go(self) -> None:
        if self.step is self.gives:
            self._finish()
            return
        self._questions = [one for one in self.preview.chosen() if one.likely]
        self._ask_next()

    def _ask_next(self) -> None:
        """Ask about the next chosen card that looks like somebody here; after the last one, write."""
        number, count = len(self._answers), len(self._questions)
        if number == count:
            self._write()
            return
        one = self._questions[number]
        here = [found for like in one.likely if (found := self._store.people.get(like.supporter_id))]
        heading = tr("BringIn", "Is this the same person?")
        if count > 1:
            heading = tr("BringIn", "Is this the same person? ({number} of {all})")
            heading = heading.format(number=number + 1, all=count)
        self.show_step(self.compare, heading, back=True)
        self.compare.ask_about(one, here)
        self.compare.begin()

    def _answered(self, answer: Answer) -> None:
        self._answers.append(answer)
        self._ask_next()

    # -- writing ---------------------------------------------------------------------------------------------

    def _write(self) -> None:
        assert self._plan is not None
        uids = (one.uid for one in self._questions)
        answers = dict(zip(uids, self._answers, strict=True))
        self.work(
            importing.bring_in(self._plan, self.preview.ticked, answers, self._store, shrink),
            (
                tr("BringIn", "Bringing them in"),
                tr("BringIn", "Writing them down."),
                tr("BringIn", "If you stop now, everything stays as it was."),
            ),
            self._written,
            self._not_written,
            self._writing_stopped,
        )

    def _written(self, result: Result) -> Callable[[], None] | None:
        self.outcome = result
        if result.ids:
            self.gives.show_result(result, self._store, self.preview.repeats)
            return self._to_gives
        self.show_message(tr("BringIn", "That is all"), came_in(result), back=False)
        return None

    def _to_gives(self) -> None:
        self.show_step(self.gives, tr("BringIn", "How could they be there for you?"), go=self.gives.go_on)
        self.gives.begin()

    def _name_go_on(self) -> None:
        self.go_button.setText(self.gives.go_on)
        self.go_button.setAccessibleName(self.gives.go_on)

    def _not_written(self, error: Exception) -> None:
        as_before = tr("BringIn", "Nobody was brought in. Everything is as it was before.")
        told = words.trouble(error) if isinstance(error, Trouble) else ""
        sentence = "\n\n".join(filter(None, (told, as_before)))
        self.show_message(tr("BringIn", "That did not work"), sentence, back=True)
        if not told:
            raise error

    def _writing_stopped(self) -> None:
        self.show_message(
            tr("BringIn", "Stopped"),
            tr("BringIn", "Nobody was brought in. Everything is as it was before."),
            back=True,
        )

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

    # -- leaving ---------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc: stops what is running, asks before choices are lost, and at the end keeps what was ticked."""
        if self.working:
            self.stop_work()
        elif self.step is self.gives:
            self._finish()
        elif self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        """Let go of what was read: an address book may be large."""
        super().done(result)
        self._plan = None
        self.preview.forget()

    def _may_leave(self) -> bool:
        if self.step not in (self.preview, self.compare) or not self.preview.ticked:
            return True
        return self.ask_to_leave()

    def ask_to_leave(self) -> bool:
        """Whether to forget who was chosen; tests replace this."""
        return Question(
            self.look,
            tr("BringIn", "Stop here?"),
            tr("BringIn", "Nobody has come in yet. If you stop, who you chose is not remembered."),
            tr("BringIn", "Stop here"),
            tr("BringIn", "Go on"),
            self,
        ).ask()

    # -- dropping a file -------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.step is self.choose and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _dropped(event)
        if self.step is self.choose and files:
            event.acceptProposedAction()
            self.read(files)

    def _start_folder(self) -> str:
        if self._folder is not None:
            return str(self._folder)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _why_nobody(plan: Plan) -> tuple[str, str]:
    """A title and a sentence for files in which there is nobody."""
    for problem in plan.problems:
        if problem.line == 0:
            return words.short(problem.file.name, 80), words.import_problem(problem.code)
    return (
        tr("BringIn", "There is nobody in this file"),
        tr(
            "BringIn",
            "Nothing in it could be read as a person. Nothing was changed. You could export it once more.",
        ),
    )
