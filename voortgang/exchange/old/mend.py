"""Joining wrapped lines, and mending what taking text out of a deck plainly damages."""

import re

_RULES = (
    (re.compile(r"\b0(?=[a-z]{3})"), "O"),  # 0pvolging
    (re.compile(r"(?<=[^\W\d]) s(?=$|[\s.,;:)])"), "'s"),  # SDG s, kassa s: a lost apostrophe
    (re.compile(r"\(\s+"), "("),
    (re.compile(r"\s+(?=\))"), ""),
    (re.compile(r"(?<=[^\W\d]{3})-(?=(?:en|of) \w)"), "- "),  # wijk-en dorpshuizen
)


def joined(words: list[str]) -> str:
    """Join the lines of one item; a word that was broken at its hyphen is one word again."""
    text = ""
    for part in words:
        broken = re.search(r"[^\W\d]-$", text) and not re.match(r"(en|of|tot)\b", part)
        text = f"{text}{part}" if broken and part[:1].islower() else f"{text} {part}"
    return " ".join(text.split())


def mended(text: str) -> str:
    """Mend the damage that leaves no doubt; wording is never touched."""
    for pattern, right in _RULES:
        text = pattern.sub(right, text)
    return text
