"""`voortgang schema`: the JSON Schemas of the data files, for editors."""

import json
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
    from voortgang.model.schema import schemas
    from voortgang.source import write_files

    session: Session = ctx.obj
    folder = session.placed(output, "schema")
    made = schemas()
    write_files(
        {
            folder / name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
            for name, schema in made.items()
        },
        session.home(output),
    )
    for name in made:
        session.say(f"{output or 'schema'}/{name} geschreven")
    return 0
