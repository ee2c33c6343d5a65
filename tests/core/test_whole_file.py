"""A file somebody asked for is written whole, or not at all, and why not is said."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from supportnet_gui.core.exchange.whole_file import NotWritten, write_whole


def test_it_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.pdf", b"words") is None
    assert (tmp_path / "a.pdf").read_bytes() == b"words"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"words")
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"before")
    write_whole(tmp_path / "a.pdf", b"after")
    assert (tmp_path / "a.pdf").read_bytes() == b"after"


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, NotWritten.NO_ROOM),
        (errno.EACCES, NotWritten.NOT_ALLOWED),
        (errno.EROFS, NotWritten.NOT_ALLOWED),
        (errno.EIO, NotWritten.OTHER),
    ],
)
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: NotWritten
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"before")

    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert write_whole(tmp_path / "a.pdf", b"after") is why
    assert (tmp_path / "a.pdf").read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "gone" / "a.pdf", b"words") is NotWritten.NO_FOLDER


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert write_whole(tmp_path / "a.pdf", b"words") is NotWritten.NOT_ALLOWED
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    assert write_whole(tmp_path / "a.pdf", b"words") is not None
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]
