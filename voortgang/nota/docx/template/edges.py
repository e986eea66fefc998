"""Headers and footers of a template: their content controls filled in, their fields found."""

import re
from collections.abc import Iterable, Mapping

from voortgang.nota.docx.template.element import insert, make, parent_of, w
from voortgang.office.xml import Element, legal

# Word's own document properties, as its built-in content controls are bound to them.
BOUND = {"title": "titel", "subject": "onderwerp", "creator": "bestuur"}
# What the schema wants ahead of a paragraph's rule and of its spacing.
AHEAD_OF_RULE = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
                 "numPr", "suppressLineNumbers")  # fmt: skip
AHEAD_OF_SPACING = (*AHEAD_OF_RULE, "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku",
                    "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
                    "bidi", "adjustRightInd", "snapToGrid")  # fmt: skip
PROMPT = "Tekstvantijdelijkeaanduiding"  # what Dutch Word calls PlaceholderText
SHOWN = ("t", "drawing", "pict", "fldChar", "fldSimple", "sym", "object")
PAGE_NUMBER = re.compile(r"\bPAGE\b", re.IGNORECASE)


def fill_controls(root: Element, values: Mapping[str, str]) -> None:
    """Fill content controls by their tag; what has no value leaves no empty line behind."""
    for control in list(root.iter(w("sdt"))):
        value = values.get(_key(control))
        texts = list(control.iter(w("t")))
        if value is None or control.getparent() is None:
            continue
        if not value:
            _remove(control)
        elif texts:
            for text in texts:
                text.text = ""
            texts[0].text = legal(value)
            _shows_no_prompt(control)


def numbers_pages(roots: Iterable[Element]) -> bool:
    """Tell whether one of these headers and footers has the field of the page number."""
    for root in roots:
        fields = [field.get(w("instr")) or "" for field in root.iter(w("fldSimple"))]
        codes = [code.text or "" for code in root.iter(w("instrText"))]
        if any(map(PAGE_NUMBER.search, [*fields, *codes, "".join(codes)])):
            return True
    return False


def _key(control: Element) -> str:
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    if tag is not None:
        return tag.get(w("val"), "").lower()
    bound = control.find(f"{w('sdtPr')}/{w('dataBinding')}")
    path = "" if bound is None else bound.get(w("xpath"), "")
    return next((key for name, key in BOUND.items() if f":{name}[" in path), "")


def _remove(control: Element) -> None:
    """Take a control out, and its paragraph where nothing else is in it."""
    holder = parent_of(control)
    holder.remove(control)
    if holder.tag != w("p"):
        if next(holder.iter(w("p")), None) is None:
            holder.append(make("p"))
        return
    around = holder.getparent()
    if around is None:  # what it stood in was taken out before it
        return
    if next(holder.iter(*map(w, SHOWN)), None) is None and len(around.findall(w("p"))) > 1:
        _leave_rule(holder)
        around.remove(holder)


def _leave_rule(gone: Element) -> None:
    """Give the rule under a line that goes to the line above it."""
    above = gone.getprevious()
    shape, other = gone.find(w("pPr")), None if above is None else above.find(w("pPr"))
    if shape is None or other is None:
        return
    for name, ahead in (("pBdr", AHEAD_OF_RULE), ("spacing", AHEAD_OF_SPACING)):
        found = shape.find(w(name))
        if found is not None and other.find(w(name)) is None:
            insert(other, found, ahead)


def _shows_no_prompt(control: Element) -> None:
    for name in ("showingPlcHdr", "placeholder"):
        for element in control.findall(f"{w('sdtPr')}/{w(name)}"):
            parent_of(element).remove(element)
    for style in list(control.iter(w("rStyle"))):
        if style.get(w("val")) == PROMPT or "placeholder" in style.get(w("val"), "").lower():
            parent_of(style).remove(style)
