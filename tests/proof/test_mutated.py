"""Templates changed attribute by attribute give a sound document or a finding, never a fault.

`make fuzz` goes on for longer. What was found once is kept: each kind has its smallest case here.
"""

import io
import random
import re
import warnings
import zipfile

import pytest
from making import NAMES, made, wrong_with
from mutate import in_parts
from spoil import TEMPLATES
from whole import package

from voortgang.findings import FindingsError
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.presentatie.template.read import read_huisstijl


def changed(form, part, old, new, extra=()):
    """Give a template with one part other than it was, and parts besides."""
    return swapped(form, {part: [old]}, new, extra)


def swapped(form, places, new, extra=()):
    """Give a template with something else in each of these places of its parts, and parts more."""
    out = io.BytesIO()
    original = zipfile.ZipFile(TEMPLATES / NAMES[form])
    with warnings.catch_warnings(), original as archive, zipfile.ZipFile(out, "w") as copy:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for name in archive.namelist():
            content = archive.read(name)
            for old in places.get(name, ()):
                after = re.sub(old, new, content)
                assert after != content
                content = after
            copy.writestr(name, content)
        for name, content in extra:
            copy.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_template_gives_a_document_or_a_finding(form, seed):
    chance = random.Random(f"{form} {seed}")  # noqa: S311 -- repeatable
    content = (TEMPLATES / NAMES[form]).read_bytes()
    assert wrong_with(form, in_parts(content, chance)) is None


DECK, WORD = "ppt/presentation.xml", "word/document.xml"
MASTER, LAYOUT = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout4.xml"
NUMBERS = (b"A0", b"-1", b"0", b"1e999", b"nan", "²".encode(), "٣".encode(), b"9" * 40, b"")
FAR = b"-9223372036854775809"


each_number = pytest.mark.parametrize("number", [*NUMBERS, FAR], ids=bytes.decode)
GEOMETRY = {MASTER: [rb'(?<= cx=")\d+', rb'(?<= x=")\d+']}
# What is read whatever the others say; a place that cannot be would leave out the text in it.
LOOKS = {
    MASTER: [rb'(?<= sz=")\d+', rb'(?<= marL=")\d+'],
    LAYOUT: [rb'(?<= y=")\d+', rb'(?<= idx=")\d+'],
    "ppt/theme/theme1.xml": [rb'(?<=srgbClr val=")\w+'],
}
PAGES = {
    WORD: [rb'(?<=w:left=")\d+'],
    "word/styles.xml": [
        rb'(?<=<w:sz w:val=")\d+', rb'(?<=w:left=")\d+', rb'(?<=w:outlineLvl w:val=")\d+'
    ],
}  # fmt: skip


@each_number
@pytest.mark.parametrize(
    ("form", "places"),
    [("pptx", GEOMETRY), ("pptx", LOOKS), ("docx", PAGES)],
    ids=["geometry", "looks", "pages"],
)
def test_a_number_that_is_none_is_passed_over_wherever_it_stands(form, places, number):
    assert list(package(made(form, swapped(form, places, number)))) == []


@each_number
@pytest.mark.parametrize("side", [rb'(?<=<p:sldSz cx=")\d+', rb'(?<= cy=")\d+'])
def test_a_slide_of_a_size_that_is_none_is_a_finding(side, number):
    with pytest.raises(FindingsError):
        read_huisstijl(changed("pptx", DECK, side, number), "templates/x")


BAND = (
    b'<p:sp><p:nvSpPr><p:cNvPr id="99" name="band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
    b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="12000000" cy="6000000"/></a:xfrm>'
    b'<a:prstGeom prst="rect"/>%s</p:spPr></p:sp>'
)
ENDS = b'<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
FILLS = {
    "alpha": b'<a:solidFill><a:srgbClr val="336699"><a:alpha val="%s"/></a:srgbClr></a:solidFill>',
    "shade": b'<a:solidFill><a:srgbClr val="336699"><a:shade val="%s"/></a:srgbClr></a:solidFill>',
    "light": b'<a:solidFill><a:scrgbClr r="%s" g="0" b="0"/></a:solidFill>',
    "hue": b'<a:solidFill><a:hslClr hue="%s" sat="0" lum="0"/></a:solidFill>',
    "stop": b'<a:gradFill><a:gsLst><a:gs pos="%s"><a:srgbClr val="336699"/></a:gs>'
    + ENDS
    + b"</a:gradFill>",
    "angle": b'<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="336699"/></a:gs>'
    + ENDS
    + b'<a:lin ang="%s"/></a:gradFill>',
}


