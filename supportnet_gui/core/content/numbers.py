"""From a number as it is shown to what a phone is given, and to what a voice says.

A number is stored once, as the text a person reads. No plus and no country code is ever added: with either, a
short code reaches nobody. Menu digits ("then press 1") are words for the person and never part of a link.
"""

from __future__ import annotations

from .model import Channel, ChannelType


def digits(value: str) -> str:
    """The digits of a shown number, leading zeros and all."""
    return "".join(letter for letter in value if letter in "0123456789")


def tel_link(channel: Channel) -> str:
    """`tel:` and the digits, which phones take though RFC 3966 asks for more. ValueError for no call."""
    if channel.type is not ChannelType.CALL:
        raise ValueError(f"not a number to call: {channel.type}")
    return f"tel:{digits(channel.value)}"


def text_payload(channel: Channel) -> str:
    """`SMSTO:number:word`, the form most phones read from a QR code. ValueError for no text."""
    if channel.type is not ChannelType.TEXT:
        raise ValueError(f"not a number to text: {channel.type}")
    word = f":{channel.keyword}" if channel.keyword else ""
    return f"SMSTO:{digits(channel.value)}{word}"


def phone_payload(channel: Channel) -> str | None:
    """What a QR code of this channel holds; None for what needs the internet."""
    match channel.type:
        case ChannelType.CALL:
            return tel_link(channel)
        case ChannelType.TEXT:
            return text_payload(channel)
    return None


def spoken(value: str) -> str:
    """A number digit by digit, as a voice reads it: "116 123" is "1 1 6, 1 2 3"."""
    return ", ".join(" ".join(group) for group in value.replace("-", " ").split())
