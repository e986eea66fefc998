"""The years of a workspace, read and found sound, and what the documents of each are made from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from voortgang.checks import check
from voortgang.content.cijfers.verloop import Verloop
from voortgang.findings import Finding, FindingsError, Obstacle, errors_of
from voortgang.model import Rapport, rapporten_of, read_all
from voortgang.source import Templates, Workspace, read_picture


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What the documents of a year are made from; each is one of its own.

    `earlier` are the reports of earlier years, `verloop` is what the years tell of each other;
    `moment` is the date that the files carry, and `picture` reads a picture of the workspace.
    """

    rapport: Rapport
    earlier: Mapping[int, Rapport]
    verloop: Verloop
    templates: Templates
    moment: datetime | None
    picture: Callable[[str], bytes]

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Leave out what the report itself asks not to be told of its documents."""
        silenced = self.rapport.controle.negeer
        return (finding for finding in findings if finding.code not in silenced)


@dataclass(frozen=True, slots=True)
class Years:
    """The reports up to the last of the years asked for, and the warnings about these years."""

    root: Path
    rapporten: Mapping[int, Rapport]
    findings: tuple[Finding, ...]
    templates: Templates
    verloop: Verloop

    @classmethod
    def read(cls, workspace: Workspace, years: Iterable[int]) -> Self:
        """Read and check; raises FindingsError where one of the years asked for has an error."""
        wanted = tuple(years)
        readings = read_all(workspace, {*workspace.years(), *wanted})
        findings = check(readings, wanted)
        if errors_of(findings):
            raise FindingsError(findings)
        last = max(wanted)
        known = rapporten_of(readings, last)
        verloop = Verloop.of(known, readings[last].audits)
        return cls(workspace.root, known, findings, Templates(workspace.root), verloop)

    def sources(self, year: int, epoch: str | None = None) -> Sources:
        """Gather what the documents of a year are made from; `epoch` is SOURCE_DATE_EPOCH."""
        rapport = self.rapporten[year]
        return Sources(
            rapport,
            {each: self.rapporten[each] for each in self.rapporten if each < year},
            self.verloop,
            self.templates,
            moment_of(rapport, epoch),
            partial(read_picture, self.root),
        )

    @contextmanager
    def all_told(self) -> Iterator[None]:
        """Tell what was found in the data also where a template then turns out to be wrong."""
        try:
            yield
        except FindingsError as error:
            raise FindingsError((*self.findings, *error.findings)) from error


def moment_of(rapport: Rapport, epoch: str | None) -> datetime | None:
    """Give the date that files carry: SOURCE_DATE_EPOCH, else the report's own, else none.

    Raises Obstacle for an epoch that is no moment.
    """
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise Obstacle(
                f"SOURCE_DATE_EPOCH is '{epoch}', en dat is geen moment",
                "geef het aantal seconden sinds 1970, of laat ze weg",
            ) from None
    if rapport.datum:
        return datetime(rapport.datum.year, rapport.datum.month, rapport.datum.day, tzinfo=UTC)
    return None
