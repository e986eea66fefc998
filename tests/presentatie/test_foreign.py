# ruff: noqa: SLF001 -- python-pptx has no public way to take a template apart
"""Templates with the oddities of real ones: room is found, text is readable, nothing leaks."""

import io
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt

from voortgang.findings import FindingsError
from voortgang.office.ink import contrast
from voortgang.office.measure import Measure
from voortgang.presentatie.plan.legible import legible
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.slides import Box, Deck, Run, Slide, TextBox, TextLine
from voortgang.presentatie.template.faint import faint_areas, painted, say_faint
from voortgang.presentatie.template.purposes import assign_purposes
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.presentatie.template.report import describe_huisstijl
from voortgang.presentatie.template.room import is_roomy

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TITLES, BODIES = (1, 3), (2, 7)  # python-pptx's types of placeholder


def office(change=lambda _: None):
    deck = Presentation()
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def read(change):
    return read_huisstijl(office(change), "sjabloon.pptx")


def content_layouts(huisstijl):
    rols = ("inhoud", "twee", "vergelijking", "alleen_titel")
    return [huisstijl.layouts[huisstijl.purposes[rol][0]] for rol in rols]


def layout_named(deck, name):
    return next(layout for layout in deck.slide_layouts if layout.name == name)


def said(huisstijl):
    """What the command `huisstijl` says of text that is too faint."""
    return [f.message for f in say_faint(faint_areas(huisstijl.used), "sjabloon.pptx")]


def colours_of(huisstijl, layout, *areas):
    """The colours that text in these areas gets where it would have had text 1."""
    lines = (TextLine((Run("Woorden", 16, colour="dk1"),)),)
    boxes = tuple(TextBox("Vak", a.box, lines, a.idx) for a in areas if a is not None)
    deck = Deck("R", "G", "o", (Slide(layout.index, "x", boxes),))
    seen, _ = legible(deck, huisstijl, Measure(), "sjabloon.pptx")
    return [each.paragraphs[0].runs[0].colour for each in seen.slides[0].elements]


def without_types(deck):
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)


def only(deck, *names):
    for layout in list(deck.slide_layouts):
        if layout.name not in names:
            deck.slide_layouts.remove(layout)


def shape_xml(n, x, y, width, height):
    return parse_xml(
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{n}" name="Merk {n}"/>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill></p:spPr></p:sp>'
    )


def test_without_types_a_title_in_the_middle_makes_a_cover_and_not_a_slide_of_content():
    huisstijl, findings = read(without_types)
    cover = huisstijl.layouts[huisstijl.purposes["titelblad"][0]]
    assert cover.name == "Title Slide"
    assert not any("titeldia" in finding.message for finding in findings)
    assert [layout.name for layout in content_layouts(huisstijl)] == [
        "Title and Content", "Two Content", "Comparison", "Title Only",
    ]  # fmt: skip


def test_a_layout_for_a_caption_beside_a_picture_is_not_taken_for_text():
    huisstijl, _ = read(
        lambda deck: only(deck, "Title Slide", "Picture with Caption", "Title Only")
    )
    assert huisstijl.layouts[huisstijl.purposes["inhoud"][0]].name == "Title Only"


@pytest.mark.parametrize("size", [115, 200])
def test_a_title_that_fills_the_slide_is_made_small_where_content_must_stand(size):
    def loud(deck):
        only(deck, "Title Only")
        master = deck.slide_master
        title = next(s for s in master.placeholders if s.placeholder_format.type in TITLES)
        title.left, title.top = Emu(0), Emu(0)
        title.width, title.height = deck.slide_width, deck.slide_height
        style = master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
        style.set("sz", str(size * 100))

    template = office(loud)
    huisstijl, findings = read_huisstijl(template, "sjabloon.pptx")
    for layout in content_layouts(huisstijl):
        assert is_roomy(layout)
        assert layout.title.text.size <= 44
    assert [f.code for f in findings].count("VG071") >= 3
    layout = content_layouts(huisstijl)[0]
    box = TextBox("Titel", layout.title.box, (TextLine((Run("Kop", 30),)),), layout.title.idx)
    slides = (Slide(layout.index, "Kop", (box,)),)
    made = write_deck(Deck("R", "G", "o", slides), huisstijl, template, None)
    assert Presentation(io.BytesIO(made)).slides[0].shapes.title.top == layout.title.box.y


