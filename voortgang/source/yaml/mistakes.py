"""What people type that is no YAML, recognised by the line it stands on, with the line mended."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from voortgang.findings import Regel
from voortgang.source.yaml.nodes import NO_KEYS, Keys
from voortgang.source.yaml.regels import AANWIJZING, INSPRINGING, SCHRIJFWIJZE, TEKEN

_LINE = re.compile(
    r"""(?P<indent>[ ]*)(?P<dash>(?:-[ ]+)*)
        (?P<key>(?:[\w-]+|"[^"\\]*"|'[^']*')[ ]*:(?:[ ]+|$))?(?P<value>.*)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"([a-z_-]+):(?=[^\s/:])|([a-z_-]+):(?=\u00a0)")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
# `'s avonds`, `'t Stad`, `'s-Gravenwezel`, `'22`: a letter left out, and no opening quote.
_APOSTROPHE = re.compile(r"'(?:[stnkmr](?![\w'])|[0-9]{2}(?![\w']))")
_CURLY = re.compile("[“”„‟]")
_BULLET = re.compile(r"([*•·▪◦–—])[ ]+(?=\S)")
_MARKERS = ("<<<<<<< ", "=======", ">>>>>>> ")
_BLOCK = re.compile(r"[>|][-+0-9]{0,2}")
_LONGEST = 200
_SPECIAL = "@`%*&!>|"


class Mistake(NamedTuple):
    """What is wrong, where, how to mend it, and the line to read on with (None: without it)."""

    regel: Regel
    line: int
    column: int
    message: str
    hint: str | None
    instead: str | None


class _Line(NamedTuple):
    number: int
    text: str
    head: str
    dash: str
    key: str
    value: str
    keys: Keys = NO_KEYS

    @property
    def stand_in(self) -> str:
        """Give a text to read on with, another on each line: equal ones would be a finding."""
        return f"regel-{self.number}"

    def mistake(self, regel: Regel, message: str, good: str, at: int | None = None) -> Mistake:
        """Word a mistake in the value; `good` is the value as it should be written."""
        column = (len(self.head) if at is None else at) + 1
        hint = _short(f"schrijf: {(self.head + good).strip()}")
        return Mistake(regel, self.number, column, message, hint, f"{self.head}{self.stand_in}")


def _short(hint: str) -> str:
    return hint if len(hint) <= _LONGEST else f"{hint[: _LONGEST - 1]}…"


def quoted(text: str) -> str:
    """Write a text as YAML between quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def directive(number: int, line: str) -> Mistake:
    """Say that a line with % in front is a directive, which has no place here."""
    message = "een regel die met % begint, is in YAML een aanwijzing; die wordt hier niet gebruikt"
    hint = f"verwijder de regel, of schrijf: {quoted(line.strip())}"
    hint = _short(hint)
    return Mistake(AANWIJZING, number, 1, message, hint, None)


def recognise(lines: Sequence[str], error: yaml.MarkedYAMLError, keys: Keys) -> Mistake:
    """Find the mistake behind a parser's error; `lines` is the text that the parser was given."""
    line, column = _spot(lines, error)
    for number in _suspects(lines, error, line):
        split = _split(number, lines[number - 1])._replace(keys=keys)
        for look in _LOOKS:
            mistake = look(split, error)
            if mistake is not None:
                return mistake
    return _by_place(lines, error, (line, column), keys)


def _spot(lines: Sequence[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Give the line and column (from 1) where the parser stumbled, on a line that has text."""
    marked = error.problem_mark or error.context_mark
    line, column = (marked.line + 1, marked.column + 1) if marked else (1, 1)
    if line <= len(lines) and lines[line - 1].strip():
        return line, column
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line, 1


def _suspects(lines: Sequence[str], error: yaml.MarkedYAMLError, line: int) -> list[int]:
    """Give the lines that may hold the mistake, the likeliest first."""
    found = []
    context = error.context or ""
    if error.context_mark and ("scanning" in context or "flow" in context):
        found.append(error.context_mark.line + 1)
    found += [*_open_above(lines, line), line]
    if "mapping values" in (error.problem or ""):
        before = line - 1
        while before > 0 and not lines[before - 1].strip():
            before -= 1
        found.append(before)
    return [number for number in dict.fromkeys(found) if 0 < number <= len(lines)]


def _open_above(lines: Sequence[str], line: int) -> list[int]:
    """Give the line above with a quote in front that only another one, on `line`, closed.

    A text of several lines may end in one: so `line` begins an entry of its own, or the quote
    above is an apostrophe.
    """
    here = _split(line, lines[line - 1])
    for mark in "\"'":
        above = range(line - 1, 0, -1) if mark in here.text else ()
        number = next((n for n in above if mark in lines[n - 1]), None)
        value = _split(number, lines[number - 1]).value if number else ""
        if number and value.startswith(mark) and not _QUOTED.match(value):
            return [number] if here.dash or here.key or _APOSTROPHE.match(value) else []
    return []


def _split(number: int, text: str) -> _Line:
    match = _LINE.match(text)
    if match is None:
        return _Line(number, text, "", "", "", text)
    key = match["key"] or ""
    head = match["indent"] + match["dash"] + key
    if key and not head.endswith(" "):
        head += " "
    return _Line(number, text, head, match["dash"], key, match["value"])


def _hard_space(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    del error
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    if "\u00a0" not in indent:
        return None
    message = "deze regel springt in met een vaste spatie, en die telt niet als spatie"
    good = indent.replace("\u00a0", " ") + line.text.lstrip()
    hint = _short(f"typ de spaties vooraan opnieuw: {good.strip()}")
    return Mistake(INSPRINGING, line.number, indent.index("\u00a0") + 1, message, hint, good)


def _other_dash(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    del error
    match = _BULLET.match(line.value)
    if match is None or line.key or line.dash:
        return None
    message = f"een regel van een lijst begint met een streepje, niet met {match[1]}"
    good = f"- {line.value[match.end() :].strip()}"
    mistake = line.mistake(SCHRIJFWIJZE, message, good)
    return mistake._replace(instead=f"{line.head}- {line.stand_in}")


def _list_behind_key(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    if not line.key or not line.value.startswith("- ") or "entries are not" not in _problem(error):
        return None
    message = f"een lijst begint op de regel onder '{line.key.strip()}'"
    hint = _short(f"zet op een nieuwe regel, twee spaties ingesprongen: {line.value.strip()}")
    at = len(line.head) + 1
    return Mistake(SCHRIJFWIJZE, line.number, at, message, hint, f"{line.head}{line.stand_in}")


def _bare_key(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    """Recognise `dienst Communicatie` and `planning`: a known key without its colon."""
    if line.key or not _structural(error):
        return None
    name, _, rest = line.value.strip().partition(" ")
    key = name.lower()
    known, lists, _ = line.keys
    if key not in known or (line.dash and key != "titel") or (key in lists and rest):
        return None
    message = f"na '{name}' ontbreekt een dubbele punt"
    good = f"{key}: {rest}".strip() if not _needs_quotes(rest) else f"{key}: {quoted(rest)}"
    mistake = line.mistake(SCHRIJFWIJZE, message, good, len(line.head) + len(name))
    filler = "" if not rest else f" {line.stand_in}"
    return mistake._replace(instead=f"{line.head}{key}:{filler}")


def _needs_quotes(text: str) -> bool:
    return ": " in text or " #" in text or text[:1] in {*_SPECIAL, "[", "{", '"', "'"} - {""}


def _problem(error: yaml.MarkedYAMLError) -> str:
    return f"{error.context} {error.problem}"


def _glued_key(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    if line.key or not _structural(error):
        return None
    match = _GLUED.match(line.value)
    if match is None:
        return None
    name = match[1] or match[2]
    rest = line.value[match.end() :].strip()
    hard = line.value[match.end() : match.end() + 1] == "\u00a0"
    space = "een gewone spatie (hier staat een vaste)" if hard else "een spatie"
    message = f"na '{name}:' hoort {space}"
    good = f"{name}: {rest}"
    mistake = line.mistake(SCHRIJFWIJZE, message, good, len(line.head) + match.end())
    return mistake._replace(instead=f"{line.head}{name}: {line.stand_in}")


def _glued_dash(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    if line.key or not _structural(error):
        return None
    if not line.value.startswith("-") or line.value.startswith("---") or len(line.value) == 1:
        return None
    good = f"- {line.value.lstrip('- ').strip()}"
    message = "na het streepje van een lijst hoort een spatie"
    mistake = line.mistake(SCHRIJFWIJZE, message, good, len(line.head) + 1)
    return mistake._replace(instead=f"{line.head}- {line.stand_in}")


def _conflict(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    del error
    if not line.text.startswith(_MARKERS):
        return None
    message = "hier staan twee versies van een tekst die git niet kon samenvoegen"
    hint = "kies wat blijft en verwijder de regels met <<<<<<<, ======= en >>>>>>>"
    return Mistake(SCHRIJFWIJZE, line.number, 1, message, hint, None)


def _curly(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    del error
    if not line.value.startswith(("“", "”", "„", "‟")):
        return None
    inner = _CURLY.sub("", line.value).strip()
    message = "gekrulde aanhalingstekens uit Word zijn in YAML gewone letters"
    return line.mistake(SCHRIJFWIJZE, message, quoted(inner))


def _special_start(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    del error
    first = line.value[:1]
    if not first or first not in _SPECIAL:
        return None
    if first in ">|" and not line.value[1:].strip(" +-0123456789"):
        return None
    if first == "%" and not line.head:
        return directive(line.number, line.text)
    message = f"een tekst kan niet zonder aanhalingstekens met {first} beginnen"
    return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()))


def _quote(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    if line.value[:1] not in ('"', "'") or not line.value:
        return None
    match = _QUOTED.match(line.value)
    if match is None:
        message = "het aanhalingsteken dat hier begint, wordt nergens gesloten"
        text = line.value.strip()
        opens = line.value[0] not in text[1:] and not _APOSTROPHE.match(text)
        good = quoted(text[1:] if opens else text)
        return line.mistake(SCHRIJFWIJZE, message, good)
    rest = line.value[match.end() :].strip()
    if rest and not rest.startswith("#"):
        message = "na het sluitende aanhalingsteken staat nog tekst"
        text = line.value.strip()
        whole = text[1:-1] if text[0] == text[-1] and text[0] not in rest[:-1] else text
        return line.mistake(SCHRIJFWIJZE, message, quoted(whole), len(line.head) + match.end())
    if "escape" in (error.problem or "") or "escape" in (error.context or ""):
        return _escape(line, match[0])
    return None


def _escape(line: _Line, text: str) -> Mistake:
    if re.search(r"\\[uU](?:0000)?[dD][89a-fA-F]", text):
        message = "in deze tekst staat een half teken, geschreven met een \\"
        hint = "verwijder de code met de \\ ervoor"
        return Mistake(
            TEKEN, line.number, len(line.head) + 1, message, hint, f"{line.head}{line.stand_in}"
        )
    message = "een \\ tussen dubbele aanhalingstekens heeft in YAML een eigen betekenis"
    good = "'" + text[1:-1].replace("'", "''") + "'"
    return line.mistake(SCHRIJFWIJZE, message, good)


def _bracket(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    first = line.value[:1]
    if first in ("]", "}") and line.value:
        message = f"een tekst kan niet zonder aanhalingstekens met {first} beginnen"
        return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()))
    if first not in ("[", "{") or not line.value:
        return None
    close = "]" if first == "[" else "}"
    text = line.value.strip()
    if "flow" in (error.context or "") and close not in text:
        message = f"de haak {first} wordt niet gesloten met {close}"
        return line.mistake(SCHRIJFWIJZE, message, text + close)
    message = f"een tekst kan niet zonder aanhalingstekens met {first} beginnen"
    return line.mistake(SCHRIJFWIJZE, message, quoted(text))


def _colon(line: _Line, error: yaml.MarkedYAMLError) -> Mistake | None:
    if "mapping values" not in (error.problem or "") or not error.problem_mark:
        return None
    if error.problem_mark.line + 1 != line.number or not line.key:
        return None
    at = error.problem_mark.column
    if at < len(line.head):
        return None
    message = "in deze tekst staat een dubbele punt met een spatie erna"
    name = line.key.rstrip(" :")
    if name in line.keys.known or not line.dash:
        return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()), at)
    # In a list of texts the first colon is text too: the whole goes between quotes.
    bare = line._replace(head=line.head[: line.head.rindex(line.key.rstrip())])
    return bare.mistake(SCHRIJFWIJZE, message, quoted((line.key + line.value).strip()), at)


_LOOKS: tuple[Callable[[_Line, yaml.MarkedYAMLError], Mistake | None], ...] = (
    _conflict,
    _hard_space,
    _curly,
    _other_dash,
    _special_start,
    _quote,
    _bracket,
    _glued_key,
    _glued_dash,
    _list_behind_key,
    _bare_key,
    _colon,
)


def _structural(error: yaml.MarkedYAMLError) -> bool:
    words = _problem(error)
    return "simple key" in words or "mapping values" in words or "expected" in words


def _by_place(
    lines: Sequence[str], error: yaml.MarkedYAMLError, spot: tuple[int, int], keys: Keys
) -> Mistake:
    """Word a mistake of which only the place tells something: indentation, or a missing colon."""
    context, problem = error.context or "", error.problem or ""
    line, column = spot
    no_colon = error.context_mark if "simple key" in context else None
    if no_colon:
        line, column = no_colon.line + 1, no_colon.column + 1
    above = next((n for n in range(line - 1, 0, -1) if lines[n - 1].strip()), None)
    split = _split(line, lines[line - 1])
    under = _split(above, lines[above - 1]) if above else None
    indent = len(split.text) - len(split.text.lstrip(" "))
    if under and _BLOCK.fullmatch(under.value.strip()):
        message = f"deze tekst springt niet verder in dan de sleutel op regel {above}"
        hint = f"zet twee spaties meer voor de regels die bij regel {above} horen"
        return Mistake(INSPRINGING, line, indent + 1, message, hint, None)
    if no_colon:
        message = "op deze regel ontbreekt een dubbele punt na de sleutel, of een streepje vooraan"
        hint = _short(f"schrijf: - {split.text.strip()}")
        return Mistake(SCHRIJFWIJZE, line, column, message, hint, None)
    if "mapping values" in problem and under and not under.key:
        return _under_text(split, under, indent)
    name = split.key.rstrip(" :")
    if indent and name in keys.of_domein and "block" in context:
        message = f"'{name}:' springt in, maar hoort bij het hele domein"
        hint = f"zet '{name}:' helemaal vooraan op de regel"
        return Mistake(INSPRINGING, line, indent + 1, message, hint, split.text.lstrip(" "))
    if under and ("block" in context or under.key):
        wanted = len(under.text) - len(under.text.lstrip(" -"))
        message = "deze regel springt niet even ver in als de regels waar hij bij hoort"
        hint = (
            f"zet hem recht onder zijn buren; de tekst van regel {above} begint na {wanted} tekens"
        )
        return Mistake(INSPRINGING, line, indent + 1, message, hint, None)
    message = "deze regel kan niet als YAML worden gelezen"
    hint = "kijk de inspringing, de dubbele punten en de aanhalingstekens na"
    return Mistake(SCHRIJFWIJZE, line, column, message, hint, None)


def _under_text(line: _Line, above: _Line, indent: int) -> Mistake:
    """Word what stands under a text as if that were a key."""
    if line.dash:
        message = f"dit streepje springt verder in dan de tekst op regel {above.number}"
        hint = "zet de streepjes van één lijst recht onder elkaar"
        return Mistake(INSPRINGING, line.number, indent + 1, message, hint, None)
    message = "hier staat een sleutel onder een tekst"
    text = above.text.strip().removeprefix("- ")
    hint = _short(f"maak van de tekst op regel {above.number} een titel: '- titel: {text}'")
    return Mistake(SCHRIJFWIJZE, line.number, indent + 1, message, hint, None)
