"""Options that are one of a few words."""

from collections.abc import Sequence

from voortgang.findings import Obstacle


def one_of(option: str, value: str, allowed: Sequence[str]) -> None:
    """Raise Obstacle where an option has none of the words it may have."""
    if value not in allowed:
        *most, last = allowed
        raise Obstacle(f"{option} kent ‘{value}’ niet", f"kies uit {', '.join(most)} of {last}")
