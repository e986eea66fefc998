"""Next year's files from last year's: what stays true is kept, each plan awaits its answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from voortgang.model.rapport import Rapport
from voortgang.model.reading import RAPPORT, Reading
from voortgang.opvolging.new_year.domein import new_domein
from voortgang.opvolging.new_year.rapport import new_rapport
from voortgang.source.yaml.nodes import Document


@dataclass(frozen=True, slots=True)
class NewYear:
    """The files of the new year by name, and what there is to tell about them.

    `plans` counts different plans to be answered. `left` are the titles that last year itself
    never answered: they await their answer there, and are not carried over. `mentions` are the
    lines of the new rapport.yaml, from 1, in which last year's number still stands.
    """

    files: Mapping[str, str]
    plans: int
    left: tuple[str, ...]
    mentions: tuple[int, ...]


def new_year(reading: Reading, jaar: int, known: Collection[str] | None = None) -> NewYear:
    """Make the files of `jaar` from a year that was read without errors.

    `known` are the ids of all acties of all earlier years: a vervolg_op that names another one is
    left out, for it would be an error there. None leaves each as it is. Raises ValueError where
    the reading has no rapport.
    """
    rapport = reading.rapport
    if rapport is None:
        raise ValueError(reading.year)
    documents = reading.documents
    head = new_rapport(documents[RAPPORT], jaar)
    files = {f"{RAPPORT}.yaml": _text(documents[RAPPORT], head)}
    for domein in rapport.domeinen:
        document = documents[domein.id]
        lines = new_domein(document, domein, rapport.rapportjaar, known)
        files[f"{domein.id}.yaml"] = _text(document, lines)
    plans = {actie.id for domein in rapport.domeinen for actie in domein.planning}
    year = f"{rapport.rapportjaar}"
    mentions = tuple(number for number, line in enumerate(head, 1) if year in line)
    return NewYear(files, len(plans), _left(rapport, plans), mentions)


def _left(rapport: Rapport, plans: Collection[str]) -> tuple[str, ...]:
    waiting = (actie for domein in rapport.domeinen for actie in domein.te_beantwoorden)
    return tuple({each.id: each.titel for each in waiting if each.id not in plans}.values())


def _text(document: Document, lines: list[str]) -> str:
    line_end = "\r\n" if "\r\n" in document.text else "\n"
    return line_end.join([*lines, ""])
