"""A chart of the report in the nota: native, with its workbook and its alternative text."""

from lxml import etree

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.docx.drawing import TWIP, drawing, named
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import Lettering, R, run
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.template.styles import OWN
from voortgang.office.charts import C, Letters, Room, chart_part
from voortgang.office.rol import look_of
from voortgang.office.xml import Element

LETTERS = 9  # points
LETTER = LETTERS * 12700 * 0.52  # EMU: how wide a letter is, as a rule
LABELS = 0.36  # of the width at most is for the names of bars
AXIS = 120000  # EMU between a name and its bar
BAR, STACKED, LINES = 135000, 230000, 2600000  # EMU
LEAST, MOST = 700000, 7200000


def height(cijfer: Cijfer) -> int:
    """Give how high the chart is drawn, in EMU."""
    rows = len(cijfer.categorieen) * (1 if cijfer.vorm == "gestapeld" else len(cijfer.reeksen))
    pitch = STACKED if cijfer.vorm == "gestapeld" else BAR
    return LINES if cijfer.vorm == "lijnen" else min(max(rows * pitch, LEAST), MOST)


def chart(template: WordTemplate, cijfer: Cijfer, number: int) -> Element:
    """Add the chart's parts to the package and write the run that shows it."""
    width = template.text_width * TWIP
    letters = Letters(LETTERS)
    longest = max(map(len, cijfer.categorieen), default=0)
    beside = round(min(longest * LETTER, width * LABELS) + AXIS)
    labels = 0 if cijfer.vorm == "lijnen" else beside  # lines have a key above them
    part = chart_part(cijfer, letters, Room(width, labels))
    rid = package.add_chart(template.document, part)
    shown = etree.Element(f"{C}chart", {f"{R}id": rid}, {"c": C[1:-1], "r": R[1:-1]})
    size = {"cx": str(width), "cy": str(height(cijfer))}
    return drawing(shown, named("Grafiek", number, cijfer.alt), size)


def key(template: WordTemplate, cijfer: Cijfer) -> list[Element]:
    """Write the key of bars: sign, colour and word. Programs differ in how they order a legend."""
    made: list[Element] = []
    for reeks in cijfer.reeksen if cijfer.vorm != "lijnen" else ():
        look = look_of(reeks.rol)
        colour = OWN[look.accent]
        dress = Lettering(bold=True, colour=template.colours.get(colour, colour))
        made += [*([run("    ")] if made else []), run(f"{look.teken} ", dress), run(reeks.naam)]
    return made
