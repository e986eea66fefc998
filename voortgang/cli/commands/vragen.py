"""`voortgang vragen`: per service a mail to send, with its workbook."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voortgang.cli.session import Session
from voortgang.findings import FindingsError, Obstacle

if TYPE_CHECKING:
    from voortgang.exchange.mail.vraag import Vraag
    from voortgang.opvolging.beantwoord import DienstStand


def run(
    ctx: typer.Context,
    year: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar dat u verzamelt.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="MAP", help="In welke map; anders uitvoer/JAAR/vragen."
        ),
    ] = None,
    dienst: Annotated[
        list[str] | None,
        typer.Option("--dienst", metavar="NAAM", help="Alleen deze dienst; mag meer dan eens."),
    ] = None,
    tegen: Annotated[
        str | None,
        typer.Option("--tegen", metavar="DATUM", help="Tegen wanneer u antwoord verwacht."),
    ] = None,
) -> int:
    """Maak voor elke dienst een mail met haar werkboek: wat ze beloofde, wat te laat is.

    Er wordt niets verstuurd: elk .eml-bestand opent als ontwerp in uw mailprogramma. De adressen
    komen uit `diensten` in rapport.yaml. Wie alles al beantwoordde, krijgt geen mail.
    """
    from voortgang.cli.typed import known_years
    from voortgang.exchange.mail.vraag import known_diensten, vragen
    from voortgang.exchange.mail.vragen import make_berichten
    from voortgang.findings.summary import how_many
    from voortgang.model import read_all, slug
    from voortgang.opvolging.beantwoord import answered, table
    from voortgang.opvolging.standen import Standen
    from voortgang.source import Templates, write_files

    session: Session = ctx.obj
    (number,) = known_years(session, [year])
    day = None if tegen is None else _day(tegen, number)
    readings = read_all(session.workspace)
    rapport, wrong = readings[number].rapport, readings[number].wrong
    if rapport is None or wrong:
        raise FindingsError(wrong)
    counted = answered(readings, number, sinds=True)
    known = known_diensten(rapport, counted)
    asked = vragen(rapport, counted, _wanted(known, dienst or ()))
    stands = Standen.of(readings, number)
    questions = [(each, stands.of_dienst(each.dienst)) for each in asked]
    made = make_berichten(rapport, questions, Templates(session.workspace.root), day)
    folder = session.placed(output, f"uitvoer/{number}/vragen")
    write_files({folder / name: content for name, content in made.files.items()},
                session.home(output))  # fmt: skip
    session.findings(made.findings)
    for line in table(counted, number):
        session.say(line)
    _tell(session, asked, counted)
    if not asked:
        session.complain(_why_nobody(counted, number, first=number == min(readings)))
    where = output or f"uitvoer/{number}/vragen"
    if not dienst:
        gone = [each for each in known.values() if f"{slug(each)}.eml" not in made.files]
        left = [each for each in gone if (folder / f"{slug(each)}.eml").is_file()]
        if left:
            session.complain(
                f"let op: in {where} ligt nog een mail van vroeger aan {', '.join(left)}; "
                "daar staat niets meer open, verstuur ze niet"
            )
    session.say(f"{how_many(len(made.files), 'mail', 'mails')} geschreven in {where}; "
                "er is niets verstuurd")  # fmt: skip
    return 0


def _day(typed: str, jaar: int) -> str:
    """Read a day as people type it; raise Obstacle on anything else."""
    from contextlib import suppress

    from voortgang.exchange.excel.typed import moment
    from voortgang.model.termijn import Termijn, datum_meant
    from voortgang.model.waarden import Kind

    with suppress(ValueError):
        day = Termijn.parse(moment(Kind.DATUM, typed))
        if day.text == day.end.isoformat():
            return str(day)
    raise Obstacle(f"‘{typed}’ is geen dag", datum_meant(typed, jaar))


def _wanted(known: Mapping[str, str], typed: Sequence[str]) -> Sequence[str]:
    """Find the services that were typed; raise Obstacle for one that nobody knows."""
    from difflib import get_close_matches

    from voortgang.opvolging.beantwoord import same

    wanted: dict[str, str] = {}
    for name in typed:
        key = same(name) or ""
        if key not in known:
            near = get_close_matches(key, known, 1, 0.6)
            meant = f"; bedoelde u ‘{known[near[0]]}’?" if near else ""
            hint = "kijk de naam na, of zet de dienst onder diensten in rapport.yaml"
            raise Obstacle(f"geen enkele actie heeft dienst ‘{name}’{meant}", hint)
        wanted[key] = known[key]
    return tuple(wanted.values())


def _why_nobody(standen: "Sequence[DienstStand]", jaar: int, *, first: bool) -> str:
    """Say why no service is asked anything, and what to do to ask one all the same."""
    if any(each.open for each in standen):
        return f"let op: geef die plannen in data/{jaar} een dienst, dan krijgt die een mail"
    if standen:
        return (
            f"let op: alle plannen zijn in {jaar} al beantwoord; noem met --dienst wie u toch nog "
            "iets wilt vragen"
        )
    why = f"{jaar} is het eerste jaar" if first else "in het vorige rapport staat geen enkel plan"
    return (
        f"let op: {why}, dus is er niets beloofd om naar te vragen; wilt u de diensten toch "
        "schrijven, zet ze dan onder diensten in rapport.yaml: elk krijgt een mail met een werkboek"
    )


def _tell(session: Session, asked: "Sequence[Vraag]", standen: "Sequence[DienstStand]") -> None:
    """Say whom nobody asks yet: plans without a service, services without an address."""
    nobody = [plan for each in standen if each.dienst is None for plan in each.open.values()]
    if nobody:
        session.complain("let op: deze plannen hebben geen dienst, en staan in geen enkele mail:")
    for plan in nobody:
        session.complain(f"  {plan.titel}")
    unknown = [each.dienst for each in asked if not each.e_mail]
    if unknown:
        session.complain(
            f"let op: geen e-mailadres voor {', '.join(unknown)}; vul het in onder diensten in "
            "rapport.yaml, of typ het in de mail zelf"
        )
