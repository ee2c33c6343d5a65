"""Words that nothing on Today ever says: about time gone by, duty, failure or praise. For reasons and drafts alike."""

from __future__ import annotations

import re

NEVER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\boverdue\b",
        r"\blate\b",
        r"\bmiss(ed|ing)\b",
        r"\bneglect",
        r"\bstreak",
        r"\bshould\b",
        r"\bmust\b",
        r"\bhave to\b",
        r"\bought\b",
        r"\b(do not|don['’]t) forget\b",
        r"\bremember to\b",
        r"\b(days|weeks|months|years) ago\b",
        r"\b(for|in) (days|weeks|months|years)\b",
        r"\bnot (spoken|talked|written|seen|been in touch)\b",
        r"\blong time\b",
        r"\bhaven['’]t\b",
        r"\bhasn['’]t\b",
        r"\bsince\b",
        r"\bburden",
        r"\bfail",
        r"\bwell done\b",
        r"\bgood job\b",
        r"\bproud\b",
        r"!",
    )
)


def found(text: str) -> list[str]:
    """What of `NEVER` stands in a text."""
    return [match.group() for pattern in NEVER if (match := pattern.search(text))]
