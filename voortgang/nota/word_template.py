"""Somebody's Word template as a house for the nota: its styles, page, headers and footers.

Package work is done with zipfile and lxml: importing python-docx costs 40 ms on top of the deck,
a tenth of a build, and what it would do here is keep parts and relationships.
"""

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from typing import Any

from lxml import etree

from voortgang.findings import Finding, Place
from voortgang.nota.docx_xml import HEAD, NAMESPACES, R, w
from voortgang.nota.regels_docx import PAGINANUMMER, STIJL
from voortgang.nota.word_open import read_parts, refusal
from voortgang.nota.word_styles import STIJLEN, TEXT_WIDTH
from voortgang.presentatie.pptx_zip import zip_parts

FILE = "templates/nota.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
METADATA = f"{PACKAGE}/relationships/metadata/core-properties"
NSMAP: Any = {None: f"{PACKAGE}/relationships"}
TYPES = f"{PACKAGE}/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What a document keeps of its template; the rest belonged to the example text in it.
KEPT = ("styles", "numbering", "settings", "theme", "fontTable", "header", "footer",
        "footnotes", "endnotes")  # fmt: skip
# Settings that would ask a question, reach elsewhere or tell who made the template.
UNWANTED = ("attachedTemplate", "updateFields", "mailMerge", "trackRevisions", "rsids",
            "documentProtection", "writeProtection", "stylePaneFormatFilter")  # fmt: skip
