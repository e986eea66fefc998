"""The way in, and the one place where what went wrong becomes an exit status."""

import errno
import os
import sys
from collections.abc import Sequence

from voortgang.cli.session import Session, prepare_streams
from voortgang.findings import FindingsError, Obstacle

# What the machine may say to any reading or writing; where it is known of which file, that is said.
WORLD = {
    errno.ENAMETOOLONG: "een bestandsnaam of pad is te lang",
    errno.ENOSPC: "de schijf is vol: de uitvoer kon niet worden geschreven",
    errno.EDQUOT: "uw schijfruimte is op: de uitvoer kon niet worden geschreven",
    errno.EFBIG: "een bestand werd groter dan dit systeem toelaat",
    errno.EACCES: "een bestand of map mag niet worden gelezen of beschreven",
    errno.EPERM: "een bestand of map mag niet worden gelezen of beschreven",
    errno.EBADF: "de uitvoer kan niet worden geschreven",
    errno.EIO: "de schijf of het netwerk antwoordt niet goed",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
}
DONE, FOUND, IN_THE_WAY, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


def main(args: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status (DESIGN §4): 0, 1, 2, 3 or 130."""
    prepare_streams()
    session = Session()
    try:
        status = _answered(session, list(sys.argv[1:] if args is None else args))
        session.out.flush()
    except BrokenPipeError:
        # Whoever read the output stopped reading (`voortgang regels | head`): nothing to tell.
        sys.stdout = None
        return DONE
    except OSError as error:
        sys.stdout = None  # what could not be written is not tried again at the end
        named = f": '{error.filename}'" if error.filename else ""
        session.stopped(WORLD.get(error.errno or 0, WORLD[errno.EBADF]) + named)
        return IN_THE_WAY
    return status


def _answered(session: Session, args: list[str]) -> int:
    try:
        _stand_somewhere()
        return _run(session, args)
    except FindingsError as error:
        session.findings(error.findings)
        session.say("de opdracht is niet uitgevoerd; herstel eerst wat hierboven staat")
        return FOUND
    except Obstacle as obstacle:
        session.stopped(obstacle.message, obstacle.hint)
        return IN_THE_WAY
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        session.stopped("er is te weinig geheugen", "sluit andere programma's")
        return IN_THE_WAY
    except Exception as fault:
        if isinstance(fault, BrokenPipeError) or getattr(fault, "errno", None) in WORLD:
            raise
        _confess(session, fault)
        return FAULT


def _stand_somewhere() -> None:
    try:
        os.getcwd()  # noqa: PTH109 -- to see whether it fails; Path.cwd() does the same
    except OSError:
        raise Obstacle(
            "de map waarin u staat, bestaat niet meer of mag niet worden gelezen",
            "ga met `cd` naar een andere map en probeer opnieuw",
        ) from None


def _run(session: Session, args: list[str]) -> int:
    from typer import Exit, TyperException

    from voortgang.cli.app import build_app
    from voortgang.cli.dutch import misused

    try:
        status = build_app()(args=args, prog_name="voortgang", standalone_mode=False, obj=session)
    except Exit as leave:
        return leave.exit_code
    except TyperException as error:
        raise misused(error) from error
    return status if isinstance(status, int) else DONE


def _confess(session: Session, fault: Exception) -> None:
    if session.debug:
        import traceback

        traceback.print_exception(fault, file=session.err)
    session.stopped(
        f"er ging iets mis in het programma zelf ({type(fault).__name__}: {fault}); meld dit",
        None
        if session.debug
        else "voer de opdracht opnieuw uit met `voortgang --debug …` en "
        "voeg de uitvoer bij uw melding",
    )
