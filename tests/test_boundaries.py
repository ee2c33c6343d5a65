"""Who may import whom, and what nothing may use: docs/architecture.md as tests.

Ruff says the same about single names while one types (`banned-api`); this file sees modules, late imports and
what an import pulls in. `faults()` works on any folder, so the rules themselves are tried on planted faults.
"""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APP = "supportnet_gui"
LONGEST_FILE = 400  # lines

QT = ("PySide6", "shiboken6")
DATABASE = ("sqlite_utils", "sqlcipher3", "sqlite3", "pysqlite3")
NETWORK = (
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets", "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets",
    "xmlrpc",
)  # fmt: skip
# A second start raises the first over a local socket, which reaches no network.
LOCAL_SOCKET = ("PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket")
CLOCK_CALLS = (
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.localtime",
    "time.gmtime", "QDate.currentDate", "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc",
    "QTime.currentTime",
)  # fmt: skip
CLOCK_SQL = ("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "'now'")
WORDS = tuple(
    f"{APP}.{name}words"
    for name in ("", "crisis_", "meeting_", "reason_", "reminder_", "resource_", "suggestion_")
)
WIRING = ("app", "background", "reminding", "__main__")
PAGES = (
    "today", "people", "support_map", "check_ins", "resources", "around", "journal", "plan", "settings",
)  # fmt: skip

REMINDERS = (
    "candidate", "days", "easing", "moments", "nudge_model", "nudge_numbers", "nudges", "occasions", "pace", "rhythm",
    "waiting",
)  # fmt: skip
"""What the parts of reminders may know of each other."""


def ours(*names: str) -> tuple[str, ...]:
    return tuple(f"{APP}.{name}" for name in names)


@dataclass(frozen=True)
class Rule:
    """What the modules under `who` may not import; `but` names what is allowed all the same."""

    who: tuple[str, ...]
    never: tuple[str, ...]
    but: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    types_may: bool = False  # a name used only in annotations is no fault

    def broken_by(self, name: str, imported: "Import") -> bool:
        return (
            under(name, self.who)
            and not under(name, self.not_in)
            and under(imported.name, self.never)
            and not under(imported.name, self.but)
            and not (self.types_may and imported.for_types)
        )


RULES = (
    Rule((APP,), NETWORK, not_in=ours("desktop.single_instance")),
    Rule(ours("desktop.single_instance"), NETWORK, but=LOCAL_SOCKET),
    # The desktop's own bus, a socket in the file system: jeepney speaks over no other kind.
    Rule((APP,), ("jeepney",), not_in=ours("desktop.session_bus")),
    Rule((APP,), DATABASE, not_in=ours("core.sqlite")),
    Rule(ours("core"), (*QT, *ours("ui", "desktop", "words", "cli", *WIRING))),
    # The clock is handed in: the core may say what it takes, and never reach for it.
    Rule(ours("core"), ours("clock"), types_may=True),
    Rule(WORDS, (*QT, APP), but=("PySide6.QtCore", *ours("core"), *WORDS)),
    Rule(ours("ui"), ours(*WIRING, "cli", "desktop", "core.sqlite", "core.schema")),
    Rule(ours("desktop"), ours(*WIRING, "cli", "ui", "core.sqlite", "core.schema")),
    Rule(ours("cli"), ours(*WIRING, "ui", "desktop", "core.sqlite", "core.schema")),
    Rule(ours("core.store"), ours("core.exchange", "core.content", "core.preferences")),
    Rule(ours("core.model"), (APP,), but=ours("core.model")),
    *(
        Rule(
            ours(f"core.{pure}"), (APP,), but=ours("core.model", f"core.{pure}", *(f"core.{m}" for m in may))
        )
        for pure, may in (
            *((alone, ()) for alone in ("network", "days", "meetings", "evidence")),
            *((alone, ()) for alone in ("acts", "weights", "nudge_numbers", "nudge_model")),
            ("candidate", ("evidence",)),
            ("resource_model", ()),
            ("steps", ("resource_model",)),
            *((part, ("nudge_numbers",)) for part in ("rhythm", "pace")),
            ("easing", ("nudge_model", "nudge_numbers")),
            ("occasions", ("candidate", "days", "meetings", "nudge_model", "nudge_numbers", "pace")),
            ("moments", ("days", "nudge_numbers", "occasions", "pace")),
            ("waiting", REMINDERS),
            ("nudges", REMINDERS),
            ("upcoming", REMINDERS),
            ("calendar_entries", ("nudge_model", "nudges")),
            ("reasons", ("candidate", "days", "evidence", "meetings", "weights")),
            ("suggestions", ("acts", "candidate", "days", "evidence", "reasons", "weights")),
        )
    ),
    *(
        Rule(ours(f"ui.{page}"), ours("ui.main_window", *(f"ui.{p}" for p in PAGES if p != page)))
        for page in PAGES
    ),
)
# The crisis page opens with no database, so it is told by name what it may use.
CRISIS_MAY = (
    *ours("core.content", "words", "crisis_words", "ui.widgets", "ui.theme", "ui.crisis"),
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtWidgets",
)


@dataclass(frozen=True)
class Import:
    name: str  # dotted; for `from a import b` it is a.b
    line: int
    for_types: bool  # under `if TYPE_CHECKING:`


def under(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(place + ".") for place in places)


def module_name(file: Path, root: Path) -> str:
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(tree: ast.Module, package: str) -> Iterator[Import]:
    """Every import in the file, in functions and for types too, and import_module("…") of a literal name."""
    typing = {
        id(inner)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.If) and dotted(outer.test).endswith("TYPE_CHECKING")
        for statement in outer.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        for_types = id(node) in typing
        match node:
            case ast.Import(names=names):
                yield from (Import(alias.name, node.lineno, for_types) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                # One dot is the file's own package, two the one above.
                above = package.split(".")[: package.count(".") + 2 - level] if level else []
                base = ".".join([*above, *([module] if module else [])])
                yield from (Import(f"{base}.{alias.name}", node.lineno, for_types) for alias in names)
            case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]) if dotted(func).endswith(
                ("import_module", "__import__")
            ):
                yield Import(name, node.lineno, for_types)


