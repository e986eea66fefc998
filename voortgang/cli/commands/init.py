"""`voortgang init`: a fresh workspace."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import Obstacle

NAMED = 3  # files in the way that are named before it says how many more there are


def run(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="De map die u wilt beginnen.")],
    kader: Annotated[
        str,
        typer.Option(
            "--kader",
            metavar="KADER",
            help="mechelen (zeven domeinen) of leidraad (tien thema's).",
        ),
    ] = "mechelen",
    bestuur: Annotated[
        str | None, typer.Option("--bestuur", metavar="NAAM", help="De naam van uw bestuur.")
    ] = None,
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="JAAR", help="Standaard het laatste volledige jaar."),
    ] = None,
) -> int:
    """Begin een nieuwe werkmap voor uw bestuur.

    Met de domeinen van het kader, een paar voorbeelden, sjablonen om aan te passen, een README en
    de instellingen voor VS Code, git en GitHub. Bestaande bestanden worden nooit overschreven.
    """
    from voortgang.cli.typed import one_of, parse_year
    from voortgang.exchange.start.init import new_workspace
    from voortgang.model import KADERS
    from voortgang.source import write_files

    session: Session = ctx.obj
    one_of("--kader", kader, tuple(KADERS))
    # The only place where the program looks at the clock.
    jaar = parse_year(year) if year else datetime.now(UTC).year - 1
    if not jaar:
        raise Obstacle("het jaar 0000 bestaat niet", "typ een jaar zoals 2022")
    made = new_workspace(KADERS[kader], _name(bestuur), jaar)
    root = (session.root or Path()) / folder
    _refuse_to_overwrite(root, made)
    write_files({root / path: content for path, content in made.items()}, root)
    named = "de map" if root == Path() else root
    session.say(f"{named} is klaar: {len(KADERS[kader].domeinen)} domeinen voor {jaar}")
    session.say(
        f"nu: vul {root / 'data' / f'{jaar:04}' / 'rapport.yaml'} in en lees {root / 'README.md'}"
    )
    return 0


def _name(bestuur: str | None) -> str | None:
    if bestuur is None:
        return None
    name = bestuur.strip()
    if not name or any(unicodedata.category(char) in {"Cc", "Cs", "Cn"} for char in name):
        raise Obstacle(
            "na --bestuur hoort een naam op één regel",
            'bijvoorbeeld --bestuur "Gemeente Voorbeeldegem"',
        )
    return name


def _refuse_to_overwrite(root: Path, paths: Iterable[str]) -> None:
    if root.exists() and not root.is_dir():
        raise Obstacle(f"'{root}' is een bestand, geen map", "kies een andere naam")
    if (root / "data").is_dir() and any((root / "data").iterdir()):
        raise Obstacle(
            f"in '{root}' staan al gegevens, en init overschrijft nooit",
            "begin een volgend jaar met `voortgang new JAAR`, of kies een andere map",
        )
    present = [path for path in paths if (root / path).exists() or (root / path).is_symlink()]
    if present:
        named = ", ".join(present[:NAMED]) + (" en meer" if len(present) > NAMED else "")
        raise Obstacle(
            f"in '{root}' staat al {named}, en init overschrijft nooit",
            "kies een andere map, of zet die bestanden eerst opzij",
        )
