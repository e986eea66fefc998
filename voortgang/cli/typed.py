"""What is typed behind a command: years, and words to choose from."""

import re
from collections.abc import Iterable, Sequence

from voortgang.cli.session import Session
from voortgang.findings import Obstacle
from voortgang.source import Workspace


def one_of(option: str, value: str, allowed: Sequence[str]) -> None:
    """Raise Obstacle where an option has none of the words it may have."""
    if value not in allowed:
        raise Obstacle(f"{option} kent ‘{value}’ niet", f"kies uit {listed(allowed)}")


def listed(words: Sequence[str]) -> str:
    """Name the words to choose from, as a sentence does."""
    *most, last = words
    return f"{', '.join(most)} of {last}"


def parse_year(text: str) -> int:
    """Read a year of four digits; raise Obstacle on anything else."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Obstacle(f"‘{text}’ is geen jaar", "typ een jaar met vier cijfers, bijvoorbeeld 2022")
    return int(text)


def known_years(session: Session, typed: Iterable[str]) -> tuple[int, ...]:
    """Read years that must have a folder under data/, each once; none typed gives all of them."""
    present = session.workspace.years()
    if not present:
        raise _no_year_at_all(session)
    wanted = tuple(dict.fromkeys(parse_year(text) for text in typed))
    for year in wanted:
        if year not in present:
            raise _no_such_year(session, year, present)
    return wanted or present


def _no_year_at_all(session: Session) -> Obstacle:
    near = session.workspace.near_years()
    if near:
        return Obstacle(
            f"de map data/{near[0]} is geen jaar: een jaar heeft vier cijfers",
            "geef de map het jaar als naam, bijvoorbeeld 2022",
        )
    root = session.workspace.root
    above = Workspace(root.parent)
    hint = "ga naar de map van uw rapporten, noem ze met -C MAP, of begin met `voortgang init`"
    if root == above.data and above.years():
        hint = f"noem de map erboven: -C {above.root}"
    return Obstacle(f"er staat geen jaar onder {root / 'data'}", hint)


def _no_such_year(session: Session, year: int, present: Sequence[int]) -> Obstacle:
    message = f"er is geen map data/{year:04}"
    for name in session.workspace.near_years():
        if name.startswith(f"{year:04}") or name == f"{year:04}"[2:]:
            return Obstacle(
                message, f"hernoem data/{name}: een jaar heeft vier cijfers, niets meer"
            )
    hint = f"jaren die er wel zijn: {', '.join(map(str, present))}"
    if year == max(present) + 1:
        hint += f"; {year} begint u met `voortgang new {year}`"
    return Obstacle(message, hint)
