"""From the files of the audits to audits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from voortgang.findings import Finding, Place, in_order
from voortgang.model.audit import Audit, AuditBestand, id_of
from voortgang.model.read.files import FileReader, TypedFile
from voortgang.model.reading import Audits
from voortgang.model.regels import SAME_ID
from voortgang.model.typed import Lezing
from voortgang.source import FolderSource


def read_audits(source: FolderSource) -> Audits:
    """Read the audits: those without errors, and all findings, those of source too."""
    reader = _Reader(source)
    audits = tuple(reader.read())
    findings = in_order((*source.findings, *reader.findings))
    return Audits(audits, dict(source.documents), findings)


@dataclass(slots=True)
class _Reader(FileReader):
    """Reads the audits, then what must hold between them."""

    def read(self) -> Iterator[Audit]:
        documents = self.source.documents
        read = {stem: self.file(each, AuditBestand, Lezing()) for stem, each in documents.items()}
        self.note(self.check_nummers(read))
        for stem, file in read.items():
            if file.part:
                yield Audit(id=stem, **dict(file.part))

    def check_nummers(self, read: Mapping[str, TypedFile]) -> Iterator[Finding]:
        seen: dict[str, Place] = {}
        for stem, file in read.items():
            items = file.data.get("aanbevelingen")
            for index, item in enumerate(items if isinstance(items, tuple) else ()):
                path = ("aanbevelingen", index, "nummer")
                nummer = item.get("nummer") if isinstance(item, dict) else None
                if not isinstance(nummer, str) or path in file.wrong:
                    continue
                place = self.source.documents[stem].place(path)
                first = seen.setdefault(id_of(stem, nummer), place)
                if first != place:
                    where = f"regel {first.line}" + (
                        f" van {first.file}" if first.file != place.file else ""
                    )
                    message = f"de aanbeveling '{id_of(stem, nummer)}' staat al op {where}"
                    yield SAME_ID.at(place, message, "geef elke aanbeveling haar eigen nummer")
