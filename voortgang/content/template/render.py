"""From a template and what it may see to Markdown and typed blocks."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from types import CodeType
from typing import Any, cast

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.utils import internal_code

from voortgang.checks.teksten.teken_pdf import in_template
from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.cijfers.rooster import Rooster
from voortgang.content.markdown.parse import parse
from voortgang.content.regels import SJABLOON
from voortgang.content.template.sandbox import text_sandbox
from voortgang.content.template.trouble import in_dutch
from voortgang.findings import Finding, FindingsError, Place, Severity
from voortgang.source.templates import Template

LARGEST = 4_000_000  # characters: two hundred times the nota of a town like Mechelen


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text of the report: as Markdown, as blocks, and what was found in it (warnings).

    `line_of` gives the line of the template that wrote a line of the Markdown (both from 1).
    """

    file: str
    markdown: str
    blocks: Blocks
    findings: tuple[Finding, ...]
    cijfers: Mapping[str, Cijfer]
    line_of: Callable[[int], int] = field(compare=False)


def render(template: Template, context: Mapping[str, Any]) -> Rendered:
    """Fill a template in and parse what comes out.

    Raises FindingsError when the template does not compile or run (VG025), or when its text holds
    errors (VG026, VG028); each finding stands at the template's own line.
    """
    source = template.text
    filled = _fill(template.file, source, context)
    markdown, origins = _tidy(filled.text)
    figures: Mapping[str, Cijfer | Rooster] = context.get("grafieken", {})
    blocks, remarks = parse(markdown, figures)
    charts = {name: each for name, each in figures.items() if isinstance(each, Cijfer)}

    own = [line.strip() for line in source.split("\n")]
    written = markdown.split("\n")

    def line_of(line: int) -> int:
        return _line(own, written[line - 1].strip(), filled.line(origins[line - 1]))

    findings = tuple(
        remark.regel.at(Place(template.file, line_of(remark.line), 1), remark.message, remark.hint)
        for remark in remarks
    )
    if any(finding.severity == Severity.ERROR for finding in findings):
        raise FindingsError(findings)
    told = (*findings, *in_template(template.file, source))
    return Rendered(template.file, markdown, blocks, told, charts, line_of)


@dataclass(frozen=True, slots=True)
class _Filled:
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
def _compiled(source: str) -> jinja2.Template:
    """Compile a template; the years of one build share it."""
    return text_sandbox().read(source)


def _fill(file: str, source: str, context: Mapping[str, Any]) -> _Filled:
    try:
        compiled = _compiled(source)
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
            if size > LARGEST:
                running.throw(SecurityError("de tekst wordt te lang"))  # where it is writing
            pieces.append(text)
            instructions.append(running.gi_frame.f_lasti)
    except Exception as error:
        line = _failing_line(compiled, error)
        message, hint = in_dutch(error, context, source.splitlines()[line - 1 : line])
        raise _stop(file, line, message, hint) from error
    ends = tuple(accumulate(text.count("\n") for text in pieces))
    return _Filled(compiled, running.gi_code, "".join(pieces), tuple(instructions), ends)


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


def _tidy(text: str) -> tuple[str, list[int]]:
    """Leave at most one blank line; tell of each line kept which it was (from 0)."""
    kept: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(text.split("\n")):
        if line.strip(" ") or (kept and kept[-1]):
            kept.append(line if line.strip(" ") else "")
            origins.append(number)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept) + "\n", [*origins, *origins[-1:], 0]


def _line(own: Sequence[str], wanted: str, guess: int) -> int:
    """Find the line in the template: one that reads the same, nearest to where it was written."""
    same = [number for number, line in enumerate(own, 1) if wanted and line == wanted]
    return min(same, key=lambda number: abs(number - guess)) if same else min(guess, len(own))
