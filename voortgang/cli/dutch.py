"""The words that typer brings along, said in Dutch: help pages and errors of use."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_PHRASES = (
    (r"Got unexpected extra arguments? ?\(?s?\)? \((.*)\)", r"te veel woorden: {0}"),
    (r"No such option: (-C|-q|--quiet|--debug)", r"{0} hoort voor de opdracht: voortgang {0} …"),
    (r"No such option: (.*)", r"onbekende optie {0}"),
    (r"Option '(.*)' requires an argument\.?", r"na {0} hoort nog een waarde"),
    (r"Option '(.*)' does not take a value\.?", r"{0} krijgt geen waarde"),
    (r"No such command '(.*)'\. Did you mean (.*)\?", r"onbekende opdracht {0}; bedoelde u {1}?"),
    (r"No such command '(.*)'\.?", r"onbekende opdracht {0}"),
    (r"Missing command\.?", "er ontbreekt een opdracht"),
    (r"Missing argument '(.*)'\.?", r"{0} ontbreekt"),
    (r"Missing option '(.*)'\.?", r"de optie {0} is nodig"),
    (
        r"Invalid value for '?(.*?)'?: '(.*)' is not a valid (?:int|integer)\.?",
        r"bij {0} hoort een getal, niet ‘{1}’",
    ),
    (r"Invalid value for '?(.*?)'?: (.*)", r"{0} klopt niet: {1}"),
)
_EXTRA = re.compile(r"\[(?:default: (.*)|required)\]$")
_BRACES = re.compile(r"^\{(.*)\}(?=\.\.\.$|$)")
_POSSIBLE = re.compile(r" \(Possible options: (.*)\)$")


def in_dutch(message: str) -> str:
    """Say one of typer's own messages in Dutch; one that is not known stays as it is."""
    possible = _POSSIBLE.search(message)
    bare = message[: possible.start()] if possible else message
    for pattern, words in _PHRASES:
        match = re.fullmatch(pattern, bare, re.DOTALL)
        if match:
            bare = words.format(*(group.replace("'", "") for group in match.groups()))
            break
    return f"{bare}; bedoelde u {possible[1]}?" if possible else bare


def _extra_in_dutch(match: re.Match[str]) -> str:
    return f"[standaard: {match[1]}]" if match[1] else "[verplicht]"


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(_BRACES.sub(r"\1", piece) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    arguments, options = [], []
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is None:
            continue
        if param.param_type_name == "argument":
            # An argument is named in brackets where it may be left out: that says enough.
            arguments.append((record[0].partition(" <")[0], _EXTRA.sub("", record[1])))
        elif param.name == "help":
            options.append((record[0], "Toon deze uitleg."))
        else:
            options.append((record[0], _EXTRA.sub(_extra_in_dutch, record[1])))
    for heading, records in (("Argumenten", arguments), ("Opties", options)):
        if records:
            with formatter.section(heading):
                formatter.write_dl(records)


class DutchCommand(TyperCommand):
    """A command whose help page is Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(options_metavar="[OPTIES]", rich_markup_mode=None)
        super().__init__(*args, **kwargs)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how to call it."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what can be given to it."""
        _write_parameters(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """The program itself, with a Dutch help page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(
            options_metavar="[OPTIES]",
            subcommand_metavar="OPDRACHT …",
            rich_markup_mode=None,
        )
        super().__init__(*args, **kwargs)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how to call it."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands, each with a line on what it does."""
        _write_parameters(self, ctx, formatter)
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command and not command.hidden:
                rows.append((name, (command.help or "").partition("\n")[0]))
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)
