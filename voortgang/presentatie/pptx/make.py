"""A deck as a PowerPoint file."""

from datetime import datetime

from voortgang.office.made import Made
from voortgang.presentatie.plan.prepare import Prepared
from voortgang.presentatie.pptx.write import write_deck


def make_deck(prepared: Prepared, date: datetime | None) -> Made:
    """Write a deck into its template; `date` is what the file carries, None for none."""
    content = write_deck(prepared.deck, prepared.huisstijl, prepared.template, date)
    return Made(content, prepared.findings)
