"""Which abbreviations stand in the texts of a report, and which of these nobody explains."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from voortgang.checks.jaar.waarden import values_of
from voortgang.model.audit import Audit
from voortgang.model.rapport import Rapport
from voortgang.model.waarden import Kind
from voortgang.opvolging.follow_up import Opvolging

OFTEN = 2
CAPITALS = re.compile(r"(?<![\w'])(?![IVXLC]+(?!\w))[A-Z]{2,6}(?!\w)(?!['’]\w)")  # no Roman numbers
OWN = frozenset({"mjp", "sdg", "ocmw"})  # what the nota explains by itself
WORDS = frozenset({Kind.TITEL, Kind.TEKST, Kind.MARKDOWN, Kind.ALINEAS})
_SETTINGS = frozenset({"afkortingen", "controle", "diensten", "kader"})  # no document tells these
_WORD = re.compile(r"[^\W_]+")


def used(rapport: Rapport, opvolging: Opvolging | None, audits: Iterable[Audit]) -> dict[str, str]:
    """Pick the report's own afkortingen that stand as a word in what its documents tell."""
    if not rapport.afkortingen:
        return {}
    # Capitals don't count: the nota writes the keys mjp and sdg as MJP and SDG.
    told = "\n".join(_told(rapport, opvolging, audits)).lower()
    sought = {afkorting: afkorting.lower() for afkorting in rapport.afkortingen}
    found = set(_standing(set(sought.values()), told))
    return {a: voluit for a, voluit in rapport.afkortingen.items() if sought[a] in found}


def _standing(sought: Iterable[str], text: str) -> Iterator[str]:
    """Find which of some texts stand in a long one, with no letter or digit against their ends.

    Each is looked for where the first word in it stands: one pass, however many there are.
    """
    by_word: dict[str, list[tuple[int, str]]] = {}
    for each in sought:
        first = _WORD.search(each)
        if first:
            by_word.setdefault(first[0], []).append((first.start(), each))
        elif re.search(rf"(?<![^\W_]){re.escape(each)}(?![^\W_])", text):
            yield each
    for word in _WORD.finditer(text):
        for ahead, each in by_word.get(word[0], ()):
            start = word.start() - ahead
            end = start + len(each)
            against = text[max(start - 1, 0) : max(start, 0)] + text[end : end + 1]
            if start >= 0 and text.startswith(each, start) and not any(map(str.isalnum, against)):
                yield each


def unexplained(rapport: Rapport) -> tuple[str, ...]:
    """List what stands in capitals in the texts twice or more, and is explained nowhere."""
    counts = Counter(
        word
        for domein in rapport.domeinen
        for _, _, kind, text in values_of(domein)
        if kind in WORDS
        for word in CAPITALS.findall(str(text))
    )
    known = {*map(str.casefold, rapport.afkortingen), *OWN}
    return tuple(
        word for word in sorted(counts) if counts[word] >= OFTEN and word.casefold() not in known
    )


def _told(rapport: Rapport, opvolging: Opvolging | None, audits: Iterable[Audit]) -> Iterator[str]:
    """Go through the texts of a report, each behind the names of its fields."""
    for part in (rapport, *rapport.domeinen, *audits):
        for pad, _, _, value in values_of(part):
            if pad[0] not in _SETTINGS:
                yield " ".join((*(step for step in pad if isinstance(step, str)), str(value)))
    for domein in opvolging.domeinen if opvolging else ():
        yield from (plan.titel for _, plan in domein.plannen())
