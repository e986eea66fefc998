"""By when: a year, a quarter, a month or a day, kept as precise as it was typed.

And what people type instead, with what they are to write.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

TERMIJN_FORM = r"[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?"

_FORM = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
QUARTERS = ("eerste", "tweede", "derde", "vierde")

_NUMBERS = (
    re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})(?:[-/. ](?P<day>[0-9]{1,2}))?"),
    re.compile(r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4}|[0-9]{2})"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})"),
)
_SHORT_RANGE = re.compile(r"20([0-9]{2})\s*[-–/]\s*([0-9]{2})")
_BETWEEN = re.compile(
    r"\s*(?:[-–—/]|\bt/?m\b|\bt\.?e\.?m\b|\btot(?: en met)?\b|\ben\b|\bof\b|\bà\b)\s*"
)
_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_SHORT_YEAR = re.compile(r"(?<=\s)['’](?=[0-9]{2}\b)")
_HOUR = re.compile(r"[ t][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_SHORTEST = 3  # letters of a month
_QUARTER = frozenset(("q", "k", "kw", "t", "kwartaal", "kwart", "trimester"))
_HALF = frozenset(("helft", "semester", "jaarhelft"))
# The part of a year, as its quarter.
_PART = {
    "begin": 1, "start": 1, "voorjaar": 2, "lente": 2, "midden": 2, "medio": 2, "half": 2,
    "halfweg": 2, "halverwege": 2, "zomer": 3, "najaar": 4, "herfst": 4, "eind": 4, "einde": 4,
}  # fmt: skip
_SMALL = frozenset((
    "e", "de", "ste", "van", "het", "tegen", "in", "uiterlijk", "voor", "vóór", "rond", "jaar",
    "omstreeks", "ca", "circa", "ten", "laatste", "tussen", "op",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
))  # fmt: skip
_ALWAYS = frozenset((
    "doorlopend", "doorlopende", "continu", "permanent", "lopend", "lopende", "structureel",
    "blijvend", "voortdurend", "recurrent", "jaarlijks", "maandelijks", "wekelijks", "dagelijks",
))  # fmt: skip
_NEVER = frozenset(("nvt", "ntb", "geen", "onbekend", "bepalen", "onbepaald", "tbd", "later"))


@dataclass(frozen=True, slots=True)
class Termijn:
    """The moment by which an actie is due: `text` as typed, `end` its last day."""

    text: str
    end: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2023`, `2023-Q2`, `2023-05` or `2023-05-31`; raise ValueError on anything else."""
        year, quarter, month, day = _parts(text)
        if day:
            return cls(text, date(int(year), int(month), int(day)))
        last_month = int(quarter) * 3 if quarter else int(month or 12)
        first = date(int(year), last_month, 1)
        return cls(text, first.replace(day=calendar.monthrange(first.year, first.month)[1]))

    def __str__(self) -> str:
        """Say it in Dutch: `2023`, `tweede kwartaal 2023`, `mei 2023`, `31 mei 2023`."""
        year, quarter, month, day = _parts(self.text)
        if quarter:
            return f"{QUARTERS[int(quarter) - 1]} kwartaal {year}"
        if not month:
            return year
        name = MONTHS[int(month) - 1]
        return f"{int(day)} {name} {year}" if day else f"{name} {year}"

    @property
    def in_zin(self) -> str:
        """Say it within a sentence: `het tweede kwartaal van 2023`, the others as they are."""
        part, kwartaal, year = str(self).partition(" kwartaal ")
        return f"het {part} kwartaal van {year}" if kwartaal else part


def _parts(text: str) -> tuple[str, ...]:
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    return match.groups()


