r"""The table of contents: a real field, filled in, without page numbers.

Only Word knows where its pages end. A number that may be wrong is worse in a meeting than none, so
the field leaves them out (`\n`) and each line is a link; who wants numbers takes the switch out.
"""

from collections.abc import Mapping

from voortgang.content.blocks import Blocks, Heading, plain
from voortgang.nota.docx_xml import paragraph, run
from voortgang.nota.structuur import rol
from voortgang.nota.word_template import WordTemplate

CODE = 'TOC \\o "1-2" \\h \\z \\n'
LEVELS = (2, 3)  # of the text: chapters and their parts


def contents(blocks: Blocks, template: WordTemplate, bookmarks: Mapping[str, str]) -> str:
    """Write the table of contents of chapters and parts; nothing where there are none."""
    found = [
        block
        for block in blocks
        if isinstance(block, Heading)
        and block.level in LEVELS
        and rol(block) is None
        and block.attributes.anchor in bookmarks
    ]
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
