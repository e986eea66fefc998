"""By when: a year, a quarter, a month or a day, kept as precise as it was typed."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

TERMIJN_FORM = r"[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?"

_FORM = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_BELGIAN_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
QUARTERS = ("eerste", "tweede", "derde", "vierde")


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
        year, quarter, month, day = match.groups()
        if day:
            return cls(text, date(int(year), int(month), int(day)))
        last_month = int(quarter) * 3 if quarter else int(month or 12)
        first = date(int(year), last_month, 1)
        return cls(text, first.replace(day=calendar.monthrange(first.year, first.month)[1]))

    def __str__(self) -> str:
        """Say it in Dutch: `2023`, `tweede kwartaal 2023`, `mei 2023`, `31 mei 2023`."""
        match = _FORM.fullmatch(self.text)
        if not match:
            return self.text
        year, quarter, month, day = match.groups()
        if quarter:
            return f"{QUARTERS[int(quarter) - 1]} kwartaal {year}"
        if not month:
            return year
        name = MONTHS[int(month) - 1]
        return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def meant(text: str) -> str | None:
    """Guess what is meant by `Q2 2023`, `2e kwartaal 2023`, `mei 2023`, `05/2023`, `31/05/2023`."""
    words = re.findall(r"[0-9]+|[a-z]+", text.lower())
    years = [word for word in words if re.fullmatch(r"[0-9]{4}", word)]
    rest = [word for word in words if word not in (*years, "q", "k", "e", "de", "kwartaal")]
    if len(years) != 1 or len(rest) != 1:
        return belgian(text)
    if rest[0] in MONTHS:
        return f"schrijf {years[0]}-{MONTHS.index(rest[0]) + 1:02}"
    if rest[0] in QUARTERS:
        return f"schrijf {years[0]}-Q{QUARTERS.index(rest[0]) + 1}"
    number = int(rest[0]) if re.fullmatch(r"[0-9]{1,2}", rest[0]) else 0
    if len(words) == len(years) + len(rest):
        return f"schrijf {years[0]}-{number:02}" if 1 <= number <= len(MONTHS) else None
    return f"schrijf {years[0]}-Q{number}" if 1 <= number <= len(QUARTERS) else None


def belgian(text: str) -> str | None:
    """Give the day that `31/05/2023` means."""
    match = _BELGIAN_DAY.fullmatch(text)
    if not match:
        return None
    try:
        return f"schrijf {date(int(match[3]), int(match[2]), int(match[1])).isoformat()}"
    except ValueError:
        return None


def no_such_day(text: str) -> str | None:
    """Say why a day or month that is written as it should be does not exist: `2023-06-31`."""
    belgian = _BELGIAN_DAY.fullmatch(text)
    match = _DAY.fullmatch(text)
    parts = belgian.groups()[::-1] if belgian else match.groups() if match else None
    if parts is None:
        return None
    year, month, day = int(parts[0]), int(parts[1]), parts[2]
    if not year:
        return None
    if not 1 <= month <= len(MONTHS):
        return "een jaar telt 12 maanden: schrijf de maand als 01 tot 12"
    days = calendar.monthrange(year, month)[1]
    wrong = day is not None and not 1 <= int(day) <= days
    form = "; schrijf jaar-maand-dag" if belgian else ""
    return f"{MONTHS[month - 1]} {year} telt {days} dagen{form}" if wrong else None
