"""Finding check-ins by words, newest first, without looking at more of them than a page needs.

Each word typed has to begin a word of a note, or be found in the name of someone who was there.
The full-text index answers in the order in which things were logged; a timeline wants the order in which they
happened. So the timeline is walked in growing batches, and the index is asked about each. Of a word that few
check-ins have, all are looked up first, and only those few are walked; so too where few have all the words in
common. Nothing is left out, however many there are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from .search import prefix_query, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..sqlite import Database

NOTED = 1000
"""A word in more notes than this is common: its check-ins are met soon enough on a walk."""
FEW = 4000
"""Up to so many check-ins it is quicker to sort them than to walk the timeline for them."""
MANY = 20_000
"""Up to so many it is still quicker to look which check-ins have several words in common."""

_FIRST_BATCH = 150

_BY_NAME = """SELECT {columns} FROM check_in_supporter
    WHERE supporter IN (SELECT value FROM json_each(?)) AND trashed = ?"""
_BY_NOTE = "SELECT {columns} FROM check_in WHERE seq IN (SELECT value FROM json_each(?))"

Place = tuple[str, int]
"""Where a check-in stands in the timeline: when it happened, and its number."""
Found = tuple[str, str]
"""When a check-in happened, and its id."""


@dataclass(slots=True)
class _Word:
    """A word that was typed, with the ids of `people` whose name has it.

    `noted` are numbers of check-ins with the word in a note: all there are from `known_from` on. `times` says how
    many check-ins have it, where that was counted: by trash or not, and how far.
    """

    text: str
    people: list[str]
    noted: set[int]
    known_from: int
    times: dict[tuple[bool, int], int] = field(default_factory=dict)


class CheckInSearch:
    """The search of one connection. `trash` says which check-ins are meant; others may be found too."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._of_last: dict[tuple[str, bool], _Word] = {}
        self._as_of: tuple[int, int] | None = None

    def found(
        self, text: str, after: Place | None, *, trash: bool, not_suggested: bool, person: str | None
    ) -> Iterator[list[int]]:
        """The numbers of check-ins that match, in batches, newest first, from `after` on.

        People who are not suggested are found by name only with `not_suggested`. `person` is a hint: where
        that person has few check-ins, only those are looked at.
        """
        limits = self._words(text, not_suggested)
        if person:
            limits.append(_Word("", [person], set(), 0))
        few, common = self._few(limits, trash)
        batches = self._walk(after) if few is None else self._one_by_one(few, after)
        for batch in batches:
            left = {number for _, number in batch}
            for word in common:
                left &= self._matching(word, batch, left, walking=few is None, trash=trash)
            yield [number for _, number in batch if number in left]

    # -- words that few check-ins have -----------------------------------------------------------------------

    def _words(self, text: str, not_suggested: bool) -> list[_Word]:
        """What is known of each word. Who types on changes the last one: the others were just looked up."""
        now = (self._db.conn.total_changes, int(self._db.execute("PRAGMA data_version").fetchone()[0]))
        before = self._of_last if now == self._as_of else {}
        keys = [(typed, not_suggested) for typed in words(text)]
        self._of_last = {key: before.get(key) or self._word(*key) for key in keys}
        self._as_of = now
        return [self._of_last[key] for key in keys]

    def _word(self, text: str, not_suggested: bool) -> _Word:
        found = self._db.execute(
            "SELECT rowid FROM check_in_search WHERE check_in_search MATCH ? ORDER BY rowid DESC LIMIT ?",
            [prefix_query(text), NOTED + 1],
        ).fetchall()
        known_from = found[-1][0] if len(found) > NOTED else 0
        return _Word(text, self._people(text, not_suggested), {row[0] for row in found}, known_from)

    def _few(self, limits: list[_Word], trash: bool) -> tuple[Iterable[Found] | None, list[_Word]]:
        """All check-ins with all of some words, and the words still to be looked for.

        None where there are too many, and every word is still to be looked for.
        """
        in_all = int(self._db.execute("SELECT max(seq) FROM check_in").fetchone()[0] or 1)
        # A word alone has nothing to have in common: past FEW there is no need to count on.
        most = MANY if len(limits) > 1 else FEW
        together, common = [], []
        expected = float(in_all)
        for word in limits:
            times = most + 1 if word.known_from > 0 else self._times(word, most, trash)
            if times > most:
                common.append(word)
            else:
                together.append((times, word))
                expected *= times / in_all
        if together and expected <= FEW:
            together.sort(key=itemgetter(0))
            few = self._having([word for _, word in together], trash)
            if len(together) == 1:
                return few, common
            if len(all_of_them := list(islice(few, FEW + 1))) <= FEW:
                return all_of_them, common
        return None, [word for word in limits if word.text]

    def _times(self, word: _Word, most: int, trash: bool) -> int:
        """How many check-ins have a word, about; counted to a little more than `most`."""
        if (trash, most) not in word.times:
            rows = f"{_BY_NAME.format(columns='1')} LIMIT ?"
            found = self._db.execute(
                f"SELECT count(*) FROM ({rows})", [json.dumps(word.people), int(trash), most + 1]
            ).fetchone()
            word.times[trash, most] = int(found[0]) + len(word.noted)
        return word.times[trash, most]

    def _having(self, together: list[_Word], trash: bool) -> Iterable[Found]:
        """The check-ins with all of these words, of which every number is known; newest first, read as wanted.

        The word that the most check-ins have comes last. Those are gone through, and looked up among the others'.
        """
        *others, last = together
        also, among = "", []
        for word in others:
            query = _BY_NAME.format(columns="check_in")
            also += f" AND {{id}} IN ({query} UNION ALL {_BY_NOTE.format(columns='id')})"
            among += [json.dumps(word.people), int(trash), json.dumps(list(word.noted))]
        whole = _BY_NAME.format(columns="happened, check_in") + also.format(id="check_in")
        values = [json.dumps(last.people), int(trash), *among]
        if last.noted:
            whole += f" UNION {_BY_NOTE.format(columns='happened, id')}{also.format(id='id')}"
            values += [json.dumps(list(last.noted)), *among]
        elif others:
            # Two of the people may have been there together.
            whole = whole.replace("SELECT", "SELECT DISTINCT", 1)
        return iter(self._db.execute(f"{whole} ORDER BY happened DESC", values))

    def _people(self, word: str, not_suggested: bool) -> list[str]:
        """Whose name has a word that begins like this; names in scripts without spaces match anywhere."""
        shown = "" if not_suggested else "AND status NOT IN ('ended', 'unsafe') AND trashed_at IS NULL"
        anywhere = "" if word.isascii() else "OR name LIKE '%' || :word || '%'"
        found = self._db.execute(
            f"""SELECT id FROM supporter WHERE (seq IN (SELECT rowid FROM supporter_search
                WHERE supporter_search MATCH :query) {anywhere}) {shown}""",
            {"word": word, "query": f"name : {prefix_query(word)}"},
        )
        return [row[0] for row in found.fetchall()]

    # -- the timeline ----------------------------------------------------------------------------------------

    def _walk(self, after: Place | None) -> Iterator[list[Place]]:
        """All check-ins, newest first, each batch twice as long as the one before."""
        size = _FIRST_BATCH
        while True:
            where, values = ("WHERE (happened, seq) < (?, ?)", list(after)) if after else ("", [])
            batch: list[Place] = self._db.execute(
                f"SELECT happened, seq FROM check_in {where} ORDER BY happened DESC, seq DESC LIMIT {size}",
                values,
            ).fetchall()
            if not batch:
                return
            yield batch
            after = batch[-1]
            size *= 2

    def _one_by_one(self, found: Iterable[Found], after: Place | None) -> Iterator[list[Place]]:
        """These check-ins, newest first, in batches that grow."""
        size = _FIRST_BATCH
        batch: list[Found] = []
        for one in found:
            # Those of one moment stay together: their numbers put them in order.
            if len(batch) >= size and one[0] != batch[-1][0]:
                yield self._places(batch, after)
                batch, size = [], size * 2
            if after is None or one[0] <= after[0]:
                batch.append(one)
        yield self._places(batch, after)

    def _places(self, found: list[Found], after: Place | None) -> list[Place]:
        places: list[Place] = self._db.execute(
            """SELECT happened, seq FROM check_in WHERE id IN (SELECT value FROM json_each(?))
            ORDER BY happened DESC, seq DESC""",
            [json.dumps([check_in_id for _, check_in_id in found])],
        ).fetchall()
        return [place for place in places if after is None or place < after]

    def _matching(
        self, word: _Word, batch: list[Place], numbers: set[int], *, walking: bool, trash: bool
    ) -> set[int]:
        """Which of a batch's check-ins have a word."""
        if numbers and min(numbers) < word.known_from:
            self._read_down_to(min(numbers), word)
        found = word.noted & numbers
        if word.people:
            found |= self._with_people(word, batch, numbers, walking=walking, trash=trash)
        return found

    def _read_down_to(self, number: int, word: _Word) -> None:
        """Learn of more check-ins with a word, from those known down to a number.

        Where things were logged in the order in which they happened, that is as far as the batch reaches.
        """
        rows = self._db.execute(
            "SELECT rowid FROM check_in_search WHERE check_in_search MATCH ? AND rowid >= ? AND rowid < ?",
            [prefix_query(word.text), number, word.known_from],
        )
        word.noted.update(row[0] for row in rows.fetchall())
        word.known_from = number

    def _with_people(
        self, word: _Word, batch: list[Place], numbers: set[int], *, walking: bool, trash: bool
    ) -> set[int]:
        if walking:
            # Every check-in of these days is in the batch: ask each person's index for the days.
            rows = self._db.execute(
                """SELECT c.seq FROM check_in_supporter AS p JOIN check_in AS c ON c.id = p.check_in
                WHERE p.supporter IN (SELECT value FROM json_each(?)) AND p.trashed = ?
                AND p.happened BETWEEN ? AND ?""",
                [json.dumps(word.people), int(trash), batch[-1][0], batch[0][0]],
            )
        else:
            rows = self._db.execute(
                """SELECT c.seq FROM check_in AS c JOIN check_in_supporter AS p ON p.check_in = c.id
                WHERE c.seq IN (SELECT value FROM json_each(?))
                AND p.supporter IN (SELECT value FROM json_each(?))""",
                [json.dumps(list(numbers)), json.dumps(word.people)],
            )
        return {row[0] for row in rows.fetchall()}
