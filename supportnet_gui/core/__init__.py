"""The part that knows people, time and words to look up. Nothing in here imports Qt."""
