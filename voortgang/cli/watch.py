"""`build --watch`: build anew after every change, and keep going when the data is broken."""

from collections.abc import Callable
from typing import NoReturn

from voortgang.cli.session import Session
from voortgang.findings import FindingsError, Obstacle
from voortgang.source.changes import changes


def keep_building(session: Session, build: Callable[[], object]) -> NoReturn:
    """Build now and after each change of data, templates or pictures, until interrupted."""
    _try(session, build)
    for changed in changes(session.workspace.root):
        if changed:
            _try(session, build)
    raise KeyboardInterrupt


def _try(session: Session, build: Callable[[], object]) -> None:
    try:
        build()
    except FindingsError as error:
        session.findings(error.findings)
        session.say("er is niets gebouwd; herstel de fouten hierboven en sla op")
    except Obstacle as obstacle:
        session.stopped(obstacle.message, obstacle.hint)
    session.out.flush()
    session.say("wachten op wijzigingen; stop met Ctrl-C")
