"""The nota as docx, html and pdf. Each format is loaded when it is asked for, not before."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from voortgang.content.blocks import Blocks
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.made import Made, Properties
from voortgang.source.templates import Template

if TYPE_CHECKING:
    from voortgang.nota.pdf.process import Process

__all__ = [
    "Made",
    "Properties",
    "begin_pdf",
    "make_docx",
    "make_html",
    "make_pdf",
    "start_typst",
]


def make_docx(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as a Word document in the house style of `template`."""
    from voortgang.nota.docx import write as docx

    return docx.make_docx(blocks, figures, template, properties)


def make_html(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as one HTML file in the page `template` (nota.html.j2)."""
    from voortgang.nota.html import write as html

    return html.make_html(blocks, figures, template, properties)


def make_pdf(
    blocks: Blocks, figures: Mapping[str, Cijfer], template: Template, properties: Properties
) -> Made:
    """Write the nota as PDF/UA-1 in the page `template` (nota.typ.j2)."""
    with start_typst() as typst:
        return begin_pdf(blocks, figures, template, properties, typst)()


def begin_pdf(
    blocks: Blocks,
    figures: Mapping[str, Cijfer],
    template: Template,
    properties: Properties,
    typst: "Process",
) -> Callable[[], Made]:
    """Begin to write the nota as PDF/UA-1 in a process that runs; what comes back finishes it."""
    from voortgang.nota.pdf import write as pdf

    return pdf.begin_pdf(blocks, figures, template, properties, typst)


def start_typst() -> "Process":
    """Start the process in which typst makes pdfs; to be used with `with`."""
    from voortgang.nota.pdf.process import Process

    return Process()
