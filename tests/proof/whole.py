"""Whether a file that was written is whole: it parses as what its name says, and ends."""

import csv
import email
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email.policy import SMTP
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath

import yaml
from lxml import etree

_XML = (".xml", ".rels", ".vml")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Tree = etree._Element  # noqa: SLF001 -- the only name that lxml has for what it makes
_HEADERS = {"X-Unsent", "Subject", "To", "MIME-Version", "Content-Type", "Content-Language"}
_LONGEST_LINE = 998  # of a mail, by RFC 5322


def wrong_in(files: Mapping[str, bytes]) -> str | None:
    """Say what is wrong with the first of the files that is not whole."""
    for name, content in files.items():
        for wrong in _looked_at(name, content):
            return f"{name}: {wrong}"
    return None


def written(folder: Path, before: Mapping[str, bytes]) -> dict[str, bytes]:
    """Read what stands in a folder now and was not there so before."""
    files = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    now = {name: path.read_bytes() for name, path in files.items()}
    return {name: content for name, content in now.items() if before.get(name) != content}


def _looked_at(name: str, content: bytes) -> Iterator[str]:
    look = _LOOKS.get(PurePosixPath(name).suffix, _text)
    try:
        yield from look(content)
    except (ValueError, etree.XMLSyntaxError, zipfile.BadZipFile, yaml.YAMLError) as error:
        yield f"{type(error).__name__}: {error!s:.80}"


def package(content: bytes) -> Iterator[str]:
    """Look at an Office file: its parts parse, have names of their own, and refer to what is there.

    What refers to nothing makes Office call a file damaged, as ill-formed XML does.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        if len({name.casefold() for name in archive.namelist()}) < len(archive.namelist()):
            yield "two parts of one name"
    trees = {}
    for name, part in parts.items():
        if name.endswith(_XML):
            try:
                trees[name] = etree.fromstring(part)
            except etree.XMLSyntaxError as error:
                # A namespace need be no URI to be well-formed; libxml2 alone minds.
                if error.code != etree.ErrorTypes.WAR_NS_URI:
                    yield f"ill-formed {name}: {error}"
    for name, rels in trees.items():
        if name.endswith(".rels"):
            source = name.replace("_rels/", "").removesuffix(".rels")
            yield from _relations(source, rels, trees.get(source), parts)


def _relations(
    source: str, rels: Tree, tree: Tree | None, parts: Mapping[str, bytes]
) -> Iterator[str]:
    for rel in rels:
        target = normpath(join("/", dirname(source), rel.get("Target", ""))).lstrip("/")
        if rel.get("TargetMode") != "External" and target not in parts:
            yield f"{source} relates to {target}, which is not there"
    known = {"", *(rel.get("Id") for rel in rels)}
    for element in () if tree is None else tree.iter(etree.Element):
        for key, value in element.attrib.items():
            if key.startswith(_R) and value not in known:
                yield f"{source} asks for {value}, which is no relation of it"


def _pdf(content: bytes) -> Iterator[str]:
    if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
        yield "it does not begin and end as a pdf"


def _text(content: bytes) -> Iterator[str]:
    if "\0" in content.decode("utf-8"):
        yield "a null character"


def _html(content: bytes) -> Iterator[str]:
    yield from _text(content)
    HTMLParser().feed(content.decode("utf-8"))


def _mail(content: bytes) -> Iterator[str]:
    message = email.message_from_bytes(content, policy=SMTP)
    names = message.keys()
    if not set(names) <= _HEADERS or len(set(names)) < len(names):
        yield f"it has the headers {names}"
    if len(message["To"].addresses if "To" in message else ()) > 1:
        yield f"it goes to {message['To']}"
    if max(map(len, content.split(b"\r\n"))) > _LONGEST_LINE:
        yield "it has a line that is too long"
    for sheet in message.iter_attachments():
        yield from package(sheet.get_content())


def _csv(content: bytes) -> Iterator[str]:
    text = content.decode("utf-8-sig")
    if len({len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")}) > 1:
        yield "its rows are not of one length"


_LOOKS: dict[str, Callable[[bytes], Iterator[str]]] = {
    **dict.fromkeys((".pptx", ".docx", ".xlsx"), package),
    ".pdf": _pdf,
    ".html": _html,
    ".eml": _mail,
    ".csv": _csv,
    ".json": lambda content: iter(json.loads(content.decode("utf-8")) and ()),
    ".yaml": lambda content: iter(yaml.compose(content.decode("utf-8")) and ()),
    ".svg": lambda content: iter(etree.fromstring(content) is None and ()),
}
