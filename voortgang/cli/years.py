"""Years as they are typed on the command line."""

import re
from collections.abc import Iterable

from voortgang.cli.session import Session
from voortgang.findings import Obstacle


def parse_year(text: str) -> int:
    """Read a year of four digits; raise Obstacle on anything else."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Obstacle(f"‘{text}’ is geen jaar", "typ een jaar met vier cijfers, bijvoorbeeld 2022")
    return int(text)


def known_years(session: Session, typed: Iterable[str]) -> tuple[int, ...]:
    """Read years that must have a folder under data/, each once; none typed gives all of them."""
    present = session.workspace.years()
    if not present:
        raise Obstacle(
            f"er staat geen jaar onder {session.workspace.root / 'data'}",
            "ga naar de map van uw rapporten, noem ze met -C MAP, of begin met `voortgang init`",
        )
    wanted = tuple(dict.fromkeys(parse_year(text) for text in typed))
    for year in wanted:
        if year not in present:
            listed = ", ".join(map(str, present))
            raise Obstacle(f"er is geen map data/{year}", f"jaren die er wel zijn: {listed}")
    return wanted or present
