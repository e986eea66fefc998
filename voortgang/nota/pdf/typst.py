"""typst, closed in: no other files, only the fonts we carry.

The way to the network is closed by the process that it runs in (`source.bounded`): typst obeys a
proxy, and the one there refuses.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from voortgang.source.scratch import scratch_folder

FONTS = Path(__file__).parents[2] / "office" / "fonts"


class Refused(Exception):  # noqa: N818 -- an answer, no error of ours
    """typst cannot make a pdf of this; its own words."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def ask(source: str, label: str) -> list[dict[str, Any]]:
    """Give the values that a page without pictures marks with a label, in order.

    Raises Refused.
    """
    with scratch_folder() as room:
        page = room / "nota.typ"
        page.write_text(source, encoding="utf-8", newline="\n")
        try:
            answer = typst.query(
                str(page),
                f"<{label}>",
                field="value",
                root=str(room),
                font_paths=_fonts(),
                ignore_system_fonts=True,
                package_path=str(room),
                package_cache_path=str(room),
            )
        except typst.TypstError as error:
            raise Refused(error.diagnostic) from None
    values: list[dict[str, Any]] = json.loads(answer)
    return values


def compile_pdf(source: str, date: datetime, pictures: Mapping[str, bytes]) -> bytes:
    """Set a page as PDF/UA-1; `pictures` are by the path that it names. Raises Refused."""
    with scratch_folder() as room:
        for path, content in pictures.items():
            (room / path.lstrip("/")).write_bytes(content)
        (room / "nota.typ").write_text(source, encoding="utf-8", newline="\n")
        try:
            made: bytes = typst.compile(
                str(room / "nota.typ"),
                root=str(room),
                font_paths=_fonts(),
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
                timestamp=int(date.timestamp()),
                package_path=str(room),
                package_cache_path=str(room),
            )
        except typst.TypstError as error:
            raise Refused(error.diagnostic) from None
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
