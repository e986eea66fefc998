# ruff: noqa: SLF001 -- python-pptx has no public way to take a placeholder out of a layout
"""Any real template gives a house style, a plan B with a warning, or a clear error."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from voortgang.findings import FindingsError
from voortgang.office.measure import Measure
from voortgang.presentatie.plan.legible import legible
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.slides import Deck, Run, Slide, TextBox, TextLine
from voortgang.presentatie.template.read import read_huisstijl

ROOT = Path(__file__).parent.parent.parent
DEFAULT = (ROOT / "templates" / "presentatie.pptx").read_bytes()
POTX = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def rezip(content, change):
    """Rewrite a package part by part; `change` gives the new bytes, or None to leave it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def office(change=lambda _: None):
    """A 4:3 template as PowerPoint itself begins one, changed by hand."""
    deck = Presentation()
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def without(*names):
    def change(deck):
        for layout in list(deck.slide_layouts):
            if layout.name in names:
                deck.slide_layouts.remove(layout)

    return change


def only_content(deck):
    without(*[la.name for la in deck.slide_layouts if la.name != "Blank"][2:])(deck)


def wide(deck):
    deck.slide_width, deck.slide_height = Emu(11049000), Emu(6905625)


def translated(deck):
    for n, layout in enumerate(deck.slide_layouts):
        layout.name = f"Indeling naar keuze {n}"


def without_bodies(deck):
    for parent in (deck.slide_master, *deck.slide_layouts):
        for shape in list(parent.placeholders):
            if shape.placeholder_format.type not in (1, 3, 13, 15):
                shape._element.getparent().remove(shape._element)


def without_edges(deck):
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (13, 15):
                shape._element.getparent().remove(shape._element)


def dark(deck):
    fill = deck.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)


def low_title(deck):
    for shape in deck.slide_master.placeholders:
        if shape.placeholder_format.type == 1:
            shape.top = Inches(6)


def with_examples(deck):
    for n in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Voorbeelddia {n}"
        slide.notes_slide.notes_text_frame.text = "Weg hiermee"
        link = slide.placeholders[1].text_frame.paragraphs[0].add_run()
        link.text = "naar de eerste"
        slide.shapes.title.click_action.target_slide = deck.slides[0]
    deck.core_properties.author = "Een Ontwerper"


def picture_behind(deck):
    import base64

    pixel = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCB3UNq9AAAAABJRU5ErkJggg=="
    )
    layout = deck.slide_layouts[1]
    image, rid = layout.part.get_or_add_image_part(io.BytesIO(pixel))
    assert image
    layout.shapes._spTree.insert(2, _picture(rid, deck.slide_width, deck.slide_height))


def _picture(rid, width, height):
    from pptx.oxml import parse_xml

    return parse_xml(
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>'
        '<p:cNvPr id="99" name="Achtergrond"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def as_potx(content):
    return rezip(
        content,
        lambda name, part: (
            part.replace(PPTX.encode(), POTX.encode()) if name == "[Content_Types].xml" else part
        ),
    )


def strange_font(content):
    return rezip(
        content,
        lambda name, part: (
            re.sub(rb'(<a:latin typeface=")Calibri', rb"\1Segoe UI", part)
            if "theme" in name
            else part
        ),
    )


TEMPLATES = {
    "4 op 3": office,
    "16 op 10": lambda: office(wide),
    "andere taal": lambda: office(translated),
    "zonder twee": lambda: office(without("Two Content", "Comparison", "Content with Caption")),
    "alleen inhoud": lambda: office(only_content),
    "zonder tekstvakken": lambda: office(without_bodies),
    "zonder voettekst": lambda: office(without_edges),
    "donker": lambda: office(dark),
    "titel onderaan": lambda: office(low_title),
    "voorbeelddia's": lambda: office(with_examples),
    "beeld achter de tekst": lambda: office(picture_behind),
    "potx": lambda: as_potx(DEFAULT),
    "vreemd lettertype": lambda: strange_font(DEFAULT),
    "standaard": lambda: DEFAULT,
}


def small_deck(huisstijl):
    slides = []
    for rol, indexes in huisstijl.purposes.items():
        layout = huisstijl.layouts[indexes[0]]
        areas = (layout.title, layout.subtitle, *layout.headings, *layout.bodies)
        elements = tuple(
            TextBox(f"{rol} {n}", area.box, (TextLine((Run(f"{rol} {n}", 14),)),), area.idx,
                    area.insets, area.anchor)
            for n, area in enumerate(areas)
            if area is not None
        )  # fmt: skip
        slides.append(Slide(layout.index, rol, elements, (f"Noot bij {rol}",), "Deel", "Voet"))
    return Deck("Rapport", "Gemeente Voorbeeldegem", "organisatiebeheersing", tuple(slides))


def codes(findings):
    return [finding.code for finding in findings]


# In two of them only names are others, of layouts and of letters, and a deck takes over neither.
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"andere taal", "vreemd lettertype"}))
def test_every_template_gives_a_valid_deck(name, tmp_path):
    from openxml_audit import validate_pptx

    template = TEMPLATES[name]()
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    content = write_deck(small_deck(huisstijl), huisstijl, template, None)
    path = tmp_path / "deck.pptx"
    path.write_bytes(content)
    assert [str(error) for error in validate_pptx(path).errors] == []
    deck = Presentation(io.BytesIO(content))
    assert [slide.shapes.title.text for slide in deck.slides] == [
        f"{rol} 0" for rol in huisstijl.purposes
    ]


