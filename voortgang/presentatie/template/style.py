"""How a placeholder's text looks, with layout, master and the master's styles laid together."""

from typing import Any

from lxml import etree

from voortgang.presentatie.slides import Align, Anchor, Bullet, Insets
from voortgang.presentatie.template.huisstijl import LevelStyle
from voortgang.presentatie.template.paint.colour import NS, ROLE_OF, SLOTS

LEVELS = 5  # of the nine that the format has: deeper ones look like the fifth
PITCH = 1.2  # of the letters' size is the height of a line, for every face
ALIGNS: dict[str, Align] = {"ctr": "center", "r": "right"}
ANCHORS: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}  # PowerPoint's own


def theme_faces(theme: bytes) -> dict[str, str]:
    """Give the typefaces that `+mj-lt` (headings) and `+mn-lt` (text) stand for."""
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False, no_network=True))
    faces = {}
    for key, tag in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = root.find(f"a:themeElements/a:fontScheme/a:{tag}/a:latin", NS)
        faces[key] = (latin.get("typeface") if latin is not None else "") or "Calibri"
    return faces


def frame_of(bodies: list[Any]) -> tuple[Insets, Anchor]:
    """Read insets and anchor from text bodies (`p:txBody`), the nearest one first."""
    found: dict[str, str] = {}
    for body in reversed(bodies):
        properties = body.find("a:bodyPr", NS)
        if properties is not None:
            found.update(properties.attrib)
    left, top, right, bottom = (
        _number(found.get(name), standard) for name, standard in INSETS.items()
    )
    return Insets(left, top, right, bottom), ANCHORS.get(found.get("anchor", "t"), "top")


def levels_of(
    styles: list[Any], standard: str, count: int = LEVELS
) -> tuple[tuple[LevelStyle, ...], str]:
    """Lay list styles together, the nearest one first; give `count` levels and the typeface.

    `standard` is the theme's reference that holds where no style names a typeface.
    """
    levels, face = [], standard
    for number in range(1, count + 1):
        path = f"a:lvl{number}pPr"
        chain = [level for style in styles if (level := style.find(path, NS)) is not None]
        levels.append(_level(chain))
        if number == 1:
            latin = _nearest(chain, "a:defRPr/a:latin")
            face = (latin.get("typeface") if latin is not None else "") or standard
    return tuple(levels), face


def _level(chain: list[Any]) -> LevelStyle:
    size = _number(_attribute(chain, "sz", "a:defRPr"), 1800) / 100
    hanging = -_number(_attribute(chain, "indent"), 0)
    spacing = _nearest(chain, "a:lnSpc/a:spcPct")
    exact = _nearest(chain, "a:lnSpc/a:spcPts")
    if exact is not None and spacing is None:
        line = _number(exact.get("val"), 0) / 100 / (PITCH * size)
    else:
        line = _number(spacing.get("val"), 100000) / 100000 if spacing is not None else 1.0
    fill = _nearest(chain, "a:defRPr/a:solidFill")
    return LevelStyle(
        size=size,
        bold=_attribute(chain, "b", "a:defRPr") in ("1", "true"),
        colour=_role(fill),
        upper=_attribute(chain, "cap", "a:defRPr") == "all",
        bullet=_bullet(chain, size),
        margin=max(_number(_attribute(chain, "marL"), 0), 0),
        hanging=max(hanging, 0),
        space_before=_space(chain, "spcBef", size) + _space(chain, "spcAft", size),
        line_spacing=max(line, 1.0),  # at less, LibreOffice cuts off the first line's top
        align=ALIGNS.get(_attribute(chain, "algn") or "", "left"),
    )


def _bullet(chain: list[Any], size: float) -> Bullet | None:
    for level in chain:
        for kind in ("buNone", "buChar", "buAutoNum", "buBlip"):
            sign = level.find(f"a:{kind}", NS)
            if sign is None:
                continue
            if kind == "buNone":
                return None
            face = _nearest(chain, "a:buFont")
            font = face.get("typeface") if face is not None else None
            char = sign.get("char") if kind == "buChar" else None
            percent, points = _nearest(chain, "a:buSzPct"), _nearest(chain, "a:buSzPts")
            share = 100
            if percent is not None:
                share = _percent(percent.get("val"))
            elif points is not None:
                share = round(_number(points.get("val"), 0) / size)
            colour = _role(_nearest(chain, "a:buClr"))
            return Bullet(char or "•", colour, share or 100, font if char else "Arial")
    return None


def _percent(value: str | None) -> int:
    """Read a percentage, written as `80%` or in thousandths of a percent."""
    if value and value.endswith("%"):
        return _number(value.removesuffix("%"), 100)
    return _number(value, 100000) // 1000


def _space(chain: list[Any], tag: str, size: float) -> float:
    for level in chain:
        holder = level.find(f"a:{tag}", NS)
        if holder is None:
            continue
        points = holder.find("a:spcPts", NS)
        if points is not None:
            return _number(points.get("val"), 0) / 100
        share = holder.find("a:spcPct", NS)
        return _percent(share.get("val")) / 100 * PITCH * size if share is not None else 0
    return 0


def _role(fill: Any) -> str | None:  # noqa: ANN401 -- an lxml element or None
    colour = fill.find("a:schemeClr", NS) if fill is not None else None
    if colour is None or len(colour):
        return None
    name = ROLE_OF.get(colour.get("val", ""), colour.get("val", ""))
    return name if name in SLOTS else None


def _nearest(chain: list[Any], path: str) -> Any:  # noqa: ANN401 -- an lxml element or None
    return next((found for level in chain if (found := level.find(path, NS)) is not None), None)


def _attribute(chain: list[Any], name: str, path: str | None = None) -> str | None:
    for level in chain:
        element = level.find(path, NS) if path else level
        if element is not None and element.get(name) is not None:
            value: str = element.get(name)
            return value
    return None


def _number(value: str | None, standard: int) -> int:
    try:
        return int(value) if value is not None else standard
    except ValueError:
        return standard
