"""How far a build is: a bar on a terminal, nothing elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from voortgang.cli.session import Session

if TYPE_CHECKING:
    from voortgang.documents.year import Order


@contextmanager
def show_progress(session: Session, order: "Order") -> Iterator[Callable[[str], None]]:
    """Give a function that hears the name of each file before it is made."""
    if session.quiet or not session.err.isatty():
        yield lambda _name: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=session.console(session.err), transient=True) as progress:
        task = progress.add_task("gegevens lezen", total=len(order.years) * len(order.formats))

        def tell(name: str) -> None:
            progress.update(task, description=name, advance=1)

        yield tell
