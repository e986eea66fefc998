"""How a placeholder's text looks, with layout, master and the master's styles laid together."""

from collections.abc import Sequence

from voortgang.office.measure import PITCH
from voortgang.office.xml import Element
from voortgang.presentatie.slides import Align, Anchor, Insets
from voortgang.presentatie.template.huisstijl import TextStyle
from voortgang.presentatie.template.paint.colour import NS, ROLE_OF, SLOTS

ALIGNS: dict[str, Align] = {"ctr": "center", "r": "right"}
ANCHORS: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
MOST = 2**31 - 1
INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}  # PowerPoint's own


def theme_faces(theme: Element) -> dict[str, str]:
    """Give the typefaces that `+mj-lt` (headings) and `+mn-lt` (text) stand for."""
    faces = {}
    for key, tag in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = theme.find(f"a:themeElements/a:fontScheme/a:{tag}/a:latin", NS)
        faces[key] = (latin.get("typeface") if latin is not None else "") or "Calibri"
    return faces


def frame_of(bodies: Sequence[Element]) -> tuple[Insets, Anchor]:
    """Read insets and anchor from text bodies (`p:txBody`), the nearest one first."""
    found: dict[str, str] = {}
    for body in reversed(bodies):
        properties = body.find("a:bodyPr", NS)
        if properties is not None:
            found.update((str(key), str(value)) for key, value in properties.items())
    left, top, right, bottom = (
        _number(found.get(name), standard) for name, standard in INSETS.items()
    )
    return Insets(left, top, right, bottom), ANCHORS.get(found.get("anchor", "t"), "top")


def text_style(styles: Sequence[Element], standard: str) -> tuple[TextStyle, str]:
    """Lay list styles together, the nearest one first; give the look and the typeface.

    `standard` is the theme's reference that holds where no style names a typeface.
    """
    chain = [level for style in styles if (level := style.find("a:lvl1pPr", NS)) is not None]
    letters = [run for level in chain if (run := level.find("a:defRPr", NS)) is not None]
    size = min(max(_number(_attribute(letters, "sz"), 1800), 100), 400000) / 100
    latin = _nearest(letters, "a:latin")
    look = TextStyle(
        size=size,
        bold=_attribute(letters, "b") in ("1", "true"),
        colour=_role(_nearest(letters, "a:solidFill")),
        upper=_attribute(letters, "cap") == "all",
        line_spacing=max(_spacing(chain, size), 1.0),  # at less, LibreOffice cuts off letters
        align=ALIGNS.get(_attribute(chain, "algn") or "", "left"),
    )
    return look, (latin.get("typeface") if latin is not None else None) or standard


def _spacing(chain: Sequence[Element], size: float) -> float:
    """Read how far lines stand apart, against the usual."""
    share, exact = _nearest(chain, "a:lnSpc/a:spcPct"), _nearest(chain, "a:lnSpc/a:spcPts")
    if share is not None:
        return _number(share.get("val"), 100000) / 100000
    return _number(exact.get("val"), 0) / 100 / (PITCH * size) if exact is not None else 1.0


def _role(fill: Element | None) -> str | None:
    colour = fill.find("a:schemeClr", NS) if fill is not None else None
    if colour is None or len(colour):
        return None
    name = ROLE_OF.get(colour.get("val", ""), colour.get("val", ""))
    return name if name in SLOTS else None


def _nearest(chain: Sequence[Element], path: str) -> Element | None:
    return next((found for level in chain if (found := level.find(path, NS)) is not None), None)


def _attribute(chain: Sequence[Element], name: str) -> str | None:
    return next((value for each in chain if (value := each.get(name)) is not None), None)


def _number(value: str | None, standard: int) -> int:
    """Read a number; what is none, or larger than any of the format, is as if it were not there."""
    try:
        number = int(value) if value is not None else standard
    except ValueError:
        return standard
    return number if abs(number) <= MOST else standard
