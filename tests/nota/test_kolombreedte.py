"""How wide the columns of a table on paper are: words stay whole, acties get what is over."""

import pytest
from voorbeeld import cells

from voortgang.content.blocks import Table, plain
from voortgang.nota.docx import table as docx_table
from voortgang.nota.docx.template.look import Look
from voortgang.nota.kolombreedte import INSETS, LETTER, column_widths, scale, widest_word

HEADER = cells("Actie", "Domein", "Soort", "Dienst", "Termijn", "MJP", "SDG")


def table(*row):
    return Table(HEADER, (cells(*row),) * 30, ("left",) * 7)


def test_the_column_of_the_acties_is_the_widest_and_no_short_word_breaks():
    widths = column_widths(
        table("Een actie van een gewone lengte", "Monitoring", "realisatie", "Financiën",
              "30 juni 2024", "ST01BD06AP01", "12 en 13"), 9072,
    )  # fmt: skip
    assert sum(widths) == 9072
    assert widths[0] == max(widths)
    assert min(widths) > 400


def test_numbers_stand_near_what_they_count():
    header = cells("Jaar", "Gerealiseerd", "Lopend", "Vervallen", "Zonder opvolging")
    block = Table(header, (cells("2021", "4", "2", "1", "1"),), ("left", *("right",) * 4))
    first, *others = column_widths(block, 9072)
    assert first > 2 * max(others)


@pytest.mark.parametrize("termijn", ["31 december 2026", "september 2026", "tweede kwartaal 2026"])
@pytest.mark.parametrize("dienst", ["HR", "Communicatie & Onthaal", "Informatieveiligheid"])
def test_no_word_is_torn_in_a_table_of_acties(termijn, dienst):
    block = table("Leiderschapstraject – fase 2", "Organisatiecultuur", "planning", dienst, termijn,
                  "AC000123", "11, 16")  # fmt: skip
    widths = column_widths(block, 9072)
    for column, width in zip(zip(*(block.header, *block.rows), strict=True), widths, strict=True):
        needed = widest_word([plain(cell) for cell in column]) * scale(block)
        assert width - INSETS >= needed - 1


def test_a_long_word_stays_whole_where_the_others_leave_room():
    block = table("Een actie", "Belanghebbendenmanagement", "planning", "ICT", "2023", "AC1", "1")
    letters = len("Belanghebbendenmanagement") * LETTER * scale(block)
    assert column_widths(block, 9072)[1] > letters


def test_where_words_leave_no_room_only_the_longest_break():
    block = table("Overheidsopdrachten", "Belanghebbendenmanagement", "realisatie",
                  "Communicatie", "Q2 2023", "AC000123", "11, 16")  # fmt: skip
    widths = column_widths(block, 7600)
    assert sum(widths) == 7600
    for word, width in (("Communicatie", widths[3]), ("realisatie", widths[2])):
        assert width - INSETS >= widest_word([word]) * scale(block) - 1


SIGNED = "●\u00a0volledig"
AUDIT = Table(
    cells("Nr.", "Aanbeveling", "Reactie", "Dienst", "Termijn", "Stand", "Door"),
    (
        cells("1", "Dwing bij betalingen een dubbele handtekening af in de software", "Aanvaard",
              "Financiën", "vierde kwartaal 2023", SIGNED,
              "Functiescheiding bij betalingen in de software afgedwongen"),
        cells("2", "Controleer bankgegevens van leveranciers voor elke eerste betaling", "Aanvaard",
              "Financiën", "tweede kwartaal 2024", SIGNED,
              "Controle van bankgegevens van leveranciers voor elke eerste betaling"),
        cells("3", "Stel een fraudepreventieplan op", "Gedeeltelijk aanvaard", "ICT", "2024",
              "½\u00a0deels, te laat", "Fraudepreventieplan"),
    ),
    ("left",) * 7,
)  # fmt: skip


@pytest.mark.parametrize(("width", "insets"), [(9072, INSETS), (9072, 200), (8300, INSETS)])
def test_a_sign_stays_with_its_word(width, insets):
    stand = column_widths(AUDIT, width, insets=insets)[5]
    assert stand - insets >= widest_word([SIGNED]) * scale(AUDIT) - 1
    assert widest_word([SIGNED]) > widest_word(["volledig"])


def lines(block, widths):
    """Count the lines of each cell, row by row, by its letters."""
    room = [(width - INSETS) / LETTER / scale(block) for width in widths]
    return [
        [-(-len(plain(cell)) // int(each)) for cell, each in zip(row, room, strict=True)]
        for row in block.rows
    ]


def test_a_short_value_takes_no_third_line_while_texts_have_the_most_room():
    widths = column_widths(AUDIT, 9072)
    assert max(row[4] for row in lines(AUDIT, widths)) <= 2
    assert min(widths[1], widths[6]) > max(widths[at] for at in (0, 2, 3, 4, 5))


@pytest.mark.parametrize("usual", ["–", "Steekproef op onkostennota's"])
def test_room_goes_to_the_column_where_it_saves_lines(usual):
    """One long reason among short ones: equal shares would make its row the highest by far."""
    reden = "wacht op het kader van het Agentschap Integratie en Inburgering; " * 3
    rows = [("Diversiteitsplan", "vervallen", reden), *[("Digitaal dossier", "lopend", usual)] * 8]
    block = Table(cells("Plan", "Opvolging", "Antwoord of reden"),
                  tuple(cells(*row) for row in rows), ("left",) * 3)  # fmt: skip
    widths = column_widths(block, 9072)
    assert widths[2] > 1.5 * max(widths[:2])
    assert lines(block, widths)[1] == [1, 1, 1]


def test_a_broad_face_gets_more_room_for_its_words():
    shares = [
        docx_table.share_of(Look(face=face, size=10)) for face in ("Calibri", "Arial", "Verdana")
    ]
    assert shares[0] == 1
    assert 1 < shares[1] < 1.15 < shares[2] < 1.5
