"""What typer says of wrong use and on its help pages, said in Dutch."""

from difflib import get_close_matches
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from voortgang.findings import Obstacle

GLOBAL = ("-C", "-q", "--quiet", "--debug")


def misused(error: Any, ctx: Any = None) -> Obstacle:
    """Say what is wrong with the words on the command line; `ctx` is where the error has none."""
    say = _KINDS.get(type(error).__name__)
    of_all = getattr(error, "option_name", None) in GLOBAL
    see = _see(None if of_all else getattr(error, "ctx", None) or ctx)
    return Obstacle(say(error) if say else error.format_message(), see)


def _see(ctx: Any) -> str:
    """Name the help page: that of the command, where one was typed that has such options."""
    return f"bekijk de mogelijkheden met `{ctx.command_path if ctx else 'voortgang'} --help`"


def _unknown(error: Any) -> str:
    name = error.option_name
    if name in GLOBAL:
        return f"{name} hoort voor de opdracht: voortgang {name} …"
    near = ", ".join(sorted(error.possibilities or ()))
    return f"onbekende optie {name}" + (f"; bedoelde u {near}?" if near else "")


def _misfit(error: Any) -> str:
    if "requires" in error.message:
        return f"na {error.option_name} hoort nog een waarde"
    return f"{error.option_name} krijgt geen waarde"


def _missing(error: Any) -> str:
    if error.param.param_type_name == "argument":
        return f"{error.param.metavar} ontbreekt"
    return f"de optie {error.param.opts[0]} is nodig"


def _unreadable(error: Any) -> str:
    return f"{error.param.metavar} kan niet worden gelezen"


# typer keeps its kinds of errors to itself, but neither their names nor what they hold.
_KINDS = {
    "NoSuchOption": _unknown,
    "BadOptionUsage": _misfit,
    "MissingParameter": _missing,
    "BadParameter": _unreadable,
}


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    bare = pieces.replace("{", "").replace("}", "")
    formatter.write_usage(ctx.command_path, bare, prefix="Gebruik: ")


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    """Write arguments and options from what each of them holds: typer adds words of its own."""
    params: list[Any] = list(command.get_params(ctx))
    arguments = [(p.metavar, p.help) for p in params if p.param_type_name == "argument"]
    options = [_option(p, ctx) for p in params if p.param_type_name == "option"]
    for heading, records in (("Argumenten", arguments), ("Opties", options)):
        if records:
            with formatter.section(heading):
                formatter.write_dl(records)


def _option(option: Any, ctx: Any) -> tuple[str, str]:
    names: str = option.get_help_record(ctx)[0]
    if option.name == "help":
        return names, "Toon deze uitleg."
    if option.required:
        return names, f"{option.help}  [verplicht]"
    if isinstance(option.default, str):
        return names, f"{option.help}  [standaard: {option.default}]"
    return names, option.help


class DutchCommand(TyperCommand):
    """A command whose help page is Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Words too many are let through, to be said in Dutch.
        settings = {"allow_extra_args": True}
        kwargs.update(options_metavar="[OPTIES]", rich_markup_mode=None, context_settings=settings)
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind the command; raise Obstacle where they are wrong."""
        try:
            extra = super().parse_args(ctx, args)
        except TyperException as error:
            raise misused(error, ctx) from error
        if extra:
            raise Obstacle(f"te veel woorden: {' '.join(extra)}", _see(ctx))
        return extra

    format_usage = _write_usage
    format_options = _write_parameters


class DutchGroup(TyperGroup):
    """The program itself, with a Dutch help page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(
            options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …", rich_markup_mode=None
        )
        super().__init__(*args, **kwargs)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; raise Obstacle where there is none of that name."""
        command = self.get_command(ctx, args[0])
        if command is None:
            near = ", ".join(get_close_matches(args[0], self.list_commands(ctx)))
            meant = f"; bedoelde u {near}?" if near else ""
            raise Obstacle(f"onbekende opdracht {args[0]}{meant}", _see(ctx))
        return args[0], command, args[1:]

    format_usage = _write_usage

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands, each with a line on what it does."""
        _write_parameters(self, ctx, formatter)
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [
                    (name, (command.help or "").partition("\n")[0])
                    for name, command in commands.items()
                    if command
                ]
            )
