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
    """Schrijf de schema's voor de editor: rapport.schema.json en domein.schema.json.

    Een editor zoals VS Code vult er sleutels mee aan en onderstreept fouten tijdens het typen.
    """
    from voortgang.model.schema import domein_schema, rapport_schema
    from voortgang.source import write_files

    session: Session = ctx.obj
    folder = session.placed(output, "schema")
    schemas = {"rapport.schema.json": rapport_schema(), "domein.schema.json": domein_schema()}
    write_files(
        {
            folder / name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
            for name, schema in schemas.items()
        },
        session.home(output),
    )
    for name in schemas:
        session.say(f"{folder / name} geschreven" if output else f"schema/{name} geschreven")
    return 0
