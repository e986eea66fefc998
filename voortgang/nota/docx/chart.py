"""A chart of the report in the nota: native, with its workbook and its alternative text."""

from posixpath import join

from voortgang.content.blocks import Table, Text
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.model.rol import TEKENS
from voortgang.nota.docx.template.package import relations_xml, rels_name
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.template.styles import DONE, PLANNED, QUIET
from voortgang.nota.docx.xml import A, C, attribute, run
from voortgang.nota.structuur import counted
from voortgang.office.charts import Letters, Room, chart_part

EMU = 635  # in a twentieth of a point
LETTERS = 9  # points
LETTER = LETTERS * 12700 * 0.52  # EMU: how wide a letter is, as a rule
LABELS = 0.36  # of the width at most is for the names of bars
AXIS = 120000  # EMU between a name and its bar
BAR, STACKED, LINES = 135000, 230000, 2600000  # EMU
LEAST, MOST = 700000, 7200000
COLOURS = {"realisaties": DONE, "planning": PLANNED, "gerealiseerd": DONE, "lopend": DONE}


def height(cijfer: Cijfer) -> int:
    """Give how high the chart is drawn, in EMU."""
    rows = len(cijfer.categorieen) * (1 if cijfer.vorm == "gestapeld" else len(cijfer.reeksen))
    pitch = STACKED if cijfer.vorm == "gestapeld" else BAR
    return LINES if cijfer.vorm == "lijnen" else min(max(rows * pitch, LEAST), MOST)


def drawing(template: WordTemplate, cijfer: Cijfer, number: int, language: str) -> str:
    """Add the chart's parts to the package and write the run that shows it."""
    package = template.package
    width = template.text_width * EMU
    letters = Letters(LETTERS, language)
    longest = max(map(len, cijfer.categorieen), default=0)
    beside = round(min(longest * LETTER, width * LABELS) + AXIS)
    labels = 0 if cijfer.vorm == "lijnen" else beside  # lines have a key above them
    name = package.free_name(join(package.folder, "charts/chart{}.xml"))
    book = package.free_name(join(package.folder, "embeddings/cijfers{}.xlsx"))
    part = chart_part(cijfer, letters, Room(width, labels))
    package.add(name, part.blob, part.content_type)
    workbook = part.chart_workbook.xlsx_part
    package.add(book, workbook.blob, workbook.content_type)
    rels = relations_xml(name, [(id_, rel.reltype, book, False) for id_, rel in part.rels.items()])
    package.parts[rels_name(name)] = rels
    rid = package.relate("chart", name)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height(cijfer)}"/><wp:docPr id="{number}" '
        f'name="Grafiek {number}" descr={attribute(cijfer.alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart r:id="{rid}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def key(template: WordTemplate, cijfer: Cijfer) -> str:
    """Write the key of bars: sign, colour and word. Programs differ in how they order a legend."""
    if cijfer.vorm == "lijnen":
        return ""
    parts = []
    for reeks in cijfer.reeksen:
        sign, colour = TEKENS.get(reeks.rol, "–"), COLOURS.get(reeks.rol, QUIET)
        dress = f'<w:b/><w:color w:val="{template.colours.get(colour, colour)}"/>'
        parts.append(run(f"{sign} ", dress) + run(reeks.naam))
    return run("    ").join(parts)


def table(cijfer: Cijfer) -> Table:
    """Give the chart's numbers as a table."""
    header = (
        (Text(counted(cijfer)),),
        *((Text(reeks.naam),) for reeks in cijfer.reeksen),
    )
    rows = tuple(
        ((Text(naam),), *((Text(str(r.waarden[at])),) for r in cijfer.reeksen))
        for at, naam in enumerate(cijfer.categorieen)
    )
    return Table(header, rows, ("left", *("right" for _ in cijfer.reeksen)))