def test_each_layout_with_too_little_room_is_given_more_of_its_own():
    def crowded(deck):
        only(deck, "Title and Content", "Two Content")
        for layout in deck.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type in TITLES:
                    shape.left, shape.top = Emu(457200), Emu(274638)
                    shape.width, shape.height = Emu(8229600), Emu(4000000)
                elif shape.placeholder_format.type in BODIES:
                    shape.left, shape.width = shape.left, shape.width
                    shape.top, shape.height = Emu(4400000), Emu(1700000)

    huisstijl, _ = read(crowded)
    layouts = [huisstijl.first(purpose) for purpose in ("inhoud", "twee")]
    assert [layout.name for layout in layouts] == ["Title and Content", "Two Content"]
    assert [len(layout.bodies) for layout in layouts] == [1, 2]
    assert all(layout.bodies[0].box.height > 3000000 for layout in layouts)
    told = describe_huisstijl(huisstijl)
    assert sum("kleiner en hoger gezet" in line for line in told) == 2


def test_slides_are_made_of_their_own_layout_after_one_that_has_no_title():
    def change(deck):
        listing = deck.slide_master._element.find(f"{{{P}}}sldLayoutIdLst")
        names = [layout.name for layout in deck.slide_layouts]
        listing.insert(0, listing[names.index("Blank")])
        layout_named(deck, "Blank")._element.cSld.attrib.pop("name")

    template = office(change)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    slides = tuple(Slide(la.index, f"Kop {la.name}", ()) for la in huisstijl.used)
    made = write_deck(Deck("R", "G", "o", slides), huisstijl, template, None)
    names = [slide.slide_layout.name for slide in Presentation(io.BytesIO(made)).slides]
    assert names == [layout.name for layout in huisstijl.used]
    told = describe_huisstijl(huisstijl)
    assert "Indelingen   11 in 1 diamodel" in told
    assert any(line.startswith("Niet gebruikt: 'indeling 1', ") for line in told)


@pytest.mark.parametrize(
    "place", [(0.75, 0.8, 0.2, 0.15), (0.02, 0.02, 0.1, 0.1), (0.8, 0.3, 0.18, 0.2)]
)
def test_text_keeps_clear_of_a_logo(place):
    def branded(deck):
        width, height = deck.slide_width, deck.slide_height
        x, y, w, h = place
        box = (round(x * width), round(y * height), round(w * width), round(h * height))
        deck.slide_master.shapes._spTree.append(shape_xml(99, *box))

    huisstijl, _ = read(branded)
    for layout in content_layouts(huisstijl):
        (logo,) = layout.drawn
        for body in layout.bodies:
            across = min(body.box.right, logo.right) > max(body.box.x, logo.x)
            down = min(body.box.bottom, logo.bottom) > max(body.box.y, logo.y)
            assert not (across and down)


def test_a_title_with_a_fill_of_its_own_is_read_against_that_fill():
    def filled(deck):
        for shape in deck.slide_master.placeholders:
            if shape.placeholder_format.type in TITLES:
                shape.fill.solid()
                shape.fill.fore_color.rgb = RGBColor(0x30, 0x30, 0x30)

    huisstijl, _ = read(filled)
    layout = huisstijl.layouts[huisstijl.purposes["inhoud"][0]]
    assert painted(layout, layout.title) == ("303030",)
    assert painted(layout, layout.bodies[0]) == ("FFFFFF",)
    assert colours_of(huisstijl, layout, layout.title, layout.bodies[0]) == ["lt1", "dk1"]
    assert said(huisstijl)[0].startswith("de titel steekt te weinig af")


def test_faint_text_gets_a_colour_that_can_be_read():
    def faint(deck):
        style = deck.slide_master._element.find(
            f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr"
        )
        fill = style.find(f"{{{A}}}solidFill")
        fill.clear()
        etree.SubElement(fill, f"{{{A}}}srgbClr", val="DDDDDD")

    template = office(faint)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    message = said(huisstijl)[0]
    assert message.startswith("de titel steekt te weinig af in 'Title Slide', 'Title and Content'")
    layout = huisstijl.layouts[huisstijl.purposes["inhoud"][0]]
    box = TextBox("Titel", layout.title.box, (TextLine((Run("Kop", 30),)),), layout.title.idx)
    deck = Deck("R", "G", "o", (Slide(layout.index, "Kop", (box,)),))
    seen, findings = legible(deck, huisstijl, Measure(), "sjabloon.pptx")
    assert findings[0].message.startswith("de titel steekt te weinig af")
    made = write_deck(seen, huisstijl, template, None)
    run = Presentation(io.BytesIO(made)).slides[0].shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.font.color.theme_color == 13  # text 1


