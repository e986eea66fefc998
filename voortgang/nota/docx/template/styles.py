"""The default house style of the nota, style by style; also plan B where a template lacks one.

Sizes are in half points, distances in twentieths of a point, as Word counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

INK, TITLE, PAPER, QUIET, HAIR = "18232B", "0E3A47", "F6F2EA", "54626B", "C9CFD1"
DONE, PLANNED = "0B6375", "9A5400"
TEXT_WIDTH = 9072  # 16 cm between the margins
SIZE = 11  # points: running text, which all other letters are in proportion to
OWN = {"dk2": TITLE, "lt2": PAPER, "accent1": DONE, "accent2": PLANNED, "accent3": QUIET}
HEX = re.compile("|".join(OWN.values()))
LETTERS = re.compile(r'(<w:sz(?:Cs)? w:val=")(\d+)')
UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>'


@dataclass(frozen=True, slots=True)
class Stijl:
    """A style: its key in this program, type, built-in name, id and what stands in it.

    `expected` styles are Word's own: where a template lacks one, that is worth a warning.
    """

    key: str
    name: str
    own_id: str
    ppr: str = ""
    rpr: str = ""
    based: str = "Normal"
    kind: str = "paragraph"
    expected: bool = False
    extra: str = ""

    def xml(
        self, own_id: str, based: str, colours: Mapping[str, str] | None = None, share: float = 1,
        *, unnumbered: bool = False,
    ) -> str:  # fmt: skip
        """Write the style with the id that it gets and the id that it builds on.

        `colours` gives what stands in for a colour, `share` the size of letters against the
        default's; `unnumbered` takes away a number that the style it builds on would give it.
        """
        default = ' w:default="1"' if self.key == "normal" else ""
        parent = f'<w:basedOn w:val="{based}"/>' if based and self.key != "normal" else ""
        custom = ' w:customStyle="1"' if self.name.startswith("Nota ") else ""
        ppr = self._unnumbered() if unnumbered and self.kind == "paragraph" else self.ppr
        ppr = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
        rpr = f"<w:rPr>{self.rpr}</w:rPr>" if self.rpr else ""
        swaps = colours or {}
        dress = HEX.sub(lambda found: swaps.get(found[0], found[0]), f"{ppr}{rpr}{self.extra}")
        dress = LETTERS.sub(lambda found: f"{found[1]}{round(int(found[2]) * share)}", dress)
        return (
            f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{own_id}">'
            f'<w:name w:val="{self.name}"/>{parent}<w:uiPriority w:val="9"/><w:qFormat/>'
            f"{dress}</w:style>"
        )

    def _unnumbered(self) -> str:
        """Put the end of numbering where the schema wants it: behind what keeps lines together."""
        keeps = ("<w:keepNext/>", "<w:keepLines/>", "<w:widowControl/>")
        at = max((self.ppr.find(keep) + len(keep) for keep in keeps if keep in self.ppr), default=0)
        return f"{self.ppr[:at]}{UNNUMBERED}{self.ppr[at:]}"


def _spacing(before: int, after: int, line: int | None = None) -> str:
    pitch = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def _line(after: int, least: int) -> str:
    """Set lines of `least` high: what is more than the letters need stands above them."""
    return f'<w:spacing w:before="0" w:after="{after}" w:line="{least}" w:lineRule="atLeast"/>'


def _letters(size: int, colour: str = INK, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
    return (
        f'{weight}<w:i w:val="0"/><w:color w:val="{colour}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _rule(side: str, size: int, colour: str, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _kop(level: int, size: int, before: int, after: int) -> Stijl:
    return Stijl(
        f"kop{level}", f"heading {level}", f"Heading{level}",
        f'<w:keepNext/><w:keepLines/>{_spacing(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
        _letters(size, TITLE, bold=True), expected=level <= 3,  # noqa: PLR2004 -- deeper is rare
    )  # fmt: skip


def _rol(key: str, colour: str) -> Stijl:
    """Dress the heading of a list of acties: Word's Kop 3 with a rule, the count on a tab."""
    return Stijl(
        f"rol_{key}", f"Nota {key.capitalize()}", f"Nota{key.capitalize()}",
        f"<w:keepNext/><w:keepLines/><w:pBdr>{_rule('bottom', 10, colour, 2)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(130, 0)}'
        '<w:outlineLvl w:val="2"/>',
        _letters(23, colour, bold=True), based="kop3",
    )  # fmt: skip


def _toc(level: int) -> Stijl:
    # The tab is for page numbers, which Word sets when somebody updates the table.
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    indent = f'<w:ind w:left="{(level - 1) * 284}"/>'
    dress = f"{tab}{_spacing(0, 20, 240)}{indent}"
    return Stijl(f"toc{level}", f"toc {level}", f"TOC{level}", dress)


