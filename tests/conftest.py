"""Settings every test shares: no display needed, and hypothesis that always does the same thing in CI."""

import os

import pytest
from hypothesis import HealthCheck, settings

# Before any test module imports Qt. QT_QPA_PLATFORM=xcb runs the same tests in a real window (inside Xvfb).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine is slow at odd moments: a deadline would fail for reasons that are not faults.
settings.register_profile("local", deadline=None, max_examples=60)
settings.register_profile(
    "ci", deadline=None, max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.hookimpl(optionalhook=True)
def pytest_xvfb_disable(config: pytest.Config) -> bool:
    """An offscreen run needs no Xvfb, so none is started for it."""
    return os.environ["QT_QPA_PLATFORM"] == "offscreen"
