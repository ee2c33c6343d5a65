"""Figures with something to compare them to: `python -m bench` prints a table and writes build/bench.md."""
