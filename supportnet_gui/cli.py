"""The terminal commands. No widgets: only QtCore, for words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QCoreApplication

from . import __version__, language, start
from .core.model import Energy, Felt, Need, Way
from .core.paths import Places, places

tr = QCoreApplication.translate


class Failure(Exception):
    """A command that cannot be done: the one line that says why, ending the program with 1."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line. Returns the exit code: 0; 1 with one clear line; 2 for usage."""
    application = QCoreApplication.instance() or QCoreApplication(["supportnet-gui"])
    language.install(application)
    try:
        wanted = _parser().parse_args(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    if wanted.command is None or (wanted.command == "crisis" and wanted.window):
        # Widgets need another kind of application object than words do.
        application.shutdown()
        page = "help" if wanted.command == "crisis" else ""
        return start.window(
            wanted.data_dir, demo=wanted.demo, now=wanted.now, page=page, hidden=wanted.background
        )
    try:
        return _command(wanted)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001  (whatever it is, a person gets one line)
        return _failed(error, places(wanted.data_dir))


def _command(wanted: argparse.Namespace) -> int:
    if wanted.command == "crisis":
        return _crisis(wanted)
    from . import cli_commands

    with cli_commands.opened(wanted) as store:
        commands = {
            "people": cli_commands.people,
            "log": cli_commands.log,
            "who": cli_commands.who,
            "next": cli_commands.coming_next,
            "calendar": cli_commands.calendar,
            "import": cli_commands.bring_in,
        }
        return commands[wanted.command](store, wanted)


def _failed(error: Exception, where: Places) -> int:
    """One line for a person. A fault of the program's own leaves its place, without data, in the log."""
    from . import words
    from .core.vault import explain

    if isinstance(error, Failure):
        line = str(error)
    elif (trouble := explain(error)) is not None:
        line = words.trouble(trouble) + (f" ({trouble.path})" if trouble.path else "")
    else:
        from . import report

        report.write(where.log, report.details(type(error), error.__traceback__))
        line = tr(
            "cli",
            "Something in Supportnet did not work. What was saved before is still on the disk. "
            "The log in the data folder says where it happened, without anything you wrote.",
        )
    print(line, file=sys.stderr)
    return 1


# -- help right now ------------------------------------------------------------------------------------------


def _crisis(wanted: argparse.Namespace) -> int:
    """Print the numbers for a country. Reads the bundled content and the preferences only: no database."""
    from .clock import Clock
    from .core import content

    country, _, nation = (wanted.country or _kept_place(places(wanted.data_dir))).upper().partition("-")
    if country and country not in content.countries():
        known = ", ".join(content.countries())
        raise Failure(
            tr(
                "cli",
                "There are no numbers here for {country}. Countries with numbers: {known}. Elsewhere, please "
                "call your local emergency number. findahelpline.com lists lines in many countries.",
            ).format(country=country, known=known)
        )
    if nation and f"{country}-{nation}" not in content.GB_NATIONS:
        raise Failure(
            tr("cli", "{place} is not known. Nations: {known}.").format(
                place=f"{country}-{nation}", known=", ".join(content.GB_NATIONS)
            )
        )
    panel = content.panel(country or None, f"{country}-{nation}" if nation else None)
    if wanted.json:
        print(json.dumps(content.panel_as_json(panel), ensure_ascii=False, indent=2))
    else:
        from .crisis_text import panel_text

        print(panel_text(panel, content.names(), Clock(wanted.now).now()))
    return 0


def _kept_place(where: Places) -> str:
    """The country and nation of the preferences, like "GB-SCT"; empty while unknown."""
    from .core.preferences import PreferencesFile

    kept = PreferencesFile(where.preferences).now
    return kept.nation or kept.country


# -- arguments -----------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            2,
            tr("cli", "{program}: {message}\nTry: {program} --help\n").format(
                program=self.prog, message=message
            ),
        )


def moment(text: str) -> datetime:
    """An ISO date or date-time; without an offset it is the computer's own time."""
    return datetime.fromisoformat(text).astimezone()


def day_or_moment(text: str) -> date | datetime:
    """An ISO date, or a date-time where the time is known."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


moment.__name__ = day_or_moment.__name__ = "ISO date or date-time"


def _parser() -> _Parser:
    parser = _Parser(
        prog="supportnet-gui",
        description=tr(
            "cli", "A private map of the people who support you. Without a command, the window opens."
        ),
    )
    parser.add_argument("--version", action="version", version=f"Supportnet {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help=tr("cli", "keep everything in this folder"))
    parser.add_argument(
        "--demo", action="store_true", help=tr("cli", "a made-up network, in a folder that is thrown away")
    )
    parser.add_argument("--now", type=moment, metavar="TIME", help=tr("cli", "act as if it were this time"))
    parser.add_argument(
        "--background", action="store_true", help=tr("cli", "start in the tray, without a window")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _people_arguments(commands)
    _log_arguments(commands)
    _who_arguments(commands)
    coming = commands.add_parser("next", help=tr("cli", "which reminder comes next, and why not sooner"))
    coming.add_argument("--json", action="store_true")
    calendar = commands.add_parser("calendar", help=tr("cli", "save coming reminders as a calendar file"))
    calendar.add_argument("file", type=Path, metavar="FILE")
    calendar.add_argument("--names", action="store_true", help=tr("cli", "say names in it"))
    bring_in = commands.add_parser("import", help=tr("cli", "bring in people from an address book (vCard)"))
    bring_in.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring_in.add_argument(
        "--all", action="store_true", help=tr("cli", "bring everyone in; without it, only look")
    )
    crisis = commands.add_parser("crisis", help=tr("cli", "help right now: the numbers for a country"))
    crisis.add_argument("--country", metavar="CC[-NATION]", help=tr("cli", "like IE, or GB-SCT for Scotland"))
    crisis.add_argument("--json", action="store_true")
    crisis.add_argument("--window", action="store_true", help=tr("cli", "open the window there"))
    return parser


def _people_arguments(commands: argparse._SubParsersAction[_Parser]) -> None:
    people = commands.add_parser("people", help=tr("cli", "list the people you keep"))
    people.add_argument("--json", action="store_true")
    people.add_argument(
        "--all", action="store_true", help=tr("cli", "also those not suggested and those in the archive")
    )


def _log_arguments(commands: argparse._SubParsersAction[_Parser]) -> None:
    log = commands.add_parser("log", help=tr("cli", "log a check-in"))
    log.add_argument(
        "names", nargs="+", metavar="NAME", help=tr("cli", "an id, a name, or how a name begins")
    )
    log.add_argument("--when", type=day_or_moment, metavar="TIME", help=tr("cli", "an ISO date or date-time"))
    log.add_argument("--way", choices=[str(way) for way in Way])
    log.add_argument("--felt", choices=[str(felt) for felt in Felt])
    log.add_argument("--note", default="")


def _who_arguments(commands: argparse._SubParsersAction[_Parser]) -> None:
    who = commands.add_parser("who", help=tr("cli", "whom you could reach out to, and how"))
    who.add_argument("--need", choices=[str(need) for need in Need], default=Need.ANYTHING.value)
    who.add_argument("--energy", choices=[str(energy) for energy in Energy], default=Energy.LITTLE.value)
    who.add_argument("--json", action="store_true")
