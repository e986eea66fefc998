"""Text as XML of the Office formats."""

import re
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for what it reads
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Hardly any text has a sign that must be escaped: to see that is quicker than to try each of them.
CAREFUL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Put U+FFFD for what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)


def words(text: str) -> str:
    """Escape text for XML; what XML cannot hold becomes U+FFFD."""
    if not CAREFUL.search(text):
        return text
    return escape(legal(text))


def attribute(text: str) -> str:
    """Quote text as an attribute's value."""
    if not CAREFUL.search(text):
        return f'"{text}"'
    return quoteattr(legal(text), {"\n": "&#10;", "\t": " "})
