"""The command line: one thin module per command; all it shares stands beside them."""

from voortgang.cli.main import main

__all__ = ["main"]
