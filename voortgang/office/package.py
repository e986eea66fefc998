"""The one door through which every Office file of somebody else comes: checked and bounded.

What passes is safe to hand to python-pptx, python-docx and openpyxl: it unpacks to no more than it
may, each part that counts as XML is well-formed and without a document type, no two parts have one
name, and the part that is the document itself is there and of the kind that was asked for.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from posixpath import join, normpath
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from voortgang.findings import FindingsError, Obstacle, Place, Regel
from voortgang.office.xml import Element
from voortgang.office.zip import zip_parts

MOST_PARTS = 5_000
LARGEST = 256 * 2**20  # bytes of all parts together, unpacked
LARGEST_XML = 48 * 2**20  # of those that are XML: a tree of them takes several times as much
PACKED = 40  # times its own size that a file may unpack to, above an eighth of these
PER_TAG = 16  # bytes that there must be for each tag: an empty element takes a hundred in a tree
_PIECE = 2**20
# All that zipfile lets through, by what was damaged; RuntimeError itself is a part with a password.
_DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error,
    OSError, ValueError, EOFError, LookupError, RuntimeError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0"
_STRICT = "http://purl.oclc.org/ooxml/"
_STANDARD = "http://schemas.openxmlformats.org/officeDocument/"
_TYPES = "[Content_Types].xml"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
# What a part of the standard may refer to that is no XML; all else is, whatever it is called.
_BINARY = frozenset({
    "image", "audio", "video", "media", "oleObject", "package", "font", "printerSettings",
    "vmlDrawing", "aFChunk", "customProperty", "legacyDiagramText", "subDocument",
})  # fmt: skip


class Format(NamedTuple):
    """A program of Office: the endings of its files, once and now, and what is inside them.

    `stream` names the document in an old file; `mains` are the kinds that it may be today.
    """

    program: str
    suffix: str
    old: str
    stream: str
    mains: tuple[str, ...]


EXCEL = Format(
    "Excel", ".xlsx", ".xls", "Workbook",
    ("spreadsheetml.sheet.main", "spreadsheetml.template.main"),
)  # fmt: skip
POWERPOINT = Format(
    "PowerPoint", ".pptx", ".ppt", "PowerPoint Document",
    ("presentationml.presentation.main", "presentationml.template.main",
     "presentationml.slideshow.main"),
)  # fmt: skip
WORD = Format(
    "Word", ".docx", ".doc", "WordDocument",
    ("wordprocessingml.document.main", "wordprocessingml.template.main"),
)  # fmt: skip


class UnfitError(Exception):
    """A file that is not to be read.

    `reason` tells why in Dutch without a subject ("bevat macro's"), for only the caller knows how
    to call the file; `remedy` is a hint.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(reason)

    def obstacle(self, name: str) -> Obstacle:
        """Say it of a file that was named on the command line."""
        return Obstacle(f"'{name}' {self.reason}", self.remedy)

    def found(self, regel: Regel, file: str) -> FindingsError:
        """Say it of a template."""
        message = f"dit sjabloon {self.reason}"
        return FindingsError([regel.at(Place(file, 1, 1), message, self.remedy)])


