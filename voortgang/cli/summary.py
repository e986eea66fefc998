"""What a build says: how far it is, and at its end what was made, where and from how much."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from voortgang.cli.session import Session
from voortgang.findings.excerpt import visible
from voortgang.findings.summary import how_many

if TYPE_CHECKING:
    from voortgang.documents.build import Bestand, Built


@contextmanager
def show_progress(session: Session) -> Iterator[Callable[[str], None]]:
    """Give a function that hears of each template as it is taken up.

    It draws a bar on a terminal, and does nothing elsewhere. How many there will be, nobody knows
    before the data is read.
    """
    if session.quiet or not session.err.isatty():
        yield lambda _name: None
        return
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    with Progress(*columns, console=session.console(session.err), transient=True) as progress:
        task = progress.add_task("gegevens lezen", total=None)
        yield lambda name: progress.update(task, description=name)


def print_summary(
    session: Session, placed: Mapping[Path, "Bestand"], years: Iterable[int], built: "Built"
) -> None:
    """Tell on stderr what was built: a table on a terminal, a line a file elsewhere."""
    if session.quiet:
        return
    rows = [
        (file.naam, _shown(session, path), f"{max(1, round(len(file.content) / 1000))} kB")
        for path, file in placed.items()
    ]
    if session.err.isatty():
        _print_table(session, rows)
    else:
        for naam, path, size in rows:
            session.say(f"{path} geschreven: {naam}, {size}")
    acties = how_many(built.acties, "actie", "acties")
    found = how_many(len(built.findings), "waarschuwing", "waarschuwingen")
    session.say(f"{', '.join(map(str, years))}: {acties}, {found}")


def old_notas(session: Session, placed: Iterable[Path]) -> Iterator[str]:
    """Find the notas that lie beside those of a year, for an orgaan that gets none any more."""
    notas = [path for path in placed if path.stem.startswith("nota-")]
    stems = {path.stem for path in notas}
    suffixes = {path.suffix for path in notas}
    for folder in dict.fromkeys(path.parent for path in notas):
        for path in sorted(folder.glob(f"nota-{folder.name}*")):
            if path.suffix in suffixes and path.stem not in stems:
                yield _shown(session, path)


def _shown(session: Session, path: Path) -> str:
    root = session.workspace.root
    return visible(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path))


def _print_table(session: Session, rows: list[tuple[str, str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table("Wat", "Waar", box=None, pad_edge=False, header_style="bold")
    table.add_column("Grootte", justify="right")
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    session.console(session.err).print(table)