def dotted(node: ast.expr) -> str:
    """`a.b.c` as text; what is no such chain of names ends it on the left."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
    return ""


def clock_readings(tree: ast.Module) -> Iterator[int]:
    """The lines that ask what time it is, in Python, Qt or SQL."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=func) if ("." + dotted(func)).endswith(
                tuple(f".{call}" for call in CLOCK_CALLS)
            ):
                yield node.lineno
            case ast.Constant(value=str(text)) if any(word in text for word in CLOCK_SQL):
                yield node.lineno


def crisis_faults(name: str, imported: Import) -> Iterator[str]:
    page = name.removeprefix(f"{APP}.ui.")
    outside = not under(imported.name, CRISIS_MAY) and not imported.name.startswith(f"{APP}.ui.crisis")
    if (
        name.startswith(f"{APP}.ui.")
        and page.startswith("crisis")
        and under(imported.name, (APP, *QT))
        and outside
    ):
        yield f"{name}:{imported.line} imports {imported.name}: help opens with no database at all"


def faults(root: Path) -> list[str]:
    """Each broken rule in the package under root, as `module:line what`."""
    found: list[str] = []
    for file in sorted((root / APP).rglob("*.py")):
        name, text = module_name(file, root), file.read_text(encoding="utf-8")
        tree = ast.parse(text, str(file))
        package = name if file.stem == "__init__" else name.rpartition(".")[0]
        for imported in imports(tree, package):
            found += [
                f"{name}:{imported.line} imports {imported.name}"
                for rule in RULES
                if rule.broken_by(name, imported)
            ]
            found += crisis_faults(name, imported)
        if name != f"{APP}.clock":
            found += [f"{name}:{line} reads the clock" for line in clock_readings(tree)]
        if (lines := text.count("\n")) > LONGEST_FILE:
            found.append(f"{name} has {lines} lines")
    return found


def modules(places: tuple[str, ...]) -> list[str]:
    names = [module_name(file, ROOT) for file in sorted((ROOT / APP).rglob("*.py"))]
    return [name for name in names if under(name, places)]


