"""What people type in a cell, as the files have it: bullets, days, and words for nothing."""

import re
from datetime import date, timedelta

from voortgang.exchange.excel.blad import Row
from voortgang.exchange.excel.columns import cells_of
from voortgang.exchange.excel.stand import text
from voortgang.model.deel import Deel, Key
from voortgang.model.termijn import datum_meant, termijn_meant
from voortgang.model.waarden import Kind

NOTHING = frozenset(("-", "–", "—", "/", ".", "?", "n.v.t.", "n.v.t", "nvt", "nvt.", "n/a", "geen"))
LONG = 60  # characters
_MOMENTS = {Kind.TERMIJN: termijn_meant, Kind.DATUM: datum_meant}
_TO_WRITE = re.compile(r"schrijf ([0-9]{4}[0-9Q-]*)(?=;|$)")
# A day in a cell that was made Text afterwards, as Excel counts days: of 2001 to 2099.
_DAY_NUMBER, _DAY_ZERO = re.compile(r"3[7-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}"), date(1899, 12, 30)
_ANY_YEAR = 2000  # of examples, which are not read
_BULLET = re.compile(r"[ ]*(?:[•·▪‣◦○●■–—→*-]|o(?=\s\S))\s+(?=\S)")
_NUMBER = re.compile(r"[ ]*(\d{1,9})[.)]\s+(?=\S)")
_LETTER = re.compile(r"[ ]*[a-z][.)]\s+(?=\S)")


def meant(part: type[Deel], row: Row, was: Row | None) -> Row:
    """Give a row as it was meant; a cell that did not change stays as it is."""
    meaning = dict(row)
    for name, key in cells_of(part).items():
        if name not in row or (was is not None and row[name].text == text(was, name)):
            continue
        if key.required or row[name].text.lower() not in NOTHING:
            meaning[name] = row[name]._replace(text=as_typed(key, row[name].text))
        else:
            del meaning[name]
    return meaning


def as_typed(key: Key, text: str) -> str:
    """Give what a changed cell of a field means; one that the model has to judge stays as it is."""
    if key.kind is Kind.MARKDOWN:
        return _markdown(text)
    if key.kind is Kind.ALINEAS:
        return "\n\n".join(line for line in text.split("\n") if line.strip())
    if key.kind is Kind.TEKST and not key.many:
        return " ".join(text.split())
    return moment(key.kind, text)


def moment(kind: Kind, text: str) -> str:
    """Write a moment as the files do, where it is clear which is meant; all else stays as it is.

    A word for nothing is none.
    """
    if kind not in _MOMENTS:
        return text
    if _DAY_NUMBER.fullmatch(text):
        return (_DAY_ZERO + timedelta(days=int(text))).isoformat()
    clear = _TO_WRITE.match(_MOMENTS[kind](text, _ANY_YEAR))
    return clear[1] if clear else "" if text.lower() in NOTHING else text


def _markdown(text: str) -> str:
    """Make each line a paragraph, and lines that begin with a bullet or number a list.

    A long line that ends in the middle of a sentence was broken by whoever typed it, and goes on.
    """
    blocks: list[str] = []
    before = ""
    for line in text.split("\n"):
        kind, words = _line(line)
        goes_on = before and (kind == before or line.startswith("  "))
        if not words:
            before = ""
        elif goes_on or (blocks and not kind and _is_broken(blocks[-1], before, text, line)):
            blocks[-1] += f"\n{line.rstrip() if line.startswith('  ') else words}"
        else:
            blocks.append(words)
            before = kind
    return "\n\n".join(blocks)


def _is_broken(block: str, before: str, text: str, line: str) -> bool:
    last = block.rpartition("\n")[2]
    adjacent = f"{last}\n{line}" in text
    return not before and adjacent and len(last) >= LONG and last[-1] not in ".!?:;"


def _line(line: str) -> tuple[str, str]:
    if bullet := _BULLET.match(line):
        return "-", f"- {line[bullet.end() :].strip()}"
    if number := _NUMBER.match(line):
        return "1", f"{number[1]}. {line[number.end() :].strip()}"
    if letter := _LETTER.match(line):
        return "-", f"- {line[letter.end() :].strip()}"
    return "", line.strip()
