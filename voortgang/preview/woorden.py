"""The words of a slide as HTML, in reading order: for screen readers, and to copy from."""

from collections.abc import Iterable

from markupsafe import Markup

from voortgang.nota.html.tag import joined, tag
from voortgang.presentatie.slides import Chart, PictureBox, Slide, TableBox, TextBox, TextLine


def words_of(slide: Slide) -> Markup:
    """Write what stands on a slide below its title; what is only decoration is left out."""
    parts: list[Markup] = []
    for element in slide.elements:
        if isinstance(element, TextBox):
            if element.name != "Titel":
                parts += _texts(element.paragraphs)
        elif isinstance(element, Chart):
            parts.append(tag("p", element.cijfer.alt))
        elif isinstance(element, PictureBox):
            parts.append(tag("p", f"Beeld: {element.alt}"))
        elif isinstance(element, TableBox):
            parts.append(_table(element))
    return joined(parts)


def _texts(lines: Iterable[TextLine]) -> list[Markup]:
    parts: list[Markup] = []
    items: list[tuple[int, str]] = []
    for line in lines:
        if line.bullet:
            items.append((line.level, _plain(line)))
            continue
        parts += _list(items)
        items = []
        if _plain(line).strip():
            parts.append(tag("p", _plain(line)))
    return parts + _list(items)


def _list(items: list[tuple[int, str]]) -> list[Markup]:
    """Nest items by their level: whatever is deeper stands under the item before it."""
    if not items:
        return []
    top = min(level for level, _ in items)
    entries: list[tuple[str, list[tuple[int, str]]]] = []
    for level, text in items:
        if level == top or not entries:
            entries.append((text, []))
        else:
            entries[-1][1].append((level, text))
    return [tag("ul", *(tag("li", text, *_list(below)) for text, below in entries))]


def _table(table: TableBox) -> Markup:
    head, *rows = table.rows
    first = tag("tr", *(tag("th", _cell(cell), scope="col") for cell in head))
    body = [tag("tr", *(tag("td", _cell(cell)) for cell in row)) for row in rows]
    inner = tag("table", tag("caption", table.alt), tag("thead", first), tag("tbody", *body))
    return tag("div", inner, class_="rol", tabindex="0", role="group", aria_label=table.alt)


def _cell(lines: Iterable[TextLine]) -> str:
    return " ".join(_plain(line) for line in lines)


def _plain(line: TextLine) -> str:
    return "".join(run.text for run in line.runs).replace("\v", " ")
