"""The package of a deck: a template without its example slides, new parts, one file in the end.

All that reaches into python-pptx stands here. Its look-ups of relationships and of free ids and
part names scan everything there is for each new slide: 2,000 slides take 7 seconds that way, so
new parts get their names and relationships by counting. Part graph, reading and content types
stay python-pptx's; what nothing refers to any more is left out when the parts are walked.
"""

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, PartFactory, _Relationship
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from voortgang.office.xml import attribute
from voortgang.office.zip import zip_parts

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items() if prefix != "p14")
R_ID = f"{{{NS['r']}}}id"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OUTSIDE = ' TargetMode="External"'
DEFAULTS = {
    "bmp": "image/bmp", "emf": "image/x-emf", "gif": "image/gif", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml", "tiff": "image/tiff",
    "wmf": "image/x-wmf", "xlsx": CT.SML_SHEET, "xml": CT.XML,
}  # fmt: skip
# What says who made the template or who wrote in it.
PERSONAL_DECK = ("/commentAuthors", "/authors", "/person", "/changesInfo", "/revisionInfo", "/tags")

# python-pptx reads templates (.potx) as well, once it is told what their main part is.
PartFactory.part_type_for[CT.PML_TEMPLATE_MAIN] = PresentationPart


def open_deck(content: bytes) -> Any:  # noqa: ANN401 -- python-pptx's Presentation, untyped
    """Open a .pptx or .potx; python-pptx's own way in refuses the latter for its type alone."""
    main: Any = Package.open(io.BytesIO(content)).main_document_part
    return main.presentation


class DeckPackage:
    """A template that a deck is written into; `layouts` are in the order of `Huisstijl`."""

    def __init__(self, template: bytes) -> None:
        deck = open_deck(template)
        self._package = deck.part.package
        self.main: Any = deck.part
        self.layouts: list[Any] = [
            layout.part for master in deck.slide_masters for layout in master.slide_layouts
        ]
        self.masters: list[Any] = [master.part for master in deck.slide_masters]
        self._counts: dict[int, int] = {}
        self._drop_examples()
        self._drop_personal()
        for part in (self.main, *self.masters, *self.layouts):
            _cut_off(part)
        self._names = {part.partname for part in self._package.iter_parts()}

    @property
    def root(self) -> Any:  # noqa: ANN401 -- python-pptx's own element class, untyped
        """The element of presentation.xml."""
        return self.main._element  # noqa: SLF001 -- python-pptx has no public name for it

    def find(self, source: Any, reltype: str) -> Any:  # noqa: ANN401 -- a part, untyped
        """Give the part that `source` has by this relationship, or None."""
        return next((r.target_part for r in source.rels.values() if r.reltype == reltype), None)

    def add(self, name: str, content_type: str, content: bytes = b"") -> Any:  # noqa: ANN401 -- a part, untyped
        """Make a part; where the name is taken the number in it (`{}`) goes up."""
        number = 1
        while (taken := name.format(number)) in self._names and "{}" in name:
            number += 1
        self._names.add(taken)
        return Part(PackURI(taken), content_type, self._package, content)

    def relate(self, source: Any, reltype: str, target: Any, *, external: bool = False) -> str:  # noqa: ANN401 -- parts, untyped
        """Let `source` refer to `target` (a part, or an address) and give the id for it."""
        rels = source.rels._rels  # noqa: SLF001 -- the quadratic spot: see the module
        number = self._counts.get(id(source), 0)
        if not number:
            used = [key[3:] for key in rels if key.startswith("rId")]
            number = max((int(key) for key in used if key.isdecimal()), default=0)
        self._counts[id(source)] = number + 1
        rid = f"rId{number + 1}"
        mode = "External" if external else "Internal"
        rels[rid] = _Relationship(source.partname.baseURI, rid, reltype, mode, target)
        return rid

    def relate_package(self, reltype: str, target: Any) -> None:  # noqa: ANN401 -- a part, untyped
        """Let the package as a whole refer to `target`."""
        self._package.relate_to(target, reltype)

    def save(self) -> bytes:
        """Write every part that is still referred to."""
        return zip_parts(self._entries())

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        parts = list(self._package.iter_parts())
        yield "[Content_Types].xml", _content_types(parts, self.main).encode()
        yield "_rels/.rels", _relationships(self._package._rels)  # noqa: SLF001 -- see HEAD
        for part in parts:
            yield part.partname.membername, part.blob
            if len(part.rels):
                yield part.partname.rels_uri.membername, _relationships(part.rels)

    def _drop_examples(self) -> None:
        for tag in ("sldIdLst", "custShowLst", "modifyVerifier", "smartTags"):
            for element in self.root.findall(f"p:{tag}", NS):
                self.root.remove(element)
        for ext in self.root.findall(".//p:ext", NS):
            if ext.find("p14:sectionLst", NS) is not None:
                ext.getparent().remove(ext)
        for part in (self.main, *self.masters, *self.layouts):
            for rid in [rid for rid, rel in part.rels.items() if rel.reltype == RT.SLIDE]:
                _unlink(part, rid)

    def _drop_personal(self) -> None:
        rels = self._package._rels  # noqa: SLF001 -- python-pptx has no public name for it
        for rid, rel in list(rels.items()):
            if rel.reltype != RT.OFFICE_DOCUMENT and not _is_main(rel, self.main):
                rels.pop(rid)  # who made it, when, a picture of it: whatever program wrote that
        for rid, rel in list(self.main.rels.items()):
            if rel.reltype.endswith(PERSONAL_DECK):
                _unlink(self.main, rid)


