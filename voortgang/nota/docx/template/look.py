"""How a paragraph style of somebody's template looks, with what it builds on laid under it."""

from dataclasses import dataclass, replace
from typing import Any

from voortgang.nota.docx.xml import w

DEEPEST = 12  # styles that build on each other: a circle ends here
OFF = {"0", "false", "off"}
NATURAL = {"calibri": 1.22, "carlito": 1.22, "arial": 1.15, "liberation sans": 1.15}
USUAL = 1.22  # of the letters' size is the height of a line, where the face is not known


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of a style; lengths and `size` in points, `colour` a hex or None (auto).

    `close`: between paragraphs of this same style there is no gap (Word's contextual spacing).
    `line` is a factor on the natural height of a line, or, where it is not `auto`, points.
    """

    size: float = 10
    bold: bool = False
    colour: str | None = None
    face: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    line: float = 1
    auto: bool = True
    numbered: str | None = None
    close: bool = False

    @property
    def pitch(self) -> float:
        """The height of a line, in points."""
        natural = self.size * NATURAL.get(self.face.lower(), USUAL)
        return natural * self.line if self.auto else max(self.line, natural)


class Looks:
    """Looks styles up by id; `faces` are the theme's typefaces, `colours` its colours by slot."""

    def __init__(
        self,
        styles: Any,  # noqa: ANN401 -- lxml's element, untyped
        colours: dict[str, str],
        faces: dict[str, str],
    ) -> None:
        self._colours = colours
        self._faces = faces
        self._styles = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
        defaults = styles.find(w("docDefaults"))
        look = Look(face=faces.get("minor", ""))
        for path in ("rPrDefault", "pPrDefault") if defaults is not None else ():
            holder = defaults.find(w(path))
            if holder is not None:
                look = self._with(look, holder)
        self._default = look
        self._known: dict[str, Look] = {}

    def __getitem__(self, style_id: str) -> Look:
        """Give the look of a style."""
        if style_id not in self._known:
            self._known[style_id] = self._look(style_id)
        return self._known[style_id]

    def _look(self, style_id: str) -> Look:
        chain: list[Any] = []
        style = self._styles.get(style_id)
        while style is not None and len(chain) < DEEPEST:
            chain.append(style)
            based = style.find(w("basedOn"))
            style = None if based is None else self._styles.get(based.get(w("val")))
        look = self._default
        for style in reversed(chain):
            look = self._with(look, style)
        return look

    def _with(self, look: Look, holder: Any) -> Look:  # noqa: ANN401 -- lxml's element, untyped
        letters, shape = holder.find(w("rPr")), holder.find(w("pPr"))
        if letters is not None:
            look = self._letters(look, letters)
        return look if shape is None else _shape(look, shape)

    def _letters(self, look: Look, letters: Any) -> Look:  # noqa: ANN401 -- lxml's element
        found: dict[str, Any] = {}
        size, bold = letters.find(w("sz")), letters.find(w("b"))
        if size is not None:
            found["size"] = number(size.get(w("val")), 2 * look.size) / 2
        if bold is not None:
            found["bold"] = bold.get(w("val"), "1") not in OFF
        colour, fonts = letters.find(w("color")), letters.find(w("rFonts"))
        if colour is not None:
            found["colour"] = self._colour(colour)
        if fonts is not None:
            theme = fonts.get(w("asciiTheme"), "")
            face = self._faces.get(theme[:5]) if theme else fonts.get(w("ascii"))
            found["face"] = face or look.face
        return replace(look, **found)

    def _colour(self, colour: Any) -> str | None:  # noqa: ANN401 -- lxml's element, untyped
        # Word writes what a theme colour comes to beside its name, tints and all.
        value = colour.get(w("val"), "auto")
        if len(value) == len("rrggbb"):
            return str(value).upper()
        return self._colours.get(colour.get(w("themeColor"), ""))


def _shape(look: Look, shape: Any) -> Look:  # noqa: ANN401 -- lxml's element, untyped
    found: dict[str, Any] = {}
    spacing, indent = shape.find(w("spacing")), shape.find(w("ind"))
    if spacing is not None:
        for key in ("before", "after"):
            if spacing.get(w(key)) is not None:
                found[key] = number(spacing.get(w(key)), 0) / 20
        if spacing.get(w("line")) is not None:
            found["auto"] = spacing.get(w("lineRule"), "auto") == "auto"
            found["line"] = number(spacing.get(w("line")), 240) / (240 if found["auto"] else 20)
    close = shape.find(w("contextualSpacing"))
    if close is not None:
        found["close"] = close.get(w("val"), "1") not in OFF
    if indent is not None:
        left = indent.get(w("left")) or indent.get(w("start"))
        if left is not None:
            found["left"] = number(left, 0) / 20
    numbering = shape.find(f"{w('numPr')}/{w('numId')}")
    if numbering is not None:
        found["numbered"] = numbering.get(w("val")) if numbering.get(w("val")) != "0" else None
    return replace(look, **found)


def number(text: str | None, otherwise: float) -> float:
    """Read a measure; templates of other programs write `12.5` or nonsense."""
    try:
        return float(text or "")
    except ValueError:
        return otherwise
