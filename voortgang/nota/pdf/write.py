"""The nota as PDF/UA-1, by typst."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from math import ceil

from voortgang.content.beeld import Beeld
from voortgang.content.blocks import Block, Blocks, Div, Heading
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.regels import SJABLOON
from voortgang.findings import Finding, FindingsError, Place
from voortgang.nota.beeld import damaged, read_pictures
from voortgang.nota.pdf.body import TypstBody
from voortgang.nota.pdf.inline import Typst, Words, literal, write
from voortgang.nota.pdf.layout import END
from voortgang.nota.pdf.trouble import TypstPage, finding, lacking, undecodable
from voortgang.nota.pdf.typst import Refused, ask, compile_pdf
from voortgang.nota.properties import Properties
from voortgang.nota.regels import TEKEN, too_long
from voortgang.nota.sjabloon import fill
from voortgang.nota.structuur import head_and_rest, main_and_side, prepare
from voortgang.office.made import Made
from voortgang.source.templates import Template

_ROUNDS = 4  # compilations: each one may show more signs that the font lacks
TOP, PAGE, PITCH = 68.0, 714.0, 15.0  # points: where text begins, its height, and that of a line
PLAIN = (
    ("zijkolom(tekst, zij)", "{ tekst; zij }"),
    ("kengetal(rol, getal)", "strong(getal)"),
    ("liggend(inhoud)", "page(flipped: true, inhoud)"),
)
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


def make_pdf(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as PDF/UA-1 in the page `template`.

    The page may use soort, titel, onderwerp, bestuur, orgaan (string literals of typst), taal and
    gewest (likewise), ontwerp, datum, inhoudsopgave (code), and kop and inhoud (markup). Raises
    FindingsError when it does not run or reaches for a package or a file (VG025), or when a
    picture cannot be used (VG028).
    """
    page = TypstPage(template.file, template.text())
    ready = prepare(blocks)
    pictures = read_pictures(ready, properties)
    paths = _paths(pictures)
    files = {paths[name]: beeld.content for name, beeld in pictures.items()}
    date = properties.date or _NO_DATE
    missing: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        source = _source(ready, figures, page, properties, missing, paths)
        try:
            content = compile_pdf(source, date.replace(tzinfo=date.tzinfo or UTC), files)
            found = tuple(_replaced(page, char) for char in sorted(missing))
            if properties.on_one_page and pages(content) > 1:
                found += too_long(properties, _lines_over(source), "pdf")
            return Made(content, found)
        except Refused as error:
            new = lacking(error.diagnostic) - missing
            if not new:
                picture = undecodable(error.diagnostic, paths)
                wrong = (
                    finding(error.diagnostic, source, page)
                    if picture is None
                    else damaged(ready, properties, picture)
                )
                raise FindingsError([wrong]) from None
            missing |= new
    message = "te veel tekens ontbreken in het lettertype van de pdf"
    raise FindingsError([SJABLOON.at(Place(page.file, 1, 1), message)])


def pages(pdf: bytes) -> int:
    """Count the pages of a pdf of typst."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _paths(pictures: Mapping[str, Beeld]) -> dict[str, str]:
    """Name the file of each picture in the room where typst works, which holds nothing else."""
    return {
        source: f"/beeld-{number}.{beeld.kind}"
        for number, (source, beeld) in enumerate(pictures.items(), 1)
    }


def _source(  # noqa: PLR0913, PLR0917 -- what the document is made of
    blocks: Blocks,
    figures: Mapping[str, Cijfer],
    page: TypstPage,
    properties: Properties,
    missing: frozenset[str],
    pictures: Mapping[str, str],
) -> str:
    words = Words(frozenset(_anchors(blocks)), missing)
    body = TypstBody(words, figures, pictures)
    head, rest = head_and_rest(blocks)
    short = properties.on_one_page
    inside = body.beside(*main_and_side(rest)) if short else body.parts(rest)
    language, _, region = properties.language.partition("-")
    context = {
        "soort": Typst(words.string(properties.soort)),
        "titel": Typst(words.string(properties.title or properties.subject or "Nota")),
        "onderwerp": Typst(words.string(properties.subject)),
        "bestuur": Typst(words.string(properties.bestuur)),
        "dienst": Typst(words.string(properties.dienst or "")),
        "orgaan": Typst(words.string(properties.orgaan or "")),
        "taal": literal(language),
        "gewest": literal(region) if region else Typst("none"),
        "ontwerp": properties.ontwerp,
        "datum": _date(properties.date),
        "inhoudsopgave": any(isinstance(block, Heading) for block in rest) and not short,
        "kop": Typst(body.blocks(head)),
        "inhoud": Typst(_plain(page) + inside),
    }
    return fill(page.file, page.text, context, write)


def _plain(page: TypstPage) -> str:
    """Define plainly what a page of somebody else does not dress."""
    return "".join(
        f"#let {name} = {body}\n"
        for name, body in PLAIN
        if f"#let {name.partition('(')[0]}(" not in page.text
    )


def _lines_over(source: str) -> int:
    """Count the lines by which a text goes on over its first page."""
    ends = ask(source, END)
    last = max(int(end["page"]) for end in ends)
    below = max(float(end["y"].removesuffix("pt")) for end in ends if end["page"] == last) - TOP
    return ceil(((last - 2) * PAGE + max(below, PITCH)) / PITCH)


def _anchors(blocks: Blocks) -> list[str]:
    return [
        block.attributes.anchor
        for block in _all(blocks)
        if isinstance(block, Heading) and block.attributes.anchor
    ]


def _all(blocks: Blocks) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += [block, *_all(block.blocks)] if isinstance(block, Div) else [block]
    return found


def _date(date: datetime | None) -> Typst:
    if date is None:
        return Typst("none")
    return Typst(f"datetime(year: {date.year}, month: {date.month}, day: {date.day})")


def _replaced(page: TypstPage, char: str) -> Finding:
    return TEKEN.at(
        Place(page.file, 1, 1),
        f"het teken '{char}' (U+{ord(char):04X}) bestaat niet in het lettertype van de pdf; daar "
        "staat □",
        "schrijf het in de tekst met letters",
    )
