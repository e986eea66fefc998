"""A deck as PDF/UA-1, by typst: what an agenda program takes, and anyone can read."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import pairwise

from voortgang.findings import Place
from voortgang.office.made import Made
from voortgang.office.measure import Measure
from voortgang.office.typst.code import SUBSTITUTE
from voortgang.office.typst.compile import Refused, make_pdf_of, undecodable
from voortgang.presentatie.pdf.sheet import Files, Sheet
from voortgang.presentatie.pdf.shows import not_shown
from voortgang.presentatie.pdf.write import SheetWriter, write_head
from voortgang.presentatie.plan.frame import TEMPLATE
from voortgang.presentatie.plan.prepare import Prepared
from voortgang.presentatie.regels import PDF
from voortgang.presentatie.slides import Slide


def make_pdf(prepared: Prepared, date: datetime | None) -> Made:
    """Set a deck as PDF/UA-1, slide by slide as it was planned, without its notes.

    `date` is what the file carries. What the pdf cannot show of the house style is a finding.
    """
    files = Files()
    write = partial(_source, prepared, date, files)
    while True:
        try:
            content, _ = make_pdf_of(write, date, files.contents)
            break
        except Refused as refused:
            damaged = undecodable(refused.diagnostic, {path: path for path in files.contents})
            if damaged is not None:
                files.leave_out(damaged)
            elif files.plain:
                raise
            else:
                files.plain = True
    said = not_shown(prepared, files)
    found = [PDF.at(Place(TEMPLATE, 1, 1), *each) for each in said]
    return Made(content, (*prepared.findings, *found))


def _source(
    prepared: Prepared, date: datetime | None, files: Files, lacking: frozenset[str]
) -> str:
    deck, huisstijl = prepared.deck, prepared.huisstijl
    measure, shown = Measure(), {ord(char): SUBSTITUTE for char in lacking}
    pages = [write_head(deck, huisstijl, date)]
    for number, (slide, level) in enumerate(zip(deck.slides, _levels(deck.slides), strict=True), 1):
        sheet = Sheet(huisstijl, huisstijl.layouts[slide.layout], measure, files, shown)
        pages.append(SheetWriter(sheet).write(slide, number, level))
    return "\n".join(pages)


def _levels(slides: tuple[Slide, ...]) -> Iterator[int]:
    """Give the level of each title: a section begins one level above the slides that follow it."""
    if slides:
        yield 1
    for before, slide in pairwise(slides):
        yield 2 if slide.section and slide.section == before.section else 1
