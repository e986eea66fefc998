"""From bytes to text that a YAML parser can be given without surprises."""

import re
import unicodedata
from typing import NamedTuple

from voortgang.findings import Finding, Place
from voortgang.source.yaml.regels import BESTAND, CODERING, INSPRINGING, TEKEN

LIMIT = 2 * 1024 * 1024
_SHOWN = 20
_TABS = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
BREAK = re.compile("\r\n?|\n")  # as findings count lines; str.splitlines knows more
_ODD = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)
_SPLIT = "splits het bestand; een domein met duizend acties is nog geen 200 kB"
_UTF8 = (
    "open het in Kladblok, kies Bestand > Opslaan als, kies onderaan bij Codering 'UTF-8' en bewaar"
)


class Decoded(NamedTuple):
    r"""A file's text as it was typed, the same in plain characters, and what was wrong with it.

    `clean` has as many lines as the text, each with `\n`, and a space for each odd character.
    It is None where there is nothing to parse. `mended` are the lines of which the indentation
    is a guess: two spaces for each tab.
    """

    text: str
    clean: str | None
    findings: tuple[Finding, ...]
    mended: frozenset[int] = frozenset()


def decode(file: str, content: bytes, smaller: str = _SPLIT) -> Decoded:
    """Decode the bytes of a file: UTF-8, with or without a byte order mark, at most 2 MiB.

    `smaller` says what helps against more than that.
    """
    start = Place(file, 1, 1)
    if len(content) > LIMIT:
        return Decoded("", None, (BESTAND.at(start, "dit bestand is groter dan 2 MiB", smaller),))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:64].count(0) * 4 > len(
        content[:64]
    ):
        message = "dit bestand is als UTF-16 ('Unicode') bewaard en niet als UTF-8"
        return Decoded("", None, (CODERING.at(start, message, _UTF8),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Decoded("", None, (_not_utf8(file, error),))
    if not text.strip():
        return Decoded(text, None, ())
    return _clean(file, text)


def odd_character(text: str) -> re.Match[str] | None:
    """Find the first control character, lone surrogate or non-character, other than a line end."""
    return next((match for match in _ODD.finditer(text) if match[0] not in "\u2028\u2029"), None)


def name_of(character: str) -> str:
    """Name an odd character in Dutch, as its code point."""
    if character == "\t":
        return "een tab"
    code = f"U+{ord(character):04X}"
    kinds = {"Cc": f"een stuurteken ({code})", "Cs": f"een half teken ({code})"}
    return kinds.get(unicodedata.category(character), f"een onbestaand teken ({code})")


def _clean(file: str, text: str) -> Decoded:
    clean = BREAK.sub("\n", text) if "\r" in text else text
    if not _ODD.search(clean):
        return Decoded(text, clean, ())
    findings: list[Finding] = []
    mended: set[int] = set()
    for number, line in enumerate(clean.split("\n"), 1):
        margin = len(line) - len(line.lstrip(" \t"))
        for match in _ODD.finditer(line):
            character = match[0]
            if character in "\u2028\u2029":
                continue
            indent = match.start() < margin
            told = indent and number in mended
            if indent:
                mended.add(number)
            if len(findings) < _SHOWN and not told:
                place = Place(file, number, match.start() + 1)
                findings.append(_odd(place, character, indent=indent))
    if mended:
        clean = _TABS.sub(lambda match: match[0].replace("\t", "  "), clean)
    return Decoded(text, _ODD.sub(" ", clean), tuple(findings), frozenset(mended))


def _odd(place: Place, character: str, *, indent: bool) -> Finding:
    if indent:
        hint = "gebruik spaties om in te springen, twee per niveau"
        return INSPRINGING.at(place, "deze regel springt in met een tab", hint)
    remedy = "vervang de tab door een spatie" if character == "\t" else "verwijder het teken"
    return TEKEN.at(place, f"hier staat {name_of(character)}", remedy)


def _not_utf8(file: str, error: UnicodeDecodeError) -> Finding:
    # `error.object` lacks the byte order mark, so that its positions count from behind it.
    data = error.object
    *above, before = BREAK.split(data[: error.start].decode("utf-8", "replace"))
    byte = data[error.start : error.start + 1]
    meant = byte.decode("cp1252", "replace")
    meant = f" (waarschijnlijk '{meant}' in de Windows-codering)" if meant.isprintable() else ""
    place = Place(file, len(above) + 1, len(before) + 1)
    return CODERING.at(place, f"dit bestand is niet als UTF-8 bewaard{meant}", _UTF8)
