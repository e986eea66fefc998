"""A template filled in, and what is wrong with it told at its own line."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.utils import internal_code

from voortgang.content.regels import SJABLOON
from voortgang.content.template.sandbox import Sandbox
from voortgang.content.template.trouble import in_dutch
from voortgang.findings import FindingsError, Place
from voortgang.source.templates import Template


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template wrote, and at which instruction of its compiled form it wrote each piece.

    `ends` tells of each piece at which line (from 0) of the text it ends.
    """

    compiled: jinja2.Template
    code: CodeType
    text: str
    instructions: tuple[int, ...]
    ends: tuple[int, ...]

    def line(self, wanted: int) -> int:
        """Find the line of the template that wrote a line (from 0) of the text."""
        at = bisect_left(self.ends, wanted)
        if at == len(self.ends):
            return 1
        line = self.compiled.get_corresponding_lineno(self._line_at(self.instructions[at]))
        return line + wanted - (self.ends[at - 1] if at else 0)

    def _line_at(self, instruction: int) -> int:
        # Looked up only for what is found in a text: asking the running template for its line
        # after every piece took a quarter of the time of filling it in.
        spans = self.code.co_lines()
        return next((line or 1 for start, end, line in spans if start <= instruction < end), 1)


@lru_cache(maxsize=8)
def _compiled(source: str, sandbox: Sandbox) -> jinja2.Template:
    """Compile a template; the years of one build share it."""
    return sandbox.read(source)


def fill(
    template: Template, context: Mapping[str, Any], sandbox: Sandbox, most: float = inf
) -> Filled:
    """Fill a template in; it may write so many characters.

    Raises FindingsError (VG025) at its line when it does not compile or run.
    """
    file, source = template.file, template.text
    try:
        compiled = _compiled(source, sandbox)
    except jinja2.TemplateSyntaxError as error:
        message, hint = in_dutch(error)
        raise _stop(file, error.lineno, message, hint) from error
    except (RecursionError, MemoryError) as error:
        raise _stop(file, 1, "de aanwijzingen staan te diep in elkaar", None) from error
    except (SyntaxError, ValueError) as error:
        raise _stop(file, 1, *in_dutch(error)) from error
    pieces: list[str] = []
    instructions: list[int] = []
    try:
        # The generator tells where it stands, which the finished text no longer does.
        running = cast("Any", compiled.root_render_func(compiled.new_context(dict(context))))
        size = 0
        for text in running:
            size += len(text)
            if size > most:
                running.throw(SecurityError("de tekst wordt te lang"))  # where it is writing
            pieces.append(text)
            instructions.append(running.gi_frame.f_lasti)
    except Exception as error:
        line = _failing_line(compiled, error)
        message, hint = in_dutch(error, context, source.splitlines()[line - 1 : line])
        raise _stop(file, line, message, hint) from error
    ends = tuple(accumulate(text.count("\n") for text in pieces))
    return Filled(compiled, running.gi_code, "".join(pieces), tuple(instructions), ends)


def _stop(file: str, line: int, message: str, hint: str | None) -> FindingsError:
    return FindingsError([SJABLOON.at(Place(file, line, 1), message, hint)])


def _failing_line(compiled: jinja2.Template, error: Exception) -> int:
    """Find the line of the template at which it went wrong: the innermost frame that is its own.

    What Jinja2 adds in front for a filter or test that does not exist stands at no line of it.
    """
    line, trace = 1, error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if code.co_filename == (compiled.filename or "<template>") and code not in internal_code:
            line = compiled.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
