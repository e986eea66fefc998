"""The kinds of values that a field can have: how each is read from what was typed.

A kind is `Annotated`: the type in Python, the validator that makes it of a text, what an editor
accepts while somebody types (a number too where a text is wanted, nothing behind a key that may
be left out), and its name as a `Kind`, by which other rooms know how to show or to read it.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    InstanceOf,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticOmit

from voortgang.model.grenzen import HIGHEST, LOWEST, Tussen
from voortgang.model.identity import ID_FORM, ID_LENGTH, orgaan_named, slug
from voortgang.model.kader import Kadernaam
from voortgang.model.regels import BAD_VALUE, EMPTY, FORMAAT_TOO_HIGH, REGELN, WRONG_TYPE
from voortgang.model.termijn import TERMIJN_FORM, Termijn, datum_meant, termijn_meant
from voortgang.model.typed import BOUNDED, Lezing, Lijst, Quoted, fout, line, no_colon
from voortgang.source.yaml.regels import REGELN as SOURCE

FORMAAT = 1
LONGEST_TITEL = 10_000  # characters; measuring a longer one would take minutes


class Kind(StrEnum):
    """What a value is, for whoever shows it or reads it from elsewhere."""

    TITEL = "titel"
    TEKST = "tekst"
    ALINEAS = "alineas"
    MARKDOWN = "markdown"
    ID = "id"
    TERMIJN = "termijn"
    DATUM = "datum"
    GETAL = "getal"
    KEUZE = "keuze"
    WAAR = "waar"  # true or false
    WOORDEN = "woorden"  # words with their meaning
    BENOEMD = "benoemd"  # names, each with a part with fields of its own
    DEEL = "deel"  # a part with fields of its own


T = TypeVar("T")


def _of_text(read: Callable[[str], object]) -> BeforeValidator:
    """Read a text, on one line; what is no text, or only white space, is left to pydantic."""

    def validate(value: object) -> object:
        text = line(value)
        return read(text) if isinstance(text, str) else text

    return BeforeValidator(validate)


def _schema(*types: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": [*types], **more})


def _form(pattern: str) -> str:
    return rf"^\s*{pattern}\s*$"


def _paragraphs(value: object) -> object:
    return str(value).strip() or None if isinstance(no_colon(value), str) else value


def _titel(text: str) -> str:
    text = text.strip()
    if not text:
        raise fout(EMPTY, "de titel is leeg", "vul een titel in")
    if len(text.splitlines()) > 1:
        hint = "gebruik 'toelichting:' voor meer tekst"
        raise fout(BAD_VALUE, "een titel staat op één regel", hint)
    if len(text) > LONGEST_TITEL:
        message = f"deze titel telt {len(text)} tekens; meer dan {LONGEST_TITEL} kan niet"
        raise fout(BAD_VALUE, message, "kort hem in en zet de uitleg in 'toelichting:'")
    return text


_OPEN = ["string", "number", "boolean"]
TEXT = {"type": _OPEN, "pattern": r"\S"}
LINE = {"type": _OPEN, "pattern": r"^\s*\S[^\n\r]*\s*$", "maxLength": LONGEST_TITEL}
_OPTIONAL = _schema(*_OPEN, "null")

Titel = Annotated[
    str, BeforeValidator(no_colon), AfterValidator(_titel), WithJsonSchema(LINE), Kind.TITEL
]


_LONGEST_NUMMER = 100  # with the name of its file it is an id, which has its own bound


def _nummer(text: str) -> str:
    if not slug(text):
        message = f"'{text}' is geen nummer: er staat geen cijfer en geen letter in"
        raise fout(BAD_VALUE, message, "schrijf het nummer uit het auditrapport")
    if len(text) > _LONGEST_NUMMER:
        message = f"een nummer van {len(text)} tekens is te lang om naar te verwijzen"
        raise fout(BAD_VALUE, message, "schrijf alleen het nummer, en de rest bij titel")
    return text


def _dienst(text: str) -> str:
    return " ".join(text.split())  # a hard space, or two, make no other dienst of it


Naam = Annotated[str, BeforeValidator(line), WithJsonSchema(TEXT), Kind.TEKST]
Orgaan = Annotated[str, _of_text(orgaan_named), WithJsonSchema(TEXT), Kind.TEKST]
Nummer = Annotated[
    str,
    _of_text(_nummer),
    WithJsonSchema({**TEXT, "maxLength": _LONGEST_NUMMER}),
    Kind.TEKST,
]
Tekst = Annotated[str | None, BeforeValidator(line), _OPTIONAL, Kind.TEKST]
DienstNaam = Annotated[str | None, _of_text(_dienst), _OPTIONAL, Kind.TEKST]
Alineas = Annotated[str | None, BeforeValidator(_paragraphs), _OPTIONAL, Kind.ALINEAS]
Markdown = Annotated[str | None, BeforeValidator(_paragraphs), _OPTIONAL, Kind.MARKDOWN]


# -- names by which things are known --------------------------------------------------------------


def _id(text: str) -> str:
    better = slug(text) or "bijvoorbeeld nieuw-intranet"
    if text != better:
        form = "enkel kleine letters, cijfers en enkele koppeltekens"
        raise fout(BAD_VALUE, f"'{text}' is geen geldige id: {form}", f"schrijf {better}")
    return text


def _own_id(text: str) -> str:
    if len(_id(text)) > ID_LENGTH:
        message = f"deze id is langer dan {ID_LENGTH} tekens"
        raise fout(BAD_VALUE, message, "kies een kortere id")
    return text


def _one_or_more(value: object) -> object:
    if isinstance(value, tuple):
        return value
    return () if line(value) is None else (value,)


ONE_OR_MORE = BeforeValidator(_one_or_more)  # a list of which one may stand alone

_ID_SCHEMA = {"type": ["string", "integer"], "pattern": _form(ID_FORM), "minimum": 0}
# Of any length: it may be the slug of a long title.
AnyId = Annotated[str, _of_text(_id), WithJsonSchema(_ID_SCHEMA), Kind.ID]
OwnId = Annotated[
    str | None,
    _of_text(_own_id),
    _schema("string", "integer", "null", pattern=_form(ID_FORM), minimum=0, maxLength=ID_LENGTH),
    Kind.ID,
]
Ids = Annotated[
    Lijst[AnyId],
    ONE_OR_MORE,
    WithJsonSchema({"anyOf": [_ID_SCHEMA, {"type": ["array", "null"], "items": _ID_SCHEMA}]}),
]
# Texts that may stand alone: where the proof of something lies.
Bewijzen = Annotated[
    Lijst[Naam],
    ONE_OR_MORE,
    WithJsonSchema({"anyOf": [TEXT, {"type": ["array", "null"], "items": TEXT}]}),
]


# -- whom to write to -----------------------------------------------------------------------------
_ADDRESS = re.compile(
    r"[\w.+'&=/~!-]{1,64}@(?:[^\W_](?:[^\W_]|-){0,62}\.){1,9}[^\W\d_]{2,63}(?!\w)"
)
_AROUND = re.compile(r"mailto:|[<>()\[\]\"';,]+")
_SOME = r"[^\s@<>]+"


def _address(text: str) -> str:
    if _ADDRESS.fullmatch(text):
        return text
    bare = text.replace("mailto:", " ")
    found = list(dict.fromkeys(_ADDRESS.findall(bare)))
    if not found:
        message = f"'{text[:80]}' is geen e-mailadres"
        raise fout(BAD_VALUE, message, "schrijf naam@domein, bijvoorbeeld onthaal@gemeente.be")
    name = " ".join(_AROUND.sub(" ", bare.replace(found[0], " ")).split())
    hint = f"schrijf alleen {found[0]}"
    if len(found) > 1:
        raise fout(BAD_VALUE, "hier staat meer dan één e-mailadres", hint)
    if any(map(str.isalnum, name)):
        hint += "; de naam hoort achter 'naam:'"
        raise fout(BAD_VALUE, f"bij het e-mailadres staat nog '{name[:80]}'", hint)
    raise fout(BAD_VALUE, "rond het e-mailadres staan tekens die er niet bij horen", hint)


EMail = Annotated[
    str | None,
    _of_text(_address),
    _schema("string", "null", pattern=_form(rf"{_SOME}@{_SOME}\.{_SOME}")),
    Kind.TEKST,
]


# -- when -----------------------------------------------------------------------------------------
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _termijn(value: object, info: ValidationInfo) -> object:
    text = line(value)
    if not isinstance(text, str):
        return text
    try:
        return Termijn.parse(text)
    except ValueError:
        hint = termijn_meant(text, _jaar(info))
        raise fout(BAD_VALUE, f"'{text[:80]}' is geen termijn", hint) from None


def _datum(value: object, info: ValidationInfo) -> object:
    text = line(value)
    if not isinstance(text, str):
        return text
    with suppress(ValueError):
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    raise fout(BAD_VALUE, f"'{text[:80]}' is geen datum", datum_meant(text, _jaar(info)))


def _jaar(info: ValidationInfo) -> int:
    return info.context.jaar if isinstance(info.context, Lezing) else Lezing().jaar


Wanneer = Annotated[
    InstanceOf[Termijn] | None,
    BeforeValidator(_termijn),
    PlainSerializer(lambda termijn: termijn and termijn.text),
    _schema("string", "integer", "null", pattern=_form(TERMIJN_FORM), minimum=1000, maximum=9999),
    Kind.TERMIJN,
]
_DAY = _schema("string", "null", pattern=_form(_DATE.pattern))
Datum = Annotated[date | None, BeforeValidator(_datum), _DAY, Kind.DATUM]


# -- numbers, true or false, a choice -------------------------------------------------------------
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,8}")
_ONE_NUMBER = re.compile(r"[^\W\d]+[ .:]*0*([1-9][0-9]{0,8})")  # `SDG 8`
_GOAL = re.compile(r"[0-9]+")
_DOUBTFUL = re.compile(r"[0-9]\s*[.\-–][0-9]")  # a target (8.2), or from one to another (8-12)
_YES = frozenset(("true", "ja", "yes", "aan", "on", "waar"))
_NO = frozenset(("false", "nee", "neen", "no", "uit", "off", "onwaar"))


def _getal(value: object, info: ValidationInfo) -> object:
    if not isinstance(no_colon(value), str):
        return value
    text = str(value).strip()
    message = f"'{info.field_name}' moet een getal zijn"
    if not _NUMBER.fullmatch(text):
        only = _ONE_NUMBER.fullmatch(text)
        zero = ", zonder nul vooraan" if text.isdecimal() and text.startswith("0") else ""
        hint = f"schrijf {only[1]}" if only else f"schrijf een geheel getal in cijfers{zero}"
        raise fout(WRONG_TYPE, f"{message}, niet '{text}'", hint)
    if isinstance(value, Quoted):
        raise fout(WRONG_TYPE, message, "laat de aanhalingstekens weg")
    return int(text)


def _waar(value: object, info: ValidationInfo) -> object:
    if not isinstance(no_colon(value), str):
        return value
    quoted = isinstance(value, Quoted)
    if value in ("true", "false") and not quoted:
        return value == "true"
    word = str(value).strip().lower()
    good = "true" if word in _YES else "false" if word in _NO else "true of false"
    bare = ", zonder aanhalingstekens" if quoted else ""
    message = f"'{info.field_name}' is true of false, niet '{value}'"
    raise fout(BAD_VALUE, message, f"schrijf {good}{bare}")


def _formaat(number: int) -> int:
    if number > FORMAAT:
        there = f"deze bestanden hebben formaat {number}; dit programma kent formaat {FORMAAT}"
        raise fout(FORMAAT_TOO_HIGH, there, "vernieuw het programma")
    if number < FORMAAT:
        raise fout(BAD_VALUE, f"formaat {number} bestaat niet", f"schrijf formaat: {FORMAAT}")
    return number


def sdg_meant(text: str) -> str | None:
    """Give the goals that a text names as `8, 9`; None where it names none, or not clearly."""
    if _DOUBTFUL.search(text):
        return None
    found = [word.lstrip("0") for word in _GOAL.findall(text)]
    goals = [word for word in found if len(word) <= len(str(HIGHEST)) and word]
    return ", ".join(dict.fromkeys(g for g in goals if LOWEST <= int(g) <= HIGHEST)) or None


def _sdg(value: object) -> object:
    if not isinstance(value, str):
        return value
    goals = sdg_meant(value)
    forms = f"schrijf getallen van {LOWEST} tot {HIGHEST}, bijvoorbeeld sdg: [8, 9]"
    hint = f"schrijf sdg: [{goals}]" if goals else forms
    raise fout(WRONG_TYPE, "'sdg' moet een lijst zijn", hint)


def _keuze(text: str) -> str:
    if text not in get_args(Kadernaam):
        hint = f"kies {' of '.join(get_args(Kadernaam))}"
        raise fout(BAD_VALUE, f"'{text}' is hier onbekend", hint)
    return text


Getal = Annotated[int, BeforeValidator(_getal), Kind.GETAL]
# One that may be left out; how high it may be is for the scales of rapport.yaml to say.
Score = Annotated[
    int | None, BeforeValidator(_getal), _schema("integer", "null", minimum=0), Kind.GETAL
]
Waar = Annotated[bool, BeforeValidator(_waar), Kind.WAAR]
_ONE = WithJsonSchema({"enum": [FORMAAT, None]})
Formaat = Annotated[Getal, AfterValidator(_formaat), _ONE]
Sdg = Annotated[Lijst[Annotated[Getal, Tussen(LOWEST, HIGHEST)]], BeforeValidator(_sdg)]
_NAMES = WithJsonSchema({"enum": [*get_args(Kadernaam), None]})
Keuze = Annotated[Kadernaam | None, _of_text(_keuze), _NAMES, Kind.KEUZE]


# -- lists of names, and words --------------------------------------------------------------------
_CODE = re.compile(r"VG[0-9]{3}")
# What the rooms above find is theirs to tell: `checks` knows every code.
_ERRORS = {regel.code for regel in (*SOURCE, *REGELN)}


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise fout(BAD_VALUE, f"'{text}' is geen code", "schrijf een code zoals VG031")
    if text in _ERRORS:
        message = f"{text} is een fout, en fouten kunnen niet worden genegeerd"
        raise fout(BAD_VALUE, message, "haal de code weg en verbeter de fout zelf")
    return text


def _in_brackets(value: object, info: ValidationInfo) -> object:
    """Show how a list of short names is typed, where one of them stands without brackets."""
    if isinstance(value, str):
        name = info.field_name
        raise fout(WRONG_TYPE, f"'{name}' moet een lijst zijn", f"schrijf {name}: [{value}]")
    return value


def _filled(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise PydanticOmit
    return value


def _named(words: dict[str, T]) -> dict[str, T]:
    return {word.strip(): meaning for word, meaning in words.items() if word.strip()}


IN_BRACKETS = BeforeValidator(_in_brackets)
_CODES = WithJsonSchema({"type": "string", "pattern": _form(_CODE.pattern)})
Code = Annotated[str, _of_text(_code), _CODES, Kind.TEKST]
Namen = Annotated[Lijst[Naam], IN_BRACKETS]
Woorden = Annotated[
    dict[str, Annotated[Naam, BOUNDED, BeforeValidator(_filled)]],
    AfterValidator(_named),
    _schema("object", "null", additionalProperties={"type": [*_OPEN, "null"]}),
    Kind.WOORDEN,
]


def _or_empty(value: object) -> object:
    return {} if value is None or (isinstance(value, str) and not value.strip()) else value


# Names with a part each, which may be left empty.
OfNamed = Annotated[
    dict[str, Annotated[T, BOUNDED, BeforeValidator(_or_empty)]],
    AfterValidator(_named),
    Kind.BENOEMD,
]
