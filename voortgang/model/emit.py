"""Acties as lines of a domain's file, the keys in the order of the manual."""

from collections.abc import Iterable, Mapping

from voortgang.model.rapport import Actie, Deelactie
from voortgang.source.emit import Data, emit_item


def emit_actie(actie: "Actie | Mapping[str, Data] | str", indent: int = 2) -> list[str]:
    """Write an actie as one item of a list, as lines; one with only a titel is a plain text.

    A mapping holds the keys of the file; what is None or empty in it is left out.
    """
    if isinstance(actie, Actie):
        actie = actie_data(actie)
    return emit_item(_short(actie), indent)


def actie_data(actie: Actie) -> dict[str, Data]:
    """Give an actie as plain data under the keys of the file, without what is not there."""
    data: dict[str, Data] = {
        "titel": actie.titel,
        "id": actie.own_id,
        "deelacties": [_short(_deelactie_data(each)) for each in actie.deelacties],
        "toelichting": actie.toelichting,
        "dienst": actie.dienst,
        "termijn": actie.termijn.text if actie.termijn else None,
        "mjp": actie.mjp,
        "sdg": actie.sdg,
        "aanbeveling": actie.aanbeveling,
        "vervolg_op": _one_or_more(actie.vervolg_op),
        "reden": actie.reden,
    }
    return _without_empty(data)


def _deelactie_data(deelactie: Deelactie) -> dict[str, Data]:
    termijn = deelactie.termijn.text if deelactie.termijn else None
    return {
        "titel": deelactie.titel,
        "dienst": deelactie.dienst,
        "termijn": termijn,
        "toelichting": deelactie.toelichting,
    }


def _short(actie: "Mapping[str, Data] | str") -> Data:
    if isinstance(actie, str):
        return actie
    data = _without_empty(actie)
    return data["titel"] if list(data) == ["titel"] else data


def _without_empty(data: Mapping[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in data.items() if value not in (None, "", (), [])}


def _one_or_more(ids: Iterable[str]) -> Data:
    found = tuple(ids)
    return found[0] if len(found) == 1 else found


__all__ = ["actie_data", "emit_actie"]
