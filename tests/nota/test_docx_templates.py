"""Anyone's Word template: small ones with the oddities of real ones, made here by hand."""

import io
import zipfile
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA

from voortgang.findings import FindingsError
from voortgang.nota.docx.write import make_docx
from voortgang.nota.docx.xml import NAMESPACES, w
from voortgang.source.templates import Template

STANDARD = (Path(__file__).parents[2] / "templates" / "nota.docx").read_bytes()
HEADINGS = (("Heading1", "Kop1"), ("Heading2", "Kop2"), ("Heading3", "Kop3"),
            ("ListBullet", "Lijstopsomteken"), ("Title", "Titel"))  # fmt: skip


def make(content, blocks=NOTA):
    template = Template("nota.docx", "templates/nota.docx", True, partial(bytes, content))  # noqa: FBT003 -- the workspace's own
    return make_docx(blocks, CIJFERS, template, EIGENSCHAPPEN)


def changed(*swaps, part="", extra=()):
    """Give the default template with some bytes of its parts swapped, and some parts more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            content = archive.read(name)
            for old, now in swaps if part in name else ():
                content = content.replace(old.encode(), now.encode())
            new.writestr(name, content)
        for name, content in extra:
            new.writestr(name, content)
    return out.getvalue()


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def styles_used(content):
    body = part(content, "word/document.xml")
    return {style.get(w("val")) for style in body.iter(w("pStyle"))}


def style(content, name):
    found = part(content, "word/styles.xml").iter(w("style"))
    return next(s for s in found if s.find(w("name")).get(w("val")) == name)


def page(content):
    return part(content, "word/document.xml").findall(f".//{w('sectPr')}")[0]


def audit(tmp_path, content):
    path = tmp_path / "nota.docx"
    path.write_bytes(content)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def ids_in_dutch():
    swaps = [(f'"{english}"', f'"{dutch}"') for english, dutch in HEADINGS]
    return changed(*swaps)


def names_in_dutch():
    """Some converters translate the names too, which Word itself never does."""
    return changed(('"heading 1"', '"Kop 1"'), ('"Title"', '"Titel"'), part="styles")


@pytest.mark.parametrize("template", [ids_in_dutch(), names_in_dutch()])
def test_dutch_ids_and_names_are_the_same_styles(template):
    assert make(template).findings == ()


def test_the_template_of_python_docx_works_and_is_told_what_it_lacks(tmp_path):
    out = io.BytesIO()
    Document().save(out)
    made = make(out.getvalue())
    assert [found.code for found in made.findings] == ["VG074", "VG074", "VG077"]
    assert "'Kop 2' (4F81BD) steekt met 4,0 op 1" in made.findings[0].message
    assert audit(tmp_path, made.content) == []


def test_a_heading_that_is_hard_to_read_is_a_warning():
    pale = changed(('<w:color w:val="0E3A47"/><w:sz w:val="30"/>',
                    '<w:color w:val="F29100"/><w:sz w:val="30"/>'), part="styles")  # fmt: skip
    (found,) = make(pale).findings
    assert (found.code, found.severity.value) == ("VG074", "warning")
    assert "'Kop 1' (F29100)" in found.message


def test_plan_b_wears_the_colours_of_the_theme_and_of_the_headings():
    own = changed(
        ('name w:val="Nota Realisaties"', 'name w:val="weg 1"'),
        ('name w:val="Nota Tabelkop"', 'name w:val="weg 2"'),
        ('w:val="0E3A47"', 'w:val="5B0F4C"'),
        ('srgbClr val="0B6375"', 'srgbClr val="7A0012"'),
    )
    made = make(own).content
    role, head = style(made, "Nota Realisaties"), style(made, "Nota Tabelkop")
    assert role.find(f"{w('rPr')}/{w('color')}").get(w("val")) == "7A0012"
    assert head.find(f"{w('rPr')}/{w('color')}").get(w("val")) == "5B0F4C"


def test_plan_b_never_takes_a_colour_that_is_too_pale_to_read():
    pale = changed(('name w:val="Nota Realisaties"', 'name w:val="weg"'),
                   ('srgbClr val="0B6375"', 'srgbClr val="FFD300"'))  # fmt: skip
    role = style(make(pale).content, "Nota Realisaties")
    assert role.find(f"{w('rPr')}/{w('color')}").get(w("val")) == "0E3A47"


def test_plan_b_has_letters_in_proportion_to_the_texts_of_the_house():
    small = changed(
        ('name w:val="Nota Tabeltekst"', 'name w:val="weg"'), ('w:val="22"', 'w:val="18"'),
        part="styles",
    )  # fmt: skip
    size = style(make(small).content, "Nota Tabeltekst").find(f"{w('rPr')}/{w('sz')}")
    assert size.get(w("val")) == str(round(20 * 9 / 11))


NUMBERED = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:pPr><w:ind w:left="500" w:hanging="250"/>'
    '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
)


def with_numbering(name, *lacking):
    """Let a style of the template bring its own numbering."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as archive, zipfile.ZipFile(out, "w") as new:
        for entry in archive.namelist():
            content = archive.read(entry)
            if entry.endswith("numbering.xml"):
                root = etree.fromstring(content)
                root.extend(etree.fromstring(f"<x {NAMESPACES}>{NUMBERED}</x>"))
                content = etree.tostring(root)
            if entry.endswith("styles.xml"):
                root = etree.fromstring(content)
                for found in [e for e in root if e.find(w("name")) is not None]:
                    if found.find(w("name")).get(w("val")) in lacking:
                        root.remove(found)
                    if found.find(w("name")).get(w("val")) == name:
                        shape = found.find(w("pPr"))
                        at = sum(1 for e in shape if e.tag in {w("keepNext"), w("keepLines")})
                        number = etree.Element(w("numPr"))
                        etree.SubElement(number, w("numId")).set(w("val"), "9")
                        shape.insert(at, number)
                content = etree.tostring(root)
            new.writestr(entry, content)
    return out.getvalue()


