"""The report in the browser: drawn from the same plan as the deck, renewed on every save."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voortgang.preview.server import Preview
    from voortgang.source import Workspace

__all__ = ["open_preview"]


def open_preview(workspace: "Workspace", year: int, port: int) -> "Preview":
    """Build the first view of a year and open a local address for it; raises Obstacle.

    `port` 0 takes any free one. Nothing is served before `Preview.serve` is called.
    """
    from voortgang.preview.server import Preview

    return Preview(workspace, year, port)
