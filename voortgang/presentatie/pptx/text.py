"""Paragraphs: every size, sign and language written out, nothing left to inherit.

They are built as elements inside shapes that python-pptx made. Run by run through its objects a
deck takes three times as long, and language, signs and links would be elements all the same. What
has one look is made once, and copied: that takes a quarter of the time.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from voortgang.office.drawingml import XmlElement, scheme, solid
from voortgang.office.made import LANGUAGE
from voortgang.office.xml import A, R, legal
from voortgang.presentatie.slides import Align, Run, TextLine

ALIGN: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
SIGNS = "Arial"  # what signs before a text are drawn with: it has them all
JUMP = "ppaction://hlinksldjump"
# Without this a link is drawn in the theme's link colour, whatever the text's own is.
KEEP_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
HLINK = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"

# Gives the relationship id of a web address, or of the slide with an index.
Linker = Callable[[str | int], str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all text of a box shares."""

    link: Linker
    spacing: float = 1.0  # of lines: 1 is the usual distance
    face: str | None = None  # the typeface, where no layout says it


def write_lines(body: XmlElement, lines: Sequence[TextLine], setting: Setting) -> None:
    """Put paragraphs in a text body; one without any gets an empty one, for it must have one."""
    _empty(body)
    if not lines:
        _add(_add(body, "p"), "endParaRPr", lang=LANGUAGE)
    for number, line in enumerate(lines):
        before = line.space_before if number else 0
        size = line.runs[0].size if line.runs else 18
        paragraph = etree.SubElement(body, f"{A}p")
        bare = replace(line, runs=(), space_before=before)
        paragraph.append(deepcopy(_line_look(bare, setting.spacing, size)))
        for run in line.runs:
            _write_run(paragraph, run, setting)
        _add(paragraph, "endParaRPr", lang=LANGUAGE, sz=round(size * 100))


def write_edge(
    body: XmlElement, run: Run, align: Align, setting: Setting, field: str | None = None
) -> None:
    """Put the one line of a footer in a body; a `field` with that id counts the slides.

    The look is written out, for LibreOffice does not take it from the layout.
    """
    _empty(body)
    paragraph = _add(body, "p")
    _add(paragraph, "pPr", algn=ALIGN[align])
    _write_run(paragraph, run, setting)
    if field:
        paragraph[-1].tag = f"{A}fld"
        paragraph[-1].attrib.update({"id": field, "type": "slidenum"})
    _add(paragraph, "endParaRPr", lang=LANGUAGE, sz=round(run.size * 100))


def _empty(body: XmlElement) -> None:
    for old in body.findall(f"{A}p"):
        body.remove(old)


@lru_cache(maxsize=512)
def _line_look(line: TextLine, spacing: float, size: float) -> XmlElement:
    bullet, align = line.bullet, ALIGN[line.align]
    look = etree.Element(f"{A}pPr", marL=str(line.margin), indent=str(-line.hanging), algn=align)
    if line.level:
        look.set("lvl", str(min(line.level, 8)))
    _add(_add(look, "lnSpc"), "spcPct", val=round(spacing * 100000))
    _add(_add(look, "spcBef"), "spcPts", val=round(line.space_before * 100))
    _add(_add(look, "spcAft"), "spcPts", val=0)
    if bullet is None:
        _add(look, "buNone")
        return look
    if bullet.colour:
        _add(_add(look, "buClr"), "schemeClr", val=scheme(bullet.colour))
    # In points, for the schemas and the programs differ on percentages.
    _add(look, "buSzPts", val=round(size * bullet.size))
    if bullet.number is not None:
        _add(look, "buAutoNum", type="arabicPeriod", startAt=bullet.number)
    else:
        _add(look, "buFont", typeface=SIGNS)
        _add(look, "buChar", char=legal(bullet.char))
    return look


def _write_run(paragraph: XmlElement, run: Run, setting: Setting) -> None:
    look = _run_look(replace(run, text="", href=None, slide=None), setting.face)
    target = run.slide if run.href is None else run.href
    if target is not None:
        look = deepcopy(look)
        link = etree.SubElement(look, f"{A}hlinkClick", {f"{R}id": setting.link(target)})
        if isinstance(target, int):
            link.set("action", JUMP)
        if run.colour or isinstance(target, int):
            kept = _add(_add(link, "extLst"), "ext", uri=KEEP_COLOUR)
            etree.SubElement(kept, f"{{{HLINK}}}hlinkClr", val="tx", nsmap={"ahyp": HLINK})
    for number, piece in enumerate(run.text.split("\v")):
        if number:
            etree.SubElement(paragraph, f"{A}br").append(deepcopy(look))
        if piece:
            written = etree.SubElement(paragraph, f"{A}r")
            written.append(deepcopy(look))
            etree.SubElement(written, f"{A}t").text = legal(piece)


@lru_cache(maxsize=512)
def _run_look(run: Run, face: str | None) -> XmlElement:
    size, bold = str(round(run.size * 100)), str(int(run.bold))
    look = etree.Element(f"{A}rPr", lang=LANGUAGE, sz=size, b=bold)
    if run.italic:
        look.set("i", "1")
    look.set("dirty", "0")
    if run.colour:
        solid(look, run.colour)
    if face:
        _add(look, "latin", typeface=legal(face))
    return look


def _add(parent: XmlElement, name: str, **attributes: object) -> XmlElement:
    return etree.SubElement(parent, A + name, {k: str(v) for k, v in attributes.items()})
