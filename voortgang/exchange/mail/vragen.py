"""The messages of a year, made in a bounded process: their text may be anybody's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from typing import TypeAlias

from voortgang.content.regels import SJABLOON
from voortgang.content.template.render import render
from voortgang.exchange.excel.workbook import make_workbook
from voortgang.exchange.mail.bericht import make_bericht
from voortgang.exchange.mail.vraag import Vraag
from voortgang.findings import Finding, FindingsError, Place
from voortgang.model import Rapport
from voortgang.opvolging.standen import Standen
from voortgang.source import Templates
from voortgang.source.bounded.pool import LimitReached, Tell, Workers

TEMPLATE = "vraag.md.j2"


@dataclass(frozen=True, slots=True)
class Berichten:
    """The messages by the name of their file, and what was found in their text."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


Asked: TypeAlias = tuple[Vraag, Standen]  # with what of audits and risks is that service's


def make_berichten(
    rapport: Rapport, asked: Sequence[Asked], templates: Templates, tegen: str | None
) -> Berichten:
    """Make a message for each question; raises FindingsError on an error in the template."""
    with Workers({"vraag": ()}) as workers:
        answer = workers.ask("vraag", _make, rapport, tuple(asked), templates, tegen)
        try:
            return answer()
        except LimitReached:
            message = "hiermee kan de mail niet worden gemaakt: het duurt te lang"
            hint = "vergelijk met het meegeleverde sjabloon"
            place = Place(templates.find(TEMPLATE).file, 1, 1)
            raise FindingsError([SJABLOON.at(place, message, hint)]) from None


def _make(
    tell: Tell,
    rapport: Rapport,
    asked: Sequence[Asked],
    templates: Templates,
    tegen: str | None,
) -> Berichten:
    template = templates.find(TEMPLATE)
    files: dict[str, bytes] = {}
    findings: dict[Finding, None] = {}
    for vraag, standen in asked:
        tell(template.file)
        werkboek = f"acties-{rapport.rapportjaar}-{vraag.name}.xlsx"
        rendered = render(template, vraag.context(rapport, tegen, werkboek))
        content = make_workbook(rapport, vraag.dienst, standen)
        files[f"{vraag.name}.eml"] = make_bericht(rendered.blocks, _to(vraag), werkboek, content)
        findings |= dict.fromkeys(rendered.findings)
    return Berichten(files, tuple(findings))


def _to(vraag: Vraag) -> Address | None:
    """Give whom the message is for; None where there is no address that a mail can go to."""
    try:
        return Address(vraag.naam or vraag.dienst, addr_spec=vraag.e_mail) if vraag.e_mail else None
    except (ValueError, IndexError):
        return None
