"""Old decks and texts as a report."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from voortgang.exchange.excel.blad import Spot
from voortgang.exchange.excel.intake import Incoming
from voortgang.exchange.old.lines import deck_lines, joined, mended, text_lines
from voortgang.exchange.old.read import OldEntry, Recognised, recognise
from voortgang.findings import Obstacle
from voortgang.model import KADERS, Actie, Deelactie, Domein, Rapport, Risico, Soort, slug
from voortgang.model.identity import ID_LENGTH
from voortgang.model.kader import Kadernaam
from voortgang.office.package import UnfitError
from voortgang.source.yaml.decode import odd_character

_BESTUUR = re.compile(r"\b(stad|gemeente)\s+([^\W\d_][\w'’-]+)", re.IGNORECASE)
_NO_NAME = frozenset({"en", "van", "de", "het", "of", "in", "is", "voor", "ocmw", "wordt", "heeft"})
_SHOWN = 100


def from_old(
    contents: Mapping[str, bytes],
    year: int,
    defaults: Mapping[str, str],
    known: Sequence[Domein],
    *,
    bestuur: str | None,
) -> tuple[Incoming, tuple[str, ...]]:
    """Read old decks and texts as one report, with a Dutch line for all that found no place.

    Raises Obstacle for files that cannot be read, or in which no domain is recognised.
    """
    found = []
    lines: list[str] = []
    for name, content in contents.items():
        each, told = _of_file(name, content, known)
        found.append(each)
        lines += told
    if not any(
        items for each in found for lists in each.lists.values() for items in lists.values()
    ):
        raise Obstacle(
            "in deze bestanden is geen enkel domein met realisaties of planning herkend",
            "kijk de titels van de domeinen na, en de woorden REALISATIES en PLANNING",
        )
    named = bestuur or _bestuur(found) or defaults["bestuur"]
    spots: dict[tuple[str, Soort, int], Spot] = {}
    domeinen = _domeinen(found, list(contents), known, spots, lines)
    rapport = Rapport(
        rapportjaar=year,
        bestuur=named,
        titel=defaults["titel"],
        domeinen=domeinen,
        kader=_kader(domeinen),
    )
    return Incoming(rapport, spots, ()), tuple(lines)


def _of_file(name: str, content: bytes, known: Sequence[Domein]) -> tuple[Recognised, list[str]]:
    is_deck = Path(name).suffix.lower() == ".pptx"
    mend = str if is_deck else mended
    try:
        lines = deck_lines(content) if is_deck else text_lines(name, content)
    except UnfitError as error:
        raise error.obstacle(name) from None
    clean = (line._replace(text=_clean(line.text)) for line in lines)
    found = recognise((line for line in clean if line.text or line.aside), known, mend)
    for lists in found.lists.values():
        for items in lists.values():
            for item in (*items, *(part for each in items for part in each.parts)):
                item.words = [mend(joined(item.words))]
    told = [f"{name}, {guess}" for guess in found.guesses]
    told += [
        f"niet overgenomen: {name}, {each.where}: {each.kind}"
        f"{' ' if each.kind and each.text else ''}{f'‘{each.text[:_SHOWN]}’' if each.text else ''}"
        for each in found.unknown
    ]
    return found, told


def _clean(text: str) -> str:
    while (odd := odd_character(text)) is not None:
        text = text.replace(odd[0], " ")
    return " ".join(text.split())


def _domeinen(
    found: Sequence[Recognised],
    names: Sequence[str],
    known: Sequence[Domein],
    spots: dict[tuple[str, Soort, int], Spot],
    told: list[str],
) -> tuple[Domein, ...]:
    by_id = {domein.id: domein for domein in known}
    order = dict.fromkeys(stem for each in found for stem in each.lists)
    domeinen = []
    for stem in order:
        domein = by_id[stem]
        lists: dict[str, Any] = {}
        for soort in ("realisaties", "risicos", "planning"):
            items = [
                (name, item)
                for name, each in zip(names, found, strict=True)
                for item in each.lists.get(stem, {}).get(soort, ())
            ]
            kind = Risico if soort == "risicos" else Actie
            lists[soort] = _acties(kind, [item for _, item in items], f"{stem}, {soort}", told)
            for index, (name, item) in enumerate(items):
                spots[stem, soort, index] = Spot(name, item.where, 1, 1)
        criterium = [text for each in found for text in each.criteria.get(stem, ())]
        if criterium:
            lists["criterium"] = "\n\n".join(criterium)
        domeinen.append(domein.model_copy(update=_EMPTY | lists))
    return tuple(domeinen)


_EMPTY: dict[str, Any] = {"vervallen": (), "te_beantwoorden": ()}


def _acties(
    kind: type[Actie], items: Sequence[OldEntry], where: str, told: list[str]
) -> tuple[Actie, ...]:
    """Make acties; a title that comes back gets an id of its own, and that is told."""
    used: set[str] = set()
    last: Counter[str] = Counter()
    acties = []
    for item in items:
        titel = item.words[0]
        bare = slug(titel) or "actie"
        name, number = bare, last[bare] + 1
        while name in used:
            number += 1
            name = f"{bare[: ID_LENGTH - 8].rstrip('-')}-{number}"
        last[bare] = number
        used.add(name)
        own = name if name != slug(titel) else None
        if own:
            told.append(f"eigen id: {where}: ‘{titel[:_SHOWN]}’ krijgt id {own}")
        parts = tuple(Deelactie(titel=part.words[0]) for part in item.parts)
        acties.append(kind(titel=titel, own_id=own, deelacties=parts))
    return tuple(acties)


def _kader(domeinen: Sequence[Domein]) -> Kadernaam | None:
    ids = {domein.id for domein in domeinen}
    return next((k.naam for k in KADERS.values() if len(ids) > 1 and ids <= set(k.ids())), None)


def _bestuur(found: Sequence[Recognised]) -> str | None:
    """Take the name that titles and loose lines give most, written with capitals."""
    names: Counter[str] = Counter()
    for each in found:
        for first, second in zip(each.unknown, [*each.unknown, None][1:], strict=True):
            text = first.text + (f" {second.text}" if second and not second.kind else "")
            for kind, name in _BESTUUR.findall(text):
                if name[0].isupper() and name.lower() not in _NO_NAME:
                    proper = name.title() if name.isupper() else name
                    names[f"{kind.capitalize()} {proper}"] += 1
    return names.most_common(1)[0][0] if names else None
