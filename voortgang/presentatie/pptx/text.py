"""Paragraphs as DrawingML: every size, sign and language written out, nothing left to inherit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from voortgang.office.xml import SCHEME, attribute, fill, words
from voortgang.presentatie.slides import Align, Anchor, Bullet, Insets, Run, TextLine

ALIGN: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
ANCHOR: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
# Without this a link is drawn in the theme's link colour, whatever the text's own is.
KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)

# Gives the relationship id of a web address, or of the slide with an index.
Linker = Callable[[str | int], str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all text of a box shares."""

    language: str
    link: Linker
    spacing: float = 1.0  # of lines: 1 is the usual distance
    face: str | None = None  # the typeface, where no layout says it


def body_properties(anchor: Anchor | None, insets: Insets | None) -> str:
    """Say how text stands in its box; None leaves that to the layout."""
    sides = ""
    if insets is not None:
        sides = (
            f' lIns="{insets.left}" tIns="{insets.top}" '
            f'rIns="{insets.right}" bIns="{insets.bottom}"'
        )
    where = f' anchor="{ANCHOR[anchor]}"' if anchor else ""
    return f'<a:bodyPr wrap="square"{sides}{where}><a:noAutofit/></a:bodyPr>'


def paragraphs(lines: Iterable[TextLine], setting: Setting) -> str:
    """Write paragraphs; a box without any gets an empty one, for it must have one."""
    written = "".join(_paragraph(line, setting, first=not n) for n, line in enumerate(lines))
    return written or f'<a:p><a:endParaRPr lang="{setting.language}"/></a:p>'


def _paragraph(line: TextLine, setting: Setting, *, first: bool) -> str:
    size = line.runs[0].size if line.runs else 18
    before = 0 if first else round(line.space_before * 100)
    level = f' lvl="{min(line.level, 8)}"' if line.level else ""
    return (
        f'<a:p><a:pPr marL="{line.margin}"{level} indent="{-line.hanging}" '
        f'algn="{ALIGN[line.align]}">'
        f'<a:lnSpc><a:spcPct val="{round(setting.spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{_bullet(line.bullet, size)}</a:pPr>"
        f"{''.join(_run(run, setting) for run in line.runs)}"
        f'<a:endParaRPr lang="{setting.language}" sz="{round(size * 100)}"/></a:p>'
    )


def _bullet(bullet: Bullet | None, size: float) -> str:
    """Write a sign; its size in points, for the schemas and the programs differ on percentages."""
    if bullet is None:
        return "<a:buNone/>"
    tint = (
        f'<a:buClr><a:schemeClr val="{SCHEME.get(bullet.colour, bullet.colour)}"/></a:buClr>'
        if bullet.colour
        else ""
    )
    points = f'<a:buSzPts val="{round(size * bullet.size)}"/>'
    if bullet.number is not None:
        return f'{tint}{points}<a:buAutoNum type="arabicPeriod" startAt="{bullet.number}"/>'
    face = f"<a:buFont typeface={attribute(bullet.font or 'Arial')}/>"
    return f"{tint}{points}{face}<a:buChar char={attribute(bullet.char)}/>"


def _run(run: Run, setting: Setting) -> str:
    inner = fill(run.colour) if run.colour else ""
    if setting.face:
        inner += f"<a:latin typeface={attribute(setting.face)}/>"
    if run.href is not None:
        kept = f">{KEEP_COLOUR}</a:hlinkClick>" if run.colour else "/>"
        inner += f'<a:hlinkClick r:id="{setting.link(run.href)}"{kept}'
    elif run.slide is not None:
        inner += (
            f'<a:hlinkClick r:id="{setting.link(run.slide)}" action="ppaction://hlinksldjump">'
            f"{KEEP_COLOUR}</a:hlinkClick>"
        )
    italic = ' i="1"' if run.italic else ""
    look = (
        f'<a:rPr lang="{setting.language}" sz="{round(run.size * 100)}" b="{int(run.bold)}"'
        f'{italic} dirty="0">{inner}</a:rPr>'
    )
    pieces = (
        f"<a:r>{look}<a:t>{words(piece)}</a:t></a:r>" if piece else ""
        for piece in run.text.split("\v")
    )
    return f"<a:br>{look}</a:br>".join(pieces)
