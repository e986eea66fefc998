"""What a deck says about itself: its slides and sections, its properties, its language."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.office.xml import words
from voortgang.presentatie.pptx.package import (
    HEAD,
    NS,
    PACKAGE,
    R_ID,
    XMLNS,
    DeckPackage,
)
from voortgang.presentatie.slides import Deck, Slide

FIRST_SLIDE_ID = 256
NO_DATE = datetime(2020, 1, 1, tzinfo=UTC)  # where the report has no date: never the clock's
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
SPACE = uuid.UUID("7d3f6f0e-5a0c-5b1a-9d53-0a8f0a1f6f2a")  # of the sections' ids
# What may stand before the list of slides, and after the list of extensions: nothing.
BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")


def list_slides(package: DeckPackage, relations: Sequence[str], slides: Sequence[Slide]) -> None:
    """Put the slides in order, and in sections where any slide names one."""
    root = package.root
    listing = etree.Element(f"{{{NS['p']}}}sldIdLst")
    for number, rid in enumerate(relations):
        row = etree.SubElement(listing, f"{{{NS['p']}}}sldId", id=str(FIRST_SLIDE_ID + number))
        row.set(R_ID, rid)
    before = [e for tag in BEFORE_SLIDES for e in root.findall(f"p:{tag}", NS)]
    before[-1].addnext(listing)
    if any(slide.section for slide in slides):
        extensions = root.find("p:extLst", NS)
        if extensions is None:
            extensions = etree.SubElement(root, f"{{{NS['p']}}}extLst")
        extensions.insert(0, etree.fromstring(_sections(slides)))


def _sections(slides: Sequence[Slide]) -> str:
    rows = []
    grouped = groupby(enumerate(slides), key=lambda pair: pair[1].section)
    for number, (name, members) in enumerate(grouped):
        pairs = list(members)
        title = name or pairs[0][1].title
        key = str(uuid.uuid5(SPACE, f"{number} {title}")).upper()
        ids = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + n}"/>' for n, _ in pairs)
        quoted = words(title).replace('"', "&quot;")
        rows.append(
            f'<p14:section name="{quoted}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst>'
            "</p14:section>"
        )
    return (
        f'<p:ext xmlns:p="{NS["p"]}" uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{NS["p14"]}">'
        f"{''.join(rows)}</p14:sectionLst></p:ext>"
    )


def describe(package: DeckPackage, deck: Deck, date: datetime | None) -> None:
    """Write the properties: title, author, language and dates."""
    moment = (date or NO_DATE).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = f' xsi:type="dcterms:W3CDTF">{moment}<'
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(deck.title)}</dc:title><dc:subject>{words(deck.subject)}</dc:subject>"
        f"<dc:creator>{words(deck.author)}</dc:creator><cp:lastModifiedBy>{words(deck.author)}"
        f"</cp:lastModifiedBy><dc:language>{deck.language}</dc:language>"
        f"<dcterms:created{dated}/dcterms:created><dcterms:modified{dated}/dcterms:modified>"
        "</cp:coreProperties>"
    )
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = (
        f'{HEAD}<Properties xmlns="{schema}"><Slides>{len(deck.slides)}</Slides>'
        f"<Notes>{sum(bool(slide.notes) for slide in deck.slides)}</Notes>"
        f"<Company>{words(deck.author)}</Company></Properties>"
    )
    for reltype, name, kind, content in (
        (RT.CORE_PROPERTIES, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, core),
        (RT.EXTENDED_PROPERTIES, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, app),
    ):
        package.relate_package(reltype, package.add(name, kind, content.encode()))


def complete(package: DeckPackage) -> None:
    """Add what PowerPoint expects of every deck and other programs leave out."""
    if package.find(package.main, RT.VIEW_PROPS) is None:
        content = f"{HEAD}<p:viewPr {XMLNS}/>".encode()
        part = package.add("/ppt/viewProps.xml", CT.PML_VIEW_PROPS, content)
        package.relate(package.main, RT.VIEW_PROPS, part)


def speak(package: DeckPackage, language: str) -> None:
    """Set the language of all text styles, so that slides added by hand have it too."""
    elements: Iterable[etree._Element] = (
        part._element  # noqa: SLF001 -- python-pptx has no public name for it
        for part in (package.main, *package.masters, *package.layouts)
    )
    tags = [f"{{{NS['a']}}}{tag}" for tag in ("defRPr", "rPr", "endParaRPr")]
    for root in elements:
        for style in root.iter(*tags):
            style.set("lang", language)
