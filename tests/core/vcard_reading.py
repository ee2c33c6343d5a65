"""Reads single cards for the vCard tests."""

from supportnet_gui.core.exchange.vcard import Card, CardChannel, Problem, ProblemCode, read_bytes


def read(*lines: str | bytes, version: str = "3.0") -> tuple[Card | None, list[ProblemCode]]:
    """A card of these lines (its name is "A" unless they say otherwise), and what was wrong with it."""
    body = [line if isinstance(line, bytes) else line.encode() for line in lines]
    data = b"\r\n".join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *body, b"END:VCARD", b""])
    items = list(read_bytes(data))
    cards = [item for item in items if isinstance(item, Card)]
    assert len(cards) <= 1
    return next(iter(cards), None), [item.code for item in items if isinstance(item, Problem)]


def card(*lines: str | bytes, version: str = "3.0") -> Card:
    """The same, with the name "A" and nothing wrong."""
    found, problems = read("FN:A", *lines, version=version)
    assert problems == []
    assert found is not None
    return found


def way(*lines: str | bytes, version: str = "3.0") -> CardChannel:
    (channel,) = card(*lines, version=version).channels
    return channel
