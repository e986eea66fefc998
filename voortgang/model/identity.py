"""When two acties are one: the id, or the slug of the title; and which names mean the same."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

_WRITTEN_OUT = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o"}
)
_OTHER = re.compile(r"[^a-z0-9]+")

ID_FORM = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_LENGTH = 200
SEARCHED = 200  # who has more wrong names is not helped by a guess at each
# What people call the four bodies of which the nota knows the wording.
_ORGANEN = {
    "gr": "gemeenteraad",
    "cbs": "college van burgemeester en schepenen",
    "college": "college van burgemeester en schepenen",
    "schepencollege": "college van burgemeester en schepenen",
    "rmw": "raad voor maatschappelijk welzijn",
    "ocmw-raad": "raad voor maatschappelijk welzijn",
    "ocmwraad": "raad voor maatschappelijk welzijn",
    "vb": "vast bureau",
}
ORGANEN = frozenset(_ORGANEN.values())
_ARTICLE = re.compile(r"(?:de|het) (?=.)", re.IGNORECASE)


@lru_cache(maxsize=16384)  # an actie is asked for its id again and again, over all years
def slug(title: str) -> str:
    """Make an id of a title; the result is empty where the title has no letter or digit.

    NFKD (which also writes out the ligature ij), accents off, ß æ œ ø written out, lower case,
    every run of other characters one hyphen, none at the ends.
    """
    if title.isascii():
        return _OTHER.sub("-", title.lower()).strip("-")
    # Once more after NFKD: ǿ and superscript letters only then show the letter to write out.
    decomposed = unicodedata.normalize("NFKD", title).translate(_WRITTEN_OUT)
    bare = "".join(char for char in decomposed.lower() if not unicodedata.combining(char))
    return _OTHER.sub("-", bare).strip("-")


def near_name(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that comes nearest, if one comes near."""
    from difflib import get_close_matches

    near = get_close_matches(name.strip().lower().replace(" ", "_"), list(known), 1, 0.7)
    return near[0] if near else None


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


def orgaan_named(text: str) -> str:
    """Give the whole name of a body that is known by a short one; another name as it is."""
    bare = _ARTICLE.sub("", text, count=1)
    return bare if bare.casefold() in ORGANEN else _ORGANEN.get(slug(bare), text)
