"""From the files of one year to a report, with all that is wrong with them in one run."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from voortgang.findings import Place, Severity, in_order
from voortgang.model.identity import ID_FORM, near_name, slug
from voortgang.model.rapport import Domein, DomeinBestand, Rapport
from voortgang.model.read.audits import read_audits
from voortgang.model.read.files import KEYS, FileReader, TypedFile
from voortgang.model.reading import NO_AUDITS, RAPPORT, Audits, Reading
from voortgang.model.regels import DOMEINEN, OTHER_YEAR, SAME_TITEL
from voortgang.model.typed import Lezing, Plain
from voortgang.source import Workspace, YearSource, load_audits, load_year
from voortgang.source.yaml.nodes import Document, Path, Scalar, Sequence

NONE: Mapping[str, Any] = MappingProxyType({})
_SCALES = ("risicos", "maturiteit")


def read_all(workspace: Workspace, years: Iterable[int] | None = None) -> Mapping[int, Reading]:
    """Read the years given, or all years of the workspace, in order, each with the audits."""
    wanted = workspace.years() if years is None else years
    audits = read_audits(load_audits(workspace, KEYS))
    return {year: read_rapport(load_year(workspace, year, KEYS), audits) for year in sorted(wanted)}


def read_rapport(source: YearSource, audits: Audits = NO_AUDITS) -> Reading:
    """Read one year: its report where there is no error, and all findings, those of source too."""
    reader = _Year(source)
    read = reader.read()
    findings = in_order((*source.findings, *reader.findings))
    documents = dict(source.documents)
    wrong = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    if not wrong and isinstance(read.part, Rapport):
        return Reading(source.year, read.part, documents, findings, audits=audits)
    sound = tuple(each for each in reader.domeinen if documents[each.id].file not in wrong)
    partial = _partial(source.year, read, sound)
    return Reading(source.year, None, documents, findings, partial, audits)


def _partial(year: int, read: TypedFile, domeinen: tuple[Domein, ...]) -> Rapport:
    """Make a report of the domains without errors; a dash stands for what could not be read."""
    kept = {
        key: _sound(read.data[key], (key,), read.wrong)
        for key in ("datum", "kader", *_SCALES, "afkortingen", "controle")
        if key in read.data and (key,) not in read.wrong
    }
    instead = {"rapportjaar": year, "bestuur": "-", "titel": "-", "domeinen": domeinen}
    return Rapport.model_validate(kept | instead, context=Lezing(room=0))


def _sound(data: Plain, path: Path, wrong: Collection[Path]) -> Plain:
    """Leave out what is wrong."""
    if isinstance(data, dict):
        keys = [key for key in data if (*path, key) not in wrong]
        return {key: _sound(data[key], (*path, key), wrong) for key in keys}
    if isinstance(data, tuple):
        items = [(each, (*path, index)) for index, each in enumerate(data)]
        return tuple(_sound(each, at, wrong) for each, at in items if at not in wrong)
    return data


_ID = re.compile(ID_FORM)


@dataclass(slots=True)
class _Year(FileReader):
    """Reads the files of a year, then what must hold between them."""

    source: YearSource
    domeinen: tuple[Domein, ...] = ()

    def read(self) -> TypedFile:
        files = {
            stem: self.file(document, DomeinBestand)
            for stem, document in self.source.documents.items()
            if stem != RAPPORT
        }
        document = self.source.documents.get(RAPPORT)
        if document is None:
            return TypedFile()  # and source said that there is none
        domeinen = {
            stem: Domein(id=stem, **dict(file.part)) for stem, file in files.items() if file.part
        }
        read = self.file(document, Rapport, domeinen)
        self.check_year(document, read)
        order = self.check_listed(document, self.listed(document))
        self.check_titels({stem: files[stem].text("titel") for stem in order if stem in files})
        self.domeinen = tuple(domeinen[stem] for stem in order if stem in domeinen)
        return read

    def check_year(self, document: Document, read: TypedFile) -> None:
        year = read.text("rapportjaar")
        if year is not None and int(year) != self.source.year:
            self.note(
                OTHER_YEAR,
                document.place(("rapportjaar",)),
                f"het rapportjaar is {year}, maar de map heet {self.source.year}",
                f"schrijf rapportjaar: {self.source.year}, of verplaats de bestanden",
            )

    def listed(self, document: Document) -> list[Scalar] | None:
        """Take the entries of `domeinen`; None where that cannot be read as a list."""
        node = document.node(("domeinen",))
        if not isinstance(node, Sequence):
            return None
        return [item for item in node.items if isinstance(item, Scalar) and item.text.strip()]

    def check_listed(self, document: Document, listed: list[Scalar] | None) -> tuple[str, ...]:
        if listed is None:
            return ()
        whole = document.root is not None
        lines: dict[str, int] = {}
        meant: set[str | None] = set()
        for item in listed:
            stem = item.text.strip()
            place = Place(document.file, item.line, item.column)
            if item.line in document.doubtful:
                continue
            if stem in lines:
                self.note(
                    DOMEINEN,
                    place,
                    f"het domein '{stem}' staat al op regel {lines[stem]}",
                    "haal één van de twee weg",
                )
                continue
            lines[stem] = item.line
            if not self.has_file(stem):
                meant.add(self.no_file(place, stem))
        for stem, other in self.source.documents.items():
            if not whole or stem == RAPPORT or stem in lines or stem in meant:
                continue
            if _ID.fullmatch(stem):  # else source said that the file needs another name
                self.note(
                    DOMEINEN,
                    other.place(()),
                    f"het domein '{stem}' staat niet in de lijst 'domeinen' van rapport.yaml",
                    f"voeg daar '{stem}' toe, of verwijder dit bestand",
                )
        return tuple(lines)

    def has_file(self, stem: str) -> bool:
        if stem == RAPPORT:
            return False
        return stem in self.source.documents or any(
            stem in (_stem(finding.file), slug(_stem(finding.file)))
            for finding in self.source.findings
        )

    def no_file(self, place: Place, stem: str) -> str | None:
        """Say that an entry of `domeinen` has no file; give the one that it can only mean."""
        if stem == RAPPORT:
            self.note(DOMEINEN, place, "'rapport' is geen domein", "haal het weg uit de lijst")
            return None
        bare = stem.removesuffix(".yaml")
        same = slug(bare)
        if bare == stem != same != RAPPORT and same in self.source.documents:
            message = f"onbekend domein '{stem}'; bedoelde u '{same}'?"
            self.note(DOMEINEN, place, message, f"schrijf '{same}'")
            return same
        if not _ID.fullmatch(stem):
            hint = f"schrijf {bare}" if _ID.fullmatch(bare) else "kijk de namen van de bestanden na"
            message = f"'{stem}' is geen naam van een domein: dat is de naam van een bestand, "
            self.note(DOMEINEN, place, f"{message}zonder .yaml", hint)
            return None
        files = (other for other in self.source.documents if other != RAPPORT)
        near = near_name(stem, [other for other in files if _ID.fullmatch(other)])
        file = f"data/{self.source.year}/{stem}.yaml"
        self.note(
            DOMEINEN,
            place,
            f"onbekend domein '{stem}'" + (f"; bedoelde u '{near}'?" if near else ""),
            f"schrijf '{near}', of maak het bestand {file}" if near else f"maak het bestand {file}",
        )
        return None

    def check_titels(self, titels: Mapping[str, str | None]) -> None:
        seen: dict[str, str] = {}
        for stem, titel in titels.items():
            if titel is None:
                continue
            other = seen.setdefault(slug(titel) or titel, stem)
            if other != stem:
                self.note(
                    SAME_TITEL,
                    self.source.documents[stem].place(("titel",)),
                    f"het domein '{other}' heeft ook de titel '{titel}'",
                    "geef elk domein een eigen titel",
                )


def _stem(file: str) -> str:
    return PurePosixPath(file).name.partition(".")[0]
