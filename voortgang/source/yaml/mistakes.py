"""What people type that is no YAML, recognised by the line it stands on, with the line mended."""

import re
from collections.abc import Callable, Sequence

import yaml

from voortgang.source.yaml.line import (
    SPECIAL,
    Mistake,
    TypedLine,
    bullet,
    needs_quotes,
    quoted,
    short,
    split,
)
from voortgang.source.yaml.misplaced import by_place
from voortgang.source.yaml.nodes import Keys
from voortgang.source.yaml.regels import AANWIJZING, INSPRINGING, SCHRIJFWIJZE, TEKEN

_GLUED = re.compile(r"([a-z_-]+):(?=[^\s/:])|([a-z_-]+):(?=\u00a0)")
_NO_COLON = re.compile(r"(?P<name>[\w-]+)(?P<sign>[ ]*[;=]|(?=[ ]|$))(?P<rest>.*)")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
# `'s avonds`, `'t Stad`, `'s-Gravenwezel`, `'22`: a letter left out, and no opening quote.
_APOSTROPHE = re.compile(r"'(?:[stnkmr](?![\w'])|[0-9]{2}(?![\w']))")
_CURLY = re.compile("[“”„‟]")
_EMPHASIS = re.compile(r"(\*{1,3})(?P<text>[^\s*](?:[^*]*[^\s*])?)\1")
_MARKERS = ("<<<<<<< ", "=======", ">>>>>>> ")


def directive(number: int, line: str) -> Mistake:
    """Say that a line with % in front is a directive, which has no place here."""
    message = "een regel die met % begint, is in YAML een aanwijzing; die wordt hier niet gebruikt"
    hint = short(f"verwijder de regel, of schrijf: {quoted(line.strip())}")
    return Mistake(AANWIJZING, number, 1, message, hint)


def recognise(lines: Sequence[str], error: yaml.MarkedYAMLError, keys: Keys) -> Mistake:
    """Find the mistake behind a parser's error; `lines` is the text that the parser was given."""
    line, column = _spot(lines, error)
    for number in _suspects(lines, error, line):
        typed = split(number, lines[number - 1], keys)
        for look in _LOOKS:
            mistake = look(typed, error)
            if mistake is not None:
                return mistake
    return by_place(lines, error, (line, column), keys)


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
    if error.context_mark and re.search("scanning|flow|quoted", context):
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
    here = split(line, lines[line - 1])
    for mark in "\"'":
        above = range(line - 1, 0, -1) if mark in here.text else ()
        number = next((n for n in above if mark in lines[n - 1]), None)
        value = split(number, lines[number - 1]).value if number else ""
        if number and value.startswith(mark) and not _QUOTED.match(value):
            return [number] if here.dash or here.key or _APOSTROPHE.match(value) else []
    return []


def _hard_space(line: TypedLine, _: yaml.MarkedYAMLError) -> Mistake | None:
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    if "\u00a0" not in indent:
        return None
    message = "deze regel springt in met een vaste spatie, en die telt niet als spatie"
    good = indent.replace("\u00a0", " ") + line.text.lstrip()
    hint = short(f"typ de spaties vooraan opnieuw: {good.strip()}")
    return Mistake(INSPRINGING, line.number, indent.index("\u00a0") + 1, message, hint, good)


