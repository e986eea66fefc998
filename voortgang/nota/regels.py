"""The rules of the nota: what its formats cannot show, and those of its Word template."""

from voortgang.findings import Regel, Severity
from voortgang.nota.docx.regels import REGELN as WORD

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

REGELN = (*WORD, TEKEN)
