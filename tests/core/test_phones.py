"""People's numbers: what a phone dials, and which spellings are one number."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core import phones


@pytest.mark.parametrize(
    ("typed", "region", "dials"),
    [
        ("087 123 4567", "IE", "+353871234567"),
        ("087 123 4567", "ie", "+353871234567"),
        ("+353 87 123 4567", None, "+353871234567"),
        ("+44 (0)20 7946 0958", None, "+442079460958"),
        ("030/1234567", "DE", "+49301234567"),
        ("٠٨٧١٢٣٤٥٦٧", "IE", "+353871234567"),
        ("087 123 4567 / 01 234 5678", "IE", "+353871234567"),
        # Not understood: the digits as typed.
        ("087 123 4567", None, "0871234567"),
        ("087 123 4567", "", "0871234567"),
        ("12 34", "IE", "1234"),
        ("911", "US", "911"),
        ("116 123", "IE", "116123"),
        ("*31# 087 123", "IE", "*31#087123"),
        ("+12 3+4", None, "+1234"),
        ("٠٨٧", None, "087"),
        ("ask Sam", "IE", None),
        ("+", "IE", None),
        ("", None, None),
        ("9" * 40, "IE", None),
    ],
)
def test_what_a_phone_dials(typed: str, region: str | None, dials: str | None) -> None:
    assert phones.dialled(typed, region) == dials


def test_links() -> None:
    assert phones.tel_link("087 123 4567", "IE") == "tel:+353871234567"
    assert phones.tel_link("087 123 4567 ext. 5", "IE") == "tel:+353871234567;ext=5"
    assert phones.tel_link("*31#12", None) == "tel:*31%2312"
    assert phones.sms_link("087 123 4567", "IE") == "SMSTO:+353871234567:"
    assert phones.tel_link("none", "IE") is None
    assert phones.sms_link("none", "IE") is None


def test_spellings_of_one_number_share_a_key() -> None:
    spellings = ("087 123 4567", "+353 (0)87 1234567", "00353871234567", "087-123-45-67")
    assert {phones.match_key(typed, "IE") for typed in spellings} == {"+353871234567"}


def test_other_numbers_do_not() -> None:
    # The same last digits in two countries, and one switchboard with two extensions.
    assert phones.match_key("+353 87 123 4567", None) != phones.match_key("+44 7871 234567", None)
    assert phones.match_key("087 123 4567 ext 1", "IE") != phones.match_key("087 123 4567 ext 2", "IE")
    assert phones.match_key("1234", "IE") is None
    assert phones.match_key("12345", None) == "12345"


@given(st.text(max_size=60), st.sampled_from([None, "IE", "US", "XX", ""]))
def test_anything_typed_is_safe_in_a_link(typed: str, region: str | None) -> None:
    link = phones.tel_link(typed, region)
    if link is not None:
        assert set(link.removeprefix("tel:").partition(";ext=")[0]) <= set("+*%0123456789")
    text = phones.sms_link(typed, region)
    if text is not None:
        assert set(text.removeprefix("SMSTO:")) <= set("+*#0123456789:")
        assert text.count(":") == 2
    phones.match_key(typed, region)


def test_the_library_is_only_imported_when_used() -> None:
    code = "import sys; from supportnet_gui.core import phones; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
