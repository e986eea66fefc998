"""The rules for templates, their text and its pictures (VG025-VG029)."""

from voortgang.findings import Regel

SJABLOON = Regel.error(
    "VG025",
    "het sjabloon kan niet worden ingevuld",
    "Een sjabloon (`presentatie.md.j2`, `nota.md.j2`) is tekst met aanwijzingen tussen accolades. "
    "Een onbekende naam of een aanwijzing die niet af is, houdt het bouwen tegen: anders zou er "
    "ongemerkt tekst ontbreken.",
    "# {{ raport.titel }}",
    "# {{ rapport.titel }}",
)
GRAFIEK = Regel.error(
    "VG026",
    "een grafiek noemt cijfers of een vorm die er niet zijn",
    "Een blok `grafiek` noemt cijfers die het programma zelf telt, en soms een vorm. Waarden staan "
    "er nooit in. De handleiding somt de cijfers en vormen op.",
    "```grafiek\ncijfers: acties\n```",
    "```grafiek\ncijfers: acties-per-domein\n```",
)
OPMAAK = Regel.warning(
    "VG027",
    "opmaak die presentatie en nota niet kennen",
    "HTML, codeblokken en onbekende kenmerken tussen accolades hebben geen plaats in een dia of "
    "een Word-document. Ze komen er letterlijk in te staan.",
    "<center>Bedankt</center>",
    "# Bedankt {.slot}",
)
BEELD = Regel.error(
    "VG028",
    "een beeld is niet bruikbaar",
    "Een beeld staat alleen in zijn alinea, heeft een tekst die zegt wat erop te zien is (voor wie "
    "het niet ziet) en is een bestand van de werkmap.",
    "![](beelden/plan.png)",
    "![De zes stappen van de aanpak, van plan tot rapport](beelden/plan.png)",
)
KOPPELING = Regel.warning(
    "VG029",
    "een koppeling wijst naar iets wat niet kan",
    "Een koppeling wijst naar een webadres (http, https), een e-mailadres (mailto) of een kop van "
    "hetzelfde document (#anker). Een andere komt als gewone tekst in het document.",
    "[het dossier](file:///dossiers/2022)",
    "[het dossier](https://www.voorbeeldegem.be/dossiers/2022)",
)

REGELN = (SJABLOON, GRAFIEK, OPMAAK, BEELD, KOPPELING)
