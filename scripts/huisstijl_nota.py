"""Make templates/nota.docx, the default house style of the nota.

Change the styles in voortgang/nota/word_styles.py or the page below and run it again: `python
scripts/huisstijl_nota.py`. The bytes are the same on every run. In header and footer, content
controls with the tag bestuur, dienst, titel,
onderwerp, orgaan or ontwerp are filled in by the program.
"""

from pathlib import Path

from huisstijl_presentatie import COLOURS, FONT

from voortgang.nota.docx.template.styles import HAIR, PLANNED, STIJLEN, TEXT_WIDTH, TITLE
from voortgang.nota.docx.xml import HEAD, NAMESPACES, field, paragraph, run
from voortgang.office.zip import zip_parts

TARGET = Path(__file__).parent.parent / "templates" / "nota.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = ("styles", "settings", "theme", "numbering", "fontTable")
EDGES = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))
TAB = "<w:r><w:tab/></w:r>"


def main() -> None:
    """Write the template."""
    TARGET.write_bytes(zip_parts([(name, xml.encode()) for name, xml in parts().items()]))


def parts() -> dict[str, str]:
    """Give all parts by name, in the order of the package."""
    names = {kind: f"word/{kind}.xml" for kind in KINDS}
    edges = {(kind, place): f"word/{kind}{1 + (place == 'first')}.xml" for kind, place in EDGES}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_type(kind)}"/>'
        for kind, name in [*names.items(), *((kind, name) for (kind, _), name in edges.items())]
    )
    rels = "".join(
        f'<Relationship Id="{kind}{place}" Type="{OFFICE}/{kind}" Target="{name[5:]}"/>'
        for (kind, place), name in [*(((k, ""), n) for k, n in names.items()), *edges.items()]
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{rels}</Relationships>",
        names["styles"]: _styles(),
        names["settings"]: _part("settings", _settings()),
        names["theme"]: _theme(),
        names["numbering"]: _part("numbering", ""),
        names["fontTable"]: _part("fonts", f'<w:font w:name="{FONT}"/>'),
        edges["header", "default"]: _part("hdr", _header()),
        edges["header", "first"]: _part("hdr", _letterhead()),
        edges["footer", "default"]: _part("ftr", _footer()),
        edges["footer", "first"]: _part("ftr", _footer()),
    }


def _type(kind: str) -> str:
    if kind == "theme":
        return "application/vnd.openxmlformats-officedocument.theme+xml"
    return f"{WORD}.{kind}+xml"


def _part(root: str, content: str) -> str:
    return f"{HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def _control(tag: str, properties: str = "") -> str:
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:sdt><w:sdtPr>{dress}<w:tag w:val="{tag}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{run(tag.capitalize(), properties)}</w:sdtContent></w:sdt>"
    )


def _letterhead() -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    word = f'<w:b/><w:color w:val="{TITLE}"/><w:sz w:val="60"/>'
    name = paragraph("NotaBriefhoofd", _control("bestuur") + TAB + run("Nota", word), tab)
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="4" w:color="{TITLE}"/></w:pBdr>'
        '<w:spacing w:after="240"/>'
    )
    draft = f'<w:b/><w:color w:val="{PLANNED}"/>'
    service = paragraph("NotaDienst", _control("dienst") + TAB + _control("ontwerp", draft), rule)
    return name + service


def _header() -> str:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{HAIR}"/></w:pBdr>'
    middle = f'<w:tabs><w:tab w:val="center" w:pos="{TEXT_WIDTH // 2}"/></w:tabs>'
    draft = _control("ontwerp", f'<w:b/><w:color w:val="{PLANNED}"/>')
    line = _control("titel") + TAB + draft + TAB + _control("bestuur")
    return paragraph("Header", line, rule + middle)


def _footer() -> str:
    return paragraph("Footer", TAB + field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1"))


def _document() -> str:
    edges = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="{kind}{place}"/>' for kind, place in EDGES
    )
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1417" w:bottom="1191" '
        'w:left="1417" w:header="680" w:footer="567" w:gutter="0"/><w:cols/><w:titlePg/>'
    )
    return _part(
        "document",
        f"<w:body>{paragraph('Normal', '')}<w:sectPr>{edges}{page}</w:sectPr></w:body>",
    )


def _settings() -> str:
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="nl-BE"/><w:clrSchemeMapping w:bg1="light1" '
        'w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
        'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
    )


def _styles() -> str:
    ids = {stijl.key: stijl.own_id for stijl in STIJLEN}
    styles = "".join(
        stijl.xml(stijl.own_id, ids.get(stijl.based, stijl.based)) for stijl in STIJLEN
    )
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
        f'w:eastAsia="{FONT}" w:cs="{FONT}"/><w:color w:val="{COLOURS["dk1"]}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="nl-BE" w:eastAsia="nl-BE" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return _part("styles", defaults + styles)


def _theme() -> str:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Nota"><a:themeElements><a:clrScheme name="Nota">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Nota"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Nota"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    main()
