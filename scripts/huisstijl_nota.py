"""Make templates/nota.docx, the default house style of the nota.

Change the styles in voortgang/nota/docx/template/styles.py or the page below and run it again:
`python scripts/huisstijl_nota.py`. The bytes are the same on every run. In header and footer,
content controls with the tag soort, bestuur, dienst, titel, onderwerp, orgaan or ontwerp are
filled in by the program.
"""

from collections.abc import Iterable
from pathlib import Path

from huisstijl_presentatie import COLOURS, FONT
from lxml import etree

from voortgang.nota.docx.template.element import (
    PLAIN,
    USUAL,
    A,
    Border,
    Lettering,
    R,
    Shaping,
    Tab,
    ending,
    make,
    opening,
    paragraph,
    run,
    tab,
)
from voortgang.nota.docx.template.page import A4, MARGINS
from voortgang.nota.docx.template.styles import END, HAIR, PLANNED, STIJLEN, TEXT_WIDTH, TITLE
from voortgang.office.xml import Element
from voortgang.office.zip import zip_parts

TARGET = Path(__file__).parent.parent / "templates" / "nota.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
KINDS = ("styles", "settings", "theme", "numbering", "fontTable")
EDGES = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))
ACCENTS = [f"accent{number}" for number in range(1, 7)]


def main() -> None:
    """Write the template."""
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    made = parts().items()
    TARGET.write_bytes(zip_parts((name, head + etree.tostring(part)) for name, part in made))


def parts() -> dict[str, Element]:
    """Give all parts by name, in the order of the package."""
    names = {kind: f"word/{kind}.xml" for kind in KINDS}
    edges = {(kind, place): f"word/{kind}{1 + (place == 'first')}.xml" for kind, place in EDGES}
    related = [*(((kind, ""), name) for kind, name in names.items()), *edges.items()]
    types = etree.Element("Types", xmlns=f"{PACKAGE}/content-types")
    for extension, kind in (
        ("rels", "vnd.openxmlformats-package.relationships+xml"),
        ("xml", "xml"),
    ):
        about = {"Extension": extension, "ContentType": f"application/{kind}"}
        etree.SubElement(types, "Default", about)
    typed = [("word/document.xml", "document.main"), *((name, kind) for (kind, _), name in related)]
    for name, kind in typed:
        content_type = THEME if kind == "theme" else f"{WORD}.{kind}+xml"
        etree.SubElement(types, "Override", PartName=f"/{name}", ContentType=content_type)
    rels = [(f"{kind}{place}", kind, name[5:]) for (kind, place), name in related]
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": make("document", _body()),
        "word/_rels/document.xml.rels": _relations(rels),
        names["styles"]: _styles(),
        names["settings"]: _settings(),
        names["theme"]: _theme(),
        names["numbering"]: make("numbering"),
        names["fontTable"]: make("fonts", make("font", name=FONT)),
        edges["header", "default"]: make("hdr", _header()),
        edges["header", "first"]: make("hdr", *_letterhead()),
        edges["footer", "default"]: make("ftr", _footer()),
        edges["footer", "first"]: make("ftr", _footer()),
    }


def _relations(related: Iterable[tuple[str, str, str]]) -> Element:
    root = etree.Element("Relationships", xmlns=f"{PACKAGE}/relationships")
    for own_id, kind, target in related:
        about = {"Id": own_id, "Type": f"{OFFICE}/{kind}", "Target": target}
        etree.SubElement(root, "Relationship", about)
    return root


def _control(tag: str, letters: Lettering = USUAL) -> Element:
    # LibreOffice takes the look of its own away from a control that is said to be plain text.
    plain = letters == USUAL
    look = () if plain else (make("rPr", *letters.elements()),)
    known = make("sdtPr", *look, make("tag", val=tag), *([make("text")] if plain else []))
    return make("sdt", known, make("sdtContent", run(tag.capitalize(), letters)))


