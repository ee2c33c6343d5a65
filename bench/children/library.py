"""The library: read, indexed, and searched letter by letter; and a journal.

library.py
"""

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from bench.children.watch import tell
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.content.library import library, with_own
from supportnet_gui.core.content.library_model import Entry, Library, Wanted
from supportnet_gui.core.content.library_search import LibrarySearch
from supportnet_gui.core.paths import places
from supportnet_gui.core.resource_model import OwnResource, Reflection, Section, Tag
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault

TYPED = (
    "walk", "samaritans", "group near me", "doctor", "kirche", "ünïcödé", "a", "free help online", "988",
    "the one with the garden", "e s t",
)  # fmt: skip
OWN = 500
JOURNAL = 20_000


def milliseconds(began: float) -> float:
    return (perf_counter() - began) * 1000


def typed(search: LibrarySearch) -> list[float]:
    took = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            began = perf_counter()
            search.found(text[:end])
            took.append(milliseconds(began))
    return took


def own(number: int) -> OwnResource:
    words = ("garden", "choir", "surgery", "walk", "street", "Tuesday", "Zoë", "help")
    name = f"{words[number % 8]} {words[number // 8 % 8]} {number}"
    return OwnResource(
        name, f"own-{number}", list(Section)[number % 9], note=f"The one with {words[number % 5]}. " * 4
    )


def filters(search: LibrarySearch) -> list[float]:
    took = []
    for tag in Tag:
        began = perf_counter()
        search.found("", Wanted(tags=frozenset({tag}), country="GB", region="GB-SCT"))
        took.append(milliseconds(began))
    return took


def journal() -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(open_vault(places(Path(folder) / "data")), FixedClock(datetime(2026, 11, 22, 12)))
        with store.vault.write() as db:
            words = ("rain", "garden", "tired", "tea", "walk", "Ann", "quiet", "letter")
            db.conn.executemany(
                "INSERT INTO reflection (id, happened, text, created, changed) VALUES (?, ?, ?, '', '')",
                [
                    (
                        str(n),
                        (date(2000, 1, 1) + timedelta(days=n // 3)).isoformat(),
                        f"{words[n % 8]} {words[n % 7]} {n}",
                    )
                    for n in range(JOURNAL)
                ],
            )
        store.reflections.write(Reflection("the heron by the bridge", date(2026, 11, 22)))
        took = []
        for text in ("heron bridge", "walk garden", "tea 19"):
            for end in range(1, len(text) + 1):
                began = perf_counter()
                store.reflections.page(text[:end])
                took.append(milliseconds(began))
        store.close()
        return took


def indexed(shown: Library, notes: dict[str, str]) -> tuple[LibrarySearch, float]:
    search = LibrarySearch(shown, notes)
    began = perf_counter()
    found: tuple[Entry, ...] = search.found("x")
    assert found is not None
    return search, milliseconds(began)


began = perf_counter()
shipped = library()
read = milliseconds(began)
assert not shipped.left_out
large = with_own(shipped, [own(number) for number in range(OWN)])
alone, _ = indexed(shipped, {})
search, index = indexed(large, {one.id: "A note of mine about Tuesday." for one in large.entries[::2]})
tell(
    read=[read],
    index=[index],
    shipped=typed(alone),
    keys=typed(search),
    filter=filters(search),
    journal=journal(),
)
