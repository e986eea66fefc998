"""What composing shares: the job at hand, and a slide in the making."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeAlias

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding, Place
from voortgang.model.rapport import Rapport
from voortgang.office.measure import PITCH, POINT, Span, plain
from voortgang.presentatie.draw.text import LEAST, Drawn, Sheet, draw_eyebrow, draw_title
from voortgang.presentatie.outline import Dia
from voortgang.presentatie.regels import VOETTEKST
from voortgang.presentatie.slides import Element, Slide
from voortgang.presentatie.template.huisstijl import Layout

if TYPE_CHECKING:
    from voortgang.content.template.render import Rendered

TEMPLATE = "templates/presentatie.pptx"
Body: TypeAlias = tuple[Layout, tuple[Element, ...]]  # what stands on a slide under its title


def _nothing(_source: str) -> bytes | None:
    return None


def _same(line: int) -> int:
    return line


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deck is made with.

    `picture` gives the bytes of a picture of the workspace, or raises an exception with a Dutch
    `message` and `hint` (source.inside.Unreadable); `file` and `line_of` name the
    template and its line that wrote a line of the text, for findings.
    """

    title: str
    author: str = ""
    subject: str = ""
    footer: str | None = None
    minimale_lettergrootte: float = 14
    picture: Callable[[str], bytes | None] = _nothing
    file: str = "templates/presentatie.md.j2"
    line_of: Callable[[int], int] = _same

    @classmethod
    def of(cls, rapport: Rapport, text: "Rendered", picture: Callable[[str], bytes]) -> Self:
        """Take the settings from a report and its rendered text."""
        title = rapport.volledige_titel
        return cls(
            title=title,
            author=rapport.bestuur,
            subject="organisatiebeheersing",
            footer=f"{title} · ontwerp" if rapport.ontwerp else title,
            minimale_lettergrootte=rapport.presentatie.minimale_lettergrootte,
            picture=picture,
            file=text.file,
            line_of=text.line_of,
        )


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
    tail = tail_of(dia, part)
    drawn = draw_title(job.sheet, layout.title, dia.titel, "Titel", width=width, tail=tail)
    return Drawn((*drawn.elements, *eyebrow), drawn.shift)


def tail_of(dia: Dia, part: tuple[int, int]) -> str:
    """Say in a title which of how many slides this is; not in brackets behind those of its own."""
    number, count = part
    if count == 1:
        return ""
    if plain(dia.titel).endswith(")"):
        return f", deel {number} van {count}"
    return f" ({number}/{count})"


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
    footer = job.settings.footer if footer_fits(job, layout) else None
    return Slide(layout.index, title, elements, notes, dia.sectie, footer)


def footer_fits(job: Job, layout: Layout) -> bool:
    """Tell whether the footer has room; where it has not, it is left out, and that is said."""
    area, text = layout.footer, job.settings.footer
    if not area or not text:
        return False
    size = area.levels[0].size if area.levels else LEAST
    width = area.box.width - area.insets.left - area.insets.right
    high = area.box.height - area.insets.top - area.insets.bottom
    lines = len(job.sheet.measure.lines((Span(text),), area.font, size, width))
    if lines <= max(1, int(high / POINT / (PITCH * size))):
        return True
    finding = VOETTEKST.at(
        Place(TEMPLATE, 1, 1),
        f"de voettekst past niet in de indeling '{layout.name}' en blijft daar weg",
        "kies een kortere titel, of geef de voettekst meer plaats in het sjabloon",
    )
    if finding not in job.findings:
        job.findings.append(finding)
    return False
