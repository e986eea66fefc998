"""The one door for Office files of others: what passes is sound, what does not says why and how."""

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest

from voortgang.findings import Regel, Severity
from voortgang.office.package import (
    EXCEL,
    MOST_PARTS,
    POWERPOINT,
    WORD,
    OfficePackage,
    UnfitError,
)  # fmt: skip

TEMPLATES = Path(__file__).parents[2] / "templates"
TYPES, RELS = "[Content_Types].xml", "_rels/.rels"
STANDARD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OPEN = {EXCEL: openpyxl.load_workbook, POWERPOINT: pptx.Presentation, WORD: docx.Document}
MAIN = {EXCEL: "xl/workbook.xml", POWERPOINT: "ppt/presentation.xml", WORD: "word/document.xml"}
# Parts that nobody here reads: they are carried into a deck or document as they are.
CARRIED = {
    EXCEL: ("xl/theme/theme1.xml", "docProps/app.xml"),
    POWERPOINT: ("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml"),
    WORD: ("word/fontTable.xml", "word/theme.xml"),
}
MEBIBYTE = 2**20


def workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


SOUND = {
    EXCEL: workbook(),
    POWERPOINT: (TEMPLATES / "presentatie.pptx").read_bytes(),
    WORD: (TEMPLATES / "nota.docx").read_bytes(),
}
each_format = pytest.mark.parametrize("form", SOUND, ids=lambda form: form.program)
each_carried = pytest.mark.parametrize(
    ("form", "name"), [(form, name) for form, names in CARRIED.items() for name in names]
)


@cache
def _parts(form):
    with zipfile.ZipFile(io.BytesIO(SOUND[form])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parts(form):
    return dict(_parts(form))


def zipped(content, *more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in (*content.items(), *more):
            archive.writestr(name, part)
    return out.getvalue()


def swapped(form, old, new, within=""):
    content = parts(form)
    assert any(old.encode() in part for name, part in content.items() if within in name)
    return zipped({
        name: part.replace(old.encode(), new.encode()) if within in name else part
        for name, part in content.items()
    })  # fmt: skip


def added(form, name, part, kind="", rel=""):
    """Add a part, with its type and a relation of the document to it."""
    content = parts(form)
    if kind:
        entry = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        content[TYPES] = content[TYPES].replace(b"</Types>", entry.encode())
    folder, _, main = MAIN[form].rpartition("/")
    entry = f'<Relationship Id="x9" Type="{rel}" Target="/{name}"/></Relationships>'
    of_main = f"{folder}/_rels/{main}.rels"
    if rel:
        content[of_main] = content[of_main].replace(b"</Relationships>", entry.encode())
    return zipped(content | {name: part})


def refused(form, content):
    with pytest.raises(UnfitError) as stop:
        OfficePackage(content, form)
    assert stop.value.remedy
    return stop.value.reason


@each_format
def test_what_is_sound_passes_as_it_is(form):
    package = OfficePackage(SOUND[form], form)
    assert (package.content, package.main) == (SOUND[form], MAIN[form])
    assert OPEN[form](io.BytesIO(package.content))


def test_the_caller_says_whose_file_it_is():
    unfit = UnfitError("bevat macro's", "bewaar het zonder")
    assert unfit.obstacle("a.xlsx").message == "'a.xlsx' bevat macro's"
    regel = Regel("VG070", Severity.ERROR, "titel", "uitleg", "fout", "goed")
    (finding,) = unfit.found(regel, "templates/presentatie.pptx").findings
    assert finding.message == "dit sjabloon bevat macro's"
    assert (finding.file, finding.hint) == ("templates/presentatie.pptx", "bewaar het zonder")


def ole(*names):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(n.encode("utf-16-le") for n in names)


@each_format
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen {}-bestand, of het is beschadigd"),
        (b"{\\rtf1 een brief}", "geen {}-bestand, of het is beschadigd"),
        (b"PK\x03\x04 en verder niets", "geen {}-bestand, of het is beschadigd"),
        (zipped({"a.txt": b"a"}), "geen {}-bestand, of het is beschadigd"),
        (ole("EncryptedPackage"), "is met een wachtwoord beveiligd"),
        (ole("WordDocument"), "is in een oud formaat van Word (.doc)"),
        (ole("Workbook"), "is in een oud formaat van Excel (.xls)"),
        (ole("PowerPoint Document"), "is in een oud formaat van PowerPoint (.ppt)"),
        (ole(), "is met een wachtwoord beveiligd, of in een oud formaat van {}"),
    ],
)
def test_what_is_no_package_says_what_it_is(form, content, words):
    assert words.format(form.program) in refused(form, content)


