"""Where everything is kept: the person's folder, and the files that come with the app."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

APPLICATION_ID = "app.supportnet.Supportnet"
FOLDER_NAME = "supportnet"


class Places(NamedTuple):
    """The files of one data folder. Making this makes nothing on disk."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "supportnet.db"

    @property
    def preferences(self) -> Path:
        return self.root / "preferences.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def log(self) -> Path:
        return self.root / "log" / "supportnet.log"

    @property
    def lock(self) -> Path:
        return self.root / "window.lock"


def places(data_dir: str | Path | None = None) -> Places:
    """The given folder, or the one the operating system keeps for this app's data."""
    if data_dir is not None:
        return Places(Path(data_dir).expanduser().absolute())
    from platformdirs import user_data_path

    return Places(user_data_path(FOLDER_NAME, appauthor=False))


@cache
def resources() -> Path:
    """The folder of bundled files: inside the installed package, or beside it in a source tree."""
    inside = Path(__file__).resolve().parent.parent / "resources"
    return inside if inside.is_dir() else inside.parent.parent / "resources"


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open. Raises OSError where that is not possible."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read; an existing file keeps what is in it."""
    path.touch(mode=0o600, exist_ok=True)
    path.chmod(0o600)
