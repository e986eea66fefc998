"""Which layout serves which purpose: by its type, else by what it holds, else a plan B."""

from collections.abc import Callable, Sequence

from voortgang.findings import Finding, Place
from voortgang.presentatie.huisstijl import Layout, Rol
from voortgang.presentatie.regels import INDELING

UNEVEN = 0.2  # of their size two bodies may differ and still be a pair
TYPES: dict[Rol, str] = {
    "titelblad": "title",
    "sectie": "secHead",
    "inhoud": "obj",
    "twee": "twoObj",
    "vergelijking": "twoTxTwoObj",
    "alleen_titel": "titleOnly",
}


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
HOLDS: dict[Rol, Callable[[Layout], bool]] = {
    "titelblad": lambda _: True,
    "sectie": lambda _: True,
    "inhoud": lambda layout: len(layout.bodies) == 1,
    "twee": is_even_pair,
    "vergelijking": lambda layout: is_even_pair(layout) and len(layout.headings) == 2,  # noqa: PLR2004 -- one each
    "alleen_titel": lambda layout: not layout.bodies,
}
# Kinds of layout that only their type can vouch for: what they hold says nothing.
BY_TYPE_ONLY: tuple[Rol, ...] = ("titelblad", "sectie")
PLAN_B: dict[Rol, tuple[Rol, ...]] = {
    "titelblad": ("sectie", "alleen_titel", "inhoud"),
    "sectie": ("titelblad", "alleen_titel", "inhoud"),
    "inhoud": ("alleen_titel", "twee"),
    "twee": ("inhoud", "alleen_titel"),
    "vergelijking": ("twee", "inhoud", "alleen_titel"),
    "alleen_titel": ("inhoud", "twee"),
}
NAMES: dict[Rol, str] = {
    "titelblad": "een titeldia",
    "sectie": "een sectiekop (tussentitel)",
    "inhoud": "een titel met één tekstvak",
    "twee": "een titel met twee tekstvakken",
    "vergelijking": "een vergelijking: twee tekstvakken met elk een opschrift",
    "alleen_titel": "een dia met alleen een titel",
}


def assign_roles(
    layouts: Sequence[Layout], file: str
) -> tuple[dict[Rol, tuple[int, ...]], list[Finding]]:
    """Give for each purpose the layouts that serve it, best first, and say what was missing."""
    titled = [layout for layout in layouts if layout.title is not None]
    roles = {rol: _serving(rol, titled) for rol in TYPES}
    findings = []
    served = dict(roles)
    for rol, indexes in served.items():
        if indexes:
            continue
        other = next((b for b in PLAN_B[rol] if served[b]), None)
        roles[rol] = served[other] if other else (titled[0].index,)
        instead = layouts[roles[rol][0]].name
        message = (
            f"dit sjabloon heeft geen indeling voor {NAMES[rol]}; '{instead}' dient in de plaats"
        )
        hint = "voeg in het diamodel zo'n indeling toe, of laat het zo"
        findings.append(INDELING.at(Place(file, 1, 1), message, hint))
    covers = roles["titelblad"]
    roles["slot"] = (*covers[1:], covers[0])
    return roles, findings


def _serving(rol: Rol, layouts: Sequence[Layout]) -> tuple[int, ...]:
    by_type = [la.index for la in layouts if la.type == TYPES[rol] and HOLDS[rol](la)]
    if rol in BY_TYPE_ONLY:
        return tuple(by_type)
    claimed = set(TYPES.values())
    by_content = [la.index for la in layouts if la.type not in claimed and HOLDS[rol](la)]
    return (*by_type, *by_content)
