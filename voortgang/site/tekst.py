"""The texts of a year as pages of the site: the nota, the summary."""

from dataclasses import replace
from typing import TYPE_CHECKING

from voortgang.documents.publicaties import (
    HTML,
    PRESENTATIE,
    PUBLICATIES,
    UNUSUAL,
    Publicatie,
    Tekst,
    Uitgave,
    properties_of,
)

if TYPE_CHECKING:
    from voortgang.documents.sources import Sources
    from voortgang.office.made import Made


def make_text_page(text: Tekst, sources: "Sources") -> "Made":
    """Write a text of the report as a page; raises FindingsError where a picture cannot be used."""
    from voortgang.nota.html.write import parts_of_page
    from voortgang.office.made import Made
    from voortgang.site.blad import make_page

    rapport, rendered = sources.rapport, text.rendered
    parts = parts_of_page(rendered.blocks, rendered.cijfers, properties_of(text, sources))
    path = f"{rapport.rapportjaar}/{text.stem}.html"
    context = {**parts, "rapport": rapport}
    return Made(make_page("tekst.html.j2", path, context, sources.templates, sources.verloop))


PAGINA = Uitgave(HTML.vorm, "pagina", make_text_page, module="voortgang.site.blad")


def _on_site(publicatie: Publicatie) -> Publicatie:
    """Give the documents that people take along, and the text itself as a page."""
    files = tuple(u for u in publicatie.uitgaven if u.vorm not in (HTML.vorm, *UNUSUAL))
    pages = () if publicatie.naam == PRESENTATIE.naam else (PAGINA,)
    return replace(publicatie, uitgaven=(*pages, *files))


ON_SITE = tuple(map(_on_site, PUBLICATIES))
