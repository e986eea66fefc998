"""What Jinja2 has to say about a template, in Dutch."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

_NAMED = re.compile(r"'([^']+)' is undefined")
_ATTRIBUTE = re.compile(r"has no attribute '([^']+)'")
_UNCLOSED = re.compile(r"[Uu]nexpected end of template|Missing end|[Uu]nexpected 'end of")
_TAG = re.compile(r"(?:unknown tag|Unknown tag) '([^']+)'")
_TOOL = re.compile(r"No (filter|test) named '([^']+)'")


def in_dutch(  # noqa: PLR0911 -- one answer per kind of error
    error: Exception, context: Mapping[str, Any] | None = None, line: Sequence[str] = ()
) -> tuple[str, str | None]:
    """Word what went wrong: the message and, where one is known, the remedy."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _syntax(str(error.message))
    if isinstance(error, jinja2.UndefinedError):
        return _undefined(str(error.message), context or {})
    if isinstance(error, SecurityError):
        return _refused(str(error)), None
    if isinstance(error, jinja2.TemplateRuntimeError) and _TOOL.search(str(error.message)):
        return _syntax(str(error.message))
    if isinstance(error, ZeroDivisionError):
        return "hier wordt door nul gedeeld", None
    if isinstance(error, OverflowError | RecursionError | MemoryError):
        return "hier loopt de berekening uit de hand", None
    if isinstance(error, TypeError) and "no loader" in str(error):
        return "een sjabloon kan geen ander sjabloon invoegen", "zet de tekst in dit bestand"
    where = f" in '{line[0].strip()}'" if line else ""
    return f"deze aanwijzing kan niet worden uitgevoerd{where}", "kijk de aanwijzing na"


def _syntax(message: str) -> tuple[str, str | None]:
    if tool := _TOOL.search(message):
        return f"{'de' if tool[1] == 'test' else 'het'} {tool[1]} '{tool[2]}' bestaat niet", None
    if tag := _TAG.search(message):
        return (
            f"de aanwijzing '{tag[1]}' is hier onbekend",
            "elke {% if %} en {% for %} heeft één einde",
        )
    if _UNCLOSED.search(message):
        return "een aanwijzing is niet afgesloten", "sluit af met {% endif %}, {% endfor %} of }}"
    return "deze aanwijzing is niet begrepen", "kijk de accolades, haakjes en aanhalingstekens na"


def _undefined(message: str, context: Mapping[str, Any]) -> tuple[str, str | None]:
    if named := _NAMED.search(message):
        near = get_close_matches(named[1], context, 1)
        return f"'{named[1]}' bestaat niet" + (f"; bedoelde u '{near[0]}'?" if near else ""), None
    if attribute := _ATTRIBUTE.search(message):
        if message.startswith(("'tuple ", "'list ")):
            each = f"{{% for deel in … %}}{{{{ deel.{attribute[1]} }}}}{{% endfor %}}"
            return f"een lijst heeft zelf geen '{attribute[1]}'", f"vraag het van elk deel: {each}"
        names = {name for value in context.values() for name in _attributes(value)}
        if attribute[1] in names:  # a deelactie has less than an actie
            message = f"'{attribute[1]}' bestaat hier niet; andere delen van het rapport hebben het"
            return message, "vraag eerst of het er is, met `is defined`"
        near = get_close_matches(attribute[1], names, 1)
        return f"'{attribute[1]}' bestaat hier niet" + (
            f"; bedoelde u '{near[0]}'?" if near else ""
        ), None
    return "hier staat iets wat niet bestaat", None


def _attributes(value: object) -> set[str]:
    """Name the fields of a value, or of the first of many."""
    sample = value[0] if isinstance(value, tuple) and value else value
    return {*getattr(type(sample), "__annotations__", {}), *getattr(sample, "__dict__", {})}


def _refused(message: str) -> str:
    if "attribute" in message or "unsafe" in message or "callable" in message:
        return "een sjabloon mag hier niet aan"
    return message