@each_format
def test_one_program_is_told_from_another_by_what_is_inside(form):
    for other in SOUND.keys() - {form}:
        assert refused(form, SOUND[other]) == f"is geen {form.program}-bestand"


@pytest.mark.slow
def test_templates_and_shows_are_of_their_program_too():
    for form, main in ((WORD, "document"), (POWERPOINT, "presentation"), (EXCEL, "sheet")):
        for kind in form.mains:
            now = swapped(form, f"{main}.main+xml", f"{kind.split('.')[1]}.main+xml", TYPES)
            package = OfficePackage(now, form)
            assert package.main == MAIN[form]
            assert OPEN[form](io.BytesIO(package.content))  # as a document


MACROS = {
    "main": lambda form: swapped(form, "main+xml", "macroEnabled.main+xml", TYPES),
    "by name": lambda form: added(form, "iets/VbaProject.BIN", b"x"),
    "by type": lambda form: added(form, "iets/x.bin", b"x", "application/vnd.ms-office.vbaProject"),
    "of Excel 4": lambda form: added(
        form, "iets/blad.xml", b"<x/>", "application/vnd.ms-excel.macrosheet+xml"
    ),
}


@each_format
@pytest.mark.parametrize("way", MACROS)
def test_macros_are_refused_wherever_they_show(form, way):
    assert refused(form, MACROS[way](form)) == "bevat macro's, en die worden niet geopend"


@each_format
def test_a_package_without_its_document_is_damaged(form):
    without = {name: part for name, part in parts(form).items() if name != MAIN[form]}
    assert "beschadigd" in refused(form, zipped(without))
    for old, new in (("/officeDocument", "/iets"), (MAIN[form], "../../../etc/passwd")):
        assert "beschadigd" in refused(form, swapped(form, f'{old}"', f'{new}"', RELS))


@each_format
def test_strict_open_xml_gets_its_own_words_and_remedy(form):
    root = {
        EXCEL: "schemas.openxmlformats.org/spreadsheetml/2006",
        POWERPOINT: "schemas.openxmlformats.org/presentationml/2006",
        WORD: "schemas.openxmlformats.org/wordprocessingml/2006",
    }[form]
    strict = swapped(form, root, "purl.oclc.org/ooxml/" + root.split("/")[1])
    with pytest.raises(UnfitError, match="Strict Open XML") as stop:
        OfficePackage(strict, form)
    assert f"gewoon bestand ({form.suffix})" in stop.value.remedy


@each_carried
def test_a_part_that_is_only_carried_is_well_formed_too(form, name):
    now = parts(form) | {name: parts(form)[name] + b"<meer/>"}
    assert refused(form, zipped(now)) == f"is beschadigd: het onderdeel {name} klopt niet"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda part: part[:-9],
        lambda part: part.replace(b"<", b"<<", 3),
        lambda part: part.replace(b'="', b'=" & ', 2),
        lambda part: part.replace(b">", b">\x01", 3),
        lambda part: part.replace(b">", b">&onbekend;", 3),
        lambda part: b"<q:x>" + part.partition(b"?>")[2] + b"</q:x>",
        lambda part: b"\xff\xfe" + part,
        lambda _: b"",
        lambda _: b"geen xml",
    ],
)
def test_a_part_is_not_well_formed_in_many_ways(spoil):
    (name, *_) = CARRIED[WORD]
    now = parts(WORD) | {name: spoil(parts(WORD)[name])}
    assert refused(WORD, zipped(now)) == f"is beschadigd: het onderdeel {name} klopt niet"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
