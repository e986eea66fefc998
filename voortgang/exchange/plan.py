"""What an import would do to a year: planned whole, proven by reading it back, then written."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from voortgang.checks import check
from voortgang.exchange.audit_files import AuditFiles, audit_files
from voortgang.exchange.audits.bring import MergedAudits
from voortgang.exchange.excel.blad import Spot
from voortgang.exchange.excel.intake import Incoming
from voortgang.exchange.excel.nodes import hint_of
from voortgang.exchange.files import edit_year
from voortgang.exchange.merge.become import Merged, Spots
from voortgang.exchange.merge.told import told
from voortgang.exchange.yaml_out import year_files
from voortgang.findings import Finding, FindingsError, Obstacle, errors_of
from voortgang.model import KEYS, Audits, Rapport, Reading, read_all, read_rapport
from voortgang.source import Workspace, write_files
from voortgang.source.workspace import AUDITS, read_contents


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, by path, and to remove; what to tell, one Dutch line each."""

    home: Path
    files: Mapping[Path, bytes]
    removed: tuple[Path, ...]
    lines: tuple[str, ...]
    findings: tuple[Finding, ...]

    def carry_out(self) -> None:
        """Write and remove all files or none; raises Obstacle."""
        write_files({**self.files, **dict.fromkeys(self.removed)}, self.home)


def plan_new(
    workspace: Workspace, incoming: Incoming, merged: MergedAudits, *, overwrite: bool
) -> Plan:
    """Plan a year that is not there yet, or (`overwrite`) one that takes another's place.

    Raises FindingsError where the incoming data has errors, and Obstacle for a year that exists.
    """
    if incoming.rapport is None or not merged.sound:
        raise FindingsError((*incoming.findings, *merged.findings))
    rapport = incoming.rapport
    year = rapport.rapportjaar
    folder = workspace.data / f"{year:04}"
    exists = year in workspace.years() and any(folder.glob("*.y*ml"))
    if exists and not overwrite:
        raise Obstacle(
            f"het jaar {year} bestaat al",
            "gebruik --merge om aan te vullen, of --overwrite om het te vervangen",
        )
    audits = audit_files(merged, schema=_has_schema(workspace, "audit"))
    files = year_files(rapport, schema=_has_schema(workspace, "domein"))
    _prove(workspace, files, rapport, incoming.spots, audits.audits)
    removed = tuple(p for p in sorted(folder.glob("*.y*ml")) if p.name not in files)
    lines = [f"{'vervangen' if exists else 'nieuw'}: data/{year:04}/{name}" for name in files]
    if exists:
        lines = [*_goes(workspace, year, rapport), *lines]
    lines += [f"verwijderd: {workspace.relative(path)}" for path in removed]
    paths = {folder / name: content for name, content in files.items()}
    return Plan(
        workspace.root,
        paths | _paths(workspace, audits),
        removed,
        (*lines, *audits.lines),
        (*incoming.findings, *merged.findings),
    )


def plan_merge(
    workspace: Workspace, current: Reading, merged: Merged, of_audits: MergedAudits
) -> Plan:
    """Plan to bring rows into a year that exists; `current` has been read without errors."""
    findings = (*merged.findings, *of_audits.findings)
    if current.rapport is None or merged.rapport is None or not of_audits.sound:
        raise FindingsError((*current.findings, *findings))
    audits = audit_files(of_audits, schema=_has_schema(workspace, "audit"))
    texts = {stem: document.text for stem, document in current.documents.items()}
    edited, anew = edit_year(texts, current.rapport, merged)
    whole = year_files(merged.rapport, schema=_has_schema(workspace, "domein"))
    files = {f"{stem}.yaml": text.encode() for stem, text in edited.items() if text != texts[stem]}
    files |= {f"{stem}.yaml": whole[f"{stem}.yaml"] for stem in anew}
    unchanged = {f"{stem}.yaml": text.encode() for stem, text in texts.items()}
    _prove(workspace, {**unchanged, **files}, merged.rapport, merged.spots, audits.audits)
    folder = workspace.data / f"{current.year:04}"
    paths = {folder / name: content for name, content in files.items()}
    lines = [*told(current.rapport, merged), *audits.lines]
    lines = lines or ["niets te wijzigen: alles staat er al"]
    lines += [
        f"let op: {stem}.yaml is opnieuw geschreven; opmerkingen erin zijn weg" for stem in anew
    ]
    return Plan(workspace.root, paths | _paths(workspace, audits), (), tuple(lines), findings)


def _paths(workspace: Workspace, audits: AuditFiles) -> dict[Path, bytes]:
    return {workspace.root / AUDITS / name: content for name, content in audits.files.items()}


def _has_schema(workspace: Workspace, name: str) -> bool:
    return (workspace.root / "schema" / f"{name}.schema.json").is_file()


def _prove(
    workspace: Workspace,
    files: Mapping[str, bytes],
    expected: Rapport,
    spots: Spots,
    audits: Audits,
) -> None:
    """See that what will be written reads back as meant and passes the check."""
    year = expected.rapportjaar
    reading = read_rapport(read_contents(year, files, KEYS), audits)
    if reading.rapport != expected:
        if reading.findings:
            raise FindingsError(reading.findings)
        raise ValueError(f"{year} does not read back as it was written")
    there = {each: replace(read, audits=audits) for each, read in read_all(workspace).items()}
    found = check({**there, year: reading}, [year])
    errors = errors_of(found)
    if errors:
        raise FindingsError(_at_source(errors, reading, spots))


def _at_source(errors: Iterable[Finding], reading: Reading, spots: Spots) -> Iterator[Finding]:
    """Name the cells that errors in planned files come from, where these are known."""
    cells: dict[str, dict[int, Spot]] = {}
    for key, spot in spots.items():
        place = reading.place(*key)
        cells.setdefault(place.file, {}).setdefault(place.line, spot)
    lines = {file: sorted(of_file) for file, of_file in cells.items()}
    for each in errors:
        above = bisect_right(lines.get(each.file, ()), each.line)
        if above:
            file, line, column = cells[each.file][lines[each.file][above - 1]].place
            yield replace(each, file=file, line=line, column=column, hint=hint_of(each))
        else:
            yield each


def _goes(workspace: Workspace, year: int, new: Rapport) -> Sequence[str]:
    """Say what of a year that is replaced does not come back."""
    old = read_all(workspace, [year])[year].rapport
    if old is None:
        return ("let op: het bestaande jaar kon niet worden gelezen en wordt vervangen",)
    kept = {(d.id, soort, actie.id) for d, soort, _, actie in new.acties()}
    gone = [
        f"gaat weg: {d.id}, {soort}: {actie.titel[:60]}"
        for d, soort, _, actie in old.acties()
        if (d.id, soort, actie.id) not in kept
    ]
    return (*gone, "let op: opmerkingen in de bestaande bestanden gaan verloren")
