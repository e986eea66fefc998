"""`build --watch`: build anew after every change, and keep going when the data is broken."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from voortgang.cli.report import print_findings
from voortgang.cli.session import Session
from voortgang.documents.year import Order
from voortgang.findings import FindingsError, Obstacle

# Editors save in bursts (a temporary file, a rename); one build answers them all.
SETTLE_MS = 100


def keep_building(
    session: Session, order: Order, build: Callable[[Session, Order], object]
) -> NoReturn:
    """Build now and after each change of data or templates, until interrupted."""
    _try(session, order, build)
    gc.enable()
    for _ in _changes(session.workspace.root):
        _try(session, order, build)
    raise KeyboardInterrupt


def _changes(root: Path) -> Iterator[object]:
    from watchfiles import watch

    folders = [folder for folder in (root / "data", root / "templates") if folder.is_dir()]
    return watch(*folders, debounce=SETTLE_MS, step=20, recursive=True)


def _try(session: Session, order: Order, build: Callable[[Session, Order], object]) -> None:
    try:
        build(session, order)
    except FindingsError as error:
        print_findings(session, error.findings)
        session.say("er is niets gebouwd; herstel de fouten hierboven en sla op")
    except Obstacle as obstacle:
        session.complain(f"voortgang: {obstacle.message}")
        if obstacle.hint:
            session.complain(f"  oplossing: {obstacle.hint}")
    session.out.flush()
    session.say("wachten op wijzigingen; stop met Ctrl-C")
