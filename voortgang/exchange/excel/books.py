"""The columns of each sheet, for whoever reads a workbook."""

from voortgang.exchange.excel.rows import KOLOMMEN

DOMEINEN = ("titel", "rechtsgrond", "criterium", "risico's", "bestand")
RAPPORT = ("sleutel", "waarde", "onderdeel", "uitleg")
COLUMNS: dict[str, tuple[str, ...]] = {
    "Acties": KOLOMMEN,
    "Domeinen": DOMEINEN,
    "Rapport": RAPPORT,
}
