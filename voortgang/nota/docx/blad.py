"""A text on one page, with a narrow column beside it: as sections, and measured."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import ceil

from voortgang.content.blocks import Blocks
from voortgang.nota.docx.body import WordBody
from voortgang.nota.docx.heights import TWIP, Heights, height_of, pushed_down
from voortgang.nota.docx.piece import Piece, WordParagraph
from voortgang.nota.docx.template.element import make
from voortgang.nota.docx.template.page import BESIDE
from voortgang.nota.docx.template.read import WordTemplate

SAFE = 1.015  # an estimate that is too small tells nobody of what stands on a second page
NARROW = 2500  # 4.4 cm, in twentieths of a point


@dataclass(frozen=True, slots=True)
class OnePage:
    """What stands in the wide and in the narrow column, their widths, and what is too much."""

    main: list[Piece]
    side: list[Piece]
    widths: tuple[int, int]
    lines_over: int


def one_page(
    house: WordTemplate, writer: WordBody, above: Sequence[Piece], main: Blocks, side: Blocks
) -> OnePage:
    """Write two columns, and count by how many lines the longer one runs over the page."""
    narrow = min(NARROW, house.text_width // 3)
    wide = house.text_width - narrow - BESIDE
    columns: list[list[Piece]] = []
    heights = [height_of(list(Heights(house).strips(above)))]
    writer.broad = False
    for blocks, width in ((main, wide), (side, narrow)):
        with _of_width(house, width):
            written = writer.blocks(blocks)
            columns.append(written)
            heights.append(height_of(list(Heights(house).strips(written))))
    first = next((one for one in columns[1] if isinstance(one, WordParagraph)), None)
    if first:
        first.content.insert(0, make("r", make("br", type="column")))
    room = house.area.height / TWIP - pushed_down(house)
    over = (heights[0] + max(heights[1:])) * SAFE - room
    lines = max(0, ceil(over / house.looks["normal"].pitch))
    return OnePage(columns[0], columns[1], (wide, narrow), lines)


@contextmanager
def _of_width(house: WordTemplate, width: int) -> Iterator[None]:
    """Let tables, tabs and drawings take the width of a column."""
    area = house.area
    house.area = replace(area, width=width)
    try:
        yield
    finally:
        house.area = area
