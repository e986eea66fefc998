"""A dienst that the list of diensten does not have."""

from collections.abc import Callable, Collection, Iterator

from voortgang.checks.jaar.jaar import Jaar
from voortgang.checks.jaar.voorbeeld import HOOFD
from voortgang.checks.jaar.waarden import Waarde
from voortgang.findings import Finding, Regel
from voortgang.model import Aanbeveling
from voortgang.model.deel import Titled
from voortgang.model.identity import Namen, slug
from voortgang.source.yaml.emit import emit_value

_VOORBEELD = f"""\
{HOOFD}domeinen: [cultuur]
diensten: {{Communicatie: {{naam: An Peeters}}}}
# bestand: cultuur.yaml
titel: Cultuur
planning:
  - titel: Nieuw intranet
    dienst: """
REGEL = Regel.warning(
    "VG105",
    "dienst die niet bij diensten staat",
    "`voortgang vragen` schrijft naar de diensten die in rapport.yaml bij `diensten` staan. Een "
    "andere naam krijgt geen mail, en staat in een overzicht apart.",
    _VOORBEELD + "Comunicatie",
    _VOORBEELD + "Communicatie",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the diensten in the data that `diensten` lacks, once it has any."""
    known = jaar.rapport.diensten
    meant = meant_by(known)
    for waarde in diensten_of(jaar) if known else ():
        dienst = waarde.text
        if dienst not in known:
            near = meant(dienst)
            message = f"de dienst '{dienst}' staat niet bij `diensten` in rapport.yaml"
            hint = (
                f"schrijf {emit_value(near)}"
                if near
                else "kijk de naam na, of zet de dienst daarbij"
            )
            yield REGEL.at(waarde.place, message, hint)


def meant_by(diensten: Collection[str]) -> Callable[[str], str | None]:
    """Give what finds the dienst that a name means: but for case and signs its own, or near it."""
    known, namen = {slug(name): name for name in diensten}, Namen(diensten, 75)
    return lambda name: known.get(slug(name)) or namen.near(name)


def diensten_of(jaar: Jaar) -> Iterator[Waarde]:
    """Go through the diensten of acties, deelacties and aanbevelingen."""
    diensten = (waarde for waarde in jaar.waarden if waarde.pad[-1] == "dienst")
    return (waarde for waarde in diensten if issubclass(waarde.van, (Titled, Aanbeveling)))
