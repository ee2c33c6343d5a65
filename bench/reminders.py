"""Which reminder comes next, over 2,000 people who all have a rhythm, and 200,000 check-ins."""

from __future__ import annotations

from .figures import Figure, Section
from .large import folder, folder_of_ten_times
from .processes import run

ROUNDS = 5


def measure() -> Section:
    """The store's own methods, in turns over both databases."""
    large: dict[str, list[float]] = {}
    ten_times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for found, where in ((large, folder()), (ten_times, folder_of_ten_times())):
            for name, took in run("reminders", where).items():
                if isinstance(took, list):
                    found.setdefault(name, []).extend(took)
    figures = (
        Figure("The next reminder over 2,000 people and 200,000 check-ins, warm", large["warm"], most=20),
        Figure("The same, as it is asked for twice a minute", large["again"], most=2),
        Figure("The same, right after a check-in was logged", large["after a check-in"], most=20),
        Figure("A reminder that is due, until it stands in the file", large["deliver"], most=50),
        Figure("Before the first look: the longest slice of reading", large["slice"], most=50),
        Figure("The next reminder, ten times the check-ins", ten_times["warm"], large["warm"], most=2),
        Figure("The next reminder, the first time in a process, read in one go", large["first"]),
        Figure("The month's picture", large["month"]),
    )
    note = (
        "Reminders: each is worked out anew, but where it says how it is asked for. Everyone has a rhythm, half of the "
        "people a notice of their birthday, 500 reminders were shown in the years before. What was noted about people "
        "is kept at hand with what suggestions read; a window that starts in the background reads it in slices "
        "before the first look."
    )
    return Section(figures, (note,))
