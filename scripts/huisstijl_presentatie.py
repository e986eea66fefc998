"""Make templates/presentatie.pptx, the default house style of the deck.

Change the tables of colours, sizes and layouts below and run it again: `python
scripts/huisstijl_presentatie.py`. All places are in centimetres, all sizes in points. The bytes
are the same on every run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from voortgang.office.zip import zip_parts

TARGET = Path(__file__).parent.parent / "templates" / "presentatie.pptx"
LANGUAGE = "nl-BE"
FONT = "Calibri"
WIDTH, HEIGHT = 12192000, 6858000  # 33.87 x 19.05 cm: what PowerPoint itself calls 16:9

COLOURS = {
    "dk1": "18232B",  # text
    "lt1": "FFFFFF",  # ground
    "dk2": "0E3A47",  # titles; ground of cover, section and closing
    "lt2": "F6F2EA",  # the one tint, of panels
    "accent1": "0B6375",  # realisaties
    "accent2": "9A5400",  # planning
    "accent3": "54626B",  # secondary text
    "accent4": "4F6A2C",  # spare
    "accent5": "BFDADC",  # secondary text on dk2
    "accent6": "F2C879",  # signs and large figures on dk2
    "hlink": "0B6375",
    "folHlink": "7A3E66",
}

# The grid: twelve columns of 2.0 with gutters of 0.6.
LEFT, RIGHT = 1.635, 32.235
MAIN_RIGHT = 21.335
PANEL, PANEL_TEXT = 22.135, 22.735
TITLE = (1.0, 1.5)  # y and height
HEADING = (2.6, 1.3)  # a count of 30 points fits
BODY = (3.2, 14.4)
BODY_UNDER_HEADING = (4.5, 13.1)
FOOTER = (18.0, 0.55)
FOOTER_LEAST = 12.0  # cm, for title, year and the mark of a draft

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument"
SLIDE_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    f'<a:rPr lang="{LANGUAGE}"/><a:t>‹nr.›</a:t></a:fld>'
)
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # the one PowerPoint starts with
FIXED_DATE = "2020-01-01T00:00:00Z"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


@dataclass(frozen=True)
class Holder:
    """A placeholder: its type and idx, the words that prompt for it, its place and its look."""

    type: str
    idx: int
    prompt: str
    x: float
    right: float
    rows: tuple[float, float]
    size: float | None = None
    colour: str | None = None
    bold: bool = False
    plain: bool = False  # no list signs
    anchor: str | None = None


@dataclass(frozen=True)
class Layout:
    """A layout: its type, its name, where a panel begins, and what can be filled in."""

    type: str
    name: str
    holders: tuple[Holder, ...]
    panel: float | None = None
    dark: bool = False


def title(right: float = RIGHT) -> Holder:
    """Put the title on its fixed row."""
    return Holder("title", 0, "Titel", LEFT, right, TITLE)


def body(idx: int, x: float, right: float, rows: tuple[float, float] = BODY) -> Holder:
    """Make room for a list, or for whatever an author puts there."""
    return Holder("obj", idx, "Tekst", x, right, rows)


def heading(idx: int, x: float, right: float, colour: str) -> Holder:
    """Make room for the word above a panel."""
    return Holder(
        "body", idx, "Opschrift", x, right, HEADING, 22, colour, bold=True, plain=True, anchor="b"
    )


def cover(name: str) -> Layout:
    """Make the first or the last slide."""
    return Layout(
        "title",
        name,
        (
            Holder("ctrTitle", 0, "Titel", LEFT, RIGHT, (2.65, 4.65), 54, "lt1", bold=True),
            Holder(
                "subTitle", 1, "Ondertitel", LEFT, RIGHT, (7.55, 1.8), 20, "accent5", plain=True
            ),
        ),
        dark=True,
    )


LAYOUTS = (
    cover("Titelblad"),
    cover("Slot"),
    Layout(
        "secHead",
        "Tussentitel",
        (
            Holder(
                "title", 0, "Titel van het deel", 9.435, RIGHT, (5.0, 4.3), 48, "lt1", bold=True
            ),
            Holder("body", 1, "Eén zin", 9.435, RIGHT, (9.6, 4.0), 24, "accent5", plain=True),
        ),
        dark=True,
    ),
    Layout("obj", "Inhoud", (title(), body(1, LEFT, RIGHT))),
    Layout(
        "twoObj",
        "Inhoud en citaat",
        (title(16.035), body(1, LEFT, 16.035), body(2, 17.835, RIGHT)),
        panel=16.935,
    ),
    Layout(
        "twoTxTwoObj",
        "Domein",
        (
            title(MAIN_RIGHT),
            heading(1, LEFT, MAIN_RIGHT, "accent1"),
            body(2, LEFT, MAIN_RIGHT, BODY_UNDER_HEADING),
            heading(3, PANEL_TEXT, RIGHT, "accent2"),
            body(4, PANEL_TEXT, RIGHT, BODY_UNDER_HEADING),
        ),
        panel=PANEL,
    ),
    Layout(
        "twoTxTwoObj",
        "Domein, gespiegeld",
        (
            title(11.035),
            heading(1, LEFT, 11.035, "accent1"),
            body(2, LEFT, 11.035, BODY_UNDER_HEADING),
            heading(3, 12.1, RIGHT, "accent2"),
            body(4, 12.1, RIGHT, BODY_UNDER_HEADING),
        ),
        panel=11.5,
    ),
    Layout(
        "twoObj",
        "Grafiek en kerncijfers",
        (title(MAIN_RIGHT), body(1, LEFT, MAIN_RIGHT), body(2, PANEL_TEXT, RIGHT)),
        panel=PANEL,
    ),
    Layout("titleOnly", "Alleen titel", (title(),)),
    Layout(
        "twoTxTwoObj",
        "Domein, gelijk",
        (
            title(16.035),
            heading(1, LEFT, 16.035, "accent1"),
            body(2, LEFT, 16.035, BODY_UNDER_HEADING),
            heading(3, 17.835, RIGHT, "accent2"),
            body(4, 17.835, RIGHT, BODY_UNDER_HEADING),
        ),
        panel=16.935,
    ),
)


def emu(cm: float) -> int:
    """Turn centimetres into the unit of the file."""
    return round(cm * 360000)


def fill(colour: str) -> str:
    """Fill with a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def place(x: float, right: float, rows: tuple[float, float]) -> str:
    """Say where a thing stands."""
    y, height = rows
    return (
        f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{emu(right - x)}" cy="{emu(height)}"/></a:xfrm>'
    )


