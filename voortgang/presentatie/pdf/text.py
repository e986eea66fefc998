"""Text as it stands on a slide: each line where the plan broke it, lists that are lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from voortgang.office.measure import PITCH, POINT
from voortgang.presentatie.draw.lines import SetLine, set_lines
from voortgang.presentatie.pdf.sheet import Sheet, emu, number, rgb
from voortgang.presentatie.slides import Bullet, Run, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Area

BASELINE = 1.0  # of the size: how far under the top of its line a text stands
DISC, DISC_SIZE = "●", 1.12  # which Carlito draws smaller, and lower, than Arial does
MIDDLE = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set: its lines, and how far it is to the next (EMU)."""

    lines: tuple[SetLine, ...]
    high: int
    number: int  # of an entry in a numbered list

    @property
    def line(self) -> TextLine:
        """Give what was planned."""
        return self.lines[0].paragraph

    @property
    def bullet(self) -> Bullet | None:
        """Give the sign before it, if any."""
        return self.line.bullet


class TextWriter:
    """Writes the text boxes of a slide."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def text(self, text: TextBox, area: Area | None = None) -> str:
        """Write a text at its place; `area` is the placeholder whose look it has."""
        ink = self._ink(area)
        paragraphs = self._paragraphs(text, area)
        parts: list[str] = []
        for listed, group in groupby(paragraphs, key=lambda each: each.bullet is not None):
            if listed:
                parts += self._lists(tuple(group), ink)
            else:
                parts += [self._at(each, self._lines(each, ink)) for each in group]
        written = "; ".join(parts) or "[]"
        return written if text.href is None else self._linked(written, text.href)

    def cell(self, text: TextBox) -> str:
        """Write what stands in a cell of a table, which is its own place."""
        paragraphs = self._paragraphs(text, None)
        ink = self._ink(None)
        return " + ".join(self._lines(each, ink) for each in paragraphs) or "[]"

    def _ink(self, area: Area | None) -> str:
        return rgb(area.ink) if area and area.ink else self._sheet.ink("dk1")

    def _paragraphs(self, text: TextBox, area: Area | None) -> list[SetParagraph]:
        sheet = self._sheet
        found: list[list[SetLine]] = []
        for line in set_lines(text, area, sheet.huisstijl, sheet.measure):
            if line.first:
                found.append([])
            found[-1].append(line)
        ends = [lines[0].box.y for lines in found[1:]] + [
            lines[-1].box.bottom for lines in found[-1:]
        ]
        out: list[SetParagraph] = []
        count = 0
        for lines, end in zip(found, ends, strict=True):
            count = _count(lines[0].paragraph, count)
            out.append(SetParagraph(tuple(lines), end - lines[0].box.y, count))
        return out

    def heading(self, text: TextBox, area: Area | None, level: int, *, listed: bool) -> str:
        """Write a text as a heading, whose paragraphs are one to who hears it.

        `listed` makes it a bookmark too.
        """
        paragraphs = self._paragraphs(text, area)
        if not paragraphs:
            return "[]"
        lines = [
            line._replace(spaced=line.spaced or line is each.lines[-1])
            for each in paragraphs
            for line in each.lines
        ]
        words = self._lines(SetParagraph(tuple(lines), 0, 0), self._ink(area))
        marked = "true" if listed else "false"
        written = f"heading(level: {level}, bookmarked: {marked}, {words})"
        return self._at(paragraphs[0], written)

    def _at(self, paragraph: SetParagraph, written: str) -> str:
        line = paragraph.lines[0]
        side = paragraph.line.align
        x = line.box.x + MIDDLE[side] * line.box.width
        return f'free("{side}", {emu(x)}, {emu(line.box.y)}, {written})'

    def _lines(self, paragraph: SetParagraph, ink: str) -> str:
        last = paragraph.lines[-1]
        lines = (
            self._line(line, ink, on=line.spaced and line is not last) for line in paragraph.lines
        )
        return f"lines({', '.join(lines)})"

    def _line(self, line: SetLine, ink: str, *, on: bool) -> str:
        words = " + ".join(self._run(run, ink) for run in line.runs)
        return f"set-line({_edges(line)}, {words}{', on: true' if on else ''})"

    def _run(self, run: Run, ink: str) -> str:
        colour = self._sheet.ink(run.colour or ("hlink" if run.href else None))
        dress = "".join(
            f", {name}: true" for name, worn in (("bold", run.bold), ("italic", run.italic)) if worn
        )
        size, colour = number(run.size), ink if colour == "none" else colour
        written = f"w({size}, {colour}, {self._sheet.words(run.text)}{dress})"
        if run.slide is not None and self._sheet.linked:
            return f"link(<dia-{run.slide + 1}>, {written})"
        return written if run.href is None else self._linked(f"underline({written})", run.href)

    def _linked(self, written: str, href: str) -> str:
        return f"link({self._sheet.words(href)}, {{ {written} }})"

    def _lists(self, paragraphs: Sequence[SetParagraph], ink: str) -> Iterator[str]:
        """Write lists at their place; one that begins deeper than the next entry is of its own."""
        for first, code in self._grouped(paragraphs, ink, 0):
            x = first.lines[0].box.x - first.line.hanging
            yield f"at({emu(x)}, {emu(first.lines[0].box.y)}, block(width: broad * 1pt, {code}))"

    def _grouped(
        self, paragraphs: Sequence[SetParagraph], ink: str, margin: int
    ) -> Iterator[tuple[SetParagraph, str]]:
        """Write each run of entries that have one look as a list, with its first entry."""
        entries: list[list[SetParagraph]] = []
        for each in paragraphs:
            if entries and each.line.level > entries[-1][0].line.level:
                entries[-1].append(each)
            else:
                entries.append([each])
        for _, group in groupby(entries, key=lambda entry: _look(entry[0])):
            same = list(group)
            yield same[0][0], self._list(same, ink, margin)

    def _list(self, entries: Sequence[Sequence[SetParagraph]], ink: str, margin: int) -> str:
        first = entries[0][0]
        line, bullet = first.line, first.bullet
        assert bullet is not None  # noqa: S101 -- only such paragraphs come here
        indent = emu(line.margin - line.hanging - margin) if margin else "0"
        items = ", ".join(self._entry(entry, ink, bullet) for entry in entries)
        if bullet.number is not None:
            shown = "number => " + self._sign(first, bullet, ink, 'str(number) + "."')
            return f"enum(indent: {indent} * 1pt, numbering: {shown}, {items})"
        shown = self._sign(first, bullet, ink, self._sheet.words(bullet.char))
        return f"list(indent: {indent} * 1pt, marker: {shown}, {items})"

    def _entry(self, entry: Sequence[SetParagraph], ink: str, bullet: Bullet) -> str:
        first, *below = entry
        lists = ", ".join(code for _, code in self._grouped(below, ink, first.line.margin))
        more = f", below: ({lists},).join()" if lists else ""
        body = f"entry({emu(first.high)}, {self._lines(first, ink)}{more})"
        return body if bullet.number is None else f"enum.item({first.number}, {body})"

    def _sign(self, entry: SetParagraph, bullet: Bullet, ink: str, words: str) -> str:
        line = entry.lines[0]
        shown = self._sheet.ink(bullet.colour) if bullet.colour else ink
        disc = bullet.char == DISC
        size = number(line.size * bullet.size / 100 * (DISC_SIZE if disc else 1))
        raised = ", raised: true" if disc else ""
        drawn = f"w({size}, {shown}, {words})"
        return f"sign({emu(entry.line.hanging)}, {_edges(line)}, {drawn}{raised})"


def _edges(line: SetLine) -> str:
    """Write how far a line reaches over and under what its letters stand on.

    What it has over its usual height stands above the letters.
    """
    under = (PITCH - BASELINE) * line.size
    return f"{number(line.box.height / POINT - under)}, {number(under)}"


def _look(entry: SetParagraph) -> tuple[object, ...]:
    line, first = entry.line, entry.lines[0]
    numbered = entry.bullet is not None and entry.bullet.number is not None
    sign = "number" if numbered else entry.bullet
    return line.level, line.margin, line.hanging, sign, first.box.height, first.size


def _count(line: TextLine, before: int) -> int:
    """Count on in a numbered list; another kind of paragraph begins it anew."""
    if line.bullet is None or line.bullet.number is None:
        return before if line.level else 0
    return before + 1 if before else line.bullet.number
