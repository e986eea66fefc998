"""Aanbevelingen, rated risks and maturity, as a template sees them."""

from collections.abc import Iterable, Mapping, Sequence

from voortgang.content.markdown.author import author_markdown
from voortgang.content.views.rapport import PartView
from voortgang.model.instellingen import MaturiteitSchaal
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.aanbevelingen import STANDEN, AuditStand, Opgevolgd
from voortgang.opvolging.maturiteit import DomeinMaturiteit
from voortgang.opvolging.risicos import Beoordeeld


def show_aanbevelingen(jaren: Mapping[int, Sequence[AuditStand]], jaar: int) -> PartView | None:
    """Show the audits that a year follows, and their totals; None where there are none."""
    until = {each: audits for each, audits in sorted(jaren.items()) if each <= jaar}
    now = until.get(jaar, ())
    if not now:
        return None
    return PartView(totalen=_totalen(now), audits=tuple(_audit(each, until) for each in now))


def _audit(stand: AuditStand, until: Mapping[int, Sequence[AuditStand]]) -> PartView:
    """Show an audit with its aanbevelingen; `jaren` tells of each year how many were volledig."""
    audit = stand.audit
    return PartView(
        titel=audit.titel,
        van=audit.van,
        datum=audit.datum,
        totalen=_totalen([stand]),
        aanbevelingen=tuple(map(_aanbeveling, stand.aanbevelingen)),
        jaren=tuple(
            (jaar, other.aantal("volledig"))
            for jaar, audits in until.items()
            for other in audits
            if other.audit.id == audit.id
        ),
    )


def _aanbeveling(each: Opgevolgd) -> PartView:
    """Show an aanbeveling, with the titles of the acties that work on it."""
    late = ", te laat" if each.te_laat else ""
    return PartView(
        id=each.id,
        nummer=each.nummer,
        titel=each.titel,
        reactie=each.reactie,
        dienst=each.dienst,
        termijn=str(each.termijn) if each.termijn else None,
        stand=each.stand,
        stand_en_teken=f"{ROLLEN[each.stand].teken}\N{NO-BREAK SPACE}{each.stand}{late}",
        acties=tuple(actie.titel for actie in each.acties),
        te_laat=each.te_laat,
    )


def _totalen(audits: Sequence[AuditStand]) -> PartView:
    """Count how many aanbevelingen stand so, how many there are and how many are late."""
    counts = {stand: sum(each.aantal(stand) for each in audits) for stand in STANDEN}
    late = sum(each.te_laat for audit in audits for each in audit.aanbevelingen)
    return PartView(**counts, samen=sum(counts.values()), te_laat=late)


def show_risicos(risicos: Iterable[Beoordeeld]) -> tuple[PartView, ...]:
    """Show the rated risks in their order, each with its number in the matrix."""
    rated = (each for each in risicos if each.score)
    return tuple(_risico(number, each) for number, each in enumerate(rated, 1))


def _risico(nummer: int, each: Beoordeeld) -> PartView:
    """Show a risk; `verloop` is its score and where measures bring it: `12 → 4`."""
    data = each.as_json()
    measures = [(m.titel, ROLLEN[m.voortgang].een) for m in each.maatregelen]
    return PartView(
        **data,
        nummer=nummer,
        verloop=" → ".join(str(data[key]) for key in ("score", "restscore") if data[key]),
        maatregelen=tuple(PartView(titel=titel, stand=stand) for titel, stand in measures),
        maatregelen_in_woorden="; ".join(f"{titel} ({stand})" for titel, stand in measures) or None,
    )


def show_maturiteit(each: DomeinMaturiteit, schaal: MaturiteitSchaal) -> PartView:
    """Show the level of a domain; `doelnaam` is empty where there is no doel."""
    now = each.maturiteit
    return PartView(
        titel=each.titel,
        niveau=now.niveau,
        niveaunaam=schaal.namen[now.niveau],
        doel=now.doel,
        doelnaam="" if now.doel is None else schaal.namen[now.doel],
        vorig=each.vorig,
        toelichting=author_markdown(now.toelichting) if now.toelichting else None,
    )
