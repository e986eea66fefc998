"""`voortgang tekst`: a deck or nota as plain text, for git's textconv."""

import os
from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import Obstacle


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
    from voortgang.exchange.tekst.show import as_text
    from voortgang.findings.excerpt import visible
    from voortgang.source.inside import read_named

    session: Session = ctx.obj
    try:
        text = as_text(file.name, read_named(file, file.name))
    except Obstacle as obstacle:
        if "GIT_EXEC_PATH" not in os.environ:
            raise
        # git stops at the first file that its textconv fails on, and shows nothing of the others.
        text = f"[{obstacle.message}]"
    session.result("\n".join(map(visible, text.split("\n"))))
    return 0
