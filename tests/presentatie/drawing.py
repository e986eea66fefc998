"""Blocks made by hand, and a planned deck as text: what stands on each slide, in which lines."""

from pathlib import Path

import yaml

from voortgang.content.blocks import Attributes, BulletList, Heading, ListItem, Paragraph, Text
from voortgang.office.measure import Measure, Span, cut
from voortgang.presentatie.slides import CM, Chart, PictureBox, Shape, TableBox, TextBox

DATA = Path(__file__).parent.parent.parent / "data" / "2022"


def heading(level, text, *classes, **values):
    return Heading(level, (Text(text),), Attributes(None, classes, tuple(values.items())))


def bullets(entries):
    return BulletList(tuple(item(entry) for entry in entries))


def item(entry):
    if isinstance(entry, str):
        return ListItem((Paragraph((Text(entry),)),))
    title, children = entry
    return ListItem((Paragraph((Text(title),)), bullets(children)))


def domain(title, done, planned, criterium="", risks=()):
    """A domain slide as the template writes it."""
    out = [heading(2, title, bovenschrift="Domein 1 van 7")]
    if criterium:
        out += [heading(3, "Criterium", "criterium"), Paragraph((Text(criterium),))]
    panels = (("Realisaties", done), ("Hoge risico's", risks), ("Planning", planned))
    for name, entries in panels:
        if entries or name != "Hoge risico's":
            role = "risicos" if name == "Hoge risico's" else name.lower()
            out.append(heading(3, name, role, aantal=str(len(entries))))
        if entries:
            out.append(bullets(entries))
    return tuple(out)


def domains_2022():
    """The real domains, in their order: (title, realisaties, planning)."""
    year = yaml.safe_load((DATA / "rapport.yaml").read_text("utf-8"))
    for name in year["domeinen"]:
        data = yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8"))
        yield data["titel"], _plain(data.get("realisaties")), _plain(data.get("planning"))


def _plain(entries):
    return [
        entry
        if isinstance(entry, str)
        else (entry["titel"], [_title(e) for e in entry["deelacties"]])
        if "deelacties" in entry
        else entry["titel"]
        for entry in entries or []
    ]


def _title(entry):
    return entry if isinstance(entry, str) else entry["titel"]


def draw(deck, house):
    """Write a deck out: boxes with their place in cm, sizes, and lines as they break."""
    measure = Measure()
    out = []
    for number, slide in enumerate(deck.slides, start=1):
        out.append(f"== {number}. {slide.title}  [{house.layouts[slide.layout].name}]")
        for element in slide.elements:
            out += _element(element, house, measure)
        out += [f"   notitie: {note}" for note in slide.notes]
        out.append("")
    return "\n".join(out)


def _element(element, house, measure):
    box = element.box
    place = f"{box.x / CM:.2f} {box.y / CM:.2f} {box.width / CM:.2f} x {box.height / CM:.2f}"
    if isinstance(element, Shape):
        return [f"   ({element.kind} {place})"]
    if isinstance(element, Chart):
        return [f"   grafiek {place}: {', '.join(element.cijfer.categorieen)}"]
    if isinstance(element, PictureBox):
        return [f"   beeld {place}: {element.alt}"]
    if isinstance(element, TableBox):
        rows = [
            " | ".join("".join(r.text for line in cell for r in line.runs) for cell in row)
            for row in element.rows
        ]
        return [f"   tabel {place}", *(f"      {row}" for row in rows)]
    sizes = sorted({run.size for line in element.paragraphs for run in line.runs}, reverse=True)
    points = "/".join(f"{size:g}" for size in sizes)
    holder = "" if element.placeholder is None else f" <{element.placeholder}>"
    out = [f"   {element.name}{holder} {points} pt  {place}"]
    for line in element.paragraphs:
        sign = "" if line.bullet is None else f"{line.bullet.char} "
        indent = "      " + "  " * line.level
        for n, text in enumerate(broken(line, element, house, measure)):
            out.append(indent + (sign if n == 0 else " " * len(sign)) + text)
    return out


def broken(line, element, house, measure):
    """Break a paragraph as the measure does."""
    size = max((run.size for run in line.runs), default=1)
    words = tuple(Span(r.text, r.bold, r.italic, r.href, r.size / size) for r in line.runs)
    if not words:
        return [""]
    width = element.box.width - element.insets.left - element.insets.right - line.margin
    font = house.body_font
    lines = measure.lines(words, font, size, width)
    return ["".join(s.text for s in cut(words, a, b)).rstrip() for a, b in lines]


def height(element, house, measure):
    """Measure what a box holds, in points."""
    total = 0.0
    for n, line in enumerate(element.paragraphs):
        size = max((run.size for run in line.runs), default=12)
        total += len(broken(line, element, house, measure)) * 1.2 * size
        total += line.space_before if n else 0
    return total


def texts(deck):
    """All words of all text boxes, slide by slide."""
    return [
        "".join(run.text for run in line.runs)
        for slide in deck.slides
        for element in slide.elements
        if isinstance(element, TextBox)
        for line in element.paragraphs
    ]