@pytest.mark.parametrize(("accent", "said"), [("4F81BD", False), ("7F7F7F", True)])
def test_a_fill_on_which_neither_text_colour_can_be_read_is_said(accent, said):
    def grey(deck):
        part = deck.slide_master.part.part_related_by(RT.THEME)
        root = etree.fromstring(part.blob)
        scheme = root.find(f".//{{{A}}}clrScheme")
        for name, value in (("dk1", "404040"), ("accent1", accent)) if said else ():
            slot = scheme.find(f"{{{A}}}{name}")
            slot.clear()
            etree.SubElement(slot, f"{{{A}}}srgbClr", val=value)
        part._blob = etree.tostring(root)

    _, findings = read(grey)
    messages = [f.message for f in findings if f.code == "VG074"]
    assert any("op staven en vakjes in de themakleur Accent 1" in m for m in messages) == said


@pytest.mark.parametrize(
    ("ground", "heading", "text", "background"),
    [
        (None, "op Achtergrond 1", ("Tekst 1", "21,0"), ""),
        ("102030", "op de achtergrond van de tekst (#102030)", ("Achtergrond 1", "16,5"), "16,5"),
    ],
    ids=("light", "dark"),
)
def test_the_colours_of_the_theme_are_held_against_what_text_stands_on(
    ground, heading, text, background
):
    def painted(deck):
        if ground:
            fill = deck.slide_master.background.fill
            fill.solid()
            fill.fore_color.rgb = RGBColor.from_string(ground)

    lines = describe_huisstijl(read(painted)[0])
    at = next(n for n, line in enumerate(lines) if line.startswith("Kleuren van het thema"))
    assert lines[at].endswith(heading)
    listed = {line[2:16].strip(): line[23:].split() for line in lines[at + 1 :]}
    name, ratio = text
    assert listed[name] == [ratio, "op", "1", "tekst"]
    assert listed["Achtergrond 1"][0] == (background or "achtergrond")


def test_a_tint_is_one_of_light_as_powerpoint_shows_it():
    """Office's own footer is text 1 with a tint of 75 %: 898989, which is too faint for 12 pt."""
    huisstijl, _ = read(lambda _: None)
    footer = huisstijl.layouts[huisstijl.purposes["inhoud"][0]].footer
    assert footer.ink == "898989"
    assert said(huisstijl)[-1].startswith("de voettekst en het dianummer steken te weinig af")


def test_every_gap_is_named_once_for_all_layouts():
    def bare(deck):
        for layout in deck.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in (13, 15):
                    shape._element.getparent().remove(shape._element)

    _, findings = read(bare)
    messages = [finding.message for finding in findings if finding.code == "VG073"]
    assert len(messages) == 2
    assert "'Section Header', 'Two Content', 'Comparison' en 'Title Only'" in messages[0]


def test_placeholders_without_numbers_are_told_apart():
    """As LibreOffice writes them: title, bodies and footer all without idx."""

    def unnumbered(deck):
        for layout in deck.slide_layouts:
            for holder in layout._element.iter(f"{{{P}}}ph"):
                holder.attrib.pop("idx", None)

    template = office(unnumbered)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    layout = huisstijl.layouts[huisstijl.purposes["twee"][0]]
    indexes = [area.idx for area in (layout.title, *layout.bodies)]
    assert len(set(indexes)) == 3
    boxes = tuple(
        TextBox(f"Vak {n}", area.box, (TextLine((Run(f"Vak {n}", 18),)),), area.idx)
        for n, area in enumerate((layout.title, *layout.bodies))
    )
    made = write_deck(
        Deck("R", "G", "o", (Slide(layout.index, "Vak 0", boxes),)), huisstijl, template, None
    )
    slide = Presentation(io.BytesIO(made)).slides[0]
    assert slide.shapes.title.text == "Vak 0"
    assert [shape.text_frame.text for shape in slide.shapes][:3] == ["Vak 0", "Vak 1", "Vak 2"]


