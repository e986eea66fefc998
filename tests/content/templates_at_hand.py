"""Templates for tests: the default ones, and those that a test writes."""

from dataclasses import dataclass
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Written:
    """A template of a test."""

    text: str
    file: str = "templates/proef.md.j2"


def default(name):
    return Written((TEMPLATES / name).read_text(encoding="utf-8"), f"templates/{name}")
