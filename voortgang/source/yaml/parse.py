"""Strict reading: from the bytes of a file to its positioned tree and all that is wrong with it."""

from typing import TypeAlias

import yaml

from voortgang.findings import Finding, Place, in_order
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
    if decoded.clean is None:
        return Document(file, decoded.text, None), decoded.findings or (_empty(file),)
    root, doubtful, findings = _parse(file, decoded, decoded.clean, keys, loader)
    whole, partial = (None, root) if doubtful else (root, None)
    document = Document(file, decoded.text, whole, partial, frozenset(doubtful))
    return document, in_order((*decoded.findings, *findings))


Parsed: TypeAlias = tuple[Node | None, set[int], list[Finding]]


def _parse(file: str, decoded: Decoded, clean: str, keys: Keys, loader: Loader) -> Parsed:
    """Give the tree, the lines that were mended for it, and what was found."""
    if not clean.startswith("%") and "\n%" not in clean:
        try:
            root, findings = build(file, clean, loader)
        except TooDeep as deep:
            return None, set(), [deep.finding]
        except yaml.MarkedYAMLError:
            pass  # and what it is comes out below
        else:
            return _whole(file, decoded, root, findings)
    return _mended(file, decoded, clean, keys, loader)


def _whole(file: str, decoded: Decoded, root: Node | None, findings: list[Finding]) -> Parsed:
    if root is None or (isinstance(root, Scalar) and root.empty):
        told = findings or decoded.findings
        return None, set(decoded.mended), findings if told else [_empty(file)]
    certain = [finding for finding in findings if finding.line not in decoded.mended]
    return root, set(decoded.mended), certain


def _empty(file: str) -> Finding:
    hint = "schrijf er minstens een regel 'titel: …' in, of verwijder het bestand"
    return VORM.at(Place(file, 1, 1), "dit bestand is leeg", hint)


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
        if isinstance(root, Scalar) and root.empty:
            root = None
        doubtful = repair.touched | decoded.mended
        findings = [finding for finding in findings if finding.line not in doubtful]
        return root, doubtful, [*repair.findings, *findings]
    return None, repair.touched, repair.findings
