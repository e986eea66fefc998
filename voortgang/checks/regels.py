"""All rules over the data, in the order of their codes (VG030-VG068)."""

from collections.abc import Callable, Iterator

from voortgang.checks import (
    afkorting_ongebruikt,
    bestuur_invullen,
    bijna_gelijk,
    buiten_kader,
    cijfer_als_letter,
    datum_laat,
    datum_vroeg,
    deelactie_dubbel,
    details_verschillen,
    dubbele_spatie,
    een_woord,
    geen_plan,
    koppeling,
    lange_titel,
    leeg_domein,
    onzichtbaar,
    organen_gelijk,
    punt,
    sleutel_zonder_spatie,
    tegenstrijdig,
    termijn_voorbij,
    verloren_tekst,
    vervolg_onbekend,
    vervolg_oudste,
    vervolgregel,
    voorbeeld_vervangen,
    zonder_opvolging,
)
from voortgang.checks.jaar import Jaar
from voortgang.checks.negeer import NIETS, ONBEKEND
from voortgang.findings import Finding, Regel

Rule = Callable[[Jaar], Iterator[Finding]]

RULES: tuple[tuple[Regel, Rule], ...] = (
    (vervolg_onbekend.REGEL, vervolg_onbekend.check),
    (bijna_gelijk.REGEL, bijna_gelijk.check),
    (vervolg_oudste.REGEL, vervolg_oudste.check),
    (een_woord.REGEL, een_woord.check),
    (punt.REGEL, punt.check),
    (dubbele_spatie.REGEL, dubbele_spatie.check),
    (onzichtbaar.REGEL, onzichtbaar.check),
    (cijfer_als_letter.REGEL, cijfer_als_letter.check),
    (verloren_tekst.REGEL, verloren_tekst.check),
    (sleutel_zonder_spatie.REGEL, sleutel_zonder_spatie.check),
    (vervolgregel.REGEL, vervolgregel.check),
    (tegenstrijdig.REGEL, tegenstrijdig.check),
    (termijn_voorbij.REGEL, termijn_voorbij.check),
    (datum_laat.REGEL, datum_laat.check),
    (leeg_domein.REGEL, leeg_domein.check),
    (details_verschillen.REGEL, details_verschillen.check),
    (buiten_kader.REGEL, buiten_kader.check),
    (lange_titel.REGEL, lange_titel.check),
    (deelactie_dubbel.REGEL, deelactie_dubbel.check),
    (afkorting_ongebruikt.REGEL, afkorting_ongebruikt.check),
    (koppeling.REGEL, koppeling.check),
    (bestuur_invullen.REGEL, bestuur_invullen.check),
    (datum_vroeg.REGEL, datum_vroeg.check),
    (organen_gelijk.REGEL, organen_gelijk.check),
    (voorbeeld_vervangen.REGEL, voorbeeld_vervangen.check),
    (zonder_opvolging.REGEL, zonder_opvolging.check),
    (geen_plan.REGEL, geen_plan.check),
)
# What is missing, or unknown, can only be told when every file could be read.
NEED_ALL: frozenset[Regel] = frozenset(
    (
        afkorting_ongebruikt.REGEL,
        buiten_kader.REGEL,
        geen_plan.REGEL,
        vervolg_onbekend.REGEL,
        vervolg_oudste.REGEL,
        zonder_opvolging.REGEL,
    )
)
REGELN: tuple[Regel, ...] = tuple(
    sorted((*(regel for regel, _ in RULES), ONBEKEND, NIETS), key=lambda regel: regel.code)
)
