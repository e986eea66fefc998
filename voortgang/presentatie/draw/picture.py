"""Place pictures of the workspace; what cannot be used is a finding, never a silent gap."""

from voortgang.content.blocks import Picture
from voortgang.content.regels import BEELD
from voortgang.findings import Place
from voortgang.presentatie.draw.text import draw_columns
from voortgang.presentatie.fit.fit import Arrangement, fit, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Entry
from voortgang.presentatie.plan.halves import halves
from voortgang.presentatie.plan.sheet import Body, Job
from voortgang.presentatie.plan.text import TOP_QUOTE
from voortgang.presentatie.slides import Box, Element, PictureBox
from voortgang.source.picture import dimensions

FORMATS = "bewaar het beeld als .png of .jpg"


def picture_slides(job: Job, dia: Dia, block: Picture, texts: tuple[Entry, ...]) -> list[Body]:
    """Place a picture as large as it goes, words beside it when there are any."""
    layout, main, side = halves(job, dia, beside=bool(texts))
    found = _read(job, block)
    out: tuple[Element, ...] = ()
    if found:
        content, width, height = found
        scale = min(main.width / width, main.height / height)
        wide, high = round(width * scale), round(height * scale)
        aside = 0 if side else (main.width - wide) // 2
        out = (PictureBox("Beeld", Box(main.x + aside, main.y, wide, high), block.alt, content),)
    if not side:
        return [(layout, out)]
    steps = ladder(job.settings.minimale_lettergrootte, TOP_QUOTE)
    way = (Arrangement(layout, (side,)),)
    fitted = fit((items_of(texts),), way, steps, job.sheet.measure)
    columns = [
        draw_columns(job.sheet, side, slide[0], fitted.dress, None, "Tekst")
        for slide in fitted.slides
    ]
    return [(layout, (*out, *columns[0])), *((layout, more) for more in columns[1:])]


def _read(job: Job, block: Picture) -> tuple[bytes, int, int] | None:
    """Read a picture with its width and height in pixels; what is wrong with it is a finding."""
    try:
        content = job.settings.picture(block.source)
    except Exception as error:
        message = getattr(error, "message", None)
        if message is None:
            raise
        _find(job, block, message, getattr(error, "hint", None))
        return None
    size = dimensions(content) if content else None
    if not content:
        _find(job, block, "dit bestand bestaat niet", None)
    elif size is None:
        _find(job, block, "dit is geen png of jpeg, of het is beschadigd", FORMATS)
    return (content, *size) if content and size else None


def _find(job: Job, block: Picture, message: str, hint: str | None) -> None:
    place = Place(job.settings.file, job.settings.line_of(block.line), 1)
    finding = BEELD.at(place, f"beeld '{block.source}': {message}", hint)
    if finding not in job.findings:
        job.findings.append(finding)
