"""The source: strict YAML with positions, the workspace, git revisions, safe writing."""

from voortgang.source.git import audits_at, year_at
from voortgang.source.picture import read_picture
from voortgang.source.templates import Template, Templates
from voortgang.source.workspace import FolderSource, Workspace, YearSource, load_audits, load_year
from voortgang.source.write import write_files
from voortgang.source.yaml.nodes import Document, Node

__all__ = [
    "Document",
    "FolderSource",
    "Node",
    "Template",
    "Templates",
    "Workspace",
    "YearSource",
    "audits_at",
    "load_audits",
    "load_year",
    "read_picture",
    "write_files",
    "year_at",
]
