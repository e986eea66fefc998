"""Anyone's Word template: small ones with the oddities of real ones, made here by hand."""

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips
from voorbeeld import EIGENSCHAPPEN, item, kop
from word import (
    STANDARD,
    audit,
    changed,
    edited,
    element,
    make,
    opened,
    paragraphs,
    png,
    remove_style,
    swapped,
    texts,
    usual,
    value,
)  # fmt: skip

from voortgang.content.blocks import BulletList, OrderedList
from voortgang.findings import FindingsError

HEADINGS = (("Heading1", "Kop1"), ("Heading2", "Kop2"), ("Heading3", "Kop3"),
            ("ListBullet", "Lijstopsomteken"), ("Title", "Titel"))  # fmt: skip


def style(made, name):
    return opened(made).styles[name]


def first_section(made):
    return opened(made).sections[0]


def codes(made):
    return [found.code for found in made.findings]


def ids_in_dutch():
    return swapped(*((f'"{english}"', f'"{dutch}"') for english, dutch in HEADINGS))


def names_in_dutch():
    """Some converters translate the names too, which Word itself never does."""
    return swapped(('"heading 1"', '"Kop 1"'), ('"Title"', '"Titel"'), of="styles")


@pytest.mark.parametrize("template", [ids_in_dutch(), names_in_dutch()])
def test_dutch_ids_and_names_are_the_same_styles(template):
    assert make(content=template).findings == ()


@pytest.mark.slow
def test_the_template_of_python_docx_works_and_is_told_what_it_lacks(tmp_path):
    out = io.BytesIO()
    Document().save(out)
    made = make(content=out.getvalue())
    assert codes(made) == ["VG074", "VG074", "VG077"]
    assert "'Kop 2' (4F81BD) steekt met 4,0 op 1" in made.findings[0].message
    assert audit(tmp_path, made) == []


def test_a_heading_that_is_hard_to_read_is_a_warning():
    def edit(document):
        document.styles["Heading 1"].font.color.rgb = RGBColor.from_string("F29100")

    (found,) = make(content=edited(edit)).findings
    assert (found.code, found.severity.value) == ("VG074", "warning")
    assert "'Kop 1' (F29100)" in found.message


def test_plan_b_wears_the_colours_of_the_theme_and_of_the_headings():
    own = swapped(
        ('name w:val="Nota Realisaties"', 'name w:val="weg 1"'),
        ('name w:val="Nota Tabelkop"', 'name w:val="weg 2"'),
        ('w:val="0E3A47"', 'w:val="5B0F4C"'),
        ('srgbClr val="0B6375"', 'srgbClr val="7A0012"'),
    )
    made = make(content=own)
    assert str(style(made, "Nota Realisaties").font.color.rgb) == "7A0012"
    assert str(style(made, "Nota Tabelkop").font.color.rgb) == "5B0F4C"


def test_plan_b_never_takes_a_colour_that_is_too_pale_to_read():
    pale = swapped(('name w:val="Nota Realisaties"', 'name w:val="weg"'),
                   ('srgbClr val="0B6375"', 'srgbClr val="FFD300"'))  # fmt: skip
    assert str(style(make(content=pale), "Nota Realisaties").font.color.rgb) == "0E3A47"


def test_plan_b_has_letters_in_proportion_to_the_texts_of_the_house():
    def edit(document):
        document.styles["Normal"].font.size = Pt(9)
        remove_style(document, "Nota Tabeltekst")

    assert style(make(content=edited(edit)), "Nota Tabeltekst").font.size == Pt(8)


def test_letters_of_no_size_are_a_slip_and_not_the_end():
    def edit(document):
        for name in ("Normal", "List Bullet"):
            document.styles[name].font.size = Pt(0)

    assert texts(make(content=edited(edit)))


