"""What a build says when it is done: what was made, where, from how much, how well."""

from pathlib import Path
from typing import TYPE_CHECKING

from voortgang.cli.session import Session
from voortgang.findings.summary import how_many

if TYPE_CHECKING:
    from voortgang.documents.year import Built, Order

KINDS = {
    "presentatie.pptx": "presentatie",
    "presentatie.md": "tekst van de presentatie",
    "nota.docx": "nota (Word)",
    "nota.html": "nota (webpagina)",
    "nota.pdf": "nota (pdf)",
    "nota.md": "tekst van de nota",
}


def print_summary(session: Session, built: "Built", order: "Order") -> None:
    """Tell on stderr what was built: a table on a terminal, a line a file elsewhere."""
    if session.quiet:
        return
    rows = [
        (_kind(path.name), _shown(session, path), _size(content))
        for path, content in built.paths.items()
    ]
    if session.err.isatty():
        _print_table(session, rows)
    else:
        for kind, path, size in rows:
            session.say(f"{path} geschreven: {kind}, {size}")
    session.say(_closing(built, order))


def _kind(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return KINDS[f"{stem.partition('-')[0]}.{suffix}"]


def _shown(session: Session, path: Path) -> str:
    root = session.workspace.root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1000))} kB"


def _print_table(session: Session, rows: list[tuple[str, str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("Wat", "Waar", box=None, pad_edge=False, header_style="bold")
    table.add_column("Grootte", justify="right")
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    session.console(session.err).print(table)


def _closing(built: "Built", order: "Order") -> str:
    years = ", ".join(str(year) for year in order.years)
    acties = sum(documents.acties for documents in built.documents)
    found = how_many(len(built.findings), "waarschuwing", "waarschuwingen")
    return f"{years}: {how_many(acties, 'actie', 'acties')}, {found}"
