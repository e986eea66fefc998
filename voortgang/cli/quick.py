"""A plain `check` without the option parser, of which loading costs more than all the checking.

CI and editors call it at every change. Whatever is not exactly a known form goes the long way, so
that help, completion and errors of use have one home.
"""

from collections.abc import Sequence
from pathlib import Path

from voortgang.cli.session import Session

_FLAGS = {"-q": "quiet", "--quiet": "quiet", "--debug": "debug"}


def quick_check(session: Session, args: Sequence[str]) -> int | None:
    """Do a plain `check`; None, with nothing done, where the arguments are anything else."""
    if "check" not in args:
        return None
    words = list(args)
    told: dict[str, bool] = {}
    root = None
    while words and words[0] != "check":
        word = words.pop(0)
        if word in _FLAGS:
            told[_FLAGS[word]] = True
        elif word == "-C" and words and not words[0].startswith("-"):
            root = words.pop(0)
        else:
            return None
    asked = _asked(words[1:]) if words else None
    if asked is None:
        return None
    from voortgang.cli.checking import look_over

    session.root = None if root is None else Path(root)
    session.quiet, session.debug = told.get("quiet", False), told.get("debug", False)
    years, form, strict = asked
    return look_over(session, years, form, strict=strict)


def _asked(words: list[str]) -> tuple[list[str], str, bool] | None:
    years: list[str] = []
    form, strict = "text", False
    while words:
        word = words.pop(0)
        if word == "--strict":
            strict = True
        elif word == "--format" and words and not words[0].startswith("-"):
            form = words.pop(0)
        elif word.startswith("-") or not word:
            return None
        else:
            years.append(word)
    return years, form, strict
