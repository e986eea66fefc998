"""A line as it was typed, taken apart; and how a mistake on it is worded."""

import re
from typing import NamedTuple

from voortgang.findings import Regel
from voortgang.source.yaml.nodes import NO_KEYS, Keys

_LINE = re.compile(
    r"""(?P<indent>[ ]*)(?P<dash>(?:-[ ]+)*)
        (?P<key>(?:[\w-]+|"[^"\\]*"|'[^']*')[ ]*:(?:[ ]+|$))?(?P<value>.*)""",
    re.VERBOSE,
)
_LONGEST = 200
_HARD = "\u00a0\u2007\u2009\u202f"  # spaces that are none to YAML
# What stands for a dash in Word, on a website, in a mail; a key of none of our keyboards.
_SIGNS = "*•·▪◦‣●○■□►▶➢➤✓✔→⇒–—―−\uf0b7\uf0a7\uf0d8\uf0fc"
_BULLET = re.compile(
    rf"(?P<hard>-[{_HARD}])\s*(?=\S)"
    rf"|(?P<sign>[{_SIGNS}])\s+(?=\S)"
    r"|(?P<glued>--[ ]*(?=[^\s-])|[-•▪◦●■►](?=[^\W_]))"
)
SPECIAL = "@`%*&!>|,"


class NoDash(NamedTuple):
    """What somebody took for the dash of a list: why it is none, and the text behind it."""

    why: str
    rest: str


def bullet(text: str) -> NoDash | None:
    """Find what stands in the place of a dash in front of a text."""
    match = _BULLET.match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip()
    if match["hard"]:
        return NoDash("na het streepje staat een vaste spatie, en die telt niet als spatie", rest)
    sign = match["sign"] or match["glued"]
    if sign.startswith("-"):
        return NoDash("na het streepje van een lijst hoort een spatie", rest)
    return NoDash(f"een regel van een lijst begint met een streepje, niet met {sign}", rest)


class Mistake(NamedTuple):
    """What is wrong, where, how to mend it, and the line to read on with (None: without it).

    `once`: the lines below it that are wrong in the same way are mended by the same remedy.
    """

    regel: Regel
    line: int
    column: int
    message: str
    hint: str | None
    instead: str | None = None
    once: bool = False


class TypedLine(NamedTuple):
    """A line: `head` is all in front of its value, with `dash` and `key`."""

    number: int
    text: str
    head: str
    dash: str
    key: str
    value: str
    keys: Keys

    @property
    def indent(self) -> int:
        """The number of spaces in front."""
        return indent_of(self.text)

    @property
    def stand_in(self) -> str:
        """Give a text to read on with, another on each line: equal ones would be a finding."""
        return f"regel-{self.number}"

    def mistake(self, regel: Regel, message: str, good: str, at: int | None = None) -> Mistake:
        """Word a mistake in the value; `good` is the value as it should be written."""
        column = (len(self.head) if at is None else at) + 1
        hint = short(f"schrijf: {(self.head + good).strip()}")
        return Mistake(regel, self.number, column, message, hint, f"{self.head}{self.stand_in}")


def split(number: int, text: str, keys: Keys = NO_KEYS) -> TypedLine:
    """Take a line apart."""
    match = _LINE.match(text)
    if match is None:
        return TypedLine(number, text, "", "", "", text, keys)
    key = match["key"] or ""
    head = match["indent"] + match["dash"] + key
    if key and not head.endswith(" "):
        head += " "
    return TypedLine(number, text, head, match["dash"], key, match["value"], keys)


def indent_of(text: str) -> int:
    """Count the spaces in front of a line."""
    return len(text) - len(text.lstrip(" "))


def short(hint: str) -> str:
    """Cut a remedy that is too long to read."""
    return hint if len(hint) <= _LONGEST else f"{hint[: _LONGEST - 1]}…"


def quoted(text: str) -> str:
    """Write a text as YAML between quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def needs_quotes(text: str) -> bool:
    """Tell whether a text means something else to YAML."""
    return ": " in text or " #" in text or text[:1] in {*SPECIAL, *"[{\"'"}
