"""What composing shares: the job at hand, and a slide in the making."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from voortgang.content.cijfers import Cijfer
from voortgang.findings import Finding
from voortgang.presentatie.draw_text import Drawn, Sheet, draw_eyebrow, draw_title
from voortgang.presentatie.huisstijl import Layout
from voortgang.presentatie.measure import Span
from voortgang.presentatie.outline import Dia
from voortgang.presentatie.slides import Element, Slide


def _nothing(_source: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deck is made with; `picture` gives the bytes of a picture of the workspace."""

    title: str
    author: str = ""
    subject: str = ""
    footer: str | None = None
    minimale_lettergrootte: float = 14
    picture: Callable[[str], bytes | None] = _nothing


@dataclass(frozen=True, slots=True)
class Job:
    """All that composing a slide may need."""

    sheet: Sheet
    settings: Settings
    figures: Mapping[str, Cijfer]
    dias: tuple[Dia, ...]
    findings: list[Finding] = field(default_factory=list)


def titled(job: Job, dia: Dia, layout: Layout, part: tuple[int, int]) -> Drawn:
    """Write title and eyebrow; `part` is which of how many slides this is."""
    if layout.title is None:
        return Drawn(())
    eyebrow: tuple[Element, ...] = ()
    width = 0
    if dia.bovenschrift:
        eyebrow, width = draw_eyebrow(job.sheet, layout, dia.bovenschrift)
    words = dia.titel if part[1] == 1 else (*dia.titel, Span(f" ({part[0]}/{part[1]})"))
    drawn = draw_title(job.sheet, layout.title, words, "Titel", width=width)
    return Drawn((*drawn.elements, *eyebrow), drawn.shift)


def longest_title(job: Job, dia: Dia, layout: Layout) -> int:
    """Give how far a title with its number pushes down what stands under it."""
    return max(titled(job, dia, layout, (1, 1)).shift, titled(job, dia, layout, (88, 88)).shift)


def made(  # noqa: PLR0913, PLR0917 -- a slide has this many sides
    job: Job,
    dia: Dia,
    layout: Layout,
    elements: tuple[Element, ...],
    title: str,
    notes: tuple[str, ...],
) -> Slide:
    """Put a slide together."""
    footer = job.settings.footer if layout.footer else None
    return Slide(layout.index, title, elements, notes, dia.sectie, footer)
