"""What can be wrong with any house style, of deck and nota alike."""

from voortgang.findings import Regel, Severity

CONTRAST = Regel(
    "VG074",
    Severity.WARNING,
    "de tekst steekt te weinig af tegen de achtergrond",
    "Toegankelijke documenten hebben een contrast van minstens 4,5 op 1 tussen tekst en "
    "achtergrond (WCAG 2.1 AA).",
    "grijze tekst (999999) op wit",
    "donkergrijze tekst (54626B) op wit",
)
