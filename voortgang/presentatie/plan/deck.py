"""From blocks to a deck: every slide gets its layout, its elements, its place. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding
from voortgang.office.measure import Measure, plain
from voortgang.presentatie.draw.text import Sheet
from voortgang.presentatie.outline import outline
from voortgang.presentatie.plan import slides as kinds
from voortgang.presentatie.plan.sheet import Job, Settings
from voortgang.presentatie.slides import Deck, Slide
from voortgang.presentatie.template.huisstijl import Huisstijl


@dataclass(frozen=True, slots=True)
class Planned:
    """The deck, and what there is to say about it."""

    deck: Deck
    findings: tuple[Finding, ...]


def plan_deck(
    blocks: Blocks, figures: Mapping[str, Cijfer], huisstijl: Huisstijl, settings: Settings
) -> Planned:
    """Plan every slide of a deck: what stands where, how large, on how many slides."""
    dias = outline(blocks)
    sheet = Sheet(huisstijl, Measure(), settings.minimale_lettergrootte)
    findings: list[Finding] = []
    job = Job(sheet, settings, figures, dias, findings)
    slides: list[Slide] = []
    firsts: dict[str, int] = {}
    for dia in dias:
        firsts[plain(dia.titel)] = len(slides)
        slides += kinds.slides_of(job, dia)
    linked = kinds.with_links(slides, firsts)
    deck = Deck(settings.title, settings.author, settings.subject, tuple(linked))
    return Planned(deck, tuple(findings))
