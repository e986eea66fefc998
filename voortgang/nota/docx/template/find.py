"""Finding the styles that the nota needs in somebody's template, and plan B for those it lacks."""

from dataclasses import dataclass

from voortgang.findings import Finding, Place
from voortgang.nota.docx.template.element import w
from voortgang.nota.docx.template.look import Look, Looks
from voortgang.nota.docx.template.styles import OWN, SIZE, STIJLEN, Stijl
from voortgang.nota.docx.template.theme import PAGE, Theme, house_colours
from voortgang.nota.regels import STIJL
from voortgang.office.ink import READABLE, contrast
from voortgang.office.regels import CONTRAST
from voortgang.office.xml import Element

LARGE, LARGE_BOLD, READABLE_LARGE = 18, 14, 3.0  # points, points, to one: WCAG 2.1 AA
# What Dutch Word calls its own styles; the ids of those stand in files, their names hardly ever.
DUTCH = {
    "normal": "Standaard", "title": "Titel", "subtitle": "Ondertitel", "kop1": "Kop 1",
    "kop2": "Kop 2", "kop3": "Kop 3", "kop4": "Kop 4", "bullet": "Lijst opsom.teken",
    "bullet2": "Lijst opsom.teken 2", "number": "Lijstnummering", "continue": "Lijstvoortzetting",
    "quote": "Citaat", "caption": "Bijschrift", "tochead": "Kop van inhoudsopgave",
    "toc1": "Inhopg 1", "toc2": "Inhopg 2", "toc3": "Inhopg 3", "header": "Koptekst",
    "footer": "Voettekst",
}  # fmt: skip
SEEN = ("normal", "title", "kop1", "kop2", "kop3")  # whose contrast with the page is looked at


@dataclass(frozen=True, slots=True)
class FoundStyles:
    """The style id of each key, which of them are the template's own, how each looks."""

    ids: dict[str, str]
    own: frozenset[str]
    looks: dict[str, Look]
    all_looks: Looks
    colours: dict[str, str]
    findings: tuple[Finding, ...]


def find_styles(styles: Element, theme: Theme, file: str) -> FoundStyles:
    """Find each style by its built-in name, else by its Dutch one, and add those that lack.

    What is added to `styles` wears the colours of the theme and letters in proportion to the
    template's own text.
    """
    known = _known(styles)
    ids = {stijl.key: known.get(stijl.key, "") for stijl in STIJLEN}
    before = Looks(styles, theme.by_word_name(), theme.faces)
    swaps = house_colours(theme, OWN, before[ids["kop1"]].colour if ids["kop1"] else None)
    share = before[ids["normal"]].size / SIZE if ids["normal"] else 1.0
    taken = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    findings: list[Finding] = []
    for stijl in STIJLEN:
        if ids[stijl.key]:
            continue
        own_id = stijl.own_id if stijl.own_id not in taken else f"Nota{stijl.own_id}"
        based = ids.get(stijl.based, "")
        unnumbered = bool(based) and before[based].numbered is not None
        styles.append(stijl.element(own_id, based, swaps, share, unnumbered=unnumbered))
        ids[stijl.key] = own_id
        if stijl.expected:
            findings.append(_missing(stijl, file))
    after = Looks(styles, theme.by_word_name(), theme.faces)
    looks = {key: after[style_id] for key, style_id in ids.items()}
    findings += [_pale(key, looks[key], file) for key in SEEN if _is_pale(looks[key])]
    return FoundStyles(ids, frozenset(known), looks, after, swaps, tuple(findings))


def _known(styles: Element) -> dict[str, str]:
    """Give the ids of the styles that are there, by key: built-in names go before Dutch ones."""
    by_name: dict[tuple[str, str], str] = {}
    by_dutch: dict[tuple[str, str], str] = {}
    normal = ""
    for style in styles.iter(w("style")):
        kind, own_id = style.get(w("type"), "paragraph"), style.get(w("styleId"))
        if not own_id:
            continue
        name = _name(style)
        by_name.setdefault((kind, name.lower()), own_id)
        for word in (own_id, name):
            by_dutch.setdefault((kind, _letters(word)), own_id)
        if kind == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
            normal = own_id
    found: dict[str, str] = {}
    for stijl in STIJLEN:
        own = by_name.get((stijl.kind, stijl.name.lower()))
        if own is None and stijl.key in DUTCH:
            own = by_dutch.get((stijl.kind, _letters(DUTCH[stijl.key])))
        if own is not None:
            found[stijl.key] = own
    return found | ({"normal": normal} if normal else {})


def _name(style: Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _missing(stijl: Stijl, file: str) -> Finding:
    dutch = DUTCH[stijl.key]
    message = f"het sjabloon mist de stijl '{dutch}' ({stijl.name}); de standaard komt in de plaats"
    hint = f"gebruik de stijl {dutch} één keer in het sjabloon, maak ze op en bewaar het opnieuw"
    return STIJL.at(Place(file, 1, 1), message, hint)


def _is_pale(look: Look) -> bool:
    large = look.size >= (LARGE_BOLD if look.bold else LARGE)
    least = READABLE_LARGE if large else READABLE
    return look.colour is not None and contrast(look.colour, PAGE) < least


def _pale(key: str, look: Look, file: str) -> Finding:
    ratio = f"{contrast(look.colour or PAGE, PAGE):.1f}".replace(".", ",")
    message = (
        f"de tekst van de stijl '{DUTCH[key]}' ({look.colour}) steekt met {ratio} op 1 te weinig "
        "af tegen wit"
    )
    return CONTRAST.at(Place(file, 1, 1), message, "maak de kleur van die stijl donkerder")
