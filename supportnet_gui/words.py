"""Enums, dates and reasons to words, for window and terminal alike. Needs QtCore's `translate` only."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from .core.model import (
    Began,
    Change,
    Circle,
    DateKind,
    Done,
    Felt,
    Kind,
    Protocol,
    Rhythm,
    Status,
    Support,
    Unit,
    Way,
)
from .core.trouble import Code, Trouble

if TYPE_CHECKING:
    from .core.resource_model import SmallStep
    from .core.suggestions import Reason

tr = QCoreApplication.translate

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Unicode's marks around text that keeps its own direction (UAX #9)."""


def support(value: Support) -> str:
    return {
        Support.EMOTIONAL: tr("words", "Listens"),
        Support.PRACTICAL: tr("words", "Gives a hand"),
        Support.RELATIONAL: tr("words", "Keeps company"),
    }[value]


def kind(value: Kind) -> str:
    return {
        Kind.PERSON: tr("words", "Person"),
        Kind.GROUP: tr("words", "Group"),
        Kind.ONLINE_COMMUNITY: tr("words", "Online community"),
        Kind.PROFESSIONAL: tr("words", "Doctor, therapist or other professional"),
        Kind.SERVICE: tr("words", "Service or help line"),
        Kind.PLACE: tr("words", "Place or activity"),
        Kind.ANIMAL: tr("words", "Animal"),
    }[value]


def circle(value: Circle) -> str:
    return {
        Circle.CLOSEST: tr("words", "Closest"),
        Circle.CLOSE: tr("words", "Close"),
        Circle.AROUND: tr("words", "Around"),
        Circle.COULD_GROW: tr("words", "Maybe later"),
    }[value]


def status(value: Status) -> str:
    """How things stand. Ended and unsafe read the same, so that nobody looking on learns which."""
    return {
        Status.ACTIVE: tr("words", "In touch"),
        Status.RESTING: tr("words", "Resting"),
        Status.DRIFTED: tr("words", "Drifted apart"),
        Status.ENDED: tr("words", "Not suggested"),
        Status.UNSAFE: tr("words", "Not suggested"),
        Status.DIED: tr("words", "Died"),
    }[value]


def protocol(value: Protocol) -> str:
    return {
        Protocol.CALL: tr("words", "Phone"),
        Protocol.TEXT: tr("words", "Text message"),
        Protocol.EMAIL: tr("words", "Email"),
        Protocol.SIGNAL: tr("words", "Signal"),
        Protocol.WHATSAPP: tr("words", "WhatsApp"),
        Protocol.WEB: tr("words", "Web page"),
        Protocol.ADDRESS: tr("words", "Address"),
        Protocol.OTHER: tr("words", "Other"),
    }[value]


def way(value: Way) -> str:
    return {
        Way.MESSAGE: tr("words", "A message"),
        Way.CALL: tr("words", "A call"),
        Way.VIDEO: tr("words", "A video call"),
        Way.IN_PERSON: tr("words", "In person"),
        Way.GROUP: tr("words", "In a group"),
        Way.LETTER: tr("words", "A letter"),
        Way.OTHER: tr("words", "Another way"),
    }[value]


def began(value: Began) -> str:
    return {
        Began.ME: tr("words", "I did"),
        Began.THEM: tr("words", "They did"),
        Began.BOTH: tr("words", "Both of us"),
    }[value]


def felt(value: Felt) -> str:
    return {
        Felt.LIGHTER: tr("words", "Lighter"),
        Felt.SAME: tr("words", "The same"),
        Felt.HEAVIER: tr("words", "Heavier"),
    }[value]


def date_kind(value: DateKind) -> str:
    return {
        DateKind.BIRTHDAY: tr("words", "Birthday"),
        DateKind.ANNIVERSARY: tr("words", "Anniversary"),
        DateKind.REMEMBRANCE: tr("words", "Day to remember"),
        DateKind.OTHER: tr("words", "Another date"),
    }[value]


def rhythm(value: Rhythm) -> str:
    """A person's own rhythm: "About every 2 weeks"."""
    return {
        Unit.DAY: tr("words", "About every %n day(s)", "", value.every),
        Unit.WEEK: tr("words", "About every %n week(s)", "", value.every),
        Unit.MONTH: tr("words", "About every %n month(s)", "", value.every),
    }[value.unit]


