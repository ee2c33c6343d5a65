"""People for a hard moment and a plan, in the notebook of a folder: help_own.py FOLDER."""

import sys
from pathlib import Path

from bench.children.watch import tell
from supportnet_gui.clock import Clock
from supportnet_gui.core.paths import places
from supportnet_gui.core.plan import PARTS, TELL
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault

store = Store(open_vault(places(Path(sys.argv[1]))), Clock())
people = [person for person, _ in store.plan.may_be_chosen()[:5]]
store.plan.choose(people)
for part in PARTS:
    for number in range(4):
        store.plan.add(part, f"What helps, number {number}, in about as many words as people write.")
for person in people:
    store.plan.add(TELL, "Would you come over?", person)
store.close()
tell(people=len(people))
