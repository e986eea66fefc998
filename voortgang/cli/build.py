"""`voortgang build`: the deck and the nota of one or more years."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.options import one_of
from voortgang.cli.session import Session
from voortgang.cli.years import known_years
from voortgang.documents.year import (
    FORMATS,
    USUAL,
    Built,
    Job,
    Order,
    Sources,
    YearDocuments,
    begin_notas,
    make_documents,
    moment_of,
)
from voortgang.findings import FindingsError, Severity

COLLECTED = 5  # years: each leaves some 2 MB that only a collection clears away

if TYPE_CHECKING:
    from voortgang.model import Reading
    from voortgang.nota.pdf.process import Process


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str] | None, typer.Argument(metavar="JAAR", help="Standaard het nieuwste jaar.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="MAP", help="In welke map; anders uitvoer."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f", "--format", metavar="VORM", help="pptx, docx, html, pdf of md; mag vaker."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Bouw niet als er waarschuwingen zijn.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Bouw opnieuw na elke wijziging, tot Ctrl-C.")
    ] = False,
    show: Annotated[bool, typer.Option("--open", help="Open daarna de presentatie.")] = False,
) -> int:
    """Maak de presentatie en de nota.

    Eerst worden de gegevens gecontroleerd. Bij een fout verandert er niets in de uitvoermap.
    """
    session: Session = ctx.obj
    for form in formats or ():
        one_of("-f", form, FORMATS)
    wanted = known_years(session, years or ())
    order = Order(
        years=wanted if years else wanted[-1:],
        output=session.placed(output, "uitvoer"),
        formats=tuple(form for form in FORMATS if form in (formats or USUAL)),
        strict=strict,
    )
    if watch:
        from voortgang.cli.watch import keep_building

        return keep_building(session, order, build)
    built = build(session, order)
    if show:
        typer.launch(str(next(iter(built.paths))))
    return 0


def build(session: Session, order: Order) -> Built:
    """Make all that was asked for in memory, then put it in place at once.

    Raises FindingsError on an error in data or templates (with `strict` on a warning too), and
    Obstacle where a file can't be written; either way nothing in the output folder has changed.
    """
    from voortgang.cli.progress import show_progress
    from voortgang.cli.report import print_findings
    from voortgang.cli.summary import print_summary
    from voortgang.source import write_files

    with show_progress(session, order) as tell:
        built = _make(session, order, tell)
    if order.strict and built.findings:
        raise FindingsError(built.findings)
    write_files(built.paths)
    print_findings(session, built.findings)
    print_summary(session, built, order)
    return built


def _make(session: Session, order: Order, tell: Callable[[str], None]) -> Built:
    from voortgang import nota
    from voortgang.checks import check
    from voortgang.model import read_all
    from voortgang.source import paused_gc

    with paused_gc():
        readings = read_all(session.workspace)
        findings = check(readings, order.years)
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise FindingsError(findings)
        with nota.start_typst() if "pdf" in order.formats else nullcontext() as typst:
            made = list(_documents(session, order, readings, typst, tell))
    paths = {
        order.output / str(documents.year) / name: content
        for documents in made
        for name, content in documents.files.items()
    }
    found = [
        finding
        for year, documents in zip(order.years, made, strict=True)
        for finding in documents.findings
        if finding.code not in _ignored(readings[year])
    ]
    return Built(tuple(made), paths, tuple(dict.fromkeys((*findings, *found))))


def _documents(
    session: Session,
    order: Order,
    readings: Mapping[int, "Reading"],
    typst: "Process | None",
    tell: Callable[[str], None],
) -> Iterator[YearDocuments]:
    from voortgang.content.cijfers.verloop import Verloop
    from voortgang.source import Templates, read_picture

    templates = Templates(session.workspace.root)
    known = {
        year: reading.rapport
        for year, reading in readings.items()
        if reading.rapport and year <= max(order.years)
    }
    verloop = Verloop.of(known)
    begun: tuple[Sources, tuple[Job, ...]] | None = None
    for number, year in enumerate(order.years):
        if number and number % COLLECTED == 0:
            gc.collect()
        if year not in known:
            raise FindingsError(readings[year].findings)
        rapport = known[year]
        sources = Sources(
            rapport=rapport,
            earlier={earlier: known[earlier] for earlier in known if earlier < year},
            verloop=verloop,
            templates=templates,
            moment=moment_of(rapport, os.environ.get("SOURCE_DATE_EPOCH")),
            picture=partial(read_picture, session.workspace.root),
            typst=typst,
        )
        # The pdf takes as long as all the rest: it begins while the year before is still made.
        before, begun = begun, (sources, begin_notas(sources, order.formats))
        if before:
            yield make_documents(before[0], order.formats, before[1], tell)
    if begun:
        yield make_documents(begun[0], order.formats, begun[1], tell)


def _ignored(reading: "Reading") -> tuple[str, ...]:
    return reading.rapport.controle.negeer if reading.rapport else ()
