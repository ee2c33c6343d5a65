"""Whom Today suggests, over 2,000 people and 200,000 check-ins, and over ten times the check-ins."""

from __future__ import annotations

from .figures import Figure, Section
from .large import folder, folder_of_ten_times
from .processes import run

ROUNDS = 5


def measure() -> Section:
    """The store's own method, in turns over both databases."""
    large: dict[str, list[float]] = {}
    ten_times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for found, where in ((large, folder()), (ten_times, folder_of_ten_times())):
            for name, took in run("suggestions", where).items():
                if isinstance(took, list):
                    found.setdefault(name, []).extend(took)
    figures = (
        Figure("Suggestions over 2,000 people and 200,000 check-ins, warm", large["warm"], most=20),
        Figure("The same, right after a check-in was logged", large["after a check-in"], most=20),
        Figure("The same, right after someone was put off", large["after another time"], most=20),
        Figure("Suggestions, ten times the check-ins", ten_times["warm"], large["warm"], most=2),
        Figure(
            "The same, right after a check-in was logged",
            ten_times["after a check-in"],
            large["after a check-in"],
            most=2,
        ),
        Figure("Suggestions, the first time in a process", large["first"]),
    )
    note = (
        "Suggestions: each measured call has another need or energy, or something that was noted in between; half "
        "of the people have a birthday, some meet weekly. What was noted about people is kept at hand, the answer "
        "is not. The ratio compares 2,000,000 check-ins with 200,000."
    )
    return Section(figures, (note,))
