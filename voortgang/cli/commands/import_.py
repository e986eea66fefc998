"""`voortgang import`: Excel back in, and old decks and texts."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.named import named_files
from voortgang.cli.session import Session
from voortgang.findings import FindingsError, Obstacle
from voortgang.findings.summary import how_many

if TYPE_CHECKING:
    from voortgang.exchange.plan import Plan
    from voortgang.source import Workspace


def run(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND", readable=False, help="Een .xlsx, .pptx of .txt, of meer; *.xlsx mag."
        ),
    ],
    year: Annotated[str, typer.Option("--year", metavar="JAAR", help="Het jaar.")],
    merge: Annotated[
        bool, typer.Option("--merge", help="Vul een bestaand jaar aan; er gaat niets weg.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Vervang een bestaand jaar.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeg alleen wat er zou gebeuren.")
    ] = False,
    bestuur: Annotated[
        str | None, typer.Option("--bestuur", metavar="NAAM", help="De naam van het bestuur.")
    ] = None,
) -> int:
    """Neem gegevens over uit Excel, een oude presentatie of een tekst.

    Een jaar dat bestaat, verandert alleen met --merge of --overwrite. Fouten komen in één keer,
    elk met blad en cel; dan wordt er niets geschreven.
    """
    from voortgang.cli.typed import parse_year
    from voortgang.findings.excerpt import visible
    from voortgang.source.bounded.pool import LimitReached, bounded, too_much

    session: Session = ctx.obj
    number = parse_year(year)
    if merge and overwrite:
        raise Obstacle("--merge en --overwrite gaan niet samen", "kies één van de twee")
    named = named_files(session, files)
    try:
        plan = bounded(_planned, session.workspace, named, number, bestuur, (merge, overwrite))
    except LimitReached:
        raise too_much(named) from None
    except FindingsError as error:
        session.findings(error.findings)
        return 1
    session.findings(plan.findings)
    session.result("\n".join(map(visible, plan.lines)))
    if dry_run:
        session.say("proef: er is niets geschreven")
        return 0
    if plan.files or plan.removed:
        plan.carry_out()
    written = how_many(len(plan.files), "bestand", "bestanden")
    folders = sorted({session.workspace.relative(path.parent) for path in plan.files})
    session.say(f"{written} geschreven onder {' en '.join(folders) or f'data/{number:04}'}")
    return 0


def _planned(
    _tell: object, workspace: "Workspace", named: Mapping[str, Path], year: int,
    bestuur: str | None, way: tuple[bool, bool],
) -> "Plan":  # fmt: skip
    """Plan it as a bounded process is asked to: the files are anybody's."""
    from voortgang.exchange.run import plan_import

    merge, overwrite = way
    return plan_import(workspace, named, year, bestuur, merge=merge, overwrite=overwrite)
