"""What ships with the app to be read: the help lines of each country, first steps, messages.

The files are in resources/; `files.py` says what may stand in them. Nothing here raises because one of them
is missing or damaged: help opens without it, with no number rather than a guessed one. No Qt, no database.
"""

from .hours import Open, OpenState
from .messages import called, first_name, message, messages, own_first, situations, suggested
from .messages import fill as fill_message
from .model import (
    GB_NATIONS,
    Channel,
    ChannelType,
    ContentError,
    FirstStep,
    Names,
    Panel,
    Service,
    Situation,
    Way,
    is_old,
    open_state,
)
from .numbers import digits, phone_payload, spoken, tel_link, text_payload
from .panel import countries, first_steps, names, nations, panel, panel_as_json

__all__ = [
    "GB_NATIONS",
    "Channel",
    "ChannelType",
    "ContentError",
    "FirstStep",
    "Names",
    "Open",
    "OpenState",
    "Panel",
    "Service",
    "Situation",
    "Way",
    "called",
    "countries",
    "digits",
    "fill_message",
    "first_name",
    "first_steps",
    "is_old",
    "message",
    "messages",
    "names",
    "nations",
    "open_state",
    "own_first",
    "panel",
    "panel_as_json",
    "phone_payload",
    "situations",
    "spoken",
    "suggested",
    "tel_link",
    "text_payload",
]