def _other_dash(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    found = bullet(line.value)
    if found is None or line.key or (line.value.startswith("-") and not _structural(error)):
        return None
    if line.dash and not line.value.startswith("-"):
        return None
    key = split(line.number, found.rest).key.rstrip(" :")
    rest = found.rest if key in line.keys.known or not needs_quotes(found.rest) else None
    good = f"{'' if line.dash else '- '}{rest or quoted(found.rest)}"
    at = len(line.head) + line.value.startswith("-")
    mistake = line.mistake(SCHRIJFWIJZE, found.why, good, at)
    return mistake._replace(instead=f"{line.head}- {line.stand_in}")


def _list_behind_key(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    if not line.key or line.value[:2].rstrip() != "-" or "entries are not" not in _problem(error):
        return None
    at, key, rest = len(line.head) + 1, line.key.strip(), line.value.strip()
    if rest == "-":
        message = f"achter '{key}' staat een streepje zonder tekst"
        hint = f"schrijf: {line.head.strip()}"
        return Mistake(SCHRIJFWIJZE, line.number, at, message, hint, line.head.rstrip())
    message = f"een lijst begint op de regel onder '{key}'"
    hint = short(f"zet op een nieuwe regel, twee spaties ingesprongen: {rest}")
    return Mistake(SCHRIJFWIJZE, line.number, at, message, hint, f"{line.head}{line.stand_in}")


def _bare_key(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    """Recognise `dienst Communicatie` and `planning`: a known key without its colon."""
    if line.key or not _structural(error):
        return None
    match = _NO_COLON.match(line.value.strip())
    if match is None:
        return None
    name, rest = match["name"], match["rest"].strip()
    key = name.lower()
    known, lists = line.keys[:2]
    if key not in known or (line.dash and key != "titel") or (key in lists and rest):
        return None
    sign = match["sign"].strip()
    message = f"na '{name}' " + (
        f"hoort een dubbele punt, geen {sign}" if sign else "ontbreekt een dubbele punt"
    )
    good = f"{key}: {quoted(rest) if needs_quotes(rest) else rest}".strip()
    mistake = line.mistake(SCHRIJFWIJZE, message, good, len(line.head) + len(name))
    filler = "" if not rest else f" {line.stand_in}"
    return mistake._replace(instead=f"{line.head}{key}:{filler}")


def _problem(error: yaml.MarkedYAMLError) -> str:
    return f"{error.context} {error.problem}"


def _glued_key(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
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


def _conflict(line: TypedLine, _: yaml.MarkedYAMLError) -> Mistake | None:
    if not line.text.startswith(_MARKERS):
        return None
    message = "hier staan twee versies van een tekst die git niet kon samenvoegen"
    hint = "kies wat blijft en verwijder de regels met <<<<<<<, ======= en >>>>>>>"
    return Mistake(SCHRIJFWIJZE, line.number, 1, message, hint)


def _curly(line: TypedLine, _: yaml.MarkedYAMLError) -> Mistake | None:
    if not line.value.startswith(("“", "”", "„", "‟")):
        return None
    inner = _CURLY.sub("", line.value).strip()
    message = "gekrulde aanhalingstekens uit Word zijn in YAML gewone letters"
    return line.mistake(SCHRIJFWIJZE, message, quoted(inner))


def _special_start(line: TypedLine, _: yaml.MarkedYAMLError) -> Mistake | None:
    first = line.value[:1]
    if not first or first not in SPECIAL:
        return None
    if first in ">|" and not line.value[1:].strip(" +-0123456789"):
        return None
    if first == "%" and not line.head:
        return directive(line.number, line.text)
    bold = _EMPHASIS.fullmatch(line.value.strip())
    if bold and line.key.rstrip(" :") not in line.keys.markdown:
        message = "sterretjes rond een tekst maken hem hier niet vet of schuin"
        text = bold["text"]
        return line.mistake(SCHRIJFWIJZE, message, quoted(text) if needs_quotes(text) else text)
    return _without_quotes(line)


def _without_quotes(line: TypedLine) -> Mistake:
    """Say that a text that begins with a sign of YAML goes between quotes."""
    message = f"een tekst kan niet zonder aanhalingstekens met {line.value[0]} beginnen"
    return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()))


def _quote(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    if line.value[:1] not in ('"', "'"):
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
    if "escape" in _problem(error) or "hex" in _problem(error):
        return _escape(line, match[0])
    return None


def _escape(line: TypedLine, text: str) -> Mistake:
    if re.search(r"\\[uU](?:0000)?[dD][89a-fA-F]", text):
        message = "in deze tekst staat een half teken, geschreven met een \\"
        hint = "verwijder de code met de \\ ervoor"
        return Mistake(
            TEKEN, line.number, len(line.head) + 1, message, hint, f"{line.head}{line.stand_in}"
        )
    message = "een \\ tussen dubbele aanhalingstekens heeft in YAML een eigen betekenis"
    good = "'" + text[1:-1].replace("'", "''") + "'"
    return line.mistake(SCHRIJFWIJZE, message, good)


def _bracket(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    first = line.value[:1]
    if first in ("]", "}"):
        return _without_quotes(line)
    close = {"[": "]", "{": "}"}.get(first)
    if close is None:
        return None
    text = line.value.strip()
    if "flow" in (error.context or "") and close not in text:
        message = f"de haak {first} wordt niet gesloten met {close}"
        return line.mistake(SCHRIJFWIJZE, message, text + close)
    if text.endswith(close) and line.key and "flow" not in (error.context or ""):
        return None  # sound by itself: what is wrong is where it stands
    return _without_quotes(line)


def _colon(line: TypedLine, error: yaml.MarkedYAMLError) -> Mistake | None:
    if "mapping values" not in (error.problem or "") or not error.problem_mark:
        return None
    if error.problem_mark.line + 1 != line.number or not (line.key or line.dash):
        return None
    at = error.problem_mark.column
    if at < len(line.head) or (not line.key and at <= line.text.find(": ")):
        return None
    message = "in deze tekst staat een dubbele punt met een spatie erna"
    if not line.key:  # more than one word in front of the first colon: no key, but text
        return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()), at)
    name = line.key.rstrip(" :")
    if name in line.keys.known or not line.dash:
        return line.mistake(SCHRIJFWIJZE, message, quoted(line.value.strip()), at)
    # In a list of texts the first colon is text too: the whole goes between quotes.
    bare = line._replace(head=line.head[: line.head.rindex(line.key.rstrip())])
    return bare.mistake(SCHRIJFWIJZE, message, quoted((line.key + line.value).strip()), at)


_LOOKS: tuple[Callable[[TypedLine, yaml.MarkedYAMLError], Mistake | None], ...] = (
    _conflict,
    _hard_space,
    _curly,
    _other_dash,
    _special_start,
    _quote,
    _bracket,
    _glued_key,
    _list_behind_key,
    _bare_key,
    _colon,
)


def _structural(error: yaml.MarkedYAMLError) -> bool:
    words = _problem(error)
    return "simple key" in words or "mapping values" in words or "expected" in words
