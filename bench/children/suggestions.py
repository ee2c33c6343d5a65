"""Suggestions over a large notebook: the first, then warm, then each right after something was noted.

suggestions.py FOLDER
"""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import product
from pathlib import Path
from time import perf_counter

from bench.children.watch import tell
from bench.large import LAST_DAY, NOW
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import CheckIn, Energy, Felt, Need
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault

store = Store(open_vault(places(Path(sys.argv[1]))), FixedClock(datetime.fromisoformat(NOW)))
QUESTIONS = list(product(Need, Energy))


def timed(need: Need, energy: Energy) -> tuple[float, str]:
    """Milliseconds of one answer, and whom it names first."""
    began = perf_counter()
    found = store.today.suggestions(need, energy)
    took = (perf_counter() - began) * 1000
    assert len(found) == 3
    assert found[0].supporter is not None
    return took, found[0].supporter


def after(change: Callable[[str], object]) -> list[float]:
    """Each answer right after a change about whoever came first, who then comes first no more."""
    took = []
    for question in QUESTIONS:
        _, first = timed(*question)
        change(first)
        spent, now_first = timed(*question)
        assert now_first != first
        took.append(spent)
        store.undo()
        assert timed(*question)[1] == first
    return took


first, _ = timed(Need.ANYTHING, Energy.LITTLE)
gc.collect()
warm = [timed(*question)[0] for question in QUESTIONS for _ in range(2)]
after_check_in = after(lambda who: store.check_ins.log(CheckIn((who,), LAST_DAY, felt=Felt.HEAVIER)))
after_another_time = after(store.today.put_off)
store.close()
tell(
    first=[first], warm=warm, **{"after a check-in": after_check_in, "after another time": after_another_time}
)
