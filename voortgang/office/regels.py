"""What can be wrong with any house style, of deck and nota alike."""

from voortgang.findings import Regel

CONTRAST = Regel.warning(
    "VG074",
    "de tekst steekt te weinig af tegen de achtergrond",
    "Toegankelijke documenten hebben een contrast van minstens 4,5 op 1 tussen tekst en "
    "achtergrond (WCAG 2.1 AA).",
    "grijze tekst (999999) op wit",
    "donkergrijze tekst (54626B) op wit",
)

BUITEN = Regel.warning(
    "VG110",
    "het sjabloon haalt iets van elders of start iets",
    "Wat een document bij het openen ophaalt of start, geeft weg wie het leest, en kan kwaad. Van "
    "wat een sjabloon buiten zichzelf noemt, blijven alleen koppelingen naar een web- of mailadres "
    "over; al de rest komt niet in presentatie of nota.",
    "een sjabloon met een gekoppeld logo op https://www.voorbeeldegem.be/logo.png",
    "een sjabloon waarin het logo zelf ingevoegd is",
)
