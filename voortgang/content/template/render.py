"""From a template and what it may see to Markdown and typed blocks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from voortgang.checks.teksten.teken_pdf import in_template
from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.content.cijfers.rooster import Rooster
from voortgang.content.markdown.parse import parse
from voortgang.content.template.fill import fill
from voortgang.content.template.sandbox import text_sandbox
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
    filled = fill(template, context, text_sandbox(), LARGEST)
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
