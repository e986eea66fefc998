"""The rules of the nota: what its formats cannot show, and those of its Word template."""

from voortgang.findings import Regel, Severity

ONLEESBAAR = Regel(
    "VG075",
    Severity.ERROR,
    "het Word-sjabloon van de nota kan niet gebruikt worden",
    "Het sjabloon is beschadigd, beveiligd met een wachtwoord, bevat macro's of is geen "
    "Word-bestand. Er is dan niets om de nota in te maken.",
    "templates/nota.docx is eigenlijk een .docm met macro's",
    "templates/nota.docx, in Word bewaard als .docx of .dotx",
)
STIJL = Regel(
    "VG076",
    Severity.WARNING,
    "het Word-sjabloon mist een stijl",
    "De nota gebruikt de gewone stijlen van Word, zoals Titel, Kop 1 en Lijst opsom.teken. "
    "Ontbreekt er een in het sjabloon, dan komt die van de standaardhuisstijl in de plaats.",
    "een sjabloon waaruit de stijl Kop 2 ontbreekt",
    "een sjabloon waarin Kop 1, Kop 2 en Kop 3 naar de huisstijl opgemaakt zijn",
)
PAGINANUMMER = Regel(
    "VG077",
    Severity.WARNING,
    "het Word-sjabloon heeft geen paginanummer",
    "Een nota van meer dan één pagina heeft paginanummers nodig om er in een vergadering naar te "
    "kunnen verwijzen. Ze horen in de kop- of voettekst van het sjabloon.",
    "een sjabloon met een lege voettekst",
    "een sjabloon met het veld Paginanummer in de voettekst",
)

PAGINATEKST = Regel(
    "VG069",
    Severity.WARNING,
    "het Word-sjabloon bevat tekst of een beeld in de pagina zelf",
    "Van een sjabloon komen de kop- en voettekst, de stijlen, de lijsten en de marges in de nota. "
    "Wat in de pagina zelf staat, komt er niet in: daar staat de tekst van de nota. Staan een "
    "logo of een adres op die plaats, dan ontbreken ze in de nota.",
    "een sjabloon met het adres van het bestuur als eerste regels van de pagina",
    "een sjabloon met het adres van het bestuur in de koptekst, en een lege pagina",
)

REGELN = (PAGINATEKST, ONLEESBAAR, STIJL, PAGINANUMMER)