FULL_NAMES = {"title": "Titel", "bullet": "Lijst opsom.teken", "number": "Lijstnummering",
              "quote": "Citaat"}  # fmt: skip
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class WordTemplate:
    """A template that a nota is written into: `ids` gives the style id of each key.

    Raises FindingsError (VG075) for a file that is no Word template or that is not safe to open.
    """

    def __init__(self, content: bytes, file: str = FILE) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.parts = read_parts(content, file)
        try:
            self._open()
        except (etree.XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
            raise refusal(file, "dit sjabloon is beschadigd en kan niet gelezen worden") from error

    def _open(self) -> None:
        package = self._relations("")
        self.main = next(t for _, kind, t, _ in package if kind.endswith("/officeDocument"))
        self.folder = dirname(self.main)
        self.types = etree.fromstring(self.parts["[Content_Types].xml"], PARSER)
        self.rels = [rel for rel in self._relations(self.main) if rel[1].rsplit("/", 1)[-1] in KEPT]
        self._count = 0
        body = etree.fromstring(self.parts[self.main], PARSER).find(w("body"))
        self.section = _section(body)
        self.styles = self._part_or("styles", f"<w:styles {NAMESPACES}/>")
        self.numbering = self._part_or("numbering", f"<w:numbering {NAMESPACES}/>")
        self._part_or("fontTable", f"<w:fonts {NAMESPACES}/>")
        self.settings = self._part_or("settings", f"<w:settings {NAMESPACES}/>")
        self.ids = self._find_styles()
        self._check_page_number()

    @property
    def text_width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        size, margins = self.section.find(w("pgSz")), self.section.find(w("pgMar"))
        if size is None or margins is None:
            return TEXT_WIDTH
        return int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Let the document refer to a part or an address and give the id for it."""
        self._count += 1
        rid = f"rIdN{self._count}"
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

    def fill(self, values: dict[str, str], language: str) -> None:
        """Set the language, and fill content controls in header and footer by their tag."""
        self._language(language)
        for name in [t for _, kind, t, _ in self.rels if kind.endswith(("/header", "/footer"))]:
            root = etree.fromstring(self.parts[name], PARSER)
            for control in root.iter(w("sdt")):
                tag = control.find(f"{w('sdtPr')}/{w('tag')}")
                value = values.get(tag.get(w("val"), "")) if tag is not None else None
                texts = list(control.iter(w("t")))
                if value is not None and texts:
                    texts[0].text = value
                    for other in texts[1:]:
                        other.text = ""
            self.parts[name] = _bytes(root)

    def save(self, document: bytes, core: bytes) -> bytes:
        """Write the package around a document; what nothing refers to stays out."""
        self.parts[self.main] = document
        self._write("styles", self.styles)
        self._write("numbering", self.numbering)
        self._write("settings", self._clean_settings())
        self.parts[_rels_name(self.main)] = relations_xml(self.main, self.rels)
        self.parts.pop(_rels_name(self._target("settings")), None)
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
        for _, _, target, external in self._relations(name):
            if external or target in seen or target not in self.parts:
                continue
            seen.add(target)
            yield target
            if _rels_name(target) in self.parts:
                yield _rels_name(target)
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
        return _bytes(self.types)

    def _relations(self, name: str) -> list[tuple[str, str, str, bool]]:
        content = self.parts.get(_rels_name(name))
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

    def _target(self, kind: str) -> str:
        return next((t for _, k, t, _ in self.rels if k.endswith(f"/{kind}")), "")

    def _part_or(self, kind: str, empty: str) -> Any:  # noqa: ANN401 -- lxml's element, untyped
        if not self._target(kind) or self._target(kind) not in self.parts:
            name = join(self.folder, f"{kind}.xml")
            self.add(name, empty.encode(), MAIN.replace("document.main", kind))
            self.relate(kind, name)
        return etree.fromstring(self.parts[self._target(kind)], PARSER)

    def _write(self, kind: str, root: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
        self.parts[self._target(kind)] = _bytes(root)

    def _find_styles(self) -> dict[str, str]:
        """Find each style by its built-in name, which no translation of Word changes."""
        found: dict[tuple[str, str], str] = {}
        for style in self.styles.iter(w("style")):
            name = style.find(w("name"))
            key = (style.get(w("type")), "" if name is None else name.get(w("val"), "").lower())
            found.setdefault(key, style.get(w("styleId")))
            if style.get(w("default")) in {"1", "true"} and key[0] == "paragraph":
                found["paragraph", "normal"] = style.get(w("styleId"))
        taken = set(found.values())
        ids: dict[str, str] = {}
        for stijl in STIJLEN:
            own = found.get((stijl.kind, stijl.name.lower()))
            if own is None:
                own = stijl.own_id if stijl.own_id not in taken else f"Nota{stijl.own_id}"
                based = ids.get("normal" if stijl.based == "Normal" else stijl.based, "")
                xml = f"<x {NAMESPACES}>{stijl.xml(own, based)}</x>"
                self.styles.append(etree.fromstring(xml)[0])
                if stijl.expected:
                    self._miss(FULL_NAMES.get(stijl.key) or f"Kop {stijl.key[-1]}", stijl.name)
            ids[stijl.key] = own
        return ids

    def _miss(self, dutch: str, name: str) -> None:
        message = f"het sjabloon mist de stijl '{dutch}' ({name}); de standaard komt in de plaats"
        hint = (
            f"gebruik de stijl {dutch} één keer in het sjabloon, maak ze op en bewaar het opnieuw"
        )
        self.findings.append(STIJL.at(Place(self.file, 1, 1), message, hint))

    def _check_page_number(self) -> None:
        edges = [t for _, kind, t, _ in self.rels if kind.endswith(("/header", "/footer"))]
        if not any(b"PAGE" in self.parts.get(name, b"") for name in edges):
            message = "het sjabloon heeft geen paginanummer in kop- of voettekst"
            hint = "voeg in Word bij de voettekst een paginanummer in"
            self.findings.append(PAGINANUMMER.at(Place(self.file, 1, 1), message, hint))

    def _language(self, language: str) -> None:
        for lang in self.styles.iter(w("lang")):
            lang.set(w("val"), language)
        path = (w("docDefaults"), w("rPrDefault"), w("rPr"), w("lang"))
        element = self.styles
        for at, name in enumerate(path):
            below = element.find(name)
            if below is None:
                below = etree.Element(name)
                element.insert(0, below) if at < len(path) - 1 else element.append(below)
            element = below
        element.set(w("val"), language)

    def _clean_settings(self) -> Any:  # noqa: ANN401 -- lxml's element, untyped
        for name in UNWANTED:
            for element in list(self.settings.iter(w(name))):
                element.getparent().remove(element)
        for zoom in self.settings.iter(w("zoom")):
            zoom.set(w("percent"), zoom.get(w("percent")) or "100")
        return self.settings


def _section(body: Any) -> Any:  # noqa: ANN401 -- lxml's element, untyped
    """Take the page of the last section, with the headers that it takes over from earlier ones."""
    sections = list(body.iter(w("sectPr")))
    if not sections:
        return etree.fromstring(f"<w:sectPr {NAMESPACES}/>")
    last = sections[-1]
    have = {(e.tag, e.get(w("type"))) for e in last if e.get(f"{{{R}}}id")}
    for earlier in reversed(sections[:-1]):
        for edge in [e for e in earlier if e.get(f"{{{R}}}id")]:
            if (edge.tag, edge.get(w("type"))) not in have:
                have.add((edge.tag, edge.get(w("type"))))
                last.insert(0, edge)
    for name in ("type", "cols", "sectPrChange"):
        for element in last.findall(w(name)):
            last.remove(element)
    return last


def _rels_name(name: str) -> str:
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
    return _bytes(root)


def _bytes(root: Any) -> bytes:  # noqa: ANN401 -- lxml's element, untyped
    return HEAD.encode() + etree.tostring(root)
