"""`voortgang tekst`: a deck or nota as plain text, for git's textconv."""

from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session


def run(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", readable=False, help="Een .pptx, .docx, .html of .md."),
    ],
) -> int:
    """Toon een presentatie of nota als tekst.

    Titels, lijsten, tabellen en notities, elk op een eigen regel. Daarmee kan git tonen wat er in
    een presentatie of nota veranderde; hoe u dat instelt staat in de handleiding.
    """
    from voortgang.exchange.tekst.show import in_bounds
    from voortgang.findings.excerpt import visible
    from voortgang.source.bounded.pool import LimitReached, bounded, too_much
    from voortgang.source.inside import read_named

    session: Session = ctx.obj
    content = read_named(file, file.name)
    try:
        text = bounded(in_bounds, file.name, content)
    except LimitReached:
        raise too_much([file.name]) from None
    session.result("\n".join(map(visible, text.split("\n"))))
    return 0