class Moment(NamedTuple):
    """What could be made of it; each part may be lacking."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None


def termijn_meant(text: str, jaar: int) -> str:
    """Say what to write instead of `text`; examples are of the year after `jaar`."""
    words = set(_WORD.findall(text.lower().replace(".", "")))
    if words & _ALWAYS:
        return "laat de termijn weg: wat altijd doorloopt, heeft er geen; zeg het in 'toelichting:'"
    if not words or words & _NEVER:
        return "laat de termijn weg zolang er geen is"
    moment, is_range = _read(text)
    if moment is None:
        n = jaar + 1
        return f"schrijf een jaar, kwartaal, maand of dag: {n}, {n}-Q2, {n}-05 of {n}-05-31"
    if moment.year is None:
        return f"schrijf het jaar erbij, bijvoorbeeld {_written(moment._replace(year=jaar + 1))}"
    after = "; een termijn is het einde van de periode" if is_range else ""
    return _impossible(moment) or f"schrijf {_written(moment)}{after}"


def datum_meant(text: str, jaar: int) -> str:
    """Say what to write instead of `text`; examples are of the year after `jaar`."""
    moment, is_range = _read(text)
    if moment is None or is_range or not moment.year or not moment.month:
        return f"schrijf jaar-maand-dag, bijvoorbeeld {jaar + 1}-06-12"
    if moment.day is None:
        example = _written(moment._replace(day=12))
        return _impossible(moment) or f"schrijf de dag erbij, bijvoorbeeld {example}"
    return _impossible(moment) or f"schrijf {_written(moment)}"


def _impossible(moment: Moment) -> str | None:
    """Say of a month or a day that it does not exist."""
    year, month, day, _ = moment
    if month is not None and not 1 <= month <= len(MONTHS):
        return "een jaar telt 12 maanden: schrijf de maand als 01 tot 12"
    if year and month and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            return f"{MONTHS[month - 1]} {year} telt {days} dagen; schrijf jaar-maand-dag"
    return None


def _written(moment: Moment) -> str:
    year, month, day, quarter = moment
    if quarter:
        return f"{year:04}-Q{quarter}"
    parts = f"{year:04}", *(f"{each:02}" for each in (month, day) if each is not None)
    return "-".join(parts)


def _read(text: str) -> tuple[Moment | None, bool]:
    """Read one moment, or the last of several; tell which of the two it was."""
    # One space for many: what splits them would else try each of them with all that follow.
    lower = _SHORT_YEAR.sub("20", _HOUR.sub("", " ".join(text.lower().split())))
    short = _SHORT_RANGE.fullmatch(lower)
    if short and len(MONTHS) < int(short[2]) > int(short[1]):
        return Moment(2000 + int(short[2])), True
    whole = _of_numbers(lower) or _of_words(_WORD.findall(lower))
    if whole:
        return whole, False
    pieces = [_of_numbers(piece) or _of_words(_WORD.findall(piece)) for piece in _split(lower)]
    if None in pieces or not pieces:
        return None, False
    moments = [piece for piece in pieces if piece]
    year = next((each.year for each in reversed(moments) if each.year), None)
    last = moments[-1]
    return last._replace(year=last.year or year), True


def _split(text: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(text) if _WORD.search(piece)]


def _of_numbers(text: str) -> Moment | None:
    match = next(filter(None, (form.fullmatch(text) for form in _NUMBERS)), None)
    if match is None:
        return None
    found = {name: int(number) for name, number in match.groupdict().items() if number}
    if not found["year"]:
        return None
    year = found["year"] + (2000 if len(match["year"]) == len("23") else 0)
    return Moment(year, found["month"], found.get("day"))


def _of_words(words: Iterable[str]) -> Moment | None:
    """Read words as one moment; None where one is not understood or stands twice."""
    found: dict[str, int] = {}
    for word in words:
        if word in _SMALL:
            continue
        name, number = _part_of(word)
        if name is None or name in found:
            return None
        found[name] = number
    year, count, part = found.get("year"), found.get("number"), found.get("part")
    if "month" in found:
        wrong = found.keys() & {"quarter", "half"}
        return None if wrong else Moment(year, found["month"], count)
    if count is None:
        return Moment(year, quarter=part) if year or part else None
    quarter = count * (2 if "half" in found else 1)
    named = year or "quarter" in found or "half" in found
    return Moment(year, quarter=quarter) if named and 1 <= quarter <= len(QUARTERS) else None


def _part_of(word: str) -> tuple[str | None, int]:
    if word.isdecimal() and word.isascii() and len(word) <= len("2023"):
        is_year = re.fullmatch(r"[12][0-9]{3}", word)
        return "year" if is_year else "number", int(word)
    if word in QUARTERS:
        return "number", QUARTERS.index(word) + 1
    if word in _PART:
        return "part", _PART[word]
    if word in _QUARTER or word in _HALF:
        return "quarter" if word in _QUARTER else "half", 0
    whole = "maart" if word == "mrt" else word
    month = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(whole)), 0)
    return "month" if month and len(word) >= _SHORTEST else None, month
