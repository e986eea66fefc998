"""A diff as a page of rows, whichever form it is then given: a sign, a word, a title, a note."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from voortgang.model.rol import ROLLEN
from voortgang.model.termijn import Termijn
from voortgang.opvolging.aanbevelingen import Gewijzigd
from voortgang.opvolging.answers import GOES_ON
from voortgang.opvolging.follow_up import (
    LIJSTEN,
    UITKOMSTEN,
    DomeinOpvolging,
    Lijst,
    Opvolging,
    Vermelding,
)
from voortgang.opvolging.wijziging import (
    GROEPEN,
    AuditWijzigingen,
    DomeinWijzigingen,
    Groep,
    Veld,
    Wijziging,
    Wijzigingen,
)

_LONGEST = 60
_BEFORE = 20  # characters that both have, before the first that differs
_OUTCOMES: dict[Lijst, tuple[str, str]] = {
    **{uitkomst: (ROLLEN[uitkomst].teken, ROLLEN[uitkomst].een) for uitkomst in UITKOMSTEN},
    "nieuwe_realisaties": ("+", "nieuwe realisatie"),
    "nieuwe_planning": ("+", "nieuw plan"),
}
_PLURALS = {"nieuwe realisatie": "nieuwe realisaties", "nieuw plan": "nieuwe plannen"}
_CHANGES: dict[Groep, tuple[str, str]] = {
    "toegevoegd": ("+", "toegevoegd"),
    "verwijderd": ("-", "verwijderd"),
    "verplaatst": ("→", "verplaatst"),
    "herschreven": ("~", "herschreven"),
    "details": ("=", "details"),
}
_LISTS = {"risicos": "risico's", "te_beantwoorden": "te beantwoorden"}


class Row(NamedTuple):
    """One entry: the sign never stands without its word. `lijst` is the list that it stands in.

    The `toelichting` goes on behind the note, as the form that is asked for writes its Markdown.
    """

    sign: str
    word: str
    titel: str
    note: str
    lijst: str = ""
    toelichting: str = ""

    def told(self, write: Callable[[str], str] = str) -> str:
        """Give the note, as `write` writes it, and the toelichting."""
        between = "; " if self.lijst == "vervallen" else ": "  # there it stands behind a reden
        return between.join(filter(None, (write(self.note), self.toelichting)))


class Total(NamedTuple):
    """How many entries of one kind there are in all."""

    sign: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one domain."""

    titel: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole diff.

    `nothing` is what to say where there are no parts, `remark` what to say beside the totals.
    """

    titel: str
    columns: tuple[str, str, str]
    totals: tuple[Total, ...]
    parts: tuple[Part, ...]
    nothing: str
    remark: str = ""


def opvolging_page(
    opvolging: Opvolging,
    aanbevelingen: Iterable[Gewijzigd] = (),
    toelichting: Callable[[str], str] = str,
) -> Page:
    """Lay out what became of the plans of VAN in NAAR; totals count different acties.

    The aanbevelingen are those that changed their stand; `toelichting` writes the Markdown of
    one on one line.
    """
    counts = opvolging.totalen._asdict()
    totals = []
    for lijst in LIJSTEN:
        sign, word = _OUTCOMES[lijst]
        count = counts[lijst]
        totals.append(Total(sign, word if count == 1 else _PLURALS.get(word, word), count))
    parts = [
        Part(domein.titel, tuple(_outcome_rows(domein, opvolging, toelichting)))
        for domein in opvolging.domeinen
    ]
    parts.append(Part("Aanbevelingen van audits", tuple(map(_aanbeveling_row, aanbevelingen))))
    return Page(
        f"Opvolging van de planning van {opvolging.van} in {opvolging.naar}",
        ("opvolging", "actie", "toelichting"),
        tuple(totals),
        tuple(part for part in parts if part.rows),
        f"geen planning in {opvolging.van}, en niets nieuws in {opvolging.naar}",
        f"Uitgesteld: {opvolging.totalen.uitgesteld}" if opvolging.totalen.uitgesteld else "",
    )


def wijzigingen_page(wijzigingen: Wijzigingen, sinds: str) -> Page:
    """Lay out what changed in a year's data since a revision."""
    names = {each.domein: each.titel for each in wijzigingen.domeinen}
    parts = [Part(domein.titel, tuple(_change_rows(domein, names))) for domein in wijzigingen.delen]
    totals = []
    for groep in GROEPEN:
        count = sum(len(domein.groep(groep)) for domein in wijzigingen.delen)
        totals.append(Total(*_CHANGES[groep], count))
    return Page(
        f"Wijzigingen in {wijzigingen.jaar} sinds {sinds}",
        ("wijziging", "wat", "toelichting"),
        tuple(totals),
        tuple(part for part in parts if part.rows),
        f"geen wijzigingen in {wijzigingen.jaar} sinds {sinds}",
    )


def _outcome_rows(
    domein: DomeinOpvolging, opvolging: Opvolging, toelichting: Callable[[str], str]
) -> Iterator[Row]:
    for lijst in LIJSTEN:
        sign, word = _OUTCOMES[lijst]
        for entry in domein.lijst(lijst):
            facts = ", ".join(filter(None, _facts(domein.domein, lijst, entry, opvolging)))
            note = ": ".join(filter(None, (facts, entry.reden)))
            why = entry.antwoord.toelichting if entry.antwoord else None
            yield Row(sign, word, entry.titel, note, lijst, toelichting(why) if why else "")