def level(number: int, size: float, *, margin: float, hanging: float, **look: str | int) -> str:
    """Style one level of the lists; `look` may hold sign, tint (of it), share and before."""
    sign, tint = look.get("sign"), look.get("tint", "accent1")
    bullet = (
        f'<a:buClr><a:schemeClr val="{tint}"/></a:buClr>'
        f'<a:buSzPts val="{round(size * int(look.get("share", 100)))}"/>'
        f'<a:buFont typeface="Arial"/><a:buChar char="{sign}"/>'
        if sign
        else "<a:buNone/>"
    )
    return (
        f'<a:lvl{number}pPr marL="{emu(margin)}" indent="{-emu(hanging)}" algn="l" '
        f'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{int(look.get("before", 0)) * 100}"/></a:spcBef>{bullet}'
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(size * 100)}" b="{look.get("bold", 0)}" '
        f'kern="1200">{fill(str(look.get("colour", "tx1")))}'
        f'<a:latin typeface="+{look.get("font", "mn")}-lt"/>'
        f'<a:ea typeface="+{look.get("font", "mn")}-ea"/>'
        f'<a:cs typeface="+{look.get("font", "mn")}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def list_levels() -> str:
    """Style all nine levels: a dot, then dashes that sit tight under their parent."""
    sizes = (22, 20, 18, 16, 16, 16, 16, 16, 16)
    levels = [level(1, 22, margin=0.8, hanging=0.8, sign="●", share=80, before=11)]
    levels += [
        level(
            n, sizes[n - 1], margin=0.8 + 0.5 * (n - 1) + 0.1, hanging=0.5, sign="–", tint="accent3"
        )
        for n in range(2, 10)
    ]
    return "".join(levels)


def plain_levels(size: int = 18) -> str:
    """Style nine levels of text without signs."""
    return "".join(level(n, size, margin=0, hanging=0) for n in range(1, 10))


