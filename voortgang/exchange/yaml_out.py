"""A report as the files of its year."""

from collections.abc import Mapping

from voortgang.model import SOORTEN, Audit, Rapport
from voortgang.model.emit import audit_data, domein_data, rapport_data
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


def audit_file(audit: Audit, *, schema: bool = False) -> bytes:
    """Write the file of an audit."""
    return _lines(audit_data(audit), "audit", schema=schema)


def _lines(data: dict[str, Data], schema_name: str, *, schema: bool) -> bytes:
    head = [SCHEMA.format(schema_name)] if schema else []
    lines: list[str] = []
    for key, value in data.items():
        if key in SOORTEN and lines:
            lines.append("")
        lines += emit_mapping({key: value})
    return ("\n".join((*head, *lines)) + "\n").encode()
