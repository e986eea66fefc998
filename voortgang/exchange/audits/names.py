"""Finding the audit that a cell names: by its file, by its title, by the letters of its title."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from voortgang.exchange.excel.blad import Value
from voortgang.exchange.excel.domeinen import can_be_file
from voortgang.exchange.excel.regels import PLAATS
from voortgang.findings import Finding
from voortgang.model import slug

_NEAR = 80  # of 100


@dataclass(slots=True)
class AuditNames:
    """The audits that there are and those that rows name; a name that is new is a new audit.

    `new` holds, of those that were only named, the cell that did, by the name of their file.
    """

    findings: list[Finding]
    new: dict[str, Value] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _exact: dict[str, dict[str, None]] = field(default_factory=dict)  # by title
    _bare: dict[str, dict[str, None]] = field(default_factory=dict)  # by its letters
    _numbered: dict[str, dict[str, None]] = field(default_factory=dict)  # by its digits

    def add(self, name: str, titel: str) -> None:
        """Know an audit, or one more title of it."""
        self._known.add(name)
        self._exact.setdefault(titel, {})[name] = None
        for bare in (name, slug(titel)):
            self._bare.setdefault(bare, {})[name] = None
        for each in (name, titel):
            self._numbered.setdefault(_digits(each), {})[each] = None

    def titled(self, typed: Value) -> str | None:
        """Find the one that has this very title; where several have it, that is a finding."""
        same = [*self._exact.get(typed.text, {})]
        if len(same) > 1:
            self.unclear(typed, same)
        return same[0] if same else None

    def unclear(self, typed: Value, same: Sequence[str]) -> None:
        """Say that more than one is called so."""
        message = f"meer dan één audit heet '{typed.text[:60]}'"
        hint = f"schrijf de naam van haar bestand: {' of '.join(same)}"
        self.findings.append(PLAATS.at(typed.spot.place, message, hint))

    def find(self, typed: Value) -> str | None:
        """Find the name of its file; where it is not clear which is meant, that is a finding."""
        words, bare = typed.text, slug(typed.text)
        same = [words] if words in self._known else [
            *(self._exact.get(words) or self._bare.get(bare, {})),
        ]  # fmt: skip
        if len(same) == 1:
            return same[0]
        if same:
            self.unclear(typed, same)
            return None
        if bare in self.new:
            return bare
        if near := self._near(words):
            message = f"onbekende audit '{words[:60]}'; bedoelde u '{near[:60]}'?"
            hint = f"schrijf {near[:60]}; is de audit nieuw, geef ze een rij op het blad Audits"
        elif can_be_file(bare):
            self.new[bare] = typed
            return bare
        else:
            message = f"'{words[:60]}' kan niet de naam van een bestand zijn"
            hint = "geef de audit een rij op het blad Audits, met een kortere naam bij bestand"
        self.findings.append(PLAATS.at(typed.spot.place, message, hint))
        return None

    def _near(self, words: str) -> str | None:
        """Give the name that comes near; another number makes it another audit."""
        from rapidfuzz import fuzz, process

        names = [*self._numbered.get(_digits(words), ())]
        best = process.extractOne(
            words, names, processor=str.lower, scorer=fuzz.ratio, score_cutoff=_NEAR
        )
        return best[0] if best else None


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdigit())
