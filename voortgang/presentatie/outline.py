"""Which slides there are: the blocks of the text as slides with parts, before anything has a place.

Pure data: titles as words, lists as entries. `outline` reads the dialect of presentatie.md.j2.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from voortgang.content.blocks import (
    Block,
    Blocks,
    BulletList,
    Code,
    Div,
    Emphasis,
    Grafiek,
    Heading,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Picture,
    Quiet,
    Quote,
    Strong,
    Table,
)
from voortgang.content.cijfers.rooster import Matrix, Niveaus
from voortgang.model.identity import slug
from voortgang.model.rol import ROLLEN
from voortgang.office.measure import FORCED, Span, Words, plain

QUIET = 0.8  # of the size of the text around it, where nothing else is said
LAST_NUMBER = 32767  # of a numbered list in PowerPoint, which begins at 1 or later
DIGITS = 6  # of a count, at most
# What panels say when nothing stands in them; any other is then left out.
EMPTY = {"realisaties": "Geen realisaties opgenomen", "planning": "Geen planning opgenomen"}

Soort = Literal["titelblad", "slot", "sectie", "agenda", "dia"]
Teken = Literal["bullet", "none", "number"]


@dataclass(frozen=True, slots=True)
class Punt:
    """One text of a list with what hangs below it; `teken` is the sign before it."""

    words: Words
    children: tuple["Punt", ...] = ()
    teken: Teken = "bullet"
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Lijst:
    """Running text and lists, in order."""

    entries: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class Citaat:
    """Somebody else's words, and whose they are."""

    entries: tuple[Punt, ...]
    bron: Words = ()


@dataclass(frozen=True, slots=True)
class Kengetal:
    """A large figure with its words."""

    getal: Words
    entries: tuple[Punt, ...]
    rol: str | None

    @property
    def told(self) -> tuple[Punt, ...]:
        """Give it as text, for where there is no room to draw it."""
        return (Punt((Span(plain(self.getal), bold=True),), teken="none"), *self.entries)

    def divided(self) -> tuple["Kengetal", tuple[Punt, ...]]:
        """Give it with its first line, which is drawn with it, and what else is said of it."""
        first = self.entries[:1]
        more = (*(below for entry in first for below in entry.children), *self.entries[1:])
        return replace(self, entries=tuple(replace(entry, children=()) for entry in first)), more


@dataclass(frozen=True, slots=True)
class Paneel:
    """A part of a slide with a heading of its own."""

    titel: Words
    entries: tuple[Punt, ...]
    rol: str | None = None
    aantal: int | None = None


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; the first row is the header."""

    rows: tuple[tuple[Words, ...], ...]
    align: tuple[str, ...]
    line: int = field(default=1, compare=False)
    rooster: Matrix | Niveaus | None = None  # what it is the table of, where it is drawn as more


Deel: TypeAlias = Lijst | Citaat | Kengetal | Paneel | Tabel | Grafiek | Picture
HELD: dict[Soort, tuple[type[Deel], ...]] = {
    "titelblad": (Lijst, Grafiek), "slot": (Lijst, Grafiek), "sectie": (Lijst,), "agenda": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dia:
    """One slide as an author wrote it: it may take several."""

    soort: Soort
    titel: Words
    delen: tuple[Deel, ...] = ()
    notities: tuple[str, ...] = ()
    bovenschrift: str | None = None
    agenda: str | None = None  # of a section: what the agenda says beside its title
    sectie: str | None = None
    nummer: int = 0  # of a section: 1, 2, …
    van: int = 0  # how many sections there are
    anchors: tuple[str, ...] = ()  # what links to its headings name
    line: int = field(default=1, compare=False)

    @property
    def place(self) -> str:
        """Give what the agenda calls a section: no author's own anchor has a space in it."""
        return f"deel {self.nummer}"


def outline(blocks: Blocks) -> tuple[Dia, ...]:
    """Read a rendered text as slides, each with a title of its own."""
    dias = list(_dias(blocks))
    count = sum(dia.soort == "sectie" for dia in dias)
    out: list[Dia] = []
    seen: dict[str, int] = {}
    section: str | None = None
    number = 0
    for dia in dias:
        titel = _unique(dia.titel, seen)
        if dia.soort == "sectie":
            section, number = plain(titel), number + 1
        out.append(replace(dia, titel=titel, sectie=section, nummer=number, van=count))
    return tuple(out)


