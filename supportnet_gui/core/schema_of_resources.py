"""The tables of the library: marks, own entries, small steps, the journal, cards. Migration 0005, never edited."""

from __future__ import annotations

RESOURCES = (
    # What somebody thinks of an entry of the library. `resource` names an entry of resources/ or of own_resource.
    """CREATE TABLE resource_mark (
        seq INTEGER PRIMARY KEY,
        resource TEXT NOT NULL UNIQUE,
        state TEXT CHECK (state IN ('saved', 'planned', 'tried', 'not_for_me')),
        since TEXT,
        note TEXT NOT NULL DEFAULT '',
        supporter TEXT REFERENCES supporter (id) ON DELETE SET NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX resource_mark_supporter ON resource_mark (supporter) WHERE supporter IS NOT NULL",
    """CREATE TABLE own_resource (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        section TEXT NOT NULL CHECK (section IN ('talk', 'groups', 'together', 'online', 'therapy', 'around_me',
            'hard_to_find', 'looking_after', 'social_media')),
        kind TEXT NOT NULL CHECK (kind IN
            ('person', 'group', 'online_community', 'professional', 'service', 'place', 'animal')),
        hours TEXT NOT NULL DEFAULT '',
        country TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        free INTEGER NOT NULL DEFAULT 0 CHECK (free IN (0, 1)),
        near INTEGER NOT NULL DEFAULT 0 CHECK (near IN (0, 1)),
        online INTEGER NOT NULL DEFAULT 0 CHECK (online IN (0, 1)),
        no_speaking INTEGER NOT NULL DEFAULT 0 CHECK (no_speaking IN (0, 1)),
        trashed_at TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE own_resource_channel (
        seq INTEGER PRIMARY KEY,
        own_resource TEXT NOT NULL REFERENCES own_resource (id) ON DELETE CASCADE,
        protocol TEXT NOT NULL CHECK (protocol IN
            ('call', 'text', 'email', 'signal', 'whatsapp', 'web', 'address', 'other')),
        value TEXT NOT NULL CHECK (value <> ''),
        label TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX own_resource_channel_of ON own_resource_channel (own_resource)",
    # A step about somebody goes with them when they are removed for good: its words name them.
    """CREATE TABLE small_step (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        when_text TEXT NOT NULL DEFAULT '',
        then_text TEXT NOT NULL CHECK (then_text <> ''),
        supporter TEXT REFERENCES supporter (id) ON DELETE CASCADE,
        resource TEXT,
        state TEXT NOT NULL CHECK (state IN ('idea', 'planned', 'done', 'not_for_me')),
        since TEXT NOT NULL,
        day TEXT,
        shown INTEGER NOT NULL DEFAULT 0,
        shown_on TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX small_step_supporter ON small_step (supporter) WHERE supporter IS NOT NULL",
    "CREATE INDEX small_step_state ON small_step (state)",
    """CREATE TABLE reflection (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        happened TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        supporter TEXT REFERENCES supporter (id) ON DELETE SET NULL,
        trashed_at TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reflection_happened ON reflection (happened DESC, seq DESC)",
    "CREATE INDEX reflection_supporter ON reflection (supporter) WHERE supporter IS NOT NULL",
    """CREATE TABLE support_card (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        supporter TEXT REFERENCES supporter (id) ON DELETE CASCADE,
        can_say_no INTEGER NOT NULL DEFAULT 1 CHECK (can_say_no IN (0, 1)),
        in_danger INTEGER NOT NULL DEFAULT 1 CHECK (in_danger IN (0, 1)),
        trashed_at TEXT,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX support_card_supporter ON support_card (supporter) WHERE supporter IS NOT NULL",
    """CREATE TABLE support_card_line (
        seq INTEGER PRIMARY KEY,
        card TEXT NOT NULL REFERENCES support_card (id) ON DELETE CASCADE,
        part TEXT NOT NULL CHECK (part IN ('helps', 'helps_not', 'how_i_say', 'not_asking')),
        text TEXT NOT NULL CHECK (text <> '')
    ) STRICT""",
    "CREATE INDEX support_card_line_card ON support_card_line (card)",
)
