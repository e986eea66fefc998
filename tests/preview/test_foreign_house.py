"""Somebody else's template: its size, its ground, its logo are what the preview shows."""

import io
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml

from voortgang.preview.view import Studio
from voortgang.source import Workspace

SVG = "{http://www.w3.org/2000/svg}"
PIC = (
    '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<p:nvPicPr><p:cNvPr id="99" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
    '<a:blip r:embed="{}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
    '<a:off x="127000" y="127000"/><a:ext cx="635000" cy="381000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)


@pytest.fixture
def view(root, workers):
    """The report in python-pptx's own template, 4:3, with a ground and a logo."""
    deck = Presentation()
    master = deck.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)
    logo = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(logo, "PNG")
    _, relation = master.part.get_or_add_image_part(logo)
    master.shapes._spTree.append(parse_xml(PIC.format(relation)))  # noqa: SLF001 -- no public name
    (root / "templates").mkdir()
    deck.save(root / "templates" / "presentatie.pptx")
    studio = Studio(Workspace(root), 2022, workers)
    return studio, studio.build()


def test_slides_have_the_size_the_ground_and_the_logo_of_the_template(view):
    studio, built = view
    assert built.verhouding == pytest.approx(4 / 3)
    for _, drawing in studio.drawn:
        svg = ET.fromstring(drawing)  # noqa: S314 -- our own
        assert svg.get("viewBox") == "0 0 720 540"
        assert "#102030" in [each.get("fill") for each in svg.iter(f"{SVG}path")]
        (image,) = svg.iter(f"{SVG}image")
        assert [image.get(side) for side in ("width", "height")] == ["50", "30"]
        (address,) = (value for name, value in image.items() if name.endswith("href"))
        assert address.startswith("data:image/png")


def test_text_on_a_dark_ground_is_light(view):
    studio, _ = view
    svg = ET.fromstring(studio.drawn[-1][1])  # noqa: S314 -- our own
    inks = {each.get("fill") for each in svg.iter(f"{SVG}use")}
    assert "#ffffff" in inks
    assert "#000000" not in inks


def test_what_the_template_lacks_is_among_the_findings(view):
    _, built = view
    assert {finding.file for finding in built.findings} == {"templates/presentatie.pptx"}
