"""What typst has to say, in Dutch, and where in the page it is."""

import re

from voortgang.content.regels import SJABLOON
from voortgang.findings import Finding, Place
from voortgang.source.templates import Template

_WHERE = re.compile(r"┌─ .*:(\d+):(\d+)\s*$", re.MULTILINE)
_DUTCH = (
    (re.compile(r"^panic: "), "typst, dat de pdf maakt, loopt er zelf op vast"),
    (re.compile(r"unknown variable: (\S+)"), "'{}' bestaat niet"),
    (re.compile(r"unexpected argument(?:: (\S+))?"), "een functie krijgt iets wat ze niet kent"),
    (re.compile(r"missing argument(?:: (\S+))?"), "een functie mist iets wat ze nodig heeft"),
    (re.compile(r"unclosed|expected"), "een haakje, komma of aanhalingsteken klopt niet"),
    (
        re.compile(r"file not found|access denied|escape the project|package|plugin"),
        ("de pdf wordt gemaakt zonder netwerk en zonder andere bestanden: zet wat u nodig hebt in "
        "dit bestand zelf"),
    ),
    (re.compile(r"PDF/UA"), "de pdf zou zo niet toegankelijk zijn"),
    (re.compile(r"unknown font family"), "dit lettertype brengt het programma niet mee"),
)  # fmt: skip


def finding(diagnostic: str, source: str, page: Template) -> Finding:
    """Word typst's first complaint, at the page's line where that is known."""
    message = next(
        (
            dutch.format(*hit.groups(""))
            for rule, dutch in _DUTCH
            if (hit := rule.search(diagnostic))
        ),
        "hiermee kan de pdf niet worden gemaakt",
    )
    return SJABLOON.at(
        Place(page.file, _line(diagnostic, source, page.text), 1),
        message,
        "vergelijk met het meegeleverde nota.typ.j2; zonder eigen versie wordt dat gebruikt",
    )


def _line(diagnostic: str, source: str, template: str) -> int:
    """Find the template's line that reads as the line typst names."""
    where, lines = _WHERE.search(diagnostic), source.split("\n")
    if where is None or not 0 < int(where[1]) <= len(lines):
        return 1
    number, own = int(where[1]), list(enumerate(template.split("\n"), 1))
    same = [at for at, text in own if text == lines[number - 1]]
    inside = [at for at, text in own if "{{ inhoud }}" in text]
    return min(same, key=lambda at: abs(at - number)) if same else [*inside, 1][0]
