"""Ten thousand cards from the file to the database, and the parser alone on the same cards, in turns.

import_cards.py FILE FOLDER TIMES
"""

import gc
import logging
import shutil
import sys
from pathlib import Path
from time import perf_counter

import vobject

from bench.children.watch import tell
from supportnet_gui.clock import Clock
from supportnet_gui.core.exchange.import_plan import prepare
from supportnet_gui.core.exchange.importing import bring_in, run
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault


def parser_alone(path: Path) -> int:
    text = path.read_bytes().decode("utf-8-sig")
    return sum(1 for _ in vobject.readComponents(text, allowQP=True, ignoreUnreadable=True))


def ours(path: Path, folder: Path) -> tuple[float, int]:
    """From the file to a finished commit. Opening the empty database is not counted."""
    shutil.rmtree(folder, ignore_errors=True)
    store = Store(open_vault(places(folder)), Clock())
    began = perf_counter()
    plan = run(prepare([path], store))
    read = perf_counter()
    result = run(bring_in(plan, {one.uid for one in plan.candidates}, {}, store))
    ended = perf_counter()
    count = len(result.ids)
    assert count == store.people.count()
    store.close()
    took.setdefault("reading", []).append((read - began) * 1000)
    took.setdefault("writing", []).append((ended - read) * 1000)
    return (ended - began) * 1000, count


logging.disable(logging.CRITICAL)
file, where = Path(sys.argv[1]), Path(sys.argv[2])
took: dict[str, list[float]] = {"ours": [], "parser": []}
for _ in range(int(sys.argv[3])):
    gc.collect()
    began = perf_counter()
    cards = parser_alone(file)
    took["parser"].append((perf_counter() - began) * 1000)
    gc.collect()
    spent, people = ours(file, where)
    took["ours"].append(spent)
shutil.rmtree(where, ignore_errors=True)
tell(**took, cards=cards, people=people)
