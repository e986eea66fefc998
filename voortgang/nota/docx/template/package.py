"""What python-docx lacks, each with its reason; only this module knows it from inside.

It refuses templates (.dotx) and what refers to a part that is missing, keeps all that the example
text referred to, makes no numbering, knows no charts and not every jpeg, dates a file by the clock,
and leaves settings be that greet a reader with a question.
"""

import io
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from posixpath import basename, dirname, join, normpath

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.image import ImagePart
from lxml import etree
from pptx.parts.chart import ChartPart

from voortgang.findings import Finding, FindingsError, Place
from voortgang.nota.docx.template.element import A, R, make, parent_of, w
from voortgang.nota.docx.template.field import cut_fields
from voortgang.nota.properties import Properties
from voortgang.nota.regels import ONLEESBAAR
from voortgang.office.made import LANGUAGE
from voortgang.office.outside import Cut, cut_off, findings_of
from voortgang.office.package import WORD, OfficePackage, UnfitError, rels_of
from voortgang.office.xml import Element, legal
from voortgang.office.zip import timeless, zip_parts

CORE = "docProps/core.xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# What a nota keeps of its template: the root of each, and its type.
KEPT = {
    RT.STYLES: ("styles", CT.WML_STYLES), RT.NUMBERING: ("numbering", CT.WML_NUMBERING),
    RT.SETTINGS: ("settings", CT.WML_SETTINGS), RT.FONT_TABLE: ("fonts", CT.WML_FONT_TABLE),
    RT.HEADER: ("hdr", CT.WML_HEADER), RT.FOOTER: ("ftr", CT.WML_FOOTER),
    RT.FOOTNOTES: ("footnotes", CT.WML_FOOTNOTES), RT.ENDNOTES: ("endnotes", CT.WML_ENDNOTES),
    RT.THEME: (f"{A}theme", CT.OFC_THEME),
}  # fmt: skip
NEEDED = (RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FONT_TABLE)  # what it cannot do without
# Settings that would ask a question, reach elsewhere or tell who made the template.
UNWANTED = ("attachedTemplate", "linkStyles", "updateFields", "mailMerge", "trackRevisions",
            "rsids", "documentProtection", "writeProtection", "stylePaneFormatFilter",
            "docVars")  # fmt: skip
OF_SETTINGS = (RT.STYLES.replace("styles", "attachedTemplate"),)  # to be said; the rest is not
UNKNOWN = "application/octet-stream"
LONGEST = 255  # characters of a property, for python-docx and Word alike
RELATIONS = f"{{{PACKAGE}/relationships}}Relationships"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # where the report has no date: never the clock's


def open_word(content: bytes, file: str) -> tuple[WordDocument, tuple[Finding, ...]]:
    """Open a .docx or .dotx with python-docx, without what only its example text refers to.

    Says what was cut out of it. Raises FindingsError (VG075) for a file that is no Word template
    or is not safe to open.
    """
    try:
        reduced, cuts = _reduced(content)
        document = Document(io.BytesIO(reduced))
    except UnfitError as error:
        raise error.found(ONLEESBAAR, file) from error
    except Exception as error:  # a broken package fails in any way it likes
        raise damaged(file) from error
    for name in UNWANTED:
        for element in list(document.settings.element.iter(w(name))):
            parent_of(element).remove(element)
    for zoom in document.settings.element.iter(w("zoom")):
        zoom.set(w("percent"), zoom.get(w("percent")) or "100")
    return document, findings_of(cuts, file)


def damaged(file: str) -> FindingsError:
    """Say that a template cannot be read, for a reason that nobody knows."""
    message = "dit sjabloon is beschadigd en kan niet gelezen worden"
    hint = "open het sjabloon in Word en bewaar het opnieuw als .docx of .dotx"
    return FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])


@lru_cache(maxsize=2)
def _reduced(content: bytes) -> tuple[bytes, tuple[Cut, ...]]:
    """Write a package of what a nota keeps of a template, and say what was cut out of that.

    The notas of one build share it.
    """
    package = OfficePackage(content, WORD)
    main = package.main
    parts: dict[str, bytes] = {}
    types = {**package.types, main: CT.WML_DOCUMENT_MAIN}
    rels = _take(package, main, parts, KEPT)
    changed, cuts = cut_off(parts, also=cut_fields)
    parts |= changed
    parts[main] = package.read(main)
    have = {rel.get("Type") for rel in rels}
    for rel in rels:
        name = normpath(join("/", dirname(main), rel.get("Target", "")))[1:]
        types[name] = _sound(package, name, rel.get("Type", ""))
    for kind in NEEDED:
        if kind not in have:
            root, content_type = KEPT[kind]
            name = join(dirname(main), f"{basename(kind)}.xml")
            name = name if name not in parts else join(dirname(main), f"nota-{root}.xml")
            parts[name], types[name] = etree.tostring(make(root)), content_type
            _relate(rels, f"rIdNota{root}", kind, basename(name))
    parts[CORE] = f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>'.encode()
    types[CORE] = CT.OPC_CORE_PROPERTIES
    listed = etree.Element(f"{{{PACKAGE}/content-types}}Types")
    for name in parts:
        about = {"PartName": f"/{name}", "ContentType": types[name] or UNKNOWN}
        etree.SubElement(listed, f"{{{PACKAGE}/content-types}}Override", about)
    start = etree.Element(RELATIONS)
    _relate(start, "rId1", RT.OFFICE_DOCUMENT, main)
    _relate(start, "rId2", RT.CORE_PROPERTIES, CORE)
    added = {"[Content_Types].xml": listed, rels_of(""): start, rels_of(main): rels}
    reduced = [*parts.items(), *((name, etree.tostring(r)) for name, r in added.items())]
    return zip_parts(reduced), cuts


