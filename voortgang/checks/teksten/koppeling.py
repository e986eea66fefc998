"""A link in a toelichting that leads nowhere for a reader."""

import re
from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.waarden import Kind

REGEL = Regel.warning(
    "VG048",
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
    for waarde in jaar.waarden:
        if waarde.kind is Kind.MARKDOWN:
            for target in _LINK.findall(waarde.text):
                if not target.lower().startswith(_FINE):
                    message = f"'{target}' is geen adres met http, https of mailto"
                    hint = "geef het volledige webadres, of laat de koppeling weg"
                    yield REGEL.at(waarde.place, message, hint)