@pytest.mark.parametrize("name", ["4 op 3", "16 op 10", "andere taal", "potx", "standaard"])
def test_layouts_are_found_by_type_never_by_name(name):
    huisstijl, findings = read_huisstijl(TEMPLATES[name](), "sjabloon.pptx")
    found = {rol: huisstijl.layouts[indexes[0]].type for rol, indexes in huisstijl.purposes.items()}
    assert found == {
        "titelblad": "title", "slot": "title", "sectie": "secHead", "inhoud": "obj",
        "twee": "twoObj", "vergelijking": "twoTxTwoObj", "alleen_titel": "titleOnly",
    }  # fmt: skip
    assert "VG071" not in codes(findings)


def test_a_missing_layout_is_named_with_what_stands_in_for_it():
    huisstijl, findings = read_huisstijl(TEMPLATES["zonder twee"](), "sjabloon.pptx")
    messages = [finding.message for finding in findings if finding.code == "VG071"]
    assert len(messages) == 2
    assert "een titel met twee tekstvakken" in messages[0]
    assert huisstijl.purposes["twee"] == huisstijl.purposes["inhoud"]


def test_without_bodies_the_title_layout_is_the_plan_b():
    huisstijl, findings = read_huisstijl(TEMPLATES["zonder tekstvakken"](), "sjabloon.pptx")
    assert codes(findings).count("VG071") >= 3
    assert not huisstijl.layouts[huisstijl.purposes["inhoud"][0]].bodies


def test_missing_numbers_and_footers_are_said():
    _, findings = read_huisstijl(TEMPLATES["zonder voettekst"](), "sjabloon.pptx")
    assert codes(findings).count("VG073") == 2


def test_text_that_does_not_stand_out_is_said():
    huisstijl, _ = read_huisstijl(TEMPLATES["donker"](), "sjabloon.pptx")
    _, findings = legible(small_deck(huisstijl), huisstijl, Measure(), "sjabloon.pptx")
    messages = [finding.message for finding in findings if finding.code == "VG074"]
    assert messages[0].startswith(
        "de titel steekt te weinig af in 'Title Slide', 'Title and Content'"
    )


def test_a_font_without_known_widths_is_measured_with_a_margin():
    huisstijl, findings = read_huisstijl(TEMPLATES["vreemd lettertype"](), "sjabloon.pptx")
    assert (huisstijl.body_font.face, huisstijl.body_font.margin) == ("Segoe UI", 1.12)
    assert ["Segoe UI" in f.message for f in findings if f.code == "VG072"] == [True]


def test_geometry_and_text_come_down_from_the_master():
    huisstijl, _ = read_huisstijl(TEMPLATES["4 op 3"](), "sjabloon.pptx")
    layout = huisstijl.layouts[huisstijl.purposes["inhoud"][0]]
    assert layout.bodies[0].box.width == Inches(9)
    assert layout.bodies[0].text.size == 32
    assert layout.title.text.align == "center"
    assert layout.bodies[0].insets.left == 91440


def test_the_grid_of_the_default_style_is_read_as_it_was_drawn():
    huisstijl, findings = read_huisstijl(DEFAULT, "sjabloon.pptx")
    assert findings == ()
    layout = huisstijl.layouts[huisstijl.purposes["vergelijking"][0]]
    assert [area.idx for area in layout.headings] == [1, 3]
    assert [area.idx for area in layout.bodies] == [2, 4]
    assert len(layout.drawn) == 1


@pytest.mark.slow
def test_example_slides_leave_nothing_behind():
    template = TEMPLATES["voorbeelddia's"]()
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    content = write_deck(small_deck(huisstijl), huisstijl, template, None)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        everything = b"".join(package.read(name) for name in names)
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == 7
    for leftover in (b"Voorbeelddia", b"Weg hiermee", b"Een Ontwerper"):
        assert leftover not in everything


def test_a_templates_own_font_size_is_not_shrunk_by_the_program():
    def small(deck):
        for shape in deck.slide_layouts[1].placeholders:
            if shape.placeholder_format.idx == 1:
                shape.text_frame.paragraphs[0].font.size = Pt(10)

    huisstijl, _ = read_huisstijl(office(small), "sjabloon.pptx")
    assert huisstijl.layouts[1].bodies[0].text.size == 32


BROKEN = {
    "geen zip": lambda: b"dit is tekst",
    "leeg": lambda: b"",
    "half": lambda: DEFAULT[:4000],
    "met wachtwoord": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "macro's": lambda: rezip(
        DEFAULT,
        lambda name, part: (
            part.replace(
                PPTX.encode(), b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
            )
            if name == "[Content_Types].xml"
            else part
        ),
    ),
    "zonder presentatie": lambda: rezip(
        DEFAULT, lambda name, part: None if name == "ppt/presentation.xml" else part
    ),
    "entiteiten": lambda: rezip(
        DEFAULT,
        lambda name, part: (
            part.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "b">]>', 1)
            if name == "ppt/presentation.xml"
            else part
        ),
    ),
    "zonder titels": lambda: office(
        lambda deck: [
            shape._element.getparent().remove(shape._element)
            for parent in deck.slide_layouts
            for shape in list(parent.placeholders)
            if shape.placeholder_format.type in (1, 3, 5)
        ]
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_used_is_said_clearly(name):
    with pytest.raises(FindingsError) as caught:
        read_huisstijl(BROKEN[name](), "templates/presentatie.pptx")
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("VG070", "templates/presentatie.pptx")
    assert finding.hint
