"""`voortgang diff`: what became of the plans, or what changed since a revision."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.cli.typed import listed, one_of
from voortgang.findings import FindingsError, Obstacle

if TYPE_CHECKING:
    from voortgang.model import Reading
    from voortgang.opvolging.report.page import Page

FORMATS = ("text", "json", "md")


def run(
    ctx: typer.Context,
    years: Annotated[
        list[str], typer.Argument(metavar="VAN [NAAR]", help="Twee jaren, of één met --since.")
    ],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Een tak, label of commit van git."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="VORM", help=f"{listed(FORMATS)}.")
    ] = "text",
) -> int:
    """Toon wat er van de plannen werd, of wat er veranderde.

    Met twee jaren: wat er tegen NAAR werd van elk plan van VAN, door de jaren ertussen gevolgd, en
    wat er nieuw is. Met één jaar en --since: wat er in de gegevens van dat jaar veranderde sinds
    een revisie van git.
    """
    session: Session = ctx.obj
    one_of("--format", form, FORMATS)
    if since is None:
        return _follow_up(session, years, form)
    return _since(session, years, since, form)


def _follow_up(session: Session, typed: list[str], form: str) -> int:
    from voortgang.content.markdown.author import author_words
    from voortgang.findings.machine import as_json
    from voortgang.model import rapporten_of, read_all
    from voortgang.opvolging.aanbevelingen import changed, over_years
    from voortgang.opvolging.follow_up import follow_up
    from voortgang.opvolging.report.md import as_typed
    from voortgang.opvolging.report.page import opvolging_page

    van, naar = _two_years(session, typed)
    years = [year for year in session.workspace.years() if year <= naar]
    readings = read_all(session.workspace, years)
    wrong = [each for year in years if year >= van for each in readings[year].wrong]
    if wrong:
        raise FindingsError(wrong)
    known = rapporten_of(readings, naar)
    result = follow_up(known[van], known[naar], known.values())
    audits = readings[naar].audits
    standen = over_years(audits, known.values())
    aanbevelingen = changed(standen[van], standen[naar])
    if form == "json":
        told = [each.as_json() for each in aanbevelingen]
        more = {"aanbevelingen": told} if audits.audits else {}
        session.result(as_json({**result.as_json(), **more}))
    else:
        write = partial(author_words, write=as_typed if form == "md" else None)
        _show(session, opvolging_page(result, aanbevelingen, write), form)
    return 0


def _since(session: Session, typed: list[str], revision: str, form: str) -> int:
    from voortgang.cli.typed import known_years
    from voortgang.findings.machine import as_json
    from voortgang.model import KEYS, read_all, read_audits, read_rapport
    from voortgang.opvolging.audit_changes import audit_changes
    from voortgang.opvolging.changes import changes
    from voortgang.opvolging.report.page import wijzigingen_page
    from voortgang.source import audits_at, year_at

    if len(typed) != 1:
        raise Obstacle(
            "bij --since hoort één jaar", "typ bijvoorbeeld `voortgang diff 2022 --since HEAD`"
        )
    (jaar,) = known_years(session, typed)
    audits = read_audits(audits_at(session.workspace, revision, KEYS))
    old = read_rapport(year_at(session.workspace, jaar, revision, KEYS), audits)
    if old.rapport is None or old.wrong:
        return _tell_old_errors(session, old, revision)
    new = read_all(session.workspace, (jaar,))[jaar]
    if new.rapport is None or new.wrong:
        raise FindingsError(new.wrong)
    result = changes(old.rapport, new.rapport)
    if audits.audits or new.audits.audits:
        changed = audit_changes(audits.of(jaar), new.audits.of(jaar))
        result = replace(result, audits=changed)
    if form == "json":
        session.result(as_json(result.as_json(revision)))
    else:
        _show(session, wijzigingen_page(result, revision), form)
    return 0


def _two_years(session: Session, typed: list[str]) -> tuple[int, int]:
    from voortgang.cli.typed import known_years, parse_year

    if len(typed) != 2:  # noqa: PLR2004 -- VAN and NAAR
        raise Obstacle(
            "diff vergelijkt twee jaren, of één jaar met een revisie",
            "typ bijvoorbeeld `voortgang diff 2022 2023` of `voortgang diff 2022 --since HEAD`",
        )
    van, naar = (parse_year(text) for text in typed)
    known_years(session, typed)
    if van == naar:
        hint = f"wat er in {van} veranderde sinds een revisie: `voortgang diff {van} --since HEAD`"
        raise Obstacle(f"{van} met zichzelf vergelijken zegt niets", hint)
    if naar < van:
        hint = f"zet het oudste jaar eerst: `voortgang diff {naar} {van}`"
        raise Obstacle(f"{naar} komt voor {van} en kan zijn plannen niet beantwoorden", hint)
    return van, naar


def _tell_old_errors(session: Session, old: "Reading", revision: str) -> int:
    """Print what is wrong with the data of a revision, with its own lines: they may be gone now."""
    from voortgang.findings.text import text_report

    documents = (*old.documents.values(), *old.audits.documents.values())
    texts = {f"{revision}:{each.file}": each.lines for each in documents}
    wrong = [replace(each, file=f"{revision}:{each.file}") for each in old.wrong]
    session.result(text_report(wrong, lambda file: texts.get(file, ()), colour=session.colour))
    session.complain(
        f"voortgang: de gegevens van {old.year} in revisie '{revision}' bevatten fouten"
    )
    return 1


def _show(session: Session, page: "Page", form: str) -> None:
    if form == "md":
        from voortgang.opvolging.report.md import md_page

        session.result(md_page(page))
    elif session.out.isatty() and page.parts:
        from voortgang.cli.diff_table import print_page

        print_page(session, page)
    else:
        from voortgang.opvolging.report.text import text_page

        session.result(text_page(page))
