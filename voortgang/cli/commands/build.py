"""`voortgang build`: the documents of one or more years."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.cli.typed import known_years, listed, one_of
from voortgang.documents.publicaties import USUAL, VORMEN, in_vormen


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for; nothing is written outside `home`."""

    years: tuple[int, ...]
    output: Path
    home: Path
    vormen: tuple[str, ...]
    strict: bool


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str] | None, typer.Argument(metavar="JAAR", help="Standaard het nieuwste jaar.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="MAP", help="In welke map; anders uitvoer."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("-f", "--format", metavar="VORM", help=f"{listed(VORMEN)}; mag vaker."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Bouw niet als er waarschuwingen zijn.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Bouw opnieuw na elke wijziging, tot Ctrl-C.")
    ] = False,
    show: Annotated[bool, typer.Option("--open", help="Open daarna de presentatie.")] = False,
) -> int:
    """Maak de presentatie, de nota en de samenvatting.

    Eerst worden de gegevens gecontroleerd. Bij een fout verandert er niets in de uitvoermap.
    """
    session: Session = ctx.obj
    for form in formats or ():
        one_of("-f", form, VORMEN)
    wanted = known_years(session, years or ())
    order = Order(
        years=wanted if years else wanted[-1:],
        output=session.placed(output, "uitvoer"),
        home=session.home(output),
        vormen=tuple(vorm for vorm in VORMEN if vorm in (formats or USUAL)),
        strict=strict,
    )

    def once() -> None:
        nonlocal show
        first = build(session, order)
        if show:
            typer.launch(str(first))
        show = False  # what is open already is not opened again

    if watch:
        from voortgang.cli.watch import keep_building

        return keep_building(session, once)
    once()
    return 0


def build(session: Session, order: Order) -> Path:
    """Make all that was asked for, then put it in place at once; give the first of its files.

    Raises FindingsError on an error in data or templates (with `strict` on a warning too), and
    Obstacle where a file can't be written; either way nothing in the output folder has changed.
    """
    import os

    from voortgang.cli.summary import old_notas, print_summary, show_progress
    from voortgang.documents import build as road
    from voortgang.findings import FindingsError
    from voortgang.source import write_files

    with show_progress(session) as tell:
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        wanted = in_vormen(order.vormen)
        built = road.build(session.workspace, order.years, wanted, epoch, tell)
    if order.strict and built.findings:
        raise FindingsError(built.findings)
    placed = {order.output / str(file.jaar) / file.name: file for file in built.bestanden}
    write_files({path: file.content for path, file in placed.items()}, order.home)
    session.findings(built.findings)
    print_summary(session, placed, order.years, built)
    for left in old_notas(session, placed):
        session.complain(
            f"let op: {left} hoort niet bij dit rapport; is het van vroeger, verwijder het dan"
        )
    return next(iter(placed))