def words(children: Inlines) -> Words:
    """Turn inlines into words in their dress."""
    out: list[Span] = []
    for child in children:
        if isinstance(child, Strong):
            out += [span._replace(bold=True) for span in words(child.children)]
        elif isinstance(child, Emphasis):
            out += [span._replace(italic=True) for span in words(child.children)]
        elif isinstance(child, Link):
            out += [span._replace(href=child.href) for span in words(child.children)]
        elif isinstance(child, Quiet):
            out += [span._replace(share=QUIET) for span in words(child.children)]
        elif isinstance(child, LineBreak):
            out.append(Span(FORCED))
        else:
            text = child.text if isinstance(child, Code) else child.text.replace("\n", " ")
            out.append(Span(text))
    return _joined(out)


def _joined(spans: Iterable[Span]) -> Words:
    out: list[Span] = []
    for span in spans:
        if out and out[-1][1:] == span[1:]:
            out[-1] = span._replace(text=out[-1].text + span.text)
        elif span.text:
            out.append(span)
    return tuple(out)


def _unique(titel: Words, seen: dict[str, int]) -> Words:
    """Tell a repeated title apart by a number; an empty one is named."""
    titel = titel if plain(titel).strip() else (Span("Zonder titel"),)
    text, result = plain(titel), titel
    while plain(result).casefold() in seen:
        seen[text.casefold()] += 1
        result = (*titel, Span(f" ({seen[text.casefold()]})"))
    seen.setdefault(plain(result).casefold(), 1)
    return result