def _facts(
    domein: str, lijst: Lijst, entry: Vermelding, opvolging: Opvolging
) -> Iterator[str | None]:
    """Say where a plan went, whose it is, and by when: was → wordt."""
    antwoord = entry.antwoord
    if antwoord and antwoord.titel != entry.titel:
        yield f"als ‘{antwoord.titel}’"
    if antwoord and antwoord.domein != domein:
        yield f"bij {opvolging.titels[antwoord.domein]}"
    if entry.antwoord_in:
        yield f"in {entry.antwoord_in}"
    if entry.vervolg_op:
        yield f"vervolg op {' en '.join(f'‘{each.titel}’' for each in entry.vervolg_op)}"
    if lijst != "nieuwe_realisaties":
        yield entry.dienst
    if antwoord and lijst in GOES_ON:
        yield _was_wordt(entry, antwoord.termijn)
    elif lijst in ("zonder_opvolging", "nieuwe_planning"):
        yield str(entry.termijn) if entry.termijn else None
    if entry.keer_uitgesteld and not entry.uitgesteld:
        yield f"{entry.keer_uitgesteld} keer uitgesteld"
    open_yet = lijst not in ("gerealiseerd", "vervallen")
    here = opvolging.naar if lijst == "nieuwe_planning" else opvolging.van
    if open_yet and entry.sinds and entry.sinds < here:
        yield f"gepland sinds {entry.sinds}"


def _was_wordt(entry: Vermelding, wordt: Termijn | None) -> str | None:
    if not entry.uitgesteld:
        return str(wordt) if wordt else None
    keer = f"{entry.keer_uitgesteld} keer " if entry.keer_uitgesteld > 1 else ""
    return f"{keer}uitgesteld ({entry.termijn} → {entry.later or 'geen nieuwe termijn'})"


def _aanbeveling_row(each: Gewijzigd) -> Row:
    rol = ROLLEN[each.nu.stand]
    acties = ", ".join(f"‘{actie.titel}’" for actie in each.nu.acties)
    note = ": ".join(filter(None, (f"was {each.was}" if each.was else "nieuw", acties)))
    return Row(rol.teken, rol.een, f"{each.nu.id} {each.nu.titel}", note, "aanbevelingen")


def _change_rows(domein: DomeinWijzigingen, names: dict[str, str]) -> Iterator[Row]:
    for groep in GROEPEN:
        for change in domein.groep(groep):
            numbered = isinstance(domein, AuditWijzigingen) and change.id != domein.domein
            titel = f"{change.id} {change.titel}" if numbered else change.titel
            yield Row(*_CHANGES[groep], titel, _change_note(change, names))


def _change_note(change: Wijziging, names: dict[str, str]) -> str:
    if change.van and change.naar:
        away = change.van.domein != change.naar.domein
        there = f" van {names.get(change.van.domein, change.van.domein)}" if away else ""
        return f"van {_list(change.van.lijst)}{there} naar {_list(change.naar.lijst)}"
    if change.was:
        return f"was ‘{change.was[1]}’"
    if change.velden:
        return "; ".join(said for veld in change.velden for said in _field(veld))
    return _list(change.lijst) if change.lijst else ""


def _list(lijst: str) -> str:
    return _LISTS.get(lijst, lijst)


def _field(veld: Veld) -> Iterator[str]:
    """Say what changed of a field: of a part only in what differs, of a list what came and went."""
    name, old, new = veld
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            if old.get(key) != new.get(key):
                yield from _field(Veld(f"{name}.{key}", old.get(key), new.get(key)))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _items(name, old, new)
    else:
        yield f"{name}: {' → '.join(_short(_value(old), _value(new)))}"


def _items(name: str, old: list[Any], new: list[Any]) -> Iterator[str]:
    gone, come, kept = [*old], [], []
    for item in new:
        was = next((each for each in gone if _called(each) == _called(item)), None)
        if was is None:
            come.append(item)
        else:
            gone.remove(was)
            kept.append((was, item))
    here = {"erbij": come, "weg": gone}
    said = [f"{word} {_cut(', '.join(map(_called, x)))}" for word, x in here.items() if x]
    changed = [(was, item) for was, item in kept if was != item]
    if said or not changed:
        yield f"{name}: {', '.join(said) or 'een andere volgorde'}"
    for was, item in changed:
        yield from _field(Veld(f"{name} ‘{_cut(_called(item))}’", was, item))


def _called(item: Any) -> str:  # noqa: ANN401 -- plain data of any field
    return str(item["titel"]) if isinstance(item, dict) and "titel" in item else _value(item)


def _short(old: str, new: str) -> Iterator[str]:
    """Cut two texts short such that it shows where they begin to differ."""
    pairs = enumerate(zip(old, new, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
    end = same - _BEFORE
    word = old.rfind(" ", end - _BEFORE, end) + 1 or end
    start = word if same > _LONGEST - _BEFORE else 0
    for text in (old, new):
        yield _cut(f"…{text[start:]}" if start else text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _value(value: Any) -> str:  # noqa: ANN401 -- plain data of any field
    """Say a value on one line."""
    if value is None:
        return "(niets)"
    if isinstance(value, dict):
        text = ", ".join(f"{key} {_value(each)}" for key, each in value.items())
    elif isinstance(value, list):
        text = ", ".join(map(_called, value))
    elif isinstance(value, bool):
        text = "ja" if value else "nee"
    else:
        text = str(value)
    return " ".join(text.split())
