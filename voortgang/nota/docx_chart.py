"""A chart of the report in the nota: native, with its workbook and its alternative text."""

from posixpath import join

from voortgang.content.blocks import Table, Text
from voortgang.content.cijfers import Cijfer
from voortgang.nota.docx_xml import A, C, attribute
from voortgang.nota.word_template import OFFICE, WordTemplate, relations_xml
from voortgang.presentatie.charts import Letters, chart_part, chart_workbook

EMU = 635  # in a twentieth of a point
LETTERS = 10  # points
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def drawing(template: WordTemplate, cijfer: Cijfer, number: int, language: str) -> str:
    """Add the chart's parts to the package and write the run that shows it."""
    width = template.text_width * EMU
    rows = len(cijfer.categorieen) * (1 if cijfer.vorm == "gestapeld" else len(cijfer.reeksen))
    height = min(max(rows * 200000 + 300000, 1600000), 7200000)
    name = template.free_name(join(template.folder, "charts/chart{}.xml"))
    book = template.free_name(join(template.folder, "embeddings/cijfers{}.xlsx"))
    template.add(
        name, chart_part(cijfer, Letters(LETTERS, language), width, "rId1").encode(), CHART
    )
    template.add(book, chart_workbook(cijfer), SHEET)
    rels = relations_xml(name, [("rId1", f"{OFFICE}/package", book, False)])
    folder, base = name.rsplit("/", 1)
    template.parts[f"{folder}/_rels/{base}.rels"] = rels
    rid = template.relate("chart", name)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" '
        f'name="Grafiek {number}" descr={attribute(cijfer.alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart r:id="{rid}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(cijfer: Cijfer) -> Table:
    """Give the chart's numbers as a table."""
    header = (
        (Text("Domein" if cijfer.naam.endswith("per-domein") else "Onderdeel"),),
        *((Text(reeks.naam),) for reeks in cijfer.reeksen),
    )
    rows = tuple(
        ((Text(naam),), *((Text(str(r.waarden[at])),) for r in cijfer.reeksen))
        for at, naam in enumerate(cijfer.categorieen)
    )
    return Table(header, rows, ("left", *("right" for _ in cijfer.reeksen)))
