"""From the files of one year to a report, with all that is wrong with them in one run."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from voortgang.findings import Finding, Place, Regel
from voortgang.findings.finding import Severity
from voortgang.model.identity import ID_FORM, slug
from voortgang.model.make import make_rapport
from voortgang.model.rapport import Rapport
from voortgang.model.reading import RAPPORT, Reading
from voortgang.model.regels import DOMEINEN, EMPTY, OTHER_YEAR, SAME_TITEL, WRONG_TYPE
from voortgang.model.shapes import DOMEIN, REQUIRED
from voortgang.model.shapes import RAPPORT as RAPPORT_SHAPE
from voortgang.model.walk import Shape, Walk, is_empty, near_name
from voortgang.source.yaml.nodes import Document, Scalar, Sequence
from voortgang.source.yaml.nodes import Mapping as MappingNode

if TYPE_CHECKING:
    from voortgang.source import Workspace, YearSource


def read_all(workspace: "Workspace", years: Iterable[int] | None = None) -> Mapping[int, Reading]:
    """Read the years given, or all years of the workspace, in order."""
    from voortgang.source import load_year

    wanted = workspace.years() if years is None else years
    return {year: read_rapport(load_year(workspace, year)) for year in sorted(wanted)}


def read_rapport(source: "YearSource") -> Reading:
    """Read one year: its report where there is no error, and all findings, those of source too."""
    reader = _Reader(source)
    data = reader.read()
    findings = tuple(sorted((*source.findings, *reader.findings)))
    sound = all(finding.severity is not Severity.ERROR for finding in findings)
    documents = dict(source.documents)
    if sound:
        return Reading(source.year, make_rapport(data), documents, findings)
    return Reading(source.year, None, documents, findings, _partial(source, data, findings))


def _partial(source: "YearSource", data: dict[str, Any], findings: Iterable[Finding]) -> Rapport:
    """Make a report of the domains without errors; a dash stands for what could not be read."""
    wrong = {finding.file for finding in findings if finding.severity is Severity.ERROR}
    domeinen = tuple(
        domein
        for domein in data.get("domeinen", ())
        if source.documents[domein["id"]].file not in wrong
    )
    kept = {key: data[key] for key in ("datum", "kader", "afkortingen", "controle") if key in data}
    instead = {"rapportjaar": source.year, "bestuur": "-", "titel": "-", "domeinen": domeinen}
    return make_rapport(kept | instead)


_ID = re.compile(ID_FORM)


@dataclass(slots=True)
class _Reader:
    """Reads the files one by one, then what must hold between them."""

    source: "YearSource"
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> dict[str, Any]:
        domeinen = {
            stem: self.file(document, DOMEIN, ("titel",))
            for stem, document in self.source.documents.items()
            if stem != RAPPORT
        }
        document = self.source.documents.get(RAPPORT)
        if document is None:
            return {}  # and source said that there is none
        data = self.file(document, RAPPORT_SHAPE, REQUIRED)
        listed = self.listed(document)
        self.check_year(document, data)
        order = self.check_listed(document, listed)
        self.check_titels(order, domeinen)
        data["domeinen"] = tuple(
            {"id": stem, **domeinen[stem]} for stem in order if stem in domeinen
        )
        return data

    def file(self, document: Document, shape: Shape, required: Iterable[str]) -> dict[str, Any]:
        root = document.tree
        if root is None or is_empty(root):
            return {}  # and source said so
        walk = Walk(document.file, partial=self.is_broken(document.file))
        if not isinstance(root, MappingNode):
            walk.find(
                WRONG_TYPE,
                root,
                "dit bestand heeft sleutels nodig",
                f"begin met een regel '{next(iter(shape))}: …'",
            )
            data = {}
        else:
            data = walk.mapping(root, shape, required)
        self.findings.extend(f for f in walk.findings if _is_certain(f, document))
        return data

    def is_broken(self, file: str) -> bool:
        return any(
            finding.file == file and finding.severity is Severity.ERROR
            for finding in self.source.findings
        )

    def check_year(self, document: Document, data: dict[str, Any]) -> None:
        year = data.get("rapportjaar")
        if year is not None and year != self.source.year:
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

    def check_titels(self, order: tuple[str, ...], domeinen: dict[str, dict[str, Any]]) -> None:
        seen: dict[str, str] = {}
        for stem in order:
            titel = domeinen.get(stem, {}).get("titel")
            if titel is None:
                continue
            same = slug(titel) or titel
            if same in seen:
                self.note(
                    SAME_TITEL,
                    self.source.documents[stem].place(("titel",)),
                    f"het domein '{seen[same]}' heeft ook de titel '{titel}'",
                    "geef elk domein een eigen titel",
                )
            else:
                seen[same] = stem

    def note(self, regel: Regel, place: Place, message: str, hint: str) -> None:
        self.findings.append(regel.at(place, message, hint))


def _is_certain(finding: Finding, document: Document) -> bool:
    """Tell whether a finding holds whatever stood on the lines that could not be read."""
    if not document.doubtful:
        return True
    if not isinstance(document.tree, MappingNode):
        return False
    hollow = finding.code == EMPTY.code and finding.line + 1 in document.doubtful
    return finding.line not in document.doubtful and not hollow


def _stem(file: str) -> str:
    return PurePosixPath(file).name.partition(".")[0]
