"""The table of contents: a real field, filled in, its lines links; page numbers on demand.

Only the program that shows the nota knows where its pages end: fonts and printer decide. (The
estimate of docx_pages put 10 of 148 headings of eight notas on another page than LibreOffice, in
the default template.) A number that may be wrong is worse in a meeting than none, a field that asks
to be updated on opening (`w:updateFields`, `w:dirty`) greets every reader with a question, and
PAGEREF shows what is stored just the same. So the lines are stored without numbers, and the field
is one that sets them when somebody updates it (right click, F9, or Word's setting to do so before
printing); the styles have the tab for it.
"""

from collections.abc import Mapping

from voortgang.content.blocks import Blocks, Heading, plain
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.xml import paragraph, run
from voortgang.nota.structuur import rol

CODE = 'TOC \\o "1-2" \\h \\z \\u'
LEVELS = (2, 3)  # of the text: chapters and their parts


def listed_headings(blocks: Blocks, bookmarks: Mapping[str, str]) -> tuple[Heading, ...]:
    """Give the headings that the table of contents lists: chapters and their parts."""
    return tuple(
        block
        for block in blocks
        if isinstance(block, Heading)
        and block.level in LEVELS
        and rol(block) is None
        and block.attributes.anchor in bookmarks
    )


def contents(
    found: tuple[Heading, ...], template: WordTemplate, bookmarks: Mapping[str, str]
) -> str:
    """Write the table of contents; nothing where there is nothing to list."""
    if not found:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {CODE} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [paragraph(template.ids["tochead"], run("Inhoud"))]
    for at, heading in enumerate(found):
        anchor = bookmarks[heading.attributes.anchor or ""]
        link = f'<w:hyperlink w:anchor="{anchor}">{run(plain(heading.children))}</w:hyperlink>'
        content = (begin if at == 0 else "") + link + (end if at == len(found) - 1 else "")
        lines.append(paragraph(template.ids[f"toc{heading.level - 1}"], content))
    return "".join(lines)
