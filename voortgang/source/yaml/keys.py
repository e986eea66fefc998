"""The keys of the files by name, so that reading can tell a key from a text.

What each key holds is the model's affair; a test holds these lists to it.
"""

OF_DOMEIN = (
    "titel", "rechtsgrond", "criterium",
    "realisaties", "risicos", "planning", "vervallen", "te_beantwoorden",
)  # fmt: skip
OF_ACTIE = (
    "titel", "id", "deelacties", "toelichting", "dienst", "termijn",
    "mjp", "sdg", "aanbeveling", "vervolg_op", "reden",
)  # fmt: skip
OF_RAPPORT = (
    "rapportjaar", "bestuur", "titel", "domeinen", "formaat", "kader", "datum",
    "ontwerp", "contact", "nota", "presentatie", "afkortingen", "controle",
)  # fmt: skip
LISTS = ("realisaties", "risicos", "planning", "vervallen", "te_beantwoorden", "domeinen")
KEYS = frozenset((*OF_DOMEIN, *OF_ACTIE, *OF_RAPPORT))
