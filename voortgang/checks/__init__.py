"""The checks: one rule, one function, one code, one good and one bad example."""

from voortgang.checks.all_rules import check

__all__ = ["check"]
