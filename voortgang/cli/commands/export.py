"""`voortgang export`: all acties of a year, a row each."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import FindingsError, Obstacle

if TYPE_CHECKING:
    from voortgang.model import Rapport
    from voortgang.opvolging.standen import Standen

FORMATS = (".xlsx", ".csv", ".json")


def run(
    ctx: typer.Context,
    year: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="BESTAND", help="Een .xlsx, .csv of .json; zo heet het."
        ),
    ] = None,
    dienst: Annotated[
        str | None,
        typer.Option("--dienst", metavar="NAAM", help="Alleen de rijen van deze dienst."),
    ] = None,
) -> int:
    """Schrijf alle acties van een jaar, een rij elk, naar Excel, csv of json.

    Zonder -o: acties-JAAR.xlsx (met --dienst acties-JAAR-DIENST.xlsx) in de werkmap. Een dienst
    vult haar rijen in; `voortgang import` met --merge brengt ze terug.
    """
    from voortgang.cli.typed import known_years
    from voortgang.model import read_all, slug
    from voortgang.opvolging.standen import Standen
    from voortgang.source import write_files

    session: Session = ctx.obj
    (number,) = known_years(session, [year])
    name = f"acties-{number}" + ("" if dienst is None else f"-{slug(dienst) or 'dienst'}")
    target = session.placed(output, f"{name}.xlsx")
    if target.suffix.lower() not in FORMATS:
        raise Obstacle(
            f"'{target.name}': deze soort bestand kan niet worden gemaakt",
            "laat de naam eindigen op .xlsx, .csv of .json",
        )
    until = [year for year in session.workspace.years() if year <= number]
    readings = read_all(session.workspace, until)
    reading = readings[number]
    if reading.rapport is None or reading.wrong:
        raise FindingsError(reading.wrong)
    standen = Standen.of(readings, number)
    if dienst is not None:
        standen = standen.of_dienst(dienst)
        if not standen.aanbevelingen:
            _look(reading.rapport, dienst)
    content = _make(reading.rapport, target.suffix.lower(), dienst, standen)
    write_files({target: content}, session.home(output.parent if output else None))
    session.say(f"{output or target.name} geschreven")
    return 0


def _make(rapport: "Rapport", suffix: str, dienst: str | None, standen: "Standen") -> bytes:
    if suffix == ".xlsx":
        from voortgang.exchange.excel.workbook import make_workbook

        return make_workbook(rapport, dienst, standen)
    from voortgang.exchange.excel.flat import make_csv, make_json

    if suffix == ".csv":
        return make_csv(rapport, dienst)
    return make_json(rapport, dienst, standen)


def _look(rapport: "Rapport", dienst: str) -> None:
    """Raise Obstacle where nothing is of this service."""
    from difflib import get_close_matches

    from voortgang.exchange.excel.rows import diensten, rows

    if any(rows(rapport, dienst)):
        return
    names = diensten(rapport)
    near = get_close_matches(dienst, names, 1, 0.6)
    hint = f"bedoelde u '{near[0]}'?" if near else "kijk de naam na, of laat --dienst weg"
    if names and not near:
        hint = f"deze diensten zijn er: {', '.join(names)}"
    raise Obstacle(f"geen enkele actie van {rapport.rapportjaar} heeft dienst '{dienst}'", hint)
