"""Which domain and list each line of an old deck or text belongs to."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from voortgang.exchange.old.lines import Line, joined
from voortgang.findings import Obstacle
from voortgang.model import Domein, Soort, slug

_HEADING = re.compile(
    r"\W*(?:(?P<realisaties>realisaties?|gerealiseerd|verwezenlijkingen)"
    r"|(?P<planning>planning|plannen|gepland)"
    r"|(?P<risicos>(?:hoge )?risico['’]?s)"
    r"|(?P<criterium>criterium)"
    r"|(?P<none>vervallen|opvolging))\s*(?:\d{4})?(?:\s*\(.{1,12}\))?\W*",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s*\((?:vervolg|\d{1,3}(?:/\d{1,3})?)\)\s*$", re.IGNORECASE)
_CONTINUED = re.compile(r"\s*\(vervolg\)\s*$", re.IGNORECASE)
_LINES_OF_TITLE = 3
_NEAR = 0.88
_MOST = 5_000  # entries of one file
_BACK = 20  # entries in which an actie that goes on is looked for
_DEEPER = 2  # columns


@dataclass(slots=True)
class OldEntry:
    """An entry as it was found: its lines, its deelacties, where it stands."""

    words: list[str]
    where: str
    parts: list["OldEntry"] = field(default_factory=list)


class Unknown(NamedTuple):
    """A line that found no place; `kind` says what it was where that is no text of a list."""

    where: str
    text: str
    kind: str = ""


@dataclass(slots=True)
class Recognised:
    """What was recognised, by domain in the order of its first slide, and what was not."""

    lists: dict[str, dict[Soort, list[OldEntry]]] = field(default_factory=dict)
    criteria: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[Unknown] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)


def recognise(
    lines: Iterable[Line], domeinen: Iterable[Domein], mend: Callable[[str], str]
) -> Recognised:
    """Sort lines into the lists of the domains; `mend` mends the text of an item."""
    known = {slug(domein.titel) or domein.id: domein.id for domein in domeinen}
    return _Recogniser(list(lines), known, mend).read()


@dataclass(slots=True)
class _Recogniser:
    lines: list[Line]
    known: Mapping[str, str]
    mend: Callable[[str], str]
    found: Recognised = field(default_factory=Recognised)
    domein: str | None = None
    soort: str | None = None
    main: tuple[str, int] | None = None  # the bullet of the first level of this list
    item: OldEntry | None = None
    top: OldEntry | None = None
    count: int = 0

    def read(self) -> Recognised:
        at = 0
        while at < len(self.lines):
            at += self.aside(self.lines[at]) or self.title(at) or self.line(self.lines[at])
        return self.found

    def aside(self, line: Line) -> int:
        if line.aside:
            self.found.unknown.append(Unknown(line.where, line.text, line.aside))
        return bool(line.aside)

    def title(self, at: int) -> int:
        """Take a title from one line or a few: the number of lines, 0 where this is none."""
        line = self.lines[at]
        if line.sign or not (line.fresh or line.start):
            return 0
        for count in range(1 if line.whole else _LINES_OF_TITLE, 0, -1):
            part = self.lines[at : at + count]
            if any(each.sign or each.start or each.title for each in part[1:]):
                continue
            text = " ".join(each.text for each in part)
            name = self.known.get(slug(_AGAIN.sub("", text)))
            if name:
                self.begin(name, text)
                return count
        if not line.start:
            return 0
        near = get_close_matches(slug(_AGAIN.sub("", line.text)), self.known, 1, _NEAR)
        if near:
            self.begin(self.known[near[0]], line.text)
            self.found.guesses.append(
                f"{line.where}: de titel ‘{line.text[:80]}’ is gelezen als {self.domein}"
            )
            return 1
        if self.heading(line):
            return 1
        self.domein, self.soort, self.item = None, None, None
        self.found.titles.append(line.text)
        self.found.unknown.append(Unknown(line.where, line.text, "titel"))
        return 1

    def begin(self, name: str, text: str) -> None:
        same = self.domein == name and _AGAIN.search(text)
        self.domein, self.item = name, None
        if not same:
            self.soort = self.top = self.main = None
        self.found.lists.setdefault(name, {})

    def heading(self, line: Line) -> bool:
        match = _HEADING.fullmatch(line.text)
        if not match or line.sign:
            return False
        self.soort = None if match["none"] else match.lastgroup
        self.item = self.top = self.main = None
        return True

    def line(self, line: Line) -> int:
        if self.heading(line):
            return 1
        if self.domein is None or self.soort is None:
            self.found.unknown.append(Unknown(line.where, line.text))
        elif self.soort == "criterium":
            self.found.criteria.setdefault(self.domein, []).append(line.text)
        elif line.sign or (line.whole and line.fresh):
            self.add(line, self.found.lists[self.domein].setdefault(self.soort, []))  # type: ignore[arg-type]
        elif self.item is not None and not line.start:
            self.item.words.append(line.text)
        else:
            self.found.unknown.append(Unknown(line.where, line.text))
        return 1

    def add(self, line: Line, items: list[OldEntry]) -> None:
        if self.main is None:
            self.main = (line.sign, line.indent)
        sign, indent = self.main
        deeper = line.indent - indent >= _DEEPER or (line.sign != sign and line.indent >= indent)
        again = _CONTINUED.search(line.text)
        if again and not deeper:
            titel = _CONTINUED.sub("", line.text)
            before = [each for each in items[-_BACK:] if self.mend(joined(each.words)) == titel]
            if before:
                self.item = self.top = before[-1]
                return
        self.count += 1
        if self.count > _MOST:
            raise Obstacle(f"meer dan {_MOST} acties in één bestand", "splits het bestand")
        item = OldEntry([line.text], line.where)
        if deeper and self.top is not None:
            self.top.parts.append(item)
        else:
            items.append(item)
            self.top = item
        self.item = item
