"""Files that are named on the command line, also by a pattern, which not every shell expands."""

from collections.abc import Iterable, Mapping
from glob import has_magic
from pathlib import Path

from voortgang.cli.session import Session
from voortgang.findings import Obstacle

_OPEN = "~$"  # what Excel, Word and PowerPoint put before the name of a file that is open


def named_files(session: Session, typed: Iterable[Path]) -> Mapping[str, Path]:
    """Find files by how they were named, each once; patterns are expanded.

    What Office keeps beside a file that is open is passed over, and that is said. Raises Obstacle
    where nothing is left.
    """
    found: dict[Path, str] = {}
    for each in typed:
        for name, path in _matching(session, each):
            found.setdefault(path.absolute(), name)
    named = {name: path for path, name in found.items() if not path.name.startswith(_OPEN)}
    for path, name in found.items():
        if path.name.startswith(_OPEN):
            session.complain(
                f"let op: ‘{name}’ is overgeslagen: ‘{path.name.removeprefix(_OPEN)}’ is nog open; "
                "wat daarin niet is bewaard, komt niet mee"
            )
    if not named:
        raise Obstacle("er is geen bestand om te lezen", "noem een bestand dat niet open is")
    return named


def _matching(session: Session, typed: Path) -> Iterable[tuple[str, Path]]:
    """Look where the user is, and then in the workspace, where `export` puts its files."""
    homes = (Path.cwd(), session.workspace.root)
    if typed.is_absolute():
        homes = (Path(typed.anchor),) * 2
        typed = typed.relative_to(typed.anchor)
    for home in homes:
        if (home / typed).exists():
            return [_named(home, home / typed)]
        if has_magic(str(typed)) and (paths := sorted(home.glob(str(typed)))):
            return [_named(home, path) for path in paths]
    if has_magic(str(typed)):
        raise Obstacle(f"geen bestand past op ‘{typed}’", "kijk de map en de naam na")
    return [_named(homes[0], homes[0] / typed)]


def _named(home: Path, path: Path) -> tuple[str, Path]:
    """Name a file as it is seen from where it was looked for; from here where that is shorter."""
    here = Path.cwd()
    start = here if home == Path(home.anchor) and path.is_relative_to(here) else home
    name = path if start == Path(start.anchor) else path.relative_to(start)
    return name.as_posix(), path
