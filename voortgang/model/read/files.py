"""Reading a data file: what it is if nothing is wrong with it, else all that is wrong."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from voortgang.findings import Finding
from voortgang.model.audit import Aanbeveling, AuditBestand
from voortgang.model.deel import Deel, keys_of, names_of, parts_within
from voortgang.model.fouten import findings_of
from voortgang.model.rapport import SOORTEN, DomeinBestand, Rapport, Risico
from voortgang.model.read.lijsten import between
from voortgang.model.regels import EMPTY
from voortgang.model.typed import MOST, Lezing, Plain, plain_data
from voortgang.model.waarden import Kind
from voortgang.source import FolderSource
from voortgang.source.yaml.nodes import Document, Keys, Path, Scalar
from voortgang.source.yaml.nodes import Mapping as MappingNode

_FILES: tuple[type[Deel], ...] = (DomeinBestand, Rapport, AuditBestand)
_WITHIN = tuple(
    part
    for file in _FILES
    for part in parts_within(file)
    if not issubclass(part, DomeinBestand)  # a file of its own
)
KEYS = Keys(
    known=frozenset(name for part in (*_FILES, Risico, Aanbeveling) for name in names_of(part)),
    lists=frozenset((*SOORTEN, "domeinen", "aanbevelingen")),
    top=frozenset(name for part in _FILES for name in names_of(part))
    - frozenset(name for part in _WITHIN for name in names_of(part)),
    markdown=frozenset(
        key.name
        for part in (*_FILES, *_WITHIN)
        for key in keys_of(part)
        if key.kind in (Kind.ALINEAS, Kind.MARKDOWN)
    ),
)


class TypedFile(NamedTuple):
    """A file as it was read: the part that it is, if nothing is wrong; its data; what is wrong."""

    part: Deel | None = None
    data: Mapping[str, Plain] = MappingProxyType({})
    wrong: Collection[Path] = ()

    def text(self, key: str) -> str | None:
        """Give a text at the top of the file, if nothing is wrong with it."""
        value = self.data.get(key)
        return (
            value.strip() or None if isinstance(value, str) and (key,) not in self.wrong else None
        )


@dataclass(slots=True)
class FileReader:
    """Reads files one by one."""

    source: FolderSource
    findings: list[Finding] = field(default_factory=list)
    broken: set[str] = field(init=False)  # files that were wrong before they were read as a part

    def __post_init__(self) -> None:
        """Ask once which files are broken: there may be thousands."""
        self.broken = {finding.file for finding in self.source.findings}

    def file(self, document: Document, part: type[Deel], lezing: Lezing) -> TypedFile:
        """Read a file that is to be a `part`; what is wrong with it is noted."""
        root = document.tree
        if root is None or (isinstance(root, Scalar) and root.empty):
            return TypedFile()  # and source said so
        typed = plain_data(root)
        data = typed if isinstance(typed, dict) else {}
        partial = document.file in self.broken
        try:
            made = part.model_validate(typed, by_alias=True, by_name=False, context=lezing)
            read = TypedFile(made, data)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
            read = TypedFile(None, data, {each["loc"] for each in errors})
            self.add(findings_of(errors, document, part, partial=partial), document)
        if part is DomeinBestand:
            self.add(between(data, read.wrong, document, partial=partial), document)
        return read

    def add(self, found: Iterable[Finding], document: Document) -> None:
        """Note what was found in a file, as far as it is certain."""
        self.note(each for each in found if _is_certain(each, document))

    def note(self, found: Iterable[Finding]) -> None:
        """Note what is wrong, as far as anybody would read it."""
        self.findings.extend(islice(found, MOST))


def _is_certain(finding: Finding, document: Document) -> bool:
    """Tell whether a finding holds whatever stood on the lines that could not be read."""
    if not document.doubtful:
        return True
    if not isinstance(document.tree, MappingNode):
        return False
    hollow = finding.code == EMPTY.code and finding.line + 1 in document.doubtful
    return finding.line not in document.doubtful and not hollow