def import_without(missing: tuple[str, ...], names: list[str]) -> None:
    """Import the modules in a fresh interpreter that has no `missing`, or fail with its words."""
    code = "import sys, importlib as i; sys.modules.update(dict.fromkeys(sys.argv[1].split()))"
    code += "; [i.import_module(name) for name in sys.argv[2:]]"
    command = [sys.executable, "-c", code, " ".join(missing), *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_no_module_breaks_a_rule() -> None:
    assert modules((APP,)), "no modules found: is the package still where this test looks?"
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core/rhythm.py", "from PySide6.QtCore import QDate"),
        ("core/rhythm.py", "from supportnet_gui.core.store import Store"),
        ("core/vault.py", "def f():\n    import sqlite_utils"),
        ("core/vault.py", "from supportnet_gui import words"),
        ("core/store/people.py", "from supportnet_gui.core.exchange import vcard"),
        ("core/store/people.py", "from ..exchange import vcard"),
        ("core/rhythm.py", "from . import content"),
        ("core/suggestions.py", "from .store import Store"),
        ("core/evidence.py", "from .suggestions import Candidate"),
        ("core/__init__.py", "from .. import words"),
        ("core/sqlite.py", "import socket"),
        ("core/schema.py", "SQL = 'created text default CURRENT_TIMESTAMP'"),
        ("core/vault.py", "from supportnet_gui.clock import Clock"),
        ("core/model.py", "from datetime import datetime\nx = datetime.now()"),
        ("words.py", "from PySide6.QtWidgets import QLabel"),
        ("words.py", "from supportnet_gui.clock import Clock"),
        ("cli.py", "from supportnet_gui.ui.theme import Theme"),
        ("ui/today.py", "from supportnet_gui.ui.people import PeoplePage"),
        ("ui/people/panel.py", "from supportnet_gui.ui.main_window import MainWindow"),
        ("ui/theme.py", "from supportnet_gui.core import sqlite"),
        ("ui/today.py", "from PySide6.QtCore import QDate\nx = QDate.currentDate()"),
        ("ui/crisis.py", "from supportnet_gui.core.store import Store"),
        ("ui/crisis_lines.py", "import supportnet_gui.core.vault"),
        ("ui/crisis/panel.py", "from PySide6.QtNetwork import QLocalSocket"),
        ("desktop/tray.py", "from PySide6.QtNetwork import QLocalSocket"),
        ("desktop/single_instance.py", "from PySide6.QtNetwork import QNetworkAccessManager"),
        ("desktop/notices.py", "def f():\n    import jeepney"),
        ("desktop/session_bus.py", "import socket"),
        ("desktop/tray.py", "from supportnet_gui.reminding import Reminding"),
        ("ui/settings.py", "from supportnet_gui.background import Background"),
        ("app.py", "import importlib\nimportlib.import_module('http.client')"),
        ("app.py", "\n" * 401),
    ],
)
def test_a_planted_fault_is_found(file: str, line: str, tmp_path: Path) -> None:
    planted = tmp_path / APP / file
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")
    assert faults(tmp_path)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core/sqlite.py", "import sqlcipher3"),
        ("core/rhythm.py", "from supportnet_gui.core.model import Rhythm"),
        ("core/rhythm.py", "from .model import Rhythm"),
        ("core/store/people.py", "from ..model import Supporter\nfrom .rows import row"),
        ("core/vault.py", "if TYPE_CHECKING:\n    from ..clock import Clock"),
        ("words.py", "from PySide6.QtCore import QCoreApplication"),
        ("clock.py", "from datetime import datetime\nx = datetime.now()"),
        ("ui/crisis.py", "from supportnet_gui.ui.crisis_lines import Lines\nfrom pathlib import Path"),
        ("ui/people/panel.py", "from supportnet_gui.ui.people.form import Form"),
        ("desktop/single_instance.py", "from PySide6.QtNetwork import QLocalServer, QLocalSocket"),
        ("desktop/session_bus.py", "from jeepney.io.blocking import open_dbus_connection"),
    ],
)
def test_what_is_allowed_is_no_fault(file: str, line: str, tmp_path: Path) -> None:
    sound = tmp_path / APP / file
    sound.parent.mkdir(parents=True)
    sound.write_text(line, encoding="utf-8")
    assert faults(tmp_path) == []


def test_the_core_needs_no_qt() -> None:
    names = modules(ours("core"))
    assert names
    import_without(QT, names)


def test_the_terminal_needs_no_widgets() -> None:
    terminal = ours("cli", "words", "meeting_words", "crisis_words", "crisis_text", "core")
    import_without(("PySide6.QtWidgets", "PySide6.QtGui"), modules(terminal))


def test_help_right_now_needs_no_database() -> None:
    names = [name for name in modules(ours("ui")) if name.startswith(f"{APP}.ui.crisis")]
    assert names
    import_without((*DATABASE, *ours("core.store", "core.vault", "core.sqlite")), names)


def test_the_core_has_every_ban_of_the_root() -> None:
    root = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    core = tomllib.loads((ROOT / APP / "core" / "ruff.toml").read_text(encoding="utf-8"))
    banned = [table["lint"]["flake8-tidy-imports"]["banned-api"] for table in (root, core)]
    assert set(banned[1]) == {*banned[0], *QT}
