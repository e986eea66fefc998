"""The deck: plan, measure and fit (pure), then written into a template."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from voortgang.presentatie.made import Made

if TYPE_CHECKING:
    from voortgang.content.blocks import Blocks
    from voortgang.content.cijfers.cijfer import Cijfer
    from voortgang.presentatie.plan.task import Settings
    from voortgang.source import Template

__all__ = ["Made", "Settings", "make_deck"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a module's attribute may be anything
    """Load Settings when it is asked for: its room measures and draws, the rules need neither."""
    if name == "Settings":
        from voortgang.presentatie.plan.task import Settings

        return Settings
    raise AttributeError(name)


def make_deck(
    blocks: "Blocks",
    figures: "Mapping[str, Cijfer]",
    template: "Template",
    settings: "Settings",
    date: datetime | None,
) -> Made:
    """Make the deck of a rendered text in the house style of `template` (.pptx or .potx).

    `date` is what the file carries; None for a report without a date. Raises FindingsError where
    the template cannot be used, or a picture cannot.
    """
    from voortgang.findings import FindingsError, Severity
    from voortgang.presentatie.plan.deck import plan_deck
    from voortgang.presentatie.pptx.write import write_deck
    from voortgang.presentatie.template.read import read_huisstijl

    content = template.bytes()
    huisstijl, found = read_huisstijl(content, template.file)
    planned = plan_deck(blocks, figures, huisstijl, settings)
    if any(finding.severity == Severity.ERROR for finding in planned.findings):
        raise FindingsError((*found, *planned.findings))
    made = write_deck(planned.deck, huisstijl, content, date)
    return Made(made, planned.deck, (*found, *planned.findings))
