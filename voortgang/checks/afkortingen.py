"""Which abbreviations stand in the texts of a report, and which of these nobody explains."""

import re
from collections.abc import Iterable, Iterator

from voortgang.model.deel import Deel, keys_of
from voortgang.model.rapport import Rapport
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging


def used(rapport: Rapport, opvolging: Opvolging | None = None) -> dict[str, str]:
    """Pick the report's own afkortingen that stand as a word in what its documents tell."""
    if not rapport.afkortingen:
        return {}
    told = "\n".join((*_told(rapport.domeinen), *_followed(opvolging)))
    return {
        afkorting: voluit
        for afkorting, voluit in rapport.afkortingen.items()
        # Capitals don't count: the nota writes the keys mjp and sdg as MJP and SDG.
        if re.search(rf"(?<![^\W_]){re.escape(afkorting)}(?![^\W_])", told, re.IGNORECASE)
    }


def _told(parts: Iterable[Deel]) -> Iterator[str]:
    """Go through the texts of parts, each behind the name of its field."""
    for part in parts:
        for key in keys_of(type(part)):
            value = getattr(part, key.field)
            if not value:
                continue
            yield key.name
            if key.part:
                yield from _told(value if key.many else (value,))
            else:
                yield " ".join(map(str, value)) if key.many else str(value)


def _followed(opvolging: Opvolging | None) -> Iterator[str]:
    for domein in opvolging.domeinen if opvolging else ():
        for uitkomst in UITKOMSTEN:
            yield from (entry.titel for entry in domein.lijst(uitkomst))
