"""Somebody's Word template as a house for the nota: its styles, page, headers and footers."""

import re

from lxml import etree

from voortgang.findings import Finding, Place
from voortgang.nota.docx.regels import PAGINANUMMER, PAGINATEKST
from voortgang.nota.docx.template.edges import fill_controls, height_of
from voortgang.nota.docx.template.find import find_styles
from voortgang.nota.docx.template.look import Looks
from voortgang.nota.docx.template.open import refusal
from voortgang.nota.docx.template.package import PARSER, WordPackage, as_bytes
from voortgang.nota.docx.template.page import left_out, page_of, section_of
from voortgang.nota.docx.template.theme import read_theme
from voortgang.nota.docx.xml import NAMESPACES, R, w

DRAWING = re.compile(rb'<wp:docPr [^>]*?\bid="(\d{1,9})"')
FILE = "templates/nota.docx"
# Settings that would ask a question, reach elsewhere or tell who made the template.
UNWANTED = ("attachedTemplate", "linkStyles", "updateFields", "mailMerge", "trackRevisions",
            "rsids", "documentProtection", "writeProtection", "stylePaneFormatFilter",
            "docVars")  # fmt: skip


class WordTemplate:
    """A template that a nota is written into: `ids` gives the style id of each key.

    Raises FindingsError (VG075) for a file that is no Word template or that is not safe to open.
    """

    def __init__(self, content: bytes, file: str = FILE) -> None:
        self.file = file
        try:
            self._open(content)
        except (
            etree.XMLSyntaxError, KeyError, ValueError, AttributeError, StopIteration, TypeError
        ) as error:  # fmt: skip
            raise refusal(file, "dit sjabloon is beschadigd en kan niet gelezen worden") from error

    def _open(self, content: bytes) -> None:
        self.package = WordPackage(content, self.file)
        part_or = self.package.part_or
        body = etree.fromstring(self.package.parts[self.package.main], PARSER).find(w("body"))
        self.section = section_of(body)
        self.page = page_of(self.section)
        self.styles = part_or("styles", f"<w:styles {NAMESPACES}/>")
        self.numbering = part_or("numbering", f"<w:numbering {NAMESPACES}/>")
        part_or("fontTable", f"<w:fonts {NAMESPACES}/>")
        self.settings = part_or("settings", f"<w:settings {NAMESPACES}/>")
        theme = read_theme(self.package.parts.get(self.package.target("theme")))
        found = find_styles(self.styles, theme, self.file)
        self.ids, self.own, self.looks, self.colours = (
            found.ids, found.own, found.looks, found.colours
        )  # fmt: skip
        self.all_looks = Looks(self.styles, theme.by_word_name(), theme.faces)
        self.findings: list[Finding] = list(found.findings)
        self._check_page_number()
        self._check_page_text(left_out(body))

    @property
    def text_width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        return self.page.width

    @property
    def drawings(self) -> int:
        """The highest number that a drawing in a header or footer has: no two may share one."""
        found = (n for name in self._edges() for n in DRAWING.findall(self.package.parts[name]))
        return max(map(int, found), default=0)

    def header_overhang(self, place: str) -> float:
        """Estimate how far a header (`first`, `default`) pushes the text down, in points."""
        rid = next(
            (
                edge.get(f"{{{R}}}id")
                for edge in self.section.findall(w("headerReference"))
                if edge.get(w("type")) == place
            ),
            None,
        )
        name = next((target for known, _, target, _ in self.package.rels if known == rid), "")
        if rid is None or name not in self.package.parts:
            return 0
        root = etree.fromstring(self.package.parts[name], PARSER)
        high = height_of(root, self.all_looks, self.ids["normal"])
        return max(0.0, self.page.header / 20 + high - self.page.top / 20)

    @property
    def has_first_page(self) -> bool:
        """Tell whether the first page has a header of its own."""
        return self.section.find(w("titlePg")) is not None

    def fill(self, values: dict[str, str], language: str) -> None:
        """Set the language, and fill content controls in header and footer by their tag."""
        self._language(language)
        for name in self._edges():
            root = etree.fromstring(self.package.parts[name], PARSER)
            fill_controls(root, values)
            for lang in root.iter(w("lang")):
                lang.set(w("val"), language)
            self.package.parts[name] = as_bytes(root)

    def save(self, document: bytes, core: bytes) -> bytes:
        """Write the package around a document."""
        self._clean_settings()
        roots = {"styles": self.styles, "numbering": self.numbering, "settings": self.settings}
        return self.package.save(document, core, roots)

    def _edges(self) -> list[str]:
        kinds = ("/header", "/footer")
        rels = self.package.rels
        return [t for _, kind, t, _ in rels if kind.endswith(kinds) and t in self.package.parts]

    def _check_page_number(self) -> None:
        used = {edge.get(f"{{{R}}}id") for edge in self.section}
        names = [target for rid, _, target, _ in self.package.rels if rid in used]
        if not any(b"PAGE" in self.package.parts.get(name, b"") for name in names):
            message = "het sjabloon heeft geen paginanummer in kop- of voettekst"
            hint = "voeg in Word bij de voettekst een paginanummer in"
            self.findings.append(PAGINANUMMER.at(Place(self.file, 1, 1), message, hint))

    def _check_page_text(self, text: str) -> None:
        if text:
            message = f"het sjabloon bevat {text} in de pagina zelf; dat komt niet in de nota"
            hint = (
                "zet het in de kop- of voettekst, of haal het weg; die, de stijlen en de marges "
                "komen wel in de nota"
            )
            self.findings.append(PAGINATEKST.at(Place(self.file, 1, 1), message, hint))

    def _language(self, language: str) -> None:
        for lang in self.styles.iter(w("lang")):
            lang.set(w("val"), language)
        path = (w("docDefaults"), w("rPrDefault"), w("rPr"), w("lang"))
        element = self.styles
        for at, name in enumerate(path):
            below = element.find(name)
            if below is None:
                below = etree.Element(name)
                element.insert(0, below) if at < len(path) - 1 else element.append(below)
            element = below
        element.set(w("val"), language)

    def _clean_settings(self) -> None:
        for name in UNWANTED:
            for element in list(self.settings.iter(w(name))):
                element.getparent().remove(element)
        for zoom in self.settings.iter(w("zoom")):
            zoom.set(w("percent"), zoom.get(w("percent")) or "100")
