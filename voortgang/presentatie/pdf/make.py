"""A deck as PDF/UA-1, by typst: what an agenda program takes, and anyone can read.

The preview shows the same drawing, as svg.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TypeVar

from voortgang.findings import Place
from voortgang.office.made import Made
from voortgang.office.measure import Measure
from voortgang.office.typst.code import SUBSTITUTE
from voortgang.office.typst.compile import Refused, make_pdf_of, make_svgs_of, undecodable
from voortgang.presentatie.pdf.sheet import Files, Sheet
from voortgang.presentatie.pdf.shows import not_shown
from voortgang.presentatie.pdf.write import SheetWriter, write_head
from voortgang.presentatie.plan.frame import TEMPLATE
from voortgang.presentatie.plan.prepare import Prepared
from voortgang.presentatie.regels import PDF
from voortgang.presentatie.slides import Deck, Slide
from voortgang.presentatie.template.huisstijl import Huisstijl

Result = TypeVar("Result")


def make_pdf(prepared: Prepared, date: datetime | None) -> Made:
    """Set a deck as PDF/UA-1, slide by slide as it was planned, without its notes.

    `date` is what the file carries. What the pdf cannot show of the house style is a finding.
    """
    files, slides = Files(), range(len(prepared.deck.slides))
    write = partial(_source, prepared.deck, prepared.huisstijl, date, files, slides)
    content, _ = _settled(files, lambda: make_pdf_of(write, date, files.contents))
    said = not_shown(prepared, files)
    found = [PDF.at(Place(TEMPLATE, 1, 1), *each) for each in said]
    return Made(content, (*prepared.findings, *found))


def make_svgs(deck: Deck, huisstijl: Huisstijl, slides: Sequence[int]) -> list[bytes]:
    """Draw some slides of a deck, by their numbers from 0, as they stand in the pdf."""
    if not slides:
        return []
    files = Files()

    def drawn() -> list[bytes]:
        source = _source(deck, huisstijl, None, files, slides, frozenset(), linked=False)
        return make_svgs_of(source, files.contents)

    return _settled(files, drawn)


def _settled(files: Files, make: Callable[[], Result]) -> Result:
    """Make something; what typst cannot show of the pictures and the house style is left out."""
    while True:
        try:
            return make()
        except Refused as refused:
            damaged = undecodable(refused.diagnostic, {path: path for path in files.contents})
            if damaged is not None:
                files.leave_out(damaged)
            elif files.plain:
                raise
            else:
                files.plain = True


def _source(  # noqa: PLR0913, PLR0917 -- what the document is made of
    deck: Deck,
    huisstijl: Huisstijl,
    date: datetime | None,
    files: Files,
    slides: Sequence[int],
    lacking: frozenset[str],
    *,
    linked: bool = True,
) -> str:
    measure, shown = Measure(), {ord(char): SUBSTITUTE for char in lacking}
    levels = list(_levels(deck.slides))
    pages = [write_head(deck, huisstijl, date)]
    for n in slides:
        layout = huisstijl.layouts[deck.slides[n].layout]
        sheet = Sheet(huisstijl, layout, measure, files, shown, linked)
        pages.append(SheetWriter(sheet).write(deck.slides[n], n + 1, levels[n]))
    return "\n".join(pages)


def _levels(slides: tuple[Slide, ...]) -> Iterator[int]:
    """Give the level of each title: a section begins one level above the slides that follow it."""
    if slides:
        yield 1
    for before, slide in pairwise(slides):
        yield 2 if slide.section and slide.section == before.section else 1
