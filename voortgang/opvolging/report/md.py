"""A diff as Markdown to paste in a pull request; what comes from the data stays text there."""

import re

from voortgang.opvolging.report.page import Page

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]|:(?=\S)|#(?=\s|$)")
# A comment that shows nothing keeps a forge from calling a person or linking an issue.
_CALLS = re.compile(r"(?<=[@#])(?=\w)")


def md_page(page: Page) -> str:
    """Write a page as Markdown: a heading and a table for each domain."""
    if not page.parts:
        return f"{_text(page.nothing)}\n"
    lines = [f"### {_text(page.titel)}", ""]
    counts = [f"{sign} {number} {word}" for sign, word, number in page.totals]
    totals = " · ".join(filter(None, (*counts, page.remark)))
    # At the beginning of a line a plus would make a list.
    lines += [re.sub(r"^(?=[+\-~=])", r"\\", totals), ""]
    for part in page.parts:
        lines += [f"#### {_text(part.titel)}", "", _row(page.columns), "|---|---|---|"]
        for row in part.rows:
            lines.append(_row((f"{row.sign} {row.word}", _text(row.titel), row.told(_text))))
        lines.append("")
    return "\n".join(lines)


def _row(cells: tuple[str, str, str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def as_typed(text: str) -> str:
    """Write a text such that Markdown shows it as it is."""
    return _CALLS.sub("<!-- -->", _SPECIAL.sub(r"\\\g<0>", text))


def _text(text: str) -> str:
    return as_typed(" ".join(text.split()))
