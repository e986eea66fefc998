"""From the blocks of a text to the deck as a PowerPoint file."""

from collections.abc import Mapping
from datetime import datetime

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.findings import FindingsError, Severity
from voortgang.office.made import Made
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.pptx.write import write_deck
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.source.templates import Template


def make_deck(
    blocks: Blocks,
    figures: Mapping[str, Cijfer],
    template: Template,
    settings: Settings,
    date: datetime | None,
) -> Made:
    """Make the deck of a rendered text in the house style of `template` (.pptx or .potx).

    `date` is what the file carries; None for a report without a date. Raises FindingsError where
    the template cannot be used, or a picture cannot.
    """
    content = template.bytes()
    huisstijl, found = read_huisstijl(content, template.file)
    planned = plan_deck(blocks, figures, huisstijl, settings)
    findings = (*found, *planned.findings)
    if any(finding.severity is Severity.ERROR for finding in planned.findings):
        raise FindingsError(findings)
    return Made(write_deck(planned.deck, huisstijl, content, date), findings)
