"""`voortgang regels`: everything the program can find, explained."""

from textwrap import indent
from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import Obstacle, Regel


def run(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="Alleen deze regel, met voorbeelden.")
    ] = None,
) -> int:
    """Leg uit wat het programma kan vinden.

    Zonder CODE: alle regels, elk op één regel. Met CODE: waarom het ertoe doet, een fout voorbeeld
    en een goed. Een waarschuwing kan uit: zet haar code in rapport.yaml onder controle, negeer,
    of schrijf `# voortgang: negeer VG031` op de regel zelf.
    """
    session: Session = ctx.obj
    from voortgang.cli.regels import REGELN

    session.result(_page(REGELN, code) if code else _overview(REGELN))
    return 0


def _overview(regels: tuple[Regel, ...]) -> str:
    return "\n".join(f"{regel.code}  {regel.severity.woord:<12}  {regel.titel}" for regel in regels)


def _page(regels: tuple[Regel, ...], code: str) -> str:
    regel = next((regel for regel in regels if regel.code == code.upper()), None)
    if regel is None:
        raise Obstacle(f"er is geen regel {code}", "`voortgang regels` toont ze alle")
    return "\n".join(
        (
            f"{regel.code} ({regel.severity.woord}): {regel.titel}",
            "",
            regel.uitleg,
            "",
            "Fout:",
            indent(regel.fout.strip("\n"), "  "),
            "",
            "Goed:",
            indent(regel.goed.strip("\n"), "  "),
        )
    )
