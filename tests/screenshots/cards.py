"""The suggestion with every kind of entry there is, with odd names, and with the rarer reasons."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtGui import QPixmap

from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    DateKind,
    Energy,
    Kind,
    Meeting,
    Need,
    Offer,
    Protocol,
    Repeats,
    SpecialDate,
    Support,
    Supporter,
)

from .ideas import refreshed, store_of
from .made_up import ODD_NAMES
from .stage import NARROW, NOON, Scene, Stage, page

NUMBER = (Channel(Protocol.CALL, "020 7946 0018"),)
LISTENS = (Offer(Support.EMOTIONAL),)
COMPANY = (Offer(Support.RELATIONAL),)
TOMORROW = Meeting(Repeats.ONCE, on=NOON.date().replace(day=NOON.day + 1), at=time(10, 30))
BIRTHDAY = SpecialDate(DateKind.BIRTHDAY, None, NOON.month, NOON.day + 2)

KINDS = {
    "online": Supporter("Quiet forum", kind=Kind.ONLINE_COMMUNITY, offers=COMPANY),
    "service": Supporter("Listening line", kind=Kind.SERVICE, offers=LISTENS, channels=NUMBER),
    "professional": Supporter("Dr Lee", kind=Kind.PROFESSIONAL, offers=LISTENS, meetings=(TOMORROW,)),
    "animal": Supporter("Biscuit", kind=Kind.ANIMAL, offers=COMPANY, easy_on_low_day=True),
    "birthday": Supporter("Mum", offers=LISTENS, dates=(BIRTHDAY,)),
    "code-word": Supporter("Jo", offers=LISTENS, code_word="Lighthouse"),
    "offered": Supporter("Uncle Ray", offered="A lift, or help with forms.", channels=NUMBER),
}


def card(stage: Stage, person: Supporter, size: object = None) -> QPixmap:
    """The only entry there is, with the energy it takes."""
    window = stage.window("empty", size=NARROW) if size else stage.window("empty")
    store = store_of(window)
    store.people.add(person)
    store.settings.set("welcome_done", True)
    if person.kind is Kind.SERVICE:
        store.settings.set("today_choices", [Need.LISTENS, Energy.SOME, NOON.date().isoformat()])
    store.forget_undo()
    picture = stage.picture(refreshed(window))
    if page(window).card is None:
        stage.faults.append(f"{person.name} is not suggested")
    return picture


def group_known(stage: Stage) -> QPixmap:
    """A group one was at, which meets soon."""
    window = stage.window("empty")
    store = store_of(window)
    tonight = Meeting(Repeats.WEEKLY, weekday=NOON.isoweekday() % 7 + 1, at=time(18, 30))
    group = store.people.add(
        Supporter("Thursday group", kind=Kind.GROUP, meetings=(tonight,), offers=COMPANY)
    )
    store.check_ins.log(CheckIn((group,), on=NOON.date().replace(day=8)))
    store.settings.set("today_choices", [Need.COMPANY, Energy.MORE, NOON.date().isoformat()])
    store.forget_undo()
    return stage.picture(refreshed(window))


def everything_open(stage: Stage, size: object = None) -> QPixmap:
    """Both folds at once."""
    window = stage.window(size=NARROW) if size else stage.window()
    place = page(window).one_place
    place.ideas.more.button.click()
    place.choices.button.click()
    place.choices.needs[Need.COMPANY].click()
    if size:
        page(window).ensureWidgetVisible(place.choices.clear_button)
    return stage.picture(window)


def taken_back(stage: Stage) -> QPixmap:
    """In a small window the line at the foot leaves room for the suggestion."""
    window = stage.window(size=NARROW)
    page(window).card.talked_button.click()
    window.undo()
    return stage.picture(window)


def done_in_a_small_window(stage: Stage) -> QPixmap:
    window = stage.window(size=NARROW)
    page(window).card.talked_button.click()
    return stage.picture(window)


SCENES: dict[str, Scene] = {
    **{f"today/card-{name}": partial(card, person=person) for name, person in KINDS.items()},
    **{
        f"today/card-name-{i}": partial(card, person=Supporter(ODD_NAMES[i], offers=LISTENS))
        for i in (0, 1, 5, 9)
    },
    "today/card-name-narrow": partial(card, person=Supporter(ODD_NAMES[9], offers=LISTENS), size=NARROW),
    "today/card-group-known": group_known,
    "today/everything-open": everything_open,
    "today/everything-open-narrow": partial(everything_open, size=NARROW),
    "today/taken-back-narrow": taken_back,
    "today/left-narrow": done_in_a_small_window,
}