def with_numbering(name, *lacking):
    """Let a style of the template bring its own bullet, of the list with the number 9."""

    def edit(document):
        indent = '<w:pPr><w:ind w:left="500" w:hanging="250"/></w:pPr>'
        level = f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>{indent}'
        kind = (
            f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        )
        lists = document.part.numbering_part.element
        lists.append(element(kind))
        lists.append(element('<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'))
        for one in lacking:
            remove_style(document, one)
        number = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_numId().val = 9

    return edited(edit)


@pytest.mark.slow
def test_a_list_style_with_its_own_bullet_keeps_it_and_roles_keep_their_sign(tmp_path):
    plain = make((kop(1, "T"), BulletList((item("Actie"),))), with_numbering("List Bullet"))
    [entry] = [q for q in paragraphs(plain) if q.text == "Actie"]
    assert value(entry.paragraph_format.element, "w:numId") is None  # it comes with the style
    made = make(content=with_numbering("List Bullet"))
    numbers = {n.get(qn("w:val")) for n in opened(made).element.iter(qn("w:numId"))}
    assert "9" not in numbers  # what stands in the text are our signs
    assert audit(tmp_path, made) == []


def test_a_numbered_list_looks_as_the_house_has_it_and_counts_from_where_the_text_says():
    lists = (OrderedList((item("een"),), 3), OrderedList((item("een"),), 1))
    made = make((kop(1, "T"), *lists), with_numbering("List Number"))
    used = {value(q.paragraph_format.element, "w:numId") for q in paragraphs(made)[1:]}
    instances = opened(made).part.numbering_part.element.findall(qn("w:num"))
    mine = [one for one in instances if one.get(qn("w:numId")) in used]
    assert [value(one, "w:abstractNumId") for one in mine] == ["7", "7"]
    assert [value(one, "w:startOverride") for one in mine] == ["3", "1"]


@pytest.mark.slow
def test_role_headings_take_no_number_from_the_heading_that_they_build_on(tmp_path):
    made = make(content=with_numbering("heading 3", "Nota Realisaties"))
    assert value(style(made, "Nota Realisaties").element, "w:numId") == "0"
    assert audit(tmp_path, made) == []


@pytest.mark.slow
def test_a_number_that_a_heading_brings_does_not_stand_beside_a_typed_one(tmp_path):
    made = make(content=with_numbering("heading 2"))
    [heading] = [q for q in paragraphs(made) if q.text == "1. Organisatiecultuur"]
    number = value(heading.paragraph_format.element, "w:numId")
    lists = opened(made).part.numbering_part.element
    (used,) = [n for n in lists.findall(qn("w:num")) if n.get(qn("w:numId")) == number]
    kinds = {k.get(qn("w:abstractNumId")): k for k in lists.findall(qn("w:abstractNum"))}
    assert value(kinds[value(used, "w:abstractNumId")], "w:numFmt") == "none"
    assert audit(tmp_path, made) == []


DRAWING = "<w:r><w:drawing/></w:r>"


def with_text(content):
    """Put runs in the one paragraph of the page of the template."""

    def edit(document):
        holder = document.paragraphs[0].paragraph_format.element
        holder.extend(list(element(f"<w:p>{content}</w:p>")))

    return edited(edit)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("<w:r><w:t>Aan de </w:t></w:r><w:r><w:t>gemeenteraad</w:t></w:r>",
         "tekst ('Aan de gemeenteraad')"),
        (f"{DRAWING}<w:r><w:t>{'adres ' * 20}</w:t></w:r>",
         "tekst ('adres adres adres adres adres adres adr…')"),
        (DRAWING, "een beeld"),
    ],
)  # fmt: skip
def test_what_stands_in_the_page_of_a_template_is_a_warning_for_it_stays_out(content, named):
    made = make(content=with_text(content))
    (found,) = made.findings
    assert (found.code, found.severity.value) == ("VG069", "warning")
    assert (found.file, found.line, found.column) == ("templates/nota.docx", 1, 1)
    assert f"het sjabloon bevat {named} in de pagina zelf" in found.message
    assert "kop- of voettekst" in found.hint
    assert "Aan de gemeenteraad" not in texts(made)


