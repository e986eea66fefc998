"""The kinds of slides: what an author wrote, cut into the slides that it takes."""

from dataclasses import replace

from voortgang.content.blocks import Grafiek, Picture
from voortgang.office.measure import Span, plain
from voortgang.presentatie.draw.chart import chart_slides
from voortgang.presentatie.draw.picture import picture_slides
from voortgang.presentatie.draw.table import table_slides
from voortgang.presentatie.outline import Citaat, Deel, Dia, Entry, Kengetal, Lijst, Paneel, Tabel
from voortgang.presentatie.plan import cover as covers
from voortgang.presentatie.plan.above import led_from_above
from voortgang.presentatie.plan.further import go_on
from voortgang.presentatie.plan.panels import SHOWN_EMPTY, panel_slides
from voortgang.presentatie.plan.sheet import Body, Job, made, tail_of, titled
from voortgang.presentatie.plan.space import layouts
from voortgang.presentatie.plan.text import beside_quote, text_slides
from voortgang.presentatie.slides import Run, Slide, TextBox

OBJECT = Grafiek | Citaat | Tabel | Picture


def slides_of(job: Job, dia: Dia) -> list[Slide]:
    """Make the slides that one slide of the author takes."""
    if dia.soort in {"titelblad", "slot"}:
        return [covers.cover(job, dia)]
    if dia.soort == "sectie":
        return [covers.section(job, dia)]
    if dia.soort == "agenda":
        return _numbered(job, dia, covers.agenda(job, dia))
    bodies: list[Body] = []
    for group in _groups(dia):
        bodies += _body(job, dia, group)
    return _numbered(job, dia, bodies)


def with_links(slides: list[Slide], firsts: dict[str, int]) -> list[Slide]:
    """Point the rows of the agenda at the slides that their sections begin with."""

    def linked(run: Run) -> Run:
        to = run.href[1:] if run.href and _inside(run) else None
        return run if to is None else replace(run, slide=firsts[to], href=None)

    def _inside(run: Run) -> bool:
        return bool(run.href and run.href.startswith("#") and run.href[1:] in firsts)

    def _pointed(text: TextBox) -> TextBox:
        if not any(_inside(run) for line in text.paragraphs for run in line.runs):
            return text
        lines = tuple(replace(p, runs=tuple(map(linked, p.runs))) for p in text.paragraphs)
        return replace(text, paragraphs=lines)

    out: list[Slide] = []
    for slide in slides:
        elements = tuple(_pointed(e) if isinstance(e, TextBox) else e for e in slide.elements)
        out.append(replace(slide, elements=elements) if elements != slide.elements else slide)
    return out


def _numbered(job: Job, dia: Dia, bodies: list[Body]) -> list[Slide]:
    out: list[Slide] = []
    bodies = bodies or [(layouts(job.sheet.huisstijl, "alleen_titel", "inhoud")[0], ())]
    for n, (layout, elements) in enumerate(bodies, start=1):
        part = (n, len(bodies))
        title = plain(dia.titel) + tail_of(dia, part)
        head = titled(job, dia, layout, part).elements
        more = go_on(job, layout) if n < len(bodies) else ()
        notes = dia.notities if n == 1 else ()
        out.append(made(job, dia, layout, (*head, *elements, *more), title, notes))
    return out


def _groups(dia: Dia) -> list[tuple[Deel, ...]]:
    """Say which parts share slides, in their order: panels with panels, words with an object.

    Words stand before a table, and beside a chart, a quotation or a picture.
    """
    groups: list[list[Deel]] = [[]]
    for part in dia.delen:
        last = groups[-1]
        if isinstance(part, Paneel):
            if not part.entries and part.rol not in SHOWN_EMPTY:
                continue
            fresh = bool(last) and not isinstance(last[-1], Paneel)
        elif isinstance(part, OBJECT):
            fresh = any(isinstance(p, OBJECT | Paneel) for p in last)
        else:
            fresh = any(isinstance(p, Tabel | Paneel) for p in last)
        if fresh:
            groups.append([])
        groups[-1].append(part)
    return [tuple(group) for group in groups]


def _body(job: Job, dia: Dia, group: tuple[Deel, ...]) -> list[Body]:
    boxes = tuple(p for p in group if isinstance(p, Paneel))
    if boxes:
        return panel_slides(job, dia, boxes)
    texts = tuple(e for p in group if isinstance(p, Lijst) for e in p.entries)
    numbers = tuple(p for p in group if isinstance(p, Kengetal))
    for part in group:
        if isinstance(part, Grafiek):
            return chart_slides(job, dia, part, numbers, texts)
    for number in numbers:
        texts += (Entry((Span(plain(number.getal), bold=True),), teken="none"), *number.entries)
    for part in group:
        if isinstance(part, Citaat):
            return beside_quote(job, dia, texts, part)
        if isinstance(part, Tabel):
            return table_slides(job, dia, part, texts)
        if isinstance(part, Picture):
            return picture_slides(job, dia, part, texts)
    return led_from_above(job, dia, texts) or text_slides(job, dia, texts)
