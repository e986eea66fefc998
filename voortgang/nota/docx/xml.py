"""The few words of WordprocessingML that every part of the nota is written with."""

import re

from voortgang.nota.structuur import SHORT_COMPOUND
from voortgang.office import xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:wp="{WP}" xmlns:c="{C}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LINES = re.compile(r"[\r\n\t]+")


def w(name: str) -> str:
    """Give a name in Word's namespace, as lxml writes it."""
    return f"{{{W}}}{name}"


def words(text: str) -> str:
    """Escape text for XML, ends of line as they are; what XML cannot hold becomes U+FFFD."""
    return xml.words(text).replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Quote text for an attribute."""
    return xml.attribute(LINES.sub(" ", text))


def run(text: str, properties: str = "") -> str:
    """Write a run; `properties` is what stands in its w:rPr. A short compound does not break."""
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    shown = words(text)
    if "-" in shown:
        shown = SHORT_COMPOUND.sub(_unbroken, shown)
    return f'<w:r>{dress}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def _unbroken(compound: re.Match[str]) -> str:
    return compound[0].replace("-", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Write a paragraph; `properties` follow its style in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(code: str, result: str) -> str:
    """Write a field with the result that it shows until Word works it out again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
