"""What Supportnet costs while it waits in the tray, beside a bare Qt program with an icon and the same timer.

Both run at the same time on a desktop of their own. SUPPORTNET_IDLE_SECONDS says how long is measured (60; the goal is
meant for 600).
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from tests.desktop.desk import Desk, missing

from .figures import Figure, Section
from .processes import CHILDREN, WORK

SECONDS = int(os.environ.get("SUPPORTNET_IDLE_SECONDS", "60"))
COME_TO_REST = 70
"""Seconds from the start until both have nothing left to do but wait: ours looks for a tray for a minute."""


@dataclass(frozen=True)
class Cost:
    """Summed over a process's threads: milliseconds of processor, and how often one was woken."""

    milliseconds: float
    wakeups: int

    def since(self, before: Cost) -> Cost:
        return Cost(self.milliseconds - before.milliseconds, self.wakeups - before.wakeups)


def measure() -> Section:
    """Nothing is measured where the programs that make a desktop are not installed."""
    if sys.platform != "linux" or missing():
        return Section((), (f"Idle in the tray: not measured, not installed: {', '.join(missing())}.",))
    from .start_up import demo_home

    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        home = demo_home(Path(folder))
        desk = Desk(Path(folder))
        try:
            ours, bare = _costs(desk, home / "supportnet")
        finally:
            desk.close()
    span = f"{SECONDS} s idle in the tray"
    return Section(
        (
            Figure(f"{span}: processor", [ours.milliseconds], [bare.milliseconds], most=1.5),
            Figure(f"{span}: wakeups", [ours.wakeups], [bare.wakeups], "", most=1.5),
        ),
        (
            f"""Idle: both at the same time, from {COME_TO_REST} s after their start, on an X server with a tray and a
            message bus; all threads, from /proc (schedstat, voluntary_ctxt_switches). Made-up network, notices on.""",
        ),
    )


def _costs(desk: Desk, folder: Path) -> tuple[Cost, Cost]:
    desk.start_dunst()
    desk.start_tray()
    _want_notices(folder)
    ours = desk.start_app("--data-dir", str(folder), "--background")
    desk.environment["PYTHONPATH"] = str(CHILDREN.parent.parent)
    bare = desk.start(sys.executable, str(CHILDREN / "bare_tray.py"))
    sleep(COME_TO_REST)
    before = cost(ours.pid), cost(bare.pid)
    sleep(SECONDS)
    return cost(ours.pid).since(before[0]), cost(bare.pid).since(before[1])


def _want_notices(folder: Path) -> None:
    from supportnet_gui.clock import Clock
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.store import Store
    from supportnet_gui.core.vault import open_vault

    store = Store(open_vault(places(folder)), Clock())
    store.reminders.set_notices(wanted=True)
    store.close()


def cost(process: int) -> Cost:
    """So far. `stat` counts in hundredths of a second, which is more than a minute's waiting takes; this in 1e-9."""
    nanoseconds = wakeups = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        nanoseconds += int((task / "schedstat").read_text(encoding="ascii").split()[0])
        status = (task / "status").read_text(encoding="ascii", errors="replace")
        line = next(line for line in status.splitlines() if line.startswith("voluntary_ctxt_switches"))
        wakeups += int(line.split()[1])
    return Cost(nanoseconds / 1e6, wakeups)