KINDS = {
    "by name": ("iets/x.XML", "", ""),
    "by type": ("iets/x.dat", "application/vnd.iets+xml", ""),
    "by relation": ("iets/y.dat", "application/octet-stream", STANDARD + "theme"),
    "by relation alone": ("iets/z", "", STANDARD + "slide"),
}


@each_format
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("code", "declared"),
    [
        ("utf-8", f"<!DOCTYPE x [{LAUGHS}]>"),
        ("utf-16", "<!DOCTYPE x>"),
        ("utf-16", '<!DOCTYPE x SYSTEM "../x">'),
    ],
)
def test_no_part_declares_a_type_whatever_it_is_called(form, kind, code, declared):
    name, *more = KINDS[kind]
    part = f'<?xml version="1.0" encoding="{code}"?>{declared}<x/>'.encode(code)
    assert "documenttype" in refused(form, added(form, name, part, *more))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_parts_are_bounded_by_what_they_hold_not_by_name(kind):
    form = POWERPOINT  # nothing of this depends on the program
    name, *more = KINDS[kind]
    for part in (b"<x>" + b"<a/>" * 700_000 + b"</x>", b"<x>" + b" " * 10 * MEBIBYTE + b"</x>"):
        assert "te groot" in refused(form, added(form, name, part, *more))


@each_format
def test_what_is_no_xml_is_not_read_as_such(form):
    for name, kind, rel in (
        ("iets/x.svg", "image/svg+xml", STANDARD + "image"),
        ("iets/x.htm", "text/html", STANDARD + "aFChunk"),
        ("iets/x.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing", ""),
        ("iets/x.bin", "", "http://schemas.microsoft.com/iets/eigens"),
    ):
        assert OfficePackage(added(form, name, b"<!DOCTYPE x><br>", kind, rel), form)


@pytest.mark.slow
def test_a_flood_is_refused_while_it_is_counted():
    form = POWERPOINT  # nothing of this depends on the program
    flood = {f"iets/{n}.bin": bytes(16 * MEBIBYTE) for n in range(3)}
    assert "te groot" in refused(form, zipped(parts(form) | flood))
    many = {f"iets/{n}.bin": b"" for n in range(MOST_PARTS)}
    assert "te groot" in refused(form, zipped(parts(form) | many))


@pytest.mark.slow
def test_what_is_large_in_the_file_may_be_large():
    out = io.BytesIO(SOUND[POWERPOINT])
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("iets/x.bin", bytes(40 * MEBIBYTE), zipfile.ZIP_STORED)
    assert OfficePackage(out.getvalue(), POWERPOINT)


@each_format
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [str, str.upper])
def test_two_parts_of_one_name_are_refused(form, twin):
    content = zipped(parts(form), (twin(MAIN[form]), b"<x/>"))
    assert refused(form, content) == "is beschadigd: twee onderdelen hebben dezelfde naam"


@each_format
def test_a_part_behind_a_password_is_said(form):
    content = bytearray(SOUND[form])
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "wachtwoord" in refused(form, bytes(content))


@each_format
def test_a_part_that_does_not_unpack_is_damaged(form):
    content = bytearray(SOUND[form])
    at = content.index(MAIN[form].encode()) + len(MAIN[form]) + 20
    content[at : at + 8] = bytes(8)
    assert "beschadigd" in refused(form, bytes(content))


@each_format
def test_a_lacking_type_for_relations_is_mended(form):
    """LibreOffice 3 to 6 give each part of relations its own type, and no default."""
    content = parts(form)
    default, own = b'<Default Extension="rels"', b'<Override PartName="/_rels/.rels"'
    assert default in content[TYPES]
    lacking = zipped(content | {TYPES: content[TYPES].replace(default, own)})
    package = OfficePackage(lacking, form)
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        assert default in archive.read(TYPES)
    assert OPEN[form](io.BytesIO(package.content))
    assert OfficePackage(package.content, form).content == package.content
