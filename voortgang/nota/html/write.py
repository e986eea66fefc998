"""The nota as one HTML file: no script, nothing from elsewhere."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from voortgang.content.blocks import Blocks, Heading, plain
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.template.fill import fill
from voortgang.content.template.sandbox import page_sandbox
from voortgang.nota.beeld import read_pictures
from voortgang.nota.html.body import HtmlBody
from voortgang.nota.html.tag import tag
from voortgang.nota.properties import Properties
from voortgang.nota.structuur import CHAPTER, PART, head_and_rest, headings, prepare
from voortgang.office.made import LANGUAGE, Made
from voortgang.source.templates import Template


def make_html(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as HTML in the page `template`.

    The page may use soort, titel, onderwerp, bestuur, dienst, taal, ontwerp, orgaan (texts and a
    truth value), and kop, inhoudsopgave and inhoud (HTML). Raises FindingsError when the page does
    not compile or run (VG025), or a picture cannot be used (VG028).
    """
    context = parts_of_page(blocks, figures, properties)
    return Made(fill(template, context, page_sandbox(_write)).text.encode())


def parts_of_page(
    blocks: Blocks, figures: Mapping[str, Cijfer], properties: Properties
) -> dict[str, str | bool]:
    """Write what a page around the nota is filled in with; raises FindingsError (VG028)."""
    ready = prepare(blocks, on_one_page=properties.on_one_page)
    head, rest = head_and_rest(ready)
    body = HtmlBody(figures, read_pictures(ready, properties))
    return {
        **properties.texts,
        "taal": LANGUAGE,
        "ontwerp": properties.ontwerp,
        "kop": body.blocks(head),
        "inhoudsopgave": contents(rest),
        "inhoud": body.sections(rest),
    }


def contents(blocks: Blocks) -> Markup:
    """Write the table of contents, chapters with their parts below them; empty without any."""
    chapters: list[tuple[Heading, list[Heading]]] = []
    for heading in headings(blocks):
        if heading.level == CHAPTER:
            chapters.append((heading, []))
        elif heading.level == PART and chapters:
            chapters[-1][1].append(heading)
    entries = [_entry(chapter, parts) for chapter, parts in chapters]
    return tag("ol", *entries) if entries else Markup("")


def _entry(heading: Heading, below: list[Heading]) -> Markup:
    link = tag("a", plain(heading.children), href=f"#{heading.attributes.anchor}")
    if not below:
        return tag("li", link)
    return tag("li", link, tag("ol", *(_entry(part, []) for part in below)))


def _write(value: object) -> Markup:
    return escape("" if value is None else value)
