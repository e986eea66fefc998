"""The columns of each sheet: the fields of the model as it declares them, and what places a row.

A field that the model gains is a column at once: written, read back, explained and exported.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from voortgang.model.audit import Aanbeveling, AuditBestand
from voortgang.model.deel import Deel, Key, keys_of
from voortgang.model.identity import slug
from voortgang.model.rapport import Actie, Deelactie, Domein, DomeinBestand, Risico, Soort
from voortgang.model.waarden import Kind

_SHORT = (Kind.ID, Kind.GETAL)  # several of these stand beside each other in a cell
_WIDTHS = {
    Kind.TITEL: 48, Kind.MARKDOWN: 60, Kind.ALINEAS: 60, Kind.TEKST: 28, Kind.ID: 28,
    Kind.TERMIJN: 12, Kind.DATUM: 12, Kind.GETAL: 10,
}  # fmt: skip
_TYPED = {
    Kind.MARKDOWN: "Alinea's met Alt+Enter.",
    Kind.ALINEAS: "Alinea's met Alt+Enter.",
    Kind.WAAR: "Typ WAAR of ONWAAR.",
}


class Kolom(NamedTuple):
    """A column: its name, what the sheet Uitleg says of it, and the field that it holds if any."""

    name: str
    uitleg: str
    width: int
    key: Key | None = None


def flat(part: type[Deel], above: str = "") -> Iterator[tuple[str, Key]]:
    """Go through the fields of a part, and of the parts in it by their path (`nota.van`)."""
    for key in keys_of(part):
        yield f"{above}{key.name}", key
        if key.kind is Kind.DEEL and key.part is not None and not key.many:
            yield from flat(key.part, f"{above}{key.name}.")


@cache
def cells_of(part: type[Deel]) -> Mapping[str, Key]:
    """Give the fields of a part that a cell can hold, by path."""
    return {name: key for name, key in flat(part) if key.part is None}


def dig(data: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401 -- what a field holds, as data
    """Find what stands at a path; None where there is nothing."""
    found: Any = data
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def as_text(key: Key, value: Any) -> str:  # noqa: ANN401 -- what a field holds, as data
    """Write a value as a cell holds it."""
    if isinstance(value, list):
        return (", " if key.kind in _SHORT else "\n").join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def texts_of(part: Deel, kind: type[Deel]) -> dict[str, str]:
    """Give the fields of a part as cells hold them; `kind` is what of it a sheet has."""
    data = part.model_dump(mode="json", by_alias=True)
    return {name: as_text(key, dig(data, name)) for name, key in cells_of(kind).items()}


def as_items(key: Key, text: str) -> list[str]:
    """Take the values of a field that holds many out of its cell."""
    items = re.split(r"[,;\n]", text) if key.kind in _SHORT else text.split("\n")
    return [each for item in items for each in _apart(key, item.strip()) if each]


def _apart(key: Key, item: str) -> list[str]:
    """Take apart what only spaces divide; words that are no ids are a title, typed as one."""
    words = item.split()
    ids = key.kind is Kind.ID and all(slug(word) == word for word in words)
    return words if ids or key.kind is Kind.GETAL else [item]


def _of_part(part: type[Deel]) -> dict[str, Kolom]:
    return {
        name: Kolom(name, f"{key.words} {_how(key)}".strip(), _WIDTHS.get(key.kind, 24), key)
        for name, key in cells_of(part).items()
    }


def _how(key: Key) -> str:
    if not key.many:
        return _TYPED.get(key.kind, "")
    kenmerk = "Neem het kenmerk over. " if key.kind is Kind.ID else ""
    several = "Met komma's ertussen" if key.kind in _SHORT else "Elk op een eigen regel"
    return f"{kenmerk}{several}."


def _acties() -> Iterator[Kolom]:
    of_actie, of_deelactie = _of_part(Risico), _of_part(Deelactie)
    lists = (key for key in keys_of(Domein) if key.part and issubclass(key.part, Actie))
    soorten = " ".join(f"{key.name}: {key.words}" for key in lists)
    own_id = of_actie.pop("id")
    yield Kolom("domein", "Kies uit de lijst. De domeinen staan op het blad Domeinen.", 26)
    yield Kolom("soort", f"Kies uit de lijst. {soorten}", 16)
    yield of_actie.pop("titel")
    parent = "Alleen voor een deel van een andere actie: de titel (of de id) van die actie, in "
    yield Kolom("deelactie van", f"{parent}hetzelfde domein en met dezelfde soort.", 28)
    first = [name for name in of_deelactie if name != "titel"]
    both = {**of_deelactie, **of_actie}
    yield from (both[name] for name in dict.fromkeys((*first, *of_actie)))
    yield own_id._replace(uitleg=f"{own_id.uitleg} Meestal leeg.")
    mark = "Niet wijzigen: hieraan herkent het programma de actie, ook als u de titel aanpast."
    yield Kolom("kenmerk", f"{mark} Leeg bij een nieuwe actie.", 28)


ACTIES = tuple(_acties())
OF_DEELACTIE = frozenset({"domein", "soort", "deelactie van", *cells_of(Deelactie)})
DOMEINEN = (
    *_of_part(DomeinBestand).values(),
    Kolom("risico's", "De risico's staan met hun gegevens op het blad Acties, soort risicos.", 48),
    Kolom("bestand", "De naam van het bestand, zonder .yaml.", 34),
)
RAPPORT = (
    Kolom("sleutel", "Niet wijzigen.", 34),
    Kolom("waarde", "De waarde, een rij elk als er meer zijn.", 60),
    Kolom("onderdeel", "Wat bij die waarde hoort.", 20),
    Kolom("uitleg", "", 60),
)
AUDITS = (*_of_part(AuditBestand).values(), DOMEINEN[-1])
COMPUTED = ("stand", "acties")  # of an aanbeveling, which nobody types
AANBEVELINGEN = (
    Kolom("audit", "", 28),
    *_of_part(Aanbeveling).values(),
    Kolom("stand", "", 12),
    Kolom("acties", "", 48),
    ACTIES[-1],
)
_OF_RISICO = ("risico", "domein", "kans", "impact", "score", "hoog", "restscore", "beheerst door")
RISICOS = tuple(Kolom(name, "", 28) for name in _OF_RISICO)
STAND = "Stand"  # the hidden sheet with what went out
OF_STAND = f"{STAND} {{}}"
KENMERK = ACTIES[-1].name
WAITING: Soort = "te_beantwoorden"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(kolom.name for kolom in kolommen)
    for name, kolommen in (
        ("Acties", ACTIES),
        ("Domeinen", DOMEINEN),
        ("Rapport", RAPPORT),
        ("Audits", AUDITS),
        ("Aanbevelingen", AANBEVELINGEN),
        (STAND, ACTIES),
        (OF_STAND.format("audits"), AUDITS),
        (OF_STAND.format("aanbevelingen"), AANBEVELINGEN),
    )
}


_OF_AANBEVELINGEN = (
    "Werkt een actie aan een aanbeveling, zet dan op het blad Acties haar kenmerk in de kolom "
    "aanbevelingen. Titel, reactie, dienst en termijn mag u wijzigen. Wat nieuw is, komt onderaan, "
    "met in kolom audit de naam van de audit; een nieuwe audit krijgt een rij op het blad Audits. "
    "Stand en acties volgen uit de acties: wat u daar typt, telt niet."
)


def explanation(*, audits: bool = False) -> Iterator[tuple[str, str]]:
    """Tell whoever fills in a workbook what each column means, and of `audits` how they come in."""
    yield from ((kolom.name, kolom.uitleg) for kolom in ACTIES)
    yield "Blad Domeinen", DOMEINEN[-2].uitleg
    if audits:
        yield "Blad Aanbevelingen", _OF_AANBEVELINGEN
    yield "Blad Rapport", "De velden van het rapport zelf; voor wie het rapport samenstelt."
