"""`voortgang new`: the next year's files."""

from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import FindingsError, Obstacle
from voortgang.findings.summary import how_many

if TYPE_CHECKING:
    from voortgang.opvolging.new_year.year import NewYear


def run(
    ctx: typer.Context,
    year: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar dat begint.")],
    origin: Annotated[
        str | None,
        typer.Option("--from", metavar="JAAR", help="Vertrek van dit jaar, niet van het vorige."),
    ] = None,
) -> int:
    """Begin een nieuw jaar met de bestanden van het vorige.

    Titels, criteria, risico's en maturiteit blijven. De realisaties zijn leeg. Elk plan van vorig
    jaar staat in te_beantwoorden: verplaats het naar realisaties, planning of vervallen. Bestaande
    bestanden worden nooit overschreven.
    """
    from voortgang.cli.typed import parse_year
    from voortgang.model import read_all
    from voortgang.opvolging.new_year.year import new_year
    from voortgang.source import write_files

    session: Session = ctx.obj
    workspace = session.workspace
    jaar = parse_year(year)
    van = _origin(session, jaar, origin)
    folder = workspace.data / f"{jaar:04}"
    _refuse_to_overwrite(session, jaar)
    readings = read_all(workspace, [each for each in workspace.years() if each < jaar])
    reading = readings[van]
    if reading.rapport is None:
        raise FindingsError(reading.findings)
    rapporten = [each.rapport for each in readings.values()]
    known = (
        {actie.id for rapport in rapporten if rapport for *_, actie in rapport.acties()}
        if all(rapporten)
        else None
    )
    made = new_year(reading, jaar, known)
    files = {folder / name: text.encode() for name, text in made.files.items()}
    write_files(files, workspace.root)
    _tell(session, made, jaar, van)
    if any(
        domein.maturiteit or any(risico.kans for risico in domein.risicos)
        for domein in reading.rapport.domeinen
    ):
        session.say(f"en beoordeel scores en maturiteit opnieuw: ze zijn nog die van {van}")
    return 0


def _origin(session: Session, jaar: int, typed: str | None) -> int:
    from voortgang.cli.typed import known_years

    present = known_years(session, [typed] if typed else ())
    earlier = [each for each in present if each < jaar]
    if not earlier:
        hint = f"jaren die er zijn: {', '.join(map(str, session.workspace.years()))}"
        raise Obstacle(f"een nieuw jaar {jaar} vertrekt van een jaar dat ervoor komt", hint)
    return earlier[-1]


def _refuse_to_overwrite(session: Session, jaar: int) -> None:
    folder = session.workspace.data / f"{jaar:04}"
    if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        hint = f"werk verder in die map, of verwijder ze eerst als u {jaar} opnieuw wilt beginnen"
        raise Obstacle(f"data/{jaar:04} bestaat al, en new overschrijft nooit", hint)


def _tell(session: Session, made: "NewYear", jaar: int, van: int) -> None:
    newest = max(each for each in session.workspace.years() if each < jaar)
    session.say(
        f"data/{jaar:04} gemaakt uit {van}: "
        f"{how_many(len(made.files) - 1, 'domein', 'domeinen')}, "
        f"{how_many(made.plans, 'plan', 'plannen')} te beantwoorden"
    )
    if newest != van:
        session.say(f"let op: check vergelijkt {jaar} met {newest}, niet met {van}")
    if made.mentions:
        lines = ", ".join(map(str, made.mentions))
        session.say(f"let op: in rapport.yaml staat nog '{van}' (regel {lines}); klopt dat?")
    if made.left:
        left = how_many(len(made.left), "plan staat", "plannen staan")
        stay = "het gaat" if len(made.left) == 1 else "ze gaan"
        session.say(
            f"let op: {left} in {van} nog in te_beantwoorden; "
            f"geef daar een antwoord, {stay} niet mee:"
        )
        for titel in made.left:
            session.say(f"  {titel}")
    session.say(f"nu: verplaats elk plan, daarna `voortgang check {jaar}`")