def _sound(package: OfficePackage, name: str, kind: str) -> str:
    """Give the type that a part has to be; raises UnfitError where something else is in it."""
    root, content_type = KEPT[kind]
    found = package.part(name)
    if found is None or found.tag not in {root, w(root)}:
        raise package.damaged(f"het onderdeel {name}")
    return content_type


def _take(
    package: OfficePackage, name: str, parts: dict[str, bytes], kinds: Container[str] | None = None
) -> Element:
    """Take all parts that one refers to, of some kinds; give what refers to them.

    What is missing is not referred to; what lies elsewhere is left to `cut_off`.
    """
    rels: Element | None = package.part(rels_of(name))
    if rels is None:
        return etree.Element(RELATIONS)
    for rel in list(rels):
        kind, outside = rel.get("Type"), rel.get("TargetMode") == "External"
        target = normpath(join("/", dirname(name), rel.get("Target", "")))[1:]
        there = outside or (target in package.names and target != package.main)
        if not there or (kinds is not None and kind not in kinds):
            rels.remove(rel)
        elif not outside and target not in parts:
            parts[target] = package.read(target)
            below = _take(package, target, parts, OF_SETTINGS if kind == RT.SETTINGS else None)
            if len(below):
                parts[rels_of(target)] = etree.tostring(below)
    return rels


def _relate(rels: Element, rid: str, kind: str, target: str) -> None:
    about = {"Id": rid, "Type": kind, "Target": target}
    etree.SubElement(rels, f"{{{PACKAGE}/relationships}}Relationship", about)


def edges(document: WordDocument) -> Iterator[tuple[str, Element]]:
    """Give the headers and footers by their id, without what they would ask from elsewhere."""
    for rid, rel in document.part.rels.items():
        if rel.reltype in {RT.HEADER, RT.FOOTER}:
            root = rel.target_part.element
            for element in root.iter():
                for key, value in element.attrib.items():
                    if key.startswith(R) and value not in rel.target_part.rels:
                        del element.attrib[key]
            yield rid, root


def theme_of(document: WordDocument) -> bytes | None:
    """Give the part with colours and typefaces."""
    themes = [rel for rel in document.part.rels.values() if rel.reltype == RT.THEME]
    return themes[0].target_part.blob if themes else None


def fill(document: WordDocument, content: Iterable[Element]) -> None:
    """Put content in the place of the example text; the last section stands behind all of it."""
    root = document.element
    root[:] = []
    root.attrib.clear()
    body = make("body", *content)
    *_, last = body.iter(w("sectPr"))
    body.append(last)
    root.append(body)


def link(document: WordDocument, address: str) -> str:
    """Let the document refer to an address, and give the id for it."""
    return document.part.relate_to(address, RT.HYPERLINK, is_external=True)


def add_picture(document: WordDocument, content: bytes, kind: str) -> str:
    """Add a png or jpeg, and give the id for it: python-docx refuses the jpegs of many phones."""
    name = _free_name(document, f"media/beeld%d.{kind}")
    return document.part.relate_to(ImagePart(name, f"image/{kind}", content), RT.IMAGE)


def add_chart(document: WordDocument, chart: ChartPart) -> str:
    """Add a chart that python-pptx made, with its workbook, and give the id for it."""
    package, workbook = document.part.package, chart.chart_workbook.xlsx_part
    part = Part(_free_name(document, "charts/chart%d.xml"), chart.content_type, chart.blob, package)
    name = _free_name(document, "embeddings/cijfers%d.xlsx")
    book = Part(name, workbook.content_type, workbook.blob, package)
    for own_id, rel in chart.rels.items():
        part.load_rel(rel.reltype, book, own_id)
    return document.part.relate_to(part, RT.CHART)


def _free_name(document: WordDocument, pattern: str) -> PackURI:
    part = document.part
    name: PackURI = part.package.next_partname(join(part.partname.baseURI, pattern))
    return name


def save(document: WordDocument, properties: Properties) -> bytes:
    """Write the file, with nothing in it of the moment or of who made the template."""
    core, moment = document.core_properties, (properties.date or EPOCH).astimezone(UTC)
    core.title, core.subject, core.author, core.language = (
        legal(text)[:LONGEST]
        for text in (properties.title, properties.subject, properties.bestuur, LANGUAGE)
    )
    core.created = core.modified = moment
    made = io.BytesIO()
    document.save(made)
    return timeless(made.getvalue())
