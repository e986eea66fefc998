"""`voortgang huisstijl`: what a template offers and lacks, before anyone builds with it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import Finding, FindingsError, Obstacle, Place

if TYPE_CHECKING:
    from voortgang.nota.docx.template.read import WordTemplate

DECK, WORD = (".pptx", ".potx"), (".docx", ".dotx")
LARGEST = 100 * 2**20
TWIPS_PER_CM = 1440 / 2.54


def run(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND", readable=False, help="Een sjabloon: .pptx, .potx, .docx of .dotx."
        ),
    ],
) -> int:
    """Toon wat een sjabloon biedt en wat eraan ontbreekt.

    Voor een presentatie: de indelingen en waarvoor ze dienen, de vakken, lettertypen en kleuren.
    Voor een nota: de stijlen. Daaronder staat wat ontbreekt en wat er dan in de plaats komt.
    """
    from voortgang.findings.excerpt import visible
    from voortgang.findings.text import text_report
    from voortgang.source.inside import read_named

    session: Session = ctx.obj
    suffix = file.suffix.lower()
    if suffix not in {*DECK, *WORD}:
        hint = "geef een sjabloon van PowerPoint (.pptx, .potx) of Word (.docx, .dotx)"
        raise Obstacle(f"'{file.name}' is geen sjabloon dat het programma kent", hint)
    # A template is no text, and has no lines to show.
    report = partial(text_report, lines=lambda _: (), colour=session.colour)
    content = read_named(session.named(file), file.name, LARGEST)
    try:
        lines, findings = _in_bounds(suffix, content, file.name)
    except FindingsError as error:
        session.result(report(error.findings))
        return 1
    session.result("\n".join(map(visible, lines)))
    session.result("\n" + (report(findings) or "Er ontbreekt niets."))
    return 0


def _in_bounds(suffix: str, content: bytes, name: str) -> tuple[list[str], tuple[Finding, ...]]:
    from voortgang.nota.regels import ONLEESBAAR as OF_WORD
    from voortgang.presentatie.regels import ONLEESBAAR as OF_DECK
    from voortgang.source.bounded.pool import BEYOND, LimitReached, bounded

    work, regel = (_deck, OF_DECK) if suffix in DECK else (_word, OF_WORD)
    try:
        return bounded(work, content, name)
    except LimitReached:
        message = f"dit sjabloon kan niet gelezen worden: {BEYOND}"
        raise FindingsError([regel.at(Place(name, 1, 1), message)]) from None


def _deck(_tell: object, content: bytes, name: str) -> tuple[list[str], tuple[Finding, ...]]:
    from voortgang.presentatie.template.faint import faint_areas, say_faint
    from voortgang.presentatie.template.read import read_huisstijl
    from voortgang.presentatie.template.report import describe_huisstijl

    huisstijl, findings = read_huisstijl(content, name)
    faint = say_faint(faint_areas(huisstijl.used), name)
    lines = [f"{name}: sjabloon voor de presentatie", "", *describe_huisstijl(huisstijl)]
    return lines, (*findings, *faint)


def _word(_tell: object, content: bytes, name: str) -> tuple[list[str], tuple[Finding, ...]]:
    from voortgang.nota.docx.template.read import WordTemplate

    template = WordTemplate(content, name)
    width = f"{template.text_width / TWIPS_PER_CM:.1f}".replace(".", ",")
    first = "een eigen kop- en voettekst" if template.has_first_page else "zoals de andere"
    lines = [
        f"{name}: sjabloon voor de nota",
        "",
        f"Regelbreedte       {width} cm",
        f"Eerste bladzijde   {first}",
        "",
        "Stijlen die de nota gebruikt",
        *_styles(template),
    ]
    return lines, tuple(template.findings)


def _styles(template: "WordTemplate") -> list[str]:
    from voortgang.nota.docx.template.find import DUTCH
    from voortgang.nota.docx.template.styles import STIJLEN

    rows = []
    for stijl in STIJLEN:
        if stijl.kind != "paragraph":
            continue
        look = template.all_looks[template.ids[stijl.key]]
        letters = f"{look.size:g} pt{' vet' if look.bold else ''}".replace(".", ",")
        origin = "van het sjabloon" if stijl.key in template.own else "van het programma"
        rows.append(f"  {DUTCH.get(stijl.key, stijl.name):<24} {letters:<14} {origin}")
    return rows
