"""The documents that a year gives, and the formats of each: a new one is an entry in this table.

Whoever makes, names or explains documents goes by it: `build`, `preview`, the help texts.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voortgang.content.blocks import Blocks
    from voortgang.content.cijfers.cijfer import Cijfer
    from voortgang.content.template.render import Rendered
    from voortgang.documents.sources import Sources
    from voortgang.nota.properties import Properties
    from voortgang.office.made import Made
    from voortgang.presentatie.plan.prepare import Prepared
    from voortgang.source import Template

    OfNota = tuple[Blocks, Mapping[str, Cijfer], Template, Properties]


# What any document needs to have its text filled in.
TEXTS = (__name__, "voortgang.content.template.render", "voortgang.content.views.context")


@dataclass(frozen=True, slots=True, eq=False)
class Tekst:
    """The text of a document, and the stem of its files' names; perhaps for one orgaan.

    Each is one of its own.
    """

    soort: str
    stem: str
    orgaan: str | None
    rendered: "Rendered"


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A format that documents come in: its suffix, and the words by which a summary names one.

    In these words `{}` is the document. `make` makes it in the house style of `template`, with
    the function of `module`: to load that takes longer than to use it.
    """

    vorm: str
    naam: str
    make: "Callable[[Tekst, Sources], Made]"
    template: str | None = None
    module: str | None = None


@dataclass(frozen=True, slots=True)
class Publicatie:
    """A document: its name, the template of its text, and the formats that it comes in."""

    naam: str
    template: str
    uitgaven: tuple[Uitgave, ...]
    per_orgaan: bool = False

    def texts(self, sources: "Sources") -> Iterator[Tekst]:
        """Fill in the text, one for each orgaan if need be; raises FindingsError."""
        from voortgang.content.template.render import render
        from voortgang.content.views.context import build_context
        from voortgang.model import slug

        rapport = sources.rapport
        for orgaan in (self.per_orgaan and rapport.nota.organen) or (None,):
            stem = f"{self.naam}-{rapport.rapportjaar}" + (f"-{slug(orgaan)}" if orgaan else "")
            context = build_context(rapport, sources.earlier, orgaan, sources.verloop)
            rendered = render(sources.templates.find(self.template), context)
            yield Tekst(self.naam.capitalize(), stem, orgaan, rendered)

    def only(self, vormen: Container[str]) -> "Publicatie":
        """Keep the formats that are asked for."""
        return replace(self, uitgaven=tuple(u for u in self.uitgaven if u.vorm in vormen))

    def modules(self) -> tuple[str, ...]:
        """Name what has to be loaded to make it."""
        makers = (uitgave.module for uitgave in self.uitgaven if uitgave.module)
        return (*TEXTS, *makers)


def _md(text: Tekst, _: "Sources") -> "Made":
    from voortgang.office.made import Made

    return Made(text.rendered.markdown.encode())


@lru_cache(maxsize=1)  # all formats show one plan: the next text takes its place
def planned(text: Tekst, sources: "Sources") -> "Prepared":
    """Plan the deck of a text; raises FindingsError for a template or picture of no use."""
    from voortgang.presentatie.plan.prepare import prepare
    from voortgang.presentatie.plan.task import Settings

    rendered = text.rendered
    template = sources.templates.find(_DECK)
    settings = Settings.of(sources.rapport, rendered, sources.picture)
    return prepare(rendered.blocks, rendered.cijfers, template, settings)


def _deck(text: Tekst, sources: "Sources") -> "Made":
    from voortgang.presentatie.pptx.make import make_deck

    return make_deck(planned(text, sources), sources.moment)


def _pages(text: Tekst, sources: "Sources") -> "Made":
    from voortgang.presentatie.pdf.make import make_pdf

    return make_pdf(planned(text, sources), sources.moment)


def _word(text: Tekst, sources: "Sources") -> "Made":
    from voortgang.nota.docx.write import make_docx

    return make_docx(*_of_nota(text, sources, "nota.docx"))


def _page(text: Tekst, sources: "Sources") -> "Made":
    from voortgang.nota.html.write import make_html

    return make_html(*_of_nota(text, sources, "nota.html.j2"))


def _pdf(text: Tekst, sources: "Sources") -> "Made":
    from voortgang.nota.pdf.write import make_pdf

    return make_pdf(*_of_nota(text, sources, "nota.typ.j2"))


def _of_nota(text: Tekst, sources: "Sources", template: str) -> "OfNota":
    found = sources.templates.find(template)
    return text.rendered.blocks, text.rendered.cijfers, found, properties_of(text, sources)


def properties_of(text: Tekst, sources: "Sources") -> "Properties":
    """Gather what a file of a text says about itself."""
    from voortgang.nota.properties import Properties

    rapport, rendered = sources.rapport, text.rendered
    return Properties(
        title=rapport.volledige_titel,
        subject="organisatiebeheersing",
        bestuur=rapport.bestuur,
        date=sources.moment,
        ontwerp=rapport.ontwerp,
        orgaan=text.orgaan,
        dienst=rapport.contact.dienst if rapport.contact else None,
        soort=text.soort,
        picture=sources.picture,
        file=rendered.file,
        line_of=rendered.line_of,
    )


_DECK = "presentatie.pptx"
_WORD = Uitgave("docx", "{} (Word)", _word, "nota.docx", "voortgang.nota.docx.write")
HTML = Uitgave("html", "{} (webpagina)", _page, "nota.html.j2", "voortgang.nota.html.write")
_PDF = Uitgave("pdf", "{} (pdf)", _pdf, "nota.typ.j2", "voortgang.nota.pdf.write")
_TEXT = Uitgave("md", "tekst van de {}", _md)
PRESENTATIE = Publicatie(
    "presentatie",
    "presentatie.md.j2",
    (
        Uitgave("pptx", "{}", _deck, _DECK, "voortgang.presentatie.pptx.make"),
        Uitgave("pdf", "{} (pdf)", _pages, _DECK, "voortgang.presentatie.pdf.make"),
        _TEXT,
    ),
)
NOTA = Publicatie("nota", "nota.md.j2", (_WORD, HTML, _PDF, _TEXT), per_orgaan=True)
SAMENVATTING = Publicatie("samenvatting", "samenvatting.md.j2", (_WORD, _PDF, _TEXT))
PUBLICATIES = (PRESENTATIE, NOTA, SAMENVATTING)

UNUSUAL = ("md",)  # to compare two years' texts: made when it is asked for by name
USUAL = tuple(
    dict.fromkeys(
        uitgave.vorm
        for publicatie in PUBLICATIES
        for uitgave in publicatie.uitgaven
        if uitgave.vorm not in UNUSUAL
    )
)
VORMEN = (*USUAL, *UNUSUAL)


def in_vormen(vormen: Container[str]) -> tuple[Publicatie, ...]:
    """Give what comes in some formats, in these only."""
    narrowed = (each.only(vormen) for each in PUBLICATIES)
    return tuple(each for each in narrowed if each.uitgaven)
