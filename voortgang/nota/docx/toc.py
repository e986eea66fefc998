"""The table of contents: a real field, filled in, its lines links; page numbers on demand.

Only the program that shows the nota knows where its pages end: fonts and printer decide. A number
that may be wrong is worse in a meeting than none, a field that asks to be updated on opening
(`w:updateFields`, `w:dirty`) greets every reader with a question, and PAGEREF shows what is stored
just the same. So the lines are stored without numbers, and the field is one that sets them when
somebody updates it (right click, F9, or Word's setting to do so before printing); the styles have
the tab for it.
"""

from collections.abc import Iterable, Mapping

from voortgang.content.blocks import Blocks, Heading, plain
from voortgang.nota.docx.piece import Piece, WordParagraph
from voortgang.nota.docx.template.element import ending, make, opening, run
from voortgang.nota.structuur import rol

CODE = 'TOC \\o "1-2" \\h \\z \\u'
LEVELS = (2, 3)  # of the text: chapters and their parts


def contents(blocks: Blocks, bookmarks: Mapping[str, str]) -> Iterable[Piece]:
    """Write the table of contents; nothing where there is nothing to list."""
    lines: list[WordParagraph] = []
    for block in blocks:
        if not isinstance(block, Heading) or block.level not in LEVELS or rol(block):
            continue
        mark = bookmarks.get(block.attributes.anchor or "")
        if mark is not None:
            link = make("hyperlink", run(plain(block.children)), anchor=mark)
            lines.append(WordParagraph(f"toc{block.level - 1}", [link]))
    if not lines:
        return []
    lines[0].content[:0] = opening(CODE)
    lines[-1].content.append(ending())
    return [WordParagraph("tochead", [run("Inhoud")]), *lines]
