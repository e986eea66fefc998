"""The report as the data of its files, for writing: what stands at its default is left out."""

from typing import Any

from voortgang.model.audit import Aanbeveling, Audit
from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import SOORTEN, Actie, Deelactie, Domein, Rapport
from voortgang.source.yaml.emit import Data, emit_item


def rapport_data(rapport: Rapport) -> dict[str, Data]:
    """Give the keys of rapport.yaml."""
    return _dumped(rapport)


def domein_data(domein: Domein) -> dict[str, Data]:
    """Give the keys of the file of a domain."""
    data = _dumped(domein, "id", *SOORTEN)
    lists = {soort: [actie_data(actie) for actie in domein.lijst(soort)] for soort in SOORTEN}
    return data | {soort: acties for soort, acties in lists.items() if acties}


def audit_data(audit: Audit) -> dict[str, Data]:
    """Give the keys of the file of an audit."""
    aanbevelingen = [actie_data(each) for each in audit.aanbevelingen]
    return {**_dumped(audit, "id", "aanbevelingen"), "aanbevelingen": aanbevelingen}


def emit_actie(actie: Actie, indent: int = 2) -> list[str]:
    """Write an actie as one item of a list, as lines."""
    return emit_item(actie_data(actie), indent)


def actie_data(actie: Actie | Deelactie | Aanbeveling) -> Data:
    """Give one entry of a list under the keys of the file; a text where that is all there is."""
    data = _dumped(actie)
    if isinstance(actie, Actie) and actie.deelacties:
        data["deelacties"] = [actie_data(each) for each in actie.deelacties]
    for key in keys_of(type(actie)):
        if key.alone and len(data.get(key.name, ())) == 1:
            (data[key.name],) = data[key.name]
    return data["titel"] if list(data) == ["titel"] else data


def _dumped(part: Deel, *without: str) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={*without})
