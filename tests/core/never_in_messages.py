"""What no message says: each pattern with why. Whole words, in any case."""

from __future__ import annotations

import re

NEVER = {
    "it scolds, or gives orders": r"should|must|need to talk|we have to talk|you have to|don't forget|"
    r"remember to|at least you",
    "it makes whoever writes small": r"burden\w*|bother\w*|sorry|apolog\w*|ashamed|shame|pathetic|useless|"
    r"stupid|selfish|annoying|excuse me|my fault|forgive\w*|silly|failure|failed",
    "it begs, or makes whoever reads guilty": r"please please|beg|begging|desperate\w*|nobody|no one|only you|"
    r"you never|you always|if you cared|you promised|ignor\w+|abandon\w*|why didn't|why haven't",
    "it is about elapsed time": r"overdue|late|neglect\w*|ages|so long|too long|long time|months?|years?",
    "it promises": r"promise\w*|swear|guarantee\w*|always be|never again|forever",
    "it is a therapist's word": r"validat\w*|trigger\w*|boundar\w+|coping|cope|process|journey|healing|trauma\w*|"
    r"self-care|reach(ing)? out|safe space|check(ing)? in|support network|mental health|vulnerab\w+|toxic|resilien\w+",
    "it takes a relative, partner or gender for granted": r"mother|mum|mom|father|dad|parents?|family|wife|husband|"
    r"partner|girlfriend|boyfriend|brother|sister|son|daughter|kids|children|he|she|him|her|his|hers|man|woman|guys?|"
    r"ladies|dude|bro|girl|boy|love you|xx+",
    "it is war, or about death and harm": r"battle|fight\w*|war|suffer\w*|victim|struggl\w+|suicid\w*|kill\w*|"
    r"die|dying|dead|harm\w*|end it|overdose\w*|cut|crisis|emergency|commit\w*",
    "it is a doctor's word for somebody": r"mentally ill|crazy|insane|disorder\w*|symptoms?|patient|suffer from",
}
ALWAYS_WRONG = re.compile(r"!|https?:|www\.|[\u2013\u2014\u2018\u2019\u201c\u201d]|\d{3}")
"""Loud, a link, a number to call, or a letter that cuts a text message short."""


def found_in(text: str) -> list[str]:
    """What is wrong with a message, and why; nothing for a sound one."""
    wrong = [
        f"{match[0]!r}: {why}"
        for why, pattern in NEVER.items()
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)
    ]
    return wrong + [f"{match[0]!r}" for match in ALWAYS_WRONG.finditer(text)]