class OfficePackage:
    """An Office file that was checked; raises UnfitError where it may not be read.

    `content` is safe for the libraries, mended where they need that. `main` names the part that is
    the document itself, `types` gives the content type of each part.
    """

    def __init__(self, content: bytes, form: Format) -> None:
        self.form = form
        self.main = ""  # until its relations were read
        if content.startswith(_OLE):
            raise _old(content, form)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self.names = frozenset(self._unpacked(_bound(LARGEST, len(content))))
        except _DAMAGED as error:
            raise self._none_such("of het is beschadigd") from error
        self._room = _bound(LARGEST_XML, len(content))
        self._tags = self._room // PER_TAG
        if _TYPES not in self.names:
            raise self._none_such("of het is beschadigd")
        self._check(_TYPES)
        self.types = self._read_types()
        self._rels = {name for name in self.names if _ending(name) == "rels"}
        self._relations: dict[str, list[tuple[str, str, str]]] = {}
        for name in self._rels:
            self._check(name)
            self._relations[name] = list(self._read_relations(name))
        self.main = next(iter(self.related("", "officeDocument").values()), "")
        self._check_kind()
        for name in sorted(self._xml() - self._rels - {_TYPES}):
            self._check(name)
        sound = "rels" in self._defaults and form.mains[0] in self.types[self.main]
        self.content = content if sound else self._mended()

    def read(self, name: str) -> bytes:
        """Give a part as bytes."""
        return self._archive.read(name)

    def part(self, name: str) -> Element | None:
        """Parse a part; None where there is none. Raises UnfitError where it cannot be parsed."""
        if name not in self.names:
            return None
        root = read_xml(self.read(name))
        if root is None:
            raise self.damaged(f"het onderdeel {name}")
        return root

    def related(self, part: str, kind: str) -> Mapping[str, str]:
        """Give the parts of a kind that a part refers to, by the id of the reference."""
        found = self.relations(part)
        return {id_: to for id_, of, to in found if of.rpartition("/")[2] == kind}

    def damaged(self, what: str = "") -> UnfitError:
        """Say what in it is damaged: the document itself where nothing else is named."""
        reason = f"is beschadigd: {what or f'het onderdeel {self.main}'} klopt niet"
        return UnfitError(reason, self._save_again())

    def relations(self, part: str) -> Sequence[tuple[str, str, str]]:
        """Give what a part refers to within the file: the id, the type and the name of each."""
        return self._relations.get(rels_of(part), ())

    def _unpacked(self, most: int) -> Iterator[str]:
        """Unpack all parts, of which nothing is kept, and give their names."""
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_PARTS:
            raise _flood(f"meer dan {MOST_PARTS} onderdelen")
        if len({info.filename.casefold() for info in infos}) < len(infos):
            reason = "is beschadigd: twee onderdelen hebben dezelfde naam"
            raise UnfitError(reason, self._save_again())
        for info in infos:
            if info.flag_bits & 1:
                raise _locked()
            with self._archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    most -= len(piece)
                    if most < 0:
                        raise _flood("veel meer dan een gewoon bestand")
            yield info.filename

    def _read_types(self) -> Mapping[str, str]:
        self._defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        root = self.part(_TYPES)
        for entry in root if root is not None else ():
            kind, name = entry.get("ContentType") or "", entry.get("PartName") or ""
            if name:
                overrides[name.lstrip("/").casefold()] = kind
            else:
                self._defaults[(entry.get("Extension") or "").casefold()] = kind
        return {
            name: overrides.get(name.casefold()) or self._defaults.get(_ending(name)) or ""
            for name in self.names
        }

    def _check_kind(self) -> None:
        kinds = " ".join(self.types.values())
        named = any(name.casefold().endswith("vbaproject.bin") for name in self.names)
        if named or any(word in kinds for word in ("macroEnabled", "vbaProject", "macrosheet")):
            raise macros(self.form)
        if self.main not in self.names:
            raise self.damaged("het document zelf")
        if not any(main in self.types[self.main] for main in self.form.mains):
            raise self._none_such()

    def _xml(self) -> set[str]:
        """Name the parts that hold XML: by what they are called, by type, and by who needs them."""
        found = {name for name in self.names if _is_xml(name, self.types[name])}
        for rels in self._rels:
            folder, _, file = rels.rpartition("_rels/")
            for _, kind, target in self.relations(folder + file.removesuffix(".rels")):
                if kind.startswith(_STANDARD) and kind.rpartition("/")[2] not in _BINARY:
                    found.add(target)
        return found & self.names

    def _read_relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Read what is referred to, and see that it can be: the libraries fall over what has no id.

        Gives that which is within the file, as `relations` does.
        """
        root = self.part(name)
        every = [rel for rel in root if isinstance(rel.tag, str)] if root is not None else []
        whole = all(
            rel.tag == _RELATION and rel.get("Id") and rel.get("Type") and rel.get("Target")
            for rel in every
        )
        if not whole or len({rel.get("Id") for rel in every}) < len(every):
            raise self.damaged(f"het onderdeel {name}")
        folder = name.rpartition("_rels/")[0]
        for rel in every:
            if rel.get("TargetMode") != "External":
                target = normpath(join("/", folder, rel.get("Target") or "")).lstrip("/")
                yield rel.get("Id") or "", rel.get("Type") or "", target

    def _check(self, name: str) -> None:
        """Parse a part without keeping it: a tree can take more than the limits that follow."""
        part = self.read(name)
        self._room -= len(part)
        self._tags -= part.count(b"<")
        if self._room < 0 or self._tags < 0:
            raise _flood(f"het onderdeel {name} en de andere samen")
        parser = expat.ParserCreate(namespace_separator=" ")

        def begin(tag: str, _: object) -> None:
            parser.StartElementHandler = None
            if name == self.main and tag.startswith(_STRICT):
                raise self._strict()

        def declare(*_: object) -> None:
            reason = f"is beschadigd: het onderdeel {name} bevat een documenttype, wat niet mag"
            raise UnfitError(reason, self._save_again())

        parser.StartElementHandler = begin
        parser.StartDoctypeDeclHandler = declare
        try:
            parser.Parse(part, True)  # noqa: FBT003 -- expat's own: this is all of it
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise self.damaged(f"het onderdeel {name}") from error

    def _mended(self) -> bytes:
        """Write its types anew: one that LibreOffice 3 to 6 forget, a template as a document."""
        root = etree.fromstring(self.read(_TYPES))
        for entry in root.iterchildren("{*}Default", "{*}Override"):
            for main in self.form.mains:
                kind = entry.get("ContentType", "").replace(main, self.form.mains[0])
                entry.set("ContentType", kind)
        if "rels" not in self._defaults:
            root.insert(0, root.makeelement(_DEFAULT, Extension="rels", ContentType=_RELS))
        parts = ((name, self.read(name)) for name in sorted(self.names - {_TYPES}))
        return zip_parts([(_TYPES, etree.tostring(root)), *parts])

    def _strict(self) -> UnfitError:
        program, suffix = self.form.program, self.form.suffix
        return UnfitError(
            "is bewaard als Strict Open XML, en dat leest het programma niet",
            f"open het in {program}, kies Opslaan als en bewaar het als gewoon bestand ({suffix})",
        )

    def _none_such(self, more: str = "") -> UnfitError:
        reason = f"is geen {self.form.program}-bestand{', ' if more else ''}{more}"
        program, suffix = self.form.program, self.form.suffix
        return UnfitError(reason, f"neem een bestand dat in {program} als {suffix} is bewaard")

    def _save_again(self) -> str:
        return f"open het in {self.form.program} en bewaar het opnieuw als {self.form.suffix}"


def rels_of(part: str) -> str:
    """Name the part that holds what another refers to."""
    folder, _, file = part.rpartition("/")
    return join(folder, "_rels", f"{file}.rels")


def read_xml(part: bytes) -> Element | None:
    """Parse a part that was checked; None where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return None