def people(names: tuple[str, ...]) -> str:
    """Names in a sentence: "Amira", "Amira and Sam", "Amira, Sam and 2 others"."""
    if not names:
        return tr("words", "Someone")
    shown = [short(name) for name in names]
    if len(shown) == 1:
        return shown[0]
    if len(shown) == 2:
        return tr("words", "{first} and {second}").format(first=shown[0], second=shown[1])
    if len(shown) == 3:
        return tr("words", "{first}, {second} and {third}").format(
            first=shown[0], second=shown[1], third=shown[2]
        )
    rest = tr("words", "%n other(s)", "", len(shown) - 2)
    return tr("words", "{first}, {second} and {rest}").format(first=shown[0], second=shown[1], rest=rest)


def short(name: str, longest: int = 60) -> str:
    """A name that fits a sentence, and does not turn the words around it if it reads from right to left."""
    shown = name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
    turns = any(bidirectional(letter) in ("R", "AL") for letter in shown)
    return f"{FIRST_STRONG_ISOLATE}{shown}{POP_ISOLATE}" if turns else shown


def day(value: date) -> str:
    """A date in the language's own long form, without the weekday."""
    return QLocale().toString(QDate(value.year, value.month, value.day), tr("words", "d MMMM yyyy"))


def when(value: date, today: date) -> str:
    """A day as one would say it: Today, Yesterday, Monday, 14 October, 14 October 2025."""
    if value == today:
        return tr("words", "Today")
    if value == today - timedelta(days=1):
        return tr("words", "Yesterday")
    if today - timedelta(days=6) <= value < today:
        return QLocale().standaloneDayName(value.isoweekday(), QLocale.FormatType.LongFormat)
    if value.year == today.year:
        return QLocale().toString(QDate(value.year, value.month, value.day), tr("words", "d MMMM"))
    return day(value)


def clock(value: time) -> str:
    """A time of day in the language's own short form."""
    return QLocale().toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)


def done(value: Done) -> str:
    """What was just done, for the undo bar."""
    names = people(value.names + ("",) * max(0, value.count - len(value.names)))
    sentences = {
        Change.ADDED: tr("words", "Saved: {names}."),
        Change.ADDED_MANY: tr("words", "Saved: {names}."),
        Change.EDITED: tr("words", "Saved: {names}."),
        Change.SUPPORT: tr("words", "Saved for {names}."),
        Change.STATUS: tr("words", "Saved for {names}."),
        Change.ARCHIVED: tr("words", "{names} is in the archive."),
        Change.UNARCHIVED: tr("words", "{names} is back from the archive."),
        Change.TRASHED: tr("words", "{names} is in the trash."),
        Change.RESTORED: tr("words", "{names} is back from the trash."),
        Change.MERGED: tr("words", "The two are one now: {names}."),
        Change.NOT_SAME: tr("words", "Remembered for {names}: someone else."),
        Change.PHOTO: tr("words", "Saved for {names}."),
        Change.CHECKED_IN: tr("words", "Saved: in touch with {names}."),
        Change.CHECK_IN_EDITED: tr("words", "Saved: in touch with {names}."),
        Change.CHECK_IN_TRASHED: tr("words", "That check-in is in the trash."),
        Change.CHECK_IN_RESTORED: tr("words", "That check-in is back."),
        Change.PUT_OFF: tr("words", "{names}: another time."),
        Change.DRAFT_KEPT: tr("words", "Your words are kept."),
        Change.DRAFT_REMOVED: tr("words", "These words are no longer kept."),
        Change.EXPECTED: tr("words", "Saved."),
        Change.RHYTHM: tr("words", "Saved for {names}."),
        Change.CIRCLE_RHYTHM: tr("words", "Saved."),
        Change.REMINDERS: tr("words", "Saved."),
        Change.SKIPPED: tr("words", "Not this time."),
        Change.LOW_DAY: tr("words", "No more reminders today."),
        Change.LOW_DAY_OVER: tr("words", "Reminders can come today."),
        Change.REST: tr("words", "Reminders are resting."),
        Change.REMINDERS_ON: tr("words", "Reminders are on."),
        Change.MARKED: tr("words", "Saved."),
        Change.MAPPED: tr("words", "On your map: {names}."),
        Change.STEP_KEPT: tr("words", "Your step is kept."),
        Change.STEP_STATE: tr("words", "Saved."),
        Change.STEP_REMOVED: tr("words", "That step is no longer kept."),
        Change.REFLECTION_KEPT: tr("words", "Your words are kept."),
        Change.REFLECTION_TRASHED: tr("words", "These words are in the trash."),
        Change.REFLECTION_RESTORED: tr("words", "These words are back."),
        Change.CARD_KEPT: tr("words", "Your card is kept."),
        Change.CARD_TRASHED: tr("words", "That card is in the trash."),
        Change.CARD_RESTORED: tr("words", "That card is back."),
        Change.PLAN: tr("words", "Saved in your plan."),
        Change.PLAN_REMOVED: tr("words", "Taken out of your plan."),
        Change.HARD_MOMENT: tr("words", "Saved: who is there for a hard moment."),
    }
    return sentences[value.change].format(names=names)


