"""The source: strict YAML with positions, the workspace, git revisions, safe writing."""

from typing import TYPE_CHECKING, Any

from voortgang.source.inside import Unreadable, read_inside
from voortgang.source.picture import read_picture
from voortgang.source.workspace import Workspace, YearSource, load_year
from voortgang.source.yaml.comments import LostComment, ignored_codes, lost_comments, text_lines
from voortgang.source.yaml.nodes import Document, Keys, Mapping, Node, Path, Scalar, Sequence
from voortgang.source.yaml.parse import parse_document
from voortgang.source.yaml.regels import REGELN

if TYPE_CHECKING:
    from voortgang.source.templates import Template, Templates
    from voortgang.source.write import write_files


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever the name stands for
    """Import what a `check` does without only when it is asked for."""
    if name in ("Template", "Templates"):
        from voortgang.source import templates

        return getattr(templates, name)
    if name == "write_files":
        from voortgang.source import write

        return write.write_files
    raise AttributeError(name)


def year_at(workspace: Workspace, year: int, revision: str, keys: Keys) -> YearSource:
    """Read the files of a year as they were in a git revision; raises Obstacle."""
    from voortgang.source import git

    return git.year_at(workspace, year, revision, keys)


__all__ = [
    "REGELN",
    "Document",
    "Keys",
    "LostComment",
    "Mapping",
    "Node",
    "Path",
    "Scalar",
    "Sequence",
    "Template",
    "Templates",
    "Unreadable",
    "Workspace",
    "YearSource",
    "ignored_codes",
    "load_year",
    "lost_comments",
    "parse_document",
    "read_inside",
    "read_picture",
    "text_lines",
    "write_files",
    "year_at",
]
