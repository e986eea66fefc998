"""What changed between two versions of the audits that a year follows."""

from collections.abc import Iterable, Iterator, Mapping

from voortgang.model.audit import Aanbeveling, Audit, AuditBestand
from voortgang.opvolging.changes import velden_of
from voortgang.opvolging.titels import word_key
from voortgang.opvolging.wijziging import AuditWijzigingen, Wijziging

_ByName = Mapping[str, Audit]
_OF_AUDIT = tuple(name for name in AuditBestand.model_fields if name != "aanbevelingen")
_OF_AANBEVELING = tuple(name for name in Aanbeveling.model_fields if name != "titel")


def audit_changes(old: Iterable[Audit], new: Iterable[Audit]) -> tuple[AuditWijzigingen, ...]:
    """Say of each audit what was added, removed, reworded or changed in its details.

    An audit that came or went is itself added or removed, with all of its aanbevelingen. One that
    is gone where a near-equal one came has another number, and is reworded.
    """
    before = {audit.id: audit for audit in old}
    after = {audit.id: audit for audit in new}
    return tuple(_compared(before, after, name) for name in dict.fromkeys((*after, *before)))


def _compared(was: _ByName, now: _ByName, name: str) -> AuditWijzigingen:
    if name not in was:
        return AuditWijzigingen(name, now[name].titel, toegevoegd=list(_all_of(now[name])))
    if name not in now:
        return AuditWijzigingen(name, was[name].titel, verwijderd=list(_all_of(was[name])))
    return _between(was[name], now[name])


def _between(old: Audit, new: Audit) -> AuditWijzigingen:
    found = AuditWijzigingen(new.id, new.titel)
    if velden := velden_of(old, new, _OF_AUDIT):
        found.details.append(Wijziging(new.id, new.titel, None, velden=velden))
    before, after = dict(old.met_id()), dict(new.met_id())
    gone = {ident: each for ident, each in before.items() if ident not in after}
    by_key = {word_key(each.titel): ident for ident, each in gone.items()}
    for ident, each in after.items():
        was_id = ident if ident in before else by_key.pop(word_key(each.titel), None)
        if was_id is None:
            found.toegevoegd.append(Wijziging(ident, each.titel, None))
            continue
        gone.pop(was_id, None)
        was = before[was_id]
        if (was_id, was.titel) != (ident, each.titel):
            found.herschreven.append(Wijziging(ident, each.titel, None, was=(was_id, was.titel)))
        if velden := velden_of(was, each, _OF_AANBEVELING):
            found.details.append(Wijziging(ident, each.titel, None, velden=velden))
    found.verwijderd += (Wijziging(ident, each.titel, None) for ident, each in gone.items())
    return found


def _all_of(audit: Audit) -> Iterator[Wijziging]:
    yield Wijziging(audit.id, audit.titel, None)
    for ident, each in audit.met_id():
        yield Wijziging(ident, each.titel, None)
