"""The files of the audits as they become, and what is told of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from voortgang.exchange.audits.bring import MergedAudits
from voortgang.exchange.edit import edit_audit
from voortgang.exchange.merge.compare import SHOWN
from voortgang.exchange.merge.told import changes_of
from voortgang.exchange.yaml_out import audit_file
from voortgang.model import KEYS, Audit, Audits, read_audits
from voortgang.source.workspace import AUDITS, read_folder


@dataclass(frozen=True, slots=True)
class AuditFiles:
    """The files that change by name, all audits as they then read, and a line for each change."""

    files: Mapping[str, bytes]
    audits: Audits
    lines: tuple[str, ...]


def audit_files(merged: MergedAudits, *, schema: bool = False) -> AuditFiles:
    """Write what changes: comments, order and way of writing stay; a new audit is a new file."""
    current = merged.current
    files: dict[str, bytes] = {}
    lines: list[str] = []
    for name, (old, new) in merged.changed.items():
        text = _edited(current.documents[name].text, old, new) if old else None
        files[f"{name}.yaml"] = text or audit_file(new, schema=schema)
        lines += _told(old, new)
        if old and text is None:
            lines.append(f"let op: {name}.yaml is opnieuw geschreven; opmerkingen erin zijn weg")
    before = {f"{stem}.yaml": each.text.encode() for stem, each in current.documents.items()}
    after = read_audits(read_folder(AUDITS, {**before, **files}, KEYS)) if files else current
    wanted = {each.id: each for each in current.audits}
    wanted |= {name: new for name, (_, new) in merged.changed.items()}
    if not after.findings and {each.id: each for each in after.audits} != wanted:
        raise ValueError("the audits do not read back as they were written")
    return AuditFiles(files, after, tuple(lines))


def _edited(text: str, old: Audit, new: Audit) -> bytes | None:
    """Change the text of a file; None where the way in which it is written does not allow it."""
    try:
        edited = edit_audit(text, old, new).encode()
    except (ValueError, yaml.YAMLError):
        return None
    read = read_audits(read_folder(AUDITS, {f"{new.id}.yaml": edited}, KEYS)).audits
    return edited if read == (new,) else None


def _told(old: Audit | None, new: Audit) -> Iterator[str]:
    """Say what becomes of an audit, a line for it and for each of its aanbevelingen."""
    known = dict(old.met_id()) if old else {}
    if old is None:
        yield f"nieuw: audits/{new.id}.yaml: {new.titel[:SHOWN]}"
    elif details := "; ".join(changes_of(old, new)):
        yield f"gewijzigd: audits/{new.id}.yaml: {old.titel[:SHOWN]} ({details})"
    for ident, each in new.met_id():
        if ident not in known:
            yield f"nieuw: aanbeveling {ident}: {each.titel[:SHOWN]}"
        elif details := "; ".join(changes_of(known[ident], each)):
            yield f"gewijzigd: aanbeveling {ident}: {known[ident].titel[:SHOWN]} ({details})"
