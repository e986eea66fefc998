"""What composing goes by: the settings of a deck, and the slide at hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeAlias

from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding
from voortgang.model.instellingen import PresentatieGegevens
from voortgang.model.rapport import Rapport
from voortgang.office.measure import Measure
from voortgang.presentatie.draw.pen import Pen
from voortgang.presentatie.fit.fit import Fitted, Galley, Space, Spaces, Steps, Tailor, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Punt
from voortgang.presentatie.slides import Element
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout, Purpose

if TYPE_CHECKING:
    from voortgang.content.template.render import Rendered

Body: TypeAlias = tuple[Layout, tuple[Element, ...]]  # what stands on a slide under its title


def _same(line: int) -> int:
    return line


@dataclass(frozen=True, slots=True)
class Settings:
    """What a deck is made with.

    `picture` gives the bytes of a picture of the workspace, or raises Unreadable; `file` and
    `line_of` name the template and its line that wrote a line of the text, for findings.
    """

    title: str
    author: str = ""
    subject: str = ""
    footer: str | None = None
    minimale_lettergrootte: float = PresentatieGegevens().minimale_lettergrootte
    picture: Callable[[str], bytes] | None = None
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
class Task:
    """One slide of the author to be composed, and all that this may need.

    `dias` are all slides of the author, `findings` gathers what is found on the way.
    """

    dia: Dia
    dias: tuple[Dia, ...]
    huisstijl: Huisstijl
    measure: Measure
    settings: Settings
    figures: Mapping[str, Cijfer]
    findings: list[Finding]

    def layouts(self, *purposes: Purpose) -> list[Layout]:
        """List the layouts that can serve, the best first."""
        style = self.huisstijl
        return [style.layouts[n] for each in purposes for n in style.purposes.get(each, ())]

    @property
    def plain(self) -> Layout:
        """Give the layout for a title and whatever stands freely under it."""
        return self.huisstijl.first("alleen_titel")

    def pen(self, ground: Layout | Area | Space) -> Pen:
        """Give the pen for text of its own on a layout, or in an area or a space."""
        font = self.huisstijl.body_font if isinstance(ground, Layout) else ground.font
        return Pen(self.huisstijl, self.measure, font)

    def steps(self, largest: float) -> Steps:
        """List the sizes that may be tried, from this one down."""
        return ladder(self.settings.minimale_lettergrootte, largest)

    def fit(
        self, lists: Sequence[tuple[Punt, ...]], ways: Sequence[Spaces], steps: Steps
    ) -> Fitted:
        """Fit lists in the best of some ways to set them."""
        return Tailor(tuple(map(items_of, lists)), steps, self.measure).fit(ways)

    def flow(
        self, entries: tuple[Punt, ...], spaces: Iterable[Space], steps: Steps
    ) -> list[Galley]:
        """Fit a list in the best of some spaces: what of it stands on each slide."""
        return self.fit([entries], [(space,) for space in spaces], steps).of(0)

    def find(self, finding: Finding) -> None:
        """Keep a finding; what several slides have in common is said once."""
        if finding not in self.findings:
            self.findings.append(finding)
