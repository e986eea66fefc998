"""The nota as a Word document in the town's own template."""

from collections.abc import Iterable, Mapping, Sequence

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.beeld import read_pictures
from voortgang.nota.docx.blad import one_page
from voortgang.nota.docx.body import WordBody
from voortgang.nota.docx.pages import begin_pages, keep_ends
from voortgang.nota.docx.piece import Piece, WordParagraph, WordTable
from voortgang.nota.docx.table import settle_gaps
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import paragraph
from voortgang.nota.docx.template.page import section_with, turned
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.toc import contents, number
from voortgang.nota.properties import Properties
from voortgang.nota.regels import too_long
from voortgang.nota.structuur import head_and_rest, headings, main_and_side, prepare
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
    house.fill(_values(properties), properties.language)
    ready = prepare(blocks)
    head, rest = head_and_rest(ready)
    # Hidden, short, and free of what Word refuses in the name of a bookmark.
    bookmarks = {
        heading.attributes.anchor or "": f"_Kop{number}"
        for number, heading in enumerate(headings(ready), 1)
    }
    pictures = read_pictures(ready, properties)
    writer = WordBody(house, figures, properties.language, bookmarks, pictures)
    if properties.on_one_page:
        return _on_one_page(house, writer, head, rest, properties)
    lines = contents(rest, bookmarks, house.text_width)
    pieces = [*writer.blocks(head), *lines, *writer.blocks(rest)]
    keep_ends(pieces)
    number(lines, begin_pages(pieces, house))
    return _saved(house, pieces, _last_section(pieces, house), properties)


def _on_one_page(
    house: WordTemplate, writer: WordBody, head: Blocks, rest: Blocks, properties: Properties
) -> Made:
    """Write a text and what stands beside it, in a wide and a narrow column."""
    above = writer.blocks(head)
    main, side = main_and_side(rest)
    if not side or not above or isinstance(above[-1], WordTable):
        pieces = [*above, *writer.blocks((*main, *side))]
        return _saved(house, pieces, section_with(house.section, 1, first=True), properties)
    above[-1].columns = 1
    page = one_page(house, writer, above, main, side)
    over = too_long(properties, page.lines_over, "Word")
    last = section_with(house.section, len(page.widths), first=False, widths=page.widths)
    made = _saved(house, [*above, *page.main, *page.side], last, properties)
    return Made(made.content, (*made.findings, *over))


def _saved(house: WordTemplate, pieces: list[Piece], last: Element, properties: Properties) -> Made:
    body = package.empty(house.document, last)
    body[:0] = list(_written(settle_gaps(pieces), house))
    return Made(package.save(house.document, properties), tuple(house.findings))


def _values(properties: Properties) -> dict[str, str]:
    return {
        "soort": properties.soort,
        "bestuur": properties.bestuur,
        "titel": properties.title,
        "onderwerp": properties.subject,
        "orgaan": properties.orgaan or "",
        "dienst": properties.dienst or "",
        "ontwerp": "Ontwerp" if properties.ontwerp else "",
    }


def _ends(pieces: Iterable[Piece]) -> bool:
    """Tell whether a section ends before the document does."""
    return any(not isinstance(piece, WordTable) and piece.columns for piece in pieces)


def _last_section(pieces: Sequence[Piece], house: WordTemplate) -> Element:
    """Make the section in which the document ends; what lies on its side may be the end of it."""
    final = pieces[-1] if pieces else None
    if isinstance(final, WordParagraph) and final.lying:
        final.columns = 0
        return section_with(turned(house.section), 1, first=not _ends(pieces), new_page=True)
    after = [piece.lying for piece in pieces if not isinstance(piece, WordTable) and piece.columns]
    return section_with(house.section, 1, first=not after, new_page=after[-1:] == [True])


def _written(pieces: Iterable[Piece], house: WordTemplate) -> Iterable[Element]:
    first, lay = True, False
    for piece in pieces:
        if isinstance(piece, WordTable):
            yield piece.element
            continue
        section = None
        if piece.columns:
            page = turned(house.section) if piece.lying else house.section
            new_page = lay or piece.lying
            section = section_with(page, piece.columns, first=first, new_page=new_page)
            first, lay = False, piece.lying
        yield paragraph(house.ids[piece.style], piece.content, piece.shaping, section=section)
