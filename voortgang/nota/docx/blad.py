"""A text on one page, with a narrow column beside it: as sections, and measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import ceil

from voortgang.content.blocks import Blocks
from voortgang.nota.docx.body import WordBody
from voortgang.nota.docx.heights import TWIP, Heights, height_of, pushed_down
from voortgang.nota.docx.piece import Piece, WordParagraph, end_section
from voortgang.nota.docx.template.element import make
from voortgang.nota.docx.template.page import BESIDE
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.structuur import main_and_side

SAFE = 1.015  # an estimate that is too small tells nobody of what stands on a second page
NARROW = 2500  # 4.4 cm, in twentieths of a point


def one_page(
    house: WordTemplate, writer: WordBody, head: Blocks, rest: Blocks
) -> tuple[list[Piece], int]:
    """Write a text, its narrow column beside the rest; count the lines that run over the page."""
    main, side = main_and_side(rest)
    narrow = min(NARROW, house.text_width // 3) if side else 0
    wide = house.text_width - narrow - BESIDE if side else house.text_width
    parts: list[list[Piece]] = []
    heights: list[float] = []
    for blocks, width in ((head, house.text_width), (main, wide), (side, narrow)):
        with _of_width(house, width):
            parts.append(writer.parts(blocks))
            heights.append(height_of(list(Heights(house).strips(parts[-1]))))
    above, *columns = parts
    if side:
        end_section(above)
        end_section(columns[1], 2, widths=(wide, narrow))
        first = next((one for one in columns[1] if isinstance(one, WordParagraph)), None)
        if first:
            first.content.insert(0, make("r", make("br", type="column")))
    room = house.area.height / TWIP - pushed_down(house)
    over = (heights[0] + max(heights[1:])) * SAFE - room
    lines = max(0, ceil(over / house.looks["normal"].pitch))
    return [piece for part in parts for piece in part], lines


@contextmanager
def _of_width(house: WordTemplate, width: int) -> Iterator[None]:
    """Let tables, tabs and drawings take the width of a column."""
    area = house.area
    house.area = replace(area, width=width)
    try:
        yield
    finally:
        house.area = area
