"""A link in a toelichting that leads nowhere for a reader."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Pad
from voortgang.findings import Finding, Regel, Severity

REGEL = Regel(
    "VG048",
    Severity.WARNING,
    "koppeling die een lezer niet kan volgen",
    "In een toelichting mag een koppeling naar http, https of mailto staan. Een pad op "
    "een eigen schijf werkt bij niemand anders en komt als gewone tekst in het rapport.",
    "titel: Cultuur\n"
    "planning:\n"
    "  - titel: Nieuw intranet\n"
    "    toelichting: Zie [het dossier](file:///dossiers/intranet).",
    "titel: Cultuur\n"
    "planning:\n"
    "  - titel: Nieuw intranet\n"
    "    toelichting: Zie [het dossier](https://www.voorbeeldegem.be/intranet).",
)

_LINK = re.compile(r"\]\(\s*<?([^\s)>]+)")
_FINE = ("http://", "https://", "mailto:")


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find links other than http, https and mailto in the toelichtingen."""
    for plaats in jaar.acties:
        pad: Pad = (plaats.soort, plaats.nummer)
        yield from _in_text(jaar, plaats.stem, pad, plaats.actie.toelichting)
        for number, deelactie in enumerate(plaats.actie.deelacties):
            part = (*pad, "deelacties", number)
            yield from _in_text(jaar, plaats.stem, part, deelactie.toelichting)


def _in_text(jaar: Jaar, stem: str, pad: Pad, text: str | None) -> Iterator[Finding]:
    for target in _LINK.findall(text or ""):
        if not target.lower().startswith(_FINE):
            place = jaar.at(stem, (*pad, "toelichting"))
            message = f"'{target}' is geen adres met http, https of mailto"
            yield REGEL.at(place, message, "geef het volledige webadres, of laat de koppeling weg")
