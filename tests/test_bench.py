"""The table of figures: what holds is said to hold, what does not is said not to. Nothing is timed here."""

import pytest

from bench import __main__ as command
from bench.figures import Figure, Section, table


def test_a_ratio_is_of_medians():
    figure = Figure("start", ours=[100, 300, 900], beside=[200, 100, 7], most=3)
    assert figure.measure == 3
    assert figure.holds is True
    assert Figure("start", [301], [100], most=3).holds is False


def test_without_something_beside_it_the_goal_is_in_the_unit():
    assert Figure("key", [16.0], most=16).holds is True
    assert Figure("key", [16.1], most=16).holds is False
    assert Figure("only told", [99]).holds is None


def test_the_table_marks_what_is_missed_and_says_how_many_runs():
    text = table(
        [Section((Figure("slow", [40, 50, 60], [20], most=2, aim=1.5), Figure("told", [1.234])), ("a note",))]
    )
    assert "| slow | 50.0 ms (3) | 20.0 ms (1) | 2.50 × | ≤ 2 × (aim 1.5 ×: no) | **no** |" in text
    assert "| told | 1.23 ms (1) | – | – | – | – |" in text
    assert "- a note" in text
    assert "PySide6-Essentials" in text


@pytest.mark.parametrize(
    ("took", "arguments", "code"), [(1, ["--strict"], 0), (3, ["--strict"], 1), (3, [], 0)]
)
def test_only_strict_ends_with_1(took, arguments, code, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(command, "SECTIONS", {"one": lambda: Section((Figure("one", [took], [1], most=2),))})
    monkeypatch.setattr(command, "WORK", tmp_path / "build" / "bench")
    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["bench", *arguments])
    assert command.main() == code
    told = capsys.readouterr()
    assert (tmp_path / "build" / "bench.md").read_text(encoding="utf-8") in told.out
    assert ("Missed: one" in told.err) is (took == 3)
