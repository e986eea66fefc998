"""Small files that would become large, or reach out: zips, entities, pictures."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pytest
from attack import Answer, run
from spoil import KINDS

ZIPS = [kind for kind in KINDS if KINDS[kind].suffix in {".pptx", ".docx", ".xlsx"}]
PARTS = ("ppt/presentation.xml", "word/document.xml", "xl/workbook.xml")
MEBIBYTE = 2**20
TOO_MUCH = 96 * MEBIBYTE  # more than any way in unpacks of a file of its size
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def zipped(parts: dict[str, bytes], beside: bytes = b"") -> bytes:
    """Zip parts, beside those of another zip."""
    out = io.BytesIO(beside)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A zip of next to nothing that unpacks to a flood."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("customXml/item9.xml", "w") as stream,
    ):
        for _ in range(TOO_MUCH // MEBIBYTE):
            stream.write(b" " * MEBIBYTE)
    return out.getvalue()


def parts_of(kind: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(KINDS[kind].sound())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def given(tmp_path) -> Callable[[str, bytes], Answer]:
    """Give a file to the program in the place of a sound one; hold its answer."""

    def give(kind: str, content: bytes) -> Answer:
        answer = run(*KINDS[kind].ask, cwd=KINDS[kind].laid_out(tmp_path / "werk", content))
        assert answer.status in {1, 2}, answer
        assert answer.reached == ()
        assert not (tmp_path / "werk/uitvoer").exists()
        return answer

    return give


@pytest.mark.parametrize("kind", ZIPS)
def test_a_zip_that_unpacks_to_a_flood_is_refused_for_its_size(given, bomb, kind):
    answer = given(kind, zipped(parts_of(kind), beside=bomb))
    assert "te groot" in answer.out + answer.err


@pytest.mark.parametrize("kind", ZIPS)
def test_a_zip_that_lies_about_the_size_of_a_part_is_damaged(given, kind):
    name = next(part for part in parts_of(kind) if part in PARTS)
    content = bytearray(zipped(parts_of(kind)))
    at = content.rindex(name.encode()) - 46  # its entry in the list at the end
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    answer = given(kind, bytes(content))
    assert re.search(r"beschadigd|geen PowerPoint", answer.out + answer.err)


OUTSIDE = '<!ENTITY x SYSTEM "../iemand.geheim">'
WITHIN = f'<!ENTITY l0 "lachen">{LAUGHS}<!ENTITY x "&l9;">'


@pytest.mark.parametrize(
    ("kind", "entities"),
    [*((kind, OUTSIDE) for kind in ZIPS), ("pptx-sjabloon", WITHIN), ("docx-sjabloon", WITHIN),
     ("werkboek", WITHIN)],
    ids=lambda value: value if value in KINDS else ["outside", "laughs"][value == WITHIN],
)  # fmt: skip
def test_entities_are_never_filled_in(given, tmp_path, kind, entities):
    (tmp_path / "iemand.geheim").write_text("Geheim", encoding="utf-8")
    parts = parts_of(kind)
    name = next(part for part in parts if part in PARTS)
    root = re.search(rb"<([a-z][\w:]*)[^>]*>", parts[name])
    assert root
    before, inside = parts[name][: root.start()], parts[name][root.end() :]
    declared = b"<!DOCTYPE " + root[1] + b" [" + entities.encode() + b"]>"
    parts[name] = before + declared + root[0] + b"&x;" + inside
    answer = given(kind, zipped(parts))
    assert "Geheim" not in answer.out + answer.err
    assert re.search(r"documenttype|beschadigd", answer.out + answer.err)


def test_a_page_of_html_fills_in_no_entity_either(tmp_path):
    (tmp_path / "iemand.geheim").write_text("Geheim", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "../iemand.geheim">{LAUGHS}]><p>&x;&l9;</p>'
    kind = KINDS["tekst-html"]
    answer = run(*kind.ask, cwd=kind.laid_out(tmp_path / "werk", page.encode()))
    assert (answer.status, answer.reached) == (0, ())
    assert "Geheim" not in answer.out
    assert len(answer.out) < 1000


def picture(width: int, height: int, rows: int) -> bytes:
    """Write a picture of grey bits; with fewer than it says, where it lies."""

    def chunks() -> Iterator[bytes]:
        head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
        row = bytes(min(1 + (width + 7) // 8, MEBIBYTE))
        packer = zlib.compressobj(9)
        body = b"".join(packer.compress(row) for _ in range(rows)) + packer.flush()
        for name, data in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b"")):
            yield struct.pack(">I", len(data)) + name + data
            yield struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks())


@pytest.mark.parametrize(
    ("width", "height", "rows"),
    [
        (20_000, 20_000, 20_000),
        (2**31 - 1, 2**31 - 1, 1),
        (60_000, 1, 1),
        (1, 60_000, 60_000),
    ],
    ids=["flood", "lie", "wide", "tall"],
)
def test_a_picture_that_unpacks_to_a_flood_is_carried_or_refused(tmp_path, width, height, rows):
    content = picture(width, height, rows)
    assert len(content) < MEBIBYTE
    work = KINDS["beeld-png"].laid_out(tmp_path / "werk", content)
    answer = run("build", cwd=work)
    assert answer.status in {0, 1}
    assert answer.reached == ()
    assert (work / "uitvoer").exists() == (answer.status == 0)
