"""Running text as runs: weight, stress, literal text, links and forced ends of line."""

from collections.abc import Mapping

from voortgang.content.blocks import Code, Emphasis, Inlines, LineBreak, Link, Strong, Text
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.docx.xml import attribute, run

CODE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


class InlineWriter:
    """Writes inlines; `bookmarks` gives the bookmark of each anchor."""

    def __init__(self, template: WordTemplate, bookmarks: Mapping[str, str]) -> None:
        self._template = template
        self._bookmarks = bookmarks
        self._links: dict[str, str] = {}

    def write(self, children: Inlines, dress: tuple[str, ...] = ()) -> str:
        """Write inlines as runs; `dress` are run properties that hold for all."""
        parts: list[str] = []
        for child in children:
            if isinstance(child, Text):
                parts.append(run(child.text, _ordered(dress)))
            elif isinstance(child, Code):
                parts.append(run(child.text, _ordered((*dress, CODE))))
            elif isinstance(child, LineBreak):
                parts.append("<w:r><w:br/></w:r>")
            elif isinstance(child, Strong):
                parts.append(self.write(child.children, (*dress, "<w:b/>")))
            elif isinstance(child, Emphasis):
                parts.append(self.write(child.children, (*dress, "<w:i/>")))
            else:
                parts.append(self._link(child, dress))
        return "".join(parts)

    def _link(self, link: Link, dress: tuple[str, ...]) -> str:
        style = f'<w:rStyle w:val="{self._template.ids["link"]}"/>'
        if link.href.startswith("#"):
            bookmark = self._bookmarks.get(link.href[1:])
            if bookmark is None:
                return self.write(link.children, dress)
            target = f"w:anchor={attribute(bookmark)}"
        else:
            if link.href not in self._links:
                rid = self._template.package.relate("hyperlink", link.href, external=True)
                self._links[link.href] = rid
            target = f'r:id="{self._links[link.href]}"'
        return f"<w:hyperlink {target}>{self.write(link.children, (*dress, style))}</w:hyperlink>"


def _ordered(dress: tuple[str, ...]) -> str:
    """Put run properties in the order of the schema, each once."""
    if not dress:
        return ""
    order = ("<w:rStyle", "<w:rFonts", "<w:b", "<w:i", "<w:color")
    found = {start: part for start in order for part in dress if part.startswith(start)}
    return "".join(found[start] for start in order if start in found)
