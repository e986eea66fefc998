"""A report as the files of its year."""

from collections.abc import Mapping
from typing import Any

from voortgang.model import SOORTEN, Domein, NotaGegevens, Rapport
from voortgang.model import PresentatieGegevens as Presentatie
from voortgang.model.emit import actie_data
from voortgang.source.yaml.emit import Data, emit_mapping

SCHEMA = "# yaml-language-server: $schema=../../schema/{}.schema.json"


def year_files(rapport: Rapport, *, schema: bool = False) -> Mapping[str, bytes]:
    """Write the files of a year by name: rapport.yaml, then one for each domain.

    With `schema` each begins with the line by which an editor finds its schema.
    """
    files = {"rapport.yaml": _lines(rapport_data(rapport), "rapport", schema=schema)}
    for domein in rapport.domeinen:
        files[f"{domein.id}.yaml"] = _lines(domein_data(domein), "domein", schema=schema)
    return files


def rapport_data(rapport: Rapport) -> dict[str, Data]:
    """Give the keys of rapport.yaml; what stands at its default is left out."""
    nota, contact = rapport.nota, rapport.contact
    data: dict[str, Any] = {
        "rapportjaar": rapport.rapportjaar,
        "bestuur": rapport.bestuur,
        "titel": rapport.titel,
        "kader": rapport.kader,
        "datum": rapport.datum.isoformat() if rapport.datum else None,
        "ontwerp": rapport.ontwerp or None,
        "domeinen": [domein.id for domein in rapport.domeinen],
    }
    if contact:
        data["contact"] = _filled(
            {"naam": contact.naam, "dienst": contact.dienst, "e-mail": contact.e_mail}
        )
    if nota != NotaGegevens():
        data["nota"] = _filled(
            {
                "van": nota.van,
                "organen": list(nota.organen) or None,
                "adviezen": [
                    _filled({"van": a.van, "datum": a.datum.isoformat() if a.datum else None})
                    for a in nota.adviezen
                ]
                or None,
                "kader_goedgekeurd": nota.kader_goedgekeurd,
                "financiele_weerslag": nota.financiele_weerslag,
                "bijlagen": list(nota.bijlagen) or None,
            }
        )
    if rapport.presentatie != Presentatie():
        size = rapport.presentatie.minimale_lettergrootte
        data["presentatie"] = {"minimale_lettergrootte": size}
    data["afkortingen"] = dict(rapport.afkortingen) or None
    if rapport.controle.negeer:
        data["controle"] = {"negeer": list(rapport.controle.negeer)}
    return _filled(data)


def domein_data(domein: Domein) -> dict[str, Data]:
    """Give the keys of the file of a domain."""
    data: dict[str, Any] = {
        "titel": domein.titel,
        "rechtsgrond": domein.rechtsgrond,
        "criterium": domein.criterium,
    }
    for soort in SOORTEN:
        data[soort] = [actie_data(actie) for actie in domein.lijst(soort)] or None
    return _filled(data)


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _lines(data: dict[str, Data], schema_name: str, *, schema: bool) -> bytes:
    head = [SCHEMA.format(schema_name)] if schema else []
    lines: list[str] = []
    for key, value in data.items():
        if key in SOORTEN and lines:
            lines.append("")
        lines += emit_mapping({key: value})
    return ("\n".join((*head, *lines)) + "\n").encode()
