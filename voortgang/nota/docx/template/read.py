"""Somebody's Word template as a house for the nota: its styles, page, headers and footers."""

from collections.abc import Iterator, Mapping

from lxml import etree

from voortgang.findings import Finding, Place
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.edges import fill_controls, numbers_pages
from voortgang.nota.docx.template.element import WP, R, make, w
from voortgang.nota.docx.template.find import find_styles
from voortgang.nota.docx.template.look import is_on
from voortgang.nota.docx.template.page import OUTSIDE, TextArea, left_out, section_of, turned
from voortgang.nota.docx.template.theme import read_theme
from voortgang.nota.regels import PAGINANUMMER, PAGINATEKST
from voortgang.office.made import LANGUAGE
from voortgang.office.xml import Element

FILE = "templates/nota.docx"
DIGITS = 10  # of a number that is too large to count on from
NO_SUCH = (etree.XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError)


class WordTemplate:
    """A template that a nota is written into: `ids` gives the style id of each key.

    Raises FindingsError (VG075) for a file that is no Word template or that is not safe to open.
    """

    def __init__(self, content: bytes, file: str = FILE) -> None:
        self.file = file
        self.document, cut = package.open_word(content, file)
        try:
            self.findings: list[Finding] = [*cut, *self._read()]
        except NO_SUCH as error:
            raise package.damaged(file) from error

    def _read(self) -> Iterator[Finding]:
        body = self.document.element.body
        self.section = section_of(body)
        self.area = TextArea.of(self.section)
        self.edges = dict(package.edges(self.document))
        for edge in list(self.section.iterchildren(*map(w, OUTSIDE))):
            if edge.get(f"{R}id") not in self.edges:  # Word calls a file damaged that asks for it
                self.section.remove(edge)
        self.styles: Element = self.document.styles.element
        self.numbering: Element = self.document.part.numbering_part.element
        theme = read_theme(package.theme_of(self.document))
        found = find_styles(self.styles, theme, self.file)
        self.ids, self.own, self.colours = found.ids, found.own, found.colours
        self.looks, self.all_looks = found.looks, found.all_looks
        yield from found.findings
        used = {edge.get(f"{R}id") for edge in self.section}
        if not numbers_pages(root for rid, root in self.edges.items() if rid in used):
            message = "het sjabloon heeft geen paginanummer in kop- of voettekst"
            hint = "voeg in Word bij de voettekst een paginanummer in"
            yield PAGINANUMMER.at(Place(self.file, 1, 1), message, hint)
        text = left_out(body)
        if text:
            message = f"het sjabloon bevat {text} in de pagina zelf; dat komt niet in de nota"
            hint = (
                "zet het in de kop- of voettekst, of haal het weg; die, de stijlen en de marges "
                "komen wel in de nota"
            )
            yield PAGINATEKST.at(Place(self.file, 1, 1), message, hint)

    @property
    def text_width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        return self.area.width

    @property
    def lying(self) -> TextArea:
        """Where text stands on a page on its side."""
        return TextArea.of(turned(self.section))

    @property
    def drawings(self) -> int:
        """The highest number that a drawing in a header or footer has: no two may share one."""
        shown = (one for root in self.edges.values() for one in root.iter(f"{WP}docPr"))
        numbers = (one.get("id", "") for one in shown)
        return max((int(n) for n in numbers if n.isdecimal() and len(n) < DIGITS), default=0)

    @property
    def has_first_page(self) -> bool:
        """Tell whether the first page has a header of its own."""
        return is_on(self.section, "titlePg", usual=False)

    def header(self, place: str) -> Element | None:
        """Give the header of a place: `first` or `default`."""
        for edge in self.section.iterchildren(w(OUTSIDE[0])):
            if edge.get(w("type")) == place:
                return self.edges.get(edge.get(f"{R}id", ""))
        return None

    def fill(self, values: Mapping[str, str]) -> None:
        """Set the language, and fill content controls in header and footer by their tag."""
        for root in self.edges.values():
            fill_controls(root, values)
        path = (w("docDefaults"), w("rPrDefault"), w("rPr"), w("lang"))
        element = self.styles
        for name in path:
            below = element.find(name)
            if below is None:
                below = make(etree.QName(name).localname)
                element.insert(0 if name != path[-1] else len(element), below)
            element = below
        for root in (self.styles, *self.edges.values()):
            for lang in root.iter(w("lang")):
                lang.set(w("val"), LANGUAGE)
