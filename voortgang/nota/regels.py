"""The rules of the nota: what its formats cannot show, and those of its Word template."""

from voortgang.findings import Finding, Place, Regel
from voortgang.nota.properties import Properties

ONLEESBAAR = Regel.error(
    "VG075",
    "het Word-sjabloon van de nota kan niet gebruikt worden",
    "Het sjabloon is beschadigd, beveiligd met een wachtwoord, bevat macro's of is geen "
    "Word-bestand. Er is dan niets om de nota in te maken.",
    "templates/nota.docx is eigenlijk een .docm met macro's",
    "templates/nota.docx, in Word bewaard als .docx of .dotx",
)
STIJL = Regel.warning(
    "VG076",
    "het Word-sjabloon mist een stijl",
    "De nota gebruikt de gewone stijlen van Word, zoals Titel, Kop 1 en Lijst opsom.teken. "
    "Ontbreekt er een in het sjabloon, dan komt die van de standaardhuisstijl in de plaats.",
    "een sjabloon waaruit de stijl Kop 2 ontbreekt",
    "een sjabloon waarin Kop 1, Kop 2 en Kop 3 naar de huisstijl opgemaakt zijn",
)
PAGINANUMMER = Regel.warning(
    "VG077",
    "het Word-sjabloon heeft geen paginanummer",
    "Een nota van meer dan één pagina heeft paginanummers nodig om er in een vergadering naar te "
    "kunnen verwijzen. Ze horen in de kop- of voettekst van het sjabloon.",
    "een sjabloon met een lege voettekst",
    "een sjabloon met het veld Paginanummer in de voettekst",
)

PAGINATEKST = Regel.warning(
    "VG069",
    "het Word-sjabloon bevat tekst of een beeld in de pagina zelf",
    "Van een sjabloon komen de kop- en voettekst, de stijlen, de lijsten en de marges in de nota. "
    "Wat in de pagina zelf staat, komt er niet in: daar staat de tekst van de nota. Staan een "
    "logo of een adres op die plaats, dan ontbreken ze in de nota.",
    "een sjabloon met het adres van het bestuur als eerste regels van de pagina",
    "een sjabloon met het adres van het bestuur in de koptekst, en een lege pagina",
)

TE_LANG = Regel.warning(
    "VG120",
    "de samenvatting is langer dan één blad",
    "De samenvatting is er voor wie alleen haar leest: ze hoort op één A4. Wat er niet op past, "
    "staat op een tweede blad. Wat eerst weg mag, kiest u zelf, in templates/samenvatting.md.j2.",
    "{% for actie in gedaan[:20] %}",
    "{% for actie in gedaan[:5] %}",
)

REGELN = (PAGINATEKST, ONLEESBAAR, STIJL, PAGINANUMMER, TE_LANG)


def too_long(properties: Properties, lines: int, form: str) -> tuple[Finding, ...]:
    """Tell of a summary that takes more than one page, by how many lines; nothing of one that fits.

    `form` is the format that was measured: each has its own letters.
    """
    if lines <= 0:
        return ()
    how_many = f"{lines} regel{'s' * (lines != 1)}"
    message = f"de samenvatting ({form}) is {how_many} te lang voor één blad"
    hint = "neem in een van de lijsten minder regels op, of laat een hoofdstuk weg"
    return (TE_LANG.at(Place(properties.file, 1, 1), message, hint),)
