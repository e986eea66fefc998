"""Next year's file of a domain, made from the lines of last year's."""

import re
from collections.abc import Callable, Collection

from voortgang.model.emit import actie_data, emit_actie
from voortgang.model.rapport import Actie, Domein
from voortgang.opvolging.new_year.sections import Section, all_data, sections
from voortgang.source.yaml.emit import Data, emit_comment, emit_entry, emit_mapping
from voortgang.source.yaml.nodes import Document

EMPTIED = ("realisaties", "planning", "vervallen")
_COMMENT = (
    "Plannen van {jaar}. Verplaats elk plan, met alle regels die eronder horen:\n"
    "  - naar realisaties als het klaar is;\n"
    "  - naar planning als het doorgaat;\n"
    "  - naar vervallen als het niet doorgaat, met een regel 'reden: …' erbij."
)
_TYPED = "|".join(map(re.escape, emit_comment(_COMMENT)))
_OURS = re.compile(_TYPED.replace(re.escape("{jaar}"), "[0-9]{4}"))
_Cleaner = Callable[[Actie], Actie]


def new_domein(
    document: Document, domein: Domein, van: int, known: Collection[str] | None
) -> list[str]:
    """Give the lines of next year's file: last year's planning waits in te_beantwoorden.

    `known` are the ids that a vervolg_op may name; None leaves each as it is.
    """
    clean = _cleaner(known)
    cut = sections(document)
    if cut is None:
        return _from_data(document, domein, van, clean)
    found, tail = cut
    return _Lines(found, domein, van, clean).write(tail)


class _Lines:
    """Writes the sections one by one; all that is not emptied stays as it was typed."""

    def __init__(self, found: list[Section], domein: Domein, van: int, clean: _Cleaner) -> None:
        self.found, self.domein, self.van, self.clean = found, domein, van, clean
        self.names = {section.name for section in found}
        self.pad = found[0].key.column - 1
        self.between = [""] if any(not line for each in found[1:] for line in each.lead) else []
        self.out: list[str] = []

    def write(self, tail: list[str]) -> list[str]:
        for section in self.found:
            lead = [line for line in section.lead if not _OURS.fullmatch(line.strip())]
            if section.name == "planning":
                self._planning(section, lead)
            elif section.name == "te_beantwoorden":
                self._waiting_again(section, lead)
            elif section.name in EMPTIED:
                self.out += [*lead, section.bare()]
            elif section.name == "risicos" and self._mended(self.domein.risicos):
                self.out += [*lead, section.bare(), *self._carried(section, self.domein.risicos)]
            else:
                self.out += [*lead, *section.body]
        return [*self.out, *tail]

    def _mended(self, acties: tuple[Actie, ...]) -> bool:
        return any(self.clean(actie) is not actie for actie in acties)

    def _planning(self, section: Section, lead: list[str]) -> None:
        if self.domein.planning and "realisaties" not in self.names:
            self.out += [*lead, f"{' ' * self.pad}realisaties:"]
            lead = self.between
        self.out += [*lead, section.bare()]
        if self.domein.planning and "te_beantwoorden" not in self.names:
            self.out += self.between
            self._waiting(section)
            if "vervallen" not in self.names:
                self.out += [*self.between, f"{' ' * self.pad}vervallen:"]

    def _waiting_again(self, section: Section, lead: list[str]) -> None:
        planning = next((each for each in self.found if each.name == "planning"), None)
        self.out += lead
        if planning and self.domein.planning:
            self._waiting(planning)
        else:
            self.out.append(section.bare())

    def _waiting(self, planning: Section) -> None:
        self.out += emit_comment(_COMMENT.format(jaar=self.van), self.pad)
        self.out.append(f"{' ' * self.pad}te_beantwoorden:")
        self.out += self._carried(planning, self.domein.planning)

    def _carried(self, section: Section, acties: tuple[Actie, ...]) -> list[str]:
        """Give the lines of a list as typed; anew what stands in brackets or had to be mended."""
        if section.flow:
            return self._unfolded(section, acties)
        above, *items = section.items()
        lines = [*above]
        for typed, actie in zip(items, acties, strict=True):
            cleaned = self.clean(actie)
            at = len(typed[0]) - len(typed[0].lstrip())
            lines += typed if cleaned is actie else emit_actie(cleaned, at)
        return lines

    def _unfolded(self, section: Section, acties: tuple[Actie, ...]) -> list[str]:
        comments = section.comments()
        pad = self.pad + 2
        lines: list[str] = []
        nodes = getattr(section.value, "items", ())
        for node, actie in zip(nodes, acties, strict=True):
            while comments and comments[0][0] < node.line:
                lines += [f"{' ' * pad}{comments.pop(0)[1]}"]
            lines += emit_actie(self.clean(actie), pad)
        return [*lines, *(f"{' ' * pad}{comment}" for _, comment in comments)]


def _cleaner(known: Collection[str] | None) -> _Cleaner:
    def clean(actie: Actie) -> Actie:
        if known is None or all(each in known for each in actie.vervolg_op):
            return actie
        kept = tuple(each for each in actie.vervolg_op if each in known)
        return actie.model_copy(update={"vervolg_op": kept})

    return clean


def _from_data(document: Document, domein: Domein, van: int, clean: _Cleaner) -> list[str]:
    """Write the file anew, for one whose keys do not each have their own line."""
    kept = all_data(document)
    for name in (*EMPTIED, "te_beantwoorden"):
        kept.pop(name, None)
    if domein.risicos:
        kept["risicos"] = [actie_data(clean(actie)) for actie in domein.risicos]
    lines = [*emit_mapping(kept), "realisaties:", "planning:"]
    if domein.planning:
        plans: Data = [actie_data(clean(actie)) for actie in domein.planning]
        lines += [*emit_comment(_COMMENT.format(jaar=van)), *emit_entry("te_beantwoorden", plans)]
    return [*lines, "vervallen:"]
