"""`voortgang preview`: the report in the browser, live."""

from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.cli.typed import known_years
from voortgang.findings import Obstacle


def _number(typed: str | int) -> int:
    try:
        return int(typed)
    except ValueError:
        message = f"bij --port hoort een getal, niet ‘{typed}’"
        raise Obstacle(message, "laat --port weg, of kies een getal van 1024 tot 65535") from None


def run(
    ctx: typer.Context,
    year: Annotated[
        str | None, typer.Argument(metavar="JAAR", help="Standaard het nieuwste jaar.")
    ] = None,
    port: Annotated[
        int,
        typer.Option(
            "--port",
            metavar="POORT",
            parser=_number,
            help="Op deze poort; standaard een vrije.",
            show_default=False,
        ),
    ] = 0,
) -> int:
    """Toon het rapport in de browser, en vernieuw het telkens als u een bestand bewaart.

    De pagina toont de dia's, de nota, de opvolging en de bevindingen. Alleen deze computer kan ze
    zien. Stop met Ctrl-C.
    """
    from voortgang.preview.server import Preview
    from voortgang.preview.view import workers
    from voortgang.source.changes import changes

    session: Session = ctx.obj
    jaar = known_years(session, [year] if year else ())[-1]
    with workers() as begun:
        preview = Preview(session.workspace, jaar, port, begun)
        session.result(preview.address)
        session.out.flush()
        session.say(f"{preview.first} Open het adres in uw browser; stop met Ctrl-C.")
        preview.serve(changes(session.workspace.root), session.say)
    raise KeyboardInterrupt
