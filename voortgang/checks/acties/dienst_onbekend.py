"""A dienst that the list of diensten does not have."""

from collections.abc import Iterator

from voortgang.checks.jaar.jaar import Jaar, Pad
from voortgang.checks.jaar.namen import Namen
from voortgang.findings import Finding, Regel, Severity
from voortgang.model.identity import slug
from voortgang.source.yaml.emit import emit_value

_RAPPORT = (
    "# bestand: rapport.yaml\n"
    "rapportjaar: 2022\n"
    "bestuur: Gemeente Voorbeeldegem\n"
    "titel: Voortgangsrapport\n"
    "domeinen: [cultuur]\n"
    "diensten: {{Communicatie: {{naam: An Peeters}}}}\n"
    "# bestand: cultuur.yaml\n"
    "titel: Cultuur\n"
    "planning:\n"
    "  - titel: Nieuw intranet\n"
    "    dienst: {}"
)

REGEL = Regel(
    "VG105",
    Severity.WARNING,
    "dienst die niet bij diensten staat",
    "`voortgang vragen` schrijft naar de diensten die in rapport.yaml bij `diensten` staan. Een "
    "andere naam krijgt geen mail, en staat in een overzicht apart.",
    _RAPPORT.format("Comunicatie"),
    _RAPPORT.format("Communicatie"),
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the diensten in the data that `diensten` lacks, once it has any."""
    known = {slug(name): name for name in jaar.rapport.diensten}
    namen = Namen(jaar.rapport.diensten, 75)
    for stem, pad, dienst in diensten_of(jaar) if known else ():
        if dienst not in jaar.rapport.diensten:
            near = known.get(slug(dienst)) or namen.near(dienst)
            message = f"de dienst '{dienst}' staat niet bij `diensten` in rapport.yaml"
            hint = (
                f"schrijf {emit_value(near)}"
                if near
                else "kijk de naam na, of zet de dienst daarbij"
            )
            yield REGEL.at(jaar.at(stem, pad), message, hint)


def diensten_of(jaar: Jaar) -> Iterator[tuple[str, Pad, str]]:
    """Go through the diensten of acties and deelacties, each with its place."""
    for plaats in jaar.acties:
        pad: Pad = (plaats.soort, plaats.nummer)
        if plaats.actie.dienst:
            yield plaats.stem, (*pad, "dienst"), plaats.actie.dienst
        for number, deelactie in enumerate(plaats.actie.deelacties):
            if deelactie.dienst:
                yield plaats.stem, (*pad, "deelacties", number, "dienst"), deelactie.dienst
