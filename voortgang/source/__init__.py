"""The source: strict YAML with positions, the workspace, git revisions, safe writing."""

from voortgang.source.git import audits_at, year_at
from voortgang.source.inside import Unreadable, read_inside
from voortgang.source.picture import read_picture
from voortgang.source.templates import Template, Templates
from voortgang.source.workspace import FolderSource, Workspace, YearSource, load_audits, load_year
from voortgang.source.write import write_files
from voortgang.source.yaml.comments import lost_comments
from voortgang.source.yaml.nodes import Document, Mapping, Node, Scalar, Sequence
from voortgang.source.yaml.parse import parse_document
from voortgang.source.yaml.regels import REGELN

__all__ = [
    "REGELN",
    "Document",
    "FolderSource",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Template",
    "Templates",
    "Unreadable",
    "Workspace",
    "YearSource",
    "audits_at",
    "load_audits",
    "load_year",
    "lost_comments",
    "parse_document",
    "read_inside",
    "read_picture",
    "write_files",
    "year_at",
]
