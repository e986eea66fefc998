"""The nota as PDF/UA-1, by typst: no network, no other files, only the fonts we carry."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from voortgang.content.blocks import Block, Blocks, Div, Heading
from voortgang.content.cijfers import Cijfer
from voortgang.content.regels import SJABLOON
from voortgang.findings import Finding, FindingsError, Place
from voortgang.nota.beeld import Beeld, read_pictures
from voortgang.nota.made import Made, Properties
from voortgang.nota.pdf_trouble import Page, finding, lacking, reaching_out
from voortgang.nota.regels import TEKEN
from voortgang.nota.sjabloon import fill
from voortgang.nota.structuur import head_and_rest, prepare
from voortgang.nota.typst_body import Body
from voortgang.nota.typst_inline import Typst, Words, literal, write
from voortgang.source.templates import Template

FONTS = Path(__file__).parent / "fonts"
_ROUNDS = 4  # compilations: each one may show more signs that the font lacks
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


def make_pdf(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as PDF/UA-1 in the page `template`.

    The page may use titel, onderwerp, bestuur, orgaan (string literals of typst), taal and gewest
    (likewise), ontwerp, datum, inhoudsopgave (code), and kop and inhoud (markup). Raises
    FindingsError when it does not run or reaches for a package or a file (VG025), or when a
    picture cannot be used (VG028).
    """
    page = Page(template.file, template.text())
    if found := reaching_out(page):
        raise FindingsError(found)
    ready = prepare(blocks)
    pictures = read_pictures(ready, properties)
    missing: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        source = _source(ready, figures, page, properties, missing, _paths(pictures))
        try:
            content = _compile(source, properties.date or _NO_DATE, pictures)
        except typst.TypstError as error:
            new = lacking(error.diagnostic) - missing
            if not new:
                raise FindingsError([finding(error.diagnostic, source, page)]) from error
            missing |= new
        else:
            return Made(content, tuple(_replaced(page, char) for char in sorted(missing)))
    message = "te veel tekens ontbreken in het lettertype van de pdf"
    raise FindingsError([SJABLOON.at(Place(page.file, 1, 1), message)])


@cache
def _fonts() -> typst.Fonts:
    """Load the fonts that the program carries; none of typst's own, none of the system."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _compile(source: str, date: datetime, pictures: Mapping[str, Beeld]) -> bytes:
    with TemporaryDirectory() as room:
        for path, beeld in zip(_paths(pictures).values(), pictures.values(), strict=True):
            Path(room + path).write_bytes(beeld.content)
        content: object = typst.compile(  # type: ignore[type-var]  # the stub knows fonts as paths only
            source.encode(),
            root=room,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(date.replace(tzinfo=date.tzinfo or UTC).timestamp()),
            package_path=room,
            package_cache_path=room,
        )
    if not isinstance(content, bytes):
        raise TypeError("typst gives bytes when it is given no path to write to")
    return content


def _paths(pictures: Mapping[str, Beeld]) -> dict[str, str]:
    """Name the file of each picture in the room where typst works, which holds nothing else."""
    return {
        source: f"/beeld-{number}.{beeld.kind}"
        for number, (source, beeld) in enumerate(pictures.items(), 1)
    }


def _source(  # noqa: PLR0913, PLR0917 -- what the document is made of
    blocks: Blocks,
    figures: Mapping[str, Cijfer],
    page: Page,
    properties: Properties,
    missing: frozenset[str],
    pictures: Mapping[str, str],
) -> str:
    words = Words(frozenset(_anchors(blocks)), missing)
    body = Body(words, figures, pictures)
    head, rest = head_and_rest(blocks)
    language, _, region = properties.language.partition("-")
    context = {
        "titel": Typst(words.string(properties.title or properties.subject or "Nota")),
        "onderwerp": Typst(words.string(properties.subject)),
        "bestuur": Typst(words.string(properties.bestuur)),
        "orgaan": Typst(words.string(properties.orgaan or "")),
        "taal": literal(language),
        "gewest": literal(region) if region else Typst("none"),
        "ontwerp": properties.ontwerp,
        "datum": _date(properties.date),
        "inhoudsopgave": any(isinstance(block, Heading) for block in rest),
        "kop": Typst(body.blocks(head)),
        "inhoud": Typst(body.parts(rest)),
    }
    return fill(page.file, page.text, context, write)


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


def _replaced(page: Page, char: str) -> Finding:
    return TEKEN.at(
        Place(page.file, 1, 1),
        f"het teken '{char}' (U+{ord(char):04X}) bestaat niet in het lettertype van de pdf; daar "
        "staat □",
        "schrijf het in de tekst met letters",
    )
