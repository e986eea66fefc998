"""Strict reading: from the bytes of a file to its positioned tree and all that is wrong with it."""

import yaml

from voortgang.findings import Finding, in_order
from voortgang.source.decode import Decoded, decode, empty
from voortgang.source.nodes import Document, Node, Scalar
from voortgang.source.repair import Repair
from voortgang.source.tree import LOADER, Loader, TooDeep, build, paused_gc

_TRIES = 20
_LARGE = 200_000
_TRIES_LARGE = 3


def parse_document(
    file: str, content: bytes, loader: Loader = LOADER
) -> tuple[Document, tuple[Finding, ...]]:
    """Read a YAML file strictly; `file` is how findings name it.

    Never raises, whatever the bytes. The document's root is None where its structure is in doubt:
    then nothing should be said of what it lacks, and `partial` is what could be read.
    """
    decoded = decode(file, content)
    if decoded.clean is None:
        return Document(file, decoded.text, None), decoded.findings
    with paused_gc():
        root, doubtful, findings = _parse(file, decoded, decoded.clean, loader)
    whole, partial = (None, root) if doubtful else (root, None)
    document = Document(file, decoded.text, whole, partial, frozenset(doubtful))
    return document, in_order((*decoded.findings, *findings))


def _parse(
    file: str, decoded: Decoded, clean: str, loader: Loader
) -> tuple[Node | None, set[int], list[Finding]]:
    """Give the tree, the lines that were mended for it, and what was found."""
    lines = {finding.line for finding in decoded.findings}
    repair = Repair(file, clean, lines | decoded.mended)
    repair.put_directives_aside()
    text = repair.text()
    for _ in range(_TRIES if len(clean) < _LARGE else _TRIES_LARGE):
        try:
            root, findings = build(file, text, loader)
        except TooDeep as deep:
            return None, repair.touched, [*repair.findings, deep.finding]
        except yaml.MarkedYAMLError as error:
            if not repair.mend(error):
                return None, repair.touched, repair.findings
            text = repair.text()
            continue
        if root is None or (isinstance(root, Scalar) and root.empty):
            root = None
            told = repair.touched or findings or decoded.findings
            findings += [] if told else [empty(file)]
        doubtful = repair.touched | decoded.mended
        findings = [finding for finding in findings if finding.line not in doubtful]
        return root, doubtful, [*repair.findings, *findings]
    return None, repair.touched, repair.findings
