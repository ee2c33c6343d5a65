"""Reminders over a large notebook: the first look, then warm, then right after something was noted.

reminders.py FOLDER
"""

import gc
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bench.children.watch import tell
from bench.large import LAST_DAY, NOW
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import CheckIn
from supportnet_gui.core.nudge_model import How
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault

clock = FixedClock(datetime.fromisoformat(NOW), "UTC")


def opened() -> Store:
    return Store(open_vault(places(Path(sys.argv[1]))), clock)


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds of one answer."""
    began = perf_counter()
    found = ask()
    took = (perf_counter() - began) * 1000
    assert found is not None
    return took


store = opened()
slices, began = [], perf_counter()
for _slice in store.candidates.warm():
    slices.append((perf_counter() - began) * 1000)
    began = perf_counter()
store.close()

store = opened()
first = timed(store.reminders.outlook)
gc.collect()
warm = [timed(store.reminders.outlook) for _ in range(20)]
again = [timed(store.reminders.next) for _ in range(20)]
month = [timed(store.reminders.ahead) for _ in range(3)]
after = []
for _ in range(10):
    nudge = store.reminders.next()
    assert nudge is not None
    assert nudge.supporter is not None
    store.check_ins.log(CheckIn((nudge.supporter,), LAST_DAY))
    after.append(timed(store.reminders.outlook))
    store.undo()
    assert store.reminders.next() == nudge
assert nudge is not None
clock.move(nudge.at - clock.now().astimezone(UTC))
deliver = [timed(lambda: store.reminders.deliver(How.TODAY))]
with store.quiet():
    store.db.execute("DELETE FROM nudge WHERE day = ?", [clock.now().date().isoformat()])
store.close()
tell(
    first=[first], warm=warm, month=month, deliver=deliver, slice=[max(slices)], **{"after a check-in": after}
)
