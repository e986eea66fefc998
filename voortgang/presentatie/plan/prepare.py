"""From the blocks of a text to a deck as it will be, with the template that it is drawn in."""

from collections.abc import Mapping
from dataclasses import dataclass

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import Finding, FindingsError, Severity
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Deck
from voortgang.presentatie.template.huisstijl import Huisstijl
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.source.templates import Template


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deck ready to be written in any format; `template` is the file of its house style."""

    deck: Deck
    huisstijl: Huisstijl
    template: bytes
    findings: tuple[Finding, ...]


def prepare(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, settings: Settings
) -> Prepared:
    """Plan the deck of a rendered text in the house style of `template` (.pptx or .potx).

    Raises FindingsError where the template cannot be used, or a picture cannot.
    """
    content = template.content
    huisstijl, found = read_huisstijl(content, template.file)
    deck, more = plan_deck(blocks, figures, huisstijl, settings)
    findings = (*found, *more)
    if any(finding.severity is Severity.ERROR for finding in more):
        raise FindingsError(findings)
    return Prepared(deck, huisstijl, content, findings)
