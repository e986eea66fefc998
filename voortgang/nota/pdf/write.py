"""The nota as PDF/UA-1, by typst."""

from collections.abc import Mapping
from functools import partial

from voortgang.content.beeld import Beeld
from voortgang.content.blocks import Block, Blocks, Div, Heading
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding, FindingsError, Place
from voortgang.nota.beeld import damaged, read_pictures
from voortgang.nota.pdf.body import TypstBody
from voortgang.nota.pdf.inline import Words
from voortgang.nota.pdf.trouble import TypstPage, finding
from voortgang.nota.properties import Properties
from voortgang.nota.regels import TEKEN
from voortgang.nota.sjabloon import fill
from voortgang.nota.structuur import head_and_rest, prepare
from voortgang.office.made import Made
from voortgang.office.typst.code import Typst, day, literal, write
from voortgang.office.typst.compile import Refused, make_pdf_of, undecodable
from voortgang.source.templates import Template


def make_pdf(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as PDF/UA-1 in the page `template`.

    The page may use titel, onderwerp, bestuur, orgaan (string literals of typst), taal and gewest
    (likewise), ontwerp, datum, inhoudsopgave (code), and kop and inhoud (markup). Raises
    FindingsError when it does not run or reaches for a package or a file (VG025), or when a
    picture cannot be used (VG028).
    """
    page = TypstPage(template.file, template.text())
    ready = prepare(blocks)
    pictures = read_pictures(ready, properties)
    paths = _paths(pictures)
    files = {paths[name]: beeld.content for name, beeld in pictures.items()}
    try:
        source = partial(_source, ready, figures, page, properties, paths)
        content, missing = make_pdf_of(source, properties.date, files)
    except Refused as refused:
        picture = undecodable(refused.diagnostic, paths)
        raise FindingsError([
            finding(refused.diagnostic, refused.source, page)
            if picture is None
            else damaged(ready, properties, picture)
        ]) from None  # fmt: skip
    return Made(content, tuple(_replaced(page, char) for char in sorted(missing)))


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
    pictures: Mapping[str, str],
    missing: frozenset[str],
) -> str:
    words = Words(frozenset(_anchors(blocks)), missing)
    body = TypstBody(words, figures, pictures)
    head, rest = head_and_rest(blocks)
    language, _, region = properties.language.partition("-")
    context = {
        "titel": Typst(words.string(properties.title or properties.subject or "Nota")),
        "onderwerp": Typst(words.string(properties.subject)),
        "bestuur": Typst(words.string(properties.bestuur)),
        "dienst": Typst(words.string(properties.dienst or "")),
        "orgaan": Typst(words.string(properties.orgaan or "")),
        "taal": literal(language),
        "gewest": literal(region) if region else Typst("none"),
        "ontwerp": properties.ontwerp,
        "datum": day(properties.date),
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


def _replaced(page: TypstPage, char: str) -> Finding:
    return TEKEN.at(
        Place(page.file, 1, 1),
        f"het teken '{char}' (U+{ord(char):04X}) bestaat niet in het lettertype van de pdf; daar "
        "staat □",
        "schrijf het in de tekst met letters",
    )
