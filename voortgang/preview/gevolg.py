"""What became of last year's planning, as HTML."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.nota.html.tag import joined, tag
from voortgang.opvolging.follow_up import Lijst, Opvolging, Vermelding

OUTCOMES: tuple[tuple[Lijst, str, str], ...] = (
    ("gerealiseerd", "●", "gerealiseerd"),
    ("lopend", "→", "lopend"),
    ("vervallen", "×", "vervallen"),
    ("zonder_opvolging", "?", "zonder opvolging"),
)
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
            tag("dt", tag("span", sign, aria_hidden="true"), f" {word}"),
            tag("dd", str(getattr(totals, naam))),
            class_=naam,
        )
        for naam, sign, word in OUTCOMES
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
        for naam, sign, word in OUTCOMES:
            for plan in domein.lijst(naam):
                yield tag(
                    "tr",
                    tag("th", plan.titel, scope="row"),
                    tag("td", domein.titel),
                    tag("td", tag("span", sign, aria_hidden="true"), f" {word}", class_=naam),
                    tag("td", _answer(plan)),
                )


def _answer(plan: Vermelding) -> str:
    if plan.reden:
        return f"reden: {plan.reden}"
    answer = plan.antwoord
    return answer.titel if answer and answer.titel != plan.titel else ""
