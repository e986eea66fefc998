"""The nota as a Word document in the town's own template."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from lxml import etree

from voortgang.content.blocks import Blocks, Div, Heading, plain
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.body import BodyWriter
from voortgang.nota.docx.pages import page_starts
from voortgang.nota.docx.picture import Pictures
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.toc import contents, listed_headings
from voortgang.nota.docx.xml import HEAD, NAMESPACES, R, w, words
from voortgang.nota.properties import Properties
from voortgang.nota.structuur import head_and_rest, prepare
from voortgang.office.made import Made
from voortgang.source.templates import Template

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # where the report has no date: never the clock's
TEXT = "templates/nota.md.j2"
SECTION = re.compile("<!--sectie (.*?)-->")


def make_docx(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as a Word document in the house style of `template` (a .docx or .dotx).

    Raises FindingsError (VG075) when the template cannot be used; what it lacks is a warning.
    """
    house = WordTemplate(template.bytes(), template.file)
    house.fill(_values(properties), properties.language)
    ready = prepare(blocks)
    head, rest = head_and_rest(ready)
    bookmarks = _bookmarks(ready)
    listed = listed_headings(rest, bookmarks)
    starts = page_starts(head, rest, len(listed), house, figures)
    pictures = Pictures(
        getattr(properties, "picture", None),
        getattr(properties, "file", None) or TEXT,
        getattr(properties, "line_of", None) or int,
    )
    writer = BodyWriter(house, figures, properties.language, bookmarks, pictures, starts)
    body = writer.blocks(head) + contents(listed, house, bookmarks) + writer.blocks(rest)
    body = docx_table.ended(body, house.ids)
    document = (
        f"{HEAD}<w:document {NAMESPACES}><w:body>{_sections(body, house)}</w:body></w:document>"
    )
    return Made(
        house.save(document.encode(), _core(properties)), (*house.findings, *writer.findings)
    )


def _values(properties: Properties) -> dict[str, str]:
    return {
        "bestuur": properties.bestuur,
        "titel": properties.title,
        "onderwerp": properties.subject,
        "orgaan": properties.orgaan or "",
        "dienst": getattr(properties, "dienst", None) or "",
        "ontwerp": "Ontwerp" if properties.ontwerp else "",
    }


def _bookmarks(blocks: Blocks) -> dict[str, str]:
    """Give each heading a bookmark: hidden, short and free of what Word refuses in a name."""
    anchors: list[str] = []

    def walk(part: Blocks) -> None:
        for block in part:
            if isinstance(block, Heading) and plain(block.children):
                anchors.append(block.attributes.anchor or "")
            elif isinstance(block, Div):
                walk(block.blocks)

    walk(blocks)
    return {anchor: f"_Kop{number}" for number, anchor in enumerate(anchors, 1) if anchor}


def _sections(body: str, house: WordTemplate) -> str:
    """Give each section the page of the template; only the first has its headers and footers."""
    page = etree.tostring(house.section).decode()
    continuing = etree.fromstring(page)
    for element in list(continuing):
        if element.get(f"{{{R}}}id") or element.tag in {w("titlePg"), w("pgNumType")}:
            continuing.remove(element)
    later = etree.tostring(continuing).decode()
    first = True

    def write(columns: str) -> str:
        nonlocal first
        base, kind = (page, "nextPage") if first else (later, "continuous")
        first = False
        return _with(base, kind, columns)

    done = SECTION.sub(lambda match: write(match.group(1)), body)
    return done + write("<w:cols/>")


@lru_cache(maxsize=32)
def _with(page: str, kind: str, columns: str) -> str:
    root = etree.fromstring(page)
    shape = etree.fromstring(f"<x {NAMESPACES}>{columns}</x>")[0]
    sort = etree.Element(w("type"))
    sort.set(w("val"), kind)
    before_type = [w("headerReference"), w("footerReference"), w("footnotePr"), w("endnotePr")]
    at = sum(1 for element in root if element.tag in before_type)
    root.insert(at, sort)
    before_cols = [*before_type, *map(w, ("type", "pgSz", "pgMar", "paperSrc", "pgBorders",
                                          "lnNumType", "pgNumType"))]  # fmt: skip
    root.insert(sum(1 for element in root if element.tag in before_cols), shape)
    return etree.tostring(root).decode()


def _core(properties: Properties) -> bytes:
    moment = (properties.date or EPOCH).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(properties.title)}</dc:title>"
        f"<dc:subject>{words(properties.subject)}</dc:subject>"
        f"<dc:creator>{words(properties.bestuur)}</dc:creator>"
        f"<dc:language>{words(properties.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
