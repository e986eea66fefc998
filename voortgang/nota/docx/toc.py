"""The table of contents: a real field, filled in, its lines links with the page at their end.

Only the program that shows the nota knows where its pages end: fonts and printer decide. A field
that asks to be worked out on opening (`w:updateFields`, `w:dirty`) greets every reader with
"This document contains fields that may refer to other files", and PAGEREF shows until then what
is stored. So what is stored is the page by the estimate that sets the breaks; LibreOffice shows
it as it stands, and Word sets it anew when it prints or makes a pdf, and when somebody updates the
table (right click, F9). The pdf of typst breaks its pages elsewhere: its numbers would not do.
"""

from collections.abc import Iterable, Mapping

from voortgang.content.blocks import Blocks, plain
from voortgang.nota.docx.piece import WordParagraph
from voortgang.nota.docx.template.element import (
    Shaping,
    Tab,
    ending,
    make,
    opening,
    run,
    tab,
    w,
)
from voortgang.nota.structuur import CHAPTER, PART, headings, rol

CODE = 'TOC \\o "1-2" \\h \\z \\u'


def contents(blocks: Blocks, bookmarks: Mapping[str, str], width: int) -> list[WordParagraph]:
    """Write the table of contents, its pages not known yet; nothing where there is nothing to list.

    `width` of the text is where the numbers end.
    """
    lines: list[WordParagraph] = []
    shaping = Shaping(tabs=(Tab("right", width, "dot"),))
    for heading in headings(blocks):
        if heading.level in {CHAPTER, PART} and not rol(heading):
            mark = bookmarks[heading.attributes.anchor or ""]
            page = [*opening(f"PAGEREF {mark} \\h"), run(""), ending()]
            link = make("hyperlink", run(plain(heading.children)), tab(), *page, anchor=mark)
            lines.append(WordParagraph(f"toc{heading.level - 1}", [link], shaping))
    if not lines:
        return []
    lines[0].content[:0] = opening(CODE)
    lines[-1].content.append(ending())
    return [WordParagraph("tochead", [run("Inhoud")]), *lines]


def number(lines: Iterable[WordParagraph], pages: Mapping[str, int]) -> None:
    """Write at the end of each line of a table of contents the page that its mark is on."""
    links = (part for line in lines for part in line.content if part.get(w("anchor")))
    for link in links:
        shown = link[-2][0]
        shown.text = str(pages[link.get(w("anchor"), "")])
