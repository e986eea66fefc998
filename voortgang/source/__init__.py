"""The source: strict YAML with positions, the workspace, git revisions, safe writing."""

from voortgang.source.inside import Unreadable, read_inside, read_picture
from voortgang.source.nodes import Document, Mapping, Node, Path, Scalar, Sequence
from voortgang.source.parse import parse_document
from voortgang.source.regels import REGELN
from voortgang.source.templates import Template, Templates
from voortgang.source.tree import paused_gc
from voortgang.source.workspace import Workspace, YearSource, load_year

__all__ = [
    "REGELN",
    "Document",
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
    "load_year",
    "parse_document",
    "paused_gc",
    "read_inside",
    "read_picture",
]
