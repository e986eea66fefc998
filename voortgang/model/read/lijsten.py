"""What must hold between the acties of one list: each an id of its own, a reden in its place.

pydantic judges each actie by itself; this looks at the list as it was typed, so that all that is
wrong comes in one run. What is wrong already is not looked at again.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from voortgang.findings import Finding, Place
from voortgang.model.identity import ID_LENGTH, slug
from voortgang.model.rapport import SOORTEN
from voortgang.model.regels import NO_ID, REDEN, SAME_ID
from voortgang.model.typed import Plain
from voortgang.source.yaml.emit import emit_value
from voortgang.source.yaml.nodes import Document, Path


class _Typed(NamedTuple):
    """An actie as far as it could be read; `alone` is one that is only a text."""

    path: Path
    place: Place
    alone: bool
    titel: str
    id: str | None
    reden: str


def between(
    data: dict[str, Plain], wrong: Collection[Path], document: Document, *, partial: bool
) -> Iterator[Finding]:
    """Look at the lists of a domain; `wrong` holds the paths of what is said to be wrong."""
    for soort in SOORTEN:
        acties = tuple(_typed(soort, data.get(soort), wrong, document))
        yield from _ids(acties)
        if soort != "vervallen":
            yield from _without_reden(acties, document)
        elif not partial:
            yield from _with_reden(acties, wrong, document)


def _typed(
    soort: str, items: Plain, wrong: Collection[Path], document: Document
) -> Iterator[_Typed]:
    for index, item in enumerate(items if isinstance(items, tuple) else ()):
        path = (soort, index)
        alone = isinstance(item, str)
        entry = {"titel": item} if isinstance(item, str) else item
        if not isinstance(entry, dict) or path in wrong or (alone and (*path, "titel") in wrong):
            continue
        titel, own, reden = (
            value.strip() if isinstance(value, str) and (*path, key) not in wrong else ""
            for key, value in ((key, entry.get(key)) for key in ("titel", "id", "reden"))
        )
        known = own or (None if "id" in entry else slug(titel))
        yield _Typed(path, document.place(path), alone, titel, known, reden)


def _ids(acties: tuple[_Typed, ...]) -> Iterator[Finding]:
    lines: dict[str, int] = {}
    for actie in acties:
        if not actie.titel or actie.id is None:
            continue
        if not actie.id:
            message = f"van de titel '{actie.titel}' is geen id te maken"
            yield NO_ID.at(
                actie.place, message, f"geef een eigen id: {_with_id(actie, 'een-naam')}"
            )
        elif actie.id in lines:
            line = lines[actie.id]
            message = f"de actie '{actie.id}' op regel {actie.place.line} staat al op regel {line}"
            other = _with_id(actie, f"{actie.id[: ID_LENGTH - 2].rstrip('-')}-2")
            hint = f"haal er één weg, of geef deze een eigen id: {other}"
            yield SAME_ID.at(actie.place, message, hint)
        else:
            lines[actie.id] = actie.place.line


def _with_id(actie: _Typed, name: str) -> str:
    line = f"'id: {name}'"
    return f"'titel: {emit_value(actie.titel)}' met eronder {line}" if actie.alone else line


def _with_reden(
    acties: tuple[_Typed, ...], wrong: Collection[Path], document: Document
) -> Iterator[Finding]:
    for actie in acties:
        pad = (*actie.path, "reden")
        if not actie.reden and pad not in wrong:
            hint = "voeg een regel 'reden: …' toe"
            if actie.alone:
                hint = "schrijf 'titel: …' en eronder 'reden: …'"
            elif document.node(pad):
                hint = "vul achter 'reden:' in waarom het niet doorgaat"
            yield REDEN.at(actie.place, "een vervallen plan heeft een reden nodig", hint)


def _without_reden(acties: tuple[_Typed, ...], document: Document) -> Iterator[Finding]:
    for actie in acties:
        if actie.reden:
            yield REDEN.at(
                document.key_place((*actie.path, "reden")),
                "een reden staat alleen bij een actie in 'vervallen'",
                "gebruik 'toelichting:', of verplaats de actie naar 'vervallen:'",
            )
