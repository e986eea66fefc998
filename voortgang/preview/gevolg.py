"""What became of last year's planning, as HTML."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.model.rol import ROLLEN
from voortgang.nota.html.tag import joined, tag
from voortgang.opvolging.follow_up import UITKOMSTEN, Lijst, Opvolging
from voortgang.opvolging.report.page import opvolging_page

NEW: tuple[tuple[Lijst, str], ...] = (
    ("nieuwe_realisaties", "nieuwe realisaties"),
    ("nieuwe_planning", "nieuwe plannen"),
)


def show_opvolging(opvolging: Opvolging | None, jaar: int) -> Markup:
    """Write the totals, then every plan with its outcome."""
    if opvolging is None:
        words = f"Er is geen jaar voor {jaar} in deze werkmap, dus geen planning om op te volgen."
        return tag("p", words, class_="leeg")
    totals = opvolging.totalen
    tiles = [
        tag(
            "div",
            tag("dt", *_said(ROLLEN[uitkomst].teken, ROLLEN[uitkomst].een)),
            tag("dd", str(getattr(totals, uitkomst))),
            class_=uitkomst,
        )
        for uitkomst in UITKOMSTEN
    ]
    new = " en ".join(f"{getattr(totals, naam)} {word}" for naam, word in NEW)
    lead = f"Wat in {opvolging.naar} werd van de planning van {opvolging.van}."
    late = f"Uitgesteld: {totals.uitgesteld}. " if totals.uitgesteld else ""
    extra = f"{late}Daarnaast zijn er in {opvolging.naar} {new}."
    return joined(
        [tag("p", lead), tag("dl", *tiles, class_="tegels"), _table(opvolging), tag("p", extra)]
    )


def _table(opvolging: Opvolging) -> Markup:
    head = tag(
        "tr",
        *(tag("th", word, scope="col") for word in ("Plan", "Domein", "Uitkomst", "Toelichting")),
    )
    caption = tag("caption", f"Elk plan van {opvolging.van}")
    inner = tag("table", caption, tag("thead", head), tag("tbody", *_rows(opvolging)))
    return tag(
        "div", inner, class_="rol", tabindex="0", role="group",
        aria_label=f"Elk plan van {opvolging.van}",
    )  # fmt: skip


def _rows(opvolging: Opvolging) -> Iterator[Markup]:
    for part in opvolging_page(opvolging).parts:
        for row in part.rows:
            if row.lijst in UITKOMSTEN:
                yield tag(
                    "tr",
                    tag("th", row.titel, scope="row"),
                    tag("td", part.titel),
                    tag("td", *_said(row.sign, row.word), class_=row.lijst),
                    tag("td", row.note),
                )


def _said(sign: str, word: str) -> tuple[Markup, str]:
    """Give sign and word; the sign says nothing to who hears it."""
    return tag("span", sign, aria_hidden="true"), f" {word}"
