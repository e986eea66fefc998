"""A template without what lists its example slides, and without who wrote in it.

Parts that only these used are no longer referred to: python-pptx writes no such parts.
"""

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.slide import NotesMasterPart
from pptx.presentation import Presentation

from voortgang.office.drawingml import XmlElement
from voortgang.office.xml import P, R
from voortgang.presentatie.pptx.beyond import P14

EXAMPLES = ("sldIdLst", "custShowLst", "modifyVerifier", "smartTags")
# What says who made the template or who wrote in it.
PERSONAL = ("/commentAuthors", "/authors", "/person", "/changesInfo", "/revisionInfo", "/tags")


def clean(deck: Presentation) -> None:
    """Take out of a template what is not to be in a deck made of it."""
    for tag in EXAMPLES:
        for element in deck.element.findall(P + tag):
            deck.element.remove(element)
    for sections in list(deck.element.iter(f"{{{P14}}}sectionLst")):
        _remove(sections.getparent())
    _drop_odd_notes(deck)
    for rid, rel in list(deck.part.rels.items()):
        if rel.reltype.endswith(PERSONAL):
            for user in _users(deck.element, rid):
                _remove(user)
            deck.part.rels.pop(rid)


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
            for user in _users(deck.element, rid):
                _remove(user.getparent())
            deck.part.rels.pop(rid)


def _users(root: XmlElement, rid: str) -> list[XmlElement]:
    return [one for one in root.iter() if one.get(f"{R}id") == rid]


def _remove(element: XmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
