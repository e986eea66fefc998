"""All rules over the data (VG030-VG068, VG090-VG109)."""

from collections.abc import Iterator
from typing import Protocol

from voortgang.checks import (
    aanbeveling_als_tekst,
    aanbeveling_onbekend,
    aanbeveling_te_laat,
    aanbeveling_zonder_actie,
    afkorting_ongebruikt,
    afkorting_onverklaard,
    beheerst_onbekend,
    beheerst_oudste,
    bestuur_invullen,
    bewijs_ontbreekt,
    bijna_gelijk,
    buiten_kader,
    cijfer_als_letter,
    datum_laat,
    datum_vroeg,
    deelactie_dubbel,
    details_verschillen,
    dienst_anders,
    dienst_onbekend,
    doel_bereikt,
    dubbele_spatie,
    een_woord,
    geen_plan,
    koppeling,
    lange_titel,
    leeg_domein,
    maatregel_weg,
    maturiteit_gedaald,
    niveau_buiten_schaal,
    nota_onvolledig,
    onzichtbaar,
    opmaakteken,
    orgaan_zonder_lidwoord,
    organen_gelijk,
    plan_zonder_dienst,
    plan_zonder_termijn,
    punt,
    risico_score,
    risico_zonder_maatregel,
    sleutel_zonder_spatie,
    tegenstrijdig,
    teken_pdf,
    termijn_voorbij,
    verloren_tekst,
    verminkt,
    vervolg_onbekend,
    vervolg_oudste,
    vervolgregel,
    voorbeeld_vervangen,
    zegt_niets,
    zonder_opvolging,
)
from voortgang.checks.jaar import Jaar
from voortgang.checks.negeer import NIETS, ONBEKEND
from voortgang.findings import Finding, Regel


class Rule(Protocol):
    """A module that finds one thing."""

    @property
    def REGEL(self) -> Regel:  # noqa: N802 -- a module's constant
        """What it finds."""

    def check(self, jaar: Jaar) -> Iterator[Finding]:
        """Find it."""


# What is missing, or unknown, can only be told when every file could be read.
OF_ALL_FILES: tuple[Rule, ...] = (
    aanbeveling_te_laat,
    aanbeveling_zonder_actie,
    beheerst_onbekend,
    beheerst_oudste,
    bewijs_ontbreekt,
    maatregel_weg,
    maturiteit_gedaald,
    risico_zonder_maatregel,
    afkorting_ongebruikt,
    afkorting_onverklaard,
    buiten_kader,
    geen_plan,
    vervolg_onbekend,
    vervolg_oudste,
    zonder_opvolging,
)
OF_EACH_FILE: tuple[Rule, ...] = (
    aanbeveling_als_tekst,
    aanbeveling_onbekend,
    doel_bereikt,
    niveau_buiten_schaal,
    risico_score,
    bestuur_invullen,
    bijna_gelijk,
    cijfer_als_letter,
    datum_laat,
    datum_vroeg,
    deelactie_dubbel,
    details_verschillen,
    dienst_anders,
    dienst_onbekend,
    dubbele_spatie,
    een_woord,
    koppeling,
    lange_titel,
    leeg_domein,
    nota_onvolledig,
    onzichtbaar,
    opmaakteken,
    orgaan_zonder_lidwoord,
    organen_gelijk,
    plan_zonder_dienst,
    plan_zonder_termijn,
    punt,
    sleutel_zonder_spatie,
    tegenstrijdig,
    teken_pdf,
    termijn_voorbij,
    verloren_tekst,
    verminkt,
    vervolgregel,
    voorbeeld_vervangen,
    zegt_niets,
)
REGELN: tuple[Regel, ...] = (
    *(rule.REGEL for rule in (*OF_ALL_FILES, *OF_EACH_FILE)),
    ONBEKEND,
    NIETS,
)
