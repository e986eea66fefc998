"""`voortgang site`: all years as a static folder to publish."""

from pathlib import Path
from typing import Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import Obstacle


def run(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="MAP", help="In welke map; anders uitvoer/site."),
    ] = None,
) -> int:
    """Maak van alle jaren een website: een map die u op een webserver zet.

    Een pagina per jaar met de documenten, een overzicht van alle acties met filters, het verloop
    van elk plan, en open gegevens. Bij een fout verandert er niets in de map.
    """
    import os

    from voortgang.cli.summary import show_progress
    from voortgang.cli.typed import known_years
    from voortgang.findings.summary import how_many
    from voortgang.site.folder import put_in_place
    from voortgang.site.publish import make_site
    from voortgang.source.write import is_within

    session: Session = ctx.obj
    known_years(session, ())
    folder = session.placed(output, "uitvoer/site")
    root = session.workspace.root
    if is_within(folder, root) and is_within(root, folder):
        message = f"'{output}' is de map waarin uw gegevens staan"
        raise Obstacle(message, "geef de website een eigen map, bijvoorbeeld uitvoer/site")
    with show_progress(session) as tell:
        made = make_site(session.workspace, os.environ.get("SOURCE_DATE_EPOCH"), tell)
    put_in_place(made.files, folder, session.home(output))
    session.findings(made.findings)
    pages = sum(path.endswith(".html") for path in made.files)
    of_pages = how_many(pages, "pagina", "pagina's")
    session.say(
        f"{output or 'uitvoer/site'} geschreven: {of_pages}, "
        f"{how_many(len(made.files) - pages, 'ander bestand', 'andere bestanden')}; "
        "begin bij index.html"
    )
    return 0
