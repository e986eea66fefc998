"""`voortgang check`: look the data over, all years or some."""

from typing import Annotated

import typer


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str] | None, typer.Argument(metavar="JAAR", help="Alleen deze jaren.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="VORM", help="text, json, github of sarif.")
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Waarschuwingen tellen als fouten.")
    ] = False,
) -> int:
    """Controleer de gegevens.

    Alle fouten en waarschuwingen komen in één keer, elk met bestand, regel en kolom. Afsluitcode 0:
    geen fouten; 1: fouten (met --strict ook waarschuwingen).
    """
    from voortgang.cli.checking import look_over

    return look_over(ctx.obj, years or (), form, strict=strict)
