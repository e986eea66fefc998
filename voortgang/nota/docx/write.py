"""The nota as a Word document in the town's own template."""

from collections.abc import Iterable, Mapping

from voortgang.content.blocks import Blocks, Div, Heading, plain
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.beeld import read_pictures
from voortgang.nota.docx.body import WordBody
from voortgang.nota.docx.pages import begin_pages
from voortgang.nota.docx.piece import Piece, WordTable
from voortgang.nota.docx.table import settle_gaps
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import Element, paragraph
from voortgang.nota.docx.template.page import section_with
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.toc import contents
from voortgang.nota.properties import Properties
from voortgang.nota.structuur import head_and_rest, prepare
from voortgang.office.made import Made
from voortgang.source.templates import Template


def make_docx(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as a Word document in the house style of `template` (a .docx or .dotx).

    Raises FindingsError when the template (VG075) or a picture (VG028) cannot be used; what the
    template lacks is a warning.
    """
    house = WordTemplate(template.bytes(), template.file)
    house.fill(_values(properties), properties.language)
    ready = prepare(blocks)
    head, rest = head_and_rest(ready)
    bookmarks = _bookmarks(ready)
    pictures = read_pictures(ready, properties)
    writer = WordBody(house, figures, properties.language, bookmarks, pictures)
    pieces = [*writer.blocks(head), *contents(rest, bookmarks), *writer.blocks(rest)]
    begin_pages(pieces, house)
    body = package.empty(house.document, section_with(house.section, 1, first=not _ends(pieces)))
    body[:0] = list(_written(settle_gaps(pieces), house))
    return Made(package.save(house.document, properties), tuple(house.findings))


def _values(properties: Properties) -> dict[str, str]:
    return {
        "bestuur": properties.bestuur,
        "titel": properties.title,
        "onderwerp": properties.subject,
        "orgaan": properties.orgaan or "",
        "dienst": properties.dienst or "",
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


def _ends(pieces: Iterable[Piece]) -> bool:
    """Tell whether a section ends before the document does."""
    return any(not isinstance(piece, WordTable) and piece.columns for piece in pieces)


def _written(pieces: Iterable[Piece], house: WordTemplate) -> Iterable[Element]:
    first = True
    for piece in pieces:
        if isinstance(piece, WordTable):
            yield piece.element
            continue
        section = section_with(house.section, piece.columns, first=first) if piece.columns else None
        first = first and section is None
        yield paragraph(house.ids[piece.style], piece.content, piece.shaping, section=section)
