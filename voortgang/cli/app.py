"""The commands by name. A command's module is imported only when it is called, or for help."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from voortgang import __version__
from voortgang.cli.dutch import DutchCommand, DutchGroup
from voortgang.cli.session import Session

COMMANDS = (
    "build", "check", "diff", "new", "export", "import", "init", "schema", "regels", "huisstijl",
    "tekst", "preview", "site", "vragen",
)  # fmt: skip
NO_COMMAND = 2  # the exit status of wrong use


class Commands(DutchGroup):
    """Finds each command in the module of its name."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 -- typer's own signature
        """Name the commands in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 -- typer's own signature
        """Import the command's module and make typer's command of its function."""
        if cmd_name not in COMMANDS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name
        home = import_module(f"voortgang.cli.commands.{module}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name=cmd_name, cls=DutchCommand)(home.run)
        return typer.main.get_command(app)


def build_app() -> Any:
    """Make the program as typer knows it."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    return typer.main.get_command(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"voortgang {__version__}")
        raise typer.Exit


def _options(
    ctx: typer.Context,
    root: Annotated[
        Path | None, typer.Option("-C", metavar="MAP", help="Werk in deze map.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Toon alleen resultaten en fouten.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Toon bij een fout van het programma alle details.")
    ] = False,
    version: Annotated[  # noqa: ARG001 -- its callback does the work
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie."),
    ] = False,
) -> None:
    """Maak het voortgangsrapport organisatiebeheersing: presentatie en nota uit YAML.

    De gegevens staan in data/JAAR/, één bestand per domein. Uitleg over een opdracht:
    voortgang OPDRACHT --help
    """
    session: Session = ctx.obj
    session.root, session.quiet, session.debug = root, quiet, debug
    if ctx.invoked_subcommand is None:
        session.result(ctx.get_help())
        raise typer.Exit(NO_COMMAND)
