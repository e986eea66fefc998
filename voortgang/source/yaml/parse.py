"""Strict reading: from the bytes of a file to its positioned tree and all that is wrong with it."""

from typing import TypeAlias

import yaml

from voortgang.findings import Finding, Place, in_order
from voortgang.source.yaml.comments import scalars
from voortgang.source.yaml.decode import Decoded, decode
from voortgang.source.yaml.nodes import Document, Keys, Node, Scalar
from voortgang.source.yaml.regels import VORM
from voortgang.source.yaml.tree import LOADER, Loader, TooDeep, build

_TRIES = 20
_LARGE = 200_000
_TRIES_LARGE = 3


def parse_document(
    file: str, content: bytes, keys: Keys, loader: Loader = LOADER
) -> tuple[Document, tuple[Finding, ...]]:
    """Read a YAML file strictly; `file` is how findings name it, `keys` what may stand in it.

    Never raises, whatever the bytes. The document's root is None where its structure is in doubt:
    then nothing should be said of what it lacks, and `partial` is what could be read.
    """
    decoded = decode(file, content)
    root, doubtful, findings = _parse(file, decoded, keys, loader)
    found = in_order((*decoded.findings, *findings))
    if root is None and not found:
        hint = "schrijf er minstens een regel 'titel: …' in, of verwijder het bestand"
        found = (VORM.at(Place(file, 1, 1), "dit bestand is leeg", hint),)
    whole, partial = (None, root) if doubtful else (root, None)
    return Document(file, decoded.text, whole, partial, frozenset(doubtful)), found


Parsed: TypeAlias = tuple[Node | None, set[int], list[Finding]]


def _parse(file: str, decoded: Decoded, keys: Keys, loader: Loader) -> Parsed:
    """Give the tree, the lines that were mended for it, and what was found."""
    clean = decoded.clean
    if clean is None:
        return None, set(), []
    if not clean.startswith("%") and "\n%" not in clean:
        try:
            return _certain(*build(file, clean, loader), {*decoded.mended})
        except TooDeep as deep:
            return None, set(), [deep.finding]
        except yaml.MarkedYAMLError:
            pass  # and what it is comes out below
    return _mended(file, decoded, clean, keys, loader)


def _certain(root: Node | None, findings: list[Finding], doubtful: set[int]) -> Parsed:
    """Leave out what a line that was mended may have caused, and a tree of nothing.

    A text that goes on on such a line is in doubt from where it begins.
    """
    nothing = isinstance(root, Scalar) and root.empty
    if root and doubtful:
        doubtful = doubtful | {
            text.line
            for text in scalars(root)
            if text.plain and not doubtful.isdisjoint(range(text.line + 1, text.end_line + 1))
        }
    certain = [finding for finding in findings if finding.line not in doubtful]
    return None if nothing else root, doubtful, certain


def _mended(file: str, decoded: Decoded, clean: str, keys: Keys, loader: Loader) -> Parsed:
    # Only a file with a mistake needs this, and loading it takes time.
    from voortgang.source.yaml.repair import Repair

    lines = {finding.line for finding in decoded.findings}
    repair = Repair(file, clean, lines | decoded.mended, keys)
    repair.put_directives_aside()
    for _ in range(_TRIES if len(clean) < _LARGE else _TRIES_LARGE):
        try:
            root, findings = build(file, repair.text(), loader)
        except TooDeep as deep:
            return None, repair.touched, [*repair.findings, deep.finding]
        except yaml.MarkedYAMLError as error:
            if not repair.mend(error):
                break
            continue
        root, doubtful, certain = _certain(root, findings, repair.touched | decoded.mended)
        return root, doubtful, [*repair.findings, *certain]
    return None, repair.touched, repair.findings
