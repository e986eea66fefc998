"""Headers and footers of a template: its content controls filled in, its height measured."""

from typing import Any

from lxml import etree

from voortgang.nota.docx.template.look import Looks, number
from voortgang.nota.docx.xml import WP, w

EMU = 12700  # in a point
# Word's own document properties, as its built-in content controls are bound to them.
BOUND = {"title": "titel", "subject": "onderwerp", "creator": "bestuur"}
# What the schema wants behind a paragraph's rule and behind its spacing.
BEHIND_SPACING = ("ind", "contextualSpacing", "jc", "outlineLvl", "rPr")
BEHIND_RULE = ("shd", "tabs", "spacing", *BEHIND_SPACING)
PROMPT = "Tekstvantijdelijkeaanduiding"  # what Dutch Word calls PlaceholderText
SHOWN = ("t", "tab", "drawing", "pict", "fldChar", "fldSimple", "sym", "object")


def fill_controls(root: Any, values: dict[str, str]) -> None:  # noqa: ANN401 -- lxml's element
    """Fill content controls by their tag; what has no value leaves no empty line behind."""
    for control in list(root.iter(w("sdt"))):
        value = values.get(_key(control))
        texts = list(control.iter(w("t")))
        if value is None or control.getparent() is None:
            continue
        if not value:
            _remove(control)
        elif texts:
            texts[0].text = value
            for other in texts[1:]:
                other.text = ""
            _shows_no_prompt(control)


def height_of(root: Any, looks: Looks, normal: str) -> float:  # noqa: ANN401 -- lxml's element
    """Estimate how high a header is, in points."""
    high = 0.0
    for paragraph in root.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        look = looks[normal if style is None else style.get(w("val"))]
        spacing = paragraph.find(f"{w('pPr')}/{w('spacing')}")
        sizes = [number(size.get(w("val")), 0) / 2 for size in paragraph.iter(w("sz"))]
        line = max([look.pitch, *(look.pitch * size / look.size for size in sizes)])
        for extent in paragraph.iter(f"{{{WP}}}extent"):
            if extent.getparent().tag == f"{{{WP}}}inline":
                line = max(line, number(extent.get("cy"), 0) / EMU)
        high += line + _own(spacing, "before", look.before) + _own(spacing, "after", look.after)
    return high


def _own(spacing: Any, key: str, otherwise: float) -> float:  # noqa: ANN401 -- lxml's element
    return otherwise if spacing is None else number(spacing.get(w(key)), otherwise * 20) / 20


def _key(control: Any) -> str:  # noqa: ANN401 -- lxml's element, untyped
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    if tag is not None:
        return str(tag.get(w("val"), "")).lower()
    bound = control.find(f"{w('sdtPr')}/{w('dataBinding')}")
    path = "" if bound is None else str(bound.get(w("xpath"), ""))
    return next((key for name, key in BOUND.items() if f":{name}[" in path), "")


def _remove(control: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
    """Take a control out, and its paragraph where nothing else is in it."""
    holder = control.getparent()
    holder.remove(control)
    if holder.tag != w("p"):
        if not list(holder.iter(w("p"))):
            etree.SubElement(holder, w("p"))
        return
    shown = {element.tag for element in holder.iter()} & set(map(w, SHOWN)) - {w("tab")}
    if not shown and len(holder.getparent().findall(w("p"))) > 1:
        _leave_rule(holder)
        holder.getparent().remove(holder)


def _leave_rule(gone: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
    """Give the rule under a line that goes to the line above it."""
    above = gone.getprevious()
    shape, other = gone.find(w("pPr")), None if above is None else above.find(w("pPr"))
    if shape is None or other is None:
        return
    for name, before in (("pBdr", BEHIND_RULE), ("spacing", BEHIND_SPACING)):
        found = shape.find(w(name))
        if found is not None and other.find(w(name)) is None:
            later = [n for n, element in enumerate(other) if element.tag in map(w, before)]
            other.insert(later[0] if later else len(other), found)


def _shows_no_prompt(control: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
    for name in ("showingPlcHdr", "placeholder"):
        for element in control.findall(f"{w('sdtPr')}/{w(name)}"):
            element.getparent().remove(element)
    for style in list(control.iter(w("rStyle"))):
        if (
            "placeholder" in style.get(w("val"), "").lower()
            or style.get(w("val")) == "Tekstvantijdelijkeaanduiding"
        ):
            style.getparent().remove(style)
