"""What the texts tell of audits, of rated risks and of the maturity of domains."""

import pytest
from templates_at_hand import default

from voortgang.content.cijfers.verloop import Verloop
from voortgang.content.template.render import render
from voortgang.content.views.context import build_context
from voortgang.model import Aanbeveling, Actie, Audit, Audits, Domein, Rapport, Risico
from voortgang.model.rapport import Maturiteit
from voortgang.model.termijn import Termijn

AUDIT = Audit(
    id="kas",
    titel="Audit van de kas",
    van="Audio",
    aanbevelingen=(
        Aanbeveling(nummer="1", titel="Tel de kas", termijn=Termijn.parse("2021")),
        Aanbeveling(nummer="2", titel="Boek de BTW", reactie="Aanvaard", dienst="Financiën"),
    ),
)
RISICOS = (
    Risico(titel="Verlies", kans=2, impact=3),
    Risico(titel="Diefstal", kans=4, impact=5, restkans=2, restimpact=4, beheerst_door=("kluis",)),
    Risico(titel="Ongewogen"),
)


def rapport(jaar, niveau, **lists):
    kas = Domein(id="kas", titel="Kas", maturiteit=Maturiteit(niveau=niveau, doel=3), **lists)
    return Rapport(
        rapportjaar=jaar,
        bestuur="Gemeente Voorbeeldegem",
        titel="Voortgangsrapport organisatiebeheersing",
        domeinen=(kas,),
        afkortingen={"BTW": "belasting over de toegevoegde waarde", "ICT": "informatica"},
    )


@pytest.fixture(scope="module")
def told():
    """The texts of the second of two years, by their name."""
    kluis = Actie(titel="Kluis", aanbevelingen=("kas-2",))
    years = {
        2021: rapport(2021, 1),
        2022: rapport(2022, 2, realisaties=(kluis,), risicos=RISICOS),
    }
    context = build_context(years[2022], years, verloop=Verloop.of(years, Audits((AUDIT,))))
    return {
        name: render(default(f"{name}.md.j2"), context).markdown
        for name in ("nota", "presentatie", "samenvatting")
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nota", "1 volledig opgevolgd en 1 niet. Van 1\u00a0aanbeveling is de termijn voorbij."),
        ("nota", "| 1 | Tel de kas | – | – | 2021 | ?\u00a0niet, te laat | – |"),
        ("nota", "| 2 | Boek de BTW | Aanvaard | Financiën | – | ●\u00a0volledig | Kluis |"),
        ("nota", "Volledig opgevolgd: 0 van 2 in 2021, 1 van 2 in 2022."),
        ("nota", "| 1 | Diefstal | Kas | 20 → 8 | Kluis (gerealiseerd) |"),
        ("nota", "| 2 | Verlies | Kas | 6 | – |"),
        ("nota", "| BTW | belasting over de toegevoegde waarde |"),
        ("presentatie", "| 1 | Tel de kas | – | 2021 | ?\u00a0niet, te laat |"),
        ("presentatie", "- Diefstal [score\u00a020\u00a0(4\u00a0×\u00a05)]{.klein}"),
        ("samenvatting", "- Diefstal"),
    ],
)
def test_it_is_told_in_its_place(told, text, line):
    assert line in told[text]


@pytest.mark.parametrize(
    ("text", "words"), [("nota", "| ICT |"), ("samenvatting", "- Verlies"), ("nota", "6 → ")]
)
def test_what_is_not_so_is_not_told(told, text, words):
    assert words not in told[text]
