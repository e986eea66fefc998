"""`voortgang check`: look the data over, all years or some."""

from typing import Annotated

import typer

from voortgang.cli.report import print_findings
from voortgang.cli.session import Session
from voortgang.findings import Finding

FORMATS = ("text", "json", "github", "sarif")


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str] | None, typer.Argument(metavar="JAAR", help="Alleen deze jaren.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="VORM", help="text, json, github of sarif.")
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
    from voortgang.cli.options import one_of
    from voortgang.cli.years import known_years
    from voortgang.findings import Severity
    from voortgang.model import read_all

    session: Session = ctx.obj
    one_of("--format", form, FORMATS)
    wanted = known_years(session, years or ())
    readings = read_all(session.workspace)
    findings = check(readings, wanted)
    files = sum(len(readings[year].documents) for year in wanted)
    _print(session, form, findings, files)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return 1 if errors or (strict and findings) else 0


def _print(session: Session, form: str, findings: tuple[Finding, ...], files: int) -> None:
    from voortgang.findings import github_report, json_report, sarif_report, summary_line

    if form == "json":
        session.result(json_report(findings, files))
    elif form == "github":
        session.result(github_report(findings))
    elif form == "sarif":
        from voortgang.cli.regels import all_regels

        session.result(sarif_report(findings, all_regels()))
    else:
        print_findings(session, findings)
    session.say(summary_line(findings, files))
