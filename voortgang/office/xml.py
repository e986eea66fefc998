"""Text, and the colours of a theme, as XML of the Office formats."""

import re
from xml.sax.saxutils import escape, quoteattr

from voortgang.office.ink import Colour

# In a slide the theme's first four colours are called after what they are used for.
SCHEME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Hardly any text has a sign that must be escaped: to see that is quicker than to try each of them.
CAREFUL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str) -> str:
    """Escape text for XML; what XML cannot hold becomes U+FFFD."""
    if not CAREFUL.search(text):
        return text
    return escape(NOT_XML.sub("\ufffd", text))


def attribute(text: str) -> str:
    """Quote text as an attribute's value."""
    if not CAREFUL.search(text):
        return f'"{text}"'
    return quoteattr(NOT_XML.sub("\ufffd", text), {"\n": "&#10;", "\t": " "})


def fill(colour: Colour) -> str:
    """Fill with a role of the theme, or a quiet tint of it (`accent1~20`)."""
    role, _, keep = colour.partition("~")
    tint = (
        f'<a:satMod val="36000"/><a:lumMod val="{keep}000"/><a:lumOff val="{100 - int(keep)}000"/>'
        if keep
        else ""
    )
    name = f'<a:schemeClr val="{SCHEME.get(role, role)}"'
    return (
        f"<a:solidFill>{name}>{tint}</a:schemeClr></a:solidFill>"
        if tint
        else (f"<a:solidFill>{name}/></a:solidFill>")
    )
