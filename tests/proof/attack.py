"""Attacks run the real program in a process of its own: bounded in time and memory, and watched."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import program

ROOT = Path(__file__).parent.parent.parent
GUARD = Path(__file__).parent / "guard"
SECONDS = 60
MEMORY = 1536 * 2**20  # of address space: threads and fonts take some of it without using it
SOUND = {
    "data/2022/rapport.yaml": "rapportjaar: 2022\nbestuur: Gemeente Voorbeeldegem\n"
    "titel: Voortgangsrapport\ndomeinen: [cultuur]\n",
    "data/2022/cultuur.yaml": "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal\n"
    "planning:\n  - titel: Nieuw intranet\n    termijn: 2023-Q2\n",
}
# Two years, with something of everything that the data may hold.
RICH = {
    "data/2022/rapport.yaml": SOUND["data/2022/rapport.yaml"],
    "data/2022/cultuur.yaml": "titel: Cultuur\nrealisaties:\n  - Nieuw onthaal\n"
    "planning:\n  - titel: Nieuw intranet\n    dienst: Communicatie\n    termijn: 2023-Q2\n"
    "  - titel: Vierogenprincipe\n    dienst: Financiën\n    aanbevelingen: [geld-2021-1]\n"
    "  - Onthaalbeleid\n",
    "data/2023/rapport.yaml": """rapportjaar: 2023
bestuur: Gemeente Voorbeeldegem
titel: Voortgangsrapport
domeinen: [cultuur]
datum: 2024-05-06
contact: {naam: An Peeters, dienst: Secretariaat, e-mail: an.peeters@voorbeeldegem.example}
diensten:
  Communicatie: {naam: Bo Claes, e-mail: bo.claes@voorbeeldegem.example}
  Financiën: {naam: "Cis \\"de\\" Maes, diensthoofd", e-mail: cis.maes@voorbeeldegem.example}
risicos: {schaal: 5, hoog_vanaf: 12}
afkortingen: {MJP: meerjarenplan}
nota: {van: algemeen directeur, organen: [gemeenteraad]}
controle: {negeer: [VG031]}
""",
    "data/2023/cultuur.yaml": """titel: Cultuur
rechtsgrond: artikel 217, 1°
criterium: >-
  Wat goed is.
maturiteit: {niveau: 2, doel: 3, toelichting: Het *begin* is er.}
realisaties:
  - titel: Eerste deel van het intranet
    vervolg_op: nieuw-intranet
    dienst: Communicatie
    deelacties: [Ontwerp, {titel: Bouw, termijn: 2023}]
    bewijs: [https://voorbeeldegem.example/intranet]
risicos:
  - titel: Uitval van het netwerk
    kans: 3
    impact: 5
    restkans: 2
    restimpact: 4
    beheerst_door: [vierogenprincipe]
planning:
  - titel: Nieuw intranet
    dienst: Communicatie
    termijn: 2024-Q4
    toelichting: Met de *hele* dienst.
    mjp: AP-1.2
    sdg: [9, 16]
te_beantwoorden:
  - titel: Vierogenprincipe
    dienst: Financiën
    aanbevelingen: [geld-2021-1]
vervallen:
  - titel: Onthaalbeleid
    reden: Gaat op in het personeelsplan
""",
    "data/audits/geld-2021.yaml": """titel: Audit van het geld
van: Audio
datum: 2021-11-30
aanbevelingen:
  - nummer: 1
    titel: Scheid bestellen, goedkeuren en betalen
    reactie: Aanvaard
    dienst: Financiën
    termijn: 2023-Q4
  - nummer: 2
    titel: Tel de kas
""",
}


@dataclass(frozen=True)
class Answer(program.Answer):
    """What the program gave back, and what the guard saw it reach for."""

    reached: tuple[str, ...] = ()


def run(
    *args: object, cwd: Path, env: Mapping[str, str] | None = None, hook: Path = GUARD
) -> Answer:
    """Run the program under guard, or under another hook; a hang is a failure by itself."""
    log = cwd.parent / f"{cwd.name}.reached"
    log.unlink(missing_ok=True)
    watched = {**(env or {}), "GUARD_LOG": str(log)}
    done = program.run(*args, cwd=cwd, env=watched, hook=hook, memory=MEMORY, seconds=SECONDS)
    assert "No module named voortgang" not in done.err, "not attacked: it is not installed here"
    reached = tuple(log.read_text("utf-8").splitlines()) if log.exists() else ()
    return Answer(done.status, done.out, done.err, done.peak, reached)


def held(answer: Answer) -> Answer:
    """Assert what holds whatever the input was: an answer, no fault, nothing reached outside."""
    assert answer.status in {0, 1, 2}, answer
    assert "Traceback" not in answer.err + answer.out
    assert answer.reached == ()
    return answer


def sooner(seconds: float, megabytes: int) -> str:
    """Give what a `sitecustomize.py` says to stop a bounded process sooner."""
    return (
        "from voortgang.source.bounded.pool import Bounds, Workers\n"
        f"Workers.__init__.__defaults__ = (Bounds({seconds}, {megabytes} * 2**20), 8)\n"
    )


def fill(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
