"""What every format of the nota takes, beside its text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

SAMENVATTING = "Samenvatting"


def _same(line: int) -> int:
    return line


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself, outside its text, and how its pictures are read.

    `soort` is what it is called; a Samenvatting is to fit on one page. `date` is None where the
    report has no date: the file then carries a fixed one or none, never the clock's. `orgaan` is
    the body that this nota is for, `dienst` the service that answers questions; `ontwerp` marks a
    draft.
    `picture` gives the bytes of a picture of the workspace or raises Unreadable; without it only
    their words are shown. `file` and `line_of` say where a finding about one belongs: the text's
    template, and its line that wrote a line of the Markdown.
    """

    title: str
    subject: str
    bestuur: str
    date: datetime | None = None
    ontwerp: bool = False
    orgaan: str | None = None
    dienst: str | None = None
    soort: str = "Nota"
    picture: Callable[[str], bytes] | None = None
    file: str = "templates/nota.md.j2"
    line_of: Callable[[int], int] = _same

    @property
    def on_one_page(self) -> bool:
        """Whether it is to fit on one page, without a table of contents."""
        return self.soort == SAMENVATTING

    @property
    def texts(self) -> dict[str, str]:
        """What a page may say of it, by the names that a page of any format calls it by."""
        return {
            "soort": self.soort,
            "titel": self.title,
            "onderwerp": self.subject,
            "bestuur": self.bestuur,
            "orgaan": self.orgaan or "",
            "dienst": self.dienst or "",
        }
