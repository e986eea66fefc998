"""A template without its example slides, without who wrote in it, without links to elsewhere.

Parts that only these used are no longer referred to: python-pptx writes no such parts.
"""

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.slide import NotesMasterPart
from pptx.presentation import Presentation

from voortgang.office.drawingml import XmlElement
from voortgang.presentatie.pptx.beyond import P14, P
from voortgang.presentatie.pptx.text import R

EXAMPLES = ("sldIdLst", "custShowLst", "modifyVerifier", "smartTags")
# What says who made the template or who wrote in it.
PERSONAL = ("/commentAuthors", "/authors", "/person", "/changesInfo", "/revisionInfo", "/tags")
SHAPES = tuple(P + tag for tag in ("pic", "sp", "graphicFrame", "bg"))


def clean(deck: Presentation) -> None:
    """Take out of a template what is not to be in a deck made of it."""
    for tag in EXAMPLES:
        for element in deck.element.findall(P + tag):
            deck.element.remove(element)
    for sections in list(deck.element.iter(f"{{{P14}}}sectionLst")):
        _remove(sections.getparent())
    _drop_odd_notes(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    for one in (deck, *deck.slide_masters, *layouts):
        root, rels = one.element, one.part.rels
        for rid, rel in list(rels.items()):
            if rel.reltype == RT.SLIDE or (one is deck and rel.reltype.endswith(PERSONAL)):
                for user in _users(root, rid, "id"):
                    _remove(user)
                rels.pop(rid)
            elif rel.is_external and rel.reltype != RT.HYPERLINK:
                _cut_off(root, rid)
                rels.pop(rid)


def _drop_odd_notes(deck: Presentation) -> None:
    """Drop a master of notes without a place for notes: python-pptx then brings one that has it."""
    usable = False
    for rid, rel in list(deck.part.rels.items()):
        if rel.reltype != RT.NOTES_MASTER:
            continue
        part = None if rel.is_external or usable else rel.target_part
        if isinstance(part, NotesMasterPart):
            holders = part.notes_master.element.iter(f"{P}ph")
            usable = any(holder.get("type") == "body" for holder in holders)
        if not usable or part is None:
            for user in _users(deck.element, rid, "id"):
                _remove(user.getparent())
            deck.part.rels.pop(rid)


def _users(root: XmlElement, rid: str, *names: str) -> list[XmlElement]:
    return [one for one in root.iter() if any(one.get(R + name) == rid for name in names)]


def _cut_off(root: XmlElement, rid: str) -> None:
    """Remove what would be fetched from elsewhere when the deck is opened; links to click stay."""
    for element in _users(root, rid, "link", "id", "embed"):
        element.attrib.pop(f"{R}link", None)
        if element.get(f"{R}embed") in {None, rid}:
            shapes = [one for one in (element, *element.iterancestors()) if one.tag in SHAPES]
            if shapes:
                _remove(shapes[0])


def _remove(element: XmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
