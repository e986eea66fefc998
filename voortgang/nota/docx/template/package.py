"""A Word file as a package: its parts, what each refers to, and a new file around a document.

Done with zipfile and lxml: importing python-docx costs 40 ms on top of the deck, a tenth of a
build, and what it would do here is keep parts and relationships.
"""

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from typing import Any

from lxml import etree

from voortgang.nota.docx.template.open import read_parts, refusal
from voortgang.nota.docx.xml import HEAD
from voortgang.office.zip import zip_parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
METADATA = f"{PACKAGE}/relationships/metadata/core-properties"
NSMAP: Any = {None: f"{PACKAGE}/relationships"}
TYPES = f"{PACKAGE}/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml"
# What a document keeps of its template; the rest belonged to the example text in it.
KEPT = ("styles", "numbering", "settings", "theme", "fontTable", "header", "footer",
        "footnotes", "endnotes")  # fmt: skip
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class WordPackage:
    """The parts of a template, and what the document in it will refer to.

    Raises FindingsError (VG075) for a file that is no Word template or that is not safe to open.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.parts = dict(read_parts(content, file))
        package = self.relations("")
        self.main = next(t for _, kind, t, _ in package if kind.endswith("/officeDocument"))
        if STRICT in self.parts[self.main][:4000]:
            message = "dit sjabloon is bewaard als Strict Open XML-document"
            raise refusal(file, message, "bewaar het in Word als gewoon Word-document (.docx)")
        self.folder = dirname(self.main)
        self.types = etree.fromstring(self.parts["[Content_Types].xml"], PARSER)
        self.rels = [rel for rel in self.relations(self.main) if rel[1].rsplit("/", 1)[-1] in KEPT]
        self._count = 0
        self._taken = {rid for rid, *_ in self.rels}

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Let the document refer to a part or an address and give the id for it."""
        self._count += 1
        while (rid := f"rIdN{self._count}") in self._taken:
            self._count += 1
        self.rels.append((rid, f"{OFFICE}/{kind}", target, external))
        return rid

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part."""
        self.parts[name] = content
        etree.SubElement(
            self.types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=content_type
        )

    def free_name(self, pattern: str) -> str:
        """Give a part name that nothing has yet; `{}` in it is a number."""
        number = 1
        while (name := pattern.format(number)) in self.parts:
            number += 1
        return name

    def save(self, document: bytes, core: bytes, roots: dict[str, Any] | None = None) -> bytes:
        """Write the package around a document; what nothing refers to stays out.

        `roots` are the parts that were changed, by kind.
        """
        self.parts[self.main] = document
        for kind, root in (roots or {}).items():
            self.parts[self.target(kind)] = as_bytes(root)
        self.parts[rels_name(self.main)] = relations_xml(self.main, self.rels)
        self.parts.pop(rels_name(self.target("settings")), None)
        self.add("docProps/core.xml", core, CORE)
        self.parts["_rels/.rels"] = relations_xml("", [
            ("rId1", f"{OFFICE}/officeDocument", self.main, False),
            ("rId2", METADATA, "docProps/core.xml", False),
        ])  # fmt: skip
        kept = ["_rels/.rels", *self._reachable("")]
        return zip_parts(
            [
                ("[Content_Types].xml", self._content_types(kept)),
                *((n, self.parts[n]) for n in kept),
            ]
        )

    def _reachable(self, name: str, seen: set[str] | None = None) -> Iterator[str]:
        seen = {name} if seen is None else seen
        for _, _, target, external in self.relations(name):
            if external or target in seen or target not in self.parts:
                continue
            seen.add(target)
            yield target
            if rels_name(target) in self.parts:
                yield rels_name(target)
            yield from self._reachable(target, seen)

    def _content_types(self, kept: list[str]) -> bytes:
        known: set[str] = set()
        for entry in reversed(list(self.types)):
            name = (entry.get("PartName") or "").lstrip("/")
            if name and (name not in kept or name in known):
                self.types.remove(entry)
            elif name == self.main:
                entry.set("ContentType", MAIN)
            known.add(name)
        return as_bytes(self.types)

    def relations(self, name: str) -> list[tuple[str, str, str, bool]]:
        """Give what a part refers to: id, kind, part or address, whether outside."""
        content = self.parts.get(rels_name(name))
        if content is None:
            return []
        found = []
        for rel in etree.fromstring(content, PARSER):
            external = rel.get("TargetMode") == "External"
            target = rel.get("Target", "")
            if not external:
                target = (
                    target[1:] if target.startswith("/") else normpath(join(dirname(name), target))
                )
            found.append((rel.get("Id", ""), rel.get("Type", ""), target, external))
        return found

    def target(self, kind: str) -> str:
        """Give the name of the document's part of a kind; empty where there is none."""
        return next((t for _, k, t, _ in self.rels if k.endswith(f"/{kind}")), "")

    def part_or(self, kind: str, empty: str) -> Any:  # noqa: ANN401 -- lxml's element
        """Read the document's part of a kind; one that lacks is added."""
        if not self.target(kind) or self.target(kind) not in self.parts:
            name = join(self.folder, f"{kind}.xml")
            self.add(name, empty.encode(), MAIN.replace("document.main", kind))
            self.relate(kind, name)
        return etree.fromstring(self.parts[self.target(kind)], PARSER)


def rels_name(name: str) -> str:
    """Give the name of the part that says what the part `name` refers to."""
    folder, base = dirname(name), name.rsplit("/", 1)[-1]
    return join(folder, "_rels", f"{base}.rels")


def relations_xml(name: str, rels: list[tuple[str, str, str, bool]]) -> bytes:
    """Write what the part `name` refers to: id, kind, part or address, whether outside."""
    root = etree.Element(f"{{{PACKAGE}/relationships}}Relationships", nsmap=NSMAP)
    for rid, kind, target, external in rels:
        there = target if external else relpath(target, dirname(name) or ".")
        rel = etree.SubElement(
            root, f"{{{PACKAGE}/relationships}}Relationship", Id=rid, Type=kind, Target=there
        )
        if external:
            rel.set("TargetMode", "External")
    return as_bytes(root)


def as_bytes(root: Any) -> bytes:  # noqa: ANN401 -- lxml's element, untyped
    """Write an element as a part."""
    return HEAD.encode() + etree.tostring(root)
