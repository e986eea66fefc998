"""A report as rows: what a sheet, a csv or a json of acties holds, in the order of the report."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from voortgang.exchange.excel.columns import as_text, cells_of, dig, texts_of
from voortgang.model import SOORTEN, Actie, Deelactie, Domein, Rapport, Soort
from voortgang.model.audit import Aanbeveling, AuditBestand
from voortgang.model.rol import ROLLEN
from voortgang.opvolging.beantwoord import same
from voortgang.opvolging.standen import Standen


class ActieRow(NamedTuple):
    """An actie or deelactie with where it stands.

    `kenmerk` is by what a workbook knows it: the id, and of a deelactie which of its actie it is.
    `parent` names the actie of a deelactie.
    """

    domein: Domein
    soort: Soort
    entry: Actie | Deelactie
    kenmerk: str
    parent: str | None = None

    def data(self) -> Mapping[str, Any]:
        """Give every column with its type."""
        own = self.entry.model_dump(mode="json", by_alias=True, exclude={"deelacties"})
        places = {"domein": self.domein.titel, "soort": self.soort, "deelactie van": self.parent}
        return {**places, **own, "kenmerk": self.kenmerk}

    def values(self) -> Mapping[str, str]:
        """Give the columns as texts, empty ones too."""
        data, own = self.data(), cells_of(type(self.entry))
        texts = {name: as_text(key, dig(data, name)) for name, key in own.items()}
        places = ("domein", "soort", "deelactie van", "kenmerk")
        return {**texts, **{name: data[name] or "" for name in places}}


def rows(rapport: Rapport, dienst: str | None = None) -> Iterator[ActieRow]:
    """Go through all acties, each with its deelacties below it.

    With `dienst` only the acties of that service, or with a deelactie of it, whole.
    """
    for domein in rapport.domeinen:
        names = {soort: parent_names(domein.lijst(soort)) for soort in SOORTEN}
        for soort, index, actie in domein.acties():
            if dienst is not None and not of_dienst(actie, dienst):
                continue
            yield from rows_of(domein, soort, actie, names[soort][index])


def rows_of(
    domein: Domein, soort: Soort, actie: Actie, name: str | None = None
) -> Iterator[ActieRow]:
    """Give an actie and its deelacties, which name it by `name`."""
    yield ActieRow(domein, soort, actie, actie.id)
    for number, deelactie in enumerate(actie.deelacties, 1):
        yield ActieRow(domein, soort, deelactie, f"{actie.id}/{number}", name or actie.titel)


def parent_names(acties: Sequence[Actie]) -> tuple[str, ...]:
    """Say how deelacties name each actie of a list: by title, or by id where that is unclear."""
    titels = Counter(actie.titel for actie in acties)
    ids = {actie.id for actie in acties}
    return tuple(
        actie.titel if titels[actie.titel] == 1 and actie.titel not in ids else actie.id
        for actie in acties
    )


def audit_rows(standen: Standen) -> Iterator[Sequence[str]]:
    """Give the audits under the columns of their sheet."""
    for each in standen.audits:
        yield [*texts_of(each.audit, AuditBestand).values(), each.audit.id]


def aanbeveling_rows(standen: Standen) -> Iterator[Sequence[str]]:
    """Give the aanbevelingen under the columns of their sheet, with how they stand."""
    for of_audit in standen.audits:
        known = dict(of_audit.audit.met_id())
        for each in of_audit.aanbevelingen:
            own = texts_of(known[each.id], Aanbeveling).values()
            acties = ", ".join(actie.titel for actie in each.acties)
            yield [each.audit, *own, each.stand, acties, each.id]


def risico_rows(standen: Standen) -> Iterator[Sequence[str]]:
    """Give the risks that have a score, with what keeps them down and how that stands."""
    for each in standen.risicos:
        if each.score:
            measures = (f"{m.titel} ({ROLLEN[m.voortgang].een})" for m in each.maatregelen)
            yield [
                each.risico.titel, ", ".join(each.domeinen), *map(str, each.score),
                str(each.score.score), "ja" if each.hoog else "nee",
                str(each.rest.score) if each.rest else "", ", ".join(measures),
            ]  # fmt: skip


def of_dienst(actie: Actie, dienst: str) -> bool:
    """Tell whether an actie, or a part of it, is this service's; case makes no difference."""
    wanted = same(dienst)
    return any(same(name) == wanted for name in diensten_of(actie))


def diensten(rapport: Rapport) -> tuple[str, ...]:
    """List the services that the report names, each once, by name."""
    named = {dienst for *_, actie in rapport.acties() for dienst in diensten_of(actie)}
    return tuple(sorted(named, key=lambda name: (name.casefold(), name)))


def diensten_of(actie: Actie) -> tuple[str, ...]:
    """Name the services of an actie and of its parts, each once."""
    named = (actie.dienst, *(deelactie.dienst for deelactie in actie.deelacties))
    return tuple(dict.fromkeys(filter(None, named)))
