"""The shape of the database, as migrations that are only ever added to.

A saved database of every released shape stays in `tests/data/` and is brought up to date by a test.
"""

from __future__ import annotations

from .schema_of_resources import RESOURCES
from .sqlite import Database, Migrations

APPLICATION_NUMBER = 0x53704E74
"""SQLite's `application_id` for our files ("SpNt"), so that another program's database is never touched."""

migrations = Migrations("supportnet")

_TABLES = (
    """CREATE TABLE supporter (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN
            ('person', 'group', 'online_community', 'professional', 'service', 'place', 'animal')),
        circle TEXT NOT NULL CHECK (circle IN ('closest', 'close', 'around', 'could_grow')),
        map_angle REAL,
        status TEXT NOT NULL CHECK (status IN ('active', 'resting', 'drifted', 'ended', 'unsafe', 'died')),
        status_since TEXT,
        resting_until TEXT,
        pronouns TEXT NOT NULL DEFAULT '',
        helps TEXT NOT NULL DEFAULT '',
        helps_not TEXT NOT NULL DEFAULT '',
        offered TEXT NOT NULL DEFAULT '',
        available TEXT NOT NULL DEFAULT '',
        not_for TEXT NOT NULL DEFAULT '',
        not_in_crisis INTEGER NOT NULL DEFAULT 0 CHECK (not_in_crisis IN (0, 1)),
        easy_on_low_day INTEGER NOT NULL DEFAULT 0 CHECK (easy_on_low_day IN (0, 1)),
        hard_moment INTEGER,
        asked_on TEXT,
        code_word TEXT NOT NULL DEFAULT '',
        rhythm_mode TEXT NOT NULL DEFAULT 'none' CHECK (rhythm_mode IN ('none', 'own', 'circle')),
        rhythm_every INTEGER NOT NULL DEFAULT 1 CHECK (rhythm_every BETWEEN 1 AND 999),
        rhythm_unit TEXT NOT NULL DEFAULT 'week' CHECK (rhythm_unit IN ('day', 'week', 'month')),
        rhythm_began TEXT,
        source_uid TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        archived_at TEXT,
        trashed_at TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX supporter_source_uid ON supporter (source_uid) WHERE source_uid <> ''",
    """CREATE TABLE supporter_photo (
        supporter TEXT PRIMARY KEY REFERENCES supporter (id) ON DELETE CASCADE,
        image BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE supporter_history (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        since TEXT NOT NULL,
        circle TEXT NOT NULL,
        status TEXT NOT NULL,
        offers TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX supporter_history_supporter ON supporter_history (supporter, since)",
    """CREATE TABLE supporter_role (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role <> '')
    ) STRICT""",
    "CREATE INDEX supporter_role_supporter ON supporter_role (supporter)",
    """CREATE TABLE offer (
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        support TEXT NOT NULL CHECK (support IN ('emotional', 'practical', 'relational')),
        note TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (supporter, support)
    ) STRICT""",
    """CREATE TABLE channel (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        protocol TEXT NOT NULL CHECK (protocol IN
            ('call', 'text', 'email', 'signal', 'whatsapp', 'web', 'address', 'other')),
        value TEXT NOT NULL CHECK (value <> ''),
        label TEXT NOT NULL DEFAULT '',
        preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1))
    ) STRICT""",
    "CREATE INDEX channel_supporter ON channel (supporter)",
    """CREATE TABLE special_date (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'remembrance', 'other')),
        year INTEGER,
        month INTEGER CHECK (month BETWEEN 1 AND 12),
        day INTEGER CHECK (day BETWEEN 1 AND 31)
    ) STRICT""",
    "CREATE INDEX special_date_supporter ON special_date (supporter)",
    """CREATE TABLE not_duplicate (
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        other TEXT NOT NULL,
        PRIMARY KEY (supporter, other)
    ) STRICT""",
    """CREATE TABLE check_in (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        happened TEXT NOT NULL,
        zone TEXT NOT NULL,
        precision TEXT NOT NULL CHECK (precision IN ('day', 'minute')),
        way TEXT CHECK (way IN ('message', 'call', 'video', 'in_person', 'group', 'letter', 'other')),
        began TEXT CHECK (began IN ('me', 'them', 'both')),
        answered INTEGER CHECK (answered IN (0, 1)),
        gave_support INTEGER CHECK (gave_support IN (0, 1)),
        felt TEXT CHECK (felt IN ('lighter', 'same', 'heavier')),
        note TEXT NOT NULL DEFAULT '',
        next_note TEXT NOT NULL DEFAULT '',
        trashed_at TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX check_in_happened ON check_in (happened DESC, seq DESC)",
    "CREATE INDEX check_in_trash ON check_in (happened DESC, seq DESC) WHERE trashed_at IS NOT NULL",
    """CREATE TABLE check_in_support (
        check_in TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
        support TEXT NOT NULL CHECK (support IN ('emotional', 'practical', 'relational')),
        PRIMARY KEY (check_in, support)
    ) STRICT""",
    # happened, felt and trashed are copies kept by triggers: over 200,000 check-ins a joined ranking took
    # 743 ms, and 12 ms with these and the covering index.
    """CREATE TABLE check_in_supporter (
        check_in TEXT NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        happened TEXT NOT NULL DEFAULT '',
        felt TEXT,
        trashed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (check_in, supporter)
    ) STRICT""",
    # check_in stands in it too, so that a search for two names reads this index alone: 3 ms instead of 20.
    """CREATE INDEX check_in_supporter_latest
        ON check_in_supporter (supporter, trashed, happened DESC, felt, check_in)""",
    """CREATE TRIGGER check_in_supporter_copies_in AFTER INSERT ON check_in_supporter BEGIN
        UPDATE check_in_supporter SET (happened, felt, trashed) =
            (SELECT happened, felt, trashed_at IS NOT NULL FROM check_in WHERE id = NEW.check_in)
        WHERE rowid = NEW.rowid AND EXISTS (SELECT 1 FROM check_in WHERE id = NEW.check_in);
    END""",
    """CREATE TRIGGER check_in_copies_out AFTER UPDATE OF happened, felt, trashed_at ON check_in BEGIN
        UPDATE check_in_supporter SET happened = NEW.happened, felt = NEW.felt, trashed = NEW.trashed_at IS NOT NULL
        WHERE check_in = NEW.id;
    END""",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)


def _search_index(db: Database, table: str, columns: tuple[str, ...]) -> None:
    """A full-text index over `columns`, kept by triggers; word beginnings are indexed, accents folded."""
    names = ", ".join(columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    old = ", ".join(f"OLD.{column}" for column in columns)
    index = f"{table}_search"
    remove = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', OLD.seq, {old});"
    insert = f"INSERT INTO {index} (rowid, {names}) VALUES (NEW.seq, {new});"
    statements = (
        (
            f"CREATE VIRTUAL TABLE {index} USING fts5 ({names}, content='{table}', content_rowid='seq', "
            "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
        ),
        # Without this, words of deleted notes would stay readable in the file.
        f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER {index}_in AFTER INSERT ON {table} BEGIN {insert} END",
        f"CREATE TRIGGER {index}_out AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {table} BEGIN {remove} {insert} END",
    )
    for statement in statements:
        db.execute(statement)


@migrations(name="0001_foundation")
def _foundation(db: Database) -> None:
    for statement in _TABLES:
        db.execute(statement)
    _search_index(db, "supporter", ("name", "note"))
    _search_index(db, "supporter_role", ("role",))
    _search_index(db, "check_in", ("note", "next_note"))


_TODAY = (
    """CREATE TABLE meeting (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        repeats TEXT NOT NULL CHECK (repeats IN ('once', 'weekly', 'monthly')),
        day TEXT,
        weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
        nth INTEGER CHECK (nth IN (-1, 1, 2, 3, 4)),
        clock TEXT,
        zone TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        CHECK ((repeats = 'once') = (day IS NOT NULL)),
        CHECK ((repeats = 'once') = (weekday IS NULL)),
        CHECK ((repeats = 'monthly') = (nth IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX meeting_supporter ON meeting (supporter)",
    # "Another time": not suggested before `until`, a civil day.
    """CREATE TABLE put_off (
        seq INTEGER PRIMARY KEY,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        until TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX put_off_supporter ON put_off (supporter, until)",
    # How it may go, and later how it went.
    """CREATE TABLE expectation (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        supporter TEXT NOT NULL REFERENCES supporter (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        expected TEXT NOT NULL CHECK (expected IN ('warmly', 'so_so', 'not_well', 'no_idea')),
        went TEXT CHECK (went IN ('warmly', 'so_so', 'not_well')),
        check_in TEXT REFERENCES check_in (id) ON DELETE SET NULL,
        created TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX expectation_supporter ON expectation (supporter, day)",
    "CREATE INDEX expectation_check_in ON expectation (check_in) WHERE check_in IS NOT NULL",
    # The person's own messages, beside those that ship.
    """CREATE TABLE draft (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        situation TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        created TEXT NOT NULL
    ) STRICT""",
)


@migrations(name="0002_today")
def _today(db: Database) -> None:
    for statement in _TODAY:
        db.execute(statement)


_REMINDERS = (
    "ALTER TABLE special_date ADD COLUMN notice INTEGER NOT NULL DEFAULT 0 CHECK (notice IN (0, 1))",
    "ALTER TABLE meeting ADD COLUMN notice INTEGER NOT NULL DEFAULT 0 CHECK (notice IN (0, 1))",
    """CREATE TABLE rhythm_of_circle (
        circle TEXT PRIMARY KEY CHECK (circle IN ('closest', 'close', 'around', 'could_grow')),
        every INTEGER NOT NULL CHECK (every BETWEEN 1 AND 999),
        unit TEXT NOT NULL CHECK (unit IN ('day', 'week', 'month')),
        began TEXT NOT NULL
    ) STRICT""",
    # One row for each reminder that was shown. `day` is the day of the person's own clock then, `for_day` the day
    # it was about, `shown` the moment in UTC. Who is removed for good leaves a row about nobody, so that no limit
    # is passed on that day.
    """CREATE TABLE nudge (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        supporter TEXT REFERENCES supporter (id) ON DELETE SET NULL,
        kind TEXT NOT NULL CHECK (kind IN ('rhythm', 'date', 'meeting', 'resting')),
        day TEXT NOT NULL,
        for_day TEXT NOT NULL,
        shown TEXT NOT NULL,
        how TEXT NOT NULL CHECK (how IN ('today', 'notification')),
        answer TEXT CHECK (answer IN ('logged', 'later', 'skip', 'pause', 'start')),
        answered TEXT
    ) STRICT""",
    "CREATE INDEX nudge_supporter ON nudge (supporter)",
)


@migrations(name="0003_reminders")
def _reminders(db: Database) -> None:
    for statement in _REMINDERS:
        db.execute(statement)


_CALENDAR = (
    # What went out in calendar files, so that the next file changes or calls off the same entries and doubles none.
    # No name and no id stands here: who left for good stays unknown. `starts` has its offset; `mark` is a checksum
    # of what the entry said.
    """CREATE TABLE calendar_entry (
        uid TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        starts TEXT NOT NULL,
        mark INTEGER NOT NULL,
        cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1))
    ) STRICT""",
)


@migrations(name="0004_calendar")
def _calendar(db: Database) -> None:
    for statement in _CALENDAR:
        db.execute(statement)


@migrations(name="0005_resources")
def _resources(db: Database) -> None:
    for statement in RESOURCES:
        db.execute(statement)
    _search_index(db, "reflection", ("text",))


_PLAN = (
    # One line of the person's own plan. With a supporter the words may be empty; `asked` is the status of theirs
    # that the person was asked about.
    """CREATE TABLE plan_item (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        part INTEGER NOT NULL CHECK (part BETWEEN 1 AND 7),
        place INTEGER NOT NULL,
        text TEXT NOT NULL DEFAULT '',
        supporter TEXT REFERENCES supporter (id) ON DELETE CASCADE,
        asked TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        CHECK (text <> '' OR supporter IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX plan_item_supporter ON plan_item (supporter) WHERE supporter IS NOT NULL",
    # Help right now reads the few who were chosen, among ten thousand, before it opens.
    "CREATE INDEX supporter_hard_moment ON supporter (hard_moment) WHERE hard_moment IS NOT NULL",
)


@migrations(name="0006_plan")
def _plan(db: Database) -> None:
    for statement in _PLAN:
        db.execute(statement)


def known_names() -> tuple[str, ...]:
    """The names of all migrations this version knows, oldest first."""
    return tuple(migration.name for migration in migrations._migrations)
