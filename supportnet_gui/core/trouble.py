"""What can go wrong, as codes. `words.py` says each in a sentence; no text here carries anybody's data."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    FILE_UNREADABLE = "file_unreadable"
    FILE_NEWER = "file_newer"
    FILE_FOREIGN = "file_foreign"
    FILE_GONE = "file_gone"
    FOLDER_UNWRITABLE = "folder_unwritable"
    DISK_FULL = "disk_full"
    BUSY = "busy"
    NAME_EMPTY = "name_empty"
    MESSAGE_EMPTY = "message_empty"
    NOBODY_CHOSEN = "nobody_chosen"
    FUTURE = "future"
    NOT_THERE = "not_there"
    UNDO_IMPOSSIBLE = "undo_impossible"
    PLACE_UNWRITABLE = "place_unwritable"
    PLACE_FULL = "place_full"
    CARD_LEFT = "card_left"
    MIGRATION_FAILED = "migration_failed"


class Trouble(Exception):
    """Something a person can be told in a sentence.

    `code` picks the sentence. `path` is the file it is about, shown to the person and never logged.
    Every `Trouble` leaves what is on disk as it was before the call.
    """

    def __init__(self, code: Code, path: str = "") -> None:
        super().__init__(code.value)
        self.code = code
        self.path = path
