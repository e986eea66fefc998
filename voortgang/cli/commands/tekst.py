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
    from voortgang.findings.excerpt import visible

    session: Session = ctx.obj
    try:
        text = _text(session.named(file))
    except Obstacle as obstacle:
        if "GIT_EXEC_PATH" not in os.environ:
            raise
        # git stops at the first file that its textconv fails on, and shows nothing of the others.
        text = f"[{obstacle.message}]"
    session.result("\n".join(map(visible, text.split("\n"))))
    return 0


def _text(file: Path) -> str:
    from voortgang.exchange.tekst.show import in_bounds
    from voortgang.source.bounded.pool import LimitReached, bounded, too_much
    from voortgang.source.inside import read_named

    content = read_named(file, file.name)
    try:
        return bounded(in_bounds, file.name, content)
    except LimitReached:
        raise too_much([file.name]) from None
