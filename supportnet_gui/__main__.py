"""Where the program starts: reads the arguments and picks the window or a command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for. Returns the exit code: 0, 1 with one clear line, or 2 for usage."""
    arguments = sys.argv[1:]
    if not arguments:
        # The usual start: reading arguments would cost time before the window is seen.
        from . import start

        return start.window()
    from .cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
