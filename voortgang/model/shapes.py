"""Which keys each part of the files has, and how each is read."""

import re
from collections.abc import Iterable
from typing import Any

from voortgang.findings import Severity
from voortgang.model.identity import ID_LENGTH, slug
from voortgang.model.rapport import FORMAAT, SOORTEN
from voortgang.model.regels import (
    FORMAAT_TOO_HIGH,
    NO_ID,
    REDEN,
    REGELN,
    SAME_ID,
    WRONG_TYPE,
)
from voortgang.model.sdg import HIGHEST, LOWEST
from voortgang.model.values import (
    read_bool,
    read_choice,
    read_date,
    read_id,
    read_ids,
    read_list,
    read_number,
    read_paragraphs,
    read_part,
    read_termijn,
    read_text,
    read_titel,
    read_words,
    title_of,
    whole_number,
)
from voortgang.model.walk import Shape, Walk, near_name
from voortgang.source.yaml.nodes import Mapping, Node, Scalar
from voortgang.source.yaml.regels import REGELN as SOURCE

_CODE = re.compile(r"VG[0-9]{3}")
# What the rooms above find is theirs to tell: `checks` knows every code.
_ERRORS = {regel.code for regel in (*SOURCE, *REGELN) if regel.severity is Severity.ERROR}
_LAST_YEAR = 9999


def _read_entry(walk: Walk, node: Node, shape: Shape) -> dict[str, Any] | None:
    """Read a text or a mapping with a title; None where it is neither."""
    if isinstance(node, Scalar):
        titel = title_of(walk, node)
        return {"titel": titel} if titel else None
    if not isinstance(node, Mapping):
        walk.find(WRONG_TYPE, node, "een lijst in een lijst", "zet elke actie achter één streepje")
        return None
    if _is_colon_text(node, shape) and walk.colon(node):
        return None
    return walk.mapping(node, shape)


def _is_colon_text(node: Mapping, shape: Shape) -> bool:
    names = [key.text for key, _ in node.entries]
    return (
        bool(names) and not any(name in shape for name in names) and not near_name(names[0], shape)
    )


def _read_deelactie(walk: Walk, _name: str, node: Node) -> dict[str, Any] | None:
    return _read_entry(walk, node, DEELACTIE)


def _read_acties(walk: Walk, name: str, node: Node) -> tuple[dict[str, Any], ...]:
    acties = []
    lines: dict[str, int] = {}
    for item in walk.items(name, node):
        if isinstance(item, Scalar) and not item.text.strip():
            walk.empty_item(item)
            continue
        data = _read_entry(walk, item, ACTIE)
        if data is None:
            continue
        acties.append(data)
        _check_reden(walk, name, item, data)
        titel = data.get("titel")
        if titel is not None:
            _check_id(walk, item, titel, data.get("id"), lines)
    return tuple(acties)


def _check_id(walk: Walk, item: Node, titel: str, own: str | None, lines: dict[str, int]) -> None:
    if own is None and _has_key(item, "id"):
        return  # the id that was typed is wrong, and said to be so
    name = own or slug(titel)
    if not name:
        walk.find(
            NO_ID,
            item,
            f"van de titel '{titel}' is geen id te maken",
            f"geef een eigen id: {_with_id(item, titel, 'een-naam')}",
        )
    elif name in lines:
        other = f"{name[: ID_LENGTH - 2].rstrip('-')}-2"
        walk.find(
            SAME_ID,
            item,
            f"de actie '{name}' op regel {item.line} staat al op regel {lines[name]}",
            f"haal er één weg, of geef deze een eigen id: {_with_id(item, titel, other)}",
        )
    else:
        lines[name] = item.line


def _with_id(item: Node, titel: str, name: str) -> str:
    line = f"'id: {name}'"
    return line if isinstance(item, Mapping) else f"'titel: {titel}' met eronder {line}"


