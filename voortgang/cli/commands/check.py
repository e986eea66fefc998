"""`voortgang check`: look the data over, all years or some."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.cli.typed import known_years, listed, one_of
from voortgang.findings import Finding, errors_of, summary_line

if TYPE_CHECKING:
    from voortgang.model import Reading

FORMATS = ("text", "json", "github", "sarif")


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str] | None, typer.Argument(metavar="JAAR", help="Alleen deze jaren.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="VORM", help=f"{listed(FORMATS)}.")
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Waarschuwingen tellen als fouten.")
    ] = False,
) -> int:
    """Controleer de gegevens.

    Alle fouten en waarschuwingen komen in één keer, elk met bestand, regel en kolom. Afsluitcode 0:
    geen fouten; 1: fouten (met --strict ook waarschuwingen).
    """
    from voortgang.checks import check
    from voortgang.model import read_all

    session: Session = ctx.obj
    one_of("--format", form, FORMATS)
    wanted = known_years(session, years or ())
    readings = read_all(session.workspace)
    findings = check(readings, wanted)
    files = sum(len(readings[year].documents) for year in wanted)
    files += len(readings[wanted[0]].audits.documents)  # the same for each year
    _print(session, form, findings, files)
    if form == "text":
        _tell_round(session, readings, wanted)
    session.say(summary_line(findings, files))
    return 1 if errors_of(findings) or (strict and findings) else 0


def _tell_round(session: Session, readings: "Mapping[int, Reading]", wanted: Sequence[int]) -> None:
    """Say of each year in which plans still await their answer what each service answered."""
    from voortgang.opvolging.beantwoord import answered, table

    for year in wanted:
        counted = answered(readings, year)
        if any(each.open for each in counted) and any(each.dienst for each in counted):
            for line in (*table(counted, year), ""):
                session.say(line)


def _print(session: Session, form: str, findings: Sequence[Finding], files: int) -> None:
    from voortgang.cli.regels import REGELN
    from voortgang.findings.machine import github_report, json_report
    from voortgang.findings.sarif import sarif_report

    match form:
        case "json":
            session.result(json_report(findings, files))
        case "github":
            session.result(github_report(findings))
        case "sarif":
            session.result(sarif_report(findings, REGELN))
        case _:
            session.findings(findings)
