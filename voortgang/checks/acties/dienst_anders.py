"""A dienst that is written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from voortgang.checks.acties.dienst_onbekend import diensten_of
from voortgang.checks.jaar.jaar import Jaar
from voortgang.findings import Finding, Regel
from voortgang.model.identity import slug
from voortgang.source.yaml.emit import emit_value

REGEL = Regel.warning(
    "VG106",
    "één dienst, op twee manieren geschreven",
    "Een dienst is haar naam: wat anders geschreven is, telt als een andere dienst, krijgt een "
    "eigen werkblad en een eigen mail.",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    dienst: Communicatie\n"
    "  - titel: Nieuw onthaal\n    dienst: dienst communicatie",
    "titel: Cultuur\nplanning:\n  - titel: Nieuw intranet\n    dienst: Communicatie\n"
    "  - titel: Nieuw onthaal\n    dienst: Communicatie",
)


def check(jaar: Jaar) -> Iterator[Finding]:
    """Find the rarer ways to write a dienst; where `diensten` says how, another rule tells."""
    if jaar.rapport.diensten:
        return
    places = [(waarde, waarde.text) for waarde in diensten_of(jaar)]
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, dienst in places:
        ways[_key(dienst)][dienst] += 1
    for waarde, dienst in places:
        usual = ways[_key(dienst)].most_common(1)[0][0]
        if dienst != usual:
            message = f"'{dienst}' is elders geschreven als '{usual}'"
            yield REGEL.at(waarde.place, message, f"schrijf {emit_value(usual)}")


def _key(dienst: str) -> str:
    """Give what two ways of writing have in common: letters and digits, without `dienst`."""
    return slug(dienst).removeprefix("dienst-").replace("-", "") or dienst
