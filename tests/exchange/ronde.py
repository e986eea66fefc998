"""A town that does not exist in the middle of its round: plans that await an answer in 2025."""

import io
from functools import cache

import openpyxl

from voortgang.exchange.excel.book import read_book
from voortgang.exchange.excel.intake import Intake
from voortgang.exchange.excel.workbook import make_workbook
from voortgang.exchange.files import edit_year
from voortgang.exchange.merge.merge import merge
from voortgang.exchange.merge.told import told
from voortgang.model import KEYS, read_rapport
from voortgang.source.workspace import read_contents

YEAR = 2025
RAPPORT = (
    "rapportjaar: 2025\nbestuur: Gemeente Voorbeeldegem\ntitel: Voortgangsrapport\n"
    "domeinen: [cultuur, ict]\n"
)
CULTUUR = """\
titel: Organisatiecultuur
realisaties:
  - Nieuw onthaal  # open sinds mei

planning: []
# Plannen van 2024.
te_beantwoorden:
  # samen met ICT
  - titel: Nieuw intranet
    id: intranet
    dienst: Communicatie
    termijn: 2025-Q2   # eerst 2024
    deelacties:
      - Marktbevraging
      - titel: Proefgroep
        dienst: ICT
    # de opleiding volgt
  - Welzijnsbevraging

  - titel: Zomerbar
    dienst: HR
    toelichting: |
      Voor alle medewerkers.
vervallen:
"""
ICT = """\
titel: ICT
planning:
- titel: Nieuwe laptops
  dienst: ICT
  termijn: 2026
te_beantwoorden: [{titel: Badges, dienst: ICT}, Servers]
"""
TEXTS = {"rapport": RAPPORT, "cultuur": CULTUUR, "ict": ICT}


def read(texts):
    files = {f"{stem}.yaml": text.encode() for stem, text in texts.items()}
    reading = read_rapport(read_contents(YEAR, files, KEYS))
    assert reading.rapport, reading.findings
    return reading.rapport


@cache
def sent(texts, dienst):
    return make_workbook(read(dict(texts)), dienst)


class Werkboek:
    """A workbook as a service fills it in: rows by the kenmerk, cells by the name of the column."""

    def __init__(self, texts=TEXTS, dienst=None, name="hr.xlsx"):
        self.name = name
        self.book = openpyxl.load_workbook(io.BytesIO(sent(tuple(texts.items()), dienst)))
        self.sheet = self.book["Acties"]
        self.at = {cell.value: cell.column for cell in self.sheet[1]}

    def row(self, kenmerk, soort=None):
        return next(
            row[0].row
            for row in self.sheet.iter_rows(min_row=2)
            if row[self.at["kenmerk"] - 1].value == kenmerk
            and soort in (None, row[self.at["soort"] - 1].value)
        )

    def set(self, kenmerk, /, **cells):
        self.fill(self.row(kenmerk), **cells)
        return self

    def fill(self, number, **cells):
        for name, value in cells.items():
            self.sheet.cell(number, self.at[name.replace("__", " ")]).value = value

    def add(self, **cells):
        number = self.sheet.max_row + 1
        self.fill(number, **cells)
        return self

    def copy(self, kenmerk, /, **cells):
        values = [cell.value for cell in self.sheet[self.row(kenmerk)]]
        self.sheet.append(values)
        self.fill(self.sheet.max_row, **cells)
        return self

    def content(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def merged(before, opened):
    head = {"rapportjaar": str(YEAR), "bestuur": "b", "titel": "t"}
    return merge(before, Intake(opened, YEAR, head, before.domeinen, fixed=True))


def bring_in(*books, texts=TEXTS):
    """Merge workbooks: the new texts, or the old ones where something is wrong; and what is said.

    Findings come as file and code, errors first told apart by the capital F.
    """
    before = read(texts)
    made = merged(before, [read_book(book.name, book.content()) for book in books])
    found = [(each.file, each.code) for each in made.findings]
    if made.rapport is None:
        return texts, found, []
    edited, anew = edit_year(texts, before, made)
    assert not anew, anew
    after = {**texts, **edited}
    assert read(after) == made.rapport
    return after, found, list(told(before, made))
