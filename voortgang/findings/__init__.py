"""Findings: what is wrong, where, and how to mend it.

The ways to report them stand in `text`, `machine` and `sarif`: who prints imports the one it needs.
"""

from voortgang.findings.finding import Finding, Place, Regel, Severity
from voortgang.findings.stop import FindingsError, Obstacle
from voortgang.findings.summary import errors_of, in_order, summary_line

__all__ = [
    "Finding",
    "FindingsError",
    "Obstacle",
    "Place",
    "Regel",
    "Severity",
    "errors_of",
    "in_order",
    "summary_line",
]
