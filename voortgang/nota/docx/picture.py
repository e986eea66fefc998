"""A picture of the workspace in the nota, with its words for who does not see it."""

from collections.abc import Callable
from dataclasses import dataclass
from posixpath import join

from voortgang.content.blocks import Picture
from voortgang.content.regels import BEELD
from voortgang.findings import Finding, Place
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.xml import A, attribute
from voortgang.source.picture import dimensions

PIXEL = 9525  # EMU, at 96 to the inch
EMU = 635  # in a twentieth of a point
HIGHEST = 0.6  # of the page: the words around it want some room too
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
KINDS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg"}
FORMATS = "bewaar het beeld als .png of .jpg"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where pictures come from: `read` gives the bytes of one, or raises with Dutch words.

    `file` and `line_of` name the place in the text's template that a finding points at.
    """

    read: Callable[[str], bytes | None] | None
    file: str
    line_of: Callable[[int], int]


def drawing(
    template: WordTemplate, block: Picture, number: int, pictures: Pictures
) -> str | Finding:
    """Add a picture to the package and write the run that shows it; a finding where it cannot.

    As large as it is at 96 pixels to the inch, but no wider than the text nor higher than most of
    the page.
    """
    if pictures.read is None:
        return _trouble(block, pictures, "beelden kunnen hier niet gelezen worden", None)
    try:
        content = pictures.read(block.source)
    except Exception as error:
        message = getattr(error, "message", None)
        if message is None:
            raise
        return _trouble(block, pictures, message, getattr(error, "hint", None))
    if not content:
        return _trouble(block, pictures, "dit bestand bestaat niet", None)
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    size = dimensions(content)
    if kind is None or size is None:
        message = "dit is geen png of jpeg, of het is beschadigd"
        return _trouble(block, pictures, message, FORMATS)
    package = template.package
    name = package.free_name(join(package.folder, "media/beeld{}." + kind))
    package.add(name, content, f"image/{kind}")
    rid = package.relate("image", name)
    return _run(rid, number, block.alt, *_fitted(size, template))


def _fitted(size: tuple[int, int], template: WordTemplate) -> tuple[int, int]:
    wide, high = (pixels * PIXEL for pixels in size)
    share = min(1.0, template.page.width * EMU / wide, template.page.height * EMU * HIGHEST / high)
    return max(round(wide * share), 1), max(round(high * share), 1)


def _run(rid: str, number: int, alt: str, wide: int, high: int) -> str:
    extent = f'cx="{wide}" cy="{high}"'
    name = f'id="{number}" name="Beeld {number}" descr={attribute(alt)}'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {name}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
        f'r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r>"
    )


def _trouble(block: Picture, pictures: Pictures, message: str, hint: str | None) -> Finding:
    place = Place(pictures.file, pictures.line_of(block.line), 1)
    return BEELD.at(place, f"beeld '{block.source}': {message}", hint)