def test_a_layout_with_its_own_map_of_colours_gives_slides_with_that_map():
    mapping = (
        'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"'
    )

    def mapped(deck):
        element = layout_named(deck, "Title and Content")._element
        own = parse_xml(
            f'<p:clrMapOvr xmlns:p="{P}" xmlns:a="{A}"><a:overrideClrMapping {mapping}/>'
            "</p:clrMapOvr>"
        )
        old = element.find(f"{{{P}}}clrMapOvr")
        element.replace(old, own)

    template = office(mapped)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    layout = huisstijl.layouts[huisstijl.purposes["inhoud"][0]]
    assert (layout.title.ink, painted(layout, layout.title)) == ("FFFFFF", ("000000",))
    made = write_deck(
        Deck("R", "G", "o", (Slide(layout.index, "x", ()),)), huisstijl, template, None
    )
    slide = Presentation(io.BytesIO(made)).slides[0]
    assert slide.element.find(f".//{{{A}}}overrideClrMapping").get("bg1") == "dk1"


def test_a_deck_is_made_of_the_layouts_of_one_master():
    """A second master with a comparison of its own does not lend it to the first's design."""
    names = ("Title Slide", "Title and Content", "Title Only")
    huisstijl, _ = read(lambda deck: only(deck, *names))
    own = list(huisstijl.layouts[:3])
    others = [replace(la, index=n, master=1) for n, la in enumerate(own[:2])]
    layouts = [*others, *(replace(la, index=n) for n, la in enumerate(own, 2))]
    roles, _ = assign_purposes(layouts, "x")
    assert {indexes[0] for rol, indexes in roles.items() if rol != "slot"} == {2, 3, 4}


