"""Whether the window in use fills the screen, on X11: a film, a game, a talk.

Qt tells about our own windows only, so the window manager's notes on the screen are read with libxcb, which Qt has
loaded anyway, over a connection of our own that is closed again. What is not there, or went wrong, is "no".
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ANY_TYPE = 0
MOST_WORDS = 64


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Roots(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class Screen:
    """Reads properties of windows, each a list of numbers."""

    def __init__(self, xcb: Any, libc: Any, connection: int) -> None:
        self._xcb, self._libc, self._connection = xcb, libc, ctypes.c_void_p(connection)

    def root(self) -> int:
        """The window behind all others, on the screen that is counted first."""
        roots = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        return int(roots.data[0])

    def atom(self, name: str) -> int:
        """The number of a name; 0 where nobody has used it."""
        text = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._connection, 1, len(text), text)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        if not reply:
            return 0
        number = ctypes.cast(reply + 8, ctypes.POINTER(ctypes.c_uint32))[0]
        self._libc.free(ctypes.c_void_p(reply))
        return int(number)

    def numbers(self, window: int, name: int) -> list[int]:
        cookie = self._xcb.xcb_get_property(self._connection, 0, window, name, ANY_TYPE, 0, MOST_WORDS)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return []  # The window has gone meanwhile.
        count = self._xcb.xcb_get_property_value_length(ctypes.c_void_p(reply)) // 4
        value = self._xcb.xcb_get_property_value(ctypes.c_void_p(reply))
        found = list(ctypes.cast(value, ctypes.POINTER(ctypes.c_uint32))[:count]) if count else []
        self._libc.free(ctypes.c_void_p(reply))
        return found


def is_full_screen() -> bool:
    """Whether the window that has the keyboard fills its screen."""
    with _screen() as screen:
        if screen is None:
            return False
        active = screen.numbers(screen.root(), screen.atom("_NET_ACTIVE_WINDOW"))
        if not active or not active[0]:
            return False
        full = screen.atom("_NET_WM_STATE_FULLSCREEN")
        return full != 0 and full in screen.numbers(active[0], screen.atom("_NET_WM_STATE"))


@contextmanager
def _screen() -> Iterator[Screen | None]:
    try:
        xcb, libc = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
    except OSError:
        yield None
        return
    _declare(xcb)
    connection = xcb.xcb_connect(None, None)
    try:
        yield (
            None
            if xcb.xcb_connection_has_error(ctypes.c_void_p(connection))
            else Screen(xcb, libc, connection)
        )
    finally:
        xcb.xcb_disconnect(ctypes.c_void_p(connection))


def _declare(xcb: Any) -> None:
    """Pointers are wider than the numbers that ctypes takes every answer for."""
    pointer, number, small = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint8
    for name in (
        "xcb_connect",
        "xcb_get_setup",
        "xcb_intern_atom_reply",
        "xcb_get_property_reply",
        "xcb_get_property_value",
    ):
        getattr(xcb, name).restype = pointer
    xcb.xcb_get_setup.argtypes = (pointer,)
    xcb.xcb_setup_roots_iterator.argtypes = (pointer,)
    xcb.xcb_setup_roots_iterator.restype = _Roots
    xcb.xcb_intern_atom.argtypes = (pointer, small, ctypes.c_uint16, ctypes.c_char_p)
    xcb.xcb_get_property.argtypes = (pointer, small, number, number, number, number, number)
    for asked in ("xcb_intern_atom", "xcb_get_property"):
        getattr(xcb, asked).restype = _Cookie
        getattr(xcb, f"{asked}_reply").argtypes = (pointer, _Cookie, pointer)
