"""Whether the screen wants quiet, where no desktop is needed to find out."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from supportnet_gui.desktop import full_screen
from supportnet_gui.desktop.quiet import Quiet


def asked(quiet: Quiet) -> list[bool]:
    told: list[bool] = []
    quiet.ask(told.append)
    return told


@pytest.mark.parametrize(
    ("state", "failed", "quiet"),
    [(5, 0, False), (2, 0, True), (3, 0, True), (4, 0, True), (6, 0, True), (1, 0, True), (2, 1, False)],
)
def test_windows_is_asked_what_it_accepts(monkeypatch, state, failed, quiet):
    def query(answer):
        answer._obj.value = state
        return failed

    shell = SimpleNamespace(shell32=SimpleNamespace(SHQueryUserNotificationState=query))
    monkeypatch.setattr(ctypes, "windll", shell, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert asked(Quiet(None)) == [quiet]


def test_a_mac_cannot_be_asked(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert asked(Quiet(None)) == [False]


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is asked on Linux")
@pytest.mark.parametrize("display", ["", ":98765"])
def test_without_an_x_server_nothing_fills_the_screen(monkeypatch, display):
    monkeypatch.setenv("DISPLAY", display)
    assert full_screen.is_full_screen() is False


def test_without_its_library_nothing_fills_the_screen(monkeypatch):
    def missing(_name):
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert full_screen.is_full_screen() is False
