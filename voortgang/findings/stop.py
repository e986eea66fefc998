"""The two ways in which work ends early. Only `cli` catches them, in one place."""

from collections.abc import Iterable

from voortgang.findings.finding import Finding


class FindingsError(Exception):
    """The user's files hold errors that leave nothing to go on with (exit status 1)."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(f"{len(self.findings)} findings")


class Obstacle(Exception):  # noqa: N818 -- it is not the program's error: the world stands in the way
    """Wrong use, or a world that stands in the way: no such year, disk full (exit status 2).

    `message` and `hint` are Dutch, like those of a Finding.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)