@pytest.mark.parametrize("number", [b"A0", b"nan", b"inf", b"1e999", b""])
def test_fills_whose_numbers_are_none_are_painted_without_them(number):
    bands = b"".join(BAND % (fill % number) for fill in FILLS.values()) + b"</p:spTree>"
    content = changed("pptx", "ppt/slideLayouts/slideLayout1.xml", rb"</p:spTree>", bands)
    assert list(package(made("pptx", content))) == []


@pytest.mark.parametrize(
    ("form", "part", "old", "new"),
    [
        ("pptx", "ppt/_rels/presentation.xml.rels", rb' Id="rId\d+"', b""),
        ("pptx", "ppt/_rels/presentation.xml.rels", rb' Id="rId\d+"', b' Id="rId1"'),
        ("docx", "word/_rels/document.xml.rels", rb' Target="styles.xml"', b' Target=""'),
        ("docx", "word/_rels/document.xml.rels", rb"<Relationship (?=Id=.numbering)", b"<Plaats "),
        ("docx", "word/styles.xml", rb"w:styles\b", b"w:numbering"),
        ("docx", "word/header1.xml", rb"w:hdr\b", b"w:p"),
        ("pptx", DECK, rb'(?<=<p:sldSz cx=")\d+', b"A0"),
        ("pptx", "ppt/presProps.xml", rb"$", b"<"),
        ("pptx", "ppt/viewProps.xml", rb">", b""),
        ("pptx", "ppt/tableStyles.xml", rb"^", b"\xff\xfe"),
        ("docx", "word/fontTable.xml", rb"$", b"<"),
        ("docx", "word/theme.xml", rb">$", b""),
    ],
)
def test_what_is_broken_is_said_of_the_template(form, part, old, new):
    content = changed(form, part, old, new)
    read = read_huisstijl if form == "pptx" else WordTemplate
    with pytest.raises(FindingsError) as raised:
        read(content, "templates/x")
    (finding,) = raised.value.findings
    assert "beschadigd" in finding.message
    assert finding.hint


@pytest.mark.parametrize("name", ["ppt/presProps.xml", "PPT/presProps.xml", "ppt/PRESPROPS.XML"])
def test_parts_of_one_name_are_refused(name):
    with pytest.raises(FindingsError) as raised:
        read_huisstijl(changed("pptx", DECK, rb"$", b" ", [(name, b"<a/>")]), "x")
    assert "dezelfde naam" in raised.value.findings[0].message


@pytest.mark.parametrize("name", ["ppt/viewProps.xml", "docProps/app.xml", "ppt/slides/SLIDE1.xml"])
def test_a_part_that_is_called_as_one_of_ours_gets_another_name(name):
    rels = "ppt/_rels/presentation.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/eigen"
    own = f'<Relationship Id="rId77" Type="{kind}" Target="/{name}"/></Relationships>'.encode()
    without = rb'<Relationship [^>]*viewProps.xml"[^>]*/>|</Relationships>'
    content = changed("pptx", rels, without, lambda hit: own if hit[0][1:2] == b"/" else b"")
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        if name not in archive.namelist():
            archive.writestr(name, b"<eigen/>")
    assert wrong_with("pptx", out.getvalue()) is None


@pytest.mark.parametrize("number", [*NUMBERS, FAR, b"99999"])
@pytest.mark.parametrize("where", [rb'(?<=w:pgSz w:w=")\d+', rb'(?<=w:top=")\d+'])
def test_a_page_that_cannot_be_is_a4(where, number):
    content = changed("docx", WORD, where, number)
    section = WordTemplate(content, "templates/nota.docx").section
    read = [*section.find("{*}pgSz").attrib.values(), *section.find("{*}pgMar").attrib.values()]
    assert all(abs(int(value)) <= 31680 for value in read if value != "landscape")


def test_a_header_that_nothing_is_known_of_is_left_out():
    content = changed("docx", WORD, rb'(?<=:id=")header\w+', b"weg")
    section = WordTemplate(content, "templates/nota.docx").section
    assert section.find("{*}headerReference") is None
    assert section.find("{*}footerReference") is not None
