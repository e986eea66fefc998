"""From blocks to a deck: every slide gets its layout, its elements, its place. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from voortgang.content.blocks import Blocks, Grafiek, Picture
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding
from voortgang.office.measure import Measure
from voortgang.presentatie.outline import (
    Citaat,
    Deel,
    Dia,
    Kengetal,
    Lijst,
    Paneel,
    Tabel,
    outline,
)
from voortgang.presentatie.plan.agenda import agenda_slides
from voortgang.presentatie.plan.beside import Split
from voortgang.presentatie.plan.chart import chart_slides
from voortgang.presentatie.plan.cover import cover_slides, section_slides
from voortgang.presentatie.plan.frame import TEMPLATE, numbered
from voortgang.presentatie.plan.legible import legible
from voortgang.presentatie.plan.panels import Abreast, panel_rows, shared_split
from voortgang.presentatie.plan.picture import picture_slides
from voortgang.presentatie.plan.table import table_slides
from voortgang.presentatie.plan.task import Body, Settings, Task
from voortgang.presentatie.plan.text import quote_slides, text_slides
from voortgang.presentatie.slides import Deck, Run, Slide, with_runs
from voortgang.presentatie.template.huisstijl import Huisstijl

OBJECT = Grafiek | Citaat | Tabel | Picture
Draft: TypeAlias = Body | Abreast  # a slide, or panels that can be set in several ways


def plan_deck(
    blocks: Blocks, figures: Mapping[str, Cijfer], huisstijl: Huisstijl, settings: Settings
) -> tuple[Deck, tuple[Finding, ...]]:
    """Plan every slide of a deck, and say what there is to say about it.

    What stands where, how large, on how many slides.
    """
    dias = outline(blocks)
    measure = Measure()
    findings: list[Finding] = []
    slides: list[Slide] = []
    firsts: dict[str, int] = {}
    named: Counter[str] = Counter()
    tasks = [Task(dia, dias, huisstijl, measure, settings, figures, findings) for dia in dias]
    drafts = [_drafts(task) for task in tasks]
    split = shared_split([row for parts in drafts for row in parts if isinstance(row, Abreast)])
    for task, parts in zip(tasks, drafts, strict=True):
        for name in (*task.dia.anchors, task.dia.place):
            named[name] += 1  # of equal names the second has a 2
            anchor = name if named[name] == 1 else f"{name}-{named[name]}"
            firsts.setdefault(anchor, len(slides))
        slides += _slides(task, parts, split)
    linked = tuple(_linked(slide, firsts) for slide in slides)
    deck = Deck(settings.title, settings.author, settings.subject, linked)
    deck, faint = legible(deck, huisstijl, measure, TEMPLATE)
    return deck, (*findings, *faint)


def _drafts(task: Task) -> list[Draft]:
    """Set what one slide of the author holds; panels wait for the split of the deck."""
    if task.dia.soort == "agenda":
        return list(agenda_slides(task))
    if task.dia.soort != "dia":
        return []
    return [draft for group in _groups(task.dia) for draft in _of_group(task, group)]


def _slides(task: Task, drafts: list[Draft], split: Split) -> list[Slide]:
    """Make the slides that one slide of the author takes."""
    if task.dia.soort in {"titelblad", "slot"}:
        return cover_slides(task)
    if task.dia.soort == "sectie":
        return section_slides(task)
    bodies: list[Body] = []
    for draft in drafts:
        bodies += draft.best(split).bodies if isinstance(draft, Abreast) else [draft]
    return numbered(task, bodies)


def _groups(dia: Dia) -> list[tuple[Deel, ...]]:
    """Say which parts share slides, in their order: panels with panels, words with an object.

    Words stand before a table, and beside a chart, a quotation or a picture.
    """
    groups: list[list[Deel]] = [[]]
    for part in dia.delen:
        last = groups[-1]
        if isinstance(part, Paneel):
            fresh = bool(last) and not isinstance(last[-1], Paneel)
        elif isinstance(part, OBJECT):
            fresh = any(isinstance(p, OBJECT | Paneel) for p in last)
        else:
            fresh = any(isinstance(p, Tabel | Paneel) for p in last)
        if fresh:
            groups.append([])
        groups[-1].append(part)
    return [tuple(group) for group in groups]


def _of_group(task: Task, group: tuple[Deel, ...]) -> Sequence[Draft]:
    panels = tuple(p for p in group if isinstance(p, Paneel))
    return panel_rows(task, panels) if panels else _bodies(task, group)


def _bodies(task: Task, group: tuple[Deel, ...]) -> list[Body]:
    texts = tuple(e for p in group if isinstance(p, Lijst) for e in p.entries)
    numbers = tuple(p for p in group if isinstance(p, Kengetal))
    object_ = next((p for p in group if isinstance(p, OBJECT)), None)
    if isinstance(object_, Grafiek):
        return chart_slides(task, object_, numbers, texts)
    texts += tuple(entry for number in numbers for entry in number.told)
    if isinstance(object_, Citaat):
        return quote_slides(task, texts, object_)
    if isinstance(object_, Tabel):
        return table_slides(task, object_, texts)
    if isinstance(object_, Picture):
        return picture_slides(task, object_, texts)
    return text_slides(task, texts)


def _linked(slide: Slide, firsts: Mapping[str, int]) -> Slide:
    """Point links to an anchor, as the agenda has, at the slide that it means."""

    def pointed(run: Run) -> Run:
        if not run.href or not run.href.startswith("#"):
            return run
        return replace(run, href=None, slide=firsts.get(run.href[1:]))

    return replace(slide, elements=tuple(with_runs(each, pointed) for each in slide.elements))
