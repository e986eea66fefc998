"""Acties as data and as lines of a domain's file, the keys in the order of the manual."""

from collections.abc import Mapping

from voortgang.model.rapport import Actie, Deelactie
from voortgang.source.yaml.emit import Data, emit_item


def emit_actie(actie: Actie, indent: int = 2) -> list[str]:
    """Write an actie as one item of a list, as lines."""
    return emit_item(actie_data(actie), indent)


def actie_data(actie: Actie) -> Data:
    """Give an actie under the keys of the file; a text where its title is all there is."""
    return _short(
        {
            "titel": actie.titel,
            "id": actie.own_id,
            "deelacties": [deelactie_data(each) for each in actie.deelacties],
            "toelichting": actie.toelichting,
            "dienst": actie.dienst,
            "termijn": actie.termijn.text if actie.termijn else None,
            "mjp": actie.mjp,
            "sdg": actie.sdg,
            "aanbeveling": actie.aanbeveling,
            "vervolg_op": _one_or_more(actie.vervolg_op),
            "reden": actie.reden,
        }
    )


def deelactie_data(deelactie: Deelactie) -> Data:
    """Give a deelactie under the keys of the file; a text where its title is all there is."""
    return _short(
        {
            "titel": deelactie.titel,
            "dienst": deelactie.dienst,
            "termijn": deelactie.termijn.text if deelactie.termijn else None,
            "toelichting": deelactie.toelichting,
        }
    )


def _short(keys: Mapping[str, Data]) -> Data:
    data = {key: value for key, value in keys.items() if value not in (None, (), [])}
    return data["titel"] if list(data) == ["titel"] else data


def _one_or_more(ids: tuple[str, ...]) -> Data:
    return ids[0] if len(ids) == 1 else ids


__all__ = ["actie_data", "deelactie_data", "emit_actie"]
