"""A diff as plain lines: for a pipe, a file, a screen reader."""

from voortgang.findings.excerpt import visible
from voortgang.opvolging.report.page import Page


def text_page(page: Page) -> str:
    """Write a page as lines that are never wrapped: a sign, its word, the title, the note."""
    if not page.parts:
        return f"{visible(page.nothing)}\n"
    width = max(len(row.word) for part in page.parts for row in part.rows)
    lines = [visible(page.titel), ""]
    for part in page.parts:
        lines.append(visible(part.titel))
        for row in part.rows:
            told = " – ".join(filter(None, (row.titel, row.told())))
            lines.append(f"  {row.sign} {row.word:<{width}}  {visible(told)}")
        lines.append("")
    return "\n".join([*lines, totals_line(page), ""])


def totals_line(page: Page) -> str:
    """Say the totals on one line."""
    counts = [f"{sign} {count} {word}" for sign, word, count in page.totals]
    return ". ".join(filter(None, (f"Totaal: {', '.join(counts)}", page.remark)))