_CELLS = (
    '<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
    '<w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>{more}'
)
_TABLE = _CELLS.format(
    borders=_rule("top", 10, TITLE, 0)
    + _rule("bottom", 10, TITLE, 0)
    + _rule("insideH", 4, HAIR, 0),
    more=f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{TITLE}"/></w:rPr><w:tcPr>'
    f"<w:tcBorders>{_rule('bottom', 6, TITLE, 0)}</w:tcBorders></w:tcPr></w:tblStylePr>",
)
_FACT = (
    f"<w:keepNext/><w:keepLines/><w:pBdr>{_rule('bottom', 4, HAIR, 3)}"
    f"{_rule('between', 4, HAIR, 3)}</w:pBdr>"
    f'<w:tabs><w:tab w:val="left" w:pos="1474"/></w:tabs>{_spacing(40, 40, 240)}'
    '<w:ind w:left="1474" w:hanging="1474"/>'
)

STIJLEN = (
    Stijl("normal", "Normal", "Normal", f"<w:widowControl/>{_spacing(0, 160, 264)}", _letters(22)),
    Stijl("title", "Title", "Title", f"<w:keepNext/><w:keepLines/>{_spacing(0, 160)}",
          _letters(36, TITLE, bold=True), expected=True),
    Stijl("subtitle", "Subtitle", "Subtitle", _spacing(0, 240), _letters(24, QUIET)),
    _kop(1, 30, 360, 120), _kop(2, 26, 300, 100), _kop(3, 23, 200, 80), _kop(4, 22, 180, 60),
    Stijl("bullet", "List Bullet", "ListBullet", f"<w:keepLines/>{_line(0, 260)}",
          _letters(21), expected=True),
    Stijl("bullet2", "List Bullet 2", "ListBullet2", f"<w:keepLines/>{_line(0, 252)}",
          _letters(20)),
    Stijl("number", "List Number", "ListNumber", f"<w:keepLines/>{_line(0, 260)}",
          _letters(21), expected=True),
    Stijl("continue", "List Continue", "ListContinue", _line(10, 252), _letters(20)),
    Stijl("quote", "Quote", "Quote",
          f"<w:pBdr>{_rule('left', 16, DONE, 12)}</w:pBdr>{_spacing(0, 120)}"
          '<w:ind w:left="280"/>',
          _letters(22), expected=True),
    Stijl("source", "Nota Bron", "NotaBron", _spacing(0, 160), _letters(19, QUIET), based="quote"),
    Stijl("caption", "caption", "Caption", f"<w:keepNext/>{_spacing(160, 80)}",
          _letters(19, QUIET, bold=True)),
    Stijl("kern", "Nota Kern", "NotaKern",
          f"<w:keepLines/><w:pBdr>{_rule('top', 4, PAPER, 8)}{_rule('left', 24, DONE, 12)}"
          f"{_rule('bottom', 4, PAPER, 8)}{_rule('right', 4, PAPER, 8)}</w:pBdr>"
          f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/>{_spacing(0, 0)}'
          '<w:ind w:left="280" w:right="180"/>', _letters(22)),
    Stijl("cell", "Nota Tabeltekst", "NotaTabeltekst", _spacing(0, 0, 240), _letters(20)),
    Stijl("head", "Nota Tabelkop", "NotaTabelkop", f"<w:keepNext/>{_spacing(0, 0, 240)}",
          _letters(20, TITLE, bold=True)),
    Stijl("cell_small", "Nota Tabeltekst klein", "NotaTabeltekstklein", "", _letters(17),
          based="cell"),
    Stijl("head_small", "Nota Tabelkop klein", "NotaTabelkopklein", "",
          _letters(17, TITLE, bold=True), based="head"),
    Stijl("fact", "Nota Kerngegeven", "NotaKerngegeven", _FACT, _letters(22)),
    Stijl("fact_last", "Nota Kerngegeven slot", "NotaKerngegevenslot",
          f"<w:pBdr>{_rule('bottom', 6, TITLE, 3)}</w:pBdr>{_spacing(40, 320, 240)}",
          _letters(22), based="fact"),
    Stijl("label", "Nota Label", "NotaLabel", "", f'<w:b w:val="0"/><w:color w:val="{QUIET}"/>',
          based="", kind="character"),
    Stijl("key", "Nota Sleutel", "NotaSleutel", f"<w:keepNext/>{_spacing(0, 40, 240)}",
          _letters(20)),
    Stijl("service", "Nota Dienst", "NotaDienst",
          f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(0, 0, 240)}',
          _letters(20, QUIET)),
    _rol("realisaties", DONE), _rol("planning", PLANNED), _rol("overig", QUIET),
    Stijl("tochead", "TOC Heading", "TOCHeading", f"<w:keepNext/>{_spacing(320, 100)}",
          _letters(26, TITLE, bold=True)),
    _toc(1), _toc(2), _toc(3),
    Stijl("header", "header", "Header",
          f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(0, 0, 240)}',
          _letters(18, QUIET)),
    Stijl("letterhead", "Nota Briefhoofd", "NotaBriefhoofd", _spacing(0, 0, 240),
          _letters(30, TITLE, bold=True)),
    Stijl("footer", "footer", "Footer",
          f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_spacing(0, 0, 240)}',
          _letters(18, QUIET)),
    Stijl("link", "Hyperlink", "Hyperlink", "", f'<w:color w:val="{DONE}"/><w:u w:val="single"/>',
          based="", kind="character"),
    Stijl("table", "Nota Tabel", "NotaTabel", based="", kind="table", extra=_TABLE),
)  # fmt: skip