def macros(form: Format) -> UnfitError:
    """Say that a file has macros in it, as its name may tell already."""
    return UnfitError(
        "bevat macro's, en die worden niet geopend",
        f"open het in {form.program} en bewaar het zonder macro's, als {form.suffix}",
    )


def _bound(most: int, size: int) -> int:
    """Say how much a file of this size may unpack to."""
    return min(most, most // 8 + PACKED * size)


def _ending(name: str) -> str:
    return name.casefold().rpartition(".")[2]


def _is_xml(name: str, kind: str) -> bool:
    typed = kind.endswith(("+xml", "/xml")) and not kind.startswith("image/")
    return typed or _ending(name) in {"xml", "rels"}


def _flood(what: str) -> UnfitError:
    return UnfitError(
        f"is uitgepakt te groot om veilig te lezen ({what})",
        "kopieer wat u nodig hebt naar een nieuw bestand, en maak de beelden erin kleiner",
    )


def _locked() -> UnfitError:
    return UnfitError(
        "is met een wachtwoord beveiligd",
        "open het in Office, haal het wachtwoord weg en bewaar het opnieuw",
    )


def _old(content: bytes, form: Format) -> UnfitError:
    """Tell apart what begins alike: a file of before 2007, and any file behind a password."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _locked()
    known = [f for f in (EXCEL, POWERPOINT, WORD) if f.stream.encode("utf-16-le") in content]
    form = (*known, form)[0]
    kind = f"in een oud formaat van {form.program} ({form.old})"
    return UnfitError(
        f"is {kind}" if known else f"is met een wachtwoord beveiligd, of {kind}",
        f"open het in {form.program}, kies Opslaan als en bewaar het zonder wachtwoord als "
        f"{form.suffix}",
    )
