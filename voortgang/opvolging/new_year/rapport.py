"""Next year's rapport.yaml, made from the lines of last year's.

What stays true is kept: bestuur, titel, kader, domeinen, contact, presentatie, afkortingen,
controle, and of the nota everything but what advice was given, and when. What belonged to that
one report is left out: datum and ontwerp.
"""

from voortgang.model.typed import plain_data
from voortgang.opvolging.new_year.sections import Section, all_data, sections
from voortgang.source.yaml.emit import Data, emit_entry, emit_mapping
from voortgang.source.yaml.nodes import Document, Mapping, Node, Scalar, Sequence

OF_THAT_YEAR = ("datum", "ontwerp")
_OF_ADVICE = ("datum", "inhoud")


def new_rapport(document: Document, jaar: int) -> list[str]:
    """Give the lines of next year's rapport.yaml."""
    cut = sections(document)
    if cut is None:
        return _from_data(document, jaar)
    found, tail = cut
    lines: list[str] = []
    for index, section in enumerate(found):
        if section.name in OF_THAT_YEAR:
            lines += section.lead if index == 0 else _apart(section.lead)
        elif section.name == "rapportjaar":
            lines += [*section.lead, *_numbered(section, jaar)]
        elif section.name == "nota":
            lines += [*section.lead, *_nota(section)]
        else:
            lines += [*section.lead, *section.body]
    return [*lines, *tail]


def _apart(lead: list[str]) -> list[str]:
    """Give the comments above a key that a blank line sets apart from it: they say more."""
    blanks = [index for index, line in enumerate(lead) if not line.strip()]
    above = lead[: blanks[-1]] if blanks else []
    return above if any(line.strip() for line in above) else []


def _numbered(section: Section, jaar: int) -> list[str]:
    value = section.value
    if not isinstance(value, Scalar) or value.line != section.key.line:
        return emit_entry("rapportjaar", jaar, section.key.column - 1)
    line = section.body[0]
    changed = f"{line[: value.column - 1]}{jaar}{line[value.end_column - 1 :]}"
    return [changed, *section.body[1:]]


def _nota(section: Section) -> list[str]:
    """Leave out the days of the adviezen: their lines, or else by writing the nota anew."""
    days = _days(section.value)
    if not days:
        return section.body
    taken: set[int] = set()
    for key, value in days:
        index = key.line - section.start
        alone = not section.body[index][: key.column - 1].strip()
        if section.flow or not alone or value.end_line != key.line:
            return _nota_anew(section)
        taken.add(index)
    return [line for index, line in enumerate(section.body) if index not in taken]


def _days(nota: Node) -> list[tuple[Scalar, Scalar]]:
    if not isinstance(nota, Mapping):
        return []
    adviezen = next((value for key, value in nota.entries if key.text == "adviezen"), None)
    items = adviezen.items if isinstance(adviezen, Sequence) else ()
    entries = (entry for item in items if isinstance(item, Mapping) for entry in item.entries)
    return [
        (key, value)
        for key, value in entries
        if key.text in _OF_ADVICE and isinstance(value, Scalar)
    ]


def _nota_anew(section: Section) -> list[str]:
    data = _without_days(plain_data(section.value))
    return emit_entry("nota", data, section.key.column - 1)


def _without_days(nota: Data) -> Data:
    if not isinstance(nota, dict) or not isinstance(nota.get("adviezen"), tuple):
        return nota
    adviezen = [
        {key: value for key, value in each.items() if key not in _OF_ADVICE}
        for each in nota["adviezen"]
        if isinstance(each, dict)
    ]
    return {**nota, "adviezen": adviezen}


def _from_data(document: Document, jaar: int) -> list[str]:
    kept = {
        key: _without_days(value) if key == "nota" else value
        for key, value in all_data(document).items()
        if key not in OF_THAT_YEAR
    }
    return emit_mapping({**kept, "rapportjaar": jaar})