def _has_key(item: Node, name: str) -> bool:
    return isinstance(item, Mapping) and any(key.text == name for key, _ in item.entries)


def _check_reden(walk: Walk, soort: str, item: Node, data: dict[str, Any]) -> None:
    if soort == "vervallen":
        if "reden" not in data and not walk.partial:
            walk.find(
                REDEN,
                item,
                "een vervallen plan heeft een reden nodig",
                "schrijf 'titel: …' en eronder 'reden: …'",
            )
    elif "reden" in data and isinstance(item, Mapping):
        key = next(key for key, _ in item.entries if key.text == "reden")
        walk.find(
            REDEN,
            key,
            "een reden staat alleen bij een actie in 'vervallen'",
            "gebruik 'toelichting:', of verplaats de actie naar 'vervallen:'",
        )


def _read_formaat(walk: Walk, name: str, node: Node) -> int | None:
    number = whole_number(walk, name, node)
    if number is None or number == FORMAAT:
        return number
    if number > FORMAAT:
        walk.find(
            FORMAAT_TOO_HIGH,
            node,
            f"deze bestanden hebben formaat {number}; dit programma kent formaat {FORMAAT}",
            "vernieuw het programma",
        )
    else:
        walk.bad(node, f"formaat {number} bestaat niet", f"schrijf formaat: {FORMAAT}")
    return None


def _read_code(walk: Walk, name: str, node: Node) -> str | None:
    text = read_text(walk, name, node)
    if text is None:
        return None
    if not _CODE.fullmatch(text):
        walk.bad(node, f"'{text}' is geen code", "schrijf een code zoals VG031")
    elif text in _ERRORS:
        walk.bad(
            node,
            f"{text} is een fout, en fouten kunnen niet worden genegeerd",
            "haal de code weg en verbeter de fout zelf",
        )
    else:
        return text
    return None


DEELACTIE: Shape = {
    "titel": read_titel,
    "dienst": read_text,
    "termijn": read_termijn,
    "toelichting": read_paragraphs,
}
ACTIE: Shape = {
    "titel": read_titel,
    "id": read_id,
    "deelacties": read_list(_read_deelactie),
    "toelichting": read_paragraphs,
    "dienst": read_text,
    "termijn": read_termijn,
    "mjp": read_text,
    "sdg": read_list(read_number(LOWEST, HIGHEST)),
    "aanbeveling": read_text,
    "vervolg_op": read_ids,
    "reden": read_text,
}
DOMEIN: Shape = {
    "titel": read_titel,
    "rechtsgrond": read_text,
    "criterium": read_paragraphs,
    **dict.fromkeys(SOORTEN, _read_acties),
}
CONTACT: Shape = {"naam": read_text, "dienst": read_text, "e-mail": read_text}
ADVIES: Shape = {"van": read_text, "datum": read_date}
NOTA: Shape = {
    "van": read_text,
    "organen": read_list(read_text),
    "adviezen": read_list(read_part(ADVIES, ("van",))),
    "kader_goedgekeurd": read_text,
    "financiele_weerslag": read_text,
    "bijlagen": read_list(read_text),
}
PRESENTATIE: Shape = {"minimale_lettergrootte": read_number(12, 24)}
CONTROLE: Shape = {"negeer": read_list(_read_code)}
RAPPORT: Shape = {
    "rapportjaar": read_number(1, _LAST_YEAR),
    "bestuur": read_text,
    "titel": read_titel,
    "domeinen": read_list(read_text),
    "formaat": _read_formaat,
    "kader": read_choice("mechelen", "leidraad"),
    "datum": read_date,
    "ontwerp": read_bool,
    "contact": read_part(CONTACT),
    "nota": read_part(NOTA),
    "presentatie": read_part(PRESENTATIE),
    "afkortingen": read_words,
    "controle": read_part(CONTROLE),
}
REQUIRED: Iterable[str] = ("rapportjaar", "bestuur", "titel", "domeinen")
