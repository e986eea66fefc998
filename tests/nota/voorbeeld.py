"""A nota of a made-up town that uses everything the dialect has."""

from datetime import UTC, datetime

from voortgang.content.blocks import (
    Attributes,
    Blocks,
    BulletList,
    Code,
    Div,
    Emphasis,
    Grafiek,
    Heading,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quiet,
    Quote,
    Strong,
    Table,
    Text,
)
from voortgang.content.cijfers.cijfer import Cijfer, Reeks
from voortgang.content.cijfers.rooster import Matrix, RisicoRegel
from voortgang.nota.properties import Properties

EIGENSCHAPPEN = Properties(
    title="Rapport organisatiebeheersing 2022: kennisname",
    subject="Voortgangsrapport organisatiebeheersing 2022",
    bestuur="Gemeente Voorbeeldegem",
    date=datetime(2023, 6, 12, tzinfo=UTC),
    orgaan="gemeenteraad",
)
CIJFERS = {
    "acties-per-domein": Cijfer(
        "acties-per-domein",
        "Realisaties en plannen per domein",
        "balken",
        ("Organisatiecultuur", "Efficiënt gebruik middelen"),
        (Reeks("Realisaties", "realisaties", (21, 5)), Reeks("Planning", "planning", (11, 0))),
        "Staafdiagram. Organisatiecultuur: 21 en 11; Efficiënt gebruik middelen: 5 en 0.",
    ),
    "opvolging": Cijfer(
        "opvolging",
        "Wat er van de plannen werd",
        "gestapeld",
        ("Organisatiecultuur",),
        (
            Reeks("Gerealiseerd", "gerealiseerd", (4,)),
            Reeks("Lopend", "lopend", (2,)),
            Reeks("Vervallen", "vervallen", (1,)),
            Reeks("Zonder opvolging", "zonder_opvolging", (1,)),
        ),
        "Van acht plannen: 4 gerealiseerd, 2 lopend, 1 vervallen, 1 zonder opvolging.",
    ),
}


def p(*words: str) -> Paragraph:
    return Paragraph((Text(" ".join(words)),))


def item(text: str, *below: str) -> ListItem:
    lists = (BulletList(tuple(ListItem((p(one),)) for one in below)),) if below else ()
    return ListItem((p(text), *lists))


def kop(level: int, text: str, *classes: str, anchor: str | None = None, **values: str) -> Heading:
    return Heading(level, (Text(text),), Attributes(anchor, classes, tuple(values.items())))


def cells(*texts: str) -> tuple[tuple[Text, ...], ...]:
    return tuple((Text(text),) for text in texts)


MATRIX = Matrix(5, 12, (RisicoRegel(1, "Uitval", 4, 5, 2, 4), RisicoRegel(2, "Brand", 1, 2)))
RISICOMATRIX = Table(
    cells(*MATRIX.kop), tuple(cells(*row) for row in MATRIX.rijen), MATRIX.uitlijning,
    rooster=MATRIX,
)  # fmt: skip
DETAILS = Paragraph((Quiet((Text("Dienst: HR"),)),))
NOTA: Blocks = (
    kop(1, "Rapport organisatiebeheersing 2022: kennisname"),
    Div(
        Attributes(classes=("kerngegevens",)),
        (
            Table(
                ((), ()),
                (
                    cells("Aan", "Gemeenteraad"),
                    cells("Van", "Algemeen directeur"),
                    cells("Datum", "12 juni 2023"),
                    cells("Onderwerp", "Voortgangsrapport organisatiebeheersing 2022"),
                ),
                ("left", "left"),
            ),
        ),
    ),
    Div(
        Attributes(classes=("kern",)),
        (
            Paragraph(
                (
                    Text("In 2022 werden "),
                    Strong((Text("26 acties"),)),
                    Text(" gerealiseerd. De raad neemt kennis."),
                )
            ),
        ),
    ),
    kop(2, "Aanleiding en context"),
    Paragraph(
        (
            Text("Zie "),
            Link((Text("het decreet"),), "https://codex.vlaanderen.be/"),
            Text(", "),
            Link((Text("Organisatiecultuur"),), "#organisatiecultuur"),
            Text(" en "),
            Emphasis((Text("meer"),)),
            LineBreak(),
            Code("LB365 #1"),
            Text('. Tekens die iets betekenen: # * _ @ $ // /* <b> & " \\ ` ~ -- [x] {y}'),
        )
    ),
    Quote((p("“Organisatiebeheersing is het geheel van maatregelen.”"), p("– Artikel 217"))),
    OrderedList((item("de doelstellingen bereikt"), item("de wetgeving naleeft")), start=3),
    kop(2, "Kerncijfers"),
    Grafiek("acties-per-domein"),
    Table(
        cells("Domein", "Realisaties", "Planning"),
        (
            cells("Organisatiecultuur", "21", "11"),
            cells("Efficiënt gebruik middelen", "5", "0"),
            cells("Totaal", "26", "11"),
        ),
        ("left", "right", "right"),
    ),
    Div(Attributes(classes=("notes",)), (p("Alleen voor de spreker"),)),
    kop(2, "Stand van zaken per domein"),
    kop(3, "1. Organisatiecultuur", anchor="organisatiecultuur"),
    kop(4, "Realisaties 2022", "realisaties", aantal="6"),
    BulletList(
        (
            item("Nieuws"),
            item("Welzijn op het werk", "Bevraging", "Vertrouwenspersonen"),
            item("2-daagse college, M-team en leidinggevenden"),
            item("Meerjarenplanaanpassingsbesluitvormingsprocedurehandleidingsboek"),
            item("Energieplan"),
            item("Zomerradio"),
        )
    ),
    kop(4, "Planning 2023", "planning", aantal="2"),
    BulletList(
        (
            item("Nieuw intranet"),
            ListItem(
                (p("Basisopleiding"), DETAILS, p("Met toelichting."), BulletList((item("een"),)))
            ),
        )
    ),
    kop(4, "Hoge risico's", "risicos"),
    BulletList((item("Uitval"),)),
    kop(2, "Opvolging"),
    Grafiek("opvolging"),
    kop(2, "Bijlage 1. Alle acties", "bijlage"),
    Table(
        cells("Actie", "Domeinen", "Soort", "Dienst", "Termijn", "MJP", "SDG"),
        tuple(
            cells(f"Actie {n}", "Organisatiecultuur", "realisatie", "ICT", "2023", "6.4.1.2", "16")
            for n in range(60)
        ),
        ("left",) * 7,
    ),
)
