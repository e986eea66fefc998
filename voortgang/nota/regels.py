"""The rules of the nota's own: what its formats cannot show."""

from voortgang.findings import Regel, Severity

TEKEN = Regel(
    "VG079",
    Severity.WARNING,
    "een teken dat de pdf niet kan tonen",
    "De pdf van de nota gebruikt alleen het lettertype dat het programma meebrengt, zodat ze op "
    "elke computer dezelfde is. Een teken dat daarin ontbreekt, zoals een emoji, wordt een leeg "
    "vierkantje (□). In de andere formaten blijft het staan.",
    "- Nieuw onthaal 🎉",
    "- Nieuw onthaal",
)

REGELN = (TEKEN,)
