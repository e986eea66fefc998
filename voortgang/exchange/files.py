"""The files of a year as a merge makes them: changed in place, cut, and pasted where it belongs."""

from collections.abc import Collection, Mapping
from typing import Any

import yaml

from voortgang.exchange.edit import edit_domein
from voortgang.exchange.merge.become import Merged, Outcome
from voortgang.exchange.merge.current import Standplaats
from voortgang.exchange.moves import Block, cut, paste
from voortgang.model import KEYS, SOORTEN, Domein, Rapport, Soort, read_rapport
from voortgang.model.emit import emit_actie
from voortgang.source.workspace import read_contents

_UNFIT = (ValueError, yaml.YAMLError)


def edit_year(
    texts: Mapping[str, str], old: Rapport, merged: Merged
) -> tuple[Mapping[str, str], Collection[str]]:
    """Give the texts of the domains that change, and the domains that have to be written anew.

    Comments, order and way of writing stay; what moves takes its lines along.
    """
    moved = {each.change.target: each for each in merged.arrivals if each.change.target}
    edited: dict[str, str] = {}
    blocks: dict[Standplaats, Block] = {}
    anew: list[str] = []
    new = {domein.id: domein for domein in merged.rapport.domeinen} if merged.rapport else {}
    for domein in old.domeinen:
        try:
            edited[domein.id] = _taken_out(texts[domein.id], domein, merged, moved, blocks)
        except _UNFIT:
            anew.append(domein.id)
    for domein in old.domeinen:
        try:
            if domein.id not in anew:
                edited[domein.id] = _put_in(edited[domein.id], domein, merged, blocks)
                if not _reads_as(edited[domein.id], new[domein.id]):
                    anew.append(domein.id)
        except _UNFIT:
            anew.append(domein.id)
    return {stem: text for stem, text in edited.items() if stem not in anew}, anew


def _taken_out(
    text: str,
    domein: Domein,
    merged: Merged,
    moved: Mapping[Standplaats, Outcome],
    blocks: dict[Standplaats, Block],
) -> str:
    """Change acties where they stand, and cut those that go elsewhere."""
    became = {**merged.changed, **moved}
    update: dict[str, Any] = {
        soort: tuple(
            became[place].actie if (place := Standplaats(domein.id, soort, at)) in became else actie
            for at, actie in enumerate(domein.lijst(soort))
        )
        for soort in SOORTEN
    }
    text = edit_domein(text, domein, domein.model_copy(update=update))
    for soort in SOORTEN:
        indexes = [p.at for p in moved if (p.domein, p.soort) == (domein.id, soort)]
        if indexes:
            text, found = cut(text, soort, indexes)
            blocks |= {
                Standplaats(domein.id, soort, at): block for at, block in found.items() if block
            }
    return text


def _put_in(text: str, domein: Domein, merged: Merged, blocks: Mapping[Standplaats, Block]) -> str:
    """Paste what comes, in the order of the sheets; what has no lines of its own is written."""
    arriving: dict[Soort, list[Block]] = {}
    for actie, change in merged.arrivals:
        if change.domein == domein.id:
            own = blocks.get(change.target) if change.target else None
            block = own or Block(tuple(emit_actie(actie, 0)), 0)
            arriving.setdefault(change.soort, []).append(block)
    gone = {each.change.target for each in merged.arrivals}
    for soort, lines in arriving.items():
        stays = tuple(
            actie
            for at, actie in enumerate(domein.lijst(soort))
            if Standplaats(domein.id, soort, at) not in gone
        )
        text = paste(text, soort, lines, domein.model_copy(update={soort: stays}))
    return text


def _reads_as(text: str, domein: Domein) -> bool:
    rapport = f'rapportjaar: 2000\nbestuur: x\ntitel: x\ndomeinen: ["{domein.id}"]'
    files = {"rapport.yaml": rapport.encode(), f"{domein.id}.yaml": text.encode()}
    read = read_rapport(read_contents(2000, files, KEYS)).rapport
    return bool(read and read.domeinen == (domein,))
