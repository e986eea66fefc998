"""What stands on a slide as PresentationML, one element each: text, drawings, tables, pictures."""

from dataclasses import replace

from voortgang.office.ink import Colour
from voortgang.office.xml import attribute, fill
from voortgang.presentatie.pptx.text import ALIGN, Setting, body_properties, paragraphs
from voortgang.presentatie.slides import Box, Chart, PictureBox, Shape, TableBox, TextBox
from voortgang.presentatie.template.huisstijl import Area

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
HAIRLINE = (
    '<a:solidFill><a:schemeClr val="accent3"><a:lumMod val="40000"/><a:lumOff val="60000"/>'
    "</a:schemeClr></a:solidFill>"
)
NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own table style without lines


def frame(box: Box, prefix: str = "a") -> str:
    """Say where a thing stands."""
    return (
        f'<{prefix}:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{prefix}:xfrm>'
    )


def text_xml(number: int, text: TextBox, area: Area | None, holder: str, setting: Setting) -> str:
    """Write text, in the placeholder `area` (whose p:ph is `holder`) or in a box of its own."""
    if area is None:
        kind = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        place = f'{frame(text.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        look = body_properties(text.anchor, text.insets)
    else:
        kind = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder}</p:nvPr>'
        place = "" if text.box == area.box and not area.moved else frame(text.box)
        look = body_properties(
            None if text.anchor == area.anchor else text.anchor,
            None if text.insets == area.insets else text.insets,
        )
    lines, jump = text.paragraphs, _jump(text)
    inner = ""
    if text.href is not None:
        inner = f'<a:hlinkClick r:id="{setting.link(text.href)}"/>'
    elif jump is not None:
        inner = f'<a:hlinkClick r:id="{setting.link(jump)}" action="ppaction://hlinksldjump"/>'
        lines = tuple(
            replace(line, runs=tuple(replace(run, slide=None) for run in line.runs))
            for line in lines
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(text.name)}>{inner}</p:cNvPr>'
        f"{kind}</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{look}<a:lstStyle/>"
        f"{paragraphs(lines, setting)}</p:txBody></p:sp>"
    )


def _jump(text: TextBox) -> int | None:
    """Give the slide that all of a box goes to: then the box itself is the link."""
    targets = {run.slide for line in text.paragraphs for run in line.runs}
    return targets.pop() if len(targets) == 1 else None


def edge_xml(  # noqa: PLR0913, PLR0917 -- as above
    number: int, name: str, area: Area, holder: str, text: str, language: str,
    colour: Colour | None = None,
) -> str:  # fmt: skip
    """Write a footer or slide number; `text` has {} where the look of its letters goes.

    The look is written out, for LibreOffice does not take it from the layout.
    """
    level = area.levels[0]
    ink = colour or level.colour
    look = (
        f'lang="{language}" sz="{round(level.size * 100)}" b="{int(level.bold)}"',
        (fill(ink) if ink else "") + f"<a:latin typeface={attribute(area.font.face)}/>",
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>'
        f"{frame(area.box) if area.moved else ''}</p:spPr>"
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{ALIGN[level.align]}"/>'
        f"{text.replace('{}', f'<a:rPr {look[0]}>{look[1]}</a:rPr>', 1)}"
        f"<a:endParaRPr {look[0]}/></a:p></p:txBody></p:sp>"
    )


def shape_xml(number: int, shape: Shape) -> str:
    """Write a drawn thing; screen readers skip it."""
    name = f'<p:cNvPr id="{number}" name={attribute(shape.name)}>{DECORATIVE}</p:cNvPr>'
    dress = fill(shape.fill) if shape.fill else "<a:noFill/>"
    if shape.line and shape.line_width:
        dress += f'<a:ln w="{round(shape.line_width * 12700)}">{fill(shape.line)}</a:ln>'
    else:
        dress += "<a:ln><a:noFill/></a:ln>"
    if shape.kind == "line":
        dress = dress.removeprefix("<a:noFill/>")
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{name}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f'{frame(shape.box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{dress}</p:spPr>'
            "</p:cxnSp>"
        )
    if shape.kind == "dots":
        form = _dots(shape)
    else:
        preset = "rect" if shape.kind == "rectangle" else "ellipse"
        form = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    return (
        f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{frame(shape.box)}"
        f"{form}{dress}</p:spPr></p:sp>"
    )


def _dots(shape: Shape) -> str:
    """Draw a field of dots as one path, so that it is one thing to move or to remove."""
    left, top = shape.box.x, shape.box.y
    path = "".join(
        f'<a:moveTo><a:pt x="{dot.x - left}" y="{dot.y - top + dot.height // 2}"/></a:moveTo>'
        f'<a:arcTo wR="{dot.width // 2}" hR="{dot.height // 2}" stAng="10800000" '
        'swAng="21600000"/><a:close/>'
        for dot in shape.dots
    )
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{shape.box.width}" h="{shape.box.height}">{path}</a:path></a:pathLst>'
        "</a:custGeom>"
    )


def _graphic_frame(number: int, name: str, alt: str, box: Box, graphic: str) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={attribute(name)} '
        f'descr={attribute(alt)}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{frame(box, 'p')}"
        f"<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
    )


def chart_xml(number: int, chart: Chart, rid: str) -> str:
    """Write the frame around the chart that `rid` refers to."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    graphic = f'<a:graphicData uri="{uri}"><c:chart xmlns:c="{uri}" r:id="{rid}"/></a:graphicData>'
    return _graphic_frame(number, chart.name, chart.cijfer.alt, chart.box, graphic)


def table_xml(number: int, table: TableBox, setting: Setting) -> str:
    """Write a table: a rule under its header, hairlines under its rows, no fills."""
    sides = table.insets
    margins = f'marL="{sides.left}" marR="{sides.right}" marT="{sides.top}" marB="{sides.bottom}"'
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    rows = []
    for n, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        weight, ink, anchor = (9525, HAIRLINE, "t") if n else (19050, fill(table.rule), "b")
        rule = f'<a:lnB w="{weight}">{ink}</a:lnB>'
        look = f'<a:tcPr {margins} anchor="{anchor}">{none}{rule}<a:noFill/></a:tcPr>'
        cells = "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell, setting)}"
            f"</a:txBody>{look}</a:tc>"
            for cell in row
        )
        rows.append(f'<a:tr h="{height}">{cells}</a:tr>')
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths)
    graphic = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"><a:tableStyleId>{NO_GRID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData>"
    )
    return _graphic_frame(number, table.name, table.alt, table.box, graphic)


def picture_xml(number: int, picture: PictureBox, rid: str) -> str:
    """Write the picture that `rid` refers to."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name={attribute(picture.name)} '
        f'descr={attribute(picture.alt)}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/>'
        f'</p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{rid}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{frame(picture.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
