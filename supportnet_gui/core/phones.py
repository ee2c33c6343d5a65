"""People's phone numbers: links that call or text them, and keys that tell two spellings of one number.

What was typed is kept and shown as typed; what is made here is only handed to a phone or compared.
Never for help lines: the library holds 988, 911 and 116 123 to be no numbers (docs/decisions/0006).
"""

from __future__ import annotations

import re
import unicodedata

MOST_DIGITS = 15
"""The longest international number (ITU-T E.164)."""

FEWEST_DIGITS_TO_MATCH = 5
"""Shorter numbers are extensions and service codes, which many people share."""


def dialled(value: str, region: str | None) -> str | None:
    """What a phone dials: "+353871234567", or the digits as typed where they are no known number.

    `region` is the ISO 3166 code of the country whose numbers are written without a country code.
    "*" and "#" that were typed stay. None where there is no digit at all.
    """
    for part in (value, *re.split(r"[/;|\n]", value)):
        number = _international(part, region)
        if number is not None:
            return number[0]
        digits = _digits(part)
        if digits and len(re.sub(r"\D", "", digits)) <= MOST_DIGITS:
            return digits
    return None


def tel_link(value: str, region: str | None) -> str | None:
    """A link that calls (RFC 3966), "tel:+353871234567;ext=5"; None where there is nothing to dial."""
    number = _international(value, region)
    if number is not None and number[1]:
        return f"tel:{number[0]};ext={number[1]}"
    digits = dialled(value, region)
    return None if digits is None else f"tel:{digits.replace('#', '%23')}"


def sms_link(value: str, region: str | None) -> str | None:
    """The text of a QR code that opens a new text message, "SMSTO:+353871234567:"; None without a digit."""
    digits = dialled(value, region)
    return None if digits is None else f"SMSTO:{digits}:"


def match_key(value: str, region: str | None) -> str | None:
    """A key that two spellings of one number share. None where the value is too short to tell people apart.

    A number that is not understood has its digits as key, so it only matches the same digits.
    """
    number = _international(value, region)
    if number is not None:
        return ";".join(filter(None, number))
    digits = re.sub(r"\D", "", _digits(value))
    return digits if len(digits) >= FEWEST_DIGITS_TO_MATCH else None


def _international(value: str, region: str | None) -> tuple[str, str] | None:
    """The number with its country code, and the extension or ""; None where it is no valid number."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value, region.upper() if region else None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return plain.split(";")[0], number.extension or ""


def _digits(value: str) -> str:
    """The digits of any script as 0 to 9, a leading "+", "*" and "#"; empty without a digit."""
    kept = "".join(
        str(unicodedata.digit(c)) if unicodedata.digit(c, None) is not None else c
        for c in unicodedata.normalize("NFKC", value)
        if c in "+*#" or unicodedata.digit(c, None) is not None
    )
    kept = kept[:1] + kept[1:].replace("+", "")
    return kept if re.search(r"\d", kept) else ""
