"""When two titles say nearly the same, and which titles come close to one."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+")

MOST = 3
_CLOSE_ENOUGH = 60.0
_NUMBERS_DIFFER = 12.0
_SHORTLIST = 12
_COMMON = 200


def words(title: str) -> tuple[str, ...]:
    """Give the words of a title in order: case, accents and punctuation off.

    `foto's` is one word, `1.10` one number, `E-learning` two words.
    """
    text = title.translate(_APOSTROPHES)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return tuple(_WORD.findall(text.casefold()))


def word_key(title: str) -> tuple[str, ...]:
    """Give what near-equal titles share: their words in sorted order (DESIGN §4)."""
    return tuple(sorted(words(title)))


class Titels:
    """Titles to look for likely ones in, indexed by word so that a search stays short."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._words = [words(title) for title in titles]
        self._sorted = [" ".join(sorted(found)) for found in self._words]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, found in enumerate(self._words):
            for word in dict.fromkeys(found):
                self._by_word[word].append(index)

    def likely(self, title: str, at_least: float = _CLOSE_ENOUGH) -> tuple[int, ...]:
        """Give the indexes of up to three titles that come close to `title`, the best first.

        `at_least` is the similarity asked for, from 0 to 100.
        """
        own = words(title)
        scored = [(self._score(own, index), index) for index in self._shortlist(own)]
        close = sorted((-score, index) for score, index in scored if score >= at_least)
        return tuple(index for _, index in close[:MOST])

    def _shortlist(self, own: tuple[str, ...]) -> list[int]:
        """Pick the titles that share most words with `own`; a rare word weighs more."""
        weights: Counter[int] = Counter()
        for word in sorted(set(own)):
            places = self._by_word.get(word, ())
            for index in places[:_COMMON]:
                weights[index] += 1 + 1000 // len(places)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return [index for index, _ in ranked[:_SHORTLIST]]

    def _score(self, own: tuple[str, ...], index: int) -> float:
        from rapidfuzz import fuzz

        other = self._words[index]
        text, other_text = " ".join(sorted(own)), self._sorted[index]
        score = max(fuzz.ratio(text, other_text), 0.9 * fuzz.token_set_ratio(text, other_text))
        return score if _numbers(own) == _numbers(other) else score - _NUMBERS_DIFFER


def _numbers(found: tuple[str, ...]) -> list[str]:
    return sorted(word for word in found if any(char.isdigit() for char in word))
