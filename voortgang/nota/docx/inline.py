"""Running text as runs: weight, stress, literal text, links and forced ends of line."""

from collections.abc import Mapping

from voortgang.content.blocks import Code, Emphasis, Inlines, LineBreak, Link, Quiet, Strong, Text
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import USUAL, Lettering, R, make, run, w
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.template.styles import QUIET
from voortgang.office.xml import Element, legal

CODE = "Consolas"
SMALL = 19  # half points


class InlineWriter:
    """Writes inlines; `bookmarks` gives the bookmark of each anchor."""

    def __init__(self, template: WordTemplate, bookmarks: Mapping[str, str]) -> None:
        self._template = template
        self._bookmarks = bookmarks

    def write(self, children: Inlines, letters: Lettering = USUAL) -> list[Element]:
        """Write inlines as runs; `letters` hold for all of them."""
        made: list[Element] = []
        for child in children:
            if isinstance(child, Text):
                made.append(run(child.text, letters))
            elif isinstance(child, Code):
                made.append(run(child.text, letters._replace(face=CODE)))
            elif isinstance(child, LineBreak):
                made.append(make("r", make("br")))
            elif isinstance(child, Strong):
                made += self.write(child.children, letters._replace(bold=True))
            elif isinstance(child, Emphasis):
                made += self.write(child.children, letters._replace(italic=True))
            elif isinstance(child, Quiet):
                colour = self._template.colours.get(QUIET, QUIET)
                made += self.write(child.children, letters._replace(colour=colour, size=SMALL))
            else:
                made += self._link(child, letters)
        return made

    def _link(self, link: Link, letters: Lettering) -> list[Element]:
        inside = link.href.startswith("#")
        bookmark = self._bookmarks.get(link.href[1:]) if inside else None
        if inside and bookmark is None:
            return self.write(link.children, letters)
        style = letters._replace(style=self._template.ids["link"])
        made = make("hyperlink", *self.write(link.children, style))
        if bookmark is None:
            made.set(f"{R}id", package.link(self._template.document, legal(link.href)))
        else:
            made.set(w("anchor"), bookmark)
        return [made]
