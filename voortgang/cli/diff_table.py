"""A diff on a terminal: a table for each domain. Words and signs say it all; colour only helps."""

from rich import box
from rich.table import Table
from rich.text import Text

from voortgang.cli.session import Session
from voortgang.findings.excerpt import visible
from voortgang.opvolging.report.page import Page
from voortgang.opvolging.report.text import totals_line

_STYLES = {
    "gerealiseerd": "cyan",
    "zonder opvolging": "bold yellow",
    "vervallen": "dim",
    "verwijderd": "dim",
}


def print_page(session: Session, page: Page) -> None:
    """Print a page on the terminal of the session."""
    console = session.console(session.out)
    console.print(Text(visible(page.titel), style="bold"))
    width = max(len(row.word) for part in page.parts for row in part.rows) + 2
    for part in page.parts:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left", title_style="bold")
        table.title = Text(visible(part.titel))
        noted = any(row.told() for row in part.rows)
        table.add_column(page.columns[0], min_width=width, no_wrap=True)
        table.add_column(page.columns[1], overflow="fold")
        if noted:
            table.add_column(page.columns[2], overflow="fold")
        for row in part.rows:
            cells = [row.titel, row.told()] if noted else [row.titel]
            sign = Text(f"{row.sign} {row.word}", style=_STYLES.get(row.word, ""))
            table.add_row(sign, *(Text(visible(cell)) for cell in cells))
        console.print(table)
    console.print(Text(totals_line(page), style="bold"))
