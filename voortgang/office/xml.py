"""Text as XML of the Office formats."""

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for what it reads
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Put U+FFFD for what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