def test_a_list_style_with_its_own_bullet_keeps_it_and_roles_keep_their_sign(tmp_path):
    made = make(with_numbering("List Bullet")).content
    assert audit(tmp_path, made) == []
    numbers = {n.get(w("val")) for n in part(made, "word/document.xml").iter(w("numId"))}
    assert "9" not in numbers  # it comes with the style; what stands in the text are our signs


def test_role_headings_take_no_number_from_the_heading_that_they_build_on(tmp_path):
    made = make(with_numbering("heading 3", "Nota Realisaties")).content
    role = style(made, "Nota Realisaties")
    assert role.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").get(w("val")) == "0"
    assert audit(tmp_path, made) == []


def test_a_number_that_a_heading_brings_does_not_stand_beside_a_typed_one(tmp_path):
    made = make(with_numbering("heading 2")).content
    body = part(made, "word/document.xml")
    (heading,) = [p for p in body.iter(w("p"))
                  if "".join(t.text for t in p.iter(w("t"))) == "1. Organisatiecultuur"
                  and p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == "Heading2"]  # fmt: skip
    number = heading.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").get(w("val"))
    lists = part(made, "word/numbering.xml")
    (used,) = [n for n in lists.findall(w("num")) if n.get(w("numId")) == number]
    wanted = used.find(w("abstractNumId")).get(w("val"))
    kinds = {kind.get(w("abstractNumId")): kind for kind in lists.findall(w("abstractNum"))}
    kind = kinds[wanted]
    assert kind.find(f"{w('lvl')}/{w('numFmt')}").get(w("val")) == "none"
    assert audit(tmp_path, made) == []


BODY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
DRAWING = "<w:r><w:drawing/></w:r>"


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
    made = make(changed((BODY, BODY + content), part="document"))
    (found,) = made.findings
    assert (found.code, found.severity.value) == ("VG069", "warning")
    assert (found.file, found.line, found.column) == ("templates/nota.docx", 1, 1)
    assert f"het sjabloon bevat {named} in de pagina zelf" in found.message
    assert "kop- of voettekst" in found.hint
    assert "Aan de gemeenteraad" not in "".join(part(made.content, "word/document.xml").itertext())


