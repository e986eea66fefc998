"""The page around the nota, filled in: Jinja2 in the sandbox, escaped for its own language."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup

from voortgang.content.regels import SJABLOON
from voortgang.content.template.sandbox import Sandbox
from voortgang.content.template.trouble import in_dutch
from voortgang.findings import FindingsError, Place


@lru_cache(maxsize=8)
def _compiled(template: str, write: Callable[[object], Markup]) -> jinja2.Template:
    """Compile a page; the notas of one build share it."""
    return Sandbox(write, Markup).read(template)


def fill(
    file: str, template: str, context: Mapping[str, Any], write: Callable[[object], Markup]
) -> str:
    """Fill a page in; `write` escapes a value for the page's language.

    Raises FindingsError (VG025) at the template's line when it does not compile or run.
    """
    try:
        return _compiled(template, write).render(context)
    except jinja2.TemplateSyntaxError as error:
        message, hint = in_dutch(error)
        raise FindingsError([SJABLOON.at(Place(file, error.lineno, 1), message, hint)]) from error
    except Exception as error:
        message, hint = in_dutch(error, context)
        place = Place(file, _failing_line(error), 1)
        raise FindingsError([SJABLOON.at(place, message, hint)]) from error


def _failing_line(error: Exception) -> int:
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