def _dias(blocks: Blocks) -> Iterator[Dia]:
    parts: list[tuple[Heading, list[Block]]] = [(Heading(2, ()), [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:  # noqa: PLR2004 -- the dialect's
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    for opening, body in parts if parts[0][1] else parts[1:]:
        yield from _dia(opening, body)


def _dia(opening: Heading, body: list[Block]) -> Iterator[Dia]:
    """Read a slide, and a next one with what the first, by its kind, has no place for."""
    notes = tuple(block for block in body if _is_notes(block))
    parts = tuple(_parts([block for block in body if not _is_notes(block)]))
    soort = _soort(opening)
    titel = words(opening.children)
    held, rest = _divided(soort, parts)
    yield Dia(
        soort,
        titel,
        held,
        tuple(_note_lines(notes)),
        opening.attributes.get("bovenschrift") or None,
        opening.attributes.get("agenda") or None,
        anchors=tuple(_anchors((opening, *body))),
        line=opening.line,
    )
    if rest:
        yield Dia("dia", titel, rest, line=opening.line)


def _divided(soort: Soort, parts: Iterable[Deel]) -> tuple[tuple[Deel, ...], tuple[Deel, ...]]:
    """Part what a kind of slide has a place for from the rest: there is one chart on a cover."""
    held: list[Deel] = []
    rest: list[Deel] = []
    for part in parts:
        second = isinstance(part, Grafiek) and any(isinstance(each, Grafiek) for each in held)
        fits = isinstance(part, HELD.get(soort, Deel)) and not (second and soort in HELD)
        (held if fits else rest).append(part)
    return tuple(held), tuple(rest)


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Name headings as links do: by their anchor, or else by their words."""
    for block in _within(blocks):
        if isinstance(block, Heading) and "kengetal" not in block.attributes.classes:
            anchor = block.attributes.anchor or slug(plain(words(block.children)))
            if anchor:
                yield anchor


def _is_notes(block: Block) -> bool:
    return isinstance(block, Div) and "notes" in block.attributes.classes


def _soort(opening: Heading) -> Soort:
    classes = opening.attributes.classes
    if "titelblad" in classes:
        return "titelblad"
    if "slot" in classes:
        return "slot"
    if "agenda" in classes:
        return "agenda"
    return "sectie" if opening.level == 1 else "dia"


def _parts(blocks: list[Block]) -> Iterator[Deel]:
    """Cut the body of a slide into parts: what stands before the first panel, then the panels."""
    heading: Heading | None = None
    gathered: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield from _part(heading, gathered)
            heading, gathered = block, []
        elif isinstance(block, Quote | Table | Picture | Grafiek):
            if heading and not gathered and "kengetal" not in heading.attributes.classes:
                # The heading of this very thing, not of a panel.
                yield Lijst((Punt(words((Strong(heading.children),)), teken="none"),))
            else:
                yield from _part(heading, gathered)
            heading, gathered = None, []
            if isinstance(block, Quote):
                yield _citaat(block)
            elif isinstance(block, Table):
                rows = (block.header, *block.rows)
                cells = tuple(tuple(words(cell) for cell in row) for row in rows)
                yield Tabel(cells, block.align, block.line, block.rooster)
            yield from _drawn([block])
        else:
            gathered.append(block)
    yield from _part(heading, gathered)


def _part(heading: Heading | None, blocks: list[Block]) -> Iterator[Deel]:
    entries = tuple(_entries(blocks))
    if heading is None:
        if entries:
            yield Lijst(entries)
    else:
        titel, classes = words(heading.children), heading.attributes.classes
        rol = next((name for name in ROLLEN if name in classes), None)
        if "kengetal" in classes:
            yield Kengetal(titel, entries, rol)
        elif entries or rol in EMPTY:
            aantal = heading.attributes.get("aantal") or ""
            counted = aantal.isdecimal() and len(aantal) <= DIGITS
            yield Paneel(titel, entries, rol, int(aantal) if counted else None)
    yield from _drawn(blocks)


def _drawn(blocks: Iterable[Block]) -> Iterator[Picture | Grafiek]:
    """List pictures and charts, also those within lists and quotes: they stand beside these."""
    return (block for block in _within(blocks) if isinstance(block, Picture | Grafiek))


def _within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Walk through blocks and all that these hold."""
    for block in blocks:
        yield block
        if isinstance(block, BulletList | OrderedList):
            for item in block.items:
                yield from _within(item.blocks)
        elif isinstance(block, Quote | Div):
            yield from _within(block.blocks)


def _citaat(quote: Quote) -> Citaat:
    blocks = quote.blocks
    bron: Words = ()
    last = words(blocks[-1].children) if blocks and isinstance(blocks[-1], Paragraph) else ()
    if plain(last).startswith("–"):
        bron = (last[0]._replace(text=last[0].text.lstrip("– \u00a0")), *last[1:])
        blocks = blocks[:-1]
    return Citaat(tuple(_entries(blocks)), bron)


def _entries(blocks: Iterable[Block]) -> Iterator[Punt]:
    for block in blocks:
        if isinstance(block, BulletList):
            yield from (_entry(item) for item in block.items)
        elif isinstance(block, OrderedList):
            for n, item in enumerate(block.items, start=max(block.start, 1)):
                yield replace(_entry(item), teken="number", number=min(n, LAST_NUMBER))
        elif isinstance(block, Paragraph | Heading):
            yield Punt(words(block.children), teken="none")
        elif isinstance(block, Div | Quote):
            yield from _entries(block.blocks)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield Punt((Span(" · ".join(plain(words(cell)) for cell in row)),), teken="none")


def _entry(item: ListItem) -> Punt:
    first, *rest = item.blocks or (Paragraph(()),)
    if isinstance(first, Paragraph | Heading):
        return Punt(words(first.children), tuple(_entries(rest)))
    return Punt((), tuple(_entries(item.blocks)))


def _note_lines(blocks: Blocks) -> Iterator[str]:
    for entry in _entries(blocks):
        yield from _lines_of(entry)


def _lines_of(entry: Punt, depth: int = 0) -> Iterator[str]:
    sign = {"bullet": "– ", "number": f"{entry.number}. ", "none": ""}[entry.teken]
    text = plain(entry.words).replace(FORCED, " ")
    if text:
        yield "   " * depth + sign + text
    for child in entry.children:
        yield from _lines_of(child, depth + 1)
