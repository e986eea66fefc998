"""The nota as PDF/UA-1, by typst."""

import re
from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

from voortgang.checks.teksten.teken_pdf import in_template
from voortgang.content.beeld import Beeld
from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.template.fill import fill
from voortgang.content.template.sandbox import page_sandbox
from voortgang.findings import FindingsError
from voortgang.nota.beeld import damaged, read_pictures
from voortgang.nota.pdf.body import TypstBody
from voortgang.nota.pdf.inline import Words
from voortgang.nota.pdf.layout import END
from voortgang.nota.pdf.trouble import finding
from voortgang.nota.properties import Properties
from voortgang.nota.regels import too_long
from voortgang.nota.structuur import head_and_rest, headings, main_and_side, prepare
from voortgang.office.made import LANGUAGE, Made
from voortgang.office.typst.code import Typst, day, literal, write
from voortgang.office.typst.compile import Refused, ask, make_pdf_of, undecodable
from voortgang.source.templates import Template

TOP, PAGE, PITCH = 68.0, 714.0, 15.0  # points: where text begins, its height, and that of a line
PLAIN = (
    ("zijkolom(tekst, zij)", "{ tekst; zij }"),
    ("kengetal(rol, getal)", "strong(getal)"),
    ("liggend(inhoud)", "page(flipped: true, inhoud)"),
)


def make_pdf(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as PDF/UA-1 in the page `template`.

    The page may use soort, titel, onderwerp, bestuur, orgaan, dienst (string literals of typst),
    taal and gewest (likewise), ontwerp, datum, inhoudsopgave (code), and kop and inhoud (markup).
    Raises FindingsError when it does not run or reaches for a package or a file (VG025), or when a
    picture cannot be used (VG028).
    """
    ready = prepare(blocks, on_one_page=properties.on_one_page)
    pictures = read_pictures(ready, properties)
    paths = _paths(pictures)
    files = {paths[name]: beeld.content for name, beeld in pictures.items()}
    anchors = frozenset(heading.attributes.anchor or "" for heading in headings(ready))

    def source(missing: frozenset[str]) -> str:
        body = TypstBody(Words(anchors, missing), figures, paths)
        context = _context(body, ready, template, properties)
        return fill(template, context, page_sandbox(write)).text

    try:
        content, missing = make_pdf_of(source, properties.date, files)
    except Refused as refused:
        picture = undecodable(refused.diagnostic, paths)
        wrong = (
            finding(refused.diagnostic, refused.source, template)
            if picture is None
            else damaged(ready, properties, picture)
        )
        raise FindingsError([wrong]) from None
    found = tuple(in_template(template.file, template.text))
    if properties.on_one_page and pages(content) > 1:
        found += too_long(properties, _lines_over(ask(source(missing), files, END)), "pdf")
    return Made(content, found)


def pages(pdf: bytes) -> int:
    """Count the pages of a pdf of typst."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _paths(pictures: Mapping[str, Beeld]) -> dict[str, str]:
    """Name the file of each picture in the room where typst works, which holds nothing else."""
    return {
        source: f"/beeld-{number}.{beeld.kind}"
        for number, (source, beeld) in enumerate(pictures.items(), 1)
    }


def _context(
    body: TypstBody, blocks: Blocks, template: Template, properties: Properties
) -> dict[str, object]:
    words = body.words
    head, rest = head_and_rest(blocks)
    short = properties.on_one_page
    inside = body.beside(*main_and_side(rest)) if short else body.parts(rest)
    language, _, region = LANGUAGE.partition("-")
    return {
        **{name: Typst(words.string(text)) for name, text in properties.texts.items()},
        "taal": literal(language),
        "gewest": literal(region),
        "ontwerp": properties.ontwerp,
        "datum": day(properties.date),
        "inhoudsopgave": any(headings(rest)) and not short,
        "kop": Typst(body.blocks(head)),
        "inhoud": Typst(_plain(template.text) + inside),
    }


def _plain(page: str) -> str:
    """Define plainly what a page of somebody else does not dress."""
    return "".join(
        f"#let {name} = {body}\n"
        for name, body in PLAIN
        if f"#let {name.partition('(')[0]}(" not in page
    )


def _lines_over(ends: Iterable[Mapping[str, Any]]) -> int:
    """Count the lines by which columns that end in these places go on over the first page.

    A page of somebody else that shows no columns is too long by one line, or more.
    """
    places = [(int(end["page"]), float(end["y"].removesuffix("pt"))) for end in ends]
    last, low = max(places, default=(0, 0.0))
    return max(ceil(((last - 2) * PAGE + max(low - TOP, PITCH)) / PITCH), 1)
