"""Dutch words for numbers, dates and lists: the filters of the templates."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from markupsafe import Markup

from voortgang.content.markdown.escape import Markdown, escape, finished
from voortgang.model.termijn import MONTHS, Termijn
from voortgang.source.yaml.decode import name_of

NBSP = "\N{NO-BREAK SPACE}"
_NUMBERS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)  # fmt: skip
_HALF = re.compile("[\ud800-\udfff]")
_ARTICLES = {"Stad": "de", "Gemeente": "de", "Fusiegemeente": "de", "Lokaal": "het", "OCMW": "het"}


def single(value: object) -> object:
    """Refuse to write as text what is none, such as a list or a part, and half a sign.

    Nothing is the empty text. Half a sign is a lone surrogate, which a template can spell out: no
    file can hold it.
    """
    if value is None:
        return ""
    if isinstance(value, str) and (half := _HALF.search(value)):
        raise SecurityError(f"{name_of(half[0])} kan niet in een document")
    if isinstance(value, str | int | float | date | Undefined):
        return value
    if callable(value):
        raise SecurityError("dit kan niet als tekst in het document")
    if isinstance(value, Iterable):
        raise SecurityError("een lijst kan niet zomaar in de tekst; gebruik 'opsomming'")
    raise SecurityError("dit is zelf geen tekst: noem er een onderdeel van, zoals .titel")


def _said(value: object) -> Markup:
    return finished(single(value))


def datum(value: date) -> str:
    """Say a day: `12 juni 2023`, kept together on one line."""
    return f"{value.day}{NBSP}{MONTHS[value.month - 1]} {value.year}"


def wanneer(text: str) -> str:
    """Say a text in words where it is exactly a day or another termijn; leave all else as it is."""
    try:
        termijn = Termijn.parse(text)
    except ValueError:
        return text
    return datum(termijn.end) if termijn.text == termijn.end.isoformat() else str(termijn)


def getal(value: int) -> str:
    """Say a number in words up to twenty, in figures beyond."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else str(value)


def meervoud(value: int, one: str, many: str) -> str:
    """Choose the word that goes with a number."""
    return one if value == 1 else many


def aantal(value: int, one: str, many: str) -> str:
    """Say how many, with the word that goes with it: `geen plannen`, `1 plan`, `58 plannen`."""
    return f"{value or 'geen'}{NBSP}{meervoud(value, one, many)}"


def opsomming(values: Iterable[object]) -> Markup:
    """Join values as a sentence does: `a, b en c`; where one holds a comma, `a, b; c; en d`.

    What is empty is left out.
    """
    words = [word for word in map(_said, values) if word]
    if len(words) > 1 and any("," in word for word in words):
        return Markdown("; ".join([*words[:-1], f"en {words[-1]}"]))
    *before, last = words or [Markdown("")]
    return Markdown(f"{', '.join(before)} en {last}" if before else last)


def samen(values: Iterable[object], between: str = " · ") -> Markup:
    """Join the values that are there with a sign between them; leave out what is empty."""
    return Markdown(str(escape(between)).join(_said(value) for value in values if value))


def zin(value: object) -> object:
    """Begin with a capital, and leave the rest as it is."""
    text = value if isinstance(value, Markup) else str(single(value))
    if text.startswith("één"):
        return type(text)("Eén") + text[3:]
    return text[:1].upper() + text[1:]


def lopend(bestuur: str) -> str:
    """Write the name of a bestuur as it stands within a sentence: `stad Mechelen`."""
    first, space, rest = bestuur.partition(" ")
    lowered = first in _ARTICLES and not first.isupper()
    return first.lower() + space + rest if lowered and rest else bestuur


def met_lidwoord(bestuur: str) -> str:
    """Write the name of a bestuur with its article: `de stad Mechelen`."""
    article = _ARTICLES.get(bestuur.partition(" ")[0]) if " " in bestuur else None
    return f"{article} {lopend(bestuur)}" if article else bestuur


def inspringen(value: object, width: int = 2) -> Markup:
    """Indent all lines but the first, so that text of paragraphs stays inside its list item."""
    first, *rest = str(_said(value)).split("\n")
    lines = [" " * min(width, 16) + line if line else "" for line in rest]
    return Markdown("\n".join([first, *lines]))


WORDS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        word.__name__: word
        for word in (
            datum, getal, meervoud, aantal, opsomming, samen, zin, lopend, met_lidwoord, inspringen,
        )
    }
)  # fmt: skip
