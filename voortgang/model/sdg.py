"""The sustainable development goals that a text means: `SDG 8 en 9`."""

import re

LOWEST, HIGHEST = 1, 17
_NUMBER = re.compile(r"[0-9]+")
_DOUBTFUL = re.compile(r"[0-9]\s*[.\-–][0-9]")  # a target (8.2), or from one to another (8-12)


def sdg_meant(text: str) -> str | None:
    """Give the goals that a text names as `8, 9`; None where it names none, or not clearly."""
    if _DOUBTFUL.search(text):
        return None
    found = [word.lstrip("0") for word in _NUMBER.findall(text)]
    goals = [word for word in found if len(word) <= len(str(HIGHEST)) and word]
    return ", ".join(dict.fromkeys(g for g in goals if LOWEST <= int(g) <= HIGHEST)) or None
