"""A line of which only the place tells what is wrong: its indentation, or what it stands under."""

import re
from collections.abc import Iterator, Sequence

import yaml

from voortgang.source.yaml.line import Mistake, TypedLine, short, split
from voortgang.source.yaml.nodes import Keys
from voortgang.source.yaml.regels import INSPRINGING, SCHRIJFWIJZE

_FAR = 200  # lines
_EMPTY = re.compile(r"(\[ *\]|\{ *\})(?: *| +#.*)")
_BLOCK = re.compile(r"[>|][-+0-9]{0,2}")


def by_place(
    lines: Sequence[str], error: yaml.MarkedYAMLError, spot: tuple[int, int], keys: Keys
) -> Mistake:
    """Word a mistake from where it stands; `spot` is where the parser stumbled."""
    context = error.context or ""
    number, column = spot
    no_colon = error.context_mark if "simple key" in context else None
    if no_colon:
        number, column = no_colon.line + 1, no_colon.column + 1
    line, above = split(number, lines[number - 1], keys), _above(lines, number)
    if above and _BLOCK.fullmatch(above.value.strip()):
        return _not_in_block(line, above)
    if no_colon:
        message = "op deze regel ontbreekt een dubbele punt na de sleutel, of een streepje vooraan"
        hint = short(f"schrijf: - {line.text.strip()}")
        return Mistake(SCHRIJFWIJZE, number, column, message, hint)
    if above:
        mistake = _indented(line, above, lines, error)
        if mistake:
            return mistake
        if "block" in context or above.key:
            return _beside(line, lines)
    message = "deze regel kan niet als YAML worden gelezen"
    hint = "kijk de inspringing, de dubbele punten en de aanhalingstekens na"
    return Mistake(SCHRIJFWIJZE, number, column, message, hint)


def _not_in_block(line: TypedLine, above: TypedLine) -> Mistake:
    message = f"deze tekst springt niet verder in dan de sleutel op regel {above.number}"
    hint = f"zet twee spaties meer voor de regels die bij regel {above.number} horen"
    return Mistake(INSPRINGING, line.number, line.indent + 1, message, hint)


def _below_empty(line: TypedLine, above: TypedLine) -> Mistake | None:
    """Recognise a key that has something below it, but says that it has nothing."""
    empty, key = _EMPTY.fullmatch(above.value), above.key.strip()
    deeper = line.indent - _column(above)
    if not (empty and key) or deeper < 0 or (deeper == 0 and not line.dash):
        return None
    message = f"achter '{key}' staat {empty[1]}, wat leeg betekent, en eronder staat toch iets"
    good = f"{' ' * above.indent}{above.dash}{key}"
    return Mistake(
        SCHRIJFWIJZE, above.number, len(above.head) + 1, message,
        f"schrijf '{key}' met niets erachter", good,
    )  # fmt: skip


def _indented(
    line: TypedLine, above: TypedLine, lines: Sequence[str], error: yaml.MarkedYAMLError
) -> Mistake | None:
    """Recognise what stands too far to the right, or under what it can't belong to."""
    name, indent = line.key.rstrip(" :"), line.indent
    if name in line.keys.top and indent and not line.dash:
        message = f"'{name}:' springt in, maar hoort vooraan"
        hint = f"zet '{name}:' helemaal vooraan op de regel"
        return Mistake(INSPRINGING, line.number, indent + 1, message, hint, line.text.lstrip(" "))
    if mistake := _below_empty(line, above):
        return mistake
    if "mapping values" in (error.problem or "") and not above.key:
        return _under_text(line, above)
    begin = error.context_mark.column if error.context_mark else None
    if line.dash and "block mapping" in (error.context or "") and begin == indent:
        return _list_in_text(line, lines) or _list_without_key(line)
    return None


def _above(lines: Sequence[str], number: int) -> TypedLine | None:
    """Give the line above that has text and is no comment."""
    for above in range(number - 1, 0, -1):
        text = lines[above - 1].strip()
        if text and not text.startswith("#"):
            return split(above, lines[above - 1])
    return None


def _beside(line: TypedLine, lines: Sequence[str]) -> Mistake:
    """Word that a line stands neither under its neighbours nor under what it belongs to."""
    message = "deze regel springt niet even ver in als de regels waar hij bij hoort"
    hint = "zet hem recht onder zijn buren"
    levels = tuple(_levels(line, lines))
    if levels:
        wanted, number = min(levels, key=lambda level: abs(level[0] - line.indent))
        count = "1 spatie" if wanted == 1 else f"{wanted} spaties"
        place = f"met {count} vooraan" if wanted else "helemaal vooraan"
        hint += f": hoort hij bij regel {number}, dan {place}"
    return Mistake(INSPRINGING, line.number, line.indent + 1, message, hint)


def _levels(line: TypedLine, lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where a line may begin, and the line that it then stands under, the nearest first."""
    for number in range(line.number - 1, max(0, line.number - _FAR), -1):
        above = split(number, lines[number - 1])
        if line.dash and above.dash:
            yield above.indent, number
        elif not line.dash and above.key:
            yield _column(above), number


def _column(line: TypedLine) -> int:
    """Count what stands in front of the key of a line."""
    return line.indent + len(line.dash)


def _list_in_text(line: TypedLine, lines: Sequence[str]) -> Mistake | None:
    """Recognise a list that goes on a text of several paragraphs that was begun above it."""
    far = range(line.number - 1, max(0, line.number - _FAR), -1)
    typed = (split(number, lines[number - 1]) for number in far)
    above = next((each for each in typed if each.key and _column(each) == line.indent), line)
    name = above.key.rstrip(" :")
    if name not in line.keys.markdown:
        return None
    message = f"deze lijst hoort bij de tekst op regel {above.number}, maar staat er niet in"
    hint = f"schrijf daar '{name}: |' en zet de tekst en de lijst eronder, twee spaties verder"
    return Mistake(INSPRINGING, line.number, line.indent + 1, message, hint, once=True)


def _list_without_key(line: TypedLine) -> Mistake:
    message = "hier begint een lijst zonder sleutel erboven"
    keys = "deelacties:" if line.indent else "realisaties: of planning:"
    hint = f"zet boven deze regel een regel met evenveel spaties vooraan en {keys}"
    return Mistake(INSPRINGING, line.number, line.indent + 1, message, hint, once=True)


def _under_text(line: TypedLine, above: TypedLine) -> Mistake:
    """Word what stands under a text as if that were a key."""
    column = line.indent + 1
    if line.dash:
        message = f"dit streepje springt verder in dan de tekst op regel {above.number}"
        hint = "zet de streepjes van één lijst recht onder elkaar"
        return Mistake(INSPRINGING, line.number, column, message, hint)
    message = "hier staat een sleutel onder een tekst"
    hint = f"maak van de tekst op regel {above.number} een titel: zet er 'titel: ' voor"
    return Mistake(SCHRIJFWIJZE, line.number, column, message, hint)
