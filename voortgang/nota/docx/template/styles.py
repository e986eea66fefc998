"""The default house style of the nota, style by style; also plan B where a template lacks one.

Letters are in half points, distances in twentieths of a point, as Word counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from voortgang.nota.docx.template.element import (
    NO_SWAPS,
    PLAIN,
    USUAL,
    Border,
    Lettering,
    Shaping,
    Tab,
    make,
)
from voortgang.office.xml import Element

INK, TITLE, PAPER, QUIET, HAIR = "18232B", "0E3A47", "F6F2EA", "54626B", "C9CFD1"
DONE, PLANNED = "0B6375", "9A5400"
TEXT_WIDTH = 9072  # 16 cm between the margins
SIZE = 11  # points: running text, which all other letters are in proportion to
OWN = {"dk2": TITLE, "lt2": PAPER, "accent1": DONE, "accent2": PLANNED, "accent3": QUIET}
UNNUMBERED = (0, 0)  # the list that is none


@dataclass(frozen=True, slots=True)
class Stijl:
    """A style: its key in this program, built-in name and id, and how it looks.

    `based` is the key of the style that it builds on. `expected` styles are Word's own: where a
    template lacks one, that is worth a warning.
    """

    key: str
    name: str
    own_id: str
    shaping: Shaping = PLAIN
    letters: Lettering = USUAL
    based: str = "normal"
    kind: str = "paragraph"
    expected: bool = False

    def element(
        self, own_id: str, based: str, colours: Mapping[str, str] = NO_SWAPS, share: float = 1,
        *, unnumbered: bool = False,
    ) -> Element:  # fmt: skip
        """Write the style with the id that it gets and the id that it builds on.

        `colours` gives what stands in for a colour, `share` the size of letters against the
        default's; `unnumbered` takes away a number that the style it builds on would give it.
        """
        kind = {"type": self.kind}
        if self.key == "normal":
            kind["default"] = "1"
        if self.name.startswith("Nota "):
            kind["customStyle"] = "1"
        made = make("style", make("name", val=self.name), **kind, styleId=own_id)
        if based and self.key != "normal":
            made.append(make("basedOn", val=based))
        made.extend([make("uiPriority", val=9), make("qFormat")])
        shaping, letters = self.shaping, self.letters
        if unnumbered and self.kind == "paragraph":
            shaping = replace(shaping, number=UNNUMBERED)
        if letters.size is not None:
            letters = letters._replace(size=round(letters.size * share))
        for name, parts in (("pPr", shaping.elements(colours)), ("rPr", letters.elements(colours))):
            holder = make(name, *parts)
            if len(holder):
                made.append(holder)
        if self.kind == "table":
            made.extend(_table_look(colours))
        return made


def _table_look(colours: Mapping[str, str]) -> Iterator[Element]:
    """Write what rules and insets a table has, and the dress of its first row."""
    borders = (Border("top", 10, TITLE, 0), Border("bottom", 10, TITLE, 0),
               Border("insideH", 4, HAIR, 0))  # fmt: skip
    insets = (("top", 40), ("left", 60), ("bottom", 40), ("right", 60))
    yield make(
        "tblPr",
        make("tblBorders", *(border.element(colours) for border in borders)),
        make("tblCellMar", *(make(side, w=room, type="dxa") for side, room in insets)),
    )
    under = make("tcBorders", Border("bottom", 6, TITLE, 0).element(colours))
    head = make("rPr", *Lettering(bold=True, colour=TITLE).elements(colours))
    yield make("tblStylePr", head, make("tcPr", under), type="firstRow")


def _letters(size: int, colour: str = INK, *, bold: bool = False) -> Lettering:
    return Lettering(bold=bold, italic=False, colour=colour, size=size)


def _gaps(before: int, after: int, line: int | None = None) -> Shaping:
    return Shaping(before=before, after=after, line=line)


def _lines(after: int, least: int, *, whole: bool = True) -> Shaping:
    """Set lines of `least` high: what is more than the letters need stands above them."""
    return Shaping(keep_lines=whole, before=0, after=after, line=least, rule="atLeast")


def _heading(before: int, after: int, outline: int | None = None) -> Shaping:
    return Shaping(keep_next=True, keep_lines=True, before=before, after=after, outline=outline)


def _kop(level: int, size: int, before: int, after: int) -> Stijl:
    return Stijl(
        f"kop{level}", f"heading {level}", f"Heading{level}", _heading(before, after, level - 1),
        _letters(size, TITLE, bold=True), expected=level <= 3,  # noqa: PLR2004 -- deeper is rare
    )  # fmt: skip


def _rol(key: str, colour: str) -> Stijl:
    """Dress the heading of a list of acties: Word's Kop 3 with a rule, the count on a tab."""
    under = replace(_heading(130, 0, 2), borders=(Border("bottom", 10, colour, 2),), tabs=END)
    name = key.capitalize()
    letters = _letters(23, colour, bold=True)
    return Stijl(f"rol_{key}", f"Nota {name}", f"Nota{name}", under, letters, based="kop3")


