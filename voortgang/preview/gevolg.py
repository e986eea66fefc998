"""What became of last year's planning, as HTML."""

from collections.abc import Iterator

from markupsafe import Markup

from voortgang.content.markdown.author import author_words
from voortgang.nota.html.tag import joined, tag
from voortgang.opvolging.follow_up import UITKOMSTEN, Opvolging
from voortgang.opvolging.report.page import Page, opvolging_page


def show_opvolging(opvolging: Opvolging | None, jaar: int) -> Markup:
    """Write the totals, then every plan with its outcome."""
    if opvolging is None:
        words = f"Er is geen jaar voor {jaar} in deze werkmap, dus geen planning om op te volgen."
        return tag("p", words, class_="leeg")
    page = opvolging_page(opvolging, toelichting=author_words)
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
    return joined(
        [
            tag("p", f"Wat in {opvolging.naar} werd van de planning van {opvolging.van}."),
            tag("dl", *tiles, class_="tegels"),
            _table(page, f"Elk plan van {opvolging.van}"),
            tag("p", f"{late}Daarnaast in {opvolging.naar}: {new}."),
        ]
    )


def _table(page: Page, name: str) -> Markup:
    words = ("Plan", "Domein", "Uitkomst", "Toelichting")
    head = tag("thead", tag("tr", *(tag("th", word, scope="col") for word in words)))
    inner = tag("table", tag("caption", name), head, tag("tbody", *_rows(page)))
    return tag("div", inner, class_="rol", tabindex="0", role="group", aria_label=name)


def _rows(page: Page) -> Iterator[Markup]:
    for part in page.parts:
        for row in part.rows:
            if row.lijst in UITKOMSTEN:
                yield tag(
                    "tr",
                    tag("th", row.titel, scope="row"),
                    tag("td", part.titel),
                    tag("td", *_said(row.sign, row.word), class_=row.lijst),
                    tag("td", row.told()),
                )


def _said(sign: str, word: str) -> tuple[Markup, str]:
    """Give sign and word; the sign says nothing to who hears it."""
    return tag("span", sign, aria_hidden="true"), f" {word}"
