"""What became of last year's planning and of what audits recommend, as HTML."""

from collections.abc import Iterable

from markupsafe import Markup

from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.markdown.author import author_words
from voortgang.nota.html.tag import joined, tag
from voortgang.opvolging.aanbevelingen import changed
from voortgang.opvolging.follow_up import UITKOMSTEN
from voortgang.opvolging.report.page import Row, opvolging_page


def show_opvolging(verloop: Verloop, jaar: int) -> Markup:
    """Write the totals, every plan with its outcome, and the aanbevelingen that stand otherwise."""
    opvolging = verloop.opvolging.get(jaar)
    if opvolging is None:
        words = f"Er is geen jaar voor {jaar} in deze werkmap, dus geen planning om op te volgen."
        return tag("p", words, class_="leeg")
    aanbevelingen = changed(verloop.audits[opvolging.van], verloop.audits[jaar])
    page = opvolging_page(opvolging, aanbevelingen, author_words)
    tiles = [
        tag(
            "div",
            tag("dt", *_said(total.sign, total.word)),
            tag("dd", str(total.number)),
            class_=uitkomst,
        )
        for uitkomst, total in zip(UITKOMSTEN, page.totals, strict=False)
    ]
    new = " en ".join(f"{each.number} {each.word}" for each in page.totals[len(UITKOMSTEN) :])
    late = f"{page.remark}. " if page.remark else ""
    rows = [(row, part.titel) for part in page.parts for row in part.rows]
    plans = [_row(row, domein) for row, domein in rows if row.lijst in UITKOMSTEN]
    parts = [
        tag("p", f"Wat in {opvolging.naar} werd van de planning van {opvolging.van}."),
        tag("dl", *tiles, class_="tegels"),
        _table(
            f"Elk plan van {opvolging.van}", ("Plan", "Domein", "Uitkomst", "Toelichting"), plans
        ),
        tag("p", f"{late}Daarnaast in {opvolging.naar}: {new}."),
    ]
    if aanbevelingen:
        audits = [_row(row) for row, _ in rows if row.lijst == "aanbevelingen"]
        name = f"Aanbevelingen van audits die er anders voor staan dan in {opvolging.van}"
        parts.append(tag("p", f"{name}:"))
        parts.append(_table(name, ("Aanbeveling", "Stand", "Toelichting"), audits))
    return joined(parts)


def _table(name: str, columns: Iterable[str], rows: Iterable[Markup]) -> Markup:
    head = tag("thead", tag("tr", *(tag("th", word, scope="col") for word in columns)))
    inner = tag("table", tag("caption", name), head, tag("tbody", *rows))
    return tag("div", inner, class_="rol", tabindex="0", role="group", aria_label=name)


def _row(row: Row, *places: str) -> Markup:
    return tag(
        "tr",
        tag("th", row.titel, scope="row"),
        *(tag("td", place) for place in places),
        tag("td", *_said(row.sign, row.word), class_=row.lijst),
        tag("td", row.told()),
    )


def _said(sign: str, word: str) -> tuple[Markup, str]:
    """Give sign and word; the sign says nothing to who hears it."""
    return tag("span", sign, aria_hidden="true"), f" {word}"
