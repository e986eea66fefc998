"""All rules over the data (VG030-VG068, VG090-VG109, VG130-VG159)."""

from collections.abc import Iterator
from typing import Protocol

from voortgang.checks.aanbevelingen import als_tekst, onbekend, te_laat, zonder_actie
from voortgang.checks.acties import (
    bewijs_ontbreekt,
    bijna_gelijk,
    deelactie_dubbel,
    details_verschillen,
    dienst_anders,
    dienst_onbekend,
    een_woord,
    plan_zonder_dienst,
    plan_zonder_termijn,
    tegenstrijdig,
    termijn_voorbij,
)
from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.maturiteit import doel_bereikt, gedaald, niveau_buiten_schaal
from voortgang.checks.negeer import NIETS, ONBEKEND
from voortgang.checks.opvolging import (
    geen_plan,
    jaar_met_fouten,
    vervolg_onbekend,
    vervolg_oudste,
    zonder_antwoord,
)
from voortgang.checks.rapport import (
    bestuur_invullen,
    buiten_kader,
    datum_laat,
    datum_vroeg,
    leeg_domein,
    nota_onvolledig,
    orgaan_zonder_lidwoord,
    organen_gelijk,
)
from voortgang.checks.risicos import (
    beheerst_onbekend,
    beheerst_oudste,
    maatregel_weg,
    niet_hoog,
    score,
    zonder_maatregel,
)
from voortgang.checks.teksten import (
    afkorting_ongebruikt,
    afkorting_onverklaard,
    koppeling,
    onzichtbaar,
    teken_pdf,
    verloren_tekst,
    verminkt,
    vervolgregel,
    voorbeeld_vervangen,
)
from voortgang.checks.titels import (
    cijfer_als_letter,
    dubbele_spatie,
    opmaakteken,
    punt,
    sleutel_zonder_spatie,
    te_lang,
    zegt_niets,
)
from voortgang.findings import Finding, Regel


class Rule(Protocol):
    """A module that finds one thing."""

    REGEL: Regel

    def check(self, jaar: Jaar) -> Iterator[Finding]:
        """Find it."""


# What is missing, or unknown, can only be told when every file could be read.
OF_ALL_FILES: tuple[Rule, ...] = (
    te_laat,
    zonder_actie,
    bewijs_ontbreekt,
    gedaald,
    geen_plan,
    jaar_met_fouten,
    vervolg_onbekend,
    vervolg_oudste,
    zonder_antwoord,
    buiten_kader,
    beheerst_onbekend,
    beheerst_oudste,
    maatregel_weg,
    niet_hoog,
    zonder_maatregel,
    afkorting_ongebruikt,
    afkorting_onverklaard,
)
OF_EACH_FILE: tuple[Rule, ...] = (
    als_tekst,
    onbekend,
    bijna_gelijk,
    deelactie_dubbel,
    details_verschillen,
    dienst_anders,
    dienst_onbekend,
    een_woord,
    plan_zonder_dienst,
    plan_zonder_termijn,
    tegenstrijdig,
    termijn_voorbij,
    doel_bereikt,
    niveau_buiten_schaal,
    bestuur_invullen,
    datum_laat,
    datum_vroeg,
    leeg_domein,
    nota_onvolledig,
    orgaan_zonder_lidwoord,
    organen_gelijk,
    score,
    koppeling,
    onzichtbaar,
    teken_pdf,
    verloren_tekst,
    verminkt,
    vervolgregel,
    voorbeeld_vervangen,
    cijfer_als_letter,
    dubbele_spatie,
    opmaakteken,
    punt,
    sleutel_zonder_spatie,
    te_lang,
    zegt_niets,
)
REGELN: tuple[Regel, ...] = (
    *(rule.REGEL for rule in (*OF_ALL_FILES, *OF_EACH_FILE)),
    ONBEKEND,
    NIETS,
)
