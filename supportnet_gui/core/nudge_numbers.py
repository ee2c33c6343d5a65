"""What reminders go by: every number of the rule, each with its reason."""

from __future__ import annotations

from datetime import time, timedelta
from typing import NamedTuple


class Numbers(NamedTuple):
    """One table. Days, unless said otherwise."""

    # Three left alone in a row: they may not be wanted just now, so one a week is enough.
    unanswered_to_one_a_week: int = 3
    # Two more: silence is the answer.
    unanswered_to_rest: int = 2
    # Or eight weeks after one of somebody's rhythm was left alone in which nothing was noted at all, however rare
    # reminders are: whoever leaves everything alone is left alone within two months.
    quiet_weeks_to_rest: int = 8 * 7
    # Each one about somebody that was left alone makes their gap longer, up to so many times what was chosen.
    longest_gap: int = 4
    # Put off so often in a row, somebody's own reminder rests.
    put_off_to_rest: int = 3
    # "Another time": as long as for a suggestion.
    another_time: int = 3
    # Dates and meetings come first, because they have a day; but not more than two in a row while somebody's
    # rhythm waits, or a weekly group could keep everyone else from ever coming up.
    occasions_in_a_row: int = 2
    # A date on a day without reminders is told up to so many days before.
    lead: int = 3
    # A meeting is told an hour before it begins, or on a day before.
    before_a_meeting: timedelta = timedelta(hours=1)
    # A reminder comes in the first half of the hours allowed, and within four hours: there is time left that day.
    spread_over: timedelta = timedelta(hours=4)
    # How much later than its first day the window of a rhythm is drawn as fully open: a quarter of the rhythm.
    window_part: int = 4
    window_most: int = 14
    # Newer reminders tell how things stand; before these forty it does not matter any more.
    looked_at: int = 40
    # A reminder dated later than this was shown while the clock was wrong, and does not count.
    clock_may_be_off: timedelta = timedelta(days=1)
    # Days that are tried one by one for the next reminder.
    looked_ahead: int = 400


NUMBERS = Numbers()

BEGINS, ENDS = time(10), time(19)
"""When reminders may come, until somebody says otherwise: neither on waking up nor in the evening's quiet."""
A_DAY, A_WEEK, HOURS_BETWEEN = 1, 3, 3
MOST_A_DAY, MOST_A_WEEK = 3, 7
