"""typst, closed in: no other files, only the fonts we carry.

The way to the network is closed by the process that it runs in (`source.bounded`): typst obeys a
proxy, and the one there refuses.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from voortgang.source.scratch import scratch_folder

FONTS = Path(__file__).parents[1] / "fonts"
PAGE = "pagina.typ"
_ROUNDS = 4  # compilations: each one may show more signs that the font lacks
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_IMAGE = re.compile(r"decode image|image format")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class Refused(Exception):  # noqa: N818 -- an answer, no error of ours
    """typst cannot make a pdf of this: its own words, and the source that they are about."""

    def __init__(self, diagnostic: str, source: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic
        self.source = source


def ask(source: str, pictures: Mapping[str, bytes], label: str) -> list[dict[str, Any]]:
    """Give the values that a page marks with a label, in order.

    Raises Refused.
    """
    with _room(source, pictures) as closed_in:
        answer = typst.query(selector=f"<{label}>", field="value", **closed_in)
    values: list[dict[str, Any]] = json.loads(answer)
    return values


def make_svgs_of(source: str, pictures: Mapping[str, bytes]) -> list[bytes]:
    """Draw each page of a source; its letters are forms, so that it needs no font.

    Raises Refused.
    """
    with _room(source, pictures) as closed_in:
        made = typst.compile(format="svg", **closed_in)
    return [made] if isinstance(made, bytes) else made


def make_pdf_of(
    write: Callable[[frozenset[str]], str], date: datetime | None, pictures: Mapping[str, bytes]
) -> tuple[bytes, frozenset[str]]:
    """Set what `write` gives as PDF/UA-1; it is told which signs the fonts lack.

    Gives these signs too. `pictures` are by the path that the source names. Raises Refused.
    """
    moment = int((date or _NO_DATE).timestamp())
    missing: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        try:
            with _room(write(missing), pictures) as closed_in:
                return typst.compile(pdf_standards=["ua-1"], timestamp=moment, **closed_in), missing
        except Refused as error:
            refused, new = error, _lacking(error.diagnostic) - missing
            if not new:
                break
            missing |= new
    raise refused


def undecodable(diagnostic: str, paths: Mapping[str, str]) -> str | None:
    """Give the picture that typst cannot decode; `paths` names the file of each in its source."""
    if not _IMAGE.search(diagnostic):
        return None
    return next((name for name, path in paths.items() if f'"{path}"' in diagnostic), None)


def _lacking(diagnostic: str) -> frozenset[str]:
    """Give the characters that the font lacks, going by typst's words."""
    texts = _LACKING.findall(diagnostic)
    shown = [_ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), text) for text in texts]
    return frozenset(char for text in shown for char in text if not char.isascii())


@contextmanager
def _room(source: str, pictures: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    """Put a page and its pictures in a folder of their own; give what closes typst in there.

    Raises Refused.
    """
    with scratch_folder() as room:
        for path, content in pictures.items():
            (room / path.lstrip("/")).write_bytes(content)
        page = room / PAGE
        page.write_text(source, encoding="utf-8", newline="\n")
        try:
            yield {
                "input": str(page),
                "root": str(room),
                "font_paths": _fonts(),
                "ignore_system_fonts": True,
                "package_path": str(room),
                "package_cache_path": str(room),
            }
        except typst.TypstError as error:
            raise Refused(error.diagnostic, source) from None
        except BaseException as error:
            # typst itself breaks down on some pages; what it raises then can't be imported.
            if type(error).__name__ != "PanicException":
                raise
            raise Refused(f"panic: {error}", source) from None


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
