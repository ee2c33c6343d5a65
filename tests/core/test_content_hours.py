"""Hours are told in the line's own zone, and only where they are known whole."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core import content
from supportnet_gui.core.content import Open, OpenState, Service
from supportnet_gui.core.content.hours import DAYS, Row, state

LONDON, AUCKLAND, DENVER = ZoneInfo("Europe/London"), ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Denver")


def line(country: str, nation: str | None, service_id: str) -> Service:
    found = content.panel(country, nation).find(service_id)
    assert found is not None
    return found


def breathing_space(when: datetime) -> OpenState:
    return content.open_state(line("GB", "GB-SCT", "gb-sct-breathing-space"), when)


@pytest.mark.parametrize(
    ("now", "expected", "changes"),
    [
        # 24 November 2026 is a Tuesday.
        (datetime(2026, 11, 24, 3, 0), Open.LATER, datetime(2026, 11, 24, 18, 0)),
        (datetime(2026, 11, 24, 1, 59), Open.NOW, datetime(2026, 11, 24, 2, 0)),
        (datetime(2026, 11, 24, 2, 0), Open.LATER, datetime(2026, 11, 24, 18, 0)),
        (datetime(2026, 11, 24, 18, 0), Open.NOW, datetime(2026, 11, 25, 2, 0)),
        (datetime(2026, 11, 27, 17, 59), Open.LATER, datetime(2026, 11, 27, 18, 0)),
        (datetime(2026, 11, 27, 23, 0), Open.NOW, datetime(2026, 11, 30, 6, 0)),
        (datetime(2026, 11, 29, 0, 0), Open.NOW, datetime(2026, 11, 30, 6, 0)),
        (datetime(2026, 11, 30, 5, 59), Open.NOW, datetime(2026, 11, 30, 6, 0)),
        (datetime(2026, 11, 30, 6, 0), Open.LATER, datetime(2026, 11, 30, 18, 0)),
    ],
)
def test_breathing_space(now: datetime, expected: Open, changes: datetime) -> None:
    found = breathing_space(now.replace(tzinfo=LONDON))
    assert (found.open, found.changes_at) == (expected, changes.replace(tzinfo=LONDON))


def test_lifeline_in_auckland_at_three_opens_at_seven() -> None:
    lifeline = line("NZ", None, "nz-lifeline")
    night = content.open_state(lifeline, datetime(2026, 11, 24, 3, 0, tzinfo=AUCKLAND))
    assert night == OpenState(Open.LATER, datetime(2026, 11, 24, 7, 0, tzinfo=AUCKLAND))
    evening = content.open_state(lifeline, datetime(2026, 11, 24, 23, 59, tzinfo=AUCKLAND))
    assert evening == OpenState(Open.NOW, datetime(2026, 11, 25, 0, 0, tzinfo=AUCKLAND))


def test_the_zone_is_the_lines_own_wherever_the_computer_is() -> None:
    in_denver = datetime(2026, 11, 23, 20, 0, tzinfo=DENVER)  # 3 am on Tuesday in Glasgow
    found = breathing_space(in_denver)
    assert found == OpenState(Open.LATER, datetime(2026, 11, 24, 18, 0, tzinfo=LONDON))


@pytest.mark.parametrize(
    ("country", "nation", "service_id", "expected"),
    [
        ("US", None, "us-988", Open.ALWAYS),
        ("GB", "GB-SCT", "gb-sct-nhs24", Open.ALWAYS),
        ("US", None, "us-nami-helpline", Open.UNKNOWN),  # closed on holidays no row knows
        ("GB", None, "gb-mind", Open.UNKNOWN),
        ("GB", None, "gb-childline", Open.UNKNOWN),
        ("NZ", None, "nz-suicide-crisis", Open.UNKNOWN),
        ("ZA", None, "za-sadag-cipla", Open.UNKNOWN),
        ("FR", None, "fr-3114", Open.UNKNOWN),
    ],
)
def test_nothing_is_said_that_is_not_known(
    country: str, nation: str | None, service_id: str, expected: Open
) -> None:
    found = content.open_state(line(country, nation, service_id), datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert found == OpenState(expected)


def test_every_zone_that_ships_exists() -> None:
    for country in content.countries():
        for nation in (None, *content.nations(country)):
            for service in content.panel(country, nation).lines:
                for row in service.open:
                    assert ZoneInfo(row.zone).key == row.zone


def test_an_unknown_zone_is_said_to_be_unknown() -> None:
    rows = (Row(DAYS, time(0), time(0), "Mars/Olympus"),)
    assert state(rows, datetime(2026, 1, 1, tzinfo=UTC)) == OpenState(Open.UNKNOWN)


def test_clocks_that_change_in_the_night() -> None:
    rows = (Row(DAYS, time(0, 30), time(3), "Europe/London"),)
    # 29 March 2026: one o'clock becomes two. 25 October 2026: two becomes one.
    spring = state(rows, datetime(2026, 3, 29, 0, 45, tzinfo=UTC))
    assert spring.changes_at is not None
    assert spring.changes_at.astimezone(UTC) == datetime(2026, 3, 29, 2, 0, tzinfo=UTC)
    for utc_hour in (0, 1, 2):
        autumn = state(rows, datetime(2026, 10, 25, utc_hour, 45, tzinfo=UTC))
        assert autumn.open is Open.NOW, utc_hour
    assert state(rows, datetime(2026, 10, 25, 3, 0, tzinfo=UTC)).open is Open.LATER


TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
ROWS = st.lists(
    st.builds(
        Row,
        st.lists(st.sampled_from(DAYS), min_size=1, max_size=7, unique=True).map(tuple),
        TIMES,
        TIMES,
        st.sampled_from(["Asia/Kolkata", "UTC"]),  # no summer time: the plain reading below is exact
    ),
    min_size=1,
    max_size=3,
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


def plainly_open(rows: list[Row], now: datetime) -> bool:
    """The same question asked day by day and clock by clock."""
    for row in rows:
        here = now.astimezone(ZoneInfo(row.zone))
        today, clock = DAYS[here.weekday()], here.time()
        yesterday = DAYS[(here - timedelta(days=1)).weekday()]
        if row.end > row.start:
            if today in row.days and row.start <= clock < row.end:
                return True
        elif (today in row.days and clock >= row.start) or (yesterday in row.days and clock < row.end):
            return True
    return False


@given(ROWS, MOMENTS)
def test_open_now_is_what_the_rows_say(rows: list[Row], now: datetime) -> None:
    found = state(rows, now)
    assert (found.open is Open.NOW) == plainly_open(rows, now)
    if found.changes_at is not None:
        change = found.changes_at.astimezone(UTC)
        assert change > now
        if change - now < timedelta(days=7):
            assert plainly_open(rows, change) is not (found.open is Open.NOW)
            assert plainly_open(rows, change - timedelta(microseconds=1)) is (found.open is Open.NOW)
