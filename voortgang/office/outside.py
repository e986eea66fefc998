"""What a house style would fetch, start or keep asking for elsewhere: cut out of every part.

A town sends out what it makes. Of all that a template refers to outside itself, only links to
click stay, and of those only web and mail addresses.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, cast
from urllib.parse import urlsplit

from lxml import etree

from voortgang.findings import Finding, Place
from voortgang.office.package import read_xml, rels_of
from voortgang.office.regels import BUITEN
from voortgang.office.xml import A, Element, R

PLAIN = ("http", "https", "mailto")
# How XML begins, in any encoding: a picture may have such a sign among its first as well.
_MARKUP = re.compile(rb"[\xef\xbb\xbf\xfe\xff\x00\s]*<\x00?[A-Za-z!?]")
MOST_SAID = 20  # of one template; what is left over is counted
_DRAWN = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}",
          "{http://www.w3.org/2000/svg}")  # fmt: skip
_ADDRESSES = ("src", "href", "althref")
_WITHIN = ("#", "data:")
# What runs a program of its own, or takes in another document, also from within the file.
_ACTIVE = frozenset({
    "oleObject", "control", "activeXControlBinary", "aFChunk", "subDocument", "attachedTemplate",
    "htmlPubSaveAs", "slideUpdateUrl", "mailMergeSource", "mailMergeHeaderSource", "recipientData",
    "externalLinkPath",
})  # fmt: skip
# Buttons may lead through the deck; all other actions start something.
_JUMPS = ("ppaction://hlinksldjump", "ppaction://hlinkshowjump", "ppaction://noaction",
          "ppaction://media", "ppaction://customshow")  # fmt: skip
_CLICKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")
# What goes as a whole where something in it goes, the innermost first; what takes its place.
_WHOLE = frozenset({
    *_CLICKS, "pic", "sp", "graphicFrame", "cxnSp", "contentPart", "bg", "externalData", "oleObj",
    "control", "sndAc", "embeddedFont", "sldId", "sld", "htmlPubPr",
    "drawing", "pict", "object", "altChunk", "subDoc", "attachedTemplate",
    "embedRegular", "embedBold", "embedItalic", "embedBoldItalic",
})  # fmt: skip
_INSTEAD = {"blipFill": "noFill", "buBlip": "buNone"}
_NAMES = {
    "image": "een beeld van elders", "hyperlink": "een koppeling die geen webadres is",
    "oleObject": "een OLE-object", "control": "een ActiveX-element",
    "attachedTemplate": "een sjabloon van elders", "audio": "geluid van elders",
    "video": "beeld van elders", "media": "beeld van elders", "font": "een lettertype van elders",
}  # fmt: skip


class Cut(NamedTuple):
    """One thing that was cut: what it is in Dutch, and where it led."""

    what: str
    where: str = ""


Also = Callable[[Element], Iterable[Cut]]
_ASKING = etree.XPath("//@r:*/.. | //@*[local-name()='relid']/..", namespaces={"r": R[1:-1]})


def cut_off(
    parts: Mapping[str, bytes], silently: Iterable[str] = (), also: Also = lambda _: ()
) -> tuple[Mapping[str, bytes], tuple[Cut, ...]]:
    """Give those parts that are other bytes without what reaches out, and what was cut.

    `parts` are by name, with what they relate to. Relations of the types `silently` go as well,
    and are no news. `also` looks for more in the root of each part.
    """
    changed: dict[str, bytes] = {}
    cuts: list[Cut] = []
    for name, part in parts.items():
        if name.endswith(".rels"):
            continue
        rels = rels_of(name)
        known = frozenset[str]()
        if rels in parts:
            left, known, found = _without(parts[rels], frozenset(silently))
            changed |= {} if left is None else {rels: left}
            cuts += found
        root = read_xml(part)
        if root is None and _MARKUP.match(part):
            root = _recovered(part)
            changed[name] = b"<xml/>" if root is None else etree.tostring(root)
        if root is None:
            continue
        found = [*_detached(root, known), *_actions(root), *_addresses(root), *also(root)]
        cuts += (cut for cut in found if cut.what)
        if found:
            changed[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return changed, tuple(dict.fromkeys(cuts))


def findings_of(cuts: Iterable[Cut], file: str) -> tuple[Finding, ...]:
    """Say of a template what was cut, each thing once."""
    told = [f"{cut.what} ({cut.where})" if cut.where else cut.what for cut in cuts]
    if len(told) > MOST_SAID:
        told[MOST_SAID:] = [f"nog {len(told) - MOST_SAID} van zulke dingen"]
    return tuple(
        BUITEN.at(
            Place(file, 1, 1),
            f"het sjabloon bevat {each}; dat komt niet in het document",
            "haal het uit het sjabloon, of zet wat u nodig hebt in het sjabloon zelf",
        )
        for each in told
    )


def _recovered(part: bytes) -> Element | None:
    """Read what is not quite XML, as drawings of before 2007 may be; None where nothing is left."""
    try:
        return etree.fromstring(part, etree.XMLParser(recover=True, resolve_entities=False))
    except etree.XMLSyntaxError:
        return None


def _without(
    rels: bytes, silently: frozenset[str]
) -> tuple[bytes | None, frozenset[str], list[Cut]]:
    """Take out relations that reach out; give the rest where any did, its ids, and what to say."""
    root, gone, cuts = etree.fromstring(rels), False, []
    for rel in list(root):
        kind, target = rel.get("Type") or "", rel.get("Target") or ""
        word = kind.rpartition("/")[2]
        outside = rel.get("TargetMode") == "External"
        if outside and word == "hyperlink" and _scheme(target) in PLAIN:
            continue
        if not outside and word not in _ACTIVE and kind not in silently:
            continue
        root.remove(rel)
        gone = True
        # What a document was once made with is named in most, and says nothing to anyone.
        usual = word == "attachedTemplate" and not target.startswith(("http", "\\\\", "file:////"))
        if (outside or kind not in silently) and not usual:
            cuts.append(Cut(_NAMES.get(word, "iets van elders"), target[:80] if outside else ""))
    left = etree.tostring(root, encoding="UTF-8", standalone=True) if gone else None
    return left, frozenset(rel.get("Id") or "" for rel in root), cuts


def _scheme(target: str) -> str:
    try:
        return urlsplit(target.strip()).scheme.lower()
    except ValueError:
        return ""


def _detached(root: Element, known: frozenset[str]) -> Iterator[Cut]:
    """Take out what asks for a relation that went, which is said there, or that never was."""
    for element in cast("list[Element]", _ASKING(root)):
        ids = [key for key in map(str, element.keys()) if _is_id(key)]
        asked = [key for key in ids if (element.get(key) or "") not in {"", *known}]
        for key in asked:
            del element.attrib[key]
        if not asked:
            continue
        if asked == ids:
            _take_out(element)
        yield Cut("")


def _is_id(key: str) -> bool:
    return key.startswith(R) or key.endswith("}relid")


def _actions(root: Element) -> Iterator[Cut]:
    for element in list(root.iter(*(f"{{*}}{name}" for name in _CLICKS))):
        action = element.get("action") or ""
        if action and not action.lower().startswith(_JUMPS):
            _take_out(element)
            yield Cut("een knop die iets start", action[:80])


def _addresses(root: Element) -> Iterator[Cut]:
    """Take out the addresses that VML and SVG may hold without any relation."""
    for element in list(root.iter(*(f"{space}*" for space in _DRAWN))):
        for key in map(str, element.keys()):
            name, value = etree.QName(key).localname, element.get(key)
            if name in _ADDRESSES and value and not value.startswith(_WITHIN):
                del element.attrib[key]
                yield Cut("een beeld van elders", value[:80])
        if element.get("Type") == "Link" and etree.QName(element).localname == "OLEObject":
            _take_out(element)
            yield Cut("een OLE-object")


def _take_out(element: Element) -> None:
    """Take out the smallest thing around an element that can be missed."""
    for one in (element, *element.iterancestors()):
        name, parent = etree.QName(one).localname, one.getparent()
        if parent is None:
            return
        if one.tag in {f"{A}{held}" for held in _INSTEAD}:
            parent.replace(one, one.makeelement(A + _INSTEAD[name]))
            return
        if name in _WHOLE:
            parent.remove(one)
            return
        if name == "hyperlink":  # of Word: its text stays
            parent[parent.index(one) : parent.index(one) + 1] = list(one)
            return