@pytest.mark.parametrize("content", ["", "<w:r><w:t> </w:t></w:r>", "<w:r><w:br/></w:r>"])
def test_an_empty_page_of_a_template_is_no_warning(content):
    assert make(content=with_text(content)).findings == ()


def test_a_cover_before_the_text_is_not_the_page_that_the_nota_takes():
    def edit(document):
        document.add_section(WD_SECTION.NEW_PAGE)
        document.sections[0].top_margin = Twips(8000)

    assert first_section(make(content=edited(edit))).top_margin == Twips(1361)


def test_a_lying_annex_at_the_end_is_not_the_page_that_the_nota_takes():
    def edit(document):
        annex = document.add_section(WD_SECTION.NEW_PAGE)
        annex.orientation = WD_ORIENT.LANDSCAPE
        annex.page_width, annex.page_height = annex.page_height, annex.page_width

    found = first_section(make(content=edited(edit)))
    assert found.page_width == Twips(11906)
    assert not found.header.is_linked_to_previous


def test_a_template_that_lies_as_a_whole_gives_wide_tables():
    def edit(document):
        page = document.sections[0]
        page.page_width, page.page_height = page.page_height, page.page_width

    [table, *_] = opened(make(content=edited(edit))).tables
    assert sum(column.width for column in table.columns) == Twips(16838 - 2 * 1417)


def test_a_page_without_a_size_is_an_a4():
    def edit(document):
        for name in ("w:pgSz", "w:pgMar"):
            found = document.element.find(f".//{qn(name)}")
            found.getparent().remove(found)

    found = first_section(make(content=edited(edit)))
    assert (found.page_width, found.left_margin) == (Twips(11906), Twips(1417))


LOGO = png(32, 32)


def test_header_and_footer_with_their_picture_stay():
    def edit(document):
        header = document.sections[0].first_page_header
        header.part.get_or_add_image(io.BytesIO(LOGO))

    header = first_section(make(content=edited(edit))).first_page_header
    [image] = [rel for rel in header.part.rels.values() if rel.reltype == RT.IMAGE]
    assert image.target_part.blob == LOGO


def test_what_a_template_would_fetch_from_elsewhere_stays_there():
    def edit(document):
        header = document.sections[0].header
        far = header.part.relate_to("https://elders.example/logo.png", RT.IMAGE, is_external=True)
        near = header.part.relate_to("https://gemeente.example", RT.HYPERLINK, is_external=True)
        run = header.paragraphs[0].add_run()
        run.element.append(element(f'<w:drawing><a:blip r:link="{far}"/></w:drawing>'))
        header.part.element.append(element(f'<w:p><w:hyperlink r:id="{near}"/></w:p>'))
        settings = document.part.part_related_by(RT.SETTINGS)
        kind = RT.SETTINGS.replace("settings", "attachedTemplate")
        own_id = settings.relate_to("file:///s:/huis.dotx", kind, is_external=True)
        settings.element.append(element(f'<w:attachedTemplate r:id="{own_id}"/>'))
        addressees = Part(PackURI("/word/geadresseerden.xml"), "application/xml", b"<x/>")
        settings.relate_to(addressees, RT.SETTINGS.replace("settings", "recipientData"))

    made = make(content=edited(edit))
    assert not [one for one in opened(made).part.package.iter_parts() if "geadr" in one.partname]
    everywhere = [opened(made).part, *opened(made).part.package.iter_parts()]
    asked = {rel.target_ref for one in everywhere for rel in one.rels.values() if rel.is_external}
    assert asked == {"https://gemeente.example", "https://codex.vlaanderen.be/"}
    header = first_section(made).header.part
    named = {
        v for e in header.element.iter() for k, v in e.items() if k.startswith(qn("r:id")[:-2])
    }
    assert named <= set(header.rels)


