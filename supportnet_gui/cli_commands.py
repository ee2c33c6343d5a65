"""The terminal commands that read or write the notebook."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QCoreApplication

from . import words
from .cli import Failure
from .clock import Clock
from .core.model import CheckIn, Energy, Felt, Need, RhythmMode, Supporter, Way
from .core.paths import places
from .core.store import Store, View
from .core.vault import open_vault

tr = QCoreApplication.translate


@contextmanager
def opened(wanted: argparse.Namespace) -> Iterator[Store]:
    """The notebook of the wanted folder, or a made-up one that is thrown away afterwards."""
    with ExitStack() as ending:
        folder = wanted.data_dir
        if wanted.demo and folder is None:
            folder = ending.enter_context(TemporaryDirectory(prefix="supportnet-demo-"))
        store = Store(open_vault(places(folder)), Clock(wanted.now))
        ending.callback(store.close)
        if wanted.demo:
            from .core.demo import fill

            fill(store)
        yield store


# -- people --------------------------------------------------------------------------------------------------


def people(store: Store, wanted: argparse.Namespace) -> int:
    """List people: by name, or as JSON with the fields of docs/terminal.md."""
    found = store.people.all(View.NOT_TRASHED if wanted.all else View.IN_LISTS)
    if wanted.json:
        latest = store.people.last_contact()
        print(
            json.dumps([person_json(one, latest.get(one.id)) for one in found], ensure_ascii=False, indent=2)
        )
        return 0
    if not found:
        print(tr("cli", "Nobody is written down here yet."))
    for one in found:
        parts = [", ".join(one.roles), ", ".join(words.support(kind) for kind in one.support)]
        print("  ".join([words.short(one.name), *filter(None, parts)]))
    return 0


def person_json(one: Supporter, last_contact: str | None) -> dict[str, Any]:
    """One entry as `people --json` prints it. Enum values are those of the database."""
    own = one.rhythm.mode is RhythmMode.OWN
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "circle": one.circle,
        "status": one.status,
        "support": list(one.support),
        "channels": [{"protocol": c.protocol, "value": c.value, "label": c.label} for c in one.channels],
        "roles": list(one.roles),
        "rhythm": {"every": one.rhythm.every, "unit": one.rhythm.unit} if own else None,
        "last_contact": last_contact,
    }


# -- log -----------------------------------------------------------------------------------------------------


def log(store: Store, wanted: argparse.Namespace) -> int:
    """Log a check-in with one or more people."""
    chosen = tuple(dict.fromkeys(_who(store, text) for text in wanted.names))
    on, at = _when(wanted.when) if wanted.when else (store.clock.now().date(), None)
    check_in = CheckIn(
        people=chosen,
        on=on,
        at=at,
        way=Way(wanted.way) if wanted.way else None,
        felt=Felt(wanted.felt) if wanted.felt else None,
        note=wanted.note,
    )
    store.check_ins.log(check_in)
    names = store.people.names(chosen)
    print(
        tr("cli", "Saved: {names}, {day}.").format(
            names=words.people(tuple(names[one] for one in chosen)),
            day=words.when(check_in.on, store.clock.now().date()),
        )
    )
    return 0


def _when(value: date | datetime) -> tuple[date, time | None]:
    """A civil day, and a time where one was given; with an offset it is told in the computer's own time."""
    if not isinstance(value, datetime):
        return value, None
    local = value.astimezone() if value.tzinfo else value
    return local.date(), local.time().replace(second=0, microsecond=0)


def _who(store: Store, text: str) -> str:
    """The one entry a NAME means. Raises Failure with the choices where it is not clear."""
    found = store.people.find(text)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise Failure(
            tr(
                "cli",
                "Nobody here is called “{name}”. Nothing was saved. To see the names: supportnet-gui people",
            ).format(name=words.short(text))
        )
    # Two people of one name are told apart by their ids.
    same = len({one.name for one in found}) < len(found)
    choices = ", ".join(
        f"{words.short(one.name)} ({one.id})" if same else words.short(one.name) for one in found
    )
    raise Failure(
        tr("cli", "“{name}” could be: {choices}. Nothing was saved. Please name one of them.").format(
            name=words.short(text), choices=choices
        )
    )


# -- who -----------------------------------------------------------------------------------------------------


def who(store: Store, wanted: argparse.Namespace) -> int:
    """Whom one could reach out to, and how."""
    from .cli_who import run_who

    return run_who(store, Need(wanted.need), Energy(wanted.energy), as_json=wanted.json)


# -- next ----------------------------------------------------------------------------------------------------


def coming_next(store: Store, wanted: argparse.Namespace) -> int:
    """Which reminder comes next, and why not sooner."""
    from .cli_next import run_next

    return run_next(store, as_json=wanted.json)


def calendar(store: Store, wanted: argparse.Namespace) -> int:
    """The coming reminders as a calendar file."""
    from .cli_calendar import run_calendar

    return run_calendar(store, wanted.file, with_names=wanted.names)


# -- import --------------------------------------------------------------------------------------------------


def bring_in(store: Store, wanted: argparse.Namespace) -> int:
    """Look at address-book files, or bring everyone in."""
    from .cli_import import run_import

    return run_import(store, wanted.files, everyone=wanted.all)
