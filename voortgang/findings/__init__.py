"""Findings: what is wrong, where, and how to mend it; and the ways to report them."""

from voortgang.findings.finding import Finding, Place, Regel, Severity
from voortgang.findings.machine import github_report, json_report
from voortgang.findings.sarif import sarif_report
from voortgang.findings.stop import FindingsError, Obstacle
from voortgang.findings.summary import Summary, in_order, summarise, summary_line
from voortgang.findings.text import text_report

__all__ = [
    "Finding",
    "FindingsError",
    "Obstacle",
    "Place",
    "Regel",
    "Severity",
    "Summary",
    "github_report",
    "in_order",
    "json_report",
    "sarif_report",
    "summarise",
    "summary_line",
    "text_report",
]
