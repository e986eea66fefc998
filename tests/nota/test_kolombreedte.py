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


def test_a_broad_face_gets_more_room_for_its_words():
    shares = [
        docx_table.share_of(Look(face=face, size=10)) for face in ("Calibri", "Arial", "Verdana")
    ]
    assert shares[0] == 1
    assert 1 < shares[1] < 1.15 < shares[2] < 1.5
