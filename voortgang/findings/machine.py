"""Findings as JSON, and as commands for GitHub's log."""

import json
import re
from collections.abc import Iterable, Mapping

from voortgang.findings.excerpt import visible
from voortgang.findings.finding import Finding
from voortgang.findings.summary import in_order, summarise

_NAMES = ("code", "severity", "file", "line", "column", "message", "hint")
_OBEYED = re.compile("[\x7f-\x9f]")


def json_report(findings: Iterable[Finding], files: int) -> str:
    """Write the findings and their summary as the JSON of the contract (version 1)."""
    ordered = in_order(findings)
    report = {
        "version": 1,
        "findings": [{name: getattr(finding, name) for name in _NAMES} for finding in ordered],
        "summary": summarise(ordered, files),
    }
    return as_json(report)


def github_report(findings: Iterable[Finding]) -> str:
    """Write a workflow command per finding, escaped as GitHub's runner unescapes it."""
    return "".join(f"{_command(finding)}\n" for finding in in_order(findings))


def as_json(report: Mapping[str, object]) -> str:
    """Write JSON with nothing in it that a terminal would obey: of C1, json leaves all be."""
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return _OBEYED.sub(lambda hit: f"\\u{ord(hit[0]):04x}", text)


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.file)},line={finding.line},col={finding.column}"
    return f"::{finding.severity} {place},title={finding.code}::{_data(finding.text)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
