"""`import`: what address-book files hold, and bringing everyone in."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from . import words
from .core.exchange.importing import Candidate, FileProblem, Result, bring_in, prepare, run
from .core.store import Store

tr = QCoreApplication.translate


def run_import(store: Store, files: list[Path], *, everyone: bool) -> int:
    """Look at the files, or bring in everyone new. What does not come in is listed with line and reason.

    Returns 0 when anybody came in, could come in, or was there already; 1 when nothing could be read.
    """
    plan = run(prepare(files, store))
    problems = plan.problems
    if everyone:
        outcome = run(bring_in(plan, {one.uid for one in plan.candidates}, {}, store))
        problems += outcome.problems
        _say_outcome(outcome, {one.uid: one for one in plan.candidates})
    else:
        _say_preview(plan.candidates)
    for problem in problems:
        print(_problem(problem), file=sys.stderr)
    return 0 if plan.candidates else 1


def _say_preview(candidates: tuple[Candidate, ...]) -> None:
    for one in candidates:
        note = ""
        if one.already:
            note = tr("cli", " (is here already)")
        elif one.looks_known:
            note = tr("cli", " (looks like someone you have)")
        print(words.short(one.card.name) + note)
    if candidates:
        print(tr("cli", "Nothing was brought in. With --all, everyone who is new is."))


def _say_outcome(outcome: Result, by_uid: dict[str, Candidate]) -> None:
    if outcome.ids:
        print(tr("cli", "New here now: %n card(s).", "", len(outcome.ids)))
    if outcome.already:
        print(tr("cli", "Here already: %n card(s).", "", len(outcome.already)))
    for uid in outcome.left_out:
        sentence = tr(
            "cli", "Left out, as it looks like someone you have: {name}. The window can compare them."
        )
        print(sentence.format(name=words.short(by_uid[uid].card.name)))


def _problem(problem: FileProblem) -> str:
    reason = words.import_problem(problem.code)
    if not problem.line:
        return f"{problem.file.name}: {reason}"
    return tr("cli", "{file}, line {line}: {reason}").format(
        file=problem.file.name, line=problem.line, reason=reason
    )