def _unlink(part: Any, rid: str) -> None:  # noqa: ANN401 -- a part, untyped
    """Remove a relationship with whatever uses it: a link, or a list of tags."""
    for element in part._element.xpath(f"//*[@r:id='{rid}']"):  # noqa: SLF001 -- as above
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    part.rels.pop(rid)


def _is_main(rel: Any, main: Any) -> bool:  # noqa: ANN401 -- as above
    return not rel.is_external and rel.target_part is main


def _cut_off(part: Any) -> None:  # noqa: ANN401 -- as above
    """Remove what a part would fetch from elsewhere when it is opened; links to click on stay."""
    root = part._element  # noqa: SLF001 -- as above
    for rid, rel in list(part.rels.items()):
        if not rel.is_external or rel.reltype == RT.HYPERLINK:
            continue
        for element in root.xpath(f"//*[@r:link='{rid}' or @r:id='{rid}' or @r:embed='{rid}']"):
            element.attrib.pop(f"{{{NS['r']}}}link", None)
            if element.get(f"{{{NS['r']}}}embed") in {None, rid}:
                _remove_with_its_shape(element)
        part.rels.pop(rid)


def _remove_with_its_shape(element: Any) -> None:  # noqa: ANN401 -- as above
    shapes = ("pic", "sp", "graphicFrame", "bg")
    for ancestor in (element, *element.iterancestors()):
        if etree.QName(ancestor).localname in shapes:
            ancestor.getparent().remove(ancestor)
            return


def _relationships(rels: Any) -> bytes:  # noqa: ANN401 -- python-pptx's relationships, untyped
    rows = "".join(
        f"<Relationship Id={attribute(rid)} Type={attribute(rel.reltype)} "
        f"Target={attribute(rel.target_ref)}{OUTSIDE if rel.is_external else ''}/>"
        for rid, rel in rels.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _content_types(parts: list[Any], main: Any) -> str:  # noqa: ANN401 -- parts, untyped
    """Name the type of every part; a template's main part becomes a presentation's."""
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    overrides = {}
    for part in parts:
        kind = CT.PML_PRESENTATION_MAIN if part is main else part.content_type
        ending = part.partname.ext.lower()
        if DEFAULTS.get(ending) == kind:
            defaults[ending] = kind
        else:
            overrides[part.partname] = kind
    rows = [
        f"<Default Extension={attribute(ending)} ContentType={attribute(kind)}/>"
        for ending, kind in sorted(defaults.items())
    ]
    rows += [
        f"<Override PartName={attribute(name)} ContentType={attribute(kind)}/>"
        for name, kind in sorted(overrides.items())
    ]
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'
