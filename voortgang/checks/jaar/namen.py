"""Which known name somebody may have meant who typed another."""

from collections.abc import Collection

SEARCHED = 200  # who has more wrong names is not helped by a guess at each


class Namen:
    """Known names; `at_least` is how much a name has to have of another, from 0 to 100."""

    def __init__(self, known: Collection[str], at_least: float = 70) -> None:
        self._known, self._at_least = sorted(known), at_least
        self._found: dict[str, str | None] = {}

    def near(self, name: str) -> str | None:
        """Give the known name that comes nearest, if one comes near; of many names the first."""
        if name not in self._found and len(self._found) < SEARCHED:
            from rapidfuzz import fuzz, process

            best = process.extractOne(
                name, self._known, scorer=fuzz.ratio, score_cutoff=self._at_least
            )
            self._found[name] = best[0] if best else None
        return self._found.get(name)