def undone(value: Done) -> str:
    """What was just taken back, and how things stand now."""
    if not value.names:
        return tr("words", "Taken back.")
    names = people(value.names + ("",) * max(0, value.count - len(value.names)))
    as_before = tr("words", "Taken back. {names} is as before.")
    if value.count > 1:
        as_before = tr("words", "Taken back. {names} are as before.")
    sentences = {
        Change.ADDED: tr("words", "Taken back. {names} is no longer here."),
        # Some of them may have been here before, and only got what was missing.
        Change.ADDED_MANY: tr("words", "Taken back: what was added for {names}."),
        Change.ARCHIVED: tr("words", "Taken back. Out of the archive: {names}."),
        Change.UNARCHIVED: tr("words", "Taken back. In the archive again: {names}."),
        Change.TRASHED: tr("words", "Taken back. Out of the trash: {names}."),
        Change.RESTORED: tr("words", "Taken back. In the trash again: {names}."),
        Change.MERGED: tr("words", "Taken back. They are two again."),
        Change.CHECKED_IN: tr("words", "Taken back: in touch with {names}."),
        Change.CHECK_IN_EDITED: tr("words", "Taken back. That check-in is as before."),
        Change.CHECK_IN_TRASHED: tr("words", "Taken back. That check-in is here again."),
        Change.CHECK_IN_RESTORED: tr("words", "Taken back. That check-in is in the trash again."),
        Change.PUT_OFF: tr("words", "Taken back. {names} can come up again."),
        Change.MAPPED: tr("words", "Taken back. Not on your map: {names}."),
    }
    return sentences.get(value.change, as_before).format(names=names)


