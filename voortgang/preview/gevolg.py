"""What became of last year's planning, as HTML."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.model.rol import ROLLEN
from voortgang.nota.html.tag import joined, tag
from voortgang.opvolging.follow_up import UITKOMSTEN, Lijst, Opvolging, Uitkomst, Vermelding

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
            tag("dt", *_said(uitkomst)),
            tag("dd", str(getattr(totals, uitkomst))),
            class_=uitkomst,
        )
        for uitkomst in UITKOMSTEN
    ]
    new = " en ".join(f"{getattr(totals, naam)} {word}" for naam, word in NEW)
    lead = f"Wat in {opvolging.naar} werd van de planning van {opvolging.van}."
    extra = f"Daarnaast zijn er in {opvolging.naar} {new}."
    return joined(
        [tag("p", lead), tag("dl", *tiles, class_="tegels"), _table(opvolging), tag("p", extra)]
    )


def _table(opvolging: Opvolging) -> Markup:
    head = tag(
        "tr",
        *(tag("th", word, scope="col") for word in ("Plan", "Domein", "Uitkomst", "Antwoord")),
    )
    caption = tag("caption", f"Elk plan van {opvolging.van}")
    inner = tag("table", caption, tag("thead", head), tag("tbody", *_rows(opvolging)))
    return tag(
        "div", inner, class_="rol", tabindex="0", role="group",
        aria_label=f"Elk plan van {opvolging.van}",
    )  # fmt: skip


def _rows(opvolging: Opvolging) -> Iterator[Markup]:
    for domein in opvolging.domeinen:
        for uitkomst in UITKOMSTEN:
            for plan in domein.lijst(uitkomst):
                yield tag(
                    "tr",
                    tag("th", plan.titel, scope="row"),
                    tag("td", domein.titel),
                    tag("td", *_said(uitkomst), class_=uitkomst),
                    tag("td", _answer(plan)),
                )


def _said(uitkomst: Uitkomst) -> tuple[Markup, str]:
    """Give sign and word; the sign says nothing to who hears it."""
    rol = ROLLEN[uitkomst]
    return tag("span", rol.teken, aria_hidden="true"), f" {rol.een}"


def _answer(plan: Vermelding) -> str:
    if plan.reden:
        return f"reden: {plan.reden}"
    answer = plan.antwoord
    return answer.titel if answer and answer.titel != plan.titel else ""
