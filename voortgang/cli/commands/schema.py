"""`voortgang schema`: the JSON Schemas of the data files, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session


def run(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="MAP", help="In welke map; anders schema."),
    ] = None,
) -> int:
    """Schrijf de schema's voor de editor: rapport, domein en audit.

    Een editor zoals VS Code vult er sleutels mee aan en onderstreept fouten tijdens het typen.
    """
    from voortgang.findings.machine import as_json
    from voortgang.model.schema import schemas
    from voortgang.source import write_files

    session: Session = ctx.obj
    folder = session.placed(output, "schema")
    made = schemas()
    files = {folder / name: as_json(schema).encode() for name, schema in made.items()}
    write_files(files, session.home(output))
    for name in made:
        session.say(f"{output or 'schema'}/{name} geschreven")
    return 0