def _letterhead() -> list[Element]:
    kind = _control("soort", Lettering(bold=True, colour=TITLE, size=60))
    name = [_control("bestuur"), tab(), kind]
    rule = Shaping(borders=(Border("bottom", 18, TITLE, 4),), after=240)
    draft = _control("ontwerp", Lettering(bold=True, colour=PLANNED))
    return [
        paragraph("NotaBriefhoofd", name, Shaping(tabs=END)),
        paragraph("NotaDienst", [_control("dienst"), tab(), draft], rule),
    ]


def _header() -> Element:
    rule = Shaping(borders=(Border("bottom", 6, HAIR, 3),), tabs=(Tab("center", TEXT_WIDTH // 2),))
    draft = _control("ontwerp", Lettering(bold=True, colour=PLANNED))
    return paragraph("Header", [_control("titel"), tab(), draft, tab(), _control("bestuur")], rule)


def _footer() -> Element:
    number = [*opening("PAGE"), run("1"), ending()]
    of = [*opening("NUMPAGES"), run("1"), ending()]
    return paragraph("Footer", [tab(), *number, run(" / "), *of])


def _body() -> Element:
    edges = [make(f"{kind}Reference", type=place) for kind, place in EDGES]
    for edge, (kind, place) in zip(edges, EDGES, strict=True):
        edge.set(f"{R}id", f"{kind}{place}")
    page = [make("pgSz", **A4), make("pgMar", **MARGINS), make("cols"), make("titlePg")]
    return make("body", paragraph("Normal", [], PLAIN), make("sectPr", *edges, *page))


def _settings() -> Element:
    mapped = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    mapped |= {name: name for name in (*ACCENTS, "hyperlink", "followedHyperlink")}
    uri = "http://schemas.microsoft.com/office/word"
    return make(
        "settings",
        make("zoom", percent=100),
        make("defaultTabStop", val=709),
        make("compat", make("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        make("themeFontLang", val="nl-BE"),
        make("clrSchemeMapping", **mapped),
    )


def _styles() -> Element:
    ids = {stijl.key: stijl.own_id for stijl in STIJLEN}
    letters = [
        make("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        make("color", val=COLOURS["dk1"]),
        make("sz", val=22),
        make("szCs", val=22),
        make("lang", val="nl-BE", eastAsia="nl-BE", bidi="ar-SA"),
    ]
    defaults = make("docDefaults", make("rPrDefault", make("rPr", *letters)))
    styles = (stijl.element(stijl.own_id, ids.get(stijl.based, "")) for stijl in STIJLEN)
    return make("styles", defaults, *styles)


def _theme() -> Element:
    root = etree.Element(f"{A}theme", name="Nota", nsmap={"a": A[1:-1]})
    elements = etree.SubElement(root, f"{A}themeElements")
    colours = etree.SubElement(elements, f"{A}clrScheme", name="Nota")
    for name, value in COLOURS.items():
        etree.SubElement(etree.SubElement(colours, A + name), f"{A}srgbClr", val=value)
    fonts = etree.SubElement(elements, f"{A}fontScheme", name="Nota")
    for name in ("majorFont", "minorFont"):
        font = etree.SubElement(fonts, A + name)
        for script, face in (("latin", FONT), ("ea", ""), ("cs", "")):
            etree.SubElement(font, A + script, typeface=face)
    forms = etree.SubElement(elements, f"{A}fmtScheme", name="Nota")
    for name, holder in (("fill", ""), ("ln", "ln"), ("effect", "effectStyle"), ("bgFill", "")):
        style = etree.SubElement(forms, f"{A}{name}StyleLst")
        for _ in range(3):
            one = etree.SubElement(style, A + holder) if holder else style
            if name == "effect":
                etree.SubElement(one, f"{A}effectLst")
            else:
                fill = etree.SubElement(one, f"{A}solidFill")
                etree.SubElement(fill, f"{A}schemeClr", val="phClr")
    return root


if __name__ == "__main__":
    main()
