"""A level of maturity that went down, and nobody says why."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.waarden import to_fill_in
from voortgang.findings import Finding, Regel
from voortgang.opvolging.maturiteit import levels

_VOORBEELD = """\
# bestand: 2021/cultuur.yaml
titel: Cultuur
maturiteit: {{niveau: 3}}
realisaties:
  - Nieuw intranet
# bestand: 2022/cultuur.yaml
titel: Cultuur
maturiteit: {{niveau: 2{}}}
realisaties:
  - Opleiding"""
REGEL = Regel.warning(
    "VG100",
    "niveau van maturiteit gedaald zonder toelichting",
    "Een domein dat lager staat dan vorig jaar, vraagt uitleg: is er iets veranderd, of is er "
    "strenger gekeken?",
    _VOORBEELD.format(""),
    _VOORBEELD.format(", toelichting: Strenger beoordeeld dan vorig jaar."),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find levels under that of the newest earlier year, without a toelichting."""
    for each in levels(jaar.rapport, jaar.earlier.values()):
        nu, vorig = each.maturiteit, each.vorig
        if vorig is not None and nu.niveau < vorig and not nu.toelichting:
            place = jaar.at(each.domein, "maturiteit", "niveau")
            message = f"het niveau van '{each.titel}' daalt van {vorig} naar {nu.niveau}"
            document, line = jaar.reading.documents[each.domein], "toelichting: …"
            add = to_fill_in(document, ("maturiteit", "toelichting"), line)
            yield REGEL.at(place, message, add or f"voeg een `{line}` toe die zegt waarom")
