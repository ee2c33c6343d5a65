"""The numbers that are there even where resources/ is not: emergency services, and who answers day and night.

The files are the source. A test holds this copy to them, word for word; it is read only where a file cannot be.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .model import Channel, ChannelType, Names, Service

GATHERED = date(2026, 11, 22)


class Block(NamedTuple):
    """A country: its name, its word for where to go, and lines of: id, name, kind, nation, for some,
    channels, menu, hours."""

    name: str
    go_to: str
    lines: str


# A backslash goes on with a line below.
BLOCKS = {
    "AU": Block(
        "Australia",
        "a hospital emergency department",
        """
        au-emergency | Triple Zero | emergency | | | call 000
        au-lifeline | Lifeline Australia | crisis-line | | | call 13_11_14; text 0477_13_11_14
        """,
    ),
    "CA": Block(
        "Canada",
        "an emergency room",
        """
        ca-emergency | 911 emergency services | emergency | | | call 911
        ca-988 | 9-8-8: Suicide Crisis Helpline | crisis-line | | | call 988; text 988
        """,
    ),
    "DE": Block(
        "Germany",
        "an emergency department (Notaufnahme)",
        """
        de-emergency | 112 emergency services | emergency | | | call 112
        de-telefonseelsorge | TelefonSeelsorge | crisis-line | | | call 0800_111_0_111; \
            call 0800_111_0_222 (reaches the same service); call 116_123 (reaches the same service)
        """,
    ),
    "ES": Block(
        "Spain",
        "an emergency department (urgencias)",
        """
        es-emergency | 112 emergency services | emergency | | | call 112
        es-024 | Linea 024 | crisis-line | | | call 024
        """,
    ),
    "FR": Block(
        "France",
        "an emergency department (urgences)",
        """
        fr-emergency | 112 / 15 emergency services | emergency | | | call 112; \
            call 15 (for a medical emergency, SAMU)
        fr-3114 | 3114, national suicide prevention number | crisis-line | | | call 3114 | | \
            24/7 by phone; chat reported 9am to 10pm daily
        """,
    ),
    "GB": Block(
        "United Kingdom",
        "A&E",
        """
        gb-emergency | 999 emergency services | emergency | | | call 999; call 112 (reaches the same service)
        gb-samaritans | Samaritans | crisis-line | | | call 116_123
        gb-eng-nhs111 | NHS 111, mental health option (England) | urgent-nhs | GB-ENG | | call 111 | \
            Choose the mental health option.
        gb-wls-nhs111 | NHS 111 Wales, press 2 | urgent-nhs | GB-WLS | | call 111 | Then press 2.
        gb-sct-nhs24 | NHS 24 on 111, mental health option (Scotland) | urgent-nhs | GB-SCT | | \
            call 111 | Choose the mental health option.
        gb-nir-lifeline | Lifeline (Northern Ireland) | crisis-line | GB-NIR | | call 0808_808_8000
        gb-shout | Shout 85258 | crisis-text-line | | | text 85258 SHOUT
        """,
    ),
    "IE": Block(
        "Ireland",
        "an emergency department",
        """
        ie-emergency | 112 / 999 emergency services | emergency | | | call 112; \
            call 999 (reaches the same service)
        ie-samaritans | Samaritans Ireland | crisis-line | | | call 116_123
        ie-pieta | Pieta | crisis-line | | | call 1800_247_247; text 51444 HELP
        ie-50808 | Text About It (50808) | crisis-text-line | | | text 50808 HELLO
        """,
    ),
    "IN": Block(
        "India",
        "a hospital emergency department",
        """
        in-emergency | 112 emergency response | emergency | | | call 112
        in-tele-manas | Tele MANAS | crisis-line | | | call 14416; call 1-800-891-4416
        """,
    ),
    "NL": Block(
        "Netherlands",
        "an emergency department (spoedeisende hulp)",
        """
        nl-emergency | 112 emergency services | emergency | | | call 112
        nl-113 | 113 Zelfmoordpreventie | crisis-line | | | call 113
        """,
    ),
    "NZ": Block(
        "New Zealand",
        "a hospital emergency department",
        """
        nz-emergency | 111 emergency services | emergency | | | call 111
        nz-1737 | 1737 Need to talk? | crisis-line | | | call 1737; text 1737
        """,
    ),
    "US": Block(
        "United States",
        "an emergency room",
        """
        us-emergency | 911 emergency services | emergency | | | call 911
        us-988 | 988 Suicide & Crisis Lifeline | crisis-line | | | call 988; text 988
        us-crisis-text-line | Crisis Text Line | crisis-text-line | | | text 741741 HOME
        us-veterans-crisis-line | Veterans Crisis Line | crisis-line | | yes | call 988; text 838255 | \
            Then press 1.
        """,
    ),
    "ZA": Block(
        "South Africa",
        "a hospital emergency unit",
        """
        za-emergency | Emergency services (112 mobile, 10177 ambulance, 10111 police) | emergency | | | \
            call 112 (from a mobile phone); call 10177 (for an ambulance); call 10111 (for the police)
        za-sadag-crisis | SADAG Suicide Crisis Helpline | crisis-line | | | call 0800_567_567
        """,
    ),
}
NATIONS = {"GB-ENG": "England", "GB-SCT": "Scotland", "GB-WLS": "Wales", "GB-NIR": "Northern Ireland"}


def names() -> Names:
    return Names({code: block.name for code, block in BLOCKS.items()}, dict(NATIONS))


def country(code: str) -> tuple[tuple[Service, ...], str] | None:
    """A country's services and its word for where to go; None for a country that is not known here."""
    block = BLOCKS.get(code)
    if block is None:
        return None
    lines = [line.strip() for line in block.lines.splitlines()]
    return tuple(_service(code, line) for line in lines if line), block.go_to


def _service(code: str, line: str) -> Service:
    cells = [cell.strip() for cell in line.split("|")]
    line_id, name, kind, region, for_some, channels, menu, hours = [*cells, *[""] * 8][:8]
    return Service(
        line_id,
        name,
        code,
        kind,
        tuple(_channel(one.strip()) for one in channels.split(";")),
        hours=hours or "24/7",
        gathered_on=GATHERED,
        region=region or None,
        for_some=bool(for_some),
        menu=menu,
    )


def _channel(written: str) -> Channel:
    """From "text 741741 HOME" or "call 116_123 (for an ambulance)"."""
    written, _, label = written.partition(" (")
    kind, value, *word = written.split()
    number = value.replace("_", " ")
    return Channel(ChannelType(kind), number, word[0] if word else None, label.removesuffix(")"))
