"""From what pydantic finds wrong to findings, at their line and column and in Dutch.

What a validator raises has its words with it (`waarden.fout`); what pydantic finds by itself is
worded here, by its kind. The place follows from the path that pydantic gives.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pydantic_core import ErrorDetails

from voortgang.findings import Finding, Regel
from voortgang.model.deel import Deel, keys_of, names_of
from voortgang.model.identity import near_name
from voortgang.model.regels import EMPTY, MISSING_KEY, REGELN, UNKNOWN_KEY, WRONG_TYPE
from voortgang.model.waarden import Kind
from voortgang.source.yaml.line import bullet, short
from voortgang.source.yaml.nodes import Document, Mapping, Node, Path, Scalar, Sequence

# What people type where there is nothing to tell.
NOTHING = frozenset(("geen", "niets", "nihil", "nvt", "n.v.t.", "/", "-", "–", "—", "x", "leeg"))
_NEVER_TYPED = frozenset(("status", "stand"))
_SIGN = re.compile("[;=]")
_OWN = {regel.code: regel for regel in REGELN}


def findings_of(
    errors: Iterable[ErrorDetails], document: Document, part: type[Deel], *, partial: bool
) -> Iterator[Finding]:
    """Word what is wrong with a file that is a `part`; of a `partial` one, not what it lacks."""
    meant: dict[Path, set[str | None]] = defaultdict(set)
    lacking: list[Path] = []
    for error in errors:
        path, kind = error["loc"], error["type"]
        node = document.node(path)
        blank = isinstance(node, Scalar) and not node.text.strip()
        if blank and path and isinstance(path[-1], int):
            hint = "vul achter het streepje iets in, of haal het weg"
            yield EMPTY.at(document.place(path), "lege regel in de lijst", hint)
        elif kind == "missing" or (kind == "string_type" and blank):
            lacking.append(path)
        elif kind == "extra_forbidden":
            name, known = str(path[-1]), names_of(_owner(part, path)[0])
            bare = _SIGN.split(name, 1)[0].rstrip()  # `dienst = Zorg: x`
            near = bare if bare in known else near_name(name, known)
            meant[path[:-1]].add(near)
            message = f"onbekende sleutel '{name}'" + (f"; bedoelde u '{near}'?" if near else "")
            hint = f"schrijf '{near}:'" if near else f"wel bekend: {', '.join(known)}"
            if bare in _NEVER_TYPED:
                hint = (
                    "haal de regel weg: hoe iets staat, volgt uit de lijst waarin een actie staat"
                )
            yield UNKNOWN_KEY.at(document.key_place(path), message, hint)
        else:
            regel, message, hint = _words(error, document, part)
            yield regel.at(document.place(path), message, hint)
    for path in () if partial else lacking:
        if document.node(path) is not None or path[-1] not in meant[path[:-1]]:
            yield _lacking(document, path)


def _lacking(document: Document, path: Path) -> Finding:
    name = path[-1]
    if document.node(path) is None:
        message = f"de verplichte sleutel '{name}' ontbreekt"
        return MISSING_KEY.at(document.place(path), message, f"voeg een regel '{name}: …' toe")
    regel = EMPTY if name == "titel" else MISSING_KEY
    return regel.at(document.key_place(path), f"'{name}' is leeg", f"vul achter '{name}:' iets in")


def _words(error: ErrorDetails, document: Document, part: type[Deel]) -> tuple[Regel, str, str]:
    path, kind = error["loc"], error["type"]
    node = document.nearest(path)
    if kind in _OWN:
        return _OWN[kind], error["ctx"]["message"], error["ctx"]["hint"]
    name = next((step for step in reversed(path) if isinstance(step, str)), None)
    owner, holds = _owner(part, path)
    if kind == "model_type":
        message, hint = _no_keys(name, names_of(owner))
    elif kind == "tuple_type":
        known = names_of(owner) if holds is Kind.DEEL else ()
        message, hint = _no_list(str(name), node, document, known)
    elif kind == "dict_type" and holds is Kind.BENOEMD:
        message = f"onder '{name}' staat elke naam op een eigen regel"
        hint = "schrijf bijvoorbeeld 'Communicatie:' en eronder, ingesprongen, 'e-mail: …'"
    elif kind == "dict_type":
        message = f"onder '{name}' staat elke afkorting met haar betekenis"
        hint = "schrijf bijvoorbeeld MJP: meerjarenplan"
    elif not isinstance(node, Sequence):
        message, hint = f"'{name}' moet een tekst zijn", "zet de tekst op deze regel"
    elif isinstance(path[-1], int):
        message = f"'{name}' is een lijst met een lijst erin"
        hint = "zet elk onderdeel achter één streepje, of alle samen tussen één paar haken"
    else:
        message = f"'{name}' moet een tekst zijn, geen lijst"
        hint = f"zet de tekst achter '{name}:', zonder streepje of haken"
        if holds in (Kind.ALINEAS, Kind.MARKDOWN):
            hint = f"schrijf '{name}: |' en laat de lijst eronder staan: dan is ze tekst"
    return WRONG_TYPE, message, hint


def _no_list(
    name: str, node: Node | None, document: Document, known: tuple[str, ...]
) -> tuple[str, str]:
    message = f"'{name}' moet een lijst zijn"
    if isinstance(node, Scalar):
        if node.text.strip().lower() in NOTHING:
            return message, f"schrijf '{name}:' met niets erachter: een lege lijst mag"
        first, *below = document.lines[node.line - 1 : node.end_line]
        bullets = [bullet(line.strip()) for line in (first[node.column - 1 :], *below)]
        if bullets[0] and node.plain:
            good = " en ".join(f"'- {each.rest}'" for each in bullets if each)
            return f"{message}: {bullets[0].why}", short(f"schrijf {good}")
    if isinstance(node, Mapping) and node.entries:
        key, _ = node.entries[0]
        if key.text in known and key.column == node.column:  # else it stands in braces
            first = f"zet een streepje en een spatie voor '{key.text}:'"
            return message, f"{first}, en twee spaties voor de regels eronder die erbij horen"
    return message, f"zet onder '{name}:' elk onderdeel op een eigen regel, achter een streepje"


def _no_keys(name: str | None, known: tuple[str, ...]) -> tuple[str, str]:
    if name is None:
        return "dit bestand heeft sleutels nodig", f"begin met een regel '{known[0]}: …'"
    below = ", ".join(f"{each}:" for each in known)
    return f"'{name}' heeft eigen sleutels nodig", f"schrijf ze eronder, ingesprongen: {below}"


def _owner(part: type[Deel], path: Path) -> tuple[type[Deel], Kind | None]:
    """Give the part that a path leads into, and the kind of the last field that it names."""
    kind = None
    for step in path:
        for key in keys_of(part):
            if key.name == step:
                part, kind = key.part or part, key.kind
                break
    return part, kind
