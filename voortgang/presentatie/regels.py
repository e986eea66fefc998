"""The rules for a deck's house style: what is wrong with a template, or missing from it."""

from voortgang.findings import Regel
from voortgang.office.regels import BUITEN, CONTRAST

ONLEESBAAR = Regel.error(
    "VG070",
    "het sjabloon van de presentatie kan niet gebruikt worden",
    "Het sjabloon is beschadigd, beveiligd met een wachtwoord, bevat macro's of is geen "
    "PowerPoint-bestand. Er is dan niets om de presentatie in te maken.",
    "templates/presentatie.pptx is eigenlijk een .pptm met macro's",
    "templates/presentatie.pptx, in PowerPoint bewaard als .pptx of .potx",
)
INDELING = Regel.warning(
    "VG071",
    "het sjabloon mist een indeling",
    "Elke soort dia heeft een eigen indeling (lay-out) in het sjabloon. Ontbreekt er een, dan "
    "komt een andere in de plaats; dat werkt, maar is minder mooi.",
    "een sjabloon zonder indeling 'Sectiekop'",
    "een sjabloon met de gewone indelingen van PowerPoint",
)
LETTERTYPE = Regel.warning(
    "VG072",
    "van een lettertype is de breedte niet bekend",
    "Teksten worden gemeten voor ze geplaatst worden. Van dit lettertype zijn de breedten niet "
    "bekend; daarom wordt gerekend met een breder lettertype en wat marge, en blijft er soms "
    "meer wit over dan nodig.",
    "een sjabloon in Segoe UI",
    "een sjabloon in Calibri of Arial",
)
RANDEN = Regel.warning(
    "VG073",
    "een indeling mist de voettekst of het dianummer",
    "Zonder tijdelijke aanduiding voor dianummer of voettekst kunnen die niet op de dia's komen.",
    "een indeling waaruit het dianummer verwijderd is",
    "een indeling met voettekst en dianummer",
)
VOETTEKST = Regel.warning(
    "VG078",
    "de voettekst past niet in het sjabloon",
    "De voettekst is langer dan de plaats die een indeling ervoor heeft. Op dia's met die indeling "
    "blijft hij weg: een tekst wordt nooit afgekapt.",
    "een titel van het rapport van drie regels, en een voettekst van één regel hoog",
    "een kortere titel, of meer plaats voor de voettekst in het sjabloon",
)

PDF = Regel.warning(
    "VG115",
    "de pdf van de presentatie toont het sjabloon niet helemaal",
    "De pdf van de presentatie wordt zonder PowerPoint gemaakt, van dezelfde dia's. Het "
    "lettertype van het programma, effen kleuren, gewone kleurverlopen, eenvoudige vormen en "
    "png-, jpeg- en gif-beelden staan erin zoals in PowerPoint; andere dingen van een sjabloon "
    "niet altijd.",
    "een logo in het sjabloon dat een emf-tekening is",
    "hetzelfde logo als png",
)

REGELN = (ONLEESBAAR, INDELING, LETTERTYPE, RANDEN, CONTRAST, VOETTEKST, BUITEN, PDF)