def look_of(holder: Holder) -> str:
    """Say how a placeholder differs from the master, in every level."""
    if holder.size is None and not holder.plain:
        return "<a:lstStyle/>"
    sized = f' sz="{round((holder.size or 18) * 100)}" b="{int(holder.bold)}"'
    colour = fill(holder.colour) if holder.colour else ""
    run = f'<a:defRPr lang="{LANGUAGE}"{sized}>{colour}</a:defRPr>'
    if not holder.plain:
        return f"<a:lstStyle><a:lvl1pPr>{run}</a:lvl1pPr></a:lstStyle>"
    levels = "".join(
        f'<a:lvl{n}pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"<a:buNone/>{run}</a:lvl{n}pPr>"
        for n in range(1, 10)
    )
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def words(text: str) -> str:
    """Write one paragraph."""
    return f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{text}</a:t></a:r></a:p>'


def holder_xml(number: int, holder: Holder) -> str:
    """Write a placeholder of a layout or the master."""
    kind = "" if holder.type == "obj" else f' type="{holder.type}"'
    idx = f' idx="{holder.idx}"' if holder.idx else ""
    prompt = ' hasCustomPrompt="1"' if holder.type != "obj" else ""
    anchor = f' anchor="{holder.anchor}"' if holder.anchor else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{holder.prompt} {number - 1}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{idx}{prompt}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{place(holder.x, holder.right, holder.rows)}</p:spPr>"
        f"<p:txBody><a:bodyPr{anchor}><a:noAutofit/></a:bodyPr>{look_of(holder)}"
        f"{words(holder.prompt)}</p:txBody></p:sp>"
    )


def footer_span(panel: float | None) -> tuple[float, float]:
    """Give the footer room beside the panel, or on it where the words would not fit beside."""
    if panel is None:
        return LEFT, MAIN_RIGHT
    beside = LEFT, min(MAIN_RIGHT, panel - 0.8)
    return beside if beside[1] - beside[0] >= FOOTER_LEAST else (panel + 0.6, 28.635)


def edges(first: int, *, dark: bool, span: tuple[float, float] = (LEFT, MAIN_RIGHT)) -> str:
    """Write footer and slide number, light on a dark ground."""
    colour = "accent5" if dark else "accent3"
    both = (
        ("Voettekst", "ftr", 20, *span, "l", 0, ""),
        ("Dianummer", "sldNum", 21, 29.235, RIGHT, "r", 1, SLIDE_NUMBER),
    )
    return "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{first + n}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
        f'idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr>{place(x, right, FOOTER)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr algn="{align}">'
        f'<a:defRPr lang="{LANGUAGE}" sz="1200" b="{bold}">{fill(colour)}</a:defRPr></a:lvl1pPr>'
        f'</a:lstStyle><a:p>{text}<a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
        for n, (name, kind, idx, x, right, align, bold, text) in enumerate(both)
    )


def panel_xml(number: int, x: float) -> str:
    """Draw a panel that bleeds off three edges: it reads as a margin, a box as clutter."""
    ext = f'<a:ext cx="{WIDTH - emu(x)}" cy="{HEIGHT}"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Paneel">{DECORATIVE}</p:cNvPr>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{emu(x)}" y="0"/>{ext}</a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill("bg2")}<a:ln><a:noFill/></a:ln>'
        f'</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p>'
        "</p:txBody></p:sp>"
    )


