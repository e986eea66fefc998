"""Fields of Word that fetch or start something when opened: only what they show stays.

Known by what they may say, not by what they may not: a field within a field can spell any word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from voortgang.nota.docx.template.element import parent_of, w
from voortgang.office.outside import PLAIN, Cut
from voortgang.office.xml import Element

HARMLESS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ",
    "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "INFO",
    "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "FILESIZE", "TEMPLATE",
    "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "NUMWORDS",
    "NUMCHARS", "IF", "COMPARE", "SET", "QUOTE", "SYMBOL", "ADVANCE", "EQ", "LISTNUM", "TOC", "TC",
    "XE", "INDEX", "MERGEFIELD", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "BIBLIOGRAPHY",
    "CITATION", "DISPLAYBARCODE", "GOTOBUTTON",
})  # fmt: skip
# The switches of HYPERLINK, with what belongs to them: a mark in the document, a tip, a window.
_SWITCH = re.compile(r'\\[lot]\s*(?:"[^"]*"|[^\s"]+)?|\\[a-z]', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field on its way: its marks, its own words, and whether another field stands in these."""

    marks: list[Element] = field(default_factory=list)
    words: str = ""
    spelled: bool = False  # by a field within it, at least its first word
    filled: bool = False  # by a field within it, some of the rest
    shows: bool = False

    def within(self) -> None:
        """Take note of a field that begins within the words of this one."""
        if not self.shows:
            self.filled = True
            self.spelled |= not re.match(r"\s*\S+\s", self.words)

    def take(self, mark: Element, kind: str | None) -> None:
        """Take a mark, or some of its words."""
        self.marks.append(mark)
        self.shows |= kind == "separate"
        if kind is None and not self.shows:
            self.words += mark.text or ""

    def is_harmless(self) -> bool:
        """Tell whether it fetches and starts nothing."""
        first, *_ = (*self.words.split(maxsplit=1), "")
        if self.spelled:
            return False
        if first.upper() == "HYPERLINK":
            _, *address = _SWITCH.sub("", self.words).replace('"', "").split(maxsplit=1)
            reached = "".join(address).partition(":")[0].lower()
            return not self.filled and reached in {*PLAIN, ""}
        return not first or first.startswith("=") or first.upper() in HARMLESS


def cut_fields(root: Element) -> Iterator[Cut]:
    """Take out of a part the fields that may fetch or start something, but for what they show."""
    for simple in list(root.iter(w("fldSimple"))):
        code = _Field(words=simple.get(w("instr")) or "")
        if not code.is_harmless():
            parent = parent_of(simple)
            parent[parent.index(simple) : parent.index(simple) + 1] = list(simple)
            yield _cut(code)
    begun: list[_Field] = []
    for element in list(root.iter(w("fldChar"), w("instrText"), w("delInstrText"))):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            if begun:
                begun[-1].within()
            begun.append(_Field())
        if begun:
            begun[-1].take(element, kind)
        if begun and kind == "end":
            yield from _closed(begun)
    while begun:
        yield from _closed(begun)


def _closed(begun: list[_Field]) -> Iterator[Cut]:
    done = begun.pop()
    if done.is_harmless():
        if begun and not begun[-1].shows:
            begun[-1].marks += done.marks
        return
    for mark in done.marks:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    yield _cut(done)


def _cut(code: _Field) -> Cut:
    return Cut("een veld dat iets ophaalt of start", " ".join(code.words.split())[:80])
