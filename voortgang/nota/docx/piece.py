"""What the body of a document is made of, as long as it is not settled where its pages begin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from voortgang.content.blocks import Table
from voortgang.nota.docx.template.element import PLAIN, Shaping, w
from voortgang.office.measure import FORCED
from voortgang.office.xml import Element

SIGNS = {w("tab"): "\t", w("br"): FORCED, w("noBreakHyphen"): "-"}  # that are no text in Word


@dataclass(slots=True)
class WordParagraph:
    """A paragraph in the style of a key; `columns` are those of the section that ends with it.

    They are equal, but for those of `widths`. `lying` tells that the pages of that section lie on
    their side.
    """

    style: str
    content: list[Element]
    shaping: Shaping = PLAIN
    columns: int = 0
    widths: tuple[int, ...] = ()
    lying: bool = False

    @property
    def text(self) -> str:
        """What can be read in it, with its tabs and the ends of its lines."""
        signs = (sign for run in self.content for sign in run.iter(w("t"), *SIGNS))
        return "".join(SIGNS.get(sign.tag, sign.text or "") for sign in signs)

    def keep_with_next(self) -> None:
        """Let no page end below it."""
        self.shaping = replace(self.shaping, keep_next=True)

    def begin_page(self) -> None:
        """Let a page begin with it."""
        self.shaping = replace(self.shaping, begins_page=True, before=0)


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table that is written; `widths` of its columns in twentieths of a point."""

    element: Element
    block: Table
    widths: list[int]


Piece: TypeAlias = WordParagraph | WordTable


def end_section(
    pieces: Sequence[Piece], columns: int = 1, *, widths: tuple[int, ...] = (), lying: bool = False
) -> None:
    """Let a section of so many columns end with the last of these, unless one ends there."""
    for last in pieces[-1:]:
        if isinstance(last, WordParagraph) and not last.columns:
            last.columns, last.widths, last.lying = columns, widths, lying