@pytest.mark.parametrize("content", ["", "<w:r><w:t> </w:t></w:r>", "<w:r><w:br/></w:r>"])
def test_an_empty_page_of_a_template_is_no_warning(content):
    assert make(changed((BODY, BODY + content), part="document")).findings == ()


SECTION = (
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="{0}" w:h="{1}"/><w:pgMar w:top="{2}" w:right="900" '
    'w:bottom="900" w:left="900" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:pPr>'
    "</w:p>"
)


def test_a_cover_before_the_text_is_not_the_page_that_the_nota_takes():
    cover = changed(("<w:body>", "<w:body>" + SECTION.format(11906, 16838, 8000)), part="document")
    assert page(make(cover).content).find(w("pgMar")).get(w("top")) == "1361"


def test_a_lying_annex_at_the_end_is_not_the_page_that_the_nota_takes():
    upright = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="headerdefault"/>'
    lying = changed(
        ("<w:body>", "<w:body>" + upright + SECTION.format(11906, 16838, 1500)[22:]),
        ('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361"',
         '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1361"'),
        part="document",
    )  # fmt: skip
    found = page(make(lying).content)
    assert found.find(w("pgSz")).get(w("w")) == "11906"
    assert found.find(w("headerReference")) is not None


def test_a_template_that_lies_as_a_whole_gives_wide_tables():
    lying = changed(('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'), part="document")
    table = part(make(lying).content, "word/document.xml").find(f".//{w('tbl')}")
    assert table.find(f"{w('tblPr')}/{w('tblW')}").get(w("w")) == str(16838 - 2 * 1417)


def test_header_and_footer_with_their_picture_stay():
    logo = b"\x89PNG\r\n\x1a\n" + bytes(32)
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="media/logo.png"/></Relationships>'
    )
    extra = [("word/media/logo.png", logo), ("word/_rels/header2.xml.rels", rels)]
    made = make(changed(extra=extra)).content
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("word/media/logo.png") == logo
        assert "word/header2.xml" in archive.namelist()


def test_a_control_without_a_value_leaves_no_line_and_its_rule_moves_up():
    header = part(make(STANDARD).content, "word/header2.xml")
    (line,) = header.findall(w("p"))
    assert line.find(f"{w('pPr')}/{w('pBdr')}") is not None


def test_controls_that_word_binds_to_the_title_are_filled_too():
    bound = changed(
        ('<w:tag w:val="titel"/>',
         '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{0}"/>'),
        part="header1",
    )  # fmt: skip
    words = [t.text for t in part(make(bound).content, "word/header1.xml").iter(w("t"))]
    assert EIGENSCHAPPEN.title in words


def test_last_years_nota_is_a_template_too(tmp_path):
    once = make(STANDARD).content
    made = make(once)
    assert made.findings == ()
    assert audit(tmp_path, made.content) == []


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(80 * 2**20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bomb(), "te groot"),
        (b"{\\rtf1 een brief}", "geen Word-bestand"),
        (changed(("schemas.openxmlformats.org/wordprocessingml/2006/main",
                  "purl.oclc.org/ooxml/wordprocessingml/main")), "Strict"),
        (changed(("wordprocessingml.document.main", "presentationml.presentation.main")),
         "geen Word-bestand"),
        (changed(extra=[("word/vbaProject.bin", b"x")]), "macro"),
        (changed(("officeDocument", "iets"), part="_rels/.rels"), "beschadigd"),
        (changed(("<w:body>", "<w:lijf>"), part="document"), "beschadigd"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_in_plain_words(content, words):
    with pytest.raises(FindingsError) as stop:
        make(content)
    (found,) = stop.value.findings
    assert found.code == "VG075"
    assert words in found.message
