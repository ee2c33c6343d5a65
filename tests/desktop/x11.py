"""What a window manager would do, for a screen that has none: `python x11.py close NUMBER` asks a window to close."""

from __future__ import annotations

import ctypes
import struct
import sys

from supportnet_gui.desktop import full_screen

CLIENT_MESSAGE, WINDOW = 33, 33


def atom(screen: full_screen.Screen, name: str) -> int:
    """The number of a name, which gets one if it has none."""
    xcb, connection = screen._xcb, screen._connection
    cookie = xcb.xcb_intern_atom(connection, 0, len(name), name.encode())
    return ctypes.cast(
        xcb.xcb_intern_atom_reply(connection, cookie, None) + 8, ctypes.POINTER(ctypes.c_uint32)
    )[0]


def close(window: int) -> None:
    """As the cross on a window's frame does."""
    with full_screen._screen() as screen:
        assert screen is not None
        event = struct.pack(
            "=BBHII5I",
            CLIENT_MESSAGE,
            32,
            0,
            window,
            atom(screen, "WM_PROTOCOLS"),
            atom(screen, "WM_DELETE_WINDOW"),
            *(0,) * 4,
        )
        screen._xcb.xcb_send_event(screen._connection, 0, ctypes.c_uint32(window), 0, event)
        screen._xcb.xcb_flush(screen._connection)


def mark_in_use(window: int) -> None:
    """Say on the screen that this window has the keyboard."""
    with full_screen._screen() as screen:
        assert screen is not None
        number = ctypes.c_uint32(window)
        screen._xcb.xcb_change_property(
            screen._connection,
            0,
            ctypes.c_uint32(screen.root()),
            ctypes.c_uint32(atom(screen, "_NET_ACTIVE_WINDOW")),
            WINDOW,
            32,
            1,
            ctypes.byref(number),
        )
        screen._xcb.xcb_flush(screen._connection)
        screen.root()
        screen.atom("_NET_ACTIVE_WINDOW")  # An answer means that what came before is done.


if __name__ == "__main__":
    close(int(sys.argv[2]))
