"""Speaker notes: a notes slide for each slide that has some, and the master they need."""

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.office.xml import words
from voortgang.presentatie.pptx.package import HEAD, NS, R_ID, XMLNS, DeckPackage

EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
LOCKED_IMAGE = (
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg"/></p:nvPr>'
)
BODY = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr>'


class Notes:
    """Adds notes to slides; the master is made when the first notes come, where it lacks."""

    def __init__(self, package: DeckPackage, language: str) -> None:
        self._package = package
        self._language = language
        self._master: Any = package.find(package.main, RT.NOTES_MASTER)

    def add(self, slide: Any, number: int, notes: Iterable[str]) -> None:  # noqa: ANN401 -- a part, untyped
        """Give a slide its notes, a paragraph for each."""
        if self._master is None:
            self._master = self._make_master()
        name = f"/ppt/notesSlides/notesSlide{number}.xml"
        part = self._package.add(name, CT.PML_NOTES_SLIDE, self._notes_xml(notes).encode())
        self._package.relate(part, RT.NOTES_MASTER, self._master)
        self._package.relate(part, RT.SLIDE, slide)
        self._package.relate(slide, RT.NOTES_SLIDE, part)

    def _notes_xml(self, notes: Iterable[str]) -> str:
        text = "".join(
            f'<a:p><a:r><a:rPr lang="{self._language}"/><a:t>{words(note)}</a:t></a:r></a:p>'
            for note in notes
        )
        return (
            f"{HEAD}<p:notes {XMLNS}><p:cSld><p:spTree>{EMPTY_GROUP}"
            f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia"/>{LOCKED_IMAGE}</p:nvSpPr><p:spPr/></p:sp>'
            f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notities"/>{BODY}</p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp></p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )

    def _make_master(self) -> Any:  # noqa: ANN401 -- a part, untyped
        package = self._package
        theme = package.find(package.masters[0], RT.THEME)
        copied = package.add("/ppt/theme/theme{}.xml", CT.OFC_THEME, theme.blob)
        content = _master_xml(self._language).encode()
        master = package.add("/ppt/notesMasters/notesMaster{}.xml", CT.PML_NOTES_MASTER, content)
        package.relate(master, RT.THEME, copied)
        rid = package.relate(package.main, RT.NOTES_MASTER, master)
        listing = etree.Element(f"{{{NS['p']}}}notesMasterIdLst")
        etree.SubElement(listing, f"{{{NS['p']}}}notesMasterId").set(R_ID, rid)
        package.root.find("p:sldMasterIdLst", NS).addnext(listing)
        return master


def _master_xml(language: str) -> str:
    """Write a notes master: the slide above, its notes below, on A4 in proportion."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l"><a:defRPr lang="{language}" sz="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
        for n in range(1, 10)
    )
    places = (
        '<p:spPr><a:xfrm><a:off x="685800" y="{}"/><a:ext cx="5486400" cy="{}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    )
    return (
        f'{HEAD}<p:notesMaster {XMLNS}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/>'
        f"</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{EMPTY_GROUP}"
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Dia"/>{LOCKED_IMAGE}</p:nvSpPr>'
        f"{places.format(1143000, 3086100)}</p:sp>"
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notities"/>{BODY}</p:nvSpPr>'
        f"{places.format(4400550, 3600450)}<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        f'<a:endParaRPr lang="{language}"/></a:p></p:txBody></p:sp></p:spTree></p:cSld>'
        f"<p:clrMap {MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