def _toc(level: int) -> Stijl:
    # The tab is for page numbers, which Word sets when somebody updates the table.
    shaping = replace(_gaps(0, 20, 240), tabs=(Tab("right", TEXT_WIDTH, "dot"),),
                      left=(level - 1) * 284)  # fmt: skip
    return Stijl(f"toc{level}", f"toc {level}", f"TOC{level}", shaping)


END = (Tab("right", TEXT_WIDTH),)
_TIGHT = _gaps(0, 0, 240)
_FACT = Shaping(
    keep_next=True, keep_lines=True, borders=(Border("bottom", 4, HAIR, 3),
    Border("between", 4, HAIR, 3)), tabs=(Tab("left", 1474),), before=40, after=40, line=240,
    left=1474, hanging=1474,
)  # fmt: skip
_KERN = Shaping(
    keep_lines=True, borders=(Border("top", 4, PAPER, 8), Border("left", 24, DONE, 12),
    Border("bottom", 4, PAPER, 8), Border("right", 4, PAPER, 8)), ground=PAPER, before=0, after=0,
    left=280, right=180,
)  # fmt: skip
_LINK = Lettering(colour=DONE, underlined=True)

STIJLEN = (
    Stijl("normal", "Normal", "Normal", replace(_gaps(0, 160, 264), widows=True), _letters(22)),
    Stijl("title", "Title", "Title", _heading(0, 160), _letters(36, TITLE, bold=True),
          expected=True),
    Stijl("subtitle", "Subtitle", "Subtitle", _gaps(0, 240), _letters(24, QUIET)),
    _kop(1, 30, 360, 120), _kop(2, 26, 300, 100), _kop(3, 23, 200, 80), _kop(4, 22, 180, 60),
    Stijl("bullet", "List Bullet", "ListBullet", _lines(0, 260), _letters(21), expected=True),
    Stijl("bullet2", "List Bullet 2", "ListBullet2", _lines(0, 252), _letters(20)),
    Stijl("number", "List Number", "ListNumber", _lines(0, 260), _letters(21), expected=True),
    Stijl("continue", "List Continue", "ListContinue", _lines(10, 252, whole=False), _letters(20)),
    Stijl("quote", "Quote", "Quote",
          replace(_gaps(0, 120), borders=(Border("left", 16, DONE, 12),), left=280), _letters(22),
          expected=True),
    Stijl("source", "Nota Bron", "NotaBron", _gaps(0, 160), _letters(19, QUIET), based="quote"),
    Stijl("caption", "caption", "Caption", replace(_gaps(160, 80), keep_next=True),
          _letters(19, QUIET, bold=True)),
    Stijl("kern", "Nota Kern", "NotaKern", _KERN, _letters(22)),
    Stijl("kengetal", "Nota Kengetal", "NotaKengetal",
          replace(_heading(300, 0), line=240, borders=(Border("top", 18, TITLE, 4),)),
          _letters(64, TITLE, bold=True)),
    Stijl("cell", "Nota Tabeltekst", "NotaTabeltekst", _TIGHT, _letters(20)),
    Stijl("head", "Nota Tabelkop", "NotaTabelkop", replace(_TIGHT, keep_next=True),
          _letters(20, TITLE, bold=True)),
    Stijl("cell_small", "Nota Tabeltekst klein", "NotaTabeltekstklein", letters=_letters(17),
          based="cell"),
    Stijl("head_small", "Nota Tabelkop klein", "NotaTabelkopklein",
          letters=_letters(17, TITLE, bold=True), based="head"),
    Stijl("fact", "Nota Kerngegeven", "NotaKerngegeven", _FACT, _letters(22)),
    Stijl("fact_last", "Nota Kerngegeven slot", "NotaKerngegevenslot",
          replace(_gaps(40, 320, 240), borders=(Border("bottom", 6, TITLE, 3),)), _letters(22),
          based="fact"),
    Stijl("label", "Nota Label", "NotaLabel", letters=Lettering(bold=False, colour=QUIET), based="",
          kind="character"),
    Stijl("key", "Nota Sleutel", "NotaSleutel", replace(_gaps(0, 40, 240), keep_next=True),
          _letters(20)),
    Stijl("service", "Nota Dienst", "NotaDienst", replace(_TIGHT, tabs=END), _letters(20, QUIET)),
    _rol("realisaties", DONE), _rol("planning", PLANNED), _rol("overig", QUIET),
    Stijl("tochead", "TOC Heading", "TOCHeading", replace(_gaps(320, 100), keep_next=True),
          _letters(26, TITLE, bold=True)),
    _toc(1), _toc(2), _toc(3),
    Stijl("header", "header", "Header", replace(_TIGHT, tabs=END), _letters(18, QUIET)),
    Stijl("letterhead", "Nota Briefhoofd", "NotaBriefhoofd", _TIGHT,
          _letters(30, TITLE, bold=True)),
    Stijl("footer", "footer", "Footer", replace(_TIGHT, tabs=END), _letters(18, QUIET)),
    Stijl("link", "Hyperlink", "Hyperlink", letters=_LINK, based="", kind="character"),
    Stijl("table", "Nota Tabel", "NotaTabel", based="", kind="table"),
)  # fmt: skip
