"""What a cell shows of the number, moment or truth in it, as people in Belgium see it."""

import re
from datetime import time, timedelta

_QUOTED = re.compile(r"\\(.)|\"([^\"]*)\"|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].")
_EXACT = 10**15  # numbers below it are whole in Excel too
_EURO = ("€", "EUR", "euro")


def of_number(value: float, form: str) -> tuple[str, bool]:
    """Write a number; False beside it where its form says nothing of how it was typed."""
    positive = form.split(";", maxsplit=1)[0]
    said = "".join(match[1] or match[2] or match[3] or "" for match in _QUOTED.finditer(positive))
    bare = _QUOTED.sub("", positive)
    whole = float(value).is_integer() and abs(value) < _EXACT
    if not re.search(r"[0#]", bare) or "E" in bare.upper() or "/" in bare:
        return (str(int(value)) if whole else f"{value:.15g}".replace(".", ",")), whole
    decimals = len(re.sub(r"[^0#?]", "", bare.partition(".")[2]))
    text = f"{value * 100 if '%' in bare else value:{',' if ',' in bare else ''}.{decimals}f}"
    text = text.translate(str.maketrans(",.", ".,"))
    if "%" in bare:
        return f"{text} %", True
    return (f"{text} euro" if any(sign in said + bare for sign in _EURO) else text), True


def of_truth(value: bool) -> str:  # noqa: FBT001 -- it is what a cell holds
    """Write a truth as Excel does."""
    return "WAAR" if value else "ONWAAR"


def of_clock(value: time | timedelta) -> str:
    """Write a time of day, or a number of hours, without seconds where there are none."""
    seconds = (
        int(value.total_seconds())
        if isinstance(value, timedelta)
        else (value.hour * 60 + value.minute) * 60 + value.second
    )
    text = f"{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text
