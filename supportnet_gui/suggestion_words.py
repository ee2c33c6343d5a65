"""Suggestions to words: what could be done, what would help, how much energy there is, how it may go."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .core.model import Act, Energy, Expected, Kind, Need

tr = QCoreApplication.translate


_BY_APPOINTMENT = (Kind.PROFESSIONAL, Kind.SERVICE)
_GROUPS = (Kind.GROUP, Kind.ONLINE_COMMUNITY)


def act(value: Act, kind: Kind) -> str:
    """What could be done, in a few words, as it stands over the message."""
    if value is Act.MEET and kind is Kind.PLACE:
        return tr("suggestion_words", "You could go there, if you like.")
    if value is Act.MEET and kind is Kind.ANIMAL:
        return tr("suggestion_words", "You could spend some time together, if you like.")
    if value is Act.MEET and kind in _GROUPS:
        return tr("suggestion_words", "You could go along, if you like.")
    if value is Act.MEET and kind in _BY_APPOINTMENT:
        return tr("suggestion_words", "You could send a few words before you go, if you like.")
    if value is Act.CALL and kind is Kind.SERVICE:
        return tr("suggestion_words", "You could call. These could be your first words.")
    return {
        Act.HEART: tr("suggestion_words", "You could send a heart. That is all of it."),
        Act.CODE_WORD: tr("suggestion_words", "You could send the word you agreed on."),
        Act.TEXT: tr("suggestion_words", "You could send a short message."),
        Act.CALL: tr("suggestion_words", "You could ask for a call, if you like."),
        Act.MEET: tr("suggestion_words", "You could ask to meet, if you like."),
    }[value]


def act_in_short(value: Act, kind: Kind) -> str:
    """The same beside a name, in a list of ideas."""
    if value is Act.MEET and kind is Kind.PLACE:
        return tr("suggestion_words", "going there")
    if value is Act.MEET and kind is Kind.ANIMAL:
        return tr("suggestion_words", "time together")
    if value is Act.MEET and kind in _GROUPS:
        return tr("suggestion_words", "going along")
    if value is Act.MEET and kind in _BY_APPOINTMENT:
        return tr("suggestion_words", "a few words before you go")
    return {
        Act.HEART: tr("suggestion_words", "a heart"),
        Act.CODE_WORD: tr("suggestion_words", "the word you agreed on"),
        Act.TEXT: tr("suggestion_words", "a short message"),
        Act.CALL: tr("suggestion_words", "a call"),
        Act.MEET: tr("suggestion_words", "meeting up"),
    }[value]


def old_friend() -> str:
    """Who it is where nobody is named."""
    return tr("suggestion_words", "An old friend you miss")


def need(value: Need) -> str:
    return {
        Need.ANYTHING: tr("suggestion_words", "Anything"),
        Need.LISTENS: tr("suggestion_words", "Someone who listens"),
        Need.HAND: tr("suggestion_words", "A hand"),
        Need.COMPANY: tr("suggestion_words", "Company"),
    }[value]


def energy(value: Energy) -> str:
    return {
        Energy.LITTLE: tr("suggestion_words", "Very little"),
        Energy.SOME: tr("suggestion_words", "Some"),
        Energy.MORE: tr("suggestion_words", "More"),
    }[value]


def expected(value: Expected) -> str:
    return {
        Expected.WARMLY: tr("suggestion_words", "Warmly"),
        Expected.SO_SO: tr("suggestion_words", "So-so"),
        Expected.NOT_WELL: tr("suggestion_words", "Not well"),
        Expected.NO_IDEA: tr("suggestion_words", "No idea"),
    }[value]


def not_this(kind: Kind) -> str:
    """The button that opens the ways to say: not this one."""
    return {
        Kind.PERSON: tr("suggestion_words", "Not this person"),
        Kind.PROFESSIONAL: tr("suggestion_words", "Not this person"),
        Kind.GROUP: tr("suggestion_words", "Not this group"),
        Kind.PLACE: tr("suggestion_words", "Not this place"),
    }.get(kind, tr("suggestion_words", "Not this one"))


def talked(kind: Kind) -> str:
    """The button that notes a contact: one meets a group and visits a place."""
    return {
        Kind.GROUP: tr("suggestion_words", "I was there"),
        Kind.ONLINE_COMMUNITY: tr("suggestion_words", "I was there"),
        Kind.PLACE: tr("suggestion_words", "I was there"),
        Kind.ANIMAL: tr("suggestion_words", "We spent time together"),
    }.get(kind, tr("suggestion_words", "We talked"))
