"""Which lines stand where on help right now, for a country and nation."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from ..paths import resources
from . import builtin
from .model import GB_NATIONS, Channel, ChannelType, ContentError, FirstStep, Names, Panel, Service

ANYWHERE = "any"
"""The file that belongs to no country."""

_EMERGENCY = "emergency"
_DIRECTORY = "directory"

FIND_A_HELPLINE = Service(
    "any-findahelpline",
    "Find A Helpline",
    ANYWHERE,
    _DIRECTORY,
    (Channel(ChannelType.WEB, "https://findahelpline.com/"),),
    hours="always (website)",
    gathered_on=date(2026, 11, 22),
    url="https://findahelpline.com/",
)
"""Where to look when the file that names it cannot be read; numbers for that are in builtin.py."""


def countries(folder: Path | None = None) -> tuple[str, ...]:
    """The codes (ISO 3166-1) of the countries whose lines ship, in order. `folder` replaces resources/."""
    found = set(builtin.BLOCKS)
    with suppress(OSError):
        found |= {file.stem.upper() for file in (_folder(folder) / "crisis").glob("??.toml")}
    return tuple(sorted(found))


def nations(country: str | None) -> tuple[str, ...]:
    """The parts of a country whose lines differ, as a person may choose them (ISO 3166-2)."""
    return GB_NATIONS if country == "GB" else ()


def names(folder: Path | None = None, language: str = "en") -> Names:
    """What countries and nations are called; in English where the file cannot be read."""
    from . import files

    try:
        return files.read_names(_folder(folder), language)
    except ContentError:
        return builtin.names()


def panel(
    country: str | None, nation: str | None = None, folder: Path | None = None, language: str = "en"
) -> Panel:
    """Help right now for a place; for none, or one the app has no lines of, a panel without a single number.

    A country whose file is missing or damaged has the numbers of builtin.py, and `complete` False.
    """
    code = country if country and _is_known(country, folder, language) else None
    region = nation if nation in nations(code) else None
    directories, elsewhere, complete = _everywhere(folder, language)
    if code is None:
        return Panel(None, None, None, (), (), directories, elsewhere=elsewhere, complete=complete)
    try:
        services, go_to = _country(code, folder, language)
    except ContentError:
        found = builtin.country(code)
        if found is None:
            return Panel(code, region, None, (), (), directories, elsewhere=elsewhere, complete=False)
        (services, go_to), complete = found, False
    here = [service for service in services if service.region in (None, region)]
    emergency = next(service for service in here if service.kind == _EMERGENCY and service.ways)
    lines = sorted((service for service in here if service is not emergency), key=_order)
    talk_now = tuple(line for line in lines if line.day_and_night)
    others = tuple(line for line in lines if not line.day_and_night)
    return Panel(code, region, emergency, talk_now, others, directories, go_to, elsewhere, complete)


def _is_known(country: str, folder: Path | None, language: str) -> bool:
    return country in countries(folder) or country in names(folder, language).countries


def _country(code: str, folder: Path | None, language: str) -> tuple[tuple[Service, ...], str]:
    from . import files

    return files.read_country(_folder(folder), code, language)


def _everywhere(folder: Path | None, language: str) -> tuple[tuple[Service, ...], Service | None, bool]:
    """The lists of lines for all countries, what to say of other countries, if the file could be read."""
    try:
        services, _ = _country(ANYWHERE, folder, language)
    except ContentError:
        return (FIND_A_HELPLINE,), None, False
    directories = tuple(service for service in services if service.kind == _DIRECTORY)
    return directories, next((service for service in services if service.kind != _DIRECTORY), None), True


def _order(service: Service) -> tuple[bool, bool, bool, int]:
    """Another way to emergency services first, lists last; lines for all, then for some; call, text, chat."""
    best = min(list(ChannelType).index(channel.type) for channel in service.channels)
    return service.kind != _EMERGENCY, service.kind == _DIRECTORY, service.for_some, best


def first_steps(folder: Path | None = None, language: str = "en") -> tuple[FirstStep, ...]:
    """Small things to do that need nobody one knows; none where the file cannot be read."""
    from . import files

    try:
        return files.read_first_steps(_folder(folder), language)
    except ContentError:
        return ()


def panel_as_json(shown: Panel) -> dict[str, Any]:
    """The panel for other programs: country, region, and all lines in screen order."""
    lines = [
        {
            "id": line.id,
            "name": line.name,
            "kind": line.kind,
            "channels": [
                {"type": str(channel.type), "value": channel.value, "keyword": channel.keyword}
                for channel in line.channels
            ],
            "hours": line.hours,
            "gathered_on": line.gathered_on.isoformat(),
            "confirmed_on": line.confirmed_on.isoformat() if line.confirmed_on else None,
        }
        for line in shown.lines
    ]
    return {"country": shown.country, "region": shown.region, "lines": lines}


def _folder(folder: Path | None) -> Path:
    return resources() if folder is None else folder