def trouble(value: Trouble) -> str:
    """What happened, what is safe, what to do."""
    sentences = {
        Code.FILE_UNREADABLE: tr(
            "words",
            "The file that holds your notes could not be read. It was left exactly as it is. You could try "
            "again. If that does not help, a copy in the folder “backups” beside it may still be good.",
        ),
        Code.FILE_NEWER: tr(
            "words",
            "Your notes were saved by a newer version of Supportnet. This version left them exactly as "
            "they are. To open them, please use the newer version.",
        ),
        Code.FILE_FOREIGN: tr(
            "words",
            "The file in this folder belongs to another program. It was left exactly as it is. "
            "You could choose another folder with --data-dir.",
        ),
        Code.FILE_GONE: tr(
            "words",
            "The file that holds your notes is no longer in its folder. This change was not saved. "
            "If you moved the file, you could put it back and try again.",
        ),
        Code.FOLDER_UNWRITABLE: tr(
            "words",
            "Supportnet may not write in the folder for your notes. Nothing was changed. "
            "You could allow writing there, or choose another folder with --data-dir.",
        ),
        Code.DISK_FULL: tr(
            "words",
            "There is no room left on the disk, or it could not be written to. This change was not saved; "
            "everything saved before is still there. You could free some space and try again.",
        ),
        Code.PLACE_UNWRITABLE: tr(
            "words",
            "Supportnet may not write the file there. Nothing was changed. You could choose another folder.",
        ),
        Code.PLACE_FULL: tr(
            "words",
            "There is no room for the file there, or it could not be written. Nothing was changed. "
            "You could choose another folder, or free some space.",
        ),
        Code.BUSY: tr(
            "words",
            "Another program is using the file right now. This change was not saved; everything saved "
            "before is still there. You could try again in a moment.",
        ),
        Code.NAME_EMPTY: tr(
            "words", "A name is all that is needed. It can be a first name, or any word you like."
        ),
        Code.CARD_LEFT: tr(
            "words",
            "The small card could not be removed. It is still in this folder. You could delete the file yourself.",
        ),
        Code.MESSAGE_EMPTY: tr(
            "words", "There are no words to keep yet. You could write a few, or pick a message."
        ),
        Code.NOBODY_CHOSEN: tr("words", "Please choose who it was. Nothing else is needed."),
        Code.FUTURE: tr("words", "That day is still to come. You could choose today or an earlier day."),
        Code.NOT_THERE: tr(
            "words", "That entry is no longer there. Nothing else was changed. You could look in the trash."
        ),
        Code.UNDO_IMPOSSIBLE: tr(
            "words", "This could not be undone, because something was changed since. Nothing was changed now."
        ),
        Code.MIGRATION_FAILED: tr(
            "words",
            "Your notes could not be brought up to date for this version. They were left exactly as they "
            "are. You could keep using the version you had before.",
        ),
    }
    return sentences[value.code]


def import_problem(code: str) -> str:
    """Why a line of an address book, or all of it, did not come in: a problem code of `core.exchange`."""
    sentences = {
        "bad_card": tr("words", "Nothing in this card could be read, so it is left out."),
        "no_name": tr("words", "This card has no name, so it is left out."),
        "no_end": tr("words", "This card breaks off. What it holds so far can come in."),
        "nested_card": tr("words", "A card inside another one is left out. The outer one can come in."),
        "unreadable_line": tr("words", "This could not be read. The rest can come in."),
        "too_long": tr("words", "This is far longer than a note, so it is left out. The rest can come in."),
        "bad_date": tr("words", "This date could not be understood. The rest can come in."),
        "bad_photo": tr("words", "This photo is damaged. The person can come in without it."),
        "photo_link": tr(
            "words", "This photo is on the internet, so it was not fetched. The rest can come in."
        ),
        "photo_too_big": tr("words", "This photo is too large. The person can come in without it."),
        "not_a_vcard": tr(
            "words",
            "This is not an address book file. Nothing was changed. You could look for a file whose name "
            "ends in .vcf, or export it again as “vCard”.",
        ),
        "too_big": tr(
            "words",
            "This file is larger than 100 MB, so it was not opened. Nothing was changed. You could export it "
            "without photos, or in several parts.",
        ),
        "empty": tr("words", "This file is empty. Nothing was changed. You could export it once more."),
        "unreadable": tr(
            "words",
            "This file could not be opened. Nothing was changed. It may have been moved, or be on a drive "
            "that is no longer there. You could choose it once more.",
        ),
        "no_permission": tr(
            "words",
            "This computer does not let you read this file. Nothing was changed. You could copy the file "
            "to a folder of your own and choose it there.",
        ),
    }
    return sentences[code]


def same(why: str) -> str:
    """What a card shares with somebody here: a `core.exchange` reason, like "the same number"."""
    return {
        "same_number": tr("words", "the same number"),
        "same_mail": tr("words", "the same mail address"),
        "same_name": tr("words", "the same name"),
        "same_first_name": tr("words", "the same first name"),
    }[why]


def reason(value: Reason, name: str, today: date) -> str:
    """Why somebody is suggested. `name` as `short` gives it, "" for the old friend; `today` as `civil_day` says."""
    from .reason_words import reason as said  # Not needed before the first window is painted.

    return said(value, name, today)


def small_step(one: SmallStep) -> str:
    """A small step as a sentence: "When I next pick up my phone, I send one hello"."""
    when, then = one.when.strip().rstrip(",;. "), one.then.strip()
    return tr("words", "{when}, {then}").format(when=when, then=then) if when else then
