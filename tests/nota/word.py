"""Making Word documents and reading them back with python-docx, and templates with oddities."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from libreoffice import printed_lines
from lxml import etree
from voorbeeld import CIJFERS, EIGENSCHAPPEN, NOTA

from voortgang.nota.docx.write import make_docx
from voortgang.source.templates import Template

STANDARD = (Path(__file__).parents[2] / "templates" / "nota.docx").read_bytes()


def make(blocks=NOTA, content=STANDARD, figures=CIJFERS, **properties):
    """Make a nota in a template, the default one unless another is given."""
    template = Template("nota.docx", "templates/nota.docx", True, partial(bytes, content))  # noqa: FBT003 -- the workspace's own
    return make_docx(blocks, figures, template, replace(EIGENSCHAPPEN, **properties))


@cache
def usual():
    """Give the nota of the example in the default template, made once for all who look at it."""
    return make()


def opened(made):
    return Document(io.BytesIO(made.content))


def paragraphs(made):
    """Give the paragraphs outside tables, without the table of contents and empty lines."""
    found = [p for p in opened(made).paragraphs if not p.style.name.lower().startswith("toc ")]
    return [p for p in found if p.text]


def texts(made):
    return [p.text for p in paragraphs(made)]


def begin_pages(made):
    """Give the paragraphs that a page begins with by force."""
    return [p.text for p in paragraphs(made) if p.paragraph_format.page_break_before]


def kept(made):
    """Tell of each paragraph whether no page ends below it."""
    return {p.text: bool(p.paragraph_format.keep_with_next) for p in paragraphs(made)}


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def chart(made, number=1):
    return part(made.content, f"word/charts/chart{number}.xml")


def audit(tmp_path, made):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "nota.docx"
    path.write_bytes(made.content)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def changed(change):
    """Give the default template with some of its parts changed, as bytes by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(STANDARD)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            new.writestr(name, change(name, archive.read(name)))
    return out.getvalue()


def swapped(*swaps, of=""):
    """Give the default template with some bytes of some of its parts swapped."""

    def change(name, content):
        for old, now in swaps if of in name else ():
            content = content.replace(old.encode(), now.encode())
        return content

    return changed(change)


def edited(edit):
    """Give the default template as somebody left it who edited it: `edit` gets the document."""
    document = Document(io.BytesIO(STANDARD))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def element(xml):
    """Make an element of Word or of what is drawn in it."""
    at = xml.index(">") - xml[: xml.index(">") + 1].endswith("/>")
    return parse_xml(f"{xml[:at]} {nsdecls('w', 'r', 'wp', 'a')}{xml[at:]}")


def remove_style(document, name):
    found = document.styles[name].element
    found.getparent().remove(found)


def words_of(path):
    """Give the words of each page of a pdf, without header and footer."""
    found = [[line.text for line in page] for page in printed_lines(path)]
    return [lines[number > 0 : -1] for number, lines in enumerate(found)]


def png(wide, high):
    def chunk(kind, content):
        crc = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)

    rows = b"".join(b"\0" + bytes(wide) for _ in range(high))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def value(holder, name):
    """Give the value of what stands in an element of Word; None where it is not there."""
    found = holder.find(f".//{qn(name)}")
    return None if found is None else found.get(qn("w:val"))
