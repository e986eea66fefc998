"""Readers of single values: each gives the value, or None after a finding or for nothing."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from voortgang.model.identity import ID_FORM, ID_LENGTH, slug
from voortgang.model.regels import EMPTY, WRONG_TYPE
from voortgang.model.termijn import MONTHS, QUARTERS, Termijn, no_such_day
from voortgang.model.walk import Reader, Shape, Walk
from voortgang.source.yaml.nodes import Mapping, Node, Scalar, Sequence

_ID = re.compile(ID_FORM)
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,8}")
_ONE_NUMBER = re.compile(r"[^\W\d]+[ .:]*0*([1-9][0-9]{0,8})")  # `SDG 8`
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YES = frozenset(("true", "ja", "yes", "aan", "on", "waar"))
_NO = frozenset(("false", "nee", "neen", "no", "uit", "off", "onwaar"))
_BELGIAN_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


def read_text(walk: Walk, name: str, node: Node) -> str | None:
    """Read plain text: lines that were kept apart are joined by a space."""
    scalar = walk.scalar(name, node)
    if scalar is None:
        return None
    text = scalar.text.strip()
    lines = text.splitlines()
    if len(lines) > 1:
        text = " ".join(line.strip() for line in lines if line.strip())
    return text or None


def read_paragraphs(walk: Walk, name: str, node: Node) -> str | None:
    """Read a text that may have paragraphs."""
    scalar = walk.scalar(name, node)
    return (scalar.text.strip() or None) if scalar else None


def read_titel(walk: Walk, name: str, node: Node) -> str | None:
    """Read a title: one line, not empty."""
    scalar = walk.scalar(name, node)
    return title_of(walk, scalar) if scalar else None


def title_of(walk: Walk, scalar: Scalar) -> str | None:
    """Take a title from a text."""
    text = scalar.text.strip()
    if not text:
        walk.find(EMPTY, scalar, "de titel is leeg", "vul een titel in")
        return None
    if len(text.splitlines()) > 1:
        walk.bad(scalar, "een titel staat op één regel", "gebruik 'toelichting:' voor meer tekst")
        return None
    return text


def read_id(walk: Walk, name: str, node: Node) -> str | None:
    """Read an id that was written."""
    text = read_any_id(walk, name, node)
    if text and len(text) > ID_LENGTH:
        walk.bad(node, f"deze id is langer dan {ID_LENGTH} tekens", "kies een kortere id")
        return None
    return text


def read_any_id(walk: Walk, name: str, node: Node) -> str | None:
    """Read an id of any length: it may be the slug of a long title."""
    text = read_text(walk, name, node)
    if text is None or _ID.fullmatch(text):
        return text
    better = slug(text)
    walk.bad(
        node,
        f"'{text}' is geen geldige id: enkel kleine letters, cijfers en enkele koppeltekens",
        f"schrijf {better}" if better else "schrijf bijvoorbeeld nieuw-intranet",
    )
    return None


def read_ids(walk: Walk, name: str, node: Node) -> tuple[str, ...] | None:
    """Read one id or a list of them."""
    if isinstance(node, Sequence):
        return read_list(read_any_id)(walk, name, node)
    one = read_any_id(walk, name, node)
    return (one,) if one else None


def read_termijn(walk: Walk, name: str, node: Node) -> Termijn | None:
    """Read a year, a quarter, a month or a day."""
    text = read_text(walk, name, node)
    if text is None:
        return None
    try:
        return Termijn.parse(text)
    except ValueError:
        forms = "schrijf een jaar, kwartaal, maand of dag: 2023, 2023-Q2, 2023-05 of 2023-05-31"
        walk.bad(node, f"'{text}' is geen termijn", _meant(text) or no_such_day(text) or forms)
    return None


def _meant(text: str) -> str | None:
    """Guess what is meant by `Q2 2023`, `2e kwartaal 2023`, `mei 2023`, `05/2023`, `31/05/2023`."""
    words = re.findall(r"[0-9]+|[a-z]+", text.lower())
    years = [word for word in words if re.fullmatch(r"[0-9]{4}", word)]
    rest = [word for word in words if word not in (*years, "q", "k", "e", "de", "kwartaal")]
    if len(years) != 1 or len(rest) != 1:
        return _belgian(text)
    if rest[0] in MONTHS:
        return f"schrijf {years[0]}-{MONTHS.index(rest[0]) + 1:02}"
    if rest[0] in QUARTERS:
        return f"schrijf {years[0]}-Q{QUARTERS.index(rest[0]) + 1}"
    number = int(rest[0]) if re.fullmatch(r"[0-9]{1,2}", rest[0]) else 0
    if len(words) == len(years) + len(rest):
        return f"schrijf {years[0]}-{number:02}" if 1 <= number <= 12 else None  # noqa: PLR2004 -- months
    return f"schrijf {years[0]}-Q{number}" if 1 <= number <= 4 else None  # noqa: PLR2004 -- quarters


def read_date(walk: Walk, name: str, node: Node) -> date | None:
    """Read a day."""
    text = read_text(walk, name, node)
    if text is None:
        return None
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    walk.bad(
        node,
        f"'{text}' is geen datum",
        _belgian(text) or no_such_day(text) or "schrijf jaar-maand-dag, bijvoorbeeld 2023-06-12",
    )
    return None


def _belgian(text: str) -> str | None:
    match = _BELGIAN_DATE.fullmatch(text)
    if not match:
        return None
    try:
        return f"schrijf {date(int(match[3]), int(match[2]), int(match[1])).isoformat()}"
    except ValueError:
        return None


def read_number(low: int, high: int) -> Reader:
    """Make a reader of whole numbers from `low` to `high`."""

    def read(walk: Walk, name: str, node: Node) -> int | None:
        number = whole_number(walk, name, node)
        if number is None or low <= number <= high:
            return number
        walk.bad(
            node, f"{number} is hier te {'laag' if number < low else 'hoog'}",
            f"kies een getal van {low} tot {high}",
        )  # fmt: skip
        return None

    return read


def whole_number(walk: Walk, name: str, node: Node) -> int | None:
    """Read a whole number, typed without quotes."""
    scalar = walk.scalar(name, node)
    if scalar is None:
        return None
    text = scalar.text.strip()
    if not _NUMBER.fullmatch(text):
        only = _ONE_NUMBER.fullmatch(text)
        hint = f"schrijf {only[1]}" if only else "schrijf het getal in cijfers, zonder nul vooraan"
        walk.find(WRONG_TYPE, node, f"'{name}' moet een getal zijn, niet '{text}'", hint)
    elif not scalar.plain:
        walk.find(WRONG_TYPE, node, f"'{name}' moet een getal zijn", "laat de aanhalingstekens weg")
    else:
        return int(text)
    return None


def read_bool(walk: Walk, name: str, node: Node) -> bool | None:
    """Read `true` or `false`, and nothing that resembles them."""
    scalar = walk.scalar(name, node)
    if scalar is None:
        return None
    if scalar.plain and scalar.text in ("true", "false"):
        return scalar.text == "true"
    word = scalar.text.strip().lower()
    meant = "true" if word in _YES else "false" if word in _NO else "true of false"
    bare = "" if scalar.plain else ", zonder aanhalingstekens"
    walk.bad(node, f"'{name}' is true of false, niet '{scalar.text}'", f"schrijf {meant}{bare}")
    return None


def read_choice(*options: str) -> Reader:
    """Make a reader of one of a few words."""

    def read(walk: Walk, name: str, node: Node) -> str | None:
        text = read_text(walk, name, node)
        if text is None or text in options:
            return text
        walk.bad(node, f"'{text}' is hier onbekend", f"kies {' of '.join(options)}")
        return None

    return read


def read_list(read_item: Reader) -> Callable[[Walk, str, Node], tuple[Any, ...]]:
    """Make a reader of lists; items that are wrong are left out."""

    def read(walk: Walk, name: str, node: Node) -> tuple[Any, ...]:
        found = []
        for item in walk.items(name, node):
            if isinstance(item, Scalar) and not item.text.strip():
                walk.empty_item(item)
                continue
            value = read_item(walk, name, item)
            if value is not None:
                found.append(value)
        return tuple(found)

    return read


def read_part(shape: Shape, required: tuple[str, ...] = ()) -> Reader:
    """Make a reader of a mapping with keys of its own."""

    def read(walk: Walk, name: str, node: Node) -> dict[str, Any] | None:
        if isinstance(node, Mapping):
            return walk.mapping(node, shape, required)
        walk.find(
            WRONG_TYPE,
            node,
            f"'{name}' heeft eigen sleutels nodig",
            f"schrijf ze eronder, ingesprongen: {', '.join(f'{key}:' for key in shape)}",
        )
        return None

    return read


def read_words(walk: Walk, name: str, node: Node) -> dict[str, str] | None:
    """Read words with their meaning; the editor chooses the keys."""
    if not isinstance(node, Mapping):
        walk.find(
            WRONG_TYPE,
            node,
            f"onder '{name}' staat elke afkorting met haar betekenis",
            "schrijf bijvoorbeeld MJP: meerjarenplan",
        )
        return None
    words = {}
    for key, value in node.entries:
        text = read_text(walk, key.text, value)
        if text is not None and key.text.strip():
            words[key.text.strip()] = text
    return words