def linked_picture(deck):
    layout = layout_named(deck, "Title and Content")
    rid = layout.part.rels.get_or_add_ext_rel(f"{R}/image", "https://example.org/volg.png")
    layout.shapes._spTree.append(
        parse_xml(
            f'<p:pic xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:nvPicPr><p:cNvPr id="77" '
            'name="Van elders"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:link="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


@pytest.mark.slow
def test_what_a_template_would_fetch_from_elsewhere_is_left_out(tmp_path):
    template = office(linked_picture)
    assert b"example.org" in everything(template)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    index = huisstijl.purposes["inhoud"][0]
    made = write_deck(Deck("R", "G", "o", (Slide(index, "x", ()),)), huisstijl, template, None)
    assert b"example.org" not in everything(made)
    assert b"Van elders" not in everything(made)
    path = tmp_path / "deck.pptx"
    path.write_bytes(made)
    assert [str(error) for error in validate_pptx(path).errors] == []


def test_properties_are_replaced_whatever_relation_names_them():
    """Some programs relate docProps/app.xml by a type of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "_rels/.rels":
                usual = b"officeDocument/2006/relationships/extended-properties"
                part = part.replace(usual, b"package/2006/relationships/metadata/eigen")
            new.writestr(name, part)
    template = out.getvalue()
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    made = write_deck(Deck("R", "G", "o", (Slide(1, "x", ()),)), huisstijl, template, None)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert len(names) == len(set(names))


@pytest.mark.slow
def test_what_other_programs_leave_out_of_a_deck_is_added(tmp_path):
    """LibreOffice writes no view properties; PowerPoint would offer to repair the deck."""

    def bare(deck):
        for rid, rel in list(deck.part.rels.items()):
            if rel.reltype.endswith("/viewProps"):
                deck.part.rels.pop(rid)

    template = office(bare)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    path = tmp_path / "deck.pptx"
    slides = (Slide(1, "x", ()),)
    path.write_bytes(write_deck(Deck("R", "G", "o", slides), huisstijl, template, None))
    assert [str(error) for error in validate_pptx(path).errors] == []


def without_a_place_for_notes(deck):
    for shape in list(deck.notes_master.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.BODY:
            shape._element.getparent().remove(shape._element)


@pytest.mark.slow
def test_notes_find_a_place_whatever_the_template_has_for_them(tmp_path):
    template = office(without_a_place_for_notes)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    slides = (Slide(1, "x", (), ("Wat erbij gezegd wordt",)),)
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(Deck("R", "G", "o", slides), huisstijl, template, None))
    notes = Presentation(path).slides[0].notes_slide
    assert notes.notes_text_frame.text == "Wat erbij gezegd wordt"
    assert [str(error) for error in validate_pptx(path).errors] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("idx", "veel"), ("idx", "99999999999"), ("type", "iets"), ("sz", "x"), ("orient", "x")],
)
def test_a_placeholder_that_says_something_odd_is_no_place_for_text(name, value):
    def odd(deck):
        for holder in deck.slide_layouts[1]._element.iter(f"{{{P}}}ph"):
            holder.set(name, value)

    template = office(odd)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    areas = (huisstijl.layouts[1].title, *huisstijl.layouts[1].bodies)
    boxes = tuple(
        TextBox("Vak", area.box, (TextLine((Run("Woorden", 18),)),), area.idx)
        for area in areas
        if area is not None
    )
    slides = (Slide(1, "x", boxes, footer="Voet"),)
    made = write_deck(Deck("R", "G", "o", slides), huisstijl, template, None)
    texts = [s.text_frame.text for s in Presentation(io.BytesIO(made)).slides[0].shapes]
    assert texts[: len(boxes)] == ["Woorden"] * len(boxes)


def everything(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def repacked(change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            for new_name, part in change(name, old.read(name)):
                new.writestr(new_name, part)
    return out.getvalue()


@pytest.mark.parametrize("odd", ["a&b.xml", 'a"b.xml', "a'b.xml"])
def test_a_part_may_be_called_anything(odd):
    """Nothing that reads the deck may stumble over the name that a layout has in the template."""

    def called(name, part):
        quoted = escape(odd, {'"': "&quot;"}).encode()
        return [(name.replace("slideLayout1.xml", odd), part.replace(b"slideLayout1.xml", quoted))]

    template = repacked(called)
    huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    made = write_deck(Deck("R", "G", "o", (Slide(0, "x", ()),)), huisstijl, template, None)
    assert len(Presentation(io.BytesIO(made)).slides) == 1


def renamed_docx():
    from docx import Document

    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


HOSTILE = {
    "een docx die pptx heet": renamed_docx,
    "relaties naar niets": lambda: repacked(
        lambda name, part: (
            [(name, part.replace(b"slideLayouts/", b"bestaat-niet/"))]
            if name.endswith("slideMaster1.xml.rels")
            else [(name, part)]
        )
    ),
    "zonder thema": lambda: repacked(lambda name, part: [] if "theme" in name else [(name, part)]),
    "een weg naar buiten": lambda: repacked(
        lambda name, part: (
            [(name, part.replace(b"ppt/presentation.xml", b"../../../etc/passwd"))]
            if name == "_rels/.rels"
            else [(name, part)]
        )
    ),
    "xml die niet klopt": lambda: repacked(
        lambda name, part: (
            [(name, part[:-40])] if name == "ppt/slideMasters/slideMaster1.xml" else [(name, part)]
        )
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_a_clear_error_or_harmless(name):
    template = HOSTILE[name]()
    try:
        huisstijl, _ = read_huisstijl(template, "sjabloon.pptx")
    except FindingsError as error:
        codes = [finding.code for finding in error.findings]
        assert codes == ["VG070"]
        return
    assert huisstijl.layouts
    made = write_deck(Deck("R", "G", "o", (Slide(0, "x", ()),)), huisstijl, template, None)
    assert b"root:" not in everything(made)


def test_numbers_that_are_none_do_not_stop_the_reading():
    def odd(deck):
        for layout in deck.slide_layouts:
            for holder in layout._element.iter(f"{{{P}}}ph"):
                if holder.get("idx"):
                    holder.set("idx", "99999999999")
        style = deck.slide_master._element.find(f".//{{{P}}}bodyStyle/{{{A}}}lvl1pPr")
        style.set("marL", "veel")

    huisstijl, _ = read(odd)
    assert huisstijl.layouts


@pytest.mark.parametrize("odd", ["1e300", "-1e300", "nan", "1e300%", ""])
def test_a_colour_of_numbers_without_end_stops_nothing(odd):
    def paint(deck):
        ground = layout_named(deck, "Section Header").background.fill
        ground.solid()
        ground.fore_color.rgb = RGBColor(0, 0, 0)
        colour = parse_xml(f'<a:hslClr xmlns:a="{A}" hue="0" sat="{odd}" lum="{odd}"/>')
        (holder,) = ground._xPr.iter(f"{{{A}}}solidFill")
        holder[0] = colour

    huisstijl, _ = read(paint)
    section = huisstijl.first("sectie")
    assert colours_of(huisstijl, section, section.title) == ["lt1"]  # it is black


def test_a_small_title_is_not_blown_up():
    def small(deck):
        for layout in deck.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type in TITLES:
                    shape.text_frame.paragraphs[0].font.size = Pt(9)

    huisstijl, _ = read(small)
    assert huisstijl.layouts[1].title.text.size == 44  # an example's own size is no style


@pytest.mark.parametrize(
    ("face", "margin"), [("Verdana", 1.22), ("Segoe UI", 1.12), ("Arial", 1.01)]
)
def test_wide_faces_are_measured_with_a_wider_margin(face, margin):
    def set_in(deck):
        style = deck.slide_master._element.find(f".//{{{P}}}bodyStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
        style.find(f"{{{A}}}latin").set("typeface", face)

    huisstijl, _ = read(set_in)
    layout = huisstijl.layouts[huisstijl.purposes["inhoud"][0]]
    assert (layout.bodies[0].font.face, layout.bodies[0].font.margin) == (face, margin)


def test_footer_and_number_are_never_smaller_than_twelve_points():
    def tiny(deck):
        for shape in deck.slide_master.placeholders:
            if shape.placeholder_format.type in (13, 15):
                style = shape._element.find(f".//{{{A}}}lstStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
                style.set("sz", "700")
                shape.width, shape.height = Emu(120000), Emu(100000)

    huisstijl, _ = read(tiny)
    for layout in content_layouts(huisstijl):
        for area in (layout.footer, layout.number):
            assert area.text.size == 12
            assert area.box.height >= 12 * 1.2 * 12700
            assert area.moved
            assert 0 <= area.box.x <= area.box.right <= huisstijl.width
            assert 0 <= area.box.y <= area.box.bottom <= huisstijl.height


def test_a_section_keeps_room_for_its_sentence():
    def full(deck):
        only(deck, "Title Only")
        for shape in deck.slide_master.placeholders:
            if shape.placeholder_format.type in TITLES:
                shape.top, shape.height = Emu(0), deck.slide_height

    huisstijl, _ = read(full)
    section = huisstijl.layouts[huisstijl.purposes["sectie"][0]]
    assert section.title.box.bottom < huisstijl.height // 3


@pytest.mark.parametrize(("shade", "ink"), [((20, 10, 60), "lt1"), ((240, 235, 220), "dk1")])
def test_text_on_a_picture_is_light_where_the_picture_is_dark(shade, ink):
    from PIL import Image

    def pictured(deck):
        out = io.BytesIO()
        Image.new("RGB", (40, 30), shade).save(out, "PNG")
        out.seek(0)
        master = deck.slide_master
        _, rid = master.part.get_or_add_image_part(out)
        background = parse_xml(
            f'<p:bg xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:bgPr><a:blipFill><a:blip '
            f'r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/>'
            "</p:bgPr></p:bg>"
        )
        tree = master._element.find(f"{{{P}}}cSld")
        for old in tree.findall(f"{{{P}}}bg"):
            tree.remove(old)
        tree.insert(0, background)

    huisstijl, _ = read(pictured)
    for layout in content_layouts(huisstijl):
        assert painted(layout, layout.title) == ("".join(f"{part:02X}" for part in shade),)
        assert colours_of(huisstijl, layout, layout.bodies[0] if layout.bodies else None) in (
            [],
            [ink],
        )


def test_a_gradient_is_what_it_is_at_each_place():
    def graded(deck):
        fill = deck.slide_master.background.fill
        fill.gradient()
        for stop, colour in zip(fill.gradient_stops, ("000032", "F60063"), strict=True):
            stop.color.rgb = RGBColor.from_string(colour)

    huisstijl, _ = read(graded)
    left, right = Box(0, 3000000, 400000, 400000), Box(8700000, 3000000, 400000, 400000)
    for layout in content_layouts(huisstijl):
        assert {contrast("FFFFFF", ground) > 15 for ground in layout.painting.at(left)} == {True}
        assert {contrast("FFFFFF", ground) < 5 for ground in layout.painting.at(right)} == {True}
