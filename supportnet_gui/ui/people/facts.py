"""What a person's page says in words: only what was filled in, and "Not suggested" without its reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from ... import meeting_words, words
from ...core.meetings import next_seen, seen
from ...core.model import (
    NOT_SUGGESTED,
    CheckIn,
    Circle,
    Kind,
    Meeting,
    RhythmMode,
    SpecialDate,
    Status,
    Supporter,
)

tr = QCoreApplication.translate


def about_line(person: Supporter) -> str:
    """Roles, what they are where that is not a person, and the circle, each on a line of its own."""
    said = [", ".join(person.roles)]
    if person.kind is not Kind.PERSON:
        said.append(words.kind(person.kind))
    # Everyone begins "around": said alone it would look like something that was chosen.
    if person.roles or person.circle is not Circle.AROUND:
        said.append(words.circle(person.circle))
    return "\n".join(filter(None, said))


def status_line(person: Supporter) -> str:
    """How things stand, with its day where it is known; empty while people are simply in touch."""
    status, since = person.status, person.status_since
    if status is Status.ACTIVE:
        return ""
    if status is Status.RESTING and person.resting_until:
        return tr("People", "Resting until {day}").format(day=words.day(person.resting_until))
    if status is Status.RESTING and since:
        return tr("People", "Resting since {day}").format(day=words.day(since))
    if status is Status.DRIFTED and since:
        return tr("People", "Drifted apart since {day}").format(day=words.day(since))
    if status is Status.DIED and since:
        return tr("People", "Died {day}").format(day=words.day(since))
    return words.status(status)


def facts(person: Supporter, today: date, zone: str) -> list[tuple[str, str]]:
    """(what it is, what was written) for all that is filled in, in the order of the page.

    Meetings are told by the clock of `zone`, where the reader is.
    """
    found = [(words.support(offer.support), offer.note) for offer in person.offers]
    found += [
        (tr("People", "What helps"), person.helps),
        (tr("People", "What does not"), person.helps_not),
        (tr("People", "What they offered"), person.offered),
        *_meetings(person, today, zone),
        (tr("People", "When they can"), person.available),
        (tr("People", "Not for"), person.not_for),
    ]
    if person.not_in_crisis:
        found.append((tr("People", "In a crisis"), tr("People", "Not this person")))
    if person.hard_moment is not None:
        found.append((tr("People", "Chosen for a hard moment"), _place(person.hard_moment)))
    if person.easy_on_low_day:
        found.append((tr("People", "On a low day"), tr("People", "Easy to be with")))
    found.append((tr("People", "Code word"), person.code_word))
    if person.asked_on is not None:
        found.append((tr("People", "Asked for support on"), words.day(person.asked_on)))
    found += [(words.date_kind(one.kind), day_words(one)) for one in person.dates]
    return [(label, text) for label, text in found if text.strip()]


def _meetings(person: Supporter, today: date, zone: str) -> list[tuple[str, str]]:
    """Those to go to, and below them the days gone by, which stay until somebody takes them away; one a line.

    Of somebody with whom nobody meets any more neither is said: a day to come would turn into one gone by.
    """
    if person.status is Status.DIED or person.status in NOT_SUGGESTED:
        return []
    here = [_seen(one, today, zone) for one in person.meetings]
    past = [one for one in here if one.on is not None and one.on < today]
    to_come = [one for one in here if one not in past]
    return [
        (tr("People", "When you meet"), _lines(to_come, today)),
        (tr("People", "Days gone by"), _lines(past, today)),
    ]


def _lines(meetings: list[Meeting], today: date) -> str:
    lines = ((meeting_words.meeting(one, today), one.note.strip()) for one in meetings)
    return "\n".join(line for both in lines for line in both if line)


def _seen(one: Meeting, today: date, zone: str) -> Meeting:
    """A meeting in the reader's civil time: on its only day, gone by or not, or the next time it is."""
    if one.on is not None:
        return seen(one, one.on, zone).meeting
    found = next_seen(one, today, zone)
    return found.meeting if found is not None else one


def _place(number: int) -> str:
    """The place of somebody among those chosen, counted from 1."""
    first = (tr("People", "First"), tr("People", "Second"), tr("People", "Third"))
    if 1 <= number <= len(first):
        return first[number - 1]
    return tr("People", "Number {number}").format(number=number)


def rhythm_line(person: Supporter) -> str:
    """The rhythm that was chosen; nothing where there is none."""
    if person.rhythm.mode is RhythmMode.OWN:
        return words.rhythm(person.rhythm)
    if person.rhythm.mode is RhythmMode.CIRCLE:
        return tr("People", "As often as their circle")
    return ""


def day_words(one: SpecialDate) -> str:
    """A date of which any part may be unknown: "4 May", "May 1990", "1990", "the 4th" as "Day 4"."""
    month = QLocale().standaloneMonthName(one.month, QLocale.FormatType.LongFormat) if one.month else ""
    year = str(one.year) if one.year else ""
    if one.day and one.month and one.year and _exists(one):
        return words.day(date(one.year, one.month, one.day))
    if one.day and one.month:
        return " ".join(filter(None, (str(one.day), month, year)))
    if one.day:
        return " · ".join(filter(None, (tr("People", "Day {day}").format(day=one.day), year)))
    return " ".join(filter(None, (month, year)))


def _exists(one: SpecialDate) -> bool:
    try:
        date(one.year or 0, one.month or 0, one.day or 0)
    except ValueError:
        return False
    return True


def contact_line(check_in: CheckIn, others: tuple[str, ...]) -> str:
    """A contact in a few words: "A call", "In person, with Sam too", "A message. No answer yet"."""
    said = words.way(check_in.way) if check_in.way else tr("People", "In touch")
    if others:
        said = tr("People", "{way}, with {names} too").format(way=said, names=words.people(others))
    if check_in.answered is False:
        said = tr("People", "{contact}. No answer yet").format(contact=said)
    return said
