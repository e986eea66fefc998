"""Findings: what is wrong, where, and how to mend it; and the ways to report them."""

from voortgang.findings.finding import Finding, Place, Regel, Severity
from voortgang.findings.stop import FindingsError, Obstacle

__all__ = ["Finding", "FindingsError", "Obstacle", "Place", "Regel", "Severity"]