def tree(shapes: str) -> str:
    """Wrap shapes as the format wants it."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{shapes}</p:spTree>'
    )


def layout_xml(layout: Layout) -> str:
    """Write a layout."""
    ids = count(2)
    shapes = panel_xml(next(ids), layout.panel) if layout.panel is not None else ""
    shapes += "".join(holder_xml(next(ids), holder) for holder in layout.holders)
    shapes += edges(next(ids), dark=layout.dark, span=footer_span(layout.panel))
    ground = f"<p:bg><p:bgPr>{fill('tx2')}<a:effectLst/></p:bgPr></p:bg>" if layout.dark else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} type="{layout.type}" preserve="1" userDrawn="1">'
        f'<p:cSld name="{layout.name}">{ground}{tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master_holder(number: int, holder: Holder, anchor: str) -> str:
    """Write a placeholder of the master: a rectangle without insets, so that all edges align."""
    frame = 'vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
    return (
        holder_xml(number, holder)
        .replace(' hasCustomPrompt="1"', "")
        .replace("<a:bodyPr>", f'<a:bodyPr {frame} anchor="{anchor}">')
        .replace("</p:spPr>", '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>')
    )


def master_xml() -> str:
    """Write the master: what all layouts share."""
    holders = (
        master_holder(2, title(), "b")
        + master_holder(3, Holder("body", 1, "Tekst", LEFT, RIGHT, BODY), "t")
        + edges(4, dark=False)
    )
    ids = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, len(LAYOUTS) + 1)
    )
    head = level(1, 30, margin=0, hanging=0, bold=1, colour="tx2", font="mj")
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill('bg1')}<a:effectLst/>"
        f"</p:bgPr></p:bg>{tree(holders)}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        f'folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{head}</p:titleStyle><p:bodyStyle>{list_levels()}"
        f"</p:bodyStyle><p:otherStyle>{plain_levels()}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def theme_xml() -> str:
    """Write colours and fonts; effects stay empty: nothing in the deck casts a shadow."""
    colours = "".join(f'<a:{n}><a:srgbClr val="{v}"/></a:{n}>' for n, v in COLOURS.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/></a:ln>'
        for w in (9525, 19050, 28575)
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Huisstijl"><a:themeElements><a:clrScheme name="Huisstijl">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Huisstijl"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Huisstijl"><a:fillStyleLst>{solid * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def presentation_xml() -> str:
    """Write the presentation: its sizes and the text of free boxes."""
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{plain_levels()}</p:defaultTextStyle></p:presentation>"
    )


def relations(targets: Iterable[tuple[str, str]]) -> str:
    """Write relationships rId1, rId2, … of (type, target)."""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}" '
        f'Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types() -> str:
    """Name the type of every part."""
    pml = f"{TYPE}.presentationml"
    types = {
        "/ppt/presentation.xml": f"{pml}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{pml}.slideMaster+xml",
        "/ppt/theme/theme1.xml": f"{TYPE}.theme+xml",
        "/ppt/tableStyles.xml": f"{pml}.tableStyles+xml",
        "/ppt/presProps.xml": f"{pml}.presProps+xml",
        "/ppt/viewProps.xml": f"{pml}.viewProps+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{
            f"/ppt/slideLayouts/slideLayout{n}.xml": f"{pml}.slideLayout+xml"
            for n in range(1, len(LAYOUTS) + 1)
        },
    }
    rows = "".join(f'<Override PartName="{p}" ContentType="{t}"/>' for p, t in types.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def core_xml() -> str:
    """Write the properties: a title, a language and no author."""
    date = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Huisstijl van de '
        f"presentatie</dc:title><dc:language>{LANGUAGE}</dc:language><dcterms:created {date}>"
        f"{FIXED_DATE}</dcterms:created><dcterms:modified {date}>{FIXED_DATE}</dcterms:modified>"
        "</cp:coreProperties>"
    )


def parts() -> dict[str, str]:
    """Give every part of the file by its name."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    package = [("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml")]
    presentation = [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("theme", "theme/theme1.xml"),
        *((name, f"{name}.xml") for name in ("tableStyles", "presProps", "viewProps")),
    ]
    numbered = list(enumerate(LAYOUTS, 1))
    master = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n, _ in numbered]
    masters, layouts = "ppt/slideMasters", "ppt/slideLayouts"
    styles = f'<a:tblStyleLst {NAMESPACES.partition(" ")[0]} def="{TABLE_STYLE}"/>'
    found = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(package),
        "docProps/core.xml": core_xml(),
        "ppt/presentation.xml": presentation_xml(),
        "ppt/_rels/presentation.xml.rels": relations(presentation),
        "ppt/theme/theme1.xml": theme_xml(),
        "ppt/tableStyles.xml": f"{HEAD}{styles}",
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {NAMESPACES}/>",
        f"{masters}/slideMaster1.xml": master_xml(),
        f"{masters}/_rels/slideMaster1.xml.rels": relations(
            [*master, ("theme", "../theme/theme1.xml")]
        ),
    }
    to_master = relations([("slideMaster", "../slideMasters/slideMaster1.xml")])
    for n, layout in numbered:
        found[f"{layouts}/slideLayout{n}.xml"] = layout_xml(layout)
        found[f"{layouts}/_rels/slideLayout{n}.xml.rels"] = to_master
    return found


def make() -> bytes:
    """Make the template."""
    return zip_parts((name, text.encode()) for name, text in parts().items())


if __name__ == "__main__":
    TARGET.write_bytes(make())
    print(f"{TARGET.name}: {len(LAYOUTS)} layouts")
