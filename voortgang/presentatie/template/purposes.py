"""Which layout serves which purpose: by its type, else by what it holds, else a plan B."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from voortgang.findings import Finding, Place
from voortgang.presentatie.regels import INDELING
from voortgang.presentatie.template.huisstijl import Layout, Purpose
from voortgang.presentatie.template.room import (
    fills_the_slide,
    is_roomy,
    is_wide,
    with_room,
)

UNEVEN = 0.2  # of their size two bodies may differ and still be a pair
TYPES: dict[Purpose, str] = {
    "titelblad": "title",
    "sectie": "secHead",
    "inhoud": "obj",
    "twee": "twoObj",
    "vergelijking": "twoTxTwoObj",
    "alleen_titel": "titleOnly",
}
COVERS: tuple[Purpose, ...] = ("titelblad", "sectie")


def is_even_pair(layout: Layout) -> bool:
    """Tell whether a layout holds two bodies of about one height beside each other."""
    if len(layout.bodies) != 2:  # noqa: PLR2004 -- a pair
        return False
    one, other = (area.box for area in layout.bodies)
    high = max(one.height, other.height)
    level = (
        abs(one.y - other.y) <= UNEVEN * high and abs(one.bottom - other.bottom) <= UNEVEN * high
    )
    return level and one.right <= other.x + UNEVEN * one.width


# What a layout must hold to serve, whatever its type says.
HOLDS: dict[Purpose, Callable[[Layout], bool]] = {
    "titelblad": lambda _: True,
    "sectie": lambda _: True,
    "inhoud": lambda layout: len(layout.bodies) == 1,
    "twee": is_even_pair,
    "vergelijking": lambda layout: is_even_pair(layout) and len(layout.headings) == 2,  # noqa: PLR2004 -- one each
    "alleen_titel": lambda layout: not layout.bodies,
}
PLAN_B: dict[Purpose, tuple[Purpose, ...]] = {
    "titelblad": ("sectie", "alleen_titel", "inhoud"),
    "sectie": ("titelblad", "alleen_titel", "inhoud"),
    "inhoud": ("alleen_titel", "twee"),
    "twee": ("inhoud", "alleen_titel"),
    "vergelijking": ("twee", "inhoud", "alleen_titel"),
    "alleen_titel": ("inhoud", "twee"),
}
NAMES: dict[Purpose, str] = {
    "titelblad": "een titeldia",
    "sectie": "een sectiekop (tussentitel)",
    "inhoud": "een titel met één tekstvak",
    "twee": "een titel met twee tekstvakken",
    "vergelijking": "een vergelijking: twee tekstvakken met elk een opschrift",
    "alleen_titel": "een dia met alleen een titel",
}


def assign_purposes(
    layouts: list[Layout], file: str
) -> tuple[dict[Purpose, tuple[int, ...]], list[Finding]]:
    """Give for each purpose the layouts that serve it, best first, and say what was missing.

    A purpose that only cramped layouts serve gets one with more room: it is added to `layouts`.
    """
    home = _home(layouts)
    served = {purpose: _serving(purpose, layouts, home) for purpose in TYPES}
    purposes = dict(served)
    findings = []
    for purpose, indexes in served.items():
        if indexes:
            continue
        other = next((b for b in PLAN_B[purpose] if served[b]), None)
        chosen = served[other] if other else (_eased(layouts, layouts[0]),)
        purposes[purpose] = chosen
        message = (
            f"dit sjabloon heeft geen indeling voor {NAMES[purpose]}; "
            f"'{layouts[chosen[0]].name}' dient in de plaats"
        )
        hint = "voeg in het diamodel zo'n indeling toe, of laat het zo"
        findings.append(INDELING.at(Place(file, 1, 1), message, hint))
    for purpose, indexes in purposes.items():
        best = layouts[indexes[0]]
        if fills_the_slide(best) if purpose in COVERS else not is_roomy(best):
            purposes[purpose] = (_eased(layouts, best),)
    covers = purposes["titelblad"]
    purposes["slot"] = (*covers[1:], covers[0])
    return purposes, findings


def _home(layouts: Sequence[Layout]) -> int:
    """Choose the master that serves most purposes: slides of one deck should look alike."""
    masters = sorted({layout.master for layout in layouts})

    def purposes(master: int) -> int:
        own = [layout for layout in layouts if layout.master == master]
        return sum(bool(_serving(purpose, own, master)) for purpose in TYPES)

    return max(masters, key=purposes)


def _serving(purpose: Purpose, layouts: Sequence[Layout], home: int) -> tuple[int, ...]:
    """List who serves a purpose: of the same master first, then by type, then by what it holds."""
    by_type = [la for la in layouts if la.type == TYPES[purpose] and HOLDS[purpose](la)]
    others = [la for la in layouts if la.type not in TYPES.values()]
    if purpose in COVERS:
        by_content = [la for la in others if _is_cover(la, purpose)]
    else:
        by_content = [la for la in others if HOLDS[purpose](la) and is_roomy(la) and is_wide(la)]
        by_content.sort(key=lambda la: (la.title.box.y > la.slide.height // 2, -_surface(la)))
        by_type.sort(key=lambda la: not is_roomy(la))
    found = [*by_type, *by_content]
    found.sort(key=lambda la: la.master != home)
    return tuple(la.index for la in found)


def _is_cover(layout: Layout, purpose: Purpose) -> bool:
    """Tell whether a layout without a type of use looks like a cover: a title in the middle."""
    if layout.bodies:
        return False
    if layout.subtitle is not None:
        return purpose == "titelblad"
    return not is_roomy(layout)


def _surface(layout: Layout) -> int:
    return sum(area.box.width * area.box.height for area in layout.bodies)


def _eased(layouts: list[Layout], layout: Layout) -> int:
    """Add a layout with more room than `layout` has, once, and give its index."""
    if layout.eased or is_roomy(layout):
        return layout.index
    made = (la.index for la in layouts if la.eased and la.origin == layout.origin)
    known = next(made, None)
    if known is not None:
        return known
    layouts.append(replace(with_room(layout), index=len(layouts)))
    return len(layouts) - 1
