"""What an import would do to a year: planned whole, proven by reading it back, then written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from voortgang.checks import check
from voortgang.exchange.edit import edit_domein
from voortgang.exchange.excel.intake import Incoming
from voortgang.exchange.excel.merge import merge
from voortgang.exchange.yaml_out import year_files
from voortgang.findings import Finding, FindingsError, Obstacle, Severity
from voortgang.model import KEYS, Domein, Rapport, Reading, read_all, read_rapport
from voortgang.source import Workspace, write_files
from voortgang.source.workspace import read_contents


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


def plan_new(workspace: Workspace, incoming: Incoming, *, overwrite: bool = False) -> Plan:
    """Plan a year that is not there yet, or (`overwrite`) one that takes another's place.

    Raises FindingsError where the incoming data has errors, and Obstacle for a year that exists.
    """
    rapport = _sound(incoming)
    year = rapport.rapportjaar
    folder = workspace.data / f"{year:04}"
    exists = year in workspace.years() and any(folder.glob("*.y*ml"))
    if exists and not overwrite:
        raise Obstacle(
            f"het jaar {year} bestaat al",
            "gebruik --merge om aan te vullen, of --overwrite om het te vervangen",
        )
    schema = (workspace.root / "schema" / "domein.schema.json").is_file()
    files = year_files(rapport, schema=schema)
    _prove(workspace, files, rapport, incoming)
    removed = tuple(p for p in sorted(folder.glob("*.y*ml")) if p.name not in files)
    lines = [f"{'vervangen' if exists else 'nieuw'}: data/{year:04}/{name}" for name in files]
    if exists:
        lines = [*_goes(workspace, year, rapport), *lines]
    lines += [f"verwijderd: {workspace.relative(path)}" for path in removed]
    paths = {folder / name: content for name, content in files.items()}
    return Plan(workspace.root, paths, removed, tuple(lines), incoming.findings)


def plan_merge(workspace: Workspace, current: Reading, incoming: Incoming) -> Plan:
    """Plan to bring rows into a year that exists; `current` has been read without errors."""
    arriving = _sound(incoming)
    if current.rapport is None:
        raise FindingsError(current.findings)
    merged = merge(current.rapport, arriving, incoming.spots)
    if merged.findings:
        raise FindingsError((*incoming.findings, *merged.findings))
    files: dict[str, bytes] = {}
    lines = list(merged.changes) or ["niets te wijzigen: alles staat er al"]
    for old, new in zip(current.rapport.domeinen, merged.rapport.domeinen, strict=True):
        if old == new:
            continue
        name = f"{old.id}.yaml"
        text = _edited(current.documents[old.id].text, old, new)
        if text is None:
            lines.append(f"let op: {name} is opnieuw geschreven; opmerkingen erin zijn weg")
            files[name] = year_files(merged.rapport)[name]
        else:
            files[name] = text.encode()
    unchanged = {
        f"{stem}.yaml": document.text.encode() for stem, document in current.documents.items()
    }
    _prove(workspace, {**unchanged, **files}, merged.rapport, incoming)
    folder = workspace.data / f"{current.year:04}"
    paths = {folder / name: content for name, content in files.items()}
    return Plan(workspace.root, paths, (), tuple(lines), incoming.findings)


def _sound(incoming: Incoming) -> Rapport:
    if incoming.rapport is None:
        raise FindingsError(incoming.findings)
    return incoming.rapport


def _edited(text: str, old: Domein, new: Domein) -> str | None:
    """Edit the text of a file; None where its way of writing does not allow that."""
    try:
        edited = edit_domein(text, old, new)
    except (ValueError, yaml.YAMLError):
        return None
    rapport = f'rapportjaar: 2000\nbestuur: x\ntitel: x\ndomeinen: ["{new.id}"]'
    files = {"rapport.yaml": rapport.encode(), f"{new.id}.yaml": edited.encode()}
    read = read_rapport(read_contents(2000, files, KEYS)).rapport
    return edited if read and read.domeinen == (new,) else None


def _prove(
    workspace: Workspace, files: Mapping[str, bytes], expected: Rapport, incoming: Incoming
) -> None:
    """See that what will be written reads back as meant and passes the check."""
    year = expected.rapportjaar
    reading = read_rapport(read_contents(year, files, KEYS))
    if reading.rapport != expected:
        if any(each.severity is Severity.ERROR for each in reading.findings):
            raise FindingsError(reading.findings)
        raise ValueError(f"{year} does not read back as it was written")
    others = {each: read for each, read in read_all(workspace).items() if each != year}
    found = check({**others, year: reading}, [year])
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise FindingsError([_at_source(each, reading, incoming) for each in errors])


def _at_source(finding: Finding, reading: Reading, incoming: Incoming) -> Finding:
    """Name the cell that an error in a planned file comes from, where that is known."""
    stem = finding.file.rpartition("/")[2].removesuffix(".yaml")
    best: tuple[int, str, int, int] | None = None
    for (domein, soort, index), spot in incoming.spots.items():
        line = reading.place(domein, soort, index).line if domein == stem else 0
        if domein == stem and line <= finding.line and (best is None or line > best[0]):
            best = (line, *spot.place)
    if best is None:
        return finding
    _, file, line, column = best
    return Finding(
        file, line, column, finding.code, finding.severity, finding.message, finding.hint
    )


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