def test_what_only_the_example_text_of_a_template_refers_to_stays_out():
    def edit(document):
        document.part.get_or_add_image(io.BytesIO(LOGO))
        document.part.relate_to("https://elders.example", RT.HYPERLINK, is_external=True)

    document = opened(make(content=edited(edit)))
    assert not [one for one in document.part.package.iter_parts() if "media" in one.partname]
    assert "elders" not in document.part.rels.xml.decode()


def test_what_a_template_refers_to_and_lacks_is_no_hindrance():
    def change(name, content):
        missing = (
            b'<Relationship Id="rIdWeg" Type="http://schemas.openxmlformats.org/officeDocument/'
            b'2006/relationships/image" Target="NULL"/></Relationships>'
        )
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", missing)
        return content

    assert make(content=changed(change)).findings == ()


def test_a_header_that_the_template_does_not_hold_is_not_asked_for():
    def edit(document):
        reference = next(document.element.iter(qn("w:headerReference")))
        reference.set(qn("r:id"), "rIdWeg")

    document = opened(make(content=edited(edit)))
    asked = [each.get(qn("r:id")) for each in document.element.iter(qn("w:headerReference"))]
    assert set(asked) <= set(document.part.rels)


@pytest.mark.slow
@pytest.mark.parametrize("lacking", [("numbering", "settings"), ("styles", "fontTable")])
def test_a_template_may_lack_almost_any_part(tmp_path, lacking):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            if name not in {f"word/{kind}.xml" for kind in lacking}:
                new.writestr(name, archive.read(name))
    made = make(content=out.getvalue())
    assert texts(made)[-1]
    assert audit(tmp_path, made) == []


def test_a_control_without_a_value_leaves_no_line_and_its_rule_moves_up():
    [line] = first_section(usual()).first_page_header.paragraphs
    assert line.paragraph_format.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None


def test_controls_that_word_binds_to_the_title_are_filled_too():
    bound = swapped(
        ('<w:tag w:val="titel"/>',
         '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{0}"/>'),
        of="header1",
    )  # fmt: skip
    header = first_section(make(content=bound)).header.part.element
    assert EIGENSCHAPPEN.title in [words.text for words in header.iter(qn("w:t"))]


@pytest.mark.slow
def test_last_years_nota_is_a_template_too(tmp_path):
    made = make(content=make().content)
    assert made.findings == ()
    assert texts(made) == texts(usual())
    assert audit(tmp_path, made) == []


def test_the_pictures_and_charts_of_last_years_nota_stay_in_it():
    names = [one.partname for one in opened(make(content=make().content)).part.package.iter_parts()]
    assert sorted(name for name in names if "chart" in name or "cijfers" in name) == [
        "/word/charts/chart1.xml",
        "/word/charts/chart2.xml",
        "/word/embeddings/cijfers1.xlsx",
        "/word/embeddings/cijfers2.xlsx",
    ]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/document.xml", bytes(80 * 2**20))
    return out.getvalue()


def with_macros():
    out = io.BytesIO(STANDARD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bomb(), "te groot"),
        (b"{\\rtf1 een brief}", "geen Word-bestand"),
        (swapped(("schemas.openxmlformats.org/wordprocessingml/2006/main",
                  "purl.oclc.org/ooxml/wordprocessingml/main")), "Strict"),
        (swapped(("wordprocessingml.document.main", "presentationml.presentation.main")),
         "geen Word-bestand"),
        (with_macros(), "macro"),
        (swapped(("officeDocument", "iets"), of="_rels/.rels"), "beschadigd"),
        (swapped(("<w:body>", "<w:lijf>"), of="document"), "beschadigd"),
        (swapped(("w:body", "w:lijf"), of="document"), "beschadigd"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_in_plain_words(content, words):
    with pytest.raises(FindingsError) as stop:
        make(content=content)
    (found,) = stop.value.findings
    assert found.code == "VG075"
    assert words in found.message
