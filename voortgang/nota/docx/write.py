"""The nota as a Word document in the town's own template."""

from collections.abc import Iterator, Mapping, Sequence

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.beeld import read_pictures
from voortgang.nota.docx.blad import one_page
from voortgang.nota.docx.body import WordBody
from voortgang.nota.docx.pages import begin_pages, keep_ends
from voortgang.nota.docx.piece import Piece, WordTable
from voortgang.nota.docx.table import gap, settle_gaps
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import paragraph
from voortgang.nota.docx.template.page import section_with, turned
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.toc import contents, number
from voortgang.nota.properties import Properties
from voortgang.nota.regels import too_long
from voortgang.nota.structuur import head_and_rest, headings, prepare
from voortgang.office.made import Made
from voortgang.office.xml import Element
from voortgang.source.templates import Template


def make_docx(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as a Word document in the house style of `template` (a .docx or .dotx).

    Raises FindingsError when the template (VG075) or a picture (VG028) cannot be used; what the
    template lacks is a warning.
    """
    house = WordTemplate(template.content, template.file)
    house.fill({**properties.texts, "ontwerp": "Ontwerp" if properties.ontwerp else ""})
    ready = prepare(blocks, on_one_page=properties.on_one_page)
    head, rest = head_and_rest(ready)
    # Hidden, short, and free of what Word refuses in the name of a bookmark.
    bookmarks = {
        heading.attributes.anchor or "": f"_Kop{number}"
        for number, heading in enumerate(headings(ready), 1)
    }
    pictures = read_pictures(ready, properties)
    writer = WordBody(house, figures, bookmarks, pictures)
    if properties.on_one_page:
        return _on_one_page(house, writer, head, rest, properties)
    lines = contents(rest, bookmarks, house.text_width)
    pieces = writer.parts(rest, [*writer.parts(head), *lines])
    keep_ends(pieces)
    number(lines, begin_pages(pieces, house))
    return _saved(house, pieces, properties)


def _on_one_page(
    house: WordTemplate, writer: WordBody, head: Blocks, rest: Blocks, properties: Properties
) -> Made:
    """Write a text and what stands beside it, in a wide and a narrow column."""
    writer.broad = False
    pieces, lines_over = one_page(house, writer, head, rest)
    made = _saved(house, pieces, properties)
    return Made(made.content, (*made.findings, *too_long(properties, lines_over, "Word")))


def _saved(house: WordTemplate, pieces: list[Piece], properties: Properties) -> Made:
    package.fill(house.document, _written(list(settle_gaps(pieces or [gap()])), house))
    return Made(package.save(house.document, properties), tuple(house.findings))


def _written(pieces: Sequence[Piece], house: WordTemplate) -> Iterator[Element]:
    """Write pieces, each section in its last paragraph."""
    first, lay = True, False
    for piece in pieces:
        if isinstance(piece, WordTable):
            yield piece.element
            continue
        section = None
        if piece.columns or piece is pieces[-1]:
            page = turned(house.section) if piece.lying else house.section
            shape = (max(piece.columns, 1), piece.widths)
            section = section_with(page, *shape, first=first, new_page=lay or piece.lying)
            first, lay = False, piece.lying
        yield paragraph(house.ids[piece.style], piece.content, piece.shaping, section=section)
