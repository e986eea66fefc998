"""The work of `voortgang check`, apart from how it was asked for."""

from collections.abc import Iterable

from voortgang.cli.session import Session
from voortgang.findings import Finding

FORMATS = ("text", "json", "github", "sarif")


def look_over(session: Session, years: Iterable[str], form: str, *, strict: bool) -> int:
    """Check the years, print what was found and give the exit status; raises Obstacle."""
    from voortgang.checks import check
    from voortgang.cli.options import one_of
    from voortgang.cli.years import known_years
    from voortgang.findings import Severity
    from voortgang.model import read_all

    one_of("--format", form, FORMATS)
    wanted = known_years(session, years)
    readings = read_all(session.workspace)
    findings = check(readings, wanted)
    files = sum(len(readings[year].documents) for year in wanted)
    _print(session, form, findings, files)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return 1 if errors or (strict and findings) else 0


def _print(session: Session, form: str, findings: tuple[Finding, ...], files: int) -> None:
    from voortgang.findings import summary_line

    if form == "json":
        from voortgang.findings.machine import json_report

        session.result(json_report(findings, files))
    elif form == "github":
        from voortgang.findings.machine import github_report

        session.result(github_report(findings))
    elif form == "sarif":
        from voortgang.cli.regels import all_regels
        from voortgang.findings.sarif import sarif_report

        session.result(sarif_report(findings, all_regels()))
    elif findings:
        from voortgang.cli.report import print_findings

        print_findings(session, findings)
    session.say(summary_line(findings, files))
