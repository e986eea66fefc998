"""A high risk of which every measure came to nothing."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import RISICO
from voortgang.findings import Finding, Regel
from voortgang.model.rol import ROLLEN

_VOORBEELD = f"""\
titel: Cultuur
{RISICO}    beheerst_door: {{}}
vervallen:
  - titel: Tweede datalijn
    reden: Te duur"""
REGEL = Regel.warning(
    "VG099",
    "hoog risico waarvan elke maatregel vervallen is of zonder opvolging bleef",
    "De maatregel die het risico moest beheersen, gaat niet door of kreeg geen antwoord. Dan "
    "beheerst niets dit risico nog.",
    _VOORBEELD.format("tweede-datalijn"),
    _VOORBEELD.format("[tweede-datalijn, noodplan]\nrealisaties:\n  - Noodplan"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the rated high risks of which no measure is done or planned.

    A measure that is not known is a finding of its own, and one that awaits its answer too.
    """
    for each, plaats in jaar.risicos:
        named = [maatregel.id for maatregel in each.maatregelen]
        waiting = jaar.te_beantwoorden.keys() & named
        known = not waiting and jaar.werk.titels.keys() >= set(named)
        if each.hoog and each.onbeheerst and known:
            stands = ", ".join(
                f"'{maatregel.titel}' ({ROLLEN[maatregel.voortgang].een})"
                for maatregel in each.maatregelen
            )
            message = f"niets beheerst het hoge risico '{each.risico.titel}' nog: {stands}"
            hint = "noem bij beheerst_door een realisatie of een plan dat doorgaat"
            yield REGEL.at(plaats.at("titel"), message, hint)
