"""Findings on their way out, in the format that was asked for."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from voortgang.cli.session import Session
from voortgang.findings import Finding


def source_lines(session: Session) -> Callable[[str, int], str | None]:
    """Give a function that finds a line of a file of the workspace; None where there is none."""

    @cache
    def lines(file: str) -> list[str]:
        from voortgang.source import Unreadable, read_inside

        try:
            # A pipe would never end, and a link could lead to what nobody may see.
            text = read_inside(session.workspace.root, file).decode("utf-8-sig", "replace")
        except Unreadable:
            return []
        if "\0" in text:  # a template of Office, a picture: not to be shown
            return []
        # As findings count lines; str.splitlines would also split on odd signs within one.
        return re.split("\r\n?|\n", text)

    def line(file: str, number: int) -> str | None:
        found = lines(file)
        return found[number - 1] if 1 <= number <= len(found) else None

    return line


def print_findings(session: Session, findings: Iterable[Finding]) -> None:
    """Print findings as text on stdout, with the lines they speak of."""
    from voortgang.findings.text import text_report

    session.result(text_report(findings, source_lines(session), colour=session.colour))
