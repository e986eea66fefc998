"""From the files of one year to a report, with all that is wrong with them in one run."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from voortgang.findings import Finding, Place, in_order
from voortgang.model.identity import Namen, slug
from voortgang.model.rapport import Domein, DomeinBestand, Rapport
from voortgang.model.read.audits import read_audits
from voortgang.model.read.files import KEYS, FileReader, TypedFile
from voortgang.model.reading import NO_AUDITS, RAPPORT, Audits, Reading
from voortgang.model.regels import DOMEINEN, OTHER_YEAR, SAME_TITEL
from voortgang.model.typed import Lezing, Plain
from voortgang.source import Workspace, YearSource, load_audits, load_year
from voortgang.source.yaml.nodes import Document, Path, Scalar, Sequence

_DASH = " - "  # of a line that YAML took for the rest of the one above it
_NOT_BELOW = (
    "dit streepje springt verder in dan dat erboven",
    "zet de streepjes van één lijst recht onder elkaar",
)
# What `partial` takes of rapport.yaml, next to the domains.
_KEPT = ("datum", "kader", "risicos", "maturiteit", "afkortingen", "controle")


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
    wrong = {finding.file for finding in findings}
    if not wrong and isinstance(read.part, Rapport):
        return Reading(source.year, read.part, documents, findings, audits=audits)
    sound = tuple(each for each in reader.domeinen if documents[each.id].file not in wrong)
    partial = _partial(source.year, read, sound)
    return Reading(source.year, None, documents, findings, partial, audits)


def _partial(year: int, read: TypedFile, domeinen: tuple[Domein, ...]) -> Rapport:
    """Make a report of the domains without errors; a dash stands for what could not be read."""
    instead = {"rapportjaar": year, "bestuur": "-", "titel": "-", "domeinen": domeinen}
    wrong = set(read.wrong)
    while True:
        kept = {
            key: _sound(read.data[key], (key,), wrong)
            for key in _KEPT
            if key in read.data and (key,) not in wrong
        }
        try:
            return Rapport.model_validate(kept | instead, context=Lezing(room=0))
        except ValidationError as error:  # a list in which too little was right, is wrong too
            wrong |= {each["loc"] for each in error.errors()}


def _sound(data: Plain, path: Path, wrong: Collection[Path]) -> Plain:
    """Leave out the keys that are wrong; in a list, where each counts, a dash stands for it."""
    if isinstance(data, dict):
        keys = [key for key in data if (*path, key) not in wrong]
        return {key: _sound(data[key], (*path, key), wrong) for key in keys}
    if isinstance(data, tuple):
        items = [(each, (*path, index)) for index, each in enumerate(data)]
        return tuple("-" if at in wrong else _sound(each, at, wrong) for each, at in items)
    return data


@dataclass(slots=True)
class _Year(FileReader):
    """Reads the files of a year, then what must hold between them."""

    source: YearSource
    domeinen: tuple[Domein, ...] = ()

    def read(self) -> TypedFile:
        year = self.source.year
        files = {
            stem: self.file(document, DomeinBestand, Lezing(jaar=year))
            for stem, document in self.source.documents.items()
            if stem != RAPPORT
        }
        document = self.source.documents.get(RAPPORT)
        if document is None:
            return TypedFile()  # and source said that there is none
        domeinen = {
            stem: Domein(id=stem, **dict(file.part)) for stem, file in files.items() if file.part
        }
        read = self.file(document, Rapport, Lezing(domeinen, jaar=year))
        self.note(self.check_year(document, read))
        listed = _listed(document)
        if listed is not None:
            self.note(self.check_listed(document, listed))
        order = tuple(dict.fromkeys(item.text.strip() for item in listed or ()))
        titels = {stem: files[stem].text("titel") for stem in order if stem in files}
        self.note(self.check_titels(titels))
        self.domeinen = tuple(domeinen[stem] for stem in order if stem in domeinen)
        return read

    def check_year(self, document: Document, read: TypedFile) -> Iterator[Finding]:
        year = read.text("rapportjaar")
        if year is not None and int(year) != self.source.year:
            yield OTHER_YEAR.at(
                document.place(("rapportjaar",)),
                f"het rapportjaar is {year}, maar de map heet {self.source.year}",
                f"schrijf rapportjaar: {self.source.year}, of verplaats de bestanden",
            )

    def check_listed(self, document: Document, listed: list[Scalar]) -> Iterator[Finding]:
        """Look whether each entry of `domeinen` has its file, and each file its entry."""
        documents = self.source.documents
        first: dict[str, Scalar] = {}
        for item in listed:
            stem = item.text.strip()
            there = first.setdefault(stem, item)
            if there is not item:
                message = f"het domein '{stem}' staat al op regel {there.line}"
                yield DOMEINEN.at(_place(document, item), message, "haal één van de twee weg")
        # A file that could not be read is one all the same, and so is one with an odd name.
        named = {finding.file.rpartition("/")[2] for finding in self.source.findings}
        stems = {name.partition(".")[0] for name in named}
        there_is = {*documents, *stems, *map(slug, stems)} - {RAPPORT}
        lacking = {stem: item for stem, item in first.items() if stem not in there_is}
        namen = Namen({stem for stem in documents if stem == slug(stem)} - {RAPPORT})
        glued: set[str] = set()
        for stem, item in lacking.items():
            if item.end_line > item.line and _DASH in stem:
                glued.update(stem.split(_DASH))
                yield DOMEINEN.at(Place(document.file, item.line + 1, 1), *_NOT_BELOW)
            else:
                yield self.no_file(_place(document, item), stem, namen)
        if document.root is None:
            return
        known = {RAPPORT, *first, *glued, *map(self.meant, lacking)}
        for stem, other in documents.items():
            # Of a file with another form of name source said that it needs another.
            if stem not in known and stem == slug(stem):
                yield DOMEINEN.at(
                    other.place(()),
                    f"het domein '{stem}' staat niet in de lijst 'domeinen' van rapport.yaml",
                    f"voeg daar '{stem}' toe, of verwijder dit bestand",
                )

    def meant(self, stem: str) -> str | None:
        """Give the file that an entry without one can only mean: `Cultuur` is `cultuur`."""
        same = slug(stem)
        sound = same in self.source.documents and same != RAPPORT
        return same if sound and not stem.endswith(".yaml") else None

    def no_file(self, place: Place, stem: str, namen: Namen) -> Finding:
        """Say that an entry of `domeinen` has no file."""
        if stem == RAPPORT:
            return DOMEINEN.at(place, "'rapport' is geen domein", "haal het weg uit de lijst")
        if same := self.meant(stem):
            message = f"onbekend domein '{stem}'; bedoelde u '{same}'?"
            return DOMEINEN.at(place, message, f"schrijf '{same}'")
        if stem != slug(stem):
            bare = stem.removesuffix(".yaml")
            hint = f"schrijf {bare}" if bare == slug(bare) else "kijk de namen van de bestanden na"
            message = f"'{stem}' is geen naam van een domein: dat is de naam van een bestand, "
            return DOMEINEN.at(place, f"{message}zonder .yaml", hint)
        near = namen.near(stem)
        file = f"data/{self.source.year}/{stem}.yaml"
        return DOMEINEN.at(
            place,
            f"onbekend domein '{stem}'" + (f"; bedoelde u '{near}'?" if near else ""),
            f"schrijf '{near}', of maak het bestand {file}" if near else f"maak het bestand {file}",
        )

    def check_titels(self, titels: Mapping[str, str | None]) -> Iterator[Finding]:
        seen: dict[str, str] = {}
        for stem, titel in titels.items():
            if titel is None:
                continue
            other = seen.setdefault(slug(titel) or titel, stem)
            if other != stem:
                yield SAME_TITEL.at(
                    self.source.documents[stem].place(("titel",)),
                    f"het domein '{other}' heeft ook de titel '{titel}'",
                    "geef elk domein een eigen titel",
                )


def _listed(document: Document) -> list[Scalar] | None:
    """Take the entries of `domeinen`; None where that cannot be read as a list."""
    node = document.node(("domeinen",))
    if not isinstance(node, Sequence):
        return None
    texts = (item for item in node.items if isinstance(item, Scalar) and item.text.strip())
    return [item for item in texts if item.line not in document.doubtful]


def _place(document: Document, item: Scalar) -> Place:
    return Place(document.file, item.line, item.column)
