"""Findings as SARIF 2.1.0, for tools that show them beside the code."""

import os
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from voortgang.findings.finding import Finding, Regel
from voortgang.findings.machine import as_json
from voortgang.findings.summary import in_order

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_report(findings: Iterable[Finding], regels: Iterable[Regel] = ()) -> str:
    """Write one SARIF run; `regels` are the rules that the findings may come from."""
    rules = sorted(set(regels), key=lambda regel: regel.code)
    index = {regel.code: number for number, regel in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "voortgang", "rules": [_rule(regel) for regel in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in in_order(findings)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log)


def _rule(regel: Regel) -> dict[str, object]:
    return {
        "id": regel.code,
        "shortDescription": {"text": regel.titel},
        "fullDescription": {"text": regel.uitleg},
        "help": {"text": f"{regel.uitleg}\n\nFout:\n{regel.fout}\n\nGoed:\n{regel.goed}"},
        "defaultConfiguration": {"level": regel.severity.value},
    }


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, object]:
    known = {"ruleIndex": index[finding.code]} if finding.code in index else {}
    location = {
        "artifactLocation": {"uri": quote(os.fsencode(finding.file))},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.code,
        **known,
        "level": finding.severity.value,
        "message": {"text": finding.text},
        "locations": [{"physicalLocation": location}],
    }
