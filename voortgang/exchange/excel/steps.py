"""What somebody of a service does with a workbook, in plain Dutch: what it opens with."""

from collections.abc import Sequence


def instructions(jaar: int, plans: int, dienst: str | None) -> Sequence[str]:
    """Give the title and the steps; `plans` is how many plans of last year await an answer."""
    of = f" van {dienst}" if dienst else ""
    title = f"Voortgang {jaar}: wat u doet"
    asked = (
        f"Ga naar het blad Acties. Bovenaan, in het geel, {_are(plans)} van {jaar - 1}{of} op "
        "antwoord. Kies voor elk in de kolom soort: realisaties als het klaar is, planning als het "
        "doorgaat (pas dan de termijn aan), vervallen als het niet doorgaat. Bij vervallen hoort "
        "een reden."
        if plans
        else f"Ga naar het blad Acties. Daar staat wat er dit jaar{of} bekend is; er wacht geen "
        "plan van vorig jaar op antwoord."
    )
    half = (
        "Is een plan voor een deel klaar, kopieer dan de rij: zet de ene op realisaties en de "
        "andere op planning, elk met een eigen titel."
    )
    return (
        title,
        asked,
        *((half,) if plans else ()),
        (
            "Wat nieuw is, komt onderaan: één rij per actie. Domein, soort en titel zijn nodig; de "
            "rest mag leeg blijven. Een deelactie krijgt een eigen rij, met in ‘deelactie van’ de "
            "titel van haar actie."
        ),
        (
            "Een titel verbeteren mag. De grijze kolom kenmerk blijft zoals ze is: daaraan herkent "
            "het programma de actie. Sorteer nooit één kolom alleen."
        ),
        (
            "Een termijn is een jaar, kwartaal, maand of dag: ‘2e kwartaal 2026’ en ‘31/05/2026’ "
            "mogen ook. Nieuwe regel in een cel: Alt+Enter."
        ),
        (
            "Bewaar als .xlsx en stuur het bestand terug. Een rij verwijderen of een cel leegmaken "
            "doet niets: wat het rapport al heeft, blijft staan."
        ),
    )


def _are(plans: int) -> str:
    return "wacht één plan" if plans == 1 else f"wachten {plans} plannen"
