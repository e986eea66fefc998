"""By when: a year, a quarter, a month or a day, kept as precise as it was typed."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_QUARTERS = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, slots=True)
class Termijn:
    """The moment by which an actie is due: `text` as typed, `end` its last day."""

    text: str
    end: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2023`, `2023-Q2`, `2023-05` or `2023-05-31`; raise ValueError on anything else."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
        last_month = quarter * 3 or month or 12
        if "-" in text and not quarter and not month:
            raise ValueError(text)
        last_day = day or calendar.monthrange(year, last_month)[1] if 1 <= last_month <= 12 else 0
        return cls(text, date(year, last_month, last_day))

    def __str__(self) -> str:
        """Say it in Dutch: `2023`, `tweede kwartaal 2023`, `mei 2023`, `31 mei 2023`."""
        match = _FORM.fullmatch(self.text)
        if not match:
            return self.text
        year, quarter, month, day = match.groups()
        if quarter:
            return f"{_QUARTERS[int(quarter) - 1]} kwartaal {year}"
        if not month:
            return year
        name = _MONTHS[int(month) - 1]
        return f"{int(day)} {name} {year}" if day else f"{name} {year}"
