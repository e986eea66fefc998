"""What the program has to say about somebody's file: data, never an exception's text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def woord(self) -> str:
        """The word for it, to users."""
        return "fout" if self is Severity.ERROR else "waarschuwing"


class Place(NamedTuple):
    """A spot in a file of the workspace; line and column count from 1, in characters."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or doubtful, where it stands and how to mend it.

    `file` is relative to the workspace, with `/`. `message` and `hint` are Dutch sentences
    without a capital or full stop at their ends; `hint` says how to mend it, where that is known.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.file, self.line, self.column)

    @property
    def text(self) -> str:
        """The message, and the remedy below it."""
        return self.message + (f"\noplossing: {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that the program can find, and its page in the manual (`voortgang regels CODE`).

    `titel` is one line; `uitleg` says in plain Dutch why it matters; `fout` and `goed` are a bad
    and a good example, as an editor would type them.
    """

    code: str
    severity: Severity
    titel: str
    uitleg: str
    fout: str
    goed: str

    @classmethod
    def error(cls, code: str, titel: str, uitleg: str, fout: str, goed: str) -> Self:
        """Make a rule of which each finding stops a build."""
        return cls(code, Severity.ERROR, titel, uitleg, fout, goed)

    @classmethod
    def warning(cls, code: str, titel: str, uitleg: str, fout: str, goed: str) -> Self:
        """Make a rule of which no finding stops a build."""
        return cls(code, Severity.WARNING, titel, uitleg, fout, goed)

    def at(self, place: Place, message: str, hint: str | None = None) -> Finding:
        """Say that this was found at `place`."""
        return Finding(
            place.file, place.line, place.column, self.code, self.severity, message, hint
        )
